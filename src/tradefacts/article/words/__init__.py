"""The words of trade news, language by language. A third language is a file like the two and an entry below.

Each key is a class of words, each value the words of it in lower case, "е" for "ё"; `word*` takes any ending, `a_b` is
two words. A word may stand in several classes. Cues and their uses:

| class | is |
|---|---|
| turnover, export, import, balance, sell, buy | a flow, or what is done with goods |
| share, rise, fall, level, target, forecast | what a percentage or an amount may be |
| against, same, reach | comparison with an earlier figure; a figure that is repeated; a volume that was reached |
| total, foreign | all goods of a country |
| invest, cargo, goods, region, company, price, people, service, economy, points, denial | what is no trade claim |
| unit | nouns that are counted |
| body, official | whose statistics; who speaks |
| mask | phrases in which a word above means something else |
| about, over, under | bounds |
| mutual, reverse, wares | the trade of two; the way back; goods of any sort |
| first, second, respectively, inside | order; trade inside a group |
"""

from __future__ import annotations

from tradefacts.article.words.english import ENGLISH, ENGLISH_PLACES
from tradefacts.article.words.russian import RUSSIAN, RUSSIAN_PLACES

CUES: dict[str, dict[str, str]] = {"en": ENGLISH, "ru": RUSSIAN}
PLACES: dict[str, dict[str, str]] = {"en": ENGLISH_PLACES, "ru": RUSSIAN_PLACES}
