"""Find figures that repeat another one: "столько же", "the same amount"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.words import get_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.article.cutting import Cut
    from tradefacts.article.figures import Figure

COUNTED = frozenset({"unit", "cargo", "people"})
"""What is counted is no money."""
_PERCENT_WORDS = get_words("percent") | {"%"}


def add_repeated(cut: Cut, cues: Sequence[frozenset[str]], figures: list[Figure]) -> list[Figure]:
    """Add "столько же" and "the same amount" as figures with the value of the amount before them."""
    added: list[Figure] = []
    for first in range(len(cut.tokens)):
        if "repeat" not in cues[first] or (first and "repeat" in cues[first - 1]):
            continue
        last = first
        while last < len(cut.tokens) and "repeat" in cues[last]:
            last += 1
        unit = "money"
        if last < len(cut.tokens) and cut.tokens[last].low in _PERCENT_WORDS:
            unit, last = "percent", last + 1
        before = [figure for figure in figures if figure.last <= first and unit in {"money", figure.unit}]
        model = before[-1] if before else None
        is_counted = last < len(cut.tokens) and bool(cues[last] & (COUNTED | {"goods"}))
        if model is None or model.unit != unit or is_counted:
            continue
        if cut.sentence_of[first] - cut.sentence_of[model.first] <= 1:
            printed = cut.text[cut.tokens[first].start : cut.tokens[last - 1].end]
            added.append(model._replace(first=first, last=last, printed=printed, is_elided=True, is_surplus=False))
    return sorted([*figures, *added], key=lambda figure: figure.first) if added else figures
