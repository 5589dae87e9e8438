"""A claim as a sentence for an article: what its page says, who says it and when."""

from collections.abc import Callable

from tradefacts.answer import Names
from tradefacts.factbase import Claim
from tradefacts.reckoning.keys import find_base_period
from tradefacts.wording.claims import (
    format_change_sentence,
    format_goal_sentence,
    format_meeting_sentence,
    format_projects_sentence,
    format_share_sentence,
    format_term_sentence,
    format_whole,
)
from tradefacts.wording.figures import WrittenFigure, format_full_period, format_in_full
from tradefacts.wording.sentences import format_figure_sentence
from tradefacts.wording.subjects import capitalize, format_place, format_subject, get_verb

WORLD = "WORLD"
"""The code of all other countries together: trade with it is a country's total trade."""


def format_full_claim(claim: Claim, names: Names) -> tuple[str | None, str | None]:
    """Return a sentence and the figure in it; None for a kind without a sentence, and for one without a figure."""
    write = _SENTENCES.get(claim.kind)
    if write is None:
        return None, None
    if not claim.printed:
        return write(claim, WrittenFigure(""), names), None
    is_read = claim.low is not None or claim.high is not None
    # Words that do not denote a range are quoted as printed.
    figure = format_in_full(claim.shown or "") if is_read else WrittenFigure(f"“{claim.printed}”", claim.bound or "=")
    return write(claim, figure, names), figure.text


def _write_volume(claim: Claim, figure: WrittenFigure, names: Names) -> str:
    return format_figure_sentence(
        figure,
        _write_period(claim),
        names.find_speaker(claim),
        subject=capitalize(_write_subject(claim, names)),
        verb=get_verb(claim.flow or ""),
        reporter=_name_reporter(claim, names),
    )


def _write_growth(claim: Claim, figure: WrittenFigure, names: Names) -> str:
    base = find_base_period(claim)
    return format_change_sentence(
        _write_subject(claim, names),
        get_verb(claim.flow or ""),
        figure,
        _write_period(claim),
        format_full_period(base) if base else "",
        names.find_speaker(claim),
        reporter=_name_reporter(claim, names),
    )


def _write_share(claim: Claim, figure: WrittenFigure, names: Names) -> str:
    whole_country = claim.whole_country or ""
    return format_share_sentence(
        _write_subject(claim, names),
        get_verb(claim.flow or ""),
        figure,
        format_whole(claim.whole or "", whole_country, names[whole_country]),
        _write_period(claim),
        names.find_speaker(claim),
        reporter=_name_reporter(claim, names),
    )


def _write_target(claim: Claim, figure: WrittenFigure, names: Names) -> str:
    return format_goal_sentence(
        _write_subject(claim, names), figure, claim.by, claim.horizon, names.find_speaker(claim)
    )


def _write_project(claim: Claim, figure: WrittenFigure, names: Names) -> str:
    first, second = (capitalize(format_place(names[code])) for code in claim.places)
    return format_projects_sentence(
        (first, second), claim.projects, claim.status or "", figure, names.find_speaker(claim)
    )


def _write_term(claim: Claim, _: WrittenFigure, names: Names) -> str:
    return format_term_sentence(
        names[claim.person or ""],
        names.describe_office(claim.office or ""),
        start=claim.start,
        end=claim.end,
        seen_on=claim.seen_on,
        speaker=names.find_speaker(claim),
    )


def _write_event(claim: Claim, _: WrittenFigure, names: Names) -> str:
    parties = [format_place(names[code]) for code in claim.parties]
    return format_meeting_sentence(claim.name, claim.date, claim.venue, parties, names.find_speaker(claim))


_SENTENCES: dict[str, Callable[[Claim, WrittenFigure, Names], str]] = {
    "volume": _write_volume,
    "growth": _write_growth,
    "share": _write_share,
    "target": _write_target,
    "project": _write_project,
    "term": _write_term,
    "event": _write_event,
}


def _write_subject(claim: Claim, names: Names) -> str:
    # Exports and imports have an order; the trade of two places uses the order of their names.
    country, partner = claim.pair if claim.flow == "turnover" and claim.pair else claim.places
    is_world = partner == WORLD
    return format_subject(
        claim.flow or "turnover", names[country], names[partner], scope=claim.scope, is_world=is_world
    )


def _write_period(claim: Claim) -> str:
    return format_full_period(claim.period) if claim.period else ""


def _name_reporter(claim: Claim, names: Names) -> str | None:
    return names[claim.reporter] if claim.reporter else None
