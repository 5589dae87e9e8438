"""Run the Python code in the documents like a notebook, and insert its output.

    <!-- cell: pandas -->
    ```python
    facts.coverage("KG").to_frame().head(3)
    ```
    ```text
    …
    ```

All cells of a document share one namespace; the value of the last expression in a cell is printed. Modules that a cell
needs are listed after the colon: if one is missing, the cell keeps its output.
"""

from __future__ import annotations

import ast
import contextlib
import io
import re
import tempfile
from importlib.util import find_spec
from typing import Any

_CELL = re.compile(r"(<!-- cell:([ a-z]*)-->\n```python\n)(.*?)(```\n)(?:```text\n.*?```\n)?", re.DOTALL)


def run_cells(document: str) -> str:
    """Return a document with the current output of its cells."""
    if not _CELL.search(document):
        return document
    names: dict[str, Any] = {"__name__": "__main__"}
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        return _CELL.sub(lambda cell: _run(cell, names), document)


def _run(cell: re.Match[str], names: dict[str, Any]) -> str:
    if not all(find_spec(module) for module in cell[2].split()):
        return cell[0]
    printed = execute(cell[3], names)
    shown = "\n".join(line.rstrip() for line in printed.rstrip("\n").split("\n"))
    return f"{cell[1]}{cell[3]}{cell[4]}" + (f"```text\n{shown}\n```\n" if printed else "")


def execute(code: str, names: dict[str, Any]) -> str:
    """Run a cell and return its output; the last expression is printed as at a prompt."""
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(tree, "cell", "exec"), names)  # noqa: S102 - the document's own lines
        if last is not None:
            value = eval(compile(ast.Expression(last.value), "cell", "eval"), names)  # noqa: S307 - as above
            if value is not None:
                out.write(f"{value!r}\n")
    return out.getvalue()
