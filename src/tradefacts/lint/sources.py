"""Rules 3xx: pages."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tradefacts.lint.contents import Contents, Fault
from tradefacts.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterator


def page_stands_twice(contents: Contents) -> Iterator[Fault]:
    """A page must have only one record; two with one address would count one voice twice."""
    pages: defaultdict[str, list[str]] = defaultdict(list)
    for name, source in contents.sources.items():
        if source["url"]:
            pages[_simplify(source["url"])].append(name)
    for address, names in pages.items():
        if len(names) > 1:
            yield Fault(tuple(names), "url", f"expected one record for {address}, found {len(names)}")


def address_imitates_another(contents: Contents) -> Iterator[Fault]:
    """A host name should be in plain ASCII letters; other letters, or punycode, can imitate another host."""
    for name, source in contents.sources.items():
        host = _find_host(source["url"] or "")
        if not host.isascii() or any(label.startswith("xn--") for label in host.split(".")):
            yield Fault((name,), "url", f"expected a host in plain letters, found {_write_punycode(host)}")


def page_is_of_the_future(contents: Contents) -> Iterator[Fault]:
    """A page should not be newer than the edition of the base; one of the dates is wrong, or the edition is old."""
    for name, source in contents.sources.items():
        if source["published"] and source["published"] > contents.as_of:
            yield Fault((name,), "published", f"expected a date up to {contents.as_of}, found {source['published']}")


def publisher_is_spelled_in_two_ways(contents: Contents) -> Iterator[Fault]:
    """A publisher or agency should always have the same spelling, because it is one voice."""
    spellings: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for name, source in contents.sources.items():
        for key in ("publisher", "origin"):
            if source[key]:
                spellings[fold(source[key]).replace(" ", "")].setdefault(source[key], name)
    for found in spellings.values():
        if len(found) > 1:
            names = tuple(dict.fromkeys(found.values()))
            yield Fault(names, "publisher", f"expected one spelling, found {' and '.join(map(repr, found))}")


def origin_is_publisher(contents: Contents) -> Iterator[Fault]:
    """The origin must be another agency that the page credits; a publisher's own page has none."""
    for name, source in contents.sources.items():
        if source["origin"] and fold(source["origin"]) == fold(source["publisher"]):
            yield Fault((name,), "origin", f"expected null or another agency, found {source['origin']!r}")


def page_cannot_be_found(contents: Contents) -> Iterator[Fault]:
    """A page should have an address, or at least a title."""
    for name, source in contents.sources.items():
        if not source["url"] and not source["title"]:
            yield Fault((name,), "url", "expected an address or a title, found neither")


def record_is_unused(contents: Contents) -> Iterator[Fault]:
    """A page, person, body or office should be used in a fact."""
    used: set[str | None] = {*contents.find_named()}
    for claim in contents.claims:
        used.update((claim.source, claim.attributed_to, claim.person, claim.office))
    for section in ("sources", "people", "bodies", "offices"):
        for name in contents.records[section]:
            if name not in used:
                yield Fault((name,), "id", "expected a fact that names it, found none")


def _simplify(url: str) -> str:
    """Return an address without parts that do not matter: scheme, www, a root dot, a final slash, a fragment."""
    address = url.partition("://")[2].partition("#")[0].rstrip("/")
    host, slash, path = address.removeprefix("www.").partition("/")
    return f"{host.rstrip('.')}{slash}{path}"


def _find_host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # brackets that hold no address
        return ""


def _write_punycode(host: str) -> str:
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return ascii(host)
