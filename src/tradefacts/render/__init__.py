"""Answers for people: tables and short lines, whole at any width."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from tradefacts.render.screen import Screen, find_screen

if TYPE_CHECKING:
    from tradefacts.answer import Answer

_MODULES = {
    "pair": "pair",
    "timeline": "timeline",
    "targets": "targets",
    "officials": "officials",
    "lint": "findings",
    "audit": "audit",
    "explain": "explain",
}


def render(answer: Answer[Any], screen: Screen | None = None) -> list[str]:
    """Return an answer as lines of text for a screen; for standard output where none is given."""
    module = import_module(f"tradefacts.render.{_MODULES.get(answer.command, 'listing')}")
    screen = screen or find_screen()
    lines: list[str] = screen.write(getattr(module, f"render_{answer.command}")(answer, screen))
    return lines
