"""`tradefacts export`: a base as a database, a package, Parquet, a workbook and SDMX, each read by its own tools."""

from __future__ import annotations

import asyncio
import contextlib
import csv
import io
import json
import re
import sqlite3
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from builders import body, document, event, growth, office, person, save, source, target, term, volume, write
from running import ask, check_refusal
from tradefacts.export.sdmx import HEADER

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    other = source("Kabar", "2024-02", title="=1+1", url=None, inferred=["published"])
    return save(
        tmp_path / "b.json",
        volume("KZ", "KG", "2022", "$1.3 bln", attributed_to=body("Statistics", "KG", id="kg-statistics")),
        volume("KZ", "KG", "2023-01/2023-07", "$757 mln", source=other, bound=">", reporter="KZ", scope="wheat, flour"),
        volume("KZ", "UZ", "2023-05", "$100.5 mln"),
        growth("KZ", "KG", "2022", "13.5%"),
        target("KZ", "KG", "$2 bln", "2030"),
        term(person("Sadyr Japarov", "Жапаров"), office("KG", "head of state", "President"), seen_on="2023-05-05"),
        event("Council; of two", "2023-09-25", "KG", "KZ", participants=["sadyr-japarov"], topics=["trade", "water"]),
    )


def read_rows(path: Path, query: str) -> list[tuple[Any, ...]]:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def need_library(name: str) -> None:
    """Skip where the library that writes files of this ending is not installed."""
    library = {"parquet": "pyarrow", "xlsx": "xlsxwriter"}.get(name.rpartition(".")[2])
    if library:
        pytest.importorskip(library)


def export(capfd: Capture, base: Path, name: str, *arguments: str) -> Path:
    path = base.with_name(name)
    status, out, err = ask(capfd, "--base", base, "export", path, *arguments)
    assert (status, out) == (0, ""), err
    return path


def test_a_database_has_every_fact_with_numbers_as_they_are(capfd: Capture, base: Path) -> None:
    path = export(capfd, base, "out.db")

    rows = read_rows(path, "SELECT value, typeof(value), low, typeof(low), reporter FROM volumes ORDER BY value")
    assert rows == [
        (100_500_000, "integer", 100_450_000, "integer", None),
        (757_000_000, "integer", 757_000_000, "integer", "KZ"),
        (1_300_000_000, "integer", 1_250_000_000, "integer", None),
    ]
    assert read_rows(path, "SELECT percent, low FROM growths") == [(13.5, 13.45)]


def test_a_database_joins_facts_to_their_records(capfd: Capture, base: Path) -> None:
    path = export(capfd, base, "out.db")

    assert read_rows(path, "PRAGMA foreign_key_check") == []
    assert read_rows(path, "SELECT speakers.name FROM facts JOIN speakers ON speakers.id = attributed_to") == [
        ("Statistics",)
    ]
    assert read_rows(path, "SELECT page_publisher FROM volumes WHERE scope IS NOT NULL") == [("Kabar",)]
    assert read_rows(path, "SELECT topic.value FROM facts, json_each(topics) AS topic") == [("trade",), ("water",)]
    assert read_rows(path, "SELECT pair, year, facts FROM coverage WHERE year = '2022'") == [
        ('["KG", "KZ"]', "2022", 2)
    ]


def test_references_of_a_database_name_the_keys_they_point_at(capfd: Capture, base: Path) -> None:
    path = export(capfd, base, "out.db")

    references = read_rows(path, 'SELECT "table", "to" FROM pragma_foreign_key_list(\'facts\')')
    assert {*references} == {
        *(("places", "code"), ("sources", "id"), ("speakers", "id"), ("people", "id"), ("offices", "id"))
    }


def test_datasette_shows_its_facets_by_name(capfd: Capture, base: Path) -> None:
    datasette = pytest.importorskip("datasette.app")
    path = export(capfd, base, "out.db")
    metadata = json.loads(path.with_name("out.metadata.json").read_text())

    async def get() -> Any:  # noqa: ANN401 - JSON
        client = datasette.Datasette([str(path)], metadata=metadata).client
        return (await client.get("/out/facts.json?_facet=country&_size=1")).json()

    facet = next(found for found in asyncio.run(get())["facet_results"].values() if found["name"] == "country")

    assert {(result["value"], result["label"]) for result in facet["results"]} == {("KZ", "Kazakhstan")}


def test_a_database_is_searched_by_words_without_marks_on_letters(capfd: Capture, base: Path) -> None:
    path = export(capfd, base, "out.db")

    found = "SELECT rowid FROM people_fts WHERE people_fts MATCH 'жапаров'"
    query = f"SELECT id FROM people WHERE rowid IN ({found})"  # noqa: S608 - written here
    assert read_rows(path, query) == [("sadyr-japarov",)]


def test_a_database_says_where_it_comes_from(capfd: Capture, base: Path) -> None:
    about = dict(read_rows(export(capfd, base, "out.db", "KZ", "KG"), "SELECT key, value FROM about"))

    assert (about["title"], about["licence"], about["as_of"]) == ("Test", "CC0-1.0", "2024-06-30")
    assert json.loads(about["query"]) == {"pair": ["KG", "KZ"]}


def test_the_metadata_of_a_database_describe_columns_that_are_there(capfd: Capture, base: Path) -> None:
    path = export(capfd, base, "out.db")

    metadata = json.loads(path.with_name("out.metadata.json").read_text())
    for name, table in metadata["databases"]["out"]["tables"].items():
        columns = {row[1] for row in read_rows(path, f"PRAGMA table_info({name})")}
        assert {*table["columns"], *table.get("facets", ())} <= columns
        assert all(table["columns"].values())


def test_filters_keep_facts_and_their_pages(capfd: Capture, base: Path) -> None:
    path = export(capfd, base, "out.db", "KZ", "KG", "--reporter", "KZ")

    assert read_rows(path, "SELECT id, source FROM facts") == [
        ("kz-kg-turnover-volume-2023-01-2023-07-kabar-2024-02", "kabar-2024-02")
    ]
    assert read_rows(path, "SELECT id FROM sources") == [("kabar-2024-02",)]


def test_a_folder_of_csv_has_exact_values(capfd: Capture, base: Path) -> None:
    folder = export(capfd, base, "out", "--format", "csv")

    with (folder / "sources.csv").open(encoding="utf-8", newline="") as stream:
        assert {row["title"] for row in csv.DictReader(stream)} == {"=1+1", "News of Trend"}


def test_a_folder_with_other_files_is_never_replaced(capfd: Capture, base: Path) -> None:
    folder = base.with_name("out")
    folder.mkdir()
    (folder / "thesis.tex").write_text("mine")

    refused = check_refusal(ask(capfd, "--base", base, "export", folder, "--format", "csv", "--force"), 5)

    assert "it holds 'thesis.tex'" in refused[0]
    assert [path.name for path in folder.iterdir()] == ["thesis.tex"]


def test_the_descriptor_names_files_and_columns_in_their_order(capfd: Capture, base: Path) -> None:
    folder = export(capfd, base, "out", "--format", "csv")

    descriptor = json.loads((folder / "datapackage.json").read_text())
    assert {path.name for path in folder.iterdir()} == {
        "datapackage.json",
        *(resource["path"] for resource in descriptor["resources"]),
    }
    for resource in descriptor["resources"]:
        with (folder / resource["path"]).open(encoding="utf-8", newline="") as stream:
            assert next(csv.reader(stream)) == [field["name"] for field in resource["schema"]["fields"]]


def test_frictionless_finds_the_package_valid(capfd: Capture, base: Path) -> None:
    frictionless = pytest.importorskip("frictionless")
    folder = export(capfd, base, "out", "--format", "csv")

    report = frictionless.validate(str(folder / "datapackage.json"))

    assert report.flatten(["message"]) == []
    assert report.stats["tasks"] == 9


def test_parquet_has_types_even_where_all_is_null(capfd: Capture, base: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")

    table = parquet.read_table(export(capfd, base, "out.parquet", "--kind", "event"))

    assert [str(table.schema.field(name).type) for name in ("value", "low", "acting", "period")] == [
        *("int64", "double", "bool", "string")
    ]
    assert table.column("topics").to_pylist() == [["trade", "water"]]
    assert table.column("page.publisher").to_pylist() == ["Trend"]


def read_cells(path: Path, member: str) -> str:
    with zipfile.ZipFile(path) as book:
        return book.read(member).decode()


def test_a_workbook_keeps_text_as_text(capfd: Capture, base: Path) -> None:
    pytest.importorskip("xlsxwriter")

    path = export(capfd, base, "out.xlsx")

    names = read_cells(path, "xl/workbook.xml")
    sheets = [read_cells(path, f"xl/worksheets/sheet{number}.xml") for number in (1, 2)]
    assert names.index('"facts"') < names.index('"sources"')
    assert "<v>1300000000</v>" in sheets[0]
    assert "=1+1" in sheets[1]
    assert not any("<f>" in sheet for sheet in sheets)


def test_a_workbook_has_no_date_of_its_own(capfd: Capture, base: Path) -> None:
    pytest.importorskip("xlsxwriter")

    path = export(capfd, base, "out.xlsx")

    assert set(re.findall("[0-9]{4}-[0-9]{2}-[0-9]{2}T", read_cells(path, "docProps/core.xml"))) == {"1980-01-01T"}


def test_a_cell_too_long_for_excel_is_refused_and_not_cut(capfd: Capture, tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    path = save(tmp_path / "b.json", volume("KZ", "KG", "2022", "$1 bln", note="x" * 40_000))

    refused = check_refusal(ask(capfd, "--base", path, "export", tmp_path / "out.xlsx"), 5)

    assert "at most 32,767 characters" in refused[0]
    assert not (tmp_path / "out.xlsx").exists()


def test_sdmx_has_the_source_as_a_dimension_and_the_range_as_attributes(capfd: Capture, base: Path) -> None:
    out = ask(capfd, "--base", base, "export", "--format", "sdmx-csv").out

    rows = [*csv.DictReader(io.StringIO(out))]
    assert [row["TIME_PERIOD"] for row in rows] == ["2022", "2023-01-01/P7M", "2023-05"]
    assert [row["FREQ"] for row in rows] == ["A", "_O", "M"]
    assert (rows[1]["SOURCE"], rows[1]["BOUND"], rows[1]["LOW"], rows[1]["HIGH"]) == (
        *("kabar-2024-02", ">", "757000000", ""),
    )
    assert (rows[0]["REPORTER"], rows[1]["REPORTER"], rows[1]["SCOPE"]) == ("_Z", "KZ", "wheat, flour")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # it leaves its files open
def test_sdmx1_reads_the_observations_by_their_structure(capfd: Capture, base: Path) -> None:
    sdmx = pytest.importorskip("sdmx")
    path = export(capfd, base, "out.csv", "--format", "sdmx-csv")

    structure = sdmx.read_sdmx(path.with_name("out.structure.xml")).structure["VOLUMES"]
    message = sdmx.read_sdmx(path, structure=structure)

    observations = message.data[0].obs
    assert [found.value for found in observations] == ["1300000000", "757000000", "100500000"]
    assert observations[1].dimension["SOURCE"].value == "kabar-2024-02"
    assert observations[1].attached_attribute["BOUND"].value == ">"
    assert {part.id for part in structure.dimensions} | {part.id for part in structure.attributes} <= {*HEADER}


@pytest.mark.parametrize("name", ["out.db", "out.parquet", "out.xlsx", "out.csv"])
def test_nothing_is_replaced_without_force(capfd: Capture, base: Path, name: str) -> None:
    need_library(name)
    path = base.with_name(name)
    path.write_text("mine")
    form = ["--format", "sdmx-csv"] if name == "out.csv" else []

    check_refusal(ask(capfd, "--base", base, "export", path, *form), 5)

    assert path.read_text() == "mine"
    assert ask(capfd, "--base", base, "export", path, *form, "--force").status == 0
    assert path.read_bytes() != b"mine"


def test_a_failure_leaves_no_files(capfd: Capture, base: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = base.parent / "folder"
    folder.mkdir()

    def fail(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("tradefacts.export.database.write_database", fail)
    refused = check_refusal(ask(capfd, "--base", base, "export", folder / "out.db"), 5)

    assert refused[0].endswith("out.db': database or disk is full")
    assert [*folder.iterdir()] == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["out.doc"], "the extension of 'out.doc' is not that of a format"),
        (["out.db", "--format", "sqlit"], "unknown format 'sqlit'"),
        (["--format", "sqlite"], "sqlite needs a file"),
        (["-"], "no file is named to write to"),
        (["-", "--format", "sdmx-csv", "--kind", "growth"], "--kind growth has no effect"),
        (["out.db", "KZ", "--flow", "nothing"], "unknown flow"),
    ],
    ids=str,
)
def test_a_meaningless_call_is_refused(capfd: Capture, base: Path, arguments: list[str], message: str) -> None:
    assert message in check_refusal(ask(capfd, "--base", base, "export", *arguments), 2)[0]


@pytest.mark.parametrize(("library", "name"), [("pyarrow", "out.parquet"), ("xlsxwriter", "out.xlsx")])
def test_a_missing_library_is_reported_with_what_to_install(
    capfd: Capture, base: Path, monkeypatch: pytest.MonkeyPatch, library: str, name: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)

    refused = check_refusal(ask(capfd, "--base", base, "export", base.with_name(name)), 2)

    extra = name.partition(".")[2]
    assert refused == [
        f"tradefacts: error: {library} is needed for this and is not installed",
        f"hint: pip install 'tradefacts[{extra}]'",
    ]
    assert not base.with_name(name).exists()


@pytest.mark.parametrize("ending", ["parquet", "xlsx"])
def test_an_answer_can_be_written_to_a_columnar_file(capfd: Capture, base: Path, ending: str) -> None:
    path = base.with_name(f"goals.{ending}")
    need_library(path.name)

    outcome = ask(capfd, "--base", base, "targets", "-o", path, "--fields", "pair,value")

    assert (outcome.status, outcome.err) == (0, f"tradefacts: note: wrote {path}\n")
    if ending == "parquet":
        rows = pytest.importorskip("pyarrow.parquet").read_table(path).to_pylist()
        assert rows == [{"pair": ["KG", "KZ"], "value": 2_000_000_000}]
    else:
        assert "<v>2000000000</v>" in read_cells(path, "xl/worksheets/sheet1.xml")


def test_a_file_of_columns_needs_a_file(capfd: Capture, base: Path) -> None:
    check_refusal(ask(capfd, "--base", base, "facts", "--format", "parquet"), 2)


def test_titles_and_licences_of_layers_are_named_together(capfd: Capture, tmp_path: Path) -> None:
    paths: list[str | Path] = []
    for name, licence in (("a", "CC0-1.0"), ("b", "CC-BY-4.0")):
        path = tmp_path / f"{name}.json"
        path.write_text(write(document(as_of="2024-01-01") | {"title": name, "licence": licence}))
        paths += ["--base", path]

    ask(capfd, *paths, "export", tmp_path / "out.db")

    about = dict(read_rows(tmp_path / "out.db", "SELECT key, value FROM about"))
    assert (about["title"], about["licence"]) == ("a; b", "CC0-1.0 AND CC-BY-4.0")


@pytest.mark.parametrize(
    "arguments",
    [
        ["--base", "b.json", "facts", "--format", "csv", "-o", "link.csv"],
        ["--base", "b.json", "facts", "--format", "csv", "-o", "./b.json"],
        ["--base", "b.metadata.json", "export", "b.db"],
        ["--base", "b.html", "report", "KZ", "KG", "-o", "b.html"],
        ["check", "draft.txt", "-o", "draft.txt"],
        ["lint", "b.json", "--format", "csv", "-o", "b.json"],
        ["lint", "b.json", "--earlier", "b.html", "--format", "csv", "-o", "b.html"],
        ["changes", "b.json", "--format", "csv", "-o", "b.json"],
    ],
    ids=" ".join,
)
def test_an_input_is_never_overwritten(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    content = save(tmp_path / "b.json", volume("KZ", "KG", "2022", "$1.3 bln")).read_bytes()
    for name in ("b.metadata.json", "b.html", "draft.txt"):
        (tmp_path / name).write_bytes(content)
    (tmp_path / "link.csv").symlink_to("b.json")

    assert "is an input" in check_refusal(ask(capfd, *arguments, "--force"), 2)[0]

    assert {path.read_bytes() for path in tmp_path.iterdir()} == {content}
