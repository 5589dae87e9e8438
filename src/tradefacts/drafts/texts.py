"""The text of a draft from a file or a stream, plain or extracted from a web page, and positions in it."""

from __future__ import annotations

import contextlib
import itertools
import re
from bisect import bisect_right
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tradefacts.article.dateline import find_date
from tradefacts.basefile.outside import check_encoding, check_file, describe_bad_byte, open_file
from tradefacts.errors import FactBaseError, MissingExtraError, UnreadableBaseError
from tradefacts.forms import ADDRESS
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from typing import BinaryIO

LONGEST = 4_000_000
"""Maximum bytes of a text: about a hundred long articles."""
_HTML = re.compile(r"\s*(<!--.*?-->\s*)*<(!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_WEB_PAGES = (".html", ".htm", ".xhtml")
_TEXT = "plain text or HTML in UTF-8"
_LINE_END = re.compile(r"\r\n?")
_LATEST = "2100-01-01"
"""The latest date of a page; by default today, and then the answer would depend on the clock."""


class Text(NamedTuple):
    """The text of a draft with line feeds as line ends, and the metadata of a web page."""

    content: str
    is_extracted: bool = False
    """Whether it was extracted from a web page, so that its lines are not those of the file."""
    published: str | None = None
    url: str | None = None
    publisher: str | None = None


def read_file(name: str) -> Text:
    """Return the text of a file.

    Raises:
        UnreadableBaseError: it cannot be read, or is too large.
        FactBaseError: it is not UTF-8 text.
        MissingExtraError: it is a web page, and the library that reads web pages is not installed.
    """
    with contextlib.closing(open_file(check_file(name, "text"), name, "text")) as stream:
        return read_stream(stream, name)


def read_stream(stream: BinaryIO, name: str) -> Text:
    """Return the text of a stream, called `name` in messages; raises the same errors as `read_file`."""
    data = stream.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise UnreadableBaseError(f"cannot read text {name!r}: more than {LONGEST:,} bytes", hint="split it")
    data, _ = check_encoding(data, name, expected=_TEXT)
    try:
        content = data.decode()
    except UnicodeDecodeError as error:
        raise FactBaseError(f"{name}: {describe_bad_byte(error, 0, 1)}", hint=f"save it as {_TEXT}") from None
    if name.lower().endswith(_WEB_PAGES) or _HTML.match(content):
        return _extract(content, name)
    text = _LINE_END.sub("\n", content)
    return Text(text, published=find_date(text))


def _extract(content: str, name: str) -> Text:
    """Return the main text of a web page, with its date, address and publisher if it states them."""
    try:
        extract: Any = import_module("trafilatura").bare_extraction
    except ImportError:
        message = f"{name!r} is a web page, and trafilatura, which finds the text in it, is not installed"
        raise MissingExtraError(message, hint="pip install 'tradefacts[html]', or save it as plain text") from None
    found = extract(
        content,
        include_comments=False,
        with_metadata=True,
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": _LATEST},
    )
    if found is None or not found.text:
        return Text("", is_extracted=True)
    url = found.url if found.url and ADDRESS.fits(found.url) else None
    return Text(found.text, is_extracted=True, published=found.date, url=url, publisher=found.sitename)


_WIDTHS = range(50, 101)
"""The widths to which editors and mail programs wrap lines."""
_FEWEST = 2
"""The fewest wrapped lines of a text: the longest line of any text looks like one."""
_OWN_LINE = re.compile(r"\s|[-–—•*|#>]|.*(?:[|;\t]|  )|.*[.!?:»\"”]\s*$")
"""Lines that end where they were meant to: indented, of a list or table, or with a sentence."""


def unwrap(text: str) -> str:
    """Return a text whose lines were wrapped to a width with spaces for those line ends, so that positions stay.

    A line was wrapped if the first word of the next one would not have fitted. Text with a longer line has none.
    """
    lines = text.split("\n")
    width = max(len(line.rstrip()) for line in lines)
    if width not in _WIDTHS:
        return text
    wrapped = [_is_wrapped(line, following, width) for line, following in itertools.pairwise(lines)]
    if sum(wrapped) < _FEWEST:
        return text
    ends = [*(" " if is_wrapped else "\n" for is_wrapped in wrapped), ""]
    return "".join(line + end for line, end in zip(lines, ends, strict=True))


def _is_wrapped(line: str, following: str, width: int) -> bool:
    if not line.strip() or not following.strip() or _OWN_LINE.match(line) or _OWN_LINE.match(following[:1]):
        return False
    return len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) > width


def join_lines(text: str) -> str:
    """Return words of a text, which may have been wrapped, in one line."""
    return " ".join(text.split())


class Position(NamedTuple):
    """A place between two characters of a text."""

    line: int
    column: int


class Lines:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        """Index a text whose lines end with line feeds."""
        self._starts = [0, *(place + 1 for place, sign in enumerate(text) if sign == "\n")]

    def find(self, offset: int) -> Position:
        """Return the position of the character at an offset."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)
