"""The functions behind the tools: each takes the arguments of a call and returns a listing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.errors import InvalidQueryError
from tradefacts.render import render
from tradefacts.render.screen import Screen
from tradefacts.serving import items
from tradefacts.serving.results import Listing

if TYPE_CHECKING:
    from tradefacts.api import Answer, Facts
    from tradefacts.questions.pair import PairResult

    Arguments = dict[str, Any]

DETAILS = ("summary", "series", "contradictions")
"""The levels of detail for a pair; the first is the default."""

_RECENT = 6
"""The most full years, and the most shorter periods, in a summary."""


def get_pair(facts: Facts, given: Arguments) -> Listing:
    """Return the record of a pair: a summary, its series, or its contradictions."""
    places = [given.pop("place"), given.pop("partner")]
    detail = given.pop("detail", DETAILS[0])
    if detail == "contradictions":
        found = facts.audit(*places, everything=True, **given)
        counts = ", ".join(f"{count} {severity}" for severity, count in found.result.severities.items())
        opening = f"Findings between claims about {'–'.join(found.query['pair'])}: {counts or 'none'}."
        return Listing(found, items.list_findings(found), len(found.findings), opening)
    if detail == "series":
        series = facts.series(*places, **given)
        lines = [*items.list_years(series)]
        return Listing(series, lines, len(lines), "Full years by flow, the newest first.")
    return _summarize(facts.pair(*places, **given))


def _summarize(answer: Answer[PairResult]) -> Listing:
    """Return the newest figures of a pair, the headline about them, and its goals."""
    years, part_years, claims = answer.result.years, answer.result.part_years, items.index(answer)
    rows = [*reversed(years[-_RECENT:]), *reversed(part_years[-_RECENT:])]
    goals = [*items.list_goals(answer.result.targets, claims)][-_RECENT:]
    short = answer._replace(query={**answer.query, "short": True})
    said = [*render(short, Screen())] if answer.claims else []
    said += [f"Goal: {goal.line}" for goal in goals]
    disputed = sorted({thing.year for thing in answer.result.headline.disputed}, reverse=True)
    on_record = [row.period for row in years]
    if len(years) > _RECENT:
        said.append(f"Full years on record: {', '.join(on_record)}; detail 'series' has all of them.")
    more = {"goals": [goal.data for goal in goals], "disputed_years": disputed, "years": on_record}
    total = sum(len(row.cells) for row in rows)
    return Listing(answer, items.list_figures(rows, claims), total, "\n".join(said), more)


def list_targets(facts: Facts, given: Arguments) -> Listing:
    """Return goals, of one status if given, with the number of goals in each status."""
    wanted = given.pop("status", None)
    answer = facts.targets(given.pop("place", None), given.pop("partner", None), **given)
    goals = [goal for goal in answer.result.targets if wanted in {None, goal.status}]
    counts: dict[str, int] = {}
    for goal in goals:
        counts[goal.status] = counts.get(goal.status, 0) + 1
    opening = f"Goals: {', '.join(f'{count} {status}' for status, count in counts.items()) or 'none'}."
    return Listing(answer, items.list_goals(goals, items.index(answer)), len(goals), opening)


def list_officials(facts: Facts, given: Arguments) -> Listing:
    """Return who held which office."""
    everything = given.pop("all", False)
    answer = facts.officials(given.pop("place", None), everything=everything, **given)
    return Listing(answer, items.list_officials(answer), len(answer.result.officials))


def search_claims(facts: Facts, given: Arguments) -> Listing:
    """Return claims, the newest first: those that contain the words, or that refer to a record that the words name."""
    places = [place for key in ("place", "partner") if (place := given.pop(key, None))]
    words = given.pop("words", None)
    if words is None:
        answer: Any = facts.facts(*places, sort="published", **given)
        return Listing(answer, items.list_claims(answer.claims, answer), len(answer.claims))
    answer = facts.search(words, **given)
    passing = {claim.id for claim in facts.facts(*places, **given).claims}
    records = {hit.id: hit.name for hit in answer.result.records if hit.section in {"people", "bodies", "sources"}}
    linked = [claim for record in [*records][:_LINKED] for claim in facts.base.find_linked(record)]
    found = {claim.id: claim for claim in (*answer.claims, *linked) if claim.id in passing}
    return Listing(answer, items.list_claims(found.values(), answer), len(found))


_LINKED = 20
"""The most people, bodies and pages found by words whose claims are included."""


def explain_figure(facts: Facts, given: Arguments) -> Listing:
    """Return the derivations of figures."""
    named = [given.get(key) for key in ("id", "place", "partner", "period")]
    answer = facts.explain(*(word for word in named if word is not None))
    total = len(answer.result.derivations) + len(answer.result.refused)
    return Listing(answer, items.list_steps(answer), total)


def cite(facts: Facts, given: Arguments) -> Listing:
    """Return citations of claims and pages."""
    answer = facts.cite(*given.get("ids", ()))
    return Listing(answer, items.list_citations(answer), len(answer.result.citations))


def verify_claim(facts: Facts, given: Arguments) -> Listing:
    """Return the result of checking the figures of a text against the record."""
    text = given.pop("text")
    if len(text) > _LONGEST_DRAFT:
        hint = "send it in parts"
        raise InvalidQueryError(
            f"the text has {len(text):,} characters, at most {_LONGEST_DRAFT:,} are read", hint=hint
        )
    answer = facts.check(text, **given)
    result = answer.result
    counts = ", ".join(f"{count} {standing}" for standing, count in result.standings.items())
    said = [f"Figures of the text against the record: {counts or 'none read'}."]
    said += [f"Within the text: {mismatch.message}" for mismatch in result.within]
    said += [f"Office: {left.message}" for left in result.officials]
    more = {
        "within": [mismatch.message for mismatch in result.within],
        "officials": [left.message for left in result.officials],
    }
    return Listing(answer, items.list_checked(answer), len(result.checked), "\n".join(said), more)


_LONGEST_DRAFT = 20_000
"""The most characters of a text to be checked."""
