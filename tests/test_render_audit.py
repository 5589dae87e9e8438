"""The screen of the audit: by severity, newest first, every contradictory figure with its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builders import Json, base, growth, source, volume
from tradefacts.audit import ask_audit
from tradefacts.render import render
from tradefacts.render.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Sequence

A, B, C = source("Kabar", "2024-01-01"), source("Trend", "2024-01-02"), source("Khovar", "2024-01-03")
WIDE = 200


def show(*facts: Json, places: Sequence[str] = ("KZ", "KG"), width: int = 100, everything: bool = False) -> list[str]:
    return render(ask_audit(base(*facts), *places, everything=everything), Screen(width))


def said(period: str, printed: str, page: Json, **others: object) -> Json:
    return volume("KZ", "KG", period, printed, source=page, reporter="KZ", **others)


def test_the_first_lines_count_findings_and_comparisons() -> None:
    lines = show(said("2022", "$1.3 billion", A), said("2022", "$1.6 billion", B), said("2021", "$1 billion", A))

    assert lines[:2] == [
        "Kazakhstan – Kyrgyzstan: 1 contradiction",
        "2 of 3 figures compared; 1 stands alone (why: --all)",
    ]


def test_all_figures_of_a_contradiction_are_shown_with_their_pages_and_voices() -> None:
    facts = [said("2022", printed, page) for printed, page in (("$1.3 bln", A), ("$1.6 bln", B), ("$1.9 bln", C))]

    assert "2022 turnover by KZ  $1.9 bn [1] (1 voice) ≠ $1.6 bn [2] (1 voice), $1.3 bn [3] (1 voice)" in show(*facts)


def test_voices_are_shown_with_their_pages_if_there_are_more_pages() -> None:
    copy = source("Azernews", "2024-01-04", origin="Kabar")

    lines = show(said("2022", "$1.3 bln", A), said("2022", "$1.3 bln", copy), said("2022", "$1.6 bln", B))

    assert any("$1.3 bn [1] (1 voice on 2 pages)" in line for line in lines)


def test_arithmetic_cause_and_code_are_below() -> None:
    lines = show(said("2022", "$1.3 billion", A), said("2022", "$1.6 billion", B), width=WIDE)

    assert lines[5].strip() == "1,550,000,000–1,650,000,000 and 1,250,000,000–1,350,000,000 · cause not known · A101"


def test_the_newest_period_comes_first() -> None:
    facts = [
        said(year, printed, page) for year in ("2021", "2022") for printed, page in (("$1.3 bln", A), ("$1.6 bln", B))
    ]

    assert [line[:4] for line in show(*facts) if "≠" in line] == ["2022", "2021"]


def test_figures_that_may_be_rounded_or_truncated_have_no_contradiction_sign() -> None:
    lines = show(said("2022", "$400 million", A), said("2022", "$500 million", B), width=WIDE)

    assert "2022 turnover by KZ  $500 m [1] (1 voice) beside $400 m [2] (1 voice)" in lines
    assert any("true if zeros at the end are rounding" in line for line in lines)


def test_a_sum_shows_its_parts_and_the_whole() -> None:
    lines = show(
        said("2022", "$0.7 billion", A, flow="exports"),
        said("2022", "$0.4 billion", A, flow="imports"),
        said("2022", "$1.6 billion", A),
    )

    assert any(line.startswith("2022 sum by KZ  $0.4 bn [1] + $0.7 bn [1] ≠ $1.6 bn [1]") for line in lines)


def test_a_growth_is_shown_with_both_of_its_figures() -> None:
    lines = show(
        said("2021", "$1.00 billion", A),
        said("2022", "$2.00 billion", A),
        growth("KZ", "KG", "2022", "13%", reporter="KZ", base_period="2021", source=A),
    )

    assert "2022 change by KZ  +13 % [1] ≠ $2.00 bn [1], after $1.00 bn [1] in 2021" in lines


def test_figures_of_two_statistics_are_distinguished_by_reporter() -> None:
    lines = show(
        volume("KZ", "KG", "2022", "$1.3 billion", reporter="KZ", source=A),
        volume("KZ", "KG", "2022", "$1.9 billion", reporter="KG", source=B),
    )

    assert "Between statistics" in lines
    assert any(line == "2022 turnover  $1.3 bn [1] by KZ; $1.9 bn [2] by KG" for line in lines)


def test_without_a_pair_each_finding_names_its_own() -> None:
    lines = show(said("2022", "$1.3 billion", A), said("2022", "$1.6 billion", B), places=())

    assert lines[0] == "All claims: 1 contradiction"
    assert any(line.startswith("2022 KG–KZ turnover by KZ  ") for line in lines)


def test_on_a_narrow_screen_figures_are_below_their_labels() -> None:
    lines = show(said("2022", "$1.3 billion", A), said("2022", "$1.6 billion", B), width=60)

    at = lines.index("2022 turnover by KZ")
    assert lines[at + 1] == "  $1.6 bn [1] (1 voice) ≠ $1.3 bn [2] (1 voice)"
