"""What a printed figure says: its exact value, its precision, the interval its digits stand for.

A printed figure is an interval: "$1.3 billion" was written by someone who rounded. The way is
`words` and `numerals` (tables) → `lexicon` (tokens) → `grammar` (terms) → `Figure` → `Interval`.
"""

from typing import TYPE_CHECKING

from tradefacts.figure.interval import Interval
from tradefacts.figure.value import Bound, Figure, Unit

if TYPE_CHECKING:
    from tradefacts.figure.reading import read_figure, settle_figure

__all__ = ["Bound", "Figure", "Interval", "Unit", "read_figure", "settle_figure"]


def __getattr__(name: str) -> object:
    # A look-up needs intervals only; the tables of words are loaded by the first figure that is read.
    if name in {"read_figure", "settle_figure"}:
        from tradefacts.figure import reading  # noqa: PLC0415 -- see above

        globals()[name] = getattr(reading, name)
        return globals()[name]
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
