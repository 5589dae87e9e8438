"""`compare`: a user's official series compared with the figures that pages print."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from builders import growth, save, source, volume
from running import ask, check_refusal
from tradefacts.exact import Exact
from tradefacts.official.reading import read_amount, read_flow, read_period, read_scale

if TYPE_CHECKING:
    from pathlib import Path

Capture = pytest.CaptureFixture[str]
COMTRADE = (
    "refYear,period,reporterISO,reporterDesc,flowCode,partnerISO,partner2Code,cmdCode,customsCode,motCode,primaryValue"
)


def count(flow: str, year: str, value: str, reporter: str = "KAZ", partner: str = "KGZ", **others: str) -> str:
    """Return a row of Comtrade."""
    rest = {"partner2": "0", "goods": "TOTAL", "customs": "C00", "mode": "0"} | others
    ends = (year[:4], year, reporter, "", flow, partner)
    return ",".join([*ends, rest["partner2"], rest["goods"], rest["customs"], rest["mode"], value])


@pytest.fixture
def base(tmp_path: Path) -> Path:
    other = source("Kabar", "2024-02")
    return save(
        tmp_path / "b.json",
        volume("KZ", "KG", "2022", "$1.2 bln"),
        volume("KZ", "KG", "2022", "$1.3 bln", source=other),
        volume("KZ", "KG", "2022", "$790 mln", flow="exports"),
        volume("KG", "KZ", "2022", "$360 mln", flow="exports", reporter="KG"),
        volume("KZ", "KG", "2023-01/2023-02", "$150 mln"),
        volume("KZ", "KG", "2021", "$1 bln"),
    )


def write(base: Path, *rows: str, header: str = COMTRADE, name: str = "official.csv", encoding: str = "utf-8") -> Path:
    path = base.with_name(name)
    path.write_text("\n".join([header, *rows]) + "\n", encoding=encoding)
    return path


def hold(capfd: Capture, base: Path, file: Path, *arguments: str) -> list[tuple[str, ...]]:
    """Return the comparisons: period, subject, status, official, printed, ratio and cause."""
    outcome = ask(capfd, "--base", base, "compare", "KZ", "KG", "--with", file, *arguments, "--format", "csv")
    assert outcome.status == 0, outcome.err
    rows = csv.DictReader(io.StringIO(outcome.out, newline=""))
    return [
        (
            row["period"],
            row["exporter"] or "turnover",
            row["status"],
            row["official"],
            row["printed"],
            row["ratio"],
            row["cause"],
        )
        for row in rows
    ]


def test_a_download_of_comtrade_is_held_against_the_claims_year_by_year(capfd: Capture, base: Path) -> None:
    file = write(
        base, count("X", "2022", "790400000.5"), count("M", "2022", "410900000"), count("X", "2020", "5000000")
    )

    found = hold(capfd, base, file, "--year", "2022")

    assert found == [
        ("2022", "turnover", "differ", "1201300000.5", "$1.3 bln", "1.082", "whose statistics"),
        ("2022", "turnover", "agree", "1201300000.5", "$1.2 bln", "0.9989", ""),
        ("2022", "KG", "differ", "410900000", "$360 mln", "0.8761", "freight and insurance"),
        ("2022", "KZ", "agree", "790400000.5", "$790 mln", "0.9995", ""),
    ]


def test_figures_of_only_one_side_are_reported(capfd: Capture, base: Path) -> None:
    file = write(base, count("X", "2020", "5000000"), count("M", "2022", "410900000"))

    found = hold(capfd, base, file)

    assert ("2020", "KZ", "no claim", "5000000", "", "", "") in found
    assert ("2021", "turnover", "not in the file", "", "$1 bln", "", "") in found
    assert not any(period.startswith("2023") for period, *_ in found)  # beyond what the file covers


def test_months_add_up_to_the_periods_of_pages(capfd: Capture, base: Path) -> None:
    flows = [count(flow, f"2023{month:02}", "37500000") for month in (1, 2) for flow in ("X", "M")]

    found = hold(capfd, base, write(base, *flows))

    assert found == [("2023-01/2023-02", "turnover", "agree", "150000000", "$150 mln", "1.0", "")]


@pytest.mark.parametrize(
    ("printed", "reporter", "base_period", "status", "points", "cause"),
    [
        ("20%", None, None, "agree", "0.0", ""),
        ("20.4%", "KZ", None, "differ", "0.4", "revision"),
        ("27%", None, None, "differ", "7.0", "whose statistics"),
        ("27%", "KZ", None, "differ", "7.0", ""),
        ("1.5-fold", None, "2019", "agree", "0.0", ""),
        ("20%", None, "2018", "not in the file", "", ""),
    ],
)
def test_growth_is_held_against_the_growth_of_the_official_figures(  # noqa: PLR0913 - the parts of a case
    capfd: Capture,
    tmp_path: Path,
    printed: str,
    reporter: str | None,
    base_period: str | None,
    status: str,
    points: str,
    cause: str,
) -> None:
    said = growth("KZ", "KG", "2021", printed, flow="exports", reporter=reporter, base_period=base_period)
    base = save(tmp_path / "b.json", said)
    file = write(
        base, *(count("X", year, f"{value}000000") for year, value in (("2019", 80), ("2020", 100), ("2021", 120)))
    )

    outcome = ask(capfd, "--base", base, "compare", "KZ", "KG", "--with", file, "--format", "csv")

    rows = [row for row in csv.DictReader(io.StringIO(outcome.out, newline="")) if row["kind"] == "growth"]
    assert [(row["status"], row["points"], row["cause"], row["ratio"]) for row in rows] == [(status, points, cause, "")]


@pytest.mark.parametrize(
    ("rows", "printed", "reporter", "cause"),
    [
        ([count("X", "2019", "1249000000")], "$1.2 bln", None, ""),
        ([count("X", "2019", "1270000000")], "$1.2 bln", None, "rounding"),
        ([count("X", "2019", "1200000")], "$1.2 bln", None, "scale slip"),
        ([count("X", "2019", "1500000000"), count("RX", "2019", "300000000")], "$1.2 bln", None, "re-exports"),
        ([count("X", "2019", "1251000000")], "$1.24 bln", None, "revision"),
        ([count("X", "2019", "1330000000")], "$1.24 bln", "KZ", "revision"),
        ([count("X", "2019", "2000000000")], "$1.24 bln", "KZ", ""),
        ([count("X", "2019", "1100000000")], "$1.24 bln", "KG", "freight and insurance"),
        ([count("X", "2019", "1330000000")], "$1.24 bln", "KG", "whose statistics"),
        ([count("X", "2019", "2000000000")], "$1.24 bln", None, "whose statistics"),
    ],
)
def test_a_difference_has_a_likely_cause(  # noqa: PLR0913 - the parts of a case
    capfd: Capture, tmp_path: Path, rows: list[str], printed: str, reporter: str | None, cause: str
) -> None:
    base = save(tmp_path / "b.json", volume("KZ", "KG", "2019", printed, flow="exports", reporter=reporter))

    (found,) = hold(capfd, base, write(base, *rows))

    assert (found[2], found[6]) == ("differ" if cause or "2000000000" in rows[0] else "agree", cause)


def test_a_figure_is_compared_with_its_own_statistics_if_the_file_has_them(capfd: Capture, base: Path) -> None:
    mirror = count("X", "2022", "360000000", "KGZ", "KAZ")
    file = write(base, count("M", "2022", "410900000"), mirror)

    found = hold(capfd, base, file, "--flow", "imports")

    assert found == [("2022", "KG", "agree", "360000000", "$360 mln", "1.0", "")]


def test_only_totals_of_the_pair_are_used_and_the_rest_is_counted(capfd: Capture, base: Path) -> None:
    others = [
        count("X", "2022", "1", goods="0101"),
        count("X", "2022", "2", mode="1000"),
        count("X", "2022", "3", partner="RUS"),
        count("DX", "2022", "4"),
        count("X", "2022", ""),
    ]

    outcome = ask(
        capfd,
        "--base",
        base,
        "compare",
        "KZ-KG",
        "--with",
        write(base, count("X", "2022", "790000000"), *others),
        "--json",
    )

    assert '"rows": 6, "used": 1, "skipped": {"of some goods only": 1, "that break a total down": 1, ' in outcome.out


def test_a_table_of_any_form_is_read_with_its_columns_named(capfd: Capture, base: Path) -> None:
    header = "Страна;Партнёр;Год;Экспорт, млн;Импорт"
    file = write(base, "Казахстан;Кыргызстан;2022;790,4;410,9", header=header, encoding="utf-8-sig")
    named = [
        "reporter=Страна",
        "partner=Партнёр",
        "period=Год",
        "exports=Экспорт, млн",
        "imports=Импорт",
        "scale=million",
    ]

    found = hold(capfd, base, file, *(part for mapping in named for part in ("--map", mapping)))

    assert [row[3] for row in found] == ["1201300000", "1201300000", "410900000", "790400000"]


def test_a_role_without_a_column_is_one_value_for_all_rows(capfd: Capture, base: Path) -> None:
    file = write(base, "2022,790.4", header="year,value")
    named = ["reporter=Kazakhstan", "partner=KG", "flow=exports", "scale=1000000"]

    found = hold(capfd, base, file, *(part for mapping in named for part in ("--map", mapping)), "--flow", "exports")

    assert found == [("2022", "KZ", "agree", "790400000", "$790 mln", "0.9995", "")]


def test_sdmx_csv_is_known_by_its_columns(capfd: Capture, base: Path) -> None:
    header = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,COUNTERPART_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT"
    rows = [
        f"dataflow,IMF:DOT(1.0),I,A,KZ,{indicator},KG,2022,{value},6"
        for indicator, value in (("TXG_FOB_USD", "790.4"), ("TMG_CIF_USD", "410.9"), ("TBG_USD", "379.5"))
    ]

    found = hold(capfd, base, write(base, *rows, header=header))

    assert [row[2] for row in found if row[0] == "2022"] == ["differ", "agree", "differ", "agree"]


def test_nothing_of_the_file_is_kept(capfd: Capture, base: Path) -> None:
    file = write(base, count("X", "2022", "790400000"))
    before = {path: path.read_bytes() for path in base.parent.iterdir()}

    ask(capfd, "--base", base, "compare", "KZ", "KG", "--with", file)

    assert {path: path.read_bytes() for path in base.parent.iterdir()} == before


def test_a_screen_shows_the_newest_first_and_hides_figures_not_covered_by_the_file(capfd: Capture, base: Path) -> None:
    file = write(base, count("X", "2022", "790400000"), count("X", "2021", "790400000"))

    short = ask(capfd, "--base", base, "compare", "KZ", "KG", "--with", file).out
    whole = ask(capfd, "--base", base, "compare", "KZ", "KG", "--with", file, "--all").out

    lines = short.splitlines()
    assert lines[0].startswith(
        f"Kazakhstan – Kyrgyzstan against {file} (2 amounts in 2 rows): 1 agrees, 1 on no page, "
    )
    assert [line.split()[0] for line in lines[3:5]] == ["2022", "2021"]
    assert "4 figures of pages for which the file has nothing: --all" in short
    assert whole.count("not in the file") == 5


@pytest.mark.parametrize(
    ("width", "shown"), [("44", ["Apart", "1.923  ≠ whose statistics"]), ("30", ["2022 KZ → KG", "1.923 ·"])]
)
def test_on_a_narrow_screen_each_comparison_stays_together(
    capfd: Capture, base: Path, width: str, shown: list[str]
) -> None:
    file = write(base, count("X", "2022", "410900000"))

    out = ask(capfd, "--base", base, "compare", "KZ", "KG", "--with", file, "--width", width).out

    assert [words for words in shown if words not in out] == [], out


@pytest.mark.parametrize(
    ("header", "rows", "arguments", "status", "message"),
    [
        (COMTRADE, [], [], 4, "no row can be used: it has no rows"),
        ("", [], [], 4, "the file is empty"),
        ("a,b", ["1,2"], [], 4, "no column is known to hold the reporter; found a, b"),
        ("period,period", ["2021,2022"], ["--map", "reporter=KZ"], 4, "two columns are called 'period'"),
        (COMTRADE, [count("MIP", "2022", "1")], [], 4, "no row can be used: 1 of another flow"),
        (
            COMTRADE,
            [count("X", "2022", "1"), count("X", "2022", "2")],
            [],
            4,
            "lines 2 and 3 give two amounts of exports in 2022",
        ),
        (COMTRADE, [count("X", "2022", "1")], ["--map", "flow"], 2, "expected ROLE=COLUMN, found 'flow'"),
        (COMTRADE, [count("X", "2022", "1")], ["--map", "flo=x"], 2, "unknown role 'flo'"),
        (COMTRADE, [count("X", "2022", "1")], ["--map", "flow=x", "--map", "flow=y"], 2, "named twice"),
    ],
)
def test_a_file_that_cannot_be_compared_is_refused(  # noqa: PLR0913 - the parts of a case
    capfd: Capture, base: Path, header: str, rows: list[str], arguments: list[str], status: int, message: str
) -> None:
    file = write(base, *rows, header=header)

    refused = check_refusal(ask(capfd, "--base", base, "compare", "KZ", "KG", "--with", file, *arguments), status)

    assert message in refused[0]


def test_a_file_in_another_encoding_is_refused(capfd: Capture, base: Path) -> None:
    file = write(base, "Казахстан", header="Страна", encoding="cp1251")

    refused = check_refusal(ask(capfd, "--base", base, "compare", "KZ", "KG", "--with", file), 4)

    assert refused[0].endswith("the file is not UTF-8")


def test_accents_as_windows_writes_them_hide_no_figure(capfd: Capture, base: Path) -> None:
    file = write(
        base, count("X", "2022", "790400000"), "2022,2022,CIV,Côte d'Ivoire,X,TUR,0,TOTAL,C00,0,1", encoding="cp1252"
    )

    outcome = ask(capfd, "--base", base, "compare", "KZ", "KG", "--with", file, "--flow", "exports")

    assert "agree" in outcome.out
    assert "is not UTF-8 and was read as Windows-1252" in outcome.err


def test_eurostat_counts_in_euros(capfd: Capture, tmp_path: Path) -> None:
    base = save(tmp_path / "b.json", volume("KZ", "KG", "2022", "€3 bln", flow="imports"))
    header = "DATAFLOW,freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE"
    rows = [
        f"ESTAT:DS,A,KG,KZ,TOTAL,2,{indicator},2022,{value}"
        for indicator, value in (("VALUE_IN_EUROS", "3010000000"), ("QUANTITY_IN_KG", "5"))
    ]

    found = hold(capfd, base, write(base, *rows, header=header))

    assert [(row[2], row[3]) for row in found] == [("agree", "3010000000")]


def test_the_file_has_to_be_named(capfd: Capture, base: Path) -> None:
    assert "no file is named" in check_refusal(ask(capfd, "--base", base, "compare", "KZ", "KG"), 2)[0]


def test_a_file_about_other_places_is_a_note(capfd: Capture, base: Path) -> None:
    file = write(base, count("X", "2022", "3", partner="RUS"), count("X", "2022", "3", partner="ATLANTIS"))

    outcome = ask(capfd, "--base", base, "compare", "KZ", "KG", "--with", file)

    assert (outcome.status, "has nothing about KG and KZ: 2 amounts of others" in outcome.err) == (0, True)


def test_amounts_that_cannot_be_read_are_a_note(capfd: Capture, base: Path) -> None:
    rows = (count("X", "2022", "790400000"), count("X", "2021", "many"), count("M", "2022-13", "1"))

    outcome = ask(capfd, "--base", base, "compare", "KZ", "KG", "--with", write(base, *rows))

    assert "cannot be read: 1 without a period, 1 without an amount" in outcome.err


@pytest.mark.parametrize(("amount", "shown"), [("790412345", "$790.4 m"), ("7", "$7 ")])
def test_an_official_figure_has_four_digits(capfd: Capture, base: Path, amount: str, shown: str) -> None:
    file = write(base, count("X", "2022", amount))

    assert f"  {shown}" in ask(capfd, "--base", base, "compare", "KZ", "KG", "--with", file).out


def test_an_official_figure_has_as_many_digits_as_the_page_prints(capfd: Capture, tmp_path: Path) -> None:
    path = save(tmp_path / "b.json", volume("KZ", "KG", "2022", "$790.412 mln", flow="exports"))

    out = ask(capfd, "--base", path, "compare", "KZ", "KG", "--with", write(path, count("X", "2022", "790412345"))).out

    assert out.count("$790.412 m") == 2


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("757", "756.5", "757.5"),
        ("757.10", "757.095", "757.105"),
        ("1 234.5", "1234.45", "1234.55"),
        ("1,234,567", "1234566.5", "1234567.5"),
        ("1.5E3", "1450", "1550"),
    ],
)
def test_an_official_amount_is_the_range_of_its_last_digit(text: str, low: str, high: str) -> None:
    found = read_amount(text, Exact(1))

    assert found is not None
    ends = [Exact(int(end.replace(".", "")), 10 ** len(end.partition(".")[2])) for end in (low, high)]
    assert [found.low, found.high] == ends


@pytest.mark.parametrize("text", ["", "..", ":", "n/a", "c", "-5", "1,2,3", "9" * 40, "1e999"])
def test_an_invalid_amount_is_none(text: str) -> None:
    assert read_amount(text, Exact(1)) is None


@pytest.mark.parametrize(
    ("text", "period"),
    [
        *(("2023", "2023"), ("202305", "2023-05"), ("2023-05", "2023-05"), ("2023M05", "2023-05")),
        *(("2023-Q2", "2023-04/2023-06"), ("2023-01-01", "2023"), ("2023-05-01T00:00:00", "2023-05")),
        *(("1776", None), ("May 2023", None), ("", None), ("202313", None)),
    ],
)
def test_periods_are_read_in_the_spellings_of_offices(text: str, period: str | None) -> None:
    assert read_period(text) == period


def test_flows_and_scales_are_read_in_the_spellings_of_offices() -> None:
    assert [read_flow(text) for text in ("X", "Export", "2", "Re-Export", "M", "TMG_CIF_USD", "transit")] == [
        *("exports", "exports", "exports", "re-exports", "imports", "imports", None)
    ]
    assert [
        read_scale(text, is_power=is_power) for text, is_power in (("6", True), ("Millions", False), ("", True))
    ] == [*(Exact(1_000_000), Exact(1_000_000), Exact(1))]
    assert read_scale("many", is_power=False) is None
