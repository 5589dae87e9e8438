"""A text with the mentions found in it."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from tradefacts.article.cutting import Cut, cut
from tradefacts.article.dateline import find_clock
from tradefacts.article.elision import complete
from tradefacts.article.figures import Figure, find_figures
from tradefacts.article.homing import Home, find_homes
from tradefacts.article.lexicon import get_cues
from tradefacts.article.naming import Place, find_places
from tradefacts.article.periods import FISCAL_YEARS, Clock, Mention, find_periods
from tradefacts.article.words import get_words
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from tradefacts.article.tables import Tables

_MONTHS = get_words("months_by_capital")
"""Names of months that in lower case are other words."""
_WITHOUT_OIL = frozenset({"IR", "AE"})
"""Countries whose customs count the trade without oil."""
_BLANKS = dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u200a\u202f\t"), " ")
_MASKED = {
    "mask": frozenset({"turnover", "export", "import", "sell", "buy", "balance"}),
    "merely": frozenset({"total", "rise", "fall"}),
    "that": frozenset({"home", "us"}),
    "overall": frozenset({"service"}),
    "supposing": frozenset({"forecast"}),
    "authority": frozenset({"invest", "company"}),
}
"""Classes of phrases → classes that their words do not have there: "above all" is no total."""


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

    def places_within(self, first: int, last: int) -> list[Place]:
        """Return the places that begin at tokens from `first` to before `last`."""
        return self.places[bisect_left(self.place_starts, first) : bisect_left(self.place_starts, last)]

    def cues_within(self, first: int, last: int) -> frozenset[str]:
        """Return the classes of the tokens from `first` to before `last`."""
        return frozenset().union(*self.cues[first:last])

    def periods_within(self, first: int, last: int) -> list[Mention]:
        """Return the periods that begin at tokens from `first` to before `last`."""
        return self.periods[bisect_left(self.period_starts, first) : bisect_left(self.period_starts, last)]


def read_page(text: str, tables: Tables, published: str | None) -> Page:
    """Find the mentions in a text. Spaces of other widths count as plain ones; positions do not change."""
    text = text.translate(_BLANKS)
    parts = cut(text)
    cues = find_cues(parts)
    places = find_places(parts, cues, tables)
    for place in places:
        if place.is_reference:
            cues[place.first] -= {"region"}
    _count_without_oil(cues, places)
    clock = find_clock(parts, published)
    fiscal = [FISCAL_YEARS[place.code] for place in places if place.code in FISCAL_YEARS]
    clock = clock._replace(fiscal=fiscal[0]) if fiscal else clock
    periods = find_periods(parts, clock)
    figures = complete(parts, cues, find_figures(parts), periods, places)
    covered = {position for figure in figures for position in range(figure.first, figure.last)}
    places = [place for place in places if place.first not in covered]
    return Page(
        parts,
        cues,
        places,
        periods,
        figures,
        clock,
        find_homes(parts, cues, places),
        [place.first for place in places],
        [period.first for period in periods],
        [figure.first for figure in figures],
    )


def _count_without_oil(cues: list[frozenset[str]], places: list[Place]) -> None:
    """Take "non-oil trade" for all trade in a text about a country that reports no other."""
    if not any(place.code in _WITHOUT_OIL for place in places):
        return
    for position, names in enumerate(cues):
        if "non_oil" in names:
            cues[position] = names - {"goods"}


def find_cues(parts: Cut) -> list[frozenset[str]]:
    """Return the classes of each token."""
    lexicon = get_cues()
    tokens = parts.tokens
    cues: list[set[str]] = [set() for _ in tokens]
    masked: defaultdict[int, frozenset[str]] = defaultdict(frozenset)
    for index, token in enumerate(tokens):
        if token.kind != "word" or token.text in _MONTHS:
            continue
        for last, name in lexicon.find(tokens, index):
            if parts.sentence_of[last - 1] != parts.sentence_of[index]:
                continue
            for position in range(index, last):
                cues[position].add(name)
            if name in _MASKED:
                for position in range(index, last):
                    masked[position] |= _MASKED[name]
    return [frozenset(found - masked[index]) for index, found in enumerate(cues)]
