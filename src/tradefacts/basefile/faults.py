"""The faults in the files being read: the first ones are kept, the rest are counted."""

from __future__ import annotations

from tradefacts.errors import FactBaseError
from tradefacts.findings import Finding
from tradefacts.text import shorten

KEPT = 1000
_PATH, _ABOUT, _MESSAGE = 120, 80, 240
"""The maximum length of a message in bytes, because values in a file can have any length."""


class Faults:
    """Collects the faults of one base, so that all are shown together."""

    def __init__(self) -> None:
        """Start without faults."""
        self.kept: list[Finding] = []
        self.count = 0

    @property
    def is_full(self) -> bool:
        """Whether further faults are only counted."""
        return self.count >= KEPT

    def add(  # noqa: PLR0913 - the parts of a place
        self, rule: str, message: str, *, layer: str, path: str, line: int | None = None, about: str | None = None
    ) -> None:
        """Add a fault of a rule in `RULES`, with its place."""
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

    def raise_any(self, name: str, hint: str | None = None) -> None:
        """Raise the faults, if there are any, with a hint that applies to all of them.

        Raises:
            FactBaseError: with every fault kept, in the order of the file.
        """
        if self.count:
            faults = "1 fault" if self.count == 1 else f"{self.count:,} faults"
            raise FactBaseError(f"{name} is not a fact base: {faults}", findings=self.kept, count=self.count, hint=hint)


RULES = {
    "shape_is_wrong": "E101",
    "id_is_repeated": "E102",
    "reference_is_unknown": "E103",
    "id_is_taken": "E113",
    "withdrawn_is_unknown": "E114",
}
"""The rules that a base must pass before any semantic rule is checked."""
