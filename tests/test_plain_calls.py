"""The simplest calls are answered without typer, with the same bytes as with it; typer parses all other calls."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from tradefacts.cli.group import build, run_parsed
from tradefacts.cli.main import main
from tradefacts.cli.parameters import FILTERS, FORM, PARAMETERS
from tradefacts.cli.plain import answer_plainly
from tradefacts.commands import COMMANDS, QUESTIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    Capture = pytest.CaptureFixture[str]

pytestmark = pytest.mark.slow

WORDS = {
    "show": ["KZ", "uz-kz-turnover-volume-2025-trend-4148431"],
    "cite": ["uz-kz-turnover-volume-2025-trend-4148431"],
    "search": ["Bishkek", "Kabar"],
    "explain": ["KZ", "KG", "2021"],
}
"""Arguments of commands that take something other than places."""
CALLS = [
    [name, *WORDS.get(name, ["Kazakhstan", "кыргызстан"])[:count], *form]
    for name, count, form in product(QUESTIONS, range(4), ([], ["--json"]))
]


def answer_both_ways(arguments: Sequence[str], capfd: Capture) -> list[tuple[int, str, str]]:
    """Return status, output and messages of a call, plain and parsed; only parsed if the call is not plain."""
    outcomes = []
    for answer in (answer_plainly, run_parsed):
        try:
            status = answer(arguments)
        except (Exception, SystemExit) as error:  # noqa: BLE001 - both have to fail in the same way
            status = hash(repr(error))
        if status is not None:
            outcomes.append((status, *capfd.readouterr()))
    return outcomes


@pytest.mark.parametrize("arguments", CALLS, ids=" ".join)
def test_a_plain_call_gives_the_same_bytes_as_a_parsed_one(arguments: list[str], capfd: Capture) -> None:
    outcomes = answer_both_ways(arguments, capfd)

    assert outcomes == outcomes[-1:] * len(outcomes)


def test_most_questions_are_answered_plainly(capfd: Capture) -> None:
    plain = {arguments[0] for arguments in CALLS if answer_plainly(arguments) is not None}
    capfd.readouterr()

    assert {*QUESTIONS} - plain <= {"lint", "check", "read", "changes", "compare"}


@pytest.mark.parametrize("place", ["--json first", "in the middle", "last"])
def test_the_option_can_be_anywhere_after_the_command(place: str, capfd: Capture) -> None:
    arguments = {
        "--json first": ["pair", "--json", "KZ", "KG"],
        "in the middle": ["pair", "KZ", "--json", "KG"],
        "last": ["pair", "KZ", "KG", "--json"],
    }[place]

    outcomes = answer_both_ways(arguments, capfd)

    assert len(outcomes) == 2
    assert outcomes[0] == outcomes[1]


OPTIONS = sorted(
    {
        option
        for parameter in (*FORM, *FILTERS, *PARAMETERS.values())
        for option in (parameter.option, parameter.short)
        if option and option != "--json"
    }
)


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("option", ["-h", "--help", "--", "-", "--jso", "--json=1", "--json --json", *OPTIONS])
def test_a_call_with_any_other_option_is_left_to_typer(name: str, option: str) -> None:
    assert answer_plainly([name, "KZ", *option.split(), "--json"]) is None
    assert answer_plainly([name, "KZ", *option.split()]) is None


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--json"],
        ["pair"],
        ["countries", "--json"],
        ["--json", "pair", "KZ", "KG"],
        ["nothing", "--json"],
        ["nothing"],
    ],
    ids=" ".join,
)
def test_a_call_that_is_not_plain_is_left_to_typer(arguments: list[str]) -> None:
    assert answer_plainly(arguments) is None


@pytest.mark.parametrize("name", ["TRADEFACTS_BASE", "TRADEFACTS_PAGER", "TRADEFACTS_ANYTHING", "_TRADEFACTS_COMPLETE"])
def test_a_setting_leaves_the_call_to_typer(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, "builtin")

    assert answer_plainly(["pair", "KZ", "KG", "--json"]) is None


@pytest.mark.parametrize("words", [["Atlantis"], ["KZ", "KZ"], ["Korea"], ["KZ", "KG", "UZ"]], ids=" ".join)
def test_errors_are_reported_by_typer_as_usual(words: list[str], capfd: Capture) -> None:
    assert answer_plainly(["pair", *words]) is None
    assert answer_plainly(["pair", *words, "--json"]) is None

    status = main(["pair", *words, "--json"])
    out, err = capfd.readouterr()

    assert (status, out) == (2, "")
    assert err.startswith('{"error": ')


def test_typer_still_knows_every_command() -> None:
    assert {*build().list_commands(None)} == {*COMMANDS}
