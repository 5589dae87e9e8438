"""Figures as pages print them, in every language of the base: read as intended, or refused."""

from __future__ import annotations

import re

import pytest

from tradefacts.errors import InvalidFigureError
from tradefacts.figure.currencies import CURRENCIES, SIGNS
from tradefacts.figure.languages import LANGUAGES
from tradefacts.figure.parsing import parse_figure, settle_figure
from tradefacts.lint.figures import BOUND_WORDS

BILLION = 1_000_000_000
MILLION = 1_000_000

SEEN_ON_PAGES = [
    # language, as printed, the value or the growth in percent, the currency or None
    ("en", "US$134.45m", 134_450_000, "USD"),
    ("en", "$ 2.19 billion", 2_190_000_000, "USD"),
    ("en", "2.5-fold increase", 150, None),
    ("en", "+55 percent", 55, None),
    ("en", "a billion and a half dollars", 1_500_000_000, "USD"),
    ("ru", "4 миллиарда 542 миллиона 530 тысяч 920 долларов", 4_542_530_920, "USD"),
    ("ru", "2 млрд 526 млн. 18 тыс. 538 долларов", 2_526_018_538, "USD"),
    ("ru", "735,2 миллиона долларов", 735_200_000, "USD"),
    ("ru", "на 31,2% выше", 31.2, None),
    ("ru", "сократилось в 2,4 раза", -58.33, None),
    ("uz", "$19,57 mlrd.ni", 19_570_000_000, "USD"),
    ("uz", "$7,66 mlrd.ni", 7_660_000_000, "USD"),
    ("uz", "$4,25 mlrd.ga", 4_250_000_000, "USD"),
    ("uz", "-$3 809,7 mln.ga", -3_809_700_000, "USD"),
    ("uz", "$650 mln.gacha", 650 * MILLION, "USD"),
    ("uz", "13,4%ga", 13.4, None),
    ("uz", "17%i", 17, None),
    ("uz", "28% га", 28, None),
    ("uz", "$5,1 миллиардни", 5_100_000_000, "USD"),
    ("uz", "15 миллиард 730 миллион долларни", 15_730_000_000, "USD"),
    ("uz", "тўрт ярим миллиард долларлик", 4_500_000_000, "USD"),
    ("kk", "51,4 млрд долларға", 51_400_000_000, "USD"),
    ("kk", "605,1 млн долларға", 605_100_000, "USD"),
    ("kk", "42%-ға", 42, None),
    ("kk", "2,6 есеге", 160, None),
    ("kk", "8,6 пайызға", 8.6, None),
    ("ky", "2,5 миллиард долларды", 2_500_000_000, "USD"),
    ("ky", "5 миллиарддан", 5 * BILLION, None),
    ("ky", "5,1 эсе", 410, None),
    ("ky", "1,6 эсеге кыскарган", -37.5, None),
    ("tk", "731 müň amerikan dollaryndan", 731_000, "USD"),
    ("tk", "323 müň 200 amerikan dollaryna", 323_200, "USD"),
    ("tk", "31 million 430 müň manatlygyň", 31_430_000, None),
    ("tk", "70 göterim", 70, None),
    ("tk", "3,4 esse", 240, None),
    ("tg", "се миллиарду дусад миллион доллар", 3_200 * MILLION, "USD"),
    ("tg", "1,8 баробар коҳиш", -44.44, None),
    ("tg", "46,2 дар сад", 46.2, None),
    ("fa", "سه میلیارد و 200 میلیون دلار", 3_200 * MILLION, "USD"),
    ("fa", "۳۸ میلیارد و ۱۵۴ میلیون دلار", 38_154 * MILLION, "USD"),
    ("fa", "40درصدی", 40, None),
    ("ar", "40 مليار و470 مليون دولار", 40_470 * MILLION, "USD"),
    ("ar", "ملياري دولار", 2 * BILLION, "USD"),
    ("ar", "خمسة وعشرين بالمئة", 25, None),
    ("zh", "3120.4亿元", 312_040_000_000, "CNY"),
    ("zh", "8,288亿港元", 828_800_000_000, "HKD"),
    ("zh", "百分之二十五", 25, None),
    ("zh", "增长2倍", 200, None),
    ("ja", "34億8,000万米ドル", 3_480_000_000, "USD"),
    ("ja", "885兆8,000億スム", 885_800 * BILLION, "UZS"),
    ("ja", "12％増", 12, None),
    ("ko", "20억2천만달러", 2_020_000_000, "USD"),
    ("ko", "1.7만 달러", 17_000, "USD"),
    ("ko", "22백만달러", 22 * MILLION, "USD"),
    ("tr", "1 milyar 788 milyon dolara", 1_788 * MILLION, "USD"),
    ("tr", "12,8 milyar dolarla", 12_800_000_000, "USD"),
    ("tr", "yüzde 11,9 azalarak", -11.9, None),
    ("tr", "15 kat", 1400, None),
    ("az", "3 milyard 724 milyon 511 min dollar", 3_724_511_000, "USD"),
    ("az", "934 milyon dollarlıq", 934 * MILLION, "USD"),
    ("az", "0,4 %-ni", 0.4, None),
    ("az", "6.8 dəfə", 580, None),
    ("de", "1,65 Milliarden Euro", 1_650_000_000, "EUR"),
    ("de", "um das 1,3-fache", 30, None),
    ("de", "+560 Prozent", 560, None),
    ("de", "drei Viertel", 75, None),
    ("de", "zweihundertfünfzig Millionen Franken", 250 * MILLION, "CHF"),
    ("fr", "1,15 milliard de dollars US", 1_150_000_000, "USD"),
    ("fr", "621 M EUR", 621 * MILLION, "EUR"),
    ("fr", "-46,9 pour cent", -46.9, None),
    ("fr", "quatre-vingt-dix-sept pour cent", 97, None),
    ("it", "405,69 milioni €", 405_690_000, "EUR"),
    ("it", "quintuplicato", 400, None),
    ("it", "ventidue per cento", 22, None),
    ("es", "3,03 mil millones de dólares", 3_030_000_000, "USD"),
    ("es", "millón y medio de euros", 1_500_000, "EUR"),
    ("ca", "1,2 milions de dòlars", 1_200_000, "USD"),
    ("pl", "1 mld 243 mln euro", 1_243 * MILLION, "EUR"),
    ("pl", "363,3 mld zł", 363_300_000_000, "PLN"),
    ("pl", "42,6 proc. mniej", -42.6, None),
    ("cs", "pět milionů korun", 5 * MILLION, "CZK"),
    ("bg", "1 милиард и 242 милиона долара", 1_242 * MILLION, "USD"),
    ("bg", "двойно", 100, None),
    ("be", "2,5 мільярда долараў ЗША", 2_500 * MILLION, "USD"),
    ("be", "на 34 працэнты", 34, None),
    ("uk", "півтора мільярда доларів", 1_500 * MILLION, "USD"),
    ("uk", "12,5 відсотка", 12.5, None),
    ("id", "1,5 miliar dolar AS", 1_500_000_000, "USD"),
    ("kaa", "2,5 миллиард долларға", 2_500_000_000, "USD"),
]


@pytest.mark.parametrize(("language", "printed", "value", "currency"), SEEN_ON_PAGES)
def test_figure_of_a_page_is_read_as_it_is_meant(
    language: str, printed: str, value: float, currency: str | None
) -> None:
    figure = settle_figure(printed, value)

    assert figure is not None, language
    assert figure.currency == currency
    assert figure.interval().contains(value)


def test_every_language_of_the_tables_has_figures_of_pages() -> None:
    assert {language for language, *_ in SEEN_ON_PAGES} == set(LANGUAGES)


@pytest.mark.parametrize(
    "printed",
    [
        # Two numbers that no pattern joins.
        "$927,4 млн (66 млрд рублей)",
        "$4 billion and $500 million",
        "4 billion dollars 500 million dollars",
        "$5 billion, 300 million",
        "12, 5, 13 пайызга",
        "10, 20 million",
        "$757 million 2024",
        "4.5 billion 50 million",
        "5 thousand 50 dollars",
        "12% 2024",
        "100 и 6 млн",
        "€1 – 13512.64",
        "12 34",
        # Neither a decimal mark nor a fraction.
        "2/41 بالمئة",
        "2024/25",
        # Misprints, units of something else, ordinal numbers.
        "1,788 миллиард дрлларга",
        "2 миллион тоннасы",
        "5 процентных пунктов",
        "5 millionaires",
        "5-й миллиард",
        "5‰",
        # Bounds, in any position.
        "более 5 млрд",
        "plus de 5 milliards",
        "más de 5 millones",
        "yüzde 20'den fazla",
        "20 пайыздан көп",
        "20 foizdan ko'p",
        "20% и больше",
        "15억여 달러",
        # A country without a currency, a currency that the country does not have, an unknown country letter.
        "5 billion US",
        "5 billion Canadian rubles",
        "X$5 million",
        "B$5 million",
        # A capital that begins no currency code, and an article.
        "all 5 billion",
        "A5 billion",
        # A scale word that multiplies nothing.
        "млрд долларов",
        "USD million 757 thousand",
        "млн 757 млн",
        "5% million",
        "a rise of 5% and a fall",
    ],
)
def test_figure_of_doubtful_meaning_is_refused(printed: str) -> None:
    with pytest.raises(InvalidFigureError):
        parse_figure(printed)


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        ("$757 mil", {757_000, 757 * MILLION}),
        ("115,2%", {115.2, 15.2}),
        ("92,4%", {92.4, -7.6}),
        ("48,6%", {48.6}),
        ("+115,2%", {115.2}),
        ("индекс 115,2%", {15.2}),
        ("1 Billion US-Dollar", {BILLION, 1000 * BILLION}),
        ("1,2 Billion Euro", {1_200_000_000, 1_200 * BILLION}),
        ("2 Billionen Dollar", {2_000 * BILLION}),
        ("2 billions de dollars", {2_000 * BILLION}),
        ("1,5 bln złotych", {1_500 * BILLION}),
        ("$1.5 Billion", {1_500_000_000}),
        ("1.5 Billion Dollars", {1_500_000_000}),
        ("增长2倍", {100, 200}),
        ("2,117백만달러", {2_117 * MILLION}),
        ("1,173 miliardi di euro", {1_173 * MILLION, 1_173 * BILLION}),
        ("24 mil millones", {24 * BILLION}),
    ],
)
def test_figure_has_every_value_that_its_words_leave_open(printed: str, values: set[float]) -> None:
    assert {figure.percent for figure in parse_figure(printed)} == values


@pytest.mark.parametrize(
    ("printed", "value", "currency"),
    [
        ("USD million 757", 757 * MILLION, "USD"),
        ("млн. долл. США 1 234,5", 1_234_500_000, "USD"),
        ("M€ 345", 345 * MILLION, "EUR"),
        ("€bn 4.2", 4_200 * MILLION, "EUR"),
        ("US$m 757", 757 * MILLION, "USD"),
        ("EURmn 12", 12 * MILLION, "EUR"),
        ("$'000 757", 757_000, "USD"),
        ("mlrd so'm 12,5", 12_500 * MILLION, "UZS"),
        ("百万美元 757", 757 * MILLION, "USD"),
        ("миллиард 200 миллионов долларов", 1_200 * MILLION, "USD"),
    ],
)
def test_scale_word_before_the_only_digits_multiplies_them(printed: str, value: int, currency: str) -> None:
    (figure,) = parse_figure(printed)

    assert (figure.value, figure.currency) == (value, currency)


@pytest.mark.parametrize(
    ("printed", "currency"),
    [
        ("A$5bn", "AUD"),
        ("$A5 million", "AUD"),
        ("CA$ 12 million", "CAD"),
        ("5 milliards $ CA", "CAD"),
        ("HK$5bn", "HKD"),
        ("5 Hong Kong dollars", "HKD"),
        ("NT$757 million", "TWD"),
        ("S$5 million", "SGD"),
        ("R$5 million", "BRL"),
        ("E£5 million", "EGP"),
        ("CN¥5 billion", "CNY"),
        ("5 billion Pakistani rupees", "PKR"),
        ("5 млрд белорусских рублей", "BYN"),
        ("5 млрд туркменских манатов", "TMT"),
        ("5 млрд шведских крон", "SEK"),
        ("5 milliards de francs suisses", "CHF"),
        ("3조 원", "KRW"),
        ("3 трлн ₸", "KZT"),
        ("600 milyon TL", "TRY"),
        ("XCG 5 million", "XCG"),
    ],
)
def test_currency_is_found_by_its_sign_its_code_or_its_country(printed: str, currency: str) -> None:
    assert [figure.currency for figure in parse_figure(printed)] == [currency]


@pytest.mark.parametrize(
    ("printed", "shared_by"),
    [
        ("5 billion manats", ("AZN", "TMT")),
        ("¥500 million", ("CNY", "JPY")),
        ("kr 5 million", ("DKK", "ISK", "NOK", "SEK")),
        ("FCFA 5 milliards", ("XAF", "XOF")),
    ],
)
def test_word_that_currencies_share_names_them_all(printed: str, shared_by: tuple[str, ...]) -> None:
    (figure,) = parse_figure(printed)

    assert figure.currency is None
    assert figure.shared_by == shared_by


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("halved", -60, -33.3333333333),
        ("вдвое меньше", -60, -33.3333333333),
        ("2,8 эсеге азайган", -64.9122807018, -63.6363636363),
        ("3-fold decrease", -71.4285714286, -60),
        ("divisé par 2,5", -60.7843137255, -59.1836734693),
    ],
)
def test_fall_by_a_factor_is_the_inverted_factor_rounded_outward(printed: str, low: float, high: float) -> None:
    (figure,) = parse_figure(printed)

    assert figure.interval() == (low, high)


@pytest.mark.parametrize(
    ("printed", "recorded"),
    [
        ("в 2 раза", -50),
        ("в 1,8 раза", -44.4),
        ("в 1,8 раза", -44.44),
        ("вдвое", -50),
        ("2,8 эсеге", -64.29),
        ("halved", -50),
        ("half", -50),
        ("threefold", -66.7),
    ],
)
def test_factor_recorded_as_a_fall_is_one(printed: str, recorded: float) -> None:
    figure = settle_figure(printed, recorded)

    assert figure is not None
    assert figure.interval(">").high == pytest.approx(recorded, abs=0.1)


@pytest.mark.parametrize(
    ("printed", "recorded"),
    [("в 2 раза", -200), ("в 1,8 раза", -44.5), ("вдвое меньше", 100), ("2х", 2), ("24,5%", -75.5), ("+2 times", -50)],
)
def test_factor_or_percentage_that_is_not_the_record_does_not_settle(printed: str, recorded: float) -> None:
    assert settle_figure(printed, recorded) is None


def test_fall_by_a_factor_near_nothing_has_no_upper_end() -> None:
    (figure,) = parse_figure("10 times lower")

    interval = figure.interval("~", "loose")

    assert interval == (-95, None)


@pytest.mark.parametrize("printed", ["$5 billion+", "$5+ billion", "5 млрд+ долларов", "5 billion dollars plus"])
def test_a_plus_after_a_figure_makes_it_a_lower_bound(printed: str) -> None:
    (figure,) = parse_figure(printed)

    assert figure.is_minimum
    assert figure.value == 5 * BILLION


def test_plus_before_a_figure_makes_it_a_rise() -> None:
    (figure,) = parse_figure("+5%")

    assert figure.is_rise
    assert not figure.is_minimum


def test_too_many_words_of_several_meanings_cost_no_time() -> None:
    with pytest.raises(InvalidFigureError):
        parse_figure("1,000 mil " * 15)


@pytest.mark.parametrize("code", sorted(CURRENCIES))
def test_every_code_of_a_currency_is_read(code: str) -> None:
    assert [figure.currency for figure in parse_figure(f"{code} 5 million")] == [code]
    assert [figure.currency for figure in parse_figure(f"5,5 млн {code}")] == [code]


@pytest.mark.parametrize(
    ("name", "sign"), [(name, sign) for name, signs in SIGNS.items() for sign in signs.split() if name in CURRENCIES]
)
def test_every_sign_of_one_currency_is_read(name: str, sign: str) -> None:
    assert [figure.currency for figure in parse_figure(f"{sign} 5 million")] == [name]


@pytest.mark.parametrize("word", [word for word in BOUND_WORDS if re.fullmatch(r"[\w' ]+", word)])
def test_bound_word_is_never_ignored(word: str) -> None:
    for text in (f"{word} 5 billion dollars", f"{word} 20%", f"5 млрд {word}", f"20% и {word}"):
        with pytest.raises(InvalidFigureError):
            parse_figure(text)
