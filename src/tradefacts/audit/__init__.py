"""Contradictions between claims: what cannot all be true as printed, how far apart it is, and why that may be.

Each rule is one small function named by the defect it finds; `rules.RULES` gives it its code.
"""

from tradefacts.audit.checking import AuditResult, ask_audit, find_findings
from tradefacts.audit.evidence import Evidence, Office
from tradefacts.audit.rules import RULES, describe_rules

__all__ = ["RULES", "AuditResult", "Evidence", "Office", "ask_audit", "describe_rules", "find_findings"]
