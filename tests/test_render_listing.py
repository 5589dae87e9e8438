"""Lists of claims, pages, records and coverage: the direct answer first, then the newest."""

from __future__ import annotations

from builders import base, event, person, source, target, volume
from tradefacts.questions.coverage import ask_coverage
from tradefacts.questions.explain import ask_explain
from tradefacts.questions.facts import ask_facts, ask_sources
from tradefacts.questions.records import ask_search, ask_show
from tradefacts.render import render
from tradefacts.render.screen import Screen

SCREEN = Screen(100, has_addresses=False)
OLDER = source("Kabar", "2022-02-01")
RUSSIAN = source("Interfax", "2024-02-01", language="ru")
FACTS = base(
    volume("KZ", "KG", "2021", "$1 bln", source=OLDER),
    volume("KZ", "KG", "2022", "$1.1 bln", reporter="KG"),
    volume("KZ", "UZ", "2022", "5 млрд долларов", source=RUSSIAN, note="of all goods"),
    target("KZ", "KG", "$2 bln", horizon="soon"),
    event("Council", "2023-09-25", "KG", "KZ"),
    people=[person("Olzhas Bektenov")],
)


def squeeze(lines: list[str]) -> list[str]:
    return [" ".join(line.split()) for line in lines]


def test_claims_are_counted_then_listed_the_newest_first_each_with_who_says_it() -> None:
    lines = squeeze(render(ask_facts(FACTS, kind="volume"), SCREEN))

    assert lines[:6] == [
        "All places: 3 claims on 3 pages",
        "",
        "Period What Printed by Said by",
        "2022 turnover KZ–UZ 5 млрд долларов ($5 bn) Interfax [1] · of all goods",
        "2022 turnover KZ–KG $1.1 bln KG Trend [2]",
        "2021 turnover KZ–KG $1 bln Kabar [3]",
    ]


def test_a_limit_shows_the_total_number_of_claims() -> None:
    lines = render(ask_facts(FACTS, "KZ", "KG", limit=1), SCREEN)

    assert lines[0] == "Kazakhstan – Kyrgyzstan: 1 of 4 claims on 1 page, the first in the base; newest: --sort period"


def test_a_date_in_words_is_in_quotation_marks() -> None:
    assert any("$2 bln, “soon”" in line for line in render(ask_facts(FACTS, kind="target"), SCREEN))


def test_pages_are_counted_then_listed_the_newest_first() -> None:
    lines = render(ask_sources(FACTS, "KZ"), SCREEN)

    assert lines[0] == "Kazakhstan: 3 pages with 5 claims, 2022–2024"
    assert [line[:10] for line in lines[2:]] == ["2024-02-01", "2024-01-15", "2022-02-01"]


def test_a_limit_keeps_the_newest_pages() -> None:
    lines = render(ask_sources(FACTS, "KZ", limit=1), SCREEN)

    assert [line[:10] for line in lines[2:]] == ["2024-02-01"]


def test_an_order_that_was_asked_for_is_kept() -> None:
    lines = render(ask_sources(FACTS, "KZ", sort="publisher"), SCREEN)

    assert [line[12:].split(" ")[0].rstrip(":") for line in lines[2:]] == ["Interfax", "Kabar", "Trend"]


def test_coverage_starts_with_the_largest_counts() -> None:
    lines = render(ask_coverage(FACTS), SCREEN)

    assert lines[:2] == [
        "All places: 4 claims about 2 pairs, 2021–2022",
        "Most: Kazakhstan – Kyrgyzstan 3, Kazakhstan – Uzbekistan 1.",
    ]


def test_a_coverage_adds_up_the_years_for_which_there_is_no_room() -> None:
    many = base(*(volume("KZ", "KG", str(year), "$1 bln") for year in range(2010, 2024)))

    narrow, pipe = (squeeze(render(ask_coverage(many), Screen(width))) for width in (40, None))

    assert narrow[-2:] == ["Pair earlier 2021 2022 2023 all", "KG–KZ 11 1 1 1 14"]
    assert "2010 2011 2012" in pipe[3]


def test_a_page_without_a_title_is_found_by_publisher_and_date() -> None:
    facts = base(volume("KZ", "KG", "2022", "$1 bln", source=source("Akipress", None, title=None)))

    found = render(ask_search(facts, "akipress"), SCREEN)

    assert found[1].startswith("Source   Akipress, undated · 1 claim · akipress")


def test_a_search_counts_and_shows_records_in_a_line_each_before_claims() -> None:
    found, event_found = (render(ask_search(FACTS, words), SCREEN) for words in ("bektenov", "council"))

    assert found == ["“bektenov”: 1 record", "Person   Olzhas Bektenov · 0 claims · olzhas-bektenov"]
    assert event_found[0] == "“council”: 1 claim"


def test_a_record_starts_with_its_content() -> None:
    shown = render(ask_show(FACTS, "kz-kg-turnover-volume-2021-kabar-2022-02-01", "kabar-2022-02-01", "KG"), SCREEN)

    assert shown[0] == "turnover KZ–KG 2021: $1 bn, Kabar [1]"
    assert "Kabar, 2022-02-01: News of Kabar" in shown
    assert "Kyrgyzstan" in shown


def test_several_derived_figures_are_listed_before_they_are_explained() -> None:
    facts = base(
        volume("KZ", "KG", "2022", "$1.00 bln"),
        volume("KZ", "KG", "2023", "$1.10 bln"),
        volume("KZ", "KG", "2022", "$600 mln", flow="exports"),
        volume("KZ", "KG", "2023", "$660 mln", flow="exports"),
    )

    lines = render(ask_explain(facts, "KZ", "KG", "2023"), SCREEN)

    assert lines[0] == "Kazakhstan – Kyrgyzstan, 2023: 2 figures follow"
    assert [line.split(":")[0] for line in lines[1:4]] == ["  growth, turnover 2023", "  growth, KZ → KG 2023", ""]
    assert lines[4].startswith("growth, turnover 2023: ")
