"""What one line of a fact base is: frozen records, each field with its one line of description.

The descriptions and the written forms (`Written`) are the single origin of the documentation tables and of the
published JSON Schema. Nothing here is imported by a look-up: the compiled base holds finished rows.
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
"""The number of the newest format of a base; 1 has no optional keys and withdraws nothing."""


class Record:
    """What all records share: the shape is strict, and unknown keys are refused. A field with a default is optional."""

    __pydantic_config__ = {"extra": "forbid", "strict": True}  # noqa: RUF012 - pydantic reads it off the class


@dataclass(frozen=True)
class Country(Record):
    """A country and what people call it."""

    code: Annotated[PlaceCode, "ISO 3166 alpha-2 code"]
    name: Annotated[Name, "usual English name"]
    aliases: Annotated[tuple[Name, ...], "every other spelling a user may type, the alpha-3 code among them"]


@dataclass(frozen=True)
class Group(Record):
    """A group of countries that pages give figures for."""

    code: Annotated[PlaceCode, "short code, such as CA5 for the five Central Asian states"]
    name: Annotated[Name, "usual English name"]
    members: Annotated[tuple[CountryCode, ...], "codes of its countries; empty where the base does not list them"]
    aliases: Annotated[tuple[Name, ...], "every other spelling a user may type"]


@dataclass(frozen=True)
class Person(Record):
    """A person whom pages name, under every spelling seen."""

    id: Annotated[Id, "stable id, from the canonical name"]
    name: Annotated[Name, "canonical name in its usual English spelling"]
    aliases: Annotated[tuple[Name, ...], "every other spelling seen, in any script"]


@dataclass(frozen=True)
class Office(Record):
    """An office of a country, under the many wordings of its title."""

    id: Annotated[Id, "stable id, from the country and the role"]
    country: Annotated[CountryCode, "code of the country"]
    name: Annotated[Name, "title in English"]
    role: Annotated[Name, "what the office does: head of state, head of government, trade minister, …"]
    aliases: Annotated[tuple[Name, ...], "other wordings of the title"]
    second_role: Annotated[Name | None, "what else the office does; left out where nothing"] = None


@dataclass(frozen=True)
class Body(Record):
    """An organization that pages name for a claim."""

    id: Annotated[Id, "stable id"]
    name: Annotated[Name, "name in English"]
    country: Annotated[CountryCode | None, "code of its country; null for an international one"]
    role: Annotated[Name, "what it does: statistics, customs, ministry, press service, …"]
    aliases: Annotated[tuple[Name, ...], "every other spelling seen, in any script"]


@dataclass(frozen=True)
class Source(Record):
    """A page that printed claims."""

    id: Annotated[Id, "stable id, from the publisher and the page's number or date"]
    publisher: Annotated[Name, "whose page it is"]
    origin: Annotated[Name | None, "the agency the page credits"]
    title: Annotated[Name | None, "the page's title"]
    url: Annotated[Address | None, "the page's address"]
    published: Annotated[Date | None, "when the page was published"]
    language: Annotated[Annotated[str, Written(r"^[a-z]{2,3}$", "a language code such as 'en'")], "ISO 639 code"]
    inferred: Annotated[tuple[str, ...], "keys that the page does not print, such as a date read off the address"]
    retrieved: Annotated[Date | None, "when the page was read"] = None
    archived: Annotated[Address | None, "address of an archived copy of the page"] = None


@dataclass(frozen=True)
class Fact(Record):
    """What every fact has: which page printed it, and whom the page names for it."""

    id: Annotated[Id, "stable id"]
    kind: Annotated[str, "which kind of fact it is"]
    source: Annotated[SourceId, "id of the page that printed it"]
    attributed_to: Annotated[SpeakerId | None, "id of the person or body the page names for the claim"]
    attributed_as: Annotated[Name | None, "the office the page gives that person, in its words"]
    note: Annotated[Name | None, "a caution of the curator"]
    inferred: Annotated[tuple[str, ...], "keys that the curator concluded from context and the page does not print"]


@dataclass(frozen=True)
class TradeFact(Fact):
    """What every fact about trade between two places has."""

    country: Annotated[Place, "place whose flow it is, as the page words it"]
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
    scope: Annotated[Name | None, "null for all goods; else the page's restriction in a few words"]


@dataclass(frozen=True)
class Growth(TradeFact):
    """How much a flow grew or fell."""

    kind: Literal["growth"]
    flow: Annotated[Flow, "turnover (exports + imports), exports, imports or balance"]
    reporter: Annotated[Place | None, "whose statistics the figure comes from, if the page says so"]
    period: Annotated[Months, "the months it covers, both ends included"]
    base_period: Annotated[Months | None, "what it compares with; null where the page leaves it unsaid"]
    percent: Annotated[int | float, "signed; 50 for '1.5-fold', -9.1 for a fall by 9.1 %"]
    printed: Annotated[Printed, "the figure's exact characters on the page, without the bound word"]
    bound: Annotated[Bound, "'=' as printed, '~' about, '>' more than, '<' less than; it speaks of the magnitude"]
    scope: Annotated[Name | None, "null for all goods; else the page's restriction in a few words"]


@dataclass(frozen=True)
class Share(TradeFact):
    """What part of a whole a flow is."""

    kind: Literal["share"]
    flow: Annotated[Flow, "turnover (exports + imports), exports, imports or balance"]
    reporter: Annotated[Place | None, "whose statistics the figure comes from, if the page says so"]
    period: Annotated[Months | None, "the months it covers; null where the page leaves it unsaid"]
    percent: Annotated[int | float, "percent of the whole"]
    printed: Annotated[Printed, "the figure's exact characters on the page, without the bound word"]
    bound: Annotated[Bound, "'=' as printed, '~' about, '>' more than, '<' less than"]
    whole: Annotated[Name, "of what, in the page's words"]
    whole_country: Annotated[Place | None, "place whose trade the whole is, where that is clear"]
    whole_partner: Annotated[Place | None, "the other place of the whole, where that is clear"]


@dataclass(frozen=True)
class Target(TradeFact):
    """A stated goal."""

    kind: Literal["target"]
    flow: Annotated[Flow, "turnover (exports + imports), exports, imports or balance"]
    value: Annotated[int, "whole units of the currency"]
    currency: Annotated[Currency, "ISO 4217 code"]
    printed: Annotated[Printed, "the figure's exact characters on the page, without the bound word"]
    bound: Annotated[Bound, "'=' as printed, '~' about, '>' more than, '<' less than"]
    by: Annotated[Date | None, "deadline, when one is given"]
    horizon: Annotated[Name | None, "the deadline's words otherwise, such as 'medium term'"]


@dataclass(frozen=True)
class Project(TradeFact):
    """A portfolio of joint projects."""

    kind: Literal["project"]
    status: Annotated[Literal["agreed", "under way", "done"], "how far the projects are"]
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
    """A person in an office: from when to when, or only seen in it."""

    kind: Literal["term"]
    person: Annotated[PersonId, "id of the person"]
    office: Annotated[OfficeId, "id of the office"]
    start: Annotated[Date | None, "when the person took the office"]
    end: Annotated[Date | None, "when the person left it"]
    seen_on: Annotated[Date | None, "a day on which the page shows the person in it"]
    acting: Annotated[bool | None, "true where the page has the person in it as acting only; left out otherwise"] = None


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
    """Yield the classes that name a kind, each under it, in the order in which they are defined."""
    for child in parent.__subclasses__():
        kind = child.__annotations__.get("kind", "")
        if kind.startswith("Literal["):
            yield kind.removeprefix("Literal[").removesuffix("]").strip("\"'"), child
        yield from _find_facts(child)


_FOUND = dict(_find_facts(Fact))
FACTS: dict[str, type[Fact]] = {name: _FOUND[name] for name in KINDS}
"""The classes of facts by kind: every kind of the vocabulary has one."""


def get_class(section: str, stored: Mapping[str, Any]) -> type[Record]:
    """Return the class of a record of a section."""
    return FACTS[stored["kind"]] if section == "facts" else RECORDS[section]


def get_keys(record: type[Record]) -> dict[str, bool]:
    """Return the keys of a class in the order of the file, and whether each may be left out when it is null."""
    fields: dict[str, Any] = record.__dataclass_fields__  # type: ignore[attr-defined]  # every record is a dataclass
    return {get_key(name): field.default is not MISSING for name, field in fields.items()}


def get_key(attribute: str) -> str:
    """Return the key of an attribute: its name, unless Python has no such names."""
    return {"json_schema": "$schema"}.get(attribute, attribute)


@dataclass(frozen=True, kw_only=True)
class Header(Record):
    """What a base says of itself."""

    __pydantic_config__ = Record.__pydantic_config__ | {"alias_generator": get_key}

    json_schema: Annotated[Name | None, "where an editor finds the JSON Schema; otherwise ignored"] = None
    tradefacts: Annotated[Literal[1, 2], "number of the format"]
    as_of: Annotated[Date, "the edition; it is also 'today' for everything computed"]
    title: Annotated[Name | None, "what the base is about"]
    licence: Annotated[Name | None, "under which its data may be used"]
    withdrawn: Annotated[
        tuple[AnyId, ...] | None,
        "ids and codes of lower layers' records that this layer takes out; in the lowest, those of earlier editions",
    ] = None
