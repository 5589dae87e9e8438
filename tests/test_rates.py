"""Growth compared with the volumes on record: which support it, which contradict it, and which it is shown with."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from builders import Json, base, growth, volume
from tradefacts.questions.coverage import ask_coverage
from tradefacts.questions.pair import Cell, ask_pair

if TYPE_CHECKING:
    from tradefacts.factbase import Claim, FactBase
    from tradefacts.reckoning.rates import Between, Rate

A, B, C = "kabar-2023-02-01", "kazinform-2023-02-02", "akipress-2024-03-03"


def both(period: str, printed: str, page: str = A, **others: object) -> Json:
    return volume("KZ", "KG", period, printed, source=page, **others)


def grew(printed: str, page: str = A, **others: object) -> Json:
    return growth("KZ", "KG", "2022", printed, source=page, **others)


def check(*facts: Json) -> Rate:
    """Return how the only growth compares with the volumes."""
    rates = [
        rate for row in ask_pair(base(*facts), "KZ", "KG").result.years for cell in row.cells for rate in cell.rates
    ]
    (rate,) = rates
    return rate


def name(pair: Between | None) -> tuple[str, str] | None:
    return pair and (pair.later.printed, pair.earlier.printed)


def test_a_growth_between_the_leading_figures_is_fine() -> None:
    rate = check(both("2022", "$1.3 billion"), grew("19%"), both("2021", "$1.1 billion"))

    assert (rate.verdict, name(rate.fits), name(rate.refused_by)) == ("consistent", None, None)
    assert rate.computed is not None
    assert (rate.computed.low, rate.computed.high) == (8.69, 28.58)


def test_a_growth_that_no_two_figures_give_is_refused_by_the_leading_ones() -> None:
    rate = check(both("2022", "$718.3 million"), grew("22.5%"), both("2021", "$702.7 million"))

    assert (rate.verdict, name(rate.refused_by)) == ("contradicted", ("$718.3 million", "$702.7 million"))
    assert rate.refused_by is not None
    assert (rate.refused_by.low, rate.refused_by.high) == (2.2, 2.24)


def test_a_growth_that_only_cut_off_digits_give_is_near() -> None:
    rate = check(both("2022", "$519.9 million"), grew("3.5%"), both("2021", "$501.9 million"))

    assert (rate.verdict, rate.fits, rate.refused_by) == ("near", None, None)


def test_a_growth_that_only_other_figures_give_names_them() -> None:
    rate = check(
        *(both("2022", "$5.2 billion", page) for page in (B, C)),
        both("2022", "$5.0 billion", "orda-2023-02-02"),
        grew("28.2%", "orda-2023-02-02"),
        both("2021", "$3.9 billion"),
    )

    assert (rate.verdict, name(rate.computed), name(rate.fits)) == (
        "consistent",
        ("$5.0 billion", "$3.9 billion"),
        None,
    )

    other = check(
        *(both("2022", "$5.2 billion", page) for page in (B, C)),
        both("2022", "$5.0 billion", "orda-2023-02-02"),
        grew("28.2%"),
        both("2021", "$3.9 billion"),
    )

    assert (other.verdict, name(other.computed), name(other.fits)) == (
        "consistent",
        ("$5.2 billion", "$3.9 billion"),
        ("$5.0 billion", "$3.9 billion"),
    )


def test_figures_of_another_statistics_may_give_it_and_are_named_with_it() -> None:
    rate = check(
        both("2022", "$968.3 million"),
        grew("15.8%"),
        both("2021", "$1.3 billion"),
        both("2022", "$694.0 million", B, reporter="KG"),
        both("2021", "$599.3 million", B, reporter="KG"),
    )

    assert rate.verdict == "consistent"
    assert rate.fits is not None
    assert (rate.fits.later.printed, rate.fits.later.reporter) == ("$694.0 million", "KG")


@pytest.mark.parametrize(
    "facts",
    [
        [both("2022", "$1.3 billion"), grew("19%")],
        [grew("19%"), both("2021", "$1.1 billion")],
        [both("2022", "$1.3 billion"), grew("19%"), both("2021", "9 bln yuan", currency="CNY")],
        [both("2022", "$1.3 billion"), grew("19%"), both("2021", "$1.1 billion", scope="grain")],
        [both("2022", "$1.3 billion"), grew("19%", base_period="2021-01/2021-07"), both("2021-01/2021-07", "$900 mln")],
    ],
    ids=["no earlier", "no later", "another currency", "some goods", "fewer months"],
)
def test_a_growth_without_both_figures_has_no_verdict(facts: list[Json]) -> None:
    assert check(*facts).verdict is None


def test_a_bound_does_not_support_a_growth_that_a_closed_figure_contradicts() -> None:
    rate = check(
        both("2022", "$1.3 billion"),
        both("2022", "$1 billion", B, bound=">"),
        grew("95%"),
        both("2021", "$1.1 billion"),
    )

    assert rate.verdict == "contradicted"


@pytest.mark.parametrize(
    ("facts", "beside"),
    [
        ([both("2022", "$1.3 billion"), grew("19%")], 0),
        ([both("2022", "$1.3 billion"), grew("19%", B)], None),
        (
            [
                both("2022", "$1.3 billion"),
                both("2022", "$1.1 billion", B),
                both("2022", "$1.3 billion", C),
                grew("9%", B),
            ],
            1,
        ),
        ([both("2022", "$1.3 billion", reporter="KG"), grew("19%", B, reporter="KG")], 0),
        ([both("2022", "$1.3 billion", reporter="KG"), grew("19%")], None),
        ([both("2022", "$1.3 billion"), grew("19%", reporter="KG")], None),
    ],
    ids=["one page", "two pages", "its page's figure", "one statistics", "unsaid", "another statistics"],
)
def test_a_growth_is_shown_with_a_figure_of_its_statistics_or_its_page(facts: list[Json], beside: int | None) -> None:
    assert check(*facts).beside == beside


@pytest.mark.slow
def test_no_unmarked_growth_of_the_built_in_base_contradicts_its_figures(shipped: FactBase) -> None:
    checked = marked = 0
    for pair in ask_coverage(shipped).result.pairs:
        answer = ask_pair(shipped, *pair.pair)
        claims = {claim.id: claim for claim in answer.claims}
        cells = [cell for row in (*answer.result.years, *answer.result.part_years) for cell in row.cells]
        for cell in cells:
            for rate in cell.rates:
                if rate.computed is None:
                    continue
                growth_claim = claims[cell.figures[rate.figure].facts[0]]
                later, earlier = (claims[one.facts[0]] for one in rate.computed[:2])
                is_marked = rate.fits is not None or rate.verdict == "contradicted"
                checked += 1
                marked += is_marked
                assert is_marked or can_lead(earlier, growth_claim, later), growth_claim.id
    assert checked > 100
    assert marked > 10


def can_lead(earlier: Claim, rate: Claim, later: Claim) -> bool:
    """Whether a growth is possible between two figures with rounded or truncated digits."""

    def read(number: float | None, otherwise: Fraction) -> Fraction:
        return otherwise if number is None else Fraction(str(number))

    low, high = (
        1 + read(end, open_end) / 100 for end, open_end in ((rate.wide_low, _NOTHING), (rate.wide_high, _MUCH))
    )
    least, most = read(earlier.wide_low, Fraction(0)) * max(low, Fraction(0)), read(earlier.wide_high, _MUCH) * high
    return least <= read(later.wide_high, _MUCH) and read(later.wide_low, Fraction(0)) <= most


_NOTHING, _MUCH = Fraction(-100), Fraction(10**18)


def find_growth(shipped: FactBase, one: str, other: str, year: str, shown: str) -> tuple[Cell, Rate]:
    """Return a year's turnover growth with that printed form, and its cell."""
    answer = ask_pair(shipped, one, other)
    claims = {claim.id: claim for claim in answer.claims}
    (row,) = (row for row in answer.result.years if row.period == year)
    return next(
        (cell, rate)
        for cell in row.cells
        for rate in cell.rates
        if cell.flow == "turnover" and claims[cell.figures[rate.figure].facts[0]].shown == shown
    )


def test_turnover_of_kazakhstan_and_uzbekistan_in_2022_leads_with_the_most_frequent_figure(shipped: FactBase) -> None:
    (row,) = (row for row in ask_pair(shipped, "KZ", "UZ").result.years if row.period == "2022")
    cell = next(cell for cell in row.cells if (cell.kind, cell.flow, cell.reporter) == ("volume", "turnover", None))
    by_name = {f"{figure.bound}{figure.low}": place for place, figure in enumerate(cell.figures)}

    round_one, precise, more = by_name["=4500000000"], by_name["=4550000000"], by_name[">5000000000"]
    together = [{*reading.figures} for reading in cell.readings]
    assert (round_one, cell.figures[round_one].voices > cell.figures[precise].voices) == (0, True)
    assert any({round_one, precise} <= reading for reading in together)
    assert not any({precise, more} <= reading for reading in together)


@pytest.mark.slow
def test_growths_of_the_built_in_base_name_the_figures_that_support_or_contradict_them(shipped: FactBase) -> None:
    _, fitting = find_growth(shipped, "KZ", "UZ", "2022", "+29.8 %")
    _, refused = find_growth(shipped, "UZ", "TJ", "2025", "+22.5 %")

    assert fitting.fits is not None
    assert fitting.fits.later.printed == "$5.0bn"
    assert refused.verdict == "contradicted"
    assert refused.computed is not None
    assert (refused.computed.low, refused.computed.high) == (2.2, 2.24)
