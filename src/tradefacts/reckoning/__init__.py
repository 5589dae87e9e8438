"""Reckoning with printed digits: what is comparable, what can be true together, how far a goal is.

Exact throughout: ends of intervals are compared as they are, never through a rounded difference.
"""
