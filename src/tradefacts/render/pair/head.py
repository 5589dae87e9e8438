"""The head: the answer in seven labelled lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.named_tuples import NamedTuple
from tradefacts.render.pair.outlook import (
    format_disputed_line,
    format_each_way_line,
    format_goal_line,
    format_months_line,
    rank_goals,
)
from tradefacts.render.pair.year import format_voices_line, format_whose_line, format_year
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, LABEL, count, format_labelled, style_sentence
from tradefacts.render.wrapping import count_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from tradefacts.render.pair.view import View
    from tradefacts.render.pair.year import Line

MOST_LINES = 10
"""The most lines of 100 columns in a head, below its title."""
COLUMNS = 100
"""The width at which lines are counted, so that the content is the same at every width."""
_STATUS_STYLES = {
    "behind": "red",
    "missed": "red",
    "disputed": "red",
    "reached": "green",
    "met": "green",
    "on pace": "green",
}


class Economy(NamedTuple):
    """The details that a head keeps; one that is too long drops some."""

    has_last: bool = True
    """Whether the lines on voices and on whose statistics it is also give figures of other statistics."""
    has_office: bool = True
    """Whether speakers are given with their offices."""
    disputed_years: int = 3


_ECONOMIES = (Economy(), Economy(has_last=False), Economy(has_last=False, has_office=False), Economy(False, False, 1))  # noqa: FBT003 - all details dropped


class Head(NamedTuple):
    """The lines of a head, and the view with the pages they cite."""

    lines: list[Line]
    status: str
    """The status of the goal in the lines."""
    view: View


def make_head(view: View, *, is_year: bool = False) -> Head:
    """Return the head in full or, if it is too long, with as few details dropped as possible; at worst the shortest.

    The head of a single year mentions no other years.
    """
    make = _make_year_head if is_year else _make_head
    heads: list[Head] = []
    for economy in _ECONOMIES:
        heads.append(make(view.start_again(), economy))
        if view.is_everything or count_head_lines(heads[-1]) <= MOST_LINES:
            return heads[-1]
    return min(heads, key=count_head_lines)


def count_head_lines(head: Head) -> int:
    """Return the number of lines of 100 columns that the labelled sentences of a head take."""
    return sum(count_lines(sentence, COLUMNS - LABEL) for _, sentence in head.lines)


def format_head(head: Head) -> list[Text]:
    """Return the head for the screen, without its title."""
    screen = head.view.screen
    written: list[Text] = []
    for label, sentence in head.lines:
        styled = style_sentence(sentence)
        if label == "Goal":
            style_status(styled, head.status)
        written += format_labelled(label, styled, screen)
    return written


def format_title(view: View) -> list[Text]:
    """Return the two places, and how much is on record about them, right-aligned if there is room."""
    result, screen = view.result, view.screen
    newest = f", newest {result.newest}" if result.newest else ""
    noun = ("matching claim", "matching claims") if view.has_filters else ("claim", "claims")
    claims = f"{count(len(view.answer.claims), *noun)} on {count(result.pages, 'page')}{newest}"
    title, amount = screen.spell(text((view.title, "bold"))), text((claims, DIM))
    room = screen.columns - len(title.plain) - len(claims)
    if screen.width is None:
        return [text(title, "  ", amount)]
    return [text(title, " " * room, amount)] if room > 1 and not screen.is_narrow else [title, amount]


def style_status(written: Text, status: str) -> None:
    """Colour the status at the end of a line or before another goal."""
    for word, style in _STATUS_STYLES.items():
        if status.startswith(word):
            start = written.plain.rfind(status)
            written.stylize(style, start, start + len(word))


def _make_head(view: View, economy: Economy) -> Head:
    goals = rank_goals(view)
    lines = [
        *_format_statement(view, economy),
        ("Each way", format_each_way_line(view)),
        ("Months", format_months_line(view)),
    ]
    goal, status = format_goal_line(view, goals)
    lines += [("Goal", goal), ("Disputed", format_disputed_line(view, years=economy.disputed_years))]
    # With filters, a line without content would say that nothing is on record.
    return Head([line for line in lines if line[1]], status, view)


def _make_year_head(view: View, economy: Economy) -> Head:
    headline = view.result.headline
    lines = [*_format_statement(view, economy)]
    if headline.year is None and headline.months:
        lines.append(("Months", format_months_line(view)))
    lines.append(("Disputed", format_disputed_line(view) if headline.disputed else "nothing"))
    return Head(lines, "", view)


def _format_statement(view: View, economy: Economy) -> Iterator[Line]:
    """Yield the lines of the newest year, or of the newest months if no year has a figure."""
    headline = view.result.headline
    if not view.has_goods_only:
        yield from format_year(view, has_office=economy.has_office)
    opening = headline.year or headline.months
    if opening is not None:
        yield "Voices", format_voices_line(view, opening, has_unattributed=economy.has_last)
        yield "Whose", format_whose_line(view, opening, has_last=economy.has_last)
