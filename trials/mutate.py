"""Change the code in small ways, and check whether the tests notice: `./dev mutate [MODULE…]`.

A seeded sample of mutants of each module is tried with the quick tests of that module only, each in a fork of this
process that stops at the first test that fails. A mutant that no test notices is printed with its line: either a test
is missing, or the code has no effect. Mutants that change no behaviour count as not noticed. The run fails if the tests
of any module notice less than the required share. Mutants are written to a copy of the sources; the work tree is not
changed.
"""

from __future__ import annotations

import argparse
import ast
import multiprocessing
import os
import random
import resource
import shutil
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

# Imported before the forks, so that each starts at once; nothing of tradefacts may be among these.
import hypothesis
import pydantic
import pytest
import rich.console
import typer

LOADED = (hypothesis, pydantic, pytest, rich.console, typer)
ROOT = Path(__file__).parents[1]
LEAST = 85
"""Percent of mutants of each module that the tests must notice."""
CPU_SECONDS = 40
"""Several times what the slowest tests need; a mutant that needs more is noticed."""
PATIENCE = 180
"""Seconds until a mutant counts as noticed because it waits forever."""
MEMORY = 2**31
MODULES = {
    "figure": (
        "figure/*.py",
        "test_printed_figures.py test_figure_limits.py test_figure_shapes.py test_notation.py test_figure.py",
    ),
    "period": ("period.py", "test_period.py"),
    "interval": ("interval.py", "test_interval.py"),
    "comparison": (
        "reckoning/comparison.py reckoning/readings.py reckoning/matching.py",
        "test_comparison.py test_readings.py test_matching.py",
    ),
    "goals": (
        "reckoning/goals.py reckoning/progress.py reckoning/assessment.py",
        "test_reckoning_goals.py test_reckoning_statements.py test_questions_targets.py test_reckoning_derivations.py",
    ),
    "offices": (
        "reckoning/spells.py reckoning/holders.py reckoning/signs.py questions/officials.py",
        "test_reckoning_spells.py test_questions_officials.py",
    ),
    "loader": (
        "basefile/json_stream.py basefile/strictness.py basefile/outside.py",
        "test_json_stream.py test_json_lines.py test_outside.py test_json_suite.py test_faults_files.py",
    ),
    "lint": ("lint/*.py", "test_lint_rules.py test_lint_limits.py test_lint_checking.py"),
    "text": ("text.py", "test_text.py"),
    "writing": ("writing.py storage.py", "test_writing.py test_storage.py"),
}
"""Files of the package, and the tests that must notice their mutants; those that are quick and notice most first."""

COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
RECKONED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult}


class Mutant(NamedTuple):
    """One change: the file, the number of the changed node in it, and what is done to the node."""

    path: Path
    node: int
    change: str


class Outcome(NamedTuple):
    """How many mutants of a module were tried and noticed, of how many there are."""

    module: str
    tried: int
    noticed: int
    total: int

    @property
    def share(self) -> int:
        """Percent of the tried mutants that were noticed, rounded down."""
        return 100 * self.noticed // max(self.tried, 1)


def list_mutants(path: Path) -> list[Mutant]:
    """Return each small change of a module: comparisons, arithmetic, conditions, numbers and results."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        Mutant(path, number, change) for number, node in enumerate(ast.walk(tree)) for change in _list_changes(node)
    ]


def change_source(mutant: Mutant) -> tuple[str, str]:
    """Return the text of the changed file, and a description with the line."""
    tree = ast.parse(mutant.path.read_text(encoding="utf-8"))
    node = list(ast.walk(tree))[mutant.node]
    place = f"{mutant.path.parent.name}/{mutant.path.name}:{getattr(node, 'lineno', 0)}"
    description = f"{place}: {ast.unparse(node)[:80]!r}: {mutant.change}"
    _apply(node)
    return ast.unparse(ast.fix_missing_locations(tree)), description


def _list_changes(node: ast.AST) -> list[str]:  # noqa: PLR0911 - one for each kind of node
    if isinstance(node, ast.Compare) and type(node.ops[0]) in COMPARED:
        return ["another comparison"]
    if isinstance(node, ast.BinOp) and type(node.op) in RECKONED:
        return ["another operation"]
    if isinstance(node, ast.BoolOp):
        return ["and for or"]
    if isinstance(node, (ast.If, ast.IfExp, ast.While)):
        return [] if ast.unparse(node.test) == "TYPE_CHECKING" else ["the condition is inverted"]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        return ["not is left out"]
    if isinstance(node, ast.Constant) and isinstance(node.value, (bool, int)):
        return ["another constant"]
    if isinstance(node, ast.Return) and not _is_nothing(node.value):
        return ["None is returned"]
    return []


def _is_nothing(value: ast.expr | None) -> bool:
    """Whether a result is None already, or False, which conditions cannot tell from None."""
    return value is None or (isinstance(value, ast.Constant) and (value.value is None or value.value is False))


def _apply(node: ast.AST) -> None:
    """Change a node in place."""
    match node:
        case ast.Compare():
            node.ops[0] = COMPARED[type(node.ops[0])]()
        case ast.BinOp():
            node.op = RECKONED[type(node.op)]()
        case ast.BoolOp():
            node.op = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
        case ast.If() | ast.IfExp() | ast.While():
            node.test = ast.UnaryOp(ast.Not(), node.test)
        case ast.UnaryOp():
            node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)
        case ast.Constant():
            node.value = not node.value if isinstance(node.value, bool) else node.value + 1  # type: ignore[operator]
        case ast.Return():
            node.value = ast.Constant(None)


def is_noticed(path: Path, text: str, folder: Path, tests: list[str]) -> bool:
    """Whether a test fails or does not end with another text of a file in a copy of the sources."""
    original = path.rename(path.with_suffix(".original"))  # with its time, by which Python knows its bytecode
    path.write_text(text, encoding="utf-8")
    try:
        return not passes(folder, tests)
    finally:
        original.replace(path)


def passes(folder: Path, tests: list[str], *, keeps_bytecode: bool = False) -> bool:
    """Whether the tests pass within the limits, in a fork, with the sources in a folder."""
    run = multiprocessing.get_context("fork").Process(target=_run_tests, args=(folder, tests, keeps_bytecode))
    run.start()
    run.join(PATIENCE)
    if run.exitcode is None:
        run.kill()
        run.join()
    return run.exitcode == 0


def _run_tests(folder: Path, tests: list[str], keeps_bytecode: bool) -> None:  # noqa: FBT001 - of a process
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):
        os.dup2(nowhere, stream)
    os.chdir(folder)
    os.environ |= {"PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    # Mutants of one file that are written in one second would be taken for each other by their bytecode.
    sys.dont_write_bytecode = not keeps_bytecode
    sys.path.insert(0, str(folder / "src"))
    options = [
        "-q",
        "-x",
        "-m",
        "not slow",
        "-p",
        "no:cacheprovider",
        "-W",
        "ignore::pytest.PytestAssertRewriteWarning",
    ]
    os._exit(pytest.main([*options, f"--basetemp={folder / 'tmp'}", *tests]))


def try_module(name: str, count: int, seed: int, folder: Path) -> Outcome:
    """Try a sample of the mutants of a module; those not noticed are printed."""
    files, tests = MODULES[name]
    package = folder / "src" / "tradefacts"
    paths = sorted({path for pattern in files.split() for path in package.glob(pattern)})
    found = [
        str(path.relative_to(folder)) for pattern in tests.split() for path in sorted((folder / "tests").glob(pattern))
    ]
    mutants = [mutant for path in paths for mutant in list_mutants(path)]
    if not passes(folder, found, keeps_bytecode=True):
        print(f"{name}: its tests fail as it is; nothing can be said", flush=True)
        return Outcome(name, 0, 0, len(mutants))
    sample = random.Random(seed).sample(mutants, min(count, len(mutants)))  # noqa: S311 - not used for security
    noticed = 0
    for mutant in sorted(sample):
        text, description = change_source(mutant)
        if is_noticed(mutant.path, text, folder, found):
            noticed += 1
        else:
            print(f"{name}: not noticed: {description}", flush=True)
    outcome = Outcome(name, len(sample), noticed, len(mutants))
    print(f"{name}: {noticed} of {len(sample)} mutants noticed, of {len(mutants)} there are", flush=True)
    return outcome


def main() -> int:
    """Try the given modules, or all; return 1 if the tests of one notice too few mutants."""
    parser = argparse.ArgumentParser(description="Change the code in small ways, and look whether the tests notice.")
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=f"of {', '.join(MODULES)}")
    parser.add_argument("--count", type=int, default=60, help="mutants of each module")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if unknown := {*arguments.modules} - {*MODULES}:
        parser.error(f"unknown module: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as folder:
        for part in ("src", "tests", "data", "docs", "benchmarks"):
            shutil.copytree(ROOT / part, Path(folder, part), ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", folder)
        outcomes = [
            try_module(name, arguments.count, arguments.seed, Path(folder)) for name in arguments.modules or MODULES
        ]
    print(
        f"\nseed {arguments.seed}; at least {LEAST} % are asked for\n\n| module | mutants | tried | noticed | share |"
    )
    print("|---|--:|--:|--:|--:|")
    for module in outcomes:
        print(f"| {module.module} | {module.total} | {module.tried} | {module.noticed} | {module.share} % |")
    return int(any(module.share < LEAST for module in outcomes))


if __name__ == "__main__":
    sys.exit(main())
