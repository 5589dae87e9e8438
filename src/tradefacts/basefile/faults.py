"""The faults of the files being read: the first ones kept, the rest counted."""

from __future__ import annotations

from tradefacts.errors import FactBaseError
from tradefacts.findings import Finding

KEPT = 1000


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
                    message=message,
                    facts=(about,) if about else (),
                    layer=layer,
                    path=path[:120],
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
