"""What a volume and its growth imply for the earlier period, and what two volumes imply for growth."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tradefacts.exact import ONE, ZERO, Exact, add, divide, find_factor, find_percent, scale, subtract
from tradefacts.interval import Interval
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period, find_year_before, is_bare_year
from tradefacts.reckoning.derived import Derivation, Known, Refusal, Screening, make_derivation, name_count, name_figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tradefacts.factbase import Claim
    from tradefacts.reckoning.derived import Derived, Quantity
    from tradefacts.reckoning.keys import Key
    from tradefacts.reckoning.readings import Figures

UNSAID_BASE = "the growth is against the same months a year earlier, which no page says"
"""The assumption for a growth rate if none of its pages says what it compares with."""


def derive_base(volume: Known, growth: Known, *, is_base_said: bool = True) -> Derivation | Refusal:
    """Return the volume of the period that a growth compares with.

    Refused if that period has a different length.
    """
    base = growth.key.base_period or ""
    facts = (*volume.figure.facts, *growth.figure.facts)
    months, base_months = (Period.parse(written).months for written in (volume.key.period or "", base))
    if months != base_months:
        reason = f"{count_months(months)} grew against {count_months(base_months)}: periods of different length"
        return Refusal("base period", growth.key, reason, facts)
    return make_derivation(
        "base period",
        volume.key,
        divide(volume.interval, find_factor(growth.interval)),
        (name_figure("volume", volume), name_figure("growth", growth)),
        () if is_base_said else (UNSAID_BASE,),
        unit=volume.key.currency or "",
        period=base,
    )


def derive_growth(later: Known, earlier: Known) -> Derivation | Refusal:
    """Return the growth between two volumes of one series.

    Refused if their periods have different lengths.
    """
    months, earlier_months = (Period.parse(known.key.period or "").months for known in (later, earlier))
    if months != earlier_months:
        reason = f"{count_months(months)} against {count_months(earlier_months)}: periods of different length"
        return Refusal("growth", later.key, reason, (*later.figure.facts, *earlier.figure.facts))
    return make_derivation(
        "growth",
        later.key,
        find_percent(divide(later.interval, earlier.interval)),
        (name_figure("volume", later), name_figure("earlier volume", earlier)),
        (f"against {earlier.key.period}",),
        unit="percent",
    )


def count_months(number: int) -> str:
    """Return a number of months in words, such as "11 months" or "a full year"."""
    return {1: "1 month", 12: "a full year"}.get(number, f"{number} months")


_NOT_NEGATIVE = "trade is not below 0"
_ONE_STATISTICS = "both directions come from the same statistics, which no page says"


def derive_rest(whole: Known, part: Known) -> list[Derivation] | Refusal:
    """Return the volume of the months after a shorter period with the same start, and the monthly pace.

    Refused if the shorter period has the larger figure.
    """
    outer, inner = Period.parse(whole.key.period or ""), Period.parse(part.key.period or "")
    facts = (*whole.figure.facts, *part.figure.facts)
    span = subtract(whole.interval, part.interval)
    if span.high is not None and span.high < ZERO:
        return Refusal("rest", whole.key, f"{inner} is above {outer}: no figure is left", facts)
    assumptions: tuple[str, ...] = ()
    if span.low is not None and span.low < ZERO:
        span, assumptions = Interval(ZERO, span.high), (_NOT_NEGATIVE,)
    rest = Period(inner.last + 1, outer.last)
    operands = (name_figure("whole", whole), name_figure("part", part))
    unit, period = whole.key.currency or "", str(rest)
    derivations = [make_derivation("rest", whole.key, span, operands, assumptions, unit=unit, period=period)]
    if rest.months > 1:
        each = scale(span, ONE / Exact(rest.months))
        counted = (*operands, name_count("months", rest.months))
        derivations.append(
            make_derivation("monthly pace", whole.key, each, counted, assumptions, unit=unit, period=period)
        )
    return derivations


def derive_turnover(sent: Known, returned: Known) -> Derivation:
    """Return the sum of exports and imports for one period, currency and statistics."""
    key = sent.key._replace(flow="turnover", place=min(sent.key[2:4]), partner=max(sent.key[2:4]))
    return make_derivation(
        "turnover",
        key,
        add(sent.interval, returned.interval),
        (name_figure("exports", sent), name_figure("imports", returned)),
        () if key.reporter else (_ONE_STATISTICS,),
        unit=key.currency or "",
    )


class Derivations(NamedTuple):
    """What follows, and what was not derived with the reason."""

    made: list[Derivation]
    refused: list[Refusal]


def find_derivations(groups: Mapping[Key, Sequence[Claim]], figures: Mapping[Key, Figures]) -> Derivations:
    """Return what follows from claims and their figures by key, by period, and what only seems to follow."""
    known = [Known(key, found.figures[0]) for key, found in figures.items() if found.figures and _is_usable(key)]
    said = {key for key, claims in groups.items() if any(claim.base_period for claim in claims)}
    found = Derivations([], [])
    screening = Screening(groups)
    for derivation in _derive(known, said):
        if isinstance(derivation, Refusal):
            found.refused.append(derivation)
        else:
            if screening.is_shown(derivation):
                derivation = derivation._replace(derived=derivation.derived._replace(shown=True))  # noqa: PLW2901 - the same
            found.made.append(derivation)
    found.made.sort(key=lambda derivation: _order(derivation.derived))
    return found


def _order(derived: Derived) -> tuple[str, str, str]:
    return derived.period[:4], derived.period, derived.quantity


def _is_usable(key: Key) -> bool:
    """Whether a figure can be used: a volume or growth with a period, but not a balance."""
    return key.kind in {"volume", "growth"} and key.period is not None and key.flow != "balance"


def _derive(known: Sequence[Known], said: set[Key]) -> Iterator[Derivation | Refusal]:
    volumes = {item.key: item for item in known if item.key.kind == "volume" and item.key.scope is None}
    scoped = [item for item in known if item.key.kind == "volume" and item.key.scope is not None]
    growths = [item for item in known if item.key.kind == "growth"]
    by_place: dict[tuple[object, ...], list[Known]] = {}
    for volume in [*volumes.values(), *scoped]:
        by_place.setdefault(_place(volume.key), []).append(volume)
    for growth in growths:
        if growth.key.scope is None:
            yield from _derive_from_growth(growth, by_place.get(_place(growth.key), []), said)
    for key, volume in volumes.items():
        yield from _derive_growth(volume, volumes)
        if (back := volumes.get(key._replace(place=key.partner, partner=key.place))) and key.place < key.partner:
            yield from [] if key.flow != "goods" else [derive_turnover(volume, back)]
    yield from _derive_rests(volumes.values())


def _place(key: Key) -> tuple[object, ...]:
    """Return the subject of a figure without its kind, currency, scope and reporter."""
    return key.flow, key.place, key.partner, key.period


def _derive_from_growth(growth: Known, near: Iterable[Known], said: set[Key]) -> Iterator[Derivation | Refusal]:
    volumes = list(near)
    like = [volume for volume in volumes if (volume.key.reporter, volume.key.scope) == (growth.key.reporter, None)]
    for volume in like:
        yield derive_base(volume, growth, is_base_said=growth.key in said)
    if like or not volumes:
        return
    other = volumes[0]
    reason = "the growth is of all goods, the volume of some: scoped and unscoped figures are never combined"
    if other.key.scope is None:
        counted = [f"by {key.reporter}" if key.reporter else "unattributed" for key in (growth.key, other.key)]
        reason = f"the growth is {counted[0]}, the volume {counted[1]}: different statistics are never combined"
    yield _refuse("base period", growth, other, reason)


def _derive_growth(later: Known, volumes: Mapping[Key, Known]) -> Iterator[Derivation | Refusal]:
    """Derive growth from the same months a year earlier; refuse it if only the full year before is known."""
    before = find_year_before(later.key.period or "")
    earlier = volumes.get(later.key._replace(period=before))
    if earlier is None and not is_bare_year(later.key.period):
        earlier = volumes.get(later.key._replace(period=f"{Period.parse(before).last // 12:04d}"))
    if earlier is not None:
        yield derive_growth(later, earlier)


def _derive_rests(volumes: Iterable[Known]) -> Iterator[Derivation | Refusal]:
    """Derive the months between each part-year from January on and the next longer one."""
    by_year: dict[Key, list[tuple[int, Known]]] = {}
    for volume in volumes:
        period = Period.parse(volume.key.period or "")
        if period.first % 12 == 0 and period.last < period.first + 12:
            by_year.setdefault(volume.key._replace(period=(volume.key.period or "")[:4]), []).append(
                (period.last, volume)
            )
    for parts in by_year.values():
        ordered = [volume for _, volume in sorted(parts, key=lambda part: part[0])]
        for part, whole in pairwise(ordered):
            rest = derive_rest(whole, part)
            yield from [rest] if isinstance(rest, Refusal) else rest


def _refuse(quantity: Quantity, one: Known, other: Known, reason: str) -> Refusal:
    return Refusal(quantity, one.key, reason, (*one.figure.facts, *other.figure.facts))
