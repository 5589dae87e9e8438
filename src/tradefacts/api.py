"""The Python interface: open a base, ask questions, and get the answers that the command line prints.

Every question of the table of commands is a method; its arguments, options and filters are those of the command:
`facts.pair("KZ", "KG", since=2020, known_by="2024", kind=["volume", "growth"])`. `read` and `check` take a text where
the commands take the name of a file: `facts.check(draft, published="2024-02-01")`.
"""

from __future__ import annotations

import inspect
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, Literal, ParamSpec, Self, TypeVar

from tradefacts import answer as answers
from tradefacts.commands import ALIASES, QUESTIONS, load
from tradefacts.errors import InvalidQueryError
from tradefacts.factbase import Claim, FactBase, open_base
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period

Result = TypeVar("Result")

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tradefacts.audit import ask_audit
    from tradefacts.changes import ask_changes
    from tradefacts.drafts.checking import ask_check
    from tradefacts.drafts.proposals import ask_read
    from tradefacts.lint import ask_lint
    from tradefacts.questions.chart import ask_chart
    from tradefacts.questions.cite import ask_cite
    from tradefacts.questions.compare import ask_compare
    from tradefacts.questions.coverage import ask_coverage
    from tradefacts.questions.explain import ask_explain
    from tradefacts.questions.facts import ask_facts, ask_sources
    from tradefacts.questions.officials import ask_officials
    from tradefacts.questions.pair import ask_pair
    from tradefacts.questions.records import ask_search, ask_show
    from tradefacts.questions.series import ask_series
    from tradefacts.questions.targets import ask_targets
    from tradefacts.questions.timeline import ask_timeline

    Arguments = ParamSpec("Arguments")

    def _method(
        question: Callable[Concatenate[FactBase, Arguments], answers.Answer[Result]],
    ) -> Callable[Concatenate[Facts, Arguments], Answer[Result]]: ...


def open(*bases: str) -> Facts:  # noqa: A001 - tradefacts.open() reads well
    """Open bases as one, lowest first: paths, or `builtin` for the built-in one, which is the default.

    Raises:
        UnreadableBaseError: a file cannot be read.
        FactBaseError: a file is not a fact base.
    """
    return Facts(open_base([f"{base}" for base in bases]))


class Base(NamedTuple):
    """The query, as in the JSON envelope."""

    layers: list[dict[str, str]]


class Answer(answers.Answer[Result]):
    """The answer to one question. Every key of its JSON is an attribute of that name.

    Also, `result` and `claims` are short names for `answer` and `facts`; `notes` are what the reader should know,
    `as_of` is the edition of the base.
    """

    @property
    def schema_version(self) -> int:
        """The version of the answers as JSON."""
        return answers.SCHEMA_VERSION

    @property
    def base(self) -> Base:
        """The files of the base."""
        return Base(self.layers)

    @property
    def answer(self) -> Result:
        """The result of the question."""
        return self.result

    @property
    def facts(self) -> Sequence[Claim]:
        """The claims that the answer is based on."""
        return self.claims

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON envelope of the command line as Python objects."""
        from tradefacts.export import make_envelope  # noqa: PLC0415 - only imported when needed

        return make_envelope(self)

    def to_frame(self, library: Literal["pandas", "polars"] | None = None, *, fields: str | Sequence[str] = ()) -> Any:  # noqa: ANN401 - a frame of a library that may be missing
        """Return the rows of the command as a frame of pandas, or else polars, with the types of the columns.

        `fields` are the columns wanted, in their order, as the option `--fields` takes them.

        Raises:
            MissingExtraError: the library is not installed.
            InvalidQueryError: there is no such library or column.
        """
        from tradefacts.export.frames import make_frame  # noqa: PLC0415 - as above

        names = fields.split(",") if isinstance(fields, str) else fields
        return make_frame(self, library, tuple(name.strip() for name in names if name.strip()))

    def __repr__(self) -> str:
        """Return the question and the number of results."""
        from tradefacts.export.frames import describe  # noqa: PLC0415 - as above

        return f"<{describe(self)}>"

    def _repr_html_(self) -> str:
        """Return the first rows as a table, for notebooks."""
        from tradefacts.export.frames import format_html  # noqa: PLC0415 - as above

        return format_html(self)


class Facts:
    """An open base with a method for each question, which any number of threads can use.

    Every method returns an `Answer`. All raise `UnknownNameError`, `AmbiguousNameError`, `InvalidPeriodError` and
    `InvalidQueryError`. A `with` statement closes the base at its end; answers can still be used.
    """

    if TYPE_CHECKING:  # the types of the methods, for editors and type checkers
        pair = _method(ask_pair)
        series = _method(ask_series)
        timeline = _method(ask_timeline)
        targets = _method(ask_targets)
        officials = _method(ask_officials)
        sources = _method(ask_sources)
        facts = _method(ask_facts)
        search = _method(ask_search)
        show = _method(ask_show)
        coverage = _method(ask_coverage)
        audit = _method(ask_audit)
        compare = _method(ask_compare)
        changes = _method(ask_changes)
        check = _method(ask_check)
        explain = _method(ask_explain)
        cite = _method(ask_cite)
        read = _method(ask_read)
        chart = _method(ask_chart)
        lint = _method(ask_lint)

    def __init__(self, base: FactBase) -> None:
        """Wrap an open base."""
        self._base: FactBase | None = base

    @property
    def base(self) -> FactBase:
        """The base.

        Raises:
            InvalidQueryError: it was closed.
        """
        if self._base is None:
            raise InvalidQueryError("the base is closed", hint="ask within the 'with' statement, or open it again")
        return self._base

    def close(self) -> None:
        """Refuse further questions. The file is closed with the last answer, which may still look up names in it."""
        self._base = None

    def __enter__(self) -> Self:
        """Return the object itself; it is closed at the end of the statement."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    if not TYPE_CHECKING:  # a type checker should refuse unknown questions

        def __getattr__(self, name: str) -> Callable[..., Answer[Any]]:
            """Return the question of a command for this base."""
            question = QUESTIONS.get(ALIASES.get(name, name))
            if question is None:
                raise AttributeError(f"there is no question {name!r}", name=name, obj=self)
            return _make_method(name, load(str(question.ask)), self)

    def __dir__(self) -> list[str]:
        """Return the names of all attributes, including the questions."""
        return [*super().__dir__(), *QUESTIONS]

    def __repr__(self) -> str:
        """Return the names of the bases and the edition."""
        if self._base is None:
            return "<tradefacts, closed>"
        return f"<tradefacts {' + '.join(layer['name'] for layer in self.base.layers)}, edition {self.base.as_of}>"


def _make_method(name: str, question: Callable[..., answers.Answer[Any]], facts: Facts) -> Callable[..., Answer[Any]]:
    """Return a question as a method that checks its arguments and raises the errors of the project."""
    signature = inspect.signature(question)
    own = [parameter.replace(annotation=parameter.empty) for parameter in signature.parameters.values()][1:]
    usage = signature.replace(parameters=own, return_annotation=inspect.Signature.empty)
    most = sum(parameter.kind is parameter.POSITIONAL_OR_KEYWORD and parameter.name in _PLACES for parameter in own)

    @wraps(question)
    def ask(*arguments: object, **options: object) -> Answer[Any]:
        base = facts.base
        written = [_write(argument) for argument in arguments]
        if len(written) > most > 0:
            message = f"facts.{name} takes {_COUNTS[most]}, found {len(written)}"
            raise InvalidQueryError(message, hint="ask about two at a time" if most > 1 else f"facts.{name}{usage}")
        try:
            signature.bind(base, *written, **options)
        except TypeError as error:
            raise InvalidQueryError(f"facts.{name}: {error}", hint=f"facts.{name}{usage}") from None
        return Answer(*question(base, *written, **options))

    ask.__signature__ = usage  # type: ignore[attr-defined]  # inspect and editors read it
    return ask


_PLACES = ("place", "partner")
_COUNTS = {1: "one place", 2: "at most two places"}


def _write(value: object) -> object:
    """Return a name, id or period as a user of the command line would write it.

    Raises:
        InvalidQueryError: it is not text.
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (int, Period)):
        return f"{value}"
    raise InvalidQueryError(f"expected a name, found {value!r}", hint="give each as text of its own")
