"""Libraries that only some formats need: imported when needed, and named when missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from tradefacts.errors import MissingExtraError


def import_extra(module: str, extra: str) -> Any:  # noqa: ANN401 - a module
    """Return a module that an extra of the program brings.

    Raises:
        MissingExtraError: it is not installed; the hint says how to.
    """
    try:
        return import_module(module)
    except ImportError:
        library = module.partition(".")[0]
        message = f"{library} is needed for this and is not installed"
        raise MissingExtraError(message, hint=f"pip install 'tradefacts[{extra}]'") from None
