"""The text of a draft: files and streams, web pages, and input that is no text."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING

import pytest

from running import ask, check_refusal
from tradefacts.drafts.texts import LONGEST, Text, read_file, read_stream, unwrap
from tradefacts.errors import FactBaseError, MissingExtraError, TradefactsError, UnreadableBaseError

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>Trade grows</title>
<meta property="article:published_time" content="2024-02-01T10:00:00Z">
<meta property="og:site_name" content="Kabar"><link rel="canonical" href="https://example.org/a"></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Trade grows</h1>
<p>Trade between Kazakhstan and Kyrgyzstan was $1.3 billion in 2022, the ministry said on Thursday in Astana.</p>
<p>Both countries plan to bring it to $2 billion a year, and spoke of water, energy and transport besides.</p></article>
<footer>All rights reserved, 2024. Advertise with us for $300.</footer></body></html>"""


WRAPPED = """In the first seven months of 2023 trade between Kazakhstan and Kyrgyzstan
grew by 13 %, the government of Kyrgyzstan said on Friday, and reached $757
million. In the whole of 2022 it was $1.3 billion, by the same source.
Both countries want $2 billion, and there is no date yet for reaching the
goal."""


def read(data: bytes) -> Text:
    return read_stream(io.BytesIO(data), "draft.txt")


def test_line_ends_of_any_kind_are_line_feeds() -> None:
    assert read(b"one\r\ntwo\rthree\n").content == "one\ntwo\nthree\n"


def test_a_byte_order_mark_is_no_text() -> None:
    assert read("\ufeffТорговля".encode()).content == "Торговля"


def test_lines_that_were_wrapped_to_a_width_are_one() -> None:
    first, goal = unwrap(WRAPPED).split("\n")

    assert "Kyrgyzstan grew by 13 %" in first
    assert "reached $757 million." in first
    assert goal.endswith("for reaching the goal.")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Trade of Kazakhstan in 2022, billions of dollars, by country\nKyrgyzstan: 1.3\nUzbekistan: 4.4",
        f"Trade of Kazakhstan with its neighbours in Asia |  2022 |\nTrade with Uzbekistan {'|   4.4 ' * 4}|\n- one",
        f"{WRAPPED}\n{'A line that is longer than any that a program would wrap, ' * 2}",
        "Trade\nof Kazakhstan\nwith Kyrgyzstan\nwas $1.3 billion",
        "A headline of some length without a full stop at its end\nBy Nobody\nBishkek",
    ],
    ids=["empty", "heading and rows", "columns", "long lines", "short lines", "headline"],
)
def test_lines_that_were_not_wrapped_stay(text: str) -> None:
    assert unwrap(text) == text


def test_an_empty_text_is_one() -> None:
    assert read(b"") == Text("")


def test_a_sign_of_markup_in_plain_text_is_no_web_page() -> None:
    assert read(b"Exports < imports, says <b>nobody</b>.").content == "Exports < imports, says <b>nobody</b>."


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"abc\n\xff", "line 2: byte 0xff at offset 4 is not UTF-8"),
        ("Торговля".encode("cp1251"), "is not UTF-8"),
        ("Trade".encode("utf-16"), "the file is UTF-16LE, expected UTF-8"),
        (b"%PDF-1.7", "this is a PDF document, not plain text or HTML in UTF-8"),
        (b"PK\x03\x04", "this is a zip archive, not plain text or HTML in UTF-8"),
    ],
)
def test_a_file_that_is_no_text_is_refused_by_name(data: bytes, message: str) -> None:
    with pytest.raises(FactBaseError, match=message):
        read(data)


def test_a_text_of_any_length_is_not_read() -> None:
    with pytest.raises(UnreadableBaseError, match="more than 4,000,000 bytes"):
        read(b"a" * (LONGEST + 1))


def test_a_web_page_gives_its_article_and_says_when_and_whose(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")

    text = read_file(str(path))

    assert "was $1.3 billion in 2022" in text.content
    assert not [word for word in ("Home", "Advertise") if word in text.content]
    assert text[1:] == (True, "2024-02-01", "https://example.org/a", "Kabar")


def test_the_date_of_a_web_page_is_read_whatever_the_clock_says(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace("2024-02-01", "2098-02-01"), encoding="utf-8")

    assert read_file(str(path)).published == "2098-02-01"


def test_an_address_of_a_web_page_that_is_none_is_left_out(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace("https://example.org/a", "https://user:secret@example.org/a"), encoding="utf-8")

    assert read_file(str(path)).url is None


def test_a_web_page_without_an_article_is_empty() -> None:
    pytest.importorskip("trafilatura")

    assert read(b"<html><body></body></html>") == Text("", is_extracted=True)


def test_without_the_library_a_web_page_is_refused_in_one_line(
    capfd: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")

    lines = check_refusal(ask(capfd, "read", path), 2)

    assert lines[1] == "hint: pip install 'tradefacts[html]', or save it as plain text"
    with pytest.raises(MissingExtraError):
        read_file(str(path))


@pytest.mark.parametrize(
    ("name", "status", "words"),
    [
        ("none.txt", 3, "no such file"),
        (".", 3, "is a directory"),
        ("https://example.org/a", 2, "addresses are not read"),
        ("a\x1b[2J\n.txt", 3, "\\x1b"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(capfd: Capture, name: str, status: int, words: str) -> None:
    assert words in check_refusal(ask(capfd, "read", name), status)[0]
    assert words in check_refusal(ask(capfd, "check", name), status)[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such files here")
def test_a_pipe_by_name_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)

    with pytest.raises(TradefactsError, match="not a regular file") as caught:
        read_file(str(path))
    assert caught.value.hint == "use '-' to read a stream"
