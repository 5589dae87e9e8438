"""The main screens, whole, at four widths: what a reader sees is what these files show."""

from collections.abc import Callable

import pytest

from screens import ask_all
from tradefacts.render import render
from tradefacts.render.screen import Screen

ANSWERS = ask_all()
WIDTHS = {None: "a pipe", 100: "100 columns", 60: "60 columns", 30: "30 columns"}


@pytest.mark.parametrize("name", [name for name in ANSWERS if not name.startswith("empty")])
def test_screen_is_as_it_was(name: str, check_golden: Callable[[str, str], None]) -> None:
    shown = [[f"──── {words} ────", *render(ANSWERS[name], Screen(width))] for width, words in WIDTHS.items()]

    check_golden(f"screen-{name}.txt", "\n".join(line for lines in shown for line in [*lines, ""]))


def test_empty_answers_say_so_in_a_line(check_golden: Callable[[str, str], None]) -> None:
    empty = {name: answer for name, answer in ANSWERS.items() if name.startswith("empty")}
    shown = [f"{name}: {line}" for name, answer in empty.items() for line in (*render(answer, Screen()), *answer.notes)]

    check_golden("screens-empty.txt", "\n".join(shown) + "\n")
