"""Test the readers and the renderer with damaged and random input: `./dev fuzz [SECONDS]`.

For any input, only the program's own errors may be raised, output contains no control characters, and a file that is
read and written is unchanged. A finding is printed with the seed that reproduces it; once fixed, it becomes a test
case.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it has no types of its own

from make_base import make_base
from tradefacts import open as open_facts
from tradefacts.basefile.canonical import format_canonical
from tradefacts.basefile.layers import Layer
from tradefacts.drafts.checking import ask_check
from tradefacts.drafts.proposals import ask_read
from tradefacts.errors import TradefactsError
from tradefacts.export import iterate_output
from tradefacts.export.form import Form
from tradefacts.factbase.opening import open_in_memory
from tradefacts.figure.parsing import parse_figure
from tradefacts.questions.facts import ask_facts
from tradefacts.records import RECORD_KINDS, RECORDS
from tradefacts.render import render
from tradefacts.render.screen import Screen
from tradefacts.serving.results import LARGEST
from tradefacts.serving.tools import TOOLS, call
from tradefacts.text import escape, shorten, write_json

if TYPE_CHECKING:
    from collections.abc import Callable

    from tradefacts.api import Facts


def _make_small_base() -> bytes:
    """Return a base of a dozen facts with only the records that they refer to."""
    base = json.loads("\n".join(make_base(12)))
    facts = json.dumps(base["facts"])
    for section in ("people", "offices", "bodies", "sources"):
        base[section] = [record for record in base[section] if f'"{record["id"]}"' in facts]
    return json.dumps(base, ensure_ascii=False, indent=0).encode()


def _write_lines(base: bytes) -> bytes:
    """Return a base as JSON lines."""
    document = json.loads(base)
    header = {key: value for key, value in document.items() if not isinstance(value, list)}
    kinds = {section: kind for kind, section in RECORD_KINDS.items()}
    records = [{"kind": kinds[section], **record} for section in RECORDS for record in document[section]]
    return "".join(f"{write_json(line)}\n" for line in (header, *records, *document["facts"])).encode()


def _read_articles() -> list[str]:
    """Return the sentences of the articles that the tests read."""
    lines = (Path(__file__).parents[1] / "tests" / "articles" / "written.jsonl").read_text("utf-8").splitlines()
    return [sentence for line in lines for sentence in re.split(r"(?<=[.!?])\s+", json.loads(line)["text"])]


BASE = _make_small_base()
LINES = _write_lines(BASE)
SIGNS = ['"', "\\", "{", "}", "[", "]", ",", ":", "\n", "\0", "\x1b", "\u202e", "\u034f", "\ufe0f", "\u3164", "é", "中"]
WORDS = [
    *("$", "€", "1", "1,5", "2.345", "½", "млн", "миллиард", "billion", "bn", "тыс.", "per cent", "%", "-", "–", "≈"),
    *("вдвое", "1.5-fold", "(", ")", "more than", "US$", "сом", "2022", "\u00a0", "x", "10", "e9", "²", "+"),
]
NAMES = [
    *(
        "KZ",
        "Kazakhstan",
        "Узбекистан",
        "Қазақстан",
        "KG",
        "Tajikistan",
        "EU",
        "WORLD",
        "China",
        "Korea",
        "XX",
        "Токаев",
    ),
    *("none", "Sputnik", "kz-statistics", "kz-kg-turnover-volume-2022-interfax-94867", "interfax-94867"),
]
DATES = ["2022", "2023-05", "2023-01/2023-07", "2024-02-29", "2023-13", "0000", "in May", "last year"]
SENTENCES = _read_articles()
ODD: tuple[Any, ...] = (None, True, -1, 0, 10**30, 1.5, "", [], {}, [1], ["", None], "\x1b[2J", "x" * 10_000, "\ud800")
LONGEST = 300
"""Maximum bytes of the message of a fault, without its position."""
RAW = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def damage(content: bytes, chance: random.Random) -> bytes:
    """Return a file with a few bytes changed, removed, repeated or inserted."""
    data = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at, end = sorted((chance.randrange(len(data)), chance.randrange(len(data))))
        inserted = (
            data[at : min(end, at + 60)],
            chance.choice(SIGNS).encode(),
            json.dumps(chance.choice([*SIGNS, *WORDS])).encode(),
            bytes([chance.randrange(256)]),
            b"",
        )
        data[at : at + chance.choice((0, 1, 20))] = chance.choice(inserted)
    return bytes(data)


def try_loader(chance: random.Random) -> str | None:
    """Read a damaged base; if it is valid, writing and reading it must not change it."""
    content = damage(BASE, chance)
    try:
        once = format_canonical(content, "b.json")
    except TradefactsError as error:
        return _check_error(error)
    return None if format_canonical(once, "b.json") == once else "the canonical form is not canonical"


def try_lines(chance: random.Random) -> str | None:
    """Read damaged JSON lines; if they are valid, the canonical form is a fixed point."""
    content = damage(LINES, chance)
    try:
        once = format_canonical(content, "b.jsonl")
    except TradefactsError as error:
        return _check_error(error)
    return None if format_canonical(once, "b.jsonl") == once else "the canonical form is not canonical"


def try_reader(chance: random.Random) -> str | None:
    """Read and check sentences of articles that are mixed and damaged: each figure is where it is said to be."""
    text = " ".join(chance.choices(SENTENCES, k=chance.randint(1, 4)))
    for _ in range(chance.randint(0, 6)):
        at = chance.randrange(len(text) + 1)
        inserted = chance.choice(
            [*SIGNS, *WORDS, *NAMES, "\n", "; ", text[at : at + 30], chr(chance.randrange(0xD800))]
        )
        text = text[:at] + inserted + text[at + chance.choice((0, 0, 1, 8)) :]
    published = chance.choice((None, "2024", "2024-02", "2024-02-29"))
    try:
        read = ask_read(shipped().base, text, published=published)
        checked = ask_check(shipped().base, text, published=published)
    except TradefactsError as error:
        return _check_error(error)
    found: list[Any] = [*read.result.proposals, *checked.result.checked]
    misplaced = next((one for one in found if text[slice(*one.span)] != one.printed), None)
    if misplaced is not None:
        return f"{misplaced.printed!a} is not at {misplaced.span} of {text!a}"
    shown = "".join([*render(read, Screen()), *render(checked, Screen()), *iterate_output(checked, Form("json"))])
    raw = _find_raw(shown)
    return None if raw is None else f"{raw!a} is shown raw for {text!a}"


def try_server(chance: random.Random) -> str | None:
    """Call a tool with arguments of any kind: a result of bounded length, valid by its schema, or an error."""
    tool = chance.choice([*TOOLS.values()])
    names = chance.sample([*tool.arguments], chance.randint(0, len(tool.arguments)))
    arguments = {name: _make_argument(chance, tool.arguments[name]) for name in (*names, *tool.required)}
    if chance.random() < 0.05:  # noqa: PLR2004 - rarely
        arguments[chance.choice(WORDS)] = 1
    result = call(shipped(), tool.name, arguments)
    written = write_json(result.data)
    if len(result.text.encode()) + len(written.encode()) > LARGEST:
        return f"{tool.name} {arguments!a}: a result of {len(result.text) + len(written)} bytes"
    if not result.is_error and not Draft202012Validator(tool.output_schema).is_valid(json.loads(written)):
        return f"{tool.name} {arguments!a}: the result is not valid"
    raw = _find_raw(result.text.replace("\n", "") + written)
    return None if raw is None else f"{tool.name} {arguments!a}: {raw!a} is shown raw"


def _make_argument(chance: random.Random, schema: dict[str, Any]) -> Any:  # noqa: ANN401 - whatever JSON can hold
    """Return a value of the type that the schema wants, mostly."""
    if chance.random() < 0.1:  # noqa: PLR2004 - rarely
        return chance.choice(
            [None, True, -1, 0, 10**30, 1.5, "", [], {}, [1], ["", None], "\x1b[2J", "x" * 10_000, "\ud800"]
        )
    if "enum" in schema:
        return chance.choice(schema["enum"])
    if schema["type"] == "integer":
        return chance.choice([1, 2, 50, 10**9])
    if schema["type"] == "boolean":
        return chance.random() < 0.5  # noqa: PLR2004 - either
    text = chance.choice([*NAMES, *DATES, *WORDS, *SIGNS, *SENTENCES[:50]])
    return [text, chance.choice(NAMES)] if schema["type"] == "array" else text


@cache
def shipped() -> Facts:
    """Return the built-in base."""
    return open_facts()


def try_figures(chance: random.Random) -> str | None:
    """Read a random figure: each of its possible values is within its interval."""
    text = chance.choice(["", " "]).join(chance.choices(WORDS, k=chance.randint(1, 7)))
    try:
        figures = parse_figure(text)
    except TradefactsError as error:
        return _check_error(error)
    return None if figures else f"{text!r} is read as no figure, without an error"


def try_renderer(chance: random.Random) -> str | None:
    """Show a base with arbitrary texts: no format contains raw control characters."""
    document = json.loads(BASE)
    for source in document["sources"]:
        source["title"] = "a" + "".join(chr(chance.randrange(1, 0xD800)) for _ in range(20))
    for person in document["people"]:
        person["name"] = "b" + "".join(chance.choices(SIGNS[8:], k=5)).replace("\0", "")
    base = open_in_memory([Layer("b.json", None, content=json.dumps(document).encode())])
    answer = ask_facts(base)
    lines = [*render(answer, Screen()), *(claim.json for claim in answer.claims)]
    raw = _find_raw("".join(lines))
    return None if raw is None else f"{raw!a} is shown raw"


def try_text(chance: random.Random) -> str | None:
    """Escape and shorten any text: it respects the limit, survives JSON, and contains no raw control characters."""
    text = "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randint(0, 60)))
    limit = chance.randint(80, 400)
    if len(shorten(escape(text), limit).encode()) > limit:
        return f"{text!a} is longer than {limit} bytes"
    if json.loads(write_json(text)) != json.loads(json.dumps(text)):
        return f"{text!a} is another text as JSON"
    return None if _find_raw(escape(text) + write_json(text)) is None else f"{text!a} is shown raw"


TRIALS: dict[str, Callable[[random.Random], str | None]] = {
    "loader": try_loader,
    "lines": try_lines,
    "reader": try_reader,
    "server": try_server,
    "figures": try_figures,
    "renderer": try_renderer,
    "text": try_text,
}


def _find_raw(text: str) -> str | None:
    return next((sign for sign in text if unicodedata.category(sign) in RAW), None)


def _check_error(error: TradefactsError) -> str | None:
    findings: list[Any] = [*getattr(error, "findings", ())]
    long = next((finding for finding in findings if len(finding.message.encode()) > LONGEST), None)
    return f"a fault is told at length: {long.message[:80]!a}…" if long else None


def main() -> int:
    """Run each trial for its share of the time; return 1 if anything was found."""
    parser = argparse.ArgumentParser(description="Feed readers and renderer with damaged and invented input.")
    parser.add_argument("seconds", type=float, nargs="?", default=60.0)
    parser.add_argument("--seed", type=int, help="try one seed again")
    parser.add_argument("--only", choices=[*TRIALS])
    arguments = parser.parse_args()
    trials = {name: trial for name, trial in TRIALS.items() if arguments.only in {None, name}}
    found = 0
    for name, trial in trials.items():
        end = time.monotonic() + arguments.seconds / len(trials)
        seed = arguments.seed if arguments.seed is not None else time.time_ns() % 10**9
        tried = 0
        while not tried or (arguments.seed is None and time.monotonic() < end):
            try:
                fault = trial(random.Random(seed + tried))  # noqa: S311 - not used for security
            except Exception as error:  # noqa: BLE001 - any error is a finding
                fault = f"{type(error).__name__}: {error}"
            if fault is not None:
                found += 1
                print(f"{name}: --seed {seed + tried} --only {name}: {fault[:300]}", flush=True)
            tried += 1
        print(f"{name}: {tried} inputs", flush=True)
    print(f"fuzz: {found} found")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main())
