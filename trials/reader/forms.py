"""The vocabulary of generated texts, by language."""

from __future__ import annotations

ENGLISH_PLACES = {
    "KZ": ("Kazakhstan", "Kazakh", "Astana"),
    "KG": ("Kyrgyzstan", "Kyrgyz", "Bishkek"),
    "UZ": ("Uzbekistan", "Uzbek", "Tashkent"),
    "TJ": ("Tajikistan", "Tajik", "Dushanbe"),
    "TM": ("Turkmenistan", "Turkmen", "Ashgabat"),
    "RU": ("Russia", "Russian", "Moscow"),
    "CN": ("China", "Chinese", "Beijing"),
    "TR": ("Türkiye", "Turkish", "Ankara"),
    "IR": ("Iran", "Iranian", "Tehran"),
    "AF": ("Afghanistan", "Afghan", "Kabul"),
    "AZ": ("Azerbaijan", "Azerbaijani", "Baku"),
    "BY": ("Belarus", "Belarusian", "Minsk"),
    "KR": ("South Korea", "Korean", "Seoul"),
    "DE": ("Germany", "German", "Berlin"),
    "IN": ("India", "Indian", "Delhi"),
    "PK": ("Pakistan", "Pakistani", "Islamabad"),
    "IT": ("Italy", "Italian", "Rome"),
    "JP": ("Japan", "Japanese", "Tokyo"),
}
"""Code → name, adjective, capital."""
RUSSIAN_PLACES = {
    "KZ": ("Казахстан", "казахстанск", "Астана", "m"),
    "KG": ("Кыргызстан", "кыргызск", "Бишкек", "m"),
    "UZ": ("Узбекистан", "узбекск", "Ташкент", "m"),
    "TJ": ("Таджикистан", "таджикск", "Душанбе", "m"),
    "TM": ("Туркменистан", "туркменск", "Ашхабад", "m"),
    "RU": ("Росси", "российск", "Москва", "i"),
    "CN": ("Кита", "китайск", "Пекин", "y"),
    "TR": ("Турци", "турецк", "Анкара", "i"),
    "IR": ("Иран", "иранск", "Тегеран", "m"),
    "AF": ("Афганистан", "афганск", "Кабул", "m"),
    "AZ": ("Азербайджан", "азербайджанск", "Баку", "m"),
    "DE": ("Германи", "немецк", "Берлин", "i"),
    "IN": ("Инди", "индийск", "Дели", "i"),
    "PK": ("Пакистан", "пакистанск", "Исламабад", "m"),
    "IT": ("Итали", "итальянск", "Рим", "i"),
    "JP": ("Япони", "японск", "Токио", "i"),
    "KR": ("Коре", "корейск", "Сеул", "ya"),
}
"""Code → stem, stem of the adjective, capital, declension."""
ENDINGS = {
    "m": {"": "", "g": "а", "d": "у", "a": "", "i": "ом", "l": "е"},
    "y": {"": "й", "g": "я", "d": "ю", "a": "й", "i": "ем", "l": "е"},
    "i": {"": "я", "g": "и", "d": "и", "a": "ю", "i": "ей", "l": "и"},
    "ya": {"": "я", "g": "и", "d": "е", "a": "ю", "i": "ей", "l": "е"},
}
"""Declension → case → ending."""
GROUPS = {
    "en": {
        "CIS": ["CIS", "CIS countries"],
        "EAEU": ["EAEU", "Eurasian Economic Union"],
        "EU": ["EU", "European Union"],
        "CA5": ["Central Asian countries"],
    },
    "ru": {"CIS": ["СНГ"], "EAEU": ["ЕАЭС"], "EU": ["ЕС", "Евросоюза"], "CA5": ["Центральной Азии"]},
}
ENGLISH_MONTHS = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
]  # fmt: skip
RUSSIAN_MONTHS = [
    ("январь", "январе", "января"),
    ("февраль", "феврале", "февраля"),
    ("март", "марте", "марта"),
    ("апрель", "апреле", "апреля"),
    ("май", "мае", "мая"),
    ("июнь", "июне", "июня"),
    ("июль", "июле", "июля"),
    ("август", "августе", "августа"),
    ("сентябрь", "сентябре", "сентября"),
    ("октябрь", "октябре", "октября"),
    ("ноябрь", "ноябре", "ноября"),
    ("декабрь", "декабре", "декабря"),
]
"""Nominative, locative, genitive."""
ENGLISH_NUMBERS = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
RUSSIAN_NUMBERS = [
    ("", ""), ("один", "одного"), ("два", "двух"), ("три", "трёх"), ("четыре", "четырёх"), ("пять", "пяти"),
    ("шесть", "шести"), ("семь", "семи"), ("восемь", "восьми"), ("девять", "девяти"), ("десять", "десяти"),
    ("одиннадцать", "одиннадцати"),
]  # fmt: skip
GOODS = {
    "en": ["flour", "wheat", "cotton", "gas", "oil", "gold", "fruit", "textile", "coal", "cement", "copper", "car"],
    "ru": ["муки", "пшеницы", "хлопка", "газа", "нефти", "золота", "фруктов", "текстиля", "угля", "меди", "одежды"],
}
CITIES = {
    "en": ["Osh", "Andijan", "Khujand", "Shymkent", "Aktobe", "Mary", "Karaganda", "Fergana", "Batken", "Navoi"],
    "ru": ["Андижан", "Джизак", "Туркестан", "Кокчетав", "Актобин", "Ферган", "Кустанай", "Самарканд", "Навоий"],
}
OFFICIALS = {
    "en": [
        "Deputy Prime Minister Askar Dosov",
        "the {A.j} trade minister",
        "Ambassador Jahongir Ergashev",
        "the {A.j} president",
        "the {A.j} prime minister, Timur Orozov,",
    ],
    "ru": [
        "вице-премьер Аскар Досов",
        "{A.jm}ий министр торговли",
        "посол Жахонгир Эргашев",
        "президент {A.g}",
    ],
}
SAYING = {
    "en": [
        "the {A.j} statistics agency (said|reports|says)",
        "{A.s} National Statistics Committee (reports|said|says)",
        "the National Statistical Committee reports",
        "the customs service said",
        "{off} said",
        "the Ministry of Trade of {A} informs",
        "the press service of the {A.j} government said",
    ],
    "ru": [
        "сообщает Нацстатком",
        "сообщил Госкомстат {A.g}",
        "по данным Агентства по статистике",
        "сообщает Бюро национальной статистики",
        "сообщили в таможне",
        "заявил {off}",
        "следует из данных статистики",
        "сообщили в Минторге {A.g}",
    ],
}
OFFICES = {
    "en": [
        "the {A.j} customs service",
        "{A.j} statistics",
        "{A.s} statistics committee",
        "the {A.j} trade ministry",
    ],
    "ru": ["{A.jm}ой таможни", "Нацстаткома", "Госкомстата {A.g}", "Агентства по статистике"],
}
SUBJECTS = {
    "en": [
        "The {A.j} statistics agency",
        "{A.s} customs service",
        "The National Statistics Committee of {A}",
        "The {A.j} statistics committee",
    ],
    "ru": ["Нацстатком {A.g}", "Госкомстат {A.g}"],
}
