"""Words about the precision of a figure, which are recorded in its bound."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from tradefacts.errors import InvalidFigureError
from tradefacts.figure.currencies import CURRENCIES
from tradefacts.figure.parsing import parse_figure, settle_figure
from tradefacts.lint.contents import Fault, Part
from tradefacts.period import Period, last_day
from tradefacts.records import FACTS, get_keys
from tradefacts.vocabulary import COMPARED, FIGURES, KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

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


_IN_MONEY = tuple(name for name, record in FACTS.items() if "currency" in get_keys(record))
"""Kinds whose figure is an amount of a currency."""
_JOBS = ("jobs", "jobs_printed", "jobs_bound")
_BOUND = re.compile(rf"(?<!\w)(?:{'|'.join(BOUND_WORDS)})(?!\w)|^\s*[<>~≈≤≥]", re.IGNORECASE)


def value_is_not_printed(part: Part) -> Iterator[Fault]:
    """The recorded value or percent must be a possible meaning of the printed figure."""
    for name, fact in part.find_facts(*FIGURES):
        key = str(KINDS[fact["kind"]].figure)
        printed = fact["printed"]
        if settle_figure(printed, fact[key]) is None and not _BOUND.search(printed):
            yield Fault((name,), key, _compare(printed, fact[key]))


def jobs_are_not_printed(part: Part) -> Iterator[Fault]:
    """The recorded number of jobs must match what is printed; its three keys must be given together or not at all."""
    for name, fact in part.find_facts("project"):
        jobs, printed, bound = (fact[key] for key in ("jobs", "jobs_printed", "jobs_bound"))
        if len({jobs is None, printed is None, bound is None}) > 1:
            yield Fault((name,), "jobs", "expected jobs, jobs_printed and jobs_bound together, found some of them")
        elif jobs is not None and settle_figure(printed, jobs) is None:
            yield Fault((name,), "jobs", _compare(printed, jobs))


def bound_word_is_in_printed(part: Part) -> Iterator[Fault]:
    """A word such as "more than" or "about" must be recorded as the bound, not in the printed figure; a plus as ">"."""
    for name, fact in part.find_facts(*FIGURES):
        for amount, key, bound in ((str(KINDS[fact["kind"]].figure), "printed", "bound"), _JOBS):
            if (printed := fact.get(key)) is None or fact[amount] is None:
                continue
            figure = settle_figure(printed, fact[amount])
            # A figure that can be read has no bound word; "меньше" in "вдвое меньше" is a comparison.
            if figure is None and (found := _BOUND.search(printed)):
                yield Fault((name,), key, f"expected the figure without {found[0].strip()!r}, found {printed!r}")
            elif figure is not None and figure.is_minimum and fact[bound] != ">":
                yield Fault((name,), bound, f"expected '>' for the plus in {printed!r}, found {fact[bound]!r}")


def currency_is_not_printed(part: Part) -> Iterator[Fault]:
    """The recorded currency must be the one named in the printed figure."""
    for name, fact in part.find_facts(*_IN_MONEY):
        figure = settle_figure(fact["printed"], fact["value"])
        if figure is None:
            continue
        possible = (figure.currency,) if figure.currency else figure.shared_by
        if possible and fact["currency"] not in possible:
            message = f"expected {' or '.join(possible)} of {fact['printed']!r}, found {fact['currency']}"
            yield Fault((name,), "currency", message)


def currency_is_not_inferred(part: Part) -> Iterator[Fault]:
    """A currency that the printed figure does not name must be listed in `inferred`."""
    for name, fact in part.find_facts(*_IN_MONEY):
        figure = settle_figure(fact["printed"], fact["value"])
        if figure is not None and figure.currency is None and "currency" not in fact["inferred"]:
            message = f"expected 'currency' listed, found none in {fact['printed']!r} and {fact['currency']} recorded"
            yield Fault((name,), "inferred", message)


def currency_is_unknown(part: Part) -> Iterator[Fault]:
    """A currency must be a current ISO 4217 code."""
    for name, fact in part.find_facts(*_IN_MONEY):
        if fact["currency"] not in CURRENCIES:
            yield Fault((name,), "currency", f"expected a code of ISO 4217 such as USD, found {fact['currency']}")


def figure_has_wrong_unit(part: Part) -> Iterator[Fault]:
    """A volume must be printed as money, a share as a percentage, and growth as a percentage, an index or a factor."""
    for name, fact in part.find_facts(*FIGURES):
        figure = settle_figure(fact["printed"], fact[str(KINDS[fact["kind"]].figure)])
        if figure is None or figure.unit == "number":
            continue
        is_money = "currency" in fact
        if is_money != (figure.unit == "money") or (fact["kind"] == "share" and figure.unit != "percent"):
            wanted = "money" if is_money else "a percentage"
            yield Fault((name,), "printed", f"expected {wanted}, found {fact['printed']!r}")


def period_is_not_canonical(part: Part) -> Iterator[Fault]:
    """A period must be written in its shortest form: 2022, not 2022-01/2022-12."""
    for name, fact in part.find_facts(*COMPARED):
        for key in ("period", "base_period"):
            if (written := fact.get(key)) and (shortest := _shorten(written)) != written:
                yield Fault((name,), key, f"expected {shortest!r}, found {written!r}")


@lru_cache(1 << 12)  # many facts share their period
def _shorten(period: str) -> str:
    return str(Period.parse(period))


def period_ends_after_publication(part: Part) -> Iterator[Fault]:
    """A period should have ended when the page was published, unless a note explains it: it may be a forecast."""
    for name, fact in part.find_facts(*COMPARED):
        published = part.sources[fact["source"]]["published"]
        # The last days of a month are accepted, because some offices publish before its end.
        if published and fact["last"] and last_day(published) < f"{fact['last']}-28" and fact["note"] is None:
            yield Fault((name,), "period", f"expected a period that ended by {published}, found {fact['period']}")


def base_period_is_not_earlier(part: Part) -> Iterator[Fault]:
    """A growth must compare with an earlier period, which starts and ends before its own."""
    for name, fact in part.find_facts("growth"):
        if fact["base_period"] is not None:
            period, base = Period.parse(fact["period"]), Period.parse(fact["base_period"])
            if base.first >= period.first or base.last >= period.last:
                message = f"expected a base before {fact['period']}, found {fact['base_period']}"
                yield Fault((name,), "base_period", message)


def base_period_differs_in_length(part: Part) -> Iterator[Fault]:
    """A growth should compare periods of equal length; if the page really compares others, a note says so."""
    for name, fact in part.find_facts("growth"):
        if fact["base_period"] is not None and fact["note"] is None:
            period, base = Period.parse(fact["period"]), Period.parse(fact["base_period"])
            if base.months != period.months:
                message = f"expected a base of {period.months} months as {fact['period']}, found {fact['base_period']}"
                yield Fault((name,), "base_period", message)


def share_exceeds_whole(part: Part) -> Iterator[Fault]:
    """A share must be between 0 and 100 percent."""
    for name, fact in part.find_facts("share"):
        if not 0 <= fact["percent"] <= 100:  # noqa: PLR2004 - percent
            yield Fault((name,), "percent", f"expected 0 to 100, found {fact['percent']}")


def share_has_no_whole(part: Part) -> Iterator[Fault]:
    """The whole of a share should have its two places; without them it cannot be compared, and a note says why."""
    for name, fact in part.find_facts("share"):
        missing = [key for key in ("whole_country", "whole_partner") if fact[key] is None]
        if missing and fact["note"] is None:
            yield Fault((name,), missing[0], f"expected the places of {fact['whole']!r}, found {missing[0]} null")


def value_is_not_positive(part: Part) -> Iterator[Fault]:
    """Turnover, exports, imports, goals and projects must be more than 0; only a balance can be 0 or negative."""
    for name, fact in part.find_facts(*_IN_MONEY):
        for key in ("value", "projects", "jobs"):
            if (amount := fact.get(key)) is not None and amount <= 0 and fact.get("flow") != "balance":
                yield Fault((name,), key, f"expected more than 0, found {amount}")


def percent_is_below_minus_100(part: Part) -> Iterator[Fault]:
    """Trade cannot fall by more than 100 percent."""
    for name, fact in part.find_facts("growth"):
        if fact["percent"] < -100 and fact["flow"] != "balance":  # noqa: PLR2004 - percent
            yield Fault((name,), "percent", f"expected -100 or more, found {fact['percent']}")


def deadline_precedes_statement(part: Part) -> Iterator[Fault]:
    """A goal should be stated before its deadline."""
    for name, fact in part.find_facts("target"):
        published = part.sources[fact["source"]]["published"]
        if fact["by"] and published and last_day(fact["by"]) < published:
            yield Fault((name,), "by", f"expected a deadline after {published}, when it was stated, found {fact['by']}")


def _compare(printed: str, recorded: float) -> str:
    """Return what a printed figure can mean, and what is recorded instead."""
    try:
        values = dict.fromkeys(str(figure.percent) for figure in parse_figure(printed))
    except InvalidFigureError as error:
        return f"expected a figure that can be read, found {printed!r}: {error.message.partition(': ')[2]}"
    return f"expected {' or '.join(values)} from {printed!r}, found {recorded}"
