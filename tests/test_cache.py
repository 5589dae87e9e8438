"""A damaged compiled base costs time, but never changes the answer."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from builders import compiled, document, event, growth, save, target, volume
from running import COMMAND, Outcome, run
from tradefacts.basefile.layers import find_layers
from tradefacts.errors import UnreadableBaseError
from tradefacts.factbase import Selection, open_base, opening
from tradefacts.factbase.cache import hash_layers
from tradefacts.storage import find_cache_folder

if TYPE_CHECKING:
    from pathlib import Path

FACTS = (
    volume("KZ", "KG", "2022", "$1.3 bln"),
    growth("KZ", "KG", "2022", "13%", attributed_to="kg-statistics"),
    target("KZ", "KG", "$5 billion", "2030"),
    event("Саммит", "2023-05", "KZ", "KG", participants=["sadyr-japarov"]),
)
QUESTION = ("facts", "--json")


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return save(tmp_path / "b.json", *FACTS)


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "tradefacts"


def list_bodies(path: Path) -> list[str]:
    return [claim.json for claim in open_base([str(path)]).find_claims(Selection())]


def find_database(cache: Path) -> Path:
    (database,) = cache.glob("*.db")
    return database


def test_a_base_is_compiled_once(base: Path, cache: Path) -> None:
    first = list_bodies(base)
    database = find_database(cache)
    status = database.stat()

    assert list_bodies(base) == first
    assert find_database(cache).stat() == status
    assert not [*cache.glob("*.tmp")]


@pytest.mark.usefixtures("cache")
def test_cached_and_uncached_answers_are_equal(base: Path) -> None:
    in_memory = compiled(document(*FACTS))
    open_base([str(base)])

    cached = open_base([str(base)])

    assert cached.find_claims(Selection()) == in_memory.find_claims(Selection())
    assert cached.name_all() == in_memory.name_all()
    assert cached.list_records("sources") == in_memory.list_records("sources")


def test_a_changed_base_is_compiled_again(base: Path, cache: Path) -> None:
    open_base([str(base)])

    save(base, FACTS[0])

    assert len(list_bodies(base)) == 1
    assert len([*cache.glob("*.db")]) == 2


def test_only_the_newest_bases_are_kept(tmp_path: Path, cache: Path) -> None:
    for year in range(2000, 2012):
        path = save(tmp_path / "b.json", volume("KZ", "KG", str(year), "$1.3 bln"))
        open_base([str(path)])

    assert len([*cache.glob("*.db")]) == 8


def test_the_bases_in_use_are_kept(tmp_path: Path, cache: Path) -> None:
    used = save(tmp_path / "used.json", volume("KZ", "KG", "1999", "$1.3 bln"))
    open_base([str(used)])
    database = find_database(cache)
    os.utime(database, ns=(0, database.stat().st_mtime_ns))  # made long ago, and not read since

    for year in range(2000, 2012):
        open_base([str(save(tmp_path / "b.json", volume("KZ", "KG", str(year), "$1.3 bln")))])
        for other in {*cache.glob("*.db")} - {database}:
            os.utime(other, ns=(year * 10**9, other.stat().st_mtime_ns))
        open_base([str(used)])

    assert database.exists()
    assert len([*cache.glob("*.db")]) == 8


@pytest.mark.slow
def test_a_database_damaged_anywhere_gives_the_same_answer(base: Path, cache: Path) -> None:
    expected = list_bodies(base)
    database = find_database(cache)
    content, times = database.read_bytes(), database.stat()

    for offset in range(0, len(content), 9 * 512):
        database.write_bytes(content[:offset])
        assert list_bodies(base) == expected, offset

        # As on a failing disk, bytes change but the modification time does not.
        database.write_bytes(content[:offset] + b"\xa5" * 512 + content[offset + 512 :])
        os.utime(database, ns=(times.st_atime_ns, times.st_mtime_ns))
        assert len(list_bodies(base)) == len(expected), offset
        database.unlink(missing_ok=True)


@pytest.mark.parametrize("content", [b"", b"\0" * 8192, b"SQLite format 3\0", b"not a database"])
def test_a_file_that_is_no_database_is_replaced(base: Path, cache: Path, content: bytes) -> None:
    expected = list_bodies(base)
    database = find_database(cache)
    size = database.stat().st_size
    database.write_bytes(content)

    assert list_bodies(base) == expected
    assert database.stat().st_size == size


@pytest.mark.parametrize("damage", ["DELETE FROM meta", "UPDATE meta SET value = '?'", "DROP TABLE meta"])
def test_a_database_that_has_lost_its_head_is_replaced(base: Path, cache: Path, damage: str) -> None:
    expected = list_bodies(base)
    database = find_database(cache)
    times = database.stat()
    connection = sqlite3.connect(database, isolation_level=None)
    connection.execute(damage)
    connection.close()
    os.utime(database, ns=(times.st_atime_ns, times.st_mtime_ns))

    assert list_bodies(base) == expected


@pytest.mark.parametrize("kind", ["directory", "pipe", "link"])
def test_a_link_in_place_of_the_database_is_not_followed(base: Path, cache: Path, kind: str) -> None:
    expected = list_bodies(base)
    database, target_of_link = find_database(cache), cache.parent / "precious"
    target_of_link.write_text("precious")
    database.unlink()
    if kind == "directory":
        (database / "kept").mkdir(parents=True)
    elif kind == "pipe":
        os.mkfifo(database)
    else:
        database.symlink_to(target_of_link)

    assert list_bodies(base) == expected
    assert target_of_link.read_text() == "precious"
    assert database.is_dir() == (kind == "directory")
    assert not [*cache.glob("*.tmp")]


@pytest.mark.parametrize("damage", ["", "nonsense", "swap", "directory", "bytes"])
def test_a_stored_hash_is_trusted_only_if_complete(base: Path, cache: Path, damage: str) -> None:
    expected = list_bodies(base)
    layers = open_base([str(base)]).layers
    (memory,) = cache.glob("*.hash")
    text = memory.read_text()
    memory.unlink()
    if damage == "directory":
        memory.mkdir()
    elif damage == "bytes":
        memory.write_bytes(b"\xff\xfe\x00")
    else:
        memory.write_text(text.translate(str.maketrans("0123", "1032")) if damage == "swap" else damage)

    assert list_bodies(base) == expected
    assert open_base([str(base)]).layers == layers


@pytest.mark.parametrize(
    "place", [None, "", "relative", "/dev/null", "/dev/full", "/proc/nowhere", "/nonexistent/\0", "file"]
)
def test_without_a_cache_the_answer_is_the_same(
    base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str | None
) -> None:
    expected = list_bodies(base)
    (tmp_path / "file").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.delenv("HOME", raising=False)
    if place is not None and "\0" not in place:
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / place) if place == "file" else place)

    assert find_cache_folder() is None
    assert list_bodies(base) == expected
    assert not (tmp_path / "relative").exists()


def test_a_relative_cache_is_passed_over_for_the_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))

    assert find_cache_folder() == str(tmp_path / ".cache" / "tradefacts")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_files_of_another_user_are_not_trusted(base: Path, cache: Path) -> None:
    expected = list_bodies(base)
    database = find_database(cache)
    os.chown(database, 65534, 65534)

    assert list_bodies(base) == expected
    assert database.stat().st_uid == 0

    os.chown(cache, 65534, 65534)
    assert find_cache_folder() is None
    assert list_bodies(base) == expected


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may mount")
def test_a_full_disk_costs_the_cache_and_not_the_answer(base: Path, tmp_path: Path) -> None:
    expected = list_bodies(base)
    full = tmp_path / "full"
    full.mkdir()
    mount = ["/bin/mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(full)]
    mounted = subprocess.run(mount, capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("mounting is not permitted here")

    try:
        outcome = run("--base", base, "facts", "--format", "jsonl", env={"XDG_CACHE_HOME": str(full)})
        left = [path.name for path in full.rglob("*") if path.suffix in {".db", ".tmp"}]
    finally:
        subprocess.run(["/bin/umount", full], check=True)

    assert outcome == Outcome(0, "".join(f"{body}\n" for body in expected), "")
    assert not left


@pytest.mark.slow
def test_a_limit_on_file_sizes_costs_the_cache_and_not_the_answer(base: Path, cache: Path) -> None:
    import resource  # noqa: PLC0415 - not on every system

    outcome = run(
        *("--base", base, "facts", "--format", "jsonl"),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )

    assert (outcome.status, outcome.err, outcome.out.count("\n")) == (0, "", len(FACTS))
    assert not [*cache.glob("*.tmp")]


@pytest.mark.slow
def test_a_full_disk_does_not_stop_a_long_answer_from_being_sorted() -> None:
    import resource  # noqa: PLC0415 - not on every system

    expected = run("timeline", "KZ", "--format", "csv")
    limited = run(
        *("timeline", "KZ", "--format", "csv"),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
        env={"PYTHONDONTWRITEBYTECODE": "1"},  # Python would keep half of a module
    )

    assert limited == expected


@pytest.mark.slow
def test_many_processes_at_once_give_one_answer_and_one_file(base: Path, cache: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        outcomes = {*pool.map(lambda _: run("--base", base, *QUESTION), range(8))}

    assert len(outcomes) == 1
    assert outcomes.pop().status == 0
    assert len([*cache.glob("*.db")]) == 1


@pytest.mark.slow
def test_a_kill_while_compiling_leaves_nothing_wrong(base: Path, cache: Path) -> None:
    expected = run("--base", base, *QUESTION, env={"XDG_CACHE_HOME": "none"})

    for delay in range(6):
        process = subprocess.Popen(
            [*COMMAND, "--base", base, *QUESTION], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(delay * 0.06)
        process.send_signal(signal.SIGKILL)
        process.wait()

        assert run("--base", base, *QUESTION) == expected
        for path in cache.iterdir():
            path.unlink()


def test_a_half_written_file_of_a_dead_process_is_not_taken_over(base: Path, cache: Path) -> None:
    expected = list_bodies(base)
    database = find_database(cache)
    with sqlite3.connect(f"{database.with_suffix('')}.{os.getpid()}.tmp") as connection:
        connection.execute("CREATE TABLE facts (broken)")
    connection.close()
    database.unlink()

    assert list_bodies(base) == expected
    assert not [*cache.glob("*.tmp")]


def test_a_file_that_changes_while_it_is_read_is_refused(base: Path) -> None:
    (layer,) = find_layers([str(base)])
    layer.stamp = layer.find_stamp()

    with base.open("a") as file:
        file.write("\n")

    with pytest.raises(UnreadableBaseError, match="changed while it was read"):
        layer.check_unchanged()


def test_a_base_that_changed_since_it_was_hashed_is_not_kept(base: Path, cache: Path) -> None:
    layers = find_layers([str(base)])
    folder = find_cache_folder()
    key = hash_layers(layers, folder)
    save(base, FACTS[0])

    with pytest.raises(UnreadableBaseError, match="changed while it was read"):
        opening._compile(layers, folder, key)

    assert not [*cache.glob("*.db"), *cache.glob("*.tmp")]


def test_a_file_that_disappears_is_refused(base: Path) -> None:
    (layer,) = find_layers([str(base)])
    base.unlink()

    for act in (layer.find_stamp, layer.hash, layer.open):
        with pytest.raises(UnreadableBaseError, match="no such file"):
            act()


def test_a_file_that_gives_nothing_when_read_is_refused() -> None:
    (layer,) = find_layers(["/proc/self/mem"])

    with pytest.raises(UnreadableBaseError, match="input/output error"):
        layer.hash()
