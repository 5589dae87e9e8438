"""Sentences about trade: every variant for a head, a citation or a short answer."""

import pytest

from tradefacts.wording.figures import (
    WrittenFigure,
    format_change,
    format_computed_change,
    format_reported,
    split_bound,
)
from tradefacts.wording.sentences import (
    format_advice,
    format_agreement,
    format_both_sides,
    format_change_of_other,
    format_dispute,
    format_dispute_among_others,
    format_figure_sentence,
    format_last_by,
    format_nothing,
    format_only_change,
    format_refused_change,
    format_support,
    format_voices,
    format_whose,
)
from tradefacts.wording.subjects import Speaker, format_place, format_statistics, format_subject, get_verb

MINISTRY = Speaker("Trend", "2026-02-01", "Ministry of Trade of Uzbekistan", is_body=True)
KHOVAR = Speaker("Khovar", "2026-02-18")
UNDATED = Speaker("UzDaily")
FIGURE = WrittenFigure("$4.97 bn [1]")


@pytest.mark.parametrize(
    ("shown", "figure", "in_words"),
    [
        ("$4.97 bn", WrittenFigure("$4.97 bn"), "$4.97 bn"),
        (">$2 bn", WrittenFigure("$2 bn", ">"), "more than $2 bn"),
        ("<$2 bn", WrittenFigure("$2 bn", "<"), "less than $2 bn"),
        ("≈$4 bn", WrittenFigure("$4 bn", "~"), "about $4 bn"),
    ],
)
def test_bound_is_a_sign_in_lists_and_words_in_sentences(shown: str, figure: WrittenFigure, in_words: str) -> None:
    assert split_bound(shown) == figure
    assert str(figure) == shown
    assert figure.in_words == in_words


@pytest.mark.parametrize(
    ("change", "written"),
    [
        (WrittenFigure("+11.4 % [1]"), "up 11.4 % [1] on 2024"),
        (WrittenFigure("−3 %"), "down 3 % on 2024"),
        (WrittenFigure("+20 %", ">"), "up more than 20 % on 2024"),
        (WrittenFigure("−20 %", "~"), "down about 20 % on 2024"),
        (WrittenFigure("×1.5", "~"), "up by a factor of about 1.5 on 2024"),
        (WrittenFigure("÷2"), "down by a factor of 2 on 2024"),
        (WrittenFigure("0 %"), "changed by 0 % on 2024"),
    ],
    ids=str,
)
def test_change_says_its_direction_in_words(change: WrittenFigure, written: str) -> None:
    assert format_change(change, "2024") == written


@pytest.mark.parametrize(
    ("speaker", "written"),
    [
        (MINISTRY, "the Ministry of Trade of Uzbekistan (Trend, 2026-02-01)"),
        (Speaker("Trend", "2024", "Ranking.kz", is_body=True), "Ranking.kz (Trend, 2024)"),
        (Speaker("24.kg", None, "A. Japarov", "Premier"), "A. Japarov, Premier (24.kg, page undated)"),
        (Speaker("24.kg", None, "A. Japarov", "“премьер”"), "A. Japarov, “премьер” (24.kg, page undated)"),
        (Speaker("24.kg", "2024-05", "A. Japarov"), "A. Japarov (24.kg, 2024-05)"),
        (Speaker("VVP Today", "2022-04-30", agency="Sputnik"), "Sputnik (VVP Today, 2022-04-30)"),
        (Speaker("Sputnik", "2022-04-30", agency="Sputnik"), "Sputnik (2022-04-30)"),
        (KHOVAR, "Khovar (2026-02-18)"),
        (UNDATED, "UzDaily (page undated)"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_speaker_is_whom_the_page_names_else_its_agency_else_its_publisher(speaker: Speaker, written: str) -> None:
    assert str(speaker) == written


def test_a_figure_is_a_sentence_with_who_says_it_and_when() -> None:
    change = format_change(WrittenFigure("+11.4 % [1]"), "2024")

    assert format_figure_sentence(FIGURE, "2025", MINISTRY, change=change) == (
        "Trade was $4.97 bn [1] in 2025, up 11.4 % [1] on 2024, "
        "according to the Ministry of Trade of Uzbekistan (Trend, 2026-02-01)."
    )
    assert format_figure_sentence(WrittenFigure("$2 bn [1]", ">"), "2025", UNDATED) == (
        "Trade was more than $2 bn [1] in 2025, according to UzDaily (page undated)."
    )


def test_a_figure_of_known_statistics_says_whose() -> None:
    sentence = format_figure_sentence(WrittenFigure("$48.7 bn"), "2025", KHOVAR, reporter="China", change="up 11 %")

    assert sentence == ("Trade was $48.7 bn in 2025 by China's statistics, up 11 %, according to Khovar (2026-02-18).")


def test_a_computed_change_says_what_from() -> None:
    change = format_computed_change("+5 %", WrittenFigure("$4 bn [2]", "~"), "2024")

    assert format_figure_sentence(FIGURE, "2025", KHOVAR, change=change) == (
        "Trade was $4.97 bn [1] in 2025 (+5 % by calculation from ≈$4 bn [2] in 2024), "
        "according to Khovar (2026-02-18)."
    )


def test_a_change_from_elsewhere_or_refused_is_a_sentence_of_its_own() -> None:
    change, earlier = WrittenFigure("+22.5 % [1]"), "$702.7 m [2] in 2024"

    assert format_change_of_other(change, "2024", MINISTRY) == (
        "It was up 22.5 % [1] on 2024, says the Ministry of Trade of Uzbekistan (2026-02-01)."
    )
    assert format_refused_change(change, "2024", "+2.2 %", earlier) == (
        "It says up 22.5 % [1] on 2024 ≠ the two figures on record give +2.2 % ($702.7 m [2] in 2024)."
    )
    assert format_refused_change(change, "2024", "+2.2 %", earlier, MINISTRY).startswith(
        "The Ministry of Trade of Uzbekistan says up 22.5 % [1] on 2024 ≠"
    )
    assert format_only_change(change, KHOVAR) == "Only a change: +22.5 % [1], Khovar (2026-02-18)."


def test_voices_say_who_agrees_and_who_does_not() -> None:
    fitting, other = WrittenFigure("$500 m [2]", ">"), WrittenFigure("$846.1 m [3]")
    alone = format_agreement(has_others=False)

    assert format_voices(format_support(1, 1), alone, format_advice(FIGURE, 1)) == (
        "1 voice on 1 page; no second figure on record. Quote with the speaker."
    )
    assert format_support(6, 7) == "6 voices on 7 pages"
    assert format_agreement(has_others=True) == "nobody contradicts it"
    assert format_agreement([fitting], has_others=True) == "nobody contradicts it; >$500 m [2] fits"
    assert format_agreement([fitting, other], has_others=True).endswith("; >$500 m [2] and $846.1 m [3] fit")
    assert format_agreement([fitting], [other], has_others=True).endswith("; >$500 m [2] fits; near $846.1 m [3]")
    assert format_dispute(other, UNDATED) == "disputed: ≠ $846.1 m [3], UzDaily (page undated)"
    assert format_dispute(other, UNDATED, 1).endswith("UzDaily (page undated) and 1 more")
    assert format_dispute_among_others(other, fitting) == "disputed: $846.1 m [3] ≠ >$500 m [2], both fit it"


@pytest.mark.parametrize(
    ("bound", "voices", "contradicting", "is_change_refused", "advice"),
    [
        ("=", 2, 0, False, "Quote as it stands."),
        ("=", 1, 0, False, "Quote with the speaker."),
        (">", 1, 0, False, "Quote with the speaker and “more than”."),
        ("~", 3, 0, False, "Quote with “about”."),
        ("=", 2, 1, False, "Quote both figures, each with its speaker."),
        (">", 1, 2, False, "Quote all figures, each with its speaker."),
        ("=", 2, 0, True, "Quote as it stands, without the change."),
        ("=", 1, 1, True, "Quote both figures, each with its speaker, without the change."),
    ],
)
def test_advice_says_what_a_quotation_needs(
    bound: str, voices: int, contradicting: int, advice: str, *, is_change_refused: bool
) -> None:
    figure = WrittenFigure("$2 bn", bound)

    written = format_advice(figure, voices, contradicting=contradicting, is_change_refused=is_change_refused)

    assert written == advice


def test_statistics_are_named_or_called_unnamed() -> None:
    ours, theirs = WrittenFigure("$41 bn [3]"), WrittenFigure("$30.1 bn [4]")

    assert format_whose(None) == "Statistics not named."
    assert format_whose("China", format_both_sides("2023", (ours, "CN"), (theirs, "KZ"))) == (
        "China's statistics; say so. Both sides in 2023: $41 bn [3] by CN, $30.1 bn [4] by KZ."
    )
    assert format_whose(None, format_last_by("KG", ours, "2023")) == (
        "Statistics not named. Last by KG: $41 bn [3] in 2023."
    )
    assert format_reported(ours, "CN") == "$41 bn [3] by CN"
    assert [format_reported(ours, None), format_reported(ours, None, is_named=True)] == [
        "$41 bn [3]",
        "$41 bn [3] by ?",
    ]


def test_nothing_on_record_names_the_places() -> None:
    assert format_nothing(["China", "Russia"]) == "Nothing on record about China and Russia."


@pytest.mark.parametrize(
    ("flow", "country", "partner", "options", "subject"),
    [
        ("turnover", "Kazakhstan", "Uzbekistan", {}, "trade between Kazakhstan and Uzbekistan"),
        ("turnover", "Kazakhstan", "European Union", {}, "trade between Kazakhstan and the European Union"),
        ("turnover", "Central Asia", "Central Asia", {}, "trade within Central Asia"),
        ("turnover", "Tajikistan", "World", {"is_world": True}, "Tajikistan's total trade"),
        ("exports", "Tajikistan", "World", {"is_world": True}, "Tajikistan's total exports"),
        ("exports", "Kazakhstan", "China", {}, "Kazakhstan's exports to China"),
        ("imports", "Kazakhstan", "China", {}, "Kazakhstan's imports from China"),
        ("balance", "United States", "China", {}, "the United States' trade balance with China"),
        ("exports", "China", "Russia", {"scope": "farm goods"}, "China's exports to Russia (farm goods)"),
    ],
)
def test_subject_says_what_a_figure_is_of(
    flow: str, country: str, partner: str, options: dict[str, str], subject: str
) -> None:
    assert format_subject(flow, country, partner, **options) == subject  # type: ignore[arg-type]  # as written above


def test_names_of_places_fit_into_a_sentence() -> None:
    assert [
        format_place(name)
        for name in ("China", "World", "Czech Republic", "United Arab Emirates", "Shanghai Cooperation Organization")
    ] == [
        "China",
        "the world",
        "the Czech Republic",
        "the United Arab Emirates",
        "the Shanghai Cooperation Organization",
    ]
    assert format_statistics("Kazakhstan") == "Kazakhstan's statistics"
    assert [get_verb(flow) for flow in ("turnover", "exports", "imports", "balance")] == ["was", "were", "were", "was"]
