"""The vocabulary: the kinds of facts with their traits, flows and bounds.

A new kind of fact is a class in `records`, an entry in `KINDS`, and nothing else: loading, lint, `--kind`, timelines,
templates, search, schema and documents follow from the two. This module imports nothing of the project.
"""

from collections.abc import Mapping
from typing import NamedTuple

PUBLISHED = "published"
"""The date of a fact's page, for kinds that have no date of their own."""


class Kind(NamedTuple):
    """A kind of fact and its traits."""

    name: str
    """Its word in the key `kind`."""
    line: str
    """One line of words about a fact, for screens: keys and parts of speech of `render.claims` in braces."""
    moments: Mapping[str, str]
    """The keys with dates of a fact, and the name of each in a timeline; the first one set is the date of the fact."""
    otherwise: tuple[str, str] | None = None
    """The key that dates a fact without any of the moments, and its name in a timeline."""
    detail: str = ""
    """The text after its printed figure in a table, in the same form as `line`."""
    figure: str | None = None
    """The key of its figure; None for a kind without one. The figure as printed is in `printed`."""
    has_flow: bool = False
    """Whether it is about a flow of goods between two places."""
    is_compared: bool = False
    """Whether figures of this kind on one key are compared, because they measure something in a period."""
    is_exact: bool = False
    """Whether its figure is an exact amount instead of a measurement."""
    is_change: bool = False
    """Whether its figure is a change, which is shown with a sign."""
    id_keys: tuple[str, ...] = ("kind", "source")
    """The parts of a proposed id: keys, or parts defined in `curating.naming`."""


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "volume",
            "{subject} {period}: {figure}",
            {"last": "figure"},
            figure="value",
            has_flow=True,
            is_compared=True,
            id_keys=("country", "partner", "flow", "kind", "period", "source"),
        ),
        Kind(
            "growth",
            "{subject} {period}: {figure}{base}",
            {"last": "figure"},
            detail="{base}",
            figure="percent",
            has_flow=True,
            is_compared=True,
            is_change=True,
            id_keys=("country", "partner", "flow", "kind", "period", "source"),
        ),
        Kind(
            "share",
            "{subject}: {figure} of {whole}, {period}",
            {"last": "figure"},
            detail=" of {whole}",
            figure="percent",
            has_flow=True,
            is_compared=True,
            id_keys=("country", "partner", "flow", "kind", "period", "source"),
        ),
        Kind(
            "target",
            "target {subject}: {figure}, {deadline}",
            {},
            (PUBLISHED, "target"),
            detail=", {deadline}",
            figure="value",
            has_flow=True,
            is_exact=True,
            id_keys=("country", "partner", "flow", "kind", "amount", "source"),
        ),
        Kind(
            "project",
            "{places} {projects} {status}: {figure}{jobs}",
            {},
            (PUBLISHED, "project"),
            detail=" for {projects}, {status}{jobs}",
            figure="value",
            id_keys=("country", "partner", "plural", "status", "source"),
        ),
        Kind(
            "term",
            "{person}, {acting}{office}",
            {"start": "took office", "end": "left office"},
            ("seen_on", "seen in office"),
            id_keys=("person", "office", "source"),
        ),
        Kind(
            "event",
            "{name}{venue}",
            {"date": "meeting"},
            (PUBLISHED, "meeting"),
            id_keys=("met", "title", "source"),
        ),
    )
}
"""All kinds of facts, in the order of lists and files."""

FIGURES = tuple(name for name, kind in KINDS.items() if kind.figure)
"""Kinds with a figure."""

DIRECTED = tuple(name for name, kind in KINDS.items() if kind.has_flow)
"""Kinds with a flow."""

COMPARED = tuple(name for name, kind in KINDS.items() if kind.is_compared)
"""Kinds whose figures are compared with each other."""

FLOWS = ("turnover", "exports", "imports", "balance")
"""The flows between two places: exports + imports, either of them, or exports − imports."""

BOUNDS = ("=", "~", ">", "<")
"""The bounds: as printed, about, more than, less than."""

MAIN_CURRENCY = "USD"
"""The main currency: amounts in it come first, and need no word that they are not converted."""

UNATTRIBUTED = "none"
"""The value of --reporter for figures whose statistics are not named."""
