"""Rules 1xx: identity and form."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from tradefacts.basefile.canonical import format_canonical, is_canonical
from tradefacts.factbase.derived import DERIVED
from tradefacts.lint.contents import Contents, Fault, Part
from tradefacts.text import escape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.lint.contents import Stored

_LONGEST_ID = 120
_LONGEST = {"title": 300, "note": 200, "name": 160, "venue": 100, "whole": 120, "scope": 80, "horizon": 80}
_LONGEST |= {"publisher": 60, "origin": 60, "attributed_as": 200, "aliases": 200, "topics": 100, "printed": 80}
_NAMES = ("name", "aliases", "venue", "publisher", "origin", "attributed_as", "horizon", "scope", "whole", "topics")
# A full stop after at least twenty characters and a word of four, then a capital: the end of a sentence.
_IN_WORDS = (*_LONGEST, "jobs_printed", "role")
"""The keys that curators write in words."""
_SENTENCES = re.compile(r".{16}[^\W\d_]{4}[.!?] +[^\W\d_a-zа-я]")
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = ("LATIN", "CYRILLIC", "GREEK")
_JOINERS = "\u200c\u200d"
"""They shape letters in Persian and Arabic words, where they are normal."""


def file_is_not_canonical(contents: Contents) -> Iterator[Fault]:
    """A file must be in the form that `tradefacts fmt` writes, so that differences between versions show only facts."""
    for layer in contents.layers:
        if layer.path is not None:
            with layer.open() as stream:
                if is_canonical(stream):
                    continue
            with layer.open() as stream:
                found = stream.read()
            if (wanted := format_canonical(found, layer.name)) != found:
                line = _find_difference(wanted.splitlines(keepends=True), found.splitlines(keepends=True))
                message = f"expected the form of 'tradefacts fmt', found another from line {line} on"
                yield Fault((), "", message, layer.name, line)


def base_has_no_facts(contents: Contents) -> Iterator[Fault]:
    """A base should have at least one fact."""
    if not contents.count:
        yield Fault((), "facts", "expected at least one fact, found none")


def id_is_unreadable(part: Part) -> Iterator[Fault]:
    """An id should consist of words and have at most 120 characters, because people type and quote it."""
    for name, _ in part.find_all():
        if len(name) > _LONGEST_ID:
            yield Fault((name,), "id", f"expected at most {_LONGEST_ID} characters, found {len(name)}")
        elif not re.search("[A-Za-z]", name):
            yield Fault((name,), "id", f"expected words, found {name!r}")


def withdrawn_id_is_used(contents: Contents) -> Iterator[Fault]:
    """A withdrawn id must not be used again, because it would then mean another record."""
    for name in contents.list_ids():
        if name in contents.withdrawn:
            yield Fault((name,), "id", f"expected an id that was never used, found {name!r}, which is withdrawn")


def id_has_vanished(contents: Contents) -> Iterator[Fault]:
    """Every id of an earlier edition must be in the base or in `withdrawn` (checked with `--earlier`)."""
    known = {*contents.list_ids()} | contents.withdrawn
    for name in contents.earlier:
        if name not in known:
            yield Fault((), "withdrawn", f"expected {name!r} among the records or those withdrawn, found it in neither")


def inferred_key_is_unknown(part: Part) -> Iterator[Fault]:
    """The keys in `inferred` must be keys of the record that have a value."""
    for name, stored in part.find_all():
        for key in stored.get("inferred", ()):
            if key in DERIVED or stored.get(key) in (None, []):
                found = "a key without a value" if key in stored and key not in DERIVED else "no key of this record"
                yield Fault((name,), "inferred", f"expected keys with a value, found {key!r}: {found}")


def word_mixes_alphabets(part: Part) -> Iterator[Fault]:
    """A word should not mix alphabets, such as a Cyrillic С in a Latin name: it looks right but is never found."""
    for name, key, text in _find_texts(part):
        if text.isascii():
            continue
        for word in _WORD.findall(text):
            if not word.isascii() and len(scripts := _find_scripts(word)) > 1:
                yield Fault((name,), key, f"expected one alphabet in a word, found {' and '.join(scripts)} in {word!r}")


def text_has_invisible_signs(part: Part) -> Iterator[Fault]:
    """Text should not have control, direction or zero-width characters: they are invisible and spoil searches."""
    for name, key, text in _find_texts(part):
        if escape(text) != text and any(sign not in _JOINERS and escape(sign) != sign for sign in text):
            yield Fault((name,), key, f"expected only visible characters, found '{escape(text)[:80]}'")


def text_has_stray_blanks(part: Part) -> Iterator[Fault]:
    """A name, title or figure should not begin or end with a space, or have two spaces in a row."""
    for name, key, text in _find_texts(part):
        if text != text.strip() or "  " in text:
            yield Fault((name,), key, f"expected only single spaces between words, found {text[:80]!r}")


def text_is_too_long(part: Part) -> Iterator[Fault]:
    """A base has figures, names, dates and titles, but no passages from a page."""
    for name, key, text in _find_texts(part):
        most = _LONGEST.get(key, 300)
        if len(text) > most:
            yield Fault((name,), key, f"expected at most {most} characters, found {len(text)}: {text[:40]!r}…")
        elif key in _NAMES and _SENTENCES.search(text):
            yield Fault((name,), key, f"expected a name, found sentences: {text[:80]!r}")


def _find_difference(wanted: list[bytes], found: list[bytes]) -> int:
    """Return the first line that differs, counted from 1."""
    pairs = zip(wanted, found, strict=False)  # if the common lines are equal, the longer one differs after them
    differing = (number for number, (line, wanted_line) in enumerate(pairs, 1) if line != wanted_line)
    return next(differing, min(len(wanted), len(found)) + 1)


@lru_cache(1)  # one rule after the other asks about the same part
def _find_texts(part: Part) -> list[tuple[str, str, str]]:
    """Return id, key and text of everything that curators write in words, without ids, codes and addresses."""
    return [(name, key, text) for name, stored in part.find_all() for key, text in _list_texts(stored)]


def _list_texts(stored: Stored) -> Iterator[tuple[str, str]]:
    for key in _IN_WORDS:
        value = stored.get(key)
        if isinstance(value, str):
            yield key, value
        elif value:
            yield from ((key, text) for text in value)


@lru_cache(1 << 14)  # the texts of a base share most of their words
def _find_scripts(word: str) -> list[str]:
    # The name of a letter begins with its alphabet (Unicode Character Database).
    alphabets = {unicodedata.name(letter, "").split(" ")[0] for letter in word}
    return [script.title() for script in _SCRIPTS if script in alphabets]
