"""Explanations, in JSON and on the screen."""

from __future__ import annotations

import pytest

from builders import base, event, growth, target, volume
from tradefacts.errors import InvalidPeriodError, InvalidQueryError, UnknownNameError
from tradefacts.questions.explain import ask_explain
from tradefacts.render import render
from tradefacts.render.screen import Screen

VOLUME, GROWTH = volume("KZ", "KG", "2022", "$1.3 billion"), growth("KZ", "KG", "2022", "19%")
PAGE = [volume("KZ", "KG", "2022", "$1.3 billion", source=f"kabar-2023-02-0{day}") for day in range(1, 6)]


def show(*words: str, facts: list[dict[str, object]] | None = None) -> str:
    answer = ask_explain(base(*(facts or [VOLUME, GROWTH])), *words)
    return "\n".join(render(answer, Screen()))


def test_a_pair_and_a_period_give_every_step() -> None:
    result = ask_explain(base(VOLUME, GROWTH), "KZ", "KG", "2021").result

    step = result.derivations[0]
    assert [(one.name, one.period, one.low, one.high) for one in step.numbers] == [
        ("volume", "2022", 1250000000, 1350000000),
        ("growth", "2022", 18.5, 19.5),
    ]
    assert step.low == "1,250,000,000 / (1 + 19.5 / 100) = 1,046,025,104"
    assert step.high == "1,350,000,000 / (1 + 18.5 / 100) = 1,139,240,507"
    assert [(one.fact, one.low, one.high) for one in result.printed] == [
        (VOLUME["id"], 1250000000, 1350000000),
        (GROWTH["id"], 18.5, 19.5),
    ]


def test_an_id_gives_everything_derived_from_it() -> None:
    earlier = volume("KZ", "KG", "2021", "$1.1 billion")

    answer = ask_explain(base(VOLUME, GROWTH, earlier), VOLUME["id"])

    assert [one.derived.quantity for one in answer.result.derivations] == ["base period", "growth"]
    assert answer.query == {"id": VOLUME["id"]}


@pytest.mark.parametrize(
    ("printed", "bound", "rule"),
    [
        ("$1.3 billion", "=", "half a unit of the last printed digit on each side"),
        ("$1.3 billion", "~", "about: half a unit of the last digit other than 0 on each side"),
        ("$1.3 billion", ">", "more than: from the printed figure up; for a fall, from it down"),
        (
            "half a billion dollars",
            "=",
            "in words, so imprecise: half a unit of the last digit other than 0 on each side",
        ),
    ],
)
def test_a_figure_is_explained_by_its_digits_and_its_bound(printed: str, bound: str, rule: str) -> None:
    fact = volume("KZ", "KG", "2022", printed, bound=bound)

    assert ask_explain(base(fact), fact["id"]).result.printed[0].rule == rule


def test_a_goal_is_exact() -> None:
    goal = target("KZ", "KG", "$2 billion")

    printed = ask_explain(base(goal), goal["id"]).result.printed[0]

    assert (printed.rule, printed.low, printed.high) == ("a goal is an exact amount", 2e9, 2e9)


def test_the_screen_has_claims_ranges_formula_and_pages() -> None:
    shown = show("KZ", "KG", "2021")

    for part in (
        "turnover 2021: $1.05–1.14 bn",
        "= volume / (1 + growth / 100)",
        "volume 2022: 1,250,000,000 to 1,350,000,000, half a unit of the last printed digit on each side",
        "$1.3 billion, Trend [1]",
        "lowest   1,250,000,000 / (1 + 19.5 / 100) = 1,046,025,104",
        "assumed: the growth is against the same months a year earlier, which no page says",
        "[1] 2024-01-15  Trend",
    ):
        assert part in shown


def test_many_claims_of_one_reading_are_shown_by_their_pages() -> None:
    assert "and 2 more [4] [5]" in show("KZ", "KG", "2021", facts=[*PAGE, GROWTH])


def test_a_refusal_is_shown_with_its_reason() -> None:
    part = volume("KZ", "KG", "2023-01/2023-11", "$1.3 billion")

    shown = show("KZ", "KG", "2023-01/2023-11", facts=[VOLUME, part])

    assert "growth Jan–Nov 2023: not derived, 11 months against a full year" in shown


def test_a_claim_from_which_nothing_follows_is_shown_alone() -> None:
    answer = ask_explain(base(VOLUME), VOLUME["id"])

    assert "$1.3 billion, Trend [1]" in "\n".join(render(answer, Screen()))
    assert answer.notes[-1] == f"nothing is derived from {VOLUME['id']}"


def test_a_meeting_has_no_figure_to_explain() -> None:
    meeting = event("CIS summit", "2023-10-13", "KG", "KZ")

    answer = ask_explain(base(meeting), meeting["id"])

    assert render(answer, Screen()) == ["Nothing follows"]


def test_a_period_of_which_nothing_is_known_says_so() -> None:
    answer = ask_explain(base(VOLUME), "KZ", "KG", "1999")

    assert answer.notes[-1] == "no claims about KG and KZ in 1999"


def test_an_open_end_is_shown_as_open() -> None:
    more = volume("KZ", "KG", "2022", "$1.3 billion", bound=">")

    shown = show("KZ", "KG", "2021", facts=[more, GROWTH])

    assert "highest  open" in shown
    assert "volume 2022: 1,300,000,000 to open, more than: from the printed figure up" in shown


def test_pace_and_year_are_shown_in_their_own_words() -> None:
    goal = target("KZ", "KG", "$2 billion", "2030")
    facts = [goal, volume("KZ", "KG", "2023", "$1.3 billion"), volume("KZ", "KG", "2021", "$1.0 billion")]

    shown = show("KZ", "KG", "2023", facts=facts)

    assert "target $2 bn, growth needed, turnover 2023: 6–7 % a year" in shown
    assert "growth made, turnover 2023: 9–19 % a year" in shown
    assert "year reached, turnover 2023: 2026–2029" in shown
    assert "years: 7" in shown
    assert "= 2029" in shown


@pytest.mark.parametrize("words", [("KZ", "KG"), ("KZ", "KG", "2022", "2021"), ()])
def test_other_words_are_refused(words: tuple[str, ...]) -> None:
    with pytest.raises(InvalidQueryError, match="expected an id, or two places and a period"):
        ask_explain(base(VOLUME), *words)


def test_an_unknown_id_is_refused_with_a_near_one() -> None:
    with pytest.raises(UnknownNameError) as caught:
        ask_explain(base(VOLUME), VOLUME["id"][:-1])

    assert caught.value.hint == f"did you mean {VOLUME['id']}?"


def test_an_id_like_no_other_is_refused_with_a_way_to_find_ids() -> None:
    with pytest.raises(UnknownNameError, match="unknown fact 'xyz'"):
        ask_explain(base(VOLUME), "xyz")


def test_a_bad_period_is_refused() -> None:
    with pytest.raises(InvalidPeriodError):
        ask_explain(base(VOLUME), "KZ", "KG", "2022-13")
