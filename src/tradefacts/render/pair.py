"""One pair on one screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.period import Period
from tradefacts.reckoning.comparison import compare, read_ranges
from tradefacts.render.claims import is_odd_base, list_claims, write_claim
from tradefacts.render.explain import write_derived
from tradefacts.render.goals import render_goal
from tradefacts.render.grid import Column, lay_out
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, Writer, count, write_period
from tradefacts.render.wrapping import TIE, tie

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from tradefacts.answer import Answer
    from tradefacts.questions.meetings import Meeting
    from tradefacts.questions.pair import Cell, PairResult, Row
    from tradefacts.reckoning.readings import Figure
    from tradefacts.render.screen import Screen

YEARS, PART_YEARS, GOALS, DERIVED, MEETINGS, OTHERS = 10, 4, 2, 2, 3, 3
VOICES = 2
"""How many of each fit a screen, the newest; `--all` shows every claim."""

_FOLLOWING = {"base period": "", "rest": "the rest, ", "turnover": "both directions, "}

Series = tuple[str, str | None, str | None]
"""What a column shows: turnover or goods, who sends, whose statistics."""


def render_pair(answer: Answer[PairResult], screen: Screen) -> list[RenderableType]:
    """Return the screen: years down, what was said across, then targets, meetings and pages."""
    result, writer = answer.result, Writer(answer, screen)
    if "all" in answer.query or "year" in answer.query:
        return [_write_head(result, answer, writer), Text(), *list_claims(answer.claims, writer, screen)]
    parts: list[RenderableType] = [_write_head(result, answer, writer)]
    parts += _render_rows(result, writer, screen)
    parts += _render_rest(result, writer)
    if writer.numbers:
        parts += [Text(), *writer.write_sources()]
    return parts


def _write_head(result: PairResult, answer: Answer[PairResult], writer: Writer) -> Text:
    names = " – ".join(sorted(writer.name(code) for code in set(result.pair)))
    newest = f", newest {result.newest}" if result.newest else ""
    pages = f"{count(len(answer.claims), 'claim')} on {count(result.pages, 'page')}{newest}"
    return text((names, "bold"), f" · {pages}")


def _render_rows(result: PairResult, writer: Writer, screen: Screen) -> list[RenderableType]:
    rows = [*result.years[-YEARS:], *_find_newest_parts(result)]
    if not rows:
        return []
    series = _find_series(rows)
    is_single = series == [("turnover", None, None)]
    columns = [Column("Turnover", wraps=False)]
    if is_single:
        columns += [Column("figure"), Column("change", rank=1), Column("said by", rank=2)]
    else:
        columns += [Column(_name_series(one), rank=_rank(one)) for one in series] + [
            Column("voices", rank=9, align="right")
        ]
    columns.append(Column("source", wraps=True))
    cells = [_write_row(row, series, writer, is_single=is_single) for row in rows]
    parts: list[RenderableType] = [Text(), *lay_out(columns, cells, screen)]
    if any(cell.verdict == "contradicted" for row in rows for cell in row.cells):
        parts.append(text(("≠ also said; the printed digits do not fit together", DIM)))
    left = len(result.years) + len(result.part_years) - len(rows)
    if left:
        parts.append(text((f"{count(left, 'more period')} with --all", DIM)))
    return parts


def _find_newest_parts(result: PairResult) -> Sequence[Row]:
    """Return the newest part-years; all of them where the whole is short."""
    if len(result.years) + len(result.part_years) <= YEARS + PART_YEARS:
        return result.part_years
    return result.part_years[-PART_YEARS:]


def _find_series(rows: Sequence[Row]) -> list[Series]:
    """Return the columns that the rows need: unattributed turnover first, then each side's, then each direction."""
    found = {_series_of(cell) for row in rows for cell in row.cells}
    return sorted(found, key=lambda one: (one[0] != "turnover", one[1] or "", one[2] is not None, one[2] or ""))


def _series_of(cell: Cell) -> Series:
    return cell.flow, cell.exporter and f"{cell.exporter} → {cell.importer}", cell.reporter


def _name_series(series: Series) -> str:
    flow, direction, reporter = series
    name = direction or ("unattributed" if reporter is None else "")
    counted = f"by {reporter}" if reporter else ""
    return " ".join(filter(None, (name, counted))) or flow


def _rank(series: Series) -> int:
    """Directions give way before turnover, statistics of one side before unattributed figures."""
    return 0 if series == ("turnover", None, None) else 2 + 2 * (series[0] != "turnover") + (series[2] is not None)


def _write_row(row: Row, series: Sequence[Series], writer: Writer, *, is_single: bool) -> list[str | Text]:
    cited: list[str] = []
    volumes = [_find_cells(row, one, "volume") for one in series]
    changes = [_find_cells(row, one, "growth") for one in series]
    if is_single:
        written = [
            _write_cells(row.period, volumes[0], writer, cited),
            _write_cells(row.period, changes[0], writer, cited),
            _write_speakers(row, writer),
        ]
    else:
        written = [
            _join(_write_cells(row.period, volume, writer, cited), _write_cells(row.period, change, writer, cited))
            for volume, change in zip(volumes, changes, strict=True)
        ]
        ids = {name for cell in row.cells for figure in cell.figures for name in figure.facts}
        written.append(text(str(len({writer.claims[name].voice for name in ids}))))
    return [write_period(row.period), *written, writer.cite(cited)]


def _find_cells(row: Row, series: Series, kind: str) -> list[Cell]:
    return [cell for cell in row.cells if _series_of(cell) == series and cell.kind == kind]


def _write_cells(period: str, cells: Sequence[Cell], writer: Writer, cited: list[str]) -> Text:
    """Write the leading figure, then what contradicts it; each other base or currency is one more cell."""
    written = text()
    for cell in cells:
        shown = _write_figure(cell.figures[0], writer)
        if cell.kind == "growth" and is_odd_base(period, cell.base_period):
            shown = text(shown, tie(f" since {write_period(cell.base_period)}"))
        cited += _find_voices(cell.figures[0], writer)
        also, others = _find_others(cell, writer)
        if others:
            shown = text(shown, TIE, writer.cite(cell.figures[0].facts[:1]))
            if also is not None:
                shown = text(shown, f" also{TIE}", _write_figure(also, writer), TIE, writer.cite(also.facts[:1]))
            shown = text(shown, f" ≠{TIE}", _write_figure(others[0], writer), TIE, writer.cite(others[0].facts[:1]))
            cited += [figure.facts[0] for figure in (also, others[0]) if figure is not None]
        if len(others) > 1:
            shown = text(shown, (tie(f" ({len(others) - 1} more)"), DIM))
        written = _join(written, shown)
    return written


def _find_others(cell: Cell, writer: Writer) -> tuple[Figure | None, list[Figure]]:
    """Return the figures that the leading one contradicts; where all fit it, the next one and what contradicts that."""
    contradicted = [figure for figure in cell.figures if figure.verdict == "contradicted"]
    if contradicted or cell.verdict != "contradicted":
        return None, contradicted
    ranges = {figure: read_ranges(writer.claims[figure.facts[0]]) for figure in cell.figures}
    for also in cell.figures[1:]:
        contradicted = [one for one in cell.figures if compare(ranges[also], ranges[one]) == "contradicted"]
        if contradicted:
            break
    return also, contradicted


def _find_voices(figure: Figure, writer: Writer) -> list[str]:
    """Return the first claim of each of the first voices that print a figure."""
    voices: dict[str, str] = {}
    for name in figure.facts:
        voices.setdefault(writer.claims[name].voice, name)
    return [*voices.values()][:VOICES]


def _join(one: Text, other: Text) -> Text:
    if not one.plain or not other.plain:
        return one if one.plain else other
    return text(one, "; " if "≠" in one.plain + other.plain else " ", other)


def _write_figure(figure: Figure, writer: Writer) -> Text:
    return text(tie(writer.claims[figure.facts[0]].shown or figure.printed))


def _write_speakers(row: Row, writer: Writer) -> Text:
    """Write who stands behind a row: one by name and office, more by number."""
    ids = (name for cell in row.cells for figure in cell.figures for name in figure.facts)
    return text(writer.write_voices([writer.claims[name] for name in ids]))


def _render_rest(result: PairResult, writer: Writer) -> list[RenderableType]:
    parts: list[RenderableType] = []
    goals = sorted(result.targets, key=lambda goal: (goal.last_stated or "", goal.value), reverse=True)
    for goal in goals[:GOALS]:
        parts += [Text(), *render_goal(goal, writer)]
    if len(goals) > GOALS:
        parts.append(
            text((f"{count(len(goals) - GOALS, 'more target')} with 'tradefacts targets {' '.join(result.pair)}'", DIM))
        )
    if derived := _write_derived(result, writer):
        parts += [Text(), *derived]
    if result.meetings:
        parts.append(Text())
        newest = sorted(result.meetings, key=lambda meeting: meeting.date or meeting.reported or "", reverse=True)
        parts += [text(("Met     ", "bold"), _write_meeting(one, writer)) for one in newest[:MEETINGS]]
        if len(result.meetings) > MEETINGS:
            command = f"tradefacts timeline {result.pair[0]} --with {result.pair[1]} --kind event"
            more = f"{count(len(result.meetings) - MEETINGS, 'more meeting')} with '{command}'"
            parts.append(text((more, DIM)))
    if result.other:
        parts += [Text(), *(text(("Also    ", "bold"), one) for one in _write_others(result.other, writer))]
    return parts


def _write_derived(result: PairResult, writer: Writer) -> list[Text]:
    """Write the newest figures that follow from the printed ones, of periods of which no page prints one."""
    printed = {
        (row.period, cell.reporter)
        for row in (*result.years, *result.part_years)
        for cell in row.cells
        if cell.kind == "volume" and cell.flow == "turnover"
    }
    following = [
        one
        for one in result.derived
        if one.quantity in _FOLLOWING and one.flow == "turnover" and (one.period, one.reporter) not in printed
        if one.low is not None and one.high is not None
    ]
    newest = sorted(following, key=lambda one: Period.parse(one.period).last, reverse=True)[:DERIVED]
    lines = []
    for one in newest:
        value = tie(write_derived(one))
        reporter = f" by {one.reporter}" if one.reporter else ""
        lines.append(
            text(
                ("Derived ", "bold"),
                f"{_FOLLOWING[one.quantity]}{write_period(one.period)}{reporter}: {value} ",
                (f"= {one.formula} ", DIM),
                writer.cite(one.from_, most=2),
            )
        )
    if newest:
        places = " ".join(result.pair)
        lines.append(text((f"how, with 'tradefacts explain {places} {newest[0].period}'", DIM)))
    return lines


def _write_others(ids: Sequence[str], writer: Writer) -> list[Text]:
    """Write the newest figures outside the rows; what one voice says on several pages is one line."""
    newest = sorted(ids, key=lambda name: writer.claims[name].last or writer.claims[name].published or "", reverse=True)
    said: dict[tuple[str, str], list[str]] = {}
    for name in newest:
        claim = writer.claims[name]
        said.setdefault((write_claim(claim, writer), claim.voice), []).append(name)
    lines = [
        text(f"{written} · {writer.write_speaker(writer.claims[names[0]])} ", writer.cite(names))
        for (written, _), names in [*said.items()][:OTHERS]
    ]
    if len(said) > OTHERS:
        lines.append(text((f"{count(len(said) - OTHERS, 'more figure')} with --all", DIM)))
    return lines


def _write_meeting(meeting: Meeting, writer: Writer) -> Text:
    when = meeting.date or (f"reported {meeting.reported}" if meeting.reported else "undated")
    where = f" {meeting.venue}," if meeting.venue else ""
    return text(f"{when}{where} {meeting.name or 'meeting'} ", writer.cite(meeting.facts, most=3))
