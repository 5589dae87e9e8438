"""The pair screen: every sentence of its head, its table, and what it leaves to other commands."""

import re
from collections.abc import Iterator

import pytest

import tradefacts
from builders import Json, base, body, country, event, growth, person, project, share, source, target, volume
from tradefacts.errors import InvalidQueryError
from tradefacts.questions.pair import ask_pair
from tradefacts.questions.records import ask_show
from tradefacts.render import render
from tradefacts.render.pair.head import count_head_lines, make_head
from tradefacts.render.pair.view import View
from tradefacts.render.screen import Screen

WIDE = Screen(100, has_addresses=False)
OTHER = "interfax-2024-02-01"
YEAR = volume("KZ", "KG", "2023", "$1.000 bln")
EARLIER = volume("KZ", "KG", "2022", "$900 mln", source="kabar-2023-02-01")


def show(*facts: Json, other: str = "KG", screen: Screen = WIDE, **options: object) -> list[str]:
    return render(ask_pair(base(*facts), "KZ", other, **options), screen)  # type: ignore[arg-type]  # options of the question


def find(lines: list[str], beginning: str) -> list[str]:
    return [" ".join(line.split()) for line in lines if line.startswith(beginning)]


def read(label: str, *facts: Json, other: str = "KG", **options: object) -> str:
    """Return the text next to a label of the head, on one line."""
    lines = show(*facts, other=other, screen=Screen(1000, has_addresses=False), **options)
    return "\n".join(line.removeprefix(label).strip() for line in lines if line.startswith(f"{label} "))


def list_rows(*facts: Json, other: str = "KG", **options: object) -> list[str]:
    """Return the rows of the table without padding and bars."""
    lines = show(*facts, other=other, screen=Screen(1000, has_addresses=False), **options)
    start = next(place for place, line in enumerate(lines) if re.match("(Year|Months) +by ", line))
    rows = list(iter(lines[start + 1 :]))
    end = next(place for place, line in enumerate(rows) if not re.match("[0-9]{4} |Months | ", line))
    return [" ".join(re.sub("[━╸┄▸]", "", row).split()) for row in rows[:end]]


def test_the_title_names_the_places_and_a_group_once() -> None:
    lines, within = show(YEAR), render(ask_pair(base(volume("CA5", "CA5", "2022", "$1 bln")), "CA5", "CA5"), WIDE)

    assert lines[0] == f"Kazakhstan – Kyrgyzstan{'1 claim on 1 page, newest 2024-01-15':>77}"
    assert within[0].startswith("Central Asia  ")


def test_the_labels_come_in_their_order() -> None:
    lines = show(YEAR)

    assert [line[:9].strip() for line in lines[1:] if line[:9].strip()][:7] == [
        "2023",
        "Voices",
        "Whose",
        "Each way",
        "Months",
        "Goal",
        "Disputed",
    ]


COMMITTEE = body("National Statistics Committee", "KG", id="kg-statistics")
SAID: Json = {"attributed_to": person("A. Japarov"), "attributed_as": "Premier"}


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ([YEAR], "Trade was $1.000 bn [1] in 2023, according to Trend (2024-01-15)."),
        (
            [YEAR | {"source": source("UzDaily", None)}],
            "Trade was $1.000 bn [1] in 2023, according to UzDaily (page undated).",
        ),
        ([YEAR | {"bound": ">"}], "Trade was more than $1.000 bn [1] in 2023, according to Trend (2024-01-15)."),
        ([YEAR | {"bound": "~"}], "Trade was about $1.000 bn [1] in 2023, according to Trend (2024-01-15)."),
        ([YEAR | {"bound": "<"}], "Trade was less than $1.000 bn [1] in 2023, according to Trend (2024-01-15)."),
        (
            [YEAR | {"reporter": "KG"}],
            "Trade was $1.000 bn [1] in 2023 by Kyrgyzstan's statistics, according to Trend (2024-01-15).",
        ),
        (
            [YEAR | {"attributed_to": COMMITTEE}],
            "Trade was $1.000 bn [1] in 2023, according to the National Statistics Committee (Trend, 2024-01-15).",
        ),
        ([YEAR | SAID], "Trade was $1.000 bn [1] in 2023, according to A. Japarov, Premier (Trend, 2024-01-15)."),
        (
            [YEAR, growth("KZ", "KG", "2023", "11%")],
            "Trade was $1.000 bn [1] in 2023, up 11 % [1] on 2022, according to Trend (2024-01-15).",
        ),
        (
            [YEAR, growth("KZ", "KG", "2023", "-11%")],
            "Trade was $1.000 bn [1] in 2023, down 11 % [1] on 2022, according to Trend (2024-01-15).",
        ),
        (
            [YEAR, EARLIER],
            (
                "Trade was $1.000 bn [1] in 2023 (+11.1 % by calculation from $900 m [2] in 2022), "
                "according to Trend (2024-01-15)."
            ),
        ),
        (
            [YEAR, growth("KZ", "KG", "2023", "11%", source=OTHER)],
            (
                "Trade was $1.000 bn [1] in 2023, according to Trend (2024-01-15). "
                "It was up 11 % [2] on 2022, says Interfax (2024-02-01)."
            ),
        ),
        (
            [YEAR, EARLIER, growth("KZ", "KG", "2023", "22.5%")],
            (
                "Trade was $1.000 bn [1] in 2023, according to Trend (2024-01-15). "
                "It says up 22.5 % [1] on 2022 ≠ the two figures on record give +11.1 % ($900 m [2] in 2022)."
            ),
        ),
        (
            [YEAR, EARLIER, growth("KZ", "KG", "2023", "22.5%", source=OTHER)],
            (
                "Trade was $1.000 bn [1] in 2023, according to Trend (2024-01-15). "
                "Interfax says up 22.5 % [2] on 2022 ≠ the two figures on record give +11.1 % ($900 m [3] in 2022)."
            ),
        ),
    ],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_the_newest_year_is_a_sentence(facts: list[Json], sentence: str) -> None:
    assert read("2023", *facts).split("\n")[0] == sentence


def test_a_newer_year_of_which_only_a_change_is_known_comes_first() -> None:
    lines = show(EARLIER, growth("KZ", "KG", "2023", "20%"))

    assert lines[1].startswith("2023     Only a change: +20 % [1], Trend (2024-01-15).")
    assert lines[2].startswith("2022     Trade was $900 m [2] in 2022")


def test_a_refusal_names_every_figure_that_is_not_in_the_sentence_yet() -> None:
    facts = [
        YEAR,
        EARLIER | {"reporter": "KG"},
        growth("KZ", "KG", "2023", "40%", source=OTHER),
    ]

    assert read("2023", *facts).split("\n")[0].endswith("give +11.1 % ($900 m [3] by KG in 2022).")


def test_without_a_full_year_the_head_speaks_of_months() -> None:
    facts = [volume("KZ", "KG", "2023-01/2023-05", "$1 bln", reporter="KG")]

    assert read("Year", *facts).split("\n")[0] == "No turnover for a full year is on record."
    assert read("Voices", *facts) == "1 voice on 1 page; no second figure on record. Quote with the speaker."
    assert read("Whose", *facts) == "Kyrgyzstan's statistics; say so."
    assert read("Months", *facts).startswith("Jan–May 2023: $1 bn [1] by KG")


@pytest.mark.parametrize(
    ("places", "sentence"),
    [
        (("KZ", "WORLD"), "Kazakhstan's total trade was $1 bn [1] in 2023, according to Trend (2024-01-15)."),
        (("KZ", "EU"), "Trade between the European Union and Kazakhstan was $1 bn [1] in 2023, according to"),
        (("CA5", "KZ"), "Trade between Central Asia and Kazakhstan was $1 bn [1] in 2023, according to"),
        (("EAEU", "KZ"), "Trade between the Eurasian Economic Union and Kazakhstan was $1 bn [1] in 2023"),
    ],
)
def test_groups_and_the_world_have_sentences_of_their_own(places: tuple[str, str], sentence: str) -> None:
    other = next(code for code in places if code != "KZ")

    assert read("2023", volume(*places, "2023", "$1 bln"), other=other).startswith(sentence)


def test_trade_inside_a_group_is_marked() -> None:
    facts = base(volume("CA5", "CA5", "2023", "$1 bln"), volume("CA5", "CA5", "2023", "$1 bln", flow="exports"))

    lines = render(ask_pair(facts, "CA5", "CA5"), WIDE)

    assert lines[1].startswith("2023     Trade within Central Asia was $1 bn [1] in 2023")
    assert find(lines, "Each way") == ["Each way 2023: CA5 → CA5 $1 bn [1]"]


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ([YEAR], "1 voice on 1 page; no second figure on record. Quote with the speaker."),
        (
            [YEAR | {"reporter": "KG"}, YEAR | {"source": OTHER}],
            "1 voice on 1 page; no second figure by KG; statistics not named: $1.000 bn [2]. Quote with the speaker.",
        ),
        (
            [YEAR, YEAR | {"source": OTHER}],
            "2 voices on 2 pages; no second figure on record. Quote as it stands.",
        ),
        (
            [YEAR, volume("KZ", "KG", "2023", "$500 mln", bound=">", source=OTHER)],
            "1 voice on 1 page; nobody contradicts it; >$500 m [2] fits. Quote with the speaker.",
        ),
        (
            [YEAR | {"bound": "~"}],
            "1 voice on 1 page; no second figure on record. Quote with the speaker and “about”.",
        ),
        (
            [
                volume("KZ", "KG", "2023", "$3 bln"),
                volume("KZ", "KG", "2023", "$3 bln", source=OTHER),
                volume("KZ", "KG", "2023", "$2.4 bln", source="kun-2023-02-01"),
            ],
            "2 voices on 2 pages; nobody contradicts it; near $2.4 bn [2]. Quote as it stands.",
        ),
        (
            [YEAR, YEAR | {"source": OTHER}, volume("KZ", "KG", "2023", "$846.1 mln", source="uzdaily-2024-03-01")],
            (
                "2 voices on 2 pages; disputed: ≠ $846.1 m [2], Uzdaily (2024-03-01). "
                "Quote both figures, each with its speaker."
            ),
        ),
        (
            [
                YEAR,
                YEAR | {"source": OTHER},
                volume("KZ", "KG", "2023", "$846.1 mln", source="uzdaily-2024-03-01"),
                volume("KZ", "KG", "2023", "$700 mln", source="kun-2024-03-01"),
            ],
            (
                "2 voices on 2 pages; disputed: ≠ $846.1 m [2], Uzdaily (2024-03-01) and 1 more. "
                "Quote all figures, each with its speaker."
            ),
        ),
        (
            [
                volume("KZ", "KG", "2023", "$5 bln"),
                volume("KZ", "KG", "2023", "$5 bln", source=OTHER),
                volume("KZ", "KG", "2023", "$4.6 bln", source="uzdaily-2024-03-01"),
                volume("KZ", "KG", "2023", "$5.0 bln", source="kun-2024-03-01"),
            ],
            (
                "2 voices on 2 pages; disputed: $4.6 bn [2] ≠ $5.0 bn [3], both fit it. "
                "Quote both figures, each with its speaker."
            ),
        ),
        (
            [YEAR, EARLIER, growth("KZ", "KG", "2023", "22.5%")],
            "1 voice on 1 page; no second figure on record. Quote with the speaker, without the change.",
        ),
    ],
    ids=lambda value: value[:60] if isinstance(value, str) else "",
)
def test_voices_say_who_agrees_and_how_to_quote(facts: list[Json], sentence: str) -> None:
    assert read("Voices", *facts) == sentence


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ([YEAR], "Statistics not named."),
        ([YEAR, EARLIER | {"reporter": "KG"}], "Statistics not named. Last by KG: $900 m [2] in 2022."),
        ([YEAR | {"reporter": "KG"}], "Kyrgyzstan's statistics; say so."),
        (
            [YEAR | {"reporter": "KG"}, volume("KZ", "KG", "2023", "$1.2 bln", reporter="KZ", source=OTHER)],
            "Kyrgyzstan's statistics; say so. Both sides in 2023: $1.000 bn [1] by KG, $1.2 bn [2] by KZ.",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_head_names_the_reporter_and_the_other_sides_figure(facts: list[Json], sentence: str) -> None:
    assert read("Whose", *facts) == sentence


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ([YEAR], "no claim for a full year"),
        (
            [volume("KZ", "KG", "2023", "$600 mln", flow="exports")],
            "2023: KG → KZ no claim, KZ → KG $600 m [1]",
        ),
        (
            [
                volume("KZ", "KG", "2023", "$600 mln", flow="exports", reporter="KG"),
                volume("KZ", "KG", "2023", "$400 mln", flow="imports", reporter="KG"),
                volume("KZ", "KG", "2023", "$700 mln", flow="exports", source=OTHER),
            ],
            "2023: KG → KZ $400 m [1], KZ → KG $600 m [1] (by KG); by ? no claim and $700 m [2]",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_goods_in_each_direction_are_shown_by_statistics(facts: list[Json], line: str) -> None:
    assert read("Each way", *facts) == line


def test_goods_of_the_world_are_exports_and_imports() -> None:
    facts = [volume("KZ", "WORLD", "2023", "$600 mln", flow="exports"), volume("KZ", "WORLD", "2023", "$1 bln")]

    assert read("Each way", *facts, other="WORLD") == "2023: exports $600 m [1], imports no claim"
    assert next(row for row in show(*facts, other="WORLD") if row.startswith("Year")).endswith("exports")


MONTHS = volume("KZ", "KG", "2024-01/2024-05", "$500.0 mln")
MONTHS_BEFORE = volume("KZ", "KG", "2023-01/2023-05", "$400.0 mln", source=OTHER)


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ([YEAR], "none on record for 2023 or later"),
        ([MONTHS], "Jan–May 2024: $500.0 m [1]; Jan–May 2023: no claim"),
        ([MONTHS, MONTHS_BEFORE], "Jan–May 2024: $500.0 m [1]; Jan–May 2023: $400.0 m [2], so +25.0 %"),
        (
            [MONTHS | {"reporter": "KG"}, MONTHS_BEFORE],
            "Jan–May 2024: $500.0 m [1] by KG; Jan–May 2023: $400.0 m [2] by ?: not comparable",
        ),
        (
            [MONTHS, MONTHS_BEFORE, growth("KZ", "KG", "2024-01/2024-05", "25%")],
            "Jan–May 2024: $500.0 m [1], +25 % [1] on Jan–May 2023 ($400.0 m [2])",
        ),
        (
            [MONTHS, MONTHS_BEFORE, growth("KZ", "KG", "2024-01/2024-05", "50%")],
            "Jan–May 2024: $500.0 m [1], ≠ +50 % [1] on Jan–May 2023 ($400.0 m [2])",
        ),
        (
            [MONTHS, growth("KZ", "KG", "2024-01/2024-05", "25%")],
            "Jan–May 2024: $500.0 m [1], +25 % [1] on Jan–May 2023 (computed: $398.4–401.6 m)",
        ),
        (
            [MONTHS | {"bound": ">"}, growth("KZ", "KG", "2024-01/2024-05", "25%")],
            "Jan–May 2024: >$500.0 m [1], +25 % [1] on Jan–May 2023 (no figure)",
        ),
        (
            [MONTHS | {"bound": ">"}, growth("KZ", "KG", "2024-01/2024-05", "25%"), MONTHS_BEFORE | {"reporter": "KG"}],
            "Jan–May 2024: >$500.0 m [1], +25 % [1] on Jan–May 2023 ($400.0 m [2] by KG: not comparable)",
        ),
        (
            [MONTHS, growth("KZ", "KG", "2024-01/2024-06", "14%")],
            "Jan–Jun 2024: only a change, +14 % [1]; Jan–May 2024: $500.0 m [1]; Jan–May 2023: no claim",
        ),
        ([growth("KZ", "KG", "2024-01/2024-06", "14%")], "Jan–Jun 2024: only a change, +14 % [1]"),
        ([EARLIER, MONTHS_BEFORE | {"period": "2021-01/2021-05"}], "none on record for 2022 or later"),
        ([target("KZ", "KG", "$2 bln")], "none on record"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_months_are_compared_with_the_same_months_a_year_before(facts: list[Json], line: str) -> None:
    assert read("Months", *facts).split("\n")[0] == line


def test_nothing_is_computed_from_a_refused_change_of_months() -> None:
    facts = [
        volume("KZ", "KG", "2024-01/2024-05", "$184.0 mln"),
        growth("KZ", "KG", "2024-01/2024-05", "3.4%"),
        volume("KZ", "KG", "2023-01/2023-05", "$198.1 mln", reporter="KG", source=OTHER),
    ]

    assert read("Months", *facts).split("\n")[0] == (
        "Jan–May 2024: $184.0 m [1], ≠ +3.4 % [1] on Jan–May 2023 ($198.1 m [2] by KG: not comparable)"
    )


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ([YEAR], "none on record"),
        ([target("KZ", "KG", "$2 bln")], "$2 bn [1] no date given: open"),
        ([target("KZ", "KG", "$2 bln", horizon="soon"), YEAR], "$2 bn [1] “soon”: 50 % in 2023: open"),
        (
            [target("KZ", "KG", "$2 bln", "2030"), YEAR | {"bound": ">"}],
            (
                "$2 bn [1] by 2030: over 50 % in 2023, needs at most 11 % a year, too few years on record: "
                "uncertain, 1 voice"
            ),
        ),
        (
            [target("KZ", "KG", "$2 bln", "2030"), YEAR, volume("KZ", "KG", "2019", "$0.900 bln")],
            "$2 bn [1] by 2030: 50 % in 2023, needs 10 % a year, made 2.6–2.7 % since 2019: behind, 1 voice",
        ),
        ([target("KZ", "KG", "$1 bln", "2022"), EARLIER], "$1 bn [2] by 2022: 90 % in 2022: missed, 1 voice"),
        ([target("KZ", "KG", "$1 bln", "2021"), EARLIER], "$1 bn [2] by 2021: no figure for 2021"),
        ([target("KZ", "KG", "$600 mln", flow="exports")], "$600 m [1] KZ → KG no date given: open"),
        (
            [target("KZ", "KG", "$2 bln", "2022"), target("KZ", "KG", "$2 bln", source=OTHER)],
            "$2 bn [1] by 2022, set again 2024-02: no figure for 2022",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_goal_says_until_when_how_far_and_how_fast(facts: list[Json], line: str) -> None:
    assert read("Goal", *facts).split("\n")[0] == line


def test_a_goal_not_yet_reached_comes_first_and_the_others_are_below_the_table() -> None:
    goals = [
        target("KZ", "KG", "$900 mln"),
        target("KZ", "KG", "$5 bln", source=OTHER),
        target("KZ", "KG", "$2 bln", "2030", source="kabar-2024-02-01"),
        target("KZ", "KG", "$3 bln", "2022", source="kun-2022-01-01"),
    ]

    lines = show(YEAR, *goals, screen=Screen())

    assert find(lines, "Goal")[0].startswith("Goal $2 bn [2] by 2030:")
    assert find(lines, "Other goals") == [
        (
            "Other goals: $5 bn [3] no date given: open; $900 m [1] no date given: reached, 1 voice; "
            "$3 bn [4] by 2022: no figure for 2022."
        )
    ]


def disputes(*years: int) -> Iterator[Json]:
    for year in years:
        yield volume("KZ", "KG", str(year), "$1.0 bln")
        yield volume("KZ", "KG", str(year), "$2.0 bln", source=OTHER)


@pytest.mark.parametrize(
    ("facts", "line"),
    [
        ([YEAR], "no year"),
        ([*disputes(2023)], "2023 (turnover)"),
        (
            [*disputes(2019, 2020, 2021, 2022, 2023)],
            "2023 (turnover); 2022 (turnover); 2021 (turnover); 2 earlier",
        ),
        (
            [
                *disputes(2023),
                growth("KZ", "KG", "2023", "5%", reporter="KG"),
                growth("KZ", "KG", "2023", "9%", reporter="KG", source=OTHER),
                volume("KZ", "KG", "2023", "$1.0 bln", flow="exports"),
                volume("KZ", "KG", "2023", "$0.8 bln", flow="exports", source=OTHER),
            ],
            "2023 (turnover, change by KG, KZ → KG)",
        ),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_disputed_years_name_the_disputed_flow(facts: list[Json], line: str) -> None:
    assert read("Disputed", *facts) == line


def test_a_head_that_is_too_long_gives_up_the_other_side_then_the_office_then_older_disputes() -> None:
    long = "Ministry of Investment, Industry and Trade of the Republic, Department of Statistics and Analysis"
    facts = [
        volume("KZ", "KG", "2023", "$1.0 bln", attributed_to=person("A. Japarov"), attributed_as=f"Head of the {long}"),
        volume("KZ", "KG", "2023", "$2.0 bln", source=source("News of the Ministry of Investment and Trade", None)),
        volume("KZ", "KG", "2022", "$0.9 bln", reporter="KG", attributed_to=COMMITTEE),
        growth("KZ", "KG", "2023", "10%", source=OTHER, attributed_to=person("B. Smailov"), attributed_as=long),
        target("KZ", "KG", "$9 bln", horizon="as soon as the two governments find it possible"),
        volume("KZ", "KG", "2024-01/2024-03", "$1.0 bln", reporter="KG"),
        volume("KZ", "KG", "2023-01/2023-03", "$1.0 bln", reporter="KZ"),
        growth("KZ", "KG", "2024-01/2024-03", "10%", reporter="KG"),
    ]

    lines = show(*facts)
    head = lines[1 : lines.index("")]

    assert len(head) <= 10
    assert "Last by" not in "\n".join(head)
    assert "Department" not in "\n".join(head[:2])


def test_a_cell_has_the_best_supported_figure_then_its_contradictions() -> None:
    facts = [
        volume("KZ", "KG", "2023", f"${billions} bln", source=f"trend-2023-01-0{number}")
        for number, billions in enumerate((2, 4, 6, 6), start=1)
    ]
    facts[3]["source"] = OTHER

    assert list_rows(*facts) == ["2023 ? $6 bn [1] 2 on 2", "≠ $4 bn [2] +1 1 on 1"]


def test_contradictions_among_figures_that_fit_the_leading_one_are_shown() -> None:
    facts = [
        volume("KZ", "KG", "2023", "$5 bln"),
        volume("KZ", "KG", "2023", "$5 bln", source=OTHER),
        volume("KZ", "KG", "2023", "$4.6 bln", source="uzdaily-2024-03-01"),
        volume("KZ", "KG", "2023", "$5.0 bln", source="kun-2024-03-01"),
    ]

    assert list_rows(*facts) == ["2023 ? $5 bn [1] 2 on 2", "also $4.6 bn [2] 1 on 1", "≠ $5.0 bn [3] 1 on 1"]
    assert list_rows(*facts, everything=True) == [
        "2023 ? $5 bn [1] 2 on 2",
        "fits $4.6 bn [2] 1 on 1",
        "fits $5.0 bn [3] 1 on 1",
    ]


def test_a_figure_that_fits_only_if_digits_were_cut_is_near() -> None:
    facts = [
        volume("KZ", "KG", "2023", "$3 bln"),
        volume("KZ", "KG", "2023", "$3 bln", source=OTHER),
        volume("KZ", "KG", "2023", "$2.4 bln", source="kun-2023-02-01"),
    ]

    assert list_rows(*facts) == ["2023 ? $3 bn [1] 2 on 2", "near $2.4 bn [2] 1 on 1"]


NOW, BEFORE = volume("KZ", "KG", "2023", "$1.111 bln"), volume("KZ", "KG", "2022", "$1.001 bln")


@pytest.mark.parametrize(
    ("facts", "shown"),
    [
        ([], ["calc +11.0 %"]),
        ([growth("KZ", "KG", "2023", "11%")], ["+11 % [1]"]),
        ([growth("KZ", "KG", "2023", "12%")], ["≠ +12 % [1]"]),
        ([growth("KZ", "KG", "2023", "10.8%")], ["near +10.8 % [1]"]),
        (
            [growth("KZ", "KG", "2023", "39%"), volume("KZ", "KG", "2022", "$0.8 bln", source=OTHER)],
            ["+39 % [1]", "fits 2022 $0.8 bn"],
        ),
        (
            [growth("KZ", "KG", "2023", "20%"), volume("KZ", "KG", "2023", "$1.2 bln", reporter="KG", source=OTHER)],
            ["+20 % [2]", "fits $1.2 bn by KG"],
        ),
        (
            [growth("KZ", "KG", "2023", "11%"), growth("KZ", "KG", "2023", "15.9%", source=OTHER)],
            ["≠ +15.9 % [2]", "≠ +11 % [1]"],
        ),
    ],
    ids=lambda value: "; ".join(value) if value and isinstance(value[0], str) else "",
)
def test_a_change_says_which_figures_give_it(facts: list[Json], shown: list[str]) -> None:
    lines = show(NOW, BEFORE, *facts)
    (head,) = (line for line in lines if line.startswith("Year "))
    start = next(place for place, line in enumerate(lines) if re.match(r"2023 +\? ", line))

    changes = [line[head.index("Change") :].strip() for line in lines[start : start + len(shown)]]

    assert changes == shown


def test_a_turnover_that_follows_is_a_line_of_its_cell() -> None:
    facts = [
        volume("KZ", "KG", "2023", "$1.100 bln"),
        growth("KZ", "KG", "2023", "10.0%"),
        volume("KZ", "KG", "2022", "$900 mln", bound=">"),
    ]

    assert list_rows(*facts)[1:] == ["2022 ? >$900 m [1] 1 on 1", "calc $1.000 bn"]


def test_amounts_in_other_currencies_have_rows_without_bars() -> None:
    lines = show(volume("KZ", "KG", "2023", "€1 bln"), volume("KZ", "KG", "2023", "$1.1 bln"))

    rows = [line for line in lines if re.match(r"2023 +\? ", line)]
    assert ["━" in row for row in rows] == [True, False]


def test_part_years_have_a_section_with_the_year_first_and_no_bars() -> None:
    lines = show(YEAR, MONTHS, volume("KZ", "KG", "2022-11/2023-03", "$400.0 mln"))
    start = next(place for place, line in enumerate(lines) if line.startswith("Months   ") and "Turnover" in line)

    assert find(lines[start:], "2024 Jan–May") == ["2024 Jan–May ? $500.0 m [1] 1 on 1"]
    assert find(lines[start:], "Nov 2022–Mar 2023") == ["Nov 2022–Mar 2023 ? $400.0 m [1] 1 on 1"]


def test_goods_without_a_turnover_have_a_row_with_their_voices() -> None:
    assert list_rows(volume("KZ", "KG", "2023", "$600 mln", flow="exports", reporter="KG")) == [
        "2023 KG 1 on 1 $600 m [1]"
    ]


def test_growth_against_another_period_is_left_to_all() -> None:
    facts = [
        YEAR,
        growth("KZ", "KG", "2023", "29.5%", base_period="2018"),
        growth("KZ", "KG", "2023", "3%", flow="exports"),
    ]

    assert list_rows(*facts) == ["2023 ? $1.000 bn [1] 1 on 1"]
    assert list_rows(*facts, everything=True) == ["2023 ? $1.000 bn [1] 1 on 1 +29.5 % [1] +3 % [1]", "on 2018"]


def test_filters_leave_out_what_they_hide_instead_of_saying_that_it_is_missing() -> None:
    goods = volume("KZ", "KG", "2022", "$600 mln", flow="exports", source="kabar-2023-02-01")
    facts = [YEAR, EARLIER, goods, target("KZ", "KG", "$2 bln", "2030")]

    whole, filtered = show(*facts), show(*facts, reporter="none", since="2023", kind="volume")

    named = [[line.split()[0] for line in lines if line[:1].isalnum()][1:6] for lines in (whole, filtered)]
    assert named == [
        ["2023", "Voices", "Whose", "Each", "Months"],
        ["2023", "Voices", "Whose", "Year", "2023"],
    ]
    assert any("no second figure matches the filters" in line for line in filtered)
    assert filtered[0].endswith("1 matching claim on 1 page, newest 2024-01-15")


def test_goods_one_way_are_answered_with_goods() -> None:
    facts = [
        YEAR,
        volume("KZ", "KG", "2023", "$600 mln", flow="exports"),
        volume("KZ", "KG", "2023", "$400 mln", flow="imports"),
        volume("KZ", "KG", "2024-01/2024-05", "$300 mln", flow="exports", reporter="KZ"),
    ]

    lines = show(*facts, flow="exports")

    assert lines[1:4] == ["Each way 2023: KZ → KG $600 m [1]", "Months   Jan–May 2024: KZ → KG $300 m [1] by KZ", ""]


def test_a_figure_in_another_currency_is_no_second_one_but_named() -> None:
    facts = [
        volume("KZ", "KG", "2023", "€1 bln", reporter="KZ"),
        volume("KZ", "KG", "2023", "$1 bln", source=OTHER),
    ]

    assert "no second figure by KZ; statistics not named: $1 bn [2]" in read("Voices", *facts)


def test_years_without_a_claim_are_named() -> None:
    lines = show(*(volume("KZ", "KG", year, "$1 bln") for year in ("2023", "2021", "2017")))

    assert "No claim for a full year: 2022, 2018–2020." in lines


def test_the_legend_has_only_the_signs_on_the_screen() -> None:
    plain = show(YEAR | {"reporter": "KG"})
    signs = show(
        YEAR, *disputes(2022), volume("KZ", "KG", "2021", "$0.900 bln"), volume("KZ", "KG", "2020", "$0.800 bln")
    )

    assert "5 on 8: voices on pages" in plain
    assert (
        "≠ not true with the figure above · ? statistics not named · 5 on 8: voices on pages · calc: computed" in signs
    )


def test_rows_fill_the_screen_and_the_rest_is_counted() -> None:
    years = [volume("KZ", "KG", str(year), "$1 bln") for year in range(1980, 2024)]
    parts = [volume("KZ", "KG", f"2024-01/2024-{month:02}", "$1 bln") for month in range(2, 9)]

    lines = show(*years, *parts)

    assert len(lines) == 48
    assert len(find(lines, "2024 Jan–")) == 3
    assert lines[-1].startswith("14 more years, 4 part-years: --all · addresses: --sources · see also ")


def test_six_years_and_three_part_years_come_first_where_pages_take_the_room() -> None:
    years = [volume("KZ", "KG", str(year), "$1 bln", source=f"trend{year}-2024-01-01") for year in range(1990, 2024)]
    parts = [
        volume("KZ", "KG", f"2024-01/2024-{month:02}", "$1 bln", source=f"kabar{month}-2024-01-01")
        for month in range(2, 9)
    ]

    lines = show(*years, *parts)

    assert len(lines) <= 48
    assert (len(find(lines, "2024 Jan–")), len(find(lines, "20"))) >= (3, 6)


def test_all_lifts_the_limits() -> None:
    years = [volume("KZ", "KG", str(year), "$1 bln") for year in range(1980, 2024)]
    others = [
        volume("KZ", "KG", "2023", f"${tons} mln", scope="wheat", source=f"trend-2023-01-0{tons}")
        for tons in range(1, 8)
    ]

    lines = show(*years, *others, everything=True)

    assert len(find(lines, "19")) == 20
    assert len(find(lines, "Also")) == 7
    assert "--all" not in lines[-1]


def test_pages_are_in_reading_order_with_agency_and_speaker() -> None:
    lines = show(
        volume("KZ", "KG", "2023", "$1 bln", source=source("Kazinform", None, origin="Trend"), attributed_to=COMMITTEE),
        growth("KZ", "KG", "2023", "5%", source=OTHER),
    )

    assert [re.split(" {2,}", line)[-1] for line in lines if re.match(r"\[[0-9]\]", line)] == [
        "Kazinform (from Trend): National Statistics Committee",
        "Interfax",
    ]
    numbers = [int(number) for number in re.findall(r"\[([0-9]+)\]", "\n".join(lines))]
    assert list(dict.fromkeys(numbers)) == sorted(set(numbers))


def test_a_page_already_cited_is_cited_again_before_another() -> None:
    facts = [
        volume("KZ", "KG", "2023", "$1 bln", source=OTHER),
        volume("KZ", "KG", "2022", "$2 bln", source="newest-2024-06-01"),
        volume("KZ", "KG", "2022", "$2 bln", source=OTHER),
    ]

    assert list_rows(*facts) == ["2023 ? $1 bn [1] 1 on 1", "2022 ? $2 bn [1] 2 on 2"]


def test_with_every_figure_long_months_take_no_room_from_the_bars_of_years() -> None:
    lines = show(
        volume("KZ", "KG", "2023", "$1 bln"),
        growth("KZ", "KG", "2023", "12%", base_period="2018"),
        volume("KZ", "KG", "2022-11/2023-03", "$400 mln"),
        everything=True,
    )

    head = next(number for number, line in enumerate(lines) if line.startswith("Year "))
    assert [line.split()[0] for line in lines[head : head + 5]] == ["Year", "2023", "on", "Months", "Nov"]
    assert lines[head].index("by") < lines[head + 3].index("by")
    assert lines[head + 1].index("+12 %") == lines[head + 2].index("on 2018")


@pytest.mark.parametrize("width", [100, 80, 60])
def test_goods_go_to_a_second_line_together_and_bars_need_100_columns(width: int) -> None:
    facts = [
        volume("KZ", "KG", "2023", "$1.001 bln", reporter="KG"),
        growth("KZ", "KG", "2023", "11%", reporter="KG"),
        volume("KZ", "KG", "2023", "$600.001 mln", flow="exports", reporter="KG"),
        volume("KZ", "KG", "2023", "$400.999 mln", flow="imports", reporter="KG"),
    ]

    lines = show(*facts, screen=Screen(width, has_addresses=False))

    assert any("━" in line for line in lines) == (width == 100)
    second = [
        line for line in lines if "KG → KZ $400.999 m [1]  KZ → KG $600.001 m [1]" in line and "2023:" not in line
    ]
    assert len(second) == (width == 60)


def test_each_field_has_a_line_on_a_narrow_screen_and_in_a_list() -> None:
    facts = [
        volume("KZ", "KG", "2023", "$1.001 bln", reporter="KG"),
        growth("KZ", "KG", "2023", "11%", reporter="KG"),
        growth("KZ", "KG", "2023", "33%", reporter="KG", source=OTHER),
        volume("KZ", "KG", "2023", "$600.001 mln", flow="exports", reporter="KG"),
    ]

    narrow, listed = (show(*facts, screen=screen) for screen in (Screen(40), Screen(100, is_list=True)))

    for lines in (narrow, listed):
        start = lines.index("2023 by KG")
        assert lines[start + 1] == "  Turnover $1.001 bn [1] · 1 on 1"
        assert lines[start + 2].startswith("  Change   +")
        assert lines[start + 4] == "  KZ → KG  $600.001 m [1]"


def test_a_year_starts_with_its_figures_and_ends_with_its_meetings() -> None:
    facts = [
        event("Council", "2023-02-01", "KZ", "KG"),
        target("KZ", "KG", "$2 bln", source="trend-2023-03-01"),
        volume("KZ", "KG", "2023-01/2023-05", "$500 mln"),
        growth("KZ", "KG", "2023", "5%"),
        YEAR | {"attributed_to": COMMITTEE},
        volume("KZ", "KG", "2023", "$600 mln", flow="exports"),
    ]

    lines = show(*facts, year="2023", screen=Screen(200, has_addresses=False))

    assert lines[1].startswith("2023     Trade was $1.000 bn [1] in 2023, up 5 % [1] on 2022, according to the")
    start = next(place for place, line in enumerate(lines) if line.startswith("2023  ") and "Printed" in line)
    rows = [re.split("  +", line) for line in lines[start:] if line]
    assert rows[:10] == [
        ["2023", "Printed", "Said by"],
        ["turnover", "$1.000 bln", "National Statistics Committee [1]"],
        ["change", "5%", "Trend [1]"],
        ["KZ → KG", "$600 mln", "Trend [1]"],
        ["Part of the year", "Printed", "Said by"],
        ["Jan–May 2023 turnover", "$500 mln", "Trend [1]"],
        ["Stated", "Said by"],
        ["target: turnover", "$2 bln, no date given", "Trend [2]"],
        ["Meeting", "Reported by"],
        ["2023-02-01", "Council", "Trend [1]"],
    ]


def test_a_year_without_a_figure_starts_with_its_newest_months() -> None:
    lines = show(volume("KZ", "KG", "2023-01/2023-05", "$500 mln"), year="2023")

    assert lines[1] == "2023     No turnover for a full year is on record."
    assert "Months   Jan–May 2023: $500 m [1]; Jan–May 2022: no claim" in lines
    assert "Disputed nothing" in lines


def test_a_contradiction_of_the_leading_figure_has_a_sign_in_its_line() -> None:
    facts = [
        YEAR,
        YEAR | {"source": OTHER},
        volume("KZ", "KG", "2023", "$700 mln", source=source("Kabar", language="ru"), note="of the statistics office"),
    ]

    lines = show(*facts, year="2023")

    assert any(
        re.match(r"turnover +≠ \$700 mln \(\$700 m\) +Kabar \[2\] · of the statistics office", line) for line in lines
    )
    assert "≠ not true with the first figure of its kind" in lines


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ([YEAR], "trade was $1.000 bn in 2023, according to Trend (2024-01-15). One voice."),
        (
            [YEAR, YEAR | {"source": OTHER}],
            "trade was $1.000 bn in 2023, according to Interfax (2024-02-01). Two voices.",
        ),
        (
            [YEAR, EARLIER, growth("KZ", "KG", "2023", "11%")],
            "trade was $1.000 bn in 2023, up 11 % on 2022, according to Trend (2024-01-15). One voice.",
        ),
        (
            [YEAR, EARLIER, growth("KZ", "KG", "2023", "40%")],
            "trade was $1.000 bn in 2023, according to Trend (2024-01-15). One voice.",
        ),
        (
            [YEAR, YEAR | {"source": OTHER}, volume("KZ", "KG", "2023", "$2.0 bln", source="kun-2024-01-01")],
            "trade was $1.000 bn in 2023, according to Interfax (2024-02-01). Disputed: also $2.0 bn.",
        ),
        (
            [
                volume("KZ", "KG", "2023", "$5 bln"),
                volume("KZ", "KG", "2023", "$5 bln", source=OTHER),
                volume("KZ", "KG", "2023", "$4.6 bln", source="uzdaily-2024-03-01"),
                volume("KZ", "KG", "2023", "$5.0 bln", source="kun-2024-03-01"),
            ],
            "trade was $5 bn in 2023, according to Interfax (2024-02-01). Disputed: also $4.6 bn and $5.0 bn.",
        ),
        ([MONTHS], "trade was $500.0 m in Jan–May 2024, according to Trend (2024-01-15). One voice."),
        ([target("KZ", "KG", "$2 bln")], "no turnover for a full year is on record."),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_short_is_one_sentence_to_be_quoted(facts: list[Json], sentence: str) -> None:
    assert show(*facts, short=True, screen=Screen()) == [f"Kazakhstan – Kyrgyzstan: {sentence}"]


def test_short_has_the_address_where_it_is_asked_for() -> None:
    (line,) = show(YEAR, short=True, screen=Screen(wants_addresses=True))

    assert line.endswith("One voice. https://example.org/trend-2024-01-15")


def test_short_and_all_exclude_each_other() -> None:
    with pytest.raises(InvalidQueryError, match="--all and --short exclude each other"):
        ask_pair(base(YEAR), "KZ", "KG", everything=True, short=True)


def test_an_empty_answer_suggests_commands_that_show_more() -> None:
    facts = base(YEAR, countries=[country("CN"), country("RU")])

    assert render(ask_pair(facts, "CN", "RU"), WIDE) == [
        "Nothing on record about China and Russia.",
        "tradefacts coverage CN · tradefacts coverage RU",
    ]
    assert render(ask_pair(facts, "CN", "RU", short=True), WIDE) == ["Nothing on record about China and Russia."]
    assert render(ask_pair(facts, "KZ", "KG", since="2030"), WIDE)[0] == (
        "Nothing about Kazakhstan – Kyrgyzstan matches the filters."
    )


def test_a_pair_without_figures_in_rows_shows_other_claims() -> None:
    facts = [
        share("KZ", "KG", "2023", "4%"),
        project("KZ", "KG", 12, "$217 mln"),
        *(event(f"Council {day}", f"2023-02-0{day}", "KZ", "KG") for day in range(1, 6)),
    ]

    lines = show(*facts)

    assert len(find(lines, "Also")) == 5
    assert "2 more claims: tradefacts facts KG KZ" in lines


def test_colour_marks_contradictions_and_the_status_of_goals() -> None:
    facts = [target("KZ", "KG", "$9 bln", "2030"), YEAR, *disputes(2022), volume("KZ", "KG", "2019", "$900 mln")]

    coloured = "\n".join(show(*facts, screen=Screen(100, has_colour=True, has_addresses=False)))

    assert "\x1b[31m≠\x1b[0m" in coloured
    assert "\x1b[31mbehind\x1b[0m" in coloured


def test_ascii_has_signs_of_its_own() -> None:
    lines = show(*disputes(2023), EARLIER, screen=Screen(100, is_ascii=True, has_addresses=False))

    assert [line for line in lines if not line.isascii()] == []
    assert any("!= $" in line and "====" in line for line in lines)


@pytest.fixture(scope="module")
def views() -> dict[str, View]:
    facts = tradefacts.open()
    pairs = ["-".join(pair.pair) for pair in facts.coverage().result.pairs]
    return {pair: View(facts.pair(pair), WIDE) for pair in pairs}


@pytest.mark.slow
def test_no_pair_of_the_built_in_base_needs_scrolling(views: dict[str, View]) -> None:
    too_long = {pair: count for pair, view in views.items() if (count := len(render(view.answer, WIDE))) > 49}
    heads = {pair: lines for pair, view in views.items() if (lines := count_head_lines(make_head(view))) > 10}

    assert (too_long, heads) == ({}, {})


@pytest.mark.slow
@pytest.mark.parametrize("width", [100, 80, 60, 40])
@pytest.mark.parametrize("everything", [False, True])
def test_no_line_of_any_pair_is_wider_than_the_screen(views: dict[str, View], width: int, *, everything: bool) -> None:
    screen, asked = Screen(width, has_addresses=False), {"all": True} if everything else {}
    answers = {pair: view.answer._replace(query={**view.answer.query, **asked}) for pair, view in views.items()}

    wide = {pair: line for pair, answer in answers.items() for line in render(answer, screen) if len(line) > width}

    assert wide == {}


@pytest.mark.slow
@pytest.mark.parametrize("everything", [False, True])
def test_columns_never_disappear_at_100(views: dict[str, View], *, everything: bool) -> None:
    asked = {"all": True} if everything else {}
    shown = {
        pair: "\n".join(render(view.answer._replace(query={**view.answer.query, **asked}), WIDE))
        for pair, view in views.items()
    }
    measured = {
        pair for pair, view in views.items() if any(row.turnover and row.currency == "USD" for row in view.years)
    }

    assert [pair for pair in measured if not re.search("[━╸┄▸]", shown[pair])] == []
    assert [pair for pair, lines in shown.items() if re.search("^ +[A-Z0-9]+ → [A-Z0-9]+ ", lines, re.MULTILINE)] == []


def test_a_record_without_facts_is_shown_by_itself() -> None:
    facts = base(volume("KZ", "KG", "2022", "$1 bln"), countries=[country("TM")])

    lines = render(ask_show(facts, "KG", "TM"), Screen())

    assert "1 claim refers to it" in lines
    assert lines[-4] == "country: TM"


@pytest.mark.parametrize(
    ("printed", "said"), [("€1.3 billion", True), ("CNY 9 billion", True), ("$1.3 billion", False)]
)
def test_a_screen_with_another_currency_says_that_it_is_not_converted(printed: str, *, said: bool) -> None:
    lines = show(volume("KZ", "KG", "2022", printed), volume("KZ", "KG", "2021", "$1 billion"))

    assert any("currencies are not converted" in line for line in lines) is said
