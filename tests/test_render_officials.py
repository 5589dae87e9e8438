"""The screen of officials: the direct answer first, the pages below; nothing is cut on a narrow screen."""

import pytest

from builders import Json, base, office, source, term
from tradefacts.questions.officials import ask_officials
from tradefacts.render import render
from tradefacts.render.screen import Screen

PRESIDENT = office("KG", "head of state", "President")
PREMIER = office("KG", "head of government", "Chairman of the Cabinet of Ministers")
DEPUTY = office("KG", "first deputy head of government", "First Deputy Chairman of the Cabinet of Ministers")
TRADE = office("KG", "trade minister", "Minister of Economy and Commerce")
NEWS, BOOK = source("Kabar", "2025-01-01", title=None, url=None), source("Almanac", None, title=None, url=None)
CABINET = (
    term("sadyr-japarov", PRESIDENT, start="2021-01-28", source=NEWS),
    term("sadyr-japarov", PRESIDENT, seen_on="2022-07-20", source=BOOK),
    term("akylbek-japarov", PREMIER, start="2021-10-12", end="2024-12-16", source=NEWS),
    term("adylbek-kasymaliev", DEPUTY, start="2022", source=BOOK),
    term("sanjar-mukanbetov", TRADE, end="2021-10-12", source=NEWS),
    term("bakyt-sydykov", TRADE, seen_on="2025-05-30", acting=True, source=BOOK),
)


def show(*terms: Json, on: str | None = None, width: int = 100) -> list[str]:
    """Return the lines above the pages."""
    lines = list(render(ask_officials(base(*terms), on=on), Screen(width)))
    return lines[: lines.index("")]


def test_the_answer_for_a_day_has_known_unclear_and_unknown_holders() -> None:
    assert show(*CABINET, on="2022-06-16") == [
        "Kyrgyzstan on 2022-06-16: 2 offices known, 1 unclear, 1 unknown",
        "Known    President: Sadyr Japarov (from 2021-01-28 [1], seen 2022-07-20 [2])",
        "         Chairman of the Cabinet of Ministers: Akylbek Japarov (2021-10-12 [1] to 2024-12-16 [1])",
        "Unclear  First Deputy Chairman of the Cabinet of Ministers: Adylbek Kasymaliev (from 2022 [2], day",
        "         unknown)",
        "Unknown  Minister of Economy and Commerce: Sanjar Mukanbetov left 2021-10-12 [1], Bakyt Sydykov,",
        "         acting, first seen 2025-05-30 [2]",
    ]


def test_on_a_narrow_screen_a_label_has_its_own_line() -> None:
    assert show(*CABINET[:2], on="2022-06-16", width=40) == [
        "Kyrgyzstan on 2022-06-16: 1 office known",
        "Known",
        "  President: Sadyr Japarov (from",
        "    2021-01-28 [1], seen 2022-07-20 [2])",
    ]


@pytest.mark.parametrize("width", [100, 80, 60, 40])
def test_lines_fit_the_screen(width: int) -> None:
    lines = [*show(*CABINET, on="2022-06-16", width=width), *show(*CABINET, width=width)]

    assert max(map(len, lines)) <= width


def test_without_a_day_the_newest_holders_come_first_then_those_before_newest_first() -> None:
    assert show(*CABINET, term("almazbek-atambayev", PRESIDENT, end="2017-11-24", source=NEWS)) == [
        "Kyrgyzstan: 6 spells in 4 offices",
        "Newest   President: Sadyr Japarov (from 2021-01-28 [1], last seen 2022-07-20 [2])",
        "         Chairman of the Cabinet of Ministers: Akylbek Japarov (2021-10-12 [1] to 2024-12-16 [1])",
        "         Minister of Economy and Commerce: Bakyt Sydykov, acting (seen 2025-05-30 [2])",
        "         First Deputy Chairman of the Cabinet of Ministers: Adylbek Kasymaliev (from 2022 [2])",
        "President, before",
        "  Almazbek Atambayev (to 2017-11-24 [1])",
        "Minister of Economy and Commerce, before",
        "  Sanjar Mukanbetov (to 2021-10-12 [1])",
    ]


@pytest.mark.parametrize(
    ("terms", "line"),
    [
        (({"seen_on": "2022-06-01"}, {"seen_on": "2022-07-01"}), "(seen 2022-06-01 [1] and 2022-07-01 [1])"),
        (({"seen_on": "2022-06-16"},), "(seen 2022-06-16 [1])"),
        (({"seen_on": "2022-06-01", "end": "2022-07-01"},), "(seen 2022-06-01 [1], to 2022-07-01 [1])"),
        (({"start": "2022-06-16"},), "(from 2022-06-16 [1])"),
        (
            ({"start": "2021", "end": "2023"}, {"start": "2020-05"}),
            "(2020-05 [1] to 2023 [1], other start 2021 [1])",
        ),
        (({"start": "2022-06-01"},), "(from 2022-06-01 [1], not seen later)"),
        (({"start": "2022-05-01", "seen_on": "2022-06-01"},), "(from 2022-05-01 [1], last seen 2022-06-01 [1])"),
        (({"seen_on": "2022-06-01"},), "(seen 2022-06-01 [1], not seen later)"),
        (({"seen_on": "2022-06"},), "(seen 2022-06 [1], day unknown)"),
    ],
)
def test_dates_nearest_to_the_day_are_the_evidence(terms: tuple[Json, ...], line: str) -> None:
    lines = show(*(term("sadyr-japarov", PRESIDENT, source=NEWS, **dates) for dates in terms), on="2022-06-16")

    assert lines[1].endswith(f"President: Sadyr Japarov {line}")


def test_arrivals_and_departures_of_a_day_are_in_one_line() -> None:
    lines = show(
        term("almazbek-atambayev", PRESIDENT, start="2011-12-01", end="2017-11-24", source=NEWS),
        term("sooronbay-jeenbekov", PRESIDENT, start="2017-11-24", source=NEWS),
        on="2017-11-24",
        width=200,
    )

    assert lines[1] == (
        "Known    President: Sooronbay Jeenbekov (from 2017-11-24 [1]);"
        " until that day Almazbek Atambayev (2011-12-01 [1] to 2017-11-24 [1])"
    )


@pytest.mark.parametrize(
    ("person", "dates", "words"),
    [
        ("talant-mamytov", {"start": "2020-11-14"}, "not seen later, next holder 2021-01-28 [1]"),
        ("sadyr-japarov", {"start": "2020-11-14", "acting": True}, "not seen later, no longer acting 2021-01-28 [1]"),
        ("sadyr-japarov", {"seen_on": "2020-11-14"}, "not seen later, again 2021-01-28 [1]"),
    ],
)
def test_the_next_start_bounds_the_unclear_time(person: str, dates: Json, words: str) -> None:
    lines = show(
        term(person, PRESIDENT, source=NEWS, **dates),
        term("sadyr-japarov", PRESIDENT, start="2021-01-28", source=NEWS),
        on="2020-12-01",
        width=200,
    )

    assert lines[1].endswith(f" 2020-11-14 [1], {words})")


def test_possible_earlier_holders_are_shown_in_the_same_line() -> None:
    lines = show(
        term("oleg-pankratov", TRADE, seen_on="2018-12-04", source=NEWS),
        term("bakyt-sydykov", TRADE, seen_on="2025-05-30", source=NEWS),
        on="2022-06-16",
        width=200,
    )

    assert lines[1] == (
        "Unclear  Minister of Economy and Commerce: Oleg Pankratov (seen 2018-12-04 [1], not seen later);"
        " Bakyt Sydykov (seen 2025-05-30 [1], not seen earlier)"
    )


def test_an_office_that_is_two_things_is_named_so() -> None:
    both = office("TM", "head of state", "President", second_role="head of government")

    lines = show(term("serdar-berdimuhamedov", both, seen_on="2023-01-01"), on="2023-01-01")

    assert lines[1].startswith("Known    President and head of government: Serdar Berdimuhamedov")


def test_countries_are_separated() -> None:
    abroad = office("KZ", "head of state", "President")

    lines = render(ask_officials(base(term("a-a", PRESIDENT), term("b-b", abroad))), Screen(80))

    assert list(lines)[:5] == [
        "Kyrgyzstan: 1 spell in 1 office",
        "Newest   President: A A (undated [1])",
        "",
        "Kazakhstan: 1 spell in 1 office",
        "Newest   President: B B (undated [1])",
    ]
