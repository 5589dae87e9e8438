"""Create a record from settings and answers: names become ids, and the value follows from the printed figure."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from tradefacts.curating.fields import Field, list_fields
from tradefacts.curating.naming import propose_id
from tradefacts.errors import AmbiguousNameError, InvalidPeriodError, InvalidQueryError, UnknownNameError
from tradefacts.figure.parsing import parse_figure
from tradefacts.forms import DATE, MONTHS
from tradefacts.names import did_you_mean
from tradefacts.period import Period, check_date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from tradefacts.factbase import FactBase
    from tradefacts.figure.value import ParsedFigure

_PRINTED = {"value": "printed", "percent": "printed", "jobs": "jobs_printed", "currency": "printed"}
"""Keys that follow from a printed figure, and so are asked for after it."""

_USUAL = {"bound": "=", "language": "en", "jobs_bound": "="}


class Ask(Protocol):
    """Ask a curator for one key until the answer is valid."""

    def __call__(self, field: Field, proposed: str, read: Callable[[str], Any]) -> Any:  # noqa: ANN401 - any value
        """Return the answer parsed by `read`; an empty answer means `proposed`."""


def parse_settings(kind: str, settings: Sequence[str]) -> dict[str, str]:
    """Return the texts set by `key=value`, by key.

    Raises:
        InvalidQueryError: one has no `=`, the kind does not have its key, or a key is set twice.
    """
    known = [field.name for field in list_fields(kind)]
    given: dict[str, str] = {}
    for setting in settings:
        key, equals, text = setting.partition("=")
        if not equals:
            raise InvalidQueryError(
                f"expected key=value, found {setting!r}", hint=f"keys of a {kind}: {', '.join(known)}"
            )
        if key not in known:
            raise InvalidQueryError(f"a {kind} has no key {key!r}", hint=did_you_mean(key, known))
        if key in given:
            raise InvalidQueryError(f"{key} is set twice, to {given[key]!r} and {text!r}", hint="set it once")
        given[key] = text
    return given


class Read(Protocol):
    """Return the value of a key from what was given for it."""

    def __call__(self, field: Field, base: FactBase, given: Any, /) -> Any:  # noqa: ANN401 - any value
        """Return the value, names as ids.

        Raises:
            TradefactsError: the value is invalid.
        """


def read_text(field: Field, base: FactBase, text: str, /) -> Any:  # noqa: ANN401 - any value
    """Return the value that a curator wrote as text, names as ids.

    Raises:
        InvalidQueryError: the value is invalid.
        UnknownNameError, AmbiguousNameError: a name leads to no record, or to several.
    """
    return read_value(field, base, field.parse(text))


def read_value(field: Field, base: FactBase, value: Any, /) -> Any:  # noqa: ANN401 - any value
    """Return a JSON value with names resolved to ids; raises the same errors as `read_text`."""
    if field.sections and value is not None:
        _check_names(field, value)
        value = [_resolve(name, field, base) for name in value] if field.is_list else _resolve(value, field, base)
    field.check(value)
    if value is None:
        return None
    if field.name == "printed":
        parse_figure(value)
    try:
        if field.form == DATE:
            check_date(value)
        return str(Period.parse(value)) if field.form == MONTHS else value
    except InvalidPeriodError as error:
        raise InvalidPeriodError(f"{field.name}: {error.message}", hint=error.hint) from None


def fill_record(
    kind: str, given: Mapping[str, Any], base: FactBase, ask: Ask | None, read: Read = read_text
) -> dict[str, Any]:
    """Return a record from what was given; missing keys are asked for, null, or have their usual value.

    If anything was given, only required keys are asked for.

    Raises:
        InvalidQueryError: a text cannot be parsed, or a key is missing and nobody can be asked.
        UnknownNameError, AmbiguousNameError: a name leads to no record, or to several.
    """
    fields = {field.name: field for field in list_fields(kind)}
    stored: dict[str, Any] = {"kind": kind} if "kind" in fields else {}
    missing = []
    for field in sorted(fields.values(), key=_rank):
        if field.name in given:
            stored[field.name] = read(field, base, given[field.name])
            continue
        if field.name in stored:
            continue
        proposed = _propose(field, kind, stored, base)
        if ask is not None and (not given or not (proposed or field.may_be_null or field.is_list)):
            stored[field.name] = ask(field, proposed, partial(read_text, field, base))
        elif proposed or field.may_be_null or field.is_list:
            stored[field.name] = read_text(field, base, proposed)
        else:
            missing.append(field.name)
    if missing:
        raise InvalidQueryError(f"missing: {', '.join(missing)}", hint=f"add --set {missing[0]}=…{_explain(stored)}")
    return _infer({name: stored[name] for name in fields})


def _rank(field: Field) -> int:
    """Return the sort key for asking: an amount after its printed figure, the id last."""
    return 2 if field.name == "id" else int(field.name in _PRINTED)


def _propose(field: Field, kind: str, stored: dict[str, Any], base: FactBase) -> str:
    if field.name == "id":
        try:
            return propose_id(kind, stored, base)
        except KeyError:  # a part of it is missing, which is reported later
            return ""
    if field.name in _PRINTED and (printed := stored.get(_PRINTED[field.name])):
        found = {
            figure.currency if field.name == "currency" else figure.percent for figure in _find_meanings(kind, printed)
        }
        return str(found.pop() or "") if len(found) == 1 else ""
    if field.name == "bound" and any(figure.is_minimum for figure in _find_meanings(kind, stored.get("printed"))):
        return ">"
    if field.name == "jobs_bound":
        return "=" if stored.get("jobs_printed") else ""
    return _USUAL.get(field.name, "")


def _find_meanings(kind: str | None, printed: str | None) -> list[ParsedFigure]:
    """Return what a printed figure can mean in a fact of a kind; a share is not an index."""
    figures = parse_figure(printed) if printed else ()
    return [figure for figure in figures if kind == "growth" or figure.unit != "index"]


def _explain(stored: dict[str, Any]) -> str:
    """Return what a printed figure can mean, if its value is missing for that reason."""
    if "printed" not in stored:
        return ""
    meanings = " or ".join(str(figure.percent) for figure in _find_meanings(stored.get("kind"), stored["printed"]))
    return f" ({stored['printed']!r} can mean {meanings})"


def _check_names(field: Field, value: object) -> None:
    names = value if field.is_list and isinstance(value, list) else [value]
    if not all(isinstance(name, str) for name in names):
        raise InvalidQueryError(f"{field.name}: expected {field.describe()}, found {value!r}")


def _resolve(name: str | None, field: Field, base: FactBase) -> str | None:
    """Return the id of the record that a name or id, or the address of a page, leads to."""
    if name is None:
        return None
    found = base.find_named(name, field.sections)
    if len(found) > 1:
        message = f"{field.name}: {name!r} names {len(found)} records"
        raise AmbiguousNameError(message, name=name, candidates=found, hint=f"one of: {', '.join(found)}")
    if found:
        return found[0]
    if field.is_list and "," in name:
        hint = (
            f"separate several by semicolons: --set '{field.name}={';'.join(part.strip() for part in name.split(','))}'"
        )
    else:
        otherwise = base.suggest(name, field.sections) or "add it first with 'tradefacts add … --into …'"
        hint = did_you_mean(name, base.list_ids(*field.sections), count=3, otherwise=otherwise)
    raise UnknownNameError(f"{field.name}: {name!r} is not among the {' or '.join(field.sections)}", hint=hint)


def _infer(stored: dict[str, Any]) -> dict[str, Any]:
    """List the currency in `inferred` if the printed figure does not name it."""
    is_concluded = "currency" in stored and all(figure.currency is None for figure in parse_figure(stored["printed"]))
    if is_concluded and "currency" not in stored["inferred"]:
        stored["inferred"] = [*stored["inferred"], "currency"]
    return stored
