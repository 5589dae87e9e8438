"""Charts as files: content, metadata, and the libraries needed."""

from __future__ import annotations

import struct
import sys
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest

from builders import base, save, source, target, volume
from running import ask, check_refusal
from tradefacts.questions.chart import ask_chart
from tradefacts.report.labels import find_end, find_side, list_years
from tradefacts.report.plot import make_plot

if TYPE_CHECKING:
    from pathlib import Path

    from tradefacts.report.plot import Plot

pytestmark = pytest.mark.slow

Capture = pytest.CaptureFixture[str]
SVG = "{http://www.w3.org/2000/svg}"
SIDES = [
    volume("KZ", "UZ", "2023", "$4.5 bln", reporter="KZ"),
    volume("KZ", "UZ", "2023", "$4.39 bln", reporter="UZ"),
    volume("KZ", "UZ", "2022", "$5.0 bln", source=source("Kun", "2023-02-01")),
    volume("KZ", "UZ", "2022", "$4.6 bln", source=source("Uza", "2023-01-01")),
    volume("KZ", "UZ", "2020", "$3 bln", bound=">"),
    target("KZ", "UZ", "$10 bln", "2030"),
    target("KZ", "UZ", "$50 bln"),
]


def plot(*facts: object, places: tuple[str, ...] = ("KZ", "UZ")) -> Plot:
    return make_plot(ask_chart(base(*facts), *places))  # type: ignore[arg-type]  # records are dictionaries


def test_each_statistics_has_a_sign_of_its_own() -> None:
    assert [(series.label, series.shape) for series in plot(*SIDES).series] == [
        ("Kazakhstan's statistics", "circle"),
        ("Uzbekistan's statistics", "square"),
        ("statistics not named", "diamond"),
    ]


def test_figures_are_side_by_side_at_their_year_with_their_ranges() -> None:
    shown = plot(*SIDES)

    assert [(mark.place, mark.label, mark.low, mark.high) for mark in shown.marks[:2]] == [
        (2022.92, "$4.5 bn", 4_450_000_000, 4_550_000_000),
        (2023.08, "$4.39 bn", 4_385_000_000, 4_395_000_000),
    ]
    assert [mark.label for mark in shown.marks if mark.is_refused] == ["$4.6 bn"]
    assert (shown.first, shown.last, shown.unit_name) == (2020, 2030, "$ bn")


def test_goals_that_fit_are_lines_up_to_their_deadline_and_others_are_named() -> None:
    shown = plot(*SIDES)

    assert [(goal.value, goal.last, goal.label) for goal in shown.goals] == [
        (10_000_000_000, 2030, "goal $10 bn by 2030")
    ]
    assert "Beyond the scale: goal $50 bn no date given." in shown.remarks


def test_labels_of_goals_that_are_close_are_on_both_sides() -> None:
    figure = volume("CN", "KZ", "2023", "$41 bln")
    shown = plot(
        figure, target("CN", "KZ", "$40 bln", "2030"), target("CN", "KZ", "$38 bln", "2030"), places=("KZ", "CN")
    )

    assert [(goal.value, goal.is_below) for goal in shown.goals] == [(40_000_000_000, False), (38_000_000_000, True)]


def test_alternative_text_has_every_figure_and_goal() -> None:
    assert plot(*SIDES).alternative == (
        "Chart. Kazakhstan – Uzbekistan: turnover, full years, $ bn. 2023 $4.5 bn (Kazakhstan's statistics); "
        "2023 $4.39 bn (Uzbekistan's statistics); 2022 $5.0 bn, contradicted by $4.6 bn (statistics not named); "
        "2020 >$3 bn (statistics not named). Goals: $10 bn by 2030; $50 bn no date given."
    )


def test_sources_name_the_publishers_and_the_edition() -> None:
    assert plot(*SIDES).sources == "Sources: Trend, Kun, Uza; gathered in tradefacts, edition 2024-06-30."


def test_partners_are_below_each_other() -> None:
    shown = plot(
        volume("KZ", "UZ", "2023", "$4 bln"), volume("KZ", "CN", "2022", "$30 bln", reporter="CN"), places=("KZ",)
    )

    assert shown.rows == ["China 2022", "Uzbekistan 2023"]
    assert [mark.place for mark in shown.marks] == [0, 1]
    assert [series.label for series in shown.series] == ["the partner's statistics", "statistics not named"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return save(tmp_path / "b.json", *SIDES)


def test_parts_of_years_are_below_each_other_because_they_overlap() -> None:
    shown = plot(
        volume("KZ", "UZ", "2024-01/2024-05", "$2 bln"),
        volume("KZ", "UZ", "2024-01/2024-03", "$1 bln"),
        target("KZ", "UZ", "$3 bln", "2030"),
    )

    assert (shown.rows, shown.goals) == (["2024 Jan–May", "2024 Jan–Mar"], [])
    assert [mark.place for mark in shown.marks] == [0, 1]


def test_label_of_a_row_begins_after_the_signs_it_would_cover() -> None:
    facts = [volume("KZ", "UZ", "2023", "$1.10 bln"), volume("KZ", "UZ", "2023", "$1.3 bln", source="kun-2024-02-01")]
    shown = make_plot(ask_chart(base(*facts), "KZ"))
    leading = shown.marks[0]

    assert find_end(shown, leading, arrow=0, length=500_000_000) == 1_350_000_000
    assert find_end(shown, leading, arrow=0, length=50_000_000) == 1_105_000_000


def test_svg_has_a_title_and_an_alternative_text(capfd: Capture, path: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    written = tmp_path / "chart.svg"

    assert ask(capfd, "--base", path, "chart", "KZ", "UZ", "-o", written).err == f"tradefacts: note: wrote {written}\n"

    root = ET.parse(written).getroot()  # noqa: S314 - written here
    assert root.get("role") == "img"
    assert [element.text for element in root.iter(f"{SVG}title")] == [
        "Kazakhstan – Uzbekistan: turnover, full years, $ bn"
    ]
    assert (root.findtext(f"{SVG}desc") or "").startswith("Chart. Kazakhstan – Uzbekistan")


def test_png_is_a_column_wide_at_300_dots_an_inch_and_has_a_description(
    capfd: Capture, path: Path, tmp_path: Path
) -> None:
    pytest.importorskip("matplotlib")
    written = tmp_path / "chart.png"
    ask(capfd, "--base", path, "chart", "KZ", "UZ", "-o", written)

    content = written.read_bytes()
    assert struct.unpack(">I", content[16:20]) == (1062,)
    place = content.index(b"iTXtDescription")
    assert "Chart. Kazakhstan – Uzbekistan".encode() in content[place : place + 200]


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_picture_is_the_same_whenever_it_is_drawn(capfd: Capture, path: Path, tmp_path: Path, ending: str) -> None:
    pytest.importorskip("matplotlib")
    first, second = tmp_path / f"a.{ending}", tmp_path / f"b.{ending}"
    for written in (first, second):
        ask(capfd, "--base", path, "chart", "KZ", "UZ", "-o", written)

    assert first.read_bytes() == second.read_bytes()


def test_picture_is_not_replaced_without_force(capfd: Capture, path: Path, tmp_path: Path) -> None:
    pytest.importorskip("matplotlib")
    written = tmp_path / "chart.svg"
    written.write_text("mine", encoding="utf-8")

    check_refusal(ask(capfd, "--base", path, "chart", "KZ", "UZ", "-o", written), 5)

    assert written.read_text(encoding="utf-8") == "mine"
    assert ask(capfd, "--base", path, "chart", "KZ", "UZ", "-o", written, "--force").status == 0


def test_nothing_to_draw_is_an_error_and_leaves_no_file(capfd: Capture, path: Path, tmp_path: Path) -> None:
    written = tmp_path / "chart.svg"

    check_refusal(ask(capfd, "--base", path, "chart", "KZ", "UZ", "--since", "2030", "-o", written), 2)

    assert not written.exists()


def test_a_missing_library_is_named_with_what_to_install(
    capfd: Capture, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)

    lines = check_refusal(ask(capfd, "--base", path, "chart", "KZ", "UZ", "-o", tmp_path / "c.svg"), 2)

    assert lines == [
        "tradefacts: error: matplotlib is needed for this and is not installed",
        "hint: pip install 'tradefacts[charts]'",
    ]
    assert sorted(tmp_path.iterdir()) == [path]


def test_picture_needs_a_file_and_a_chart(capfd: Capture, path: Path, tmp_path: Path) -> None:
    assert check_refusal(ask(capfd, "--base", path, "chart", "KZ", "UZ", "--format", "svg"), 2)
    assert check_refusal(ask(capfd, "--base", path, "pair", "KZ", "UZ", "-o", tmp_path / "c.svg"), 2)


@pytest.mark.parametrize(
    ("first", "last", "years"),
    [(2023, 2023, [2023]), (2019, 2023, [2023, 2022, 2021, 2020, 2019]), (2011, 2030, [2030, 2025, 2020, 2015])],
)
def test_years_along_a_picture_are_evenly_apart(first: int, last: int, years: list[int]) -> None:
    shown = plot(*SIDES)._replace(first=first, last=last)

    assert [*list_years(shown, 5)] == years


def test_the_newest_figure_is_written_in_free_space() -> None:
    high = volume("KZ", "UZ", "2022", "$4.5 bln")
    others = volume("KZ", "UZ", "2023", "$4.3 bln"), volume("KZ", "UZ", "2012", "$1 bln")

    below = plot(high, *others)
    above = plot({**high, "printed": "$4.1 bln", "value": 4_100_000_000}, *others)

    assert [find_side(shown, shown.marks[0]) for shown in (below, above)] == ["below", "above"]
