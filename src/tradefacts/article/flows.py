"""The four flows, and whose flow with whom a claim is about."""

from __future__ import annotations

from tradefacts.named_tuples import NamedTuple

SIDE_OF = {"turnover": "T", "exports": "X", "imports": "M", "balance": "B"}
"""Flow → its side, the letter that stands for it in rules and features."""
FLOW_OF = {side: flow for flow, side in SIDE_OF.items()}
TURNED = {"X": "M", "M": "X"}
"""What are exports for one place are imports for the other."""


class View(NamedTuple):
    """Whose flow with whom, in the wording of the text."""

    subject: str
    partner: str
    flow: str
    """`turnover`, `exports`, `imports` or `balance`."""

    @property
    def is_directed(self) -> bool:
        """Whether goods go only one way."""
        return self.flow in {"exports", "imports"}

    @property
    def key(self) -> tuple[str, str, str]:
        """Identical for every wording of one flow: exporter, importer and `goods`, or the pair and the flow."""
        if self.flow == "exports":
            return self.subject, self.partner, "goods"
        if self.flow == "imports":
            return self.partner, self.subject, "goods"
        return (*sorted((self.subject, self.partner)), self.flow)  # type: ignore[return-value]  # a pair and a flow
