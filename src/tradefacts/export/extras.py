"""Optional libraries: imported when a format needs them, and named in the error when missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from tradefacts.errors import MissingExtraError


def import_extra(module: str, extra: str) -> Any:  # noqa: ANN401 - a module
    """Return a module that one of the package's extras installs.

    Raises:
        MissingExtraError: it is not installed; the hint says how to install it.
    """
    try:
        return import_module(module)
    except ImportError:
        library = module.partition(".")[0]
        message = f"{library} is needed for this and is not installed"
        raise MissingExtraError(message, hint=f"pip install 'tradefacts[{extra}]'") from None
