"""What is wrong with JSON, in the terms of somebody who edits the file by hand."""

from __future__ import annotations

import re

TRAILING_COMMA = "there is a comma before the closing bracket; remove it"

_CURLY = "“”„‟«»‘’"
_WORD = re.compile("[A-Za-z]+")
_LITERALS = dict.fromkeys(("none", "null", "nil", "undefined"), "null") | {"true": "true", "false": "false"}
"""Words of other languages, in lower case, and what JSON writes instead."""
_DIGITS = "0123456789"
_IN_NUMBERS = f"{_DIGITS}.xX_eE"
"""What follows the digits of a number in other languages."""


def explain_fault(text: str, at: int, otherwise: str) -> str:
    """Return what is wrong at a character, and the fix if the mistake is a known one; else `otherwise`."""
    found = text[at : at + 1]
    if not found or otherwise.startswith("not JSON (unterminated string"):
        return "the file ends in the middle of a value"
    if "trailing comma" in otherwise or (found in "}]" and text[:at].rstrip().endswith(",")):
        return TRAILING_COMMA
    if "control character" in otherwise:
        return f"a raw control character U+{ord(found):04X} in text; write it as \\u{ord(found):04x}"
    return _explain_language(text, at, otherwise) or otherwise


def _explain_language(text: str, at: int, otherwise: str) -> str | None:
    """Return what JSON does not have, and other languages do."""
    found, word = text[at], _WORD.match(text, at)
    if text.startswith(("//", "/*", "#"), at):
        return "JSON has no comments; remove this one"
    if found == "'":
        return "text is in single quotes; use double quotes"
    if found in _CURLY:
        return f"text is in the quotes {found}; use straight double quotes"
    if word and (literal := _LITERALS.get(word[0].lower())) not in {None, word[0]}:
        return f"JSON has no {word[0]}; write {literal}"
    if _is_in_number(text, at, otherwise):
        return "a number is not in plain decimal digits, such as 757000000, -5 or 0.5"
    return None


def _is_in_number(text: str, at: int, otherwise: str) -> bool:
    """Whether a character belongs to what other languages take for a number: `+1`, `.5`, `0x1F`, `007`, `1,000`."""
    found, before = text[at], text[at - 1 : at]
    is_group = before == "," and found in _DIGITS and "property name" in otherwise
    is_after_digit = before != "" and before in _DIGITS and found in _IN_NUMBERS
    return is_group or is_after_digit or (found in "+." and "expecting value" in otherwise)
