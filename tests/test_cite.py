"""How to cite claims, pages and the base."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

import tradefacts
from builders import (
    Json,
    base,
    body,
    event,
    growth,
    office,
    person,
    project,
    save,
    share,
    source,
    target,
    term,
    volume,
)
from running import ask, check_refusal
from tradefacts.bibliography import iterate_bibtex, iterate_csl_json
from tradefacts.errors import UnknownNameError
from tradefacts.questions.cite import Citation, ask_cite
from tradefacts.render import render
from tradefacts.render.screen import Screen
from tradefacts.version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from tradefacts.answer import Answer
    from tradefacts.questions.cite import CiteResult

COMMITTEE = body("Statistics Committee", "UZ", id="uz-statistics")
PAGE = source("Trend", "2026-02-01", title="Trade grows", retrieved="2026-11-20")


def cite(fact: Json, *others: Json) -> Citation:
    """Return the citation of the first of the facts."""
    return ask_cite(base(fact, *others), fact["id"]).result.citations[0]


def test_a_claim_is_a_ready_sentence_with_who_says_it() -> None:
    said = volume("UZ", "KZ", "2025", "$4,97 bln", attributed_to=COMMITTEE, source=PAGE)

    citation = cite(said)

    assert citation.sentence == (
        "Trade between Kazakhstan and Uzbekistan was $4.97 billion in 2025, "
        "according to the Statistics Committee (Trend, 2026-02-01)."
    )
    assert citation.figure == "$4.97 billion"
    assert citation.short == "Trend, 2026-02-01"
    assert citation.full == "Trend, “Trade grows”, 2026-02-01. https://example.org/trend-2026-02-01 Read 2026-11-20."
    assert citation.base == f"tradefacts {__version__}, edition 2024-06-30, {said['id']}"


SPEAKER: dict[str, Any] = {"source": source("Trend", "2026-02-01")}
BY = "according to Trend (2026-02-01)."


@pytest.mark.parametrize(
    ("fact", "sentence"),
    [
        (
            volume("KZ", "KG", "2023-01/2023-08", "$700 mln", bound=">", flow="exports", **SPEAKER),
            f"Kazakhstan's exports to Kyrgyzstan were more than $700 million in January–August 2023, {BY}",
        ),
        (
            volume("KZ", "KG", "2022", "$700 mln", reporter="KZ", scope="farm goods", **SPEAKER),
            (
                "Trade between Kyrgyzstan and Kazakhstan (farm goods) was $700 million in 2022 by Kazakhstan's "
                f"statistics, {BY}"
            ),
        ),
        (
            volume("KZ", "WORLD", "2016-11/2017-03", "$700 mln", **SPEAKER),
            f"Kazakhstan's total trade was $700 million in November 2016–March 2017, {BY}",
        ),
        (
            growth("KZ", "KG", "2023", "13%", reporter="KG", **SPEAKER),
            "In 2023 trade between Kyrgyzstan and Kazakhstan was up 13 percent on 2022 by Kyrgyzstan's statistics, "
            + BY,
        ),
        (
            growth("KZ", "KG", "2018-01/2022-12", "-9.1 percent", base_period="2017", **SPEAKER),
            f"In 2018–2022 trade between Kyrgyzstan and Kazakhstan was down 9.1 percent on 2017, {BY}",
        ),
        (
            share("KZ", "KG", "2023-05", "24,5%", whole="KZ total trade", **SPEAKER),
            "Trade between Kyrgyzstan and Kazakhstan was 24.5 percent of Kazakhstan's total trade in May 2023, " + BY,
        ),
        (
            share("KZ", "KG", None, "24,5%", whole="all trade", **SPEAKER),
            f"Trade between Kyrgyzstan and Kazakhstan was 24.5 percent of all trade, {BY}",
        ),
        (
            target("KZ", "KG", "$2 bln", "2030", **SPEAKER),
            f"A goal for trade between Kyrgyzstan and Kazakhstan is $2 billion by 2030, {BY}",
        ),
        (
            target("KZ", "KG", "$2 bln", horizon="coming years", **SPEAKER),
            f"A goal for trade between Kyrgyzstan and Kazakhstan is $2 billion (“coming years”), {BY}",
        ),
        (
            project("KZ", "UZ", 69, "$3.1 bln", **SPEAKER),
            f"Kazakhstan and Uzbekistan have 69 joint projects agreed on, worth $3.1 billion, {BY}",
        ),
        (
            term(person("Sadyr Japarov"), office("KG", "head of state", "President"), start="2021-01-28", **SPEAKER),
            f"Sadyr Japarov became President of Kyrgyzstan on 28 January 2021, {BY}",
        ),
        (
            term(person("A B"), office("KG", "x", "President"), start="2021", end="2023-05", **SPEAKER),
            f"A B was President of Kyrgyzstan from 2021 to May 2023, {BY}",
        ),
        (
            term(person("A B"), office("KG", "x", "President"), end="2023-05", **SPEAKER),
            f"A B was President of Kyrgyzstan until May 2023, {BY}",
        ),
        (
            term(person("A B"), office("KG", "x", "Ambassador of Kyrgyzstan"), seen_on="2023-05-01", **SPEAKER),
            f"A B was Ambassador of Kyrgyzstan on 1 May 2023, {BY}",
        ),
        (
            event("CIS summit", "2023-10-13", "KG", "KZ", "EAEU", venue="Bishkek", **SPEAKER),
            (
                "CIS summit was held in Bishkek on 13 October 2023 with Kyrgyzstan, Kazakhstan and the Eurasian "
                f"Economic Union, {BY}"
            ),
        ),
        (event(None, None, "KG", "KZ", **SPEAKER), f"A meeting was held with Kyrgyzstan and Kazakhstan, {BY}"),
    ],
)
def test_every_kind_of_claim_has_its_sentence(fact: Json, sentence: str) -> None:
    assert cite(fact).sentence == sentence


def test_cautions_say_what_to_know_before_quoting_a_figure() -> None:
    page = source("Trend", None)
    said = volume("KZ", "KG", "2023-01/2023-08", "$1 bln", note="rounded", inferred=["period", "value"], source=page)
    rivals = [
        volume("KZ", "KG", "2023-01/2023-08", "$4 bln", source="a-2024-01-01"),
        volume("KZ", "KG", "2023-01/2023-08", "$3 bln", source="b-2024-01-01"),
        volume("KZ", "KG", "2023-01/2023-08", "$3 bln", source="c-2024-01-01"),
    ]

    assert cite(said, *rivals).cautions == (
        "One voice",
        "Disputed: also $3 billion (B) and 1 more",
        "Part of a year",
        "Computed; no page prints it",
        "Statistics not named",
        "Page undated",
        "Inferred, not printed: period",
        "Note: rounded",
    )


def test_a_share_of_no_period_is_quoted_with_caution() -> None:
    assert "Period not named" in cite(share("KZ", "KG", None, "57%")).cautions


def test_a_confirmed_and_undisputed_figure_needs_no_caution() -> None:
    said = volume("KZ", "KG", "2023", "$1 bln", reporter="KZ", source="a-2024-01-01")
    same = volume("KZ", "KG", "2023", "$1 billion", reporter="KZ", source="b-2024-01-01")
    elsewhere = volume("KZ", "KG", "2023", "$5 bln", reporter="KG", source="c-2024-01-01")

    assert cite(said, same, elsewhere).cautions == ()


def test_a_figure_without_a_range_is_quoted_as_printed() -> None:
    said = volume("KZ", "KG", "2023", "$1 bln") | {"printed": "a lot"}

    assert cite(said).sentence == (
        "Trade between Kyrgyzstan and Kazakhstan was “a lot” in 2023, according to Trend (2024-01-15)."
    )


def test_the_claims_that_contradict_are_part_of_the_answer() -> None:
    said = volume("KZ", "KG", "2023", "$1 bln")
    rival = volume("KZ", "KG", "2023", "$4 bln", source="a-2024-01-01")

    answer = ask_cite(base(said, rival), said["id"])

    assert [claim.id for claim in answer.claims] == [said["id"], rival["id"]]


@pytest.mark.parametrize("name", ["trend-2026-02-01", "https://example.org/trend-2026-02-01"])
def test_a_page_is_cited_by_its_id_or_address(name: str) -> None:
    citation = ask_cite(base(volume("KZ", "KG", "2023", "$1 bln", source=PAGE)), name).result.citations[0]

    assert (citation.type, citation.id, citation.sentence) == ("page", "trend-2026-02-01", None)
    assert citation.page is not None
    assert citation.page.retrieved == "2026-11-20"


def test_the_base_is_cited_by_program_edition_and_files() -> None:
    opened = base(volume("KZ", "KG", "2023", "$1 bln"))

    (citation,) = ask_cite(opened).result.citations

    assert citation.full == (
        f"tradefacts {__version__}, edition 2024-06-30: layer-1, SHA-256 {opened.layers[0]['sha256']}"
    )
    assert citation.page is None


@pytest.mark.parametrize(
    ("name", "message"), [("KZ", "'KZ' is neither a claim nor a page"), ("none", "unknown claim or page 'none'")]
)
def test_a_record_other_than_a_claim_or_page_is_refused(name: str, message: str) -> None:
    with pytest.raises(UnknownNameError, match=message):
        ask_cite(base(volume("KZ", "KG", "2023", "$1 bln")), name)


def make_answer() -> Answer[CiteResult]:
    page = source("Kabar & Co_1", "2026-02", id="kabar-1", origin="Trend", title="50% of {trade} #1 ~ \\x", url=None)
    facts = [
        volume("KZ", "KG", "2023", "$1 bln", source=page),
        volume("KZ", "KG", "2022", "$1 bln", source=page),
        volume("KZ", "KG", "2021", "$1 bln", source=PAGE),
    ]
    return ask_cite(base(*facts), *(fact["id"] for fact in facts))


def test_bibtex_has_one_entry_for_each_page_with_everything_escaped() -> None:
    written = "\n".join(iterate_bibtex(make_answer()))

    assert written == "\n".join(
        [
            "@online{kabar-1,",
            "  author = {{Trend}},",
            r"  title = {{50\% of \{trade\} \#1 \textasciitilde{} \textbackslash{}x}},",
            r"  organization = {{Kabar \& Co\_1}},",
            "  date = {2026-02},",
            (
                f"  note = {{tradefacts {__version__}, edition 2024-06-30, kz-kg-turnover-volume-2023-kabar-1; "
                f"tradefacts {__version__}, edition 2024-06-30, kz-kg-turnover-volume-2022-kabar-1}},"
            ),
            "}",
            "@online{trend-2026-02-01,",
            "  author = {{Trend}},",
            "  title = {{Trade grows}},",
            "  organization = {{Trend}},",
            "  date = {2026-02-01},",
            "  url = {https://example.org/trend-2026-02-01},",
            "  urldate = {2026-11-20},",
            f"  note = {{tradefacts {__version__}, edition 2024-06-30, kz-kg-turnover-volume-2021-trend-2026-02-01}},",
            "}",
        ]
    )


def test_csl_json_has_one_item_for_each_page_with_its_known_fields() -> None:
    kabar, trend = json.loads("\n".join(iterate_csl_json(make_answer())))

    assert kabar["author"] == [{"literal": "Trend"}]
    assert kabar["issued"] == {"date-parts": [[2026, 2]]}
    assert not {"URL", "accessed"} & kabar.keys()
    assert trend["accessed"] == {"date-parts": [[2026, 11, 20]]}
    assert (trend["type"], trend["container-title"]) == ("webpage", "Trend")


def test_the_base_is_a_dataset_for_reference_managers() -> None:
    answer = ask_cite(base(volume("KZ", "KG", "2023", "$1 bln")))

    (item,) = json.loads("\n".join(iterate_csl_json(answer)))

    assert next(iterate_bibtex(answer)) == "@dataset{tradefacts-2024-06-30,"
    assert (item["type"], item["version"], item["issued"]) == ("dataset", __version__, {"date-parts": [[2024, 6, 30]]})


def test_the_screen_shows_the_text_to_copy() -> None:
    said = volume("UZ", "KZ", "2025", "$4,97 bln", attributed_to=COMMITTEE, source=PAGE)
    answer = ask_cite(base(said), said["id"])

    assert render(answer, Screen(64)) == [
        "Sentence Trade between Kazakhstan and Uzbekistan was",
        "         $4.97 billion in 2025, according to the Statistics",
        "         Committee (Trend, 2026-02-01).",
        "Caution  One voice. Statistics not named.",
        "Short    Trend, 2026-02-01",
        "Full     Trend, “Trade grows”, 2026-02-01.",
        "         https://example.org/trend-2026-02-01 Read 2026-11-20.",
        f"Base     tradefacts {__version__}, edition 2024-06-30,",
        "         uz-kz-turnover-volume-2025-trend-2026-02-01",
    ]


def test_own_formats_belong_to_the_command_that_has_them(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = save(tmp_path / "b.json", volume("KZ", "KG", "2023", "$1 bln"))

    cited = ask(capfd, "--base", path, "cite", "trend-2024-01-15", "--format", "bibtex")
    rows = ask(capfd, "--base", path, "cite", "trend-2024-01-15", "--format", "csv")
    refused = ask(capfd, "--base", path, "facts", "--format", "bibtex")

    assert cited.out.startswith("@online{trend-2024-01-15,\n")
    assert rows.out.startswith("type,id,sentence,figure,cautions,")
    assert check_refusal(refused, 2)[0] == "tradefacts: error: unknown format 'bibtex'"


@pytest.mark.slow
def test_every_claim_of_the_built_in_base_has_a_sentence() -> None:
    facts: Any = tradefacts.open()
    claims = facts.facts().claims
    without = [
        claim.id
        for claim in claims[::7]
        if not re.match(".+, according to .+\\)\\.$", facts.cite(claim.id).result.citations[0].sentence)
    ]

    assert without == []
