"""How dates, numbers, places and speakers are written for people."""

import pytest

from builders import base, body, growth, person, source, term, volume
from builders import office as make_office
from tradefacts.questions.facts import ask_facts
from tradefacts.render.claims import format_figure
from tradefacts.render.screen import Screen
from tradefacts.render.words import Writer, count, count_in_words, format_period
from tradefacts.render.wrapping import TIE
from tradefacts.wording.figures import WrittenFigure


@pytest.mark.parametrize(
    ("period", "written"),
    [
        ("2022", "2022"),
        ("2023-05", "May 2023"),
        ("2023-01/2023-07", "Jan–Jul 2023"),
        ("2016-11/2017-03", "Nov 2016–Mar 2017"),
        ("2018-01/2022-12", "2018–2022"),
        ("2018-02/2022-12", "Feb 2018–Dec 2022"),
        ("2018-01/2022-11", "Jan 2018–Nov 2022"),
        (None, "no period"),
    ],
)
def test_period_is_written_as_people_do(period: str | None, written: str) -> None:
    assert format_period(period) == written


def test_numbers_come_with_their_noun() -> None:
    assert [count(number, "claim") for number in (0, 1, 2, 3119)] == ["0 claims", "1 claim", "2 claims", "3,119 claims"]
    assert count(2, "entry", "entries") == "2 entries"
    assert [count_in_words(number, "year") for number in (1, 7, 13)] == ["one year", "seven years", "13 years"]


@pytest.mark.parametrize(
    ("said", "speaker"),
    [
        ({"attributed_to": person("Alikhan Smailov"), "attributed_as": "Premier"}, "Alikhan Smailov, Premier"),
        ({"attributed_to": body("Statistics Committee", "KZ")}, "Statistics Committee"),
        ({"source": source("Menafn", "2023-01-01", origin="Trend")}, "Trend"),
        ({}, "Trend"),
    ],
    ids=["person", "body", "origin", "publisher"],
)
def test_the_speaker_is_the_one_named_or_the_origin_or_the_publisher(said: dict[str, str], speaker: str) -> None:
    answer = ask_facts(base(volume("KZ", "KG", "2022", "$1 bln", **said)))

    assert Writer(answer).format_speaker(answer.claims[0]) == speaker


def test_pages_are_numbered_as_they_come_up_and_no_more_are_cited_than_asked() -> None:
    pages = [source(f"Page {number}", "2024-01-15") for number in range(1, 7)]
    answer = ask_facts(
        base(*(volume("KZ", "KG", str(2010 + at), "$1 bln", source=page) for at, page in enumerate(pages)))
    )
    writer = Writer(answer)
    ids = [claim.id for claim in answer.claims]

    cited = [writer.cite(ids[2:4]).plain, writer.cite(ids).plain, writer.cite([*ids[:2], *ids[:2]], most=2).plain]

    assert cited == ["[1] [2]", f"[1] [2] [3] [4]{TIE}+2", "[3] [4]"]
    assert [line.plain[:22] for line in writer.format_sources()] == [
        "[1] 2024-01-15  Page 3",
        "[2] 2024-01-15  Page 4",
        "[3] 2024-01-15  Page 1",
        "[4] 2024-01-15  Page 2",
    ]


def test_a_page_is_a_line_with_its_date_publisher_agency_and_who_speaks_there() -> None:
    page = source("Menafn", "2023-01-01", origin="Trend")
    said = {"attributed_to": person("Alikhan Smailov"), "source": page}
    answer = ask_facts(base(volume("KZ", "KG", "2022", "$1 bln", **said), volume("KZ", "KG", "2021", "$1 bln", **said)))

    in_pipe, on_screen = Writer(answer), Writer(answer, Screen(100, has_addresses=False))
    for writer in (in_pipe, on_screen):
        writer.cite(answer.claims)

    line = "[1] 2023-01-01  Menafn (from Trend): Alikhan Smailov"
    assert [written.plain for written in in_pipe.format_sources()] == [f"{line}  https://example.org/menafn-2023-01-01"]
    assert [written.plain for written in on_screen.format_sources()] == [line]


def test_a_figure_for_a_sentence_has_the_number_of_its_page_and_its_bound_apart() -> None:
    answer = ask_facts(base(volume("KZ", "KG", "2022", "$1 bln", bound=">")))

    figure = Writer(answer).format_figure(answer.claims[0])

    assert figure == WrittenFigure("$1\xa0bn\xa0[1]", ">")


@pytest.mark.parametrize(
    ("words", "language", "office"),
    [
        ("Premier", "en", "Premier"),
        ("премьер-министр", "ru", "Prime Minister"),
        ("министр", "ru", "“министр”"),
    ],
)
def test_office_of_a_speaker_is_in_english_or_in_quotation_marks(words: str, language: str, office: str) -> None:
    somebody = person("Alikhan Smailov")
    said = {"attributed_to": somebody, "attributed_as": words, "source": source("Trend", language=language)}
    holds = term(somebody, "kz-head-of-government", source="a-2023-01-01")
    offices = [
        {**make_office("KZ", "head of government", "Prime Minister"), "aliases": ["премьер-министр"]},
        {**make_office("KG", "head of government", "Chairman of the Cabinet"), "aliases": ["премьер-министр"]},
    ]
    answer = ask_facts(base(volume("KZ", "KG", "2022", "$1 bln", **said), holds, offices=offices))

    (claim,) = (claim for claim in answer.claims if claim.kind == "volume")

    assert Writer(answer).find_speaker(claim).office == office


@pytest.mark.parametrize(
    ("percent", "bound", "shown"),
    [(6.0, "=", "6%"), (-6.0, "=", "6%, a fall"), (-6.0, ">", ">6%, a fall"), (-6.0, "<", "<6%, a fall")],
)
def test_a_fall_is_called_one_where_the_page_prints_no_minus(percent: float, bound: str, shown: str) -> None:
    facts = base(growth("KZ", "KG", "2022", "6%", percent=percent, bound=bound))

    assert format_figure(ask_facts(facts).claims[0]) == shown
