"""How periods are written, by language: names of months and numbers, and the patterns that use them.

Patterns are regular expressions in which `{month}`, `{month2}`, `{day}`, `{number}`, `{ordinal}`, `{year}`, `{till}` and
`{of}` stand for the words of the language and for what may follow a period. Pattern names are the same in every language; `periods`
uses them. Of patterns that match at the same place, the longest match counts.
"""

from __future__ import annotations

_YEAR = r"(?:19[89]|20[0-4])\d"

ENGLISH: dict[str, object] = {
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
    "of": rf"(?:,? ?(?:of |in )?(?P<year>{_YEAR})(?!\d)|,? (?P<this>{{this}})|,? (?P<last>{{last}}))?",
    "till": r"(?: ?[-–—‑] ?| through(?: to)? | to | and | until )",
    "patterns": (
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
        (
            "date",
            r"(?P<as_of>as of |by |at |through |until )(?:the )?(?P<close>end of |close of ){month}(?:,? (?P<year>{year}))?",
        ),
        (
            "date",
            r"(?:(?P<as_of>as of |by )?(?:the )?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?: of)? {month}(?:,? (?P<year>{year}))?)",
        ),
        (
            "date",
            r"(?:(?P<as_of>as of |by )?{month} (?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?:,? (?P<year>{year}))?)(?![\d%]|[.,]\d| percent)",
        ),
        (
            "rolling",
            (
                r"(?:the )?(?:last )?(?:(?:twelve|12) months|(?:four|4) quarters|year) (?:to|through|up to|ending(?: in)?|ended|until)"
                r"(?: (?:the )?end[- ](?:of )?)? ?{month},? ?(?P<year>{year})"
            ),
        ),
        (
            "months",
            (
                r"(?:the |those |these )?(?:first |last )?{number}[- ]months?(?:'s?)?(?: period)?"
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
        ("quarter", r"(?:the )?{ordinal} quarter{of}|Q(?P<digit>[1-4]){of2}|(?P<digit>[1-4])Q{of2}"),
        (
            "half",
            (
                r"(?:the )?{ordinal} half(?:[- ]year)?(?: of the year)?{of}|(?:the )?{ordinal} semester{of}"
                r"|H(?P<digit>[12]){of2}|(?P<digit>[12])H{of2}|half[- ]year|six-month period"
            ),
        ),
        ("month", r"(?:(?P<rel>this|last|the same|previous) )?{month}(?: alone)?{of}"),
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
        ("solar", r"(?:(?:solar|iranian|persian|the|afghan) )year (?P<solar>1[34]\d\d)"),
        (
            "solar",
            (
                r"(?:the )?(?:first )?{number}[- ]months?(?: period)? of (?:the )?(?:current |this |last |past |previous )?"
                r"(?:(?:solar|iranian|persian|afghan)(?: calendar| fiscal| solar)? year(?:,? (?P<solar>1[34]\d\d))?|(?:year )?(?P<solar2>1[34]\d\d))"
                r"|the (?:last|past|previous|preceding) (?:solar|iranian|persian|afghan)(?: calendar| fiscal| solar)? year"
            ),
        ),
        ("span", r"(?:from |in |over |between )?(?P<year1>{year})(?: to | and |[-–—])(?P<year>{year})"),
        ("year", r"(?P<year>{year})"),
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
                r"|the (?:previous|preceding|prior) (?:twelve|12) months"
            ),
        ),
        (
            "yoy",
            r"year[- ]on[- ]year|y[-/]?o?[-/]?y|over the year|year[- ]over[- ]year|on[- ](?:the )?year|in annual terms",
        ),
        ("last", r"(?:the )?(?:last|previous|past|preceding|outgoing) year(?:'s)?"),
        ("this", r"(?:this|the current|current) year"),
        (
            "start",
            (
                r"(?:since|from) the (?:start|beginning) of (?:the|this) year|(?:so|thus) far this year|(?:the )?year[- ]to[- ]date"
                r"|this year (?:to date|so far)|(?:to date|already) this year"
            ),
        ),
        ("whole", r"(?:the )?(?:whole|full|entire|calendar) year|for the year|over the year as a whole"),
        ("ago", r"(?:{number} years|a decade(?P<decade>)) (?:ago|earlier|before|previously)"),
        ("since", r"(?:over|in|during) (?:the )?(?P<past>past |last )?(?:{number}|few|several) years"),
    ),
}

RUSSIAN: dict[str, object] = {
    "months": (
        "январ(?:ь|я|е|ю|ем|ём)|янв\\.? феврал(?:ь|я|е|ю|ем|ём)|февр?\\.? март(?:а|е|у|ом)? "
        "апрел(?:ь|я|е|ю|ем|ём)|апр\\.? ма(?:й|я|е|ю|ем) июн(?:ь|я|е|ю|ем) июл(?:ь|я|е|ю|ем) "
        "август(?:а|е|у|ом)?|авг\\.? сентябр(?:ь|я|е|ю|ем|ём)|сент?\\.? октябр(?:ь|я|е|ю|ем|ём)|окт\\.? "
        "ноябр(?:ь|я|е|ю|ем|ём)|нояб?\\.? декабр(?:ь|я|е|ю|ем|ём)|дек\\.?"
    ),
    "numbers": (
        "один|одного два|двух|двумя три|трех|трёх|тремя четыре|четырех|четырёх|четырьмя пять|пяти|пятью "
        "шесть|шести|шестью семь|семи|семью восемь|восьми|восемью девять|девяти|девятью десять|десяти|десятью "
        "одиннадцать|одиннадцати двенадцать|двенадцати"
    ),
    "ordinals": "перв[а-я]+|I втор[а-я]+|II трет[а-я]+|III четв[её]рт[а-я]+|IV",
    "this": r"(?:в )?(?:текущ[а-я]+(?: год[а-я]*)?|нынешн[а-я]+(?: год[а-я]*)?|эт[а-я]+ год[а-я]*|с\. ?г\.|года)",
    "last": r"(?:в )?(?:прошл[а-я]+(?: год[а-я]*)?|минувш[а-я]+(?: год[а-я]*)?|предыдущ[а-я]+ год[а-я]*|прошлогодн[а-я]+|годом (?:ранее|раньше|прежде))",
    "of": rf"(?:,? (?:за |в )?(?P<year>{_YEAR})(?!\d)(?:/(?P<yend>\d\d)(?!\d))?(?:-?(?:го|м|й|ый|ом))?(?: (?:г\.|год[а-я]*))?| (?P<this>{{this}})| (?P<last>{{last}}))?",
    "patterns": (
        (
            "range",
            r"(?:с |за |в )?{month}(?: (?P<year1>{year})(?:-?го)?(?: (?:года|г\.))?)?(?: ?[-–—‑] ?| по | до ){month2}{of}",
        ),
        ("range", r"с начала (?:(?:этого|текущего|нынешнего) |(?P<year1>{year}) )?года по {month2}{of}"),
        (
            "date",
            r"(?P<as_of>на |к )(?:начал[оу]|(?P<close>кон(?:ец|цу))) {month}(?: (?P<year>{year})(?: (?:г\.|год[а-я]*))?)?",
        ),
        (
            "date",
            r"(?:(?P<as_of>на |к )?(?P<day>[0-3]?\d)(?:-?(?:го|е|ого))? {month}(?: (?P<year>{year})(?: (?:г\.|год[а-я]*))?)?)",
        ),
        (
            "rolling",
            r"(?:за )?(?:(?:двенадцат[ьи]|12) месяц(?:ев|ах)|(?:четыре|4) квартала|год),? (?:по|до|(?:законч|заверш|истек)[а-я]+(?: в| к)?)(?: конец| конца| концу)?(?: \d\d?)? {month}(?: (?P<year>{year}))?(?: год[а-я]*)?",
        ),
        ("months", r"(?:(?:те|эти|первы[а-я]+) )?(?:же )?(?:первы[а-я]+ )?{number} (?:первых )?мес(?:яц[а-я]*|\.){of}"),
        (
            "quarters",
            r"за (?:первы[а-я]+ )?{number} квартал(?:а|ов){of}|(?:I|1)(?:-?[а-я]{1,2})? ?[-–—] ?{ordinal} квартал[а-я]*{of}",
        ),
        ("quarter", r"(?:{ordinal}|(?P<digit>[1-4])(?:-?[а-я]+)?) кв(?:артал[а-я]*|\.){of}"),
        (
            "half",
            r"(?:(?:{ordinal}|(?P<digit>[12])(?:-?[а-я]+)?) )?полугоди[а-я]+{of}|(?:I|1) п/?г\.?{of}|{ordinal} половин[а-я]+(?= (?:нынешнего|текущего|прошлого|года|{year})){of}|половин[а-я]+(?= (?:нынешнего|текущего|этого|прошлого) года){of}|полгода",
        ),
        ("month", r"(?:(?P<rel>нынешн[а-я]+|прошл[а-я]+|минувш[а-я]+|этом|эт[а-я]+) )?{month}{of}"),
        ("lastmonth", r"прошл[а-я]+ месяц[а-я]*|минувш[а-я]+ месяц[а-я]*"),
        (
            "deadline",
            r"(?:к|до)(?: концу| конца| исходу)? (?P<year>{year})(?!\d)(?:-?(?:му|го))?(?: (?:г\.|год[а-я]*))?",
        ),
        (
            "solar",
            r"(?P<solar>1[34]\d\d)(?: года?)?(?: по [а-я]+ календарю)|(?<=к )(?P<solar>1[34]\d\d)(?= году)|иранск[а-я]+ (?P<solar>1[34]\d\d)(?!\d)|(?:(?:первы[а-я]+ )?{number} месяц[а-я]* )?(?P<solar>1[34]\d\d)(?:-?(?:й|го|м|му|ый|ом))?(?: (?:иранск|афганск|солнечн)[а-я]+)?(?: год[а-я]*| г\.)|(?<=в )(?P<solar>1[34]\d\d)-?м",
        ),
        (
            "span",
            r"(?:с |за |в )?(?P<year1>{year})(?: по |[-–—])(?P<year>{year})(?:-?(?:го|й|м))?(?: (?:год[а-я]*|гг\\.?))?",
        ),
        ("year", r"(?P<year>{year})(?:-?(?:го|м|й|ый|ом|му))?(?!\d)(?: (?:г\.|гг?\.|год[а-я]*))?"),
        (
            "same",
            r"(?:(?:за |в |к )?(?:тот|те|том|то|тем|тех|тому|ту|той|это|этот) же (?:самый )?(?:период[а-я]*|месяц[а-я]*|отрезок|врем[а-я]+|квартал[а-я]*|срок|полугоди[а-я]+|половин[а-я]+)|(?:аналогичн|соответствующ|сопоставим)[а-я]+ (?:период|месяц|квартал|срок|отрез)[а-я]*){of}",
        ),
        (
            "this_period",
            r"(?:эт|указанн|отч[её]тн|рассматриваем|названн|обозначенн|упомянут|анализируем)[а-я]+ (?:период|отрез|срок|врем|семь месяц|шесть месяц|месяц)[а-я]*|за это время|(?:в )?том же году|тогда же",
        ),
        (
            "before",
            r"годом (?:ранее|раньше|прежде)|год (?:тому )?назад|прошлогодн[а-я]+|предыдущие (?:двенадцать|12)(?: месяцев)?",
        ),
        ("yoy", r"в годовом (?:выражении|исчислении|сопоставлении)|год к году|г/г|г\. к г\.|за последний год"),
        ("last", r"(?:прошл|минувш|предыдущ|истекш|ушедш)[а-я]+ год[а-я]*|прошл[а-я]+(?= —)"),
        ("this", r"(?:текущ|нынешн|эт)[а-я]+ год[а-я]*|нынешн[а-я]+(?= —)|с\. ?г\."),
        ("start", r"с начала (?:этого |текущего |нынешнего )?года"),
        ("whole", r"(?:за )?(?:весь|целый|полный|календарный) год|в целом за год|по итогам года|годовой итог"),
        ("over", r"за (?:этот )?год|в течение года"),
        (
            "ago",
            r"{number} (?:год[а-я]*|лет) (?:тому )?назад|{number} (?:лет|года|годами) (?:ранее|раньше|прежде)|(?P<decade>десятилетие|десятилетием) (?:(?:тому )?назад|ранее|раньше)|(?P<two>позапрошл[а-я]+) год[а-я]*",
        ),
        ("since", r"за (?P<past>последни[а-я]+ )?(?:{number}|несколько) (?:год[а-я]*|лет)"),
    ),
}

DATES: dict[str, dict[str, object]] = {"en": ENGLISH, "ru": RUSSIAN}
YEAR = _YEAR
