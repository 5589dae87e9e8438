"""Answers for people: tables and short lines, complete at any width."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.commands import QUESTIONS, load

if TYPE_CHECKING:
    from tradefacts.answer import Answer
    from tradefacts.render.screen import Screen


def render(answer: Answer[Any], screen: Screen) -> list[str]:
    """Return an answer as lines of text for the screen."""
    renderer = load(str(QUESTIONS[answer.command].render))
    lines: list[str] = screen.format(renderer(answer, screen))
    return lines
