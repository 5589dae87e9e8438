"""The fact base: read, validate and compile layers of claims; find claims and records in them."""

from tradefacts.factbase.base import FactBase, Record
from tradefacts.factbase.claim import Claim
from tradefacts.factbase.opening import open_base
from tradefacts.factbase.selection import Selection

__all__ = ["Claim", "FactBase", "Record", "Selection", "open_base"]
