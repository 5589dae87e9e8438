"""How a mention of a period stands to a figure: near it, before a comma, or as the base of a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.context import count_figures
from tradefacts.article.words import get_stems, get_words

if TYPE_CHECKING:
    from tradefacts.article.context import Surroundings
    from tradefacts.article.figures import Figure
    from tradefacts.article.page import Page
    from tradefacts.article.periods import Mention

_MENTIONS = 7
_MOST_GAP = 2
_SENTENCES_ON = 3
"""How many sentences ahead the first ones of a text, its title, may find their period."""
_SEPARATORS = frozenset(",;:(—–")
_OPENING = get_words("before_time") | {",", "(", ";", "—", "–"}
"""Signs and words before a clause."""
LEVELS = get_words("base_begins")
"""Words after a percentage that introduce what it is a part of or compared with."""
_AS, _IN, _SAME, _FORMER = get_words("as"), get_words("in"), get_words("same"), get_stems("levels")
_EXCEEDS = get_stems("exceeds")
_TOUCH = 2


def find_mentions(page: Page, index: int, around: Surroundings) -> list[tuple[Mention, str, int]]:
    """Return the mentions around a figure, the nearest first, each with its zone and the number of figures between."""
    figure = page.figures[index]
    found = []
    for mention in page.periods:
        sentence = page.cut.sentence_of[mention.first]
        if sentence > around.sentence + (_SENTENCES_ON if around.sentence <= 1 else 0):
            break
        back = around.sentence - sentence
        is_before = mention.first < figure.first
        if back < 0:
            zone = "n"
        elif back:
            zone = f"p{min(back, 3)}"
        else:
            inside = around.clause_first <= mention.first < around.clause_last
            zone = ("c" if inside else "s") + ("b" if is_before else "a")
        bounds = (mention.last, figure.first) if is_before else (figure.last, mention.first)
        gap = min(_MOST_GAP, count_figures(page, *bounds))
        distance = figure.first - mention.first if is_before else 2 * (mention.first - figure.last) + 2
        found.append(((back if back >= 0 else 3 - back, zone[0] == "s", distance), (mention, zone, gap)))
    found.sort(key=lambda entry: entry[0])
    return [entry for _, entry in found[:_MENTIONS]]


def is_level(page: Page, figure: Figure, mention: Mention) -> bool:
    """Whether a mention behind a figure is that of an earlier level: "на 41 % превзошёл показатель 1400 года".

    Also in "84% of last year's level in January–October".
    """
    tokens = page.cut.tokens
    is_of = (
        page.cut.get_low(figure.last) in LEVELS and 0 < mention.first - figure.last <= _TOUCH and figure.unit != "money"
    )
    if is_of and page.cut.get_low(mention.last).startswith(_FORMER):
        return True
    is_behind = mention.first > figure.last and tokens[mention.first].low not in _IN
    return is_behind and tokens[mention.first - 1].low.startswith(_FORMER)


def is_exceeded(page: Page, mention: Mention) -> bool:
    """Whether a mention ahead is that of an exceeded level: "превысил показатель 2020 года на 27 %"."""
    tokens = page.cut.tokens
    is_former = tokens[mention.first - 1].low.startswith(_FORMER)
    return is_former and tokens[mention.first - 2].low.startswith(_EXCEEDS)


def is_same(page: Page, mention: Mention) -> bool:
    """Whether a mention is that of the same months in another year: "за те же шесть месяцев прошлого года"."""
    return any(token.low in _SAME for token in page.cut.tokens[mention.first : mention.last])


def opens_clause(page: Page, mention: Mention) -> bool:
    """Whether "a year earlier" opens a sentence or clause, and so tells when: "Годом ранее рост составлял 12 %"."""
    if mention.name != "before":
        return False
    first = page.cut.sentences[page.cut.sentence_of[mention.first]].first
    before = [token.low for token in page.cut.tokens[max(first, mention.first - 2) : mention.first]]
    return not before or (before[-1] in _OPENING and before[0] not in _AS)


def has_sign(page: Page, first: int, last: int) -> bool:
    """Whether a sign that parts clauses stands between two positions."""
    return any(token.text in _SEPARATORS for token in page.cut.tokens[first:last])
