"""Words about the precision of a figure, which are recorded in its bound."""

from __future__ import annotations

BOUND_WORDS = (
    # English
    *("more than", "over", "above", "exceed(?:s|ed|ing)?", "at least", "less than", "under", "below", "up to"),
    *("about", "around", "nearly", "almost", "some", "approximately", "roughly", "close to", "not less than"),
    # Russian
    *("более(?: чем)?", "больше", "свыше", "превыс\\w+", "превыша\\w+", "не менее", "менее(?: чем)?", "меньше", "до"),
    *("около", "почти", "порядка", "примерно", "приблизительно", "практически"),
    # Kazakh, Kyrgyz, Uzbek, Tajik, Turkmen
    *("астам", "жуық", "шамамен", "ашык", "ашуун", "болжол менен", "жакын"),
    *("qariyb", "taxminan", "ortiq", "ziyod", "deyarli", "қарийб", "тахминан", "ортиқ", "зиёд", "деярли"),
    *("беш аз", "тақрибан", "зиёда аз", "қариб", "gowrak", "golaý", "takmynan"),
    # German, French, Turkish
    *("über", "rund", "fast", "etwa", "knapp", "mehr als", "plus de", "environ", "près de", "yaklaşık", "fazla"),
    # Chinese and Japanese write them next to the digits
    *("超过", "约", "近", "逾"),
)
"""Regular expressions of words that mark a figure as rounded, or as an upper or lower limit."""
