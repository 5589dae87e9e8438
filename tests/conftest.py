"""Fixtures for all tests: a separate cache, and none of the user's settings."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tradefacts.factbase import open_base

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tradefacts.factbase import FactBase

GOLDEN = Path(__file__).parent / "golden"

# The same examples in each run, so that a failure is due to the change; `./dev properties` looks for new ones.
settings.register_profile("repeatable", derandomize=True, deadline=None, database=None)
settings.register_profile("thorough", max_examples=2000, deadline=None, print_blob=True)
settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites the golden files."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden files; then read their diff")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep one cache for the whole run, so that each base is compiled only once."""
    with pytest.MonkeyPatch.context() as environment:
        for name in [name for name in os.environ if name.startswith("TRADEFACTS_")]:
            environment.delenv(name)
        environment.setenv("PAGER", "")
        environment.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp()))
        yield


@pytest.fixture(scope="session")
def shipped() -> FactBase:
    """Return the built-in base."""
    return open_base()


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a golden file."""

    def check(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")

        assert text == path.read_text(encoding="utf-8"), "if this is meant: pytest --update-golden, and read the diff"

    return check
