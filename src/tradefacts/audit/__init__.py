"""Contradictions between claims: what cannot all be true as printed, the distance, and a likely cause.

Each rule is one small function, named after the defect it finds; `rules.RULES` gives it a code.
"""

from tradefacts.audit.checking import AuditResult, ask_audit, find_findings
from tradefacts.audit.evidence import Evidence, Office
from tradefacts.audit.rules import RULES, describe_rules

__all__ = ["RULES", "AuditResult", "Evidence", "Office", "ask_audit", "describe_rules", "find_findings"]
