"""Which words the plain chooser, which has no weights, takes for a figure."""

from __future__ import annotations

import pytest

from tradefacts.article import Tables
from tradefacts.article.context import State, View, survey
from tradefacts.article.page import read_page
from tradefacts.article.plain.kind import guess_kind
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
    ],
)
def test_words_tell_what_a_figure_claims(text: str, kind: str, flow: tuple[str, str, str] | None) -> None:
    found = guess(text)[-1]

    assert found[0] == kind
    assert flow is None or found[1] == flow


def test_columns_of_a_table_have_the_flow_of_their_heading() -> None:
    text = "Turkey, January 2023, thousand USD\nPartner; exports; imports\nKazakhstan; 471,306; 1,012,554"

    assert [flow for _, flow in guess(text)[-2:]] == [("TR", "KZ", "goods"), ("KZ", "TR", "goods")]


def test_targets_earlier_years_and_asides_leave_the_main_period() -> None:
    state, view = State(), View("KZ", "UZ", "turnover")
    state.add(0, "volume", view, Period.parse("2022"))
    state.add(1, "volume", view, Period.parse("2017"))
    state.add(2, "target", view, Period.parse("2030"))
    state.add(3, "volume", view, Period.parse("2021-01/2021-06"), is_aside=True)

    assert state.main is not None
    assert state.main.period == Period.parse("2022")
