"""Measure whole commands side by side, and write `docs/speed.md`: `./dev bench`.

Each round runs every command once, in turn, so that a slow phase of the machine affects all of them; the medians of the
rounds are compared. CPU time includes child processes; it varies less than wall time on a shared machine. If valgrind
is installed, it counts the instructions of one run of each small command. The bases are made by `make_base.py`.
Compiling is compared with an earlier commit, checked out next to the repository. Tools that are not installed are
listed and left out.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from make_base import make_base

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

HERE = Path(__file__).parent
ROOT = HERE.parent
FACTS = ROOT / "data" / "facts.json"
PYTHON = sys.executable
PROGRAM = (PYTHON, "-P", "-m", "tradefacts")
BEFORE = "d59a1c2"
"""The commit with which compiling is compared."""
ANSWERED_AT_ONCE = ("show", "person-0000001")
"""A question that costs both commits a tenth of a second: what is compared is compiling, not how a place is shown."""
BAR = 40
ANSWERED = (0, 1)
"""The exit status of a command that worked; audit and lint have 1 if they find anything."""
SLOWEST = ("csvsql", 30_000)
"""A tool that guesses the type of every column first, and the most facts that it is measured with."""

HELLO = """
import typer
app = typer.Typer(rich_markup_mode=None)
@app.command()
def hello(name: str, loud: bool = False) -> None:
    print("hello", name)
app()
"""
HELLO_TABLE = HELLO.replace(
    '    print("hello", name)\n',
    """    from rich.console import Console
    from rich.table import Table
    table = Table("name", "greeting")
    table.add_row(name, "hello")
    Console().print(table)
""",
)


class Run(NamedTuple):
    """The cost of one run: wall time and CPU time in seconds, and peak memory in MiB."""

    wall: float
    cpu: float
    memory: float


@dataclass
class Command:
    """A command to measure, the command it is compared with, and the highest acceptable ratio."""

    name: str
    arguments: Sequence[str]
    against: str | None = None
    budget: float | None = None
    runs: list[Run] = field(default_factory=list)
    instructions: int | None = None

    def run(self, environment: dict[str, str]) -> Run:
        """Run it once and store the cost."""
        self.runs.append(run(self.arguments, environment))
        return self.runs[-1]

    @property
    def median(self) -> Run:
        """The medians of its runs."""
        return Run(*(statistics.median(values) for values in zip(*self.runs, strict=True)))


def main() -> None:
    """Measure everything, print it, and write the page."""
    parser = argparse.ArgumentParser(description="Measure whole commands side by side and write docs/speed.md.")
    parser.add_argument("--rounds", type=int, default=11, help="of the small commands")
    parser.add_argument("--sizes", default="3000,30000,100000,1000000", help="facts of the bases")
    parser.add_argument("--one-pair", default="10000,100000", help="facts of the bases with a single pair")
    parser.add_argument("--before", default=BEFORE, help="the commit that compiling is compared with")
    parser.add_argument("--output", type=Path, default=ROOT / "docs" / "speed.md")
    options = parser.parse_args()
    sizes, one_pair = ([int(size) for size in text.split(",") if size] for text in (options.sizes, options.one_pair))
    with tempfile.TemporaryDirectory() as name, _check_out(options.before, Path(name)) as before:
        folder = Path(name)
        environment = make_environment(folder)
        lines = [*_write_head(), *measure_starts(folder, environment, options.rounds)]
        lines += measure_growth(folder, environment, sizes, before, options.before)
        lines += measure_one_pair(folder, environment, one_pair)
    text = "\n".join(lines) + "\n"
    print(text)
    options.output.write_text(text, encoding="utf-8")


def make_environment(folder: Path) -> dict[str, str]:
    """Return an environment with a separate cache, and with writing of compiled modules enabled."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "TRADEFACTS"))}
    return kept | {"XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPYCACHEPREFIX": str(folder / "modules")}


def run(arguments: Sequence[str], environment: dict[str, str], output: Path | None = None) -> Run:
    """Run a command to its end and return the cost; its output goes to a file or is discarded."""
    with (output or Path(os.devnull)).open("wb") as stream:
        start = time.perf_counter()
        process = subprocess.Popen(arguments, stdout=stream, stderr=subprocess.DEVNULL, env=environment, cwd="/")
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in ANSWERED:
        print(f"exit status {process.returncode}: {' '.join(arguments)[:200]}", file=sys.stderr)
    unit = 1 << 10 if sys.platform == "linux" else 1 << 20
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / unit)


def measure_starts(folder: Path, environment: dict[str, str], rounds: int) -> list[str]:
    """Return the table of small commands on the built-in base."""
    commands = list_starts(folder)
    compare(commands, environment, rounds)
    known = {command.name: command for command in commands}
    lines = ["## The shipped base", "", f"Medians of {rounds} rounds.", ""]
    lines += ["| command | wall | CPU | peak | instructions | CPU ratio | budget |", "|---|--:|--:|--:|--:|--:|--:|"]
    for command in commands:
        found, reference = command.median, known.get(command.against or "")
        ratio = f"{found.cpu / reference.median.cpu:.2f} × {reference.name}" if reference else ""
        budget = f"{command.budget}" if command.budget else ""
        count = f"{command.instructions / 1e6:,.0f} m" if command.instructions else ""
        taken = f"{_ms(found.wall)} | {_ms(found.cpu)} | {found.memory:.0f} MiB"
        lines.append(f"| {command.name} | {taken} | {count} | {ratio} | {budget} |")
    return [*lines, ""]


def list_starts(folder: Path) -> list[Command]:
    """Return the small commands, and the baselines for their cost."""
    hello, table = folder / "hello.py", folder / "hello_table.py"
    hello.write_text(HELLO)
    table.write_text(HELLO_TABLE)
    plain, drawn = "hello-world", "table hello-world"
    questions = [
        ("--help", plain, 1.0),
        ("pair KZ KG --json", plain, 0.95),
        ("pair KZ UZ --json", plain, 1.1),
        ("pair KZ KG", drawn, 1.2),
        ("targets", drawn, 1.5),
        ("timeline KZ", drawn, 1.5),
        ("officials KZ", drawn, 1.5),
        ("sources", drawn, 1.5),
        ("audit", drawn, 2.0),
    ]
    commands = [
        Command("bare interpreter", [PYTHON, "-c", "pass"]),
        Command(plain, [PYTHON, str(hello), "x"]),
        Command(drawn, [PYTHON, str(table), "x"]),
        *(Command(f"`{text}`", [*PROGRAM, *text.split()], against, most) for text, against, most in questions),
    ]
    return [*commands, *list_others(folder, FACTS)]


def list_others(folder: Path, facts: Path, size: int = 0) -> list[Command]:
    """Return other tools that find the same claims of KZ and KG in the same base; missing tools are listed."""
    database, table = folder / f"{facts.stem}.sqlite", folder / f"{facts.stem}.csv"
    _write_database(facts, database)
    _write_csv(facts, table)
    where = "(country='KZ' and partner='KG') or (country='KG' and partner='KZ')"
    query = f"select * from facts where {where}"  # noqa: S608 - fixed text
    from_csv = f"select * from '{table}' where {where}"  # noqa: S608 - fixed text, too
    select = '.facts[] | select((.country=="KZ" and .partner=="KG") or (.country=="KG" and .partner=="KZ"))'
    tools = {
        "sqlite3": ["sqlite3", "-json", str(database), query],
        "jq": ["jq", select, str(facts)],
        "sqlite-utils": ["sqlite-utils", str(database), query],
        "duckdb": ["duckdb", "-json", "-c", from_csv],
        "csvsql": ["csvsql", "--query", query.replace(" facts ", f" {facts.stem} "), str(table)],
    }
    if size > SLOWEST[1]:
        del tools[SLOWEST[0]]
    found = {name: shutil.which(name) or shutil.which(name, path=str(Path(PYTHON).parent)) for name in tools}
    if missing := [name for name, path in found.items() if path is None]:
        print(f"not installed: {', '.join(missing)}", file=sys.stderr)
    return [Command(name, [path, *tools[name][1:]]) for name, path in found.items() if path is not None]


def compare(commands: Iterable[Command], environment: dict[str, str], rounds: int) -> None:
    """Run the commands in turn, after one warm-up run; count instructions if valgrind is installed."""
    for command in commands:
        run(command.arguments, environment)
    for _ in range(rounds):
        for command in commands:
            command.run(environment)
    valgrind = shutil.which("valgrind")
    for command in commands if valgrind else ():
        command.instructions = count_instructions(str(valgrind), command.arguments, environment)


def count_instructions(valgrind: str, arguments: Sequence[str], environment: dict[str, str]) -> int | None:
    """Return the number of instructions that a command executes."""
    options = ["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null"]
    done = subprocess.run([valgrind, *options, *arguments], capture_output=True, env=environment, cwd="/", check=False)
    counted = re.search(rb"I\s+refs:\s+([0-9,]+)", done.stderr)
    return int(counted[1].replace(b",", b"")) if counted else None


def measure_growth(
    folder: Path, environment: dict[str, str], sizes: Sequence[int], before: Path | None, commit: str
) -> list[str]:
    """Return a table of the cost by size, and a chart of its growth."""
    found: dict[str, dict[int, Run]] = {}
    for size in sizes:
        base = _make(folder, size, None)
        for name, taken in _measure_size(folder, base, size, environment, before):
            found.setdefault(name, {})[size] = taken
            print(f"{size:,}: {name}: {taken.cpu:.2f} s, {taken.memory:.0f} MiB", file=sys.stderr)
        base.unlink()
    lines = [
        "## Bases of any size",
        "",
        "CPU seconds and peak memory in MiB; pairs as skewed as in the shipped base.",
        "",
    ]
    lines += [f"| command | {' | '.join(f'{size:,} facts' for size in sizes)} |", f"|---|{'--:|' * len(sizes)}"]
    for name, runs in found.items():
        cells = [f"{runs[size].cpu:.2f} s, {runs[size].memory:.0f}" if size in runs else "" for size in sizes]
        lines.append(f"| {name.format(commit=commit)} | {' | '.join(cells)} |")
    largest = [size for size in sizes if before is not None and size in found["first answer, at {commit}"]]
    if largest:
        first, earlier = (
            found[name][largest[-1]] for name in ("first answer (compiling)", "first answer, at {commit}")
        )
        share = first.cpu / earlier.cpu
        lines += ["", f"Compiling {largest[-1]:,} facts takes {share:.2f} × the CPU time of {commit} (budget 0.6)."]
    return [*lines, "", *_draw(found, sizes), ""]


def _measure_size(
    folder: Path, base: Path, size: int, environment: dict[str, str], before: Path | None
) -> Iterator[tuple[str, Run]]:
    ask = [*PROGRAM, "--base", str(base)]
    if before is not None:
        own = environment | {"PYTHONPATH": str(before / "src"), "XDG_CACHE_HOME": str(folder / "before")}
        run([*PROGRAM, "--version"], own)
        yield "first answer, at {commit}", run([*ask, *ANSWERED_AT_ONCE], own)
        shutil.rmtree(folder / "before", ignore_errors=True)
    run([*PROGRAM, "--version"], environment)
    yield "first answer (compiling)", run([*ask, *ANSWERED_AT_ONCE], environment)
    for text in (
        "pair KZ KG --json",
        "search Душанбе --limit 20 --json",
        "targets --json",
        "coverage --json",
        "facts --format jsonl",
        "audit --json",
    ):
        yield f"`{text}`", run([*ask, *text.split()], environment)
    yield "`lint`", run([*PROGRAM, "lint", str(base)], environment)
    yield "first line of `facts --format jsonl`", _measure_first_line([*ask, "facts", "--format", "jsonl"], environment)
    for command in list_others(folder, base, size):
        yield f"{command.name}, the claims of KZ and KG", run(command.arguments, environment)


def _measure_first_line(arguments: Sequence[str], environment: dict[str, str]) -> Run:
    """Return the wall time until the first line."""
    start = time.perf_counter()
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, env=environment, cwd="/") as process:
        assert process.stdout is not None  # noqa: S101 - it was asked for
        process.stdout.readline()
        wall = time.perf_counter() - start
        process.kill()
    return Run(wall, wall, 0)


def measure_one_pair(folder: Path, environment: dict[str, str], sizes: Sequence[int]) -> list[str]:
    """Return the table of the worst case: all claims about trade on one pair."""
    lines = ["## One pair", "", "All claims about trade on a single pair.", ""]
    lines += [f"| command | {' | '.join(f'{size:,} facts' for size in sizes)} |", f"|---|{'--:|' * len(sizes)}"]
    questions = ("pair KZ UZ --json", "audit --json")
    cells: dict[str, list[str]] = {text: [] for text in questions}
    for size in sizes:
        base = _make(folder, size, 1)
        run([*PROGRAM, "--base", str(base), "show", "KZ"], environment)
        for text in questions:
            taken = run([*PROGRAM, "--base", str(base), *text.split()], environment)
            cells[text].append(f"{taken.cpu:.2f} s, {taken.memory:.0f}")
            print(f"one pair, {size:,}: {text}: {cells[text][-1]} MiB", file=sys.stderr)
        base.unlink()
    return [*lines, *(f"| `{text}` | {' | '.join(row)} |" for text, row in cells.items()), ""]


def _draw(found: dict[str, dict[int, Run]], sizes: Sequence[int]) -> list[str]:
    """Return a chart of CPU time by size, with bars on a logarithmic scale."""
    lines = ["```text", "CPU seconds, on a scale of powers of ten from 0.01 s"]
    decades = 4
    for name in ("first answer (compiling)", "`pair KZ KG --json`", "`targets --json`", "`audit --json`", "`lint`"):
        for size in sizes:
            if taken := found.get(name, {}).get(size):
                # The bar grows by a fixed length for each factor of ten.
                length = max(1, round(BAR / decades * _log10(taken.cpu / 0.01)))
                lines.append(f"{name.strip('`'):<26}{size:>10,}  {'█' * length} {taken.cpu:.2f}")
    return [*lines, "```"]


def _log10(number: float) -> float:
    import math  # noqa: PLC0415 - one use

    return math.log10(max(number, 1))


def _make(folder: Path, size: int, pairs: int | None) -> Path:
    base = folder / f"facts{size}{'' if pairs is None else 'one'}.json"
    with base.open("w", encoding="utf-8") as stream:
        stream.writelines(f"{line}\n" for line in make_base(size, pairs))
    return base


def _iterate_facts(base: Path) -> Iterator[dict[str, object]]:
    """Yield the facts of a base with one record a line; memory of this process would count for its children."""
    with base.open(encoding="utf-8") as stream:
        lines = iter(stream)
        while next(lines).rstrip() != '"facts": [':
            pass
        for line in lines:
            if line.startswith("]"):
                return
            yield json.loads(line.rstrip().rstrip(","))


def _list_keys(base: Path) -> list[str]:
    return list(dict.fromkeys(name for record in _iterate_facts(base) for name in record))


def _write_database(base: Path, path: Path) -> None:
    import sqlite3  # noqa: PLC0415 - only here

    names = _list_keys(base)
    columns = ", ".join(f'"{name}"' for name in names)
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    connection.execute(f"CREATE TABLE facts ({columns})")
    rows = ([_flatten(record.get(name)) for name in names] for record in _iterate_facts(base))
    connection.executemany(f"INSERT INTO facts VALUES ({', '.join('?' * len(names))})", rows)  # noqa: S608 - marks
    connection.commit()
    connection.close()


def _write_csv(base: Path, path: Path) -> None:
    import csv  # noqa: PLC0415 - only here

    names = _list_keys(base)
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(names)
        writer.writerows([_flatten(record.get(name)) for name in names] for record in _iterate_facts(base))


def _flatten(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (list, dict)) else value


@contextmanager
def _check_out(commit: str, folder: Path) -> Iterator[Path | None]:
    """Check out a commit next to the repository, and remove it at the end; None if that fails."""
    git, place = shutil.which("git"), folder / "earlier"
    made = git and subprocess.run(
        [git, "worktree", "add", "--detach", str(place), commit], cwd=ROOT, capture_output=True, check=False
    )
    try:
        yield place if made and made.returncode == 0 else None
    finally:
        if git and made and made.returncode == 0:
            subprocess.run(
                [git, "worktree", "remove", "--force", str(place)], cwd=ROOT, capture_output=True, check=False
            )


def _write_head() -> list[str]:
    day = time.strftime("%Y-%m-%d", time.gmtime())
    where = f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} processors"
    return [
        "# Speed",
        "",
        "Written by `./dev bench`; every number is from one run of it.",
        "",
        f"{day}, {where}. Compare ratios: the machine was shared, and absolute times hold for it alone.",
        "",
    ]


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms"


if __name__ == "__main__":
    main()
