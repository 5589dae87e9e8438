"""Fifteen questions of journalists: the answer is in the first ten lines of one command."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

import pytest

from running import ask

FOLDER = Path(__file__).parent.parent / "docs"
QUESTIONS: tuple[Any, ...] = runpy.run_path(str(FOLDER / "questions.py"))["QUESTIONS"]
MOST = 10


def test_there_are_fifteen_questions() -> None:
    assert len(QUESTIONS) == 15


@pytest.mark.parametrize(
    ("command", "answer"),
    [(question.command, question.answer) for question in QUESTIONS],
    ids=[question.asked for question in QUESTIONS],
)
def test_a_question_is_answered_within_the_first_lines(
    capfd: pytest.CaptureFixture[str], command: str, answer: str
) -> None:
    out = ask(capfd, *command.split(), "--width", "100").out

    assert any(re.match(answer, line) for line in out.splitlines()[:MOST])
