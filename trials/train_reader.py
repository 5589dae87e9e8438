"""Fit the weights of the article reader to labelled texts, and set its tiers by cross-validation.

    ./dev train [FILE …]

Texts: the training part of `tests/articles`, the given files (one article a line), and texts generated from patterns
(`trials/reader`), which have a lower weight. The measured part is not opened. Three conditional logits (kind, places,
period) are fitted with a penalty on every weight; later rounds add what the reader itself had chosen for earlier
figures, so that it learns to continue after its own errors. Trust is fitted to the claims of held-out texts.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / name) for name in ("tests", "trials", "trials/reader")]

from boosting import fit_steps
from fitting import Example, fit
from invent import invent_all
from labelling import Labels, find_period, is_meant, label

from article_labels import Article, part_of, read_articles
from score_articles import NO_NAMES, Key, is_same, key_of_claim, key_of_label
from tradefacts.article.attachment import Candidate, list_candidates
from tradefacts.article.choosing import Choice, add_up, choose_all
from tradefacts.article.claiming import make_claim
from tradefacts.article.context import State, Surroundings, is_aside, survey
from tradefacts.article.kinds import OPTIONS, list_kind_features
from tradefacts.article.page import Page, read_page
from tradefacts.article.settling import settle
from tradefacts.article.tables import CHOICES, Steps, Weights, pack
from tradefacts.article.timing import list_periods
from tradefacts.article.trust import compute_trust, describe_page, list_signs, tie_choices

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tradefacts.article.flows import View

INVENTIONS, FOLDS, ROUNDS = 160, 4, 2
INVENTED = 0.35
"""The weight of an example from a generated text."""
KEPT = {"kind": 700, "place": 400, "period": 200}
"""The number of features of each choice; the file of weights stays under 20 KB."""
PENALTY = 0.01
PRECISION = {"sure": 0.98, "doubtful": 0.9}
"""The share of claims, in a tier and those above it, that should be right in held-out texts."""
DIRECTIONS = {
    **dict.fromkeys(
        (
            "kind",
            "place",
            "when",
            "chain",
            "same view",
            "same period",
            "both same",
            "held",
            "held by growth",
            "page likely",
            "page agreed",
            "page best",
            "page best seconded",
            "page good",
            "trade near",
        ),
        1,
    ),
    **dict.fromkeys(("margin", "broken", "clashing", "elided", "in words", "no guess", "no period", "scoped"), -1),
}
"""The signs of trust that can only speak for a claim (1), or only against it (-1)."""
STORED = ROOT / "src/tradefacts/article/weights.json"
Examples = dict[str, list[Example]]


class Item(NamedTuple):
    """A text with its mentions and the claims of its figures."""

    article: Article
    page: Page
    labels: Labels


class Row(NamedTuple):
    """One claim that the reader chose for a held-out text."""

    article: Article
    signs: dict[str, float]
    key: Key
    is_right: bool


def prepare(articles: Iterable[Article]) -> list[Item]:
    """Return the texts with their pages and labels."""
    items = []
    for article in articles:
        page = read_page(article["text"], NO_NAMES, article.get("published"))
        items.append(Item(article, page, label(article, page)))
    return items


def collect(item: Item, weights: Weights | None, examples: Examples, own: Weights | None = None) -> None:
    """Add the examples of a text; earlier figures have their labels, or the choices made with `own` weights."""
    article, page, labels = item
    state = State()
    chosen = choose_all(page, own) if own is not None else None
    weight = INVENTED if article["id"].startswith("invented") else 1.0
    for index, figure in enumerate(page.figures):
        if index in page.cells:
            state.see_table(page.cells[index])  # tables are read without weights
            continue
        around = survey(page, figure)
        claim, option = labels.get(index, (None, "none"))
        features = list_kind_features(page, index, around, state)
        options = OPTIONS[figure.unit]
        rows = [[f"{name[0]}|{feature}" for feature in features] for name in options]
        examples["kind"].append(Example(rows, {options.index(option)}, weight))
        state.kinds[index] = option
        view = None
        if claim is not None and page.places:
            view = _collect_claim(page, index, around, state, (claim, option), weights, examples, weight)
        if chosen is not None:
            _follow(page, state, chosen[index])
        elif claim is not None and view is not None:
            main = state.main.period if state.main is not None else None
            period = main if option == "target" else find_period(claim)
            state.add(index, option, view, period, is_aside=is_aside(page, index))


def _collect_claim(
    page: Page,
    index: int,
    around: Surroundings,
    state: State,
    meant: tuple[dict[str, object], str],
    weights: Weights | None,
    examples: Examples,
    weight: float,
) -> View | None:
    """Add the examples for places and period of a claim; return the wording of its flow that fits the text best."""
    claim, option = meant
    candidates = list_candidates(page, index, option, around, state)
    right = {number for number, candidate in enumerate(candidates) if is_meant(candidate.view, claim)}
    if not right:
        return None
    examples["place"].append(Example([candidate.features for candidate in candidates], right, weight))
    view = _choose_wording([candidates[number] for number in sorted(right)], around, weights)
    if option != "target":
        periods = list_periods(page, index, option, view, around, state)
        want = find_period(claim)
        is_open = option == "share" and want is None  # then every period is right
        if want in periods and not is_open:
            examples["period"].append(Example(list(periods.values()), {list(periods).index(want)}, weight))
    return view


def _choose_wording(candidates: list[Candidate], around: Surroundings, weights: Weights | None) -> View:
    if weights is not None:
        return max(candidates, key=lambda candidate: add_up(candidate.features, weights["place"])).view
    cues = around.before or around.after
    flow = {"X": "exports", "M": "imports"}.get(cues[0][1] if cues else "X", "turnover")
    return next((candidate.view for candidate in candidates if candidate.view.flow == flow), candidates[0].view)


def _follow(page: Page, state: State, choice: Choice) -> None:
    """Continue with the reader's own choice."""
    state.kinds[choice.at] = choice.kind
    if choice.is_claim:
        view, period = choice.views[0][0], choice.periods[0][0]
        state.add(choice.at, choice.kind, view, period, is_aside=is_aside(page, choice.at))


def train(items: list[Item]) -> Weights:
    """Return the weights fitted in several rounds."""
    weights: Weights | None = None
    for number in range(ROUNDS):
        examples: Examples = {name: [] for name in CHOICES}
        for item in items:
            collect(item, weights, examples)
            if weights is not None:
                collect(item, weights, examples, own=weights)
        is_last = number == ROUNDS - 1
        weights = {name: fit(examples[name], PENALTY, keep=KEPT[name] if is_last else None) for name in CHOICES}
    return weights or {}


def fold_of(article: Article) -> int:
    """Return the fold of a text; twins are in the same fold."""
    name = re.sub(r"-(en|ru)$", "", article["id"])
    return hashlib.sha256(name.encode()).digest()[5] % FOLDS


def cross_validate(items: list[Item], invented: list[Item]) -> list[Row]:
    """Return the claims chosen for each text by a reader that was trained without it."""
    with ProcessPoolExecutor() as pool:
        found = pool.map(_read_fold, range(FOLDS), repeat(items), repeat(invented))
        return [row for rows in found for row in rows]


def _read_fold(fold: int, items: list[Item], invented: list[Item]) -> list[Row]:
    weights = train([item for item in items if fold_of(item.article) != fold] + invented)
    rows: list[Row] = []
    for article, page, _ in items:
        if fold_of(article) == fold:
            rows.extend(list_rows(article, page, settle(page, choose_all(page, weights))))
    print(f"fold {fold + 1} of {FOLDS}", flush=True)
    return rows


def list_rows(article: Article, page: Page, choices: list[Choice]) -> list[Row]:
    """Return the claims chosen for a text, and whether each is right."""
    ties, whole = tie_choices(page, choices), describe_page(page, choices)
    truth = [key_of_label(claim) for claim in article["claims"]]
    rows = []
    for choice in choices:
        if choice.is_claim:
            view, period = choice.views[0][0], choice.periods[0][0]
            key = key_of_claim(make_claim(page.figures[choice.at], choice.kind, view, period))
            is_right = any(is_same(key, want) for want in truth)
            rows.append(Row(article, list_signs(page, choice, ties, whole), key, is_right))
    return rows


def fit_trust(rows: list[Row]) -> Steps:
    """Return the steps of the signs that tell right claims from wrong ones."""
    return fit_steps([row.signs for row in rows], [row.is_right for row in rows], DIRECTIONS)


def set_tiers(rows: list[Row]) -> dict[str, float]:
    """Return the lowest trust of each tier at which enough claims of held-out texts are right."""
    scored: dict[tuple[str, Key], tuple[float, bool]] = {}
    for fold in range(FOLDS):
        steps = fit_trust([row for row in rows if fold_of(row.article) != fold])
        for row in rows:
            if fold_of(row.article) == fold:
                name = (row.article["id"], row.key)
                found = (compute_trust(row.signs, steps), row.is_right)
                scored[name] = max(scored.get(name, found), found)
    ranked = sorted(scored.values(), reverse=True)
    tiers = {}
    for tier, wanted in PRECISION.items():
        right, best, held = 0, 0, 0
        for count, (_, is_right) in enumerate(ranked, 1):
            right += is_right
            if right / count >= wanted:
                best, held = count, right
        tiers[tier] = round(ranked[best - 1][0], 3) if best else 1.0
        print(f"{tier}: trust of {tiers[tier]} or more; {held} of {best} right in texts left out")
    return tiers


def main(paths: list[str]) -> None:
    """Fit the weights, set the tiers, and store both."""
    started = time.monotonic()
    texts = [article for article in read_articles() if part_of(article) == "training"]
    texts += [article for path in paths for article in read_articles(Path(path))]
    items, invented = prepare(texts), prepare(invent_all(INVENTIONS))
    rows = cross_validate(items, invented)
    tiers, trust, weights = set_tiers(rows), fit_trust(rows), train(items + invented)
    stored: dict[str, dict[str, Any]] = {
        **{name: pack(weights[name]) for name in CHOICES},
        "trust": trust,
        "tiers": tiers,
    }
    written = write_model(stored)
    STORED.write_text(written, encoding="utf-8")
    print(f"{len(items)} texts, {len(written.encode()):,} bytes of weights, {time.monotonic() - started:.0f} s")


def write_model(stored: dict[str, dict[str, Any]]) -> str:
    """Return a model as JSON, with each entry on its own line."""
    parts = []
    for part, entries in stored.items():
        lines = ",\n".join(
            f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in entries.items()
        )
        parts.append(f"{json.dumps(part)}: {{\n{lines}\n}}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


if __name__ == "__main__":
    main(sys.argv[1:])
