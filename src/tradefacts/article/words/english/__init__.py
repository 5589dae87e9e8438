"""English word tables."""

from __future__ import annotations

from tradefacts.article.words.english.changes import CHANGES
from tradefacts.article.words.english.dates import DATES, PERIODS
from tradefacts.article.words.english.goods import GOODS
from tradefacts.article.words.english.grammar import GRAMMAR
from tradefacts.article.words.english.places import GROUP_NOUNS, PLACES
from tradefacts.article.words.english.scopes import SCOPES
from tradefacts.article.words.english.statements import STATEMENTS
from tradefacts.article.words.english.trade import TRADE
from tradefacts.article.words.english.wording import WORDING
from tradefacts.article.words.language import Language

ENGLISH = Language(
    {**TRADE, **CHANGES, **SCOPES, **GOODS, **STATEMENTS}, PLACES, GROUP_NOUNS, DATES, PERIODS, {**GRAMMAR, **WORDING}
)
