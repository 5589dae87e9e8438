"""Goals: the targets stated for a pair, gathered by what they aim at, with how far each is."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Literal, NamedTuple

from tradefacts.factbase import Claim
from tradefacts.period import is_bare_year, last_day
from tradefacts.reckoning.derived import Derivation, Known
from tradefacts.reckoning.keys import group_by_key
from tradefacts.reckoning.progress import Aim, derive_standing, find_earlier, find_progress, is_on_pace, is_reached
from tradefacts.reckoning.readings import Figure, find_figures

Status = Literal["reached", "on pace", "behind", "lapsed", "no date"]
_OPEN = (None, None)


class Standing(NamedTuple):
    """A figure held against a goal."""

    period: Annotated[str, "the months the figure covers"]
    reporter: Annotated[str | None, "whose statistics it is, where the pages say so"]
    figure: Annotated[Figure, "the leading figure"]
    progress_low: Annotated[int | float | None, "percent of the goal, rounded down to two decimals; null where open"]
    progress_high: Annotated[int | float | None, "percent of the goal, rounded up to two decimals; null where open"]


class Goal(NamedTuple):
    """One amount aimed at by a pair, and all that was said of it."""

    pair: Annotated[tuple[str, str], "the two places, sorted by code"]
    flow: Annotated[str, "turnover, exports, imports or balance"]
    exporter: Annotated[str | None, "who sends, for exports and imports"]
    value: Annotated[int, "whole units of the currency"]
    currency: Annotated[str, "ISO 4217 code"]
    printed: Annotated[str, "the amount as the newest page prints it"]
    bound: Annotated[str, "the bound word of that page"]
    first_stated: Annotated[str | None, "date of the oldest dated page that states it"]
    last_stated: Annotated[str | None, "date of the newest dated page that states it"]
    by: Annotated[str | None, "deadline of the newest statement that gives one"]
    horizon: Annotated[str | None, "words of the newest statement that gives words instead"]
    facts: Annotated[tuple[str, ...], "ids of the statements, newest first, undated last"]
    year: Annotated[Standing | None, "the figure of the latest full year, held against the goal"]
    part_year: Annotated[Standing | None, "the newest part-year after it; it is not a year, and only stands beside it"]
    status: Annotated[Status | None, "by rules, on the day of the edition; null where too few full years are known"]
    gap_low: Annotated[
        int | float | None, "what is missing, at least; negative where the goal is passed; null where open"
    ]
    gap_high: Annotated[int | float | None, "what is missing, at most"]
    years: Annotated[int | None, "how many years lie between the year of the figure and the deadline"]
    pace_low: Annotated[int | float | None, "yearly growth in percent needed over these years, rounded down"]
    pace_high: Annotated[int | float | None, "yearly growth in percent needed over these years, rounded up"]
    reached_low: Annotated[int | float | None, "first year in which the growth of the last years may reach the goal"]
    reached_high: Annotated[int | float | None, "last such year; null where it may never be reached"]


class Reckoned(NamedTuple):
    """A goal, and how the figures of its standing follow from printed ones."""

    goal: Goal
    derivations: list[Derivation]


def find_goals(targets: Sequence[Claim], volumes: Sequence[Claim], as_of: str) -> list[Reckoned]:
    """Return the goals of the targets, by pair and then amount; `volumes` are what they are held against.

    `as_of` is the day on which a deadline is over or not.
    """
    stated: dict[tuple[str, str, str | None, str, int], list[Claim]] = {}
    for claim in targets:
        amount = int(claim.amount or 0)
        aim = (claim.pair or "", claim.flow or "", claim.exporter, claim.currency or "", amount)
        stated.setdefault(aim, []).append(claim)
    ordered = sorted(stated.items(), key=lambda item: (*(part or "" for part in item[0][:4]), item[0][4]))
    return [_make_goal(claims, volumes, as_of) for _, claims in ordered]


def find_status(aim: Aim, by: str | None, series: Sequence[Known], as_of: str) -> Status | None:
    """Return how a goal stands on a day; `series` are full years of one statistics, oldest first.

    Reached: the newest of them lies wholly at or above it. Lapsed: its deadline is over. On pace: the newest as
    printed, growing on as in the last years, reaches it in time.
    """
    if series and is_reached(aim, series[-1]):
        return "reached"
    if by is None:
        return "no date"
    if last_day(by) < as_of:
        return "lapsed"
    earlier = find_earlier(series) if series else None
    if earlier is None:
        return None
    return "on pace" if is_on_pace(aim, series[-1], earlier) else "behind"


def _make_goal(claims: list[Claim], volumes: Sequence[Claim], as_of: str) -> Reckoned:
    newest = sorted(claims, key=lambda claim: claim.published or "", reverse=True)
    dates = [claim.published for claim in newest if claim.published]
    head = newest[0]
    first, second = (head.pair or "-").split("-", 1)
    comparable = [
        claim
        for claim in volumes
        if (claim.pair, claim.currency, claim.exporter) == (head.pair, head.currency, head.exporter)
        and (head.exporter is not None or claim.flow == head.flow)
        and claim.scope is None
    ]
    goal = int(head.amount or 0)
    years = _find_known(claim for claim in comparable if is_bare_year(claim.period))
    year = _make_standing(years, goal)
    since = f"{year.period}-12" if year else ""
    parts = _find_known(claim for claim in comparable if _is_part(claim) and (claim.last or "") > since)
    by = next((claim.by for claim in newest if claim.by), None)
    aim = Aim(goal, int(by[:4]) if by else None, tuple(claim.id for claim in newest))
    series = _find_series(years)
    derivations = derive_standing(aim, series) if series else []
    derived = {one.derived.quantity: one.derived for one in derivations}
    ends = {name: (one.low, one.high) for name, one in derived.items()}
    made = Goal(
        (first, second),
        head.flow or "",
        head.exporter,
        goal,
        head.currency or "",
        head.printed or "",
        head.bound or "=",
        min(dates, default=None),
        max(dates, default=None),
        by,
        next((claim.horizon for claim in newest if claim.horizon), None),
        aim.facts,
        year,
        _make_standing(parts, goal),
        find_status(aim, by, series, as_of),
        *ends.get("gap", _OPEN),
        aim.year - int(year.period) if aim.year and year and "pace" in ends else None,
        *ends.get("pace", _OPEN),
        *ends.get("year reached", _OPEN),
    )
    return Reckoned(made, derivations)


def _find_known(volumes: Iterable[Claim]) -> list[Known]:
    """Return the leading figure of each key, by last month and then voices: the last one is the standing."""
    by_key = group_by_key(volumes)
    known = [Known(key, found[0]) for key, claims in by_key.items() if (found := find_figures(claims).figures)]
    return sorted(known, key=lambda one: (_last_month(one.key.period), one.figure.voices, one.figure.facts))


def _find_series(known: Sequence[Known]) -> list[Known]:
    """Return those of the statistics that the latest is of, by year: whose they are is never mixed."""
    return [one for one in known if one.key.reporter == known[-1].key.reporter]


def _make_standing(known: Sequence[Known], goal: int) -> Standing | None:
    if not known:
        return None
    key, figure = known[-1]
    low, high = find_progress(figure.low, figure.high, goal)
    return Standing(key.period or "", key.reporter, figure, low, high)


def _is_part(claim: Claim) -> bool:
    """Whether a claim counts a year from January on without reaching its end."""
    first, last = claim.first or "", claim.last or ""
    return first.endswith("-01") and first[:4] == last[:4] and not last.endswith("-12")


def _last_month(period: str | None) -> str:
    last = (period or "").rpartition("/")[2]
    return last if "-" in last else f"{last}-12"
