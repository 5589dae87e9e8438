"""Planted contradictions, one by one, and for each rule near misses that are no contradictions.

Each has the rule that finds it, its severity and its cause. The name of a page ends with its date.
"""

from __future__ import annotations

from typing import NamedTuple

from builders import Json, growth, office, share, source, target, term, volume

A, B, C = "kabar-2023-02-01", "kazinform-2023-02-02", "akipress-2024-03-03"
"""Pages of three publishers, the third a year later."""

MINISTER = office("KZ", "trade minister", "Minister of Trade")
FOREIGN = office("KZ", "foreign minister", "Minister of Foreign Affairs")
ABROAD = office("KG", "trade minister", "Minister of Economy of Kyrgyzstan")


class Plant(NamedTuple):
    """Facts with one contradiction."""

    name: str
    facts: list[Json]
    code: str
    severity: str
    cause: str | None


def both(period: str, printed: str, **others: object) -> Json:
    """Return a turnover of Kazakhstan and Kyrgyzstan on the first page."""
    return volume("KZ", "KG", period, printed, **{"source": A, **others})


def sent(period: str, printed: str, **others: object) -> Json:
    """Return Kazakhstan's exports to Kyrgyzstan."""
    return both(period, printed, **{"flow": "exports", **others})


def got(period: str, printed: str, **others: object) -> Json:
    """Return Kazakhstan's imports from Kyrgyzstan."""
    return both(period, printed, **{"flow": "imports", **others})


def grew(period: str, printed: str, **others: object) -> Json:
    """Return a growth of the turnover of Kazakhstan and Kyrgyzstan, with the year before as its stated base."""
    before = period.replace("2022", "2021").replace("2023", "2022")
    return growth("KZ", "KG", period, printed, **{"source": A, "base_period": before, **others})


def counted(facts: list[Json]) -> list[Json]:
    """Return facts with one reporter, so that contradictions are not differences between statistics."""
    return [fact | {"reporter": fact["reporter"] or "KZ"} for fact in facts]


def held(person: str, record: Json, **others: object) -> Json:
    """Return a person in an office."""
    return term(person, record, **{"source": A, **others})


READINGS = [
    Plant(
        "far apart",
        [both("2022", "$1.3 billion"), both("2022", "$1.6 billion", source=B)],
        "A101",
        "possible",
        "whose statistics",
    ),
    Plant(
        "touching",
        [both("2022", "$4.4 billion"), both("2022", "$4.5 billion", source=B)],
        "A101",
        "possible",
        "cause not known",
    ),
    Plant(
        "touching on one page",
        [both("2022", "$4.4 billion"), both("2022", "$4.5 billion")],
        "A101",
        "possible",
        "same page",
    ),
    Plant(
        "one page", [both("2022", "$4.4 billion"), both("2022", "$4.9 billion")], "A101", "contradiction", "same page"
    ),
    Plant(
        "zeros",
        [both("2022", "$500 million"), both("2022", "$523 million", source=B)],
        "A101",
        "possible",
        "trailing zeros",
    ),
    Plant(
        "zeros of percent", [grew("2022", "30%"), grew("2022", "32.1%", source=B)], "A101", "possible", "trailing zeros"
    ),
    Plant(
        "zeros on one page",
        [both("2022", "$500 million"), both("2022", "$523 million")],
        "A101",
        "possible",
        "trailing zeros",
    ),
    Plant(
        "billions for millions",
        counted([both("2022", "$1.317 billion"), both("2022", "$1.317 million", source=B)]),
        "A101",
        "contradiction",
        "scale slip",
    ),
    Plant(
        "thousands for millions",
        counted([sent("2022", "$42.5 million"), sent("2022", "$42.5 thousand", source=B)]),
        "A101",
        "contradiction",
        "scale slip",
    ),
    Plant(
        "dollars for millions",
        [both("2022", "$757 million"), both("2022", "$757", source=B)],
        "A101",
        "possible",
        "scale slip",
    ),
    Plant(
        "last year's figure",
        counted(
            [
                both("2021", "$1.19 billion", source=C),
                both("2022", "$1.41 billion"),
                both("2022", "$1.19 billion", source=B),
            ]
        ),
        "A101",
        "contradiction",
        "copy of an older figure",
    ),
    Plant(
        "the figure of two years ago",
        counted(
            [
                both("2020", "$980 million", source=C),
                both("2022", "$1.41 billion"),
                both("2022", "$980 million", source=B),
            ]
        ),
        "A101",
        "contradiction",
        "copy of an older figure",
    ),
    Plant(
        "last year's growth",
        counted([grew("2022", "17.4%", source=C), grew("2023", "24.8%"), grew("2023", "17.4%", source=B)]),
        "A101",
        "contradiction",
        "copy of an older figure",
    ),
    Plant(
        "eleven months taken for the year",
        counted(
            [
                both("2022-01/2022-11", "$1.2 billion", source=C),
                both("2022", "$1.4 billion"),
                both("2022", "$1.2 billion", source=B),
            ]
        ),
        "A101",
        "contradiction",
        "period misread",
    ),
    Plant(
        "the year taken for eleven months",
        counted(
            [
                both("2022", "$1.4 billion", source=C),
                both("2022-01/2022-11", "$1.2 billion"),
                both("2022-01/2022-11", "$1.4 billion", source=B),
            ]
        ),
        "A101",
        "contradiction",
        "period misread",
    ),
    Plant(
        "growth over years taken for one",
        counted(
            [grew("2023", "38%", base_period="2019", source=C), grew("2023", "11.6%"), grew("2023", "38%", source=B)]
        ),
        "A101",
        "contradiction",
        "period misread",
    ),
    Plant(
        "growth against nobody says what",
        [grew("2022", "11%"), grew("2022", "27%", source=B, base_period=None)],
        "A101",
        "possible",
        "period misread",
    ),
    Plant(
        "period concluded",
        [both("2022", "$1.3 billion"), both("2022", "$1.6 billion", source=B, inferred=["period"])],
        "A101",
        "possible",
        "period misread",
    ),
    Plant(
        "one of them is the Kyrgyz figure",
        [
            both("2022", "$1.3 billion"),
            both("2022", "$1.1 billion", source=B),
            both("2022", "$1.103 billion", source=C, reporter="KG"),
        ],
        "A101",
        "possible",
        "whose statistics",
    ),
    Plant(
        "revised",
        counted([both("2022", "$1.31 billion"), both("2022", "$1.35 billion", source=C)]),
        "A101",
        "contradiction",
        "revision over time",
    ),
    Plant(
        "revised growth",
        counted([grew("2022", "11.2%"), grew("2022", "12.8%", source=C)]),
        "A101",
        "contradiction",
        "revision over time",
    ),
    Plant(
        "revised by a statistics office",
        [sent("2022", "$770.2 million", reporter="KG"), sent("2022", "$774.9 million", reporter="KG", source=C)],
        "A101",
        "contradiction",
        "revision over time",
    ),
    Plant(
        "more than",
        counted([both("2022", "$2 billion", bound=">"), both("2022", "$1.3 billion", source=B)]),
        "A101",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "not a copy, for it is a limit",
        counted(
            [
                both("2021", "$1.6 billion", bound=">", source=C),
                both("2022", "$1.3 billion"),
                both("2022", "$1.6 billion", bound=">", source=B),
            ]
        ),
        "A101",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "less than",
        counted([both("2022", "$1 billion", bound="<"), both("2022", "$1.3 billion", source=B)]),
        "A101",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "about",
        [both("2022", "$3 billion", bound="~"), both("2022", "$1.3 billion", source=B)],
        "A101",
        "possible",
        "whose statistics",
    ),
    Plant(
        "up and down",
        counted([grew("2022", "12%"), grew("2022", "-12%", source=B)]),
        "A101",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "doubled and no",
        counted([grew("2022", "2.2 times"), grew("2022", "40%", source=B)]),
        "A101",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "tripled and no",
        counted([grew("2022", "3.2 times"), grew("2022", "41%", source=B)]),
        "A101",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "shares",
        counted([share("KZ", "KG", "2022", "3.1%", source=A), share("KZ", "KG", "2022", "4.1%", source=B)]),
        "A101",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "scoped",
        counted(
            [
                both("2022", "$80.1 million", scope="agricultural goods"),
                both("2022", "$91.4 million", scope="agricultural goods", source=B),
            ]
        ),
        "A101",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "imports are exports",
        counted([sent("2022", "$1.3 billion"), volume("KG", "KZ", "2022", "$1.7 billion", flow="imports", source=B)]),
        "A101",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "either order",
        counted([both("2022", "$1.3 billion"), volume("KG", "KZ", "2022", "$1.7 billion", source=B)]),
        "A101",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "neither country's",
        [
            both("2022", "$2 billion"),
            both("2022", "$1.3 billion", source=B, reporter="KZ"),
            both("2022", "$1.2 billion", source=C, reporter="KG"),
        ],
        "A102",
        "possible",
        "whose statistics",
    ),
    Plant(
        "not the one known",
        [both("2022", "$2.1 billion"), both("2022", "$1.3 billion", source=B, reporter="KZ")],
        "A102",
        "asymmetry",
        "whose statistics",
    ),
]

KZ, KG = "kz-statistics", "kg-statistics"
"""Bodies of both countries."""

HANDS = [
    Plant(
        "two speakers of one country",
        [
            both("2022", "$1.3 billion", attributed_to=KZ),
            both("2022", "$1.6 billion", source=B, attributed_to="serik-zhumangarin"),
            held("serik-zhumangarin", MINISTER, seen_on="2023-02-02", source=B),
        ],
        "A101",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "speakers of two countries",
        [both("2022", "$1.3 billion", attributed_to=KZ), both("2022", "$1.6 billion", source=B, attributed_to=KG)],
        "A101",
        "possible",
        "whose statistics",
    ),
    Plant(
        "a speaker and a publisher of one country",
        [both("2022", "$1.3 billion", attributed_to=KZ), both("2022", "$1.6 billion", source="kazinform-2023-02-02")],
        "A101",
        "possible",
        "whose statistics",
    ),
    Plant(
        "one page among several that agree",
        [
            both("2022", "$4.4 billion"),
            both("2022", "$4.9 billion"),
            both("2022", "$4.4 billion", source=B),
            both("2022", "$4.9 billion", source=C),
        ],
        "A101",
        "contradiction",
        "same page",
    ),
    Plant(
        "growth by bodies of one country",
        [
            both("2022", "$1.3 billion", attributed_to=KZ),
            grew("2022", "19%", source=B, attributed_to="kz-customs"),
            both("2021", "$2.6 billion", source=C, attributed_to=KZ),
        ],
        "A201",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "figures of one page, growth of another",
        [both("2022", "$1.3 billion"), grew("2022", "19%", source=B), both("2021", "$2.6 billion")],
        "A201",
        "possible",
        "whose statistics",
    ),
]

CUT = [
    Plant(
        "cut off",
        counted([both("2022", "$1.317 billion"), both("2022", "$1,317.8 million", source=B)]),
        "A101",
        "possible",
        "truncated digits",
    ),
    Plant(
        "directions cut off",
        counted([sent("2022", "$455.702 million"), got("2022", "$862.182 million"), both("2022", "$1.317 billion")]),
        "A301",
        "possible",
        "truncated digits",
    ),
    Plant(
        "growth cut off",
        counted([both("2022", "$519.9 million"), grew("2022", "3.5%"), both("2021", "$501.9 million", source=B)]),
        "A201",
        "possible",
        "truncated digits",
    ),
    Plant(
        "year cut off",
        counted([both("2022-01/2022-11", "$1,317.8 million"), both("2022", "$1.317 billion", source=B)]),
        "A303",
        "possible",
        "truncated digits",
    ),
    Plant(
        "share cut off",
        counted(
            [
                sent("2022", "$1.3 billion"),
                volume("KZ", "WORLD", "2022", "$84.4 billion", flow="exports", source=A),
                share("KZ", "KG", "2022", "1.4%", flow="exports", source=A),
            ]
        ),
        "A304",
        "possible",
        "truncated digits",
    ),
]

GROWTHS = [
    Plant(
        "the base does not fit",
        counted([both("2022", "$1.3 billion"), grew("2022", "19%"), both("2021", "$1.4 billion", source=B)]),
        "A201",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "on one page",
        [both("2022", "$846.1 million"), grew("2022", "-14.4%"), both("2021", "$968.3 million")],
        "A201",
        "contradiction",
        "same page",
    ),
    Plant(
        "across three pages",
        [both("2022", "$1.3 billion"), grew("2022", "19%", source=B), both("2021", "$2.6 billion", source=C)],
        "A201",
        "possible",
        "whose statistics",
    ),
    Plant(
        "base revised",
        counted(
            [both("2022", "$846.1 million", source=C), grew("2022", "-14.4%", source=C), both("2021", "$968.3 million")]
        ),
        "A201",
        "contradiction",
        "revision over time",
    ),
    Plant(
        "zeros of the base",
        [both("2022", "$1.31 billion"), grew("2022", "19.3%"), both("2021", "$1000 million", source=B)],
        "A201",
        "possible",
        "trailing zeros",
    ),
    Plant(
        "base in millions",
        counted([both("2022", "$1.31 billion"), grew("2022", "19.3%"), both("2021", "$1.1 million", source=B)]),
        "A201",
        "contradiction",
        "scale slip",
    ),
    Plant(
        "base unsaid",
        [
            both("2022", "$1.31 billion"),
            grew("2022", "19.3%", base_period=None),
            both("2021", "$600 million", source=B),
        ],
        "A201",
        "possible",
        "period misread",
    ),
    Plant(
        "growth of the year before",
        counted(
            [
                both("2023", "$1.9 billion"),
                grew("2023", "19.3%"),
                both("2022", "$1.2 billion", source=B),
                grew("2022", "19.3%", source=C),
            ]
        ),
        "A201",
        "contradiction",
        "copy of an older figure",
    ),
    Plant(
        "of a directed flow",
        counted(
            [
                sent("2022", "$403.2 million"),
                growth("KZ", "KG", "2022", "11.2%", flow="exports", base_period="2021", source=A),
                sent("2021", "$979.3 million", source=B),
            ]
        ),
        "A201",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "of part-years",
        [
            both("2022-01/2022-07", "$757 million"),
            grew("2022-01/2022-07", "13%"),
            both("2021-01/2021-07", "$900 million", source=B),
        ],
        "A201",
        "possible",
        "whose statistics",
    ),
    Plant(
        "faster than both directions",
        counted(
            [
                grew("2022", "30%"),
                grew("2022", "12%", flow="exports", source=B),
                grew("2022", "18%", flow="imports", source=C),
            ]
        ),
        "A202",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "slower than both directions",
        [grew("2022", "5%"), grew("2022", "12%", flow="exports"), grew("2022", "18%", flow="imports")],
        "A202",
        "contradiction",
        "same page",
    ),
    Plant(
        "hardly faster",
        [
            grew("2022", "19%"),
            grew("2022", "12%", flow="exports", source=B),
            grew("2022", "18%", flow="imports", source=C),
        ],
        "A202",
        "possible",
        "cause not known",
    ),
]

PARTS = [
    Plant(
        "directions do not add up",
        [sent("2022", "$800 million"), got("2022", "$300 million", source=B), both("2022", "$1.61 billion", source=C)],
        "A301",
        "possible",
        "whose statistics",
    ),
    Plant(
        "on one page",
        [sent("2022", "$770.2 million"), got("2022", "$410.9 million"), both("2022", "$1,191.1 million")],
        "A301",
        "contradiction",
        "same page",
    ),
    Plant(
        "turnover in millions",
        counted(
            [
                sent("2022", "$770.2 million"),
                got("2022", "$410.9 million", source=B),
                both("2022", "$1.1811 million", source=C),
            ]
        ),
        "A301",
        "contradiction",
        "scale slip",
    ),
    Plant(
        "zeros",
        [sent("2022", "$770 million"), got("2022", "$410 million", source=B), both("2022", "$1.188 billion", source=C)],
        "A301",
        "possible",
        "trailing zeros",
    ),
    Plant(
        "turnover revised",
        counted(
            [sent("2022", "$770.2 million"), got("2022", "$410.9 million"), both("2022", "$1,191.1 million", source=C)]
        ),
        "A301",
        "contradiction",
        "revision over time",
    ),
    Plant(
        "by one office",
        [
            sent("2022", "$770.2 million", reporter="KG"),
            got("2022", "$410.9 million", reporter="KG"),
            both("2022", "$1.4 billion", source=B, reporter="KG"),
        ],
        "A301",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "exports above turnover",
        counted([sent("2022", "$1.4 billion"), both("2022", "$1.1 billion", source=B)]),
        "A302",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "imports above turnover",
        [got("2022", "$1.4 billion"), both("2022", "$1.1 billion")],
        "A302",
        "contradiction",
        "same page",
    ),
    Plant(
        "exports in billions",
        counted([sent("2022", "$770.2 billion"), both("2022", "$770.3 million", source=B)]),
        "A302",
        "contradiction",
        "scale slip",
    ),
    Plant(
        "seven months above the year",
        [both("2022-01/2022-07", "$1.4 billion"), both("2022", "$1.1 billion", source=B)],
        "A303",
        "possible",
        "whose statistics",
    ),
    Plant(
        "a month above a quarter",
        [both("2022-02", "$412 million"), both("2022-01/2022-03", "$303 million")],
        "A303",
        "contradiction",
        "same page",
    ),
    Plant(
        "seven months above eleven",
        [both("2022-01/2022-07", "$748 million"), both("2022-01/2022-11", "$700 million", source=B)],
        "A303",
        "possible",
        "trailing zeros",
    ),
    Plant(
        "months in billions",
        counted([both("2022-01/2022-07", "$757 billion"), both("2022", "$757.4 million", source=B)]),
        "A303",
        "contradiction",
        "scale slip",
    ),
    Plant(
        "a year above three",
        counted([both("2022", "$4.1 billion"), both("2020-01/2022-12", "$3.2 billion", source=B)]),
        "A303",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "a share of a known whole",
        [
            both("2022", "$1.3 billion"),
            volume("KZ", "WORLD", "2022", "$134 billion", source=B),
            share("KZ", "KG", "2022", "9.7%", source=C),
        ],
        "A304",
        "possible",
        "whose statistics",
    ),
    Plant(
        "a share on one page",
        [
            sent("2022", "$1.3 billion"),
            volume("KZ", "WORLD", "2022", "$84.4 billion", flow="exports", source=A),
            share("KZ", "KG", "2022", "2.5%", flow="exports", source=A),
        ],
        "A304",
        "contradiction",
        "same page",
    ),
    Plant(
        "a share of imports",
        counted(
            [
                got("2022", "$410.9 million"),
                volume("KZ", "WORLD", "2022", "$50 billion", flow="imports", source=B),
                share("KZ", "KG", "2022", "12.5%", flow="imports", source=C),
            ]
        ),
        "A304",
        "contradiction",
        "cause not known",
    ),
]

STATISTICS = [
    Plant(
        "mirror",
        [sent("2022", "$770.2 million", reporter="KZ"), sent("2022", "$912.4 million", reporter="KG", source=B)],
        "A401",
        "asymmetry",
        "whose statistics",
    ),
    Plant(
        "mirror on one page",
        [sent("2022", "$770.2 million", reporter="KZ"), sent("2022", "$912.4 million", reporter="KG")],
        "A401",
        "asymmetry",
        "whose statistics",
    ),
    Plant(
        "turnover of two offices",
        [both("2022", "$1.3 billion", reporter="KZ"), both("2022", "$1.18 billion", reporter="KG", source=B)],
        "A402",
        "asymmetry",
        "whose statistics",
    ),
    Plant(
        "growth of two offices",
        [grew("2022", "19%", reporter="KZ"), grew("2022", "12.1%", reporter="KG", source=B)],
        "A402",
        "asymmetry",
        "whose statistics",
    ),
    Plant(
        "growth of one flow by two offices",
        [
            growth("KZ", "KG", "2022", "11.2%", flow="exports", source=A, reporter="KZ"),
            growth("KG", "KZ", "2022", "15.1%", flow="imports", source=B, reporter="KG"),
        ],
        "A401",
        "asymmetry",
        "whose statistics",
    ),
]

PEOPLE = [
    Plant(
        "two ministers with printed terms",
        [
            held("serik-zhumangarin", MINISTER, start="2022-09-02", end="2023-09-02"),
            held("arman-shakkaliyev", MINISTER, start="2023-03-01", end="2024-02-06", source=B),
        ],
        "A501",
        "contradiction",
        "cause not known",
    ),
    Plant(
        "a minister seen within another's term",
        [
            held("serik-zhumangarin", MINISTER, start="2022-09-02", end="2023-09-02"),
            held("arman-shakkaliyev", MINISTER, seen_on="2023-05-05", source=B),
        ],
        "A501",
        "possible",
        "cause not known",
    ),
    Plant(
        "on one page",
        [
            held("serik-zhumangarin", MINISTER, start="2022-09-02", end="2023-09-02"),
            held("arman-shakkaliyev", MINISTER, seen_on="2023-05-05"),
        ],
        "A501",
        "possible",
        "same page",
    ),
    Plant(
        "ministries of two countries",
        [
            held("serik-zhumangarin", MINISTER, start="2022-09-02", end="2023-09-02"),
            held("serik-zhumangarin", ABROAD, start="2023-01-01", end="2023-06-30", source=B),
        ],
        "A502",
        "possible",
        "cause not known",
    ),
    Plant(
        "two ministries of one country",
        [
            held("serik-zhumangarin", MINISTER, start="2022-09-02", end="2023-09-02"),
            held("serik-zhumangarin", FOREIGN, seen_on="2023-05-05", source=B),
        ],
        "A502",
        "notice",
        None,
    ),
    Plant(
        "speaks a year after leaving",
        [
            held("serik-zhumangarin", MINISTER, start="2022-09-02", end="2023-09-02"),
            both(
                "2023",
                "$1.3 billion",
                attributed_to="serik-zhumangarin",
                attributed_as="Minister of Trade",
                source="kabar-2024-05-01",
            ),
        ],
        "A503",
        "possible",
        "cause not known",
    ),
]

GOALS = [
    Plant(
        "raised",
        [target("KZ", "KG", "$2 billion", "2030", source=A), target("KZ", "KG", "$3 billion", "2030", source=C)],
        "A601",
        "notice",
        None,
    ),
    Plant(
        "lowered",
        [target("KZ", "KG", "$3 billion", "2030", source=A), target("KZ", "KG", "$2 billion", "2030", source=C)],
        "A602",
        "notice",
        None,
    ),
    Plant(
        "re-dated",
        [target("KZ", "KG", "$2 billion", "2025", source=A), target("KZ", "KG", "$2 billion", "2030", source=C)],
        "A603",
        "notice",
        None,
    ),
    Plant(
        "stated again",
        [target("KZ", "KG", "$2 billion", source=A), target("KZ", "KG", "$2 billion", source=C)],
        "A604",
        "notice",
        None,
    ),
    Plant(
        "missed",
        [target("KZ", "KG", "$2 billion", "2022", source=A), both("2022", "$1.3 billion", source=B)],
        "A605",
        "notice",
        None,
    ),
    Plant(
        "missed, undated",
        [
            target(
                "KZ",
                "KG",
                "$2 billion",
                "2022",
                source=source("MIR 24", None),
            ),
            both("2022", "$1.1 billion", source=B),
        ],
        "A605",
        "notice",
        None,
    ),
]

PLANTS = [*READINGS, *HANDS, *CUT, *GROWTHS, *PARTS, *STATISTICS, *PEOPLE, *GOALS]
