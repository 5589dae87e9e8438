"""Sentences about trade, built from plain values: the same grammar for screens, citations and reports."""
