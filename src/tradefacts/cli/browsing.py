"""Open pages in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.cli.output import tell, write

if TYPE_CHECKING:
    from tradefacts.answer import Answer
    from tradefacts.questions.records import ShowResult


def open_pages(answer: Answer[ShowResult]) -> None:
    """Open the pages shown, and those of the claims shown; print an address if no browser can open it.

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
            tell(f"note: {shown.id} is not a page and has none")
    return pages
