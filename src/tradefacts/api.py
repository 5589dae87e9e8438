"""The Python interface: open a base, ask questions, and get the answers that the command line prints.

Every question of the table of commands is a method; its arguments, options and filters are those of the command:
`facts.pair("KZ", "KG", since=2020, known_by="2024", kind=["volume", "growth"])`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from tradefacts.commands import ALIASES, QUESTIONS, load
from tradefacts.factbase import FactBase, open_base

if TYPE_CHECKING:
    from collections.abc import Callable

    from tradefacts.audit import ask_audit
    from tradefacts.lint import ask_lint
    from tradefacts.questions.chart import ask_chart
    from tradefacts.questions.cite import ask_cite
    from tradefacts.questions.coverage import ask_coverage
    from tradefacts.questions.explain import ask_explain
    from tradefacts.questions.facts import ask_facts, ask_sources
    from tradefacts.questions.officials import ask_officials
    from tradefacts.questions.pair import ask_pair
    from tradefacts.questions.records import ask_search, ask_show
    from tradefacts.questions.targets import ask_targets
    from tradefacts.questions.timeline import ask_timeline

    Arguments = ParamSpec("Arguments")
    Answered = TypeVar("Answered")

    def _method(
        question: Callable[Concatenate[FactBase, Arguments], Answered],
    ) -> Callable[Concatenate[Facts, Arguments], Answered]: ...


def open(*bases: str) -> Facts:  # noqa: A001 - tradefacts.open() reads well
    """Open bases as one, lowest first: paths, or `builtin` for the built-in one, which is the default.

    Raises:
        UnreadableBaseError: a file cannot be read.
        FactBaseError: a file is not a fact base.
    """
    return Facts(open_base(bases))


class Facts:
    """An open base with a method for each question.

    Every method returns an `Answer`: `result` is the result, `claims` are the facts behind it, `notes` are remarks for
    the reader. All raise `UnknownNameError`, `InvalidPeriodError` and `InvalidQueryError`.
    """

    if TYPE_CHECKING:  # the types of the methods, for editors and type checkers
        pair = _method(ask_pair)
        timeline = _method(ask_timeline)
        targets = _method(ask_targets)
        officials = _method(ask_officials)
        sources = _method(ask_sources)
        facts = _method(ask_facts)
        search = _method(ask_search)
        show = _method(ask_show)
        coverage = _method(ask_coverage)
        audit = _method(ask_audit)
        explain = _method(ask_explain)
        cite = _method(ask_cite)
        chart = _method(ask_chart)
        lint = _method(ask_lint)

    def __init__(self, base: FactBase) -> None:
        """Take an open base."""
        self.base = base

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - the question of that name
        """Return the question of a command, about this base."""
        question = QUESTIONS.get(ALIASES.get(name, name))
        if question is None:
            raise AttributeError(f"there is no question {name!r}", name=name, obj=self)
        return partial(load(str(question.ask)), self.base)

    def __dir__(self) -> list[str]:
        """Return the names of all questions besides its own."""
        return [*super().__dir__(), *QUESTIONS]
