"""Growth rates held against the volumes on record: which two figures give a rate, and beside which one it may stand."""

from __future__ import annotations

from itertools import product
from operator import mul
from typing import TYPE_CHECKING, Annotated, NamedTuple

from tradefacts.exact import divide, find_factor, find_percent, round_outward
from tradefacts.period import Period
from tradefacts.reckoning.comparison import GRAVITY, Ranges, Verdict, combine, compare, read_exact_ranges
from tradefacts.reckoning.matching import Shelf, find_match, make_whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradefacts.exact import Exact
    from tradefacts.factbase import Claim
    from tradefacts.reckoning.keys import Key
    from tradefacts.reckoning.readings import Figure, Figures


class Volume(NamedTuple):
    """A figure on record that a growth starts from or leads to."""

    period: Annotated[str, "the months it covers"]
    reporter: Annotated[str | None, "whose statistics it is, where the pages say so"]
    printed: Annotated[str, "the figure as printed"]
    bound: Annotated[str, "its bound"]
    facts: Annotated[tuple[str, ...], "ids of the claims that print it"]


class Volumes(NamedTuple):
    """Two figures, and the growth from the earlier to the later."""

    later: Annotated[Volume, "the figure of the period that grew"]
    earlier: Annotated[Volume, "the figure of the period it compares with"]
    low: Annotated[int | float | None, "growth between the two in percent, rounded down to two decimals"]
    high: Annotated[int | float | None, "growth between the two in percent, rounded up to two decimals"]


class Rate(NamedTuple):
    """A printed growth, held against the volumes on record."""

    figure: Annotated[int, "place of the growth in `figures`"]
    beside: Annotated[
        int | None, "place of the volume that it may stand beside, in its own statistics; null where it stands alone"
    ]
    verdict: Annotated[
        Verdict | None, "how it stands to the two volumes that suit it best; null where both periods are not on record"
    ]
    computed: Annotated[
        Volumes | None, "the volume it stands beside, or else the leading one, and the leading one of the period before"
    ]
    fits: Annotated[Volumes | None, "other volumes that give the growth, where those in `computed` do not"]
    refused_by: Annotated[Volumes | None, "volumes that contradict it, where no two on record give it"]


class Item(NamedTuple):
    """A figure with what it is of, what its digits stand for, and the pages that print it."""

    key: Key
    place: int
    figure: Figure
    ranges: Ranges[Exact]
    pages: frozenset[str]
    is_measured: bool


class Record:
    """The volumes on record, by what they are of."""

    def __init__(self, groups: Mapping[Key, Sequence[Claim]], figures: Mapping[Key, Figures]) -> None:
        """Take claims and their figures by key."""
        self.claims = {claim.id: claim for group in groups.values() for claim in group}
        self.cells = {key: found for key, found in figures.items() if key.kind == "volume" and found.figures}
        self._by_place: dict[tuple[object, ...], list[Key]] = {}
        for key in self.cells:
            self._by_place.setdefault(_find_place(key, key.period), []).append(key)

    def find_items(self, growth: Key, period: str | None) -> list[Item]:
        """Return the volumes of a period that a growth may be of: its own statistics first, leading figures first."""
        keys = self._by_place.get(_find_place(growth, period), [])
        ordered = sorted(keys, key=lambda key: key.reporter != growth.reporter)
        return [item for key in ordered for item in self.make_items(key, self.cells[key])]

    def make_items(self, key: Key, figures: Figures) -> list[Item]:
        """Return the figures of a key as items."""
        measured = set(figures.find_measured())
        items = []
        for place, figure in enumerate(figures.figures):
            pages = frozenset(self.claims[name].source for name in figure.facts)
            ranges = read_exact_ranges(self.claims[figure.facts[0]])
            items.append(Item(key, place, figure, ranges, pages, place in measured))
        return items


class Lot(NamedTuple):
    """Volumes of both periods, ready to be searched for two that give a growth."""

    laters: Sequence[Item]
    earliers: Sequence[Item]
    later_shelf: Shelf
    earlier_shelf: Shelf

    def find(self, growth: Item) -> Given | None:
        """Return two volumes that give a growth, with the mildest verdict; None where none do."""
        factor = combine(find_factor, growth.ranges)
        match = find_match(mul, factor, self.earlier_shelf, self.later_shelf)
        return None if match is None else Given(match.verdict, self.laters[match.whole], self.earliers[match.other])


class Given(NamedTuple):
    """Two volumes, and how the growth between them stands to a printed one."""

    verdict: Verdict
    later: Item
    earlier: Item

    @property
    def is_fine(self) -> bool:
        """Whether it is given by rounded digits, not only by digits that were cut off."""
        return not _is_graver(self.verdict, "loosely consistent")


def check_rates(key: Key, growths: Figures, record: Record) -> tuple[Rate, ...]:
    """Return how each printed growth of a key stands to the volumes on record.

    Any two volumes of one currency may give it, of whatever statistics; bounds only where nothing else is printed.
    """
    is_even = Period.parse(key.period or "").months == Period.parse(key.base_period or "").months
    laters = record.find_items(key, key.period)
    earliers = record.find_items(key, key.base_period) if is_even else []
    lots = _make_lots(laters, earliers)
    return tuple(_check(growth, laters, earliers, lots) for growth in record.make_items(key, growths))


def _check(growth: Item, laters: Sequence[Item], earliers: Sequence[Item], lots: Sequence[Sequence[Lot]]) -> Rate:
    own = [item for item in laters if item.key.reporter == growth.key.reporter]
    beside = next((item for item in own if growth.key.reporter or item.pages & growth.pages), None)
    shown = _find_shown(beside or next(iter(own), None), growth, earliers)
    rate = Rate(growth.place, beside and beside.place, None, shown and _describe(*shown[1:]), None, None)
    if shown is not None and shown.is_fine:
        return rate._replace(verdict=shown.verdict)
    best = _find_best(growth, lots)
    if best is not None and (shown is None or _is_graver(shown.verdict, best.verdict)):
        return rate._replace(verdict=best.verdict, fits=_describe(*best[1:]))
    if shown is not None and shown.verdict == "near":
        return rate._replace(verdict="near")
    refusing = shown or _find_leading(growth, laters, earliers)
    return rate if refusing is None else rate._replace(verdict="contradicted", refused_by=_describe(*refusing[1:]))


def _find_shown(later: Item | None, growth: Item, earliers: Sequence[Item]) -> Given | None:
    """Return a volume with the leading one of the earlier period in the same statistics."""
    if later is None:
        return None
    before = later.key._replace(period=growth.key.base_period)
    return next((_compare(growth, later, item) for item in earliers if item.key == before), None)


def _find_leading(growth: Item, laters: Sequence[Item], earliers: Sequence[Item]) -> Given | None:
    """Return the leading volumes of both periods, of one statistics where there are such."""
    leading = [[item for item in items if item.place == 0] for items in (laters, earliers)]
    pairs = [(later, earlier) for later, earlier in product(*leading) if later.key.currency == earlier.key.currency]
    best = min(pairs, key=lambda pair: pair[0].key.reporter != pair[1].key.reporter, default=None)
    return None if best is None else _compare(growth, *best)


def _find_best(growth: Item, lots: Sequence[Sequence[Lot]]) -> Given | None:
    """Return the volumes that give a growth with the mildest verdict; None where none do.

    A figure of its own page is taken before others, and two of one statistics before two of different ones.
    """
    best: Given | None = None
    for everything, *parts in lots:
        found = everything.find(growth)
        if found is None or (best is not None and not _is_graver(best.verdict, found.verdict)):
            continue
        on_page = [item for item in everything.laters if item.pages & growth.pages]
        likely = [_make_lot(on_page, everything.earliers, everything.earlier_shelf), *parts]
        given = filter(None, (lot.find(growth) for lot in likely))
        best = next((one for one in given if one.is_fine == found.is_fine), found)
    return best


def _make_lots(laters: Sequence[Item], earliers: Sequence[Item]) -> list[list[Lot]]:
    """Return for each currency all volumes, then those of each statistics."""
    lots = []
    for currency in dict.fromkeys(item.key.currency for item in laters):
        later, earlier = (
            [item for item in items if item.key.currency == currency and item.is_measured]
            for items in (laters, earliers)
        )
        reporters = dict.fromkeys(item.key.reporter for item in later)
        parts = [
            [[item for item in items if item.key.reporter == one] for items in (later, earlier)] for one in reporters
        ]
        lots.append([_make_lot(later, earlier), *(_make_lot(*part) for part in parts)])
    return lots


def _make_lot(laters: Sequence[Item], earliers: Sequence[Item], earlier_shelf: Shelf | None = None) -> Lot:
    later_shelf = Shelf([item.ranges for item in laters])
    return Lot(laters, earliers, later_shelf, earlier_shelf or Shelf([item.ranges for item in earliers]))


def _compare(growth: Item, later: Item, earlier: Item) -> Given:
    grown = make_whole(mul, combine(find_factor, growth.ranges), earlier.ranges)
    return Given(compare(grown, later.ranges), later, earlier)


def _is_graver(one: Verdict, other: Verdict) -> bool:
    return GRAVITY.index(one) > GRAVITY.index(other)


def _describe(later: Item, earlier: Item) -> Volumes:
    grown = find_percent(divide(later.ranges.strict, earlier.ranges.strict))
    said = [
        Volume(item.key.period or "", item.key.reporter, item.figure.printed, item.figure.bound, item.figure.facts)
        for item in (later, earlier)
    ]
    return Volumes(said[0], said[1], *round_outward(grown, places=2))


def _find_place(key: Key, period: str | None) -> tuple[object, ...]:
    return key.flow, key.one, key.other, key.scope, period
