"""Bars: the certain part to half a cell, the uncertain one to a cell."""

import pytest

from builders import base, volume
from tradefacts.questions.pair import ask_pair
from tradefacts.render.bars import Strokes, draw_bar, find_scale


@pytest.mark.parametrize(
    ("low", "high", "bar"),
    [
        (5_500, 5_500, "━━━━━━━━━"),
        (4_950, 5_050, "━━━━━━━━"),
        (4_550, 4_650, "━━━━━━━╸"),
        (4_500, 5_500, "━━━━━━━╸┄"),
        (2_500, 3_500, "━━━━┄┄"),
        (3_000, None, "━━━━━▸"),
        (None, 2_000, "┄┄┄"),
        (1, 2, "╸"),
        (0, 0, ""),
        (-100, -50, ""),
    ],
)
def test_a_bar_shows_the_certain_and_the_uncertain_part(low: int | None, high: int | None, bar: str) -> None:
    assert draw_bar(low, high, 5_500, 9) == bar


def test_bar_without_a_scale_is_none() -> None:
    assert draw_bar(1, 2, 0, 9) == ""


def test_bar_can_be_drawn_with_other_signs() -> None:
    assert draw_bar(1_000, 2_000, 2_000, 4, Strokes("═", "═", "┈", ">")) == "══┈┈"


def test_scale_is_the_largest_number_that_a_figure_may_be() -> None:
    answer = ask_pair(
        base(volume("KZ", "KG", "2022", "$1 bln"), volume("KZ", "KG", "2023", "$2 bln", bound=">")), "KZ-KG"
    )
    figures = [figure for row in answer.result.years for cell in row.cells for figure in cell.figures]

    assert find_scale(figures) == 2_000_000_000
    assert find_scale([]) == 0
