"""What cannot be seen, or would steer a terminal, is shown as an escape."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradefacts.text import encodable, escape, write_json

NO_HALVES = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("\x9b31m", r"\x9b31m"),
        ("bell\x07", r"bell\x07"),
        ("over\rwritten", r"over\x0dwritten"),
        ("a\u202eb", r"a\u202eb"),
        ("a\u2066b\u2069", r"a\u2066b\u2069"),
        ("zero\u200bwidth", r"zero\u200bwidth"),
        ("soft\u00adhyphen", r"soft\xadhyphen"),
        ("line\u2028end", r"line\u2028end"),
        ("tag\U000e0041", r"tag\U000e0041"),
        ("half\ud800", r"half\ud800"),
        ("plain [bold] :smile: Қазақстан 中国", "plain [bold] :smile: Қазақстан 中国"),
    ],
)
def test_signs_that_cannot_be_seen_are_escaped(raw: str, shown: str) -> None:
    assert escape(raw) == shown


@given(st.text())
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    kinds = {unicodedata.category(sign) for sign in escape(text)}

    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}


@given(st.text())
def test_escaping_twice_changes_nothing_more(text: str) -> None:
    assert escape(escape(text)) == escape(text)


@given(NO_HALVES)
def test_json_is_read_back_as_what_was_written(text: str) -> None:
    assert json.loads(write_json({"text": text})) == {"text": text}


@given(NO_HALVES)
def test_json_holds_nothing_that_has_to_be_escaped(text: str) -> None:
    written = write_json([text])

    assert escape(written) == written


def test_json_keeps_text_readable_and_keys_in_order() -> None:
    assert write_json({"b": "Қазақстан", "a": [1, 2.5, None]}) == '{"b": "Қазақстан", "a": [1, 2.5, null]}'


def test_json_writes_a_sign_beyond_the_first_plane_as_two_units() -> None:
    assert write_json("\U000e0041") == r'"\udb40\udc41"'


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_json_refuses_what_is_no_number(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        write_json(number)


@pytest.mark.parametrize(
    ("encoding", "shown"), [("ascii", r"\u041a\u0413 $"), ("utf-8", "КГ $"), ("cp1251", "КГ $"), (None, "КГ $")]
)
def test_what_an_encoding_lacks_is_written_as_an_escape(encoding: str | None, shown: str) -> None:
    assert encodable("КГ $", encoding) == shown
