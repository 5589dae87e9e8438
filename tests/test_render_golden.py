"""The complete main screens at several widths, as golden files."""

from collections.abc import Callable

import pytest

from screens import ask_all
from tradefacts.render import render
from tradefacts.render.screen import Screen

ANSWERS = ask_all()
WIDTHS = (None, 100, 60, 30)
FULL_WIDTHS = (None, 100, 80, 60, 40)
"""The screens of figures change their layout between any two of these."""
WRITTEN = {
    "ascii": Screen(100, has_addresses=False, is_ascii=True),
    "list": Screen(100, has_addresses=False, is_list=True),
}
"""Other ways to write a screen."""


@pytest.mark.parametrize("name", [name for name in ANSWERS if not name.startswith("empty")])
def test_screen_is_as_it_was(name: str, check_golden: Callable[[str, str], None]) -> None:
    shown = []
    is_of_figures = name.startswith(("pair", "series", "chart"))
    for width in FULL_WIDTHS if is_of_figures else WIDTHS:
        title = f"{width} columns" if width else "a pipe"
        screen = Screen(width, has_addresses=width is None or not is_of_figures)
        shown += [f"──── {title} ────", *render(ANSWERS[name], screen), ""]

    check_golden(f"screen-{name}.txt", "\n".join(shown))


@pytest.mark.parametrize("way", WRITTEN)
def test_a_series_can_be_written_in_other_ways(way: str, check_golden: Callable[[str, str], None]) -> None:
    check_golden(f"screen-series-{way}.txt", "\n".join([*render(ANSWERS["series"], WRITTEN[way]), ""]))


def test_empty_answers_say_so_in_one_line(check_golden: Callable[[str, str], None]) -> None:
    empty = {name: answer for name, answer in ANSWERS.items() if name.startswith("empty")}
    shown = [f"{name}: {line}" for name, answer in empty.items() for line in (*render(answer, Screen()), *answer.notes)]

    check_golden("screens-empty.txt", "\n".join(shown) + "\n")
