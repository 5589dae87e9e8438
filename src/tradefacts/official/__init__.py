"""A user's own official series: read from a file, held against claims, and never kept.

Downloads of UN Comtrade, SDMX-CSV, and any table whose columns the user names.
"""

from tradefacts.official.columns import parse_mapping
from tradefacts.official.reading import UNREAD, Observation, OfficialFile, read_official
from tradefacts.official.series import Amount, Measure, OfficialSeries

__all__ = [
    "UNREAD",
    "Amount",
    "Measure",
    "Observation",
    "OfficialFile",
    "OfficialSeries",
    "parse_mapping",
    "read_official",
]
