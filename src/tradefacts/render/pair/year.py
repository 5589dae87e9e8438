"""The first lines of the head: the newest full year as a sentence, its voices, and whose statistics it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.period import find_year_before
from tradefacts.questions.headline import find_other_side
from tradefacts.render.calculated import format_calculated_change
from tradefacts.render.pair.cells import find_clash, list_contradicting
from tradefacts.render.pair.view import count_pages, find_rate
from tradefacts.render.words import format_period
from tradefacts.render.wrapping import tie
from tradefacts.wording.figures import format_change, format_computed_change, format_reported
from tradefacts.wording.sentences import (
    format_advice,
    format_agreement,
    format_both_sides,
    format_change_of_other,
    format_dispute,
    format_dispute_among_others,
    format_figure_sentence,
    format_last_by,
    format_no_year,
    format_only_change,
    format_refused_change,
    format_support,
    format_voices,
    format_whose,
)
from tradefacts.wording.subjects import capitalize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.factbase import Claim
    from tradefacts.questions.headline import Opening
    from tradefacts.reckoning.rates import Between, Recorded
    from tradefacts.render.pair.view import View
    from tradefacts.wording.figures import WrittenFigure
    from tradefacts.wording.subjects import Speaker

Line = tuple[str, str]
"""A label and its text."""

_FITTING, _NEAR = 2, 1
"""The most fitting figures, and the most near ones, named beside an undisputed figure."""


def format_year(view: View, *, has_office: bool = True) -> Iterator[Line]:
    """Yield the line of the newest full year, preceded by that of a newer year with only a change."""
    headline = view.result.headline
    if headline.newer_change:
        claim = view.claims[headline.newer_change]
        speaker = _find_speaker(view, claim, has_office=has_office)
        yield format_period(claim.period), format_only_change(view.writer.format_figure(claim), speaker)
    if headline.year is None:
        year = view.answer.query.get("year")
        yield str(year or "Year"), format_no_year("turnover", has_filters=view.has_filters)
    else:
        yield headline.year.period, capitalize(format_opening(view, headline.year, has_office=has_office))


def format_opening(view: View, opening: Opening, *, has_office: bool = True, has_refused: bool = True) -> str:
    """Return a sentence on the leading figure of a period and its change, without an initial capital.

    Without `has_refused`, a change that no two figures on record give is left out.
    """
    claim = view.claims[opening.fact]
    figure = view.writer.format_figure(claim)
    base = format_period(find_year_before(opening.period))
    growth = view.claims[opening.change] if opening.change else None
    change = ""
    if growth and growth.source == claim.source and not opening.is_change_refused:
        change = format_change(view.writer.format_figure(growth), base)
    elif opening.computed_low is not None and opening.earlier:
        earlier = view.writer.format_figure(view.claims[opening.earlier])
        computed = tie(format_calculated_change(opening.computed_low, opening.computed_high))
        change = format_computed_change(computed, earlier, base)
    sentence = format_figure_sentence(
        figure,
        format_period(opening.period),
        _find_speaker(view, claim, has_office=has_office),
        subject=view.subject,
        reporter=view.names[opening.reporter] if opening.reporter else None,
        change=change,
    )
    if growth is None or change or (opening.is_change_refused and not has_refused):
        return sentence
    return f"{sentence} {_format_other_change(view, opening, growth, base, has_office=has_office)}"


def format_voices_line(view: View, opening: Opening, *, has_unattributed: bool = True) -> str:
    """Return the number of voices, what else is on record, and how to quote the figure."""
    cell = view.find_row(opening).turnover
    assert cell  # noqa: S101 - an opening has one
    leading = cell.figures[0]
    claim = view.claims[opening.fact]
    figure = view.writer.format_figure(claim)
    contradicting = list_contradicting(cell)
    clash = None if contradicting else find_clash(cell, view.claims)
    if contradicting:
        rival = view.choose(contradicting[0])
        speaker = view.writer.find_speaker(rival)
        standing = format_dispute(view.writer.format_figure(rival), speaker, len(contradicting) - 1)
    elif clash:
        standing = format_dispute_among_others(view.format(clash[0]), view.format(clash[1][0]))
    else:
        others = cell.figures[1:]
        near = [figure for figure in others if figure.verdict == "near"]
        fitting = [figure for figure in others if figure.verdict != "near"]
        standing = format_agreement(
            [view.format(figure) for figure in fitting[:_FITTING]],
            [view.format(figure) for figure in near[:_NEAR]],
            has_others=bool(others),
            reporter=opening.reporter,
            unattributed=_find_unattributed(view, opening) if has_unattributed and not others else None,
            has_filters=view.has_filters,
        )
    advice = format_advice(
        figure,
        leading.voices,
        contradicting=len(contradicting) or bool(clash),
        is_change_refused=opening.is_change_refused,
    )
    return format_voices(format_support(leading.voices, count_pages(leading, view)), standing, advice)


def format_whose_line(view: View, opening: Opening, *, has_last: bool = True) -> str:
    """Return whose statistics it is, and the figures of the other side or of both sides."""
    name = view.names[opening.reporter] if opening.reporter else None
    side = find_other_side(view.years, view.result.pair, view.find_row(opening)) if has_last else None
    if side is None:
        return format_whose(name)
    written = [(view.format(row.turnover.figures[0]), row.reporter or "") for row in side.rows if row.turnover]
    if len(written) > 1:
        return format_whose(name, format_both_sides(side.year, written[0], written[1]))
    (figure, reporter) = written[0]
    return format_whose(name, format_last_by(reporter, figure, side.year))


def _find_unattributed(view: View, opening: Opening) -> WrittenFigure | None:
    """Return the leading unattributed figure of the same period, if the opening is by a reporter.

    One in the same currency comes first.
    """
    rows = [row for row in (*view.years, *view.part_years) if row[:2] == (opening.period, None) and row.turnover]
    row = min(rows, key=lambda row: row.currency != opening.currency, default=None)
    return view.format(row.turnover.figures[0]) if opening.reporter and row and row.turnover else None


def _format_other_change(view: View, opening: Opening, growth: Claim, base: str, *, has_office: bool) -> str:
    """Return a sentence on a change that another page prints, or that no two figures on record give."""
    is_other_page = growth.source != view.claims[opening.fact].source
    change = view.writer.format_figure(growth)
    speaker = _find_speaker(view, growth, has_office=has_office)
    cell = view.find_row(opening).change
    rate = find_rate(cell, growth) if cell else None
    if not opening.is_change_refused or rate is None or rate.refused_by is None:
        return format_change_of_other(change, base, speaker)
    given = tie(format_calculated_change(rate.refused_by.low, rate.refused_by.high))
    figures = _format_refusing(view, opening, rate.refused_by)
    return format_refused_change(change, base, given, figures, speaker if is_other_page else None)


def _format_refusing(view: View, opening: Opening, between: Between) -> str:
    """Return the figures that refuse a change, without the one that opens the sentence."""
    written = []
    for recorded in (between.later, between.earlier):
        if opening.fact not in recorded.facts:
            reported = _format_recorded(view, recorded, opening.reporter)
            written.append(f"{reported} in {format_period(recorded.period)}")
    return ", ".join(written)


def _format_recorded(view: View, recorded: Recorded, reporter: str | None) -> str:
    claims = [view.claims[name] for name in recorded.facts]
    claim = max(claims, key=lambda claim: claim.source in view.writer.numbers)
    is_named = recorded.reporter != reporter
    return format_reported(view.writer.format_figure(claim), recorded.reporter if is_named else None, is_named=is_named)


def _find_speaker(view: View, claim: Claim, *, has_office: bool) -> Speaker:
    speaker = view.writer.find_speaker(claim)
    return speaker if has_office else speaker._replace(office=None)
