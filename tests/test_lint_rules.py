"""Each rule: a base that breaks it, and a near miss that does not."""

from pathlib import Path
from typing import NamedTuple

import pytest

from builders import (
    Json,
    body,
    compiled,
    country,
    document,
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
    write,
)
from tradefacts.basefile.canonical import format_canonical
from tradefacts.basefile.layers import Layer
from tradefacts.factbase import open_base
from tradefacts.lint import RULES, ask_lint, describe_rules
from tradefacts.lint.contents import Contents
from tradefacts.lint.form import file_is_not_canonical

CHECKS = Path(__file__).parent.parent / "docs" / "checks.md"


class Case(NamedTuple):
    """The input for a rule."""

    fires: Json
    near_miss: Json


def figure(printed: str, value: int, **others: object) -> Json:
    """Return a volume whose value may differ from what is printed."""
    return volume("KZ", "KG", "2022", "$1", value=value) | {"printed": printed} | others


def called(name: str, *aliases: str) -> Json:
    """Return a fact of a person, so that the person is used."""
    return term(person(name, *aliases), "kg-head-of-state", seen_on="2023-05-05")


def printed_by(publisher: str, day: str, printed: str = "$1.3 bln", **others: object) -> Json:
    """Return a volume on a separate page."""
    page = source(publisher, day, **{key: others.pop(key) for key in ("url", "origin") if key in others})
    return volume("KZ", "KG", "2022", printed, source=page, **others)


def story(publisher: str, day: str, printed: str = "$1.1 bln", **others: object) -> list[Json]:
    """Return two volumes on one page."""
    page = source(publisher, day, **others)
    return [volume("KZ", "KG", year, printed, source=page) for year in ("2021", "2022")]


ONE = volume("KZ", "KG", "2022", "$1.3 bln")
TOLD_APART = document(
    *story("Trend", "2024-01-15"),
    *story("Kabar", "2024-01-23"),
    *story("Kun.uz", "2023-12-31", origin="Trend"),
    *story("TASS", "2024"),
    *story("MENAFN", "2024-01-15", printed="$1.2 bln"),
    printed_by("News.az", "2024-01-15", "$1.1 billion"),
)

CASES = {
    "W106": Case(document(), document(ONE)),
    "W107": Case(document(figure("$1", 1, id="1-2-3")), document(figure("$1", 1, id="24-kg-3"))),
    "E108": Case(document(figure("$1", 1, inferred=["scope"])), document(figure("$1", 1, inferred=["period"]))),
    "W109": Case(
        document(called("Cадыр Japarov", "Садыр Japarov")),
        document(called("Sadyr Japarov", "Садыр Жапаров", "ШОС-SCO")),
    ),
    "W110": Case(document(called("Sadyr\u200bJaparov")), document(called("Sadyr Japarov", "می\u200cشود"))),
    "W111": Case(document(called("Sadyr  Japarov")), document(called("Sadyr Japarov", "Садыр Жапаров"))),
    "E112": Case(
        document(event("The presidents met in Astana. They spoke of trade.", "2023-05-05", "KZ", "KG")),
        document(event("Innoprom. Central Asia trade fair", "2023-05-05", "KZ", "KG")),
    ),
    "E201": Case(document(figure("$1.3 bln", 1_350_000_000)), document(figure("$1,340 billion", 1_340_000_000))),
    "E202": Case(
        document(project("KZ", "UZ", 69, "$3.1 billion", jobs=14_000, jobs_printed="14.7 thousand", jobs_bound="=")),
        document(project("KZ", "UZ", 69, "$3.1 billion", jobs=14_700, jobs_printed="14.7 thousand", jobs_bound=">")),
    ),
    "E203": Case(document(figure("более $1 млрд", 1_000_000_000)), document(figure("1 млрд долларов", 1_000_000_000))),
    "E204": Case(document(figure("€5 million", 5_000_000)), document(figure("€5 million", 5_000_000, currency="EUR"))),
    "E205": Case(
        document(figure("5 million", 5_000_000)), document(figure("5 million", 5_000_000, inferred=["currency"]))
    ),
    "E206": Case(
        document(figure("5 million", 5_000_000, currency="USA")),
        document(figure("5 million", 5_000_000, currency="KZT")),
    ),
    "E207": Case(document(figure("5 percent", 5)), document(figure("5 million dollars", 5_000_000))),
    "E208": Case(
        document(volume("KZ", "KG", "2022-01/2022-12", "$1 bln")),
        document(volume("KZ", "KG", "2022-01/2022-11", "$1 bln")),
    ),
    "W209": Case(
        document(volume("KZ", "KG", "2024-01", "$1 bln")),
        document(
            volume("KZ", "KG", "2024-01", "$1 bln", note="stated before the month had ended"),
            volume("KZ", "KG", "2023", "$1"),
        ),
    ),
    "E210": Case(
        document(growth("KZ", "KG", "2022", "13%", base_period="2022-01/2022-06")),
        document(growth("KZ", "KG", "2018-01/2022-12", "13%", base_period="2017")),
    ),
    "W211": Case(
        document(growth("KZ", "KG", "2022-01/2022-07", "13%", base_period="2021")),
        document(growth("KZ", "KG", "2022-01/2022-07", "13%", base_period="2021-01/2021-07")),
    ),
    "E212": Case(
        document(share("KZ", "KG", "2022", "101%")),
        document(share("KZ", "KG", "2022", "100%"), share("KZ", "KG", "2021", "0%")),
    ),
    "W213": Case(
        document(share("KZ", "KG", "2022", "4%", whole_country=None, whole_partner=None)),
        document(
            share("KZ", "KG", "2022", "4%", whole_country=None, whole_partner=None, note="the page does not say whose")
        ),
    ),
    "E214": Case(document(figure("$0", 0)), document(figure("-$5 million", -5_000_000, flow="balance"))),
    "E215": Case(document(growth("KZ", "KG", "2022", "-150%")), document(growth("KZ", "KG", "2022", "-100%"))),
    "E216": Case(document(target("KZ", "KG", "$2 bln", by="2023")), document(target("KZ", "KG", "$2 bln", by="2024"))),
    "E301": Case(
        document(
            printed_by("Trend", "2024-01-15", url="https://www.example.org/a/"),
            printed_by("Kabar", "2023-01-15", url="http://example.org./a"),
        ),
        document(
            printed_by("Trend", "2024-01-15", url="https://example.org/a"),
            printed_by("Kabar", "2023-01-15", url="https://example.org/b"),
        ),
    ),
    "W302": Case(
        document(printed_by("Trend", "2024-01-15", url="https://tаss.com/1")),
        document(printed_by("Trend", "2024-01-15", url="https://tass.com/экономика")),
    ),
    "W303": Case(document(printed_by("Trend", "2024-07-01")), document(printed_by("Trend", "2024-06-30"))),
    "W304": Case(
        document(printed_by("24.kg", "2024-01-15"), printed_by("24 KG", "2023-01-15")),
        document(printed_by("24.kg", "2024-01-15"), printed_by("Kabar", "2023-01-15", origin="24.kg")),
    ),
    "W305": Case(
        document(printed_by("Trend", "2024-01-15", origin="TREND")),
        document(printed_by("MENAFN", "2024-01-15", origin="Trend")),
    ),
    "W306": Case(document(ONE, sources=[source(url=None, title=None)]), document(ONE, sources=[source(url=None)])),
    "W307": Case(document(ONE, people=[person("Sadyr Japarov")]), document(called("Sadyr Japarov"))),
    "E401": Case(
        document(called("Sadyr Japarov"), called("Akylbek Japarov", "Садыр Жапаров", "Sadyr JAPAROV")),
        document(
            ONE,
            offices=[office("KG", "head of state", "President"), office("KZ", "head of state", "President")],
        ),
    ),
    "W402": Case(
        document(called("Sadyr Japarov", "Жапаров"), called("Akylbek Japarov", "ЖАПАРОВ")),
        document(called("Sadyr Japarov", "Садыр Жапаров"), called("Akylbek Japarov", "Акылбек Жапаров")),
    ),
    "W403": Case(
        document(called("Sadyr Japarov", "Japarov"), called("Akylbek Japarov")),
        document(called("Sadyr Japarov", "Japarov"), called("Akylbek Zhaparov")),
    ),
    "E404": Case(
        document(volume("KZ", "UAE", "2022", "$1"), countries=[country("UAE")]),
        document(volume("KZ", "CA5", "2022", "$1")),
    ),
    "W405": Case(
        document(volume("CA5", "EAEU", "2022", "$1 bln")),
        document(volume("CA5", "CA5", "2022", "$1 bln"), volume("CA5", "EU", "2022", "$2")),
    ),
    "W406": Case(
        document(figure("$1", 1, reporter="RU")),
        document(figure("$1", 1, reporter="EAEU"), volume("CA5", "CN", "2022", "$1", reporter="KZ")),
    ),
    "E407": Case(
        document(figure("$1", 1, attributed_to=body("Customs", "KG"), attributed_as="Chairman")),
        document(figure("$1", 1, attributed_to=person("Sadyr Japarov"), attributed_as="President")),
    ),
    "W408": Case(
        document(term("sadyr-japarov", "kg-head-of-state")),
        document(term("sadyr-japarov", "kg-head-of-state", source=source("Kabar", None))),
    ),
    "E409": Case(
        document(term("sadyr-japarov", "kg-head-of-state", start="2021-02", end="2021-01-28")),
        document(term("sadyr-japarov", "kg-head-of-state", start="2021-01-28", end="2021")),
    ),
    "E410": Case(
        document(term("sadyr-japarov", "kg-head-of-state", start="2021-01-28", seen_on="2021-01-27")),
        document(term("sadyr-japarov", "kg-head-of-state", start="2021-01-28", end="2022", seen_on="2021-01")),
    ),
    "E411": Case(
        document(term("sadyr-japarov", "kg-head-of-state", seen_on="2024-01-17")),
        document(term("sadyr-japarov", "kg-head-of-state", seen_on="2024-01-16")),
    ),
    "E412": Case(document(event(None, None, "KZ", "KG")), document(event(None, None, "KZ", "KG", venue="Bishkek"))),
    "E501": Case(
        document(
            volume("KZ", "KG", "2022", "$1.3 bln", flow="imports"),
            volume("KG", "KZ", "2022", "$1.3  BLN", flow="exports"),
        ),
        document(ONE, volume("KZ", "KG", "2022", "$1.3 bln", reporter="KG"), volume("KZ", "KG", "2022", "$1.31 bln")),
    ),
    "W502": Case(
        document(printed_by("Trend", "2024-01-15"), printed_by("Kabar", "2024-01-17")),
        document(
            printed_by("Trend", "2024-01-15"),
            printed_by("Kabar", "2024-01-18"),
            printed_by("MENAFN", "2024-01-15", origin="Trend"),
            printed_by("Kun.uz", "2024-01-15", attributed_to=person("Sadyr Japarov")),
        ),
    ),
    "W504": Case(document(*story("Trend", "2024-01-15"), *story("Kabar", "2024-01")), TOLD_APART),
    "E503": Case(
        document(
            term("almazbek-atambayev", "kg-head-of-state", start="2011-12-01", end="2017-11-24"),
            term("sooronbay-jeenbekov", "kg-head-of-state", start="2017-10-15"),
        ),
        document(
            term("almazbek-atambayev", "kg-head-of-state", start="2011-12-01", end="2017-11-24"),
            term("sooronbay-jeenbekov", "kg-head-of-state", start="2017-11", seen_on="2017-11-24"),
            term("sooronbay-jeenbekov", "kg-head-of-state", seen_on="2017-11-24", acting=True),
            term("roza-otunbayeva", "kg-head-of-state"),
            term("sooronbay-jeenbekov", "kg-foreign-minister", seen_on="2017-01-01"),
        ),
    ),
    "W505": Case(
        document(
            term("yerlan-idrisov", "kz-foreign-minister", end="2002"),
            term("yerlan-idrisov", "kz-foreign-minister", start="2012-09-28"),
        ),
        document(
            term("yerlan-idrisov", "kz-foreign-minister", end="2002"),
            term("kassym-jomart-tokayev", "kz-foreign-minister", seen_on="2003-01-01"),
            term("yerlan-idrisov", "kz-foreign-minister", start="2012-09-28"),
            term("karim-massimov", "kz-head-of-government", start="2007-01", end="2012-09"),
            term("karim-massimov", "kz-head-of-government", start="2014", end="2016-09-08"),
        ),
    ),
    "W506": Case(
        document(
            term("sadyr-japarov", "kg-head-of-government", start="2020-10-06", end="2020-11-14"),
            term("sadyr-japarov", "kg-head-of-government", seen_on="2020-11-15"),
        ),
        document(
            term("karim-massimov", "kz-head-of-government", end="2012-09"),
            term("serik-akhmetov", "kz-head-of-government", seen_on="2013-01-01"),
            term("karim-massimov", "kz-head-of-government", seen_on="2015-07-01"),
            term("sadyr-japarov", "kg-head-of-government", start="2020-10-06", end="2020-11"),
            term("sadyr-japarov", "kg-head-of-government", seen_on="2020-11-15"),
        ),
    ),
}

APART = {"E101", "E102", "E103", "E104", "E105", "E115", "E116"}
"""Rules about files, which have separate tests."""


@pytest.mark.parametrize("code", CASES)
def test_rule_finds_its_defect(code: str) -> None:
    base = compiled(CASES[code].fires)

    found = ask_lint(base, select=[code]).findings

    assert {finding.code for finding in found} == {code}


@pytest.mark.parametrize("code", CASES)
def test_a_rule_accepts_near_misses(code: str) -> None:
    base = compiled(CASES[code].near_miss)

    found = ask_lint(base, select=[code]).findings

    assert [finding.message for finding in found] == []


@pytest.mark.parametrize(
    ("fact", "code", "message"),
    [
        (figure("a lot", 1), "E201", "expected a figure that can be read, found 'a lot': "),
        (figure("$1", 1, id="x" * 121), "W107", "expected at most 120 characters, found 121"),
        (figure("$1", 1, note="x" * 201), "E112", "expected at most 200 characters, found 201: 'xxx"),
        (figure("$1", 1, inferred=["pair"]), "E108", "found 'pair': no key of this record"),
        (project("KZ", "UZ", 1, "$1", jobs=5), "E202", "expected jobs, jobs_printed and jobs_bound together"),
        (event("CIS summit", None), "E412", "expected the places that met, found none"),
        (
            term("sadyr-japarov", "kg-head-of-state", seen_on="2025"),
            "E411",
            "expected a day up to 2024-01-15, found 2025",
        ),
        (printed_by("Trend", "2024-01-15", url="https://[tass.com/1"), "", ""),
        (printed_by("Trend", "2024-01-15", url="https://tаss.com/1"), "W302", "found xn--tss-6cd.com"),
        (printed_by("Trend", "2024-01-15", url="https://.é/1"), "W302", "found '.\\xe9'"),
    ],
)
def test_the_message_names_what_was_found(fact: Json, code: str, message: str) -> None:
    found = ask_lint(compiled(document(fact))).findings

    assert [finding.code for finding in found] == ([code] if code else [])
    assert all(message in finding.message for finding in found)


@pytest.mark.parametrize(
    ("fact", "codes"),
    [
        (figure("$5 billion+", 5_000_000_000), ["E203"]),
        (figure("$5 billion+", 5_000_000_000, bound=">"), []),
        (figure("A$5 billion", 5_000_000_000), ["E204"]),
        (figure("A$5 billion", 5_000_000_000, currency="AUD"), []),
        (figure("5 million manats", 5_000_000, inferred=["currency"]), ["E204"]),
        (figure("5 million manats", 5_000_000, currency="TMT", inferred=["currency"]), []),
        (figure("USD million 757", 1_000_757), ["E201"]),
        (figure("$4 billion (500 million)", 4_500_000_000), ["E201"]),
        (growth("KZ", "UZ", "2022", "115,2%", percent=15.2), []),
        (growth("KZ", "UZ", "2022", "2х", percent=2), ["E201"]),
        (growth("KZ", "UZ", "2022", "вдвое меньше", percent=-50), []),
        (growth("KZ", "UZ", "2022", "24,5%", percent=-75.5), ["E201"]),
        (share("KZ", "UZ", "2022", "115,2%", percent=15.2), ["E207"]),
    ],
)
def test_printed_figure_is_held_against_the_record(fact: Json, codes: list[str]) -> None:
    found = ask_lint(compiled(document(fact)), select=["E201", "E203", "E204", "E205", "E207"]).findings

    assert [finding.code for finding in found] == codes


def test_file_that_fmt_would_change_is_found(tmp_path: Path) -> None:
    path = save(tmp_path / "facts.json", ONE)

    (found,) = ask_lint(open_base([str(path)]), files=[str(path)], select=["E104"]).findings

    assert (found.rule, found.layer, found.line) == ("file_is_not_canonical", str(path), 1)


def test_form_of_a_stream_is_not_asked_about() -> None:
    contents = Contents(compiled(document(ONE)), [Layer("-", None, content=b"{}")])

    assert list(file_is_not_canonical(contents)) == []


def test_file_as_fmt_writes_it_passes(tmp_path: Path) -> None:
    path = tmp_path / "facts.json"
    path.write_bytes(format_canonical(write(document(ONE)).encode(), "facts.json"))

    found = ask_lint(open_base([str(path)]), files=[str(path)], select=["E104"]).findings

    assert list(found) == []


def test_a_withdrawn_id_is_not_used_again_by_a_layer_on_top() -> None:
    lower = document() | {"tradefacts": 2, "withdrawn": [ONE["id"], "other"]}

    found = ask_lint(compiled(lower, document(ONE)), select=["E115"]).findings

    assert [finding.facts for finding in found] == [(ONE["id"],)]


def test_an_id_of_an_earlier_edition_is_on_record_or_withdrawn(tmp_path: Path) -> None:
    earlier = str(save(tmp_path / "earlier.json", ONE, volume("KZ", "KG", "2021", "$1 bln")))
    withdrawn = {"tradefacts": 2, "withdrawn": ["kz-kg-turnover-volume-2021-trend-2024-01-15"]}

    kept = ask_lint(compiled(document(ONE) | withdrawn), select=["E116"], earlier=earlier).findings
    lost = ask_lint(compiled(document(ONE)), select=["E116"], earlier=earlier).findings

    assert kept == []
    assert [finding.message.partition(",")[0] for finding in lost] == [
        "expected 'kz-kg-turnover-volume-2021-trend-2024-01-15' among the records or those withdrawn"
    ]


def test_every_rule_has_a_case_that_fires_and_one_that_comes_near() -> None:
    assert CASES.keys() | APART >= RULES.keys()
    assert CASES.keys() <= RULES.keys()


def test_every_rule_is_documented() -> None:
    documented = CHECKS.read_text(encoding="utf-8")

    rows = [f"| {rule.code} | `{rule.name}` | {rule.severity} | {rule.sentence} |" for rule in describe_rules()]

    assert [row for row in rows if row not in documented] == []


def test_codes_and_names_are_unique() -> None:
    described = describe_rules()

    assert len({rule.code for rule in described}) == len({rule.name for rule in described}) == len(described)
    assert all(rule.sentence.endswith(".") for rule in described)
