"""Check a base with the rules, and return the findings as an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from tradefacts.answer import Answer, answer
from tradefacts.basefile.layers import find_layers
from tradefacts.factbase.opening import open_base
from tradefacts.findings import Finding
from tradefacts.lint.contents import Contents
from tradefacts.lint.exceptions import exception_does_not_fire, find_exceptions, is_excepted
from tradefacts.lint.rules import RULES, UNFIRED, find_severity, is_by_part, select_rules
from tradefacts.named_tuples import NamedTuple
from tradefacts.progress import PROGRESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from tradefacts.factbase import FactBase
    from tradefacts.lint.contents import Fault


class LintResult(NamedTuple):
    """How many facts were checked, and how many findings there are."""

    facts: Annotated[int, "how many facts were checked"]
    pages: Annotated[int, "on how many pages they are"]
    errors: Annotated[int, "how many findings are errors"]
    warnings: Annotated[int, "how many findings are warnings"]
    excepted: Annotated[int, "how many findings are known exceptions, which are not listed"]


def ask_lint(
    base: FactBase,
    *,
    files: Sequence[str] = (),
    select: Sequence[str] = (),
    exceptions: str | None = None,
    earlier: str | None = None,
) -> Answer[LintResult]:
    """Return the findings on a base: by file, errors first, in order of lines.

    `files` are the names it was opened with; without them, the form of files and the exceptions next to them are not
    checked. `select` are prefixes of codes, `earlier` is an edition whose ids must still exist.

    Raises:
        InvalidQueryError: no rule begins with one of `select`.
        UnreadableBaseError: a file, the earlier edition or the file of exceptions cannot be read.
        FactBaseError: the earlier edition or the file of exceptions is not one.
    """
    codes = select_rules(select)
    layers = find_layers(files) if files else []
    known = [known for known in find_exceptions(layers, exceptions) if known.code in codes]
    contents = Contents(base, layers, open_base((earlier,)) if earlier else None)
    found = list(_find_all(base, contents, [code for code in codes if code in RULES]))
    kept = [finding for finding in found if not is_excepted(finding, known)]
    if UNFIRED in codes:
        kept += _find(base, UNFIRED, exception_does_not_fire(known, found))
    kept.sort(key=lambda finding: _find_place(base, finding))
    errors = sum(finding.severity == "error" for finding in kept)
    result = LintResult(
        facts=contents.count,
        pages=len(contents.sources),
        errors=errors,
        warnings=len(kept) - errors,
        excepted=sum(is_excepted(finding, known) for finding in found),
    )
    given = {"select": list(select), "exceptions": exceptions, "earlier": earlier}
    query = {name: value for name, value in given.items() if value}
    return answer(base, "lint", query, result, ())._replace(findings=kept)


def _find_all(base: FactBase, contents: Contents, codes: Sequence[str]) -> Iterator[Finding]:
    """Yield what the rules find: first those about the whole, then for each part those about single records."""
    PROGRESS.note("checking")
    by_part = [code for code in codes if is_by_part(RULES[code])]
    for code in codes:
        if code not in by_part:
            yield from _find(base, code, RULES[code](contents))
    for part in contents.split() if by_part else ():
        for code in by_part:
            yield from _find(base, code, RULES[code](part))


def _find(base: FactBase, code: str, faults: Iterable[Fault]) -> list[Finding]:
    name = exception_does_not_fire.__name__ if code == UNFIRED else RULES[code].__name__
    return [_make_finding(base, code, name, fault) for fault in faults]


def _make_finding(base: FactBase, code: str, rule: str, fault: Fault) -> Finding:
    layer, path, line = fault.file, None, fault.line
    if layer is None and fault.ids:
        place = base.find_place_in_file(fault.ids[0])
        layer, path, line = place.layer, f"{place.path}.{fault.key}", place.line
    elif layer is None:
        layer, path = base.layers[-1]["name"], f"$.{fault.key}"
    return Finding(
        code=code,
        rule=rule,
        severity=find_severity(code),
        message=fault.message,
        facts=fault.ids,
        layer=layer,
        path=path,
        line=line,
    )


def _find_place(base: FactBase, finding: Finding) -> tuple[int, str, int, str]:
    names = [layer["name"] for layer in base.layers]
    # A finding that is in no layer is in a file of exceptions.
    number = names.index(finding.layer) if finding.layer in names else len(names)
    return number, finding.severity, finding.line or 0, finding.code
