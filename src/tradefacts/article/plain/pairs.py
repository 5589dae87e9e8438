"""The two places of a turnover, a balance or a share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.context import find_flows
from tradefacts.article.flows import FLOW_OF, View
from tradefacts.article.plain.home import find_home, find_intro, find_pair, find_total, replace_partner
from tradefacts.article.plain.stage import ATTACHED, WITH, Guess, get_last
from tradefacts.article.plain.totals import exceeds
from tradefacts.article.words import MEMBERS, get_words

if TYPE_CHECKING:
    from tradefacts.article.naming import Place
    from tradefacts.article.plain.stage import Stage


_WITHIN = get_words("within_group")
_AMONG = get_words("among")
_INSIDE = get_words("inside_whole")
_ONTO = get_words("into_place_or_part")
_PARTS = get_words("of") | {"gen", "bare", "adj"}


def guess_both(stage: Stage, side: str) -> Guess:
    """Fill in the two places of a turnover or balance."""
    flow = FLOW_OF[side]
    ahead = list(dict.fromkeys(place.code for place in stage.places if place.first < stage.middle))
    behind = [place.code for place in stage.places if place.first >= stage.middle]
    if stage.kind == "share" and ahead and behind and behind[0] != ahead[-1]:
        # As in "Russia is a main partner, accounting for 21 % of Tajik trade".
        return Guess(View(behind[0], ahead[-1], flow), f"{side}2w")
    if stage.kind == "share" and not stage.places and stage.state.last is not None:
        return Guess(stage.state.last.view._replace(flow=flow), f"{side}s")
    within = next((place.code for place in stage.places if place.code in MEMBERS and place.first < stage.middle), None)
    is_among = any(place.code == within and place.mark in _WITHIN for place in stage.places)
    is_mutual = "mutual" in stage.words and any(place.code == within and place.mark in _PARTS for place in stage.places)
    if within is not None and (stage.words & {"inside"} or ((is_among or is_mutual) and len(set(ahead)) == 1)):
        return Guess(View(within, within, flow), f"{side}in")
    codes = _list_codes(stage, ahead)
    partner = get_last([place for place in stage.places if place.mark in WITH and place.code in codes])
    codes = _leave_out_groups(stage, codes)
    if len(codes) > 1:
        return _guess_home(stage, side, codes, partner) or _guess_two(stage, side, codes, partner)
    if len(codes) == 1:
        return _guess_one(stage, side, codes[0], find_pair(stage), is_partner=partner is not None)
    return _guess_none(stage, side)


def _list_codes(stage: Stage, ahead: list[str]) -> list[str]:
    """Return the places that a figure may be about; `ahead` are those before it."""
    if stage.kind == "share" and ahead and not (stage.cue is not None and stage.cue[0] < stage.middle):
        # "China accounted for 18 % of turnover, Russia for 17 %": what follows the figure belongs to the next one.
        return ahead
    if ahead and stage.cue is not None and stage.cue[0] < stage.middle:
        behind = [place.code for place in stage.places if place.first >= stage.middle and place.mark in WITH]
        return list(dict.fromkeys([*ahead, *behind]))
    return ahead if len(ahead) > 1 else list(dict.fromkeys(place.code for place in stage.places))


def _leave_out_groups(stage: Stage, codes: list[str]) -> list[str]:
    """Return a group and its only partner, of more than two places; for a share, the places without groups."""
    if len(codes) <= 2:
        return codes
    if stage.kind == "share":
        return [code for code in codes if code not in MEMBERS] or codes
    group = next((code for code in codes if code in MEMBERS), None)
    withs = [place.code for place in stage.places if place.mark in WITH]
    if group in withs and withs[-1] in MEMBERS[group]:
        # "Georgia's trade with Central Asia: with Kazakhstan …" begins a list of members.
        return [code for code in codes if code != group]
    rest = [code for code in codes if group is not None and code != group and code not in MEMBERS[group]]
    return [rest[0], group] if group is not None and len(rest) == 1 else codes


def _guess_home(stage: Stage, side: str, codes: list[str], partner: str | None) -> Guess | None:
    """Return the trade of the home place with one of two places, where neither is the other's partner."""
    if len(codes) != 2:
        return None
    home, pair, flow = find_home(stage), find_pair(stage), FLOW_OF[side]
    if stage.state.last is not None and home is not None and home not in codes:
        group = next((code for code in codes if code in MEMBERS), None)
        members = [code for code in codes if group is not None and code in MEMBERS[group]]
        is_within = any(place.code == group and place.mark in _AMONG for place in stage.places)
        withs = {place.code for place in stage.places if place.mark in WITH}
        if set(codes) <= withs or (members and (partner in members or is_within)):
            # "Kazakhstan is the largest partner in the region, with a turnover of …"
            return Guess(View(home, members[0] if is_within else str(partner), flow), f"{side}2h")
    single = [code for code in codes if code not in MEMBERS]
    if stage.kind == "share" and pair is not None and len(single) == 1 and single[0] != home:
        return Guess(View(home or pair[0], single[0], flow), f"{side}2s")
    return None


def _guess_two(stage: Stage, side: str, codes: list[str], partner: str | None) -> Guess:
    """Return the trade of two of several places."""
    pair, flow = find_pair(stage), FLOW_OF[side]
    if stage.kind == "share" and codes[1] in MEMBERS and pair is not None:
        return Guess(View(pair[0], codes[0], flow), f"{side}2s")
    chosen = partner if partner in codes else codes[1]
    other = next(code for code in codes if code != chosen)
    return Guess(View(other, chosen, flow), f"{side}2{partner is not None:d}")


def _guess_none(stage: Stage, side: str) -> Guess:
    """Return the trade that earlier words are about, where none names a place here."""
    flow, pair, places = FLOW_OF[side], find_pair(stage), stage.page.places
    intro = find_intro(stage) if "foreign" not in stage.words else None
    if intro is not None:
        # "With Kazakhstan it is different. Turnover was …"
        return Guess(View(find_home(stage, intro) or intro, intro, flow), f"{side}0i")
    group = _find_group(stage) if stage.words & {"inside"} else None
    if group is not None:
        return Guess(View(group, group, flow), f"{side}in")
    if "foreign" in stage.words and places:
        home = pair[0] if pair is not None else find_home(stage) or places[0].code
        return Guess(View(home, "WORLD", flow), f"{side}0W")
    if side == "B" and pair is not None:
        pair = _find_balanced(stage, pair)
    if pair is not None and not (side == "T" and exceeds(stage, pair)):
        return Guess(View(*pair, flow), f"{side}0")
    total = find_total(stage, pair)
    return Guess(View(*total, flow) if total is not None else None, f"{side}0W" if pair is not None else f"{side}0-")


def _find_balanced(stage: Stage, pair: tuple[str, str]) -> tuple[str, str]:
    """Return the last two places of which exports and imports were told, if no amount was told of the last pair."""
    volumes = [claim.view for claim in stage.state.claims if claim.kind == "volume" and claim.view.is_directed]
    if any(set(claim.view[:2]) == set(pair) for claim in stage.state.claims if claim.kind == "volume"):
        return pair
    keys = {view.key for view in volumes}
    both = (view for view in reversed(volumes) if (view.key[1], view.key[0], view.key[2]) in keys)
    return next(((view.subject, view.partner) for view in both), pair)


def _find_group(stage: Stage) -> str | None:
    """Return the group that "trade inside the region" is about: the last one named before."""
    return get_last([place for place in stage.page.places_within(0, stage.middle) if place.code in MEMBERS])


def _guess_one(stage: Stage, side: str, code: str, pair: tuple[str, str] | None, *, is_partner: bool) -> Guess:
    flow = FLOW_OF[side]
    last = stage.state.last
    if stage.kind == "share":
        parts = [
            place.code
            for place in stage.page.places_within(stage.around.sentence_first, stage.middle)
            if place.code not in {code, "WORLD"} and place.first < stage.begin and not place.part
        ]
        if stage.places[0].first >= stage.middle and parts:
            return Guess(View(code, parts[-1], flow), f"{side}1p")
    if stage.kind == "share" and last is not None:
        return Guess(replace_partner(stage, code, flow), f"{side}1s")
    is_whole = (
        "total" in stage.words
        and "home" not in stage.words
        and (last is None or last.view.subject == code or "WORLD" in last.view)
    )
    if not is_partner and (stage.words & {"foreign"} or is_whole):
        return Guess(View(code, "WORLD", flow), f"{side}1W")
    bodies = [
        place.code
        for place in stage.page.places_within(stage.around.sentence_first, stage.middle)
        if place.part == "body" and place.code != code
    ]
    if is_partner and bodies and stage.begin == stage.around.sentence_first:
        # "Kazakhstan's ministry says that trade with China was …"
        return Guess(View(bodies[-1], code, flow), f"{side}1b")
    home = find_home(stage, code)
    if last is not None and pair == (last.view.subject, last.view.partner):
        return Guess(replace_partner(stage, code, flow), f"{side}1{is_partner:d}")
    if home is None or (pair is None and not is_partner):
        return Guess(View(code, "WORLD", flow), f"{side}1-")
    return Guess(View(home, code, flow), f"{side}1{is_partner:d}")


def guess_share(stage: Stage, listed: tuple[str, set[str], str | None] | None = None) -> Guess | None:
    """Read "the share of Tajikistan in Russian exports": the part, the owner of the whole, the flow of the whole.

    `listed` is the part that a list of places gives, and the list.
    """
    page = stage.page
    cues = [position for position in range(stage.begin, stage.middle) if "share" in page.cues[position]]
    for cue in cues:
        behind = [
            place
            for place in stage.places
            if 0 < place.first - cue <= ATTACHED
            and place.mark in _PARTS
            and not any(token.low in _INSIDE or token.text == "," for token in page.cut.tokens[cue + 1 : place.first])
        ]
        before = [
            place for place in stage.places if 0 < cue - place.last + 1 <= ATTACHED and place.mark in {"gen", "adj"}
        ]
        onto = [place for place in stage.places if place.last <= cue and place.mark in _ONTO]
        parts = behind[:1] or onto[-1:] or before[-1:]
        if not parts:
            continue
        flow = _guess_part_flow(stage, parts[0]) if behind else None
        if flow is not None:
            return flow
        part, row = parts[0].code, {parts[0].code}
        if listed is not None and part in listed[1]:
            part, row = listed[:2]
        owners = [
            place.code
            for place in stage.places
            if place.code not in row
            and (place.code not in MEMBERS or place.mark in {"gen", "adj"})
            and not any(token.text == "," for token in page.cut.tokens[stage.middle : place.first])
        ]
        home = owners[0] if owners else find_home(stage, part)
        if home is None or home == "WORLD":
            continue
        return Guess(View(home, part, _find_whole_flow(stage, cue)), f"share{bool(owners):d}")
    return None


def _guess_part_flow(stage: Stage, place: Place) -> Guess | None:
    """Return the flow that is a part of the turnover of the last claim: "доля российского экспорта – 92 %"."""
    page, pair = stage.page, find_pair(stage)
    if place.form != "adjective" or pair is None or place.code not in pair or "WORLD" in pair:
        return None
    flows = find_flows(page, place.last, place.last + 1)
    others = {other.code for other in stage.places} - {*pair}
    if not flows or flows[0][1] not in "XM" or others:
        return None
    partner = pair[1] if place.code == pair[0] else pair[0]
    return Guess(View(place.code, partner, FLOW_OF[flows[0][1]]), "share-flow")


def _find_whole_flow(stage: Stage, share: int) -> str:
    """Return the flow whose part a share is: the one named behind its figure, behind the word "share", or before it."""
    flows = (
        tuple(cue for cue in (stage.cue,) if cue is not None and cue[0] >= stage.middle)
        or find_flows(stage.page, share, max(stage.end, stage.middle))
        or find_flows(stage.page, stage.around.clause_first, share)[::-1]
    )
    return next((FLOW_OF[side] for _, side in flows if side != "B"), "turnover")
