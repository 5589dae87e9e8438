"""Rules 4xx: people, offices, bodies and places."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

from tradefacts.lint.contents import Contents, Fault, Part
from tradefacts.names import fold
from tradefacts.period import last_day
from tradefacts.vocabulary import COMPARED, FIGURES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tradefacts.lint.contents import Stored


def name_is_shared(contents: Contents) -> Iterator[Fault]:
    """A full name or alias must belong to one record: among places, people and bodies, or the offices of a country."""
    for names, spelling in _find_shared(contents):
        if " " in fold(spelling) or not _are_people(contents, names):
            yield Fault(names, "aliases", f"expected one record called {spelling!r}, found {', '.join(names)}")


def surname_is_shared(contents: Contents) -> Iterator[Fault]:
    """A surname alone should not be an alias of two people, because it does not distinguish them."""
    for names, spelling in _find_shared(contents):
        if " " not in fold(spelling) and _are_people(contents, names):
            yield Fault(names, "aliases", f"expected one person called {spelling!r}, found {', '.join(names)}")


def surname_names_another(contents: Contents) -> Iterator[Fault]:
    """A surname alone should not be an alias if others have it, because a search by it would miss them."""
    people = contents.records["people"]
    bare = {fold(alias): name for name, person in people.items() for alias in _spell(person) if " " not in fold(alias)}
    for name, person in people.items():
        for spelling in _spell(person):
            first, _, last = fold(spelling).rpartition(" ")
            owner = bare.get(last)
            if first and owner not in (None, name):
                message = f"expected no bare {last!r} as alias of {owner}, since {spelling!r} is called so, too"
                yield Fault((str(owner), name), "aliases", message)
                break


def country_code_is_not_alpha_2(contents: Contents) -> Iterator[Fault]:
    """The code of a country must be the two letters of ISO 3166; longer codes are for groups."""
    for name in contents.records["countries"]:
        if len(name) != 2 or not name.isalpha():  # noqa: PLR2004 - alpha-2
            yield Fault((name,), "code", f"expected two letters, found {name!r}")


def groups_share_members(part: Part) -> Iterator[Fault]:
    """The two groups of a fact should not share members, whose trade would count on both sides."""
    groups = part.records["groups"]
    for name, fact in part.find_facts(*FIGURES):
        one, other = groups.get(fact["country"]), groups.get(fact["partner"])
        if one and other and one != other and (common := sorted({*one["members"]} & {*other["members"]})):
            message = (
                f"expected places apart, found {fact['country']} and {fact['partner']} with {', '.join(common)} in both"
            )
            yield Fault((name,), "partner", message)


def reporter_is_a_stranger(part: Part) -> Iterator[Fault]:
    """The reporter should be one of the two places, a member of one, or a group that one belongs to."""
    members = {code: {code, *group["members"]} for code, group in part.records["groups"].items()}
    for name, fact in part.find_facts(*COMPARED):
        if (reporter := fact["reporter"]) is not None:
            sides = set().union(*(members.get(fact[key], {fact[key]}) for key in ("country", "partner")))
            if not members.get(reporter, {reporter}) & sides:
                message = f"expected {fact['country']} or {fact['partner']}, found {reporter}"
                yield Fault((name,), "reporter", message)


def office_has_no_person(part: Part) -> Iterator[Fault]:
    """An office needs a person that the claim is attributed to; a body has no office."""
    for name, fact in part.facts.items():
        if fact["attributed_as"] is not None and fact["attributed_to"] not in part.records["people"]:
            speaker = fact["attributed_to"] or "nobody"
            message = f"expected null unless a person speaks, found {fact['attributed_as']!r} of {speaker}"
            yield Fault((name,), "attributed_as", message)


def term_is_undated(part: Part) -> Iterator[Fault]:
    """A term should have a start, an end, or a day on which the person is seen in office, at least that of the page."""
    for name, fact in part.find_facts("term"):
        published = part.sources[fact["source"]]["published"]
        if published and not (fact["start"] or fact["end"] or fact["seen_on"]):
            yield Fault((name,), "seen_on", f"expected {published}, when the page was published, found no date at all")


def term_ends_before_start(part: Part) -> Iterator[Fault]:
    """The end of a term must be after its start."""
    for name, fact in part.find_facts("term"):
        if fact["start"] and fact["end"] and last_day(fact["end"]) < fact["start"]:
            yield Fault((name,), "end", f"expected an end after {fact['start']}, found {fact['end']}")


def sighting_is_outside_term(part: Part) -> Iterator[Fault]:
    """A sighting must be between the start and the end of its term."""
    for name, fact in part.find_facts("term"):
        seen = fact["seen_on"]
        is_early = seen and fact["start"] and last_day(seen) < fact["start"]
        if is_early or (seen and fact["end"] and last_day(fact["end"]) < seen):
            message = f"expected a day between {fact['start'] or '…'} and {fact['end'] or '…'}, found {seen}"
            yield Fault((name,), "seen_on", message)


def sighting_follows_publication(part: Part) -> Iterator[Fault]:
    """A page cannot show a person in office on a day after its publication."""
    for name, fact in part.find_facts("term"):
        published, seen = part.sources[fact["source"]]["published"], fact["seen_on"]
        if published and seen and seen > last_day(published) and not _is_next_day(published, seen):
            yield Fault((name,), "seen_on", f"expected a day up to {published}, found {seen}")


def meeting_is_unidentified(part: Part) -> Iterator[Fault]:
    """A meeting must have a name, a date or a venue, and at least one place that met."""
    for name, fact in part.find_facts("event"):
        if not (fact["name"] or fact["date"] or fact["venue"]):
            yield Fault((name,), "name", "expected a name, a date or a venue, found none")
        elif not fact["parties"]:
            yield Fault((name,), "parties", "expected the places that met, found none")


def _is_next_day(published: str, seen: str) -> bool:
    """Whether it could already be that day somewhere, because pages have the local date of their publisher."""
    try:
        return (date.fromisoformat(seen) - date.fromisoformat(published)).days == 1
    except ValueError:  # a month or a year
        return False


def _find_shared(contents: Contents) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the ids that share a spelling, and the spelling, if one of them is looked up by it."""
    called: defaultdict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for section, records in contents.records.items():
        if section == "sources":
            continue
        for name, record in records.items():
            for spelling in _spell(record):
                called[_find_namespace(section, record), fold(spelling)].setdefault(name, spelling)
    for names in called.values():
        if len(names) > 1:
            yield tuple(names), next(iter(names.values()))


def _find_namespace(section: str, record: Stored) -> str:
    """Return the records among which a name must be unique; presidents have the same title in every country."""
    if section == "offices":
        return str(record["country"])
    return "places" if section in {"countries", "groups"} else "speakers"


def _are_people(contents: Contents, names: tuple[str, ...]) -> bool:
    return all(name in contents.records["people"] for name in names)


def _spell(record: Stored) -> list[str]:
    return [*filter(None, (record.get("code"), record["name"])), *record["aliases"]]
