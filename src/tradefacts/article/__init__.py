"""Read a press text and find the trade claims that its figures make.

The steps: cutting (`cutting`) → mentions (`cues`, `figures`, `naming`, `periods`, `homing`, `page`) → candidates with
typed features (`kinds`, `attachment`, `timing`) → choosing by an additive score (`choosing`) → checking by arithmetic
(`tying`). Words are in a folder of tables for each language (`words`), weights in a file that `./dev train` writes.
"""

from __future__ import annotations

from tradefacts.article.proposal import Proposal, Reading, Refused, Slot
from tradefacts.article.reading import read_article, read_text
from tradefacts.article.tables import Tables

__all__ = ["Proposal", "Reading", "Refused", "Slot", "Tables", "read_article", "read_text"]
