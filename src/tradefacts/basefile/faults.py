"""The faults of the files being read: the first ones kept, the rest counted."""

from __future__ import annotations

from tradefacts.errors import FactBaseError
from tradefacts.findings import Finding
from tradefacts.text import shorten

KEPT = 1000
_PATH, _ABOUT, _MESSAGE = 120, 80, 240
"""Bytes that are kept of what a fault says: what a file holds may be of any length."""


class Faults:
    """Collects what is wrong with one base, so that all of it is shown at once."""

    def __init__(self) -> None:
        """Start with none."""
        self.kept: list[Finding] = []
        self.count = 0

    @property
    def is_full(self) -> bool:
        """Whether further faults are only counted."""
        return self.count >= KEPT

    def add(  # noqa: PLR0913 - the parts of a place
        self, rule: str, message: str, *, layer: str, path: str, line: int | None = None, about: str | None = None
    ) -> None:
        """Record one fault of a rule of `RULES`, at its place."""
        self.count += 1
        if len(self.kept) < KEPT:
            self.kept.append(
                Finding(
                    code=RULES[rule],
                    rule=rule,
                    severity="error",
                    message=shorten(message, _MESSAGE),
                    facts=(shorten(about, _ABOUT),) if about else (),
                    layer=layer,
                    path=shorten(path, _PATH),
                    line=line,
                )
            )

    def raise_any(self, name: str) -> None:
        """Raise what was collected, if anything was.

        Raises:
            FactBaseError: holding every fault kept, in the order of the file.
        """
        if self.count:
            faults = "1 fault" if self.count == 1 else f"{self.count:,} faults"
            raise FactBaseError(f"{name} is not a fact base: {faults}", findings=self.kept, count=self.count)


RULES = {
    "shape_is_wrong": "E101",
    "id_is_repeated": "E102",
    "reference_is_unknown": "E103",
    "id_is_taken": "E113",
    "withdrawn_is_unknown": "E114",
}
"""What a base is refused for, before any semantic rule is checked."""
