"""Figures that can be derived from printed ones, and those that only seem to follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import Json, base, growth, target, volume
from tradefacts.exact import Exact, read_exact, read_interval, round_outward
from tradefacts.questions.explain import ask_explain
from tradefacts.questions.pair import ask_pair

if TYPE_CHECKING:
    from tradefacts.reckoning.derived import Derived

A, B = "kabar-2023-02-01", "kazinform-2023-02-02"


def derive(*facts: Json, partner: str = "KG") -> dict[tuple[str, str], Derived]:
    """Return the derived figures of Kazakhstan's trade, by quantity and period."""
    return {(one.quantity, one.period): one for one in ask_pair(base(*facts), "KZ", partner).result.derived}


def refuse(*facts: Json, period: str) -> list[str]:
    return [one.reason for one in ask_explain(base(*facts), "KZ", "KG", period).result.refused]


KNOWN_GOOD = [
    ("KG", "2022", "$1.3 billion", "19%", "2021", (1046025104, 1139240507)),
    ("UZ", "2021", "$4,3 billion", "33%", "2020", (3183520599, 3283018868)),
    ("UZ", "2022-01/2022-04", "$1,4 billion", "24,5%", "2021-01/2021-04", (1083902047, 1165126557)),
    ("KG", "2023-01/2023-07", "$757 million", "13%", "2022-01/2022-07", (666519823, 673333334)),
    ("TJ", "2021", "$1,1 billion", "1,5fold", "2020", (677419354, 793103449)),
]


@pytest.mark.parametrize(("partner", "period", "printed", "rate", "earlier", "ends"), KNOWN_GOOD)
def test_a_volume_and_its_growth_imply_the_base(  # noqa: PLR0913 - a row of the table
    partner: str, period: str, printed: str, rate: str, earlier: str, ends: tuple[int, int]
) -> None:
    found = derive(volume("KZ", partner, period, printed), growth("KZ", partner, period, rate), partner=partner)

    implied = found["base period", earlier]
    assert (implied.low, implied.high) == ends
    assert implied.unit == "USD"
    assert implied.assumptions == ("the growth is against the same months a year earlier, which no page says",)


def test_a_stated_base_is_no_assumption() -> None:
    said = growth("KZ", "KG", "2022", "19%", base_period="2021")

    found = derive(volume("KZ", "KG", "2022", "$1.3 billion"), said)

    assert found["base period", "2021"].assumptions == ()


def test_every_figure_names_its_claims() -> None:
    facts = volume("KZ", "KG", "2022", "$1.3 billion"), growth("KZ", "KG", "2022", "19%")

    found = derive(*facts)["base period", "2021"]

    assert found.from_ == tuple(fact["id"] for fact in facts)
    assert found.formula == "volume / (1 + growth / 100)"


def test_two_years_imply_the_growth_between_them() -> None:
    found = derive(volume("KZ", "KG", "2022", "$1.3 billion"), volume("KZ", "KG", "2021", "$1.1 billion"))

    implied = found["growth", "2022"]
    assert (implied.low, implied.high, implied.unit) == (8.69, 28.58, "percent")


def test_a_direction_is_derived_with_its_arrow() -> None:
    facts = [
        volume("KG", "KZ", year, printed, flow="imports") for year, printed in (("2022", "$2 m"), ("2021", "$1 m"))
    ]

    found = derive(*facts)["growth", "2022"]

    assert (found.flow, found.exporter, found.importer) == ("goods", "KZ", "KG")


def test_nested_part_years_imply_the_months_between() -> None:
    found = derive(
        volume("KZ", "KG", "2023-01/2023-07", "$757 million"), volume("KZ", "KG", "2023-01/2023-11", "$1.3 billion")
    )

    rest, pace = found["rest", "2023-08/2023-11"], found["monthly pace", "2023-08/2023-11"]
    assert (rest.low, rest.high) == (492500000, 593500000)
    assert (pace.low, pace.high) == (123125000, 148375000)


def test_a_remainder_is_not_negative() -> None:
    found = derive(volume("KZ", "KG", "2023-01/2023-11", "$1.3 billion"), volume("KZ", "KG", "2023", "$1.3 billion"))

    rest = found["rest", "2023-12"]
    assert (rest.low, rest.high, rest.assumptions) == (0, 100000000, ("trade is not below 0",))
    assert ("monthly pace", "2023-12") not in found


def test_both_directions_make_the_turnover() -> None:
    sent = volume("KZ", "KG", "2022", "$770.2 million", flow="exports", reporter="KG")
    got = volume("KZ", "KG", "2022", "$410.9 million", flow="imports", reporter="KG")

    found = derive(sent, got)["turnover", "2022"]

    assert (found.low, found.high, found.reporter, found.assumptions) == (1181000000, 1181200000, "KG", ())


def test_unattributed_directions_are_taken_for_one_statistics() -> None:
    sent, got = (volume("KZ", "KG", "2022", "$1 m", flow=flow) for flow in ("exports", "imports"))

    assert "which no page says" in derive(sent, got)["turnover", "2022"].assumptions[0]


def test_an_open_bound_gives_an_open_end() -> None:
    found = derive(volume("KZ", "KG", "2022", "$1.3 billion", bound=">"), growth("KZ", "KG", "2022", "19%"))

    implied = found["base period", "2021"]
    assert (implied.low, implied.high) == (1087866108, None)


def test_a_fall_to_nothing_leaves_the_base_open() -> None:
    found = derive(volume("KZ", "KG", "2022", "$1 m"), growth("KZ", "KG", "2022", "-100%"))

    assert found["base period", "2021"].high is None


@pytest.mark.parametrize(
    ("facts", "period", "reason"),
    [
        (
            [volume("KZ", "KG", "2023-01/2023-11", "$1.3 billion"), volume("KZ", "KG", "2022", "$1.2 billion")],
            "2023-01/2023-11",
            "11 months against a full year: periods of different length",
        ),
        (
            [volume("KZ", "KG", "2023-01", "$1.3 billion"), volume("KZ", "KG", "2022", "$1.2 billion")],
            "2023-01",
            "1 month against a full year: periods of different length",
        ),
        (
            [
                volume("KZ", "KG", "2023-01/2023-07", "$757 million"),
                growth("KZ", "KG", "2023-01/2023-07", "13%", base_period="2022"),
            ],
            "2023-01/2023-07",
            "7 months grew against a full year: periods of different length",
        ),
        (
            [volume("KZ", "KG", "2023", "$80 million", scope="agricultural goods"), growth("KZ", "KG", "2023", "13%")],
            "2023",
            "the growth is of all goods, the volume of some: scoped and unscoped figures are never combined",
        ),
        (
            [volume("KZ", "KG", "2023", "$80 million", reporter="KG"), growth("KZ", "KG", "2023", "13%")],
            "2023",
            "the growth is unattributed, the volume by KG: different statistics are never combined",
        ),
        (
            [volume("KZ", "KG", "2023-01/2023-07", "$1.4 billion"), volume("KZ", "KG", "2023", "$1.1 billion")],
            "2023",
            "2023-01/2023-07 is above 2023: no figure is left",
        ),
    ],
)
def test_incomparable_figures_are_refused_with_the_reason(facts: list[Json], period: str, reason: str) -> None:
    assert refuse(*facts, period=period) == [reason]


def test_a_balance_is_not_used_in_calculations() -> None:
    facts = [volume("KZ", "KG", year, "$1 m", flow="balance") for year in ("2021", "2022")]

    assert derive(*facts) == {}


GOAL = target("KZ", "KG", "$2 billion", "2030", source=A)


def test_a_goal_gives_progress_gap_and_the_growth_needed() -> None:
    found = derive(GOAL, volume("KZ", "KG", "2023", "$1.3 billion", source=B))

    assert {name: (one.low, one.high) for (name, _), one in found.items()} == {
        "progress": (62.5, 67.5),
        "gap": (650000000, 750000000),
        "growth needed": (5.77, 6.95),
    }
    assert found["growth needed", "2023"].assumptions == ("counted from 2023 to 2030",)


def test_the_growth_of_the_last_years_gives_the_year_a_goal_is_reached() -> None:
    found = derive(
        GOAL, volume("KZ", "KG", "2023", "$1.3 billion", source=B), volume("KZ", "KG", "2021", "$1.0 billion", source=B)
    )

    reached = found["year reached", "2023"]
    assert (reached.low, reached.high, reached.unit) == (2026, 2029, "year")


def is_shown(*facts: Json, quantity: str = "base period", period: str = "2024") -> bool:
    return derive(*facts)[quantity, period].shown


def make_base(printed: str = "$4.97 bn", rate: str = "11.4%", **others: object) -> list[Json]:
    """Return a volume and its growth, which imply the year before."""
    return [
        volume("KZ", "KG", "2025", printed, source=A, **others),
        growth("KZ", "KG", "2025", rate, source=A, **others),
    ]


def test_a_narrow_figure_that_no_page_prints_is_shown() -> None:
    assert is_shown(*make_base())


@pytest.mark.parametrize(
    ("printed", "bound", "expected"),
    [("$4 bn", "~", True), ("$4 bn", ">", True), ("$4.5 bn", "=", True), ("$4.46 bn", "=", False)],
)
def test_a_figure_is_shown_unless_a_closed_one_is_printed_about_as_narrowly(
    printed: str, bound: str, *, expected: bool
) -> None:
    assert is_shown(*make_base(), volume("KZ", "KG", "2024", printed, bound=bound, source=B)) == expected


def test_a_figure_printed_in_other_statistics_is_still_derived() -> None:
    assert is_shown(*make_base(), volume("KZ", "KG", "2024", "$4.46 bn", reporter="KG", source=B))


@pytest.mark.parametrize(
    "facts",
    [
        make_base("$5 bn"),
        make_base(bound=">"),
        [*make_base(), volume("KZ", "KG", "2025", "$5.2 bn", source=B)],
        [*make_base(), growth("KZ", "KG", "2025", "14%", source=B)],
    ],
    ids=["wide", "open", "disputed volume", "disputed growth"],
)
def test_wide_open_and_disputed_figures_are_not_shown(facts: list[Json]) -> None:
    assert not is_shown(*facts)


@pytest.mark.parametrize(
    ("later", "expected"), [("$4.5 bn", True), ("$4.05 bn", False), ("$4 bn", False)], ids=["narrow", "flat", "wide"]
)
def test_a_growth_is_shown_if_it_is_narrow_and_its_sign_certain(later: str, *, expected: bool) -> None:
    facts = [volume("KZ", "KG", "2024", "$4.05 bn", source=A), volume("KZ", "KG", "2025", later, source=B)]

    assert is_shown(*facts, quantity="growth", period="2025") == expected


def test_a_growth_that_a_page_prints_is_not_shown_again() -> None:
    facts = [volume("KZ", "KG", "2024", "$4.05 bn", source=A), volume("KZ", "KG", "2025", "$4.5 bn", source=B)]

    assert not is_shown(*facts, growth("KZ", "KG", "2025", "11%", source=B), quantity="growth", period="2025")


def test_rests_of_years_parts_of_years_and_goals_are_left_to_explain() -> None:
    found = derive(
        GOAL,
        volume("KZ", "KG", "2023", "$1.317 billion", source=A),
        volume("KZ", "KG", "2023-01/2023-07", "$757 million", source=A),
        growth("KZ", "KG", "2023-01/2023-07", "13%", source=A),
    )

    assert {name for name, _ in found} == {"rest", "monthly pace", "base period", "progress", "gap", "growth needed"}
    assert not any(derived.shown for derived in found.values())


@given(st.floats(-1e6, 1e6).map(lambda number: round(number, 4)))
def test_a_float_is_read_as_the_decimal_it_was_written_as(number: float) -> None:
    exact = read_exact(number)

    assert exact.top / exact.bottom == number


@given(st.integers(-(10**15), 10**15), st.integers(1, 10**6), st.integers(0, 2))
def test_rounding_outward_keeps_the_number_within(top: int, bottom: int, places: int) -> None:
    exact = Exact(top, bottom)

    low, high = exact.floor(places), exact.ceil(places)

    assert Exact(low, 10**places) <= exact <= Exact(high, 10**places)
    assert high - low <= 1


def test_small_and_large_floats_are_read_exactly() -> None:
    assert (read_exact(1e-05).top, read_exact(1e-05).bottom) == (1, 10**5)
    assert (read_exact(1e22).top, read_exact(1e22).bottom) == (10**22, 1)
    assert round_outward(read_interval(None, 1.5)) == (None, 2)
