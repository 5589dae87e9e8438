"""Typed features of the months that a figure is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.meanings import full_year
from tradefacts.article.plain.comparing import is_against, is_compared
from tradefacts.article.plain.mentions import find_mentions
from tradefacts.article.plain.months import guess_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.article.context import State, Surroundings
    from tradefacts.article.flows import View
    from tradefacts.article.meanings import Clock
    from tradefacts.article.page import Page
    from tradefacts.article.periods import Mention
    from tradefacts.period import Period

Candidates = dict["Period | None", list[str]]


def list_periods(
    page: Page,
    index: int,
    kind: str,
    view: View,
    around: Surroundings,
    state: State,
    guessed: tuple[Period | None, str] | None = None,
) -> Candidates:
    """Return the periods that a figure may be about, each with its features; None means that the text does not say.

    `guessed` is the plain chooser's guess, if known.
    """
    letter = {"volume": "v", "share": "s"}.get(kind, "g")
    candidates: Candidates = {None: ["none", f"none:{letter}", f"none:{bool(state.claims):d}"]}
    mentions = find_mentions(page, index, around)
    compared = is_compared(page, index, around)
    anchors = _find_anchors(state, mentions)
    for place, (mention, zone, gap) in enumerate(mentions):
        against = is_against(page, mention)
        nearest = f"{place == 0:d}"
        for period, label in _resolve(mention, anchors, page.clock):
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
    _add_guess(candidates, letter, *(guessed or guess_period(page, index, around, state)))
    _add_history(candidates, page, index, letter, view, around, state, compared=compared, has_own=_has_own(mentions))
    for candidate, features in candidates.items():
        if candidate is not None:
            features.extend(_list_own(page, candidate, letter))
    return candidates


def _add_guess(candidates: Candidates, letter: str, guess: Period | None, rule: str) -> None:
    """Add the plain chooser's guess, and whether each candidate is it."""
    if rule == "none":
        return
    candidates.setdefault(guess, [])
    for candidate, features in candidates.items():
        features += [f"q{candidate == guess:d}:{rule}", f"q{candidate == guess:d}:{letter}"]


def _has_own(mentions: list[tuple[Mention, str, int]]) -> str:
    """Return where the nearest words for a period are: in the clause, in the sentence, or before it."""
    dated = [zone for mention, zone, _ in mentions if mention.meanings]
    return dated[0][0] if dated else "0"


def _find_anchors(state: State, mentions: list[tuple[Mention, str, int]]) -> list[tuple[Period, str]]:
    """Return the periods that "the same months" may refer to."""
    anchors: list[tuple[Period, str]] = []
    if state.last is not None and state.last.period is not None:
        anchors.append((state.last.period, "h"))
    parts = [
        mention
        for mention, _, _ in mentions
        if mention.meanings and mention.pattern in {"range", "months", "quarter", "half", "month", "date"}
    ]
    if parts:
        anchors.append((parts[0].meanings[0][0], "m"))
    years = [mention for mention, _, _ in mentions if mention.meanings and mention not in parts]
    if not anchors and years:
        anchors.append((years[0].meanings[0][0], "y"))
    return anchors


def _resolve(mention: Mention, anchors: list[tuple[Period, str]], clock: Clock) -> Iterator[tuple[Period, str]]:
    """Yield the periods of a mention, and how each was inferred; a mere reference takes the months of an anchor."""
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
    elif mention.name == "ago":
        for anchor, label in anchors:
            yield anchor.shift(mention.meanings[0][0].last // 12 - clock.year), f"ago-{label}"
    elif mention.name in {"whole", "over"}:
        for anchor, label in anchors:
            yield full_year(anchor.last // 12), f"whole-{label}"
    elif mention.year is not None and mention.name == "year":
        for anchor, label in anchors:
            if not anchor.is_year:
                yield anchor.shift(mention.year - anchor.last // 12), f"months-{label}"


def _add_history(
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
    candidates.setdefault(full_year(page.clock.year - 1), []).append(f"lastyear:{has_own}")
    if last is None:
        return
    is_new = page.cut.sentence_of[page.figures[last.at].first] != around.sentence
    same = last.view.key == view.key
    tie = f"{letter}{last.kind[0]}:{is_new:d}{same:d}{last.is_compared:d}"
    if last.period is not None:
        candidates.setdefault(last.period, []).extend(
            [f"h:{tie}:{compared:d}", f"h:{has_own}:{compared:d}", f"h:{letter}:{has_own}:{is_new:d}{compared:d}"]
        )
        year_before = candidates.setdefault(last.period.shift(-1), [])
        year_before += [f"h-1:{compared:d}{same:d}", f"h-1:{has_own}:{compared:d}:{letter}"]
        year_before.append(f"h-1:{_are_joined(page, last.at, index):d}")
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
    return index == last + 1 and page.figures[index].first - page.figures[last].last <= 2


def _list_own(page: Page, period: Period, letter: str) -> Iterator[str]:
    size = "y" if period.is_year else "1" if period.months == 1 else "p"
    yield f"size:{size}"
    if period.last > page.clock.last_closed:
        yield f"open:{letter}"
    age = page.clock.year - period.last // 12
    yield f"age:{min(age, 3)}{size}"
