"""The version of the program; the fact base carries its own edition."""

__version__ = "0.1.0"
