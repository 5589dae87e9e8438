"""Run the commands in the documents, and insert their output.

    <!-- transcript: 1-4 9-10 -->
    ```console
    $ tradefacts pair KZ KG
    ```

The ranges are the lines to keep, counted from 1; without ranges, all are kept. Omitted lines are shown as "…". Commands
run on a terminal of 100 columns without colour.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent
COLUMNS = 100

_BLOCK = re.compile(r"(<!-- transcript:([ 0-9-]*)-->\n```console\n\$ ([^\n]+)\n).*?(```)", re.DOTALL)
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")  # jq before 1.7.1 does not know NO_COLOR
_FAULT = "hint: this is a bug in tradefacts; run again with --debug and report it"
_PROGRAMS = ("jq", "sqlite3")


def replay(document: str) -> str:
    """Return a document with the output of its commands as they print it now.

    A command that needs a program which is not installed keeps the output it has.
    """
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(run, {block[3] for block in _BLOCK.finditer(document) if _can_run(block[3])}))
    return _BLOCK.sub(_replace, document)


def _replace(block: re.Match[str]) -> str:
    if not _can_run(block[3]):
        return block[0]
    lines = _cut(run(block[3]), block[2].split())
    return "\n".join([f"{block[1]}{lines[0]}", *lines[1:], block[4]]) if lines else block[1] + block[4]


def _can_run(command: str) -> bool:
    return all(shutil.which(program) for program in _PROGRAMS if f"| {program} " in command)


@cache
def run(command: str) -> list[str]:
    """Return the lines that a command prints on a terminal."""
    import pty  # noqa: PLC0415 - not available on every system, and not needed for tables

    reader, writer = pty.openpty()
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TRADEFACTS_")}
    environment = {**kept, "PATH": path, "COLUMNS": str(COLUMNS), "NO_COLOR": "1", "TERM": "xterm", "PAGER": ""}
    shell = ["/bin/sh", "-c", command]
    process = subprocess.Popen(  # noqa: S603 - commands from the documents
        shell, stdin=subprocess.DEVNULL, stdout=writer, stderr=writer, cwd=ROOT, env=environment
    )
    os.close(writer)
    printed = b"".join(iter(lambda: _read(reader), b""))
    os.close(reader)
    process.wait()
    written = _COLOUR.sub("", printed.decode().replace("\r\n", "\n")).removesuffix("\n").split("\n")
    # On a slow machine, a progress line is shown and erased. Lines of CSV end with their own carriage return.
    lines = [line.rstrip("\r").rpartition("\r")[2] for line in written]
    lines = [] if lines == [""] else lines
    if _FAULT in lines:
        sys.exit(f"{command}: {lines[0]}")
    return lines


def _read(reader: int) -> bytes:
    try:
        return os.read(reader, 1 << 16)
    except OSError:  # Linux: the other end of the terminal is closed
        return b""


def _cut(lines: list[str], ranges: list[str]) -> list[str]:
    """Return the lines in the ranges, with a mark for omitted ones."""
    if not ranges:
        return lines
    spans = [(int(first) - 1, int(last or first)) for first, _, last in (one.partition("-") for one in ranges)]
    ends = [(0, 0), *spans, (len(lines), len(lines))]
    kept: list[str] = []
    for (_, before), (first, last) in pairwise(ends):
        kept += ["…"] if first > before else []
        kept += lines[first:last]
    return kept
