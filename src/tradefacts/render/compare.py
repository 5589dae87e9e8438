"""Official figures beside printed ones, newest first: which agree, which differ, and likely causes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.text import Text

from tradefacts.figure.notation import format_short
from tradefacts.figure.value import ParsedFigure
from tradefacts.period import Period
from tradefacts.render.claims import is_odd_base
from tradefacts.render.grid import Column, lay_out
from tradefacts.render.screen import text
from tradefacts.render.words import DIM, Writer, count, format_period
from tradefacts.render.wrapping import tie

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.answer import Answer
    from tradefacts.questions.compare import Compared, CompareResult
    from tradefacts.render.screen import Screen

_STYLES = {"agree": "green", "differ": "red"}
_LONE = "not in the file"
_DIGITS = 4
"""The significant digits shown of an official figure, or as many as the page prints."""
_CITED = 2
"""The most pages named in a line."""
_LARGE = 100
"""The ratio from which decimals are not meaningful."""


def render_compare(answer: Answer[CompareResult], screen: Screen) -> list[Text]:
    """Return the numbers of figures that agree and differ, a line for each, and the pages."""
    writer, result = Writer(answer, screen), answer.result
    shown = [row for row in result.compared if row.status != _LONE or "all" in answer.query]
    shown.sort(key=lambda row: _find_age(row.period))
    parts: list[Text] = [text((f"{_name(answer)}: ", "bold"), _count(result))]
    if shown:
        parts += [Text(), *_format_table(shown, writer, screen)]
    if len(shown) < len(result.compared):
        hidden = count(len(result.compared) - len(shown), "figure")
        parts.append(text((f"{hidden} of pages for which the file has nothing: --all", DIM)))
    return [*parts, Text(), *writer.format_sources()] if writer.numbers else parts


def _find_age(written: str) -> tuple[int, int]:
    period = Period.parse(written)
    return -period.last, period.first


def _name(answer: Answer[CompareResult]) -> str:
    result = answer.result
    places = answer.names.format_places(result.pair)
    return f"{places} against {answer.query['file']} ({count(result.used, 'amount')} in {count(result.rows, 'row')})"


def _count(result: CompareResult) -> str:
    names = {"agree": ("agrees", "agree"), "differ": ("differs", "differ"), "no claim": ("on no page",) * 2}
    names[_LONE] = (_LONE, _LONE)
    counted = [count(result.counts[status], *name) for status, name in names.items() if status in result.counts]
    return ", ".join(counted) or "nothing to compare"


def _format_table(rows: Sequence[Compared], writer: Writer, screen: Screen) -> list[Text]:
    """Return a line for each comparison; if all official figures are from one reporter, the heading names it."""
    reporters = {row.official_reporter for row in rows} - {None}
    by = f" ({reporters.pop()})" if len(reporters) == 1 else ""
    columns = (
        Column("Period", wraps=False),
        Column("What", wraps=False, joint=" "),
        Column(f"Official{by}", wraps=False),
        Column("On pages", wraps=False),
        Column("Apart", align="right", rank=2, wraps=False),
        Column("", rank=1, wraps=False, joint=" · "),
        Column("Source", rank=3),
    )
    return lay_out(columns, [_format_row(row, writer, has_reporter=not by) for row in rows], screen)


def _format_row(row: Compared, writer: Writer, *, has_reporter: bool) -> Sequence[str | Text]:
    return [
        format_period(row.period),
        _format_subject(row),
        _format_official(row, writer, has_reporter=has_reporter),
        _format_printed(row, writer),
        _format_apart(row),
        _format_verdict(row),
        writer.cite(row.facts, most=_CITED),
    ]


def _format_verdict(row: Compared) -> Text:
    """Return `agree`, or why a figure differs; ≠ only if no reading of its digits agrees."""
    if row.status == "no claim":
        return text(("no page", DIM))
    if row.verdict == "contradicted":
        return text((f"≠ {row.cause or ''}".rstrip(), _STYLES["differ"]))
    return text((row.cause or row.status, _STYLES.get(row.status, DIM) if not row.cause else "yellow"))


def _format_subject(row: Compared) -> str:
    what = f"{row.exporter} → {row.importer}" if row.exporter else row.flow
    if row.kind == "volume":
        return what
    change = "change" if not is_odd_base(row.period, row.base_period) else f"since {row.base_period}"
    return f"{what} {change}" if row.exporter else change


def _format_apart(row: Compared) -> str:
    """Return the ratio of two amounts, or the difference of two growth figures in points."""
    if row.points is not None:
        return f"{row.points:+.1f} pts".replace("-", "−")
    return "" if row.ratio is None else f"{row.ratio:.3f}" if row.ratio < _LARGE else f"{row.ratio:,.0f}"


def _format_official(row: Compared, writer: Writer, *, has_reporter: bool) -> str:
    if row.official is None:
        return ""
    by = f" by {row.official_reporter}" if has_reporter else ""
    if row.kind == "growth":
        return tie(f"{row.official:+.1f} %{by}".replace("-", "−"))
    printed = (writer.claims[row.facts[0]].shown if row.facts else None) or ""
    digits = max(_DIGITS, sum(sign.isdigit() for sign in printed.lstrip("≈><$0.")))
    exponent = max(len(str(int(row.official))) - digits, 0)
    figure = ParsedFigure(round(row.official / 10**exponent), exponent, "money")
    return tie(f"{format_short(figure, '=', currency=row.currency)}{by}")


def _format_printed(row: Compared, writer: Writer) -> str:
    if not row.facts:
        return ""
    by = f" by {row.reporter}" if row.reporter else ""
    return tie(f"{writer.claims[row.facts[0]].shown}{by}")
