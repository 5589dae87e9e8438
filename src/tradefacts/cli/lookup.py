"""The look-ups: each a question, and what it is asked about.

The first parameters are written as text on purpose: the decorator fills them, and typer never sees their types.
"""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tradefacts.cli.completion import complete_id, complete_place, complete_speaker
from tradefacts.cli.shared import lookup

if TYPE_CHECKING:
    from tradefacts.answer import Answer
    from tradefacts.asking import Wanted
    from tradefacts.factbase import FactBase

One = Annotated[
    str, typer.Argument(metavar="PLACE", help="Country or group, in any spelling.", autocompletion=complete_place)
]
Other = Annotated[
    str,
    typer.Argument(metavar="PARTNER", help="The other one; the order means nothing.", autocompletion=complete_place),
]
Some = Annotated[
    str | None, typer.Argument(metavar="[PLACE]", help="Only about this one.", autocompletion=complete_place)
]
SomePartner = Annotated[
    str | None, typer.Argument(metavar="[PARTNER]", help="And this one.", autocompletion=complete_place)
]
Person = Annotated[
    str | None,
    typer.Option(
        "--person", metavar="NAME", help="Only this person, by any spelling.", autocompletion=complete_speaker
    ),
]
With = Annotated[
    str | None,
    typer.Option("--with", metavar="PLACE", help="Only what concerns this one, too.", autocompletion=complete_place),
]


@lookup()
def run_pair(
    base: "FactBase",
    wanted: "Wanted",
    one: One,
    other: Other,
    year: Annotated[str | None, typer.Option("--year", metavar="YEAR", help="One year's claims, side by side.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every claim, one a line.")] = False,
) -> "Answer[Any]":
    """Show what is known about the trade of two places: years, part-years, growth, targets, meetings.

    Example: tradefacts pair KZ KG
    """
    from tradefacts.questions.pair import ask_pair

    return ask_pair(base, one, other, wanted, year=year, everything=everything)


@lookup()
def run_timeline(
    base: "FactBase",
    wanted: "Wanted",
    one: One,
    partner: With = None,
    everything: Annotated[bool, typer.Option("--all", help="Everything dated, not only what matters.")] = False,
) -> "Answer[Any]":
    """Show one country in time, oldest first: figures, targets, meetings, offices taken and left.

    Example: tradefacts timeline KZ --with UZ
    """
    from tradefacts.questions.timeline import ask_timeline

    return ask_timeline(base, one, wanted, partner=partner, everything=everything)


@lookup()
def run_targets(
    base: "FactBase",
    wanted: "Wanted",
    one: Some = None,
    other: SomePartner = None,
    history: Annotated[bool, typer.Option("--history", help="Each statement: restated, raised, re-dated.")] = False,
) -> "Answer[Any]":
    """Show every goal: how far it is, who stated it, until when.

    Example: tradefacts targets KZ KG
    """
    from tradefacts.questions.targets import ask_targets

    return ask_targets(base, one, other, wanted, history=history)


@lookup()
def run_officials(
    base: "FactBase",
    wanted: "Wanted",
    one: Some = None,
    on: Annotated[str | None, typer.Option("--on", metavar="DAY", help="What is known of this day.")] = None,
    person: Person = None,
    everyone: Annotated[bool, typer.Option("--all", help="All offices, not only the leading ones.")] = False,
) -> "Answer[Any]":
    """Show who held which office, as far as pages show it.

    Example: tradefacts officials KZ --on 2023-09-25
    """
    from tradefacts.questions.officials import ask_officials

    return ask_officials(base, one, wanted, on=on, person=person, everyone=everyone)


@lookup()
def run_sources(base: "FactBase", wanted: "Wanted", one: Some = None, other: SomePartner = None) -> "Answer[Any]":
    """List the pages that claims stand on, oldest first.

    Example: tradefacts sources KZ UZ
    """
    from tradefacts.questions.facts import ask_sources

    return ask_sources(base, tuple(filter(None, (one, other))), wanted)


@lookup(filters=False)
def run_show(
    base: "FactBase",
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Ids or codes.", autocompletion=complete_id)],
) -> "Answer[Any]":
    """Show records whole, with everything that refers to them.

    Example: tradefacts show interfax-94867
    """
    from tradefacts.questions.records import ask_show

    return ask_show(base, ids)


@lookup()
def run_facts(base: "FactBase", wanted: "Wanted", one: Some = None, other: SomePartner = None) -> "Answer[Any]":
    """List every claim that passes the filters: the general query for scripts.

    Example: tradefacts facts KZ --kind volume --since 2022 --format csv
    """
    from tradefacts.questions.facts import ask_facts

    return ask_facts(base, tuple(filter(None, (one, other))), wanted)


@lookup()
def run_search(
    base: "FactBase",
    wanted: "Wanted",
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="All must occur.")],
) -> "Answer[Any]":
    """Find records and claims by words of names, titles, venues and notes, in any script.

    Example: tradefacts search Жапаров
    """
    from tradefacts.questions.records import ask_search

    return ask_search(base, " ".join(words), wanted)


@lookup()
def run_countries(base: "FactBase", wanted: "Wanted", one: Some = None) -> "Answer[Any]":
    """Show what is covered: how many claims for each pair and year.

    Example: tradefacts countries KZ
    """
    from tradefacts.questions.coverage import ask_countries

    return ask_countries(base, wanted, place=one)
