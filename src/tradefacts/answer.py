"""An answer: the question, the result, and every claim behind it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from tradefacts.named_tuples import NamedTuple
from tradefacts.wording.subjects import Speaker, format_place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tradefacts.factbase import Claim, FactBase
    from tradefacts.findings import Finding

Result = TypeVar("Result")

_FAILING = ("error", "contradiction")
SCHEMA_VERSION = 2
"""The version of the JSON output; it increases only if a key changes its meaning or is removed."""


class Names(dict[str, str]):
    """The names of ids and codes, looked up when first needed; output for scripts does not need them."""

    def __init__(self, base: FactBase) -> None:
        """Keep the base that has the names."""
        super().__init__()
        self._base = base

    def __missing__(self, name: str) -> str:
        """Look up a name; an id without a record is returned unchanged."""
        record = self._base.find_record(name)
        self[name] = name if record is None else record.name
        return self[name]

    def format_places(self, codes: Iterable[str]) -> str:
        """Return places by name, in alphabetical order: `Kazakhstan – Kyrgyzstan`."""
        return " – ".join(sorted({self[code] for code in codes}))

    def read_record(self, name: str) -> dict[str, Any]:
        """Return the stored keys of a record; empty for an unknown id."""
        record = self._base.find_record(name)
        stored: dict[str, Any] = {} if record is None else json.loads(record.body)
        return stored

    def is_group(self, code: str) -> bool:
        """Whether a place is a group of countries, or all others together."""
        return self._base.is_group(code)

    def find_speaker(self, claim: Claim) -> Speaker:
        """Return the speaker and the page of a claim, as worded in sentences."""
        name = claim.attributed_to
        record = self._base.find_record(name) if name else None
        return Speaker(
            claim.publisher,
            claim.published,
            self[name] if name else None,
            self._translate_office(claim) if claim.attributed_as else None,
            is_body=record is not None and record.section == "bodies",
            agency=claim.origin,
        )

    def describe_office(self, office: str) -> str:
        """Return an office with its country: `President of Kyrgyzstan`."""
        record = self._base.find_record(office)
        if record is None:
            return office
        country = self[json.loads(record.body)["country"]]
        return record.name if country in record.name else f"{record.name} of {format_place(country)}"

    def _translate_office(self, claim: Claim) -> str:
        """Return the office of a claim's speaker in English, or else the words of the page in quotation marks."""
        words = claim.attributed_as or ""
        if json.loads(claim.page_json)["language"] == "en":
            return words
        offices = self._base.find_named(words, ("offices",))
        if len(offices) > 1:  # "премьер-министр" is an office in several countries
            held = {term.office for term in self._base.find_linked(claim.attributed_to or "") if term.kind == "term"}
            offices = [office for office in offices if office in held]
        names = {self[office] for office in offices}
        return names.pop() if len(names) == 1 else f"“{words}”"


class Answer(NamedTuple, Generic[Result]):
    """The answer to one question; the same for the screen, for a script and for Python."""

    command: str
    query: dict[str, Any]
    layers: list[dict[str, str]]
    """The files of the base, lowest first: name, edition and hash of each."""
    as_of: str
    result: Result
    claims: Sequence[Claim]
    names: Names
    findings: Sequence[Finding] = ()
    notes: Sequence[str] = ()

    @property
    def has_failed(self) -> bool:
        """Whether it has an error or a contradiction, or its result `fails`: then the exit status is 1."""
        return getattr(self.result, "fails", False) or any(found.severity in _FAILING for found in self.findings)


def answer(  # noqa: PLR0913 - the parts of an answer
    base: FactBase,
    command: str,
    query: dict[str, Any],
    result: Result,
    claims: Sequence[Claim],
    notes: Sequence[str] = (),
) -> Answer[Result]:
    """Return an answer, with the information about its base that every answer has."""
    return Answer(command, query, base.layers, base.as_of, result, claims, Names(base), notes=(*base.notes, *notes))
