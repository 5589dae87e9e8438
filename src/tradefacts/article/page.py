"""A text with the mentions found in it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from tradefacts.article.cells import Cell, count_cells, read_cells
from tradefacts.article.cues import correct_cues, find_cues, skip_whole_periods
from tradefacts.article.cutting import Cut, cut
from tradefacts.article.dateline import find_clock
from tradefacts.article.elision import complete
from tradefacts.article.figures import Figure, find_figures
from tradefacts.article.grids import find_grids
from tradefacts.article.homing import Home, find_homes, settle_offices
from tradefacts.article.meanings import FISCAL_YEARS, Clock
from tradefacts.article.naming import Place, find_places
from tradefacts.article.periods import Mention, find_periods
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from tradefacts.article.tables import Tables

_BLANKS = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f"), " ")


class Page(NamedTuple):
    """The tokens of a text with their cues, and its places, periods and figures in order."""

    cut: Cut
    cues: list[frozenset[str]]
    """For each token, the classes of the table entries that it is part of."""
    places: list[Place]
    periods: list[Mention]
    figures: list[Figure]
    clock: Clock
    homes: list[Home]
    """For each sentence, the places that it may be about."""
    place_starts: list[int]
    period_starts: list[int]
    figure_starts: list[int]
    cells: dict[int, Cell | None]
    """The index of a figure in a table → what it claims; None if nothing."""

    def places_within(self, first: int, last: int) -> list[Place]:
        """Return the places that begin at tokens from `first` to before `last`."""
        return self.places[bisect_left(self.place_starts, first) : bisect_left(self.place_starts, last)]

    def cues_within(self, first: int, last: int) -> frozenset[str]:
        """Return the classes of the tokens from `first` to before `last`."""
        return frozenset().union(*self.cues[first:last])

    def periods_within(self, first: int, last: int) -> list[Mention]:
        """Return the periods that begin at tokens from `first` to before `last`."""
        return self.periods[bisect_left(self.period_starts, first) : bisect_left(self.period_starts, last)]

    def is_of_place(self, position: int) -> bool:
        """Whether a token is part of the name of a place."""
        index = bisect_right(self.place_starts, position) - 1
        return index >= 0 and position < self.places[index].last

    def is_of_period(self, position: int) -> bool:
        """Whether a token is part of the words for a period."""
        index = bisect_right(self.period_starts, position) - 1
        return index >= 0 and position < self.periods[index].last


def read_page(text: str, tables: Tables, published: str | None) -> Page:
    """Find the mentions in a text. Spaces of other widths count as plain ones; positions do not change."""
    text = text.translate(_BLANKS)
    parts = cut(text)
    cues = find_cues(parts)
    places = find_places(parts, cues, tables)
    correct_cues(cues, parts, places)
    places = settle_offices(parts, cues, places)
    clock = find_clock(parts, published)
    fiscal = [FISCAL_YEARS[place.code] for place in places if place.code in FISCAL_YEARS]
    clock = clock._replace(fiscal=fiscal[0]) if fiscal else clock
    periods = find_periods(parts, clock)
    skip_whole_periods(cues, periods)
    starts = [place.first for place in places], [period.first for period in periods]
    bare = Page(parts, cues, places, periods, [], clock, [], *starts, [], {})
    table = read_cells(bare, find_grids(parts))
    counted, others = count_cells(find_figures(parts), table.claims)
    completed = complete(parts, cues, others, periods, places)
    figures = sorted([*counted, *completed], key=lambda figure: figure.first)
    # What tables name is said of their cells alone.
    covered = table.covered.union(*(range(figure.first, figure.last) for figure in figures))
    places = [place for place in places if place.first not in covered]
    periods = [period for period in periods if period.first not in table.covered]
    return bare._replace(
        places=places,
        periods=periods,
        figures=figures,
        homes=find_homes(parts, cues, places),
        place_starts=[place.first for place in places],
        period_starts=[period.first for period in periods],
        figure_starts=[figure.first for figure in figures],
        cells={
            index: table.claims[position]
            for index, figure in enumerate(figures)
            for position in range(figure.first, figure.last)
            if position in table.claims
        },
    )
