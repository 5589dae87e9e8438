"""Run a question of the table: open the base, ask, print the answer in the form that was asked for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import typer

from tradefacts.commands import load

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tradefacts.answer import Answer
    from tradefacts.cli.parameters import Parameter
    from tradefacts.commands import Command
    from tradefacts.export.form import Form
    from tradefacts.factbase import FactBase

_FORM = ("format", "json", "fields", "no_facts", "bom", "output", "force")
_FAILING = ("error", "contradiction")


def ask(ctx: typer.Context, command: Command, own: Sequence[Parameter], given: dict[str, Any]) -> None:
    """Ask a command's question with what typer parsed: arguments by position, options and filters by keyword.

    Raises:
        TradefactsError: the base, the question or the output is at fault.
    """
    bases, form = find_bases(ctx, given.pop("base")), find_form(given)
    words = [given.pop(parameter.keyword) for parameter in own if parameter.option is None]
    places = [word for value in words for word in (value if isinstance(value, list) else [value])]
    options = {name: value for name, value in given.items() if value not in (None, [], False)}
    question = load(str(command.ask))
    answer_with(bases, form, lambda base: question(base, *places, **options))


def answer_with(bases: Sequence[str], form: Form, question: Callable[[FactBase], Answer[Any]]) -> None:
    """Open the bases, ask, and print the answer; exit 1 where it holds an error or a contradiction.

    Raises:
        TradefactsError: the base, the question or the output is at fault.
    """
    from tradefacts.cli.output import present
    from tradefacts.factbase import open_base

    answer = question(open_base(bases))
    present(answer, form)
    if any(finding.severity in _FAILING for finding in answer.findings):
        raise typer.Exit(1)


def find_bases(ctx: typer.Context, given: Sequence[str] | None) -> list[str]:
    """Return the bases named before and after the command, lowest first; else those of TRADEFACTS_BASE."""
    named = [*(ctx.obj or ()), *(given or ())]
    return named or _split_setting(os.environ.get("TRADEFACTS_BASE", ""))


def _split_setting(bases: str) -> list[str]:
    """Return the parts of a setting, separated as those of PATH are; an empty part names nothing."""
    if "://" in bases:  # an address, whose colon separates nothing; it will be refused as what it is
        return [bases]
    return [part for part in bases.split(os.pathsep) if part]


def find_form(given: dict[str, Any]) -> Form:
    """Take the options on the form of the answer out of what was given, and return the form.

    Raises:
        InvalidQueryError: there is no such form, two were asked for, or an option has no effect.
    """
    from tradefacts.export.form import make_form

    return make_form(**{name: given.pop(name) for name in _FORM})
