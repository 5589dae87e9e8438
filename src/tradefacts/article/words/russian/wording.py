"""Russian words and patterns that single rules ask for; the English table explains the names."""

from __future__ import annotations

WORDING: dict[str, str] = {
    # Sentences
    "letters": "ёе",
    "abbreviations": "г гг им тыс ул тел янв фев мар апр авг сент окт нояб дек т е",
    "scale_abbreviations": "млрд млн трлн",
    "dollar_abbreviations": "долл дол",
    "after_dollar": "США",
    "months_by_capital": "",
    # Names of places
    "before_names": (
        "соседн соседним стран страны странами странах государства государствами государств республики остальными "
        "другими всеми пятью соседней соседнюю сам самой самого"
    ),
    "states": "",
    "titles": "",
    "counted_groups": "",
    "after_counted_group": "",
    "other_than_group": "",
    "lower_names": "",
    "compass": "северо южно западно восточно",  # "Восточно-Казахстанская область"
    "regional": "ский ского скому ском ским",  # "Самаркандский регион"
    "united_states": "",
    "of_united_states": "",
    "united_states_behind": "США",
    "before_united_states": "дол",
    # Figures
    "scale_3": "тыс тысяч",
    "scale_6": "млн миллион",
    "scale_9": "млрд миллиард",
    "scale_12": "трлн триллион",
    "grouped_scales": "",
    "scale_letters": "м",
    "surplus": "с_лишним с_небольшим",
    "never_figures": "р в с и сумме сумму сумма",
    "uncounted": "(?:миллион|миллиард)(?:ов|ы|ах|ам|ами)|тысяч(?:и|ах|ам|ами)?",
    "inverted_units": "миллионов|миллиардов|тысяч|процентов",  # "миллионов девяносто"
    "inverted_halves": " с половиной",
    "inverted_currencies": "долларов|евро|рублей|юаней",
    "percent": "процент процента процентов",
    "percent_parts": "проц",
    "split_percent": "",
    "ordinals": "третью третьей пятой пятая пятую третей",
    "one_part": "на одну одна",
    "half": "",
    "parts": "",
    "spans": "",
    "item_numbers": "номер под",
    # Headings of tables: patterns
    "heading_currency": r"долл\.?",
    "heading_scale_behind": "млн|млрд|тыс",
    "heading_scale": "млн|млрд|тыс|миллион(?:ов|ах)|миллиард(?:ов|ах)|тысяч(?:ах)?",
    "heading_money": r"долл\w*",
    "heading_percent": r"в процентах|в %|% (?:к|от)\b|процент(?:ы|ов)?\b|доля, %",
    "heading_in": "",
    "heading_of": "к|от",
    "heading_level": "уровню|прошл|январ|соответств",
    "before_scale": "один|два|полтора",
    "heading_scale_words": "млн млрд",
    # The date of a text: patterns
    "running_date": "с|со|до|на|к|от|после",
    "deadline": "к|до",
    "deadline_part": "концу|конца",
    # No claims
    "without": "без кроме",
    "expecting": "",
    "together": "вместе совместно",
    "items": "",
    "items_worth": "",
    "spent_on": "",
    "gaps": "разница разницу разницей расхождение расхождения отрыв отрывом разрыв",
    "exceeds": "превыс превыш превзош опереж",
    "former": "показател уров прошлогодн год прежн значени объем",
    "wish_forms": "увеличить нарастить поднять повысить расширить прибавить сократить снизить",
    "managed": "удалось смогли смог смогла сумели сумел позволило позволил позволила позволили",
    "wish_verbs": "",
    "average": "",
    "yearly": "",
    # Claims
    "equal": "",
    "reach": "",
    "marks": "",
    "reasons": "",
    "figure_nouns": "показател",
    "to_ordered": "",
    "past_endings": "ил ал ли зил",
}
