"""Run a question of the table: open the base, ask, and print the answer in the requested format."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import typer

from tradefacts.cli.output import tell, write
from tradefacts.commands import FORMATS, load
from tradefacts.errors import AmbiguousNameError, InvalidQueryError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tradefacts.answer import Answer
    from tradefacts.cli.parameters import Parameter
    from tradefacts.commands import Command
    from tradefacts.export.form import Form
    from tradefacts.factbase import FactBase
    from tradefacts.questions.records import ShowResult

_FORM = ("format", "json", "fields", "no_facts", "bom", "output", "force")
ARGUMENTS = "tradefacts.arguments"
"""The key of the command line in a context's `meta`."""
_LAID_OUT = ("width", "layout", "sources", "ascii")
"""Options that only affect screens; after the command, they need the table format."""


def ask(ctx: typer.Context, command: Command, own: Sequence[Parameter], given: dict[str, Any]) -> None:
    """Ask a command's question with the parsed values: arguments by position, options and filters by keyword.

    Raises:
        TradefactsError: the base, the question or the output is invalid.
    """
    bases, form = find_bases(ctx, given.pop("base")), find_form(given, command)
    display = find_display(ctx, given, form)
    is_browsing = given.pop("web", False)
    words = [given.pop(parameter.keyword) for parameter in own if parameter.option is None]
    places = [word for value in words for word in (value if isinstance(value, (list, tuple)) else [value])]
    options = {name: value for name, value in given.items() if value is not None and value is not False and value != []}
    question = load(str(command.ask))
    refuse_inputs(form.file, [*bases, *map(str, places), *map(str, options.values())])
    try:
        answer = answer_with(bases, form, lambda base: question(base, *places, **options), display)
    except AmbiguousNameError as error:
        error.hint = f"{error.hint}{_tell_again(ctx, error)}"
        raise
    if is_browsing:
        open_pages(answer)


def _tell_again(ctx: typer.Context, error: AmbiguousNameError) -> str:
    """Return the command line with the first of the records that a name can mean, as a suggestion."""
    arguments: list[str] = ctx.meta[ARGUMENTS]
    chosen = [
        error.candidates[0]
        if argument == error.name
        else f"{argument.removesuffix(error.name)}{error.candidates[0]}"
        if argument.startswith("--") and argument.endswith(f"={error.name}")
        else argument
        for argument in arguments
    ]
    if chosen == arguments:
        return ""
    from shlex import join

    return f"; then, for the first: {join(['tradefacts', *chosen])}"


def answer_with(
    bases: Sequence[str], form: Form, question: Callable[[FactBase], Answer[Any]], display: dict[str, Any]
) -> Answer[Any]:
    """Open the bases, ask, print and return the answer; exit with 1 if it has an error or a contradiction.

    A result may say by `fails` that a script should see 1 as well.

    Raises:
        TradefactsError: the base, the question or the output is invalid.
    """
    from tradefacts.cli.output import present
    from tradefacts.cli.waiting import tell_time
    from tradefacts.factbase import open_base

    with tell_time():
        answer = question(open_base(bases))
    present(answer, form, display)
    if answer.has_failed:
        raise typer.Exit(1)
    return answer


def refuse_inputs(output: str | None, inputs: Sequence[str]) -> None:
    """Refuse an output that is also one of the inputs, among which names of other things do no harm.

    Raises:
        InvalidQueryError: it is one of them.
    """
    if output is None:
        return
    from tradefacts.basefile.layers import BUILTIN, find_builtin
    from tradefacts.creating import check_apart

    check_apart(output, [find_builtin(), *(name for name in inputs if name != BUILTIN)])


def find_bases(ctx: typer.Context, given: Sequence[str] | None) -> list[str]:
    """Return the bases given before and after the command, lowest first, or else those of TRADEFACTS_BASE."""
    named = [*ctx.obj.bases, *(given or ())]
    return named or _split_setting(os.environ.get("TRADEFACTS_BASE", ""))


def _split_setting(bases: str) -> list[str]:
    """Return the parts of a setting, separated as in PATH; empty parts are ignored."""
    if "://" in bases:  # an address, whose colon is not a separator; it is refused later
        return [bases]
    return [part for part in bases.split(os.pathsep) if part]


def find_form(given: dict[str, Any], command: Command) -> Form:
    """Remove the options on the output format from the given ones, and return the format.

    Raises:
        InvalidQueryError: there is no such format, two were given, or an option has no effect.
    """
    from tradefacts.export.form import make_form

    return make_form(command.formats, command.pictures, **{name: given.pop(name) for name in _FORM})


def find_display(ctx: typer.Context, given: dict[str, Any], form: Form) -> dict[str, Any]:
    """Remove the options on how an answer is shown from the given ones, and return them with those before the command.

    Raises:
        InvalidQueryError: one has two values, or is for screens while the format is for scripts.
    """
    from tradefacts.cli.parameters import DISPLAY

    before: dict[str, Any] = ctx.obj.display
    found: dict[str, Any] = {}
    for parameter in DISPLAY:
        name, value = parameter.keyword, given.pop(parameter.keyword)
        if value and name in _LAID_OUT and form.format != FORMATS[0]:
            message = f"{parameter.option} has no effect on {form.format}, which is not laid out"
            raise InvalidQueryError(message, hint="leave one of them out")
        earlier = before.get(name)
        if value and earlier not in {None, False, value}:
            message = f"{parameter.option} has one value, found 2: {str(earlier)!r}, {str(value)!r}"
            raise InvalidQueryError(message, hint="give it once")
        found[name] = value or earlier
    return {name: value for name, value in found.items() if value}


def open_pages(answer: Answer[ShowResult]) -> None:
    """Open the pages shown, and those of the claims shown; print an address if no browser can open it.

    Raises:
        OutputError: an address cannot be written.
    """
    import webbrowser

    for name, url in _find_pages(answer).items():
        if url is None:
            tell(f"note: no address of {name} is known")
            continue
        try:
            is_opened = webbrowser.open(url)
        except webbrowser.Error:
            is_opened = False
        if not is_opened:
            write([url])


def _find_pages(answer: Answer[ShowResult]) -> dict[str, Any]:
    """Return the addresses of the pages by their ids."""
    claims = {claim.id: claim for claim in answer.claims}
    pages = {}
    for shown in answer.result.records:
        if shown.section == "facts":
            pages[claims[shown.id].source] = claims[shown.id].url
        elif shown.section == "sources":
            pages[shown.id] = shown.record["url"]
        else:
            tell(f"note: {shown.id} is not a page and has none")
    return pages
