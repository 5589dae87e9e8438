"""A base whose every free text tries to control the terminal: no command shows it raw, in any format of text."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest

from builders import body, event, growth, office, person, project, save, source, target, term, volume
from running import ask
from test_rows import ARGUMENTS
from tradefacts.commands import FORMATS, QUESTIONS

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = "a\x1b[31m\x1b]0;x\x07\x9b2J\u202eb\u2066\r\nc\u2028\u200d\u3164[red]"
RAW = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
SHOWN = [*FORMATS[:-2], "bibtex", "csl-json", "ris", "sarif"]


@pytest.fixture
def base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "official.csv").write_text("reporter,partner,period,flow,value\nKZ,KG,2022,X,1250000000")
    (tmp_path / "draft.txt").write_text(f"Trade between Kazakhstan and Kyrgyzstan was $1.3 billion in 2022. {HOSTILE}")
    page = {**source("Trend", "2024-01-15", title=HOSTILE, origin=HOSTILE), "publisher": HOSTILE}
    speaker = person(HOSTILE) | {"id": "speaker"}
    said = {"source": page, "attributed_to": "speaker", "attributed_as": HOSTILE, "note": HOSTILE}
    return save(
        tmp_path / "b.json",
        volume("KZ", "KG", "2022", "$1.3 bln", scope=HOSTILE, **said),
        volume("KZ", "KG", "2022", "$1.3 bln", **said),
        volume("KZ", "KG", "2022", "$2.1 bln", **said | {"attributed_to": "office-of-numbers"}),
        growth("KZ", "KG", "2022", "13%", **said),
        volume("KZ", "KG", "2021", "$1.1 bln", **said),
        target("KZ", "KG", "$2 bln", "2030", horizon=HOSTILE, **said),
        project("KZ", "KG", 3, "$2 bln", **said),
        event(
            f"Council {HOSTILE}",
            "2023-09-25",
            "KG",
            "KZ",
            venue=HOSTILE,
            topics=[HOSTILE],
            participants=["speaker"],
            source=page,
        ),
        term("speaker", office("KZ", "head of government", HOSTILE), seen_on="2023-09-25", source=page),
        people=[speaker],
        bodies=[body(HOSTILE, "KZ") | {"id": "office-of-numbers"}],
    )


def find_raw(text: str) -> str | None:
    return next((sign for sign in text if unicodedata.category(sign) in RAW and sign not in "\t\n"), None)


def list_runs() -> list[tuple[str, str]]:
    """Return each question with each of its formats that is text."""
    formats = {name: (*FORMATS, *command.formats) for name, command in QUESTIONS.items()}
    return [(name, form) for name in QUESTIONS for form in SHOWN if form in formats[name]]


@pytest.mark.parametrize(("command", "form"), list_runs())
def test_no_text_of_a_base_reaches_a_terminal_raw(
    capfd: pytest.CaptureFixture[str], base: Path, command: str, form: str
) -> None:
    outcome = ask(capfd, "--base", base, command, *ARGUMENTS.get(command, ()), "--format", form)

    assert outcome.status in {0, 1}, outcome.err
    assert outcome.out
    lines = outcome.out.replace("\r\n", "\n") if form == "csv" else outcome.out  # RFC 4180 quotes line ends
    assert find_raw(lines + outcome.err) is None


@pytest.mark.parametrize(
    ("library", "command", "name"), [("jinja2", "report", "x.html"), ("matplotlib", "chart", "x.svg")]
)
def test_no_text_of_a_base_is_raw_in_a_page_or_picture(
    capfd: pytest.CaptureFixture[str], base: Path, library: str, command: str, name: str
) -> None:
    pytest.importorskip(library)

    assert ask(capfd, "--base", base, command, "KZ", "KG", "-o", name).status == 0

    assert find_raw((base.parent / name).read_text(encoding="utf-8")) is None
