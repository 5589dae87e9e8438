"""Exporter and importer, from the words around "exports" or "imports"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.flows import FLOW_OF, View
from tradefacts.article.plain.agents import find_maker, find_teller, guess_agent
from tradefacts.article.plain.home import find_home, find_intro, find_neighbour, find_pair, find_total, is_turned
from tradefacts.article.plain.pointing import find_its, find_ours, find_there, find_trader
from tradefacts.article.plain.stage import ATTACHED, Guess, get_last
from tradefacts.article.plain.totals import exceeds, follows_partners, is_total
from tradefacts.article.words import get_stems, get_words
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from tradefacts.article.naming import Place
    from tradefacts.article.plain.stage import Stage

_RIGHT_BEHIND = 2
_TOWARD, _GOAL_CASES = get_words("into_place"), frozenset({"acc", "dat"})
_TOWARD_IN_SHARE = _TOWARD - get_words("into_place_or_part")
_TO, _FROM = _TOWARD | _GOAL_CASES, get_words("from_place")
_OWNING, _FOR, _BY = get_words("of") | {"gen"}, get_words("for_whom"), get_words("agent_by")
_PRONOUNS, _ACTING = get_words("who"), frozenset({"bare", "nom", "gen"})
_EARNING = get_words("earning")
_JOINS = get_words("and") | get_words("while") | {","}
_VERBAL, _NOUNS = get_stems("verb_endings"), get_stems("trade_nouns")
"""Endings of verbs for exporting and importing, and stems of nouns."""


class _Cue(NamedTuple):
    """The word for a flow, with the places beside it."""

    stage: Stage
    side: str
    at: int
    near: list[Place]

    @property
    def is_verb(self) -> bool:
        """Whether it tells who sold or bought: "Uzbekistan sold", not "Uzbekistan's exports"."""
        names, word = self.stage.page.cues[self.at], self.stage.page.cut.tokens[self.at].low
        if self.stage.kind == "share" and self.at >= self.stage.middle:
            # As in "The EU received 62 % of the exported goods".
            return False
        return bool(names & {"sell", "buy"} and not names & {"share"}) or word.endswith(_VERBAL)

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun whose owner may follow it: "закупки ЕС"."""
        return self.stage.page.cut.tokens[self.at].low.startswith(_NOUNS)


class _Roles(NamedTuple):
    """The places that the words around a flow name: where it comes from, where it goes, and whose it is."""

    origin: str | None
    goal: str | None
    owner: str | None


def guess_goods(stage: Stage, side: str) -> Guess:
    """Fill in exporter and importer from the places at the cue, and the rest from earlier claims."""
    at = stage.cue[0] if stage.cue is not None else stage.middle
    near = _list_near(stage, at)
    short = _guess_without_owner(stage, near, side) or guess_agent(stage, near, at, side)
    if short is not None:
        return short
    cue = _Cue(stage, side, at, [place for place in near if not _belongs_before(stage, place, at)])
    roles = _find_roles(cue)
    exporter, importer, owner = _find_exporter(cue, roles) if side == "X" else _find_importer(cue, roles)
    exporter, importer = _name_other(cue, roles, exporter, importer)
    others = [place.code for place in cue.near if place.code not in {exporter, importer}]
    rule = f"{side}{bool(exporter):d}{bool(importer):d}{bool(owner):d}"
    if (exporter is None) != (importer is None) and others and (stage.kind == "share" or owner is not None):
        exporter, importer = exporter or others[-1], importer or others[-1]
        rule += "o"
    exporter, importer = _complete(stage, exporter, importer, side, is_owner=owner is not None and not cue.is_verb)
    if exporter is None or importer is None or exporter == importer:
        return Guess(None, rule)
    view = View(exporter, importer, "exports") if side == "X" else View(importer, exporter, "imports")
    return Guess(view, rule)


def _list_near(stage: Stage, cue: int) -> list[Place]:
    """Return the places in the words of a figure, or right beside the word for its flow."""
    return [
        place
        for place in stage.page.places_within(stage.around.sentence_first, stage.end)
        if place.may_trade
        and place.first not in stage.aside
        and (place.first >= stage.begin or (abs(place.first - cue) <= ATTACHED and place.mark not in _TO | _FROM))
    ]


def _find_roles(cue: _Cue) -> _Roles:
    """Return the places by their cases and prepositions, then by "there", "its" and "our"."""
    stage, near = cue.stage, cue.near
    origin = get_last([place for place in near if place.mark in _FROM])
    toward = _TOWARD_IN_SHARE if stage.kind == "share" else _TOWARD
    goal = get_last([place for place in near if place.mark in toward]) or get_last(
        [place for place in near if place.mark in _GOAL_CASES]
    )
    if stage.page.cut.get_low(cue.at) in _EARNING and goal is None:
        origin, goal = None, origin  # "exporters earned $4 m from Kazakhstan"
    owner = _find_owner(cue, {origin, goal})
    there, is_goal = find_there(stage, cue.at, cue.side)
    owner = owner if owner != there else None
    if there is not None and there not in {origin, goal, owner}:
        origin, goal = (origin, goal or there) if is_goal else (origin or there, goal)
    if owner is None and cue.is_verb and not near:
        subjects = stage.page.places_within(stage.around.sentence_first, stage.begin)
        owner = next((place.code for place in subjects if place.mark in {"bare", "nom"} and not place.part), None)
    if owner is None and (not cue.is_verb or cue.is_noun):
        its = find_its(stage, cue.at)
        owner = its if its not in {origin, goal} else None
    ours, us = find_ours(stage, cue.at)
    owner = owner or (ours if ours not in {origin, goal} else None)
    if us is not None and us != owner:
        origin, goal = (origin, goal or us) if cue.side == "X" else (origin or us, goal)
    maker = find_maker(stage, near, cue.at) if cue.side == "M" and not origin else None
    if maker is not None:
        # As in "Chinese goods imported to Kyrgyzstan", "узбекских товаров Туркменистан получил".
        origin, owner = maker, owner if owner != maker else None
    return _Roles(origin, goal, owner)


def _find_goods(cue: _Cue, roles: _Roles) -> str | None:
    """Return the place whose goods they are: "sold Kazakh goods"."""
    taken = {roles.owner, roles.goal}
    makers = [place for place in cue.near if place.form == "adjective" and place.first > cue.at]
    return get_last([place for place in makers if place.code not in taken])


def _find_exporter(cue: _Cue, roles: _Roles) -> tuple[str | None, str | None, str | None]:
    """Return exporter, importer and owner of exports."""
    by = get_last([place for place in cue.near if place.mark in _BY and place.first > cue.at])
    if by is not None and cue.is_verb:
        # "$24 billion of it was supplied by Kazakhstan"
        return by, roles.goal, roles.owner
    return roles.origin or roles.owner or _find_goods(cue, roles), roles.goal, roles.owner


def _find_importer(cue: _Cue, roles: _Roles) -> tuple[str | None, str | None, str | None]:
    """Return exporter, importer and owner of imports."""
    (origin, goal, owner), goods = roles, _find_goods(cue, roles)
    made = next((place.code for place in cue.near if place.code == owner and place.form == "adjective"), None)
    home, last = cue.stage.page.homes[cue.stage.around.sentence].text[:1], cue.stage.state.last
    is_told = last is not None and last.view.flow == "exports" and last.view.partner == made
    if made is not None and not origin and not cue.is_verb and (home != (made,) or is_told):
        # "китайский импорт" in a Kazakh text: what comes from China.
        origin, owner = made, None
    named_for = get_last([place for place in cue.near if place.mark in _FOR])  # "for Kyrgyzstan, which bought …"
    if "buy" in cue.stage.page.cues[cue.at] and goal and not origin and goal not in {owner, named_for}:
        origin, goal = goal, None
    exporter, importer = origin or goods, owner if owner not in {origin, goods} else goal
    importer = importer or (goal if goal != exporter else None)
    by = get_last([place for place in cue.near if place.mark in _BY])
    if by:
        exporter, importer = get_last([place for place in cue.near if place.code != by]) or exporter, by
    return exporter, importer, owner


def _name_other(cue: _Cue, roles: _Roles, exporter: str | None, importer: str | None) -> tuple[str | None, str | None]:
    """Return exporter and importer with the only place beside the cue, or with that of an office."""
    stage, side = cue.stage, cue.side
    others = {place.code for place in cue.near if place.code not in {exporter, importer}}
    if exporter is None and importer is None and len(others) == 1:
        if find_trader(stage.page, cue.near, cue.at) is not None:
            return (others.pop(), None) if side == "X" else (None, others.pop())
        # "The main partners in exports were Russia (36 %)": the home place is not named.
        return (None, others.pop()) if side == "X" else (others.pop(), None)
    bodies = [
        place.code
        for place in stage.page.places_within(stage.around.sentence_first, stage.end)
        if place.part == "body" and place.code not in roles[:2] and place.first < cue.at
    ]
    if bodies and (exporter is None if side == "X" else importer is None):
        return (bodies[-1], importer) if side == "X" else (exporter, bodies[-1])
    return exporter, importer


def _guess_without_owner(stage: Stage, near: list[Place], side: str) -> Guess | None:
    """Return the way back of the last claim, or its flow as a part of the whole, where no place is named."""
    last = stage.state.last
    if near or last is None:
        return None
    directed = [claim.view.key for claim in stage.state.claims if claim.view.key[2] == "goods"]
    if "reverse" in stage.words and directed and "WORLD" not in directed[-1]:
        sender, taker, _ = directed[-1]
        return Guess(View(taker, sender, "exports"), "reverse")
    if stage.kind == "share" and "WORLD" not in last.view and last.view.flow == FLOW_OF[side]:
        # Goods worth $9 m went to Russia, which is 10 % of all exports.
        return Guess(last.view, "part")
    return None


def _belongs_before(stage: Stage, place: Place, cue: int) -> bool:
    """Whether a place ends the words of the figure before: "sold goods for $9 m to Iran and imported $2 m"."""
    tokens = stage.page.cut.tokens
    is_ware = place.form == "adjective" and "wares" in stage.page.cues_within(place.last, place.last + 1)
    if stage.begin == stage.around.sentence_first or place.first >= cue or not (is_ware or place.mark in _TO | _FROM):
        return False
    return any(token.low in _JOINS for token in tokens[place.last : cue])


def _find_owner(cue: _Cue, taken: set[str | None]) -> str | None:
    """Return whose flow the cue is about: "Uzbekistan's exports", "exports of Uzbekistan", "Uzbekistan sold"."""
    tokens, near, at = cue.stage.page.cut.tokens, cue.near, cue.at
    if cue.is_verb:
        owned = [place for place in near if 0 < place.first - at <= _RIGHT_BEHIND and place.mark in _OWNING]
        if cue.is_noun and owned and owned[0].code not in taken:
            return owned[0].code
        ahead = [place for place in near if place.first < at and place.code not in taken]
        # "Узбекистан, главный для турок рынок, ввёз": no subject follows "для".
        subjects = [
            place
            for place in ahead
            if place.mark in _ACTING or (place.mark == "adj" and tokens[place.first - 1].low not in _FOR)
        ]
        actors = [place for place in subjects if place.mark in {"bare", "nom"}]
        has_pronoun = tokens[max(0, at - 1)].low in _PRONOUNS
        # "Больше всех отправила Германия": the subject may follow.
        behind = [place for place in near if place.mark == "nom" and 0 < place.first - at <= _RIGHT_BEHIND]
        return actors[0].code if has_pronoun and actors else get_last(subjects or behind)
    fit = [place for place in near if place.code not in taken]
    before = [place for place in fit if 0 < at - place.last + 1 <= ATTACHED + 1 and place.mark in {"gen", "adj"}]
    behind = [
        place
        for place in fit
        if 0 < place.first - at <= ATTACHED and place.mark in _OWNING and place.form != "adjective"
    ]
    if not before and not behind:
        # "Turkmenistan sent exports exceeding …"
        before = [
            place
            for place in fit
            if 0 < at - place.last + 1 <= ATTACHED
            and place.mark in {"bare", "nom"}
            and not any(tokens[position].text in ",;:" for position in range(max(cue.stage.begin, place.last), at))
        ][:1]
    return (before[-1:] + behind[:1])[0].code if before or behind else find_teller(cue.stage, fit, at)


def _complete(
    stage: Stage, exporter: str | None, importer: str | None, side: str, *, is_owner: bool
) -> tuple[str | None, str | None]:
    """Fill in the sides that the words at the cue do not name."""
    if exporter is not None and importer is not None:
        return exporter, importer
    known, pair, last = exporter or importer, find_pair(stage), stage.state.last
    if known is not None:
        missing = _find_other(stage, known, pair, is_owner=is_owner and (known == exporter) == (side == "X"))
        return exporter or missing, importer or missing
    intro = find_intro(stage) if "foreign" not in stage.words and not stage.places else None
    if intro is not None and (home := find_home(stage, intro)) is not None:
        # "With Russia it is different. Exports were …"
        pair = home, intro
    elif pair is None or is_total(stage, pair):
        pair = (find_neighbour(stage) if pair is None else None) or find_total(stage, pair)
    elif last is not None and stage.words & {"across"} and last.view.flow == FLOW_OF[side]:
        pair = (pair[1], pair[0]) if set(pair) == set(last.view[:2]) else pair
    if pair is None:
        return None, None
    if is_turned(stage, pair):
        pair = (pair[1], pair[0])
    return pair if side == "X" else (pair[1], pair[0])


def _find_other(stage: Stage, known: str, pair: tuple[str, str] | None, *, is_owner: bool) -> str | None:
    """Return the trade partner of a place that is named."""
    points = stage.words & {"home", "across"}
    has_world = any(claim.view.subject == known and claim.view.partner == "WORLD" for claim in stage.state.claims)
    if (
        is_owner
        and not points
        and (
            has_world
            or pair is None
            or stage.words & {"total", "foreign"}
            or "WORLD" in pair
            or exceeds(stage, pair)
            or stage.state.last is None
        )
    ):
        return "WORLD"
    if pair is None or ("total" in stage.words and known in pair and exceeds(stage, pair)):
        return "WORLD"
    if "total" in stage.words and not points and follows_partners(stage, known):
        return "WORLD"
    intro = find_intro(stage, known) if not is_owner else None
    if intro is not None:
        return intro
    if known in pair:
        return pair[1] if known == pair[0] else pair[0]
    return "WORLD" if is_owner else find_home(stage, known) or pair[0]
