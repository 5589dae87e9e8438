"""Russian word tables."""

from __future__ import annotations

from tradefacts.article.words.language import Language
from tradefacts.article.words.russian.changes import CHANGES
from tradefacts.article.words.russian.dates import DATES, PERIODS
from tradefacts.article.words.russian.goods import GOODS
from tradefacts.article.words.russian.grammar import GRAMMAR
from tradefacts.article.words.russian.inflection import INFLECTION
from tradefacts.article.words.russian.places import GROUP_NOUNS, PLACES
from tradefacts.article.words.russian.scopes import SCOPES
from tradefacts.article.words.russian.statements import STATEMENTS
from tradefacts.article.words.russian.trade import TRADE
from tradefacts.article.words.russian.wording import WORDING

RUSSIAN = Language(
    {**TRADE, **CHANGES, **SCOPES, **GOODS, **STATEMENTS},
    PLACES,
    GROUP_NOUNS,
    DATES,
    PERIODS,
    {**GRAMMAR, **WORDING},
    INFLECTION,
)
