"""A sentence for a claim other than an amount: a change, a share, a goal, projects, an office, a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.wording.figures import WrittenFigure, format_change, format_full_date
from tradefacts.wording.subjects import capitalize, format_possessive, format_statistics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.wording.subjects import Speaker

_PROJECTS = {"agreed": "agreed on", "under way": "under way", "done": "completed"}


def format_change_sentence(  # noqa: PLR0913 - the parts of the sentence
    subject: str, verb: str, change: WrittenFigure, period: str, base: str, speaker: Speaker, *, reporter: str | None
) -> str:
    """Return a change: `In 2025 trade between A and B was up 11.4 percent on 2024, …`."""
    counted = f" by {format_statistics(reporter)}" if reporter else ""
    when = f"In {period} {subject}" if period else f"{capitalize(subject)}, in a period that the page does not name,"
    changed = format_change(change, base or "the same months of the year before")
    return f"{when} {verb} {changed}{counted}, according to {speaker}."


def format_share_sentence(  # noqa: PLR0913 - the parts of the sentence
    subject: str, verb: str, share: WrittenFigure, whole: str, period: str, speaker: Speaker, *, reporter: str | None
) -> str:
    """Return a share: `Trade between A and B was 24.5 percent of A's total trade in 2022`."""
    counted = f" by {format_statistics(reporter)}" if reporter else ""
    when = f" in {period}" if period else ""
    return f"{capitalize(subject)} {verb} {share.in_words} of {whole}{when}{counted}, according to {speaker}."


def format_whole(whole: str, code: str, name: str) -> str:
    """Return the whole of a share, with a name for a code at its beginning: `Uzbekistan's total trade`."""
    return f"{format_possessive(name)} {whole.removeprefix(f'{code} ')}" if whole.startswith(f"{code} ") else whole


def format_goal_sentence(
    subject: str, amount: WrittenFigure, by: str | None, horizon: str | None, speaker: Speaker
) -> str:
    """Return a goal: `A goal for trade between A and B is $10 billion by 2030, according to S (date)`."""
    until = f" by {by}" if by else f" (“{horizon}”)" if horizon else ""
    return f"A goal for {subject} is {amount.in_words}{until}, according to {speaker}."


def format_projects_sentence(
    places: tuple[str, str], number: int, status: str, amount: WrittenFigure, speaker: Speaker
) -> str:
    """Return a portfolio: `A and B have 69 joint projects agreed on, worth $3.1 billion, according to …`."""
    projects = f"{number} joint {'project' if number == 1 else 'projects'} {_PROJECTS.get(status, status)}"
    return f"{places[0]} and {places[1]} have {projects}, worth {amount.in_words}, according to {speaker}."


def format_term_sentence(  # noqa: PLR0913 - the parts of the sentence
    person: str, office: str, *, start: str | None, end: str | None, seen_on: str | None, speaker: Speaker
) -> str:
    """Return a term of office: `P was O on 30 May 2025, according to S (date)`."""
    if start:
        verb, when = (
            ("was", f"from {_name_date(start)} to {_name_date(end)}") if end else ("became", format_full_date(start))
        )
    elif end:
        verb, when = "was", f"until {_name_date(end)}"
    else:
        verb, when = "was", format_full_date(seen_on) if seen_on else "when the page was written"
    return f"{person} {verb} {office} {when}, according to {speaker}."


def format_meeting_sentence(
    name: str | None, date: str | None, venue: str | None, parties: Sequence[str], speaker: Speaker
) -> str:
    """Return a meeting: `The CIS summit was held in Bishkek on 13 October 2023 with A and B`."""
    *before, last = parties
    among = f"{', '.join(before)} and {last}" if before else last
    where = f" in {venue}" if venue else ""
    when = f" {format_full_date(date)}" if date else ""
    return f"{name or 'A meeting'} was held{where}{when} with {among}, according to {speaker}."


def _name_date(written: str | None) -> str:
    return format_full_date(written).partition(" ")[2] if written else ""
