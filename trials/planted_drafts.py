"""Plant errors in drafts that the record supports; count how many `check` marks, and its false alarms.

    ./dev planted [--pages N] [--articles FILE] [--claims]

A draft is made from one page of the built-in base: a sentence for each of its claims, as `cite` words them. It is
checked against the record without that page, so that a figure is supported only if another page has it. With
`--articles`, the drafts are the texts of a file of articles (JSON lines with `text` and `published`), checked against
the whole record.

`--claims` leaves the reader out: every claim of the base is judged as if it had been read surely, against the record
without its page; then with its figure changed.

An error is planted in each supported figure of the true draft, one at a time, except in goals, because another goal of
the same two places is often on record. It is marked if the figure there is contradicted, differs, is of other
statistics, or is inconsistent with the rest of the draft.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from tradefacts.answer import Names
from tradefacts.drafts.checking import Checked, CheckResult, ask_check
from tradefacts.drafts.judging import JUDGED, judge
from tradefacts.drafts.record import Record
from tradefacts.factbase import FactBase, open_base
from tradefacts.factbase.drafted import DraftPage, make_claim
from tradefacts.factbase.selection import Selection
from tradefacts.questions.claim_sentences import format_full_claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Plant = Callable[[str, Checked], str | None]

    from tradefacts.factbase import Claim

_MARKED = ("contradicted", "differs", "other statistics")
_NUMBER = re.compile(r"\d(?:[\d.,\u00a0 ]*\d)?")
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!-)")
_SCALES = (("billion", "million"), ("bln", "mln"), ("bn", "m"), ("млрд", "млн"), ("миллиард", "миллион"))


class Draft(NamedTuple):
    """A text, its day, and the page of the record that it was made from, if any."""

    text: str
    published: str | None
    page: str | None = None


class _WithoutPage:
    """A base without the claims of one page."""

    def __init__(self, base: FactBase, page: str | None) -> None:
        self._base, self._page = base, page

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a base has
        return getattr(self._base, name)

    def find_claims(self, selection: Selection) -> list[Claim]:
        return [claim for claim in self._base.find_claims(selection) if claim.source != self._page]


def make_drafts(base: FactBase, most: int) -> Iterator[Draft]:
    """Yield drafts made from the claims of the pages whose ids have the lowest hashes."""
    names = Names(base)
    by_page: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in base.find_claims(Selection(kinds=JUDGED)):
        by_page[claim.source].append(claim)
    for page in sorted(by_page, key=lambda name: sha256(name.encode()).digest())[:most]:
        sentences = [format_full_claim(claim, names)[0] for claim in by_page[page]]
        yield Draft("\n".join(filter(None, sentences)), by_page[page][0].published, page)


def read_drafts(path: Path) -> Iterator[Draft]:
    """Yield the texts of a file of articles."""
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        yield Draft(article["text"], article.get("published"))


def check(base: FactBase, draft: Draft) -> CheckResult:
    """Return how a draft compares with the record without its own page."""
    known = cast("FactBase", _WithoutPage(base, draft.page))
    return ask_check(known, draft.text, published=draft.published).result


def multiply(factor: float) -> Plant:
    """Return a function that multiplies the figure and keeps its decimals; a factor of ten moves the decimal point."""

    def plant(text: str, one: Checked) -> str | None:
        match = _NUMBER.search(one.printed)
        if match is None:
            return None
        written = match[0]
        plain = re.sub("[ \u00a0]", "", written)
        plain = plain.replace(",", "" if _GROUPED.fullmatch(plain) else ".")
        try:
            number = float(plain)
        except ValueError:
            return None
        decimals = len(plain.partition(".")[2])
        places = max(0, decimals - 1) if factor == _TENFOLD else decimals
        changed = f"{number * factor:.{places}f}"
        changed = changed.replace(".", ",") if "," in written and "." in plain and "." not in written else changed
        if changed in {plain, written}:
            return None
        start = one.span[0] + match.start()
        return f"{text[:start]}{changed}{text[start + len(written) :]}"

    return plant


_TENFOLD = 10
FACTORS = {"×10": _TENFOLD, "+50 %": 1.5, "−50 %": 0.5, "+25 %": 1.25, "−25 %": 0.75, "+10 %": 1.1, "−10 %": 0.9}


def slip_scale(text: str, one: Checked) -> str | None:
    """Replace million by billion, or the other way round."""
    for large, small in _SCALES:
        for word, other in ((large, small), (small, large)):
            if re.search(rf"(?<![^\W\d]){word}", one.printed):
                changed = re.sub(rf"(?<![^\W\d]){word}", other, one.printed, count=1)
                return f"{text[: one.span[0]]}{changed}{text[one.span[1] :]}"
    return None


def misdate(text: str, one: Checked) -> str | None:
    """Replace the year of the figure by the year before, if its sentence names that year."""
    period = str(one.claim.get("period") or "")
    years = [match for match in _YEAR.finditer(one.sentence) if match[0] == period]
    if not years:
        return None
    start = one.sentence_span[0] + years[0].start()
    return f"{text[:start]}{int(period) - 1}{text[start + 4 :]}"


def swap_places(names: Names) -> Plant:
    """Return a function that reverses the direction: it swaps the names of the two places in the sentence."""

    def plant(text: str, one: Checked) -> str | None:
        first, second = (names[str(one.claim[end])] for end in ("country", "partner"))
        is_directed = one.claim.get("flow") in {"exports", "imports"}
        if not (is_directed and first in one.sentence and second in one.sentence):
            return None
        places = {first: second, second: first}
        changed = re.sub("|".join(map(re.escape, places)), lambda match: places[match[0]], one.sentence)
        return f"{text[: one.sentence_span[0]]}{changed}{text[one.sentence_span[1] :]}"

    return plant


def list_errors(names: Names) -> dict[str, Plant]:
    """Return the errors that are planted, by name."""
    return {
        **{error: multiply(factor) for error, factor in FACTORS.items()},
        "million for billion": slip_scale,
        "wrong year": misdate,
        "swapped places": swap_places(names),
    }


class _Claims:
    """Counts for claims that are taken from the base, without the reader."""

    def __init__(self, base: FactBase) -> None:
        self.standings: defaultdict[str, Counter[str]] = defaultdict(Counter)
        by_pair: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in base.find_claims(Selection(kinds=JUDGED)):
            by_pair[claim.pair_code or ""].append(claim)
        for pair, claims in by_pair.items():
            for page in dict.fromkeys(claim.source for claim in claims):
                rest = [claim for claim in claims if claim.source != page]
                self._judge([claim for claim in claims if claim.source == page], Record({pair: rest}.__getitem__))

    def _judge(self, claims: list[Claim], record: Record) -> None:
        """Judge the claims of a page with a counterpart on record, first as they are, then with changed figures."""
        for claim in claims:
            if record.get_pair(claim).find_peers(claim):
                self.standings["as they are"][judge(claim, record, is_sure=True).standing] += 1
                for error, factor in FACTORS.items():
                    changed = _change(claim, factor)
                    if changed is not None:
                        self.standings[error][judge(changed, record, is_sure=True).standing] += 1

    def tell(self) -> None:
        """Print the counts as a table of Markdown."""
        print("| figures | claims | supported | contradicted | differs | else |\n|---|--:|--:|--:|--:|--:|")
        for error, counted in self.standings.items():
            named = [counted[name] for name in ("supported", "contradicted", "differs")]
            number = counted.total()
            shares = [f"{100 * count / number:.1f} %" for count in (*named, number - sum(named))]
            print(f"| {error} | {number} | {' | '.join(shares)} |")


def _change(claim: Claim, factor: float) -> Claim | None:
    """Return a volume in dollars with its value changed, in four digits; None for any other claim."""
    if claim.kind != "volume" or claim.currency != "USD":
        return None
    value = claim.value * factor
    power, scale = (9, "billion") if value >= 10**9 else (6, "million")
    digits = f"{value / 10**power:.4g}"
    if "e" in digits:
        return None
    stored = {**claim.stored, "value": round(float(digits) * 10**power), "printed": f"${digits} {scale}"}
    return make_claim(stored, 1, DraftPage())


class Tally:
    """All counts."""

    def __init__(self, errors: dict[str, Plant]) -> None:
        self.errors = errors
        self.planted: Counter[str] = Counter()
        self.marked: Counter[str] = Counter()
        self.contradicted: Counter[str] = Counter()
        self.unrecorded: Counter[str] = Counter()
        self.unread: Counter[str] = Counter()
        self.standings: Counter[str] = Counter()
        self.alarms: list[str] = []
        self.missed: list[str] = []
        self.drafts = 0

    def take(self, base: FactBase, draft: Draft) -> None:
        """Check a draft as it is, and with each error in each of its supported figures."""
        true = check(base, draft)
        self.drafts += 1
        self.standings.update(one.standing for one in true.checked)
        self.alarms += [
            f"{draft.page or ''} {one.printed!r}: {one.reason}: {one.sentence}"
            for one in true.checked
            if one.standing == "contradicted"
        ]
        already = {place for mismatch in true.within for place in mismatch.claims}
        for place, one in enumerate(true.checked):
            if one.standing == "supported" and place not in already and one.claim["kind"] != "target":
                for error, plant in self.errors.items():
                    self._plant(base, draft, one, error, plant(draft.text, one))

    def _plant(self, base: FactBase, draft: Draft, one: Checked, error: str, text: str | None) -> None:
        if text is None:
            return
        self.planted[error] += 1
        result = check(base, draft._replace(text=text))
        moved = len(text) - len(draft.text)
        near = [place for place, found in enumerate(result.checked) if _is_there(found, one, moved)]
        standings = {result.checked[place].standing for place in near}
        torn = {place for mismatch in result.within for place in mismatch.claims}
        self.unread[error] += not near
        self.contradicted[error] += "contradicted" in standings
        self.unrecorded[error] += standings == {"unknown"}
        is_marked = bool(standings & {*_MARKED} or torn & {*near})
        self.marked[error] += is_marked
        if not is_marked:
            self.missed.append(f"{error} in {one.printed!r}: {', '.join(standings) or 'not read'}: {one.sentence}")

    def tell(self) -> None:
        """Print the counts as a table of Markdown."""
        print(f"{self.drafts} drafts; figures as they are: {dict(self.standings.most_common())}")
        compared = sum(self.standings[name] for name in ("supported", *_MARKED, "stale"))
        print(f"false 'contradicted': {len(self.alarms)} of {compared} figures with something on record")
        print("\n| error | planted | marked | contradicted | nothing on record | not read |\n|---|--:|--:|--:|--:|--:|")
        for error in self.errors:
            number = self.planted[error]
            shares = [
                f"{100 * counted[error] / number:.0f} %" if number else ""
                for counted in (self.marked, self.contradicted, self.unrecorded, self.unread)
            ]
            print(f"| {error} | {number} | {' | '.join(shares)} |")


def _is_there(found: Checked, one: Checked, moved: int) -> bool:
    """Whether a figure of the changed text is at the position of the original figure."""
    return found.span[0] in {one.span[0], one.span[0] + moved} and found.claim["kind"] == one.claim["kind"]


def main() -> None:
    """Plant errors, check the drafts, and print the counts."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=200, help="make drafts of so many pages of the shipped base")
    parser.add_argument("--articles", type=Path, help="take the texts of this file instead")
    parser.add_argument("--list", action="store_true", help="list the false alarms, and the errors not marked")
    parser.add_argument("--claims", action="store_true", help="judge the claims of the base, without reading texts")
    given = parser.parse_args()
    base = open_base()
    tally = Tally(list_errors(Names(base)))
    if given.claims:
        _Claims(base).tell()
        return
    for draft in read_drafts(given.articles) if given.articles else make_drafts(base, given.pages):
        tally.take(base, draft)
    tally.tell()
    if given.list:
        print("\n".join([*tally.alarms, *tally.missed]))


if __name__ == "__main__":
    main()
