"""Build the wheel twice, in two folders at two times: the bytes must be equal, and the files exactly the expected ones.

`./dev wheel` runs this on the wheel it built; without an argument, both are built here.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
NEEDED = (
    "src",
    "data/facts.json",
    "data/lint-exceptions.json",
    "docs/tradefacts.1",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "LICENSE-DATA",
)
LATER = 1_000_000_000


def list_expected() -> set[str]:
    """Return the files that the wheel should contain: those of the package under version control, and its data."""
    tracked = subprocess.run(["git", "ls-files", "src"], cwd=ROOT, capture_output=True, check=True, text=True)  # noqa: S607 - the one in use
    sources = {name.removeprefix("src/") for name in tracked.stdout.splitlines() if (ROOT / name).exists()}
    return sources | {"tradefacts/data/facts.json", "tradefacts/data/lint-exceptions.json", "man/tradefacts.1"}


def list_content(wheel: Path) -> set[str]:
    """Return the files in a wheel besides its metadata."""
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    return {re.sub(r"^tradefacts-[^/]*\.data/data/share/man/man1/", "man/", name) for name in names}


def build(folder: Path, *, time: int | None) -> Path:
    """Copy the sources into a folder with another modification time, build the wheel there and return it."""
    for name in NEEDED:
        source, target = ROOT / name, folder / "source" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    for path in (folder / "source").rglob("*") if time is not None else ():
        os.utime(path, (time, time))  # type: ignore[arg-type]  # it is not None here
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check", "--no-deps"]
    subprocess.run([*command, "--wheel-dir", folder / "dist", folder / "source"], check=True)
    (wheel,) = (folder / "dist").glob("*.whl")
    return wheel


def main() -> int:
    """Build, compare and list; return 1 if anything is not as expected."""
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        wheels = build(Path(one), time=None), build(Path(other), time=LATER)
        first, second = (hashlib.sha256(wheel.read_bytes()).hexdigest() for wheel in wheels)
        names = list_content(wheels[0])
    expected = list_expected()
    for name in sorted(names ^ expected):
        print(f"wheel: {name} {'is too much' if name in names else 'is missing'}")
    modules = {name for name in names if name.endswith(".py")}
    print(f"wheel: {len(modules)} modules, {', '.join(sorted(names - modules))}")
    print(f"wheel: {len(names)} files, sha256 {first}{'' if first == second else f', but {second} when built again'}")
    return int(names != expected or first != second)


if __name__ == "__main__":
    sys.exit(main())
