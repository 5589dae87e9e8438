"""The whole base as a static site: an index, and a page with its data for each pair and each place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tradefacts.creating import create_folder
from tradefacts.export import iterate_output
from tradefacts.export.form import Form
from tradefacts.named_tuples import NamedTuple
from tradefacts.questions.chart import ask_chart
from tradefacts.questions.coverage import ask_coverage
from tradefacts.render.pair.outlook import format_other_goals, rank_goals
from tradefacts.render.pair.view import count_pages
from tradefacts.report.contents import PairPage, make_pair_page
from tradefacts.report.html import Link, format_pair_page, write_page
from tradefacts.report.plot import make_plot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from tradefacts.answer import Answer
    from tradefacts.factbase import FactBase

_INDEX = "index"
_FILE = re.compile(r"(index|[A-Z][A-Z0-9]{1,11}(-[A-Z][A-Z0-9]{1,11})?)\.(html|json)")


class Entry(NamedTuple):
    """A pair in the list of an index or of a place."""

    pair: tuple[str, str]
    file: str
    name: str
    year: str
    by: str
    turnover: str
    voices: str
    goal: str
    claims: int


def write_site(base: FactBase, name: str, *, is_forced: bool, report: Callable[[int, int], None]) -> int:
    """Write the site to a new folder, completely or not at all, and return the number of pages.

    `report` is called after each page with the number of pages written and the total.

    Raises:
        MissingExtraError: Jinja2 is not installed.
        OutputError: the folder exists or cannot be written, or it holds something that is not a page of a site.
    """
    coverage = ask_coverage(base)
    pairs = [covered.pair for covered in coverage.result.pairs]
    names = coverage.result.countries
    places = sorted({code for pair in pairs for code in pair}, key=lambda code: names[code])
    number, total = 0, len(pairs) + len(places) + 1
    with create_folder(name, _FILE.fullmatch, is_forced=is_forced) as folder:
        entries = []
        for number, pair in enumerate(pairs, start=1):
            entries.append(_write_pair(base, folder, pair, names))
            report(number, total)
        entries.sort(key=lambda entry: entry.name)
        for number, place in enumerate(places, start=len(pairs) + 1):
            _write_place(base, folder, place, names[place], entries)
            report(number, total)
        links = [Link(f"{place}.html", names[place]) for place in places]
        parts = {"entries": entries, "places": links, "edition": _tell_size(base, entries)}
        _write(folder, _INDEX, coverage, _format("index.html", coverage, "Trade on record", **parts))
        report(total, total)
    return total


def _write_pair(base: FactBase, folder: Path, pair: tuple[str, str], names: dict[str, str]) -> Entry:
    page = make_pair_page(base, *pair)
    file = "-".join(pair)
    links = [Link(f"{code}.html", names[code]) for code in dict.fromkeys(pair)]
    _write(folder, file, page.answer, format_pair_page(page, links=links, data=f"{file}.json"))
    return _make_entry(page, file)


def _write_place(base: FactBase, folder: Path, place: str, name: str, entries: Iterable[Entry]) -> None:
    """Write the page of a place: a comparison of its partners, and the list of its pairs."""
    chart = ask_chart(base, place)
    own = [entry for entry in entries if place in entry.pair]
    plot = make_plot(chart) if chart.result.bars else None
    written = _format("place.html", chart, f"{name}: trade on record", name=name, plot=plot, entries=own, file=place)
    _write(folder, place, chart, written)


def _format(template: str, answer: Answer[Any], title: str, **parts: object) -> str:
    description = f"{title}, from published pages, each figure with its source."
    return write_page(template, title=title, description=description, as_of=answer.as_of, site=True, links=(), **parts)


def _write(folder: Path, file: str, answer: Answer[Any], page: str) -> None:
    """Write a page and the data of the answer it shows."""
    (folder / f"{file}.html").write_text(f"{page}\n", encoding="utf-8", newline="\n")
    lines = iterate_output(answer, Form("json"))
    (folder / f"{file}.json").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


def _make_entry(page: PairPage, file: str) -> Entry:
    """Return the list entry of a pair: its newest full year and the first of its goals."""
    view = page.view.start_again(has_numbers=False)
    opening = view.result.headline.year
    goals = format_other_goals(view, rank_goals(view)[:1])
    claims = len(page.answer.claims)
    if opening is None:
        return Entry(page.pair, f"{file}.html", page.title, "", "", "", "", goals, claims)
    cell = view.find_row(opening).turnover
    leading = cell.figures[0] if cell else None
    voices = f"{leading.voices} on {count_pages(leading, view)}" if leading else ""
    disputed = " ≠" if cell and cell.verdict == "contradicted" else ""
    figure = f"{view.writer.format_figure(view.claims[opening.fact])}{disputed}"
    return Entry(
        page.pair, f"{file}.html", page.title, opening.period, opening.reporter or "?", figure, voices, goals, claims
    )


def _tell_size(base: FactBase, entries: Sequence[Entry]) -> str:
    return f"Edition {base.as_of}: {sum(entry.claims for entry in entries):,} claims about {len(entries):,} pairs."
