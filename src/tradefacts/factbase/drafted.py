"""A claim that no base holds: what a draft says, made a row like any other, so that it is compared like any other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.factbase.claim import STORED, Claim
from tradefacts.factbase.rows import MAKERS
from tradefacts.named_tuples import NamedTuple
from tradefacts.records import FACTS, get_keys
from tradefacts.text import write_json

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNSAID: dict[str, Any] = {"bound": "=", "inferred": ()}


class DraftPage(NamedTuple):
    """The page that a draft is or will be; nothing of it needs to be known."""

    publisher: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


def make_claim(said: Mapping[str, Any], number: int, page: DraftPage) -> Claim:
    """Return a draft's claim; its keys are those of a fact of its kind, and what is left out is not said.

    `number` counts the claims of a draft from 1; their ids are `draft-1`, `draft-2`, …

    Raises:
        KeyError: there is no such kind of fact.
    """
    kind = FACTS[said["kind"]]
    stored = {name: said.get(name, _UNSAID.get(name)) for name in get_keys(kind)}
    stored |= {"id": f"draft-{number}", "source": "draft", "inferred": list(stored["inferred"])}
    publisher = page.publisher or "draft"
    known = {"publisher": publisher, "origin": None, "title": None, "url": page.url, "published": page.published}
    shown: dict[str, Any] = {**known, "language": page.language, "retrieved": None, "archived": None, "inferred": []}
    joined: dict[str, Any] = {
        **known,
        "voice": stored["attributed_to"] or publisher,
        "page_json": write_json(shown),
    }
    maker = MAKERS[kind]
    row: dict[str, Any] = dict.fromkeys(STORED) | dict(zip(maker.columns, maker.make(number, stored), strict=True))
    return Claim(**row, **joined)
