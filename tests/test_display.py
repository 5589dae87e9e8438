"""Display options: colour, width, signs, layout, addresses and links, on a terminal and in a pipe."""

from __future__ import annotations

import io
import re
import sys
from typing import TYPE_CHECKING

import pytest

from builders import base as compile_base
from builders import save, source, volume
from running import ask, check_refusal
from tradefacts.questions.facts import ask_facts
from tradefacts.render import render
from tradefacts.render.grid import Column, Section, lay_out, make_lines
from tradefacts.render.screen import SIGNS, Screen, drop_links, link, text
from tradefacts.render.terminal import find_lines, find_screen
from tradefacts.render.words import format_labelled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rich.text import Text

Capture = pytest.CaptureFixture[str]
VARIABLES = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "TERM", "FORCE_HYPERLINK")
STYLE = re.compile(r"\x1b\[[0-9;]*m")
TERMINALS = ("TERM_PROGRAM", "VTE_VERSION", "WT_SESSION", "KONSOLE_VERSION", "DOMTERM")


class Terminal(io.StringIO):
    """A terminal that does not report its size."""

    def __init__(self, encoding: str = "utf-8") -> None:
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self) -> str:  # type: ignore[override]  # read-only is enough
        return self._encoding

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*VARIABLES, *TERMINALS):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    return save(tmp_path / "b.json", volume("KZ", "KG", "2022", "$1.3 bln", bound="~"))


def show(parts: Sequence[Text], screen: Screen) -> list[str]:
    return screen.format(parts)


@pytest.mark.parametrize(
    ("color", "environment", "has_colour"),
    [
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": "1"}, False),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {}, False),
    ],
)
def test_the_colour_option_overrides_the_environment(
    color: str, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, *, has_colour: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert find_screen(color=color).has_colour is has_colour


@pytest.mark.parametrize(
    ("environment", "has_links"),
    [
        ({}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"VTE_VERSION": "6003"}, True),
        ({"VTE_VERSION": "4205"}, False),
        ({"VTE_VERSION": "²"}, False),
        ({"WT_SESSION": "1"}, True),
        ({"TERM": "dumb", "WT_SESSION": "1"}, False),
        ({"TERM": "tmux-256color", "TERM_PROGRAM": "WezTerm"}, False),
        ({"TERM": "tmux-256color", "FORCE_HYPERLINK": "1"}, True),
        ({"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"}, False),
    ],
    ids=str,
)
def test_links_go_to_terminals_known_for_them(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch, *, has_links: bool
) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    assert find_screen().has_links is has_links


def test_a_pipe_gets_addresses_in_full_and_never_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_HYPERLINK", "1")

    screen = find_screen()

    assert (screen.has_links, screen.has_addresses) == (False, True)


def test_a_terminal_gets_addresses_in_full_where_they_are_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal())

    assert [find_screen(sources=wanted).has_addresses for wanted in (False, True)] == [False, True]


@pytest.mark.parametrize("has_colour", [True, False])
def test_a_link_leads_to_its_address_in_signs_that_every_terminal_takes(*, has_colour: bool) -> None:
    shown = show([link("Trend", "https://example.org/ä b", "bold")], Screen(80, has_colour, has_links=True))

    assert re.sub(r"\x1b\[[0-9;]*m", "", shown[0]) == (
        "\x1b]8;;https://example.org/%C3%A4%20b\x1b\\Trend\x1b]8;;\x1b\\"
    )
    assert ("\x1b[" in shown[0]) is has_colour
    assert drop_links(re.sub(r"\x1b\[[0-9;]*m", "", shown[0])) == "Trend"


def test_without_links_or_an_address_there_is_only_the_text() -> None:
    parts = [link("Trend", "https://example.org"), link("Trend", None)]

    assert show(parts, Screen(80)) == ["Trend", "Trend"]
    assert show([link("Trend", "https://example.org")], Screen(80, has_colour=True)) == ["Trend"]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1", "cp866"])
def test_a_stream_that_cannot_show_the_signs_gets_ascii(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", Terminal(encoding))

    assert find_screen().is_ascii


def test_every_sign_has_a_form_in_ascii_and_keeps_its_style() -> None:
    screen = Screen(80, has_colour=True, is_ascii=True)

    (shown,) = show([text(("".join(SIGNS), "red"), " Қазақстан – “x”")], screen)

    assert STYLE.sub("", shown) == '!=~->==->#.:[[]] Қазақстан - "x"'
    assert shown.count("\x1b[31m") == len(SIGNS)
    assert "\x1b[31m!=\x1b[0m" in shown


def test_signs_are_written_in_ascii_before_columns_are_measured() -> None:
    rows = [["≠ 1", "x"], ["22222", "y"]]

    assert show(lay_out([Column("a"), Column("b")], rows, Screen(80, is_ascii=True)), Screen(80, is_ascii=True)) == [
        "a      b",
        "!= 1   x",
        "22222  y",
    ]


COLUMNS = [
    Column("Year", wraps=False),
    Column("by", joint=" by "),
    Column("Turnover", wraps=False),
    Column("voices", wraps=False, joint=" · "),
    Column("", is_extra=True),
    Column("KZ → UZ", rank=1, wraps=False),
    Column("UZ → KZ", rank=1, wraps=False),
]
ROWS: list[list[str | Text]] = [
    ["2025", "?", "$4.97 bn [1]", "1 on 1", "━━━━━━━━", "$3.4 bn [1]", "$1.55 bn [1]"],
    [
        "2022",
        "KZ",
        make_lines("$5 bn [10]", "≠ $5.0 bn [8]"),
        make_lines("5 on 8", "1 on 1"),
        "━━━━━━━",
        "$3.7 bn [8]",
        "",
    ],
]


def test_a_table_narrows_step_by_step_and_drops_only_repetitions() -> None:
    def lines(width: int, *, stacks: bool = False) -> list[str]:
        return show(lay_out(COLUMNS, ROWS, Screen(width), stacks=stacks), Screen(width))

    assert lines(80)[1] == "2025  ?   $4.97 bn [1]   1 on 1  ━━━━━━━━  $3.4 bn [1]  $1.55 bn [1]"
    assert lines(66)[1] == "2025 ?  $4.97 bn [1]  1 on 1 ━━━━━━━━ $3.4 bn [1] $1.55 bn [1]"
    assert lines(60)[1] == "2025  ?   $4.97 bn [1]   1 on 1  $3.4 bn [1]  $1.55 bn [1]"
    assert lines(40) == [
        "Year  by  Turnover       voices",
        "2025  ?   $4.97 bn [1]   1 on 1",
        "      KZ → UZ $3.4 bn [1]",
        "        UZ → KZ $1.55 bn [1]",
        "2022  KZ  $5 bn [10]     5 on 8",
        "          ≠ $5.0 bn [8]  1 on 1",
        "      KZ → UZ $3.7 bn [8]",
    ]
    stacked = [
        "2025 by ?",
        "  Turnover $4.97 bn [1] · 1 on 1",
        "  KZ → UZ  $3.4 bn [1]",
        "  UZ → KZ  $1.55 bn [1]",
        "",
        "2022 by KZ",
        "  Turnover $5 bn [10] · 5 on 8",
        "           ≠ $5.0 bn [8] · 1 on 1",
        "  KZ → UZ  $3.7 bn [8]",
    ]
    assert lines(100, stacks=True) == stacked
    assert show(lay_out(COLUMNS, ROWS, Screen(100, is_list=True)), Screen(100)) == stacked


def test_a_field_too_long_to_stand_below_the_second_column_begins_below_the_first() -> None:
    rows = [["A meeting of five", "2025", "a-long-id-without-any-blank"]]
    columns = [Column("Claim"), Column("Then", wraps=False), Column("id", rank=1, wraps=False)]

    assert show(lay_out(columns, rows, Screen(36)), Screen(36)) == [
        "Claim              Then",
        "A meeting of five  2025",
        "  id a-long-id-without-any-blank",
    ]


def test_a_section_repeats_the_heads_with_another_first_one() -> None:
    rows: list[list[str] | Section] = [["2025", "$1"], Section("Months"), ["2025 Jan", "$2"]]

    shown = show(lay_out([Column("Year"), Column("Turnover")], rows, Screen(80)), Screen(80))

    assert shown == ["Year      Turnover", "2025      $1", "Months    Turnover", "2025 Jan  $2"]


def test_a_label_is_beside_its_sentence_and_on_a_narrow_screen_above_it() -> None:
    sentence = "One voice on one page [1]; no second figure is on record for this year and these two countries."

    wide = show(format_labelled("Voices", sentence, Screen(60)), Screen(60))
    narrow = show(format_labelled("Voices", sentence, Screen(40)), Screen(40))

    assert wide == [
        "Voices   One voice on one page [1]; no second figure is on",
        "         record for this year and these two countries.",
    ]
    assert narrow[:2] == ["Voices", "  One voice on one page [1]; no second"]


def test_a_label_wider_than_the_others_leaves_less_room_in_its_line() -> None:
    sentence = "−7.7 % [1] ≠ $441.5 m [1], after $475.9 m [1] in Jan–Oct 2023"

    first, second = (line.plain for line in format_labelled("Jan–Oct 2024 change", sentence, Screen(60)))

    assert first.startswith("Jan–Oct 2024 change −7.7 % [1]")
    assert len(first) <= 60
    assert second.startswith("         ")


def test_numbers_and_contradictions_of_a_sentence_are_styled() -> None:
    screen = Screen(80, has_colour=True)

    (shown,) = show(format_labelled("", "≠ $1 bn [2]", screen), screen)

    assert shown == "         \x1b[31m≠\x1b[0m $1 bn \x1b[2m[2]\x1b[0m"


@pytest.mark.parametrize(
    ("lines", "found"),
    [("50", 50), ("²", 24), ("9" * 5000, 24), ("-1", 24), ("", 24), ("0", 24), ("100001", 24)],
    ids=lambda value: str(value)[:9],
)
def test_lines_of_the_terminal_are_taken_from_a_plain_number_only(
    lines: str, found: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LINES", lines)
    monkeypatch.setattr(sys, "stdout", Terminal())

    assert find_lines() == found


@pytest.mark.parametrize("size", ["²", "①", "٣", "9" * 5000, "-1", ""], ids=lambda value: value[:2])
@pytest.mark.parametrize("variable", ["COLUMNS", "LINES"])
def test_sizes_that_are_no_numbers_count_as_unset(
    capfd: Capture, base: Path, variable: str, size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    usual = ask(capfd, "--base", base, "facts")
    monkeypatch.setenv(variable, size)

    assert ask(capfd, "--base", base, "facts") == usual


def test_display_options_come_before_or_after_the_command(capfd: Capture, base: Path) -> None:
    before = ask(capfd, "--base", base, "--width", "40", "--ascii", "facts", "--layout", "list")
    behind = ask(capfd, "facts", "--base", base, "--width", "40", "--ascii", "--layout", "list")

    assert before == behind
    assert "\n2022\n" in before.out
    assert "~$1.3 bln" in before.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["facts", "--width", "0"], "width '0' is not a number of columns"),
        (["facts", "--width", "²"], "width '²' is not a number of columns"),
        (["facts", "--width", "9" * 30], f"width '{'9' * 30}' is not a number of columns"),
        (["facts", "--color", "red"], "unknown colour 'red'"),
        (["facts", "--layout", "grid"], "unknown layout 'grid'"),
        (["--width", "50", "facts", "--width", "60"], "--width has one value, found 2: '50', '60'"),
        (["facts", "--format", "jsonl", "--layout", "list"], "--layout has no effect on jsonl, which is not laid out"),
        (["facts", "--format", "csv", "--sources"], "--sources has no effect on csv, which is not laid out"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else "",
)
def test_display_that_cannot_take_effect_is_refused(capfd: Capture, arguments: list[str], message: str) -> None:
    assert check_refusal(ask(capfd, *arguments), 2)[0] == f"tradefacts: error: {message}"


def test_display_options_before_the_command_do_not_affect_script_formats(capfd: Capture, base: Path) -> None:
    plain = ask(capfd, "--base", base, "facts", "--json")

    assert ask(capfd, "--base", base, "--width", "50", "--color", "always", "--ascii", "facts", "--json") == plain


def test_date_and_publisher_link_to_the_page() -> None:
    answer = ask_facts(compile_base(volume("KZ", "KG", "2022", "$1 bln", source=source("Trend", "2024-01-15"))))

    shown = render(answer, Screen(100, has_links=True, has_addresses=False))[-1]

    assert shown == "[1] \x1b]8;;https://example.org/trend-2024-01-15\x1b\\2024-01-15  Trend\x1b]8;;\x1b\\"
