"""English small words that single rules ask for: prepositions, pronouns, words that join."""

from __future__ import annotations

GRAMMAR: dict[str, str] = {
    # Words that join
    "and": "and",
    "or": "or",
    "that_is": "i_._e that_is",  # before the same in other words
    "or_rather": "or",  # "by $3 billion, or 7 percent"
    "while": "while",
    "parting": "and",  # what follows belongs to the next figure
    "as": "as",  # "as a year earlier" compares
    "when": "when",
    "clause_words": (  # they begin a clause after a comma
        "while whereas but because amid due thanks owing mainly primarily chiefly largely and"
    ),
    "clause_openers": "while whereas",  # they need no comma
    "before_time": "but and",  # "and a year earlier it was …"
    "joins_numbers": "to and or against then",  # two numbers with one unit
    "fills_joins": "then later",  # beside words that join numbers
    "joins_fractions": "and of",  # inside one figure
    "inside_figures": "per and a of the",
    "joins_rows": "and and_by and_to",  # between the figures of a row
    "through": "or to by and",  # between an amount that was added and the result
    "same": "same",
    "only": "",  # words that mean "in all" elsewhere
    "negation": "not",  # before a change that did not happen …
    "neither": "nor",  # before a change that did not happen either
    "contrast": "but",  # … and before what happened instead
    "not": "not",  # before the wrong one of two figures
    "not_by": "",  # after it, before the figure
    # Prepositions
    "of": "of",  # whose something is
    "of_these": "of_this of_these of_those of_that",  # before an amount that is told again
    "parts_begin": "of_which of_these of_them",  # after a sign: a part of the figure before
    "at_owner": "",  # before whose flow or trade it is: "у Казахстана с Турцией"
    "of_or_worth": "of worth",  # the words after a figure tell what it counts
    "in_title": "of in",  # the place of an office or title
    "prepositions": (  # all that are before places
        "from to with between in of by for against among at into than within inside"
    ),
    "with": "with against",  # before partners
    "partners": "with from to into among for",  # before places that own no flow
    "to_place": "to",
    "into_place": "to into for",  # before the place that goods go to
    "into_place_or_part": "",  # of these, words that mean something else beside a share
    "from_place": "from",
    "directed": "to from with",  # the place after a figure belongs to it
    "one_sided": "to from into",  # two places after the same word do not trade with each other
    "for_rival": "for with",  # "against $0.7 billion for China"
    "for_whom": "for",  # "for Kyrgyzstan, which bought …"
    "agent_by": "by",  # "imported by Kyrgyzstan"
    "to_owner": "of to for",  # "the main supplier to Kazakhstan"
    "among": "in among",  # before the group of a partner
    "within_group": "among between within inside",  # a group trades with itself
    "inside_whole": "in",  # "the share in exports of …"
    "with_which": "with to from",  # before relative pronouns
    "by": "by",  # before the size of a change
    "by_rate": "",  # before a rate, if "to_result" follows
    "to_result": "",
    "to_level": "to",  # before what something rose or fell to
    "to_amount": "to of at reach is hit",  # before an amount that is reached or aimed at
    "parallel": "by to",  # they tell an increase from its result
    "from_number": "from",
    "between": "between",
    "in": "in",
    "worth": "worth for to around at",  # before money rather than things
    "after_bare": "of and to in from against million as was were came went",  # after a number without a unit
    "change_begins": "to by",  # "Poland's by 3 percent"
    "whole_begins": "of",  # after a percentage: of a whole or a level
    "former_whole": "",  # stems; of what was before, a percentage is a level
    "base_begins": "of on its the",  # after a percentage: what it is a part of or compared with
    # Comparison
    "than": "than",
    "review": "review consideration reporting reviewed reported",  # in words for the period of a whole text
    "as_much": "much_as many_as large_as big_as high_as",  # "twice as much as Russia"
    "against_period": "on above below",  # besides the class "against"
    "beyond": "above below",  # after a difference: "$3 billion above that of 2021"
    "against_place": "from against",  # they compare, unless a place follows
    "with_number": "",  # "Казахстан с 602 миллионами" compares nothing
    "over": "over",  # "over the same period last year"
    "of_all": "",  # after a comparative that is a superlative
    "more_than": "",  # they compare without "than"
    "for_comparison": "for",
    "opens_comparison": "for by",
    "comparison": "comparison",  # stems
    "or_more": "more plus",  # after "or": a bound
    "sources": "according_to",  # before the capital whose count it is
    # Articles and pronouns
    "the": "the",
    "a": "a an",
    "determiners": "the this",  # needed before a noun that refers to a group; none if the noun needs none
    "it": "it",  # the flow of the sentence before
    "they": "it they",  # an amount of trade
    "these": "they their these",  # at the beginning of a sentence: the flow before
    "who": "it he she they",  # who sold or bought
    "which": "which whom",
    "summing": "which that this",  # they begin a remark on what was told: "which is $6 million less"
    "whose": "whose",
    "its": "its their",
    "us": "us",
    "them": "it them us there",  # after a preposition, instead of a place
    "that_amount": "that those",  # after a factor: it compares two flows
    "next_in_list": "second third fourth fifth followed next",  # "Russia is in second place with $2 billion"
    "ones": "ones one",  # after an adjective, they stand for the noun before
    "those_of": "those_of that_of",
    "there": "",  # anywhere beside a flow
    "there_behind": "there",  # only after it; goods go there if they are exports
    "asking": "where",  # titles of lists: "where Georgia sold most"
    "asking_who": "who",
    "thither": "",  # goods go there
    "other": "other",
    "was": "were was",  # in brackets, before the earlier figure
    "infinitive": "to",
    # Endings
    "genitive_endings": "",  # of nouns that a flow governs
    "plural_endings": "",  # of such nouns in the plural
    "passive_endings": "",  # of verbs without a subject
}
"""Rules' names → words. A comment says what for; a language without such words has none under the name."""
