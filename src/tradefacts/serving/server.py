"""The server: offers the tools, resources and prompts over standard input and output with the official SDK.

No other module imports the SDK; if it is missing, `serve` names the extra to install.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tradefacts.errors import TradefactsError
from tradefacts.export.extras import import_extra
from tradefacts.serving.resources import PROMPTS, RESOURCES
from tradefacts.serving.tools import TOOLS, Tool, UnknownToolError, call
from tradefacts.version import __version__

if TYPE_CHECKING:
    from tradefacts.api import Facts

_EXTRA = "mcp"
_INSTRUCTIONS = (
    "What pages have said about trade of Central Asian countries: each figure is a claim, with who says it and when. "
    "Start with get_pair; cite gives sentences to quote. Figures of different reporters are different quantities."
)


def serve(facts: Facts) -> None:
    """Serve a base over standard input and output until the input ends.

    Raises:
        MissingExtraError: the SDK is not installed.
        OSError: standard output cannot be written.
    """
    stdio = import_extra("mcp.server.stdio", _EXTRA)
    anyio = import_extra("anyio", _EXTRA)
    server = make_server(facts)

    async def run() -> None:
        async with stdio.stdio_server() as (reading, writing):
            await server.run(reading, writing, server.create_initialization_options())

    try:
        anyio.run(run)
    except BaseExceptionGroup as group:
        raise _find_cause(group) from None


def _find_cause(error: BaseException) -> BaseException:
    """Return the error that a group of only one wraps, as the SDK's tasks leave it."""
    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    return error


def make_server(facts: Facts) -> Any:  # noqa: ANN401 - the SDK's own class
    """Return the server for a base; it can run on any transport.

    Raises:
        MissingExtraError: the SDK is not installed.
    """
    lowlevel = import_extra("mcp.server.lowlevel", _EXTRA)
    return lowlevel.Server(
        "tradefacts",
        version=__version__,
        title="tradefacts",
        instructions=_INSTRUCTIONS,
        **_make_tool_handlers(facts),
        **_make_resource_handlers(facts),
        **_make_prompt_handlers(),
    )


def _make_tool_handlers(facts: Facts) -> dict[str, Any]:
    threads, types = import_extra("anyio.to_thread", _EXTRA), import_extra("mcp_types", _EXTRA)

    async def list_tools(_context: Any, _params: Any) -> Any:  # noqa: ANN401 - the SDK's own classes
        return types.ListToolsResult(tools=[_describe(tool, types) for tool in TOOLS.values()])

    async def call_tool(_context: Any, params: Any) -> Any:  # noqa: ANN401 - as above
        try:
            result = await threads.run_sync(call, facts, params.name, params.arguments or {})
        except UnknownToolError as error:
            raise _refuse(f"unknown tool {error.args[0]!r}") from None
        content = [types.TextContent(type="text", text=result.text)]
        return types.CallToolResult(content=content, structured_content=result.data, is_error=result.is_error)

    return {"on_list_tools": list_tools, "on_call_tool": call_tool}


def _describe(tool: Tool, types: Any) -> Any:  # noqa: ANN401 - a module, and a class of it
    return types.Tool(
        name=tool.name,
        description=tool.description,
        input_schema=tool.input_schema,
        output_schema=tool.output_schema,
        annotations=types.ToolAnnotations(
            read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
        ),
    )


def _make_resource_handlers(facts: Facts) -> dict[str, Any]:
    types = import_extra("mcp_types", _EXTRA)

    async def list_resources(_context: Any, _params: Any) -> Any:  # noqa: ANN401 - the SDK's own classes
        listed = [
            types.Resource(
                uri=resource.uri, name=resource.name, description=resource.description, mime_type=resource.mime_type
            )
            for resource in RESOURCES.values()
        ]
        return types.ListResourcesResult(resources=listed)

    async def read_resource(_context: Any, params: Any) -> Any:  # noqa: ANN401 - as above
        resource = RESOURCES.get(f"{params.uri}")
        if resource is None:
            raise _refuse(f"unknown resource {params.uri!r}; known: {', '.join(RESOURCES)}")
        text = types.TextResourceContents(uri=resource.uri, mime_type=resource.mime_type, text=resource.read(facts))
        return types.ReadResourceResult(contents=[text])

    return {"on_list_resources": list_resources, "on_read_resource": read_resource}


def _make_prompt_handlers() -> dict[str, Any]:
    types = import_extra("mcp_types", _EXTRA)

    async def list_prompts(_context: Any, _params: Any) -> Any:  # noqa: ANN401 - the SDK's own classes
        listed = [
            types.Prompt(
                name=prompt.name,
                description=prompt.description,
                arguments=[
                    types.PromptArgument(name=name, description=said, required=True)
                    for name, said in prompt.arguments.items()
                ],
            )
            for prompt in PROMPTS.values()
        ]
        return types.ListPromptsResult(prompts=listed)

    async def get_prompt(_context: Any, params: Any) -> Any:  # noqa: ANN401 - as above
        prompt = PROMPTS.get(params.name)
        if prompt is None:
            raise _refuse(f"unknown prompt {params.name!r}; known: {', '.join(PROMPTS)}")
        try:
            text = prompt.fill(params.arguments or {})
        except TradefactsError as error:
            raise _refuse(error.message) from None
        message = types.PromptMessage(role="user", content=types.TextContent(type="text", text=text))
        return types.GetPromptResult(description=prompt.description, messages=[message])

    return {"on_list_prompts": list_prompts, "on_get_prompt": get_prompt}


def _refuse(message: str) -> Exception:
    """Return the SDK's error for an invalid request."""
    errors, types = import_extra("mcp.shared.exceptions", _EXTRA), import_extra("mcp_types", _EXTRA)
    refused: Exception = errors.MCPError(types.INVALID_PARAMS, message)
    return refused
