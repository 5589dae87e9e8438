"""Rules for every screen at every width: nothing cut, nothing split, no control characters."""

import re
from functools import cache
from typing import Any

import pytest

from builders import Json, base, event, office, person, project, share, source, target, term, volume
from counting import count_calls
from screens import ask_all
from tradefacts.factbase import FactBase
from tradefacts.questions.facts import ask_facts, ask_sources
from tradefacts.questions.officials import ask_officials
from tradefacts.questions.pair import ask_pair
from tradefacts.questions.records import ask_search, ask_show
from tradefacts.questions.targets import ask_targets
from tradefacts.questions.timeline import ask_timeline
from tradefacts.render import render
from tradefacts.render.screen import Screen

ANSWERS = ask_all()
FEW = (1, 60, 100)
WIDTHS = pytest.mark.parametrize(
    "widths",
    [
        pytest.param(FEW, id="few"),
        pytest.param((*range(1, 90), *range(90, 201, 6)), id="all", marks=pytest.mark.slow),
    ],
)
# Screens that show figures in their short form, which is kept on one line; lists of claims wrap what pages print.
SHORT = ("pair-one-speaker", "pair-both-sides", "targets", "timeline")


BAR = re.compile("[━═╸┄┈▸┊]+")
"""Bars use the available space."""


@cache
def show(name: str, width: int | None = None) -> list[str]:
    """Return the lines of a screen."""
    return render(ANSWERS[name], Screen(width))


def words(lines: list[str]) -> set[str]:
    """Return the words of lines but no bars; a head may stand inside a narrow line, small and with a comma."""
    found = {word.rstrip(",").casefold() for line in lines for word in line.split()}
    return {word for word in found if not BAR.fullmatch(word)}


# Coverage adds up the years that do not fit.
@WIDTHS
@pytest.mark.parametrize("name", [name for name in ANSWERS if name != "coverage"])
def test_no_word_is_ever_cut(name: str, widths: tuple[int, ...]) -> None:
    whole = words(show(name))

    for width in widths:
        lines = show(name, width)
        assert words(lines) <= whole, width


@WIDTHS
@pytest.mark.parametrize("name", SHORT)
def test_no_figure_is_ever_split(name: str, widths: tuple[int, ...]) -> None:
    shown = [claim.shown for claim in ANSWERS[name].claims if claim.shown and " " in claim.shown]
    beginnings = tuple(f" {figure.split(' ')[0]}" for figure in shown)

    for width in widths:
        assert [line for line in show(name, width) if line.endswith(beginnings)] == [], width


@WIDTHS
@pytest.mark.parametrize("name", ANSWERS)
def test_no_line_is_wider_than_the_screen_but_for_one_long_word(name: str, widths: tuple[int, ...]) -> None:
    for width in widths:
        if width < 30:  # a figure kept on one line, with its indent, can take up to 30
            continue
        wide = [line for line in show(name, width) if len(line) > width]
        assert [line for line in wide if len(line.split()) > 1] == [], width


@WIDTHS
@pytest.mark.parametrize("name", ANSWERS)
def test_every_page_cited_is_listed(name: str, widths: tuple[int, ...]) -> None:
    for width in (None, *widths):
        lines = show(name, width)
        listed = {match[1] for line in lines if (match := re.match(r" *(\[[0-9]+\]) ", line))}
        assert set(re.findall(r"\[[0-9]+\]", "\n".join(lines))) == listed, width


@pytest.mark.parametrize("width", [None, 200, 100, 60, 30, 1])
@pytest.mark.parametrize("name", ANSWERS)
def test_without_colour_there_is_nothing_but_text(name: str, width: int | None) -> None:
    lines = show(name, width)

    assert [line for line in lines if line != line.rstrip()] == []


@pytest.mark.parametrize("width", [None, 100, 30])
@pytest.mark.parametrize("name", ANSWERS)
def test_colour_only_repeats_words_and_signs(name: str, width: int | None) -> None:
    coloured = render(ANSWERS[name], Screen(width, has_colour=True))

    assert [re.sub(r"\x1b\[[0-9;]*m", "", line).rstrip() for line in coloured] == show(name, width)


def test_columns_become_one_field_per_line() -> None:
    narrow, narrowest = (show("pair-both-sides", width) for width in (60, 30))

    assert "2023         ?  $4.5 bn [2]  1 on 1 $3.1 bn [2] $1.3 bn [2]" in narrow
    assert "  KZ → UZ  $3.1 bn [2]" in narrowest


def test_numbers_are_aligned() -> None:
    lines = show("coverage")

    assert [line[-4:] for line in lines[3:]] == [" all", "   7", "  12"]


PAYLOADS = [
    "\x1b[31mred",
    "\x1b]0;title\x07",
    "\x1b]8;;http://x\x1b\\link",
    "back\x08\x08space",
    "line\roverwritten",
    "\x9b31m",
    "rig\u202eht-to-left",
    "iso\u2066late\u2069",
    "zero\u200bwidth",
    "soft\u00adhyphen",
    "byte\ufefforder",
    "new\nline",
    "tab\tbed",
    "line\u2028separator",
    "para\u2029graph",
    "tag\U000e0041ged",
]
LITERAL = ["[bold]x[/bold]", "[/nope]", "[link=http://x]y", r"\[", ":smile:", "{x}", "%s", "[red]", "[1]"]


def poisoned(payload: str) -> FactBase:
    """Return a base with the payload in every text of a page or a curator."""
    somebody = person(f"Alikhan {payload}", id="alikhan-smailov")
    page = source(f"Interfax {payload}", "2023-09-25", id="page", origin=f"Kabar {payload}", title=f"Trade {payload}")
    said: Json = {"attributed_to": somebody, "attributed_as": f"Premier {payload}", "note": f"see {payload}"}
    about: Json = {"source": page, **said}
    return base(
        volume("KZ", "KG", "2022", "$1.3 bln", **about),
        volume("KZ", "KG", "2022", "$2 bln", scope=f"goods {payload}", **about),
        share("KZ", "KG", "2022", "24,5%", whole=f"all {payload}", **about),
        target("KZ", "KG", "$2 bln", **{**about, "horizon": f"soon {payload}"}),
        project("KZ", "KG", 12, "$217 mln", jobs=45, jobs_printed="45", jobs_bound="~", **about),
        event(f"Council {payload}", "2023-09-25", "KG", "KZ", venue=f"Taraz {payload}", topics=[payload], source=page),
        term(somebody, office("KZ", "head of government", f"Premier {payload}"), seen_on="2023", source=page),
    )


def show_all(facts: FactBase, screen: Screen) -> str:
    answers: list[Any] = [
        ask_pair(facts, "KZ", "KG"),
        ask_pair(facts, "KZ", "KG", everything=True),
        ask_timeline(facts, "KZ"),
        ask_targets(facts),
        ask_officials(facts),
        ask_sources(facts),
        ask_facts(facts),
        ask_search(facts, "council"),
        ask_show(facts, "page", "alikhan-smailov", "kz-head-of-government"),
    ]
    return "\n".join(line for answer in answers for line in render(answer, screen))


@pytest.mark.parametrize("payload", PAYLOADS, ids=ascii)
def test_signs_that_steer_a_terminal_are_shown_escaped(payload: str) -> None:
    facts = poisoned(payload)
    unseen = "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]"

    for screen in (Screen(), Screen(100), Screen(30)):
        assert not re.search(unseen, show_all(facts, screen))
    assert show_all(facts, Screen()).count("\n") == show_all(poisoned("x"), Screen()).count("\n")


@pytest.mark.parametrize("payload", [*PAYLOADS, *LITERAL], ids=ascii)
def test_data_adds_no_escape_sequence_to_colour(payload: str) -> None:
    coloured = show_all(poisoned(payload), Screen(100, has_colour=True))

    assert not re.search(r"\x1b(?!\[[0-9;]*m)|\x07|\x9b", coloured)


@pytest.mark.parametrize("payload", LITERAL)
def test_markup_in_data_is_literal(payload: str) -> None:
    shown = show_all(poisoned(payload), Screen())

    for word in ("Alikhan", "Interfax", "Kabar", "Trade", "Premier", "see", "goods", "all", "soon", "Council", "Taraz"):
        assert f"{word} {payload}" in shown


@pytest.mark.parametrize("width", [None, 80])
@pytest.mark.parametrize(
    "text",
    ["e" + "\u0301" * 500, "x" * 5_000, "a" + "\u200d" * 500, "🇰🇿" * 500, "a " * 500],
    ids=["combining", "word", "joiners", "flags", "words"],
)
def test_the_work_grows_no_faster_than_the_text(text: str, width: int | None) -> None:
    def count(title: str) -> int:
        page = source("Interfax", "2023-09-25", title=title)
        facts = base(volume("KZ", "KG", "2022", "$1.3 bln", note=title, source=page))
        answers: list[Any] = [ask_pair(facts, "KZ", "KG"), ask_facts(facts)]
        return count_calls(lambda: [render(answer, Screen(width)) for answer in answers])

    once = count(text)

    assert count(text * 4) < 4.4 * once


def test_a_fact_is_shown_with_when_its_page_was_read_and_where_it_is_archived() -> None:
    page = source("Kabar", "2024-02-01", retrieved="2026-11", archived="https://archive.example/1")
    fact = volume("KZ", "KG", "2022", "$1.3 bln", source=page)

    lines = render(ask_show(base(fact), fact["id"]), Screen())

    assert {"page retrieved: 2026-11", "page archived: https://archive.example/1"} <= {*lines}
