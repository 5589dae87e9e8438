"""Drafts: what a text claims, and how that stands against the record and against the rest of the text."""
