"""Change the code in small ways, and check whether the tests notice: `./dev mutate [MODULE…]`.

A seeded sample of mutants of each module is tried with the tests of that module only. A mutant that no test notices is
printed with its line: either a test is missing, or the code has no effect. The run fails if the tests notice less than
the required share. Mutants are written to a copy of the sources; the work tree is not changed.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "tradefacts"
LEAST = 85
"""Percent of mutants that the tests must notice."""
PATIENCE = 120
MODULES = {
    "figure": ("figure/*.py", "test_figure.py test_printed_figures.py test_notation.py"),
    "period": ("period.py", "test_period.py"),
    "interval": ("interval.py", "test_interval.py"),
    "comparison": (
        "reckoning/comparison.py reckoning/readings.py reckoning/matching.py",
        "test_comparison.py test_readings.py test_matching.py",
    ),
    "goals": (
        "reckoning/goals.py reckoning/progress.py reckoning/assessment.py reckoning/goals.py",
        "test_reckoning_goals.py test_reckoning_statements.py test_questions_targets.py test_reckoning_derivations.py",
    ),
    "offices": (
        "reckoning/spells.py reckoning/holders.py reckoning/signs.py questions/officials.py",
        "test_reckoning_spells.py test_questions_officials.py",
    ),
    "loader": (
        "basefile/json_stream.py basefile/strictness.py basefile/outside.py",
        "test_json_stream.py test_json_suite.py test_faults_files.py test_json_lines.py",
    ),
    "lint": ("lint/*.py", "test_lint_*.py"),
    "text": ("text.py", "test_text.py"),
    "writing": ("writing.py storage.py", "test_writing.py test_storage.py"),
}
"""Files of the package, and the tests that must notice their mutants; patterns without matches are skipped."""

COMPARED = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
RECKONED = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.Div: ast.Mult, ast.FloorDiv: ast.Mult}


class Mutant(NamedTuple):
    """One change: the file, the line, a description, and the full text of the changed file."""

    path: Path
    line: int
    change: str
    text: str


def list_mutants(path: Path) -> Iterator[Mutant]:
    """Yield each small change of a module: comparisons, arithmetic, conditions, numbers and results."""
    source = path.read_text(encoding="utf-8")
    for number, node in enumerate(ast.walk(ast.parse(source))):
        for change in _list_changes(node):
            tree = ast.parse(source)
            changed = next(node for count, node in enumerate(ast.walk(tree)) if count == number)
            before = ast.unparse(changed)
            if _apply(changed, change):
                after = ast.unparse(ast.fix_missing_locations(tree))
                yield Mutant(path, getattr(node, "lineno", 0), f"{before[:60]!r}: {change}", after)


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
    if isinstance(node, ast.Return) and node.value is not None and not _is_none(node.value):
        return ["None is returned"]
    return []


def _is_none(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _apply(node: ast.AST, change: str) -> bool:
    """Change a node in place; False if that has no effect."""
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
        case _:
            return False
    return bool(change)


def is_noticed(mutant: Mutant, folder: Path, tests: list[str]) -> bool:
    """Whether a test fails or times out with the mutant in a copy of the sources."""
    target = folder / "src" / mutant.path.relative_to(PACKAGE.parent)
    original = target.read_text(encoding="utf-8")
    target.write_text(mutant.text, encoding="utf-8")
    try:
        return not passes(folder, tests)
    finally:
        target.write_text(original, encoding="utf-8")


def passes(folder: Path, tests: list[str]) -> bool:
    """Whether the tests pass in time with the sources in a folder."""
    command = [sys.executable, "-P", "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests]
    environment = {**os.environ, "PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=False, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def try_module(name: str, count: int, seed: int, folder: Path) -> tuple[int, int]:
    """Return the numbers of mutants tried and noticed in a module; unnoticed ones are printed."""
    files, tests = MODULES[name]
    paths = sorted({path for pattern in files.split() for path in PACKAGE.glob(pattern)})
    found = sorted(
        {str(path.relative_to(ROOT)) for pattern in tests.split() for path in (ROOT / "tests").glob(pattern)}
    )
    mutants = [mutant for path in paths for mutant in list_mutants(path)]
    if not mutants or not found:
        print(f"{name}: skipped: no such module, or no tests of it")
        return 0, 0
    if not passes(folder, found):
        print(f"{name}: its tests fail as it is; nothing can be said", flush=True)
        return 1, 0
    sample = random.Random(seed).sample(mutants, min(count, len(mutants)))  # noqa: S311 - not used for security
    noticed = 0
    for mutant in sample:
        if is_noticed(mutant, folder, found):
            noticed += 1
        else:
            place = f"{mutant.path.relative_to(PACKAGE)}:{mutant.line}"
            print(f"{name}: not noticed: {place}: {mutant.change}", flush=True)
    print(f"{name}: {noticed} of {len(sample)} mutants noticed, of {len(mutants)} there are", flush=True)
    return len(sample), noticed


def main() -> int:
    """Try the given modules, or all; return 1 if the tests notice too few mutants."""
    parser = argparse.ArgumentParser(description="Change the code in small ways, and look whether the tests notice.")
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=f"of {', '.join(MODULES)}")
    parser.add_argument("--count", type=int, default=20, help="mutants of each module")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if unknown := {*arguments.modules} - {*MODULES}:
        parser.error(f"unknown module: {', '.join(sorted(unknown))}")
    tried = noticed = 0
    with tempfile.TemporaryDirectory() as folder:
        for part in ("src", "tests", "data", "docs", "benchmarks"):
            shutil.copytree(ROOT / part, Path(folder, part), ignore=shutil.ignore_patterns("__pycache__"))
        shutil.copy(ROOT / "pyproject.toml", folder)
        for name in arguments.modules or MODULES:
            of_module = try_module(name, arguments.count, arguments.seed, Path(folder))
            tried, noticed = tried + of_module[0], noticed + of_module[1]
    share = 100 * noticed // max(tried, 1)
    print(f"mutate: {noticed} of {tried} mutants noticed, {share} %; at least {LEAST} % are asked for")
    return int(not tried or share < LEAST)


if __name__ == "__main__":
    sys.exit(main())
