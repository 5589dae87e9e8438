"""The page of a pair as HTML: one self-contained file without scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tradefacts.named_tuples import NamedTuple
from tradefacts.report.html import write_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.report.contents import PairPage


_NUMBER = re.compile(r"\s\[[0-9]+\]")


class Link(NamedTuple):
    """Another page of a site."""

    file: str
    name: str


def format_pair_page(page: PairPage, *, links: Sequence[Link] = (), data: str | None = None) -> str:
    """Return the page of a pair as HTML; within a site, with links to other pages and to its data.

    Raises:
        MissingExtraError: Jinja2 is not installed.
    """
    return write_page(
        "pair.html",
        page=page,
        title=f"{page.title}: trade on record",
        description=_NUMBER.sub("", page.sentence),
        as_of=page.answer.as_of,
        site=data is not None,
        links=links,
        data=data,
    )
