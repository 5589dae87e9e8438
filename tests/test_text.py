"""Characters that are invisible or control a terminal are shown as escapes."""

from __future__ import annotations

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tradefacts import text as text_module
from tradefacts.text import encodable, escape, has_visible_sign, shorten, write_json

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
        ("private\ue000", r"private\ue000"),
        ("unassigned\u0378", r"unassigned\u0378"),
        ("last of a plane\uffff", r"last of a plane\uffff"),
        ("filler\u115f\u3164\uffa0", r"filler\u115f\u3164\uffa0"),
        ("joiner\u034f", r"joiner\u034f"),
        ("blank\u2800", r"blank\u2800"),
        ("variant\ufe0f\U000e0100", r"variant\ufe0f\U000e0100"),
        ("$1\u00a0300 млн\u202f¥\u3000", "$1\u00a0300 млн\u202f¥\u3000"),
        ("plain [bold] :smile: Қазақстан 中国", "plain [bold] :smile: Қазақстан 中国"),
    ],
)
def test_signs_that_cannot_be_seen_are_escaped(raw: str, shown: str) -> None:
    assert escape(raw) == shown


@given(st.text())
def test_nothing_that_steers_a_terminal_is_left(text: str) -> None:
    kinds = {unicodedata.category(sign) for sign in escape(text)}

    assert not kinds & {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


@pytest.mark.slow
def test_fillers_selectors_and_joiners_of_unicode_are_escaped() -> None:
    hidden = re.compile(r"HANGUL .*FILLER|VARIATION SELECTOR|GRAPHEME JOINER|VOWEL INHERENT")
    found = [sign for sign in map(chr, range(0x110000)) if hidden.search(unicodedata.name(sign, ""))]

    assert len(found) > 256
    assert [sign for sign in found if escape(sign) == sign] == []


@pytest.mark.parametrize(
    ("text", "is_visible"),
    [
        *(("", False), (" \t", False), ("\u00a0\u3000", False), ("\u200b\u2060", False), ("\u3164\u2800", False)),
        *(("\x1b", False), ("a", True), ("a\x1b", True), (" Қ ", True), ("\u200b¥", True), ("\u202e中", True)),
    ],
)
def test_a_text_is_blank_unless_a_sign_of_it_is_seen(text: str, is_visible: bool) -> None:  # noqa: FBT001 - expected
    assert has_visible_sign(text) is is_visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("short", "short"),
        ("a" * 50, "a" * 50),
        ("a" * 51, "aaaaaaaaaaaaa … 51 characters … aaaaaaaaaaaaa"),
        ("a" * 25 + "b" * 25_000, "aaaaaaaaaaa … 25,025 characters … bbbbbbbbbbb"),
        ("я" * 1000, "яяяяяя … 1,000 characters … яяяяяя"),
    ],
)
def test_a_long_text_loses_its_middle_and_says_how_long_it_was(text: str, shown: str) -> None:
    assert shorten(text, 50) == shown


def test_messages_show_four_hundred_bytes_of_a_value() -> None:
    assert shorten("a" * 400) == "a" * 400
    assert len(shorten("a" * 401)) <= 400


@given(st.text(), st.integers(60, 200))
def test_a_shortened_text_respects_its_limit(text: str, limit: int) -> None:
    assert len(shorten(escape(text * 20), limit).encode()) <= limit


@given(st.text())
def test_escaping_twice_changes_nothing_more(text: str) -> None:
    assert escape(escape(text)) == escape(text)


@given(NO_HALVES)
def test_json_is_read_back_unchanged(text: str) -> None:
    assert json.loads(write_json({"text": text})) == {"text": text}


@given(NO_HALVES)
def test_json_contains_nothing_that_has_to_be_escaped(text: str) -> None:
    written = write_json([text])

    assert escape(written) == written


def test_json_keeps_text_readable_and_keys_in_order() -> None:
    assert write_json({"b": "Қазақстан", "a": [1, 2.5, None]}) == '{"b": "Қазақстан", "a": [1, 2.5, null]}'


def test_json_writes_a_sign_beyond_the_first_plane_as_two_units() -> None:
    assert write_json("\U000e0041") == r'"\udb40\udc41"'


def test_json_is_the_same_where_python_has_no_encoder_in_c(monkeypatch: pytest.MonkeyPatch) -> None:
    value = {"b": "Қазақстан\n", "a": [1, 2.5, None, True]}

    monkeypatch.setattr(json.encoder, "c_make_encoder", None)

    assert text_module._make_encode()(value) == write_json(value)


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_json_refuses_invalid_numbers(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        write_json(number)


@pytest.mark.parametrize(
    ("encoding", "shown"), [("ascii", r"\u041a\u0413 $"), ("utf-8", "КГ $"), ("cp1251", "КГ $"), (None, "КГ $")]
)
def test_characters_missing_in_an_encoding_are_escaped(encoding: str | None, shown: str) -> None:
    assert encodable("КГ $", encoding) == shown
