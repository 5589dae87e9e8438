"""Recompute derived figures from the output of `tradefacts explain --json`, without code of the package.

As a script, it reads one answer from standard input and prints each figure that it cannot reproduce:

    tradefacts explain KZ KG 2021 --json | python tests/replay.py
"""

from __future__ import annotations

import json
import sys
from fractions import Fraction
from math import ceil, floor
from typing import Any

Json = dict[str, Any]
End = Fraction | None


def replay_answer(answer: Json) -> list[str]:
    """Return a line for each derived figure whose bounds differ, or whose numbers are not those of its claims."""
    facts = {fact["id"]: fact for fact in answer["facts"]}
    return [fault for one in answer["answer"]["derivations"] for fault in replay_figure(one, facts)]


def replay_figure(explained: Json, facts: dict[str, Json]) -> list[str]:
    """Return what is wrong with one derived figure, or nothing."""
    derived = explained["derived"]
    name = f"{derived['quantity']} {derived['flow']} {derived['period']}"
    numbers: dict[str, tuple[End, End]] = {}
    faults = []
    find = find_hull if derived["quantity"] in _OF_GOALS else find_range
    for number in explained["numbers"]:
        known = read(number["low"]), read(number["high"])
        numbers[number["name"]] = known
        if number["facts"] and known != find([facts[one] for one in number["facts"]]):
            faults.append(f"{name}: {number['name']} is not the range of its claims")
    wanted = [one for number in explained["numbers"] for one in number["facts"]]
    if list(dict.fromkeys(wanted)) != derived["from"]:
        faults.append(f"{name}: from is not what its numbers rest on")
    found = replay_bounds(derived, numbers)
    if found != (derived["low"], derived["high"]):
        faults.append(f"{name}: {found} is not ({derived['low']}, {derived['high']})")
    return faults


def find_range(facts: list[Json]) -> tuple[End, End]:
    """Return the intersection of claims; those with an open end count only if there are no others."""
    if facts[0]["kind"] == "target":
        return Fraction(facts[0]["value"]), Fraction(facts[0]["value"])
    closed = [fact for fact in facts if fact["low"] is not None and fact["high"] is not None] or facts
    lows = [read(fact["low"]) for fact in closed if fact["low"] is not None]
    highs = [read(fact["high"]) for fact in closed if fact["high"] is not None]
    return max(lows, default=None), min(highs, default=None)  # type: ignore[type-var]  # no None among them


def find_hull(facts: list[Json]) -> tuple[End, End]:
    """Return the range over all claims; an open one extends only to its printed number if others are closed."""
    if facts[0]["kind"] == "target" or not any(fact["low"] is not None and fact["high"] is not None for fact in facts):
        return find_range(facts)
    # "Less than" can only lower the range, and "more than" can only raise it.
    lows = [read(fact["high"] if fact["low"] is None else fact["low"]) for fact in facts if fact["high"] is not None]
    highs = [read(fact["low"] if fact["high"] is None else fact["high"]) for fact in facts if fact["low"] is not None]
    return min(lows), max(highs)  # type: ignore[type-var]  # no None among them


def replay_bounds(derived: Json, numbers: dict[str, tuple[End, End]]) -> tuple[Any, Any]:
    """Return both bounds of a figure, from the numbers of its formula."""
    low, high = _COMPUTE[derived["quantity"]](numbers, int(derived["period"][:4]))
    places = 2 if derived["unit"] == "percent" else 0
    return (
        None if low is None else tidy(floor(low * 10**places), places),
        None if high is None else tidy(ceil(high * 10**places), places),
    )


def tidy(number: int, places: int) -> int | float:
    """Return a number of hundredths, or of ones, as in the JSON."""
    exact = Fraction(number, 10**places)
    return int(exact) if exact.denominator == 1 else float(exact)


def read(number: float | None) -> End:
    """Return a number of the answer exactly as written."""
    return None if number is None else Fraction(str(number))


def _plus(one: End, other: End) -> End:
    return None if one is None or other is None else one + other


def _minus(one: End, other: End) -> End:
    return None if one is None or other is None else one - other


def _over(one: End, other: End) -> End:
    return None if one is None or other is None or other <= 0 else one / other


def _factor(percent: End) -> End:
    return None if percent is None else max(Fraction(0), 1 + percent / 100)


def _base(n: dict[str, tuple[End, End]], _year: int) -> tuple[End, End]:
    volume, growth = n["volume"], n["growth"]
    return _over(volume[0], _factor(growth[1])), _over(volume[1], _factor(growth[0]))


def _growth(n: dict[str, tuple[End, End]], _year: int) -> tuple[End, End]:
    later, earlier = n["volume"], n["earlier volume"]
    factors = _over(later[0], earlier[1]), _over(later[1], earlier[0])
    return tuple(None if one is None else 100 * (one - 1) for one in factors)  # type: ignore[return-value]  # of two


def _rest(n: dict[str, tuple[End, End]], _year: int) -> tuple[End, End]:
    low, high = _minus(n["whole"][0], n["part"][1]), _minus(n["whole"][1], n["part"][0])
    return (None if low is None else max(Fraction(0), low)), high


def _monthly(n: dict[str, tuple[End, End]], year: int) -> tuple[End, End]:
    months = n["months"][0]
    low, high = _rest(n, year)
    return _over(low, months), _over(high, months)


def _turnover(n: dict[str, tuple[End, End]], _year: int) -> tuple[End, End]:
    return _plus(n["exports"][0], n["imports"][0]), _plus(n["exports"][1], n["imports"][1])


def _progress(n: dict[str, tuple[End, End]], _year: int) -> tuple[End, End]:
    goal = n["target"][0]
    ends = _over(n["volume"][0], goal), _over(n["volume"][1], goal)
    return tuple(None if one is None else 100 * one for one in ends)  # type: ignore[return-value]  # of two


def _gap(n: dict[str, tuple[End, End]], _year: int) -> tuple[End, End]:
    return _minus(n["target"][0], n["volume"][1]), _minus(n["target"][0], n["volume"][0])


def _needed(n: dict[str, tuple[End, End]], _year: int) -> tuple[End, End]:
    return _roots(n["target"], n["volume"], int(n["years"][0] or 0))


def _made(n: dict[str, tuple[End, End]], _year: int) -> tuple[End, End]:
    return _roots(n["volume"], n["earlier volume"], int(n["years"][0] or 0))


def _roots(later: tuple[End, End], earlier: tuple[End, End], years: int) -> tuple[End, End]:
    """Try every hundredth of a percent, which is slow but simple."""
    return (
        _step(_over(later[0], earlier[1]), years, is_low=True),
        _step(_over(later[1], earlier[0]), years, is_low=False),
    )


def _step(ratio: End, years: int, *, is_low: bool) -> End:
    if ratio is None:
        return None
    count = int(10_000 * float(ratio) ** (1 / years)) - 3
    while Fraction(count + 1, 10_000) ** years <= ratio:
        count += 1
    if not is_low and Fraction(count, 10_000) ** years < ratio:
        count += 1
    return Fraction(count - 10_000, 100)


def _reached(n: dict[str, tuple[End, End]], year: int) -> tuple[End, End]:
    goal, years = n["target"][0], int(n["years"][0] or 0)
    volume, earlier = n["volume"], n["earlier volume"]
    counts = _count(goal, volume[1], earlier[0], years), _count(goal, volume[0], earlier[1], years)
    return tuple(None if one is None else Fraction(year + one) for one in counts)  # type: ignore[return-value]  # of two


def _count(goal: End, volume: End, earlier: End, years: int) -> int | None:
    if goal is None or not volume or not earlier:
        return None
    wanted = (goal / volume) ** years
    return next((count for count in range(100) if (volume / earlier) ** count >= wanted), None)


_COMPUTE = {
    "base period": _base,
    "growth": _growth,
    "rest": _rest,
    "monthly pace": _monthly,
    "turnover": _turnover,
    "progress": _progress,
    "gap": _gap,
    "growth needed": _needed,
    "growth made": _made,
    "year reached": _reached,
}

_OF_GOALS = ("progress", "gap", "growth needed", "growth made", "year reached")

if __name__ == "__main__":
    found = replay_answer(json.load(sys.stdin))
    print("\n".join(found or ["all replayed"]))  # noqa: T201 - a script prints
    sys.exit(bool(found))
