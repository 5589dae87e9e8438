"""Reports: one self-contained HTML page, without markup injected by a base."""

from __future__ import annotations

import json
import re
import sys
from html.parser import HTMLParser
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from builders import base, body, growth, person, save, source, target, volume
from running import ask, check_refusal
from screens import DISPUTED, SIDES, SPEAKER, WORLD
from tradefacts.factbase import open_base
from tradefacts.report.contents import make_pair_page
from tradefacts.report.html import format_pair_page, keep_web_address
from tradefacts.report.site import write_site

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from builders import Json

pytest.importorskip("jinja2")
Capture = pytest.CaptureFixture[str]
VOID = {"meta", "br", "img", "link", "input", "hr"}
DRAWN = {"path", "line"}
HOSTILE = '<script>alert(1)</script> & "x" onload=y {{ 7 * 7 }} {% raw %} \u202eabc [9]'


class Page(HTMLParser):
    """A page as a browser reads it: its elements in order, and whether each is closed properly."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(written)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.text += " " if tag in {"td", "th"} else ""

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.text += data

    def list_values(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(name)) is not None]

    def list_tags(self, *tags: str) -> list[str]:
        return [tag for tag, _ in self.elements if tag in tags]


def make_page(facts: Iterable[Json], place: str = "TM", partner: str = "UZ") -> Page:
    return Page(format_pair_page(make_pair_page(base(*facts), place, partner)))


@pytest.fixture(scope="module")
def page() -> Page:
    return make_page(DISPUTED)


def test_page_starts_with_the_answer(page: Page) -> None:
    told = " ".join(page.text.split())

    assert "Turkmenistan – Uzbekistan: trade on record" in told
    assert re.search(r"newest 2024-03-04 Trade was \$1\.1 bn \[1\] in 2023 by Uzbekistan's statistics", told)


def test_a_page_has_chart_figures_goals_contradictions_pages_and_citations(page: Page) -> None:
    for heading in (
        "Turnover",
        "Figures",
        "Goals",
        "What does not go together",
        "Pages cited",
        "Edition and how to cite",
    ):
        assert heading in page.text
    assert page.list_tags("h1", "svg", "table")[:1] == ["h1"]
    assert "≠" in page.text
    assert "according to the Ministry of Investment" in page.text
    assert "edition 2024-06-30" in page.text


def test_a_page_is_self_contained_and_has_no_scripts(page: Page) -> None:
    assert not {*page.list_tags("script", "link", "iframe", "img", "object", "form")}
    assert [name for _, attributes in page.elements for name in attributes if name.startswith("on")] == []
    assert "default-src 'none'" in page.list_values("content")[1]


def test_every_link_leads_to_the_web_or_to_something_on_the_page(page: Page) -> None:
    names = page.list_values("id")
    inside = [link[1:] for link in page.list_values("href") if link.startswith("#")]

    assert len({*names}) == len(names)
    assert {*inside} <= {*names}
    assert all(re.match(r"https?://|#", link) for link in page.list_values("href"))


def test_page_can_be_used_by_readers_who_do_not_see_it(page: Page) -> None:
    levels = [int(tag[1]) for tag in page.list_tags("h1", "h2", "h3", "h4")]

    assert page.list_values("lang")[0] == "en"
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert all(attributes.get("scope") for tag, attributes in page.elements if tag == "th")
    assert len(page.list_tags("caption")) == len(page.list_tags("table"))
    assert [attributes["role"] for tag, attributes in page.elements if tag == "svg" and "role" in attributes] == (
        2 * 2 * ["img"]  # in two currencies, each for wide and for narrow screens
    )
    assert page.text.count("Chart. Turkmenistan – Uzbekistan: turnover, full years, $ bn.") == 2


def test_all_content_of_a_base_is_shown_as_text() -> None:
    page_of_it = source("News", "2024-01-15", title=HOSTILE) | {"publisher": HOSTILE}
    speaker = person(HOSTILE, id="hostile")
    facts = [
        volume("TM", "UZ", "2023", "$1.3 bln", source=page_of_it, attributed_to=speaker, attributed_as=HOSTILE),
        volume("TM", "UZ", "2023", "$1.5 bln", attributed_to=body(HOSTILE, "UZ", id="body"), note=HOSTILE),
        target("TM", "UZ", "$2 bln", horizon=HOSTILE, source=page_of_it),
    ]

    page = make_page(facts)

    assert "script" not in page.list_tags("script")
    assert not any(name.startswith("on") for _, attributes in page.elements for name in attributes)
    assert "<script>alert(1)</script>" in page.text
    assert "{{ 7 * 7 }}" in page.text
    assert "\u202e" not in page.text
    assert "\\u202eabc" in page.text


def test_numbers_in_words_of_a_page_lead_nowhere() -> None:
    page = make_page([volume("TM", "UZ", "2023", "$1.3 bln", source=source("Paper [9]", "2024-01-15"))])

    assert "#page-9" not in page.list_values("href")


@pytest.mark.parametrize(
    ("url", "is_kept"),
    [
        ("https://example.org/a", True),
        ("HTTP://example.org", True),
        ("javascript:alert(1)", False),
        (" https://example.org", False),
        ("data:text/html,x", False),
        (None, False),
    ],
)
def test_only_addresses_of_the_web_become_links(url: str | None, is_kept: bool) -> None:  # noqa: FBT001
    assert keep_web_address(url) == (url if is_kept else None)


@pytest.mark.parametrize("facts", [SPEAKER, SIDES, WORLD], ids=["speaker", "sides", "world"])
def test_every_kind_of_pair_has_a_whole_page(facts: list[Json]) -> None:
    pair = {id(SPEAKER): ("KZ", "KG"), id(SIDES): ("KZ", "UZ"), id(WORLD): ("KZ", "WORLD")}[id(facts)]

    page = make_page(facts, *pair)

    assert page.open == []
    assert {int(link.rpartition("-")[2]) for link in page.list_values("href") if link.startswith("#page-")}


def test_pair_without_a_year_has_a_page_without_a_chart() -> None:
    page = make_page([growth("TM", "UZ", "2023", "5%")])

    assert "svg" not in page.list_tags("svg")
    assert "No turnover for a full year is on record." in page.text


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return save(tmp_path / "b.json", *DISPUTED, *WORLD)


def test_a_report_goes_to_a_file_or_standard_output(capfd: Capture, path: Path, tmp_path: Path) -> None:
    written = tmp_path / "report.html"

    printed = ask(capfd, "--base", path, "report", "TM", "UZ").out
    told = ask(capfd, "--base", path, "report", "TM-UZ", "-o", written).err

    assert told == f"tradefacts: note: wrote {written}\n"
    assert written.read_text(encoding="utf-8") == printed
    assert printed.endswith("</html>\n")


def test_a_report_can_be_about_a_part_of_the_record_and_says_so(capfd: Capture, path: Path) -> None:
    printed = ask(capfd, "--base", path, "report", "TM", "UZ", "--since", "2023", "--reporter", "UZ").out
    page = Page(printed)

    assert "Only claims with since 2023, reporter UZ" in page.text
    assert "$5 bn" not in page.text


def test_a_page_of_balances_has_no_picture(capfd: Capture, path: Path) -> None:
    (path.parent / "balance.json").write_text(
        path.read_text(encoding="utf-8").replace('"flow": "turnover"', '"flow": "balance"'), encoding="utf-8"
    )

    printed = ask(capfd, "--base", path.parent / "balance.json", "report", "TM", "UZ", "--flow", "balance").out

    assert "svg" not in Page(printed).list_tags("svg")


def test_a_page_has_a_picture_for_each_currency() -> None:
    page = make_page([volume("EU", "UZ", "2023", "$6 bln"), volume("EU", "UZ", "2023", "€5 bln")], "EU", "UZ")

    assert "turnover, full years, $ bn." in page.text
    assert "turnover, full years, € bn." in page.text
    assert "Not drawn" not in page.text


def test_report_is_replaced_only_by_force(capfd: Capture, path: Path, tmp_path: Path) -> None:
    written = tmp_path / "report.html"
    written.write_text("mine", encoding="utf-8")

    check_refusal(ask(capfd, "--base", path, "report", "TM", "UZ", "-o", written), 5)

    assert written.read_text(encoding="utf-8") == "mine"
    assert ask(capfd, "--base", path, "report", "TM", "UZ", "-o", written, "--force").status == 0
    assert written.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ((), "a report is of two places, or of all"),
        (("TM",), "expected two places, found 1"),
        (("TM", "UZ", "-o", "report.pdf"), "a report is an HTML page"),
        (("TM", "UZ", "--force"), "--force has no effect without --output"),
        (("--all",), "--all needs a folder"),
        (("TM", "--all", "-o", "site"), "--all is a report of every pair"),
        (("--all", "-o", "site", "--since", "2023"), "--since has no effect with --all"),
        (("TM", "UZ", "--since", "2033"), "nothing that matches the filters is on record about TM and UZ"),
        (("TM", "KZ"), "nothing is on record about KZ and TM"),
    ],
)
def test_report_that_cannot_be_is_refused_in_a_line(
    capfd: Capture, path: Path, arguments: tuple[str, ...], reason: str
) -> None:
    assert reason in check_refusal(ask(capfd, "--base", path, "report", *arguments), 2)[0]


def test_a_missing_library_is_named_with_what_to_install(
    capfd: Capture, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "jinja2", None)

    lines = check_refusal(ask(capfd, "--base", path, "report", "TM", "UZ", "-o", tmp_path / "r.html"), 2)

    assert lines == [
        "tradefacts: error: jinja2 is needed for this and is not installed",
        "hint: pip install 'tradefacts[report]'",
    ]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    path = save(folder / "b.json", *DISPUTED, *WORLD)
    told: list[tuple[int, int]] = []
    number = write_site(
        open_base([str(path)]), str(folder / "site"), is_forced=False, report=lambda *step: told.append(step)
    )
    assert number == 7
    assert told[-1] == (7, 7)
    return folder / "site"


def test_site_has_a_page_and_data_for_each_pair_each_place_and_the_index(site: Path) -> None:
    names = ["KZ", "KZ-WORLD", "TM", "TM-UZ", "UZ", "WORLD", "index"]

    assert sorted(path.name for path in site.iterdir()) == sorted(
        f"{name}.{ending}" for name in names for ending in ("html", "json")
    )
    assert {
        name: json.loads((site / f"{name}.json").read_text(encoding="utf-8"))["command"]
        for name in ("TM-UZ", "TM", "index")
    } == {"TM-UZ": "pair", "TM": "chart", "index": "coverage"}


def test_every_link_of_a_site_leads_to_a_file_of_it(site: Path) -> None:
    for path in site.glob("*.html"):
        page = Page(path.read_text(encoding="utf-8"))
        links = [link for link in page.list_values("href") if not re.match(r"https?://|#", link)]

        assert page.open == []
        assert [link for link in links if not (site / link).exists()] == []


def test_the_index_shows_the_newest_year_of_each_pair_and_its_goal(site: Path) -> None:
    told = " ".join(Page((site / "index.html").read_text(encoding="utf-8")).text.split())

    assert "Edition 2024-06-30: 26 claims about 2 pairs." in told
    assert "Turkmenistan – Uzbekistan 2023 UZ $1.1 bn" in told


def test_site_is_the_same_whenever_it_is_written(site: Path, tmp_path: Path, capfd: Capture) -> None:
    path = site.parent / "b.json"

    ask(capfd, "--base", path, "report", "--all", "-o", tmp_path / "again")

    for written in site.iterdir():
        assert written.read_bytes() == (tmp_path / "again" / written.name).read_bytes()


def test_site_is_replaced_only_by_force(capfd: Capture, path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "KG-TJ.html").write_text("old", encoding="utf-8")

    check_refusal(ask(capfd, "--base", path, "report", "--all", "-o", folder), 5)
    assert [written.name for written in folder.iterdir()] == ["KG-TJ.html"]

    assert ask(capfd, "--base", path, "report", "--all", "-o", folder, "--force").status == 0
    assert not (folder / "KG-TJ.html").exists()
    assert (folder / "TM-UZ.html").exists()


def test_a_folder_with_other_files_is_never_replaced(capfd: Capture, path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "home"
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", encoding="utf-8")

    lines = check_refusal(ask(capfd, "--base", path, "report", "--all", "-o", folder, "--force"), 5)

    assert "it holds 'mine.txt', which this command does not write" in lines[0]
    assert [written.name for written in folder.iterdir()] == ["mine.txt"]
