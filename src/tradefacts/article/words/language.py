"""What the reader knows of a language."""

from __future__ import annotations

from tradefacts.named_tuples import NamedTuple


class Declension(NamedTuple):
    """The cases of some names."""

    stems: str
    """Its stems without their ending; `*x` are all stems that end with x."""
    cases: dict[str, str]
    """Case (`nom gen dat acc ins loc`) → its endings; `-` is none."""

    def has(self, stem: str) -> bool:
        """Whether a stem belongs to it."""
        return any(stem.endswith(known[1:]) if known[0] == "*" else stem == known for known in self.stems.split())

    def find_case(self, ending: str) -> str | None:
        """Return the case that an ending indicates, if any."""
        return next((case for case, endings in self.cases.items() if (ending or "-") in endings.split()), None)


class Inflection(NamedTuple):
    """How a language with letters of its own inflects the names in its tables, which are stems."""

    letters: frozenset[str]
    """A word that begins with one of them belongs to the language."""
    nouns: frozenset[str]
    """Endings."""
    adjectives: frozenset[str]
    declensions: tuple[Declension, ...]
    """The first one that has a stem counts."""


class Language(NamedTuple):
    """The word tables of one language."""

    cues: dict[str, str]
    """Word class → its words; `classes` explains the classes."""
    places: dict[str, str]
    """Code of a place → its names: `x=` is an adjective or people, `x~` a capital that stands for the country.

    `x!` is an office of it; under several codes, it is an office that each of these places has.
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
    rules: dict[str, str]
    """What single rules ask for by name: words, phrases (`a_b`), stems, endings or patterns.

    They are no word classes, which would change the features that the weights were made for.
    """
    inflection: Inflection | None = None
    """None if names have no endings."""
