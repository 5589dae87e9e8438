"""Typed features of the nouns beside a word for a flow: "brandy exports", "поставки бензола" are of single goods."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.words import get_stems, get_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.article.context import Surroundings
    from tradefacts.article.figures import Figure
    from tradefacts.article.page import Page

_OF = get_words("of")
_GENITIVE, _PLURAL, _PASSIVE = get_stems("genitive_endings"), get_stems("plural_endings"), get_stems("passive_endings")
_OWNERS = frozenset({"region", "company", "goods"})
_SIDES = get_words("partners") | get_words("into_place") | get_words("from_place")
_REACH = 60


def find_owner(page: Page, figure: Figure) -> str:
    """Return whose trade is named last before a figure: a place's, or a region's, company's or good's; "0" if none.

    Places that goods go to or come from are no owners.
    """
    places = page.places_within(figure.first - _REACH, figure.first)
    starts = {place.first for place in places if not place.part and place.mark not in _SIDES}
    for position in range(figure.first - 1, max(-1, figure.first - _REACH), -1):
        found = page.cues[position] & _OWNERS
        if found or position in starts:
            sentence = page.cut.sentences[page.cut.sentence_of[position]]
            # "The city's share in Kazakhstan's trade" names the country only as the whole.
            found |= page.cues_within(sentence.first, min(sentence.last, figure.first)) & {"region"}
            return max(found, default="place")
    return "0"


def list_governed(page: Page, around: Surroundings) -> Iterator[str]:
    """Yield whether words that are in no table, which may be goods, stand beside the nearest word for a flow."""
    tokens = page.cut.tokens
    nearest = next((cue for cues in (around.before, around.after, around.earlier) for cue in cues[:1]), None)
    if nearest is None:
        return
    at, side = nearest
    before, after = at - 1, at + 1
    if before >= around.sentence_first and _is_unknown(page, before):
        is_sent = tokens[at].low.endswith(_PASSIVE) and tokens[before].low.endswith(_PLURAL)
        yield f"gov<{'sent' if is_sent else 'word'}:{side}"
    if after < around.sentence_last and _is_unknown(page, after) and tokens[after].low.endswith(_GENITIVE):
        yield f"gov>gen:{side}"
    if after + 1 < around.sentence_last and tokens[after].low in _OF and _is_unknown(page, after + 1):
        yield f"gov>of:{side}"


def _is_unknown(page: Page, position: int) -> bool:
    """Whether a token is a word in lower case, or the first of its sentence, that no table and no name contains."""
    token = page.cut.tokens[position]
    is_first = position == page.cut.sentences[page.cut.sentence_of[position]].first
    return (
        token.kind == "word"
        and not page.cues[position]
        and (token.text[0].islower() or is_first)
        and not page.is_of_place(position)
        and not page.is_of_period(position)
    )
