"""Office holders: on a day, those known, unclear and unknown; without a day, the newest holders, then earlier ones."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.render.screen import text
from tradefacts.render.spells import SpellWriter
from tradefacts.render.words import Writer, count
from tradefacts.render.wrapping import wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tradefacts.answer import Answer
    from tradefacts.questions.officials import Official, OfficialsResult
    from tradefacts.reckoning.holders import Status
    from tradefacts.render.screen import Screen

_STATUSES: tuple[Status, ...] = ("known", "unclear", "unknown")
_LABEL = 9
"""The width of a label before its lines."""


def render_officials(answer: Answer[OfficialsResult], screen: Screen) -> list[Text]:
    """Return the officials country by country, and the pages."""
    result, writer = answer.result, Writer(answer, screen)
    if not result.officials:
        return [text("No officials")]
    spells = SpellWriter(writer, result.on)
    parts: list[Text] = []
    for country, officials in groupby(result.officials, key=lambda official: official.country):
        held = list(officials)
        parts += [Text()] if parts else []
        if result.on is None:
            parts += _format_spells(writer.name(country), held, spells, screen)
        else:
            parts += _format_day(f"{writer.name(country)} on {result.on}", held, spells, screen)
    return [*parts, Text(), *writer.format_sources()]


def _format_day(head: str, officials: Sequence[Official], spells: SpellWriter, screen: Screen) -> list[Text]:
    lines = [text((f"{head}: {_count_offices(officials)}", "bold"))]
    for status in _STATUSES:
        entries = [
            spells.format_office(list(held))
            for _, held in groupby(
                (official for official in officials if official.status == status), key=lambda official: official.office
            )
        ]
        lines += _label(status.capitalize(), entries, screen)
    return lines


def _format_spells(country: str, officials: Sequence[Official], spells: SpellWriter, screen: Screen) -> list[Text]:
    """Return the last holder of each office, then earlier ones, newest first."""
    offices = [list(held) for _, held in groupby(officials, key=lambda official: official.office)]
    lines = [text((f"{country}: {count(len(officials), 'spell')} in {count(len(offices), 'office')}", "bold"))]
    lines += _label("Newest", [spells.format_office(held[:1]) for held in offices], screen)
    for _, *earlier in (held for held in offices if len(held) > 1):
        lines.append(text((f"{spells.name_office(earlier[0])}, before", "bold")))
        lines += [line for official in earlier for line in _indent(spells.format_spell(official), 2, screen, hang=2)]
    return lines


def _count_offices(officials: Sequence[Official]) -> str:
    """Return the numbers of offices known, unclear and unknown; the most certain holder of an office counts."""
    best: dict[str, int] = {}
    for official in officials:
        rank = _STATUSES.index(official.status or "unknown")
        best[official.office] = min(rank, best.get(official.office, rank))
    counts = [(list(best.values()).count(rank), status) for rank, status in enumerate(_STATUSES)]
    (number, first), *rest = [(number, status) for number, status in counts if number]
    return ", ".join([f"{count(number, 'office')} {first}", *(f"{number} {status}" for number, status in rest)])


def _label(label: str, entries: Iterable[Text], screen: Screen) -> list[Text]:
    """Return entries one below the other beside their label, or below it on a narrow screen."""
    is_narrow = screen.is_narrow
    indent, hang = (2, 2) if is_narrow else (_LABEL, 0)
    lines = [line for entry in entries for line in _indent(entry, indent, screen, hang=hang)]
    if lines and is_narrow:
        return [text((label, "bold")), *lines]
    return [text((label.ljust(_LABEL), "bold"), lines[0][_LABEL:]), *lines[1:]] if lines else []


def _indent(entry: Text, indent: int, screen: Screen, *, hang: int) -> list[Text]:
    lines = wrap(entry, screen.columns - indent, hang=hang)
    for line in lines:
        line.pad_left(indent)
    return lines
