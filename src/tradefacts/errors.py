"""The exceptions. Each is also an instance of the builtin exception that a caller would expect.

Semantic faults in a base are not exceptions but findings, which are collected and shown together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.findings import Finding


class TradefactsError(Exception):
    """An error with a one-line message and, if there is one, a hint."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InvalidFigureError(TradefactsError, ValueError):
    """A printed figure that cannot be read."""


class InvalidPeriodError(TradefactsError, ValueError):
    """A period or date that is not written as one."""


class InvalidQueryError(TradefactsError, ValueError):
    """An invalid question: equal countries, a negative limit, an unknown format."""


class UsageError(TradefactsError, ValueError):
    """A command line that cannot be parsed: an unknown command or option, a missing argument."""


class UnknownNameError(TradefactsError, LookupError):
    """An unknown name of a person, body, record or command."""


class UnknownPlaceError(UnknownNameError):
    """An unknown name of a country or group."""


class AmbiguousNameError(TradefactsError, LookupError):
    """A name that several records share; `candidates` are their ids."""

    def __init__(self, message: str, *, name: str, candidates: Sequence[str], hint: str | None = None) -> None:
        super().__init__(message, hint=hint)
        self.name = name
        self.candidates = tuple(candidates)


class UnreadableBaseError(TradefactsError, OSError):
    """A base that cannot be read: missing, a directory, not permitted, too large."""


class BaseChangedError(UnreadableBaseError):
    """A base that was written to while it was read."""


class FactBaseError(TradefactsError, ValueError):
    """A file that is not a valid fact base; `findings` are its faults.

    `count` can be larger than the number of findings, because only the first ones are kept.
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
    """A library that is only needed for some formats and is not installed."""
