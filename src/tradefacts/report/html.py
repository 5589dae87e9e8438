"""Templates of pages: everything that comes from a base is escaped, and only addresses of the web become links."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from tradefacts.export.extras import import_extra
from tradefacts.report.drawing import draw
from tradefacts.text import escape
from tradefacts.version import __version__
from tradefacts.wording.subjects import capitalize

_TEMPLATES = Path(__file__).parent / "templates"
_NUMBER = re.compile(r"\[([1-9][0-9]{0,5})\]")
_SCHEMES = ("https://", "http://")


def write_page(template: str, **parts: object) -> str:
    """Return a template with its parts filled in.

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
    """Return an address that a page may link to; None for any other, whatever a base holds."""
    return url if url and url.lower().startswith(_SCHEMES) else None


def _show(value: object) -> object:
    """Return what a template writes: text with what cannot be seen as escapes, markup of ours as it is."""
    return value if not isinstance(value, str) or hasattr(value, "__html__") else escape(value)


def _cite(text: str, pages: int = 0) -> Any:  # noqa: ANN401 - text that Jinja takes for markup
    """Return text as markup: signs of contradiction stand out, and numbers of so many pages lead to them."""
    markup = import_extra("markupsafe", "report")
    shown = str(markup.escape(escape(text)))
    shown = _NUMBER.sub(lambda found: _link(found[1]) if int(found[1]) <= pages else found[0], shown)
    return markup.Markup(shown.replace("≠", '<b class="no">≠</b>'))


def _link(number: str) -> str:
    return f'<a class="n" href="#page-{number}">[{number}]</a>'
