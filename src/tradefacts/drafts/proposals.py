"""What a draft's figures seem to claim, as answers have it; the reader's own package is imported only here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple

from tradefacts.drafts.lines import Lines
from tradefacts.period import check_date
from tradefacts.query import check_choice

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.article import Proposal as ReadProposal
    from tradefacts.factbase import FactBase

LANGUAGES = ("en", "ru")
"""The languages that drafts are read in."""

_COUNTING = ("statistics", "customs", "ministry")
"""The roles of bodies that count trade."""


class Slot(NamedTuple):
    """Why a key of a claim has its value."""

    span: Annotated[tuple[int, int] | None, "the words it was read from; null where it was concluded"]
    reason: Annotated[str, "one short clause"]


class Proposal(NamedTuple):
    """What one figure of a text seems to claim."""

    tier: Annotated[Literal["sure", "doubtful"], "whether what the figure is of was read surely"]
    claim: Annotated[dict[str, Any], "the keys of a fact, without id, source and page"]
    printed: Annotated[str, "the figure's exact characters"]
    span: Annotated[tuple[int, int], "where the figure stands: code points from the start of the text, half open"]
    line: Annotated[int, "its line, from 1"]
    column: Annotated[int, "its column, from 1, in code points"]
    sentence: Annotated[str, "the sentence it stands in"]
    sentence_span: Annotated[tuple[int, int], "where the sentence stands"]
    slots: Annotated[dict[str, Slot], "where each key's value comes from"]
    rivals: Annotated[tuple[dict[str, Any], ...], "what else the figure may claim, the likeliest first"]
    tied_by: Annotated[tuple[str, ...], "arithmetic of the text that it takes part in"]
    score: Annotated[float, "how likely the whole claim is right, as the reader sees it: 0 to 1"]


class RefusedFigure(NamedTuple):
    """A figure that makes no claim about the trade of two places."""

    printed: Annotated[str, "its characters"]
    span: Annotated[tuple[int, int], "where it stands"]
    line: Annotated[int, "its line, from 1"]
    column: Annotated[int, "its column, from 1"]
    reason: Annotated[str, "why it is none"]


class Found(NamedTuple):
    """All figures of a text, in its order."""

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
    """Return what a text's figures seem to claim; the base knows what places and statistics offices are called.

    `published` is the day that "last year" counts from; `is_sure` keeps only what was read surely; `is_draft` says that
    the text may be wrong, so that more is kept with doubt.

    Raises:
        InvalidPeriodError: the day is not one.
        InvalidQueryError: texts in that language are not read.
    """
    if published is not None:
        check_date(published)
    if language is not None:
        check_choice("language", language, LANGUAGES)
    from tradefacts.article import Tables, read_text  # noqa: PLC0415 - only who reads a text pays for it

    tables = Tables(dict(base.list_names(("countries", "groups"))), dict(_list_reporters(base)))
    reading = read_text(text, tables, published=published, language=language, is_draft=is_draft)
    lines = Lines(text)
    proposals, refused = [], [_describe(one.span, one.reason, text, lines) for one in reading.refused]
    for read in reading.proposals:
        if read.claim.get("country") is None or read.claim.get("partner") is None:
            refused.append(_describe(read.span, "between which two places is not said", text, lines))
        elif read.tier == "sure" or not is_sure:
            proposals.append(_take(read, text, lines))
    return Found(tuple(proposals), tuple(sorted(refused, key=lambda one: one.span)))


def _list_reporters(base: FactBase) -> Iterator[tuple[str, str]]:
    """Yield every name of a body that counts trade, with the code of its country."""
    for record in base.list_records("bodies"):
        stored = json.loads(record.body)
        if stored["country"] and stored["role"] in _COUNTING:
            yield from ((name, stored["country"]) for name in (stored["name"], *stored["aliases"]))


def _describe(span: tuple[int, int], reason: str, text: str, lines: Lines) -> RefusedFigure:
    return RefusedFigure(text[slice(*span)], span, *lines.find(span[0]), reason)


def _take(read: ReadProposal, text: str, lines: Lines) -> Proposal:
    return Proposal(
        read.tier,
        read.claim,
        text[slice(*read.span)],
        read.span,
        *lines.find(read.span[0]),
        text[slice(*read.sentence)],
        read.sentence,
        {name: Slot(slot.span, slot.reason) for name, slot in read.slots.items()},
        tuple(read.rivals),
        tuple(read.tied_by),
        round(read.score, 3),
    )
