"""The fact base: read, validate and compile layers of claims; find claims and records in them."""

from tradefacts.factbase.base import FactBase, Record
from tradefacts.factbase.claim import Claim
from tradefacts.factbase.filters import Filters
from tradefacts.factbase.opening import open_base

__all__ = ["Claim", "FactBase", "Filters", "Record", "open_base"]
