"""How rules are selected, how exceptions work, and how findings are placed and shown."""

import json
from pathlib import Path

import pytest

from builders import body, compiled, document, project, save, source, volume
from tradefacts.cli.main import main
from tradefacts.errors import FactBaseError, InvalidQueryError, UnreadableBaseError
from tradefacts.factbase import open_base
from tradefacts.lint import RULES, ask_lint
from tradefacts.render import render
from tradefacts.render.screen import Screen

WRONG = volume("KZ", "KG", "2022", "$1.3 bln", value=1_350_000_000)
NAME = "kz-kg-turnover-volume-2022-trend-2024-01-15"
SHIPPED = Path(__file__).parent.parent / "data"


def except_from(path: Path, *entries: dict[str, str]) -> Path:
    path.write_text(json.dumps(entries), encoding="utf-8")
    return path


def test_a_finding_has_its_place_and_what_was_expected() -> None:
    (finding,) = ask_lint(compiled(document(WRONG))).findings

    assert (finding.code, finding.rule, finding.severity) == ("E201", "value_is_not_printed", "error")
    assert finding.message == "expected 1300000000 from '$1.3 bln', found 1350000000"
    assert (finding.facts, finding.layer, finding.path) == ((NAME,), "layer-1", "$.facts[0].value")
    assert finding.line is not None


@pytest.mark.parametrize("width", range(24, 60))
def test_a_quoted_value_is_never_split(width: int) -> None:
    lines = render(ask_lint(compiled(document(WRONG))), Screen(width))

    assert any("'$1.3 bln'" in line for line in lines)


def test_a_finding_names_its_layer() -> None:
    mine = document(volume("KZ", "UZ", "2022", "$1 bln", value=2_000_000_000, id="mine"))

    (finding,) = ask_lint(compiled(document(volume("KZ", "UZ", "2021", "$1 bln")), mine), select=["E2"]).findings

    assert (finding.layer, finding.facts) == ("layer-2", ("mine",))


def test_record_of_an_earlier_layer_counts_as_used() -> None:
    lower = document(volume("KZ", "UZ", "2021", "$1 bln", attributed_to=body("Customs", "UZ")))

    answer = ask_lint(compiled(lower, document(volume("KZ", "UZ", "2022", "$1 bln", source="trend-2024-01-15"))))

    assert list(answer.findings) == []


def test_errors_come_before_warnings_and_each_in_the_order_of_the_file() -> None:
    facts = [volume("KZ", "UZ", "2024-06", "$1 bln"), project("KZ", "UZ", 0, "$1 bln"), WRONG]

    answer = ask_lint(compiled(document(*facts)))

    assert [finding.code for finding in answer.findings] == ["E214", "E201", "W209"]
    assert (answer.result.errors, answer.result.warnings) == (2, 1)


@pytest.mark.parametrize(
    ("select", "codes"),
    [
        (["E2"], {"E201", "E214"}),
        (["e201,W209"], {"E201", "W209"}),
        (["E201", "W"], {"E201", "W209"}),
        ([], {"E201", "E214", "W209"}),
        (["E5"], set()),
    ],
)
def test_select_takes_beginnings_of_codes(select: list[str], codes: set[str]) -> None:
    base = compiled(document(volume("KZ", "UZ", "2024-06", "$1 bln"), WRONG, project("KZ", "UZ", 0, "$1 bln")))

    answer = ask_lint(base, select=select)

    assert {finding.code for finding in answer.findings} == codes


def test_select_of_no_rule_is_refused_with_all_codes_in_order() -> None:
    with pytest.raises(InvalidQueryError, match="no rule begins with 'E9'") as refusal:
        ask_lint(compiled(document(WRONG)), select=["E9"])

    codes = str(refusal.value.hint).removeprefix("one of: ").split(", ")
    assert codes == sorted([*RULES, "E105"], key=lambda code: int(code[1:]))


def test_known_exception_is_counted_and_not_listed(tmp_path: Path) -> None:
    known = except_from(tmp_path / "known.json", {"code": "E201", "id": NAME, "reason": "a slip of the page"})

    answer = ask_lint(compiled(document(WRONG)), exceptions=str(known))

    assert (list(answer.findings), answer.result.excepted) == ([], 1)


def test_exception_covers_its_rule_and_record_only(tmp_path: Path) -> None:
    known = except_from(tmp_path / "known.json", {"code": "E201", "id": NAME, "reason": "a slip"})
    base = compiled(document(WRONG, volume("KZ", "KG", "2021", "$1 bln", value=1), project("KZ", "UZ", 0, "$1 bln")))

    codes = [finding.code for finding in ask_lint(base, exceptions=str(known)).findings]

    assert codes == ["E201", "E214"]


def test_exception_that_covers_nothing_is_an_error(tmp_path: Path) -> None:
    known = except_from(tmp_path / "known.json", {"code": "E503", "id": NAME, "reason": "was so once"})

    (finding,) = ask_lint(compiled(document(volume("KZ", "KG", "2022", "$1 bln"))), exceptions=str(known)).findings

    assert (finding.code, finding.rule, finding.layer) == ("E105", "exception_does_not_fire", str(known))


def test_exception_of_an_unselected_rule_is_ignored(tmp_path: Path) -> None:
    known = except_from(tmp_path / "known.json", {"code": "E503", "id": NAME, "reason": "not asked for"})

    answer = ask_lint(compiled(document(WRONG)), select=["E105", "E3"], exceptions=str(known))

    assert list(answer.findings) == []


def test_exceptions_next_to_the_file_are_found(tmp_path: Path) -> None:
    path = str(save(tmp_path / "facts.json", WRONG))
    except_from(tmp_path / "lint-exceptions.json", {"code": "E201", "id": NAME, "reason": "a slip"})

    answer = ask_lint(open_base([path]), files=[path], select=["E201"])

    assert (list(answer.findings), answer.result.excepted) == ([], 1)


@pytest.mark.parametrize(
    "text",
    [
        "{}",
        "[1]",
        '[{"code": "E201", "id": "x"}]',
        '[{"code": "E201", "id": "x", "reason": " "}]',
        '[{"code": "E201", "id": "x", "reason": null}]',
        '[{"code": "E201", "id": "x", "reason": "y", "by": "z"}]',
        "not json",
        "[" * 100_000,
        "[9" + "9" * 5_000 + "]",
        "\ufffe",
    ],
)
def test_exceptions_of_wrong_shape_are_refused(text: str, tmp_path: Path) -> None:
    (tmp_path / "known.json").write_text(text, encoding="utf-8")

    with pytest.raises(FactBaseError, match=r"known\.json"):
        ask_lint(compiled(document(WRONG)), exceptions=str(tmp_path / "known.json"))


def test_exceptions_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableBaseError, match="cannot read exceptions"):
        ask_lint(compiled(document(WRONG)), exceptions=str(tmp_path / "known.json"))


def test_faults_are_shown_one_a_line_under_their_file() -> None:
    base = compiled(document(WRONG, volume("KZ", "UZ", "2024-06", "$1 bln")))

    lines = render(ask_lint(base), Screen())

    assert lines[0] == "layer-1: 1 error, 1 warning"
    assert lines[1].endswith(
        f"{NAME}  E201 value is not printed: expected 1300000000 from '$1.3 bln', found 1350000000"
    )
    assert "W209 period ends after publication" in lines[2]


def test_clean_base_is_called_so() -> None:
    lines = render(ask_lint(compiled(document(volume("KZ", "KG", "2022", "$1 bln")))), Screen())

    assert lines == ["layer-1 is clean: 1 fact, 1 page"]


def test_clean_layers_are_called_so() -> None:
    lower, mine = document(volume("KZ", "KG", "2022", "$1 bln")), document(volume("KZ", "KG", "2021", "$1 bln"))

    lines = render(ask_lint(compiled(lower, mine)), Screen())

    assert lines == ["layer-1, layer-2 are clean: 2 facts, 1 page"]


def test_known_exceptions_are_mentioned(tmp_path: Path) -> None:
    known = except_from(tmp_path / "known.json", {"code": "E201", "id": NAME, "reason": "a slip"})

    clean = render(ask_lint(compiled(document(WRONG)), exceptions=str(known)), Screen())
    late = volume("KZ", "UZ", "2024-06", "$1 bln")
    warned = render(ask_lint(compiled(document(WRONG, late)), exceptions=str(known)), Screen())

    assert clean == ["layer-1 is clean: 1 fact, 1 page, 1 known exception"]
    assert warned[-1] == "and 1 known exception"


def test_base_without_facts_is_shown_without_a_line_number() -> None:
    lines = render(ask_lint(compiled(document())), Screen())

    assert lines == ["layer-1: 1 warning", "  W106 base has no facts: expected at least one fact, found none"]


@pytest.mark.parametrize(("value", "period", "status"), [(1, "2022", 1), (1_300_000_000, "2024-06", 0)])
def test_command_fails_for_errors_and_not_for_warnings(
    value: int, period: str, status: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = save(tmp_path / "facts.json", volume("KZ", "KG", period, "$1.3 bln", value=value))

    found = main(["lint", str(path), "--select", "E2,W2", "--json"])

    envelope = json.loads(capfd.readouterr().out)
    assert found == status
    assert len(envelope["findings"]) == 1
    assert envelope["query"] == {"select": ["E2,W2"]}


def test_command_checks_layers_together(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lower = save(tmp_path / "lower.json", volume("KZ", "KG", "2022", "$1 bln"))
    mine = save(tmp_path / "mine.json", volume("KZ", "KG", "2022", "$1 bln", id="mine"))

    status = main(["lint", str(lower), str(mine), "--select", "E5", "--format", "csv"])

    header, row = capfd.readouterr().out.splitlines()
    assert (status, header.partition(",path")[0]) == (
        1,
        "code,rule,severity,cause,places,message,arithmetic,facts,layer",
    )
    assert row.startswith("E501,claim_stands_twice,error,")


def test_built_in_base_is_free_of_errors() -> None:
    path = str(SHIPPED / "facts.json")

    answer = ask_lint(open_base([path]), files=[path])

    assert [finding for finding in answer.findings if finding.severity == "error"] == []


def test_unreferenced_page_is_a_warning_only() -> None:
    base = compiled(document(volume("KZ", "KG", "2022", "$1 bln"), sources=[source("Kabar", "2024-01-01")]))

    (finding,) = ask_lint(base).findings

    assert (finding.code, finding.severity) == ("W307", "warning")
