"""The table of tools: the name, parameters, result and function of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.commands import LANGUAGES
from tradefacts.errors import InvalidQueryError, TradefactsError
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import check_choice
from tradefacts.serving import listings
from tradefacts.serving.results import Listing, Result, make_error, make_result
from tradefacts.vocabulary import FLOWS, KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from tradefacts.api import Facts
    from tradefacts.serving.listings import Arguments

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


class Tool(NamedTuple):
    """One tool."""

    name: str
    description: str
    arguments: Mapping[str, Schema]
    required: tuple[str, ...]
    keys: tuple[str, ...]
    """Keys that each of its items has, in addition to `facts` and `citations`."""
    ask: Callable[[Facts, Arguments], Listing]

    @property
    def input_schema(self) -> Schema:
        """The JSON Schema of its arguments."""
        return {"type": "object", "properties": {**self.arguments}, "required": [*self.required]}

    @property
    def output_schema(self) -> Schema:
        """The JSON Schema of its result; additional keys are allowed everywhere."""
        item: Schema = {"type": "object", "required": [*self.keys, "facts", "citations"]}
        return {
            "type": "object",
            "properties": {"items": {"type": "array", "items": item}, "total": {"type": "integer"}},
            "required": ["edition", "query", "total", "shown", "items", "pages"],
        }


def call(facts: Facts, name: str, arguments: Mapping[str, Any]) -> Result:
    """Return the result of a tool; an invalid question also gives a result, one that is an error.

    Raises:
        UnknownToolError: the tool does not exist.
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
    """A tool does not exist."""


def _check(tool: Tool, arguments: Mapping[str, Any]) -> Arguments:
    """Return the arguments that are set.

    Raises:
        InvalidQueryError: an argument is unknown, missing or not of the type in its schema.
    """
    given = {name: value for name, value in arguments.items() if value not in (None, "", [])}
    for name, value in given.items():
        check_choice("argument", name, tool.arguments)
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
            {**_PLACES, "detail": {"enum": [*listings.DETAILS]}, **_FILTERS, "limit": _COUNT},
            ("place", "partner"),
            (),
            listings.get_pair,
        ),
        Tool(
            "list_targets",
            "Stated trade goals: the progress of each, the growth it needs and the growth made.",
            {**_PLACES, "status": _TEXT, "known_by": _TEXT, "limit": _COUNT},
            (),
            ("pair", "printed", "status"),
            listings.list_targets,
        ),
        Tool(
            "list_officials",
            "Who held which office, as far as pages show it; on a day (YYYY-MM-DD) if given. "
            "all: lesser offices as well.",
            {"place": _TEXT, "on": _TEXT, "person": _TEXT, "all": {"type": "boolean"}, "limit": _COUNT},
            (),
            ("person", "name", "title"),
            listings.list_officials,
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
            listings.search_claims,
        ),
        Tool(
            "explain_figure",
            "How figures that no page prints follow from printed ones: give the id of a claim, or two places and "
            "a period.",
            {"id": _TEXT, **_PLACES, "period": _TEXT},
            (),
            ("quantity", "period"),
            listings.explain_figure,
        ),
        Tool(
            "verify_claim",
            "Check each trade figure of a text (English or Russian) against the record: supported, contradicted, "
            "differs, stale, unknown, with the claims that say so. published: the day of the text.",
            {"text": _TEXT, "published": _TEXT, "language": {"enum": [*LANGUAGES]}},
            ("text",),
            ("printed", "standing", "reason"),
            listings.verify_claim,
        ),
        Tool(
            "cite",
            "Sentence, reference and cautions for claims and pages, by id or address; of the base itself without ids.",
            {"ids": _TEXTS},
            (),
            ("type", "short", "full"),
            listings.cite,
        ),
    )
}
"""All tools by name."""
