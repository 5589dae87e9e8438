"""The word tables: the only place where the reader of articles knows a language."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from tradefacts.article.words import LANGUAGES, classes, get_phrases, get_stems, get_words

GERMAN = """
from tradefacts.article import words
from tradefacts.article.words.language import Language

rules = dict.fromkeys(words.LANGUAGES["en"].rules, "")
rules |= {"prepositions": "nach aus um", "into_place": "nach", "from_place": "aus", "by": "um"}
dates = dict.fromkeys(words.LANGUAGES["en"].dates, "")
dates |= {
    "months": "januar februar märz april mai juni juli august september oktober november dezember",
    "month_case": "capital",
    "till": " bis ",
    "of": "(?: (?P<year>{year}))?",
}
words.LANGUAGES["de"] = Language(
    cues={"export": "ausfuhren", "rise": "stiegen", "reach": "erreichten"},
    places={"KZ": "kasachstan", "KG": "kirgisistan"},
    group_nouns={},
    dates=dates,
    periods=(("range", "{month}{till}{month2}{of}"),),
    rules=rules,
)
from tradefacts.article import Tables, read_article

text = "Die Ausfuhren aus Kasachstan nach Kirgisistan stiegen von Januar bis Mai 2022 um 7 % und erreichten 757 Mio."
for proposal in read_article(text + " Dollar.", Tables({}, {}), published="2023-03-01"):
    claim = proposal.claim
    print(claim["exporter"], claim["importer"], claim["period"], claim["printed"])
"""
READER = Path(__file__).parent.parent / "src" / "tradefacts" / "article"
MODULES = [path for path in sorted(READER.rglob("*.py")) if READER / "words" not in path.parents]


def list_texts(path: Path) -> list[str]:
    """Return the literal texts of a module without its docstrings."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    docstrings = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


def list_asked() -> set[str]:
    """Return the names of tables that modules ask for."""
    source = "".join(path.read_text(encoding="utf-8") for path in MODULES)
    names = set(re.findall(r"get_(?:words|phrases|stems|pattern)\(f?[\"'](\w+)", source))
    return (names - {"scale_"}) | {f"scale_{power}" for power in (3, 6, 9, 12)} | {"determiners"}


def list_explained() -> set[str]:
    """Return the word classes that the table of the module `classes` explains."""
    rows = re.findall(r"^\| ([a-z_, ]+) \|", str(classes.__doc__), re.MULTILINE)
    return {name.strip() for row in rows for name in row.split(",")} - {"class"}


def test_languages_have_the_same_tables_for_rules() -> None:
    names = {tuple(sorted(language.rules)) for language in LANGUAGES.values()}

    assert len(names) == 1


def test_every_table_for_rules_is_asked_for_and_there() -> None:
    assert list_asked() == set(LANGUAGES["en"].rules)


def test_every_table_has_words_in_some_language() -> None:
    empty = [name for name in LANGUAGES["en"].rules if not get_words(name)]

    assert empty == []


def test_every_word_class_is_explained_and_none_that_is_not_there() -> None:
    used = {name for language in LANGUAGES.values() for name in language.cues}

    assert list_explained() == used


def test_every_word_class_is_asked_for() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in [*MODULES, Path(str(classes.__file__))])

    assert [name for name in list_explained() if f'"{name}"' not in source] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_in_a_class_twice(language: str) -> None:
    again = []
    for name, text in LANGUAGES[language].cues.items():
        words = [word for word in text.split() if "_" not in word and "-" not in word]
        stems = tuple(word[:-1] for word in words if word.endswith("*"))
        again += [(name, word) for word in set(words) if words.count(word) > 1]
        again += [(name, word) for word in words if not word.endswith("*") and word.startswith(stems)]

    assert again == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_module_outside_the_tables_contains_russian(path: Path) -> None:
    russian = [text for text in list_texts(path) if re.search("[а-яё]", text)]

    assert russian == []


@pytest.mark.parametrize("subjects", [("trade", "changes", "scopes", "goods", "statements"), ("grammar", "wording")])
@pytest.mark.parametrize("language", ["english", "russian"])
def test_no_table_belongs_to_two_subjects(language: str, subjects: tuple[str, ...]) -> None:
    modules = [import_module(f"tradefacts.article.words.{language}.{subject}") for subject in subjects]

    names = [name for subject, module in zip(subjects, modules, strict=True) for name in vars(module)[subject.upper()]]

    assert len(names) == len(set(names))


def test_a_third_language_is_data_alone() -> None:
    run = subprocess.run([sys.executable, "-c", GERMAN], capture_output=True, encoding="utf-8", check=True)

    assert run.stdout.splitlines() == ["KZ KG 2022-01/2022-05 7 %", "KZ KG 2022-01/2022-05 757 Mio"]


def test_a_rule_gets_the_words_of_all_languages() -> None:
    assert get_words("or") == {"or", "или"}


def test_a_phrase_is_several_words() -> None:
    assert ("с", "лишним") in get_phrases("surplus")


def test_stems_can_be_given_to_startswith() -> None:
    assert "показателя".startswith(get_stems("figure_nouns"))
