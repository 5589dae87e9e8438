"""The table of tools: what each is called, what it takes and returns, and the question it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from tradefacts.errors import InvalidQueryError, TradefactsError
from tradefacts.names import did_you_mean
from tradefacts.query import check_choice
from tradefacts.render import render
from tradefacts.render.screen import Screen
from tradefacts.serving import items
from tradefacts.serving.results import Listing, Result, make_error, make_result
from tradefacts.vocabulary import FLOWS, KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tradefacts.api import Facts

    Arguments = dict[str, Any]

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_COUNT: Schema = {"type": "integer", "minimum": 1}
_FILTERS: dict[str, Schema] = {
    "since": _TEXT,
    "until": _TEXT,
    "known_by": _TEXT,
    "flow": {"enum": [*FLOWS]},
    "reporter": _TEXT,
    "source": _TEXT,
    "by": _TEXT,
}
_DETAILS = ("summary", "series", "contradictions")
_RECENT = 6
"""Full years, and shorter periods, that a summary holds."""


class Tool(NamedTuple):
    """One tool."""

    name: str
    description: str
    arguments: Mapping[str, Schema]
    required: tuple[str, ...]
    keys: tuple[str, ...]
    """Keys that each of its items has, besides `facts` and `citations`."""
    ask: Callable[[Facts, Arguments], Listing]

    @property
    def input_schema(self) -> Schema:
        """What it takes."""
        return {"type": "object", "properties": {**self.arguments}, "required": [*self.required]}

    @property
    def output_schema(self) -> Schema:
        """What it always returns; more keys are allowed everywhere."""
        item: Schema = {"type": "object", "required": [*self.keys, "facts", "citations"]}
        return {
            "type": "object",
            "properties": {"items": {"type": "array", "items": item}, "total": {"type": "integer"}},
            "required": ["edition", "query", "total", "shown", "items", "pages"],
        }


def call(facts: Facts, name: str, arguments: Mapping[str, Any]) -> Result:
    """Return the result of a tool; what is wrong with a question is a result, too.

    Raises:
        UnknownToolError: there is no such tool.
    """
    tool = TOOLS.get(name)
    if tool is None:
        raise UnknownToolError(name)
    try:
        given = _check(tool, arguments)
        limit = given.pop("limit", None)
        narrowing = [key for key in (*tool.arguments,) if key not in {*given, *tool.required, "detail", "limit"}]
        return make_result(tool.ask(facts, given), narrowing, limit)
    except TradefactsError as error:
        return make_error(error, lambda record: _name(facts, record))


class UnknownToolError(LookupError):
    """A tool that there is not."""


def _check(tool: Tool, arguments: Mapping[str, Any]) -> Arguments:
    """Return the arguments that say something.

    Raises:
        InvalidQueryError: one is unknown, missing, or of another type than its schema says.
    """
    given = {name: value for name, value in arguments.items() if value not in (None, "", [])}
    for name, value in given.items():
        if name not in tool.arguments:
            raise InvalidQueryError(f"unknown argument {name!r}", hint=did_you_mean(name, tool.arguments))
        schema = tool.arguments[name]
        if "enum" in schema:
            check_choice(name, f"{value}", schema["enum"])
        elif not isinstance(value, _TYPES[schema["type"]]) or (schema["type"] == "integer" and value is True):
            raise InvalidQueryError(f"{name} {value!r} is not of the type {schema['type']!r}")
    for name in tool.required:
        if name not in given:
            raise InvalidQueryError(f"the argument {name!r} is missing")
    if given.get("limit", 1) < 1:
        raise InvalidQueryError(f"limit {given['limit']} is not positive", hint="expected 1 or more")
    return given


_TYPES: dict[str, type | tuple[type, ...]] = {"string": str, "integer": int, "array": list, "boolean": bool}


def _name(facts: Facts, record: str) -> str:
    found = facts.base.find_record(record)
    return record if found is None else found.name


def _get_pair(facts: Facts, given: Arguments) -> Listing:
    places = [given.pop("place"), given.pop("partner")]
    detail = given.pop("detail", _DETAILS[0])
    if detail == "contradictions":
        found = facts.audit(*places, everything=True, **given)
        counts = ", ".join(f"{count} {severity}" for severity, count in found.result.severities.items())
        opening = f"Findings between claims about {'–'.join(found.query['pair'])}: {counts or 'none'}."
        return Listing(found, items.list_findings(found), len(found.findings), opening)
    answer = facts.pair(*places, **given)
    years, part_years, claims = answer.result.years, answer.result.part_years, items.index(answer)
    if detail == "series":
        total = sum(len(row.cells) for row in years)
        return Listing(
            answer, items.list_figures(reversed(years), claims), total, f"Full years, newest first: {total}."
        )
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


def _list_targets(facts: Facts, given: Arguments) -> Listing:
    wanted = given.pop("status", None)
    answer = facts.targets(given.pop("place", None), given.pop("partner", None), **given)
    goals = [goal for goal in answer.result.targets if wanted in {None, goal.status}]
    counts: dict[str, int] = {}
    for goal in goals:
        counts[goal.status] = counts.get(goal.status, 0) + 1
    opening = f"Goals: {', '.join(f'{count} {status}' for status, count in counts.items()) or 'none'}."
    return Listing(answer, items.list_goals(goals, items.index(answer)), len(goals), opening)


def _list_officials(facts: Facts, given: Arguments) -> Listing:
    everything = given.pop("all", False)
    answer = facts.officials(given.pop("place", None), everything=everything, **given)
    return Listing(answer, items.list_officials(answer), len(answer.result.officials))


def _search_claims(facts: Facts, given: Arguments) -> Listing:
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
"""People, bodies and pages that words name, whose claims are looked at."""


def _explain_figure(facts: Facts, given: Arguments) -> Listing:
    named = [given.get(key) for key in ("id", "place", "partner", "period")]
    answer = facts.explain(*(word for word in named if word is not None))
    total = len(answer.result.derivations) + len(answer.result.refused)
    return Listing(answer, items.list_steps(answer), total)


def _cite(facts: Facts, given: Arguments) -> Listing:
    answer = facts.cite(*given.get("ids", ()))
    return Listing(answer, items.list_citations(answer), len(answer.result.citations))


_PLACES: dict[str, Schema] = {"place": _TEXT, "partner": _TEXT}

TOOLS: dict[str, Tool] = {
    tool.name: tool
    for tool in (
        Tool(
            "get_pair",
            "What pages say about the trade of two places (names in any language, ISO codes, groups such as EU, "
            "WORLD). detail: summary, every year as a series, or contradictions between claims. "
            "Dates are YYYY, YYYY-MM or YYYY-MM-DD; known_by keeps pages published by then; reporter is whose "
            "statistics, or 'none'; flow exports means goods from place to partner.",
            {**_PLACES, "detail": {"enum": [*_DETAILS]}, **_FILTERS, "limit": _COUNT},
            ("place", "partner"),
            (),
            _get_pair,
        ),
        Tool(
            "list_targets",
            "Stated trade goals: how far each is, the growth it needs and the growth made.",
            {**_PLACES, "status": _TEXT, "known_by": _TEXT, "limit": _COUNT},
            (),
            ("pair", "printed", "status"),
            _list_targets,
        ),
        Tool(
            "list_officials",
            "Who held which office, as far as pages show it; on a day (YYYY-MM-DD) if given. "
            "all: lesser offices as well.",
            {"place": _TEXT, "on": _TEXT, "person": _TEXT, "all": {"type": "boolean"}, "limit": _COUNT},
            (),
            ("person", "name", "title"),
            _list_officials,
        ),
        Tool(
            "search_claims",
            "Single claims, each with a sentence to quote: by words, places, filters, or all of them.",
            {
                "words": _TEXT,
                **_PLACES,
                "kind": {"enum": [*KINDS]},
                **_FILTERS,
                "limit": _COUNT,
            },
            (),
            ("id", "kind", "sentence"),
            _search_claims,
        ),
        Tool(
            "explain_figure",
            "How figures that no page prints follow from printed ones: give the id of a claim, or two places and "
            "a period.",
            {"id": _TEXT, **_PLACES, "period": _TEXT},
            (),
            ("quantity", "period"),
            _explain_figure,
        ),
        Tool(
            "cite",
            "Sentence, reference and cautions for claims and pages, by id or address; of the base itself without ids.",
            {"ids": _TEXTS},
            (),
            ("type", "short", "full"),
            _cite,
        ),
    )
}
"""Every tool by its name."""
