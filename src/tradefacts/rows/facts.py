"""Rows of `facts`: the claims themselves, with every key that a fact of any kind can have."""

from __future__ import annotations

import json
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, get_type_hints

from tradefacts.factbase.derived import DERIVED, Page
from tradefacts.records import FACTS, get_keys
from tradefacts.rows.columns import Column, make_column

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tradefacts.answer import Answer


class ClaimRow:
    """One claim: its stored keys, the derived ones, and those of its page as `page.…`."""

    @staticmethod
    def list_columns() -> Iterator[Column]:
        """Yield every key that a fact can have in the order of the base, the derived keys, those of the page."""
        kinds = [get_type_hints(kind, include_extras=True) for kind in FACTS.values()]
        for name in dict.fromkeys(name for kind in FACTS.values() for name in get_keys(kind)):
            found = [hints[name] for hints in kinds if name in hints]
            # Keys of all facts are described by their base class; a key that only some have is null for the others.
            hint = reduce(or_, found) if len(found) == len(kinds) else reduce(or_, found) | None
            yield make_column(name, hint, _describe(name, found))
        for name, key in DERIVED.items():
            if name != "page":
                yield make_column(name, key.type, key.description)
        page = get_type_hints(Page, include_extras=True)
        for name in get_keys(Page):
            yield make_column(f"page.{name}", page[name])

    @staticmethod
    def list_from(answer: Answer[Any]) -> Iterator[dict[str, Any]]:
        """Yield the claims of an answer, in their order, as the objects that scripts get."""
        for claim in answer.claims:
            yield json.loads(claim.json)


def _describe(name: str, hints: Sequence[Any]) -> str:
    texts = [part for hint in hints for part in getattr(hint, "__metadata__", ()) if isinstance(part, str)]
    return texts[0] if texts else f"which {name} of fact it is"
