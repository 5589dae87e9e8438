"""Computing with printed digits: what is comparable, what can be true together, how far a goal is.

Everything is exact: ends of intervals are compared directly, never through a rounded difference.
"""
