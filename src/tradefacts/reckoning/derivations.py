"""All figures that follow from volumes and growth rates of all goods between two places.

If a key has several figures, the leading one is used, with its own range. Figures of different statistics, scope or
currency are never combined; an unknown reporter counts as a separate one.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period, find_year_before, is_bare_year
from tradefacts.reckoning.derived import Derivation, Known, Refusal
from tradefacts.reckoning.implied import derive_base, derive_growth
from tradefacts.reckoning.parts import derive_rest, derive_turnover
from tradefacts.reckoning.showing import Screening

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from tradefacts.factbase import Claim
    from tradefacts.reckoning.derived import Derived, Quantity
    from tradefacts.reckoning.keys import Key
    from tradefacts.reckoning.readings import Figures


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
        if (back := volumes.get(key._replace(one=key.other, other=key.one))) and key.one < key.other:
            yield from [] if key.flow != "goods" else [derive_turnover(volume, back)]
    yield from _derive_rests(volumes.values())


def _place(key: Key) -> tuple[object, ...]:
    """Return the subject of a figure without its kind, currency, scope and reporter."""
    return key.flow, key.one, key.other, key.period


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
