"""The inputs of JSONTestSuite (Nicolas Seriot, "Parsing JSON is a Minefield"; MIT, with its licence next to them).

Each is read as a whole file, as a value inside a base, and as text; bytes are stored as Latin-1 characters.
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from tradefacts.basefile.canonical import format_canonical
from tradefacts.basefile.json_stream import JsonStream
from tradefacts.errors import FactBaseError


def _read_inputs() -> dict[str, bytes]:
    stored = json.loads((Path(__file__).parent / "jsontestsuite" / "inputs.json").read_text(encoding="utf-8"))
    texts = {
        name: entry if isinstance(entry, str) else entry["repeat"] * entry["times"] + entry["then"]
        for name, entry in stored.items()
    }
    return {name: text.encode("latin-1") for name, text in texts.items()}


INPUTS = _read_inputs()
AMBIGUOUS = {
    "y_object_duplicated_key": "the key is used twice",
    "y_object_duplicated_key_and_value": "the key is used twice",
    "y_object_escaped_null_in_key": "a NUL character in a key",
    "y_string_null_escape": "a NUL character",
}
"""Inputs that JSON allows but a base does not, because they are ambiguous."""
FREE = {"i_number_double_huge_neg_exp", "i_number_real_underflow", "i_structure_UTF-8_BOM_empty_object"}
"""Inputs that JSON leaves undefined and that are accepted here; the others are refused."""
ACCEPTED = sorted(name for name in INPUTS if (name[0] == "y" and name not in AMBIGUOUS) or name in FREE)
REFUSED = sorted({*INPUTS} - {*ACCEPTED})


def read_whole(content: bytes) -> Any:  # noqa: ANN401 - whatever JSON can hold
    return JsonStream(io.BytesIO(content), "b.json").read_whole()


def read_value(content: bytes) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return how a value in a base is read."""
    (piece,) = JsonStream(io.BytesIO(b'{"title": ' + content + b"}"), "b.json").read_pieces(set())
    if piece.fault is not None:
        raise FactBaseError(piece.fault.message)
    return piece.value


def test_the_suite_is_complete() -> None:
    assert len(INPUTS) == 318
    assert [sum(name.startswith(kind) for name in INPUTS) for kind in "yni"] == [95, 188, 35]


@pytest.mark.parametrize("name", ACCEPTED)
def test_sound_json_is_read_as_python_reads_it(name: str) -> None:
    assert read_whole(INPUTS[name]) == json.loads(INPUTS[name].decode("utf-8-sig"))


@pytest.mark.parametrize("name", [name for name in ACCEPTED if not INPUTS[name].startswith(b"\xef\xbb\xbf")])
def test_sound_json_is_read_inside_a_base(name: str) -> None:
    assert read_value(INPUTS[name]) == json.loads(INPUTS[name])


@pytest.mark.parametrize("name", REFUSED)
def test_invalid_or_ambiguous_json_is_refused_whole_and_inside_a_base(name: str) -> None:
    for read in (read_whole, read_value):
        with pytest.raises(FactBaseError) as caught:
            read(INPUTS[name])

        assert len(caught.value.message) < 400


@pytest.mark.parametrize(("name", "why"), AMBIGUOUS.items())
def test_ambiguous_json_is_refused_with_that_reason(name: str, why: str) -> None:
    with pytest.raises(FactBaseError, match=why):
        read_value(INPUTS[name])


@pytest.mark.parametrize("name", sorted(INPUTS))
def test_none_of_them_is_a_base(name: str) -> None:
    with pytest.raises(FactBaseError):
        format_canonical(INPUTS[name], "b.json")


@pytest.mark.parametrize("name", sorted(name for name in INPUTS if len(INPUTS[name]) < 2000))
def test_any_of_them_is_read_as_text(name: str) -> None:
    text = INPUTS[name].decode("latin-1").replace("\0", "")

    assert read_value(json.dumps(text).encode()) == text
