"""Currencies: their codes, their signs, and the names that several of them share.

A currency word or sign stands for a set of codes ("dollar": USD, AUD, CAD …; "Canadian": CAD). The words of one figure
together mean the codes that all of its sets contain.
"""

from __future__ import annotations

_CODES = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL "
    "HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD "
    "MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG "
    "QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD "
    "TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XDR XOF XPF YER ZAR ZMW ZWG"
)

CURRENCIES = frozenset(_CODES.split())
"""Codes of money in use, and of the drawing rights of the IMF. Source: ISO 4217, list one, as of 2026."""

SHARED: dict[str, str] = {
    "any": "",
    "dollar": "USD AUD BBD BMD BND BSD BZD CAD FJD GYD HKD JMD KYD LRD NAD NZD SBD SGD SRD TTD TWD XCD",
    "ruble": "RUB BYN",
    "pound": "GBP EGP FKP GIP LBP SDG SHP SSP SYP",
    "lira": "TRY LBP SYP",
    "dirham": "AED MAD",
    "won": "KRW KPW",
    "som": "- KGS UZS",
    "manat": "- AZN TMT",
    "yen or yuan": "- CNY JPY",
    "franc": "- BIF CDF CHF DJF GNF KMF RWF XAF XOF XPF",
    "CFA franc": "- XAF XOF",
    "dinar": "- BHD DZD IQD JOD KWD LYD RSD TND",
    "rial": "- IRR OMR QAR SAR YER",
    "rupee": "- INR LKR MUR NPR PKR SCR",
    "rupee or rupiah": "- IDR INR LKR MUR NPR PKR SCR",
    "peso": "- ARS CLP COP CUP DOP MXN PHP UYU",
    "krone": "- CZK DKK ISK NOK SEK",
    "Nordic krone": "- DKK ISK NOK SEK",
    "koruna": "CZK DKK ISK NOK SEK",
    "livre": "GBP EGP FKP GIP LBP SDG SHP SSP SYP TRY",
    "shilling": "- KES SOS TZS UGX",
    "leu": "- MDL RON",
    "birr or ruble": "- BYN ETB",
    "boliviano or bolivar": "- BOB VED VES",
    "bolivar": "- VED VES",
    "colon": "- CRC SVC",
    "kwacha": "- MWK ZMW",
    "florin": "- AWG HUF",
}
"""Names and signs that currencies share. The first code is the meaning of the word alone, "-" if there is none."""

SIGNS: dict[str, str] = {
    "dollar": "$ ＄ ﹩",
    "USD": "us$ u$s u$d us$s $us usd$",
    "AUD": "a$ au$ aud$ $a $au",
    "BBD": "bds$ bbd$",
    "BMD": "bd$ bmd$",
    "BND": "bnd$",
    "BRL": "r$",
    "BSD": "bsd$",
    "BZD": "bz$ bzd$",
    "CAD": "c$ ca$ cad$ can$ cdn$ $c $ca $can",
    "CLP": "cl$ clp$",
    "COP": "col$ cop$",
    "CUP": "cu$ cup$",
    "DOP": "rd$ dop$",
    "FJD": "fj$ fjd$",
    "GYD": "gy$ gyd$",
    "HKD": "hk$ hkd$ $hk",
    "JMD": "j$ ja$ jmd$",
    "KYD": "ci$ kyd$",
    "LRD": "l$ ld$ lrd$",
    "MOP": "mop$",
    "MXN": "mx$ mex$ mxn$",
    "ARS": "ar$ ars$",
    "NAD": "n$ nad$",
    "NIO": "nio$",
    "NZD": "nz$ nzd$ $nz",
    "SBD": "si$ sbd$",
    "SGD": "s$ sg$ sgd$ $sg",
    "SRD": "sr$ srd$",
    "TOP": "t$ top$",
    "TTD": "tt$ ttd$",
    "TWD": "nt$ twd$ $nt",
    "UYU": "$u uyu$",
    "WST": "ws$",
    "ZWG": "z$ zwg$",
    "XCD": "ec$ xcd$",
    "EUR": "€",
    "GBP": "£ uk£ gb£ stg£",
    "EGP": "e£ eg£",
    "FKP": "fk£",
    "GIP": "gi£",
    "LBP": "l£ ll£ lb£",
    "SDG": "sd£",
    "SHP": "sh£",
    "SSP": "ss£ ssp£",
    "SYP": "sy£ ls£ s£",
    "yen or yuan": "¥ ￥",
    "CNY": "cn¥ rmb¥ ¥rmb",
    "JPY": "jp¥",
    "RUB": "₽",
    "KZT": "₸",
    "TRY": "₺",
    "AZN": "₼",
    "GEL": "₾",
    "AMD": "֏",
    "UAH": "₴",
    "INR": "₹",
    "rupee": "₨",
    "KRW": "₩",
    "VND": "₫",
    "ILS": "₪",
    "PHP": "₱",
    "NGN": "₦",
    "GHS": "₵ gh₵",
    "CRC": "₡",
    "PYG": "₲",
    "LAK": "₭",
    "MNT": "₮",
    "THB": "฿",
    "KHR": "៛",
    "BDT": "৳",
    "AFN": "؋",
    "KGS": "⃀",
    "rial": "﷼",
}
"""Signs by their meaning. A sign that several currencies share needs the mark of its country. Source: CLDR."""

ABBREVIATIONS: dict[str, str] = {
    "CNY": "rmb",
    "HUF": "ft",
    "BGN": "лв",
    "MYR": "rm",
    "IDR": "rp",
    "CHF": "sfr fr",
    "TRY": "tl",
    "AED": "dhs",
    "AFN": "afs",
    "AWG": "afl",
    "BDT": "tk",
    "BIF": "fbu",
    "BTN": "nu",
    "DJF": "fdj",
    "ERN": "nfk",
    "JOD": "jd",
    "KES": "ksh",
    "KWD": "kd",
    "MAD": "dh",
    "MKD": "ден",
    "MWK": "mk",
    "QAR": "qr",
    "RSD": "din дин",
    "RWF": "frw",
    "SAR": "sr",
    "TND": "dt",
    "TZS": "tsh",
    "UGX": "ush",
    "VUV": "vt",
    "ZMW": "zk",
    "ZAR": "r",
    "XDR": "sdr sdrs сдр",
    "Nordic krone": "kr",
    "DKK": "dkr",
    "NOK": "nkr",
    "SEK": "skr",
    "ISK": "ikr",
    "leu": "lei leu",
    "CFA franc": "fcfa cfa",
    "XPF": "cfpf fcfp",
    "rupee": "rs",
    "birr or ruble": "br",
    "boliviano or bolivar": "bs",
}
"""Short names that are written without a sign. Source: CLDR and the pages of national banks."""


def find_codes(name: str) -> tuple[str | None, tuple[str, ...]]:
    """Return the code that a word means alone, and all codes it can mean; nothing for "any"."""
    codes = SHARED.get(name, name).split()
    if not codes:
        return None, ()
    usual, *others = codes
    if usual == "-":
        return None, tuple(others)
    return usual, tuple(sorted(codes))
