"""The records of a fact base: frozen classes whose fields have one-line descriptions.

The tables in the documentation and the published JSON Schema are generated from the descriptions and the written forms
(`Written`). Look-ups do not import this module, because the compiled base has finished rows.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

from tradefacts.forms import (
    Address,
    AnyId,
    Bound,
    CountryCode,
    Currency,
    Date,
    Flow,
    Id,
    Months,
    Name,
    OfficeId,
    PersonId,
    Place,
    PlaceCode,
    Printed,
    SourceId,
    SpeakerId,
    Written,
)
from tradefacts.vocabulary import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FORMAT = 2
"""The number of the newest format of a base; format 1 has no optional keys and no withdrawals."""


class Record:
    """The base class of records: types are strict and unknown keys are refused. A field with a default is optional."""

    __pydantic_config__ = {"extra": "forbid", "strict": True}  # noqa: RUF012 - pydantic reads it from the class


@dataclass(frozen=True)
class Country(Record):
    """A country and its names."""

    code: Annotated[PlaceCode, "ISO 3166 alpha-2 code"]
    name: Annotated[Name, "usual English name"]
    aliases: Annotated[tuple[Name, ...], "all other spellings that a user may type, including the alpha-3 code"]


@dataclass(frozen=True)
class Group(Record):
    """A group of countries that pages give figures for."""

    code: Annotated[PlaceCode, "short code, such as CA5 for the five Central Asian states"]
    name: Annotated[Name, "usual English name"]
    members: Annotated[tuple[CountryCode, ...], "codes of its countries; empty if the base does not list them"]
    aliases: Annotated[tuple[Name, ...], "all other spellings that a user may type"]


@dataclass(frozen=True)
class Person(Record):
    """A person named on pages, with all spellings seen."""

    id: Annotated[Id, "stable id, from the canonical name"]
    name: Annotated[Name, "canonical name in its usual English spelling"]
    aliases: Annotated[tuple[Name, ...], "all other spellings seen, in any script"]


@dataclass(frozen=True)
class Office(Record):
    """An office of a country, with all wordings of its title."""

    id: Annotated[Id, "stable id, from the country and the role"]
    country: Annotated[CountryCode, "code of the country"]
    name: Annotated[Name, "title in English"]
    role: Annotated[Name, "what the office does: head of state, head of government, trade minister, …"]
    aliases: Annotated[tuple[Name, ...], "other wordings of the title"]
    second_role: Annotated[Name | None, "a second role of the office; left out if there is none"] = None


@dataclass(frozen=True)
class Body(Record):
    """An organization that pages name for a claim."""

    id: Annotated[Id, "stable id"]
    name: Annotated[Name, "name in English"]
    country: Annotated[CountryCode | None, "code of its country; null for an international one"]
    role: Annotated[Name, "what it does: statistics, customs, ministry, press service, …"]
    aliases: Annotated[tuple[Name, ...], "all other spellings seen, in any script"]


@dataclass(frozen=True)
class Source(Record):
    """A page that printed claims."""

    id: Annotated[Id, "stable id, from the publisher and the page's number or date"]
    publisher: Annotated[Name, "who published it"]
    origin: Annotated[Name | None, "the agency the page credits"]
    title: Annotated[Name | None, "the page's title"]
    url: Annotated[Address | None, "the page's address"]
    published: Annotated[Date | None, "when the page was published"]
    language: Annotated[Annotated[str, Written(r"^[a-z]{2,3}$", "a language code such as 'en'")], "ISO 639 code"]
    inferred: Annotated[tuple[str, ...], "keys that the page does not print, such as a date taken from the address"]
    retrieved: Annotated[Date | None, "when the page was read"] = None
    archived: Annotated[Address | None, "address of an archived copy of the page"] = None


@dataclass(frozen=True)
class Fact(Record):
    """The keys of every fact: the page that printed it, and whom the page names for it."""

    id: Annotated[Id, "stable id"]
    kind: Annotated[str, "which kind of fact it is"]
    source: Annotated[SourceId, "id of the page that printed it"]
    attributed_to: Annotated[SpeakerId | None, "id of the person or body the page names for the claim"]
    attributed_as: Annotated[Name | None, "the office the page gives that person, in its words"]
    note: Annotated[Name | None, "a caution from the curator"]
    inferred: Annotated[tuple[str, ...], "keys that the page does not print and the curator inferred from the context"]


@dataclass(frozen=True)
class TradeFact(Fact):
    """The keys of every fact about trade between two places."""

    country: Annotated[Place, "place whose flow it is, in the page's wording"]
    partner: Annotated[Place, "the other place"]


@dataclass(frozen=True)
class Volume(TradeFact):
    """How much was traded in a period."""

    kind: Literal["volume"]
    flow: Annotated[Flow, "turnover (exports + imports), exports, imports or balance"]
    reporter: Annotated[Place | None, "whose statistics the figure comes from, if the page says so"]
    period: Annotated[Months, "the months it covers, both ends included"]
    value: Annotated[int, "whole units of the currency (757000000, never 757)"]
    currency: Annotated[Currency, "ISO 4217 code"]
    printed: Annotated[Printed, "the figure's exact characters on the page, without the bound word"]
    bound: Annotated[Bound, "'=' as printed, '~' about, '>' more than, '<' less than"]
    scope: Annotated[Name | None, "null for all goods; otherwise the page's restriction in a few words"]


@dataclass(frozen=True)
class Growth(TradeFact):
    """How much a flow grew or fell."""

    kind: Literal["growth"]
    flow: Annotated[Flow, "turnover (exports + imports), exports, imports or balance"]
    reporter: Annotated[Place | None, "whose statistics the figure comes from, if the page says so"]
    period: Annotated[Months, "the months it covers, both ends included"]
    base_period: Annotated[Months | None, "the period it compares with; null if the page does not say"]
    percent: Annotated[int | float, "signed; 50 for '1.5-fold', -9.1 for a fall by 9.1 %"]
    printed: Annotated[Printed, "the figure's exact characters on the page, without the bound word"]
    bound: Annotated[Bound, "'=' as printed, '~' about, '>' more than, '<' less than; refers to the magnitude"]
    scope: Annotated[Name | None, "null for all goods; otherwise the page's restriction in a few words"]


@dataclass(frozen=True)
class Share(TradeFact):
    """What part of a whole a flow is."""

    kind: Literal["share"]
    flow: Annotated[Flow, "turnover (exports + imports), exports, imports or balance"]
    reporter: Annotated[Place | None, "whose statistics the figure comes from, if the page says so"]
    period: Annotated[Months | None, "the months it covers; null if the page does not say"]
    percent: Annotated[int | float, "percent of the whole"]
    printed: Annotated[Printed, "the figure's exact characters on the page, without the bound word"]
    bound: Annotated[Bound, "'=' as printed, '~' about, '>' more than, '<' less than"]
    whole: Annotated[Name, "what the share is a part of, in the page's words"]
    whole_country: Annotated[Place | None, "place whose trade the whole is, if that is clear"]
    whole_partner: Annotated[Place | None, "the other place of the whole, if that is clear"]


@dataclass(frozen=True)
class Target(TradeFact):
    """A stated goal."""

    kind: Literal["target"]
    flow: Annotated[Flow, "turnover (exports + imports), exports, imports or balance"]
    value: Annotated[int, "whole units of the currency"]
    currency: Annotated[Currency, "ISO 4217 code"]
    printed: Annotated[Printed, "the figure's exact characters on the page, without the bound word"]
    bound: Annotated[Bound, "'=' as printed, '~' about, '>' more than, '<' less than"]
    by: Annotated[Date | None, "deadline, if one is given"]
    horizon: Annotated[Name | None, "otherwise the page's words for the deadline, such as 'medium term'"]


@dataclass(frozen=True)
class Project(TradeFact):
    """A portfolio of joint projects."""

    kind: Literal["project"]
    status: Annotated[Literal["agreed", "under way", "done"], "state of the projects"]
    projects: Annotated[int, "how many projects"]
    value: Annotated[int, "whole units of the currency"]
    currency: Annotated[Currency, "ISO 4217 code"]
    printed: Annotated[Printed, "the figure's exact characters on the page, without the bound word"]
    bound: Annotated[Bound, "'=' as printed, '~' about, '>' more than, '<' less than"]
    jobs: Annotated[int | None, "how many jobs"]
    jobs_printed: Annotated[Printed | None, "the number of jobs as printed"]
    jobs_bound: Annotated[Bound | None, "bound of the number of jobs"]


@dataclass(frozen=True)
class Term(Fact):
    """A person in an office: with start and end, or only seen in it."""

    kind: Literal["term"]
    person: Annotated[PersonId, "id of the person"]
    office: Annotated[OfficeId, "id of the office"]
    start: Annotated[Date | None, "when the person took the office"]
    end: Annotated[Date | None, "when the person left it"]
    seen_on: Annotated[Date | None, "a day on which the page shows the person in it"]
    acting: Annotated[bool | None, "true if the page shows the person as only acting; otherwise left out"] = None


@dataclass(frozen=True)
class Event(Fact):
    """A meeting."""

    kind: Literal["event"]
    name: Annotated[Name | None, "name of the meeting"]
    date: Annotated[Date | None, "when it was held"]
    venue: Annotated[Name | None, "where it was held"]
    parties: Annotated[tuple[Place, ...], "codes of the places that met"]
    participants: Annotated[tuple[PersonId, ...], "ids of the people who met"]
    topics: Annotated[tuple[Name, ...], "what it was about, in short phrases"]


RECORDS: dict[str, type[Record]] = {
    "countries": Country,
    "groups": Group,
    "people": Person,
    "offices": Office,
    "bodies": Body,
    "sources": Source,
}
"""The sections of a base that hold records, in the order of the file; `facts` comes last."""

RECORD_KINDS = {record.__name__.lower(): section for section, record in RECORDS.items()}
"""What one record of a section is called, and the section."""


def _find_facts(parent: type[Fact]) -> Iterator[tuple[str, type[Fact]]]:
    """Yield the classes with a kind, and the kind, in the order in which they are defined."""
    for child in parent.__subclasses__():
        kind = child.__annotations__.get("kind", "")
        if kind.startswith("Literal["):
            yield kind.removeprefix("Literal[").removesuffix("]").strip("\"'"), child
        yield from _find_facts(child)


_FOUND = dict(_find_facts(Fact))
FACTS: dict[str, type[Fact]] = {name: _FOUND[name] for name in KINDS}
"""The classes of facts by kind; every kind in the vocabulary has one."""


def get_class(section: str, stored: Mapping[str, Any]) -> type[Record]:
    """Return the class of a record of a section."""
    return FACTS[stored["kind"]] if section == "facts" else RECORDS[section]


def get_keys(record: type[Record]) -> dict[str, bool]:
    """Return the keys of a class in the order of the file, and whether each can be left out if it is null."""
    fields: dict[str, Any] = record.__dataclass_fields__  # type: ignore[attr-defined]  # every record is a dataclass
    return {get_key(name): field.default is not MISSING for name, field in fields.items()}


def get_key(attribute: str) -> str:
    """Return the key of an attribute: its name, unless Python has no such names."""
    return {"json_schema": "$schema"}.get(attribute, attribute)


@dataclass(frozen=True, kw_only=True)
class Header(Record):
    """The header of a base."""

    __pydantic_config__ = Record.__pydantic_config__ | {"alias_generator": get_key}

    json_schema: Annotated[Name | None, "where an editor finds the JSON Schema; otherwise ignored"] = None
    tradefacts: Annotated[Literal[1, 2], "number of the format"]
    as_of: Annotated[Date, "the edition; also 'today' for all computations"]
    title: Annotated[Name | None, "what the base is about"]
    licence: Annotated[Name | None, "the licence of its data"]
    withdrawn: Annotated[
        tuple[AnyId, ...] | None,
        "ids and codes of records that this layer removes from lower layers; in the lowest, of earlier editions",
    ] = None
