"""Lines of claims, as `facts --format jsonl` writes them: one JSON object per line, a fact's keys and its `page`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tradefacts.basefile.outside import check_encoding
from tradefacts.basefile.strictness import parse_strictly
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_LONGEST = 1 << 20


class ClaimLine(NamedTuple):
    """One line: its number, counted from 1, and its object, or the reason why it has none."""

    number: int
    value: dict[str, Any]
    fault: str | None = None


def read_claim_lines(stream: BinaryIO, name: str) -> Iterator[ClaimLine]:
    """Yield the non-blank lines of a file of claims; `name` is used in errors.

    Raises:
        FactBaseError: the file is in another encoding, or of another kind.
    """
    for number, line in enumerate(_split(stream), start=1):
        text = check_encoding(line, name)[0] if number == 1 else line
        if text.strip():
            yield _read(number, text)


def _split(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines; from a line that is too long, only a first part, which is also too long."""
    while line := stream.readline(_LONGEST + 1):
        yield line
        while len(line) > _LONGEST and not line.endswith(b"\n"):
            line = stream.readline(_LONGEST + 1)


def _read(number: int, line: bytes) -> ClaimLine:
    if len(line) > _LONGEST:
        return ClaimLine(number, {}, f"longer than {_LONGEST:,} bytes")
    try:
        value, fault = parse_strictly(line.decode(), number)
    except UnicodeDecodeError as error:
        return ClaimLine(number, {}, f"byte {error.start + 1} is not UTF-8")
    except (json.JSONDecodeError, RecursionError) as error:
        reason = error.msg.lower() if isinstance(error, json.JSONDecodeError) else "nested too deep"
        return ClaimLine(number, {}, f"not JSON: {reason}")
    if not isinstance(value, dict):
        return ClaimLine(number, {}, "expected a JSON object")
    return (
        ClaimLine(number, value) if fault is None else ClaimLine(number, {}, f"{fault.where} {fault.message}".strip())
    )
