"""The commands that reckon: what contradicts what, and how a figure follows from others.

The first parameters are written as text on purpose: the decorator fills them, and typer never sees their types.
"""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tradefacts.cli.completion import complete_place
from tradefacts.cli.shared import lookup

if TYPE_CHECKING:
    from tradefacts.answer import Answer
    from tradefacts.asking import Wanted
    from tradefacts.factbase import FactBase


@lookup()
def run_audit(
    base: "FactBase",
    wanted: "Wanted",
    one: Annotated[
        str | None, typer.Argument(metavar="[PLACE]", help="Only about this one.", autocompletion=complete_place)
    ] = None,
    other: Annotated[
        str | None, typer.Argument(metavar="[PARTNER]", help="And this one.", autocompletion=complete_place)
    ] = None,
    code: Annotated[
        str | None, typer.Option("--code", metavar="CODE", help="Only findings whose code begins so: A2, A301.")
    ] = None,
    severity: Annotated[
        str | None,
        typer.Option("--severity", metavar="WORD", help="Only these: contradiction, possible, asymmetry or notice."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every finding, not only the gravest.")] = False,
) -> "Answer[Any]":
    """Show what contradicts what, the gravest first; leave with 1 where there is a contradiction.

    Example: tradefacts audit KZ KG --severity contradiction
    """
    from tradefacts.audit import ask_audit

    return ask_audit(base, one, other, wanted, code=code, severity=severity, everything=everything)


@lookup(filters=False)
def run_explain(
    base: "FactBase",
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="ID | PLACE PARTNER PERIOD", help="A fact, or a pair and months.", autocompletion=complete_place
        ),
    ],
) -> "Answer[Any]":
    """Show how figures that no page prints follow from those that pages print, step by step.

    Example: tradefacts explain KZ KG 2021
    """
    from tradefacts.questions.explain import ask_explain

    return ask_explain(base, words)
