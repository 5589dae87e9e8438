"""JSON is read piece by piece, for any chunks; ambiguous JSON is refused."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import document, event, growth, volume, write
from tradefacts.basefile.json_stream import CHUNK, RECORD_LIMIT, JsonStream
from tradefacts.basefile.strictness import parse_strictly
from tradefacts.basefile.validation import SECTIONS
from tradefacts.errors import FactBaseError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.basefile.pieces import Piece

GOOD = write(
    document(volume("KZ", "KG", "2022", "$1.3 bln"), growth("KZ", "ÓÔ", "2022", "13%"), event("Саммит", "2023"))
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=10,
)


class Dripping(io.BytesIO):
    """A stream that gives a few bytes at a time, as a slow pipe does."""

    def __init__(self, content: bytes, size: int) -> None:
        super().__init__(content)
        self.size = size

    def read(self, size: int | None = -1) -> bytes:  # noqa: ARG002 - the size is ignored
        return super().read(self.size)


def read(content: str | bytes) -> list[Piece]:
    data = content.encode() if isinstance(content, str) else content
    return [*JsonStream(io.BytesIO(data), "b.json").read_pieces(set(SECTIONS))]


def refuse(content: str | bytes) -> str:
    """Return why a base is refused: because of the file, or of a fault in a part of it."""
    try:
        pieces = read(content)
    except FactBaseError as error:
        return str(error.message)
    faults = [piece.fault for piece in pieces if piece.fault]
    return f"{faults[0].where}: {faults[0].message}" if faults else ""


def test_each_record_is_a_piece_with_its_place_and_its_own_text() -> None:
    pieces = read('{"as_of": "2024",\n"facts": [{"a": 1},\n\n  {"b": [2]} ]\n}')

    assert [(piece.path, piece.line, piece.text) for piece in pieces] == [
        ("$.as_of", 1, '"2024"'),
        ("$.facts[0]", 2, '{"a": 1}'),
        ("$.facts[1]", 4, '{"b": [2]}'),
    ]


@pytest.mark.parametrize("separators", [(",", ":"), (" , ", " : "), ("\n,\n", "\t:\n")])
def test_blanks_around_marks_change_no_value(separators: tuple[str, str]) -> None:
    pieces = read(json.dumps(json.loads(GOOD), separators=separators))

    assert [(piece.path, piece.value) for piece in pieces] == [(piece.path, piece.value) for piece in read(GOOD)]


@pytest.mark.parametrize("size", [1, 2, 3, 7, 64, 1000])
def test_the_size_of_chunks_changes_nothing(size: int) -> None:
    whole = read(GOOD)

    dripped = [*JsonStream(Dripping(GOOD.encode(), size), "b.json").read_pieces(set(SECTIONS))]

    assert dripped == whole


@pytest.mark.slow
@given(st.dictionaries(st.text(min_size=1), VALUES, max_size=5), st.integers(1, 9))
def test_any_json_is_read_as_json_reads_it(values: dict[str, Any], size: int) -> None:
    text = json.dumps(values, ensure_ascii=False)
    content = text.encode(errors="surrogatepass")

    pieces = JsonStream(Dripping(content, size), "b.json").read_pieces(set())

    assert {key: piece.value for key, piece in zip(values, pieces, strict=True)} == values


def test_a_base_cut_anywhere_is_refused_with_line_and_column() -> None:
    content = GOOD.rstrip().encode()

    for end in range(1, len(content)):
        with pytest.raises(FactBaseError, match=r"^b\.json: line \d+(, column \d+)?: "):
            read(content[:end])


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_are_counted_with_any_line_end(newline: str) -> None:
    text = newline.join(['{"facts": [', '{"a": 1},', "", '{"a": nope}', "]}"])

    assert refuse(text) == "b.json: line 4, column 7: not JSON (expecting value)"


def test_a_fault_far_into_a_large_file_has_its_place() -> None:
    record = '{"a": "' + "x" * 1000 + '"},\n'
    text = '{"facts": [\n' + record * 2000 + '{"a": "b" "c"}, ' + record * 2000 + "1]}"

    assert refuse(text) == "b.json: line 2002, column 11: not JSON (expecting ',' delimiter)"


def test_the_column_is_counted_on_a_line_longer_than_a_chunk() -> None:
    record = '{"a": "' + "x" * 1000 + '"}, '
    text = '{"facts": [' + record * 600 + "?]}"

    assert len(text) > CHUNK
    assert refuse(text) == f"b.json: line 1, column {text.index('?') + 1}: not JSON (expecting value)"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "the file is empty; expected an object with facts"),
        (" \r\n\t ", "the file is empty; expected an object with facts"),
        (" " * CHUNK, "the file is empty; expected an object with facts"),
        ("[]", "expected an object with facts, found a list"),
        ('"facts"', "expected an object with facts, found text"),
        ("null", "expected an object with facts, found something else"),
        ("{}}", "expected the end of the file after the closing brace"),
        ("{} []", "expected the end of the file after the closing brace"),
        (
            '{"facts": []}\n{"a": 2}',
            "a second object stands here; a base is one object, or JSON lines with the header alone on the first",
        ),
        ('{"a": 1}\n{"a": 2}\n[]', "expected an object, one record a line"),
        ('{"a": 1}\n{"a": 2},\n{"a": 3}', "expected an object, one record a line"),
        ("{}\n// no", "JSON has no comments; remove this one"),
        ('{"a" 1}', "expected ':' after the key 'a'"),
        ('{"a": 1 "b": 2}', "expected ',' or '}'"),
        ('{"facts": [1 2]}', "expected ',' or ']'"),
        ("{1: 2}", "expected a key in double quotes"),
        ("{a: 2}", "expected a key in double quotes"),
        ("{,}", "expected a key in double quotes"),
        ("{'a': 2}", "text is in single quotes; use double quotes"),
        ("{\"a\": 'b'}", "text is in single quotes; use double quotes"),
        ("{\"facts\": [{'a': 1}]}", "text is in single quotes; use double quotes"),
        ('{"a": 1,}', "there is a comma before the closing bracket; remove it"),
        ('{"facts": [1,]}', "there is a comma before the closing bracket; remove it"),
        ('{"facts": [{"a": 1,}]}', "there is a comma before the closing bracket; remove it"),
        ('{"facts": [{"a": [1, ]}]}', "there is a comma before the closing bracket; remove it"),
        ('// no\n{"a": 1}', "JSON has no comments; remove this one"),
        ('# no\n{"a": 1}', "JSON has no comments; remove this one"),
        ('{// no\n"a": 1}', "JSON has no comments; remove this one"),
        ('{"a": /* no */ 1}', "JSON has no comments; remove this one"),
        ('{"a": 1 # no\n}', "JSON has no comments; remove this one"),
        ('{"a": None}', "JSON has no None; write null"),
        ('{"facts": [{"a": True}]}', "JSON has no True; write true"),
        ('{"facts": [undefined]}', "JSON has no undefined; write null"),
        ("{“a”: 1}", "text is in the quotes “; use straight double quotes"),
        *(
            (
                f'{{"facts": [{{"a": {number}}}]}}',
                "a number is not in plain decimal digits, such as 757000000, -5 or 0.5",
            )
            for number in ("+1", ".5", "1.", "1e", "0x1F", "007", "1_000", "1,000")
        ),
        ("<html>", "expected an object with facts, found HTML or XML"),
        ("true", "expected an object with facts, found something else"),
        ('{"a": "b\tc"}', r"a raw control character U+0009 in text; write it as \u0009"),
        ('{"a": "b\x01c"}', r"a raw control character U+0001 in text; write it as \u0001"),
        ('{"a": 1, "b": 2,\n "a": 3}', "the key 'a' is used twice at the top level, first on line 1"),
        ('{"a": 1, "\\u0061": 3}', "the key 'a' is used twice at the top level, first on line 1"),
        ('{"facts": [', "the file ends in the middle of a value"),
        ('{"facts": [{"a": "', "the file ends in the middle of a value"),
    ],
)
def test_a_file_that_is_no_base_is_refused_in_words(text: str, why: str) -> None:
    message = refuse(text)

    assert message.startswith("b.json: line ")
    assert message.endswith(f": {why}")


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        ('{"a": {"b": 1, "b": 2}}', ".a.b: the key is used twice on line 1"),
        ('{"a": [{}, {"b": 1,\n"c": [2],\n"b": 2}]}', ".a[1].b: the key is used twice, on lines 1 and 3"),
        ('{"a": [1, 2, {"b": 1, "b": 2}]}', ".a[2].b: the key is used twice on line 1"),
        ('{"b": {"a": 1}, "a.b": {"a": 1,\n"a": 2}}', ".a.b.a: the key is used twice, on lines 1 and 2"),
        ('{"a": 1, "\\u0061": 2}', ".a: the key is used twice on line 1"),
        ('{"a": {"b": NaN}, "a": 1}', ".a: the key is used twice on line 1"),
        ('{"a": ["b", "c\\u0000"]}', ".a[1]: a NUL character"),
        ('{"a\\u0000": 1}', ": a NUL character in a key"),
        ('{"a": [1, NaN]}', ".a[1]: NaN is not a JSON number"),
        ('{"a": -Infinity}', ".a: -Infinity is not a JSON number"),
        ('{"a": 1e999}', ".a: the number 1e999 is too large"),
        ('{"a": -1e999}', ".a: the number -1e999 is too large"),
        (f'{{"a": {"9" * 4300}}}', f".a: the number {'9' * 17} … 4,300 characters … {'9' * 17} is too large"),
        ('{"a": 9223372036854775808}', ".a: the number 9223372036854775808 is too large"),
        ('{"a": "\\ud800"}', ".a: half of a surrogate pair"),
        ('{"a": ["b", "\\udc00\\ud800"]}', ".a[1]: half of a surrogate pair"),
        ('{"a": {"\\ud800": 1}}', ".a: half of a surrogate pair in a key"),
        (f'{{"a": {"[" * 65}{"]" * 65}}}', ": nested deeper than 64"),
        (f'{{"a": {"[" * 201}NaN{"]" * 201}}}', ": nested deeper than 64"),
    ],
)
def test_laxness_of_the_parser_is_a_fault_with_its_place(record: str, fault: str) -> None:
    assert refuse(f'{{"facts": [{record}]}}') == fault


@pytest.mark.parametrize("depth", [65, 201, 1_000, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a": ', "}")])
def test_deep_nesting_is_refused_at_any_depth(depth: int, opening: str, closing: str) -> None:
    text = f'{{"facts": [{opening * depth}1{closing * depth}]}}'

    assert refuse(text).endswith("nested deeper than 64")


@pytest.mark.parametrize(
    "record",
    [
        f'{{"a": {"[" * 63}{"]" * 63}, "b": [[1], [2]]}}',
        f'{{"a": "{"[" * 65}"}}',
        '{"a": [' + "[1]," * 65 + "[1]]}",
        f'{{"a": {"9" * 18}}}',
        f'{{"a": -{"9" * 18}}}',
        '{"a": 1e308}',
        '{"a": "\\ud83d\\ude00 \\ue000 \\ud7ff"}',
    ],
    ids=["deep", "brackets in text", "many lists", "long number", "long negative number", "large number", "escapes"],
)
def test_what_is_just_within_the_limits_is_sound(record: str) -> None:
    assert refuse(f'{{"facts": [{record}]}}') == ""


@pytest.mark.parametrize(
    "record",
    [f'{{"a": {"[" * 64}{"]" * 64}}}', f'{{"a": {"9" * 19}}}', f'{{"a": -{"9" * 19}}}', '{"a": 1e309}'],
    ids=["deep", "long number", "long negative number", "large number"],
)
def test_what_is_just_beyond_the_limits_is_a_fault(record: str) -> None:
    assert refuse(f'{{"facts": [{record}]}}')


def test_a_text_is_read_as_strictly_as_a_stream() -> None:
    assert repr(parse_strictly('{"a": [1, -2.50, 1e3]}')) == "({'a': [1, -2.5, 1000.0]}, None)"
    assert parse_strictly('[{"b": 1,\n"b": 2}]', 7)[1] == ("[0].b", "the key is used twice, on lines 7 and 8")
    assert parse_strictly(f"[{'9' * 19}]")[1] == ("[0]", f"the number {'9' * 19} is too large")


def test_the_same_key_in_two_objects_is_sound() -> None:
    assert refuse('{"facts": [{"a": {"b": 1}, "c": {"b": 1}}]}') == ""


def test_a_duplicate_among_many_keys_is_found_in_one_pass() -> None:
    keys = ", ".join(f'"{number}": 1' for number in range(60_000))

    assert refuse(f'{{"facts": [{{{keys}, "7": 1}}]}}') == ".7: the key is used twice on line 1"


@pytest.mark.parametrize(
    "text", ['"' + "x" * 2 * RECORD_LIMIT, "[" + "1," * RECORD_LIMIT, '{"a": ' + "1" * 2 * RECORD_LIMIT]
)
def test_a_value_that_does_not_end_is_given_up(text: str) -> None:
    assert refuse('{"facts": [' + text).endswith("a value is longer than 1,048,576 characters, or never ends")


def test_blanks_cost_neither_time_nor_memory() -> None:
    assert read(" " * (1 << 22) + '{"facts":' + "\n" * (1 << 22) + "[]}") == []


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"\x1f\x8b\x08\x00", "this is gzip data, not a JSON fact base"),
        (b"PK\x03\x04", "this is a zip archive, not a JSON fact base"),
        (b"SQLite format 3\x00", "this is an SQLite database, not a JSON fact base"),
        (b"%PDF-1.7", "this is a PDF document, not a JSON fact base"),
    ],
)
def test_another_kind_of_file_is_called_by_its_name(content: bytes, why: str) -> None:
    assert refuse(content) == f"b.json: {why}"


@pytest.mark.parametrize("encoding", ["UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"])
@pytest.mark.parametrize("mark", ["", "\ufeff", " ", "\n\n"])
def test_another_encoding_is_named_with_the_way_out_of_it(encoding: str, mark: str) -> None:
    with pytest.raises(FactBaseError) as caught:
        read((mark + GOOD).encode(encoding))

    assert caught.value.message == f"b.json: the file is {encoding}, expected UTF-8"
    assert caught.value.hint == f"convert it: iconv -f {encoding} -t UTF-8"


def test_a_byte_order_mark_is_skipped_and_noted() -> None:
    reader = JsonStream(io.BytesIO(b"\xef\xbb\xbf" + GOOD.encode()), "b.json")

    assert [piece.value for piece in reader.read_pieces(set(SECTIONS))] == [piece.value for piece in read(GOOD)]
    assert reader.notes == ["the file begins with a byte order mark, which was skipped"]


def list_damage() -> Iterator[Any]:
    start = b'{"a": 1,\r\n "b": "'
    for bad in (b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xf4\x90\x80\x80", b"\xd0\xe0"):
        yield pytest.param(start + bad + b'"}', bad[0], len(start), 2, id=bad.hex())
    yield pytest.param(start + b"\xd0", 0xD0, len(start), 2, id="cut at the end")
    yield pytest.param('{\n\n"a": "Казахстан"}'.encode("cp1251"), 0xCA, 9, 3, id="cp1251")
    yield pytest.param(b"\xef\xbb\xbf{\n\xff}", 0xFF, 5, 2, id="after a byte order mark")
    far = b'{"facts": [' + b'"xxxxxxxxxxxxxxx",\n' * 20_000
    yield pytest.param(far + b"\xff", 0xFF, len(far), 20_001, id="after a chunk")


@pytest.mark.parametrize(("content", "byte", "offset", "line"), [*list_damage()])
@pytest.mark.parametrize("size", [4, CHUNK])
def test_a_byte_that_is_not_utf8_is_named_with_its_place(
    content: bytes, byte: int, offset: int, line: int, size: int
) -> None:
    with pytest.raises(FactBaseError) as caught:
        [*JsonStream(Dripping(content, size), "b.json").read_pieces(set(SECTIONS))]

    assert caught.value.message == f"b.json: line {line}: byte 0x{byte:02x} at offset {offset} is not UTF-8"
