"""Columns: the name, type and description of each field of a row type."""

from __future__ import annotations

from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from tradefacts.commands import QUESTIONS, load
from tradefacts.errors import InvalidQueryError
from tradefacts.named_tuples import NamedTuple
from tradefacts.names import did_you_mean

Type = Literal["text", "integer", "number", "boolean", "list"]
"""What a column holds: text, whole numbers, numbers, true or false, or lists of text. Any may be null."""


class Column(NamedTuple):
    """One column of a row type."""

    name: str
    """The key; a dotted path for a nested value."""
    type: Type
    may_be_null: bool
    description: str


@cache
def list_columns(command: str) -> tuple[Column, ...]:
    """Return the columns of a question's rows, in order."""
    row = load(str(QUESTIONS[command].rows))
    if hasattr(row, "list_columns"):
        return tuple(row.list_columns())
    hints = get_type_hints(row, include_extras=True)
    return tuple(make_column(name.rstrip("_"), hints[name]) for name in row._fields)


def choose_columns(command: str, fields: tuple[str, ...]) -> tuple[Column, ...]:
    """Return the named columns in that order, or all if none is named. `page` means all of `page.…`.

    Raises:
        InvalidQueryError: there is no such column; the hint suggests similar ones.
    """
    columns = list_columns(command)
    chosen: dict[Column, None] = {}
    for field in fields:
        found = [column for column in columns if column.name == field or column.name.startswith(f"{field}.")]
        if not found:
            hint = did_you_mean(field, [column.name for column in columns])
            raise InvalidQueryError(f"rows of {command!r} have no field {field!r}", hint=hint)
        chosen |= dict.fromkeys(found)
    return tuple(chosen) or columns


def make_column(name: str, hint: Any, description: str | None = None) -> Column:  # noqa: ANN401 - any annotation
    """Return the column of a field with this annotation."""
    return Column(name, find_type(hint), NoneType in _split(hint), description or _find_description(hint))


def find_type(hint: Any) -> Type:  # noqa: ANN401 - any annotation
    """Return the type of a column whose field has this annotation.

    Raises:
        TypeError: rows cannot hold such values.
    """
    kinds = {_find_kind(part) for part in _split(hint)} - {None}
    if kinds == {"integer", "number"}:
        return "number"
    if len(kinds) != 1:
        raise TypeError(f"rows cannot hold {hint}")
    return kinds.pop()  # type: ignore[return-value]  # None was taken out


def _find_description(hint: Any) -> str:  # noqa: ANN401 - any annotation
    return next((part for part in getattr(hint, "__metadata__", ()) if isinstance(part, str)), "")


def _find_kind(part: Any) -> Type | None:  # noqa: ANN401 - any annotation
    if part is NoneType:
        return None
    if get_origin(part) is Literal:
        return "text"
    if get_origin(part) in {tuple, list}:
        return "list"
    kinds: dict[Any, Type] = {str: "text", int: "integer", float: "number", bool: "boolean"}
    if isinstance(part, type) and issubclass(part, tuple):  # a pair
        return "list"
    return kinds.get(part)


def _split(hint: Any) -> list[Any]:  # noqa: ANN401 - any annotation
    """Return the alternatives of an annotation, without their metadata."""
    if get_origin(hint) is Annotated:
        return _split(get_args(hint)[0])
    if get_origin(hint) in {Union, UnionType}:
        return [part for alternative in get_args(hint) for part in _split(alternative)]
    return [hint]
