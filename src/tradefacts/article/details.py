"""Further details of a claim: bound words, deadline, base of a growth, reporter and speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.plain.months import find_base
from tradefacts.article.words import get_words

if TYPE_CHECKING:
    from tradefacts.article.context import Surroundings
    from tradefacts.article.page import Page
    from tradefacts.period import Period

_BEFORE = 3
_BOUNDS = (("over", ">"), ("under", "<"), ("about", "~"))
_NAME = 4
_MORE = get_words("or_more")
_JOINS = get_words("or") | get_words("and")


def find_bound(page: Page, index: int, around: Surroundings) -> str:
    """Return the bound that the words at a figure express: `=`, `~`, `>` or `<`."""
    figure = page.figures[index]
    if figure.is_surplus:
        return ">"
    tokens = page.cut.tokens
    for position in range(figure.first - 1, max(around.sentence_first, figure.first - _BEFORE) - 1, -1):
        if tokens[position].kind != "word":
            if tokens[position].text not in '"“«$':
                break
            continue
        for name, bound in _BOUNDS:
            if name in page.cues[position]:
                return bound
        if "small" not in page.cues[position]:
            break
    after = [token.low for token in tokens[figure.last : figure.last + 2]]
    return ">" if len(after) > 1 and after[0] in _JOINS and after[1] in _MORE else "="


def find_deadline(page: Page, index: int, around: Surroundings) -> str | None:
    """Return the year by which a target is to be reached, if its sentence gives one."""
    figure = page.figures[index]
    mentions = [
        mention
        for mention in page.periods_within(around.sentence_first, around.sentence_last)
        if mention.year is not None and (mention.by is not None or mention.year >= page.clock.year)
    ]
    if not mentions:
        return None
    nearest = min(mentions, key=lambda mention: abs(mention.first - figure.first))
    return str(nearest.year)


def find_base_period(page: Page, index: int, around: Surroundings, period: Period | None) -> str | None:
    """Return what a growth is compared with, if the text says it."""
    base = find_base(page, index, around, period)
    return str(base) if base is not None else None


def find_speaker(page: Page, around: Surroundings) -> str | None:
    """Return the name after the last title of the sentence, as printed."""
    tokens = page.cut.tokens
    for position in range(around.sentence_last - 1, around.sentence_first - 1, -1):
        if "official" not in page.cues[position]:
            continue
        names = []
        for token in tokens[position + 1 : min(around.sentence_last, position + 1 + _NAME)]:
            if token.kind != "word" or not token.text[0].isupper():
                break
            names.append(token.text)
        if len(names) > 1:
            return " ".join(names)
    return None
