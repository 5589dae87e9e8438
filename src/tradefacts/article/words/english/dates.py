"""How periods are written in English."""

from __future__ import annotations

DATES: dict[str, str] = {
    "month_case": "capital",
    "months": (
        "jan(?:uary|\\.)? feb(?:ruary|\\.)? mar(?:ch|\\.)? apr(?:il|\\.)? may june? july? aug(?:ust|\\.)? "
        "sept?(?:ember|\\.)? oct(?:ober|\\.)? nov(?:ember|\\.)? dec(?:ember|\\.)?"
    ),
    "numbers": "one two three four five six seven eight nine ten eleven twelve",
    "ordinals": "first|1st second|2nd third|3rd fourth|4th",
    "this": (r"(?:of |in )?(?:this year|the current year|the year|current year|the present year|this one)"),
    "last": (
        r"(?:of |in )?(?:last year|the previous year|the year before|the prior year|the last year|a year (?:earlier|before|ago)|"
        r"the preceding year|previous year|the past year)"
    ),
    "of": r"(?:,? ?-?(?:of |in )?(?P<year>{year})(?!\d)|,? (?P<this>{this})|,? (?P<last>{last}))?",
    "number_ending": "",
    "day_ending": "(?:st|nd|rd|th)?",
    "till": r"(?: ?[-–—‑] ?| through(?: to)? | to | and | until )",
}

PERIODS: tuple[tuple[str, str], ...] = (
    (
        "range",
        r"(?:from |between |in )?{month}(?:,? (?P<year1>{year}))?{till}(?:the end of )?{month2}{of}",
    ),
    (
        "range",
        (
            r"(?:from |between )?{month} {day}(?:,? (?P<year1>{year}))?{till}{month2} {day}(?:,? (?P<year>{year}))?(?![\d%])"
            r"|(?:from |between )?(?:the )?{day} {month}(?:,? (?P<year1>{year}))?{till}(?:the )?{day} {month2}(?:,? (?P<year>{year}))?"
        ),
    ),
    ("range", r"(?:from )?{month} (?:of )?last year (?:to|until|through) {month2}(?: of)? (?P<this>this year)"),
    ("same", r"(?:in |of )(?P<year>{year}) (?:over|in|during|for) the same (?:period|months|time|span|stretch)"),
    (
        "date",
        r"(?P<as_of>as of |by |at |through |until )(?:the )?(?P<close>end of |close of ){month}(?:,? (?P<year>{year}))?",
    ),
    (
        "date",
        r"(?:(?P<as_of>as of |by )?(?:the )?(?P<day>[0-3]?\d){day_ending}(?: of)? {month}(?:,? (?P<year>{year}))?)",
    ),
    (
        "date",
        r"(?:(?P<as_of>as of |by )?{month} (?P<day>[0-3]?\d){day_ending}(?:,? (?P<year>{year}))?)(?![\d%]|[.,]\d| percent)",
    ),
    (
        "rolling",
        (
            r"(?:the )?(?:last )?(?:(?:twelve|12) months|(?:four|4) quarters|year) (?:to|through|up to|ending(?: in)?|ended|until)"
            r"(?: (?:the )?end[- ](?:of )?)? ?(?:{month}|Q(?P<digit>[1-4])),? ?(?P<year>{year})"
            r"|(?:the )?(?:last )?(?:twelve|12) months (?:to|through|up to|ending(?: in)?|ended|until)(?: (?:the )?end[- ](?:of )?)? ?{month}"
        ),
    ),
    ("recent", r"(?:the )?(?:past|last) {number} months(?! (?:of|in|to|through|until|up|ending|ended))"),
    ("this_period", r"(?:these|those|the same) {number} months(?! of)"),
    (
        "months",
        (
            r"(?:the )?(?:first |last )?{number}[- ]months?(?:'s?)?(?: period)?"
            r"(?! (?:after|ago|later|old|before|visa))(?: (?:to|through|until|up to|ending in) {month})?{of}"
            r"|(?P<digits>\d\d?)M(?: ?(?P<year>{year})|(?=:))"
        ),
    ),
    (
        "quarters",
        (
            r"(?:the )?first {number} quarters{of}|{number} quarters(?=(?: of| in)? (?:this|last|the) year| (?:of|in) {year}){of}"
            r"|Q1 ?[-–] ?Q(?P<digits>[2-4]){of}"
        ),
    ),
    (
        "quarter",
        r"(?:the )?{ordinal} quarter(?! (?:in a row|running)){of}|Q(?P<digit>[1-4]){of}|(?P<digit>[1-4])Q{of}",
    ),
    (
        "half",
        (
            r"(?:the )?{ordinal} half(?:[- ]year)?(?: of the year)?{of}|(?:the )?{ordinal} semester{of}"
            r"|H(?P<digit>[12]){of}|(?P<digit>[12])H{of}|half[- ]year|six-month period"
            r"|half[- ]year (?:to|through|ending|ended)(?: in)?(?: the end of| end-)? ?June{of}"
        ),
    ),
    ("month", r"(?:(?:this|(?P<rel_last>last)|the same|previous) )?{month}(?: alone)?{of}"),
    ("first_month", r"(?:the )?first month(?= of (?:this|last|the (?:current|previous|last|year)|{year})){of}"),
    ("lastmonth", r"last month"),
    (
        "deadline",
        r"(?:by|until|before|till)(?: the)?(?: close of| year| end of| middle of)?(?: the year)? (?P<year>{year})",
    ),
    ("yearend", r"(?:by|at) the (?:close|end) of(?: the year)? (?P<year>{year})"),
    (
        "fiscal",
        (
            r"(?:the )?(?:(?:fiscal|financial)(?: year)?|FY) ?(?P<fy>20[0-4]\d)(?: ?[-–/] ?(?:20)?(?P<fy4a>\d\d))?(?!\d)"
            r"|(?:FY)(?P<fy2>\d\d)(?: ?[-–/] ?\d\d)?(?!\d)"
            r"|(?P<fy3>20[0-4]\d) ?[-–/] ?(?P<fy4>\d\d)(?![\d-])"
            r"|(?:the )?(?:(?:last|past) )?(?:fiscal|financial) year(?: \w+){0,2} (?:ended|ending|ends|finished|closed)"
            r"(?: on| in)?(?: the)?(?: \d\d?(?:th|st)?)? (?P<fyend>{month})(?: \d\d?(?:th|st)?)?(?:,? (?P<year>{year}))?"
            r"|the (?:last|past|latest|outgoing|just-ended) (?:fiscal|financial) year(?P<fylast>)"
        ),
    ),
    (
        "fiscal",  # months of a year of accounts
        (
            r"(?:the )?(?:first )?(?:{number}[- ]months?(?: period)?|(?P<fyhalf>first half)|{ordinal} quarter)"
            r" (?:of|in|\(\w+[-–]\w+\) of) (?:the )?"
            r"(?:current |ongoing |present |this |new |outgoing |(?P<fyback>last |previous |past |preceding ))?"
            r"(?:(?:fiscal|financial)(?: year)?|FY) ?\(?(?:FY ?)?"
            r"(?:(?P<fy>20[0-4]\d)(?: ?[-–/] ?(?:20)?(?P<fy4a>\d\d))?(?!\d)\)?|(?P<fy2>[2-4]\d)(?: ?[-–/] ?\d\d)?(?!\d))?"
            r"|(?:the )?(?:first )?{number}[- ]months? of (?P<fy>20[0-4]\d) ?[-–/] ?(?:20)?(?P<fy4a>\d\d)(?![\d-])"
            r"|(?:from |between |in )?{month}{till}{month2},? \(?(?:of |in )?(?:the )?(?:(?:fiscal|financial)(?: year)? |FY ?)?"
            r"(?P<fy>20[0-4]\d) ?[-–/] ?(?:20)?(?P<fy4a>\d\d)(?![\d-])\)?"
        ),
    ),
    (
        "solar",
        (
            r"(?:(?:solar|iranian|persian|the|afghan|calendar) )?year (?P<solar>1[34]\d\d)(?!\d)"
            r"|(?:the )?(?P<solar_half>first half) of (?:the (?:solar |iranian |persian |afghan )?year )?(?P<solar>1[34]\d\d)(?!\d)"
            r"|(?:the )?{ordinal} quarter of (?:the (?:solar |iranian |persian |afghan )?year )?(?P<solar>1[34]\d\d)(?!\d)"
            r"|(?:the )?(?:(?P<o1>spring)|(?P<o2>summer)|(?P<o3>autumn)|(?P<o4>winter))(?: of)? (?P<solar>1[34]\d\d)(?!\d)"
            r"|(?:(?P<s1>Farvardin|Hamal)|(?P<s2>Ordibehesht|Sawr)|(?P<s3>Khordad|Jawza)|(?P<s4>Tir|Saratan)|(?P<s5>Mordad|Asad)"
            r"|(?P<s6>Shahrivar|Sunbula)|(?P<s7>Mehr|Mizan)|(?P<s8>Aban|Aqrab)|(?P<s9>Azar|Qaws)|(?P<s10>Dey|Jadi)"
            r"|(?P<s11>Bahman|Dalwa?)|(?P<s12>Esfand|Hut|Hoot))(?: of)? (?P<solar>1[34]\d\d)(?!\d)"
            r"|(?:(?:whole|all) of |in |since )(?P<solar>1[34]\d\d)(?![\d%,.]\d| \w+ (?:tonn|compan|people))(?!\d)"
            r"|(?:(?<=compared to )|(?<=compared with )|(?<=against )|(?<=than )|(?<=above )|(?<=below ))(?P<solar>1[34]\d\d)"
            r"(?![\d%,.]\d| ?%| \w+ (?:tonn|compan|people)| (?:million|billion|mln|bln|percent|tons|tonnes))(?!\d)"
        ),
    ),
    (
        "solar",
        (
            r"(?:the )?(?:first )?{number}[- ]months?(?: period)? of (?:the )?(?:current |this |last |past |previous )?"
            r"(?:(?:solar|iranian|persian|afghan)(?: calendar| fiscal| solar)? year(?:,? (?P<solar>1[34]\d\d))?|(?:year )?(?P<solar2>1[34]\d\d))"
            r"|the (?:last|past|previous|preceding) (?:solar|iranian|persian|afghan)(?: calendar| fiscal| solar)? year"
            r"(?:,? \(?(?P<solar>1[34]\d\d)\)?(?![\d%,.]\d)(?!\d))?"
        ),
    ),
    ("span", r"(?:from |in |over |between )?(?P<year1>{year})(?: to | and |[-–—])(?P<year>{year})"),
    ("year", r"(?:(?:the )?(?:whole|full|all) of )?(?P<year>{year})(?: as a whole| overall)?"),
    ("that_year", r"that (?:same )?year"),
    (
        "same",
        r"(?:the |that |those |this )?(?:same|like|corresponding|similar|identical|analogous|equivalent|comparable|respective) (?:period|months?|timeframe|time|quarter|half|span|year|stretch|interval){of}",
    ),
    (
        "this_period",
        (
            r"(?:this|that|the|those|these) (?:period|months|timeframe)(?: under (?:review|consideration)| in question)?"
            r"(?: of (?P<year>{year}))?"
            r"|(?:the|this|that) (?:reporting|reviewed|review|reported|given|specified|mentioned|indicated|said|stated) (?:period|months)"
            r"(?: of (?P<year>{year}))?"
        ),
    ),
    ("before", r"the (?:preceding|previous|prior) (?:fiscal |financial )?year"),
    ("before", r"(?:a|one) year (?:earlier|before|ago|previously)|(?:the )?year[- ]earlier|(?:the )?year before"),
    (
        "before",
        (
            r"(?:the |a )?(?:year|twelve months)[- ](?:ago|earlier)|(?:the )?(?:prior|previous)-year|this time last year"
            r"|the (?:previous|preceding|prior) (?:twelve|12) months|the (?:twelve|12) months (?:before|earlier|previously)"
        ),
    ),
    (
        "yoy",
        r"year[- ]on[- ]year|y[-/]?o?[-/]?y|over the year|year[- ]over[- ]year|on[- ](?:the )?year|in annual terms",
    ),
    ("last", r"(?:(?:the )?(?:whole|all) of )?(?:the )?(?:last|previous|past|preceding|outgoing) year(?:'s)?"),
    ("this", r"(?:this|the current|current) year"),
    (
        "start",
        (
            r"(?:since|from) the (?:start|beginning) of (?:the|this) year|(?:so|thus) far this year|(?:the )?year[- ]to[- ]date"
            r"|this year (?:to date|so far)|(?:to date|already) this year"
        ),
    ),
    (
        "whole",
        r"(?:the )?(?:whole|full|entire|calendar) year|annual(?= (?:exports?|imports?|turnover|trade turnover))|for the year|over the year as a whole",
    ),
    ("ago", r"(?:{number} years|a decade(?P<decade>)) (?:ago|earlier|before|previously)"),
    ("since", r"(?:over|in|during) (?:the )?(?P<past>past |last )?(?:{number}|few|several) years"),
)
