"""Lines with styles and links, as terminals show them."""

from __future__ import annotations

import io
import re

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.text import Span, Text

from tradefacts.render.screen import Screen

STYLES = ("", "bold", "dim", "red", "bold yellow", "link https://example.org/a", "bold link https://example.org/b")
SPANS = st.lists(st.builds(Span, st.integers(0, 9), st.integers(0, 9), st.sampled_from(STYLES)), max_size=5)


@given(st.text("ab ≠漢", max_size=9), SPANS)
def test_a_styled_line_has_the_escape_sequences_that_rich_gives_it(plain: str, spans: list[Span]) -> None:
    inside = [span for span in spans if span.start < span.end <= len(plain)]
    console = Console(file=io.StringIO(), force_terminal=True, color_system="standard", width=99, _environ={})
    line = Text(plain, spans=inside, no_wrap=True)
    with console.capture() as captured:
        console.print(line, no_wrap=True, overflow="ignore", crop=False)

    written = Screen(width=80, has_colour=True, has_links=True).format([line])

    assert written == [re.sub(r"8;id=[0-9-]*;", "8;;", captured.get().removesuffix("\n")).rstrip()]
