"""Whose goods go to whom, from the flow, the exporter and the importer that a question names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.errors import InvalidQueryError
from tradefacts.names import check_choice
from tradefacts.vocabulary import FLOWS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tradefacts.factbase import FactBase

_DIRECTED = {"exports": ("exporter", "importer"), "imports": ("importer", "exporter")}
"""Whether the first place is the exporter or the importer, and the second."""


def resolve_direction(base: FactBase, given: dict[str, Any], codes: Sequence[str]) -> dict[str, str | None]:
    """Return flow, exporter and importer: exports are goods from the first place, in any wording of a page."""
    ends = {end: base.resolve_place(given[end]) if end in given else None for end in ("exporter", "importer")}
    flow = given.get("flow")
    if flow is None:
        _check_ends(base, ends, codes)
        return ends
    check_choice("flow", flow, FLOWS)
    if flow not in _DIRECTED:
        if any(ends.values()):
            raise InvalidQueryError(
                f"{flow} has no exporter or importer", hint=f"leave out --flow {flow}, or the other"
            )
        return {**ends, "flow": flow}
    if not codes:
        hint = f"name a place, such as KZ --flow {flow}, or use --exporter and --importer"
        raise InvalidQueryError(f"--flow {flow} needs a place", hint=hint)
    from_first = _DIRECTED[flow]
    meant = dict(zip(from_first, codes, strict=False))
    for end, code in meant.items():
        if ends[end] not in {None, code}:
            raise InvalidQueryError(
                f"--flow {flow} means the {end} {code}, not {ends[end]}", hint="leave one of them out"
            )
    _check_ends(base, {**ends, **meant}, codes)
    return {**ends, **meant}


def _check_ends(base: FactBase, ends: Mapping[str, str | None], codes: Sequence[str]) -> None:
    """Refuse goods that no fact about the places can be: from or to a third place, or from a country to itself."""
    given = [code for code in ends.values() if code]
    if len(given) > 1 and given[0] == given[1] and not base.is_group(given[0]):
        raise InvalidQueryError(f"exporter and importer are both {given[0]}", hint="name two countries")
    sides = 2 - len(codes)
    strangers = [(end, code) for end, code in ends.items() if code and code not in codes]
    if codes and len(strangers) > sides:
        end, code = strangers[0]
        raise InvalidQueryError(
            f"--{end} {code} is no side of the trade of {' and '.join(codes)}",
            hint=f"expected {' or '.join(codes)}, or ask about {code}",
        )
