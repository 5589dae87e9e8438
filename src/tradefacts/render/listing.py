"""Plain lists: facts, pages, records, search results, coverage."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from rich.text import Text

from tradefacts.query import invert
from tradefacts.render.claims import format_claim, list_claims
from tradefacts.render.grid import Column, lay_out
from tradefacts.render.screen import link, text
from tradefacts.render.words import DIM, Writer, count, format_labelled, name_places
from tradefacts.render.wrapping import TIE, tie
from tradefacts.rows.records import TYPES
from tradefacts.text import write_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.answer import Answer
    from tradefacts.factbase import Claim
    from tradefacts.questions.coverage import CoverageResult
    from tradefacts.questions.facts import CitedPage, FactsResult, SourcesResult
    from tradefacts.questions.records import SearchResult, Shown, ShowResult
    from tradefacts.render.screen import Screen

_YEARS, _YEAR, _BESIDE = 8, 5, 22
"""Coverage on a screen: the number of years, the width of a year, and the width of the other columns."""
_MOST = 3
"""The number of pairs named at the top of the coverage."""


def render_facts(answer: Answer[FactsResult], screen: Screen) -> list[Text]:
    """Return the number of claims, one row for each, and the pages."""
    if not answer.claims:
        return [text("No facts")]
    result, pages = answer.result, len({claim.source for claim in answer.claims})
    shown = f"{result.shown:,} of {count(result.total, 'claim')}" if result.shown < result.total else ""
    order = ", the first in the base; newest: --sort period" if shown and "sort" not in answer.query else ""
    head = f"{name_places(answer)}: {shown or count(result.total, 'claim')} on {count(pages, 'page')}{order}"
    listed = list_claims(answer.claims, Writer(answer, screen), screen, is_sorted="sort" in answer.query)
    return [text((head, "bold")), Text(), *listed]


def render_sources(answer: Answer[SourcesResult], screen: Screen) -> list[Text]:
    """Return the number of pages and a line for each, newest first; addresses are too long for a table."""
    pages = answer.result.sources
    if not pages:
        return [text("No pages")]
    years = sorted(page.published[:4] for page in pages if page.published)
    claims = count(sum(page.facts for page in pages), "claim")
    head = f"{name_places(answer)}: {count(len(pages), 'page')} with {claims}{_format_span(years)}"
    if "sort" not in answer.query:
        pages = tuple(sorted(pages, key=lambda page: (page.published is None, invert(page.published))))
    return [text((head, "bold")), Text(), *(_format_page(page, screen) for page in pages)]


def render_show(answer: Answer[ShowResult], screen: Screen) -> list[Text]:
    """Return each record: its description, its keys, and the claims that refer to it."""
    writer = Writer(answer, screen)
    parts: list[Text] = []
    for shown in answer.result.records:
        parts += [Text()] if parts else []
        parts += _format_record(shown, writer)
        claims = [writer.claims[name] for name in shown.referring]
        if claims:
            head = f"{count(len(claims), 'claim refers', 'claims refer')} to it"
            parts += [Text(), text((head, "bold")), *list_claims(claims, writer, screen)]
        elif shown.section == "facts":
            parts += [*_format_reading(writer.claims[shown.id]), Text(), *writer.format_sources()]
    return parts


def render_search(answer: Answer[SearchResult], screen: Screen) -> list[Text]:
    """Return the number of results, a line for each record, then the claims."""
    hits, claims = answer.result.records, answer.claims
    if not hits and not claims:
        return [text("Nothing found")]
    found = [count(number, noun) for number, noun in ((len(hits), "record"), (len(claims), "claim")) if number]
    parts: list[Text] = [text((f"“{answer.query['words']}”: {', '.join(found)}", "bold"))]
    for hit in hits:
        line = text((hit.name, "bold"), f" · {tie(count(hit.facts, 'claim'))} · {hit.id}")
        parts += format_labelled(TYPES[hit.section].capitalize(), line, screen)
    return [*parts, *([Text(), *list_claims(claims, Writer(answer, screen), screen)] if claims else [])]


def render_coverage(answer: Answer[CoverageResult], screen: Screen) -> list[Text]:
    """Return a summary of the coverage, then claims by pair and year, with a dot for none."""
    pairs = answer.result.pairs
    if not pairs:
        return [text("No facts")]
    years = sorted({year for pair in pairs for year in pair.years})
    shown = years if screen.width is None else years[-min(_YEARS, max(1, (screen.columns - _BESIDE) // _YEAR)) :]
    columns = [
        Column("Pair", wraps=False),
        Column("Places", is_extra=True, wraps=False),
        *(Column(head, align="right") for head in ("earlier", *shown, "all")),
    ]
    rows: list[Sequence[str | Text]] = []
    for pair in pairs:
        earlier = sum(number for year, number in pair.years.items() if year not in shown)
        counted = [_format_count(pair.years.get(year, 0)) for year in shown]
        places = answer.names.format_places(pair.pair)
        rows.append(["–".join(pair.pair), places, _format_count(earlier), *counted, str(pair.facts)])
    most = sorted(pairs, key=lambda pair: -pair.facts)[:_MOST]
    claims = count(sum(pair.facts for pair in pairs), "claim")
    head = f"{name_places(answer)}: {claims} about {count(len(pairs), 'pair')}{_format_span(years)}"
    listed = ", ".join(f"{answer.names.format_places(pair.pair)}{TIE}{pair.facts:,}" for pair in most)
    return [text((head, "bold")), text(f"Most: {listed}."), Text(), *lay_out(columns, rows, screen)]


def _format_span(years: Sequence[str]) -> str:
    """Return the span of years: `, 2019–2026`, `, 2019`; empty if no year is known."""
    return f", {years[0]}–{years[-1]}" if years and years[0] != years[-1] else f", {years[0]}" if years else ""


def _format_page(page: CitedPage, screen: Screen) -> Text:
    origin = f" (from {page.origin})" if page.origin else ""
    title = f": {page.title}" if page.title else ""
    line = text(
        link(f"{page.published or 'undated':<10}  ", page.url),
        link(f"{page.publisher}{origin}", page.url, "bold"),
        f"{title} · {count(page.facts, 'claim')} · {page.id}",
    )
    return text(line, "  ", (page.url or "no address known", DIM)) if screen.has_addresses else line


def _format_count(number: int) -> str | Text:
    return str(number) if number else text(("·", DIM))


def _format_record(shown: Shown, writer: Writer) -> list[Text]:
    """Return a record in words, then each of its keys on a line."""
    kind = TYPES.get(shown.section, "fact")
    lines: list[Text] = [_format_title(shown, writer), text((f"{kind}: ", "bold"), shown.id)]
    for key, value in shown.record.items():
        if value not in (None, [], "") and key not in {"id", "page"}:
            lines.append(text((f"{key}: ", "bold"), _format_value(value)))
    return lines


def _format_reading(claim: Claim) -> list[Text]:
    """Return when the page of a claim was read, and the address of an archived copy, if the base has them."""
    page = json.loads(claim.page_json)
    return [text((f"page {key}: ", "bold"), page[key]) for key in ("retrieved", "archived") if page[key]]


def _format_title(shown: Shown, writer: Writer) -> Text:
    """Return a record in words: a claim with its speaker and page, a page with its date, a name."""
    if shown.section == "facts":
        claim = writer.claims[shown.id]
        said = (f"{format_claim(claim, writer)}, {writer.format_speaker(claim)}{TIE}", "bold")
        return text(said, writer.cite([claim]))
    if shown.section == "sources":
        title = f": {shown.record['title']}" if shown.record["title"] else ""
        return text((f"{shown.record['publisher']}, {shown.record['published'] or 'undated'}{title}", "bold"))
    return text((shown.name or shown.id, "bold"))


def _format_value(value: Any) -> str:  # noqa: ANN401 - any value of a record
    if isinstance(value, list):
        return "; ".join(str(item) for item in value)
    return value if isinstance(value, str) else write_json(value)
