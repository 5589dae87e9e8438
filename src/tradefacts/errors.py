"""What can go wrong, as exceptions; each is also the builtin kind a caller would expect.

Semantic faults of a base are not here: they are findings, collected and shown, never raised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.findings import Finding


class TradefactsError(Exception):
    """A failure that has a one-line explanation and, where there is one, a hint."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InvalidFigureError(TradefactsError, ValueError):
    """A printed figure that cannot be read."""


class InvalidPeriodError(TradefactsError, ValueError):
    """A period or date that is not written as one."""


class InvalidQueryError(TradefactsError, ValueError):
    """A question that cannot be asked: equal countries, a negative limit, an unknown format."""


class UsageError(TradefactsError, ValueError):
    """A command line that cannot be parsed: an unknown command or option, a missing argument."""


class UnknownNameError(TradefactsError, LookupError):
    """A person, body, record or command that nothing in the base is called."""


class UnknownPlaceError(UnknownNameError):
    """A country or group that nothing in the base is called."""


class AmbiguousNameError(TradefactsError, LookupError):
    """A name that several records share; `candidates` are their ids."""

    def __init__(self, message: str, *, name: str, candidates: Sequence[str], hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.name = name
        self.candidates = tuple(candidates)


class UnreadableBaseError(TradefactsError, OSError):
    """A base that cannot be read: missing, a directory, not permitted, too large."""


class BaseChangedError(UnreadableBaseError):
    """A base that somebody wrote to while it was read."""


class FactBaseError(TradefactsError, ValueError):
    """A base that was read and is not a fact base; `findings` are all its faults.

    `count` may exceed the findings kept: only the first ones are described.
    """

    def __init__(
        self, message: str, *, findings: Sequence[Finding] = (), count: int | None = None, hint: str | None = None
    ) -> None:
        super().__init__(message, hint=hint)
        self.findings = tuple(findings)
        self.count = len(self.findings) if count is None else count


class OutputError(TradefactsError, OSError):
    """A result that cannot be written: a full disk, a closed stream, a read-only folder."""


class MissingExtraError(TradefactsError, ImportError):
    """A library that only some formats need and that is not installed."""
