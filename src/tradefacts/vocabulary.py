"""The words of the field that everything else reads: the kinds of facts with their traits, flows and bounds.

A new kind of fact is a class in `records`, an entry in `KINDS`, and nothing else: loading, lint, `--kind`, timelines,
templates, search, schema and documents follow from the two. This module imports nothing of the project.
"""

from collections.abc import Mapping
from typing import NamedTuple

PUBLISHED = "published"
"""The date of a fact's page, for kinds that have no date of their own."""


class Kind(NamedTuple):
    """What kind of fact something is, as far as any code has to know."""

    name: str
    """Its word in the key `kind`."""
    line: str
    """One line of words about a fact, for screens: keys and parts of speech of `render.claims` in braces."""
    moments: Mapping[str, str]
    """The keys that date what a fact tells, and what a timeline calls each; the first one set places it in time."""
    otherwise: tuple[str, str] | None = None
    """The key that dates a fact which has none of the moments, and what a timeline calls it."""
    detail: str = ""
    """What follows its printed figure in a table, written like the line."""
    figure: str | None = None
    """The key that holds its figure; None for a kind without one. The figure's characters stand in `printed`."""
    is_compared: bool = False
    """Whether figures of this kind on one key are compared: they measure something in a period."""
    is_exact: bool = False
    """Whether its figure is meant and not measured: then the digits stand for themselves."""
    is_change: bool = False
    """Whether its figure is a change, which is shown with its sign."""
    id_keys: tuple[str, ...] = ("kind", "source")
    """What a proposed id is made of: keys, or parts that `curating.naming` knows."""


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "volume",
            "{subject} {period}: {figure}",
            {"last": "figure"},
            figure="value",
            is_compared=True,
            id_keys=("country", "partner", "flow", "kind", "period", "source"),
        ),
        Kind(
            "growth",
            "{subject} {period}: {figure}{base}",
            {"last": "figure"},
            detail="{base}",
            figure="percent",
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
"""Every kind of fact, in the order in which they are listed and stored."""

FIGURES = tuple(name for name, kind in KINDS.items() if kind.figure)
"""Kinds with a figure."""

COMPARED = tuple(name for name, kind in KINDS.items() if kind.is_compared)
"""Kinds whose figures are compared with each other."""

FLOWS = ("turnover", "exports", "imports", "balance")
"""What was traded between two places: exports + imports, either of them, or the one less the other."""

BOUNDS = ("=", "~", ">", "<")
"""How a page words a figure: as printed, about, more than, less than."""

UNATTRIBUTED = "none"
"""The word for figures of which no page says whose statistics they are, where a reporter is asked for."""
