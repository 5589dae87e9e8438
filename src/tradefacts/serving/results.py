"""The result of a tool: lines of text and the same as data, each item with its citation, limited in size.

Items that do not fit are counted, and the result names arguments that narrow the question; no item is truncated.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from tradefacts.errors import AmbiguousNameError
from tradefacts.named_tuples import NamedTuple
from tradefacts.text import escape, shorten, write_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tradefacts.api import Answer
    from tradefacts.errors import TradefactsError

LARGEST = 20_000
"""The most bytes of a result, text and data together."""
LONGEST_TEXT = 600
"""The most bytes of one text, such as a sentence, a title or a note."""

_LONGEST_LINE = 1_200
_RESERVED = 600
_PER_PAGE = 60
"""Bytes of the keys and punctuation around a page."""
_COMMAND = re.compile(r" \((?:try|use) [^)]*\)")
_ELSEWHERE = "search_claims finds claims by words; the resource tradefacts://coverage lists the places"


class Page(NamedTuple):
    """A page that an item cites."""

    id: str
    reference: str
    url: str | None


class Item(NamedTuple):
    """One figure, claim, goal, …: as a line of text, as data, and with the pages that it cites."""

    line: str
    data: dict[str, Any]
    pages: tuple[Page, ...]


class Listing(NamedTuple):
    """What a tool found, before the size limit is applied."""

    answer: Answer[Any]
    items: Iterable[Item]
    """The items, the most important first; they are made lazily."""
    total: int
    opening: str = ""
    """The answer in words."""
    more: Mapping[str, Any] = MappingProxyType({})
    """Keys of the data in addition to those that all results have."""


class Result(NamedTuple):
    """The result that is sent to the client."""

    text: str
    data: dict[str, Any]
    is_error: bool = False


def make_result(listing: Listing, narrowing: Sequence[str], limit: int | None = None) -> Result:
    """Return as many items as fit, at most `limit`, with the counts; `narrowing` names arguments to suggest."""
    notes = [_COMMAND.sub("", note) for note in listing.answer.notes]
    head = {"edition": listing.answer.as_of, "query": listing.answer.query, "answer": _write([listing.opening])}
    lines = [listing.opening] if listing.opening else []
    kept = _keep(listing.items, limit, LARGEST - _RESERVED - _measure(lines, notes, {**head, **listing.more}))
    numbers = {page: number for number, page in enumerate(dict.fromkeys(_list_pages(kept)), start=1)}
    data: dict[str, Any] = {
        **head,
        **_cap(dict(listing.more)),
        "total": listing.total,
        "shown": len(kept),
        "items": [{**item.data, "citations": [numbers[page] for page in item.pages]} for item in kept],
        "pages": [{"number": number, **_cap(page._asdict())} for page, number in numbers.items()],
        "notes": notes,
    }
    lines += [" ".join([item.line, *(f"[{numbers[page]}]" for page in item.pages)]) for item in kept]
    lines += notes or ([] if listing.total else ["Nothing on record matches."])
    if len(kept) < listing.total:
        data["narrow"] = [*narrowing]
        lines.append(f"Shown {len(kept):,} of {listing.total:,}. Narrow with: {', '.join(narrowing) or 'limit'}.")
    lines += [f"[{number}] {page.reference} {page.url or '(no address known)'}" for page, number in numbers.items()]
    lines.append(f"Edition {listing.answer.as_of} of the base.")
    return Result(_write(lines), data)


def _keep(items: Iterable[Item], limit: int | None, room: int) -> list[Item]:
    """Return the first items that fit into the given number of bytes, including the pages they cite."""
    kept: list[Item] = []
    pages: set[Page] = set()
    for item in items:
        short = item._replace(line=shorten(item.line, _LONGEST_LINE), data=_cap(item.data))
        new = {*item.pages} - pages
        room -= _measure(short.line, short.data, [[*page] * 2 for page in new]) + _PER_PAGE * len(new)
        if room < 0 or len(kept) == limit:
            break
        kept.append(short)
        pages |= new
    return kept


def _list_pages(items: Iterable[Item]) -> Iterator[Page]:
    for item in items:
        yield from item.pages


def make_error(error: TradefactsError, name: Callable[[str], str]) -> Result:
    """Return an error as a result, with the candidates if a name is ambiguous; `name` names an id."""
    hint = error.hint or ""
    if "tradefacts " in hint or "--" in hint:
        hint = _ELSEWHERE
    details: dict[str, Any] = {"message": _cap(error.message), "hint": _cap(hint)}
    if isinstance(error, AmbiguousNameError):
        details["candidates"] = [{"id": candidate, "name": name(candidate)} for candidate in error.candidates]
        details["hint"] = "ask again with the id of one of the candidates"
    lines = [f"Error: {details['message']}", *([f"Hint: {details['hint']}"] if details["hint"] else [])]
    lines += [f"- {candidate['name']} ({candidate['id']})" for candidate in details.get("candidates", ())]
    return Result(_write(lines), {"error": details}, is_error=True)


def _cap(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Return data with each text shortened and its invisible characters escaped: text from pages is untrusted."""
    if isinstance(value, str):
        return shorten(escape(value), LONGEST_TEXT)
    if isinstance(value, (list, tuple)):
        return [_cap(item) for item in value]
    return {key: _cap(item) for key, item in value.items()} if isinstance(value, dict) else value


def _write(lines: Sequence[str]) -> str:
    """Return lines as text with invisible characters escaped."""
    return "\n".join(escape(line) for part in lines for line in part.split("\n"))


def _measure(*parts: object) -> int:
    return len(write_json(parts).encode())
