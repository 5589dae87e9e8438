"""The words of printed figures, language by language: numbers, scale words, units, currencies, small words.

A missing word is added to its language and nowhere else. Each key is a meaning, each value the words that have it, in
lower case. A word under several meanings has them all, and a figure each value that they make.

| meaning | is |
|---|---|
| ones, teens, tens, hundreds | numbers in order (1-9, 11-19, 10-90, 100-900); "|" between forms, "." for none |
| number 1.5 | any other number; like those above it adds to the number before it |
| fraction 3 | a third: divides a number before it ("two thirds"), adds after an "and" ("two and a half") |
| half | half of the scale word before it ("a billion and a half", 一亿半) |
| scale 6 | multiplies by 10**6 |
| tenth | tenths of a whole, as percent: 三成 is 30 % |
| times, times 2 | "times" and "-fold"; "doubled" |
| divided, divided 2 | "divided by"; "halved" |
| added | Chinese 倍 of what was added: 增长2倍 is 200 % |
| percent, index | the unit; the word "index" |
| money USD, money dollar | a currency, by its code or the name several share (`currencies.SHARED`) |
| of CAD | a country, which tells whose dollar |
| minus, plus | the sign |
| up, down | make it a rise or a fall |
| more, less | the same, but only after a percentage or factor; before it they would be bounds |
| and, filler | says nothing by itself; only small words inside a figure, never a bound word ("about") |
| rough | the mark of words in the canonical text ("2 times in words") |
| endings | a regular expression of what may follow a word that is marked with "*" |

| mark of a word | is |
|---|---|
| `доллар*` | takes the endings of its language |
| `млн.` | is an abbreviation: a full stop may follow; alone it stands for no number, as "миллион" does for one |
| `per_cent` | is printed as several words; a hyphen or full stop between them is written as a word of its own |
"""

from __future__ import annotations

from tradefacts.figure.languages.eastern import CHINESE, INDONESIAN, JAPANESE, KOREAN
from tradefacts.figure.languages.english import ENGLISH
from tradefacts.figure.languages.german import GERMAN
from tradefacts.figure.languages.iranian_and_arabic import ARABIC, PERSIAN, TAJIK
from tradefacts.figure.languages.romance import CATALAN, FRENCH, ITALIAN, SPANISH
from tradefacts.figure.languages.russian import RUSSIAN
from tradefacts.figure.languages.south_and_east_slavic import BELARUSIAN, BULGARIAN, UKRAINIAN
from tradefacts.figure.languages.turkic import KARAKALPAK, KAZAKH, KYRGYZ, TURKMEN, UZBEK
from tradefacts.figure.languages.turkish import AZERBAIJANI, TURKISH
from tradefacts.figure.languages.west_slavic import CZECH, POLISH

LANGUAGES: dict[str, dict[str, str]] = {
    "en": ENGLISH,
    "ru": RUSSIAN,
    "uz": UZBEK,
    "kk": KAZAKH,
    "ky": KYRGYZ,
    "kaa": KARAKALPAK,
    "tk": TURKMEN,
    "tg": TAJIK,
    "fa": PERSIAN,
    "ar": ARABIC,
    "zh": CHINESE,
    "ja": JAPANESE,
    "ko": KOREAN,
    "tr": TURKISH,
    "az": AZERBAIJANI,
    "de": GERMAN,
    "fr": FRENCH,
    "it": ITALIAN,
    "es": SPANISH,
    "ca": CATALAN,
    "pl": POLISH,
    "cs": CZECH,
    "bg": BULGARIAN,
    "be": BELARUSIAN,
    "uk": UKRAINIAN,
    "id": INDONESIAN,
}
"""Words by the language's code in ISO 639."""

LONG_SCALE = frozenset({"de", "fr", "it", "es", "ca", "pl", "cs"})
"""Languages in which a billion is 10**12."""

COMPOUNDING = ("en", "ru", "de", "it", "tr", "pl", "cs")
"""Languages that write a number and what it counts as one word: "fivefold", "пятипроцентный", "zweieinhalb"."""

EASTERN = ("zh", "ja", "ko")
"""Languages that write without spaces."""
