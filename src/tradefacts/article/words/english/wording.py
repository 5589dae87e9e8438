"""English words and patterns that single rules ask for: how figures, tables and remarks are worded."""

from __future__ import annotations

WORDING: dict[str, str] = {
    # Sentences
    "letters": "",  # pairs: a letter, and the one that counts as the same
    "abbreviations": (  # their full stop does not end a sentence
        "mr mrs ms dr no st jan feb mar apr jun jul aug sept sep oct nov dec vs u s p"
    ),
    "scale_abbreviations": "mln bln mn bn",  # nor does theirs before a number or one of "after_scale"
    "after_scale": "US USD EUR RUB CNY U",
    "dollar_abbreviations": "",  # nor does theirs before "after_dollar"
    "after_dollar": "",
    "months_by_capital": "May March",  # in lower case, they are other words
    # Names of places
    "before_names": "the same neighbouring neighboring republic countries states of",  # between preposition and name
    "states": "countries states nations republics members",
    "titles": "republic kingdom government state",  # "the Republic of Kazakhstan"
    "before_rivals": (  # the place after them is no partner: "third after Italy"
        "after behind overtaking overtook surpassing surpassed outpacing outpaced trailing ahead_of only_to"
    ),
    "republic": "republic",  # after a preposition, the only one of the last claim
    "title_stems": "",  # of titles right before names, which then have the case of the title
    "counted_groups": "five",  # nouns for a group that are numbers
    "after_counted_group": "is are was were has have had in to with and by at on rose fell grew gained amounted",
    "other_than_group": "of around",  # "the region of Bukhara" is not the group
    "lower_names": "five countries region all rest european",  # parts of names that may be in lower case
    "single_partners": "partner buyer supplier customer neighbour neighbor",
    "market_nouns": "market markets",
    "onto_market": "on to onto in into",  # before the market that goods go to
    "markets": "market economy country state republic",  # of a group, they are one of its places
    "within": "in within",  # between them and the group in which they lie
    "compass": "",  # before a hyphen, they make the name of a region
    "regional": "",  # endings of adjectives that name a part of a country
    "united_states": "US U",  # no place before the words of the next table
    "of_united_states": "dollar dollars dlr sanctions",
    "united_states_behind": "",  # no place after the stems of the next table
    "before_united_states": "",
    "all_firms": (  # after the adjective of a country, they stand for its whole trade
        "firms companies enterprises businesses producers manufacturers exporters importers traders suppliers "
        "entrepreneurs businessmen"
    ),
    "venue": "in at",  # before the city where something was said
    "region_nouns": "region oblast province district",  # stems; after the name of a region
    # Figures
    "scale_3": "thousand",
    "scale_6": "mn million mln m",
    "scale_9": "bn billion bln",
    "scale_12": "tn trillion",
    "grouped_scales": "m",  # their numbers are grouped by thousands: "$1,080 million"
    "scale_letters": "m b k",  # no figure goes on with them after a space
    "surplus": "plus odd",  # inside a figure, they turn it into a bound
    "never_figures": "sum real won dong sol crown p r a the lei rand km",  # currencies and numbers elsewhere
    "uncounted": "",  # pattern of numerals that are no figure without a number
    "inverted_units": "",  # patterns of figures whose number follows its unit
    "inverted_halves": "",
    "inverted_currencies": "",
    "plus": "plus",  # before a rate without its sign
    "minus": "minus",
    "factor_of": "factor_of",
    "percent": "percent",
    "percent_parts": "cent",
    "split_percent": "per_cent",
    "ordinals": "third fourth fifth sixth seventh eighth ninth tenth quarter",  # alone, they are no fractions
    "part_nouns": "part",  # after an ordinal, they make it a fraction
    "one_part": "a one",  # but after these they are
    "half": "half",
    "parts": "thirds quarters fifths tenths halves",  # never figures alone
    "spans": "weeks months years days hours decades",
    "item_numbers": "no item",  # before numbers of things
    # Headings of tables: patterns
    "heading_currency": r"\$|USD|€|EUR|(?:US )?dollars|euros?",
    "heading_scale_behind": "millions?|billions?|thousands?|mln|bln|bn|mn|m",
    "heading_scale": "millions?|billions?|thousands?|mln|bln|bn",
    "heading_money": r"dollars|USD|\$|euros?|EUR|€|roubles?|rubles?|RUB|yuan|CNY|tenge|soms?|KZT|UZS",
    "heading_percent": r"per ?cent\b|in %|% of\b",
    "any_percent": r"per ?cent(?:ages?)?\b",
    "heading_in": "in",
    "heading_of": "of|to",
    "heading_level": (
        "last|previous|same|level|Q[1-4]|first|second|third|fourth|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|"
        "year|prior|corresponding|a year"
    ),
    "before_scale": "one|two|half|a|five|ten",
    "plus_or_minus": "plus|minus",
    "year_ends": "",
    "missing_cell": r"n/?a\b|n\.a\.|nil",
    "table_share": r"\bshares?\b|\bweight\b|\bstructure\b|of (?:the )?(?:total|exports|imports|turnover|trade)\b",
    "table_change": r"\bchanges?\b|\bgrowth\b|\bincrease\b|\brise\b|\byoy\b|y[-/]o[-/]y|\by/y|year[- ]on[- ]year|\+/",
    "table_value": "value amount volume total sum",
    "table_total": "total totals sum all",
    "table_world": "world worldwide countries partners",
    "table_other": r"\b(?:others?|rest|remaining)\b",
    "table_base": (
        r"(?:(?:per ?cent|%|changes?|growth) (?:of|to|from)"
        r"|\b(?:on|vs\.?|versus|against|over|from|compared (?:with|to)))(?: the)?"
    ),
    "heading_scale_words": "million millions billions thousand thousands billion mln bln",
    # The date of a text: patterns
    "running_date": "on|of|since|until|by|from|after|before",  # a date within a sentence
    "deadline": "by|until|till|before|to",
    "deadline_part": "end|close",
    # No claims
    "without": "without excluding except",
    "expecting": "chance chances hope hopes expect expects predict predicts anticipate anticipates foresee foresees",
    "together": "together combined jointly",
    "directions": "flows ways directions re-exports",  # added up, they make the trade of two places
    "several": "three four five six seven eight nine ten twelve several top",  # before nouns for places
    "counted_places": "countries states nations partners buyers suppliers markets economies",
    "items": "goods items products commodities positions types categories groups",  # counted goods
    "items_worth": "worth for totaling totalling valued at more than over about some",
    "spent_on": "fell falls came comes was were is are went goes accrued",  # "$18 billion fell on oil"
    "gaps": "",  # how far two countries are apart
    "outweighs": "exceed outstrip surpass outweigh",  # stems; between two flows
    "exceeds": "",  # stems; with a factor, one flow is compared with another
    "former": "",  # stems; unless it is compared with what it was before
    "levels": "figure level result indicator",  # stems; before the period compared with
    "bases": "figure level result value amount volume number sum total that those indicator",  # after a factor
    "wish_forms": "",  # infinitives of change
    "managed": "",  # words that tell such a change as reached
    "wish_verbs": "rise increase grow boost raise double triple quadruple expand lift",  # after "to"
    "remarks": (  # after a sign, they begin one that names examples
        "mainly mostly chiefly largely primarily predominantly principally overwhelmingly nearly almost driven led "
        "boosted helped supported fuelled fueled propelled thanks"
    ),
    "telling": (  # after a place and before an amount of its own flow
        "reported reports recorded records logged logs posted posts registered registers showed shows saw sees counted "
        "counts booked tallied notched generated earned ran put had has listed cites claimed claims published"
    ),
    "origin": "originated originate originating",  # before "in" and a country
    "earning": "earned earn earns",  # who sells earns from who buys
    "payments": "settlement settlements settled payments currencies",  # their parts are none of trade
    "average": "average",
    "yearly": "annual annually yearly",
    "agreed": "agreed decided",
    "agreed_that": "that",
    "altogether": "",
    "altogether_for": "",
    # Claims
    "equal": "equivalent equal",  # an amount says a growth once more
    "reach": "reach reaching amounting totaling totalling",  # "rose by 30 percent to reach …"
    "marks": "mark threshold milestone",  # they are passed as well as aimed at
    "reasons": (  # they begin an insertion
        "which as thanks due owing driven led helped boosted supported excluding mainly mostly chiefly"
    ),
    "figure_nouns": "",  # stems; "the first figure"
    "to_ordered": "to",  # "the first to …"
    "trade_nouns": "sales shipments deliveries procurement",  # stems; of these, the owner is no subject
    "verb_endings": "ed",  # verbs that tell of the past
}
"""Rules' names → words, stems or patterns; as in `GRAMMAR`."""
