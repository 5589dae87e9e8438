"""Plain lists: facts, pages, records, what words found, what is covered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.text import Text

from tradefacts.render.claims import list_claims
from tradefacts.render.grid import Column, lay_out
from tradefacts.render.screen import link, text
from tradefacts.render.words import DIM, Writer, count
from tradefacts.text import write_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from tradefacts.answer import Answer
    from tradefacts.factbase import Claim
    from tradefacts.questions.coverage import CoverageResult
    from tradefacts.questions.facts import CitedPage, FactsResult, SourcesResult
    from tradefacts.questions.records import SearchResult, Shown, ShowResult
    from tradefacts.render.screen import Screen

_HITS = (Column("section"), Column("id", wraps=False), Column("name"), Column("facts", align="right"))
_YEARS = 12


def render_facts(answer: Answer[FactsResult], screen: Screen) -> list[RenderableType]:
    """Return one row for each claim, and the pages."""
    if not answer.claims:
        return [text("No facts")]
    return list_claims(answer.claims, Writer(answer, screen), screen, is_sorted="sort" in answer.query)


def render_sources(answer: Answer[SourcesResult], screen: Screen) -> list[RenderableType]:
    """Return a line for each page: addresses are too long for a table."""
    return [_write_page(page, screen) for page in answer.result.sources] or [text("No pages")]


def render_show(answer: Answer[ShowResult], screen: Screen) -> list[RenderableType]:
    """Return each record field by field, and the claims that refer to it."""
    writer = Writer(answer, screen)
    parts: list[RenderableType] = []
    for shown in answer.result.records:
        parts += [Text()] if parts else []
        parts += _write_record(shown)
        claims = [writer.claims[name] for name in shown.referring]
        if claims:
            parts += [
                Text(),
                text((f"{count(len(claims), 'fact refers', 'facts refer')} to it", "bold")),
                *list_claims(claims, writer, screen),
            ]
        elif shown.section == "facts":
            cited = writer.cite([shown.id])
            parts += [text(("page: ", "bold"), cited), *_write_reading(writer.claims[shown.id])]
            parts += writer.write_sources()
    return parts


def render_search(answer: Answer[SearchResult], screen: Screen) -> list[RenderableType]:
    """Return the records found, then the claims."""
    rows = [[hit.section, hit.id, hit.name, str(hit.facts)] for hit in answer.result.records]
    parts: list[RenderableType] = [*lay_out(_HITS, rows, screen)] if rows else []
    if answer.claims:
        parts += [Text()] if parts else []
        parts += list_claims(answer.claims, Writer(answer, screen), screen)
    return parts or [text("Nothing found")]


def render_coverage(answer: Answer[CoverageResult], screen: Screen) -> list[RenderableType]:
    """Return pair by year, a dot where there is nothing; earlier years in one column."""
    pairs = answer.result.pairs
    if not pairs:
        return [text("No facts")]
    years = sorted({year for pair in pairs for year in pair.years})[-_YEARS:]
    columns = [Column("pair", wraps=False), Column("places", is_extra=True)]
    columns += [Column("earlier", rank=80, align="right")]
    columns += [Column(year, rank=70 - place, align="right") for place, year in enumerate(years)]
    columns += [Column("all facts", align="right")]
    rows: list[Sequence[str | Text]] = []
    for pair in pairs:
        earlier = sum(number for year, number in pair.years.items() if year not in years)
        places = answer.names.format_places(pair.pair)
        counted = [_write_count(pair.years.get(year, 0)) for year in years]
        rows.append(["–".join(pair.pair), places, _write_count(earlier), *counted, str(pair.facts)])
    return lay_out(columns, rows, screen)


def _write_page(page: CitedPage, screen: Screen) -> RenderableType:
    origin = f" (from {page.origin})" if page.origin else ""
    title = f": {page.title}" if page.title else ""
    line = text(
        link(f"{page.published or 'undated':<10}  ", page.url),
        link(f"{page.publisher}{origin}", page.url, "bold"),
        f"{title} · {count(page.facts, 'fact')} · {page.id}",
    )
    return text(line, "  ", (page.url or "no address known", DIM)) if screen.has_addresses else line


def _write_count(number: int) -> str | Text:
    return str(number) if number else text(("·", DIM))


def _write_record(shown: Shown) -> list[RenderableType]:
    lines: list[RenderableType] = [text((f"{shown.section}: {shown.id}", "bold"))]
    for key, value in shown.record.items():
        if value not in (None, [], "") and key not in {"id", "page"}:
            lines.append(text((f"{key}: ", "bold"), _write_value(value)))
    return lines


def _write_reading(claim: Claim) -> list[Text]:
    """Return when the page of a claim was read, and the address of an archived copy, if the base has them."""
    stored = {"retrieved": claim.page.retrieved, "archived": claim.page.archived}
    return [text((f"page {key}: ", "bold"), value) for key, value in stored.items() if value]


def _write_value(value: Any) -> str:  # noqa: ANN401 - whatever a record holds
    if isinstance(value, list):
        return "; ".join(str(item) for item in value)
    return value if isinstance(value, str) else write_json(value)
