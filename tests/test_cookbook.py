"""Every recipe of the cookbook runs, where its tool is installed, and prints what the page shows."""

from __future__ import annotations

import importlib.util
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

DOCS = Path(__file__).parents[1] / "docs"
COOKBOOK = (DOCS / "cookbook.md").read_text(encoding="utf-8")


def load_runner() -> Any:  # noqa: ANN401 - a script in docs, not a package
    spec = importlib.util.spec_from_file_location("recipes", DOCS / "recipes.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["recipes"] = module
    spec.loader.exec_module(module)
    return module


RUNNER = load_runner()
RECIPES = RUNNER.list_recipes(COOKBOOK)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="recipes are written for bash")
@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.title)
def test_a_recipe_prints_what_the_page_shows(recipe: Any) -> None:  # noqa: ANN401 - a class of the runner
    if recipe.missing:
        pytest.skip(f"needs {', '.join(recipe.missing)}")

    assert RUNNER.run_recipe(recipe) == recipe.output


def test_a_recipe_that_fails_says_where() -> None:
    with pytest.raises(AssertionError, match="exit status 3"):
        RUNNER.run_recipe(RUNNER.Recipe("one", (), "exit 3", ""))


def test_there_are_at_least_twenty_five_recipes_each_with_its_trap() -> None:
    sections = re.split(r"^## ", COOKBOOK, flags=re.MULTILINE)[1:]

    assert len(RECIPES) == len(sections) >= 25
    assert [section.split("\n")[0] for section in sections if "*Trap:*" not in section] == []
    assert [section.partition(".")[0] for section in sections] == [str(at) for at in range(1, len(sections) + 1)]
