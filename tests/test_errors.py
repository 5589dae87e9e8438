"""Each error is also the builtin exception a caller would expect, and says what was wrong and how to fix it."""

from __future__ import annotations

import pytest

from tradefacts import errors
from tradefacts.errors import AmbiguousNameError, FactBaseError, TradefactsError
from tradefacts.findings import Finding

FINDING = Finding(code="E101", rule="shape_is_wrong", severity="error", message="x")


@pytest.mark.parametrize(
    ("kind", "builtin"),
    [
        (errors.InvalidFigureError, ValueError),
        (errors.InvalidPeriodError, ValueError),
        (errors.InvalidQueryError, ValueError),
        (errors.UnknownNameError, LookupError),
        (errors.UnknownPlaceError, LookupError),
        (errors.UnreadableBaseError, OSError),
        (errors.OutputError, OSError),
    ],
)
def test_an_error_is_a_builtin_one_as_well(kind: type[TradefactsError], builtin: type[Exception]) -> None:
    error = kind("unknown country 'Kazakstan'", hint="did you mean Kazakhstan (KZ)?")

    assert isinstance(error, builtin)
    assert isinstance(error, TradefactsError)
    assert (str(error), error.message, error.hint) == (
        *["unknown country 'Kazakstan'"] * 2,
        "did you mean Kazakhstan (KZ)?",
    )


def test_an_ambiguous_name_has_its_candidates() -> None:
    assert AmbiguousNameError("x", name="x", candidates=["a", "b"]).candidates == ("a", "b")


def test_a_faulty_base_has_its_findings_and_their_number() -> None:
    assert FactBaseError("x", findings=[FINDING]).count == 1
    assert FactBaseError("x", findings=[FINDING], count=7).findings == (FINDING,)
