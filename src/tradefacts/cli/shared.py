"""What the look-ups share: the base they ask, the filters, the form of the answer."""

from __future__ import annotations

import inspect
import os
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tradefacts.cli.completion import (
    complete_flow,
    complete_format,
    complete_kind,
    complete_place,
    complete_publisher,
    complete_speaker,
)
from tradefacts.errors import InvalidQueryError

if TYPE_CHECKING:
    from collections.abc import Callable

    from tradefacts.answer import Answer
    from tradefacts.asking import Wanted
    from tradefacts.factbase import FactBase

FORMATS = ("table", "json", "jsonl", "csv")

BaseOption = Annotated[
    list[str] | None,
    typer.Option(
        "--base",
        metavar="FILE",
        help="Ask this base instead of the shipped one ('builtin'); repeat to layer several. [env: TRADEFACTS_BASE]",
        show_default=False,
    ),
]
FormatOption = Annotated[
    str,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help=f"Write {', '.join(FORMATS[:-1])} or {FORMATS[-1]}.",
        autocompletion=complete_format,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
_FORM: dict[str, Any] = {"base": BaseOption, "format": FormatOption, "json": JsonOption}
_FILTERS: dict[str, Any] = {
    "limit": Annotated[int | None, typer.Option("--limit", metavar="N", help="Show at most this many.")],
    "since": Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Keep what ends on or after this date.")
    ],
    "until": Annotated[
        str | None, typer.Option("--until", metavar="DATE", help="Keep what ends on or before this date.")
    ],
    "kind": Annotated[
        str | None,
        typer.Option("--kind", metavar="KIND", help="Keep one kind of fact.", autocompletion=complete_kind),
    ],
    "flow": Annotated[
        str | None,
        typer.Option(
            "--flow",
            metavar="FLOW",
            help="Keep turnover, exports, imports or balance.",
            autocompletion=complete_flow,
        ),
    ],
    "reporter": Annotated[
        str | None,
        typer.Option(
            "--reporter",
            metavar="PLACE",
            help="Keep figures from this place's statistics.",
            autocompletion=complete_place,
        ),
    ],
    "source": Annotated[
        str | None,
        typer.Option(
            "--source",
            metavar="SOURCE",
            help="Keep claims of this page or publisher.",
            autocompletion=complete_publisher,
        ),
    ],
    "by": Annotated[
        str | None,
        typer.Option(
            "--by", metavar="NAME", help="Keep claims by or about this person or body.", autocompletion=complete_speaker
        ),
    ],
    "known_by": Annotated[
        str | None,
        typer.Option("--known-by", metavar="DATE", help="Keep claims of pages published by this date."),
    ],
}
_DEFAULTS = {"format": "table", "json": False}
_GRAVE = ("error", "contradiction")


def lookup(*, filters: bool = True) -> Callable[[Callable[..., Answer[Any]]], Callable[..., None]]:
    """Make a command of a function from a base and filters to an answer.

    The command has the function's own parameters and those that all look-ups share; it opens the base, asks, and
    prints the answer in the form that was asked for.
    """
    shared = {**_FORM, **(_FILTERS if filters else {})}

    def decorate(ask: Callable[..., Answer[Any]]) -> Callable[..., None]:
        own = inspect.signature(ask).parameters
        leading = 2 if filters else 1

        def command(ctx: typer.Context, **given: Any) -> None:  # noqa: ANN401 - what typer parsed
            form = {name: given.pop(name) for name in _FORM}
            wanted = {name: given.pop(name) for name in _FILTERS} if filters else {}
            run(ctx, form, lambda base: ask(base, *([_want(wanted)] if filters else []), **given))

        parameters = [inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)]
        parameters += list(own.values())[leading:]
        parameters += [
            inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=_DEFAULTS.get(name), annotation=annotation)
            for name, annotation in shared.items()
        ]
        command.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]  # inspect reads it
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
        command.__doc__ = ask.__doc__
        return command

    return decorate


def run(ctx: typer.Context, form: dict[str, Any], ask: Callable[[FactBase], Answer[Any]]) -> None:
    """Open the base, ask, and print the answer; leave with 1 where it holds an error or a contradiction.

    Raises:
        TradefactsError: the base, the question or the output is at fault.
    """
    from tradefacts.cli.output import present
    from tradefacts.factbase import open_base

    form_name = "json" if form["json"] else form["format"]
    if form_name not in FORMATS:
        raise InvalidQueryError(f"unknown format {form_name!r}", hint=f"one of: {', '.join(FORMATS)}")
    answer = ask(open_base(find_bases(ctx, form["base"])))
    present(answer, form_name)
    if any(finding.severity in _GRAVE for finding in answer.findings):
        raise typer.Exit(1)


def remember_base(ctx: typer.Context, base: list[str] | None) -> None:
    """Keep the bases named before the command, for the command."""
    ctx.obj = base or []


def find_bases(ctx: typer.Context, given: list[str] | None) -> list[str]:
    """Return the bases named after the command, else before it, else in TRADEFACTS_BASE."""
    named = given or ctx.obj
    if named:
        return list(named)
    # Separated as PATH is; an empty part names nothing.
    return [part for part in os.environ.get("TRADEFACTS_BASE", "").split(os.pathsep) if part]


def _want(given: dict[str, Any]) -> Wanted:
    from tradefacts.asking import Wanted

    return Wanted(**given)
