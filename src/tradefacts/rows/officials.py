"""Rows of `officials`: one for each person in an office."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

from tradefacts.questions.officials import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.answer import Answer
    from tradefacts.questions.officials import OfficialsResult


class SpellRow(NamedTuple):
    """One person in one office."""

    country: Annotated[str, "code of the country"]
    role: Annotated[str, "what the office does"]
    office: Annotated[str, "id of the office"]
    title: Annotated[str, "what the office is called"]
    person: Annotated[str, "id of the person"]
    name: Annotated[str, "what the person is called"]
    acting: Annotated[bool, "whether the person is acting only"]
    start: Annotated[str | None, "when the person took it: a year, a month or a day, as text"]
    end: Annotated[str | None, "when the person left it, likewise"]
    first_seen: Annotated[str | None, "first day on which a page shows the person in it, likewise"]
    last_seen: Annotated[str | None, "last such day, likewise"]
    status: Annotated[Status | None, "what is known of the day asked for; null where none was, or nothing is known"]
    facts: Annotated[tuple[str, ...], "ids of the claims"]

    @classmethod
    def list_from(cls, answer: Answer[OfficialsResult]) -> Iterator[SpellRow]:
        """Yield the officials by country, role and time."""
        for official in answer.result.officials:
            names: dict[str, Any] = {"title": answer.names[official.office], "name": answer.names[official.person]}
            yield cls._make(names.get(name) or getattr(official, name) for name in cls._fields)
