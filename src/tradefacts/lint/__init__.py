"""Semantic rules: records that are well-formed but wrong or implausible.

Each rule is one small function, named after the defect it finds; `rules.RULES` gives it a code.
"""

from tradefacts.lint.checking import LintResult, ask_lint
from tradefacts.lint.rules import RULES, describe_rules

__all__ = ["RULES", "LintResult", "ask_lint", "describe_rules"]
