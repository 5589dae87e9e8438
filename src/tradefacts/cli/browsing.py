"""Open pages in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.cli.output import tell, write

if TYPE_CHECKING:
    from tradefacts.answer import Answer
    from tradefacts.questions.records import ShowResult


def open_pages(answer: Answer[ShowResult]) -> None:
    """Open the pages that are shown, and those that the claims shown stand on; print an address that none can open.

    Raises:
        OutputError: an address cannot be written.
    """
    import webbrowser

    for name, url in _find_pages(answer).items():
        if url is None:
            tell(f"note: no address is known of {name}")
            continue
        try:
            is_opened = webbrowser.open(url)
        except webbrowser.Error:
            is_opened = False
        if not is_opened:
            write([url])


def _find_pages(answer: Answer[ShowResult]) -> dict[str, Any]:
    """Return the addresses of the pages by their ids."""
    claims = {claim.id: claim for claim in answer.claims}
    pages = {}
    for shown in answer.result.records:
        if shown.section == "facts":
            pages[claims[shown.id].source] = claims[shown.id].url
        elif shown.section == "sources":
            pages[shown.id] = shown.record["url"]
        else:
            tell(f"note: {shown.id} is no page and stands on none")
    return pages
