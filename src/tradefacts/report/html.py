"""Pages as HTML without scripts: all text from a base is escaped, and only web addresses become links."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tradefacts.export.extras import import_extra
from tradefacts.named_tuples import NamedTuple
from tradefacts.report.drawing import draw
from tradefacts.text import escape
from tradefacts.version import __version__
from tradefacts.wording.subjects import capitalize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.report.contents import PairPage

_TEMPLATES = Path(__file__).parent / "templates"
_NUMBER = re.compile(r"\[([1-9][0-9]{0,5})\]")
_SCHEMES = ("https://", "http://")


def write_page(template: str, **parts: object) -> str:
    """Return a rendered template.

    Raises:
        MissingExtraError: Jinja2 is not installed.
    """
    written: str = _make_environment().get_template(template).render(version=__version__, **parts)
    return written


@cache
def _make_environment() -> Any:  # noqa: ANN401 - Jinja's own class
    jinja2 = import_extra("jinja2", "report")
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES, encoding="utf-8"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_show,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"cited": _cite, "web": keep_web_address, "draw": draw, "capital": capitalize}
    return environment


def keep_web_address(url: str | None) -> str | None:
    """Return a web address that a page may link to; None for anything else."""
    return url if url and url.lower().startswith(_SCHEMES) else None


def _show(value: object) -> object:
    """Return a value for output: text with invisible characters escaped, our own markup unchanged."""
    return value if not isinstance(value, str) or hasattr(value, "__html__") else escape(value)


def _cite(text: str, pages: int = 0) -> Any:  # noqa: ANN401 - Jinja's markup type
    """Return text as markup: contradiction signs are highlighted, and page numbers up to the given one are links."""
    markup = import_extra("markupsafe", "report")
    shown = str(markup.escape(escape(text)))
    shown = _NUMBER.sub(lambda found: _link(found[1]) if int(found[1]) <= pages else found[0], shown)
    return markup.Markup(shown.replace("≠", '<b class="no">≠</b>'))


def _link(number: str) -> str:
    return f'<a class="n" href="#page-{number}">[{number}]</a>'


_CITED = re.compile(r"\s\[[0-9]+\]")


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
        description=_CITED.sub("", page.sentence),
        as_of=page.answer.as_of,
        site=data is not None,
        links=links,
        data=data,
    )
