"""What the cells of a table claim, as told by the words of their row, of their column and of the caption.

The nearest words count: those of the row and the column before those of the caption. A cell whose unit, flow, partner
or kind nothing tells is no claim.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tradefacts.article.flows import FLOW_OF
from tradefacts.article.grids import Grid, get_text
from tradefacts.article.headings import Unit
from tradefacts.article.legends import Legend, read_labels, read_legend
from tradefacts.article.spans import find_caption_period, find_period
from tradefacts.article.words import MEMBERS, get_words
from tradefacts.article.words.classes import SCOPE_CUES
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.article.page import Page
    from tradefacts.period import Period

_PARTNERS = get_words("partners") | get_words("into_place") | {"ins", "dat", "acc"}
"""Marks of a place that is a partner."""
_GROWTHS = frozenset({"rise", "fall", "level"})
_UNWANTED = (SCOPE_CUES | {"outside"}) - {"company"}
_AIMED = frozenset({"target", "forecast"})
_SIGNS = frozenset("+-−–—")
_BARE = re.compile(r"[-+−–—\d\s.,*]*")
_LEAST_LEVEL = 50


class Cell(NamedTuple):
    """What the number of a cell claims."""

    unit: Unit | None
    """None if it is printed with the number."""
    kind: str
    owner: str | None
    """Whose flow it is; None if the table does not tell."""
    partner: str
    flow: str
    period: Period | None
    is_dated: bool
    """The table itself tells the period."""


class _Number(NamedTuple):
    """A number of a cell."""

    at: int
    """Its token."""
    value: float
    sign: str
    is_percent: bool
    is_aside: bool
    """It stands in brackets."""


def read_cells(page: Page, grids: Sequence[Grid]) -> dict[int, Cell | None]:
    """Return what the numbers in the cells of tables claim, by their tokens; None for those that claim nothing.

    The items of a list that its caption does not explain are left out: they are read like sentences.
    """
    cells: dict[int, Cell | None] = {}
    for grid in grids:
        table = _Table(page, grid)
        for row, label in zip(grid.rows, table.labels, strict=True):
            for column, tokens in enumerate(row.cells):
                is_bare = _BARE.fullmatch(get_text(page.cut, tokens).partition("(")[0]) is not None
                for number in _list_numbers(page, tokens):
                    cell = table.tell(label, column, number)
                    if not grid.is_list or (cell is not None and is_bare):
                        cells[number.at] = cell
    return cells


def _list_numbers(page: Page, cell: range) -> Iterator[_Number]:
    tokens = page.cut.tokens
    is_aside = False
    for at in cell:
        is_aside = is_aside or tokens[at].text == "("
        if tokens[at].kind == "number":
            before, after = tokens[at - 1], page.cut.get_low(at + 1)
            sign = before.text if before.text in _SIGNS and before.end == tokens[at].start else ""
            yield _Number(at, _read_value(tokens[at].text), sign, after == "%", is_aside)


def _read_value(text: str) -> float:
    """Return roughly how large a printed number is."""
    whole, *others = re.split("[.,]", text.replace(" ", ""))
    return float(f"{whole}.{others[0]}") if len(others) == 1 else float(whole + "".join(others))


class _Table:
    """A table with what its words tell."""

    def __init__(self, page: Page, grid: Grid) -> None:
        self.page, self.grid = page, grid
        self.captions = [read_legend(page, line, is_caption=True) for line in grid.caption]
        self.columns = [[read_legend(page, line) for line in lines] for lines in grid.heads]
        self.labels = read_labels(page, [row.label for row in grid.rows])
        self.codes = {place.code for label in self.labels for place in label.places}
        mentions = [mention for words in self.captions for mention in words.periods]
        self.months = find_caption_period(page, mentions)
        before = [mention for mention in page.periods if mention.last <= grid.tokens.start]
        self.main = self.months or find_caption_period(page, before[::-1])

    def tell(self, label: Legend, column: int, number: _Number) -> Cell | None:
        """Return what a number claims."""
        heads = self.columns[column] if self.columns else []
        found = self._find_unit([label, *heads, *self.captions], number)
        side = self._find_side(label, heads)
        if found is None or side is None or not label.is_clear:
            return None
        unit, told = found
        owner, partner = self._find_places(label, heads)
        kind = self._find_kind(told, column, number) if unit.is_percent else "volume"
        is_whole = partner == "WORLD" and kind == "share"
        scopes = label.classes.union(*(words.classes for words in heads))
        is_scoped = bool(scopes & (_UNWANTED if unit.is_percent else _UNWANTED | _AIMED))
        if kind is None or partner is None or owner == partner or is_whole or is_scoped:
            return None
        period, is_dated = self._find_period(label, heads, kind)
        return Cell(None if number.is_percent else unit, kind, owner, partner, FLOW_OF[side], period, is_dated)

    def _find_unit(self, sources: list[Legend], number: _Number) -> tuple[Unit, Legend] | None:
        """Return the unit of a number, and the words that tell it."""
        is_money = not (number.is_percent or number.is_aside)
        for words in sources:
            units = [unit for unit in words.units if unit.is_percent or is_money]
            if units:
                return next((unit for unit in units if not unit.is_percent), units[0]), words
        if not number.is_percent:
            return None
        told = [words for words in sources if words.is_of_shares or words.is_of_changes]
        return (Unit(is_percent=True), (told or sources)[0]) if told or number.sign else None

    def _find_side(self, label: Legend, heads: list[Legend]) -> str | None:
        """Return the side of the flow: that of the nearest words for one; a caption may name only one besides trade."""
        sides = [side for words in heads for side in words.sides]
        if sides or label.handed is not None:
            return sides[-1] if sides else label.handed
        for words in self.captions:
            named = set(words.sides) if len(set(words.sides)) == 1 else set(words.sides) - {"T"}
            if named:
                return min(named) if len(named) == 1 else None
        return "T" if any("partner" in words.classes for words in self.captions) else None

    def _find_kind(self, told: Legend, column: int, number: _Number) -> str | None:
        """Return the kind of a percentage by the words that tell its unit, and by the numbers of its column."""
        if number.sign:
            return "rise" if number.sign == "+" else "fall"
        if told.is_of_shares and not number.is_aside:
            return "share"
        rows = (_list_numbers(self.page, row.cells[column]) for row in self.grid.rows)
        values = [other for row in rows for other in row if other.is_aside == number.is_aside]
        is_signed = any(other.sign for other in values)
        is_index = not is_signed and all(other.value >= _LEAST_LEVEL for other in values)
        if is_index and (told.is_of_levels or told.is_of_changes):
            return "level"
        if is_signed or told.is_of_changes:
            return "rise"
        return "level" if told.is_of_levels else "share" if told.is_of_shares else None

    def _find_period(self, label: Legend, heads: list[Legend], kind: str) -> tuple[Period | None, bool]:
        """Return the period of a cell, and whether the table tells it."""
        is_growth = kind in _GROWTHS
        near = [mention for words in (label, *heads) for mention in words.periods]
        own = find_period(self.page, near, self.main, is_growth=is_growth)
        if own is None and is_growth and self.months is None:
            named = [find_period(self.page, words.periods, self.main) for lines in self.columns for words in lines]
            own = max((period for period in named if period is not None), key=lambda period: period.last, default=None)
        return (own, True) if own is not None else (self.main, self.months is not None)

    def _find_places(self, label: Legend, heads: list[Legend]) -> tuple[str | None, str | None]:
        """Return the owner of the flow and its partner."""
        owner = partner = None
        is_total, is_headed = label.is_total and not label.sides, False
        for words in (label, *heads, *self.captions):
            if words.is_alone and is_headed:
                continue
            is_headed = is_headed or words.is_alone
            is_total = is_total or (words.is_alone and words.is_total and partner is None)
            for place in words.places:
                code, may_partner = place.code, partner is None and not (is_total and place.code not in MEMBERS)
                if code in {owner, partner, "WORLD"} or place.part == "body":
                    continue
                if may_partner and (words.is_alone or place.mark in _PARTNERS or not (words.is_caption or words.sides)):
                    partner = code if not (is_total and label.is_of_world) else partner
                elif place.mark in _PARTNERS or words.is_alone or partner in MEMBERS.get(code, ()):
                    continue
                elif owner is None and not (words.is_caption and code in self.codes and len(self.codes) > 1):
                    owner = code
                elif words.is_caption and may_partner and code not in self.codes:
                    partner = code
        if partner is None:
            is_plain = all(place.code == "WORLD" for place in label.places)
            partner = "WORLD" if is_total or (is_plain and (label.sides or label.periods)) else None
        return owner, partner
