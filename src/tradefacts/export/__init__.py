"""Machine-readable answers: a JSON envelope, rows in several formats, and whole bases as files for other tools."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.commands import QUESTIONS, load
from tradefacts.export.envelope import iterate_envelope, make_envelope, make_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.export.form import Form

__all__ = ["iterate_envelope", "iterate_output", "make_envelope", "make_plain"]


def iterate_output(answer: Answer[Any], form: Form) -> Iterator[str]:
    """Return the lines of an answer in a machine-readable format.

    Raises:
        InvalidQueryError: the form names a field that the rows do not have.
    """
    if form.format == "json":
        return iterate_envelope(answer, has_facts=form.has_facts)
    from tradefacts.export import rows  # noqa: PLC0415 - the envelope needs no columns

    writers = {
        "jsonl": rows.iterate_lines,
        "csv": rows.iterate_csv,
        "tsv": rows.iterate_tsv,
        "md": rows.iterate_markdown,
    }
    if form.format in writers:
        return writers[form.format](answer, form.fields)
    lines: Iterator[str] = load(QUESTIONS[answer.command].formats[form.format])(answer)
    return lines
