"""The volumes as SDMX-CSV 2.0, and their structure as SDMX-ML 2.1: the source is a dimension of each observation.

If two pages print the same quantity, these are two observations, and so are two figures on one page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.export.rows import format_cell
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period, format_month

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

STRUCTURE_ID = "TRADEFACTS:VOLUMES(1.0)"
_NOT_SAID = "_Z"
"""SDMX's code for "not applicable"; here also for what a page does not state."""


class Concept(NamedTuple):
    """One dimension or attribute: its id, its description, and the fact key that it comes from."""

    id: str
    description: str
    key: str


DIMENSIONS = (
    Concept("FREQ", "A for a calendar year, M for a month, _O for any other period", ""),
    Concept("REF_AREA", "place whose flow it is, in the page's wording", "country"),
    Concept("COUNTERPART_AREA", "the other place", "partner"),
    Concept("FLOW", "turnover (exports + imports), exports, imports or balance", "flow"),
    Concept("REPORTER", "whose statistics the figure comes from; _Z if the page does not say", "reporter"),
    Concept("CURRENCY", "ISO 4217 code of the unit", "currency"),
    Concept("SCOPE", "the page's restriction to some goods; _Z for all goods", "scope"),
    Concept("SOURCE", "id of the page that printed it", "source"),
    Concept("CLAIM", "id of the fact, because a page can print several figures", "id"),
)
TIME = Concept("TIME_PERIOD", "the months it covers: a year, a month, or a first day with a duration", "period")
MEASURE = Concept("OBS_VALUE", "the printed figure in whole units of the currency", "value")
ATTRIBUTES = (
    Concept("LOW", "lower end of the range that the printed digits stand for; empty if open", "low"),
    Concept("HIGH", "upper end of the range that the printed digits stand for; empty if open", "high"),
    Concept("BOUND", "'=' as printed, '~' about, '>' more than, '<' less than", "bound"),
    Concept("PRINTED", "the figure's exact characters on the page", "printed"),
    Concept("VOICE", "the independent source of the claim", "voice"),
    Concept("PUBLISHER", "who published the page", "page.publisher"),
    Concept("PUBLISHED", "when the page was published: a year, a month or a day", "page.published"),
    Concept("URL", "the page's address", "page.url"),
)
HEADER = (
    *("STRUCTURE", "STRUCTURE_ID", "ACTION"),
    *(concept.id for concept in (*DIMENSIONS, TIME, MEASURE, *ATTRIBUTES)),
)


def list_observations(facts: Iterable[dict[str, Any]]) -> Iterator[list[str]]:
    """Yield the SDMX-CSV rows for the volumes among the facts; other kinds are left out."""
    for fact in facts:
        if fact["kind"] == "volume":
            flat = {**fact, **{f"page.{key}": value for key, value in fact["page"].items()}}
            period = Period.parse(fact["period"])
            dimensions = [_find_frequency(period), *(flat[concept.key] for concept in DIMENSIONS[1:])]
            yield [
                *("datastructure", STRUCTURE_ID, "I"),
                *(format_cell(value) or _NOT_SAID for value in dimensions),
                _format_period(period),
                *(format_cell(flat[concept.key]) for concept in (MEASURE, *ATTRIBUTES)),
            ]


def format_structure(as_of: str) -> str:
    """Return the structure definition as SDMX-ML 2.1; `as_of` is when it was prepared."""
    concepts = "".join(_write_concept(concept) for concept in (*DIMENSIONS, TIME, MEASURE, *ATTRIBUTES))
    dimensions = "".join(
        f'<str:Dimension position="{position}" id="{concept.id}">{_refer(concept)}{_STRING}</str:Dimension>\n'
        for position, concept in enumerate(DIMENSIONS, start=1)
    )
    attributes = "".join(
        f'<str:Attribute assignmentStatus="Conditional" id="{concept.id}">{_refer(concept)}{_STRING}'
        f'<str:AttributeRelationship><str:PrimaryMeasure><Ref id="{MEASURE.id}"/></str:PrimaryMeasure>'
        "</str:AttributeRelationship></str:Attribute>\n"
        for concept in ATTRIBUTES
    )
    return _STRUCTURE.format(
        prepared=f"{as_of}-01-01"[:10],
        concepts=concepts,
        dimensions=dimensions,
        time=f'<str:TimeDimension position="{len(DIMENSIONS) + 1}" id="{TIME.id}">{_refer(TIME)}{_PERIOD}'
        "</str:TimeDimension>",
        attributes=attributes,
        measure=f'<str:PrimaryMeasure id="{MEASURE.id}">{_refer(MEASURE)}{_NUMBER}</str:PrimaryMeasure>',
    )


def _find_frequency(period: Period) -> str:
    if period.is_year:
        return "A"
    return "M" if period.months == 1 else "_O"


def _format_period(period: Period) -> str:
    """Return a period as SDMX writes it: a year, a month, or a time range of a first day and a duration."""
    if period.is_year or period.months == 1:
        return str(period)
    return f"{format_month(period.first)}-01/P{period.months}M"


def _write_concept(concept: Concept) -> str:
    from xml.sax.saxutils import escape  # noqa: PLC0415 - only the structure needs it

    return (
        f'<str:Concept id="{concept.id}"><com:Name xml:lang="en">{concept.id}</com:Name>'
        f'<com:Description xml:lang="en">{escape(concept.description)}</com:Description></str:Concept>\n'
    )


def _refer(concept: Concept) -> str:
    return (
        f'<str:ConceptIdentity><Ref id="{concept.id}" maintainableParentVersion="1.0" maintainableParentID="CONCEPTS"'
        ' agencyID="TRADEFACTS" package="conceptscheme" class="Concept"/></str:ConceptIdentity>'
    )


def _represent(kind: str) -> str:
    return f'<str:LocalRepresentation><str:TextFormat textType="{kind}"/></str:LocalRepresentation>'


_STRING, _NUMBER, _PERIOD = _represent("String"), _represent("Decimal"), _represent("ObservationalTimePeriod")
_SCHEMAS = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
_STRUCTURE = f"""<?xml version="1.0" encoding="utf-8"?>
<mes:Structure xmlns:mes="{_SCHEMAS}/message" xmlns:str="{_SCHEMAS}/structure" xmlns:com="{_SCHEMAS}/common">
<mes:Header>
<mes:ID>TRADEFACTS_VOLUMES</mes:ID>
<mes:Test>false</mes:Test>
<mes:Prepared>{{prepared}}</mes:Prepared>
<mes:Sender id="TRADEFACTS"/>
</mes:Header>
<mes:Structures>
<str:Concepts>
<str:ConceptScheme agencyID="TRADEFACTS" id="CONCEPTS" version="1.0">
<com:Name xml:lang="en">Concepts of tradefacts</com:Name>
{{concepts}}</str:ConceptScheme>
</str:Concepts>
<str:DataStructures>
<str:DataStructure agencyID="TRADEFACTS" id="VOLUMES" version="1.0">
<com:Name xml:lang="en">Trade volumes as pages print them</com:Name>
<str:DataStructureComponents>
<str:DimensionList id="DimensionDescriptor">
{{dimensions}}{{time}}
</str:DimensionList>
<str:AttributeList id="AttributeDescriptor">
{{attributes}}</str:AttributeList>
<str:MeasureList id="MeasureDescriptor">
{{measure}}
</str:MeasureList>
</str:DataStructureComponents>
</str:DataStructure>
</str:DataStructures>
</mes:Structures>
</mes:Structure>
"""
