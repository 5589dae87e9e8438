"""Labelled articles: their claims about trade, in a training and a measured part (see `articles/README.md`).

    python tests/article_labels.py training > training.jsonl

prints the part for tuning the article reader, so that the other part does not have to be opened.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any, Literal, TextIO

Article = dict[str, Any]
Part = Literal["training", "measured"]

FILES = sorted((Path(__file__).parent / "articles").glob("*.jsonl"))


def read_articles(*paths: Path) -> list[Article]:
    """Return the articles of the given files, or of all files, in the order of files and lines."""
    return [json.loads(line) for path in paths or FILES for line in path.read_text(encoding="utf-8").splitlines()]


def part_of(article: Article) -> Part:
    """Return the part of an article, which depends only on its id, so that it does not change when others are added."""
    return "training" if hashlib.sha256(article["id"].encode()).digest()[0] < 128 else "measured"


def write_part(part: Part, stream: TextIO) -> None:
    """Write the articles of one part, one JSON object a line."""
    for article in read_articles():
        if part_of(article) == part:
            stream.write(json.dumps(article, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    write_part("measured" if sys.argv[1:] == ["measured"] else "training", sys.stdout)
