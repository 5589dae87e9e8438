"""The lines under the table: years without a claim, the legend, other goals, and the commands that show more."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from tradefacts.commands import COMMANDS
from tradefacts.render.claims import format_claim
from tradefacts.render.pair.outlook import format_other_goals, rank_goals
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, NOT_CONVERTED, count, format_labelled
from tradefacts.render.wrapping import TIE, tie

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from rich.text import Text

    from tradefacts.questions.by_statistics import StatisticsRow
    from tradefacts.render.pair.view import View
    from tradefacts.render.screen import Screen

_SIGNS = (
    ("≠", f"≠{TIE}not true with the figure {{where}}"),
    ("near", "near: true with it only if digits were cut"),
    ("?", f"?{TIE}statistics not named"),
    (" on ", f"{tie('5 on 8:')} voices on pages"),
    ("calc", "calc: computed"),
)
_OTHER_MONEY = re.compile(r"(?:€|\b[A-Z]{3}[ \u00a0])\d")
"""An amount in another currency than US dollars: `€1.3 bn`, `CNY 286 bn`."""
_ALSO = 5
_SEE_ALSO = ("series", "chart", "audit", "cite")


def format_row_gaps(years: Sequence[StatisticsRow], view: View) -> str:
    """Return the years between those shown that have nothing on record, as a sentence."""
    return format_gaps({int(row.period) for row in years}, has_filters=view.has_filters)


def format_gaps(known: Collection[int], *, has_filters: bool) -> str:
    """Return the years between the known ones, as a sentence; empty if there are none."""
    missing = [year for year in range(min(known, default=0), max(known, default=0)) if year not in known]
    spans = []
    for _, group in groupby(enumerate(missing), key=lambda item: item[1] - item[0]):
        run = [year for _, year in group]
        spans.append(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}")
    nothing = "No match" if has_filters else "No claim"
    return f"{nothing} for a full year: {', '.join(reversed(spans))}." if spans else ""


def format_legend(lines: Iterable[str], *, where: str = "above") -> str:
    """Return the legend of the signs that occur in the lines of a table.

    `where` is the position of the figure that a contradicting one is compared with.
    """
    listed = list(lines)
    shown = [words for sign, words in _SIGNS if any(_has_sign(line, sign) for line in listed)]
    shown += [NOT_CONVERTED] if any(map(_OTHER_MONEY.search, listed)) else []
    return f"{TIE}· ".join(shown).format(where=where)


def format_also(view: View) -> list[Text]:
    """Return what else is on record, the newest first: a few claims if no rows exist, or all figures outside rows."""
    kept = set(view.result.other)
    claims = [claim for claim in view.answer.claims if claim.kind != "target"]
    claims = [claim for claim in claims if claim.id in kept] if view.is_everything else claims
    claims.sort(key=lambda claim: claim.moment or claim.published or "", reverse=True)
    most = len(claims) if view.is_everything else _ALSO
    lines = []
    for claim in claims[:most]:
        written = f"{format_claim(claim, view.writer)} · {view.writer.format_speaker(claim)}{TIE}"
        lines += format_labelled("Also", text(written, view.writer.cite([claim])), view.screen)
    more = f"{count(len(claims) - most, 'more claim')}: tradefacts facts {' '.join(view.result.pair)}"
    return [*lines, *([text((more, DIM))] if len(claims) > most else [])]


def format_others(view: View) -> str:
    """Return the goals that do not fit in the head."""
    goals = rank_goals(view)[1:]
    return f"Other goals: {format_other_goals(view, goals)}." if goals else ""


def format_more(view: View, years: Sequence[StatisticsRow], part_years: Sequence[StatisticsRow]) -> str:
    """Return what is hidden, and the options and commands that show it."""
    hidden = [
        count(number, noun)
        for number, noun in (
            (_count_hidden(view.years, years), "more year" if years else "year"),
            (_count_hidden(view.part_years, part_years), "part-year"),
        )
        if number
    ]
    parts = [f"{', '.join(hidden)}: --all"] if hidden else []
    return format_pointers(view.screen, parts, _SEE_ALSO)


def format_pointers(screen: Screen, more: Sequence[str], commands: Sequence[str]) -> str:
    """Return the ways to see more of an answer: options with what they show, and related commands."""
    addresses = [] if screen.has_addresses else ["addresses: --sources"]
    see_also = ", ".join(name for name in commands if name in COMMANDS)
    return f"{TIE}· ".join([*more, *addresses, f"see also {see_also}"])


def _has_sign(line: str, sign: str) -> bool:
    return sign in line if len(sign) == 1 or " " in sign else line.startswith(sign)


def _count_hidden(rows: Sequence[StatisticsRow], shown: Sequence[StatisticsRow]) -> int:
    """Return the number of periods with at least one hidden row."""
    return len({row.period for row in rows[len(shown) :]})
