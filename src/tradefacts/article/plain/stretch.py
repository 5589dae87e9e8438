"""The words that belong to one figure, and the kind that they give it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from tradefacts.article.context import Surroundings
    from tradefacts.article.figures import Figure
    from tradefacts.article.page import Page

_BOUNDS = (frozenset({"rise", "over"}), frozenset({"fall", "under"}))
"""Classes of words that are bounds as well as changes: "more than", "less than"."""
_SURE = frozenset(
    {
        *("denied", "gap", "outside", "combined", "repeated", "points", "of-balance", "mean", "wish", "payments"),
        *("added", "alternative", "equivalent", "scope-goods", "scope-service"),
    }
)
"""Rules that tell figures apart from claims by words that rarely err."""


class Sorted(NamedTuple):
    """A kind, and the rule that gave it."""

    kind: str
    rule: str

    @property
    def is_surely_none(self) -> bool:
        """Whether the figure is no claim by a rule that rarely errs."""
        return self.kind == "none" and self.rule in _SURE


class Stretch(NamedTuple):
    """The words from the previous figure to the next one, and the classes of those near the figure."""

    page: Page
    figure: Figure
    around: Surroundings
    begin: int
    end: int
    ahead: frozenset[str]
    behind: frozenset[str]

    def find_before(self, wanted: frozenset[str] | set[str]) -> str | None:
        """Return the nearest wanted class before the figure, as far back as the previous figure."""
        for position in range(self.figure.first - 1, self.begin - 1, -1):
            found = self.page.cues[position] & wanted
            # "Fell by more than a quarter" is no rise.
            is_bound = any(self.page.cues[position] >= bound for bound in _BOUNDS)
            if found and not (is_bound and self.figure.unit != "money"):
                return min(found)
        return None

    def find_behind(self, wanted: frozenset[str] | set[str]) -> str | None:
        """Return the nearest wanted class after the figure, up to the next figure or a comma."""
        for position in range(self.figure.last, self.end):
            if self.page.cut.tokens[position].text in ",;(":
                return None
            found = self.page.cues[position] & wanted
            if found:
                return min(found)
        return None
