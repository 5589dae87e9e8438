"""The written forms of texts in a base, and what ids refer to, as annotations of record fields."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Written:
    """The written form of a text field: a regular expression, and a description of what is expected."""

    pattern: str
    expected: str
    strict_pattern: str | None = None
    """The pattern used for checking, with Unicode properties, which few readers of a JSON Schema support."""

    def fits(self, text: str) -> bool:
        """Whether a text has this form."""
        return re.fullmatch(self.pattern, text) is not None

    def __get_pydantic_core_schema__(self, source: object, handler: Callable[[Any], Any]) -> Any:  # noqa: ANN401
        """Make pydantic check the form, publish it in the schema and name it in errors."""
        from pydantic_core.core_schema import custom_error_schema  # noqa: PLC0415 - a look-up has no pydantic

        schema = handler(source)
        schema["pattern"] = self.strict_pattern or self.pattern
        return custom_error_schema(schema, custom_error_type="written_form", custom_error_message=self.expected)

    def __get_pydantic_json_schema__(self, core_schema: object, handler: Callable[[Any], Any]) -> Any:  # noqa: ANN401
        """Publish the pattern that every reader of a JSON Schema supports."""
        return handler(core_schema) | {"pattern": self.pattern}


@dataclass(frozen=True)
class Refers:
    """The sections of a base that a field can refer to."""

    sections: tuple[str, ...]


Id = Annotated[str, Written(r"^[a-z0-9]+(-[a-z0-9]+)*$", "a lower-case id such as 'interfax-94867'")]
PlaceCode = Annotated[str, Written(r"^[A-Z][A-Z0-9]{1,11}$", "the code of a country or group, such as 'KZ' or 'CA5'")]
AnyId = Annotated[str, Written(r"^[A-Za-z0-9-]+$", "an id or a code")]
CountryCode = Annotated[PlaceCode, Refers(("countries",))]
Place = Annotated[PlaceCode, Refers(("countries", "groups"))]
PersonId = Annotated[Id, Refers(("people",))]
OfficeId = Annotated[Id, Refers(("offices",))]
SourceId = Annotated[Id, Refers(("sources",))]
SpeakerId = Annotated[Id, Refers(("people", "bodies"))]
# A visible letter, mark, digit or symbol (Unicode Character Database; U+2800 looks like a space).
_VISIBLE = r"[\p{L}\p{M}\p{N}\p{P}\p{S}--\p{Default_Ignorable_Code_Point}--\u2800]"
Printed = Annotated[
    str,
    Written(
        r"^[^\x00-\x1f\x7f-\x9f]*[^\s\x00-\x1f\x7f-\x9f][^\x00-\x1f\x7f-\x9f]*$",
        "the figure's exact characters, none of them a control character",
        rf"^\P{{Cc}}*{_VISIBLE}\P{{Cc}}*$",
    ),
]
DATE = Written(r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "a year, month or day such as '2023', '2023-09' or '2023-09-25'")
MONTHS = Written(
    r"^[0-9]{4}(-[0-9]{2}(/[0-9]{4}-[0-9]{2})?)?$", "a period such as '2022', '2023-05' or '2023-01/2023-07'"
)
TEXT = Written(r"\S", "a name that is not blank", _VISIBLE)
Name = Annotated[str, TEXT]
Date = Annotated[str, DATE]
Months = Annotated[str, MONTHS]
Currency = Annotated[str, Written(r"^[A-Z]{3}$", "an ISO 4217 code such as 'USD'")]
ADDRESS = Written(
    # The length that all browsers accept.
    r"^https?://[^\s/@\\\x00-\x1f\x7f-\x9f]{1,253}([/?#][^\s\x00-\x1f\x7f-\x9f]{0,2000})?$",
    "an http(s) address of at most 2,000 characters without a user name, such as 'https://…'",
)
Address = Annotated[str, ADDRESS]
Flow = Literal["turnover", "exports", "imports", "balance"]
Bound = Literal["=", "~", ">", "<"]
