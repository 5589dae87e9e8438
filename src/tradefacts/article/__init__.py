"""Read a press text: which trade claims its figures make.

The way is cutting (`cutting`) → mentions (`figures`, `naming`, `periods`, `cues`) → candidates with typed features
(`candidates`) → choosing by an additive score (`choosing`) → tying by arithmetic (`tying`). Words stand in tables by
language (`words`), weights in a file that `./dev train` writes.
"""

from __future__ import annotations

from tradefacts.article.proposal import Proposal, Reading, Refused, Slot
from tradefacts.article.reading import read_article, read_text
from tradefacts.article.tables import Tables

__all__ = ["Proposal", "Reading", "Refused", "Slot", "Tables", "read_article", "read_text"]
