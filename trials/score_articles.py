"""Score the reader of articles on labelled texts: precision and recall by kind, language and tier.

    ./dev score [--errors] [training | measured | FILE …]

Works in this process; agrees with a run of `tradefacts read` on each text. The measured part may only be scored as a
whole: `--errors` refuses it.
"""

from __future__ import annotations

import collections
import json
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from article_labels import part_of, read_articles  # noqa: E402


def key_of_label(claim):
    places = (claim["exporter"], claim["importer"]) if "exporter" in claim else tuple(sorted(claim["pair"]))
    flow = "goods" if "exporter" in claim else claim.get("flow", "turnover")
    period = None if claim["kind"] == "target" else claim.get("period")
    return claim["kind"], places, flow, period, round(float(claim["value"] if "value" in claim else claim["percent"]), 3)


def key_of_claim(claim):
    country, partner, flow = claim.get("country"), claim.get("partner"), claim.get("flow") or "turnover"
    if flow in ("exports", "imports") and claim["kind"] != "target":
        places, flow = ((country, partner) if flow == "exports" else (partner, country)), "goods"
    else:
        places = tuple(sorted((country or "", partner or "")))
    number = claim["value"] if claim.get("value") is not None else claim.get("percent")
    period = None if claim["kind"] == "target" else claim.get("period")
    return claim["kind"], places, flow, period, round(float(number), 3)


def is_same(got, want):
    if got == want:
        return True
    return got[0] == want[0] == "share" and set(got[1]) == set(want[1]) and got[4] == want[4] and want[3] in (None, got[3])


def score_article(article, proposals, tally, errors=None):
    """proposals: (tier, claim) pairs."""
    truth = [key_of_label(claim) for claim in article["claims"]]
    left = set(range(len(truth)))
    hits = {}
    for number, (tier, claim) in sorted(enumerate(proposals), key=lambda one: one[1][0] != "sure"):
        got = key_of_claim(claim)
        hits[number] = next((i for i in sorted(left) if is_same(got, truth[i])), None)
        left.discard(hits[number])
        for label in ("all", got[0], article["language"], f"tier {tier}"):
            tally[label][1] += 1
            tally[label][0] += hits[number] is not None
        if errors is not None and hits[number] is None:
            near = [t for i, t in enumerate(truth) if i in left and t[4] == got[4]]
            errors.append(f"{article['id']} wrong  {tier:8} {got}  {claim.get('printed')!r}" + (f"  should be {near[0]}" if near else ""))
    sure = {hits[n] for n, (tier, _) in enumerate(proposals) if tier == "sure"}
    for i, t in enumerate(truth):
        for label in ("all", t[0], article["language"]):
            tally[label][3] += 1
            tally[label][2] += i not in left
        tally["tier sure"][3] += 1
        tally["tier sure"][2] += i in sure
        tally["tier doubtful"][3] += 1
        tally["tier doubtful"][2] += i not in left and i not in sure
    if errors is not None:
        errors.extend(f"{article['id']} missed {truth[i]}  {article['claims'][i].get('printed')!r}" for i in sorted(left))
    return hits


def format_tally(tally):
    return "\n".join(
        f"{label:14} precision {right}/{proposed} = {right / proposed if proposed else 0:.3f}   recall {found}/{true} = {found / true if true else 0:.3f}"
        for label, (right, proposed, found, true) in sorted(tally.items())
    )


def new_tally():
    return collections.defaultdict(lambda: [0, 0, 0, 0])


def main(arguments):
    from tradefacts.article import Tables, read_article

    with_errors = "--errors" in arguments
    names = [name for name in arguments if not name.startswith("--")] or ["measured"]
    if with_errors and "measured" in names:
        raise SystemExit("the measured part is scored as a whole: its errors are not listed")
    tables = Tables({}, {})
    for name in names:
        if name in ("training", "measured"):
            articles = [article for article in read_articles() if part_of(article) == name]
        else:
            articles = [json.loads(line) for line in Path(name).read_text(encoding="utf-8").splitlines()]
        tally, errors = new_tally(), [] if with_errors else None
        for article in articles:
            found = read_article(article["text"], tables, published=article.get("published"))
            score_article(article, [(proposal.tier, proposal.claim) for proposal in found], tally, errors)
        print(f"{name}: {len(articles)} texts")
        if errors:
            print("\n".join(errors))
        print(format_tally(tally))


if __name__ == "__main__":
    main(sys.argv[1:])
