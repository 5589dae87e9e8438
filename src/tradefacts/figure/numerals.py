"""Numbers written as words, by language.

A missing word is added here and nowhere else, in lower case and under one meaning.

| meaning | is |
|---|---|
| ones, teens, tens, hundreds | in order (1-9, 11-19, 10-90, 100-900); "|" between forms, "." for none |
| number 1.5 | any other number; like those above it adds to the number before it |
| fraction 3 | a third: divides a number before it ("two thirds"), adds after an "and" ("two and a half") |
"""

from __future__ import annotations

NUMERALS: dict[str, dict[str, str]] = {
    "en": {
        "ones": "one two three four five six seven eight nine",
        "teens": "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        "tens": ". twenty thirty forty fifty sixty seventy eighty ninety",
        "fraction 2": "half",
        "fraction 3": "third thirds",
        "fraction 4": "quarter quarters",
        "fraction 5": "fifth fifths",
    },
    "ru": {
        "ones": (
            "один|одна|одно|одного|одну|одной два|две|двух три|трех|трёх четыре|четырех|четырёх "
            "пять|пяти шесть|шести семь|семи восемь|восьми девять|девяти"
        ),
        "teens": (
            "одиннадцать|одиннадцати двенадцать|двенадцати тринадцать|тринадцати "
            "четырнадцать|четырнадцати пятнадцать|пятнадцати шестнадцать|шестнадцати "
            "семнадцать|семнадцати восемнадцать|восемнадцати девятнадцать|девятнадцати"
        ),
        "tens": (
            "десять|десяти двадцать|двадцати тридцать|тридцати сорок|сорока пятьдесят|пятидесяти "
            "шестьдесят|шестидесяти семьдесят|семидесяти восемьдесят|восьмидесяти девяносто|девяноста"
        ),
        "hundreds": (
            "сто|ста двести|двухсот триста|трехсот|трёхсот четыреста|четырехсот|четырёхсот "
            "пятьсот|пятисот шестьсот|шестисот семьсот|семисот восемьсот|восьмисот девятьсот|девятисот"
        ),
        "number 1.5": "полтора полторы полутора",
        "number 500000": "полмиллиона",
        "number 500000000": "полмиллиарда",
        "fraction 2": "половина половину половины половиной",
        "fraction 3": "треть трети третью",
        "fraction 4": "четверть четверти четвертью",
        "fraction 5": "пятая пятую пятой",
    },
    "uz": {
        "ones": ("bir|бир ikki|икки uch|уч to'rt|тўрт besh|беш olti|олти yetti|етти sakkiz|саккиз to'qqiz|тўққиз"),
        "tens": (
            "o'n|ўн yigirma|йигирма o'ttiz|ўттиз qirq|қирқ ellik|эллик oltmish|олтмиш yetmish|етмиш "
            "sakson|саксон to'qson|тўқсон"
        ),
        "number 0.5": "yarim ярим",
    },
    "ky": {
        "ones": "бир эки үч төрт беш алты жети сегиз тогуз",
        "tens": "он жыйырма отуз кырк элүү алтымыш жетимиш сексен токсон",
        "number 0.5": "жарым",
    },
    "kk": {
        "ones": "бір екі үш төрт бес алты жеті сегіз тоғыз",
        "tens": "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан",
        "number 0.5": "жарты",
    },
    "kaa": {
        "ones": "bir|бир eki|еки úsh|үш tórt|төрт bes|бес altı|алты jeti|жети segiz|сегиз toǵız|тоғыз",
        "tens": (
            "on|он jigirma|жигирма otız|отыз qırıq|қырық eliw|елиў alpıs|алпыс jetpis|жетпис "
            "seksen|сексен toqsan|тоқсан"
        ),
    },
    "tk": {
        "ones": "bir iki üç dört bäş alty ýedi sekiz dokuz",
        "tens": "on ýigrimi otuz kyrk elli altmyş ýetmiş segsen togsan",
        "number 0.5": "ýarym",
    },
    "tg": {
        "ones": "як|яку ду|дуто се чор|чаҳор панҷ шаш ҳафт ҳашт нӯҳ",
        "tens": "даҳ бист сӣ чил панҷоҳ шаст ҳафтод ҳаштод навад",
        "number 0.5": "ним",
    },
    "fa": {
        "ones": "یک دو سه چهار پنج شش هفت هشت نه",
        "tens": "ده بیست سی چهل پنجاه شصت هفتاد هشتاد نود",
        "number 0.5": "نیم",
    },
    "ar": {
        "fraction 2": "نصف",
    },
    "zh": {
        "ones": "一 二|两|兩 三 四 五 六 七 八 九",
    },
    "de": {
        "ones": "ein|eine|einer zwei drei vier fünf sechs sieben acht neun",
    },
    "tr": {
        "ones": "bir iki üç dört beş altı yedi sekiz dokuz",
        "tens": "on yirmi otuz kırk elli altmış yetmiş seksen doksan",
        "number 0.5": "buçuk yarım",
    },
    "it": {
        "ones": "un|uno|una due tre quattro cinque sei sette otto nove",
    },
    "fr": {
        "ones": "un|une deux trois quatre cinq six sept huit neuf",
    },
    "es": {
        "ones": "un|uno|una dos tres cuatro cinco seis siete ocho nueve",
    },
    "pl": {
        "ones": (
            "jeden|jednego dwa|dwóch|dwa trzy|trzech cztery|czterech pięć|pięciu sześć|sześciu "
            "siedem|siedmiu osiem|ośmiu dziewięć|dziewięciu"
        ),
    },
    "id": {
        "ones": "satu dua tiga empat lima enam tujuh delapan sembilan",
    },
}
