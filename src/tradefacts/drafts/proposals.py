"""What the figures of a draft seem to claim, as types of answers; only this module imports the reader's package."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, Literal

from tradefacts.answer import Answer, answer
from tradefacts.commands import LANGUAGES
from tradefacts.drafts.texts import Lines, join_lines, unwrap
from tradefacts.errors import InvalidQueryError
from tradefacts.figure.parsing import settle_figure
from tradefacts.forms import ADDRESS
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import check_choice
from tradefacts.period import check_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.article import Proposal as ReadProposal
    from tradefacts.article.proposal import Slot as ReadSlot
    from tradefacts.factbase import FactBase

_COUNTING = ("statistics", "customs", "ministry")
"""The roles of bodies that publish trade statistics."""


class Slot(NamedTuple):
    """Why a key of a claim has its value."""

    span: Annotated[tuple[int, int] | None, "position of the words it was read from; null if it was inferred"]
    reason: Annotated[str, "one short clause"]


class Proposal(NamedTuple):
    """What one figure of a text seems to claim."""

    tier: Annotated[Literal["sure", "doubtful"], "how certain it is what the figure is about"]
    claim: Annotated[dict[str, Any], "the keys of a fact, without id, source and page"]
    printed: Annotated[str, "the figure's exact characters"]
    span: Annotated[tuple[int, int], "position of the figure: code points from the start of the text, half-open"]
    line: Annotated[int, "its line, from 1"]
    column: Annotated[int, "its column, from 1, in code points"]
    sentence: Annotated[str, "the sentence that contains it"]
    sentence_span: Annotated[tuple[int, int], "position of the sentence, as for `span`"]
    slots: Annotated[dict[str, Slot], "where the value of each key comes from"]
    rivals: Annotated[tuple[dict[str, Any], ...], "other claims that the figure may make, the likeliest first"]
    tied_by: Annotated[tuple[str, ...], "arithmetic in the text that includes it"]
    score: Annotated[float, "estimated probability that the whole claim is right, 0 to 1"]


class RefusedFigure(NamedTuple):
    """A figure that makes no claim about trade between two places."""

    printed: Annotated[str, "its characters"]
    span: Annotated[tuple[int, int], "its position, as for a proposal"]
    line: Annotated[int, "its line, from 1"]
    column: Annotated[int, "its column, from 1"]
    reason: Annotated[str, "why it is no claim"]


class Found(NamedTuple):
    """All figures of a text, in text order."""

    proposals: tuple[Proposal, ...]
    refused: tuple[RefusedFigure, ...]


def find_proposals(  # noqa: PLR0913 - what is known of a text
    base: FactBase,
    text: str,
    *,
    published: str | None = None,
    language: str | None = None,
    is_sure: bool = False,
    is_draft: bool = False,
) -> Found:
    """Return what a text's figures seem to claim; the names of places and statistics offices come from the base.

    `published` is the day that "last year" counts from; `is_sure` keeps only sure proposals; `is_draft` means that the
    text may contain errors, so that more doubtful proposals are kept.

    Raises:
        InvalidPeriodError: the day is invalid.
        InvalidQueryError: the language is not supported.
    """
    if published is not None:
        check_date(published)
    if language is not None:
        check_choice("language", language, LANGUAGES)
    from tradefacts.article import Tables, read_text  # noqa: PLC0415 - only needed to read a text

    tables = Tables(dict(base.list_names(("countries", "groups"))), dict(_list_reporters(base)))
    reading = read_text(unwrap(text), tables, published=published, language=language, is_draft=is_draft)
    lines, groups = Lines(text), frozenset(code for _, code in base.list_names(("groups",)))
    proposals, refused = [], [_describe(figure.span, figure.reason, text, lines) for figure in reading.refused]
    for read in reading.proposals:
        if read.claim.get("country") is None or read.claim.get("partner") is None:
            refused.append(_describe(read.span, "between which two places is not said", text, lines))
        elif read.tier == "sure" or not is_sure:
            proposals.append(_take(read, text, lines, groups))
    return Found(tuple(proposals), tuple(sorted(refused, key=lambda figure: figure.span)))


def _list_reporters(base: FactBase) -> Iterator[tuple[str, str]]:
    """Yield every name of a body that publishes trade statistics, with the code of its country."""
    for record in base.list_records("bodies"):
        stored = json.loads(record.body)
        if stored["country"] and stored["role"] in _COUNTING:
            yield from ((name, stored["country"]) for name in (stored["name"], *stored["aliases"]))


def _describe(span: tuple[int, int], reason: str, text: str, lines: Lines) -> RefusedFigure:
    return RefusedFigure(text[slice(*span)], span, *lines.find(span[0]), reason)


def _take(read: ReadProposal, text: str, lines: Lines, groups: frozenset[str]) -> Proposal:
    return Proposal(
        read.tier,
        _make_addable(read.claim, groups),
        text[slice(*read.span)],
        read.span,
        *lines.find(read.span[0]),
        text[slice(*read.sentence)],
        read.sentence,
        {name: _take_slot(slot, lines) for name, slot in read.slots.items()},
        tuple(read.rivals),
        tuple(read.tied_by),
        round(read.score, 3),
    )


def _make_addable(claim: dict[str, Any], groups: frozenset[str]) -> dict[str, Any]:
    """Return a claim as a base may hold it.

    What is printed is in one line. A currency that is not printed is inferred. A country other than the two places does
    not count their trade, although the text may have named its statistics before.
    """
    printed, places = join_lines(claim["printed"]), {claim["country"], claim["partner"]}
    is_stranger = claim.get("reporter") not in {None, *places} and not places & groups
    figure = settle_figure(printed, claim["value"]) if claim.get("currency") else None
    is_inferred = figure is not None and figure.currency is None
    kept = {**claim, "printed": printed, "reporter": None if is_stranger else claim.get("reporter")}
    return kept | ({"inferred": ["currency"]} if is_inferred else {})


def _take_slot(slot: ReadSlot, lines: Lines) -> Slot:
    """Return a slot with its line in the text, because the reader does not count the ends of wrapped lines."""
    words, named, _ = slot.reason.rpartition(", line ")
    if slot.span is None or not named:
        return Slot(slot.span, slot.reason)
    return Slot(slot.span, f"{words}{named}{lines.find(slot.span[0]).line}")


NOTHING_READ = "no figure read"


class ReadResult(NamedTuple):
    """What the figures of a text seem to claim."""

    proposals: Annotated[tuple[Proposal, ...], "what they seem to claim, in text order"]
    refused: Annotated[tuple[RefusedFigure, ...], "the figures that make no claim about trade between two places"]


def ask_read(  # noqa: PLR0913 - what is known of a text
    base: FactBase,
    text: str,
    *,
    published: str | None = None,
    language: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    sure: bool = False,
    file: str | None = None,
) -> Answer[ReadResult]:
    """Return what the figures of a text seem to claim.

    `published` is the day that "last year" counts from; `language` is "en" or "ru", detected if not given; `sure` keeps
    only sure proposals. Address, publisher and file are only repeated in the answer.

    Raises:
        InvalidPeriodError: the day of publication is invalid.
        InvalidQueryError: the language is not supported, or the address is none.
    """
    if url is not None and not ADDRESS.fits(url):
        raise InvalidQueryError(f"invalid address {url!r}", hint=f"expected {ADDRESS.expected}")
    found = find_proposals(base, text, published=published, language=language, is_sure=sure)
    known = {"file": file, "published": published, "language": language, "url": url, "publisher": publisher}
    query = {name: value for name, value in {**known, "sure": sure}.items() if value}
    notes = [] if found.proposals else [NOTHING_READ]
    return answer(base, "read", query, ReadResult(found.proposals, found.refused), (), notes)
