"""The results of the reader: positions in the text, evidence, rivals and refusals; and its own structure."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files

import pytest

from tradefacts.article import Proposal, Tables, read_article, read_text
from tradefacts.article.tables import load_model

TABLES = Tables(names={}, reporters={})
TEXT = (
    "In January–July 2023 trade between Kazakhstan and Kyrgyzstan amounted to $759 million, the Kazakh statistics "
    "bureau reports. Exports were $500 million and imports $259 million.\n"
    "A year earlier the turnover was $671 million. A Kyrgyz plant will cost $40 million."
)


@pytest.fixture(name="proposals")
def read_proposals() -> list[Proposal]:
    return read_article(TEXT, TABLES, published="2023-09-25")


def test_a_span_contains_the_printed_figure(proposals: list[Proposal]) -> None:
    assert [TEXT[slice(*proposal.span)] for proposal in proposals] == [
        proposal.claim["printed"] for proposal in proposals
    ]
    assert all(proposal.sentence[0] <= proposal.span[0] <= proposal.sentence[1] for proposal in proposals)


def test_proposals_come_in_the_order_of_the_text(proposals: list[Proposal]) -> None:
    assert [proposal.claim["printed"] for proposal in proposals] == [
        "$759 million",
        "$500 million",
        "$259 million",
        "$671 million",
    ]


def test_each_key_says_where_it_was_read(proposals: list[Proposal]) -> None:
    slots = proposals[0].slots

    assert slots["period"].reason == "'In January–July 2023', line 1"
    assert {name: TEXT[slice(*slot.span)] for name, slot in slots.items() if slot.span} == {
        "printed": "$759 million",
        "country": "Kazakhstan",
        "partner": "Kyrgyzstan",
        "flow": "trade",
        "period": "In January–July 2023",
    }


def test_parts_that_add_up_are_evidence(proposals: list[Proposal]) -> None:
    assert proposals[1].tied_by == ["$500 million + $259 million is $759 million"]


def test_the_office_named_is_the_reporter(proposals: list[Proposal]) -> None:
    assert proposals[0].claim["reporter"] == "KZ"


def test_rivals_are_other_claims_of_the_same_figure(proposals: list[Proposal]) -> None:
    for proposal in proposals:
        scores = [rival["score"] for rival in proposal.rivals]
        assert scores == sorted(scores, reverse=True)
        assert all(rival["printed"] == proposal.claim["printed"] for rival in proposal.rivals)


def test_a_figure_that_is_no_claim_is_refused_with_a_reason() -> None:
    (refused,) = read_text(TEXT, TABLES, published="2023-09-25").refused

    assert (TEXT[slice(*refused.span)], refused.reason) == ("$40 million", "investment, loans or projects")


def test_months_without_any_year_are_no_period() -> None:
    (proposal,) = read_article("In 11 months trade between Kazakhstan and Kyrgyzstan reached $1.3 billion.", TABLES)

    assert proposal.tier == "doubtful"
    assert proposal.claim["period"] is None
    assert "period" not in proposal.slots


@pytest.mark.parametrize("text", ["", "\n\n", "No figure at all.", "$5 billion", "12 %"])
def test_a_text_without_places_or_figures_claims_nothing(text: str) -> None:
    assert read_article(text, TABLES) == []


@pytest.mark.parametrize(
    "text",
    [
        "Retail trade in Kazakhstan grew by 8 percent to $20 billion in 2023. Online shops sold goods for $3 billion.",
        "Direct investment in Uzbekistan was $7 billion in 2023: China invested $2 billion, Russia $1.2 billion.",
        "Оптовая торговля Казахстана в 2023 году выросла на 8%, до 20 млрд долларов.",
        "Переводы из России в Таджикистан в 2023 году выросли на 12%, до 3 млрд долларов.",
    ],
)
def test_a_text_on_another_subject_claims_nothing(text: str) -> None:
    assert read_article(text, TABLES, published="2024-02-01") == []


def test_names_of_a_base_are_read_where_the_tables_have_none() -> None:
    tables = Tables(names={"Ruritania": "RT"}, reporters={})
    (proposal,) = read_article("Kazakhstan's trade with Ruritania was $5 million in 2022.", tables, published="2023-09")

    assert proposal.claim["pair"] == ["KZ", "RT"]


def test_the_weights_are_small_and_complete() -> None:
    stored = (files("tradefacts.article") / "weights.json").read_bytes()

    assert len(stored) < 20_000
    assert set(load_model().weights) == {"kind", "place", "period"}
    assert set(load_model().tiers) == {"sure", "doubtful"}


def test_reading_twice_gives_the_same() -> None:
    assert read_text(TEXT, TABLES, published="2023-09-25") == read_text(TEXT, TABLES, published="2023-09-25")


def test_features_come_in_the_same_order_whatever_the_hash_of_strings() -> None:
    code = (
        "from tradefacts.article.context import State, survey\n"
        "from tradefacts.article.kinds import list_kind_features\n"
        "from tradefacts.article.page import read_page\n"
        "from tradefacts.article import Tables\n"
        f"page = read_page({TEXT!r}, Tables({{}}, {{}}), '2023-09-25')\n"
        "for at, figure in enumerate(page.figures):\n"
        "    print(list_kind_features(page, at, survey(page, figure), State()))"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env={"PYTHONHASHSEED": seed})
        for seed in ("1", "2")
    ]

    assert runs[0].stdout == runs[1].stdout != b""


def test_no_other_command_imports_the_reader() -> None:
    code = "import sys, tradefacts.cli.main; print(any(name.startswith('tradefacts.article') for name in sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "False"


def test_a_goal_has_no_upper_limit() -> None:
    (goal,) = read_article(
        "Kazakhstan and Kyrgyzstan agreed to increase trade turnover up to $2 billion.",
        Tables({}, {}),
        published="2023-09-25",
    )

    assert (goal.claim["kind"], goal.claim["bound"]) == ("target", "=")
