"""Words that rules look for."""

from __future__ import annotations

BOUND_WORDS = (
    # English
    *("more than", "over", "above", "exceed(?:s|ed|ing)?", "at least", "less than", "under", "below", "up to"),
    *("about", "around", "nearly", "almost", "some", "approximately", "roughly", "close to", "not less than"),
    # Russian
    *("более(?: чем)?", "больше", "свыше", "превыс\\w+", "превыша\\w+", "не менее", "менее(?: чем)?", "меньше", "до"),
    *("около", "почти", "порядка", "примерно", "приблизительно", "практически"),
    # Kazakh, Kyrgyz, Uzbek, Tajik, Turkmen
    *("астам", "жуық", "шамамен", "ашык", "ашуун", "болжол менен", "жакын"),
    *("qariyb", "taxminan", "ortiq", "ziyod", "deyarli", "қарийб", "тахминан", "ортиқ", "зиёд", "деярли"),
    *("беш аз", "тақрибан", "зиёда аз", "қариб", "gowrak", "golaý", "takmynan"),
    # German, French, Turkish
    *("über", "rund", "fast", "etwa", "knapp", "mehr als", "plus de", "environ", "près de", "yaklaşık", "fazla"),
    # Chinese and Japanese write them beside the digits
    *("超过", "约", "近", "逾"),
)
"""Regular expressions of words that say whether a figure is rounded, or an upper or a lower limit."""

_CODES = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL "
    "HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD "
    "MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG "
    "QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD "
    "TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XDR XOF XPF YER ZAR ZMW ZWG"
)

CURRENCIES = frozenset(_CODES.split())
"""Codes of money in use, and of the drawing rights of the IMF. Source: ISO 4217, list one, as of 2026."""
