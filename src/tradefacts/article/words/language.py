"""What the reader knows of a language."""

from __future__ import annotations

from tradefacts.named_tuples import NamedTuple


class Language(NamedTuple):
    """The word tables of one language."""

    cues: dict[str, str]
    """Word class → its words; `tradefacts.article.words` explains the classes."""
    places: dict[str, str]
    """Code of a place → its names: `x=` is an adjective or people, `x~` a capital that stands for the country.

    `x!` is an office of it.
    """
    group_nouns: dict[str, str]
    """Nouns that refer to a group named before → the groups."""
    dates: dict[str, str]
    """The names of months, numbers and ordinals in order, and the patterns that patterns of periods contain.

    `month_case` is `capital` where months begin with a capital letter ("May", not "may"), else `any`.
    """
    periods: tuple[tuple[str, str], ...]
    """How periods are written: names and patterns.

    Patterns are regular expressions in which `{month}`, `{month2}`, `{day}`, `{number}`, `{ordinal}`, `{year}` and
    `{till}` stand for the words of the language, and `{of}` for what may follow a period. The names are the same in
    every language; `periods` uses them. Of patterns that match at the same place, the longest match counts.
    """
