"""Arithmetic inside a text as evidence: value, growth and base; exports and imports; balance; part and share."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.article.figures import Figure
    from tradefacts.article.flows import View
    from tradefacts.period import Period

_DIGITS = re.compile(r"\d[\d., ]*")
_LOOSE = 1.2
"""Tolerance in half units of the last digit: more than one, because pages truncate digits."""
_WORDS_OFF = 0.04
_HUNDRED = 100


class Item(NamedTuple):
    """A claim as a number with a tolerance."""

    at: int
    """The index of the figure on the page."""
    kind: str
    """`volume`, `growth` or `share`."""
    view: View
    period: Period | None
    number: float
    off: float
    """The largest difference between the true number and the printed one."""
    printed: str

    @property
    def low(self) -> float:
        """The smallest possible value."""
        return self.number - self.off

    @property
    def high(self) -> float:
        """The largest possible value."""
        return self.number + self.off


def make_item(index: int, kind: str, view: View, period: Period | None, figure: Figure, number: float) -> Item:
    """Return a claim with the tolerance that its digits imply."""
    return Item(index, kind, view, period, number, _measure_off(figure, number), figure.printed)


def _measure_off(figure: Figure, number: float) -> float:
    found = _DIGITS.search(figure.printed)
    if figure.in_words or found is None:
        return abs(number) * _WORDS_OFF + 1
    digits = re.sub(r"[^0-9]+$", "", found[0])
    decimals = (
        len(re.split("[.,]", digits)[-1])
        if re.search(r"[.,]\d{1,2}$|[.,]\d{3}$", digits) and figure.values[0] % 1000 != 0
        else 0
    )
    if figure.unit == "money":
        whole = figure.values[0]
        text = f"{int(whole)}" if whole == int(whole) else f"{whole}"
        zeros = len(text) - len(text.rstrip("0")) if "." not in text else 0
        printed = len(re.sub(r"\D", "", digits).lstrip("0"))
        unit = 10 ** min(zeros, max(0, len(text) - printed)) if whole == int(whole) else 1
        return 0.5 * unit * _LOOSE
    if figure.unit == "factor":
        return _HUNDRED * 0.5 * 0.1**decimals * _LOOSE
    return 0.5 * 0.1**decimals * _LOOSE


class Ties(NamedTuple):
    """The arithmetic relations among the claims of a text."""

    held: dict[int, list[str]]
    """Figure → the identities that include it, in words."""
    by_growth: dict[int, int]
    """Figure → how many of them are value, growth and base, which confirm the periods."""
    broken: dict[int, int]
    """Figure → how many sums that include it do not add up."""
    clashing: dict[int, int]
    """Figure → how many other figures claim a different value for the same quantity."""


def find_ties(items: Sequence[Item]) -> Ties:
    """Return the identities among claims that hold, and those that do not."""
    held: dict[int, list[str]] = defaultdict(list)
    broken: dict[int, int] = defaultdict(int)
    clashing: dict[int, int] = defaultdict(int)
    volumes: dict[tuple[object, ...], list[Item]] = defaultdict(list)
    for item in items:
        if item.kind == "volume":
            volumes[item.view.key, item.period].append(item)
    _tie_growths(items, volumes, held)
    by_growth = {index: len(words) for index, words in held.items()}
    _tie_sums(items, volumes, held, broken)
    _tie_shares(items, volumes, held)
    groups: dict[tuple[object, ...], list[Item]] = defaultdict(list)
    for item in items:
        groups[item.kind, item.view.key, item.period].append(item)
    for group in groups.values():
        for item in group:
            clashing[item.at] = sum(rival.high < item.low or item.high < rival.low for rival in group)
    return Ties(dict(held), by_growth, dict(broken), dict(clashing))


def _tie_growths(
    items: Sequence[Item], volumes: dict[tuple[object, ...], list[Item]], held: dict[int, list[str]]
) -> None:
    for growth in items:
        if growth.kind != "growth" or growth.period is None:
            continue
        key = growth.view.key
        for value in volumes.get((key, growth.period), ()):
            for years in (1, 2, 3, 4, 5):
                for base in volumes.get((key, growth.period.shift(-years)), ()):
                    low, high = base.low * (1 + growth.low / _HUNDRED), base.high * (1 + growth.high / _HUNDRED)
                    if low <= value.high and value.low <= high:
                        words = f"{base.printed} and {growth.printed} make {value.printed}"
                        for item in (growth, value, base):
                            held[item.at].append(words)


def _tie_sums(
    items: Sequence[Item],
    volumes: dict[tuple[object, ...], list[Item]],
    held: dict[int, list[str]],
    broken: dict[int, int],
) -> None:
    for turnover in items:
        if turnover.kind != "volume" or turnover.view.flow not in {"turnover", "balance"}:
            continue
        subject, partner = turnover.view.subject, turnover.view.partner
        is_sum = turnover.view.flow == "turnover"
        for there in volumes.get(((subject, partner, "goods"), turnover.period), ()):
            for back in volumes.get(((partner, subject, "goods"), turnover.period), ()):
                if is_sum:
                    low, high = there.low + back.low, there.high + back.high
                else:
                    gap = abs(there.number - back.number)
                    low, high = gap - there.off - back.off, gap + there.off + back.off
                three = (turnover, there, back)
                if low <= turnover.high and turnover.low <= high:
                    sign = "+" if is_sum else "less"
                    words = f"{there.printed} {sign} {back.printed} is {turnover.printed}"
                    for item in three:
                        held[item.at].append(words)
                else:
                    for item in three:
                        broken[item.at] += 1


def _tie_shares(
    items: Sequence[Item], volumes: dict[tuple[object, ...], list[Item]], held: dict[int, list[str]]
) -> None:
    for share in items:
        if share.kind != "share":
            continue
        exporter, importer, flow = share.view.key
        wholes = (
            [(exporter, "WORLD", flow), ("WORLD", importer, flow)]
            if flow == "goods"
            else [(*sorted((place, "WORLD")), flow) for place in (exporter, importer)]
        )
        wholes += [(*sorted((exporter, importer)), "turnover")] if flow == "goods" else []
        for part in volumes.get((share.view.key, share.period), ()):
            for key in wholes:
                for whole in volumes.get((key, share.period), ()):
                    low, high = whole.low * share.low / _HUNDRED, whole.high * share.high / _HUNDRED
                    if low <= part.high and part.low <= high:
                        words = f"{share.printed} of {whole.printed} is {part.printed}"
                        for item in (share, part, whole):
                            held[item.at].append(words)
