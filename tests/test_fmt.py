"""`tradefacts fmt`: in place, or only as a check."""

import os
from pathlib import Path

import pytest

from builders import save, volume
from tradefacts.basefile.canonical import format_canonical
from tradefacts.cli.main import main


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return save(tmp_path / "facts.json", volume("KZ", "UZ", "2022", "$1 bln"), volume("KZ", "KG", "2022", "$1 bln"))


def test_file_is_brought_into_canonical_form_and_stays_so(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    expected = format_canonical(path.read_bytes(), "facts.json")

    statuses = [main(["fmt", str(path)]), main(["fmt", str(path)])]

    captured = capfd.readouterr()
    assert statuses == [0, 0]
    assert path.read_bytes() == expected
    assert captured.out == ""
    assert captured.err.splitlines() == [
        f"tradefacts: note: {path} was rewritten in canonical form",
        f"tradefacts: note: {path} is in canonical form",
    ]


def test_check_reports_and_writes_nothing(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    before = path.read_bytes()

    status = main(["fmt", "--check", str(path)])

    assert (status, path.read_bytes()) == (1, before)
    assert "is not in canonical form" in capfd.readouterr().err


def test_check_of_a_canonical_file_passes(path: Path) -> None:
    main(["fmt", str(path)])

    assert main(["fmt", "--check", str(path)]) == 0


def test_a_file_that_is_no_fact_base_is_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_text('{"facts": [1]}', encoding="utf-8")

    assert main(["fmt", str(path)]) == 4
    assert path.read_text(encoding="utf-8") == '{"facts": [1]}'


@pytest.mark.parametrize(("name", "status"), [("none.json", 3), (".", 3), ("https://example.org/facts.json", 2)])
def test_something_other_than_a_file_is_refused(name: str, status: int) -> None:
    assert main(["fmt", name]) == status


def test_stream_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["fmt", "-"]) == 2
    assert "a stream cannot be changed" in capfd.readouterr().err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be somebody else")
def test_file_that_may_not_be_read_says_how_to_permit_it(
    path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(path.parent)
    path.parent.chmod(0o755)
    path.chmod(0)
    os.seteuid(65534)

    try:
        status = main(["fmt", path.name])
    finally:
        os.seteuid(0)

    assert status == 3
    assert "hint: make it readable: chmod u+r facts.json" in capfd.readouterr().err
