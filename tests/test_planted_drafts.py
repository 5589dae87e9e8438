"""The errors that `./dev planted` plants: each changes only what it should."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from builders import base, volume
from proposing import check
from tradefacts.answer import Names

if TYPE_CHECKING:
    from types import ModuleType

    from builders import Json
    from tradefacts.drafts.checking import Checked

TEXT = "Exports were $1.3 billion in 2022 (page of 2022-05-01)."
CLAIM = volume("KZ", "KG", "2022", "$1.3 billion", flow="exports")


@pytest.fixture(scope="module")
def planted() -> ModuleType:
    path = Path(__file__).parents[1] / "trials" / "planted_drafts.py"
    spec = importlib.util.spec_from_file_location("planted_drafts", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def errors(planted: Any) -> Any:  # noqa: ANN401 - of the module
    return planted.list_errors(Names(base(CLAIM)))


def read(text: str, claim: Json) -> Checked:
    (one,) = check(base(CLAIM), text, claim).result.checked
    return one


@pytest.mark.parametrize(
    ("error", "changed"),
    [
        ("×10", "Exports were $13 billion in 2022 (page of 2022-05-01)."),
        ("+50 %", "Exports were $2.0 billion in 2022 (page of 2022-05-01)."),
        ("−25 %", "Exports were $1.0 billion in 2022 (page of 2022-05-01)."),
        ("million for billion", "Exports were $1.3 million in 2022 (page of 2022-05-01)."),
        ("wrong year", "Exports were $1.3 billion in 2021 (page of 2022-05-01)."),
    ],
)
def test_an_error_changes_one_thing(planted: Any, error: str, changed: str) -> None:  # noqa: ANN401 - a module
    assert errors(planted)[error](TEXT, read(TEXT, CLAIM)) == changed


@pytest.mark.parametrize(
    ("printed", "changed"),
    [
        ("1 094,5 млн долларов", "10945 млн долларов"),
        ("$1,094.5 million", "$10945 million"),
        ("757 млн долларов", "7570 млн долларов"),
    ],
)
def test_a_tenfold_slip_moves_the_point(planted: Any, printed: str, changed: str) -> None:  # noqa: ANN401
    one = read(f"Exports were {printed}.", volume("KZ", "KG", "2022", printed, flow="exports"))

    made = errors(planted)["×10"](f"Exports were {printed}.", one)

    assert made == f"Exports were {changed}."


def test_places_change_places_where_goods_go_one_way(planted: Any) -> None:  # noqa: ANN401 - a module
    text = "Kazakhstan's exports to Kyrgyzstan were $1.3 billion in 2022."

    changed = errors(planted)["swapped places"](text, read(text, CLAIM))

    assert changed == "Kyrgyzstan's exports to Kazakhstan were $1.3 billion in 2022."


def test_errors_hidden_by_rounding_are_not_planted(planted: Any) -> None:  # noqa: ANN401
    text = "Exports were $4 billion."

    assert errors(planted)["+10 %"](text, read(text, volume("KZ", "KG", "2022", "$4 billion", flow="exports"))) is None
