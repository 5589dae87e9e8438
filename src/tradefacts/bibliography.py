"""Citations for reference managers: BibTeX (as biblatex reads it) and CSL-JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.text import escape, write_json
from tradefacts.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from tradefacts.answer import Answer
    from tradefacts.questions.cite import Citation, CiteResult, Reference

_UNTITLED = "[Untitled page]"
_SPECIAL = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_TITLE = "tradefacts: published trade figures for Central Asia, each with its source"


def iterate_bibtex(answer: Answer[CiteResult]) -> Iterator[str]:
    """Yield one BibTeX entry for each page, with the claims cited from it, and one for the base."""
    for page, citations in _group(answer):
        if page is None:
            edition = {"title": _TITLE, "date": answer.as_of, "version": __version__, "note": citations[0].base}
            yield from _write_entry("dataset", f"tradefacts-{answer.as_of}", edition)
            continue
        fields: dict[str, str | None] = {
            "author": page.origin or page.publisher,
            "title": page.title or _UNTITLED,
            "organization": page.publisher,
            "date": page.published,
            "url": page.url,
            "urldate": page.retrieved,
            "note": "; ".join(citation.base for citation in citations),
        }
        yield from _write_entry("online", page.id, fields)


def iterate_csl_json(answer: Answer[CiteResult]) -> Iterator[str]:
    """Yield a list of CSL-JSON items: one for each page, with the claims cited from it, and one for the base."""
    items = []
    for page, citations in _group(answer):
        note = "; ".join(citation.base for citation in citations)
        item = _make_base_item(answer) if page is None else _make_item(page)
        items.append(write_json({name: value for name, value in (item | {"note": note}).items() if value is not None}))
    yield "["
    yield from (f"{item}," for item in items[:-1])
    yield from items[-1:]
    yield "]"


def _group(answer: Answer[CiteResult]) -> list[tuple[Reference | None, list[Citation]]]:
    """Return the citations by page, because a reference manager has one entry for each page."""
    grouped: dict[str | None, list[Citation]] = {}
    for citation in answer.result.citations:
        grouped.setdefault(citation.page and citation.page.id, []).append(citation)
    return [(citations[0].page, citations) for citations in grouped.values()]


def _write_entry(kind: str, key: str, fields: Mapping[str, str | None]) -> Iterator[str]:
    yield f"@{kind}{{{key},"
    for name, value in fields.items():
        if value is not None:
            # Addresses and dates are not escaped; a name in two pairs of braces is not read as a person's.
            written = value if name in {"url", "date", "urldate"} else _escape(value)
            yield f"  {name} = {{{f'{{{written}}}' if name in {'author', 'title', 'organization'} else written}}},"
    yield "}"


def _escape(value: str) -> str:
    return "".join(_SPECIAL.get(sign, sign) for sign in escape(value))


def _make_item(page: Reference) -> dict[str, Any]:
    return {
        "id": page.id,
        "type": "webpage",
        "author": [{"literal": page.origin or page.publisher}],
        "title": page.title,
        "container-title": page.publisher,
        "issued": _make_date(page.published),
        "accessed": _make_date(page.retrieved),
        "URL": page.url,
        "archive_location": page.archived,
        "language": page.language,
    }


def _make_base_item(answer: Answer[CiteResult]) -> dict[str, Any]:
    issued = _make_date(answer.as_of)
    return {
        "id": f"tradefacts-{answer.as_of}",
        "type": "dataset",
        "title": _TITLE,
        "issued": issued,
        "version": __version__,
    }


def _make_date(written: str | None) -> dict[str, Any] | None:
    return {"date-parts": [[int(part) for part in written.split("-")]]} if written else None
