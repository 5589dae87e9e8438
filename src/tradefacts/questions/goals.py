"""Goals: the targets stated for a pair, gathered by what they aim at, with how far each is."""

from collections.abc import Iterable, Sequence
from typing import Annotated, NamedTuple

from tradefacts.factbase import Claim
from tradefacts.reckoning.keys import group_by_key
from tradefacts.reckoning.progress import find_progress
from tradefacts.reckoning.readings import Reading, find_readings


class Standing(NamedTuple):
    """A reading held against a goal."""

    period: Annotated[str, "the months the reading covers"]
    reporter: Annotated[str | None, "whose statistics it is, where the pages say so"]
    reading: Annotated[Reading, "the reading with most voices"]
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
    year: Annotated[Standing | None, "the latest full-year reading, held against the goal"]
    part_year: Annotated[Standing | None, "the newest part-year after it; it is not a year, and only stands beside it"]


def find_goals(targets: Sequence[Claim], volumes: Sequence[Claim]) -> list[Goal]:
    """Return the goals of the targets, by pair and then amount; `volumes` are what they are held against."""
    stated: dict[tuple[str, str, str | None, str, int], list[Claim]] = {}
    for claim in targets:
        amount = int(claim.amount or 0)
        aim = (claim.pair or "", claim.flow or "", claim.exporter, claim.currency or "", amount)
        stated.setdefault(aim, []).append(claim)
    ordered = sorted(stated.items(), key=lambda item: (*(part or "" for part in item[0][:4]), item[0][4]))
    return [_make_goal(claims, volumes) for _, claims in ordered]


def _make_goal(claims: list[Claim], volumes: Sequence[Claim]) -> Goal:
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
    year = _find_standing((claim for claim in comparable if _is_year(claim)), goal)
    since = f"{year.period}-12" if year else ""
    part = _find_standing((claim for claim in comparable if _is_part(claim) and (claim.last or "") > since), goal)
    return Goal(
        (first, second),
        head.flow or "",
        head.exporter,
        goal,
        head.currency or "",
        head.printed or "",
        head.bound or "=",
        min(dates, default=None),
        max(dates, default=None),
        next((claim.by for claim in newest if claim.by), None),
        next((claim.horizon for claim in newest if claim.horizon), None),
        tuple(claim.id for claim in newest),
        year,
        part,
    )


def _find_standing(volumes: Iterable[Claim], goal: int) -> Standing | None:
    """Return the latest period's reading with most voices: whose statistics it is comes with it, never mixed."""
    by_key = group_by_key(volumes)
    readings = [(key, readings[0]) for key, claims in by_key.items() if (readings := find_readings(claims))]
    if not readings:
        return None
    key, reading = max(readings, key=lambda item: (_last_month(item[0].period), item[1].voices, item[1].facts))
    low, high = find_progress(reading.low, reading.high, goal)
    return Standing(key.period or "", key.reporter, reading, low, high)


def _is_year(claim: Claim) -> bool:
    return claim.period is not None and len(claim.period) == 4  # noqa: PLR2004 - a bare year


def _is_part(claim: Claim) -> bool:
    """Whether a claim counts a year from January on without reaching its end."""
    first, last = claim.first or "", claim.last or ""
    return first.endswith("-01") and first[:4] == last[:4] and not last.endswith("-12")


def _last_month(period: str | None) -> str:
    last = (period or "").rpartition("/")[2]
    return last if "-" in last else f"{last}-12"
