"""`tradefacts add KIND`, once called `new`: templates, and records added to a base."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from builders import Json, body, document, event, office, person, project, save, source, target, term, volume, write
from running import ask, check_refusal
from tradefacts.basefile.canonical import format_canonical
from tradefacts.cli.main import main
from tradefacts.curating.adding import add_record
from tradefacts.curating.fields import KINDS, Field
from tradefacts.curating.filling import fill_record, parse_settings
from tradefacts.curating.naming import find_free, propose_id
from tradefacts.errors import AmbiguousNameError, FactBaseError, InvalidQueryError, TradefactsError, UnknownNameError
from tradefacts.factbase import open_base

PAGE = source("Trend", "2024-01-15", url="https://trend.az/1")
SAID = {
    "source": "trend-2024-01-15",
    "country": "KZ",
    "partner": "KG",
    "flow": "turnover",
    "period": "2023",
    "printed": "$1.5 bln",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    known = (
        volume("KZ", "KG", "2022", "$1.3 bln", source=PAGE, attributed_to=body("Statistics", "KG", id="kg-statistics")),
        term(person("Sadyr Japarov", "Садыр Жапаров"), office("KG", "head of state"), seen_on="2023-05-05"),
        term(person("Akylbek Japarov", "Japarov A."), office("KG", "head of government"), seen_on="2023-05-05"),
    )
    path = save(tmp_path / "facts.json", *known)
    path.write_bytes(format_canonical(path.read_bytes(), "facts.json"))
    return path


def fill(path: Path, kind: str = "volume", **given: str) -> Json:
    return fill_record(kind, given, open_base([str(path)]), None)


def run_new(path: Path, kind: str, **given: str) -> int:
    return main(["add", kind, "--into", str(path), *_set(given)])


def read_facts(path: Path) -> dict[str, Json]:
    return {fact["id"]: fact for fact in json.loads(path.read_text(encoding="utf-8"))["facts"]}


@pytest.mark.parametrize("kind", KINDS)
def test_template_has_every_key_and_without_comments_fits_a_base(kind: str, capfd: pytest.CaptureFixture[str]) -> None:
    status = main(["new", kind])

    lines = capfd.readouterr().out.splitlines()
    record = json.loads("\n".join(line for line in lines if not line.strip().startswith("//")))
    section = {"person": "people", "body": "bodies", "country": "countries"}.get(kind, f"{kind}s")
    section = section if kind in {"country", "group", "person", "office", "body", "source"} else "facts"
    empty: dict[str, Any] = {"tradefacts": 1, "as_of": "2024", "title": None, "licence": None, "facts": []}
    assert status == 0
    assert lines[0].startswith(f"// Template of a record: {kind}.")
    assert format_canonical(json.dumps(empty | {section: [record]}).encode(), "template")
    assert sum(line.startswith("  // ") for line in lines) == len(record)


def test_unknown_kind_is_refused_with_the_nearest(capfd: pytest.CaptureFixture[str]) -> None:
    statuses = [main(["new", "volum"]), main(["new", "xyz"])]

    captured = capfd.readouterr().err
    assert statuses == [2, 2]
    assert "hint: did you mean volume?" in captured
    assert "hint: one of: volume, growth" in captured


def test_value_currency_and_id_follow_from_the_rest(path: Path) -> None:
    record = fill(path, **SAID)

    assert record == {
        "id": "kz-kg-turnover-volume-2023-trend-2024-01-15",
        "kind": "volume",
        "source": "trend-2024-01-15",
        "attributed_to": None,
        "attributed_as": None,
        "note": None,
        "inferred": [],
        "country": "KZ",
        "partner": "KG",
        "flow": "turnover",
        "reporter": None,
        "period": "2023",
        "value": 1_500_000_000,
        "currency": "USD",
        "printed": "$1.5 bln",
        "bound": "=",
        "scope": None,
    }
    assert list(record) == list(volume("KZ", "KG", "2023", "$1.5 bln"))


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("country", "казахстан", "KZ"),
        ("source", "https://trend.az/1", "trend-2024-01-15"),
        ("attributed_to", "Садыр Жапаров", "sadyr-japarov"),
        ("attributed_to", "kg-statistics", "kg-statistics"),
        ("period", "2023-01/2023-12", "2023"),
        ("note", "null", None),
        ("note", "", None),
        ("inferred", " period ;note; ", ["period", "note"]),
    ],
)
def test_texts_are_converted_to_the_type_of_the_key(key: str, text: str, value: object, path: Path) -> None:
    assert fill(path, **SAID | {key: text})[key] == value


@pytest.mark.parametrize(
    ("key", "text", "message"),
    [
        ("country", "Narnia", "'Narnia' is not among the countries or groups"),
        ("source", "trend-2024-01-16", "'trend-2024-01-16' is not among the sources"),
        (
            "flow",
            "export",
            r"flow: expected turnover \(exports \+ imports\), exports, imports or balance, found 'export'",
        ),
        ("period", "2023-13", "^period: invalid period '2023-13'"),
        ("printed", "a lot", "cannot read the figure"),
        ("value", "1.5 bln", "value: expected whole units"),
        ("value", "1.5", "value: expected whole units"),
        ("currency", "$", "currency: expected an ISO 4217 code"),
    ],
)
def test_text_that_cannot_be_read_is_refused(key: str, text: str, message: str, path: Path) -> None:
    with pytest.raises(TradefactsError, match=message):
        fill(path, **SAID | {key: text})


@pytest.mark.parametrize(
    ("kind", "given", "hint"),
    [
        ("volume", {"partner": "Kyrgystan"}, "did you mean Kyrgyzstan (KG)?"),
        ("volume", {"partner": "Atlantis"}, "add it first with 'tradefacts add … --into …'"),
        ("event", {"parties": "KZ, KG"}, "separate several by semicolons: --set 'parties=KZ;KG'"),
    ],
)
def test_a_name_that_is_not_on_record_is_refused_with_the_fix(
    kind: str, given: dict[str, str], hint: str, path: Path
) -> None:
    with pytest.raises(UnknownNameError) as caught:
        fill(path, kind, **given)

    assert caught.value.hint == hint


def test_missing_keys_are_named_together(path: Path) -> None:
    with pytest.raises(
        InvalidQueryError, match="missing: country, partner, flow, period, printed, value, currency, id"
    ):
        fill(path, source="trend-2024-01-15")


def test_doubtful_figure_is_asked_about(path: Path) -> None:
    with pytest.raises(InvalidQueryError, match="missing: value") as caught:
        fill(path, **SAID | {"printed": "$1,942 billion"})

    assert caught.value.hint == "add --set value=… ('$1,942 billion' can mean 1942000000 or 1942000000000)"


def test_currency_that_is_not_printed_is_listed_as_inferred(path: Path) -> None:
    given = SAID | {"printed": "1.5 billion", "currency": "USD"}

    assert fill(path, **given)["inferred"] == ["currency"]
    assert fill(path, **given, inferred="currency;period")["inferred"] == ["currency", "period"]


def test_jobs_follow_from_their_printed_number(path: Path) -> None:
    given = {"source": "trend-2024-01-15", "country": "KZ", "partner": "KG", "status": "agreed", "projects": "69"}

    record = fill(path, "project", **given, printed="$3.1 billion", jobs_printed="14.7 thousand", jobs_bound=">")

    assert (record["jobs"], record["jobs_bound"], record["id"]) == (
        14_700,
        ">",
        "kz-kg-projects-agreed-trend-2024-01-15",
    )
    assert fill(path, "project", **given, printed="$3.1 billion")["jobs_bound"] is None


@pytest.mark.parametrize(("said", "acting"), [({}, None), ({"acting": "true"}, True), ({"acting": "false"}, False)])
def test_acting_is_true_or_false_and_otherwise_left_out(path: Path, said: dict[str, str], acting: bool | None) -> None:  # noqa: FBT001 - a table
    given = {
        "source": "trend-2024-01-15",
        "person": "sadyr-japarov",
        "office": "kg-head-of-state",
        "start": "2020-10-16",
    }

    assert fill(path, "term", **given, **said)["acting"] is acting


def test_acting_is_no_other_word(path: Path) -> None:
    given = {"source": "trend-2024-01-15", "person": "sadyr-japarov", "office": "kg-head-of-state", "acting": "perhaps"}

    with pytest.raises(InvalidQueryError, match="acting: expected true if"):
        fill(path, "term", **given)


def test_growth_may_be_a_decimal(path: Path) -> None:
    given = {key: text for key, text in SAID.items() if key != "printed"}

    assert fill(path, "growth", **given, printed="9.1%")["percent"] == 9.1
    assert fill(path, "growth", **given, printed="9.1%", percent="-9.1")["percent"] == -9.1


def test_a_plus_after_a_figure_is_its_bound(path: Path) -> None:
    record = fill(path, **SAID | {"printed": "$1.5 bln+"})

    assert (record["value"], record["bound"]) == (1_500_000_000, ">")


def test_growth_that_may_be_an_index_is_not_concluded(path: Path) -> None:
    with pytest.raises(InvalidQueryError) as failure:
        fill(path, "growth", **SAID | {"printed": "115,2%"})

    assert "can mean 115.2 or 15.2" in str(failure.value.hint)


def test_share_is_no_index(path: Path) -> None:
    given = {"whole": "total trade", "whole_country": "KZ", "whole_partner": "KG", "printed": "92,4%"}

    assert fill(path, "share", **SAID | given)["percent"] == 92.4


def test_name_of_two_records_is_refused(path: Path) -> None:
    base = save(path, term(person("A B", "X"), "kg-head-of-state"), term(person("C D", "X"), "kg-head-of-state"))

    with pytest.raises(AmbiguousNameError, match="'X' names 2 records"):
        fill(base, "term", person="X")


def test_near_id_is_suggested(path: Path) -> None:
    with pytest.raises(UnknownNameError) as caught:
        fill(path, "term", person="Sadyr Zhaparov")

    assert caught.value.hint == "did you mean sadyr-japarov?"


@pytest.mark.parametrize(
    ("setting", "message", "hint"),
    [
        ("country", "expected key=value, found 'country'", "keys of a volume: id, kind, source"),
        ("contry=KZ", "a volume has no key 'contry'", "did you mean country?"),
        ("xyz=KZ", "a volume has no key 'xyz'", "one of: id, kind, source"),
    ],
)
def test_settings_name_a_key(setting: str, message: str, hint: str) -> None:
    with pytest.raises(InvalidQueryError, match=re.escape(message)) as caught:
        parse_settings("volume", [setting])

    assert (caught.value.hint or "").startswith(hint)


@pytest.mark.parametrize(
    ("kind", "record", "name"),
    [
        ("target", target("KZ", "KG", "$1.5 bln", source="kabar-1"), "kz-kg-turnover-target-1-5-bn-kabar-1"),
        (
            "target",
            target("KZ", "KG", "500 million tenge", source="kabar-1"),
            "kz-kg-turnover-target-500-m-kzt-kabar-1",
        ),
        ("target", target("KZ", "KG", "$7", source="kabar-1"), "kz-kg-turnover-target-7-kabar-1"),
        ("volume", volume("KZ", "KG", "2023-01/2023-07", "$1", source="a"), "kz-kg-turnover-volume-2023-01-2023-07-a"),
        ("project", project("KZ", "UZ", 3, "$1", status="under way", source="a"), "kz-uz-projects-under-way-a"),
        ("term", term("sadyr-japarov", "kg-head-of-state", source="a"), "sadyr-japarov-kg-head-of-state-a"),
        (
            "event",
            event("Visit of Sadyr Japarov to Kazakhstan", None, "KG", "KZ", source="a"),
            "kg-kz-visit-sadyr-japarov-a",
        ),
        ("event", event(None, None, "KG", "KZ", source="a"), "kg-kz-meeting-a"),
        ("event", event("Summit", None, "A", "B", "C", "D", "E", source="x"), "a-b-c-others-summit-x"),
        ("source", source("Trend", url="https://trend.az/casia/2024/01/15/3999999.html"), "trend-3999999"),
        ("source", source("24.kg", "2024-05-01", url=None), "24-kg-2024-05-01"),
        (
            "source",
            source("Azattyk", None, url=None, title="Two presidents met again in Bishkek"),
            "azattyk-two-presidents-met-again-in",
        ),
        ("person", person("Қасым-Жомарт Tokayev", id="x"), "tokayev"),
        ("office", office("KG", "head of state"), "kg-head-of-state"),
        ("body", body("Customs Service", "KG", "customs"), "kg-customs"),
        ("body", body("Eurasian Development Bank", None, "development bank"), "eurasian-development-bank"),
    ],
)
def test_the_id_is_built_from_the_record(kind: str, record: Json, name: str, path: Path) -> None:
    assert propose_id(kind, record, open_base([str(path)])) == name


@pytest.mark.parametrize(
    ("ids", "name"),
    [
        (["24-kg-1", "24-kg-2"], "24-kg-3999999"),
        (["tca-6005"], "tca-3999999"),
        (["iica-uz-words"], "news-3999999"),
        (["a-1", "b-2"], "news-3999999"),
    ],
)
def test_page_is_named_as_the_others_of_its_publisher(ids: list[str], name: str, tmp_path: Path) -> None:
    pages = [source("News", f"2024-01-0{at}", id=one) for at, one in enumerate(ids, start=1)]
    base = save(tmp_path / "facts.json", volume("KZ", "KG", "2022", "$1"), sources=pages)

    assert propose_id("source", source("News", url="https://x.org/3999999"), open_base([str(base)])) == name


def test_free_id_has_the_first_free_number() -> None:
    assert find_free("a", {"b"}) == "a"
    assert find_free("a", {"a", "a-2"}) == "a-3"


def test_record_is_added_in_its_place_and_printed(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    status = run_new(path, "volume", **SAID)

    captured = capfd.readouterr()
    name = "kz-kg-turnover-volume-2023-trend-2024-01-15"
    assert status == 0
    assert json.loads(captured.out) == read_facts(path)[name]
    assert captured.err == f"tradefacts: note: added {name} to {path}: turnover KZ–KG 2023: $1.5 bn\n"
    assert format_canonical(path.read_bytes(), "facts.json") == path.read_bytes()


@pytest.mark.parametrize(
    ("kind", "given", "name"),
    [
        ("source", {"publisher": "Kabar", "url": "https://kabar.kg/news/123456", "published": "2024"}, "kabar-123456"),
        ("person", {"name": "Nurlan Baibazarov", "aliases": "Нурлан Байбазаров"}, "nurlan-baibazarov"),
        ("office", {"country": "KG", "name": "Minister", "role": "trade minister"}, "kg-trade-minister"),
        ("body", {"name": "Customs Service", "country": "KG", "role": "customs"}, "kg-customs"),
        ("group", {"code": "OTS", "name": "Turkic States", "members": "KZ;KG"}, "OTS"),
    ],
)
def test_records_that_no_fact_names_yet_are_added(kind: str, given: dict[str, str], name: str, path: Path) -> None:
    status = run_new(path, kind, **given)

    assert status == 0
    assert open_base([str(path)]).find_record(name) is not None


def test_a_warning_is_shown_and_does_not_prevent_adding(path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    status = run_new(path, "volume", **SAID | {"period": "2024"})

    assert status == 0
    assert "tradefacts: warning: W209 period ends after publication: " in capfd.readouterr().err


def test_taken_id_gets_a_number_unless_it_was_given(path: Path) -> None:
    statuses = [
        run_new(path, "volume", **SAID | {"period": "2022", "printed": text}) for text in ("$1.4 bln", "$1.5 bln")
    ]

    assert statuses == [0, 0]
    assert {f"kz-kg-turnover-volume-2022-trend-2024-01-15{end}" for end in ("", "-2", "-3")} <= read_facts(path).keys()
    assert run_new(path, "volume", **SAID, id="kg-statistics") == 2
    assert run_new(path, "country", code="KZ", name="Kazakhstan") == 2


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"period": "2022", "printed": "$1.3 bln", "attributed_to": "kg-statistics"}, "E501"),
        ({"value": "1"}, "E201"),
        ({"id": "Not An Id"}, ""),
    ],
)
def test_record_that_breaks_a_rule_is_not_added(wrong: dict[str, str], code: str, path: Path) -> None:
    before = path.read_bytes()

    status = run_new(path, "volume", **SAID | wrong)

    assert status == (4 if code else 2)
    assert path.read_bytes() == before


def test_all_errors_of_a_record_are_reported(path: Path) -> None:
    record = fill(path, **SAID) | {"value": 1, "period": "2023-01/2023-12"}

    with pytest.raises(FactBaseError, match="was not added: 2 faults") as caught:
        add_record("volume", record, str(path))

    assert [finding.code for finding in caught.value.findings] == ["E201", "E208"]


def test_record_may_point_into_a_base_below(path: Path, tmp_path: Path) -> None:
    mine = tmp_path / "mine.json"
    mine.write_text(write({**document(), "facts": []}), encoding="utf-8")

    status = main(["--base", str(path), "new", "volume", "--into", str(mine), *_set(SAID | {"period": "2022"})])

    assert status == 0
    assert list(read_facts(mine)) == ["kz-kg-turnover-volume-2022-trend-2024-01-15-2"]


def test_stream_cannot_be_added_to() -> None:
    with pytest.raises(InvalidQueryError, match="a stream cannot be changed"):
        add_record("volume", {}, "-")


def test_missing_keys_are_asked_for_after_those_they_depend_on(path: Path) -> None:
    asked: list[tuple[str, str]] = []
    answers = {"printed": "$1,942 billion", "value": "1942000000", "period": "2023"}

    def ask(field: Field, proposed: str, read: Any) -> Any:  # noqa: ANN401 - any value
        asked.append((field.name, proposed))
        return read(answers.get(field.name, proposed))

    given = {key: text for key, text in SAID.items() if key not in answers}
    record = fill_record("volume", given, open_base([str(path)]), ask)

    assert asked == [("period", ""), ("printed", ""), ("value", "")]
    assert (record["value"], record["currency"]) == (1_942_000_000, "USD")


def test_everything_is_asked_for_if_nothing_was_given(path: Path) -> None:
    asked: list[str] = []

    def ask(field: Field, proposed: str, read: Any) -> Any:  # noqa: ANN401 - any value
        asked.append(field.name)
        return read(SAID.get(field.name, proposed))

    record = fill_record("volume", {}, open_base([str(path)]), ask)

    assert record == fill(path, **SAID)
    assert asked[-3:] == ["value", "currency", "id"]
    assert len(asked) == len(record) - 1


def test_terminal_is_asked_until_the_answer_can_be_read(
    path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr("sys.stdin", Terminal("2023-13\n2023\n"))

    status = run_new(path, "volume", **{key: text for key, text in SAID.items() if key != "period"})

    captured = capfd.readouterr()
    assert status == 0
    assert "period: invalid period '2023-13': a year has the months 01 to 12; expected a year" in captured.err
    assert json.loads(captured.out)["period"] == "2023"


@pytest.mark.slow
def test_curators_at_once_lose_nothing(path: Path) -> None:
    before = len(read_facts(path))
    commands = [
        [
            sys.executable,
            "-m",
            "tradefacts",
            "new",
            "volume",
            "--into",
            str(path),
            *_set(SAID | {"printed": f"${at} mln"}),
        ]
        for at in range(1, 9)
    ]

    children = [subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) for command in commands]
    statuses = [child.wait() for child in children]

    assert statuses == [0] * 8
    assert len(read_facts(path)) == before + 8
    assert [one.name for one in path.parent.iterdir()] == ["facts.json"]


def _set(given: dict[str, str]) -> list[str]:
    return [part for key, text in given.items() for part in ("--set", f"{key}={text}")]


def test_stream_is_refused_before_it_is_read(capfd: pytest.CaptureFixture[str]) -> None:
    lines = check_refusal(ask(capfd, "add", "person", "--into", "-", "--set", "name=A B"), 2)

    assert lines == ["tradefacts: error: a stream cannot be changed", "hint: name a file"]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (["name=A", "name=B"], "name is set twice, to 'A' and 'B'"),
        (["name=A", "name=A"], "name is set twice, to 'A' and 'A'"),
    ],
)
def test_key_that_is_set_twice_is_refused(settings: list[str], message: str) -> None:
    with pytest.raises(InvalidQueryError, match=f"^{message}$"):
        parse_settings("person", settings)


def test_setting_without_a_base_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    assert "--set has no effect on a template" in check_refusal(ask(capfd, "add", "person", "--set", "name=A"), 2)[0]
