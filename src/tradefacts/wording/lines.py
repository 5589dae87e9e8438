"""The lines of a head that are not sentences: goods each way, part-years, goals, disputed years. No full stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradefacts.wording.figures import WrittenFigure

NO_CLAIM = "no claim"
NO_MATCH = "no match"
"""Instead of a figure, where filters may have left it out."""
NO_GOAL = "none on record"
NO_GOODS = "no claim for a full year"
NOT_COMPARABLE = "not comparable"


class Goods(NamedTuple):
    """The goods each way in one set of statistics; None if there are none."""

    reporter: str | None
    there: WrittenFigure | None
    back: WrittenFigure | None


def format_each_way(year: str, there: str | None, back: str | None, goods: Sequence[Goods]) -> str:
    """Return the goods each way by the names of the ways, the leading statistics first.

    A way that was not asked for is None, as is `back` for a group that trades with itself.
    `2023: KG → KZ $495.2 m [3], KZ → KG $1.1 bn [3]; by KG $455.702 m [2] and $862.182 m [2]`
    """
    if not goods:
        return NO_GOODS
    leading, *others = goods
    by = f" (by {leading.reporter})" if leading.reporter else ""
    named = [f"{way} {figure or NO_CLAIM}" for way, figure in ((there, leading.there), (back, leading.back)) if way]
    rest = "".join(f"; by {way.reporter or '?'} {_join_ways(way, there, back)}" for way in others)
    return f"{year}: {', '.join(named)}{by}{rest}"


def _join_ways(goods: Goods, there: str | None, back: str | None) -> str:
    figures = [str(figure or NO_CLAIM) for way, figure in ((there, goods.there), (back, goods.back)) if way]
    return " and ".join(figures)


def format_months(period: str, figure: str, comparison: str = "") -> str:
    """Return the newest part-year: its figure and comparison."""
    return f"{period}: {figure}{comparison}"


def format_months_change(change: WrittenFigure, base: str, earlier: str) -> str:
    """Return a printed change of a part-year: `, +21 % [4] on Jan–Aug 2024 ($1.075 bn [7])`.

    `earlier` is the figure of the base period, or comes from `format_computed` or `format_incomparable`; `no figure`
    where there is none.
    """
    return f", {change} on {base} ({earlier or 'no figure'})"


def format_months_beside(base: str, earlier: str, change: str = "") -> str:
    """Return the same months a year earlier: `; Jan–Aug 2024: $1.075 bn [7], so +9 %`, `; Jan–Aug 2024: no claim`.

    `earlier` may come from `format_incomparable`; `change` is what the two figures give.
    """
    return f"; {base}: {earlier or NO_CLAIM}{f', so {change}' if change else ''}"


def format_computed(range_: str) -> str:
    """Return a figure that no page prints: `computed: $1.1–1.2 bn`."""
    return f"computed: {range_}"


def format_incomparable(figure: str) -> str:
    """Return a figure of other statistics: `$198.1 m [7] by UZ: not comparable`."""
    return f"{figure}: {NOT_COMPARABLE}"


def format_months_only_change(period: str, change: WrittenFigure, rest: str = "") -> str:
    """Return a newer part-year that has only a change, then the line of the newest with a figure."""
    return f"{period}: only a change, {change}{f'; {rest}' if rest else ''}"


def format_no_months(year: str | None) -> str:
    """Return that there is no part-year, or none for a year or later."""
    return f"none on record for {year} or later" if year else "none on record"


def format_deadline(by: str | None, horizon: str | None) -> str:
    """Return the deadline of a goal: a date, the page's words in quotation marks, or that none is given."""
    if by:
        return f"by {by}"
    return f"“{horizon}”" if horizon else "no date given"


def format_goal(  # noqa: PLR0913 - the parts of the line
    amount: WrittenFigure,
    deadline: str,
    status: str,
    *,
    done: str = "",
    year: str = "",
    needed: str = "",
    made: str = "",
    since: str = "",
) -> str:
    """Return how far a goal is: `$10 bn [1] by 2030: 50 % in 2025, needs 15 % a year, made 3–7 % since 2021: behind`.

    `done`, `needed` and `made` are percentages; `made` can be `too few years on record`. A goal that needs no more
    growth has neither.
    """
    parts = [f"{done}{f' in {year}' if year else ''}"] if done else []
    if needed:
        growth = made if made.startswith("too") else f"made {made}{f' since {since}' if since else ''}" if made else ""
        parts += [f"needs {needed} a year", *([growth] if growth else [])]
    facts = f" {', '.join(parts)}:" if parts else ""
    # Words instead of a date are followed by a colon, like a date.
    return f"{amount} {deadline}:{facts} {status}"


def format_goal_status(
    status: str, *, year: str | int | None = None, passed_in: int | None = None, voices: int = 0
) -> str:
    """Return the status of a goal: `behind, 1 voice`, `disputed for 2022`, `no figure for 2020, passed in 2022`."""
    about = f" for {year}" if status in {"disputed", "no figure"} and year else ""
    passed = f", passed in {passed_in}" if passed_in else ""
    return f"{status}{about}{passed}{', 1 voice' if voices == 1 else ''}"


def format_disputed(years: Mapping[str, Sequence[str]], earlier: int = 0) -> str:
    """Return the disputed quantities by year, newest first: `2022 (turnover, KZ → UZ); 2021 (turnover); 3 earlier`."""
    listed = [f"{year} ({', '.join(things)})" for year, things in years.items()]
    return "; ".join([*listed, *([f"{earlier} earlier"] if earlier else [])]) or "no year"
