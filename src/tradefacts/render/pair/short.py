"""The opening sentence alone, and what is said where nothing is on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.period import Period
from tradefacts.render.pair.cells import find_clash, list_contradicting
from tradefacts.render.screen import text
from tradefacts.render.words import write_number, write_period
from tradefacts.render.wrapping import tie
from tradefacts.wording.figures import format_change, split_bound
from tradefacts.wording.sentences import NO_FULL_YEAR, format_figure_sentence, format_nothing
from tradefacts.wording.subjects import capitalize

if TYPE_CHECKING:
    from rich.text import Text

    from tradefacts.factbase import Claim
    from tradefacts.questions.headline import Opening
    from tradefacts.render.pair.view import View
    from tradefacts.wording.figures import WrittenFigure


def write_short(view: View) -> list[Text]:
    """Return one line: the newest full year, or else the newest months; a change that is refused is left out."""
    opening = view.result.headline.year or view.result.headline.months
    if opening is None:
        return [text(f"{view.title}: {NO_FULL_YEAR[0].lower()}{NO_FULL_YEAR[1:]}")]
    claim = view.claims[opening.fact]
    growth = view.claims[opening.change] if opening.change and not opening.is_change_refused else None
    change = ""
    if growth and growth.source == claim.source:
        change = format_change(_write(growth), write_period(str(Period.parse(opening.period).shift(-1))))
    sentence = format_figure_sentence(
        _write(claim),
        write_period(opening.period),
        view.names.find_speaker(claim),
        subject=view.subject,
        reporter=view.names[opening.reporter] if opening.reporter else None,
        change=change,
    )
    address = f" {claim.url}" if view.screen.wants_addresses and claim.url else ""
    return [text(f"{view.title}: {sentence} {_write_support(view, opening)}{address}")]


def write_nothing(view: View) -> list[Text]:
    """Return that nothing is on record, and the commands that show what is."""
    places = dict.fromkeys(view.result.pair)
    commands = " · ".join(f"tradefacts coverage {code}" for code in places)
    if view.answer.query.keys() - {"pair", "all", "short"}:
        return [text(f"Nothing about {view.title} matches the filters."), text(commands)]
    return [text(format_nothing([view.names[code] for code in places])), text(commands)]


def _write(claim: Claim) -> WrittenFigure:
    figure = split_bound(claim.shown or "")
    return figure._replace(text=tie(figure.text))


def _write_support(view: View, opening: Opening) -> str:
    cell = view.find_row(opening).turnover
    assert cell  # noqa: S101 - an opening has one
    contradicting = list_contradicting(cell)
    clash = None if contradicting else find_clash(cell, view.claims)
    if contradicting or clash:
        figures = contradicting[:1] if contradicting else [clash[0], clash[1][0]] if clash else []
        also = " and ".join(str(_write(view.choose(figure))) for figure in figures)
        return f"Disputed: also {also}."
    voices = cell.figures[0].voices
    return f"{capitalize(write_number(voices))} {'voice' if voices == 1 else 'voices'}."
