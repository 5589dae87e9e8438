"""Rules of sense: what a base may not say, or hardly means, though its shape is right.

Each rule is one small function named by the defect it finds; `rules.RULES` gives it its code.
"""

from tradefacts.lint.checking import LintResult, ask_lint
from tradefacts.lint.rules import RULES, describe_rules

__all__ = ["RULES", "LintResult", "ask_lint", "describe_rules"]
