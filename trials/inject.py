"""Make each file system call of a run fail in turn, and check the outcome: `./dev inject`.

The outcome is right if a lookup prints its answer, or exits with 3 because the base cannot be read; if a writer exits
with 0 and has written its files, or with another status and has left everything unchanged; if each file is either old
or new after the program was killed; if no internal error is reported; and if the next run succeeds without waiting and
no temporary files are left after it.
"""

from __future__ import annotations

import argparse
import errno
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
from make_base import make_base

if TYPE_CHECKING:
    from collections.abc import Iterator

HANGS = 124
"""The status of a run that does not end, as of timeout(1)."""
KILL, SHORT = 0, 1000
"""Not errors: the program is killed, or half of the data is written. They are those of `inject.c`."""
ERRORS = {
    "open": (errno.EACCES, errno.EIO),
    "create": (errno.ENOSPC, errno.EACCES, -errno.ENOSPC),
    "read": (errno.EIO, -errno.EIO),
    "write": (errno.ENOSPC, errno.EIO, -errno.ENOSPC, SHORT, KILL),
    "close": (errno.EIO,),
    "rename": (errno.EACCES, KILL),
    "link": (errno.EPERM, errno.EIO, KILL),
    "unlink": (errno.EACCES, -errno.EACCES, KILL),
    "fsync": (errno.EIO, KILL),
    "flock": (errno.ENOLCK,),
    "mkdir": (errno.ENOSPC, errno.EACCES),
    "chmod": (errno.EPERM, KILL),
    "chown": (errno.EPERM, errno.EIO, KILL),
    "truncate": (errno.ENOSPC, errno.EIO, KILL),
    "utimens": (errno.EPERM,),
    "stat": (errno.EIO,),
    "scan": (errno.EIO,),
}
"""What happens to the calls of a name; after a negative error, all later ones fail too, as on a full disk."""
FAULT = "fault of the program"
PATIENCE = 120
"""Seconds after which a run hangs, far more than any takes."""
OUTER, INNER = 2, 2
"""How many of many equal calls are tried: the first and last ones, and some between them."""


class Scene(NamedTuple):
    """A run of the program: what it writes, and in which state it starts."""

    name: str
    arguments: tuple[str, ...]
    target: str = ""
    """The file or folder that it writes, if it does."""
    old: tuple[str, ...] = ()
    """Files with old content that it replaces."""
    is_warm: bool = False
    """Whether an earlier run has filled the cache."""

    @property
    def watched(self) -> str:
        """Where calls are made to fail: everywhere, or in the folder of what is written."""
        return OUT if self.target.startswith(OUT) else ""


OUT = "out/"
BASE = ("--base", "base.json")


def _write_out(words: str, *files: str) -> Scene:
    """Return a scene that replaces files in a folder, or writes the one that its last word names."""
    arguments = tuple(words.split())
    target = arguments[-1]
    force = ("--force",) if files else ()
    return Scene(words, (*BASE, *arguments, *force), target, tuple(f"{OUT}{name}" for name in files), is_warm=True)


SCENES = (
    Scene("first look-up", (*BASE, "facts", "--json")),
    Scene("second look-up", (*BASE, "facts", "--json"), is_warm=True),
    Scene("fmt", ("fmt", "base.json"), "base.json"),
    Scene("add", ("add", "person", "--into", "base.json", "--set", "name=Olzhas Testov"), "base.json"),
    _write_out("facts -o out/new.csv"),
    _write_out("facts -o out/x.csv", "x.csv"),
    _write_out("facts -o out/x.parquet", "x.parquet"),
    _write_out("facts -o out/x.xlsx", "x.xlsx"),
    _write_out("export out/new.db"),
    _write_out("export out/x.db", "x.db", "x.metadata.json"),
    _write_out("export --format csv out/new"),
    _write_out("export --format csv out/x", "x/facts.csv", "x/datapackage.json"),
    _write_out("export out/x.parquet", "x.parquet"),
    _write_out("export out/x.xlsx", "x.xlsx"),
    _write_out("export --format sdmx-csv out/x.csv", "x.csv", "x.structure.xml"),
    *(_write_out(f"chart KZ -o out/x.{ending}", f"x.{ending}") for ending in ("svg", "png", "pdf")),
    _write_out("report KZ KG -o out/x.html", "x.html"),
    _write_out("report --all -o out/x", "x/index.html", "x/KZ.json"),
)


class Stage:
    """A folder with a base, a cache and a folder for output, restored for each run."""

    def __init__(self, folder: Path, library: Path) -> None:
        """Write the base once."""
        self.folder, self.library = folder / "stage", library
        self.log = folder / "log"
        self.prepared: Scene | None = None
        self.base = ("\n".join(make_base(40)) + "\n\n").encode()  # one line too many, which `fmt` removes

    def prepare(self, scene: Scene) -> None:
        """Restore everything to the state before a scene; if only its output can have changed, only that."""
        shutil.rmtree(
            self.folder / OUT if scene.watched and scene == self.prepared else self.folder, ignore_errors=True
        )
        (self.folder / OUT).mkdir(parents=True)
        if scene != self.prepared or not scene.watched:
            (self.folder / "base.json").write_bytes(self.base)
            if scene.is_warm:
                self.run(Scene("", (*BASE, "facts", "--limit", "1")))
            self.prepared = scene
        for name in scene.old:
            path = self.folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(b"old")

    def run(self, scene: Scene, **inject: object) -> subprocess.CompletedProcess[bytes]:
        """Run a scene; `inject` is the instruction for the preloaded library."""
        told = {f"INJECT_{name.upper()}": str(value) for name, value in inject.items()}
        shared = {"XDG_CACHE_HOME": str(self.folder / "cache"), "MPLCONFIGDIR": str(self.folder.parent / "matplotlib")}
        environment = {**os.environ, **shared, **told}
        if inject:
            under = self.folder / scene.watched
            environment |= {"LD_PRELOAD": str(self.library), "INJECT_UNDER": str(under)}
        command = [sys.executable, "-P", "-m", "tradefacts", *scene.arguments]
        try:
            return subprocess.run(
                command, cwd=self.folder, env=environment, capture_output=True, check=False, timeout=PATIENCE
            )
        except subprocess.TimeoutExpired:
            return subprocess.CompletedProcess(command, HANGS, b"", b"it does not end")

    def list_calls(self, scene: Scene) -> list[tuple[str, str]]:
        """Return the calls of a scene, each as name and path."""
        self.prepare(scene)
        self.log.unlink(missing_ok=True)
        self.run(scene, log=self.log)
        return [(name, path) for name, _, path in (line.partition(" ") for line in self.log.read_text().splitlines())]

    def read_state(self) -> dict[str, bytes]:
        """Return the content of every file, by name, and an empty one for every folder."""
        paths = {str(path.relative_to(self.folder)): path for path in self.folder.rglob("*")}
        return {name: path.read_bytes() if path.is_file() else b"" for name, path in paths.items()}

    def read_files(self) -> dict[str, bytes]:
        """Return the same without the cache."""
        return {name: content for name, content in self.read_state().items() if not name.startswith("cache")}

    def list_left(self) -> list[str]:
        """Return the temporary files and folders."""
        return [path.name for path in self.folder.rglob("*") if path.suffix == ".tmp"]


class Expected(NamedTuple):
    """What a scene prints and leaves when no call fails, and the state it starts in, with the cache."""

    out: bytes
    start: dict[str, bytes]
    before: dict[str, bytes]
    after: dict[str, bytes]


def try_fault(stage: Stage, scene: Scene, at: int, number: int, expected: Expected) -> Iterator[str]:
    """Yield what is wrong when one call fails."""
    stage.prepare(scene)
    done = stage.run(scene, at=at, errno=number)
    files, err = stage.read_files(), done.stderr.decode()
    if FAULT in err or "Traceback" in err:
        yield f"it says {err.splitlines()[-1]!r}"
    if number != KILL or done.returncode == HANGS:
        allowed = {0, 3, 5} if scene.target else {0, 3}
        if done.returncode not in allowed:
            yield f"the status is {done.returncode}: {err.strip()!r}"
        if done.returncode == 0 and not scene.target and done.stdout != expected.out:
            yield "the answer is another one"
        if (now := _drop_temporary(files)) != (expected.after if done.returncode == 0 else expected.before):
            yield f"the status is {done.returncode}, which is not what happened to the files: {[*now]}"
    else:
        yield from _check_killed(_drop_temporary(files), expected)
    yield from _check_next(stage, scene, expected)


def _drop_temporary(files: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files without those that the next writer removes."""
    return {name: content for name, content in files.items() if ".tmp" not in name}


def _check_killed(files: dict[str, bytes], expected: Expected) -> Iterator[str]:
    for name in {*files, *expected.before, *expected.after}:
        if files.get(name) not in (expected.before.get(name), expected.after.get(name)):
            yield f"{name} is neither old nor new"


def _check_next(stage: Stage, scene: Scene, expected: Expected) -> Iterator[str]:
    if stage.read_state() == expected.start:
        return  # it would be the first run again
    (stage.folder / "base.json").write_bytes(stage.base)
    if scene.watched and not scene.old:  # without --force, it would refuse to write the file again
        for path in (stage.folder / OUT).glob("new*"):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    done = stage.run(scene)
    if done.returncode != 0 or done.stdout != expected.out or _drop_temporary(stage.read_files()) != expected.after:
        yield f"the next run is wrong: {done.returncode}, {done.stderr.decode().strip()!r}"
    if left := stage.list_left():
        yield f"after the next run, this is left: {left}"


def list_faults(calls: list[tuple[str, str]], *, is_all: bool) -> Iterator[tuple[int, int]]:
    """Yield the number of each call, from 1, with each error; of many equal calls, only some."""
    places: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, (name, path) in enumerate(calls, 1):
        # The parts of a workbook are in files with names such as tmpv3x_o2ab.
        places[name, re.sub(r"\btmp\w{8}$", "", path)].append(at)
    for (name, _), several in places.items():
        inner = several[OUTER:-OUTER]
        step = 1 if is_all else max(1, len(inner) // INNER)
        for at in (*several[:OUTER], *inner[::step], *several[OUTER:][-OUTER:]):
            yield from ((at, number) for number in ERRORS[name])


def try_scene(stage: Stage, scene: Scene, *, is_all: bool) -> tuple[int, int]:
    """Return the number of faults tried in a scene, and of those with a wrong outcome, which are printed."""
    stage.prepare(scene)
    start, before = stage.read_state(), stage.read_files()
    done = stage.run(scene)
    if done.returncode:
        print(f"{scene.name}: it fails as it is: {done.stderr.decode().strip()}", flush=True)
        return 1, 1
    expected = Expected(done.stdout, start, before, stage.read_files())
    if scene.target and expected.after == before:
        print(f"{scene.name}: it writes nothing", flush=True)
        return 1, 1
    tried = wrong = 0
    calls = stage.list_calls(scene)
    for at, number in list_faults(calls, is_all=is_all):
        tried += 1
        if found := [*try_fault(stage, scene, at, number, expected)]:
            wrong += 1
            label = {KILL: "kill", SHORT: "half"}.get(number) or errno.errorcode[abs(number)]
            since = "since" if number < 0 else "at"
            print(f"{scene.name}: {label} {since} call {at}, {' '.join(calls[at - 1])}: {'; '.join(found)}", flush=True)
    return tried, wrong


def main() -> int:
    """Try every fault of every scene; return 1 if any outcome is wrong."""
    parser = argparse.ArgumentParser(description="Make each call to the file system fail in turn.")
    parser.add_argument("--all", action="store_true", help="try all of many equal calls, not only some")
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
                of_scene = try_scene(stage, scene, is_all=arguments.all)
                print(f"{scene.name}: {of_scene[0]} faults, {of_scene[1]} wrong", flush=True)
                tried, wrong = tried + of_scene[0], wrong + of_scene[1]
    print(f"inject: {tried} faults, {wrong} wrong")
    return int(wrong > 0 or not tried)


if __name__ == "__main__":
    sys.exit(main())
