"""Look up published trade figures for Central Asia, offline, each with its source.

>>> import tradefacts
>>> facts = tradefacts.open()
>>> answer = facts.pair("KZ", "KG")
>>> answer.result.pair
('KG', 'KZ')

Importing the package imports nothing else; the names below are loaded when they are first used.
"""

from __future__ import annotations

from tradefacts.version import __version__

# Importing `typing` would take too long here, because the program must set its signal handlers first.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from tradefacts.api import Answer, Facts, open  # noqa: A004 - tradefacts.open() is how a base is opened
    from tradefacts.errors import TradefactsError
    from tradefacts.figure.value import ParsedFigure
    from tradefacts.period import Period
    from tradefacts.query import Filters

__all__ = ["Answer", "Facts", "Filters", "ParsedFigure", "Period", "TradefactsError", "__version__", "open"]

_PLACES = {
    "Answer": "api",
    "Facts": "api",
    "Filters": "query",
    "ParsedFigure": "figure.value",
    "Period": "period",
    "TradefactsError": "errors",
    "open": "api",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - any public name
    """Load a public name when it is first used."""
    if name not in _PLACES:
        message = f"module 'tradefacts' has no attribute {name!r}"
        raise AttributeError(message)
    from importlib import import_module  # noqa: PLC0415 - loaded on first use

    return getattr(import_module(f"tradefacts.{_PLACES[name]}"), name)
