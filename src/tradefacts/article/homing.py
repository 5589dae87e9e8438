"""Find whose trade a text is about: the home place of each sentence, by evidence from the whole text.

"Exports" without an owner are those of the home place. It is the place of the statistics office, of the speaker, of
the heading, or simply the one that is named as owner and not as partner.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tradefacts.article.words import get_words
from tradefacts.article.words.classes import FLOW_CUES
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.article.cutting import Cut
    from tradefacts.article.naming import Place

_EVIDENCE = {"owner": 1, "body": 1, "partner": -1}
"""What a mention says for a home place, besides the 1 for every sentence that names it."""
_PARTNERS = get_words("partners") | {"ins", "dat", "acc"}
_BESIDE = _PARTNERS | get_words("prepositions")
_OWNING = get_words("of") | {"gen"}
_NEAR, _PARTNER_REACH = 2, 6
_FADE = 0.75
"""How much the evidence of a sentence counts one sentence later."""
_SHARE = 0.25
"""How much the evidence of the whole text counts next to that of the last sentences."""
_SPEAKING = frozenset({"body", "official"})
_OWNED = FLOW_CUES | {"partner"}
_HEADED = frozenset({".", ":", "—", "–", "-"})
_DASHES = frozenset({"—", "–", "-"})
_BULLETS = frozenset({"•", "-", "–", "—", "*", "·", "▪", "■", "●"})
_OPENING = 2
"""Lines at the beginning of a text where the name of a capital is that of the place of writing."""
_CELL = 2
_HEADING = 4
"""Tokens in a heading that names a place."""


class Home(NamedTuple):
    """The places that a sentence may be about."""

    text: tuple[str, ...]
    """By the evidence of the whole text, the strongest first."""
    near: tuple[str, ...]
    """By the evidence up to this sentence, where later sentences count more."""
    head: str | None
    """The only place in the heading above the sentence or at the beginning of its line."""
    item: str | None
    """The same in a text whose home place heads nothing: its headings name partners."""
    speaker: str | None
    """The place of the person or office that is named nearest to the sentence."""
    owner: str | None
    """The place that the text names first as the owner of a flow or partner."""


def settle_offices(cut: Cut, cues: Sequence[frozenset[str]], places: list[Place]) -> list[Place]:
    """Return places in which an office that several countries have is that of the one the text is about."""
    if all(len(place.code.split()) == 1 for place in places):
        return places
    named = [place for place in places if place.form != "office" and place.mark not in _BESIDE]
    whole = _add_up([_weigh(cues, row) for row in _list_rows(cut, named)])

    def choose(code: str) -> str:
        return max(code.split(), key=lambda one: whole.get(one, 0.0))

    return [place._replace(code=choose(place.code)) for place in places]


def _list_rows(cut: Cut, places: list[Place]) -> list[list[Place]]:
    """Return the places of every sentence."""
    rows: list[list[Place]] = [[] for _ in cut.sentences]
    for place in places:
        if place.code != "WORLD":
            rows[cut.sentence_of[place.first]].append(place)
    return rows


def find_homes(cut: Cut, cues: Sequence[frozenset[str]], places: list[Place]) -> list[Home]:
    """Return the home places of every sentence."""
    rows = _list_rows(cut, places)
    proofs = [_weigh(cues, row) for row in rows]
    whole = _add_up(proofs)
    text = _rank(whole)
    homes = []
    fresh: defaultdict[str, float] = defaultdict(float)
    (heads, is_digest), speakers = _find_heads(cut, rows), _find_speakers(cut, rows)
    owner = next((place.code for row in rows for place in row if _describe(cues, place) == "owner"), None)
    names_partners = bool(text) and text[0] not in heads and not is_digest
    for number, proof in enumerate(proofs):
        for code in fresh:
            fresh[code] *= _FADE
        for code, weight in proof.items():
            fresh[code] += weight
        near = _rank({code: fresh[code] + _SHARE * weight for code, weight in whole.items()})
        head, item = (None, heads[number]) if names_partners else (heads[number], None)
        named = _find_named(cut, cut.sentences[number].first, cut.sentences[number].last, rows[number])
        if named is not None and named.code != text[0] and _is_row(cut, named.last, cut.sentences[number].last):
            item = named.code
        homes.append(Home(text, near, head, item, speakers[number], owner))
    return homes


def _rank(weights: dict[str, float]) -> tuple[str, ...]:
    return tuple(sorted(weights, key=lambda code: -weights[code]))


def _describe(cues: Sequence[frozenset[str]], place: Place) -> str:
    """Return how a mention names its place: as the owner of a flow, as a partner, or as part of another name."""
    if place.part:
        return place.part
    if place.mark in _PARTNERS:
        return "partner"
    return "owner" if _owns(cues, place) else "named"


def _weigh(cues: Sequence[frozenset[str]], row: list[Place]) -> dict[str, float]:
    """Return the evidence of one sentence for each of its places."""
    proof = dict.fromkeys((place.code for place in row), 1.0)
    has_partner = any(_has_partner(cues, place) for place in row) or _is_ranked(cues, row)
    for place in row:
        # "China is the main partner of Uzbekistan": what is not said to have the partner is the partner.
        is_partner = has_partner and not place.part and not _owns(cues, place)
        proof[place.code] += _EVIDENCE.get("partner" if is_partner else _describe(cues, place), 0)
    return proof


def _add_up(proofs: list[dict[str, float]]) -> dict[str, float]:
    """Return the evidence of the whole text for each of its places; the one named first has some more."""
    whole: dict[str, float] = {}
    for proof in proofs:
        for code, weight in proof.items():
            whole[code] = whole.get(code, 0.0 if whole else 1.0) + weight
    return whole


def _owns(cues: Sequence[frozenset[str]], place: Place) -> bool:
    """Whether a place owns the flow or partner named beside it: "Uzbekistan's exports", "партнёр Узбекистана"."""
    ahead = range(max(0, place.first - _NEAR), place.first)
    if any("share" in cues[position] for position in ahead):
        # "доля Китая в экспорте": the part of another place's flow.
        return False
    behind = range(place.last, min(len(cues), place.last + _NEAR))
    around = (*ahead, *behind) if place.mark in _OWNING else behind if place.mark == "adj" else ()
    return any(cues[position] & _OWNED for position in around) or _has_partner(cues, place)


def _has_partner(cues: Sequence[frozenset[str]], place: Place) -> bool:
    """Whether a text speaks of the partner of a place, as in "Uzbekistan's second-largest trading partner"."""
    around = range(max(0, place.first - _NEAR), min(len(cues), place.last + _PARTNER_REACH))
    return place.mark == "gen" and any("partner" in cues[position] for position in around)


def _is_ranked(cues: Sequence[frozenset[str]], row: list[Place]) -> bool:
    """Whether a place has a rank in the trade of another: "China took the first place in the exports of Uzbekistan"."""
    if not any(_owns(cues, place) for place in row):
        return False
    return any("rank" in names for names in cues[row[0].first : row[-1].last])


def _find_heads(cut: Cut, rows: list[list[Place]]) -> tuple[list[str | None], bool]:
    """Return the place that heads each sentence: in a heading of its own, or at the beginning of its line.

    Also return whether capitals head lines further down, as in a digest of several countries.
    """
    heads: list[str | None] = []
    above: str | None = None
    of_line: str | None = None
    line, is_digest, in_cells = -1, False, False
    for sentence, row in zip(cut.sentences, rows, strict=True):
        starts_line = sentence.line != line
        if starts_line and in_cells and sentence.last - sentence.first > _HEADING:
            above, in_cells = None, False  # the text goes on after a table of one cell a line
        if starts_line:
            line, of_line = sentence.line, None
            is_digest = is_digest or _is_pair(cut, sentence.first, row)
            named = _find_named(cut, sentence.first, sentence.last, row)
            if named is None or (line <= _OPENING and (named.mark == "dateline" or named.form == "capital")):
                pass
            elif named.last >= sentence.last - 1:
                is_digest = is_digest or named.form == "capital"
                is_alone = sentence is cut.sentences[-1] or _is_line_end(cut, sentence.last)
                above, of_line = (named.code, None) if is_alone else (above, named.code)
                in_cells = is_alone and sentence.last < len(cut.tokens) and _is_number(cut, sentence.last)
            elif _is_headed(cut, named, row) and not _is_row(cut, named.last, sentence.last):
                of_line = named.code
        heads.append(of_line or above)
    return heads, is_digest


def _is_pair(cut: Cut, first: int, row: list[Place]) -> bool:
    """Whether a line begins with two places alone, as in a digest: "Kyrgyzstan–Uzbekistan. Deputies met"."""
    pair = row[:2]
    is_first = len(pair) > 1 and pair[0].first == first and pair[1].first - pair[0].last == 1
    return is_first and cut.tokens[pair[0].last].text in _DASHES and cut.tokens[pair[1].last].text in _HEADED


def _is_headed(cut: Cut, named: Place, row: list[Place]) -> bool:
    """Whether a sign after a place makes it a heading; "Китай — главный партнёр Казахстана" is a sentence."""
    sign, after = cut.tokens[named.last : named.last + 2]
    is_sentence = sign.text in _DASHES and after.text.islower() and len({place.code for place in row}) > 1
    return sign.text in _HEADED and not is_sentence


def _is_row(cut: Cut, sign: int, last: int) -> bool:
    """Whether a figure follows the sign after a place: a row of a list, which says nothing of what follows."""
    after = cut.tokens[sign : min(sign + 3, last)]
    return after[:1] != [] and after[0].text in _HEADED and any(token.kind == "number" for token in after)


def _find_named(cut: Cut, first: int, last: int, row: list[Place]) -> Place | None:
    """Return the place that a line begins with, after a bullet or a number."""
    while first < last and (cut.tokens[first].text in _BULLETS or cut.tokens[first].kind == "number"):
        first += 1
    found = next((place for place in row if place.first - first <= 1 and not place.part), None)
    is_only = found is not None and sum(place.last <= first + _HEADING for place in row) == 1
    return found if is_only and found is not None and found.last - first <= _HEADING else None


def _is_number(cut: Cut, first: int) -> bool:
    """Whether the line that begins at a token is only a number, as a cell of a table is."""
    bounds = cut.sentences[cut.sentence_of[first]]
    return cut.tokens[first].kind == "number" and bounds.last - bounds.first <= _CELL


def _is_line_end(cut: Cut, last: int) -> bool:
    return cut.sentences[cut.sentence_of[last - 1]].line != cut.sentences[cut.sentence_of[last]].line


def _find_speakers(cut: Cut, rows: list[list[Place]]) -> list[str | None]:
    """Return the place of the office or person named in each sentence, else after it in its line, else before it."""
    named = [next((place.code for place in row if place.part in _SPEAKING), None) for row in rows]
    speakers: list[str | None] = []
    before: str | None = None
    for number, code in enumerate(named):
        before = code or before
        after = next(
            (
                named[later]
                for later in range(number + 1, len(named))
                if named[later] and cut.sentences[later].line == cut.sentences[number].line
            ),
            None,
        )
        speakers.append(code or after or before)
    first = next((code for code in named if code), None)
    return [speaker or first for speaker in speakers]
