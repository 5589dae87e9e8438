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
    "(?:n?[gkqǵ][aeəá](?:ch[aə])?|y?[aeə]|n[aeə]n?|n?[dt][aeə]n?|[ndtyn]?[ıiuüy]|n|[ndt]?[ıiuüy](?:ng|ň|n|ń)|y?l[ae])"
)
LATIN_ENDINGS = (
    f"(?:l[aeə]r)?(?:s?[ıiuüyí]|y[ıiuü])?{_LATIN_CASE}?|l[ıiuüy][kqgğ]?(?:t[ıiuüy])?{_LATIN_CASE}?|[dt][ıiuüy]r"
)
