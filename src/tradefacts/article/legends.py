"""The words of a table that tell what its cells are: labels of rows, headings of columns, lines of the caption."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tradefacts.article.context import find_flows
from tradefacts.article.flows import TURNED
from tradefacts.article.headings import Unit, find_units
from tradefacts.article.rows import get_text
from tradefacts.article.words import get_pattern, get_words
from tradefacts.article.words.classes import FLOW_CUES
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tradefacts.article.naming import Place
    from tradefacts.article.page import Page
    from tradefacts.article.periods import Mention

_SHARE = re.compile(get_pattern("table_share"), re.IGNORECASE)
_CHANGE = re.compile(get_pattern("table_change"), re.IGNORECASE)
_OTHER = re.compile(get_pattern("table_other"), re.IGNORECASE)
"""Labels of the rest, which is no place."""
_TOTAL, _WORLD = get_words("table_total"), get_words("table_world")
"""Words of labels for the sum of all rows, and for all countries."""
_VALUES = get_words("table_value")
_KNOWN = FLOW_CUES | {"total", "foreign", "small", "home", "partner", "share", "member", "inside", "mutual", "wares"}
"""Classes of the words that a label may have besides the names of places."""
_FEW = 2
"""Unknown words beside the name of a place, or words in a line that stands for all places."""


class Legend(NamedTuple):
    """The words of a label, of a heading, or of a line of the caption."""

    tokens: range
    text: str
    lows: frozenset[str]
    """In lower case."""
    unknown: int
    """How many words are in no table."""
    places: list[Place]
    sides: list[str]
    """Of the flows that they name."""
    periods: list[Mention]
    units: list[Unit]
    classes: frozenset[str]
    is_caption: bool = False
    handed: str | None = None
    """Its side, or that which a label hands down to those of places below, or a column to those behind it."""

    @property
    def is_of_shares(self) -> bool:
        """Whether they name shares."""
        return _SHARE.search(self.text) is not None

    @property
    def is_of_changes(self) -> bool:
        """Whether they name changes, or rates of growth."""
        return _CHANGE.search(self.text) is not None or bool(self.classes & {"rise", "fall"})

    @property
    def is_of_levels(self) -> bool:
        """Whether they name percentages of an earlier level."""
        return any(unit.is_level for unit in self.units)

    @property
    def is_of_values(self) -> bool:
        """Whether they name amounts, or a place whose amounts are below."""
        return bool(self.lows & _VALUES or self.places)

    @property
    def is_total(self) -> bool:
        """Whether they stand for all rows or countries."""
        is_named = bool(self.classes & {"total", "foreign"} or self.lows & (_TOTAL | _WORLD))
        return is_named and all(place.code == "WORLD" for place in self.places)

    @property
    def is_of_world(self) -> bool:
        """Whether they stand for all countries."""
        return self.is_total and bool(self.lows & _WORLD)

    @property
    def is_alone(self) -> bool:
        """Whether a line of the caption only names a place, or all of them, for the rows below it."""
        if not self.is_caption or self.sides or self.periods or self.units:
            return False
        is_named = len(self.places) == 1 and len(self.tokens) == self.places[0].last - self.places[0].first
        return is_named or (self.is_total and len(self.tokens) <= _FEW)

    @property
    def is_clear(self) -> bool:
        """Whether all words of a label are understood, or all but few beside a place."""
        named = [place for place in self.places if place.code != "WORLD"]
        is_told = bool(named or self.is_total or self.sides or self.periods)
        return is_told and self.unknown <= _FEW * (len(named) == 1) and not _OTHER.search(self.text)


def read_legend(page: Page, tokens: range, *, is_caption: bool = False) -> Legend:
    """Return what some words of a table tell."""
    first, last = tokens.start, tokens.stop
    text = get_text(page.cut, tokens)
    unknown = sum(
        page.cut.tokens[at].kind == "word"
        and not page.is_of_place(at)
        and not page.is_of_period(at)
        and not page.cues[at] & _KNOWN
        and page.cut.tokens[at].low not in _TOTAL | _WORLD
        for at in tokens
    )
    return Legend(
        tokens,
        text,
        frozenset(token.low for token in page.cut.tokens[first:last]),
        unknown,
        [place for place in page.places_within(first, last) if place.part != "official"],
        # Buyers are those of the home place's exports.
        [TURNED.get(side, side) if "agent" in page.cues[at] else side for at, side in find_flows(page, first, last)],
        page.periods_within(first, last),
        find_units(text),
        page.cues_within(first, last),
        is_caption,
    )


def read_labels(page: Page, labels: list[range]) -> list[Legend]:
    """Return what the labels of rows tell, those of places with the flow of a label above them."""
    done: list[Legend] = []
    side: str | None = None
    for tokens in labels:
        label = read_legend(page, tokens)
        side = label.sides[-1] if label.sides else side if label.places else None
        done.append(label._replace(handed=side))
    return done


def read_columns(page: Page, columns: Iterable[Iterable[range]]) -> list[list[Legend]]:
    """Return what the headings of columns tell, those without a flow with that of the column before them.

    "Exports | change, % | imports | change, %"
    """
    done: list[list[Legend]] = []
    side: str | None = None
    for lines in columns:
        heads = [read_legend(page, tokens) for tokens in lines]
        side = next((words.sides[-1] for words in reversed(heads) if words.sides), side)
        done.append([words._replace(handed=side) for words in heads])
    return done
