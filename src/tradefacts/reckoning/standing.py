"""How far a goal is by the figures of the deciding year, and by the pace if these do not decide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.named_tuples import NamedTuple
from tradefacts.reckoning.keys import Key
from tradefacts.reckoning.outcomes import decide, find_year_passed
from tradefacts.reckoning.paces import find_paces, find_verdict, find_year_volume
from tradefacts.reckoning.progress import derive_needed, derive_progress

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.reckoning.derived import Derivation, Quantity
    from tradefacts.reckoning.outcomes import Decision, Status
    from tradefacts.reckoning.paces import Pace
    from tradefacts.reckoning.progress import Aim
    from tradefacts.reckoning.years import Series, SeriesRecord, YearFigure

    Ends = tuple[int | float | None, int | float | None]


class Standing(NamedTuple):
    """How far a goal is by the figures of the deciding year."""

    year: int | None
    figures: list[YearFigure]
    decision: Decision
    paces: list[Pace]
    derivations: list[Derivation]
    passed_in: int | None

    @property
    def status(self) -> Status:
        """The status by the figures, or else by the paces."""
        return self.decision.status or find_verdict(self.paces)

    def get_ends(self, quantity: Quantity) -> Ends:
        """Return the range of the first figure derived under a name: over all figures before those by statistics."""
        derived = (derivation.derived for derivation in self.derivations if derivation.derived.quantity == quantity)
        return next(((figure.low, figure.high) for figure in derived), (None, None))

    def find_made(self) -> Ends:
        """Return the range over the growth made in several statistics."""
        lows = [pace.made_low for pace in self.paces if pace.made_low is not None]
        highs = [pace.made_high for pace in self.paces if pace.made_high is not None]
        return (
            min(lows, default=None) if len(lows) == len(self.paces) else None,
            max(highs, default=None) if len(highs) == len(self.paces) else None,
        )


def find_standing(series: Series, aim: Aim, record: SeriesRecord, *, is_over: bool) -> Standing:
    """Return how far a goal of a series is; `is_over` says whether its deadline has passed."""
    year = aim.year if is_over else max(record.years, default=None)
    figures = record.years.get(year or 0, [])
    decision = decide(figures, aim.value, has_deadline=aim.year is not None, is_over=is_over)
    passed_in = find_year_passed(record, aim.value, year) if is_over and year and decision.status != "met" else None
    if not figures:
        return Standing(year, figures, decision, [], [], passed_in)
    key = Key("volume", *series[:3], str(year), series[3], _find_reporter(figures), None, None, None)
    volume = find_year_volume(key, figures)
    derivations = derive_progress(aim, volume)
    paces = find_paces(aim, record, key) if decision.status is None else []
    if decision.status is None:
        derivations += filter(None, [derive_needed(aim, volume)])
        derivations += [derivation for judged in paces for derivation in judged.derivations]
    return Standing(
        year, figures, decision, [judged.pace for judged in paces], list(dict.fromkeys(derivations)), passed_in
    )


def _find_reporter(figures: Sequence[YearFigure]) -> str | None:
    """Return the reporter of figures, if all have the same."""
    reporters = {figure.reporter for figure in figures}
    return reporters.pop() if len(reporters) == 1 else None
