"""Changes since an answer was saved or since an older base: in its claims, and in the conclusions from them."""

from tradefacts.changes.asking import ChangesResult, ask_changes
from tradefacts.changes.change import Change

__all__ = ["Change", "ChangesResult", "ask_changes"]
