"""Add many claims to a base file: either all or none; pages are created as needed, repeats are skipped."""

from __future__ import annotations

import contextlib
from io import BytesIO
from typing import TYPE_CHECKING, Any

from tradefacts.basefile.canonical import Document, format_record, read_document
from tradefacts.basefile.claim_lines import read_claim_lines
from tradefacts.basefile.layers import Layer, find_layers
from tradefacts.basefile.outside import check_file, open_file
from tradefacts.curating.adding import change_file, find_errors
from tradefacts.curating.fields import list_fields
from tradefacts.curating.filling import fill_record, read_value
from tradefacts.curating.naming import find_free
from tradefacts.curating.pages import Pages
from tradefacts.errors import FactBaseError, InvalidQueryError, TradefactsError, UnknownNameError
from tradefacts.factbase.derived import DERIVED
from tradefacts.factbase.opening import open_in_memory
from tradefacts.findings import Finding
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import did_you_mean
from tradefacts.vocabulary import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tradefacts.basefile.claim_lines import ClaimLine
    from tradefacts.curating.fields import Field
    from tradefacts.factbase import FactBase


READING = ("tier", "line", "column", "sentence")
"""Keys of the lines that `read` writes which say how a claim was read; a base has no place for them."""


class AddedClaims(NamedTuple):
    """The result of adding a file of claims."""

    facts: tuple[str, ...]
    """The facts added, each as its line in the base."""
    pages: int
    """How many pages were created for them."""
    repeats: int
    """How many claims were already in the base."""
    warnings: tuple[Finding, ...]


def add_claims(
    lines: Iterable[ClaimLine], called: str, name: str, *, below: Sequence[str] = (), is_dry_run: bool = False
) -> AddedClaims:
    """Add the claims in a file to a base; a dry run only returns the result.

    Raises:
        UnreadableBaseError: a file cannot be read.
        FactBaseError: a base is not valid, or lines are refused; the error has the reason for each.
        OutputError: the file cannot be written; the old content is kept.
    """
    given = list(lines)
    lower = find_layers(below) if below else []
    results: list[AddedClaims] = []

    def insert(before: bytes) -> bytes:
        layers = [*lower, Layer(name, None, content=before)]
        adding = _Adding(open_in_memory(layers), read_document(BytesIO(before), name), called)
        adding.is_alone = not lower
        for line in given:
            adding.take(line)
        adding.raise_refused()
        after = "".join(adding.document.format()).encode()
        warnings = adding.check([*lower, Layer(name, None, content=after)], [*lower, *find_layers([name])])
        adding.raise_refused()
        facts = tuple(adding.document.sections["facts"][fact] for fact in adding.lines)
        results.append(AddedClaims(facts, len(adding.pages.made), adding.repeats, warnings))
        return after

    change_file(name, insert, is_dry_run=is_dry_run)
    return results[0]


def read_claims(name: str) -> Iterator[ClaimLine]:
    """Yield the lines of a file of claims.

    Raises:
        UnreadableBaseError: the file cannot be read.
        FactBaseError: it is not text in UTF-8.
    """
    with contextlib.closing(open_file(check_file(name, "claims"), name, "claims")) as stream:
        yield from read_claim_lines(stream, name)


class _Adding:
    """A base while claims are added."""

    def __init__(self, base: FactBase, document: Document, called: str) -> None:
        self.base = base
        self.document = document
        self.called = called
        self.is_alone = False
        """Whether no other base lies below it."""
        self.taken = {*base.list_ids(), *base.withdrawn}
        stored = [fact for kind in KINDS for fact in base.list_bodies("facts", kind)]
        self.known = {_write_content(fact): fact["id"] for fact in stored}
        self.pages = Pages(base, self.taken)
        self.lines: dict[str, int] = {}
        """The lines of the facts added, by id."""
        self.repeats = 0
        self.refused: list[Finding] = []

    def take(self, line: ClaimLine) -> None:
        """Add the fact of a line, skip a repeat, or remember why it is refused."""
        if line.fault is not None:
            self._refuse(line.number, line.fault)
            return
        try:
            self._add(line)
        except TradefactsError as error:
            self._refuse(line.number, f"{error.message}; {error.hint}" if error.hint else error.message)

    def check(self, after: list[Layer], files: Sequence[Layer]) -> tuple[Finding, ...]:
        """Refuse the facts that would make the layers invalid, or in which a rule finds an error.

        Return the warnings about the others.

        Raises:
            FactBaseError: the layers are invalid even without the facts.
        """
        lines = {**self.pages.made, **self.lines}
        try:
            errors, warnings = find_errors(open_in_memory(after), lines, files)
        except FactBaseError as error:
            errors, warnings = list(error.findings), ()
            if not all(lines.keys() & finding.facts for finding in errors):
                raise
        for finding in errors:
            number = max(lines.get(name, 0) for name in finding.facts)
            self._refuse(number, f"{finding.code} {finding.message}".strip())
        return warnings

    def raise_refused(self) -> None:
        """Raise an error with the refused lines, if there are any."""
        if self.refused:
            count = "1 line was" if len(self.refused) == 1 else f"{len(self.refused)} lines were"
            is_unknown = self.is_alone and any("is not among" in finding.message for finding in self.refused)
            hint = "records of the shipped base are known with --base builtin" if is_unknown else None
            raise FactBaseError(f"{count} refused; nothing was added", findings=self.refused, hint=hint)

    def _refuse(self, number: int, reason: str) -> None:
        finding = Finding(
            code="", rule="line_is_refused", severity="error", message=reason, path=self.called, line=number
        )
        self.refused.append(finding)

    def _add(self, line: ClaimLine) -> None:
        stored = self._read(line)
        content = _write_content(stored)
        name = stored["id"]
        if self.known.get(content) == name or ("id" not in line.value and content in self.known):
            self.repeats += 1
            return
        if name in self.taken and "id" in line.value:
            raise InvalidQueryError(f"the id {name!r} is taken by another record")
        stored["id"] = find_free(name, self.taken)
        self.taken.add(stored["id"])
        self.known[content] = stored["id"]
        self.lines[stored["id"]] = line.number
        self.document.add("facts", stored)

    def _read(self, line: ClaimLine) -> dict[str, Any]:
        """Return the fact of a line, as stored in a base; its page is created if necessary."""
        kind = line.value.get("kind")
        if kind not in KINDS:
            raise UnknownNameError(f"unknown kind {kind!r}", hint=did_you_mean(str(kind), tuple(KINDS)))
        fields = {field.name for field in list_fields(kind)}
        for key in line.value:
            if key not in fields and key not in DERIVED and key not in READING:
                raise InvalidQueryError(f"a {kind} has no key {key!r}", hint=did_you_mean(key, sorted(fields)))
        given = {key: value for key, value in line.value.items() if key in fields}
        page = self.pages.find(given.get("source"), line.value.get("page"))
        stored = fill_record(kind, {**given, "source": page.id}, self.base, None, _read_resolved)
        if "inferred" in given:
            stored["inferred"] = given["inferred"]
        if page.record is not None and page.id not in self.document.sections["sources"]:
            self.document.add("sources", page.record)
            self.pages.made[page.id] = line.number
        return stored


def _write_content(stored: dict[str, Any]) -> str:
    """Return the contents of a fact without its id, which are equal for equal facts."""
    return format_record("facts", stored | {"id": ""})


def _read_resolved(field: Field, base: FactBase, value: Any, /) -> Any:  # noqa: ANN401 - any value
    """Return a JSON value with names resolved to ids; the page is known already, and can be new."""
    return value if field.name == "source" else read_value(field, base, value)
