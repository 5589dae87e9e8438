"""Every parameter of every command, by its name in the table of commands."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tradefacts.cli import completion
from tradefacts.commands import COLORS, FORMATS, LANGUAGES, LAYOUTS
from tradefacts.errors import InvalidQueryError
from tradefacts.named_tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Parameter(NamedTuple):
    """One parameter: its keyword in functions, its type and default, and its help."""

    keyword: str
    type: Any
    help: str
    metavar: str | None = None
    default: Any = None
    complete: Any = None
    option: str | None = None
    """`--name` of an option; None for an argument."""
    short: str | None = None
    """`-n`, for an option that also has one letter."""
    is_required: bool = False
    parse: Callable[[str], Any] = str

    def take(self, value: Any) -> Any:  # noqa: ANN401 - whatever typer parsed
        """Return the value for a function.

        Raises:
            InvalidQueryError: an option that has one value was given several.
        """
        if self.default == () or self.option is None or self.type is bool:
            return self.default if value is None else value
        if value is not None and len(value) > 1:
            message = f"{self.option} has one value, found {len(value)}: {', '.join(map(repr, value))}"
            raise InvalidQueryError(message, hint="give it once")
        return self.parse(value[0]) if value else self.default

    def make(self, text: str | None = None) -> inspect.Parameter:
        """Return it as a parameter for typer, with the command's own help text if there is one."""
        given: dict[str, Any] = {"help": text or self.help, "metavar": self.metavar}
        if self.complete is not None:
            given["autocompletion"] = self.complete
        names = [name for name in (self.option, self.short) if name]
        info = typer.Option(*names, **given) if names else typer.Argument(**given)
        # Typer silently keeps the last of several values; as a list, it passes on all of them.
        kind = list[str] | None if self.option and self.type is not bool else self.type
        default = inspect.Parameter.empty if self.is_required else None if self.default == () else self.default
        return inspect.Parameter(
            self.keyword, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, info]
        )


def _argument(keyword: str, metavar: str, text: str, complete: Any = None) -> Parameter:  # noqa: ANN401 - a function
    is_required = not metavar.startswith("[")
    is_several = metavar.rstrip("]").endswith("...") or " " in metavar
    kind: Any = list[str] if is_several else str
    return Parameter(
        keyword,
        kind if is_required else kind | None,
        text,
        metavar,
        () if is_several else None,
        complete,
        is_required=is_required,
    )


def _option(option: str, metavar: str | None, text: str, complete: Any = None, **others: Any) -> Parameter:  # noqa: ANN401
    others = {"keyword": option.removeprefix("--").replace("-", "_"), "type": str | None, **others}
    return Parameter(help=text, metavar=metavar, complete=complete, option=option, **others)


def _flag(option: str, text: str, **others: Any) -> Parameter:  # noqa: ANN401 - as above
    return _option(option, None, text, type=bool, default=False, **others)


def _parse_count(text: str) -> int:
    """Return a whole number in plain digits, without the other forms that `int` accepts."""
    if not (text.isascii() and text.isdigit()):
        raise InvalidQueryError(f"limit {text!r} is not a whole number", hint="expected 1 or more")
    return int(text[:_LONGEST_COUNT])


_LONGEST_COUNT = 18


def _parse_width(text: str) -> int:
    """Return a number of columns."""
    if not (text.isascii() and text.isdigit() and len(text) <= len(str(_WIDEST)) and 0 < int(text) <= _WIDEST):
        raise InvalidQueryError(f"width {text!r} is not a number of columns", hint=f"expected 1 to {_WIDEST:,}")
    return int(text)


_WIDEST = 100_000


def _parse_choice(name: str, choices: tuple[str, ...]) -> Callable[[str], str]:
    """Return a function that accepts one of a few words."""

    def parse(text: str) -> str:
        from tradefacts.names import check_choice

        return check_choice(name, text, choices)

    return parse


_SEVERAL: dict[str, Any] = {"type": list[str] | None, "default": ()}

ARGUMENTS = {
    argument.metavar or "": argument
    for argument in (
        _argument("place", "PLACE", "Country or group, in any spelling.", completion.complete_place),
        _argument(
            "partner",
            "PARTNER",
            "The other place; --flow exports means goods from the first to the second.",
            completion.complete_place,
        ),
        _argument("place", "[PLACE]", "Only what concerns this place.", completion.complete_place),
        _argument("partner", "[PARTNER]", "And this place too.", completion.complete_place),
        _argument("ids", "[ID...]", "Ids of claims or pages; default: the base itself.", completion.complete_id),
        _argument("topic", "[TOPIC]", "A topic or a command; default: the list of topics.", completion.complete_topic),
        _argument("ids", "ID...", "Ids or codes.", completion.complete_id),
        _argument("words", "WORDS...", "Words to find; all must occur."),
        _argument(
            "words",
            "ID | PLACE PARTNER PERIOD",
            "The id of a fact, or two places and a period.",
            completion.complete_id_or_place,
        ),
        _argument("files", "[FILE...]", "Base files, as layers; default: the built-in base."),
        _argument("files", "FILE...", "Base files."),
        _argument(
            "file",
            "SAVED",
            "Output of a command with --json, of 'facts --format jsonl', or an older base; '-' is standard input.",
        ),
        _argument("file", "FILE|-", "Plain text, or a web page; '-' is standard input.")._replace(default=None),
        _argument("file", "[FILE]", "File to write; '-' or none is standard output (sdmx-csv only)."),
        _argument(
            "name",
            "[NAME]",
            "'base', 'fact', the command that wrote an output, or 'pair-row' for its rows.",
            completion.complete_schema,
        )._replace(type=str, default="base"),
        _argument(
            "what",
            "KIND | FILE",
            "volume, growth, target, …, source, person, office, …; or a file of claims as 'facts --format jsonl'"
            " writes them, '-' for standard input.",
            completion.complete_record,
        )._replace(type=str, default=None),
    )
}
OWN_OPTIONS = {
    option.option or "": option
    for option in (
        _flag("--all", "Show everything.", keyword="everything"),
        _flag("--short", "Show only the opening sentence."),
        _option("--with", "PLACE", "Only what also concerns this place.", completion.complete_place, keyword="partner"),
        _option(
            "--map",
            "ROLE=COLUMN",
            "Which column is the reporter, partner, flow, period, value, …; or a value for all rows: currency=EUR.",
            keyword="mapping",
            **_SEVERAL,
        ),
        _option(
            "--currency",
            "CODE",
            "Draw amounts in this currency: EUR. Default: USD, if any are on record.",
            completion.complete_currency,
        ),
        _flag("--months", "Draw parts of years. Default: full years, if any are on record."),
        _option("--sort", "KEY", "Sort by this column.", completion.complete_sort),
        _flag("--web", "Open the page of each claim in the browser."),
        _flag("--history", "Show each statement of a goal: restated, raised, re-dated."),
        _option("--on", "DATE", "Show what is known about this day."),
        _option("--person", "NAME", "Only this person, in any spelling.", completion.complete_speaker),
        _option("--code", "CODE", "Only findings whose code begins with this: A2, A301.", completion.complete_code),
        _option(
            "--severity",
            "WORD",
            "Only findings of this severity: contradiction, possible, asymmetry or notice.",
            completion.complete_severity,
        ),
        _option(
            "--select",
            "CODE",
            "Check only rules whose code begins with this: E2,W301.",
            completion.complete_lint_code,
            **_SEVERAL,
        ),
        _option(
            "--exceptions",
            "FILE",
            "Known exceptions; by default lint-exceptions.json beside a base.",
        ),
        _option("--earlier", "FILE", "An earlier edition: its ids must be on record, or listed as withdrawn."),
        _option("--published", "DATE", "Date of the text, which 'last year' in it refers to [default: as printed]."),
        _option(
            "--language",
            "LANGUAGE",
            "The language of the text, en or ru; detected by default.",
            completion.complete_language,
            parse=_parse_choice("language", LANGUAGES),
        ),
        _option("--url", "ADDRESS", "The address of the page, for added claims."),
        _option("--publisher", "NAME", "The publisher of the page, for added claims.", completion.complete_publisher),
        _flag("--sure", "Only claims that were read without doubt."),
        _flag("--strict", "Exit 1 for lesser findings too."),
        _flag("--check", "Write nothing; exit 1 if a file would change."),
        _option("--into", "FILE", "Add to this base."),
        _flag("--dry-run", "Write nothing; show what would be added or refused."),
        _option(
            "--set",
            "KEY=VALUE",
            "Set a key; separate lists with semicolons. On a terminal you are asked for the rest.",
            keyword="settings",
            **_SEVERAL,
        ),
    )
}
BASE = _option(
    "--base",
    "FILE",
    "Use this base instead of the built-in one ('builtin'); repeat to layer several. [env: TRADEFACTS_BASE]",
    completion.complete_base,
    **_SEVERAL,
)
FORM = (
    BASE,
    _option(
        "--format",
        "FORMAT",
        f"Write {', '.join(FORMATS[:-1])} or {FORMATS[-1]}.",
        completion.complete_format,
    ),
    _flag("--json", "Short for --format json."),
    _option(
        "--fields",
        "NAMES",
        "Only these columns of the rows, in this order: id,printed,page.url.",
        completion.complete_fields,
    ),
    _flag("--no-facts", "Leave the claims out of the JSON."),
    _flag("--bom", "Begin CSV with a byte order mark, for Excel."),
    _option("--output", "FILE", "Write to this file; its extension sets the format.", short="-o"),
    _flag("--force", "Replace the file if it exists."),
)
GENERAL_DISPLAY = (
    _option(
        "--color",
        "WHEN",
        "Colour the answer: auto, always or never.",
        completion.complete_color,
        parse=_parse_choice("colour", COLORS),
    ),
    _flag("--ascii", "Write signs in ASCII."),
    _option("--width", "N", "Lay out for this many columns.", parse=_parse_width),
    _flag("--no-pager", "Print long output directly, without a pager."),
)
"""How answers are shown: before the command or after it."""

DISPLAY = (
    *GENERAL_DISPLAY,
    _option(
        "--layout",
        "LAYOUT",
        "'list': one field a line, as on a narrow screen; otherwise 'table'.",
        completion.complete_layout,
        parse=_parse_choice("layout", LAYOUTS),
    ),
    _flag("--sources", "Write addresses in full."),
)
FILTERS = (
    _option("--year", "YEAR", "Keep claims that fall into this year."),
    _option("--since", "DATE", "Keep claims that end on or after this date."),
    _option("--until", "DATE", "Keep claims that end on or before this date."),
    _option("--kind", "KIND", "Keep this kind of fact; repeat for several.", completion.complete_kind, **_SEVERAL),
    _option(
        "--flow",
        "FLOW",
        "Keep turnover, balance, exports (from the first place) or imports (to it).",
        completion.complete_flow,
    ),
    _option("--exporter", "PLACE", "Keep goods from this place.", completion.complete_place),
    _option("--importer", "PLACE", "Keep goods to this place.", completion.complete_place),
    _option(
        "--reporter",
        "PLACE",
        "Keep figures from this place's statistics, or 'none'; repeat for several.",
        completion.complete_place,
        **_SEVERAL,
    ),
    _option(
        "--source",
        "SOURCE",
        "Keep claims of this page or publisher; repeat for several.",
        completion.complete_publisher,
        **_SEVERAL,
    ),
    _option(
        "--by",
        "NAME",
        "Keep claims by or about this person or body; repeat for several.",
        completion.complete_speaker,
        **_SEVERAL,
    ),
    _option("--known-by", "DATE", "Keep claims of pages published by this date."),
    _option("--limit", "N", "Show at most this many.", parse=_parse_count),
)
_OF_ONE_COMMAND = {
    "--with FILE": _option("--with", "FILE", "The CSV file to compare with.", keyword="file"),
}
"""Options with another meaning than those of the same name, by name in the table of commands."""

PARAMETERS = ARGUMENTS | OWN_OPTIONS | _OF_ONE_COMMAND | {option.option or "": option for option in (*FORM, *FILTERS)}
"""The parameters that commands can have, by name in the table of commands."""
