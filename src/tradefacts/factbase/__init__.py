"""The fact base: checked records compiled to one indexed file, and how claims and records are found in it."""

from tradefacts.factbase.base import FactBase
from tradefacts.factbase.claim import Claim
from tradefacts.factbase.named import Record
from tradefacts.factbase.opening import open_base
from tradefacts.factbase.selection import Selection

__all__ = ["Claim", "FactBase", "Record", "Selection", "open_base"]
