"""Typed features of what a figure is: a volume, a growth, a share, a target, or no claim."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tradefacts.article.context import CHANGE_CUES, FLOW_CUES, OTHER_CUES, find_begin
from tradefacts.article.governing import find_owner, list_governed
from tradefacts.article.plain.kind import guess_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.article.context import State, Surroundings
    from tradefacts.article.figures import Figure
    from tradefacts.article.page import Page
    from tradefacts.article.plain.stretch import Sorted

OPTIONS = {
    "money": ("none", "volume", "target"),
    "percent": ("none", "rise", "fall", "level", "share"),
    "factor": ("none", "rise", "fall"),
}
"""Unit → what its figures can be; a growth is a rise, a fall, or a level (a percentage of the base)."""
_DOLLARS = frozenset({"USD", "EUR", "CNY", "RUB"})
_AFTER, _BEFORE = 3, 4
_LEAST_LEVEL, _WHOLE = 50, 100
_SIZES = (10**5, 10**7, 10**9, 10**11, 10**13)
_TELLING = FLOW_CUES | CHANGE_CUES | OTHER_CUES | {"target", "goal", "forecast", "against", "reach"}
_SCOPES = frozenset({"goods", "region", "company", "invest", "cargo", "price", "service", "economy", "people"})
_POINTED = FLOW_CUES | OTHER_CUES


def list_kind_features(
    page: Page, index: int, around: Surroundings, state: State, guess: Sorted | None = None
) -> list[str]:
    """Return the features of a figure's kind; each has a separate weight for every option.

    `guess` is the plain chooser's guess, if known.
    """
    figure = page.figures[index]
    unit = figure.unit[0] + ("w" if figure.in_words and figure.unit == "percent" else "")
    features = [unit, *(f"{unit}:{name}" for name in _list_near(page, figure, around))]
    features.extend(f"{name}" for name in _list_sentence(page, figure, around))
    own = chain(
        _list_own(figure),
        _list_previous(page, index, around, state),
        _list_named(page, index, around, state),
        _list_between(page, index, around),
    )
    features.extend(f"{unit}:{name}" for name in own)
    guess = guess or guess_kind(page, index, around, state)
    features += [f"kr:{guess.kind}", f"kr:{guess.kind}:{guess.rule}", f"kr:{guess.kind}:{unit}"]
    features.extend(f"{unit[0]}:{name}" for name in _list_stretch(page, index, around, state))
    features.extend(list_governed(page, around))
    features.append(f"own:{find_owner(page, figure)}:{around.sentence > 0:d}")
    return features


def is_in_points(page: Page, figure: Figure) -> bool:
    """Whether a figure is one of percentage points, which are never a growth or a share."""
    is_followed = figure.last < len(page.cues) and "points" in page.cues[figure.last]
    return (
        figure.unit == "percent"
        and is_followed
        and page.cut.sentence_of[figure.first] == page.cut.sentence_of[figure.last]
    )


def _list_near(page: Page, figure: Figure, around: Surroundings) -> Iterator[str]:
    """Yield the words directly before and after the figure."""
    tokens = page.cut.tokens
    end = min(around.sentence_last, figure.last + _AFTER)
    for distance, position in enumerate(range(figure.last, end), 1):
        token, classes = tokens[position], page.cues[position]
        if token.kind == "sign":
            if distance == 1:
                yield f"n={token.text}"
            if token.text not in '«»"“”-':
                break
        yield from (f"n{distance > 1:d}:{name}" for name in sorted(classes) if name != "small")
        if "small" in classes and distance == 1:
            yield f"n={token.low}"
        if distance == 1 and token.kind == "word" and not classes:
            yield "n:word"
    begin = max(around.sentence_first, figure.first - _BEFORE)
    for distance, position in enumerate(range(figure.first - 1, begin - 1, -1), 1):
        token, classes = tokens[position], page.cues[position]
        if token.kind == "sign" and distance == 1:
            yield f"p={token.text}"
        yield from (f"p{distance > 2:d}:{name}" for name in sorted(classes) if name != "small")
        if "small" in classes and distance <= 2:
            yield f"p{distance}={token.low}"
        if distance == 1 and token.text[0].isupper() and not classes:
            yield "p:Cap"


def _list_sentence(page: Page, figure: Figure, around: Surroundings) -> Iterator[str]:
    """Yield the nearest cue of each sort in the clause, and the cues of the sentence."""
    yield f"nb:{_find_nearest(page, range(figure.first - 1, around.clause_first - 1, -1), _POINTED)}"
    yield f"na:{_find_nearest(page, range(figure.last, around.clause_last), _POINTED)}"
    ahead = range(figure.first - 1, around.clause_first - 1, -1)
    yield f"cb:{_find_nearest(page, ahead, CHANGE_CUES)}:{figure.unit[0]}"
    yield f"ca:{_find_nearest(page, range(figure.last, around.clause_last), CHANGE_CUES)}:{figure.unit[0]}"
    in_clause = page.cues_within(around.clause_first, around.clause_last)
    in_sentence = page.cues_within(around.sentence_first, around.sentence_last)
    for name in sorted(
        in_clause
        & (OTHER_CUES | FLOW_CUES | {"target", "goal", "forecast", "denial", "total", "share", "against", "official"})
    ):
        yield f"c:{name}"
    for name in sorted(
        (in_sentence - in_clause)
        & (OTHER_CUES | {"target", "goal", "forecast", "denial", "share", "turnover", "export", "import"})
    ):
        yield f"s:{name}"
    if page.cut.tokens[around.sentence_last - 1].text == "?":
        yield "asked"
    if not in_sentence & FLOW_CUES:
        yield "s:noflow"
        if not any(
            page.cues[position] & FLOW_CUES
            for position in range(max(0, around.sentence_first - 40), around.sentence_first)
        ):
            yield "s:farflow"


def _list_own(figure: Figure) -> Iterator[str]:
    """Yield features of the figure itself."""
    if figure.unit == "money":
        yield f"size{sum(figure.values[0] >= size for size in _SIZES)}"
        if figure.currency is not None and figure.currency not in _DOLLARS:
            yield "local"
        if figure.is_elided:
            yield "elided"
    elif figure.is_elided:
        yield "elided%"
    for name in ("is_fall", "is_rise", "is_low", "is_high"):
        if getattr(figure, name):
            yield name
    if figure.unit == "percent" and figure.values[0] >= _LEAST_LEVEL:
        yield "big" if figure.values[0] <= _WHOLE else "over"


def _list_previous(page: Page, index: int, around: Surroundings, state: State) -> Iterator[str]:
    """Yield the kind chosen for the figure before."""
    before = page.figures[index - 1] if index else None
    if before is None or before.first < around.sentence_first:
        yield "pk:start"
        last = state.kinds.get(index - 1, "start")
        yield f"ps:{last}"
    else:
        kind = state.kinds.get(index - 1, "none")
        zone = "c" if before.first >= around.clause_first else "s"
        yield f"pk:{zone}:{kind}:{before.unit[0]}"


def _list_named(page: Page, index: int, around: Surroundings, state: State) -> Iterator[str]:
    """Yield where the places and periods of the sentence stand, and how many claims there are."""
    figure = page.figures[index]
    places = page.places_within(around.clause_first, around.clause_last)
    if places:
        yield "pl:c"
    elif page.places_within(around.sentence_first, around.sentence_last):
        yield "pl:s"
    else:
        yield "pl:0"
    periods = page.periods_within(around.sentence_first, around.sentence_last)
    near = next((period for period in periods if 0 <= period.first - figure.last <= 2), None)
    if near is not None:
        yield f"np:{near.name.partition('-')[0]}"
    due = [period for period in periods if period.by is not None and int(period.by) >= page.clock.year]
    if due:
        yield "by"
    if any(period.first >= figure.last for period in due):
        yield "by>"
    if any(
        meaning[0].last > page.clock.last_closed
        for period in periods
        if not period.by
        for meaning in period.meanings[:1]
    ):
        yield "future"
    yield f"claims{min(len(state.claims), 2)}"


def _list_between(page: Page, index: int, around: Surroundings) -> Iterator[str]:
    """Yield the words since the figure before, and the cues of the sentence above."""
    figure, before = page.figures[index], page.figures[index - 1] if index else None
    if before is not None and before.first >= around.sentence_first:
        between = page.cues_within(before.last, figure.first)
        for name in sorted(between & _TELLING):
            yield f"i:{name}"
        gap = figure.first - before.last
        joint = "_".join(token.low for token in page.cut.tokens[before.last : figure.first]) if gap <= 2 else ""
        yield f"j:{joint or min(gap, 5)}:{before.unit[0]}"
    if around.sentence and not any(
        page.cues[position] & FLOW_CUES for position in range(around.sentence_first, around.sentence_last)
    ):
        bounds = page.cut.sentences[around.sentence - 1]
        above = page.cues_within(bounds.first, bounds.last)
        for name in sorted(above & (FLOW_CUES | OTHER_CUES | {"share", "target"})):
            yield f"ab:{name}"


def _list_stretch(page: Page, index: int, around: Surroundings, state: State) -> Iterator[str]:
    """Yield the cues between the figure before and the next one, and how the words for flows are scoped."""
    figure = page.figures[index]
    after = page.figures[index + 1] if index + 1 < len(page.figures) else None
    begin = find_begin(page, index, around, state)
    end = min(around.clause_last, after.first if after is not None else around.clause_last)
    ahead = page.cues_within(begin, figure.first)
    behind = page.cues_within(figure.last, end)
    for label, found in (("<", ahead), (">", behind)):
        flow = bool(found & FLOW_CUES)
        others = "".join(sorted(name[0] for name in found & _SCOPES))
        yield f"{label}{flow:d}{others}"
        yield from (f"{label}{name}" for name in sorted(found & _TELLING))
    whole = page.cues_within(around.sentence_first, around.sentence_last)
    yield f"={bool(whole & FLOW_CUES):d}{''.join(sorted(name[0] for name in whole & _SCOPES))}"
    aims = "".join(f"{name in whole:d}" for name in ("target", "forecast", "reach"))
    yield f"={aims}{'target' in ahead:d}:{figure.unit[0]}"
    for position, side in (*around.before[:1], *around.earlier[:1], *around.after[:1]):
        near = page.cues_within(max(around.sentence_first, position - 2), min(around.sentence_last, position + 3))
        if near & _SCOPES:
            yield f"scope:{side}:{'+'.join(sorted(near & _SCOPES))}"
        owner = page.cut.tokens[position - 1] if position > around.sentence_first + 1 else None
        if (
            owner is not None
            and owner.text[0].isupper()
            and not page.cues[position - 1]
            and not any(place.last >= position for place in page.places_within(position - 4, position))
            and not any(period.last >= position for period in page.periods_within(position - 4, position))
        ):
            yield "owner:Cap"
        break
    twin = next(
        (
            earlier
            for earlier in range(index - 1, -1, -1)
            if page.figures[earlier].unit == figure.unit and page.figures[earlier].first >= around.sentence_first
        ),
        None,
    )
    if twin is not None:
        yield f"twin:{state.kinds.get(twin, 'none')}:{bool(ahead & CHANGE_CUES):d}"
    change, later = (
        next((name for name in ("rise", "fall", "level", "share") if name in found), "0") for found in (ahead, behind)
    )
    yield f"ch:{change}:{later}:{figure.unit[0]}"
    nearest = _find_nearest(page, range(figure.first - 1, begin - 1, -1), CHANGE_CUES)
    yield f"chn:{nearest}:{later}:{figure.unit[0]}"


def _find_nearest(page: Page, positions: range, wanted: frozenset[str]) -> str:
    for position in positions:
        found = page.cues[position] & wanted
        if found:
            return "+".join(sorted(found))
    return "0"
