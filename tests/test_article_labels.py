"""The labelled articles are consistent, because a wrong label would count as an error of the reader."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from article_labels import FILES, Article, part_of, read_articles, write_part
from tradefacts.period import Period

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Claim = dict[str, object]

REQUIRED = {"id", "language", "published", "text", "claims", "distractors"}
OPTIONAL = {"twin", "constructions"}
PLACES = {"exporter", "importer"}, {"pair", "flow"}
AMOUNTS = {"volume": "value", "target": "value", "growth": "percent", "share": "percent"}
DETAILS = {"reporter", "attributed_to", "currency", "note"}
OWN_DETAILS = {"growth": {"base_period"}, "target": {"by"}}
FLOWS = {"turnover", "balance", "exports", "imports"}
BOUNDS = {"=", "~", "<", ">"}
CODES = {
    *"AE AF AM AZ BE BY CH CN CZ DE EE FI FR GB GE HU IN IQ IR IT JP KG KR KW KZ LT LU LV MD MN NL PK PL".split(),  # noqa: SIM905 - a list of codes reads best on one line
    *"RU SA TJ TM TR UA US UZ VN CA5 CIS EAEU EU WORLD".split(),  # noqa: SIM905 - the same
}
SAID = ("kind", "exporter", "importer", "pair", "flow", "period", "value", "percent", "bound", "base_period", "by")
"""Keys that twins have in common; names of people and printed words differ by language."""
CONSTRUCTIONS = set(
    re.findall(r"^- `([a-z-]+)`: ", FILES[0].with_name("README.md").read_text(encoding="utf-8"), re.MULTILINE)
)

NUMBER = re.compile(r"\d+(?:[ ,\u00a0]\d{3})*(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)?")
SCALES = {
    "trillion|trln|трлн|триллион": 10**12,
    "billion|bln|bn|млрд|миллиард": 10**9,
    "million|mln|mn|млн|миллион": 10**6,
    "thousand|тыс": 10**3,
}

ARTICLES = read_articles()


def each_claim() -> Iterator[tuple[str, Article, Claim]]:
    """Yield every claim with its article and a name for messages."""
    for article in ARTICLES:
        for claim in article["claims"]:
            yield f"{article['id']}: {claim['kind']} {claim['printed']!r}", article, claim


def get_places(claim: Claim) -> list[object]:
    pair = claim.get("pair")
    return list(pair) if isinstance(pair, list) else [claim["exporter"], claim["importer"]]


def read_number(digits: str) -> Decimal:
    """Read a number that is grouped by spaces or commas and has a point or a comma before its decimals."""
    whole = re.sub(r"[ ,\u00a0](?=\d{3}(?!\d))", "", digits)
    return Decimal(whole.replace(",", "."))


def read_amounts(printed: str) -> set[Decimal]:
    """Return the possible amounts of the digits: each number at each scale, and sums ("2 млрд 40 млн")."""
    scales = [size for words, size in SCALES.items() if re.search(words, printed)]
    numbers = [read_number(digits) for digits in NUMBER.findall(printed)]
    sums = {one * 10**9 + other * 10**6 for one, other in pairwise(numbers)} if len(scales) > 1 else set()
    return {number * scale for number in numbers for scale in scales} | sums


def read_changes(printed: str) -> set[Decimal]:
    """Return the possible meanings of the digits in percent: a rise, a fall, a level or a factor."""
    numbers = [read_number(digits) for digits in NUMBER.findall(printed)]
    return {
        round(change, 1)
        for number in numbers
        for change in (number, -number, number - 100, number * 100 - 100, 100 / number - 100)
    }


def test_there_are_enough_articles_in_both_languages() -> None:
    languages = Counter(article["language"] for article in ARTICLES)

    assert len(ARTICLES) >= 150
    assert set(languages) == {"en", "ru"}
    assert min(languages.values()) >= 60


def test_no_two_articles_share_an_id_or_a_text() -> None:
    ids = [article["id"] for article in ARTICLES]
    texts = [article["text"] for article in ARTICLES]

    assert len(set(ids)) == len(ids)
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_articles_have_the_keys_of_their_format(path: Path) -> None:
    faults = [article["id"] for article in read_articles(path) if not REQUIRED <= set(article) <= REQUIRED | OPTIONAL]

    assert faults == []


def test_claims_have_the_keys_of_their_kind() -> None:
    faults = []
    for name, _, claim in each_claim():
        kind = str(claim["kind"])
        places = PLACES["pair" in claim]
        required = {"kind", "printed", "bound", AMOUNTS[kind], *places}
        if kind != "target":
            required.add("period")
        if not required <= set(claim) <= required | DETAILS | OWN_DETAILS.get(kind, set()):
            faults.append(name)

    assert faults == []


def test_claims_name_known_flows_and_bounds() -> None:
    faults = [
        name
        for name, _, claim in each_claim()
        if claim.get("flow", "turnover") not in FLOWS or claim["bound"] not in BOUNDS
    ]

    assert faults == []


def test_places_and_reporters_are_codes() -> None:
    faults = [name for name, _, claim in each_claim() if not {*get_places(claim), claim.get("reporter", "KZ")} <= CODES]

    assert faults == []


def test_a_pair_is_in_the_order_of_its_codes() -> None:
    faults = [
        name
        for name, _, claim in each_claim()
        if "pair" in claim and get_places(claim) != sorted(map(str, get_places(claim)))
    ]

    assert faults == []


@pytest.mark.parametrize("key", ["period", "base_period"])
def test_periods_are_written_in_their_canonical_form(key: str) -> None:
    written = [(name, str(claim[key])) for name, _, claim in each_claim() if claim.get(key) is not None]

    assert [(name, text) for name, text in written if str(Period.parse(text)) != text] == []


def test_no_figure_is_of_a_time_after_the_article() -> None:
    faults = [
        name
        for name, article, claim in each_claim()
        if claim.get("period") and Period.parse(str(claim["period"])).last > Period.parse(article["published"][:7]).last
    ]

    assert faults == []


def test_every_claim_is_printed_in_its_text() -> None:
    faults = [name for name, article, claim in each_claim() if str(claim["printed"]) not in article["text"]]

    assert faults == []


def test_every_distractor_is_printed_in_its_text() -> None:
    faults = [
        (article["id"], printed)
        for article in ARTICLES
        for printed in article["distractors"]
        if printed not in article["text"]
    ]

    assert faults == []


def test_values_are_the_amounts_of_the_printed_digits() -> None:
    faults = []
    for name, _, claim in each_claim():
        amounts = read_amounts(str(claim["printed"]))
        if "value" in claim and amounts and Decimal(str(claim["value"])) not in amounts:
            faults.append(name)

    assert faults == []


def test_values_printed_without_a_scale_keep_their_digits() -> None:
    faults = []
    for name, _, claim in each_claim():
        numbers = NUMBER.findall(str(claim["printed"]))
        if "value" in claim and numbers and not read_amounts(str(claim["printed"])):
            scales = {Decimal(str(claim["value"])) / read_number(digits) for digits in numbers}
            if not scales & {Decimal(1), Decimal(10**3), Decimal(10**6), Decimal(10**9)}:
                faults.append(name)

    assert faults == []


def test_percentages_match_the_printed_digits() -> None:
    faults = []
    for name, _, claim in each_claim():
        changes = read_changes(str(claim["printed"]))
        if "percent" in claim and changes and round(Decimal(str(claim["percent"])), 1) not in changes:
            faults.append(name)

    assert faults == []


def test_shares_are_parts_of_a_whole() -> None:
    faults = [
        name
        for name, _, claim in each_claim()
        if claim["kind"] == "share" and not 0 < Decimal(str(claim["percent"])) <= 100
    ]

    assert faults == []


def test_some_articles_claim_nothing() -> None:
    assert sum(not article["claims"] for article in ARTICLES) >= 20


def test_at_least_twenty_pairs_of_twins_say_the_same_in_both_languages() -> None:
    by_id = {article["id"]: article for article in ARTICLES}
    twins = [(article, by_id[article["twin"]]) for article in ARTICLES if article.get("twin")]

    def said(article: Article) -> list[str]:
        return sorted(json.dumps([claim.get(key) for key in SAID]) for claim in article["claims"])

    assert len(twins) >= 2 * 20
    assert [
        one["id"] for one, other in twins if other["twin"] != one["id"] or other["language"] == one["language"]
    ] == []
    assert [one["id"] for one, other in twins if said(one) != said(other)] == []


def test_twins_are_in_one_part_so_that_none_gives_the_other_away() -> None:
    by_id = {article["id"]: article for article in ARTICLES}
    parted = [
        article["id"]
        for article in ARTICLES
        if article.get("twin") and part_of(article) != part_of(by_id[article["twin"]])
    ]

    assert parted == []


def test_both_parts_are_large_enough_to_measure_on() -> None:
    parts = Counter(part_of(article) for article in ARTICLES)

    assert min(parts["training"], parts["measured"]) >= 60


def test_the_training_part_is_written_without_the_measured_one() -> None:
    stream = io.StringIO()

    write_part("training", stream)

    written = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert {part_of(article) for article in written} == {"training"}
    assert len(written) == sum(part_of(article) == "training" for article in ARTICLES)


def test_constructions_are_those_that_the_guide_explains() -> None:
    used = {construction for article in ARTICLES for construction in article.get("constructions", ())}

    assert used == CONSTRUCTIONS
