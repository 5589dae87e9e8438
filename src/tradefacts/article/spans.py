"""The months that the words of a table name, for its caption or for a cell."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tradefacts.article.periods import PARTS_OF_YEAR
from tradefacts.article.words import get_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.article.page import Page
    from tradefacts.article.periods import Mention
    from tradefacts.period import Period

_BASE = re.compile(rf"(?:{get_pattern('table_base')})\s*$", re.IGNORECASE)
"""What precedes the period that a growth is compared with."""
_BACK = 24
_PARTS = PARTS_OF_YEAR | {"month", "solar", "fiscal", "rolling"}


def find_caption_period(page: Page, mentions: Sequence[Mention]) -> Period | None:
    """Return the period that a caption names, of mentions with the nearest first."""
    own = [mention for mention in mentions if mention.meanings and not _is_base(page, mention)]
    own = [mention for mention in own if mention.pattern in {"year", *_PARTS}]
    if not own:
        return None
    part = next((mention for mention in own if mention.pattern in _PARTS), own[0])
    period = part.meanings[0][0]
    year = next((mention for mention in own if mention.pattern == "year"), None)
    if part.year is None and year is not None and part.pattern in PARTS_OF_YEAR | {"month"}:
        return _put_into(period, year.meanings[0][0])
    return period


def find_period(
    page: Page, mentions: Sequence[Mention], caption: Period | None, *, is_growth: bool = False
) -> Period | None:
    """Return the period that a row or a column names; a year has the months of the caption, if it names any."""
    if any(mention.name == "before" for mention in mentions) and caption is not None and not is_growth:
        return caption.shift(-1)
    own = [mention for mention in mentions if mention.meanings]
    own = [mention for mention in own if not (is_growth and _is_base(page, mention))]
    if not own:
        return None
    chosen = max(own, key=lambda mention: mention.meanings[0][0].last) if is_growth else own[0]
    period = chosen.meanings[0][0]
    part = next((mention for mention in own if mention.pattern in PARTS_OF_YEAR and mention.year is None), None)
    if period.is_year and part is not None:
        return _put_into(part.meanings[0][0], period)
    if period.is_year and caption is not None and not caption.is_year and caption.months < period.months:
        return _put_into(caption, period)
    if chosen.year is None and caption is not None and chosen.pattern in PARTS_OF_YEAR | {"month"}:
        return _put_into(period, caption)
    return period


def _put_into(months: Period, year: Period) -> Period:
    """Return the same months of another year."""
    return months.shift(year.last // 12 - months.last // 12)


def _is_base(page: Page, mention: Mention) -> bool:
    start = page.cut.tokens[mention.first].start
    return mention.by is not None or _BASE.search(page.cut.text, max(0, start - _BACK), start) is not None
