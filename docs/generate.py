"""Fill the tables and transcripts of the documents from the code and the built-in base.

A table is between `<!-- generated: NAME -->` and `<!-- end -->`; TABLES maps its name to a function. See transcripts.py
for transcripts, cells.py for Python cells and recipes.py for recipes.

    docs/generate.py            update them
    docs/generate.py --check    write nothing; exit with status 1 if a document differs
"""

from __future__ import annotations

import json
import re
import sys
from difflib import unified_diff
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from cells import run_cells
from manpage import write_manpage
from questions import QUESTIONS as ASKED
from recipes import run_recipes
from transcripts import replay, run

import tradefacts
from tradefacts import audit, forms, lint, records
from tradefacts.commands import QUESTIONS, load
from tradefacts.export import sdmx
from tradefacts.rows.columns import list_columns
from tradefacts.schema import NAMES, make_schema

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

Json = dict[str, Any]

FOLDER = Path(__file__).parent
ROOT = FOLDER.parent
BASE = ROOT / "data" / "facts.json"

_BLOCK = re.compile(r"(<!-- generated: ([a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)
_FORMS = {
    get_args(alias)[1].pattern: word
    for alias, word in (
        (forms.Id, "id"),
        (forms.PlaceCode, "code"),
        (forms.Date, "date"),
        (forms.Months, "period"),
        (forms.Currency, "currency code"),
        (forms.Address, "address"),
    )
}
_WORDS = {
    "boolean": "true or false",
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "null": "null",
    "object": "object",
}


def make_files(*, has_recipes: bool = True) -> dict[Path, str]:
    """Return the contents of each file: the documents with their tables and transcripts, and the manual page.

    Recipes are left as they are unless they are wanted: each has a test of its own.
    """
    documents = (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted(FOLDER.glob("*.md")))
    made = {path: fill(path.read_text("utf-8")) for path in documents}
    if has_recipes:
        made = {path: run_recipes(document) for path, document in made.items()}
    return made | {FOLDER / "tradefacts.1": write_manpage(_open().base.as_of)}


def fill(document: str) -> str:
    """Return a document with its tables and transcripts updated."""
    tables = _BLOCK.sub(lambda block: f"{block[1]}\n{TABLES[block[2]]()}\n\n{block[3]}", document)
    return run_cells(replay(tables))


def write_lint_rules() -> str:
    """Return the rules of `lint`."""
    return _write_rules(lint.describe_rules(), "severity")


def write_audit_rules() -> str:
    """Return the rules of `audit`."""
    return _write_rules(audit.describe_rules(), "at most")


def _write_rules(rules: Iterable[Any], severity: str) -> str:
    rows = [(rule.code, f"`{rule.name}`", rule.severity, rule.sentence) for rule in rules]
    return _write_table(("code", "defect", severity, "rule"), rows)


def write_records() -> str:
    """Return the keys of every record and of every kind of fact, as they are stored."""
    classes = make_schema("base")["$defs"]
    kinds = {kind: classes[fact.__name__] for kind, fact in records.FACTS.items()}
    common = [key for key in _keys(kinds["volume"]) if all(key in _keys(fact) for fact in kinds.values())]
    parts = [_write_keys("The base itself", make_schema("base"), [*records.get_keys(records.Header)])]
    for section, record in records.RECORDS.items():
        kind = classes[record.__name__]
        parts.append(_write_keys(f"`{section}`", kind, _keys(kind)))
    parts.append(_write_keys("Every fact", {**kinds["volume"], "description": records.Fact.__doc__}, common))
    for name, fact in kinds.items():
        parts.append(_write_keys(f"`{name}`", fact, [key for key in _keys(fact) if key not in common]))
    return "\n\n".join(parts)


def write_derived() -> str:
    """Return the keys that an output adds to a fact, and those of its page."""
    stored = make_schema("base")["$defs"]["Volume"]
    classes = make_schema("fact")["$defs"]
    added = [key for key in _keys(classes["Volume"]) if key not in _keys(stored)]
    page = classes["Page"]
    return f"{_write_keys('', classes['Volume'], added)}\n\n{_write_keys('`page`', page, _keys(page))}"


def iterate_envelope() -> str:
    """Return the keys of the envelope."""
    schema = make_schema("pair")
    for key, kind in (("command", "string"), ("answer", "object"), ("base", "object")):  # described elsewhere
        schema["properties"][key] = {"type": kind, "description": schema["properties"][key]["description"]}
    layer, finding = schema["$defs"]["Layer"], schema["$defs"]["Finding"]
    parts = [_write_keys("", schema, _keys(schema)), _write_keys("`base.layers[]`", layer, _keys(layer))]
    return "\n\n".join([*parts, _write_keys("`findings[]`", finding, _keys(finding))])


def write_answers() -> str:
    """Return the keys of `answer` by command; each class is described where it first occurs."""
    parts: list[str] = []
    written: set[str] = set()
    for command in NAMES:
        schema = make_schema(command)
        if "answer" not in schema.get("properties", {}):
            continue
        parts.append(f"### `{command}`")
        for name in _find_classes(schema["properties"]["answer"], schema["$defs"]):
            if name not in written:
                written.add(name)
                kind = schema["$defs"][name]
                parts.append(_write_keys("" if name.endswith("Result") else name, kind, _keys(kind)))
    return "\n\n".join(parts)


def write_row_types() -> str:
    """Return a description of the rows of each command."""
    described = [(f"`{name}`", str(load(str(command.rows)).__doc__)) for name, command in QUESTIONS.items()]
    return _write_table(
        ("command", "a row is"), [(name, text.partition("\n")[0].rstrip(".")) for name, text in described]
    )


def write_rows() -> str:
    """Return the columns of the rows by command."""
    parts = []
    for rows in dict.fromkeys(str(command.rows) for command in QUESTIONS.values()):
        names = [name for name, command in QUESTIONS.items() if command.rows == rows]
        heading = " and ".join(f"`{name}`" for name in names)
        described = f"**{heading}**: {str(load(rows).__doc__).rstrip('.')}"
        columns = [
            (f"`{column.name}`", _TYPES[column.type] + (" or null" if column.may_be_null else ""), column.description)
            for column in list_columns(names[0])
        ]
        parts.append(f"{described}\n\n{_write_table(('column', 'type', 'what it is'), columns)}")
    return "\n\n".join(parts)


_TYPES = {
    "text": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "true or false",
    "list": "list of text",
}


def write_sdmx() -> str:
    """Return the dimensions, the measure and the attributes of SDMX-CSV."""
    parts = {
        "dimension": sdmx.DIMENSIONS,
        "time dimension": (sdmx.TIME,),
        "measure": (sdmx.MEASURE,),
        "attribute": sdmx.ATTRIBUTES,
    }
    rows = [(f"`{concept.id}`", part, concept.description) for part, found in parts.items() for concept in found]
    return _write_table(("column", "is a", "what it is"), rows)


def write_contents() -> str:
    """Return the numbers of facts and pages in the built-in base, and of those with gaps."""
    claims = _open().facts().claims
    pages = {claim.source: claim for claim in claims}
    undated = {name for name, claim in pages.items() if claim.published is None}
    rows = [
        ("facts", len(claims)),
        *((f"– {kind}", sum(claim.kind == kind for claim in claims)) for kind in records.FACTS),
        ("pages", len(pages)),
        ("pages whose date is inferred", sum("published" in source["inferred"] for source in _read_sources())),
        ("pages without a date", len(undated)),
        ("facts on those", sum(claim.source in undated for claim in claims)),
        ("pages without an address", sum(claim.url is None for claim in pages.values())),
        ("pages without a title", sum(claim.title is None for claim in pages.values())),
    ]
    return _write_table(("", "how many"), [(name, f"{count:,}") for name, count in rows], numbers=True)


def _read_sources() -> list[Json]:
    sources: list[Json] = json.loads(BASE.read_text("utf-8"))["sources"]
    return sources


def write_coverage() -> str:
    """Return the number of figures in the built-in base by pair and year."""
    pairs = _open().coverage().result.pairs
    years = sorted({year for pair in pairs for year in pair.years})
    rows = [
        ("–".join(pair.pair), *(str(pair.years.get(year, "·")) for year in years), str(pair.facts)) for pair in pairs
    ]
    return _write_table(("pair", *years, "all"), rows, numbers=True)


def write_questions() -> str:
    """Return each question with its command, and the line that answers it."""
    rows = []
    for question in ASKED:
        lines = run(f"tradefacts {question.command}")
        place = next(place for place, line in enumerate(lines) if re.match(question.answer, line))
        rows.append((question.asked, f"`{question.command}`", str(place + 1), f"`{lines[place].strip()}`"))
    return _write_table(("question", "command", "line", "answer"), rows)


TABLES: dict[str, Callable[[], str]] = {
    "lint rules": write_lint_rules,
    "audit rules": write_audit_rules,
    "records": write_records,
    "derived": write_derived,
    "envelope": iterate_envelope,
    "answers": write_answers,
    "row types": write_row_types,
    "rows": write_rows,
    "sdmx": write_sdmx,
    "contents": write_contents,
    "coverage": write_coverage,
    "questions": write_questions,
}


def main(arguments: Sequence[str]) -> int:
    """Write every document that is out of date, or with `--check` only list them and return 1."""
    is_check = "--check" in arguments
    stale = False
    for path, filled in make_files(has_recipes=not is_check).items():
        document = path.read_text("utf-8") if path.exists() else ""
        if filled == document:
            continue
        stale = True
        if is_check:
            said = f"{path.relative_to(ROOT)} differs from what the program makes (to update: ./dev docs)"
            sys.stderr.write(f"{said}\n{_differ(document, filled)}\n")
        else:
            path.write_text(filled, "utf-8")
    return 1 if stale and is_check else 0


def _differ(document: str, filled: str) -> str:
    return "\n".join(unified_diff(document.split("\n"), filled.split("\n"), "shown", "made", n=0, lineterm=""))


def _open() -> tradefacts.Facts:
    return tradefacts.open(str(BASE))


def _keys(kind: Json) -> list[str]:
    return list(kind["properties"])


def _write_keys(heading: str, kind: Json, keys: Iterable[str]) -> str:
    title = f"**{heading}**: {kind.get('description', '').rstrip('.')}\n\n" if heading else ""
    rows = [(f"`{key}`", _name_type(kind["properties"][key]), _describe(key, kind)) for key in keys]
    return title.replace(": \n", "\n") + _write_table(("key", "type", "what it is"), rows)


def _describe(key: str, kind: Json) -> str:
    return str(kind["properties"][key].get("description", "which kind of fact it is" if key == "kind" else ""))


def _name_type(shape: Json) -> str:
    """Return a JSON Schema type in words."""
    if "$ref" in shape:
        return str(shape["$ref"].rpartition("/")[2])
    if choices := shape.get("anyOf"):
        # "integer or number" is shortened to "number".
        named = dict.fromkeys(_name_type(choice) for choice in choices)
        return " or ".join(name for name in named if name != "whole number" or "number" not in named)
    if "enum" in shape or "const" in shape:
        return " ".join(f"`{value}`" for value in shape.get("enum", [shape.get("const")]))
    if "prefixItems" in shape:
        return f"{len(shape['prefixItems'])} × {_name_type(shape['prefixItems'][0])}"
    if shape.get("type") == "array":
        return "list of facts" if "oneOf" in shape["items"] else f"list of {_name_type(shape['items'])}"
    return _FORMS.get(shape.get("pattern", ""), _WORDS[shape["type"]])


def _find_classes(shape: Json, classes: Json) -> Iterator[str]:
    """Yield the names of the classes in a schema, each before its own parts."""
    name = shape.get("$ref", "").rpartition("/")[2]
    if name:
        yield name
    parts = classes[name]["properties"].values() if name else (*shape.get("anyOf", ()), shape.get("items"))
    for part in filter(None, parts):
        yield from _find_classes(part, classes)


def _write_table(head: Sequence[str], rows: Sequence[Sequence[str]], *, numbers: bool = False) -> str:
    """Return a Markdown table; with `numbers`, all columns but the first are right-aligned."""
    rule = ["---", *(["--:" if numbers else "---"] * (len(head) - 1))]
    cells = [head, rule, *([cell.replace("|", "\\|") for cell in row] for row in rows)]
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
