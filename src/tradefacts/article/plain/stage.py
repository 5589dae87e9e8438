"""The words that belong to a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.context import (
    find_antecedent,
    find_begin,
    find_flows,
    find_insertion,
    find_whole,
    follows_figures,
)
from tradefacts.article.plain.telling import find_part_place, find_teller
from tradefacts.article.words import get_phrases, get_words
from tradefacts.article.words.classes import BOUND_CUES, CHANGE_CUES, FLOW_CUES
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from tradefacts.article.context import State, Surroundings
    from tradefacts.article.figures import Figure
    from tradefacts.article.flows import View
    from tradefacts.article.naming import Place
    from tradefacts.article.page import Page

WITH = get_words("with") | {"ins"}
ATTACHED = 3
_NEXT, _INSERTED = 2, 3
_DIRECTED = get_words("directed")
_OWNING = get_words("of") | {"gen"}
_TELLING = get_words("of_or_worth")
"""Words after a figure that tell what it counts: "12 % of turnover"."""
_IN = get_words("in")
_ORIGIN = get_words("origin")
_PARTS = get_phrases("parts_begin")
_DASHES = frozenset({"—", "–"})
_INSERTING = _DASHES | {","}
_PRONOUNS = get_words("it")
_AND = get_words("and")
_PARTING = get_words("parting") | {",", "—", "–", ":"}
_SURE = frozenset({"order", "T20", "T1W", "B10", "X111", "M110", "M111"})
"""Rules whose view was right in at least 98 of 100 labelled claims: all that it takes is named beside the figure."""


class Guess(NamedTuple):
    """A view, and the rule that gave it."""

    view: View | None
    rule: str

    @property
    def is_sure(self) -> bool:
        """Whether its rule rarely errs."""
        return self.rule in _SURE


class Stage(NamedTuple):
    """The words that belong to one figure: the stretch from the previous figure to the next one."""

    page: Page
    around: Surroundings
    state: State
    kind: str
    begin: int
    middle: int
    """The token at which the figure begins."""
    end: int
    places: list[Place]
    words: frozenset[str]
    """Word classes in the stretch."""
    cue: tuple[int, str] | None
    """The word for the flow: token and side."""
    aside: range = range(0)
    """Tokens of an insertion, which name no sides: "exports to B, which A calls …, rose by"."""


def set_stage(page: Page, index: int, kind: str, around: Surroundings, state: State) -> Stage:
    """Return the stretch of a figure, with its places and its word for the flow."""
    figure = page.figures[index]
    begin = find_antecedent(page, find_begin(page, index, around, state), figure.first)
    tokens = page.cut.tokens
    parts = (at + 1 for at in range(max(begin, 2), figure.first) if _begins_part(page, at))
    begin = max(_skip_words_behind(page, index, around, state, begin), max(parts, default=begin))
    after = page.figures[index + 1] if index + 1 < len(page.figures) else None
    limit = after.first if after is not None and after.first < around.sentence_last else around.sentence_last
    is_telling = figure.last < limit and (tokens[figure.last].low in _TELLING or _counts_flow(page, figure.last, limit))
    if is_telling:
        # As in "12 % of turnover, with China 15 %".
        limit = next((at for at in range(figure.last, limit) if tokens[at].text in ",;"), limit)
    ahead, aside = _list_ahead(page, index, around, state, begin)
    if ahead and follows_figures(page, index, around):
        begin, ahead = ahead[0][0] + 1, []
    is_inserted = _is_inserted(page, figure, limit, has_flow=bool(ahead))
    if is_inserted:
        begin, ahead = figure.first if page.places_within(figure.last, limit) else begin, []
    end = limit
    if not is_telling:
        end = _find_reach(page, index, around, begin, limit, has_flow=bool(ahead), is_inserted=is_inserted)
    whole, owned = _find_part(page, figure, begin, limit) if kind == "share" else ((), 0)
    behind = whole or find_flows(page, figure.last, end)
    ahead, end = ([] if whole else ahead), max(end, owned)
    if not ahead and _is_about_it(page, begin, figure.first):
        behind = ()
    if ahead and behind:
        end = behind[0][0]
    cue = next(iter(ahead or behind), None)
    places = [place for place in page.places_within(begin, end) if place.may_trade and place.first not in aside]
    words = page.cues_within(begin, end)
    return Stage(page, around, state, kind, begin, figure.first, end, places, words, cue, aside)


def _find_reach(
    page: Page, index: int, around: Surroundings, begin: int, limit: int, *, has_flow: bool, is_inserted: bool
) -> int:
    """Return where the words behind a figure end that belong to it."""
    figure = page.figures[index]
    after = page.figures[index + 1] if index + 1 < len(page.figures) else None
    end = limit if is_inserted else min(limit, around.clause_last)
    places = page.places_within(begin, figure.first)
    is_named = has_flow or any(not place.part and place.mark != "dateline" for place in places)
    if is_named and not is_inserted and (has_flow or not _is_sent(page, begin, figure, limit)):
        end = _find_end(page, figure.last, end, is_last=after is None or after.first >= around.clause_last)
    has_more = after is not None and after.first < around.sentence_last
    if not has_flow and (begin > around.sentence_first or has_more):
        end = _find_comma(page, figure.last, end, is_inserted=is_inserted)
    return end


def _counts_flow(page: Page, first: int, limit: int) -> bool:
    """Whether the words behind a figure say of what it is an amount: "$15.7 billion in exports"."""
    return first + 1 < limit and page.cut.tokens[first].low in _IN and bool(page.cues[first + 1] & FLOW_CUES)


def _find_comma(page: Page, last: int, end: int, *, is_inserted: bool) -> int:
    """Return where the words behind a figure end that belong to it: at a comma, or at a dash farther on.

    The dash of "of which 24 million — exports" and "900 тысяч из них – экспорт" is inside them.
    """
    tokens = page.cut.tokens
    begin = last + 2 * ((page.cut.get_low(last), page.cut.get_low(last + 1)) in _PARTS)
    begin += is_inserted or (begin < end and tokens[begin].text in _DASHES)
    return next((at for at in range(begin, end) if tokens[at].low in _PARTING), end)


def _find_part(page: Page, figure: Figure, begin: int, limit: int) -> tuple[tuple[tuple[int, str], ...], int]:
    """Return the word for the whole behind a share, or for the flow that is the part, and where its words end."""
    teller = find_teller(page, figure, begin, limit)
    if teller is not None:
        return (teller,), teller[0] + 1
    whole = find_whole(page, figure.last, limit)
    owner = next(iter(page.places_within(whole[0][0] + 1, whole[0][0] + 2)), None) if whole else None
    # As in "11 % внешней торговли Узбекистана".
    return whole, owner.last if owner is not None and owner.mark in _OWNING else 0


def _skip_words_behind(page: Page, index: int, around: Surroundings, state: State, begin: int) -> int:
    """Return where the words of a figure begin after those behind the one before: "36 % импорта, России – 27 %"."""
    before = page.figures[index - 1] if index else None
    if before is None or before.last != begin or before.first < around.sentence_first:
        return begin
    first = page.figures[index].first
    if state.kinds.get(index - 1) in {"share", "volume"} and find_part_place(page, before, first) is not None:
        return next((at for at in range(begin, first) if page.cut.tokens[at].text in ",;"), begin)
    has_whole = state.kinds.get(index - 1) == "share" and find_whole(page, begin, first)
    if not has_whole and not _is_inserted(page, before, first, has_flow=True):
        return begin
    begin += not has_whole
    parting = next((at for at in range(begin, first) if page.cut.tokens[at].text in {",", ";", ")"}), begin)
    is_apart = not has_whole or page.cut.tokens[parting].text == ")" or page.places_within(parting, first)
    return parting if is_apart else begin


def _is_inserted(page: Page, figure: Figure, limit: int, *, has_flow: bool) -> bool:
    """Whether a figure between two signs is about what follows: "больше всего, 96 %, дал экспорт"."""
    tokens, last = page.cut.tokens, figure.last
    before = {token.text for token in tokens[max(0, figure.first - _INSERTED) : figure.first]}
    if last + 1 >= limit or tokens[last].text not in before & _INSERTING:
        return False
    end = next((at for at in range(last + 1, limit) if tokens[at].low in _PARTING), limit)
    turns = page.cues[last + 1]
    is_told = turns & {"share", "reach"} or (turns & CHANGE_CUES and not has_flow)
    names = find_flows(page, last + 1, end) or page.places_within(last + 1, end)
    return bool(is_told and names and not turns & BOUND_CUES)


def _begins_part(page: Page, at: int) -> bool:
    """Whether what follows a token is apart from what precedes: "; with China", "5 млрд в обе стороны, из которых"."""
    tokens = page.cut.tokens
    is_remark = tokens[at - 2].kind == "sign" and (tokens[at - 1].low, tokens[at].low) in _PARTS
    return is_remark or (tokens[at].text == ";" and tokens[at + 1].low in WITH)


def _list_ahead(
    page: Page, index: int, around: Surroundings, state: State, begin: int
) -> tuple[list[tuple[int, str]], range]:
    """Return the words for flows before a figure, nearest first, without those of an insertion, and the insertion."""
    told = _find_told(page, index, around, state)
    ahead = [cue for cue in (*around.before, *around.earlier) if cue[0] >= begin and cue[0] not in told]
    aside = find_insertion(page, begin, page.figures[index].first)
    aside = aside if any(cue[0] < aside.start for cue in ahead) else range(0)
    return [cue for cue in ahead if cue[0] not in aside], aside


def _find_told(page: Page, index: int, around: Surroundings, state: State) -> range:
    """Return the tokens of a verb that belongs to the figure before: "goods for $5 m were sent there, 9% more"."""
    if not index or state.kinds.get(index - 1) != "volume" or page.figures[index - 1].first < around.sentence_first:
        return range(0)
    before = page.figures[index - 1]
    begin = page.figures[index - 2].last if index > 1 else 0
    if not _is_sent(page, max(begin, around.sentence_first), before, page.figures[index].first):
        return range(0)
    return range(before.last, before.last + _NEXT + 1)


def _is_sent(page: Page, begin: int, figure: Figure, limit: int) -> bool:
    """Whether the verb of named goods follows their worth: "Tajik goods worth $4 m were imported by Kazakhstan"."""
    behind = range(figure.last, min(limit, figure.last + _NEXT + 1))
    words = [at for at in behind if page.cut.tokens[at].kind == "word"]
    return (
        "wares" in page.cues_within(begin, figure.first)
        and len(words) == len(behind)
        and page.cut.get_low(figure.last) not in _AND  # "sold goods for $9 m and bought for $2 m"
        and bool(page.cues_within(behind.start, behind.stop) & FLOW_CUES)
    )


def _is_about_it(page: Page, begin: int, figure: int) -> bool:
    """Whether a pronoun stands for the flow of the sentence before: "За год она достигла 5 млрд, экспорт – 3 млрд"."""
    for position in range(figure - 1, begin - 1, -1):
        if page.cut.tokens[position].kind == "sign":
            return False
        if page.cut.tokens[position].low in _PRONOUNS:
            return True
    return False


def _find_end(page: Page, first: int, end: int, *, is_last: bool) -> int:
    """Return where the words behind a figure end that has its own words before it."""
    tokens = page.cut.tokens
    if is_last:
        signs = (position for position in range(first, end) if tokens[position].text in ",(")
        end = next(signs, end)
        # As in "China is first with $1 bn and is followed by Russia ($0.9 bn)".
        # A place can also be the last word of the text, as in a headline.
        places = [place for place in page.places_within(first, end) if place.last < len(tokens)]
        return next((place.first for place in places if tokens[place.last].text in "(–—:"), end)
    places = page.places_within(first, min(first + _NEXT + 1, end))
    is_apart = any(token.text in ",;—–" for token in tokens[first : first + _NEXT])
    if not places or is_apart:
        return first
    is_origin = tokens[places[0].first - 2].low in _ORIGIN
    return places[0].last if places[0].mark in _DIRECTED or is_origin else first


def look_back(stage: Stage) -> Stage:
    """Return the stretch of the first claim extended to the sentence before, which says what is counted."""
    page, around = stage.page, stage.around
    begin = page.cut.sentences[around.sentence - 1].first
    places = [place for place in page.places_within(begin, stage.end) if place.may_trade]
    words = page.cues_within(begin, stage.end)
    return stage._replace(
        begin=begin, cue=around.previous[0], places=places, words=words, around=around._replace(sentence_first=begin)
    )


def get_last(places: list[Place]) -> str | None:
    """Return the code of the last of some places."""
    return places[-1].code if places else None
