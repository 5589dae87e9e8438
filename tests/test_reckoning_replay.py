"""Every derived figure of the built-in base can be recomputed from the output of explain, with other code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import replay
from tradefacts import export
from tradefacts.questions.coverage import ask_coverage
from tradefacts.questions.explain import ask_explain
from tradefacts.questions.pair import ask_pair

if TYPE_CHECKING:
    from tradefacts.factbase import FactBase


def explain(base: FactBase, *words: str) -> Any:  # noqa: ANN401 - what JSON holds
    return json.loads("".join(export.iterate_envelope(ask_explain(base, *words))))


@pytest.mark.slow
def test_every_derived_figure_of_the_built_in_base_is_replayed(shipped: FactBase) -> None:
    pairs = [one.pair for one in ask_coverage(shipped).result.pairs]
    replayed = 0
    for pair in pairs:
        derived = export.make_plain(ask_pair(shipped, *pair).result.derived)
        seen = []
        for period in sorted({one["period"] for one in derived}):
            answer = explain(shipped, *pair, period)
            assert replay.replay_answer(answer) == []
            seen += [one["derived"] for one in answer["answer"]["derivations"]]
        # The pair screen and explain have the same figures.
        assert sorted(map(json.dumps, seen)) == sorted(map(json.dumps, derived))
        replayed += len(seen)

    assert replayed > 500


def test_the_script_reports_a_wrong_bound(shipped: FactBase) -> None:
    answer = explain(shipped, "KZ", "KG", "2021")
    answer["answer"]["derivations"][0]["derived"]["low"] += 1

    assert "1046025104" in replay.replay_answer(answer)[0]


def test_the_script_shares_no_code_with_the_package() -> None:
    text = Path(replay.__file__).read_text(encoding="utf-8")

    assert "import tradefacts" not in text
    assert "from tradefacts" not in text


def test_the_script_runs_alone(shipped: FactBase) -> None:
    answer = json.dumps(explain(shipped, "KZ", "KG", "2021"))

    done = subprocess.run([sys.executable, replay.__file__], input=answer, text=True, capture_output=True, check=True)

    assert done.stdout == "all replayed\n"
