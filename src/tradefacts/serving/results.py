"""What a tool returns: lines of text and the same as data, each item with its citation, all of it small.

What does not fit is counted, and the arguments that narrow the question are named; nothing is cut in the middle.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from tradefacts.errors import AmbiguousNameError
from tradefacts.text import escape, shorten, write_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from tradefacts.api import Answer
    from tradefacts.errors import TradefactsError

LARGEST = 20_000
"""Bytes of a result, text and data together."""
LONGEST_TEXT = 600
"""Bytes of one text, such as a sentence, a title or a note."""

_LONGEST_LINE = 1_200
_RESERVED = 600
_PER_PAGE = 60
"""Bytes of the keys and signs around a page."""
_COMMAND = re.compile(r" \((?:try|use) [^)]*\)")
_ELSEWHERE = "search_claims finds claims by words; the resource tradefacts://coverage lists the places"


class Page(NamedTuple):
    """A page that an item cites."""

    id: str
    reference: str
    url: str | None


class Item(NamedTuple):
    """One figure, claim, goal, …: as a line for a reader, as data, and the pages that it cites."""

    line: str
    data: dict[str, Any]
    pages: tuple[Page, ...]


class Listing(NamedTuple):
    """What a tool found, before it is made to fit."""

    answer: Answer[Any]
    items: Iterable[Item]
    """The items, the most important first; they are made as they are needed."""
    total: int
    opening: str = ""
    """The answer in words."""
    more: Mapping[str, Any] = MappingProxyType({})
    """Keys of the data besides those that all results have."""


class Result(NamedTuple):
    """What goes to the client."""

    text: str
    data: dict[str, Any]
    is_error: bool = False


def make_result(listing: Listing, narrowing: Sequence[str], limit: int | None = None) -> Result:
    """Return as many items as fit, at most `limit`, with the counts; `narrowing` are arguments that would narrow it."""
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
    """Return the first items that fit into so many bytes, the pages they cite included."""
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
    """Return what is wrong with a question, with the candidates where a name is shared; `name` names an id."""
    hint = error.hint or ""
    if "tradefacts " in hint or "--" in hint:
        hint = _ELSEWHERE
    told: dict[str, Any] = {"message": _cap(error.message), "hint": _cap(hint)}
    if isinstance(error, AmbiguousNameError):
        told["candidates"] = [{"id": candidate, "name": name(candidate)} for candidate in error.candidates]
        told["hint"] = "ask again with the id of one of the candidates"
    lines = [f"Error: {told['message']}", *([f"Hint: {told['hint']}"] if told["hint"] else [])]
    lines += [f"- {candidate['name']} ({candidate['id']})" for candidate in told.get("candidates", ())]
    return Result(_write(lines), {"error": told}, is_error=True)


def _cap(value: Any) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return data with each text at a bounded length, and nothing in it hidden: pages may say anything."""
    if isinstance(value, str):
        return shorten(escape(value), LONGEST_TEXT)
    if isinstance(value, (list, tuple)):
        return [_cap(item) for item in value]
    return {key: _cap(item) for key, item in value.items()} if isinstance(value, dict) else value


def _write(lines: Sequence[str]) -> str:
    """Return lines as text in which nothing is hidden."""
    return "\n".join(escape(line) for part in lines for line in part.split("\n"))


def _measure(*parts: object) -> int:
    return len(write_json(parts).encode())
