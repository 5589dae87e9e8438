"""Russian endings of names."""

from __future__ import annotations

from tradefacts.article.words.language import Declension, Inflection

INFLECTION = Inflection(
    letters=frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    nouns=frozenset("а у ом е и я ю ей ем ью ы ой ам ами ах ов ь й ого ых их ские".split()),
    adjectives=frozenset("ий ая ое ие ого ой ому им ом ую их ими ым ый ое а у ы ов и ам ами ах ев ем ами е о".split()),
    declensions=(
        Declension("*и *коре", {"nom": "я", "gen": "и", "acc": "ю", "ins": "ей"}),
        Declension(
            "украин молдов польш литв канад риг астан москв анкар варшав центральн_ази республик",
            {"nom": "а", "gen": "ы и", "acc": "у", "ins": "ой", "loc": "е"},
        ),
        Declension("королевств княжеств", {"nom": "о", "gen": "а", "dat": "у", "ins": "ом", "loc": "е"}),
        Declension("*", {"nom": "- й ь", "gen": "а я и", "dat": "у ю", "ins": "ью ом ем", "loc": "е"}),
    ),
)
