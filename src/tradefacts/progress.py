"""How far slow work has come, for whoever shows it: noting it costs next to nothing, and nothing is shown here."""

from __future__ import annotations


class Progress:
    """What is being done, and how much of it is done."""

    def __init__(self) -> None:
        """Start with nothing in particular."""
        self.note("working")

    def note(self, what: str, done: int = 0, total: int = 0) -> None:
        """Note what is being done, and how much of how much; a total of 0 is one that nobody knows."""
        self.what, self.done, self.total = what, done, total

    def __str__(self) -> str:
        """Return it in words: `reading facts.json, 45 %`."""
        return f"{self.what}, {100 * self.done // self.total} %" if self.total else self.what


PROGRESS = Progress()
"""The progress of this process."""
