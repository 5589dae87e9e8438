"""Score the reader of articles on labelled texts: precision and recall by kind, language and tier.

    ./dev score [--errors] [training | measured | FILE …]

It runs in this process, with the same results as `tradefacts read` on each text. A hit needs the right kind, places
with direction, flow, period (not of a target) and value. The measured part is only scored as a whole: `--errors`
refuses it.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from article_labels import Article, part_of, read_articles
from tradefacts.article import Tables, read_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Key = tuple[str, tuple[str, ...], str, str | None, float]
Said = tuple[str, dict[str, Any]]
"""A tier, and a claim proposed in it."""
NO_NAMES = Tables({}, {})


class Count(NamedTuple):
    """The numbers of proposals, of right ones, and of claims in a text."""

    right: int = 0
    proposed: int = 0
    claimed: int = 0

    def __add__(self, other: object) -> Count:
        """Return the sum."""
        if not isinstance(other, Count):
            return NotImplemented
        return Count(*(left + right for left, right in zip(self, other, strict=True)))

    def __str__(self) -> str:
        """Return precision and recall in words."""
        precision, recall = self.right / max(self.proposed, 1), self.right / max(self.claimed, 1)
        found = f"precision {self.right}/{self.proposed} = {precision:.3f}"
        return f"{found}   recall {self.right}/{self.claimed} = {recall:.3f}"


def key_of_label(claim: Mapping[str, Any]) -> Key:
    """Return the keys of a labelled claim that have to be right."""
    is_goods = "exporter" in claim
    places = (claim["exporter"], claim["importer"]) if is_goods else tuple(sorted(claim["pair"]))
    flow = "goods" if is_goods else claim.get("flow", "turnover")
    period = None if claim["kind"] == "target" else claim.get("period")
    return (
        claim["kind"],
        places,
        flow,
        period,
        round(float(claim["value"] if "value" in claim else claim["percent"]), 3),
    )


def key_of_claim(claim: Mapping[str, Any]) -> Key:
    """Return the same keys of a proposal."""
    country, partner, flow = claim["country"] or "", claim["partner"] or "", claim["flow"]
    places: tuple[str, ...] = tuple(sorted((country, partner)))
    if flow in {"exports", "imports"} and claim["kind"] != "target":
        places, flow = (country, partner) if flow == "exports" else (partner, country), "goods"
    number = claim["value"] if "value" in claim else claim["percent"]
    period = None if claim["kind"] == "target" else claim.get("period")
    return claim["kind"], places, flow, period, round(float(number), 3)


def is_same(got: Key, want: Key) -> bool:
    """Whether a proposal matches a claim; the label of a share may leave period and direction open."""
    if got == want:
        return True
    is_share = got[0] == want[0] == "share" and set(got[1]) == set(want[1])
    return is_share and got[4] == want[4] and want[3] in {None, got[3]}


class Score:
    """Counts of proposals and claims by kind, language and tier."""

    def __init__(self) -> None:
        """Start without texts."""
        self.counts: defaultdict[str, Count] = defaultdict(Count)
        self.errors: list[str] = []

    def add(self, article: Article, said: list[Said]) -> None:
        """Count the proposals for a text, sure ones first; each claim can be found once."""
        truth = [key_of_label(claim) for claim in article["claims"]]
        left = set(range(len(truth)))
        language = article["language"]
        for tier, claim in sorted(said, key=lambda proposed: proposed[0] != "sure"):
            got = key_of_claim(claim)
            hit = next((number for number in sorted(left) if is_same(got, truth[number])), None)
            left.discard(-1 if hit is None else hit)
            labels = {"all", got[0], language, f"{got[0]} {tier}", f"{language} {tier}", f"tier {tier}"}
            for label in labels:
                self.counts[label] += Count(hit is not None, 1)
            if hit is None:
                self.errors.append(f"{article['id']} wrong  {tier:8} {got} {claim['printed']!r}")
        self.errors.extend(f"{article['id']} missed {truth[number]}" for number in sorted(left))
        for kind, *_ in truth:
            for label in (
                "all",
                kind,
                language,
                *(f"{name} {tier}" for name in (kind, language, "tier") for tier in TIERS),
            ):
                self.counts[label] += Count(claimed=1)

    def __str__(self) -> str:
        """Return a line for each count."""
        return "\n".join(f"{label:17} {count}" for label, count in sorted(self.counts.items()))


TIERS = ("sure", "doubtful")


def score(articles: Iterable[Article]) -> Score:
    """Return the score of the reader on labelled texts."""
    total = Score()
    for article in articles:
        proposals = read_article(article["text"], NO_NAMES, published=article.get("published"))
        total.add(article, [(proposal.tier, proposal.claim) for proposal in proposals])
    return total


def get_articles(name: str) -> list[Article]:
    """Return the texts of a part or of a file, one JSON object a line."""
    if name in {"training", "measured"}:
        return [article for article in read_articles() if part_of(article) == name]
    return [json.loads(line) for line in Path(name).read_text(encoding="utf-8").splitlines()]


def count_false(articles: list[Article]) -> str:
    """Return the number of claims read in texts without claims."""
    silent = [article for article in articles if not article["claims"]]
    found = score(silent).counts["all"].proposed
    length = sum(len(article["text"]) for article in silent)
    return f"texts without a claim: {len(silent)}, {length:,} characters, {found} false claims"


def main(arguments: list[str]) -> None:
    """Print the scores of the given parts and files, by default of the measured part."""
    names = [argument for argument in arguments if not argument.startswith("--")] or ["measured"]
    with_errors = "--errors" in arguments
    if with_errors and "measured" in names:
        sys.exit("the measured part is scored as a whole: its errors are not listed")
    for name in names:
        articles = get_articles(name)
        total = score(articles)
        print(f"{name}: {len(articles)} texts", *(total.errors if with_errors else ()), sep="\n")
        print(total, count_false(articles), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
