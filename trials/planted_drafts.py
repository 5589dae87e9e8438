"""Plant errors in drafts that the record bears out, and count what `check` marks, and false alarms on true drafts.

    ./dev planted [--pages N] [--articles FILE]

A draft is made of what one page of the shipped base says: a sentence for each of its claims, as `cite` words them. It
is checked against the record without that page, so that a figure is borne out only where another page has it. With
`--articles`, the drafts are the texts of a file of articles (JSON lines with `text` and `published`), checked against
the whole record.

An error goes into each figure that the true draft has supported, one at a time. It is marked if the figure there is
contradicted, differs, is of other statistics, or does not go together with the rest of the draft.
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
from tradefacts.drafts.judging import JUDGED
from tradefacts.factbase import FactBase, open_base
from tradefacts.factbase.selection import Selection
from tradefacts.questions.claim_sentences import write_out_claim

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tradefacts.factbase import Claim

_MARKED = ("contradicted", "differs", "other statistics")
_NUMBER = re.compile(r"\d(?:[\d.,\u00a0 ]*\d)?")
_GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!-)")
_SCALES = (("billion", "million"), ("bln", "mln"), ("bn", "m"), ("млрд", "млн"), ("миллиард", "миллион"))
_DIRECTIONS = (("export", "import"), ("экспорт", "импорт"))


class Draft(NamedTuple):
    """A text, the day it is of, and the page of the record that it was made from, if it was."""

    text: str
    published: str | None
    page: str | None = None


class _WithoutPage:
    """A base that does not know the claims of one page."""

    def __init__(self, base: FactBase, page: str | None) -> None:
        self._base, self._page = base, page

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever a base has
        return getattr(self._base, name)

    def find_claims(self, selection: Selection) -> list[Claim]:
        return [claim for claim in self._base.find_claims(selection) if claim.source != self._page]


def make_drafts(base: FactBase, most: int) -> Iterator[Draft]:
    """Yield drafts made of the claims of pages, those with the lowest hashes of their ids."""
    names = Names(base)
    by_page: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in base.find_claims(Selection(kinds=JUDGED)):
        by_page[claim.source].append(claim)
    for page in sorted(by_page, key=lambda name: sha256(name.encode()).digest())[:most]:
        sentences = [write_out_claim(claim, names)[0] for claim in by_page[page]]
        yield Draft("\n".join(filter(None, sentences)), by_page[page][0].published, page)


def read_drafts(path: Path) -> Iterator[Draft]:
    """Yield the texts of a file of articles."""
    for line in path.read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        yield Draft(article["text"], article.get("published"))


def check(base: FactBase, draft: Draft) -> CheckResult:
    """Return how a draft stands against the record without its own page."""
    known = cast("FactBase", _WithoutPage(base, draft.page))
    return ask_check(known, draft.text, published=draft.published).result


def multiply(factor: float) -> Callable[[str, Checked], str | None]:
    """Return what changes the figure by a factor, with as many decimals as it has; a tenfold slip moves the point."""

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


def slip_scale(text: str, one: Checked) -> str | None:
    """Write million for billion, or the other way round."""
    for large, small in _SCALES:
        for word, other in ((large, small), (small, large)):
            if re.search(rf"(?<![^\W\d]){word}", one.printed):
                changed = re.sub(rf"(?<![^\W\d]){word}", other, one.printed, count=1)
                return f"{text[: one.span[0]]}{changed}{text[one.span[1] :]}"
    return None


def misdate(text: str, one: Checked) -> str | None:
    """Write the year before for the year of the figure, where its sentence has that year."""
    period = str(one.claim.get("period") or "")
    years = [match for match in _YEAR.finditer(one.sentence) if match[0] == period]
    if not years:
        return None
    start = one.sentence_span[0] + years[0].start()
    return f"{text[:start]}{int(period) - 1}{text[start + 4 :]}"


def swap_directions(text: str, one: Checked) -> str | None:
    """Write exports for imports, and the other way round, in the sentence of a figure of goods one way."""
    if one.claim.get("flow") not in {"exports", "imports"}:
        return None
    for first, second in _DIRECTIONS:
        found = {word for word in (first, second) if re.search(word, one.sentence, re.IGNORECASE)}
        if len(found) == 1:
            word, other = (first, second) if first in found else (second, first)
            changed = re.sub(word, other, one.sentence)
            changed = re.sub(word.capitalize(), other.capitalize(), changed)
            return f"{text[: one.sentence_span[0]]}{changed}{text[one.sentence_span[1] :]}"
    return None


ERRORS: dict[str, Callable[[str, Checked], str | None]] = {
    "×10": multiply(_TENFOLD),
    "+50 %": multiply(1.5),
    "−50 %": multiply(0.5),
    "+25 %": multiply(1.25),
    "−25 %": multiply(0.75),
    "+10 %": multiply(1.1),
    "−10 %": multiply(0.9),
    "million for billion": slip_scale,
    "wrong year": misdate,
    "exports for imports": swap_directions,
}


class Tally:
    """What was counted."""

    def __init__(self) -> None:
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
        """Check a draft as it is, and with each error in each figure that it has supported."""
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
            if one.standing == "supported" and place not in already:
                for error, plant in ERRORS.items():
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
        for error in ERRORS:
            number = self.planted[error]
            shares = [
                f"{100 * counted[error] / number:.0f} %" if number else ""
                for counted in (self.marked, self.contradicted, self.unrecorded, self.unread)
            ]
            print(f"| {error} | {number} | {' | '.join(shares)} |")


def _is_there(found: Checked, one: Checked, moved: int) -> bool:
    """Whether a figure of the changed text stands where the one before stood."""
    return found.span[0] in {one.span[0], one.span[0] + moved} and found.claim["kind"] == one.claim["kind"]


def main() -> None:
    """Plant, check and tell."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--pages", type=int, default=200, help="make drafts of so many pages of the shipped base")
    parser.add_argument("--articles", type=Path, help="take the texts of this file instead")
    parser.add_argument("--list", action="store_true", help="list the false alarms, and the errors not marked")
    given = parser.parse_args()
    base, tally = open_base(), Tally()
    for draft in read_drafts(given.articles) if given.articles else make_drafts(base, given.pages):
        tally.take(base, draft)
    tally.tell()
    if given.list:
        print("\n".join([*tally.alarms, *tally.missed]))


if __name__ == "__main__":
    main()
