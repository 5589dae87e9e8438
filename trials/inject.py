"""Make each file system call of a run fail in turn, and check the outcome: `./dev inject`.

The outcome is right if a lookup prints its answer, or exits with 3 because the base cannot be read; if a writer exits
with 0 and has replaced the file, or with another status and has left it unchanged; if no internal error is reported;
and if the next writer succeeds without waiting and no temporary files are left after it.
"""

from __future__ import annotations

import argparse
import errno
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from make_base import make_base

if TYPE_CHECKING:
    from collections.abc import Iterator

KILL = 0
ERRORS = {
    "open": (errno.EACCES, errno.EIO),
    "create": (errno.ENOSPC, errno.EACCES),
    "read": (errno.EIO,),
    "write": (errno.ENOSPC, errno.EIO, KILL),
    "close": (errno.EIO,),
    "rename": (errno.EACCES, KILL),
    "unlink": (errno.EACCES, KILL),
    "fsync": (errno.EIO, KILL),
    "flock": (errno.ENOLCK,),
    "mkdir": (errno.ENOSPC, errno.EACCES),
    "chmod": (errno.EPERM, KILL),
    "utimens": (errno.EPERM,),
}
FAULT = "fault of the program"
PATIENCE = 30


class Scene(NamedTuple):
    """A run of the program, and whether an earlier run has filled the cache."""

    name: str
    arguments: tuple[str, ...]
    is_warm: bool = False
    is_writer: bool = False


NEW = ("new", "person", "--into", "base.json", "--set", "name=Olzhas Testov")
SCENES = (
    Scene("first look-up", ("--base", "base.json", "facts", "--json")),
    Scene("second look-up", ("--base", "base.json", "facts", "--json"), is_warm=True),
    Scene("fmt", ("fmt", "base.json"), is_writer=True),
    Scene("new", NEW, is_writer=True),
)


class Stage:
    """A folder with a base and a cache, restored for each run."""

    def __init__(self, folder: Path, library: Path) -> None:
        """Write the base once."""
        self.folder, self.library = folder / "stage", library
        self.log = folder / "log"
        self.base = ("\n".join(make_base(4)) + "\n").encode()

    def prepare(self, scene: Scene) -> None:
        """Restore everything to the state before a scene."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        (self.folder / "base.json").write_bytes(self.base)
        if scene.is_warm:
            self.run(scene)

    def run(self, scene: Scene, **inject: object) -> subprocess.CompletedProcess[bytes]:
        """Run a scene; `inject` is the instruction for the preloaded library."""
        told = {f"INJECT_{name.upper()}": str(value) for name, value in inject.items()}
        environment = {**os.environ, "XDG_CACHE_HOME": str(self.folder / "cache"), **told}
        if inject:
            environment |= {"LD_PRELOAD": str(self.library), "INJECT_UNDER": str(self.folder)}
        command = [sys.executable, "-P", "-m", "tradefacts", *scene.arguments]
        return subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, check=False, timeout=PATIENCE
        )

    def list_calls(self, scene: Scene) -> list[tuple[str, str]]:
        """Return the calls of a scene, each as name and path."""
        self.prepare(scene)
        self.log.unlink(missing_ok=True)
        self.run(scene, log=self.log)
        return [(name, path) for name, _, path in (line.partition(" ") for line in self.log.read_text().splitlines())]

    def list_left(self) -> list[str]:
        """Return the files that should not be there."""
        return [path.name for path in self.folder.rglob("*") if path.suffix == ".tmp"] + [
            path.name for path in self.folder.iterdir() if path.name not in {"base.json", "cache"}
        ]


def try_fault(stage: Stage, scene: Scene, at: int, number: int, expected: tuple[bytes, bytes]) -> Iterator[str]:
    """Yield what is wrong when one call fails; `expected` are the output and the file when no call fails."""
    stage.prepare(scene)
    done = stage.run(scene, at=at, errno=number)
    file, err = (stage.folder / "base.json").read_bytes(), done.stderr.decode()
    if FAULT in err or "Traceback" in err:
        yield f"it says {err.splitlines()[-1]!r}"
    if number != KILL:
        allowed = {0, 3, 5} if scene.is_writer else {0, 3}
        if done.returncode not in allowed:
            yield f"the status is {done.returncode}: {err.strip()!r}"
        if done.returncode == 0 and not scene.is_writer and done.stdout != expected[0]:
            yield "the answer is another one"
        if scene.is_writer and file != (expected[1] if done.returncode == 0 else stage.base):
            yield f"the status is {done.returncode}, which is not what happened to the file"
    elif file not in {stage.base, expected[1]}:
        yield "the file is neither old nor new"
    yield from _check_next(stage, scene, expected)


def _check_next(stage: Stage, scene: Scene, expected: tuple[bytes, bytes]) -> Iterator[str]:
    (stage.folder / "base.json").write_bytes(stage.base)
    done = stage.run(scene)
    if done.returncode != 0 or done.stdout != expected[0] or (stage.folder / "base.json").read_bytes() != expected[1]:
        yield f"the next run is wrong: {done.returncode}, {done.stderr.decode().strip()!r}"
    if left := stage.list_left():
        yield f"after the next run, this is left: {left}"


def try_scene(stage: Stage, scene: Scene, every: int) -> tuple[int, int]:
    """Return the number of faults tried in a scene, and of those with a wrong outcome, which are printed."""
    stage.prepare(scene)
    printed = stage.run(scene).stdout
    expected = printed, (stage.folder / "base.json").read_bytes()
    tried = wrong = 0
    faults = [(at, name, path, number) for at, (name, path) in enumerate(stage.list_calls(scene), 1)
              for number in ERRORS[name]]  # fmt: skip
    for at, name, path, number in faults[::every]:
        tried += 1
        if found := [*try_fault(stage, scene, at, number, expected)]:
            wrong += 1
            label = errno.errorcode.get(number, "kill")
            print(f"{scene.name}: {label} at call {at}, {name} {path}: {'; '.join(found)}", flush=True)
    return tried, wrong


def main() -> int:
    """Try every fault of every scene; return 1 if any outcome is wrong."""
    parser = argparse.ArgumentParser(description="Make each call to the file system fail in turn.")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="try only every N-th fault")
    parser.add_argument("--scene", help="try only this one", choices=[scene.name for scene in SCENES])
    arguments = parser.parse_args()
    compiler = shutil.which("cc")
    if compiler is None or sys.platform != "linux":
        print("inject: skipped: it needs Linux and a C compiler")
        return 0
    tried = wrong = 0
    with tempfile.TemporaryDirectory() as name:
        library = Path(name) / "inject.so"
        source = Path(__file__).with_name("inject.c")
        subprocess.run([compiler, "-O1", "-shared", "-fPIC", "-o", library, source, "-ldl"], check=True)
        stage = Stage(Path(name), library)
        for scene in SCENES:
            if arguments.scene in {None, scene.name}:
                of_scene = try_scene(stage, scene, arguments.every)
                print(f"{scene.name}: {of_scene[0]} faults, {of_scene[1]} wrong", flush=True)
                tried, wrong = tried + of_scene[0], wrong + of_scene[1]
    print(f"inject: {tried} faults, {wrong} wrong")
    return int(wrong > 0 or not tried)


if __name__ == "__main__":
    sys.exit(main())
