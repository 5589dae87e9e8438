"""Time whole commands side by side and print ratios: ours against the least that such a command can cost.

    python benchmarks/compare.py            the shipped base
    python benchmarks/compare.py --large    and a base of 100,000 facts (made by make_base.py), compiled and asked

Each round runs every command once, in turn, so that a machine that slows down slows all of them; the medians of the
rounds are compared. Commands that are not installed are left out and named.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).parent
FACTS = HERE.parent / "data" / "facts.json"
PROGRAM = str(Path(sys.executable).with_name("tradefacts"))

HELLO = """
import typer
app = typer.Typer(rich_markup_mode=None)
@app.command()
def hello(name: str, loud: bool = False) -> None:
    print("hello", name)
app()
"""
HELLO_TABLE = """
import typer
app = typer.Typer(rich_markup_mode=None)
@app.command()
def hello(name: str, loud: bool = False) -> None:
    from rich.console import Console
    from rich.table import Table
    table = Table("name", "greeting")
    table.add_row(name, "hello")
    Console().print(table)
app()
"""


@dataclass
class Command:
    """A command to time: what it is compared with, and the ratio it must not exceed."""

    name: str
    arguments: list[str]
    against: str | None = None
    budget: float | None = None
    seconds: list[float] = field(default_factory=list)

    def run(self) -> None:
        """Run it once and keep its wall time."""
        start = time.perf_counter()
        subprocess.run(self.arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        self.seconds.append(time.perf_counter() - start)

    @property
    def median(self) -> float:
        """The median of its wall times, in seconds."""
        return statistics.median(self.seconds)


def main() -> None:
    """Measure, and print a table of medians and ratios."""
    parser = argparse.ArgumentParser(description="Time whole commands side by side.")
    parser.add_argument("--rounds", type=int, default=21)
    parser.add_argument("--large", action="store_true", help="also compile and ask a base of 100,000 facts")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        commands = list_commands(Path(folder))
        if options.large:
            commands += list_large_commands(Path(folder))
        compare(commands, options.rounds)


def list_commands(folder: Path) -> list[Command]:
    """Return the commands of the shipped base."""
    hello, table = folder / "hello.py", folder / "hello_table.py"
    hello.write_text(HELLO)
    table.write_text(HELLO_TABLE)
    python = sys.executable
    commands = [
        Command("bare interpreter", [python, "-c", "pass"]),
        Command("typer hello-world", [python, str(hello), "x"]),
        Command("typer + rich table hello-world", [python, str(table), "x"]),
        Command("tradefacts --help", [PROGRAM, "--help"], "typer hello-world", 1.35),
        Command("pair KZ KG --json", [PROGRAM, "pair", "KZ", "KG", "--json"], "typer hello-world", 1.35),
        Command("pair KZ UZ --json", [PROGRAM, "pair", "KZ", "UZ", "--json"], "typer hello-world"),
        Command("pair KZ KG", [PROGRAM, "pair", "KZ", "KG"], "typer + rich table hello-world", 1.35),
        Command("pair KZ UZ", [PROGRAM, "pair", "KZ", "UZ"], "typer + rich table hello-world"),
        Command("targets", [PROGRAM, "targets"], "typer + rich table hello-world"),
        Command("timeline KZ", [PROGRAM, "timeline", "KZ"], "typer + rich table hello-world"),
    ]
    return commands + list_others(folder, FACTS, "")


def list_others(folder: Path, facts: Path, suffix: str) -> list[Command]:
    """Return other tools asking the same base the same question, where they are installed."""
    commands = []
    if jq := shutil.which("jq"):
        query = '.facts[] | select((.country=="KZ" and .partner=="KG") or (.country=="KG" and .partner=="KZ"))'
        commands.append(Command(f"jq, the same claims{suffix}", [jq, query, str(facts)]))
    else:
        print("jq is not installed")
    if sqlite_utils := shutil.which("sqlite-utils") or shutil.which(
        "sqlite-utils", path=str(Path(sys.executable).parent)
    ):
        database = folder / f"{facts.stem}{len(suffix)}.db"
        records = json.loads(facts.read_text(encoding="utf-8"))["facts"]
        inserted = json.dumps(records)
        subprocess.run(
            [sqlite_utils, "insert", str(database), "facts", "-", "--alter"], input=inserted, text=True, check=True
        )
        query = "select * from facts where (country='KZ' and partner='KG') or (country='KG' and partner='KZ')"
        commands.append(Command(f"sqlite-utils, the same claims{suffix}", [sqlite_utils, str(database), query]))
    else:
        print("sqlite-utils is not installed")
    return commands


def list_large_commands(folder: Path) -> list[Command]:
    """Return the commands of a base of 100,000 facts, after compiling it and saying what that took."""
    large = folder / "large.json"
    with large.open("w", encoding="utf-8") as stream:
        subprocess.run([sys.executable, str(HERE / "make_base.py"), "100000"], stdout=stream, check=True)
    ask = [PROGRAM, "--base", str(large), "pair", "KZ", "KG", "--limit", "200", "--json"]
    empty = [PROGRAM, "pair", "KZ", "KG", "--json"]
    subprocess.run(empty, stdout=subprocess.DEVNULL, check=True)
    for name, command in (("first run: compiling 100,000 facts", ask), ("second run: the look-up", ask)):
        seconds, peak = measure(command)
        print(f"{name}: {seconds:.2f} s, peak memory {peak / 1024:.0f} MiB")
    small = [PROGRAM, "pair", "KZ", "KG", "--limit", "200", "--json"]
    return [
        Command("pair --limit 200, shipped base", small),
        Command("pair --limit 200, 100,000 facts", ask, "pair --limit 200, shipped base", 1.3),
        *list_others(folder, large, ", 100,000 facts"),
    ]


def measure(command: list[str]) -> tuple[float, int]:
    """Return the wall time of a command in seconds and its peak memory in KiB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, _, usage = os.wait4(process.pid, 0)
    process.returncode = 0
    return time.perf_counter() - start, usage.ru_maxrss if sys.platform == "linux" else usage.ru_maxrss // 1024


def compare(commands: list[Command], rounds: int) -> None:
    """Run the commands in turn and print medians, and ratios to what each is compared with."""
    for command in commands:
        command.run()
        command.seconds.clear()
    for _ in range(rounds):
        for command in commands:
            command.run()
    known = {command.name: command for command in commands}
    bare = commands[0].median
    print(f"{'command':<42} {'median':>9} {'× bare':>7}  ratio")
    for command in commands:
        ratio = ""
        if command.against:
            share = command.median / known[command.against].median
            budget = f" (budget {command.budget})" if command.budget else ""
            ratio = f"{share:.2f} × {command.against}{budget}"
        print(f"{command.name:<42} {command.median * 1000:>6.1f} ms {command.median / bare:>7.1f}  {ratio}")
    print(f"peak memory of all: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
