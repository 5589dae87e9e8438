"""Test the readers and the renderer with damaged and random input: `./dev fuzz [SECONDS]`.

For any input, only the program's own errors may be raised, output contains no control characters, and a file that is
read and written is unchanged. A finding is printed with the seed that reproduces it; once fixed, it becomes a test
case.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import time
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from make_base import make_base
from tradefacts.basefile.canonical import format_canonical
from tradefacts.basefile.layers import Layer
from tradefacts.errors import TradefactsError
from tradefacts.factbase.opening import open_in_memory
from tradefacts.figure.parsing import parse_figure
from tradefacts.questions.facts import ask_facts
from tradefacts.render import render
from tradefacts.render.screen import Screen
from tradefacts.text import escape, shorten, write_json

if TYPE_CHECKING:
    from collections.abc import Callable


def _make_small_base() -> bytes:
    """Return a base of a dozen facts with only the records that they refer to."""
    base = json.loads("\n".join(make_base(12)))
    facts = json.dumps(base["facts"])
    for section in ("people", "offices", "bodies", "sources"):
        base[section] = [record for record in base[section] if f'"{record["id"]}"' in facts]
    return json.dumps(base, ensure_ascii=False, indent=0).encode()


BASE = _make_small_base()
SIGNS = ['"', "\\", "{", "}", "[", "]", ",", ":", "\n", "\0", "\x1b", "\u202e", "\u034f", "\ufe0f", "\u3164", "é", "中"]
WORDS = [
    *("$", "€", "1", "1,5", "2.345", "½", "млн", "миллиард", "billion", "bn", "тыс.", "per cent", "%", "-", "–", "≈"),
    *("вдвое", "1.5-fold", "(", ")", "more than", "US$", "сом", "2022", "\u00a0", "x", "10", "e9", "²", "+"),
]
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
    raw = next((sign for line in lines for sign in line if unicodedata.category(sign) in RAW), None)
    return None if raw is None else f"{raw!a} is shown raw"


def try_text(chance: random.Random) -> str | None:
    """Escape and shorten any text: it respects the limit, survives JSON, and contains no raw control characters."""
    text = "".join(chr(chance.randrange(0x110000)) for _ in range(chance.randint(0, 60)))
    limit = chance.randint(80, 400)
    if len(shorten(escape(text), limit).encode()) > limit:
        return f"{text!a} is longer than {limit} bytes"
    if json.loads(write_json(text)) != json.loads(json.dumps(text)):
        return f"{text!a} is another text as JSON"
    raw = any(unicodedata.category(sign) in RAW for sign in escape(text) + write_json(text))
    return f"{text!a} is shown raw" if raw else None


TRIALS: dict[str, Callable[[random.Random], str | None]] = {
    "loader": try_loader,
    "figures": try_figures,
    "renderer": try_renderer,
    "text": try_text,
}


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
