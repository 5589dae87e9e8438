"""Rows of `officials`: one for each spell of a person in an office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from tradefacts.named_tuples import NamedTuple
from tradefacts.reckoning.holders import Reason, Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.questions.officials import OfficialsResult


class SpellRow(NamedTuple):
    """One spell of a person in an office."""

    country: Annotated[str, "code of the country"]
    role: Annotated[str, "what the office does"]
    second_role: Annotated[str | None, "its second role, if the office has two"]
    office: Annotated[str, "id of the office"]
    title: Annotated[str, "name of the office"]
    person: Annotated[str, "id of the person"]
    name: Annotated[str, "name of the person"]
    acting: Annotated[bool, "whether the person is only acting; holding the office in full is another spell"]
    start: Annotated[str | None, "when the person took it: a year, a month or a day, as text"]
    end: Annotated[str | None, "when the person left it, as text"]
    other_starts: Annotated[tuple[str, ...], "other dates that pages give for the start"]
    other_ends: Annotated[tuple[str, ...], "other dates that pages give for the end"]
    first_seen: Annotated[str | None, "first date on which a page shows the person in office, as text"]
    last_seen: Annotated[str | None, "last such date, as text"]
    next_sign: Annotated[str | None, "for a spell without an end: first date that shows the next holder"]
    status: Annotated[Status | None, "how certain the holder on that day is; null without a day"]
    reason: Annotated[Reason | None, "what the spell says about that day"]
    facts: Annotated[tuple[str, ...], "ids of the claims"]

    @classmethod
    def list_from(cls, answer: Answer[OfficialsResult]) -> Iterator[SpellRow]:
        """Yield the officials by country and role, newest first; of a day, the holder first."""
        for official in answer.result.officials:
            names: dict[str, Any] = {"title": answer.names[official.office], "name": answer.names[official.person]}
            yield cls._make(names.get(name) or getattr(official, name) for name in cls._fields)
