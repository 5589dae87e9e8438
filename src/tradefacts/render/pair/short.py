"""The opening sentence on its own, and the message if nothing is on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.render.pair.cells import find_clash, list_contradicting
from tradefacts.render.pair.year import format_opening
from tradefacts.render.screen import text
from tradefacts.render.words import format_number
from tradefacts.wording.sentences import format_no_year, format_nothing
from tradefacts.wording.subjects import capitalize, format_place

if TYPE_CHECKING:
    from rich.text import Text

    from tradefacts.questions.headline import Opening
    from tradefacts.render.pair.view import View


def format_short(view: View) -> list[Text]:
    """Return one line: the newest full year, or else the newest months; a refused change is left out."""
    view = view.start_again(has_numbers=False)
    opening = view.result.headline.year or view.result.headline.months
    if opening is None:
        nothing = format_no_year("turnover", has_filters=view.has_filters)
        return [text(f"{view.title}: {nothing[:1].lower()}{nothing[1:]}")]
    claim = view.claims[opening.fact]
    sentence = format_opening(view, opening, has_refused=False)
    address = f" {claim.url}" if view.screen.wants_addresses and claim.url else ""
    return [text(f"{view.title}: {sentence} {_format_support(view, opening)}{address}")]


def format_nothing_on_record(view: View) -> list[Text]:
    """Return the message that nothing is on record, and the commands that show what is."""
    places = dict.fromkeys(view.result.pair)
    nothing = (
        f"Nothing about {view.title} matches the filters."
        if view.has_filters
        else format_nothing([format_place(view.names[code]) for code in places])
    )
    if "short" in view.answer.query:
        return [text(nothing)]
    return [text(nothing), text(" · ".join(f"tradefacts coverage {code}" for code in places))]


def _format_support(view: View, opening: Opening) -> str:
    cell = view.find_row(opening).turnover
    assert cell  # noqa: S101 - an opening has one
    contradicting = list_contradicting(cell)
    clash = None if contradicting else find_clash(cell, view.claims)
    if contradicting or clash:
        figures = contradicting[:1] if contradicting else [clash[0], clash[1][0]] if clash else []
        also = " and ".join(str(view.format(figure)) for figure in figures)
        return f"Disputed: also {also}."
    voices = cell.figures[0].voices
    return f"{capitalize(format_number(voices))} {'voice' if voices == 1 else 'voices'}."
