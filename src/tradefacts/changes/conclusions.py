"""The conclusions of an answer in comparable form: leading figures, verdicts, statuses and so on.

They are read from the JSON of an answer, so that saved and new answers are handled alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.changes.change import Change, What
from tradefacts.errors import FactBaseError, InvalidPeriodError
from tradefacts.figure.notation import format_printed
from tradefacts.named_tuples import NamedTuple
from tradefacts.period import Period
from tradefacts.text import write_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Json = dict[str, Any]


class Conclusion(NamedTuple):
    """One conclusion of an answer."""

    change: What
    about: str
    places: tuple[str, ...]
    kind: str | None
    flow: str | None
    reporter: str | None
    period: str | None
    value: str
    facts: tuple[str, ...]
    measure: tuple[object, ...] = ()
    """The value of a figure, so that a different wording is not a different figure."""

    @property
    def is_sound(self) -> bool:
        """Whether its parts are text, as in any answer; an edited file may hold anything."""
        optional = (self.kind, self.flow, self.reporter, self.period)
        texts = (self.about, self.value, *self.places, *self.facts, *(part for part in optional if part is not None))
        return all(isinstance(text, str) for text in texts)

    @property
    def compared(self) -> object:
        """The part that must be equal for two conclusions to be the same."""
        return self.measure or self.value

    @property
    def subject(self) -> tuple[object, ...]:
        """What the conclusion is about."""
        return tuple(getattr(self, name) for name in _KEPT)


_KEPT = ("change", "about", "places", "kind", "flow", "reporter", "period")
"""The fields that a change copies from a conclusion."""


def find_conclusions(envelope: Json) -> list[Conclusion]:
    """Return the conclusions of an answer; empty for commands that only list.

    Raises:
        FactBaseError: the answer lacks a key, or its value has the wrong type.
    """
    command = envelope["command"]
    read = _READERS.get(command)
    try:
        found = [] if read is None else list(read(envelope))
        is_sound = all(conclusion.is_sound for conclusion in found)
    except (AttributeError, KeyError, TypeError, InvalidPeriodError):
        is_sound, found = False, []
    if not is_sound:
        raise FactBaseError(f"the answer is not as {command!r} writes it", hint="save it again with --json")
    return found


def compare_conclusions(before: Iterable[Conclusion], now: Iterable[Conclusion]) -> Iterator[Change]:
    """Yield the conclusions that have changed.

    New conclusions come from new claims, which are reported themselves; of new conclusions, only findings are reported.
    """
    earlier = {conclusion.subject: conclusion for conclusion in before}
    later = {conclusion.subject: conclusion for conclusion in now}
    for subject, conclusion in earlier.items():
        found = later.get(subject)
        if found is None or found.compared != conclusion.compared:
            facts = conclusion.facts if found is None else found.facts
            yield _make(conclusion, conclusion.value, found and found.value, facts)
    for subject, conclusion in later.items():
        if conclusion.change == "finding" and subject not in earlier:
            yield _make(conclusion, None, conclusion.value, conclusion.facts)


def _make(conclusion: Conclusion, before: str | None, now: str | None, facts: tuple[str, ...]) -> Change:
    kept = {name: getattr(conclusion, name) for name in _KEPT}
    return Change(**kept, before=before, now=now, key=None, facts=facts)


def _read_pair(envelope: Json) -> Iterator[Conclusion]:
    answer = envelope["answer"]
    for row in (*answer["years"], *answer["part_years"]):
        for cell in row["cells"]:
            yield from _read_cell(cell, row["period"], tuple(answer["pair"]))
    yield from _read_targets(envelope)


def _read_cell(cell: Json, period: str, pair: tuple[str, ...]) -> Iterator[Conclusion]:
    is_directed = cell["exporter"] is not None
    places = (cell["exporter"], cell["importer"]) if is_directed else pair
    subject = _name_cell(cell, period, places)
    about = (subject, places, cell["kind"], cell["flow"], cell["reporter"], period)
    facts = tuple(name for figure in cell["figures"] for name in figure["facts"])
    for figure in cell["figures"][:1]:
        printed = format_printed(figure["printed"], figure["bound"])
        yield Conclusion("figure", *about, printed, tuple(figure["facts"]), (figure["low"], figure["high"]))
    yield Conclusion("verdict", *about, cell["verdict"], facts)


def _name_cell(cell: Json, period: str, places: tuple[str, ...]) -> str:
    parts = [_name_flow(cell, places), *(["growth"] if cell["kind"] == "growth" else []), period]
    if cell["base_period"] and Period.parse(cell["base_period"]) != Period.parse(period).shift(-1):
        parts.append(f"on {cell['base_period']}")
    by = f", by {cell['reporter']}" if cell["reporter"] else ""
    currency = f", in {cell['currency']}" if cell["currency"] not in {None, "USD"} else ""
    return f"{' '.join(parts)}{by}{currency}"


def _name_flow(stated: Json, places: tuple[str, ...]) -> str:
    return f"{' → '.join(places)} goods" if stated["exporter"] else f"{'–'.join(places)} {stated['flow']}"


def _read_targets(envelope: Json) -> Iterator[Conclusion]:
    for goal in envelope["answer"]["targets"]:
        places = (goal["exporter"], goal["importer"]) if goal["exporter"] else tuple(goal["pair"])
        about = f"{_name_flow(goal, places)} goal {goal['currency']} {goal['value']:,}"
        year = f" in {goal['status_year']}" if goal["status_year"] else ""
        facts = tuple(statement["fact"] for statement in goal["statements"])
        yield Conclusion("status", about, places, "target", goal["flow"], None, None, f"{goal['status']}{year}", facts)


def _read_series(envelope: Json) -> Iterator[Conclusion]:
    for line in envelope["answer"]["lines"]:
        for cell in (line["volume"], line["change"]):
            if cell is not None:
                yield from _read_cell(cell, str(line["year"]), tuple(line["pair"]))


def _read_chart(envelope: Json) -> Iterator[Conclusion]:
    for bar in envelope["answer"]["bars"]:
        yield from _read_cell(bar["volume"], bar["period"], tuple(bar["pair"]))


def _read_officials(envelope: Json) -> Iterator[Conclusion]:
    if envelope["answer"]["on"] is None:  # without a date there is no conclusion
        return
    held: dict[tuple[str, str, str], list[Json]] = {}
    for official in envelope["answer"]["officials"]:
        held.setdefault((official["country"], official["office"], official["person"]), []).append(official)
    for (country, office, person), spells in held.items():
        value = "; ".join(f"{spell['status']}: {spell['reason']}" for spell in spells)
        facts = tuple(name for spell in spells for name in spell["facts"])
        yield Conclusion("status", f"{person}, {office}", (country,), "term", None, None, None, value, facts)


def _read_audit(envelope: Json) -> Iterator[Conclusion]:
    for finding in envelope["findings"]:
        facts = tuple(sorted(finding["facts"]))
        about = f"{finding['code']} {finding['rule'].replace('_', ' ')}: {', '.join(facts)}"
        yield Conclusion("finding", about, (), None, None, None, None, finding["severity"], facts)


def _read_cite(envelope: Json) -> Iterator[Conclusion]:
    for cited in envelope["answer"]["citations"]:
        if cited["id"] is not None:
            value = " ".join(cited["cautions"]) or "none"
            yield Conclusion("caution", cited["id"], (), None, None, None, None, value, (cited["id"],))


def _read_explain(envelope: Json) -> Iterator[Conclusion]:
    for explained in envelope["answer"]["derivations"]:
        derived = explained["derived"]
        ends = (derived["exporter"], derived["importer"])
        places = ends if ends[0] else tuple(envelope["query"].get("pair", ()))
        by = f", by {derived['reporter']}" if derived["reporter"] else ""
        about = f"{derived['quantity']} {_name_flow(derived, places)} {derived['period']} ({derived['formula']}){by}"
        value = f"{write_json(derived['low'])} to {write_json(derived['high'])} {derived['unit']}"
        known = (places, None, derived["flow"], derived["reporter"], derived["period"])
        yield Conclusion("derived", about, *known, value, tuple(derived["from"]))


def _read_coverage(envelope: Json) -> Iterator[Conclusion]:
    for covered in envelope["answer"]["pairs"]:
        pair = tuple(covered["pair"])
        yield Conclusion("count", "–".join(pair), pair, None, None, None, None, str(covered["facts"]), ())


def _read_sources(envelope: Json) -> Iterator[Conclusion]:
    for page in envelope["answer"]["sources"]:
        yield Conclusion("count", page["id"], (), None, None, None, None, str(page["facts"]), ())


_READERS: dict[str, Callable[[Json], Iterator[Conclusion]]] = {
    "pair": _read_pair,
    "targets": _read_targets,
    "series": _read_series,
    "chart": _read_chart,
    "officials": _read_officials,
    "audit": _read_audit,
    "cite": _read_cite,
    "explain": _read_explain,
    "coverage": _read_coverage,
    "sources": _read_sources,
}
"""The function that reads the conclusions from an answer, by command."""
