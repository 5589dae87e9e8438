"""The rest of a year after a known part of it, and turnover as the sum of both directions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.exact import ONE, ZERO, Exact, add, scale, subtract
from tradefacts.interval import Interval
from tradefacts.period import Period
from tradefacts.reckoning.derived import Refusal, make_derivation, name_count, name_figure

if TYPE_CHECKING:
    from tradefacts.reckoning.derived import Derivation, Known

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
    key = sent.key._replace(flow="turnover", one=min(sent.key[2:4]), other=max(sent.key[2:4]))
    return make_derivation(
        "turnover",
        key,
        add(sent.interval, returned.interval),
        (name_figure("exports", sent), name_figure("imports", returned)),
        () if key.reporter else (_ONE_STATISTICS,),
        unit=key.currency or "",
    )
