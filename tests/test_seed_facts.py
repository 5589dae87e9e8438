"""The built-in base contains the claims of the project's five first articles, including slips and contradictions."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import tradefacts
from tradefacts.cli.main import main

ARTICLES = {
    "000_4715d72466e499af": "kazinform-a3945114",
    "001_9f4147a5f38ccad9": "interfax-94867",
    "002_8e824b60efd429a5": "kazakhstan-today-1377960641",
    "003_eebf8ff32bfe1b68": "turan-news-water-sector-talks",
    "004_a9025d5019e5e59c": "primeminister-kz-2024-07-12",
}
SUMMIT, INTERFAX, KT, TURAN, PRIME = ARTICLES.values()
SEEDS = Path(__file__).parents[1] / "../shared/seeds"
BILLION, MILLION = 10**9, 10**6


@cache
def facts() -> tuple[dict[str, Any], ...]:
    return tuple(json.loads(claim.json) for claim in tradefacts.open().facts().claims)


def find(source: str, **wanted: object) -> list[dict[str, Any]]:
    return [fact for fact in facts() if fact["source"] == source and wanted.items() <= pick(fact, wanted).items()]


def pick(fact: dict[str, Any], keys: dict[str, object]) -> dict[str, Any]:
    return {key: fact.get(key) for key in keys}


@pytest.mark.parametrize(
    ("source", "pair", "flow", "period", "printed", "value", "others"),
    [
        (SUMMIT, "KZ-UZ", "turnover", "2021", "$4,3 billion", 4300 * MILLION, {}),
        (SUMMIT, "KZ-UZ", "turnover", "2022-01/2022-04", "$1,4 billion", 1400 * MILLION, {}),
        (SUMMIT, "KZ-TJ", "turnover", "2021", "$1,1 billion", 1100 * MILLION, {}),
        (INTERFAX, "KG-KZ", "turnover", "2022", "$1.3 billion", 1300 * MILLION, {}),
        (INTERFAX, "KG-KZ", "turnover", "2023-01/2023-07", "$757 million", 757 * MILLION, {}),
        (KT, "KG-KZ", "turnover", "2023-01/2023-11", "$1.3 billion", 1300 * MILLION, {}),
        (TURAN, "KG-KZ", "turnover", "2023-01/2023-11", "$1.3 billion", 1300 * MILLION, {"inferred": ["period"]}),
        (PRIME, "KZ-UZ", "turnover", "2023", "$4.5 billion", 4500 * MILLION, {}),
        (PRIME, "KZ-UZ", "turnover", "2023", "$4.4 billion", 4400 * MILLION, {}),
        (PRIME, "KZ-UZ", "turnover", "2024-01/2024-04", "$1.2 billion", 1200 * MILLION, {"bound": ">"}),
        (PRIME, "KZ-UZ", "exports", "2018", "$2 billion", 2 * BILLION, {"scope": "domestic goods", "country": "KZ"}),
        (PRIME, "KZ-UZ", "exports", "2023", "$3.1 billion", 3100 * MILLION, {"scope": "domestic goods"}),
        (PRIME, "KZ-UZ", "imports", "2023", "$1.3 billion", 1300 * MILLION, {"scope": None, "country": "KZ"}),
    ],
)
def test_volume_is_stored_as_printed(  # noqa: PLR0913 - a row of the table
    source: str, pair: str, flow: str, period: str, printed: str, value: int, others: dict[str, Any]
) -> None:
    wanted = {"bound": "=", "currency": "USD", "printed": printed, "value": value} | others

    assert len(find(source, kind="volume", pair=pair.split("-"), flow=flow, period=period, **wanted)) == 1


@pytest.mark.parametrize(
    ("source", "pair", "flow", "period", "printed", "percent", "others"),
    [
        (SUMMIT, "KZ-UZ", "turnover", "2021", "33%", 33, {}),
        (SUMMIT, "KZ-UZ", "turnover", "2022-01/2022-04", "24,5%", 24.5, {}),
        (SUMMIT, "KZ-TJ", "turnover", "2021", "1,5fold", 50, {}),
        (INTERFAX, "KG-KZ", "turnover", "2022", "19%", 19, {}),
        (INTERFAX, "KG-KZ", "turnover", "2023-01/2023-07", "13%", 13, {}),
        (KT, "KG-KZ", "turnover", "2023-01/2023-11", "12%", 12, {}),
        (TURAN, "KG-KZ", "turnover", "2023-01/2023-11", "12%", 12, {}),
        (PRIME, "KZ-UZ", "turnover", "2023", "29.5%", 29.5, {"base_period": "2018", "inferred": ["base_period"]}),
        (PRIME, "KZ-UZ", "exports", "2023", "56.9%", 56.9, {"base_period": "2018", "scope": "domestic goods"}),
        (PRIME, "KZ-UZ", "imports", "2023", "9.1%", -9.1, {"base_period": "2018", "scope": None}),
    ],
)
def test_growth_is_stored_as_printed(  # noqa: PLR0913 - a row of the table
    source: str, pair: str, flow: str, period: str, printed: str, percent: float, others: dict[str, Any]
) -> None:
    wanted = {"bound": "=", "base_period": None, "printed": printed, "percent": percent} | others

    assert len(find(source, kind="growth", pair=pair.split("-"), flow=flow, period=period, **wanted)) == 1


@pytest.mark.parametrize(
    ("source", "pair", "printed", "value", "others"),
    [
        (SUMMIT, "KZ-UZ", "$10 billion", 10 * BILLION, {}),
        (SUMMIT, "KZ-TJ", "$2 billion", 2 * BILLION, {"horizon": "foreseeable future"}),
        (INTERFAX, "KG-KZ", "$2 billion", 2 * BILLION, {}),
        (KT, "KG-KZ", "$2 billion", 2 * BILLION, {"attributed_to": "alikhan-smailov"}),
        (TURAN, "KG-KZ", "$2 billion", 2 * BILLION, {}),
        (PRIME, "KZ-UZ", "$10 billion", 10 * BILLION, {"horizon": "medium term"}),
    ],
)
def test_target_is_stored_as_printed(source: str, pair: str, printed: str, value: int, others: dict[str, Any]) -> None:
    wanted = {"printed": printed, "value": value, "by": None, "horizon": None} | others

    assert len(find(source, kind="target", pair=pair.split("-"), flow="turnover", **wanted)) == 1


@pytest.mark.parametrize(
    ("status", "projects", "printed", "value", "jobs"),
    [
        ("agreed", 69, "$3.1 billion", 3100 * MILLION, (14700, "14.7 thousand", ">")),
        ("done", 12, "$217 million", 217 * MILLION, (4500, "4.5 thousand", "~")),
        ("under way", 3, "$178 million", 178 * MILLION, (None, None, None)),
    ],
)
def test_project_portfolio_is_stored_as_printed(
    status: str, projects: int, printed: str, value: int, jobs: tuple[object, ...]
) -> None:
    (fact,) = find(PRIME, kind="project", status=status)

    assert (fact["projects"], fact["printed"], fact["value"]) == (projects, printed, value)
    assert (fact["jobs"], fact["jobs_printed"], fact["jobs_bound"]) == jobs


def test_share_of_the_region_is_stored_as_printed() -> None:
    (fact,) = find(PRIME, kind="share")

    assert (fact["printed"], fact["percent"], fact["period"]) == ("57%", 57, None)
    assert fact["whole"] == "all trade in Central Asia"


@pytest.mark.parametrize(
    ("source", "person", "office", "seen_on"),
    [
        (SUMMIT, "alikhan-smailov", "kz-head-of-government", "2022-06"),
        (SUMMIT, "abdulla-aripov", "uz-head-of-government", "2022-06"),
        (SUMMIT, "akylbek-japarov", "kg-head-of-government", "2022-06"),
        (SUMMIT, "kokhir-rasulzoda", "tj-head-of-government", "2022-06"),
        (INTERFAX, "alikhan-smailov", "kz-head-of-government", "2023-09-25"),
        (INTERFAX, "akylbek-japarov", "kg-head-of-government", "2023-09-25"),
        (KT, "alikhan-smailov", "kz-head-of-government", "2024-02-01"),
        (KT, "akylbek-japarov", "kg-head-of-government", "2024-02-01"),
        (TURAN, "alikhan-smailov", "kz-head-of-government", "2024-02"),
        (TURAN, "akylbek-japarov", "kg-head-of-government", "2024-02"),
        (TURAN, "akylbek-japarov", "kg-head-of-presidential-administration", "2024-02"),
        (PRIME, "olzhas-bektenov", "kz-head-of-government", "2024-07-12"),
        (PRIME, "abdulla-aripov", "uz-head-of-government", "2024-07-12"),
        (PRIME, "shavkat-mirziyoyev", "uz-head-of-state", "2024-07-12"),
    ],
)
def test_official_is_seen_on_the_articles_day(source: str, person: str, office: str, seen_on: str) -> None:
    assert len(find(source, kind="term", person=person, office=office, seen_on=seen_on)) == 1


@pytest.mark.parametrize(
    ("spelling", "person"),
    [
        ("Akylbek Zhaparov", "akylbek-japarov"),
        ("Akylbek Japarov", "akylbek-japarov"),
        ("Alikhan Smailov", "alikhan-smailov"),
        ("Abdulla Aripov", "abdulla-aripov"),
        ("Kokhir Rasulzoda", "kokhir-rasulzoda"),
        ("Olzhas Bektenov", "olzhas-bektenov"),
        ("Shavkat Mirziyoyev", "shavkat-mirziyoyev"),
    ],
)
def test_every_spelling_of_the_articles_names_the_official(spelling: str, person: str) -> None:
    assert tradefacts.open().officials(person=spelling, limit=1).query["person"] == person


@pytest.mark.parametrize(
    ("source", "venue", "date", "parties", "participants"),
    [
        (SUMMIT, "Almaty", None, "KZ UZ", {"alikhan-smailov", "abdulla-aripov"}),
        (SUMMIT, "Almaty", None, "KG KZ", {"alikhan-smailov", "akylbek-japarov"}),
        (SUMMIT, "Almaty", None, "KZ TJ", {"alikhan-smailov", "kokhir-rasulzoda"}),
        (INTERFAX, "Taraz", None, "KG KZ", {"alikhan-smailov", "akylbek-japarov"}),
        (KT, "Almaty", None, "KG KZ", {"alikhan-smailov", "akylbek-japarov"}),
        (TURAN, "Almaty", None, "KG KZ", {"alikhan-smailov", "akylbek-japarov"}),
        (PRIME, "Almaty", None, "KZ UZ", {"olzhas-bektenov", "abdulla-aripov"}),
    ],
)
def test_meeting_has_venue_parties_and_participants(
    source: str, venue: str, date: str | None, parties: str, participants: set[str]
) -> None:
    (fact,) = find(source, kind="event", venue=venue, date=date, parties=parties.split())

    assert set(fact["participants"]) == participants


@pytest.mark.parametrize(
    ("source", "publisher", "origin", "published", "has_address"),
    [
        (SUMMIT, "Kazinform", None, "2022-06", True),
        (INTERFAX, "Interfax", None, "2023-09-25", True),
        (KT, "Kazakhstan Today", "Kabar", "2024-02-01", True),
        (TURAN, "Turan News", None, "2024-02", True),
        (PRIME, "primeminister.kz", None, "2024-07-12", False),
    ],
)
def test_page_of_an_article_has_its_printed_date_or_that_of_its_event(
    source: str, publisher: str, origin: str | None, published: str, *, has_address: bool
) -> None:
    page = find(source)[0]["page"]

    assert (page["publisher"], page["origin"], page["published"]) == (publisher, origin, published)
    assert (page["url"] is not None) is has_address


@pytest.mark.parametrize("article", ARTICLES)
def test_each_figure_of_an_article_is_printed_in_it(article: str) -> None:
    path = SEEDS / f"{article}.txt"
    if not path.exists():
        pytest.skip("the articles themselves are not part of the project")
    text = path.read_text(encoding="utf-8")

    printed = {fact[key] for fact in find(ARTICLES[article]) for key in ("printed", "jobs_printed") if fact.get(key)}

    assert printed
    assert [figure for figure in printed if figure not in text] == []


def test_the_command_lists_the_same_facts(capfd: pytest.CaptureFixture[str]) -> None:
    status = main(["facts", "--json"])

    assert status == 0
    assert tuple(json.loads(capfd.readouterr().out)["facts"]) == facts()
