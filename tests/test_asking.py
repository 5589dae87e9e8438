"""Questions from the command line: two places in one word, sorted lists, ambiguous names, pages in the browser."""

from __future__ import annotations

import webbrowser
from typing import TYPE_CHECKING, Any

import pytest

from builders import base, country, person, save, source, volume
from running import ask, check_refusal
from tradefacts.errors import InvalidQueryError, UnknownPlaceError
from tradefacts.questions.coverage import ask_coverage
from tradefacts.questions.explain import ask_explain
from tradefacts.questions.facts import ask_facts, ask_sources
from tradefacts.questions.pair import ask_pair

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


@pytest.mark.parametrize("name", ["KZ-KG", "KZ–KG", "KZ/KG", "Kazakhstan-kyrgyzstan", "Қазақстан – KG"])
def test_one_word_may_name_two_places(name: str) -> None:
    facts = base(volume("KZ", "KG", "2022", "$1 bln"), volume("KZ", "UZ", "2022", "$1 bln"))

    assert len(ask_pair(facts, name).claims) == len(ask_facts(facts, name).claims) == 1
    assert ask_explain(facts, name, "2022").query == ask_explain(facts, "KZ", "KG", "2022").query


def test_the_first_of_two_places_in_one_word_is_the_first_of_the_question() -> None:
    facts = base(
        volume("KZ", "KG", "2022", "$1 bln", flow="exports"), volume("KG", "KZ", "2022", "$2 bln", flow="exports")
    )

    assert [claim.exporter for claim in ask_facts(facts, "KG-KZ", flow="exports").claims] == ["KG"]


def test_a_place_that_has_a_hyphen_in_its_name_is_one_place() -> None:
    guinea = country("GW", name="Guinea-Bissau", aliases=[])
    places = [guinea, country("GN", name="Guinea", aliases=[]), country("BB", name="Bissau", aliases=[])]
    facts = base(volume("GW", "KZ", "2022", "$1 bln"), volume("GN", "BB", "2022", "$1 bln"), countries=places)

    assert ask_facts(facts, "Guinea-Bissau").query == {"place": "GW"}
    assert ask_facts(facts, "Guinea-Bissau–KZ").query == {"pair": ["GW", "KZ"]}


@pytest.mark.parametrize(
    ("places", "error", "message"),
    [
        (["KZ"], InvalidQueryError, "expected two places, found 1"),
        (["KZ-KZ"], InvalidQueryError, "'KZ-KZ' names one country twice"),
        (["KZ-XX"], UnknownPlaceError, "unknown country 'KZ-XX'"),
        (["KZ-KG", "UZ"], UnknownPlaceError, "unknown country 'KZ-KG'"),
    ],
)
def test_a_pair_needs_two_places(places: list[str], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        ask_pair(base(volume("KZ", "KG", "2022", "$1 bln")), *places)


FIGURES = [
    volume("KZ", "KG", "2022", "$2 bln", source=source("B", "2023-01-01")),
    volume("KZ", "KG", "2023", "$1 bln", source=source("A", "2024-01-01")),
    volume("KZ", "UZ", "2021", "$3 bln", source=source("a", None)),
    volume("KZ", "UZ", "2021", "$3 bln", source=source("a", None)),
]


@pytest.mark.parametrize(
    ("key", "figures"),
    [
        (None, ["2022", "2023", "2021", "2021"]),
        ("period", ["2023", "2022", "2021", "2021"]),
        ("published", ["2023", "2022", "2021", "2021"]),
        ("value", ["2021", "2021", "2022", "2023"]),
        ("publisher", ["2023", "2021", "2021", "2022"]),
    ],
)
def test_facts_are_sorted_by_a_key(key: str | None, figures: list[str]) -> None:
    claims = ask_facts(base(*FIGURES), sort=key).claims

    assert [claim.period for claim in claims] == figures


def test_sorting_comes_before_the_limit() -> None:
    assert [claim.period for claim in ask_facts(base(*FIGURES), sort="period", limit=1).claims] == ["2023"]


@pytest.mark.parametrize(
    ("key", "pages"), [("published", ["A", "B", "a"]), ("publisher", ["A", "a", "B"]), ("facts", ["a", "B", "A"])]
)
def test_pages_are_sorted_by_a_key(key: str, pages: list[str]) -> None:
    assert [page.publisher for page in ask_sources(base(*FIGURES), sort=key).result.sources] == pages


@pytest.mark.parametrize(
    ("key", "pairs"),
    [("pair", ["KG", "KZ"]), ("facts", ["KG", "KZ"]), ("newest", ["KG", "KZ"])],
)
def test_coverage_is_sorted_by_a_key(key: str, pairs: list[str]) -> None:
    assert [pair.pair[0] for pair in ask_coverage(base(*FIGURES), sort=key).result.pairs] == pairs


def test_the_screen_keeps_the_order_that_was_asked_for(capfd: Capture, tmp_path: Path) -> None:
    path = save(tmp_path / "b.json", *FIGURES)

    out = ask(capfd, "--base", path, "facts", "--sort", "value").out

    shown = [line[:4] for line in out.splitlines() if line[:4].isdigit()]
    assert shown[:4] == ["2021", "2021", "2022", "2023"]


def test_an_unknown_key_is_refused(capfd: Capture) -> None:
    lines = check_refusal(ask(capfd, "facts", "--sort", "perod"), 2)

    assert lines == ["tradefacts: error: unknown sort key 'perod'", "hint: did you mean period?"]


@pytest.mark.parametrize(
    ("given", "again"),
    [
        (["facts", "--by", "Japarov"], "tradefacts facts --by akylbek-japarov"),
        (["facts", "KZ", "--by=Japarov"], "tradefacts facts KZ --by=akylbek-japarov"),
        (["--width", "60", "facts", "--by", "Japarov"], "tradefacts --width 60 facts --by akylbek-japarov"),
    ],
    ids=lambda value: "" if isinstance(value, str) else value[-1],
)
def test_an_ambiguous_name_ends_with_the_command_to_run_again(capfd: Capture, given: list[str], again: str) -> None:
    lines = check_refusal(ask(capfd, *given), 2)

    assert lines[1].startswith("hint: one of: Akylbek Japarov (akylbek-japarov); Sadyr Japarov (sadyr-japarov)")
    assert lines[1].endswith(f"; then, for the first: {again}")
    assert ask(capfd, *again.split()[1:], "--limit", "1").status == 0


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replace the browser, and return the addresses that it was asked to open."""
    pages: list[str] = []

    def open_page(url: str) -> bool:
        pages.append(url)
        return "closed" not in url

    monkeypatch.setattr(webbrowser, "open", open_page)
    return pages


@pytest.fixture
def path(tmp_path: Path) -> Path:
    facts: list[Any] = [
        volume("KZ", "KG", "2022", "$1 bln"),
        volume("KZ", "KG", "2021", "$1 bln", source=source("None", url=None)),
        volume("KZ", "KG", "2020", "$1 bln", source=source("C", url="https://closed.example")),
    ]
    return save(tmp_path / "b.json", *facts, people=[person("A B")])


@pytest.mark.parametrize("name", ["trend-2024-01-15", "kz-kg-turnover-volume-2022-trend-2024-01-15"])
def test_show_opens_the_page_of_a_claim_or_page_in_the_browser(
    capfd: Capture, opened: list[str], path: Path, name: str
) -> None:
    outcome = ask(capfd, "--base", path, "show", name, "--web")

    assert (outcome.status, opened) == (0, ["https://example.org/trend-2024-01-15"])
    assert outcome.out == ask(capfd, "--base", path, "show", name).out


def test_without_a_browser_the_address_is_printed(capfd: Capture, opened: list[str], path: Path) -> None:
    out = ask(capfd, "--base", path, "show", "c-2024-01-15", "--web").out

    assert opened == ["https://closed.example"]
    assert out.splitlines()[-1] == "https://closed.example"


@pytest.mark.parametrize(
    ("name", "note"),
    [("none-2024-01-15", "no address of none-2024-01-15 is known"), ("a-b", "a-b is not a page and has none")],
)
def test_a_record_without_an_address_opens_nothing(
    capfd: Capture, opened: list[str], path: Path, name: str, note: str
) -> None:
    outcome = ask(capfd, "--base", path, "show", name, "--web")

    assert opened == []
    assert outcome.err == f"tradefacts: note: {note}\n"
