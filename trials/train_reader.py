"""Fit the weights of the reader of articles to labelled texts, and set its tiers by cross-validation.

    ./dev train [FILE …]

Texts: the training part of `tests/articles` and the files given, one article a line. The measured part is not opened.
Three conditional logits (kind, places, period) are fitted with a penalty on every weight. Later rounds add what the
reader itself had chosen for earlier figures, so that it learns to go on from its own mistakes.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import pickle
import random
import re
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "trials"), str(ROOT / "trials" / "reader")]

from article_labels import part_of, read_articles  # noqa: E402
from invent import invent_all  # noqa: E402
from score_articles import is_same, key_of_claim, key_of_label  # noqa: E402
from tradefacts.article.attachment import list_candidates  # noqa: E402
from tradefacts.article.choosing import choose_all, compute_shares  # noqa: E402
from tradefacts.article.claiming import make_claim  # noqa: E402
from tradefacts.article.context import State, View, survey  # noqa: E402
from tradefacts.article.kinds import OPTIONS, list_kind_features  # noqa: E402
from tradefacts.article.page import read_page  # noqa: E402
from tradefacts.article.settling import settle  # noqa: E402
from tradefacts.article.tables import CHOICES, Tables, pack  # noqa: E402
from tradefacts.article.timing import list_periods  # noqa: E402
from tradefacts.article.trust import compute_trust, list_signs, tie_choices  # noqa: E402
from tradefacts.period import Period  # noqa: E402

TABLES = Tables({}, {})
KEEP_CHOICES = os.environ.get("KEEP_CHOICES")
INVENTIONS, FOLDS, ROUNDS = 120, 4, 2
PRECISION = {"sure": 0.97, "doubtful": 0.85}
"""How often the claims of a tier, and of those above it, should be right in texts left out of training."""
KEPT = {"kind": 750, "place": 350, "period": 200}
"""How many features each choice has: together under 20 KB."""
INVENTED = 0.35
"""What an example from an invented text counts for."""


def compute_percent(kind, unit, value):
    if kind == "share":
        return value
    if unit == "factor":
        if kind == "rise":
            return round(100 * value - 100, 2)
        return round(100 / value - 100, 2)
    if kind == "rise":
        return value
    if kind == "fall":
        return -value
    return round(value - 100, 6)


def interpretations(figure):
    """(kind option, fact kind, number)"""
    out = []
    for option in OPTIONS[figure.unit]:
        if option == "none":
            continue
        for value in figure.values:
            if option in ("volume", "target"):
                out.append((option, option, value))
            elif option == "share":
                out.append((option, "share", value))
            else:
                if option == "level" and value < 20: continue
                out.append((option, "growth", compute_percent(option, figure.unit, value)))
    return out


def label(article, page):
    """Return for each figure its claim and option, or None; and the claims nobody prints."""
    claims = article["claims"]
    left = dict(enumerate(claims))
    result = {}
    text = article["text"]

    def matches(figure, claim):
        number = claim["value"] if "value" in claim else claim["percent"]
        for option, kind, value in interpretations(figure):
            if kind == claim["kind"] and abs(value - number) <= 1e-6 * max(1, abs(number)) + (0.06 if figure.in_words and figure.unit == "percent" else 0.011 if figure.unit == "factor" else 0):
                return option
        return None

    def agrees(figure, claim):
        printed = claim.get("printed")
        return not printed or figure.printed in printed or printed in figure.printed or figure.printed.rstrip(".") in printed

    for strict in (True, False):
        for index, figure in enumerate(page.figures):
            if index in result:
                continue
            for number, claim in left.items():
                option = matches(figure, claim)
                if option and (not strict or agrees(figure, claim)):
                    result[index] = (claim, option)
                    del left[number]
                    break
    # printed twice
    for index, figure in enumerate(page.figures):
        if index not in result:
            for claim in claims:
                option = matches(figure, claim)
                if option and claim.get("printed") and claim["printed"] == figure.printed:
                    result[index] = (claim, option)
                    break
    return result, list(left.values())


def gold_key(claim):
    if "exporter" in claim:
        return (claim["exporter"], claim["importer"], "goods")
    flow = claim.get("flow", "turnover")
    return (*sorted(claim["pair"]), flow)


def is_gold(view, claim):
    if claim["kind"] == "target" and claim.get("flow") in ("exports", "imports"):
        return view.flow == claim["flow"] and tuple(sorted(view[:2])) == tuple(sorted(claim["pair"]))
    return view.key == gold_key(claim)


def gold_period(claim):
    text = claim.get("period")
    return Period.parse(text) if text else None


class Example:
    __slots__ = ("options", "gold", "weight")

    def __init__(self, options, gold, weight=1.0):
        self.options, self.gold, self.weight = options, gold, weight


def collect(article, page, labels, weights, examples, misses=None, own=None):
    """Walk through a page; history is gold, or the reader's own with `own` weights."""
    state = State()
    weight = INVENTED if article["id"].startswith("invented") else 1.0
    own_choices = {choice.at: choice for choice in choose_all(page, own)} if own else None
    for index, figure in enumerate(page.figures):
        around = survey(page, figure)
        claim, option = labels.get(index, (None, "none"))
        features = list_kind_features(page, index, around, state)
        options = [[f"{o[0]}|{f}" for f in features] for o in OPTIONS[figure.unit]]
        examples["kind"].append(Example(options, [OPTIONS[figure.unit].index(option)], weight))
        state.kinds[index] = option
        view = period = None
        if claim is not None and page.places:
            candidates = list_candidates(page, index, option, around, state)
            gold = [n for n, c in enumerate(candidates) if is_gold(c.view, claim)]
            if gold:
                examples["place"].append(Example([c.features for c in candidates], gold, weight))
                if weights:
                    view = max((candidates[n] for n in gold), key=lambda c: sum(weights["place"].get(f, 0) for f in c.features)).view
                else:
                    # the wording that its words suggest
                    letter = (around.before or around.after or ((0, "X"),))[0][1]
                    view = next((candidates[n].view for n in gold if candidates[n].view.flow[0].upper() in {"X": "E", "M": "I"}.get(letter, "T")), candidates[gold[0]].view)
                if claim["kind"] != "target":
                    periods = list_periods(page, index, option, view, around, state)
                    want = gold_period(claim)
                    if want in periods:
                        keys = list(periods)
                        examples["period"].append(Example(list(periods.values()), [keys.index(want)], weight))
                    elif misses is not None:
                        misses.append(("period", article["id"], figure.printed, str(want), [str(p) for p in periods]))
            elif misses is not None:
                misses.append(("place", article["id"], figure.printed, gold_key(claim), sorted({c.view[:2] for c in candidates})[:0]))
        if own_choices is not None:
            choice = own_choices[index]
            state.kinds[index] = choice.kind
            if choice.kind != "none" and choice.views:
                state.add(index, choice.kind, choice.views[0][0], choice.periods[0][0])
        elif claim is not None:
            if view is None:
                a, b, flow = gold_key(claim)
                view = View(a, b, "exports" if flow == "goods" else flow)
            state.add(index, option, view, gold_period(claim) if claim["kind"] != "target" else (state.main.period if state.main else None))


def fit(examples, epochs, penalty, seed=7, rate=0.15, keep=None, only=None):
    """AdaGrad on the conditional log likelihood; with `keep`, again with so many features that matter most."""
    names = {}
    data = []
    for example in examples:
        options = [[names.setdefault(f, len(names)) for f in fs if only is None or f in only] for fs in example.options]
        data.append((options, frozenset(example.gold), example.weight))
    w = [0.0] * len(names)
    g2 = [1e-2] * len(names)
    moved = [0.0] * len(names)
    rng = random.Random(seed)
    order = list(range(len(data)))
    exp = math.exp
    sqrt = math.sqrt
    for epoch in range(epochs):
        rng.shuffle(order)
        for n in order:
            options, gold, weight = data[n]
            scores = [sum([w[f] for f in fs]) for fs in options]
            top = max(scores)
            powers = [exp(s - top) for s in scores]
            total = sum(powers)
            goldsum = sum([powers[k] for k in gold])
            grad = {}
            for k, power in enumerate(powers):
                d = (power / goldsum if k in gold else 0.0) - power / total
                if d > 1e-3 or d < -1e-3:
                    d *= weight
                    for f in options[k]:
                        grad[f] = grad.get(f, 0.0) + d
            for f, d in grad.items():
                if epoch == 0: moved[f] += d * d
                d -= penalty * w[f]
                g2[f] += d * d
                w[f] += rate * d / sqrt(g2[f])
    if keep is None or len(names) <= keep:
        return {name: round(w[k], 1) for name, k in names.items() if abs(w[k]) >= 0.05}
    # How often a feature has told options apart, times its weight.
    best = sorted(names, key=lambda name: -abs(w[names[name]]) * sqrt(moved[names[name]]))[:keep]
    return fit(examples, epochs, penalty, seed, rate, None, frozenset(best))


def train(items, rounds=2, epochs=8, penalties=(0.02, 0.02, 0.02), log=None):
    """items: (article, page, labels)."""
    weights = None
    for number in range(rounds):
        examples = {"kind": [], "place": [], "period": []}
        misses = [] if log else None
        for article, page, labels in items:
            collect(article, page, labels, weights, examples, misses)
            if number and weights:
                collect(article, page, labels, weights, examples, None, own=weights)
        if log:
            log({k: len(v) for k, v in examples.items()}, misses)
        weights = {name: fit(examples[name], epochs, p, keep=KEPT[name] if number == rounds - 1 else None) for name, p in zip(("kind", "place", "period"), penalties)}
    return weights


def prepare(articles):
    items = []
    for article in articles:
        page = read_page(article["text"], TABLES, article.get("published"))
        labels, missing = label(article, page)
        items.append((article, page, labels))
    return items


def load(paths):
    texts = [article for article in read_articles() if part_of(article) == "training"]
    for path in paths:
        texts.extend(json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines())
    return texts


def fold_of(article, folds):
    """Twins are in one fold."""
    name = re.sub(r"-(en|ru)$", "", article["id"])
    return hashlib.sha256(name.encode()).digest()[5] % folds


def cross_validate(items, invented, folds, rounds):
    """Return each text with what a reader chose that had not seen it."""
    chosen = []
    for fold in range(folds):
        weights = train([item for item in items if fold_of(item[0], folds) != fold] + invented, rounds=rounds)
        chosen.extend((article, page, settle(page, choose_all(page, weights))) for article, page, _ in items if fold_of(article, folds) == fold)
        print(f"fold {fold + 1} of {folds}", flush=True)
    return chosen


def list_rows(chosen):
    """Return for each claim chosen its text, signs, key, and whether it is right."""
    rows = []
    for article, page, choices in chosen:
        ties = tie_choices(page, choices)
        truth = [key_of_label(claim) for claim in article["claims"]]
        for choice in choices:
            if choice.views:
                kind = choice.claimed
                key = key_of_claim(make_claim(page.figures[choice.at], kind, choice.views[0][0], choice.periods[0][0]))
                rows.append((article, list_signs(page, choice, ties), key, any(is_same(key, want) for want in truth)))
    return rows


def fit_trust(rows, epochs=60, penalty=0.002):
    weights, squares = {}, {}
    rng = random.Random(3)
    data = [(signs, right) for _, signs, _, right in rows]
    for _ in range(epochs):
        rng.shuffle(data)
        for signs, right in data:
            p = compute_trust(signs, weights)
            for name, value in signs.items():
                step = (right - p) * value - penalty * weights.get(name, 0.0)
                squares[name] = squares.get(name, 0.1) + step * step
                weights[name] = weights.get(name, 0.0) + 0.1 * step / math.sqrt(squares[name])
    return {name: round(weight, 2) for name, weight in sorted(weights.items())}


def set_tiers(rows, folds=5):
    """Trust each claim by weights fitted without its text, and set the tiers where the precision is what it should be."""
    scored = {}
    for fold in range(folds):
        weights = fit_trust([row for row in rows if fold_of(row[0], folds) != fold])
        for article, signs, key, right in rows:
            if fold_of(article, folds) == fold:
                name = (article["id"], key)
                scored[name] = max(scored.get(name, (0.0, False)), (compute_trust(signs, weights), right))
    ranked = sorted(scored.values(), reverse=True)
    tiers = {}
    for tier, wanted in PRECISION.items():
        right, best = 0, 0
        for count, (_, is_right) in enumerate(ranked, 1):
            right += is_right
            if right / count >= wanted:
                best = count
        tiers[tier] = round(ranked[best - 1][0], 3) if best else 1.0
        print(f"{tier}: trust {tiers[tier]} or more is right in {sum(r for _, r in ranked[:best])} of {best} texts' claims left out")
    return tiers


def main(paths):
    started = time.time()
    items = prepare(load(paths))
    invented = prepare(invent_all(INVENTIONS))
    chosen = cross_validate(items, invented, FOLDS, ROUNDS)
    rows = list_rows(chosen)
    if KEEP_CHOICES:
        Path(KEEP_CHOICES).write_bytes(pickle.dumps([(article["id"], choices) for article, _, choices in chosen]))
    tiers, trust = set_tiers(rows), fit_trust(rows)
    weights = train(items + invented, rounds=ROUNDS)
    stored = {**{name: pack(weights[name]) for name in CHOICES}, "trust": trust, "tiers": tiers}
    text = json.dumps(stored, ensure_ascii=False, indent=0, sort_keys=False)
    (ROOT / "src/tradefacts/article/weights.json").write_text(text + "\n", encoding="utf-8")
    print(f"{len(items)} texts, {len(text.encode())} bytes of weights, {time.time() - started:.0f} s")


if __name__ == "__main__":
    main(sys.argv[1:])
