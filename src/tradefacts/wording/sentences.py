"""Full sentences of an answer: the figure of a year, its voices, and how to quote it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.wording.figures import WrittenFigure, format_change
from tradefacts.wording.subjects import capitalize, format_statistics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.wording.subjects import Speaker


def format_no_year(what: str = "figure", *, has_filters: bool = False) -> str:
    """Return that a full year is missing: `No turnover for a full year is on record`, or matches the filters."""
    return f"No {what} for a full year {'matches the filters' if has_filters else 'is on record'}."


def format_figure_sentence(  # noqa: PLR0913 - the parts of the sentence
    figure: WrittenFigure,
    period: str,
    speaker: Speaker,
    *,
    subject: str = "Trade",
    verb: str = "was",
    reporter: str | None = None,
    change: str = "",
) -> str:
    """Return a figure: `Trade was $X [1] in 2025, up 11.4 % [1] on 2024, according to S (date)`.

    `reporter` is the name of the country whose statistics it is; `change` comes from `format_change` or
    `format_computed_change`.
    """
    counted = f" by {format_statistics(reporter)}" if reporter else ""
    changed = f" {change}" if change.startswith("(") else f", {change}" if change else ""
    when = f"in {period}" if period else "in a period that the page does not name"
    return f"{subject} {verb} {figure.in_words} {when}{counted}{changed}, according to {speaker}."


def format_change_of_other(change: WrittenFigure, base: str, speaker: Speaker) -> str:
    """Return a change given by another voice: `It was up 11.4 % [2] on 2024, says T (2026-01-05)`."""
    return f"It was {format_change(change, base)}, says {speaker.voice} ({speaker.date})."


def format_refused_change(
    change: WrittenFigure, base: str, given: str, earlier: str, speaker: Speaker | None = None
) -> str:
    """Return a change that no two figures on record give, and what they give; `speaker` is that of another page.

    `earlier` is the figure that the change compares with, with its year: `$702.7 m [2] in 2024`.
    """
    who = capitalize(speaker.voice) if speaker else "It"
    refusal = f"the two figures on record give {given} ({earlier})"
    return f"{who} says {format_change(change, base)} ≠ {refusal}."


def format_only_change(change: WrittenFigure, speaker: Speaker) -> str:
    """Return the line of a year that has only a change: `Only a change: +20 % [2], S (date)`."""
    return f"Only a change: {change}, {speaker}."


def format_support(voices: int, pages: int) -> str:
    """Return how many voices on how many pages give a figure: `1 voice on 1 page`."""
    return f"{voices} {'voice' if voices == 1 else 'voices'} on {pages} {'page' if pages == 1 else 'pages'}"


def format_agreement(  # noqa: PLR0913 - the parts of the clause
    fitting: Sequence[WrittenFigure] = (),
    near: Sequence[WrittenFigure] = (),
    *,
    has_others: bool,
    reporter: str | None = None,
    unattributed: WrittenFigure | None = None,
    has_filters: bool = False,
) -> str:
    """Return that nothing contradicts a figure.

    `fitting` are other figures that can be true with it, `near` those that can only if digits were truncated.
    `unattributed` is one of the same period that no page attributes, beside a figure by a `reporter`.
    """
    if not has_others and reporter and unattributed:
        return f"no second figure by {reporter}; statistics not named: {unattributed}"
    if not has_others:
        return "no second figure matches the filters" if has_filters else "no second figure on record"
    fits = f"; {_join(fitting)} {'fits' if len(fitting) == 1 else 'fit'}" if fitting else ""
    nearly = f"; near {_join(near)}" if near else ""
    return f"nobody contradicts it{fits}{nearly}"


def format_dispute(other: WrittenFigure, speaker: Speaker, more: int = 0) -> str:
    """Return the figure that contradicts another: `disputed: ≠ $846.1 m [3], UzDaily (page undated) and 1 more`."""
    return f"disputed: ≠ {other}, {speaker}{f' and {more} more' if more else ''}"


def format_dispute_among_others(one: WrittenFigure, other: WrittenFigure) -> str:
    """Return that two figures that fit the leading one contradict each other."""
    return f"disputed: {one} ≠ {other}, both fit it"


def format_voices(support: str, standing: str, advice: str) -> str:
    """Return the line on voices from its three parts."""
    return f"{support}; {standing}. {advice}"


def format_advice(
    figure: WrittenFigure, voices: int, *, contradicting: int = 0, is_change_refused: bool = False
) -> str:
    """Return how to quote a figure; `contradicting` is how many other figures contradict it or each other."""
    if contradicting:
        quoted = f"Quote {'both' if contradicting == 1 else 'all'} figures, each with its speaker"
    else:
        bound = f"“{figure.bound_in_words}”" if figure.bound_in_words else ""
        with_ = " and ".join(filter(None, ("the speaker" if voices == 1 else "", bound)))
        quoted = f"Quote with {with_}" if with_ else "Quote as it stands"
    return f"{quoted}{', without the change' if is_change_refused else ''}."


def format_whose(reporter: str | None, also: str = "") -> str:
    """Return whose statistics a figure is from; `also` comes from `format_both_sides` or `format_last_by`."""
    whose = f"{capitalize(format_statistics(reporter))}; say so." if reporter else "Statistics not named."
    return f"{whose} {also}".rstrip()


def format_both_sides(year: str, one: tuple[WrittenFigure, str], other: tuple[WrittenFigure, str]) -> str:
    """Return the figures of both sides' statistics: `Both sides in 2023: $41 bn [3] by CN, $30.1 bn [4] by KZ`."""
    return f"Both sides in {year}: {one[0]} by {one[1]}, {other[0]} by {other[1]}."


def format_last_by(reporter: str, figure: WrittenFigure, year: str) -> str:
    """Return the newest figure of one side's statistics: `Last by KG: $1.317 bn [2] in 2023`."""
    return f"Last by {reporter}: {figure} in {year}."


def format_largest(partner: str, figure: str, year: int, reporter: str | None) -> str:
    """Return the largest of partners, and that the figures are not of one kind.

    `Largest: China, $48.7 bn [1] in 2025 by China's statistics. Years and statistics differ.`
    """
    counted = f" by {format_statistics(reporter)}" if reporter else ""
    return f"Largest: {partner}, {figure} in {year}{counted}. Years and statistics differ."


def format_nothing(places: Sequence[str]) -> str:
    """Return that a base has no claims about some places: `Nothing on record about China and Russia`."""
    return f"Nothing on record about {_join(places)}."


def _join(items: Sequence[object]) -> str:
    """Return items as an enumeration: `one, two and three`."""
    *before, last = map(str, items)
    return f"{', '.join(before)} and {last}" if before else last
