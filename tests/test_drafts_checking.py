"""Checking a whole draft: the record, the rest of the text, officials, and the output for an editor."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from builders import base, body, growth, office, person, source, target, term, volume
from proposing import check, doubtful, propose
from tradefacts.drafts.checking import CODES, STANDINGS, check_found
from tradefacts.drafts.texts import Lines
from tradefacts.export.problems import iterate_annotations, iterate_sarif
from tradefacts.render import render
from tradefacts.render.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from builders import Json
    from tradefacts.answer import Answer
    from tradefacts.drafts.checking import CheckResult

KABAR, AKIPRESS = source("Kabar", "2024-02-01"), source("AKIpress", "2025-03-01")
BOTH = (
    volume("KZ", "KG", "2022", "$1.181 bln", reporter="KG"),
    volume("KZ", "KG", "2022", "$1.4 bln", reporter="KZ", source=KABAR),
)
TEXT = """Trade between Kazakhstan and Kyrgyzstan was $1.4 billion in 2022.
Elsewhere the text has $1.9 billion for 2022. In 2023 it grew by 12 %."""
CLAIMS = (
    volume("KZ", "KG", "2022", "$1.4 billion"),
    volume("KZ", "KG", "2022", "$1.9 billion"),
    growth("KZ", "KG", "2023", "12 %"),
)
SMAILOV = person("Alikhan Smailov")
PREMIER = office("KZ", "head of government", "Prime Minister")
TERM = term(SMAILOV, PREMIER, start="2022-01-11", end="2024-02-05")


@pytest.fixture
def checked() -> Answer[CheckResult]:
    return check(base(*BOTH), TEXT, *CLAIMS, file="draft.txt")


def tell(answer: Answer[CheckResult]) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.severity, finding.rule) for finding in answer.findings]


def test_figures_are_counted_by_standing(checked: Answer[CheckResult]) -> None:
    assert checked.result.standings == {"supported": 1, "contradicted": 1, "unknown": 1}
    assert [*checked.result.standings] == [standing for standing in STANDINGS if standing in checked.result.standings]


def test_the_claims_that_a_verdict_rests_on_come_with_the_answer(checked: Answer[CheckResult]) -> None:
    cited = {name for one in checked.result.checked for name in one.facts}

    assert cited <= {claim.id for claim in checked.claims}


def test_a_figure_has_its_place_in_code_points() -> None:
    text = "Тауар айналымы 🚆 жылына $1.4 billion болды."

    (one,) = check(base(*BOTH), text, CLAIMS[0]).result.checked

    assert (one.line, one.column) == (1, text.index("$") + 1)
    assert text[slice(*one.span)] == one.printed


def test_lines_and_columns_begin_with_one() -> None:
    lines = Lines("ab\n\ncd")

    assert [(lines.find(offset).line, lines.find(offset).column) for offset in (0, 1, 3, 4, 5)] == [
        *((1, 1), (1, 2), (2, 1), (3, 1), (3, 2)),
    ]


def test_two_different_figures_for_the_same_quantity_are_reported(checked: Answer[CheckResult]) -> None:
    (mismatch,) = checked.result.within

    assert (mismatch.rule, mismatch.claims) == ("readings_disagree", (0, 1))
    assert mismatch.arithmetic == "1,350,000,000–1,450,000,000 and 1,850,000,000–1,950,000,000"


@pytest.mark.parametrize(
    ("rule", "claims"),
    [
        (
            "growth_contradicts_figures",
            [
                volume("KZ", "UZ", "2021", "$1.0 bln"),
                volume("KZ", "UZ", "2022", "$1.2 bln"),
                growth("KZ", "UZ", "2022", "50%"),
            ],
        ),
        (
            "turnover_is_not_the_sum",
            [
                volume("KZ", "UZ", "2022", "$900 mln", flow="exports"),
                volume("KZ", "UZ", "2022", "$400 mln", flow="imports"),
                volume("KZ", "UZ", "2022", "$1.8 bln"),
            ],
        ),
        (
            "shorter_period_exceeds_longer",
            [volume("KZ", "UZ", "2022", "$1.2 bln"), volume("KZ", "UZ", "2022-01/2022-06", "$1.5 bln")],
        ),
    ],
)
def test_a_text_that_does_not_add_up_is_reported_even_if_nothing_is_on_record(rule: str, claims: list[Json]) -> None:
    text = "; ".join(claim["printed"] for claim in claims)

    answer = check(base(*BOTH), text, *claims)

    assert tell(answer) == [("C201", "possible", rule)]


def test_doubtful_claims_are_not_compared_within_the_text() -> None:
    answer = check(base(*BOTH), TEXT, CLAIMS[0], doubtful(CLAIMS[1]))

    assert answer.result.within == ()


def test_a_claim_that_the_record_supports_was_read_correctly() -> None:
    answer = check(base(*BOTH), TEXT, doubtful(CLAIMS[0]), CLAIMS[1])

    assert [mismatch.claims for mismatch in answer.result.within] == [(0, 1)]


def test_a_text_that_may_have_rounded_is_left_alone() -> None:
    claims = volume("KZ", "UZ", "2022", "$4.4 bln"), volume("KZ", "UZ", "2022", "$4.43 bln")

    assert check(base(*BOTH), "$4.4 bln or $4.43 bln", *claims).result.within == ()


def test_the_severity_of_findings_follows_their_standing(checked: Answer[CheckResult]) -> None:
    assert tell(checked)[0] == ("C101", "contradiction", "claim_contradicts_record")
    assert {severity for _, _, severity in CODES.values()} == {"contradiction", "possible", "notice"}


def test_a_newer_figure_makes_one_that_is_called_the_latest_stale() -> None:
    record = base(volume("KZ", "KG", "2022", "$1.4 bln"), volume("KZ", "KG", "2023", "$1.5 bln", source=KABAR))
    said = volume("KZ", "KG", "2022", "$1.4 billion")

    (now,) = check(record, "Trade is now $1.4 billion.", said, published="2024-06-01").result.checked
    (then,) = check(record, "Trade was $1.4 billion in 2022.", said, published="2024-06-01").result.checked
    (before,) = check(record, "Trade is now $1.4 billion.", said, published="2023-06-01").result.checked

    assert (now.standing, then.standing, before.standing) == ("stale", "supported", "supported")
    assert now.reason == "on record, and so is a newer one: $1.5 bn of 2023"


def test_a_page_without_a_date_is_not_older_than_the_period_it_tells_of() -> None:
    undated = {**source("Nobody", "2026-01-01"), "published": None}
    record = base(volume("KZ", "KG", "2022", "$1.4 bln"), volume("KZ", "KG", "2023", "$1.5 bln", source=undated))
    said = volume("KZ", "KG", "2022", "$1.4 billion")

    (early,) = check(record, "Trade is now $1.4 billion.", said, published="2023-06-01").result.checked
    (later,) = check(record, "Trade is now $1.4 billion.", said, published="2024-06-01").result.checked

    assert (early.standing, later.standing) == ("supported", "stale")


def test_part_of_a_later_year_makes_no_full_year_stale() -> None:
    record = base(volume("KZ", "KG", "2022", "$1.4 bln"), volume("KZ", "KG", "2023-01/2023-05", "$0.5 bln"))

    (one,) = check(record, "Trade is now $1.4 billion.", CLAIMS[0]).result.checked

    assert one.standing == "supported"


def test_a_figure_revised_after_the_draft_is_supported_with_a_caution() -> None:
    first = volume("KZ", "KG", "2023", "$1.31 bln", reporter="KG", source=KABAR)
    later = volume("KZ", "KG", "2023", "$1.35 bln", reporter="KG", source=AKIPRESS)
    said = volume("KZ", "KG", "2023", "$1.31 billion", reporter="KG")

    (one,) = check(base(first, later), "It was $1.31 billion.", said, published="2024-06-01").result.checked

    assert one.standing == "supported"
    assert one.cautions[0] == "Revised since: $1.35 bn (AKIpress)"


def test_a_supported_figure_carries_the_cautions_of_the_record() -> None:
    record = base(volume("KZ", "KG", "2022", "$1.4 bln"), volume("KZ", "KG", "2022", "$1.9 bln", source=KABAR))

    (one,) = check(record, "It was $1.4 billion.", CLAIMS[0]).result.checked

    assert one.cautions == ("One voice", "Disputed: also $1.9 billion (Kabar)")


def test_a_figure_that_fits_one_country_s_whole_trade_is_not_contradicted() -> None:
    record = base(*BOTH, volume("KG", "WORLD", "2022", "$11.9 bln", source=KABAR))
    fitting, not_fitting = (volume("KZ", "KG", "2022", printed) for printed in ("$11.9 billion", "$10.9 billion"))

    (other,) = check(record, "It was $11.9 billion.", fitting).result.checked
    (wrong,) = check(record, "It was $10.9 billion.", not_fitting).result.checked

    assert (other.standing, other.reason) == ("differs", "on record if it is of KG–WORLD")
    assert wrong.standing == "contradicted"


def test_a_supported_figure_is_shown_with_the_one_on_record_if_it_is_written_otherwise() -> None:
    answer = check(base(BOTH[0]), "It was $1.2 billion, or $1.181 billion.", volume("KZ", "KG", "2022", "$1.2 billion"))

    lines = list(render(answer, Screen(100)))

    assert lines[3].startswith("line 1   turnover KZ–KG 2022: $1.2 bn, on record as $1.181 bn by KG [1]")


def test_voices_are_those_of_the_figure_in_the_draft() -> None:
    record = base(
        volume("KZ", "KG", "2022", "$5.0 bln"),
        volume("KZ", "KG", "2022", "$5 bln", source=KABAR),
        volume("KZ", "KG", "2022", "$5 bln", source=AKIPRESS),
    )
    said = {**CLAIMS[0], "printed": "$5 billion", "value": 5_000_000_000}

    (one,) = check(record, "It was $5 billion.", said).result.checked

    assert "One voice" not in one.cautions
    assert one.facts[2].endswith("trend-2024-01-15")


@pytest.mark.parametrize(
    ("text", "day", "found"),
    [
        ("Prime Minister Alikhan Smailov said so.", "2024-06-01", 1),
        ("Prime Minister of Kazakhstan Alikhan Smailov said so.", "2024-06-01", 1),
        ("Prime Minister Alikhan Smailov said so.", "2023-06-01", 0),
        ("Prime Minister\nAlikhan Smailov said so.", "2024-06-01", 0),
        ("Former Prime Minister Alikhan Smailov said so.", "2024-06-01", 0),
        ("In May 2023 Prime Minister Alikhan Smailov said so.", "2024-06-01", 0),
        ("In May 2024 Prime Minister Alikhan Smailov said so.", "2024-06-01", 1),
        ("The Prime Minister left. Alikhan Smailov said so.", "2024-06-01", 0),
        ("Alikhan Smailov said so.", "2024-06-01", 0),
        ("Prime Minister Alikhan Smailov said so.", None, 0),
    ],
)
def test_an_office_left_by_the_day_of_the_text_is_reported(text: str, day: str | None, found: int) -> None:
    answer = check(base(TERM), text, **({"published": day} if day else {}))

    assert len(answer.result.officials) == found
    assert [finding.code for finding in answer.findings if finding.code != "C401"] == ["C301"] * found
    assert all(claim.kind == "term" for claim in answer.claims)


def test_an_office_is_found_before_a_name_on_the_next_wrapped_line() -> None:
    text = (
        "The council met again, and both sides named roads, rivers and the work\n"
        "of the customs. Trade is growing, and more is wanted, the Prime Minister\n"
        "Alikhan Smailov told them."
    )

    (left,) = check(base(TERM), text, published="2024-06-01").result.officials

    assert (left.line, left.column) == (3, 1)
    assert left.message == (
        "Alikhan Smailov had left as Prime Minister of Kazakhstan by the day of the text: 2024-02-05 before 2024-06-01"
    )


def test_a_text_without_a_figure_is_no_pass() -> None:
    assert check(base(*BOTH), "Nothing is said here.").notes == ("no figure read",)


def test_the_screen_shows_the_most_serious_first(check_golden: Callable[[str, str], None]) -> None:
    record = base(*BOTH, target("KZ", "KG", "$2 bln"), TERM, bodies=[body("Statistics Committee", "KG")])
    text = f"{TEXT}\nPrime Minister Alikhan Smailov spoke of $3 billion, and of $40 million for a plant."
    claims = (*CLAIMS, doubtful(target("KZ", "KG", "$3 billion")))
    found = propose(text, *claims, refused={"$40 million": "investment"})

    answer = check_found(record, text, found, {"published": "2024-06-01"})

    for width in (100, 60):
        shown = "\n".join(render(answer, Screen(width, has_addresses=False)))
        assert max(map(len, shown.split("\n"))) <= width
        check_golden(f"check-{width}.txt", f"{shown}\n")


def test_a_long_sentence_is_shown_around_its_figure() -> None:
    text = f"{'Well ' * 60}it was $1.9 billion{', they said' * 60}."

    shown = render(check(base(*BOTH), text, CLAIMS[1]), Screen(None))

    (line,) = [line for line in shown if "⟦$1.9 billion⟧" in line]
    assert line.startswith("line 1   … Well Well")
    assert line.endswith("…")
    assert len(line) < 300


def read_log(answer: Answer[CheckResult]) -> Json:
    log: Json = json.loads("\n".join(iterate_sarif(answer)))
    return log


def test_the_log_for_editors_has_one_run_with_rules_and_results(checked: Answer[CheckResult]) -> None:
    log = read_log(checked)

    (run,) = log["runs"]
    ids = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert [(result["ruleId"], result["level"]) for result in run["results"]] == [
        ("C101", "error"),
        ("C201", "warning"),
    ]
    assert all(ids[result["ruleIndex"]] == result["ruleId"] for result in run["results"])


def test_a_result_covers_the_figure_half_open(checked: Answer[CheckResult]) -> None:
    (place,) = read_log(checked)["runs"][0]["results"][0]["locations"]
    region = place["physicalLocation"]["region"]

    assert place["physicalLocation"]["artifactLocation"] == {"uri": "draft.txt"}
    assert (region["startLine"], region["endLine"]) == (2, 2)
    assert TEXT.split("\n")[1][region["startColumn"] - 1 : region["endColumn"] - 1] == "$1.9 billion"


def test_a_result_leads_to_the_pages_of_the_record(checked: Answer[CheckResult]) -> None:
    related = read_log(checked)["runs"][0]["results"][0]["relatedLocations"]

    urls = [one["physicalLocation"]["artifactLocation"]["uri"] for one in related]
    assert sorted(urls) == ["https://example.org/kabar-2024-02-01", "https://example.org/trend-2024-01-15"]


def test_a_fingerprint_stays_when_lines_move_and_goes_with_the_figure() -> None:
    def find(text: str, claim: Json) -> Any:  # noqa: ANN401 - JSON
        (result,) = read_log(check(base(*BOTH), text, claim))["runs"][0]["results"]
        return result["partialFingerprints"]

    sentence = "It was $1.9 billion."
    moved = find(f"First.\n\n{sentence}", CLAIMS[1])

    assert find(sentence, CLAIMS[1]) == moved
    assert find("It was $2.9 billion.", volume("KZ", "KG", "2022", "$2.9 billion")) != moved


def test_the_text_of_a_web_page_has_no_lines_to_point_to() -> None:
    answer = check(base(*BOTH), TEXT, CLAIMS[1], file="a b/page.html", extracted=True)
    place = read_log(answer)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]

    assert place == {"artifactLocation": {"uri": "a%20b/page.html"}}
    assert next(iterate_annotations(answer)).startswith("::error file=a b/page.html,title=tradefacts C101::")


def test_annotations_are_commands_of_a_workflow() -> None:
    answer = check(base(*BOTH), TEXT, *CLAIMS, file="a,b:c.txt")

    lines = [*iterate_annotations(answer)]

    assert lines[0].startswith(
        "::error file=a%2Cb%3Ac.txt,title=tradefacts C101,line=2,col=24,endColumn=36::contradicted: "
    )
    assert lines[1].startswith("::warning ")


def test_a_line_end_or_control_character_cannot_create_a_command() -> None:
    (line,) = iterate_annotations(check(base(*BOTH), "It was $1.9 billion.", CLAIMS[1], file="\x1b[2J\n::error::x"))

    assert "\n" not in line
    assert "\x1b" not in line
