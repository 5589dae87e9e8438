"""The months that a figure is about, by the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.context import find_insertion, survey
from tradefacts.article.meanings import full_year
from tradefacts.article.periods import PARTS_OF_YEAR
from tradefacts.article.plain.comparing import find_earlier_base, find_in_brackets, is_against, is_compared
from tradefacts.article.plain.mentions import (
    LEVELS,
    find_mentions,
    has_sign,
    is_exceeded,
    is_level,
    is_same,
    opens_clause,
)
from tradefacts.article.plain.parts import find_part, find_result, find_reviewed
from tradefacts.article.words import get_stems, get_words

if TYPE_CHECKING:
    from tradefacts.article.context import State, Surroundings
    from tradefacts.article.figures import Figure
    from tradefacts.article.page import Page
    from tradefacts.article.periods import Mention
    from tradefacts.period import Period

_WHEN, _OF, _FORMER = get_words("when"), get_words("of"), get_stems("levels")
SPAN_OF_YEARS = "years"
"""The rule for a growth over several years, which is too rare to be weighed in training."""
_BESIDE, _TOUCH = 6, 2
_OWN = PARTS_OF_YEAR | {"year", "month", "rolling"}
"""Patterns that name a period by itself, so that it is that of the sentence and not of the figure compared with."""


def guess_period(page: Page, index: int, around: Surroundings, state: State) -> tuple[Period | None, str]:
    """Return the period that a figure has by grammar, and the rule that gave it."""
    figure = page.figures[index]
    main = state.main.period if state.main is not None else state.table
    begin, end = _find_stretch(page, index, around)
    aside = find_insertion(page, begin, figure.first)
    telling = [
        mention
        for mention in page.periods_within(begin, end)
        if (_is_telling(page, mention) or (figure.unit == "money" and mention.name == "ago"))
        and mention.first not in aside
    ]
    ahead = [mention for mention in telling if mention.first < figure.first]
    behind = [mention for mention in telling if mention.first >= figure.last]
    beside = _find_beside(page, index, ahead)
    if beside is not None:
        return _settle(beside, main, is_base=True), "beside"
    near = [mention for mention in behind if not has_sign(page, figure.last, mention.first)]
    ahead = [mention for mention in ahead if not _belongs_before(page, index, mention, begin, near)]
    if is_compared(page, index, around):
        return _guess_base(page, ahead, near, main, find_earlier_base(page, around, state))
    result = find_result(page, index, around)
    if result is not None:
        return result.meanings[0][0], "result"
    plain = _list_ahead(page, figure, ahead, near)
    if (part := find_part(plain, near)) is not None:
        return part, "part"
    for mention in reversed(plain):
        if (reviewed := find_reviewed(page, mention, state)) is not None:
            return reviewed, "reviewed"
        if (period := _settle(mention, main, is_base=False)) is not None:
            return period, f"ahead-{mention.pattern}"
    near = [mention for mention in near if not is_level(page, figure, mention)] if figure.unit != "money" else near
    has_base = figure.unit != "money" and figure.last < end and page.cut.tokens[figure.last].low in LEVELS
    for mention in near if not has_base else ():
        if mention.name == "before" and figure.unit == "money" and state.claims and mention.first - figure.last <= 1:
            return _settle(mention, main, is_base=True), "base-behind"
        is_base = is_against(page, mention) or mention.name in {"before", "yoy", "over"}
        if is_base or (figure.unit != "money" and mention.name.startswith("same")):
            continue
        if (period := _settle(mention, main, is_base=False)) is not None:
            return period, "behind"
    return _go_on(page, index, around, state)


def _guess_base(
    page: Page, ahead: list[Mention], near: list[Mention], main: Period | None, earlier: Period | None
) -> tuple[Period | None, str]:
    """Return the period of a figure that another one is compared with; `earlier` is that of one before it."""
    if near:
        return _settle(near[0], main, is_base=True), "base-behind"
    if ahead:
        base = _settle(ahead[-1], main, is_base=True)
        is_own = ahead[-1].pattern in _OWN and not is_against(page, ahead[-1])
        # "In 2022 it rose from 12 to 15 %": the year belongs to the second figure.
        return base.shift(-1) if base is not None and is_own else base, "base-ahead"
    return (earlier or main.shift(-1), "base") if main is not None else (None, "none")


def _list_ahead(page: Page, figure: Figure, ahead: list[Mention], near: list[Mention]) -> list[Mention]:
    """Return the periods before a figure that may be its own."""
    is_change = figure.unit != "money"
    plain = [
        mention
        for mention in ahead
        if not is_against(page, mention)
        and not (is_change and is_exceeded(page, mention))
        and not (is_change and mention.name in {"deadline", "before"} and not opens_clause(page, mention))
    ]
    # "This year trade fell by a fifth in the first half."
    is_part_named = bool(plain) and plain[-1].name == "this" and bool(near) and near[0].pattern in PARTS_OF_YEAR
    return [] if is_part_named else plain


def _go_on(page: Page, index: int, around: Surroundings, state: State) -> tuple[Period | None, str]:
    """Return the period of earlier claims, or of a sentence without claims between them and the figure."""
    last = state.last
    main = state.main.period if state.main is not None else None
    if (last is None or main is None) and state.table is not None:
        return state.table, "main-table"
    if last is None or main is None:
        return _find_first(page, index, around)
    is_rate = page.figures[index].unit != "money" and not main.is_year
    mentions = page.periods_within(*_find_stretch(page, index, around)) if is_rate else []
    if any(mention.name == "since" for mention in mentions):
        # "Trade has grown by 29 % over five years": the last of them was a whole one.
        return full_year(main.last // 12 - 1), SPAN_OF_YEARS
    before = page.figures[last.at]
    sentence = page.cut.sentence_of[before.first]
    if sentence == around.sentence:
        bracketed = find_in_brackets(page, index, around, state)
        if bracketed is not None:
            return bracketed, "brackets"
        was_compared = is_compared(page, last.at, survey(page, before)) or _find_beside(page, last.at, None) is not None
        is_base = (
            last.is_compared
            and page.figures[index].unit != "money"
            and not _follows_base(page, index, around, last.period)
        )
        is_told = was_compared or is_base or last.period is None or _leaves_bracket(page, last.at, index)
        return (main, "main0") if is_told else (last.period, "last")
    between = [
        mention
        for mention in page.periods_within(page.cut.sentences[sentence].last, around.sentence_first)
        if mention.meanings and _is_telling(page, mention) and not is_against(page, mention) and mention.name != "date"
    ]
    if between:
        return between[-1].meanings[0][0], "between"
    return main, "main1"


def _leaves_bracket(page: Page, before: int, index: int) -> bool:
    """Whether a bracket with a period closes between two figures: "2,3 млрд (в 2020-м – 2,1), в Узбекистан – 1,8"."""
    tokens, inside = page.cut.tokens, page.figures[before]
    between = (token.text for token in tokens[inside.last : page.figures[index].first])
    if next((sign for sign in between if sign in "()"), "") != ")":
        return False
    opening = next((at for at in range(inside.first, 0, -1) if tokens[at].text == "("), inside.first)
    return bool(page.periods_within(opening, inside.first))


def _find_first(page: Page, index: int, around: Surroundings) -> tuple[Period | None, str]:
    """Return the period of the first claim, by the mentions near it: the year after one of comparison."""
    figure = page.figures[index]
    mentions = [mention for mention, _, _ in find_mentions(page, index, around)]
    found = [mention for mention in mentions if mention.meanings and _is_telling(page, mention)]
    plain = [
        mention
        for mention in found
        if not is_against(page, mention)
        and not is_same(page, mention)
        and not is_level(page, figure, mention)
        and not _follows_compared(page, index, mention)
    ]
    if plain:
        ahead = [mention for mention in plain if mention.first < figure.first]
        is_apart = has_sign(page, figure.last, plain[0].first)
        return (ahead if ahead and is_apart else plain)[0].meanings[0][0], "near"
    if found:
        period = found[0].meanings[0][0]
        return (period.shift(1) if found[0].year is not None else period), "near"
    return None, "none"


def _follows_compared(page: Page, index: int, mention: Mention) -> bool:
    """Whether a mention is that of the next figure, which is compared: "$8 bn, as against $7 bn in May 2022"."""
    after = page.figures[index + 1] if index + 1 < len(page.figures) else None
    is_behind = after is not None and 0 <= mention.first - after.last <= _TOUCH
    return is_behind and after is not None and is_compared(page, index + 1, survey(page, after))


def _follows_base(page: Page, index: int, around: Surroundings, period: Period | None) -> bool:
    """Whether a growth is one since the year before a period: "in 2021 it was $882 m, 61 % more than in 2020"."""
    _, end = _find_stretch(page, index, around)
    behind = page.periods_within(page.figures[index].last, end)
    bases = [mention.year for mention in behind if is_against(page, mention)]
    return period is not None and bases[:1] == [period.last // 12 - 1]


def _find_stretch(page: Page, index: int, around: Surroundings) -> tuple[int, int]:
    figure = page.figures[index]
    before = page.figures[index - 1] if index else None
    after = page.figures[index + 1] if index + 1 < len(page.figures) else None
    begin = max(around.sentence_first, before.last if before is not None else 0)
    end = after.first if after is not None and after.first < around.sentence_last else around.sentence_last
    return begin, max(end, figure.last)


def _find_beside(page: Page, index: int, ahead: list[Mention] | None) -> Mention | None:
    """Return a period of comparison directly before the bracket of a figure, or before "when it was"."""
    tokens, figure = page.cut.tokens, page.figures[index]
    begin = max(0, figure.first - _BESIDE)
    mentions = ahead if ahead is not None else page.periods_within(begin, figure.first)
    if not mentions:
        return None
    before = page.figures[index - 1] if index else None
    if figure.unit != "money" and before is not None and 0 <= mentions[-1].first - before.last <= _TOUCH:
        return None  # "61,7 млн против 57,2 млн в 2019-м (+7,9%)": the amount is that of the base, the rate is not
    gap = [token.low for token in tokens[mentions[-1].last : figure.first]]
    is_bracket = gap[:1] == ["("] and len(gap) <= 2
    is_figure = len(gap) == _TOUCH and gap[0].startswith(_FORMER) and gap[1] in _OF  # "the 2021 figure of $3 m"
    is_when = bool(_WHEN.intersection(gap[:2])) and len(gap) <= _BESIDE
    is_base = is_against(page, mentions[-1]) or tokens[mentions[-1].first - 1].low.startswith(_FORMER)
    return mentions[-1] if (is_bracket or is_when or is_figure) and is_base else None


def _belongs_before(page: Page, index: int, mention: Mention, begin: int, near: list[Mention]) -> bool:
    """Whether a period belongs to the previous figure: no comma comes before the period, and one follows it."""
    if not index or page.figures[index - 1].last != begin:
        return False
    figure = page.figures[index]
    touches = mention.first - begin <= _TOUCH and any(place.first - figure.last <= _TOUCH for place in near)
    return touches or (not has_sign(page, begin, mention.first) and has_sign(page, mention.last, figure.first))


def _is_telling(page: Page, mention: Mention) -> bool:
    name = mention.pattern
    if name in {"deadline", "yearend"}:
        return mention.year is not None and mention.year < page.clock.year
    return (
        name not in {"yoy", "ago", "over"}
        and not (name == "since" and not mention.meanings)
        and not (name == "date" and not mention.meanings)
    )


def _settle(mention: Mention, main: Period | None, *, is_base: bool) -> Period | None:
    """Return the months that a mention names, or those of the main period in the year that it refers to."""
    name = mention.pattern
    if name in {"same", "this_period", "before"} or (is_base and name == "last" and main is not None):
        if main is None:
            return None
        if mention.year is not None:
            return main.shift(mention.year - main.last // 12)
        return main.shift(-1) if is_base or name == "before" else main
    if name == "whole":
        return full_year(main.last // 12) if main is not None else None
    if not mention.meanings:
        return main
    if name == "span":
        return mention.meanings[is_base][0]
    if name == "start" and main is not None and main.first % 12 == 0 and main.first == mention.meanings[0][0].first:
        return main
    return mention.meanings[0][0].shift(-1) if is_base and name in {"last", "this"} else mention.meanings[0][0]


def find_base(page: Page, index: int, around: Surroundings, period: Period | None) -> Period | None:
    """Return the period that a growth is compared with, if it is named."""
    if period is None:
        return None
    begin, end = _find_stretch(page, index, around)
    for mention in (
        *page.periods_within(page.figures[index].last, end),
        *page.periods_within(begin, page.figures[index].first),
    ):
        if not (is_against(page, mention) or mention.name in {"before", "yoy"}):
            continue
        base = _settle(mention, period, is_base=True)
        if base is not None and base.last < period.last:
            return base
    return None
