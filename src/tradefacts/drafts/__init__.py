"""Drafts: the claims of a text, checked against the record and against each other."""
