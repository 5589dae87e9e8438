"""The table of commands: the help, question, renderer and parameters of each.

Everything that has to know the commands reads this table: the command line, help, completion, the screens, the JSON
Schemas, the forms for scripts, the Python methods, the documents. Modules are named and imported only when needed, as
`module:name` below `tradefacts`. This module imports nothing of the project.
"""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Any, NamedTuple

GROUPS = ("Look up", "Weigh", "Share", "Curate", "Serve", "Help")
"""The groups of commands, in the order of the help page."""

FORMATS = ("table", "json", "jsonl", "csv", "tsv", "md", "parquet", "xlsx")
"""The output formats; the first is for people, the last two are for files only."""

LANGUAGES = ("en", "ru")
"""The languages in which texts are read."""

COLORS, LAYOUTS = ("auto", "always", "never"), ("table", "list")
"""The choices for colour and layout on a screen."""


class Command(NamedTuple):
    """One command."""

    name: str
    help: str
    """One sentence: what it shows or does."""
    example: str
    """Arguments of an example that works with the built-in base; one per line."""
    parameters: tuple[str | tuple[str, str], ...]
    """Its own parameters, as `cli.parameters` names them; some with a help text for this command."""
    ask: str | None = None
    """The question: a function of a base, the parameters and the filters that returns an answer."""
    result: str | None = None
    """The class of the answer's result, from which the JSON Schema is made."""
    render: str | None = None
    """The renderer: a function of an answer and a screen that returns the lines to show."""
    rows: str | None = None
    """The row type for formats with rows: a class with `list_from`, which returns the rows of an answer."""
    formats: Mapping[str, str] = MappingProxyType({})
    """Additional formats of this command, each with the function that writes it."""
    pictures: Mapping[str, str] = MappingProxyType({})
    """Additional formats for files only, each with its writer: a function of an answer, a name and a form."""
    has_filters: bool = True
    """Whether it takes the common filters."""
    run: str | None = None
    """The function that runs a command that does more than, or something other than, ask one question."""
    group: str = "Look up"
    """Its group."""
    aliases: tuple[str, ...] = ()
    """Earlier names, which still work but are not listed."""

    @property
    def is_question(self) -> bool:
        """Whether it asks a base and prints an answer."""
        return self.result is not None


COMMANDS: dict[str, Command] = {
    command.name: command
    for command in (
        Command(
            "pair",
            "Show what is on record about the trade of two places.",
            "KZ KG",
            ("PLACE", "[PARTNER]", ("--all", "Show every row and figure."), "--short"),
            "questions.pair:ask_pair",
            "questions.pair:PairResult",
            "render.pair:render_pair",
            "rows.pair:CellRow",
        ),
        Command(
            "series",
            "Show a pair year by year, or one place's newest year with each partner.",
            "KZ UZ\nKZ --flow exports",
            ("PLACE", "[PARTNER]", ("--all", "Show every figure, and goods each way as well as turnover.")),
            "questions.series:ask_series",
            "questions.series:SeriesResult",
            "render.series:render_series",
            "rows.series:YearRow",
        ),
        Command(
            "timeline",
            "Show one place in time: figures, targets, meetings, offices taken and left.",
            "KZ --with UZ",
            ("PLACE", "--with", ("--all", "Show all dated entries, not only the main ones.")),
            "questions.timeline:ask_timeline",
            "questions.timeline:TimelineResult",
            "render.timeline:render_timeline",
            "rows.timeline:EntryRow",
        ),
        Command(
            "targets",
            "Show every goal: how far it is, who stated it, and its deadline.",
            "KZ KG",
            ("[PLACE]", "[PARTNER]", "--history"),
            "questions.targets:ask_targets",
            "questions.targets:TargetsResult",
            "render.targets:render_targets",
            "rows.targets:GoalRow",
        ),
        Command(
            "officials",
            "Show who held which office, as far as pages show it.",
            "KZ --on 2023-09-25",
            ("[PLACE]", "--on", "--person", ("--all", "Show all offices, not only the leading ones.")),
            "questions.officials:ask_officials",
            "questions.officials:OfficialsResult",
            "render.officials:render_officials",
            "rows.officials:SpellRow",
        ),
        Command(
            "facts",
            "List every claim that matches the filters.",
            "KZ --kind volume --since 2022 --format csv",
            ("[PLACE]", "[PARTNER]", ("--sort", "Sort by period, published, value or publisher.")),
            "questions.facts:ask_facts",
            "questions.facts:FactsResult",
            "render.listing:render_facts",
            "rows.facts:ClaimRow",
        ),
        Command(
            "search",
            "Find records and claims by words of names, titles, venues and notes, in any script.",
            "Жапаров",
            ("WORDS...",),
            "questions.records:ask_search",
            "questions.records:SearchResult",
            "render.listing:render_search",
            "rows.records:RecordRow",
        ),
        Command(
            "show",
            "Show records in full, with everything that refers to them.",
            "interfax-94867",
            ("ID...", "--web"),
            "questions.records:ask_show",
            "questions.records:ShowResult",
            "render.listing:render_show",
            "rows.records:RecordRow",
            has_filters=False,
        ),
        Command(
            "sources",
            "List the pages that claims come from.",
            "KZ UZ",
            ("[PLACE]", "[PARTNER]", ("--sort", "Sort by published, publisher or facts.")),
            "questions.facts:ask_sources",
            "questions.facts:SourcesResult",
            "render.listing:render_sources",
            "rows.sources:PageRow",
        ),
        Command(
            "coverage",
            "Show how many claims there are for each pair and year.",
            "KZ",
            ("[PLACE]", ("--sort", "Sort by pair, facts or newest.")),
            "questions.coverage:ask_coverage",
            "questions.coverage:CoverageResult",
            "render.listing:render_coverage",
            "rows.coverage:CoverageRow",
            aliases=("countries",),
        ),
        Command(
            "audit",
            "Show which claims contradict each other, the most serious first; exit 1 if any do.",
            "KZ KG --severity contradiction",
            (
                "[PLACE]",
                "[PARTNER]",
                "--code",
                "--severity",
                ("--all", "Show all findings, not only the most serious."),
            ),
            "audit:ask_audit",
            "audit:AuditResult",
            "render.audit:render_audit",
            "rows.findings:FindingRow",
            group="Weigh",
        ),
        Command(
            "compare",
            "Compare claims with your own official figures: a CSV from Comtrade, SDMX-CSV, or any other.",
            "KZ KG --with comtrade.csv",
            (
                "PLACE",
                "[PARTNER]",
                "--with FILE",
                "--map",
                ("--all", "Also show claims without a figure in the file."),
            ),
            "questions.compare:ask_compare",
            "questions.compare:CompareResult",
            "render.compare:render_compare",
            "rows.compare:ComparedRow",
            group="Weigh",
        ),
        Command(
            "changes",
            "Show what has changed since an answer was saved, or since an older base; exit 1 if anything has.",
            "saved.json",
            ("SAVED", ("--all", "Show every change.")),
            "changes:ask_changes",
            "changes:ChangesResult",
            "render.changes:render_changes",
            "changes:Change",
            has_filters=False,
            group="Weigh",
        ),
        Command(
            "check",
            "Compare each figure in a draft with the record and the rest of the draft; exit 1 if one is contradicted.",
            "draft.txt --published 2024-02-01\ndraft.txt --format github",
            ("FILE|-", "--published", "--language", ("--strict", "Also exit 1 if one differs, or none is read.")),
            "drafts.checking:ask_check",
            "drafts.checking:CheckResult",
            "render.drafts:render_check",
            "rows.check:CheckedRow",
            has_filters=False,
            run="cli.drafting:run_check",
            group="Weigh",
            formats={"sarif": "export.problems:iterate_sarif", "github": "export.problems:iterate_annotations"},
        ),
        Command(
            "explain",
            "Show step by step how a figure that no page prints follows from printed ones.",
            "KZ KG 2021",
            ("ID | PLACE PARTNER PERIOD",),
            "questions.explain:ask_explain",
            "questions.explain:ExplainResult",
            "render.explain:render_explain",
            "rows.explain:StepRow",
            has_filters=False,
            group="Weigh",
        ),
        Command(
            "cite",
            "Print a sentence ready for an article, with its reference and cautions.",
            "uz-kz-turnover-volume-2025-trend-4148431\ninterfax-94867 --format bibtex",
            ("[ID...]",),
            "questions.cite:ask_cite",
            "questions.cite:CiteResult",
            "render.cite:render_cite",
            "rows.cite:CitationRow",
            has_filters=False,
            group="Share",
            formats={"bibtex": "bibliography:iterate_bibtex", "csl-json": "bibliography:iterate_csl_json"},
        ),
        Command(
            "chart",
            "Draw the turnover of two places by year, or of one with each partner; a picture with -o FILE.svg.",
            "KZ UZ\nKZ KG --months",
            ("PLACE", "[PARTNER]", "--currency", "--months"),
            "questions.chart:ask_chart",
            "questions.chart:ChartResult",
            "render.chart:render_chart",
            "rows.chart:PointRow",
            group="Share",
            pictures=dict.fromkeys(("svg", "png", "pdf"), "report.picture:write_picture"),
        ),
        Command(
            "report",
            "Write everything about two places as one HTML page; with --all, a site of all pairs.",
            "KZ UZ -o report.html\nKZ UZ --since 2020 --known-by 2024-12 -o then.html\n--all -o site",
            (
                "[PLACE]",
                "[PARTNER]",
                ("--all", "Every pair, with an index, a page of each country, and data: a folder."),
                ("--output", "Write to this file, or with --all to this folder."),
                ("--force", "Replace the file or folder if it exists."),
                "--base",
                *("--year", "--since", "--until", "--flow", "--exporter", "--importer", "--reporter", "--source"),
                *("--by", "--known-by"),
            ),
            has_filters=False,
            run="cli.exporting:run_report",
            group="Share",
        ),
        Command(
            "export",
            "Write the base, or the part that matches the filters, as SQLite, CSV, Parquet, Excel or SDMX-CSV.",
            "facts.db",
            (
                "[FILE]",
                "[PLACE]",
                "[PARTNER]",
                ("--format", "Write sqlite, csv (a folder), parquet, xlsx or sdmx-csv; by default by file extension."),
                "--force",
                "--base",
            ),
            run="cli.exporting:run_export",
            group="Share",
        ),
        Command(
            "read",
            "Read the trade figures in a text: places, flow, period and speaker of each; 'add' accepts the result.",
            "draft.txt --published 2024-02-01\ndraft.txt --publisher Kabar --sure --format jsonl",
            (
                *("FILE|-", "--published", "--language", "--url", "--publisher", "--sure"),
                ("--strict", "Exit 1 if no figure is read."),
            ),
            "drafts.proposals:ask_read",
            "drafts.proposals:ReadResult",
            "render.drafts:render_read",
            "rows.read:ProposalRow",
            has_filters=False,
            run="cli.drafting:run_read",
            group="Curate",
        ),
        Command(
            "add",
            "Add a record, or the claims in a file, to a base; with a kind alone, print a template.",
            'volume --into facts.json --set country=KZ --set partner=KG --set "printed=$1.3 bln"',
            ("KIND | FILE", "--into", "--set", "--dry-run", "--base"),
            has_filters=False,
            run="cli.curate:run_add",
            group="Curate",
            aliases=("new",),
        ),
        Command(
            "lint",
            "Check bases for errors of form and meaning; exit 1 if there are any.",
            "facts.json --select E2",
            ("[FILE...]", "--select", "--exceptions", "--earlier"),
            "lint:ask_lint",
            result="lint:LintResult",
            render="render.findings:render_lint",
            rows="rows.findings:FindingRow",
            has_filters=False,
            run="cli.curate:run_lint",
            group="Curate",
        ),
        Command(
            "fmt",
            "Write base files in canonical form: one record per line, keys and records in a fixed order.",
            "facts.json",
            ("FILE...", "--check"),
            has_filters=False,
            run="cli.curate:run_fmt",
            group="Curate",
        ),
        Command(
            "schema",
            "Print the JSON Schema of a base, of a fact, or of a command's output.",
            "pair",
            ("[NAME]",),
            has_filters=False,
            run="cli.curate:run_schema",
            group="Curate",
        ),
        Command(
            "mcp",
            "Serve the base to a program that speaks the Model Context Protocol, over standard input and output.",
            "--base builtin",
            ("--base",),
            has_filters=False,
            run="cli.serving:run_mcp",
            group="Serve",
        ),
        Command(
            "help",
            "Explain signs and columns, formats, exit codes, the environment, or how figures are compared.",
            "screen",
            ("[TOPIC]",),
            has_filters=False,
            run="cli.topics:run_help",
            group="Help",
        ),
    )
}
"""Every command by its name, in the order of the help page."""

ALIASES = {alias: command.name for command in COMMANDS.values() for alias in command.aliases}
"""Earlier names of commands."""


NESTED = ("facts", "read")
"""Commands whose JSON lines are facts, with the keys of their kind and their page as an object."""

QUESTIONS = {name: command for name, command in COMMANDS.items() if command.is_question}
"""The commands that print an answer: each has a result, a renderer and rows."""


def load(target: str) -> Any:  # noqa: ANN401 - whatever the table names
    """Return what `module:name` in the table names."""
    module, _, name = target.partition(":")
    return getattr(import_module(f"tradefacts.{module}"), name)
