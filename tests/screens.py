"""A small fixed base and all its main screens, for the golden files and for rules that apply to every screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from builders import Json, base, body, event, growth, office, person, project, share, source, target, term, volume
from tradefacts.audit import ask_audit
from tradefacts.questions.chart import ask_chart
from tradefacts.questions.coverage import ask_coverage
from tradefacts.questions.facts import ask_facts, ask_sources
from tradefacts.questions.officials import ask_officials
from tradefacts.questions.pair import ask_pair
from tradefacts.questions.records import ask_search, ask_show
from tradefacts.questions.series import ask_series
from tradefacts.questions.targets import ask_targets
from tradefacts.questions.timeline import ask_timeline

if TYPE_CHECKING:
    from tradefacts.answer import Answer
    from tradefacts.factbase import FactBase

SMAILOV = person("Alikhan Smailov", "Әлихан Смайылов")
JAPAROV = person("Akylbek Japarov", "Akylbek Zhaparov", "Акылбек Жапаров")
COMMITTEE = body("National Statistics Committee of the Republic of Uzbekistan", "UZ", id="uz-statistics")
INTERFAX = source("Interfax", "2023-09-25", title="Kazakhstan, Kyrgyzstan see 13% trade growth from Jan-July")
KABAR = source("Kazakhstan Today", "2024-02-01", origin="Kabar")
UNKNOWN = source("primeminister.kz", "2024-07-12", url=None, title=None)
UNDATED = source("Kazinform", None)
PREMIER = office("KZ", "head of government", "Prime Minister")
SAID: Json = {"attributed_to": SMAILOV, "attributed_as": "Prime Minister"}

SPEAKER = [
    volume("KZ", "KG", "2022", "$1.3 billion", **SAID, source=INTERFAX),
    growth("KZ", "KG", "2022", "19%", **SAID, source=INTERFAX),
    volume("KZ", "KG", "2023-01/2023-07", "$757 million", **SAID, source=INTERFAX),
    growth("KZ", "KG", "2023-01/2023-07", "13%", **SAID, source=INTERFAX),
    volume("KZ", "KG", "2023-01/2023-11", "$1.3 billion", **SAID, source=KABAR),
    target("KZ", "KG", "$2 billion", **SAID, source=INTERFAX),
    target("KZ", "KG", "$2 billion", "2030", source=KABAR),
    event("11th meeting of the Intergovernmental Council", "2023-09-25", "KG", "KZ", venue="Taraz", source=INTERFAX,
          participants=[SMAILOV, JAPAROV], topics=["water", "transport"]),
    term(SMAILOV, PREMIER, seen_on="2023-09-25", source=INTERFAX),
    term(SMAILOV, PREMIER, start="2022-01-11", end="2024-02-05", source=UNDATED),
    term(JAPAROV, office("KG", "head of government", "Chairman of the Cabinet of Ministers"), seen_on="2023-09-25",
         source=INTERFAX),
    term("serik-zhumangarin", office("KZ", "trade minister", "Minister of Trade and Integration"), seen_on="2023-04",
         source=UNDATED),
]  # fmt: skip
SIDES = [
    volume("KZ", "UZ", "2023", "$4.5 billion", source=UNKNOWN, note="the reference note has $4.4 billion"),
    volume("KZ", "UZ", "2023", "$4.4 billion", source=UNKNOWN),
    volume("KZ", "UZ", "2023", "$4.39 bln", reporter="UZ", attributed_to=COMMITTEE, source=KABAR),
    volume("KZ", "UZ", "2023", "$4.42 bln", reporter="KZ", source=INTERFAX),
    growth("KZ", "UZ", "2023", "29.5%", base_period="2018", source=UNKNOWN, inferred=["base_period"]),
    volume("KZ", "UZ", "2024-01/2024-04", "$1.2 billion", bound=">", source=UNKNOWN),
    volume("KZ", "UZ", "2023", "$3.1 billion", flow="exports", source=UNKNOWN),
    volume("KZ", "UZ", "2023", "$1.3 billion", flow="imports", source=UNKNOWN),
    volume("KZ", "UZ", "2023", "$2 billion", flow="exports", scope="domestic goods", source=UNKNOWN),
    share("KZ", "UZ", None, "57%", whole="all trade in Central Asia", source=UNKNOWN),
    project("KZ", "UZ", 12, "$217 million", status="done", jobs=4500, jobs_printed="4.5 thousand", jobs_bound="~",
            source=UNKNOWN),
    target("KZ", "UZ", "$10 billion", horizon="medium term", source=UNKNOWN),
]  # fmt: skip

ORIENT = source("Orient", "2024-03-04", origin="Turkmenportal")
MINISTRY = body("Ministry of Investment, Industry and Trade of Uzbekistan", "UZ", "ministry", id="uz-ministry")
DISPUTED = [
    volume("TM", "UZ", "2023", "$1.1 bln", reporter="UZ", attributed_to=MINISTRY, source=KABAR),
    volume("TM", "UZ", "2023", "$1.094 bln", source=ORIENT),
    growth("TM", "UZ", "2023", "18.1%", source=ORIENT),
    volume("TM", "UZ", "2023", "€1 bln", source=ORIENT),
    volume("TM", "UZ", "2022", "$5 bln", source="trend-2023-01-10"),
    volume("TM", "UZ", "2022", "$5 bln", source="interfax-2023-01-10"),
    volume("TM", "UZ", "2022", "$4.6 bln", source="uzdaily-2023-01-10"),
    volume("TM", "UZ", "2022", "$5.0 bln", source="kun-2023-01-10"),
    growth("TM", "UZ", "2022", "29.8%", source="kun-2023-01-10"),
    growth("TM", "UZ", "2022", "17.9%", source="uzdaily-2023-01-10"),
    volume("TM", "UZ", "2022", "$3.7 bln", flow="exports", source="kun-2023-01-10"),
    volume("TM", "UZ", "2022", "$3.2 bln", flow="exports", source="uzdaily-2023-01-10"),
    volume("TM", "UZ", "2022", "$1.3 bln", flow="imports", source="kun-2023-01-10"),
    volume("TM", "UZ", "2021", "$900 mln", bound=">", source="newshub-2022-02-01"),
    volume("TM", "UZ", "2021", "$881.900 mln", source="trend-2022-02-01"),
    volume("TM", "UZ", "2021", "$902 mln", reporter="UZ", source="trend-2022-02-01"),
    volume("TM", "UZ", "2018", "$302 mln", source="trend-2019-02-01"),
    volume("TM", "UZ", "2024-01/2024-05", "$500 mln", bound="~", source=ORIENT),
    volume("TM", "UZ", "2023-01/2023-05", "$400.2 mln", reporter="UZ", source=KABAR),
    growth("TM", "UZ", "2024-01/2024-06", "3.2%", source=ORIENT),
    target("TM", "UZ", "$2 bln", horizon="coming years", source=ORIENT),
    target("TM", "UZ", "$1 bln", "2022", source="trend-2022-02-01"),
]  # fmt: skip
WORLD = [
    volume("KZ", "WORLD", "2023", "$139.8 bln", reporter="KZ", source=INTERFAX),
    volume("KZ", "WORLD", "2023", "$78.7 bln", flow="exports", reporter="KZ", source=INTERFAX),
    volume("KZ", "WORLD", "2023", "$61.2 bln", flow="imports", reporter="KZ", source=INTERFAX),
    volume("KZ", "WORLD", "2022", "$134.4 bln", source=KABAR),
]
"""Pairs for the pair screen only, in a separate base, so that other screens do not change."""


def ask_all() -> dict[str, Answer[Any]]:
    """Return the answers of the main screens."""
    facts: FactBase = base(*SPEAKER, *SIDES)
    pairs: FactBase = base(*DISPUTED, *WORLD)
    return {
        "pair-one-speaker": ask_pair(facts, "KZ", "KG"),
        "pair-both-sides": ask_pair(facts, "KZ", "UZ"),
        "pair-year": ask_pair(facts, "KZ", "UZ", year="2023"),
        "pair-disputed": ask_pair(pairs, "TM", "UZ"),
        "pair-all": ask_pair(pairs, "TM", "UZ", everything=True),
        "pair-short": ask_pair(pairs, "TM", "UZ", short=True),
        "pair-world": ask_pair(pairs, "KZ", "WORLD"),
        "chart-pair": ask_chart(pairs, "TM", "UZ"),
        "chart-place": ask_chart(facts, "KZ"),
        "series": ask_series(pairs, "TM", "UZ"),
        "series-flow": ask_series(pairs, "TM", "UZ", flow="exports"),
        "series-all": ask_series(pairs, "TM", "UZ", everything=True),
        "series-partners": ask_series(base(*SPEAKER, *SIDES, *WORLD), "KZ"),
        "targets": ask_targets(facts),
        "timeline": ask_timeline(facts, "KZ"),
        "officials-on": ask_officials(facts, on="2023-09-25"),
        "officials": ask_officials(facts, everything=True),
        "coverage": ask_coverage(facts),
        "search": ask_search(facts, "Жапаров"),
        "search-facts": ask_search(facts, "council"),
        "show-record": ask_show(facts, "akylbek-japarov", "KG"),
        "show-fact": ask_show(facts, SIDES[0]["id"]),
        "sources": ask_sources(facts),
        "facts": ask_facts(facts),
        "audit": ask_audit(facts),
        "empty-pair": ask_pair(facts, "KG", "UZ"),
        "empty-chart": ask_chart(facts, "KG", "UZ"),
        "empty-series": ask_series(facts, "KG", "UZ"),
        "empty-series-partners": ask_series(facts, "KZ", year="2030"),
        "empty-targets": ask_targets(facts, "KG", "UZ"),
        "empty-timeline": ask_timeline(facts, "KZ", since="2030"),
        "empty-officials": ask_officials(facts, "UZ"),
        "empty-coverage": ask_coverage(facts, since="2030"),
        "empty-search": ask_search(facts, "xyz"),
        "empty-sources": ask_sources(facts, "KG", "UZ"),
        "empty-facts": ask_facts(facts, "KG", "UZ"),
    }
