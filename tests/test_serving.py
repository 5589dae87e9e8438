"""`tradefacts mcp`, tested with the SDK's client, which validates every result against the tool's schema."""

from __future__ import annotations

import asyncio
import io
import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it has no types of its own

import running
import tradefacts
from builders import event, growth, office, person, save, source, target, term, volume
from running import COMMAND, check_refusal, run
from tradefacts.serving.results import LARGEST
from tradefacts.serving.tools import TOOLS, call
from tradefacts.vocabulary import FLOWS, KINDS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

pytestmark = pytest.mark.slow

Json = dict[str, Any]
EVERY_TOOL: dict[str, Json] = {
    "get_pair": {"place": "Қазақстан", "partner": "KG"},
    "list_targets": {"place": "KZ"},
    "list_officials": {"place": "KZ", "on": "2023-09-25"},
    "search_claims": {"place": "KZ", "kind": "volume"},
    "explain_figure": {"place": "KZ", "partner": "KG", "period": "2021"},
    "verify_claim": {"text": "Trade between Kazakhstan and Kyrgyzstan was $1.3 billion in 2022."},
    "cite": {"ids": ["kz-kg-turnover-volume-2022-trend-2024-01-15"]},
}
SHIPPED: list[tuple[str, Json]] = [
    ("get_pair", {"place": "KZ", "partner": "UZ"}),
    ("get_pair", {"place": "KZ", "partner": "UZ", "detail": "series"}),
    ("get_pair", {"place": "KZ", "partner": "UZ", "detail": "contradictions"}),
    ("get_pair", {"place": "KZ", "partner": "WORLD"}),
    ("list_targets", {}),
    ("list_officials", {"all": True}),
    ("search_claims", {}),
    ("search_claims", {"words": "trade"}),
    ("explain_figure", {"place": "KZ", "partner": "UZ", "period": "2023"}),
    ("cite", {}),
]


@pytest.fixture
def base(tmp_path: Path) -> Path:
    other = source("24.kg", "2024-02-01")
    return save(
        tmp_path / "b.json",
        volume("KZ", "KG", "2022", "$1.3 bln", note="a note " * 500),
        volume("KZ", "KG", "2022", "$1.1 bln", source=other, attributed_to=person("Akylbek Japarov", "Жапаров")),
        growth("KZ", "KG", "2022", "13%"),
        target("KZ", "KG", "$2 bln", "2030"),
        event("Council", "2023-09-25", "KG", "KZ"),
        term("alikhan-smailov", office("KZ", "head of government"), seen_on="2023-09-25"),
        term(person("Sadyr Japarov", "Жапаров"), office("KG", "head of state"), seen_on="2023-09-25"),
    )


@pytest.fixture
def facts(base: Path) -> tradefacts.Facts:
    return tradefacts.open(str(base))


def ask(facts: tradefacts.Facts, work: Callable[[Any], Awaitable[Any]]) -> Any:  # noqa: ANN401 - the SDK's own classes
    """Connect the SDK's client to a server of the base in this process, and return the result of the work."""
    client = pytest.importorskip("mcp.client")
    server = pytest.importorskip("tradefacts.serving.server")

    async def connect() -> Any:  # noqa: ANN401 - as above
        async with client.Client(server.make_server(facts)) as connected:
            return await work(connected)

    return asyncio.run(connect())


def use(facts: tradefacts.Facts, tool: str, arguments: Json) -> Any:  # noqa: ANN401 - as above
    return ask(facts, lambda client: client.call_tool(tool, arguments))


def test_every_tool_is_tried() -> None:
    assert {*EVERY_TOOL} == {*TOOLS}


@pytest.mark.parametrize("tool", EVERY_TOOL)
def test_a_result_is_text_and_data_with_the_citation_in_both(facts: tradefacts.Facts, tool: str) -> None:
    result = use(facts, tool, EVERY_TOOL[tool])

    text, data = result.content[0].text, result.structured_content
    assert not result.is_error
    assert data["shown"] == data["total"] == len(data["items"]) > 0
    assert data["edition"] == "2024-06-30"
    for item in data["items"]:
        assert item["citations"]
        assert Draft202012Validator(TOOLS[tool].output_schema["properties"]["items"]["items"]).is_valid(item)
    for page in data["pages"]:
        assert f"[{page['number']}] {page['reference']} {page['url']}" in text


@pytest.mark.parametrize(("tool", "arguments"), SHIPPED, ids=str)
def test_a_result_of_the_built_in_base_is_small_and_keeps_its_schema(tool: str, arguments: Json) -> None:
    result = use(tradefacts.open(), tool, arguments)

    written = result.model_dump_json(by_alias=True).encode()
    assert len(written) <= LARGEST
    assert result.structured_content["shown"] > 0


def test_items_that_do_not_fit_are_counted_with_a_way_to_narrow(facts: tradefacts.Facts) -> None:
    full = call(tradefacts.open(), "search_claims", {"place": "KZ"})
    limited = call(facts, "search_claims", {"place": "KZ", "limit": 1})

    assert full.data["shown"] < full.data["total"]
    assert {"partner", "kind", "since"} <= {*full.data["narrow"]}
    assert f"Shown {full.data['shown']} of {full.data['total']:,}." in full.text
    assert (limited.data["shown"], limited.data["total"]) == (1, 6)


def test_free_text_of_a_page_is_of_bounded_length(facts: tradefacts.Facts) -> None:
    (long,) = [item for item in call(facts, "search_claims", {"kind": "volume"}).data["items"] if "note" in item]

    assert len(long["note"]) < 700
    assert "characters" in long["note"]


def test_nothing_is_hidden_in_the_text_of_a_page(tmp_path: Path) -> None:
    path = save(
        tmp_path / "h.json",
        volume("KZ", "KG", "2022", "$1 bln", note="ignore\u202e this\u200b", source=source("Paper\u200b")),
    )

    answered = call(tradefacts.open(str(path)), "search_claims", {})

    assert not {"\u202e", "\u200b"} & {*answered.text, *json.dumps(answered.data, ensure_ascii=False)}
    assert answered.data["items"][0]["note"] == "ignore\\u202e this\\u200b"


def test_details_of_a_pair_are_a_summary_a_series_and_contradictions(facts: tradefacts.Facts) -> None:
    asked = {"place": "KZ", "partner": "KG"}
    summary, series, contradictions = (
        call(facts, "get_pair", {**asked, "detail": detail}) for detail in ("summary", "series", "contradictions")
    )

    assert summary.text.startswith("Kazakhstan – Kyrgyzstan: trade was")
    assert [goal["printed"] for goal in summary.data["goals"]] == ["$2 bln"]
    assert [(item["year"], item["printed"]) for item in series.data["items"]] == [(2022, "$1.1 bln")]
    assert {item["severity"] for item in contradictions.data["items"]} <= {"contradiction", "possible", "notice"}
    assert contradictions.data["items"][0]["sides"]


def test_a_direction_is_that_of_the_goods(facts: tradefacts.Facts) -> None:
    answered = call(facts, "get_pair", {"place": "KZ", "partner": "KG", "flow": "exports"})

    assert answered.data["query"] == {"pair": ["KG", "KZ"], "exporter": "KZ", "importer": "KG"}


def test_words_find_claims_by_those_who_are_called_so(facts: tradefacts.Facts) -> None:
    found = call(facts, "search_claims", {"words": "Akylbek"})

    assert [item["id"] for item in found.data["items"]] == ["kz-kg-turnover-volume-2022-24-kg-2024-02-01"]


def test_a_text_is_held_against_the_record(facts: tradefacts.Facts) -> None:
    text = "Trade between Kazakhstan and Kyrgyzstan was $1.3 billion in 2022."

    answered = call(facts, "verify_claim", {"text": text, "published": "2024-03-01"})

    assert [item["standing"] for item in answered.data["items"]] == ["supported"]
    assert answered.text.startswith("Figures of the text against the record: 1 supported.\n“$1.3 billion”: supported")
    assert answered.data["items"][0]["facts"] == ["kz-kg-turnover-volume-2022-trend-2024-01-15"]


def test_a_text_of_any_length_is_not_read(facts: tradefacts.Facts) -> None:
    answered = call(facts, "verify_claim", {"text": "trade " * 5_000})

    assert answered.is_error
    assert answered.data["error"]["hint"] == "send it in parts"


def test_targets_can_be_asked_by_status(facts: tradefacts.Facts) -> None:
    all_of_them = call(facts, "list_targets", {})
    status = all_of_them.data["items"][0]["status"]

    assert call(facts, "list_targets", {"status": status}).data["total"] == 1
    assert call(facts, "list_targets", {"status": "none such"}).data["total"] == 0


def test_a_shared_name_is_an_error_with_the_candidates(facts: tradefacts.Facts) -> None:
    result = use(facts, "search_claims", {"by": "Жапаров"})

    assert result.is_error
    assert result.structured_content["error"]["candidates"] == [
        {"id": "akylbek-japarov", "name": "Akylbek Japarov"},
        {"id": "sadyr-japarov", "name": "Sadyr Japarov"},
    ]
    assert "- Sadyr Japarov (sadyr-japarov)" in result.content[0].text


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("get_pair", {"place": "Kazakstan", "partner": "KG"}, "unknown country 'Kazakstan'"),
        ("get_pair", {"place": "KZ"}, "the argument 'partner' is missing"),
        ("get_pair", {"place": "KZ", "partner": "KG", "yeer": 2022}, "unknown argument 'yeer'"),
        ("get_pair", {"place": "KZ", "partner": "KG", "detail": "all"}, "unknown detail 'all'"),
        ("get_pair", {"place": "KZ", "partner": "KG", "since": 2022}, "since 2022 is not of the type 'string'"),
        ("get_pair", {"place": "KZ", "partner": "KG", "since": "soon"}, "invalid date 'soon'"),
        ("search_claims", {"limit": True}, "limit True is not of the type 'integer'"),
        ("search_claims", {"limit": 0}, "limit 0 is not positive"),
        ("explain_figure", {"place": "KZ"}, "unknown"),
        ("cite", {"ids": ["nothing"]}, "unknown claim or page 'nothing'"),
    ],
)
def test_errors_are_results_that_say_so(facts: tradefacts.Facts, tool: str, arguments: Json, said: str) -> None:
    answered = call(facts, tool, arguments)

    assert answered.is_error
    assert said in answered.data["error"]["message"]


def test_hints_name_no_command_of_the_shell(facts: tradefacts.Facts) -> None:
    answered = [call(facts, "search_claims", {"place": "Xyzzy"}), call(facts, "list_targets", {"place": "UZ"})]

    assert [result.text for result in answered if "tradefacts " in result.text or "--" in result.text] == []


def test_an_empty_result_says_so(facts: tradefacts.Facts) -> None:
    answered = call(facts, "get_pair", {"place": "KZ", "partner": "KG", "known_by": "1990"})

    assert not answered.is_error
    assert answered.data["total"] == 0
    assert "nothing" in answered.text.lower() or "no facts" in answered.text


def test_the_list_of_tools_is_short_and_every_tool_only_reads(facts: tradefacts.Facts) -> None:
    tools = ask(facts, lambda client: client.list_tools()).tools

    written = json.dumps([tool.model_dump(mode="json", by_alias=True, exclude_none=True) for tool in tools])
    assert [tool.name for tool in tools] == [*TOOLS]
    assert len(written) / 3 <= 2_000  # no tokenizer in use makes tokens of JSON shorter than three characters
    for tool in tools:
        hints = tool.annotations
        assert (hints.read_only_hint, hints.idempotent_hint, hints.destructive_hint, hints.open_world_hint) == (
            *(True, True),
            *(False, False),
        )
        Draft202012Validator.check_schema(tool.input_schema)
        Draft202012Validator.check_schema(tool.output_schema)


def test_the_choices_of_tools_are_those_of_the_vocabulary() -> None:
    assert TOOLS["search_claims"].arguments["kind"]["enum"] == [*KINDS]
    assert TOOLS["search_claims"].arguments["flow"]["enum"] == [*FLOWS]


def test_resources_are_the_coverage_the_glossary_and_the_edition(facts: tradefacts.Facts) -> None:
    async def read_all(client: Any) -> dict[str, str]:  # noqa: ANN401 - the SDK's own class
        listed = (await client.list_resources()).resources
        return {str(found.uri): (await client.read_resource(found.uri)).contents[0].text for found in listed}

    read = ask(facts, read_all)

    assert read["tradefacts://coverage"].splitlines()[1] == "KG–KZ\tKyrgyzstan – Kazakhstan\t4\t2022\t2022"
    assert "whose statistics" in read["tradefacts://glossary"]
    assert json.loads(read["tradefacts://edition"])["edition"] == "2024-06-30"


def test_prompts_are_for_checking_and_citing(facts: tradefacts.Facts) -> None:
    async def fill(client: Any) -> list[str]:  # noqa: ANN401 - as above
        names = [prompt.name for prompt in (await client.list_prompts()).prompts]
        filled = await client.get_prompt("fact_check", {"text": "Trade was {huge}."})
        return [*names, filled.messages[0].content.text]

    check, cite, text = ask(facts, fill)

    assert (check, cite) == ("fact_check", "cite_figure")
    assert "<text>\nTrade was {huge}.\n</text>" in text


@pytest.mark.parametrize(
    "request_",
    [
        lambda client: client.call_tool("nothing", {}),
        lambda client: client.read_resource("tradefacts://nothing"),
        lambda client: client.get_prompt("nothing", {}),
        lambda client: client.get_prompt("fact_check", {}),
    ],
)
def test_a_request_for_an_unknown_item_is_refused(
    facts: tradefacts.Facts, request_: Callable[[Any], Awaitable[Any]]
) -> None:
    errors = pytest.importorskip("mcp.shared.exceptions")

    async def try_it(client: Any) -> str:  # noqa: ANN401 - as above
        try:
            await request_(client)
        except errors.MCPError as error:
            return str(error.message)
        return ""

    assert ask(facts, try_it)


@pytest.mark.parametrize("mode", ["legacy", "auto"])
def test_the_command_serves_clients_of_either_protocol(base: Path, mode: str) -> None:
    stdio, client = pytest.importorskip("mcp.client.stdio"), pytest.importorskip("mcp.client")
    arguments = [*COMMAND[1:], "mcp", "--base", str(base)]
    environment = {**os.environ, "TRADEFACTS_BASE": ""}
    parameters = stdio.StdioServerParameters(command=COMMAND[0], args=arguments, env=environment)

    async def ask_it() -> Json:
        async with client.Client(stdio.stdio_client(parameters), mode=mode) as connected:
            answered = await connected.call_tool("get_pair", EVERY_TOOL["get_pair"])
            data: Json = answered.structured_content
            return data

    assert asyncio.run(ask_it())["edition"] == "2024-06-30"


def test_the_command_passes_the_bases_to_the_server(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, base: Path
) -> None:
    served: list[tradefacts.Facts] = []
    monkeypatch.setattr("tradefacts.serving.server.serve", served.append)

    outcome = running.ask(capfd, "mcp", "--base", base)

    assert (outcome.status, outcome.out) == (0, "")
    assert [layer["name"] for layer in served[0].base.layers] == [str(base)]


def test_nothing_is_served_where_the_input_is_closed(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    refused = check_refusal(running.ask(capfd, "mcp"), 5)

    assert refused[1] == "hint: let a client start this command"


GREETING = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}},
}


@pytest.mark.parametrize(
    ("redirection", "status", "err"),
    [
        (">/dev/full", 5, "tradefacts: error: cannot write the result: no space left on device\n"),
        ("| true", 0, ""),
    ],
)
def test_a_server_whose_client_has_left_ends_quietly_and_a_full_disk_is_reported(
    base: Path, redirection: str, status: int, err: str
) -> None:
    pytest.importorskip("mcp")
    command = ["/bin/bash", "-o", "pipefail", "-c", f'"$@" {redirection}', "bash", *COMMAND, "--base", str(base), "mcp"]

    done = subprocess.run(command, input=json.dumps(GREETING) + "\n", capture_output=True, check=False, text=True)

    assert (done.returncode, done.stderr) == (status, err)


def test_the_server_speaks_over_the_streams_of_the_process(
    monkeypatch: pytest.MonkeyPatch, facts: tradefacts.Facts
) -> None:
    server = pytest.importorskip("tradefacts.serving.server")
    pytest.importorskip("mcp")
    written = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"jsonrpc": "2.0", "id": 7, "method": "ping"}\n')))
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written))

    server.serve(facts)

    assert json.loads(written.getvalue())["id"] == 7


def test_a_figure_that_cannot_be_derived_is_an_item_with_its_reason(tmp_path: Path) -> None:
    some = volume("KZ", "KG", "2022", "$1 bln", scope="wheat")
    path = save(tmp_path / "s.json", some, growth("KZ", "KG", "2022", "13%"))

    answered = call(tradefacts.open(str(path)), "explain_figure", {"place": "KZ", "partner": "KG", "period": "2022"})

    refused = [item for item in answered.data["items"] if "reason" in item]
    assert f"does not follow: {refused[0]['reason']}" in answered.text


@pytest.mark.skipif(os.name == "nt", reason="signals are those of POSIX")
@pytest.mark.parametrize("ending", ["end of input", "signal"])
def test_the_command_ends_with_its_input_or_a_signal(base: Path, ending: str) -> None:
    pytest.importorskip("mcp")
    request = {"jsonrpc": "2.0", "id": 1, "method": "ping"}
    process = subprocess.Popen(
        [*COMMAND, "mcp", "--base", base], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin
    assert process.stdout
    process.stdin.write(f"{json.dumps(request)}\n".encode())
    process.stdin.flush()
    answered = json.loads(process.stdout.readline())

    if ending == "signal":
        process.send_signal(signal.SIGTERM)
    _, err = process.communicate(timeout=20)

    assert answered["id"] == 1
    assert process.returncode == (143 if ending == "signal" else 0)
    assert err == b""


def test_without_the_sdk_the_command_names_the_package_to_install(tmp_path: Path, base: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['mcp'] = None\n")

    refused = check_refusal(run("mcp", "--base", base, env={"PYTHONPATH": str(tmp_path)}), 2)

    assert refused == [
        "tradefacts: error: mcp is needed for this and is not installed",
        "hint: pip install 'tradefacts[mcp]'",
    ]


def test_no_other_command_imports_the_server_or_the_sdk() -> None:
    code = (
        "import sys; from tradefacts.cli.main import main; main(['pair', 'KZ', 'KG', '--json']); main(['-h']);"
        "print(*(name for name in sys.modules if name.startswith(('mcp', 'anyio', 'tradefacts.serving'))),"
        "file=sys.stderr)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stderr.strip() == ""
