"""The Python face: open a base, ask it, get the answers that the command line prints.

Filters are given by name, as on the command line: `facts.pair("KZ", "KG", since="2020", known_by="2024")`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.asking import Wanted
from tradefacts.audit import ask_audit
from tradefacts.factbase import FactBase, open_base
from tradefacts.questions.coverage import ask_countries
from tradefacts.questions.explain import ask_explain
from tradefacts.questions.facts import ask_facts, ask_sources
from tradefacts.questions.officials import ask_officials
from tradefacts.questions.pair import ask_pair
from tradefacts.questions.records import ask_search, ask_show
from tradefacts.questions.targets import ask_targets
from tradefacts.questions.timeline import ask_timeline

if TYPE_CHECKING:
    from tradefacts.answer import Answer
    from tradefacts.audit import AuditResult
    from tradefacts.questions.coverage import CountriesResult
    from tradefacts.questions.explain import ExplainResult
    from tradefacts.questions.facts import FactsResult, SourcesResult
    from tradefacts.questions.officials import OfficialsResult
    from tradefacts.questions.pair import PairResult
    from tradefacts.questions.records import SearchResult, ShowResult
    from tradefacts.questions.targets import TargetsResult
    from tradefacts.questions.timeline import TimelineResult


def open(*bases: str) -> Facts:  # noqa: A001 - tradefacts.open() reads well
    """Open bases as one, lowest first: paths, or `builtin` for the shipped one, which is asked where none is named.

    Raises:
        UnreadableBaseError: a file cannot be read.
        FactBaseError: a file is not a fact base.
    """
    return Facts(open_base(bases))


class Facts:
    """An open base, and the questions it answers.

    Every method returns an `Answer`: `result` is what was computed, `claims` are the facts it rests on, `notes` what
    the reader should know besides. All raise `UnknownNameError` and `InvalidPeriodError` for what is neither.
    """

    def __init__(self, base: FactBase) -> None:
        """Take an open base."""
        self.base = base

    def pair(
        self,
        one: str,
        other: str,
        *,
        year: str | None = None,
        everything: bool = False,
        **wanted: Any,  # noqa: ANN401
    ) -> Answer[PairResult]:
        """Return what is known about the trade of two places."""
        return ask_pair(self.base, one, other, Wanted(**wanted), year=year, everything=everything)

    def timeline(
        self,
        place: str,
        *,
        partner: str | None = None,
        everything: bool = False,
        **wanted: Any,  # noqa: ANN401
    ) -> Answer[TimelineResult]:
        """Return one place in time, oldest first, undated last."""
        return ask_timeline(self.base, place, Wanted(**wanted), partner=partner, everything=everything)

    def targets(
        self,
        one: str | None = None,
        other: str | None = None,
        *,
        history: bool = False,
        **wanted: Any,  # noqa: ANN401
    ) -> Answer[TargetsResult]:
        """Return every goal and how far it is; of one place, or of a pair."""
        return ask_targets(self.base, one, other, Wanted(**wanted), history=history)

    def officials(
        self,
        place: str | None = None,
        *,
        on: str | None = None,
        person: str | None = None,
        everyone: bool = False,
        **wanted: Any,  # noqa: ANN401
    ) -> Answer[OfficialsResult]:
        """Return who held which office; `on` a day, what is known of that day."""
        return ask_officials(self.base, place, Wanted(**wanted), on=on, person=person, everyone=everyone)

    def sources(self, *places: str, **wanted: Any) -> Answer[SourcesResult]:  # noqa: ANN401
        """Return the pages that claims stand on, oldest first, undated last."""
        return ask_sources(self.base, places, Wanted(**wanted))

    def facts(self, *places: str, **wanted: Any) -> Answer[FactsResult]:  # noqa: ANN401
        """Return every claim that passes the filters, in the order of the base."""
        return ask_facts(self.base, places, Wanted(**wanted))

    def search(self, words: str, **wanted: Any) -> Answer[SearchResult]:  # noqa: ANN401
        """Return the records and claims in which every word occurs, in any script."""
        return ask_search(self.base, words, Wanted(**wanted))

    def show(self, *ids: str) -> Answer[ShowResult]:
        """Return records and facts by id or code, each with the facts that refer to it."""
        return ask_show(self.base, ids)

    def countries(self, place: str | None = None, **wanted: Any) -> Answer[CountriesResult]:  # noqa: ANN401
        """Return what is covered: how many claims for each pair and year."""
        return ask_countries(self.base, Wanted(**wanted), place=place)

    def audit(
        self,
        one: str | None = None,
        other: str | None = None,
        *,
        code: str | None = None,
        severity: str | None = None,
        everything: bool = False,
        **wanted: Any,  # noqa: ANN401
    ) -> Answer[AuditResult]:
        """Return what contradicts what; of one place, or of a pair."""
        return ask_audit(self.base, one, other, Wanted(**wanted), code=code, severity=severity, everything=everything)

    def explain(self, *words: str) -> Answer[ExplainResult]:
        """Return how figures follow from printed ones: of a claim by its id, or of two places and a period."""
        return ask_explain(self.base, words)
