"""Typed features of which months a figure is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.context import count_figures
from tradefacts.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.article.context import State, Surroundings, View
    from tradefacts.article.page import Page
    from tradefacts.article.periods import Mention

_MENTIONS = 7
_MOST_GAP = 2
_SENTENCES_ON = 2
"""How far on the first sentences of a text, its title, may find their period and places."""
_SEPARATORS = frozenset(",;:(—–")
_BESIDE, _TOUCH = 6, 2
_PASSED = frozenset({"about", "over", "under"})
_LEVELS = frozenset({"of", "к", "от", "on", "its", "the"})
"""Words behind a percentage that lead to what it is a part of or compared with."""
Candidates = dict["Period | None", list[str]]


def list_periods(page: Page, index: int, kind: str, view: View, around: Surroundings, state: State) -> Candidates:
    """Return the periods that a figure may be about, each with its features; None is "the text does not tell"."""
    letter = {"volume": "v", "share": "s"}.get(kind, "g")
    candidates: Candidates = {None: ["none", f"none:{letter}", f"none:{bool(state.claims):d}"]}
    mentions = _find_mentions(page, index, around)
    compared = _is_compared(page, index, around)
    anchors = _find_anchors(page, state, mentions)
    for place, (mention, zone, gap) in enumerate(mentions):
        against = _is_against(page, mention)
        nearest = f"{place == 0:d}"
        for period, label in _resolve(mention, anchors):
            features = candidates.setdefault(period, [])
            features.extend(
                [
                    f"{letter}:{zone}:{against:d}{compared:d}:{label}",
                    f"{zone}:{mention.name}",
                    f"{letter}:{zone}:{mention.name}:{label}",
                    f"{letter}:{zone}:g{gap}:{against:d}{compared:d}",
                    f"{letter}:n{nearest}:{against:d}{compared:d}:{label in {'far', 'year1'}:d}",
                ]
            )
            if compared and place < 2 and not label.startswith("before"):
                candidates.setdefault(period.shift(-1), []).append(f"{letter}:{zone}:back:{against:d}")
    guess, rule = guess_period(page, index, around, state)
    if rule != "none":
        candidates.setdefault(guess, [])
        for period, features in candidates.items():
            features.append(f"q{period == guess:d}:{rule}")
            features.append(f"q{period == guess:d}:{letter}")
    _add_history(candidates, page, index, letter, view, around, state, compared=compared, has_own=_has_own(mentions))
    for period, features in candidates.items():
        if period is not None:
            features.extend(_list_own(page, period, letter))
    return candidates


def guess_period(page: Page, index: int, around: Surroundings, state: State) -> tuple[Period | None, str]:
    """Return the period that grammar gives a figure, and which rule gave it."""
    figure = page.figures[index]
    main = state.main.period if state.main is not None else None
    begin, end = _find_stretch(page, index, around)
    compared = _is_compared(page, index, around)
    telling = [mention for mention in page.periods_within(begin, end) if _is_telling(page, mention)]
    ahead = [mention for mention in telling if mention.first < figure.first]
    behind = [mention for mention in telling if mention.first >= figure.last]
    beside = _find_beside(page, index, ahead)
    if beside is not None:
        return _settle(beside, main, is_base=True), "beside"
    near = [mention for mention in behind if not _has_sign(page, figure.last, mention.first)]
    ahead = [mention for mention in ahead if not _belongs_before(page, index, mention, begin, near)]
    if compared:
        if near:
            return _settle(near[0], main, is_base=True), "base-behind"
        if ahead:
            return _settle(ahead[-1], main, is_base=True), "base-ahead"
        return (main.shift(-1), "base") if main is not None else (None, "none")
    plain = [mention for mention in ahead if not _is_against(page, mention)]
    for mention in reversed(plain):
        if (period := _settle(mention, main, is_base=False)) is not None:
            return period, f"ahead-{mention.name.partition('-')[0]}"
    is_level = figure.unit != "money" and figure.last < end and page.cut.tokens[figure.last].low in _LEVELS
    straight = [
        mention
        for mention in near
        if not is_level and not _is_against(page, mention) and mention.name not in {"before", "yoy"}
    ]
    if straight:
        return _settle(straight[0], main, is_base=False), "behind"
    return _go_on(page, index, around, state)


def _go_on(page: Page, index: int, around: Surroundings, state: State) -> tuple[Period | None, str]:
    """Return the period of the claims before, or of a sentence between that has none."""
    last = state.last
    main = state.main.period if state.main is not None else None
    if last is None or main is None:
        found = [m for m, _, _ in _find_mentions(page, index, around) if m.meanings and _is_telling(page, m)]
        return (found[0].meanings[0][0], "near") if found else (None, "none")
    before = page.figures[last.index]
    sentence = page.cut.sentence_of[before.first]
    if sentence == around.sentence:
        was_compared = _is_compared(page, last.index, around) or _find_beside(page, last.index, None) is not None
        return (main, "main0") if was_compared or last.period is None else (last.period, "last")
    between = [
        mention
        for mention in page.periods_within(page.cut.sentences[sentence].last, around.sentence_first)
        if mention.meanings and _is_telling(page, mention) and not _is_against(page, mention) and mention.name != "date"
    ]
    if between:
        return between[-1].meanings[0][0], "between"
    return main, "main1"


def _find_stretch(page: Page, index: int, around: Surroundings) -> tuple[int, int]:
    figure = page.figures[index]
    before = page.figures[index - 1] if index else None
    after = page.figures[index + 1] if index + 1 < len(page.figures) else None
    begin = max(around.sentence_first, before.last if before is not None else 0)
    end = after.first if after is not None and after.first < around.sentence_last else around.sentence_last
    return begin, max(end, figure.last)


def _find_beside(page: Page, index: int, ahead: list[Mention] | None) -> Mention | None:
    """Return a period right before the bracket of a figure, or before "when it was": that of what it is compared with."""
    tokens, figure = page.cut.tokens, page.figures[index]
    begin = max(0, figure.first - _BESIDE)
    mentions = ahead if ahead is not None else page.periods_within(begin, figure.first)
    if not mentions:
        return None
    gap = [token.low for token in tokens[mentions[-1].last : figure.first]]
    is_bracket = gap[:1] == ["("] and len(gap) <= 2  # noqa: PLR2004 - a bound or sign may follow
    is_when = "when" in gap[:2] or "когда" in gap[:2]
    return mentions[-1] if (is_bracket or is_when) and _is_against(page, mentions[-1]) else None


def _has_sign(page: Page, first: int, last: int) -> bool:
    return any(token.text in _SEPARATORS for token in page.cut.tokens[first:last])


def _belongs_before(page: Page, index: int, mention: Mention, begin: int, near: list[Mention]) -> bool:
    """Tell whether a period belongs to the figure before: it follows that without a comma, this one after a comma."""
    if not index or page.figures[index - 1].last != begin:
        return False
    figure = page.figures[index]
    touches = mention.first - begin <= _TOUCH and any(other.first - figure.last <= _TOUCH for other in near)
    return touches or (not _has_sign(page, begin, mention.first) and _has_sign(page, mention.last, figure.first))


def _is_telling(page: Page, mention: Mention) -> bool:
    name = mention.name.partition("-")[0]
    if name in {"deadline", "yearend"}:
        return mention.year is not None and mention.year < page.clock.year
    return name not in {"yoy", "since", "ago"} and not (name == "date" and not mention.meanings)


def _settle(mention: Mention, main: Period | None, *, is_base: bool) -> Period | None:
    """Return the months that a mention names, or those of the main period in the year it points to."""
    name = mention.name.partition("-")[0]
    if name in {"same", "this_period", "before"} or (is_base and name == "last" and main is not None):
        if main is None:
            return None
        if mention.year is not None:
            return main.shift(mention.year - main.last // 12)
        return main.shift(-1) if is_base or name == "before" else main
    if name == "whole":
        return Period(main.last // 12 * 12, main.last // 12 * 12 + 11) if main is not None else None
    if not mention.meanings:
        return main
    return mention.meanings[0][0].shift(-1) if is_base and name in {"last", "this"} else mention.meanings[0][0]


def _find_mentions(page: Page, index: int, around: Surroundings) -> list[tuple[Mention, str, int]]:
    """Return the mentions around a figure, the nearest first, with zone and how many figures stand between."""
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


def _has_own(mentions: list[tuple[Mention, str, int]]) -> str:
    """Tell where the nearest words for a period stand: in the clause, the sentence, or before."""
    dated = [zone for mention, zone, _ in mentions if mention.meanings]
    return dated[0][0] if dated else "0"


def _is_compared(page: Page, index: int, around: Surroundings) -> bool:
    """Tell whether "against", "from" and the like stand right before the figure."""
    position = page.figures[index].first - 1
    while position >= around.clause_first and page.cues[position] & _PASSED:
        position -= 1
    if position < around.clause_first:
        return False
    return "against" in page.cues[position] and page.cut.tokens[position].low not in {"than", "чем"}


def _is_against(page: Page, mention: Mention) -> bool:
    """Tell whether a period is what is compared with."""
    begin = max(0, mention.first - 4)
    return any(
        "against" in page.cues[position] or page.cut.tokens[position].low in {"к", "on"}
        for position in range(begin, mention.first)
        if page.cut.sentence_of[position] == page.cut.sentence_of[mention.first]
    )


def _find_anchors(page: Page, state: State, mentions: list[tuple[Mention, str, int]]) -> list[tuple[Period, str]]:
    """Return the periods that "the same months" may point to."""
    anchors: list[tuple[Period, str]] = []
    if state.last is not None and state.last.period is not None:
        anchors.append((state.last.period, "h"))
    parts = [
        m
        for m, _, _ in mentions
        if m.meanings and m.name.partition("-")[0] in {"range", "months", "quarter", "half", "month", "date"}
    ]
    if parts:
        anchors.append((parts[0].meanings[0][0], "m"))
    years = [m for m, _, _ in mentions if m.meanings and m not in parts]
    if not anchors and years:
        anchors.append((years[0].meanings[0][0], "y"))
    return anchors


def _resolve(mention: Mention, anchors: list[tuple[Period, str]]) -> Iterator[tuple[Period, str]]:
    """Yield what a mention may mean, with how it was concluded; one that only points takes the months of an anchor."""
    yield from mention.meanings
    if mention.name.startswith(("same", "this_period")):
        for anchor, label in anchors:
            if mention.year is not None:
                years = mention.year - anchor.last // 12
                yield anchor.shift(years), f"same-{label}"
            else:
                yield anchor, f"as-{label}"
                yield anchor.shift(-1), f"before-{label}"
    elif mention.name in {"before", "yoy"}:
        for anchor, label in anchors:
            yield anchor.shift(-1), f"before-{label}"
    elif mention.name == "whole":
        for anchor, label in anchors:
            year = anchor.last // 12
            yield Period(12 * year, 12 * year + 11), f"whole-{label}"
    elif mention.year is not None and mention.name == "year":
        for anchor, label in anchors:
            if not anchor.is_year:
                yield anchor.shift(mention.year - anchor.last // 12), f"months-{label}"


def _add_history(  # noqa: PLR0913 - what the history is compared with
    candidates: Candidates,
    page: Page,
    index: int,
    letter: str,
    view: View,
    around: Surroundings,
    state: State,
    *,
    compared: bool,
    has_own: str,
) -> None:
    """Add the periods of earlier claims, and the last full year."""
    last = state.last
    year = page.clock.year - 1
    candidates.setdefault(Period(12 * year, 12 * year + 11), []).append(f"lastyear:{has_own}")
    if last is None:
        return
    is_new = page.cut.sentence_of[page.figures[last.index].first] != around.sentence
    same = last.view.key == view.key
    tie = f"{letter}{last.kind[0]}:{is_new:d}{same:d}{last.is_compared:d}"
    if last.period is not None:
        candidates.setdefault(last.period, []).extend(
            [f"h:{tie}:{compared:d}", f"h:{has_own}:{compared:d}", f"h:{letter}:{has_own}:{is_new:d}{compared:d}"]
        )
        candidates.setdefault(last.period.shift(-1), []).extend(
            [
                f"h-1:{compared:d}{same:d}",
                f"h-1:{has_own}:{compared:d}:{letter}",
                f"h-1:{_are_joined(page, last.index, index):d}",
            ]
        )
        candidates.setdefault(last.period.shift(1), []).append(f"h+1:{same:d}{is_new:d}:{has_own}")
    else:
        candidates[None].append(f"h:none:{has_own}")
    main = state.main
    if main is not None:
        candidates.setdefault(main.period, []).extend(
            [f"main:{has_own}{last.is_compared:d}", f"main:{letter}:{compared:d}{is_new:d}{last.is_compared:d}"]
        )
    earlier = [claim.period for claim in state.claims[:-1] if claim.period is not None]
    if earlier:
        candidates.setdefault(earlier[-1], []).append(f"h2:{has_own}:{is_new:d}")


def _are_joined(page: Page, last: int, index: int) -> bool:
    return index == last + 1 and page.figures[index].first - page.figures[last].last <= 2  # noqa: PLR2004 - one word between


def _list_own(page: Page, period: Period, letter: str) -> Iterator[str]:
    size = "y" if period.is_year else "1" if period.months == 1 else "p"
    yield f"size:{size}"
    if period.last > page.clock.last_closed:
        yield f"open:{letter}"
    age = page.clock.year - period.last // 12
    yield f"age:{min(age, 3)}{size}"
