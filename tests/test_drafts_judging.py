"""How a draft's claim compares with the record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import base, growth, share, source, target, volume
from proposing import doubtful, rivalled
from tradefacts.drafts.judging import JUDGED, Judgement, judge
from tradefacts.drafts.record import Record
from tradefacts.factbase.drafted import DraftPage, make_claim
from tradefacts.factbase.selection import Selection

if TYPE_CHECKING:
    from builders import Json

KABAR = source("Kabar", "2024-02-01")


def by(reporter: str, printed: str, **others: object) -> Json:
    """Return the turnover of 2022 by one country's statistics."""
    return volume("KZ", "KG", "2022", printed, reporter=reporter, **others)


def hold(claim: Json, *on_record: Json) -> Judgement:
    """Return how a claim of a draft compares with claims on record."""
    opened = base(*on_record)
    record = Record(lambda code: opened.find_claims(Selection(pair=code, kinds=JUDGED)))
    page = DraftPage()
    rivals = [make_claim(rival, 1, page) for rival in claim.get("rivals", ())]
    return judge(make_claim(claim, 1, page), record, is_sure=claim.get("tier") != "doubtful", rivals=rivals)


@pytest.mark.parametrize(
    ("said", "recorded"),
    [
        ("$1.3 billion", "$1.3 bln"),
        ("$1.3 billion", "$1.317 billion"),
        ("$500 million", "$497.6 million"),  # the draft rounds
        ("$497.6 million", "$500 million"),  # the record does
    ],
)
def test_a_figure_that_can_be_one_on_record_is_supported(said: str, recorded: str) -> None:
    judgement = hold(volume("KZ", "KG", "2022", said), volume("KZ", "KG", "2022", recorded))

    assert judgement.standing == "supported"


def test_about_and_more_than_are_supported_by_figures_they_can_mean() -> None:
    recorded = volume("KZ", "KG", "2022", "$1.317 billion")

    assert hold(volume("KZ", "KG", "2022", "$1.3 billion", bound="~"), recorded).standing == "supported"
    assert hold(volume("KZ", "KG", "2022", "$1.3 billion", bound=">"), recorded).standing == "supported"


@pytest.mark.parametrize("said", ["$130 million", "$600 million"])
def test_a_lower_bound_is_not_supported_by_a_much_larger_figure(said: str) -> None:
    judgement = hold(volume("KZ", "KG", "2022", said, bound=">"), volume("KZ", "KG", "2022", "$1.317 billion"))

    assert judgement.standing == "differs"


def test_a_bound_that_is_true_but_far_from_the_record_says_so() -> None:
    judgement = hold(by("KG", "$1 billion", bound=">"), by("KG", "$1.9 bln"))

    assert (judgement.standing, judgement.reason) == ("differs", "true of $1.9 bn, but far from it")


def test_a_bound_on_record_supports_nothing_but_itself() -> None:
    recorded = volume("KZ", "KG", "2022", "$1.3 bln", bound=">")

    assert hold(volume("KZ", "KG", "2022", "$1.3 bln", bound=">"), recorded).standing == "supported"
    assert hold(volume("KZ", "KG", "2022", "$1.4 bln"), recorded).standing == "unknown"
    assert hold(volume("KZ", "KG", "2022", "$13 bln"), recorded).standing == "differs"
    assert hold(volume("KZ", "KG", "2022", "$1.1 bln"), recorded).standing == "differs"


def test_exports_of_one_are_imports_of_the_other() -> None:
    said = volume("KZ", "KG", "2022", "$800 million", flow="exports")
    recorded = volume("KG", "KZ", "2022", "$800.2 million", flow="imports")

    assert hold(said, recorded).standing == "supported"
    assert hold(said, volume("KZ", "KG", "2022", "$800.2 million", flow="imports")).standing == "unknown"


def test_a_figure_that_its_own_statistics_refuses_is_contradicted() -> None:
    judgement = hold(by("KG", "$1.9 bln"), by("KG", "$1.181 bln"), by("KZ", "$1.4 bln", source=KABAR))

    assert judgement.standing == "contradicted"
    assert judgement.arithmetic == "1,850,000,000–1,950,000,000 against 1,180,500,000–1,181,500,000"


def test_a_figure_without_statistics_is_contradicted_where_both_sides_refuse_it() -> None:
    both = by("KG", "$1.181 bln"), by("KZ", "$1.4 bln", source=KABAR)

    assert hold(volume("KZ", "KG", "2022", "$1.9 bln"), *both).standing == "contradicted"
    assert hold(volume("KZ", "KG", "2022", "$1.9 bln"), both[0]).standing == "differs"
    assert hold(volume("KZ", "KG", "2022", "$1.9 bln"), volume("KZ", "KG", "2022", "$1.1 bln")).standing == "differs"


def test_a_tenfold_slip_is_contradicted_by_one_statistics_alone() -> None:
    judgement = hold(volume("KZ", "KG", "2022", "$11.8 bln"), by("KG", "$1.181 bln"))

    assert (judgement.standing, judgement.reason) == ("contradicted", "10 times as large as on record")


def test_a_million_for_a_billion_is_named() -> None:
    judgement = hold(volume("KZ", "KG", "2022", "$1.3 million"), volume("KZ", "KG", "2022", "$1.3 bln"))

    assert judgement.reason.startswith("1,000 times as small as on record; ")


@pytest.mark.parametrize(
    ("claim", "recorded", "reason"),
    [
        (doubtful(by("KG", "$1.9 bln")), by("KG", "$1.181 bln"), "read with doubt"),
        (by("KG", "$1.2 bln"), by("KG", "$1.12 bln"), "no further apart than revised figures often are"),
        (by("KG", "$1.1 bln"), by("KG", "$1.181 bln"), "true if digits were rounded or cut off"),
        (by("KZ", "$1.9 bln"), by("KG", "$1.181 bln"), "nothing on record by the statistics of KZ"),
        (by("KG", "$1.9 bln"), by("KG", "$1.181 bln", inferred=["period"]), "inferred, not printed"),
        (
            rivalled(by("KG", "$1.181 bln"), volume("KZ", "KG", "2021", "$1.181 bln", reporter="KG")),
            by("KG", "$1.9 bln"),
            "on record if it is of 2021",
        ),
    ],
)
def test_a_claim_that_may_still_be_true_only_differs(claim: Json, recorded: Json, reason: str) -> None:
    other_year = volume("KZ", "KG", "2021", "$1.181 bln", reporter="KG")

    judgement = hold(claim, recorded, other_year)

    assert judgement.standing == "differs"
    assert reason in judgement.reason


def test_a_figure_of_the_other_sides_statistics_is_marked() -> None:
    judgement = hold(by("KZ", "$1.181 bln"), by("KG", "$1.181 bln"), by("KZ", "$1.4 bln", source=KABAR))

    assert judgement.standing == "other statistics"
    assert judgement.reason == "fits the statistics of KG, not of KZ"


def test_a_page_without_statistics_does_not_outweigh_the_statistics_named() -> None:
    judgement = hold(by("KG", "$1.4 bln"), by("KG", "$1.181 bln"), volume("KZ", "KG", "2022", "$1.4 bln", source=KABAR))

    assert judgement.standing == "differs"


def test_a_growth_is_held_against_growth_with_the_same_base() -> None:
    said = growth("KZ", "KG", "2022", "19%")

    assert hold(said, growth("KZ", "KG", "2022", "19.3%", base_period="2021")).standing == "supported"
    assert hold(said, growth("KZ", "KG", "2022", "19.3%", base_period="2019")).standing == "unknown"


def test_a_growth_that_no_page_prints_follows_from_two_figures_or_from_none() -> None:
    figures = volume("KZ", "KG", "2021", "$1.00 bln"), volume("KZ", "KG", "2022", "$1.20 bln")

    assert hold(growth("KZ", "KG", "2022", "20%"), *figures).standing == "derived"
    refused = hold(growth("KZ", "KG", "2022", "50%"), *figures)
    assert (refused.standing, refused.reason) == ("differs", "no two figures on record give it")
    assert len(refused.facts) == 2


def test_a_turnover_that_no_page_prints_follows_from_both_directions() -> None:
    there = volume("KZ", "KG", "2022", "$700 million", flow="exports")
    back = volume("KZ", "KG", "2022", "$300 million", flow="imports")

    assert hold(volume("KZ", "KG", "2022", "$1.0 bln"), there, back).standing == "derived"


def test_a_goal_is_supported_by_the_same_amount_and_never_contradicted() -> None:
    recorded = target("KZ", "KG", "$2 bln", "2030")

    assert hold(target("KZ", "KG", "$2 bln"), recorded).standing == "supported"
    assert hold(target("KZ", "KG", "$3 bln", "2030"), recorded).standing == "differs"


def test_a_share_is_identified_by_the_places_of_its_whole() -> None:
    recorded = share("KZ", "KG", "2022", "2.1 %", whole="Kazakhstan's foreign trade")

    assert hold(share("KZ", "KG", "2022", "2.1 %", whole="overall trade"), recorded).standing == "supported"


def test_the_nearest_claim_can_be_the_same_figure_in_another_year() -> None:
    near = volume("KZ", "KG", "2020", "$1.1 bln"), volume("KZ", "KG", "2018", "$700 million")

    judgement = hold(volume("KZ", "KG", "2019", "$700 million"), *near)

    assert judgement.standing == "unknown"
    assert judgement.nearest is not None
    assert (judgement.nearest.period, judgement.nearest.differs_in) == ("2018", ("period",))


def test_a_rougher_figure_of_another_year_is_not_the_same_one() -> None:
    judgement = hold(volume("KZ", "KG", "2019", "$1.3 billion"), volume("KZ", "KG", "2021", "$1 bln"))

    assert judgement.nearest is not None
    assert not judgement.nearest.fits
    assert judgement.reason == "nothing on record of this"


def test_a_share_of_another_whole_differs_in_the_whole() -> None:
    said = share("KZ", "KG", "2022", "9%") | {"whole": "trade", "whole_country": "KG", "whole_partner": "WORLD"}
    known = share("KZ", "KG", "2022", "5%") | {"whole": "trade", "whole_country": "KZ", "whole_partner": "WORLD"}

    judgement = hold(said, known)

    assert judgement.nearest is not None
    assert judgement.nearest.differs_in == ("whole",)


def test_the_arithmetic_names_a_figure_that_does_refuse_the_claim() -> None:
    known = (
        volume("KZ", "KG", "2022", "$1.2 bln", bound=">"),
        volume("KZ", "KG", "2022", "$1.2 bln", reporter="KG", source=KABAR),
    )

    judgement = hold(volume("KZ", "KG", "2022", "$4.4 billion"), *known)

    assert judgement.arithmetic == "4,350,000,000–4,450,000,000 against 1,150,000,000–1,250,000,000"


def test_an_unreadable_figure_is_compared_with_nothing() -> None:
    said = volume("KZ", "KG", "2022", "$1.3 bln") | {"printed": "an unheard-of sum"}

    assert hold(said, volume("KZ", "KG", "2022", "$1.3 bln")).reason == "its digits cannot be read"


def test_a_pair_without_any_claim_has_nothing_near() -> None:
    assert hold(volume("KZ", "TM", "2022", "$1 bln"), volume("KZ", "KG", "2022", "$1 bln")).nearest is None


def test_a_growth_without_a_period_is_not_used_in_calculations() -> None:
    said = growth("KZ", "KG", "2022", "19%") | {"period": None}

    assert hold(said, volume("KZ", "KG", "2022", "$1 bln")).standing == "unknown"
