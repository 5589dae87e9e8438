"""Growth rates compared with the volumes on record: which two give a rate, and which one it can be shown with."""

from __future__ import annotations

from itertools import chain, product
from operator import mul
from typing import TYPE_CHECKING, Annotated

from tradefacts.exact import divide, find_factor, find_percent, round_outward
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period
from tradefacts.reckoning.comparison import GRAVITY, Ranges, Verdict, combine, compare, read_exact_ranges
from tradefacts.reckoning.matching import Shelf, find_match, make_whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradefacts.exact import Exact
    from tradefacts.factbase import Claim
    from tradefacts.reckoning.keys import Key
    from tradefacts.reckoning.readings import Figure, Figures


class Recorded(NamedTuple):
    """A volume on record before or after a growth."""

    period: Annotated[str, "the months it covers"]
    reporter: Annotated[str | None, "whose statistics it comes from, if the pages say so"]
    printed: Annotated[str, "the figure as printed"]
    bound: Annotated[str, "its bound"]
    facts: Annotated[tuple[str, ...], "ids of the claims that print it"]


class Between(NamedTuple):
    """Two volumes on record, and the growth between them."""

    later: Annotated[Recorded, "the figure of the period that grew"]
    earlier: Annotated[Recorded, "the figure of the period it compares with"]
    low: Annotated[int | float | None, "growth between the two in percent, rounded down to two decimals"]
    high: Annotated[int | float | None, "growth between the two in percent, rounded up to two decimals"]


class Rate(NamedTuple):
    """A printed growth compared with the volumes on record."""

    figure: Annotated[int, "index of the growth in `figures`"]
    beside: Annotated[
        int | None, "index of the volume it can be shown with, from its own statistics; null if it is shown alone"
    ]
    verdict: Annotated[
        Verdict | None, "the verdict with the two volumes that fit best; null unless both periods are on record"
    ]
    computed: Annotated[
        Between | None, "growth from the leading earlier volume to the one it is shown with, or else the leading one"
    ]
    fits: Annotated[Between | None, "other volumes that give the growth, if those in `computed` do not"]
    refused_by: Annotated[Between | None, "volumes that contradict it, if no two on record give it"]


class Item(NamedTuple):
    """A figure with its key, its ranges, and the pages that print it."""

    key: Key
    place: int
    figure: Figure
    ranges: Ranges[Exact]
    pages: frozenset[str]
    is_measured: bool


class VolumeRecord:
    """The volumes on record, by key."""

    def __init__(self, groups: Mapping[Key, Sequence[Claim]], figures: Mapping[Key, Figures]) -> None:
        """Take claims and their figures by key."""
        self.claims = {claim.id: claim for group in groups.values() for claim in group}
        self.cells = {key: found for key, found in figures.items() if key.kind == "volume" and found.figures}
        self._items: dict[Key, list[Item]] = {}
        self._by_place: dict[tuple[object, ...], list[Key]] = {}
        for key in self.cells:
            self._by_place.setdefault(_find_place(key, key.period), []).append(key)

    def find_items(self, growth: Key, period: str | None) -> list[Item]:
        """Return the volumes of a period for a growth: its own statistics first, leading figures first."""
        keys = self._by_place.get(_find_place(growth, period), [])
        ordered = sorted(keys, key=lambda key: key.reporter != growth.reporter)
        for key in ordered:
            if key not in self._items:
                self._items[key] = self.make_items(key, self.cells[key])
        return [item for key in ordered for item in self._items[key]]

    def make_items(self, key: Key, figures: Figures) -> list[Item]:
        """Return the figures of a key as items."""
        measured = set(figures.find_measured())
        items = []
        for place, figure in enumerate(figures.figures):
            pages = frozenset(self.claims[name].source for name in figure.facts)
            ranges = read_exact_ranges(self.claims[figure.facts[0]])
            items.append(Item(key, place, figure, ranges, pages, place in measured))
        return items


class Lot:
    """Volumes of two periods, prepared to search for two that give a growth."""

    def __init__(self, laters: Sequence[Item], earliers: Sequence[Item]) -> None:
        """Take the volumes of the later and of the earlier period, in one currency."""
        self.laters, self.earliers = laters, earliers
        self.later_shelf = Shelf([item.ranges for item in laters])
        self.earlier_shelf = Shelf([item.ranges for item in earliers])

    def find(self, growth: Item, laters: Sequence[Item] | None = None) -> Given | None:
        """Return the two volumes that give a growth with the best verdict; None if none do.

        The ranges of `growth` are those of its factor. `laters` restricts the search to some of the later ones.
        """
        chosen = self.laters if laters is None else laters
        shelf = self.later_shelf if laters is None else Shelf([item.ranges for item in laters])
        match = find_match(mul, growth.ranges, self.earlier_shelf, shelf)
        return None if match is None else Given(match.verdict, chosen[match.whole], self.earliers[match.other])


class Given(NamedTuple):
    """Two volumes, and the verdict on the growth between them and a printed one."""

    verdict: Verdict
    later: Item
    earlier: Item

    @property
    def is_fine(self) -> bool:
        """Whether it agrees without assuming truncated digits."""
        return not _is_graver(self.verdict, "loosely consistent")


def check_rates(key: Key, growths: Figures, record: VolumeRecord) -> tuple[Rate, ...]:
    """Compare each printed growth of a key with the volumes on record.

    Any two volumes of one currency can give it, from any statistics; bounds only if nothing else is printed.
    """
    surroundings = _Surroundings(key, record)
    items = record.make_items(key, growths)
    # A volume is multiplied by the factor of a growth: 19 % is a factor of 1.19.
    factors = [growth._replace(ranges=combine(find_factor, growth.ranges)) for growth in items]
    return tuple(_check(factor, surroundings) for factor in factors)


class _Surroundings:
    """The volumes before and after the growths of a key."""

    def __init__(self, key: Key, record: VolumeRecord) -> None:
        is_even = Period.parse(key.period or "").months == Period.parse(key.base_period or "").months
        self.laters = record.find_items(key, key.period)
        self.earliers = record.find_items(key, key.base_period) if is_even else []
        self.own = [item for item in self.laters if item.key.reporter == key.reporter]
        self.by_page: dict[str, list[Item]] = {}
        for item in self.laters:
            for page in item.pages:
                self.by_page.setdefault(page, []).append(item)
        self.lots = _make_lots(self.laters, self.earliers)

    def find_on_page(self, growth: Item) -> list[Item]:
        """Return the later volumes that a page of the growth also prints."""
        found = {id(item): item for page in growth.pages for item in self.by_page.get(page, ())}
        return sorted(found.values(), key=lambda item: item.place)

    def find_beside(self, growth: Item) -> Item | None:
        """Return the volume that a growth can be shown with: from its statistics or, if none are named, its page."""
        own = self.own if growth.key.reporter else self.find_on_page(growth)
        return next((item for item in own if item.key.reporter == growth.key.reporter), None)


def _check(growth: Item, surroundings: _Surroundings) -> Rate:
    beside = surroundings.find_beside(growth)
    shown = _find_shown(beside or next(iter(surroundings.own), None), growth, surroundings.earliers)
    rate = Rate(growth.place, beside and beside.place, None, shown and _describe(*shown[1:]), None, None)
    if shown is not None and shown.is_fine:
        return rate._replace(verdict=shown.verdict)
    best = _find_best(growth, surroundings)
    if best is not None and (shown is None or _is_graver(shown.verdict, best.verdict)):
        return rate._replace(verdict=best.verdict, fits=_describe(*best[1:]))
    if shown is not None and shown.verdict == "near":
        return rate._replace(verdict="near")
    refusing = shown or _find_leading(growth, surroundings.laters, surroundings.earliers)
    return rate if refusing is None else rate._replace(verdict="contradicted", refused_by=_describe(*refusing[1:]))


def _find_shown(later: Item | None, growth: Item, earliers: Sequence[Item]) -> Given | None:
    """Return a volume with the leading one of the earlier period in the same statistics."""
    if later is None:
        return None
    before = later.key._replace(period=growth.key.base_period)
    return next((_compare(growth, later, item) for item in earliers if item.key == before), None)


def _find_leading(growth: Item, laters: Sequence[Item], earliers: Sequence[Item]) -> Given | None:
    """Return the leading volumes of both periods, from the same statistics if possible."""
    leading = [[item for item in items if item.place == 0] for items in (laters, earliers)]
    pairs = [(later, earlier) for later, earlier in product(*leading) if later.key.currency == earlier.key.currency]
    best = min(pairs, key=lambda pair: pair[0].key.reporter != pair[1].key.reporter, default=None)
    return None if best is None else _compare(growth, *best)


def _find_best(growth: Item, surroundings: _Surroundings) -> Given | None:
    """Return the volumes that give a growth with the best verdict; None if none do.

    Figures of its own page come before others, and two of the same statistics before two of different ones.
    """
    best: Given | None = None
    for everything, *parts in surroundings.lots:
        found = everything.find(growth)
        if found is None or (best is not None and not _is_graver(best.verdict, found.verdict)):
            continue
        currency = found.later.key.currency
        on_page = _select_measured(surroundings.find_on_page(growth), currency)
        likely = [everything.find(growth, on_page)] if on_page else []
        given = chain(likely, (lot.find(growth) for lot in parts))
        best = next((pair for pair in given if pair is not None and pair.is_fine == found.is_fine), found)
    return best


def _make_lots(laters: Sequence[Item], earliers: Sequence[Item]) -> list[list[Lot]]:
    """Return for each currency all volumes; then, if they are of several statistics, those of each."""
    lots = []
    for currency in dict.fromkeys(item.key.currency for item in laters):
        both = [_select_measured(items, currency) for items in (laters, earliers)]
        if not all(both):
            continue
        reporters = dict.fromkeys(item.key.reporter for items in both for item in items)
        parts = [
            Lot(*([item for item in items if item.key.reporter == reporter] for items in both))
            for reporter in (reporters if len(reporters) > 1 else ())
        ]
        lots.append([Lot(*both), *parts])
    return lots


def _select_measured(items: Sequence[Item], currency: str | None) -> list[Item]:
    """Return the items of a currency that sums can use."""
    return [item for item in items if item.is_measured and item.key.currency == currency]


def _compare(growth: Item, later: Item, earlier: Item) -> Given:
    return Given(compare(make_whole(mul, growth.ranges, earlier.ranges), later.ranges), later, earlier)


def _is_graver(one: Verdict, other: Verdict) -> bool:
    return GRAVITY.index(one) > GRAVITY.index(other)


def _describe(later: Item, earlier: Item) -> Between:
    grown = find_percent(divide(later.ranges.strict, earlier.ranges.strict))
    said = [
        Recorded(item.key.period or "", item.key.reporter, item.figure.printed, item.figure.bound, item.figure.facts)
        for item in (later, earlier)
    ]
    return Between(said[0], said[1], *round_outward(grown, places=2))


def _find_place(key: Key, period: str | None) -> tuple[object, ...]:
    return key.flow, key.place, key.partner, key.scope, period
