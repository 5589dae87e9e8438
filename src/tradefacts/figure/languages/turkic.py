"""What Turkic languages string to a word: plural, possessive, case.

The endings are those grammars' own, with every vowel that harmony may put into them.
"""

from __future__ import annotations

_CYRILLIC_CASE = (
    "(?:н?[гғкқ][аеоө](?:ч[аеоө])?|[аеоө]|н[аеоө]н?|н?[дт][аеоө]н?|[ндт]?[ыиіуү]|н|[ндт]?[ыиіуү](?:ң|н|нг)|[мбп]ен)"
)
CYRILLIC_ENDINGS = (
    f"(?:[лдт][аеоө]р)?(?:с?[ыиіуүй]|йы|йі)?{_CYRILLIC_CASE}?"
    f"|[лдт][ыиіуү][кқ](?:т[ыиіуү])?{_CYRILLIC_CASE}?|[дт][ыиіуү]р"
)
_LATIN_CASE = (
    "(?:n?[gkqğǵ][aeəá](?:ch[aə])?|y?[aeə]|n[aeə]n?|n?[dt][aeə]n?|[ndtyn]?[ıiuüy]|n|[ndt]?[ıiuüy](?:ng|ň|n|ń)|y?l[ae])"
)
LATIN_ENDINGS = (
    f"(?:l[aeə]r)?(?:s?[ıiuüyí]|y[ıiuü])?{_LATIN_CASE}?|l[ıiuüy][kqgğ]?(?:t[ıiuüy])?{_LATIN_CASE}?|[dt][ıiuüy]r"
)


KAZAKH: dict[str, str] = {
    "endings": CYRILLIC_ENDINGS,
    "ones": "бір екі үш төрт бес алты жеті сегіз тоғыз",
    "tens": "он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан",
    "number 0.5": "жарым",
    "fraction 2": "жарты жартысы жартысына жартысын",
    "fraction 3": "үштен_бірі",
    "fraction 4": "ширек ширегі төрттен_бірі",
    "fraction 5": "бестен_бірі",
    "scale 2": "жүз",
    "scale 3": "мың*",
    "scale 6": "миллион* млн.*",
    "scale 9": "миллиард* млрд.*",
    "scale 12": "триллион* трлн.*",
    "times": "есе* еселік",
    "percent": "пайыз* процент*",
    "up": "өсті өскен өсім өсуі артты артқан көбейген көбейді ұлғайды ұлғайған",
    "down": "азайды азайған азаю төмендеді төмендеген төмендеу кеміді кеміген қысқарды қысқарған",
    "and": "және",
    "money dollar": "доллар*",
    "money EUR": "еуро* евро*",
    "money ruble": "рубль* рубл*",
    "money CNY": "юань* юан*",
    "money KZT": "теңге* тг.* тенге*",
    "money KGS": "сом*",
    "money UZS": "сум* сўм*",
    "money TJS": "сомони*",
    "money manat": "манат*",
    "money lira": "лира*",
    "money JPY": "иена*",
    "money won": "вон*",
    "money dirham": "дирхам*",
    "money franc": "франк*",
    "money pound": "фунт*",
    "of USD": "ақш америкалық америка",
    "of RUB": "ресей ресейлік",
    "of BYN": "беларусь",
    "of CNY": "қытай қытайлық",
    "of KZT": "қазақстан қазақстандық",
    "of KGS": "қырғыз қырғызстан",
    "of UZS": "өзбек өзбекстан",
    "of TRY": "түрік",
    "of AZN": "әзербайжан әзірбайжан",
    "of TMT": "түрікмен түрікменстан",
    "of CHF": "швейцария",
    "of GBP": "британ британдық",
    "of CAD": "канада",
    "of HKD": "гонконг",
}

KYRGYZ: dict[str, str] = {
    "endings": CYRILLIC_ENDINGS,
    "ones": "бир эки үч төрт беш алты жети сегиз тогуз",
    "tens": "он жыйырма отуз кырк элүү алтымыш жетимиш сексен токсон",
    "number 0.5": "жарым",
    "fraction 2": "жарымы жарымын жарымына",
    "fraction 3": "үчтөн_бири үчтөн_бирин",
    "fraction 4": "чейрек чейреги төрттөн_бири",
    "fraction 5": "бештен_бири",
    "scale 2": "жүз",
    "scale 3": "миң*",
    "scale 6": "миллион* млн.*",
    "scale 9": "миллиард* миллард* млрд.*",
    "scale 12": "триллион* трлн.*",
    "times": "эсе* эселик",
    "percent": "пайыз* процент*",
    "up": "өстү өскөн өсүш өсүштү көбөйгөн көбөйдү арткан артты",
    "down": "азайган азайды азаюу төмөндөгөн төмөндөдү төмөндөө кыскарган кыскарды кемиген кемиди",
    "and": "жана",
    "money dollar": "доллар*",
    "money EUR": "евро*",
    "money ruble": "рубль* рубл*",
    "money CNY": "юань* юан*",
    "money KZT": "теңге* тенге*",
    "money KGS": "сом*",
    "money UZS": "сум*",
    "money TJS": "сомони*",
    "money manat": "манат*",
    "money lira": "лира*",
    "money JPY": "иена* йен*",
    "money dirham": "дирхам*",
    "money franc": "франк*",
    "of USD": "акш америка америкалык",
    "of RUB": "орус россия россиялык",
    "of BYN": "беларусь",
    "of CNY": "кытай",
    "of KZT": "казак казакстан",
    "of KGS": "кыргыз кыргызстан",
    "of UZS": "өзбек өзбекстан",
    "of TRY": "түрк",
    "of AZN": "азербайжан",
    "of TMT": "түркмөн түркмөнстан",
    "of CHF": "швейцария",
    "of CAD": "канада",
}

UZBEK: dict[str, str] = {
    "endings": f"{CYRILLIC_ENDINGS}|{LATIN_ENDINGS}",
    "ones": "bir|бир ikki|икки uch|уч to'rt|тўрт besh|беш olti|олти yetti|етти sakkiz|саккиз to'qqiz|тўққиз",
    "tens": (
        "o'n|ўн yigirma|йигирма o'ttiz|ўттиз qirq|қирқ ellik|эллик oltmish|олтмиш yetmish|етмиш "
        "sakson|саксон to'qson|тўқсон"
    ),
    "number 0.5": "yarim ярим",
    "fraction 2": "yarmi ярми yarmini ярмини yarmiga ярмига",
    "fraction 3": "uchdan_biri учдан_бири uchdan_bir учдан_бир",
    "fraction 4": "chorak чорак choragi чораги to'rtdan_biri тўртдан_бири",
    "fraction 5": "beshdan_biri бешдан_бири",
    "scale 2": "yuz юз",
    "scale 3": "ming* минг*",
    "scale 6": "million* миллион* mln.* млн.*",
    "scale 9": "milliard* миллиард* mlrd.* млрд.*",
    "scale 12": "trillion* триллион* trln.* трлн.*",
    "times": (
        "marta* marotaba* marotabaga марта* маротаба* marot* марот* baravar* barobar* баравар* баробар* karra карра "
        "hissa* ҳисса*"
    ),
    "percent": "foiz* фоиз* protsent* процент*",
    "up": (
        "oshgan oshdi ortgan ortdi ko'paygan ko'paydi ошган ошди ортган ортди кўпайган кўпайди o'sish ўсиш o'sdi ўсди"
    ),
    "down": (
        "kamaygan kamaydi камайган камайди kamayish камайиш pasaygan pasaydi пасайган пасайди qisqargan qisqardi "
        "қисқарган қисқарди tushgan tushdi тушган тушди"
    ),
    "and": "va ва",
    "money dollar": "dollar* доллар*",
    "money EUR": "yevro* евро* evro*",
    "money ruble": "rubl* рубл* рубль*",
    "money CNY": "yuan* юан* юань*",
    "money UZS": "so'm* сўм* сум* sum*",
    "money KZT": "tenge* тенге* tanga* танга*",
    "money TJS": "somoni* сомони*",
    "money manat": "manat* манат*",
    "money lira": "lira* лира*",
    "money JPY": "iyena* иена*",
    "money dirham": "dirham* дирҳам* dirham*",
    "money franc": "frank* франк*",
    "money pound": "funt* фунт*",
    "of USD": "aqsh ақш amerika америка",
    "of RUB": "rossiya россия rus рус",
    "of BYN": "belarus беларус",
    "of CNY": "xitoy хитой",
    "of KZT": "qozog'iston қозоғистон qozoq қозоқ",
    "of KGS": "qirg'iziston қирғизистон qirg'iz қирғиз",
    "of UZS": "o'zbekiston ўзбекистон o'zbek ўзбек",
    "of TJS": "tojikiston тожикистон tojik тожик",
    "of TMT": "turkmaniston туркманистон turkman туркман",
    "of AZN": "ozarbayjon озарбайжон",
    "of TRY": "turk турк",
    "of CHF": "shveytsariya швейцария",
    "of CAD": "kanada канада",
}

KARAKALPAK: dict[str, str] = {
    "endings": f"{CYRILLIC_ENDINGS}|{LATIN_ENDINGS}",
    "ones": "bir|бир eki|еки úsh|үш tórt|төрт bes|бес altı|алты jeti|жети segiz|сегиз toǵız|тоғыз",
    "tens": (
        "on|он jigirma|жигирма otız|отыз qırıq|қырық eliw|елиў alpıs|алпыс jetpis|жетпис seksen|сексен toqsan|тоқсан"
    ),
    "number 0.5": "yarım ярым",
    "fraction 2": "yarımı ярымы",
    "scale 2": "júz жүз",
    "scale 3": "мың* mıń*",
    "scale 6": "million* миллион* mln.* млн.*",
    "scale 9": "milliard* миллиард* mlrd.* млрд.*",
    "times": "ese* есе* márte мәрте",
    "percent": "процент* procent* payız* пайыз*",
    "up": "artqan artti артқан артты kóbeygen көбейген óskin өскен ósti өсти",
    "down": "kemeygen kemeydi кемейген кемейди tómenlegen төменлеген azayǵan азайған",
    "and": "hám ҳәм",
    "money dollar": "dollar* доллар*",
    "money EUR": "evro* евро*",
    "money UZS": "swm* сум* sum* сўм*",
    "money ruble": "rubl* рубл*",
    "of USD": "aqsh ақш",
}

TURKMEN: dict[str, str] = {
    "endings": LATIN_ENDINGS,
    "ones": "bir iki üç dört bäş alty ýedi sekiz dokuz",
    "tens": "on ýigrimi otuz kyrk elli altmyş ýetmiş segsen togsan",
    "number 0.5": "ýarym",
    "fraction 2": "ýarysy ýarpysy",
    "fraction 3": "üçden_biri",
    "fraction 4": "çärýek çärýegi dörtden_biri",
    "scale 2": "ýüz",
    "scale 3": "müň*",
    "scale 6": "million* mln.*",
    "scale 9": "milliard* mlrd.*",
    "scale 12": "trillion*",
    "times": "esse* essä gezek",
    # The second is a slip of a page, recorded as it was printed.
    "percent": "göterim* göteim prosent*",
    "up": "artdy artan ýokarlandy ýokarlanan köpeldi ösüş ösdi",
    "down": "azaldy azalan kemeldi kemelen peseldi peselen",
    "and": "we",
    "money dollar": "dollar*",
    "money EUR": "ýewro* yewro*",
    "money ruble": "rubl* rublu*",
    "money CNY": "ýuan* yuan*",
    "money KZT": "teňňe* tenge*",
    "money manat": "manat* manad*",
    "money lira": "lira*",
    "money UZS": "sum*",
    "money TJS": "somoni*",
    "money JPY": "ýena* ýen*",
    "of USD": "abş amerikan amerika",
    "of RUB": "rus russiýa russiýanyň",
    "of CNY": "hytaý",
    "of KZT": "gazak gazagystan",
    "of KGS": "gyrgyz gyrgyzystan",
    "of UZS": "özbek özbegistan",
    "of TJS": "täjik",
    "of TMT": "türkmen türkmenistan",
    "of AZN": "azerbaýjan",
    "of TRY": "türk",
}
