"""Figures of one shape, which differ only in their digits: read once, and each as it would be read alone."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest.mock import Mock

from hypothesis import example, given
from hypothesis import strategies as st

from tradefacts.errors import InvalidFigureError
from tradefacts.figure.parsing import parse_figure
from tradefacts.figure.tokenizer import tokenize

if TYPE_CHECKING:
    import pytest

FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
NUMBERS = st.from_regex(r"[0-9]{1,4}([., ][0-9]{1,3}){0,2}|1[.,]?0{1,3}|[0-9]{13,16}", fullmatch=True)
TEXTS = ["${} billion", "-{}%", "{} mil", "{} times lower", "в {} раза", "{}亿美元", "增长{}倍", "{}-ти миллиардов"]
TEXTS += ["USD million {}", "'000 {}", "{} '000", "{}½", "{} and a half million", "{} billion in words"]
TEXTS += ["{} {}", "{} billion {} million", "{} thousand {}", "{}万{}", "on thousand {} dollars"]


def read(printed: str) -> list[str]:
    """Return every meaning; none for a figure that is refused."""
    try:
        return [str(figure) for figure in parse_figure(printed)]
    except InvalidFigureError:
        return []


@given(st.sampled_from(TEXTS), NUMBERS, NUMBERS)
@example("{} times lower", "2", "").via("read as a fall")
@example("{} times lower", "1", "").via("refused as a fall")
def test_figure_is_read_as_if_no_other_had_its_shape(text: str, first: str, second: str) -> None:
    shared = text.format(first, second)
    # Only ASCII digits are alike, so that these figures have a shape of their own.
    alone = text.format(first.translate(FULL_WIDTH), second.translate(FULL_WIDTH))

    assert read(shared) == read(alone)


def test_figures_of_one_shape_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Mock(side_effect=tokenize)
    monkeypatch.setattr("tradefacts.figure.parsing.tokenize", counted)

    figures = [read(f"GEL -{digits} mln") for digits in ("73,58", "64,92", "38,47")]

    assert figures == [["GEL -73.58 million"], ["GEL -64.92 million"], ["GEL -38.47 million"]]
    assert counted.call_count <= 1
