"""The main screens, whole, at several widths: what a reader sees is what these files show."""

from collections.abc import Callable

import pytest

from screens import ask_all
from tradefacts.render import render
from tradefacts.render.screen import Screen

ANSWERS = ask_all()
WIDTHS = (None, 100, 60, 30)
PAIR_WIDTHS = (None, 100, 80, 60, 40)
"""The screen of a pair and charts change their layout between any two of these."""


@pytest.mark.parametrize("name", [name for name in ANSWERS if not name.startswith("empty")])
def test_screen_is_as_it_was(name: str, check_golden: Callable[[str, str], None]) -> None:
    shown = []
    has_more_layouts = name.startswith(("pair", "chart"))
    for width in PAIR_WIDTHS if has_more_layouts else WIDTHS:
        title = f"{width} columns" if width else "a pipe"
        screen = Screen(width, has_addresses=width is None or not has_more_layouts)
        shown += [f"──── {title} ────", *render(ANSWERS[name], screen), ""]

    check_golden(f"screen-{name}.txt", "\n".join(shown))


def test_empty_answers_say_so_in_a_line(check_golden: Callable[[str, str], None]) -> None:
    empty = {name: answer for name, answer in ANSWERS.items() if name.startswith("empty")}
    shown = [f"{name}: {line}" for name, answer in empty.items() for line in (*render(answer, Screen()), *answer.notes)]

    check_golden("screens-empty.txt", "\n".join(shown) + "\n")
