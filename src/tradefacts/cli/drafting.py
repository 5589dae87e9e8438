"""The commands about texts: read the claims of a text, check a draft."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import typer

from tradefacts.cli.asking import answer_with, find_bases, find_display, find_form, refuse_inputs
from tradefacts.cli.output import tell
from tradefacts.commands import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tradefacts.answer import Answer, Result
    from tradefacts.drafts.checking import CheckResult
    from tradefacts.drafts.proposals import ReadResult
    from tradefacts.drafts.texts import Text
    from tradefacts.export.form import Form
    from tradefacts.factbase import FactBase

_STREAM = "-"


def run_read(
    ctx: typer.Context,
    *,
    file: str,
    published: str | None,
    language: str | None,
    url: str | None,
    publisher: str | None,
    sure: bool,
    strict: bool,
    base: Sequence[str],
    **given: Any,  # noqa: ANN401 - the options on format and display
) -> None:
    """Read a text."""
    from tradefacts.drafts.proposals import ask_read

    def ask(opened: FactBase, text: Text) -> Answer[ReadResult]:
        return ask_read(
            opened,
            text.content,
            published=_find_date(text, published),
            language=language,
            url=url or text.url,
            publisher=publisher or text.publisher,
            sure=sure,
            file=file,
        )

    form = find_form(given, COMMANDS["read"])
    answer = _answer(ctx, file, base, form, given, ask)
    if form.format == "jsonl" and answer.result.proposals and "publisher" not in answer.query:
        tell("note: the publisher of the page is unknown; 'add' needs it: --publisher NAME")
    if strict and not answer.result.proposals:
        raise typer.Exit(1)


def run_check(
    ctx: typer.Context,
    *,
    file: str,
    published: str | None,
    language: str | None,
    strict: bool,
    base: Sequence[str],
    **given: Any,  # noqa: ANN401 - as above
) -> None:
    """Check a draft; exit with 1 if a claim is contradicted, with `strict` also if anything differs or none is read."""
    from tradefacts.drafts.checking import ask_check

    def ask(opened: FactBase, text: Text) -> Answer[CheckResult]:
        return ask_check(
            opened,
            text.content,
            published=_find_date(text, published),
            language=language,
            file=file,
            extracted=text.is_extracted,
        )

    answer = _answer(ctx, file, base, find_form(given, COMMANDS["check"]), given, ask)
    is_doubtful = any(finding.severity == "possible" for finding in answer.findings)
    if strict and (is_doubtful or not answer.result.checked):
        raise typer.Exit(1)


def _answer(
    ctx: typer.Context,
    file: str,
    base: Sequence[str],
    form: Form,
    given: dict[str, Any],
    ask: Callable[[FactBase, Text], Answer[Result]],
) -> Answer[Result]:
    """Ask about a text, print the answer and return it; the options are checked before the file is read."""
    display, bases = find_display(ctx, given, form), find_bases(ctx, base)
    refuse_inputs(form.file, [*bases, file])
    text = _read_text(file)
    return answer_with(bases, form, lambda opened: ask(opened, text), display)


def _read_text(name: str) -> Text:
    from tradefacts.drafts.texts import read_file, read_stream

    return read_stream(sys.stdin.buffer, "standard input") if name == _STREAM else read_file(name)


def _find_date(text: Text, published: str | None) -> str | None:
    """Return the day given, or else that of the web page or text, and print a note about the latter."""
    if published is None and text.published is not None:
        source = "the page says that it was published on" if text.is_extracted else "the text is dated"
        tell(f"note: {source} {text.published}; --published gives another day")
    return text.published if published is None else published
