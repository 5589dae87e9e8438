"""What the cells of a table claim, as told by the words of their row, of their column and of the caption.

The nearest words count: those of the row and the column before those of the caption. A cell whose unit, flow, partner
or kind nothing tells is no claim.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from tradefacts.article.flows import FLOW_OF
from tradefacts.article.headings import Unit, count_in
from tradefacts.article.legends import Legend, read_columns, read_labels, read_legend
from tradefacts.article.rows import get_text
from tradefacts.article.spans import find_caption_period, find_period
from tradefacts.article.words import MEMBERS, get_stems, get_words
from tradefacts.article.words.classes import SCOPE_CUES
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from tradefacts.article.figures import Figure
    from tradefacts.article.grids import Grid
    from tradefacts.article.page import Page
    from tradefacts.period import Period

_PARTNERS = get_words("partners") | get_words("into_place") | {"ins", "dat", "acc"}
"""Marks of a place that is a partner."""
_GROWTHS = frozenset({"rise", "fall", "level"})
_UNWANTED = (SCOPE_CUES | {"outside"}) - {"company"}
_NARROWING = frozenset({"goods", "service", "region", "cargo", "price", "people"})
_AIMED = frozenset({"target", "forecast"})
_PLUS, _MINUS = get_words("plus"), get_words("minus")
_SIGNS = frozenset("+-−–—")
_SCALES = tuple(stem for power in (3, 6, 9, 12) for stem in get_stems(f"scale_{power}"))
_CURRENCIES = frozenset("$€")
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
    sources: dict[str, range]
    """Key of the claim → the words of the table that tell it."""

    @property
    def key(self) -> tuple[object, ...]:
        """What no two numbers of a row have in common."""
        return self.kind in _GROWTHS or self.kind, self.owner, self.partner, self.flow, self.period


class _Number(NamedTuple):
    """A number of a cell."""

    at: int
    """Its token."""
    value: float
    sign: str
    is_percent: bool
    is_amount: bool
    """Its scale or currency is printed with it."""
    is_aside: bool
    """It stands in brackets."""


class Cells(NamedTuple):
    """What the tables of a text claim."""

    claims: dict[int, Cell | None]
    """The token of a number → what it claims; None if nothing."""
    covered: frozenset[int]
    """The tokens of the rows and of the headings of columns."""


def read_cells(page: Page, grids: Sequence[Grid]) -> Cells:
    """Return what the numbers in tables claim.

    The items of a list that its caption does not explain are left out: they are read like sentences.
    """
    claims: dict[int, Cell | None] = {}
    covered: set[int] = set()
    for grid in grids:
        table = _Table(page, grid)
        is_introduced = bool(grid.caption) and page.cut.tokens[grid.caption[0].stop - 1].text == ":"
        for row, label in zip(grid.rows, table.labels, strict=True):
            told = {
                number.at: table.tell(label, column, number)
                for column, tokens in enumerate(row.cells)
                for number in _list_numbers(page, tokens)
            }
            if grid.is_list and not (all(told.values()) and (is_introduced or _is_bare(page, row.cells[0]))):
                continue
            keys = Counter(cell.key for cell in told.values() if cell is not None)
            # Two columns of the same meaning are not understood.
            claims |= {at: cell if cell is not None and keys[cell.key] == 1 else None for at, cell in told.items()}
            covered.update(range(row.label.start, row.cells[-1].stop))
        covered.update(at for lines in grid.heads for line in lines for at in line)
        covered.difference_update(at for line in grid.caption for at in line)
    return Cells(claims, frozenset(covered))


def count_cells(figures: Sequence[Figure], claims: Mapping[int, Cell | None]) -> tuple[list[Figure], list[Figure]]:
    """Return the figures of tables, each with the unit of its cell, and those of the text."""
    counted, others = [], []
    for figure in figures:
        at = next((at for at in range(figure.first, figure.last) if at in claims), None)
        cell = claims[at] if at is not None else None
        if at is None:
            others.append(figure)
        elif cell is not None and cell.unit is not None:
            counted.append(count_in(figure, cell.unit))
        elif figure.unit != "number":
            counted.append(figure)
        elif figure.scale:
            counted.append(figure._replace(unit="money", is_elided=True))
    return counted, others


def _is_bare(page: Page, cell: range) -> bool:
    """Whether the first number of a cell is printed without a unit."""
    return _BARE.fullmatch(get_text(page.cut, cell).partition("(")[0]) is not None


def _list_numbers(page: Page, cell: range) -> Iterator[_Number]:
    tokens = page.cut.tokens
    is_aside = False
    for at in cell:
        is_aside = is_aside or tokens[at].text == "("
        if tokens[at].kind == "number":
            before, after = tokens[at - 1], page.cut.get_low(at + 1)
            is_signed = before.text in _SIGNS and before.end == tokens[at].start
            sign = before.text if is_signed else "-" if before.low in _MINUS else "+" if before.low in _PLUS else ""
            is_amount = after.startswith(_SCALES) or before.text in _CURRENCIES
            yield _Number(at, _read_value(tokens[at].text), sign, after == "%", is_amount, is_aside)


def _are_telling(heads: list[Legend]) -> bool:
    """Whether the heading of a column, if there is one, says what its numbers are."""
    return not heads or any(
        words.sides or words.periods or words.units or words.is_of_shares or words.is_of_changes or words.is_of_values
        for words in heads
    )


def _read_value(text: str) -> float:
    """Return roughly how large a printed number is."""
    whole, *others = re.split("[.,]", text.replace(" ", ""))
    return float(f"{whole}.{others[0]}") if len(others) == 1 else float(whole + "".join(others))


class _Table:
    """A table with what its words tell."""

    def __init__(self, page: Page, grid: Grid) -> None:
        self.page, self.grid = page, grid
        self.captions = [read_legend(page, line, is_caption=True) for line in grid.caption]
        self.columns = read_columns(page, grid.heads)
        self.labels = read_labels(page, [row.label for row in grid.rows])
        self.codes = {place.code for label in self.labels for place in label.places}
        mentions = [mention for words in self.captions for mention in words.periods]
        self.months = find_caption_period(page, mentions)
        first = min([row.label.start for row in grid.rows] + [line.start for lines in grid.heads for line in lines])
        before = [mention for mention in page.periods if mention.last <= first]
        self.main = self.months or find_caption_period(page, before[::-1])

    def tell(self, label: Legend, column: int, number: _Number) -> Cell | None:
        """Return what a number claims."""
        heads = self.columns[column] if self.columns else []
        found = self._find_unit([label, *heads, *self.captions], number)
        side, flow = self._find_side(label, heads)
        if found is None or side is None or not (number.value and label.is_clear and _are_telling(heads)):
            return None
        unit, told = found
        owner, partner, sources = self._find_places(label, heads)
        kind = self._find_kind(told, column, number) if unit.is_percent else "volume"
        is_whole = partner == "WORLD" and kind == "share"
        scopes = label.classes.union(*(words.classes for words in heads))
        is_scoped = bool(scopes & (_UNWANTED if unit.is_percent else _UNWANTED | _AIMED))
        if kind is None or partner is None or owner == partner or is_whole or is_scoped:
            return None
        period, is_dated = self._find_period(label, heads, kind)
        if period is not None and period.first > self.page.clock.last_closed:
            return None
        sources["flow"] = flow
        dated = [words for words in (label, *heads, *self.captions) if words.periods]
        sources |= {"period": dated[0].tokens} if is_dated and dated else {}
        told_unit = None if number.is_percent or number.is_amount else unit
        return Cell(told_unit, kind, owner, partner, FLOW_OF[side], period, is_dated, sources)

    def _find_unit(self, sources: list[Legend], number: _Number) -> tuple[Unit, Legend] | None:
        """Return the unit of a number, and the words that tell it."""
        if number.is_amount:
            return Unit(is_percent=False), sources[0]
        is_money = not (number.is_percent or number.is_aside)
        for words in sources:
            units = [unit for unit in words.units if unit.is_percent or is_money]
            if units:
                return next((unit for unit in units if not unit.is_percent), units[0]), words
        if not number.is_percent:
            return None
        told = [words for words in sources if words.is_of_shares or words.is_of_changes]
        return (Unit(is_percent=True), (told or sources)[0]) if told or number.sign else None

    def _find_side(self, label: Legend, heads: list[Legend]) -> tuple[str | None, range]:
        """Return the side of the flow, and the nearest words for one.

        A line of the caption has to name only one flow, besides trade, and no single goods.
        """
        for words in (*heads, label):
            if words.handed is not None:
                return words.handed, words.tokens
        for words in self.captions:
            sides = set(words.sides) if len(set(words.sides)) == 1 else set(words.sides) - {"T"}
            if sides:
                is_told = len(sides) == 1 and not words.classes & (_NARROWING | _AIMED)
                return min(sides) if is_told else None, words.tokens
        partners = [words for words in self.captions if "partner" in words.classes]
        return ("T", partners[0].tokens) if partners else (None, range(0))

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
        own = find_period(self.page, near, self.months, is_growth=is_growth)
        if own is None and is_growth and self.months is None:
            named = [find_period(self.page, words.periods, self.months) for lines in self.columns for words in lines]
            own = max((period for period in named if period is not None), key=lambda period: period.last, default=None)
        return (own, True) if own is not None else (self.main, self.months is not None)

    def _find_places(self, label: Legend, heads: list[Legend]) -> tuple[str | None, str | None, dict[str, range]]:
        """Return the owner of the flow and its partner, and the words that name them."""
        owner = partner = None
        sources: dict[str, range] = {}
        is_total, is_headed = label.is_total and not label.sides, False
        for words in (label, *heads, *self.captions):
            if words.is_alone and is_headed:
                continue
            is_headed = is_headed or words.is_alone
            is_total = is_total or (words.is_alone and words.is_total and partner is None)
            for place in words.places:
                code, named = place.code, range(place.first, place.last)
                if code in {owner, partner, "WORLD"} or place.part == "body":
                    continue
                is_sum = is_total and (label.is_of_world or (code not in MEMBERS and bool(self.codes)))
                may_partner = partner is None and not is_sum
                is_partner = words.is_alone or place.mark in _PARTNERS
                may_own = not is_partner and partner not in MEMBERS.get(code, ())
                is_row = words.is_caption and code in self.codes
                if may_partner and (is_partner or not (words.is_caption or words.sides)):
                    partner, sources["partner"] = code, named
                elif may_own and owner is None and not (is_row and len(self.codes) > 1):
                    owner, sources["country"] = code, named
                elif may_own and may_partner and words.is_caption and not is_row:
                    partner, sources["partner"] = code, named
                elif not is_partner and owner is None and "foreign" in words.classes:
                    # "Foreign trade of the CIS countries": the rows own it.
                    owner, partner = partner, "WORLD"
                    sources |= {"country": label.tokens, "partner": words.tokens}
        if partner is None:
            is_plain = all(place.code == "WORLD" for place in label.places)
            partner = "WORLD" if is_total or (is_plain and (label.sides or label.periods)) else None
            sources["partner"] = label.tokens
        return owner, partner, sources
