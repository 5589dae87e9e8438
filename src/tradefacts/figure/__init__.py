"""What a printed figure says: its exact value, its precision, the interval its digits stand for.

A printed figure is an interval: "$1.3 billion" was written by someone who rounded. The way is
`words` and `numerals` (tables) → `lexicon` (tokens) → `grammar` (terms) → `Figure` → `Interval`.
"""

from tradefacts.figure.reading import read_figure, settle_figure
from tradefacts.figure.value import Bound, Figure, Unit
from tradefacts.interval import Interval

__all__ = ["Bound", "Figure", "Interval", "Unit", "read_figure", "settle_figure"]
