"""Which words the plain chooser, which has no weights, takes for a figure, and which months."""

from __future__ import annotations

import pytest

from tradefacts.article import Tables
from tradefacts.article.context import State, is_aside, survey
from tradefacts.article.flows import View
from tradefacts.article.page import read_page
from tradefacts.article.plain.kind import guess_kind
from tradefacts.article.plain.months import guess_period
from tradefacts.article.plain.view import guess_view
from tradefacts.period import Period

TABLES = Tables(names={}, reporters={})


def guess(text: str) -> list[tuple[str, tuple[str, str, str] | None]]:
    """Return the kind and the flow of each figure, when all figures before it were taken as guessed."""
    page, state = read_page(text, TABLES, "2023-09-20"), State()
    found: list[tuple[str, tuple[str, str, str] | None]] = []
    for index, figure in enumerate(page.figures):
        around = survey(page, figure)
        kind = guess_kind(page, index, around, state).kind
        view = guess_view(page, index, kind, around, state).view
        state.kinds[index] = kind
        if kind != "none" and view is not None:
            state.add(index, kind, view, None)
        found.append((kind, view.key if view is not None else None))
    return found


@pytest.mark.parametrize(
    ("text", "kind", "flow"),
    [
        (
            "Kazakhstan and Uzbekistan traded $4 bn. $1.4 bn were Kazakh exports and $2 bn goods from Uzbekistan.",
            "volume",
            ("UZ", "KZ", "goods"),
        ),
        (
            "Uzbekistan traded. With Germany, Uzbekistan's turnover fell by $8 million, or 9%, to $82 million.",
            "volume",
            ("DE", "UZ", "turnover"),
        ),
        ("China exported goods worth $9 bn to Kyrgyzstan and imported $95 million.", "volume", ("KG", "CN", "goods")),
        ("Turkish exports to Kazakhstan were $9 bn. Those of Poland rose 5%.", "rise", ("PL", "KZ", "goods")),
        ("Kazakhstan's exports to Russia, helped by oil, climbed to $7 bn.", "volume", ("KZ", "RU", "goods")),
        (
            "Russia is a main partner of the republic, accounting for 21 percent of Tajik foreign trade.",
            "share",
            ("RU", "TJ", "turnover"),
        ),
        ("Japan's ambassador speaks. Our exports to Uzbekistan were $31 million.", "volume", ("JP", "UZ", "goods")),
        ("Trade between Kazakhstan and Russia may slip below $27 bn.", "none", None),
        ("Uzbekistan's exports to Russia will be between $3 bn and $4 bn.", "volume", ("UZ", "RU", "goods")),
        ("We can expand exports to Uzbekistan by 86 commodity items worth $345 million.", "none", None),
        ("Trade with China was $41 bn. Of this, $18 bn fell on oil and gas.", "none", None),
        ("Non-oil trade between the Emirates and Kazakhstan reached $4 bn.", "volume", ("AE", "KZ", "turnover")),
        ("Azerbaijan's non-oil exports to Kazakhstan were $12 m.", "none", None),
        ("Uzbekistan's trade saw a 25% rise, equivalent to $10 bn.", "none", None),
        ("Trade with China had an average annual growth of 7 percent.", "none", None),
        ("The presidents set the task to raise trade by 20 percent.", "none", None),
        ("Trade between Tajikistan and Uzbekistan rose by 30% to reach $133 million.", "volume", None),
        (
            "Uzbekistan's trade with Korea was $1 bn. Uzbekistan's exports were $17 bn.",
            "volume",
            ("UZ", "WORLD", "goods"),
        ),
        (
            "Azerbaijan's trade with Uzbekistan was $131 m. The total turnover of the country came to $27 bn.",
            "volume",
            ("AZ", "WORLD", "turnover"),
        ),
        (
            "Azerbaijan's trade with Iran was $186 m, of which $32 m were exports; with Kyrgyzstan, $24 m.",
            "volume",
            ("AZ", "KG", "turnover"),
        ),
        (
            "Tajikistan's trade with China was $1 bn. In Central Asia, Kazakhstan leads, with a turnover of $2 bn.",
            "volume",
            ("KZ", "TJ", "turnover"),
        ),
        (
            "Uzbekistan's trade was $9 bn. Russia ranks after China, whose turnover with the republic was $10 bn.",
            "volume",
            ("CN", "UZ", "turnover"),
        ),
        (
            "Kazakhstan's exports to Russia fell by 3% and imports from there by 5%.",
            "fall",
            ("RU", "KZ", "goods"),
        ),
        (
            "Afghanistan is a buyer of Uzbek goods: last year it purchased $752 million worth of products.",
            "volume",
            ("UZ", "AF", "goods"),
        ),
        (
            "Trade between Turkmenistan and China – thanks to Ashgabat's exports of gas to Beijing – came to $7 bn.",
            "volume",
            ("CN", "TM", "turnover"),
        ),
        ("Tajikistan trades. China was the main importer of Tajik goods with $310 m.", "volume", ("TJ", "CN", "goods")),
        ("Imports, chiefly uranium and ferroalloys, climbed 4.7 percent.", "rise", None),
        ("Uzbekistan's exports, without gold, climbed 4.7 percent.", "none", None),
        ("EU–Kyrgyzstan trade stagnated at $3 bn after having grown.", "volume", None),
        ("Exports to Uzbekistan fell by more than a quarter.", "fall", None),
        ("With Russia the decline was sharper: 84.6% of the first half of 2022.", "level", None),
        ("Russia's share of Tajikistan's trade lost 3 percentage points and stood at 20 percent.", "share", None),
        ("Uzbekistan's exports to Afghanistan passed the mark of $1 bn in 2022.", "volume", None),
        ("Turnover with Mongolia was $171 m in 2022; the aim is half a billion by 2027.", "target", None),
        (
            "Kazakhstan's purchases from Afghanistan were $2 m. Uzbekistan's sales there came to $650 m.",
            "volume",
            ("UZ", "AF", "goods"),
        ),
        ("The main export markets of Kazakhstan were China ($3 bn) and Italy.", "volume", ("KZ", "CN", "goods")),
        ("Exports to Kazakhstan fell by $52 million, and those to Türkiye by 30%.", "fall", None),
        (
            "Tajikistan's exports to Türkiye fell by 3%. The country's overall imports rose 14%.",
            "rise",
            ("WORLD", "TJ", "goods"),
        ),
        ("Officials hope that trade between Uzbekistan and China comes to $3 bn.", "none", None),
        ("Kyrgyzstan's largest supplier was China with $5 bn.", "volume", ("CN", "KG", "goods")),
        ("Kyrgyzstan bought $3 bn worth of European goods, and sold $91 m.", "volume", ("KG", "EU", "goods")),
        (
            "China's trade with Uzbekistan was $6 bn. Turkmenistan alone is in surplus. Exports to China were $5 bn.",
            "volume",
            ("TM", "CN", "goods"),
        ),
    ],
)
def test_words_tell_what_a_figure_claims(text: str, kind: str, flow: tuple[str, str, str] | None) -> None:
    found = guess(text)[-1]

    assert found[0] == kind
    assert flow is None or found[1] == flow


def test_a_place_behind_two_flows_is_the_partner_in_both() -> None:
    text = "Kazakhstan's exports to and imports from Italy were $14.9 billion and $1.2 billion, respectively, in 2022."

    assert [flow for _, flow in guess(text)] == [("KZ", "IT", "goods"), ("IT", "KZ", "goods")]


def test_targets_earlier_years_and_asides_leave_the_main_period() -> None:
    state, view = State(), View("KZ", "UZ", "turnover")
    state.add(0, "volume", view, Period.parse("2022"))
    state.add(1, "volume", view, Period.parse("2017"))
    state.add(2, "target", view, Period.parse("2030"))
    state.add(3, "volume", view, Period.parse("2021-01/2021-06"), is_aside=True)

    assert state.main is not None
    assert state.main.period == Period.parse("2022")


def guess_periods(text: str) -> list[str]:
    """Return the months of each figure, when all figures before it were taken as guessed."""
    page, state = read_page(text, TABLES, "2023-09-20"), State()
    found: list[str] = []
    for index, figure in enumerate(page.figures):
        around = survey(page, figure)
        kind = guess_kind(page, index, around, state).kind
        period, _ = guess_period(page, index, around, state)
        state.kinds[index] = kind
        state.add(index, kind, View("KZ", "UZ", "turnover"), period, is_aside=is_aside(page, index))
        found.append(str(period))
    return found


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In 2022 trade grew by 5% (compared to 12% in the previous year)", "2021"),
        ("In May 2023 trade rose 5% over the same month last year, when it was $3 bn.", "2022-05"),
        ("In 2022 trade with Russia was $7 bn against $5 bn for China.", "2022"),
        ("Trade was $9 bn in 2022. In 2021 it was $8 bn, 6% more than in 2020.", "2021"),
        ("This year trade fell by 5% in the first half.", "2023-01/2023-06"),
        ("In 2022 trade was $9 bn. For comparison, in 2017 it was $4 bn. Exports came to $5 bn.", "2022"),
        ("Trade reopened in 2012. It was worth $1 bn that year.", "2012"),
    ],
)
def test_words_tell_the_months_of_the_last_figure(text: str, period: str) -> None:
    assert guess_periods(text)[-1] == period
