"""Ask any question in Python, with the arguments that the tests of rows use for its command."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from test_rows import ARGUMENTS, DRAFT

if TYPE_CHECKING:
    from pathlib import Path

    import tradefacts

OFFICIAL = "reporter,partner,period,flow,value\nKZ,KG,2022,X,1250000000"


def ask_question(facts: tradefacts.Facts, name: str, folder: Path) -> tradefacts.Answer[Any]:
    """Ask a question; its input files are written to the folder, and texts are passed instead of file names."""
    words = [DRAFT if word == "draft.txt" else word for word in ARGUMENTS.get(name, ())]
    options = {}
    if "--with" in words:
        official = folder / words[words.index("--with") + 1]
        official.write_text(OFFICIAL, encoding="utf-8")
        words, options = words[: words.index("--with")], {"file": str(official)}
    answer: tradefacts.Answer[Any] = getattr(facts, name)(*words, **options)
    return answer
