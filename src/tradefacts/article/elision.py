"""Supply units that are not printed with a figure: "16,4 и 7,1 млрд", "импорт — 3"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tradefacts.article.headings import ENDS, is_heading, multiply, take_headings
from tradefacts.article.repeating import COUNTED, add_repeated
from tradefacts.article.words import get_phrases, get_words
from tradefacts.article.words.classes import COUNTRY_CUES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tradefacts.article.cutting import Cut
    from tradefacts.article.figures import Figure
    from tradefacts.article.naming import Place
    from tradefacts.article.periods import Mention

_JOINS = get_words("joins_numbers") | {"-", "–", "—", "/"}
_RANGES = get_words("to_level") | {"-", "–", "—"}
_PLUS, _MINUS, _FACTORS = get_words("plus"), get_words("minus"), get_phrases("factor_of")
_FROM, _BETWEEN, _AND = get_words("from_number"), get_words("between"), get_words("and")
_MILLION = 6
_MOST_RATE = 200
_FAR = 9
"""More sentences than a counted noun reaches."""
_BACK = 12
_WORTH = get_words("worth")
"""Words before an amount of money rather than a number of things."""
_AFTER = get_words("after_bare")
_PARALLEL = get_words("parallel")
"""Words that tell an increase from the amount that it led to."""
_BY_RATE, _TO_RESULT = get_words("by_rate"), get_words("to_result")
_PAIRED = 4
_ROW_WORDS = get_words("prepositions") | get_words("and")
_FILLERS = get_words("fills_joins") | {","}
_LONGEST_JOIN = 4
_LARGEST_BARE, _LARGEST_TAKING = 10**4, 10**5
_ORDINALS, _ONE_PART = get_words("ordinals"), get_words("one_part")
_PART_NOUNS = get_words("part_nouns")
_HALF, _SPANS, _PARTS = get_words("half"), get_words("spans"), get_words("parts")
_ITEMS = get_words("item_numbers") | {"№"}
_LABEL = 4
"""Tokens in the label of a row."""
_LABEL_BACK = 2
_LEADING = 3
"""Words before a number that begins its sentence: "Of this, 58"."""
_LABELLING = frozenset("–—-:")
_LISTED = frozenset("–—-:(")
"""Signs between a label and its figure."""


def complete(
    cut: Cut, cues: Sequence[frozenset[str]], figures: list[Figure], periods: list[Mention], places: list[Place]
) -> list[Figure]:
    """Return the figures that may be claims: those with a unit, printed or supplied."""
    dated = {position for period in periods for position in range(period.first, period.last)}
    kept = [figure for figure in figures if not _is_dated(figure, dated) and not _is_ordinal(cut, figure)]
    kept = [_take_sign(cut, figure) for figure in kept]
    kept = _take_money(cut, cues, kept)
    kept = take_headings(cut, cues, kept, places)
    kept = _take_units(cut, cues, kept, places)
    kept = _mark_ranges(cut, kept)
    kept = add_repeated(cut, cues, kept)
    return [figure for figure in kept if figure.unit != "number" and not is_heading(cut, figure)]


def _is_dated(figure: Figure, dated: set[int]) -> bool:
    inside = sum(position in dated for position in range(figure.first, figure.last))
    return inside == figure.last - figure.first or (inside > 0 and figure.unit != "money")


def _is_ordinal(cut: Cut, figure: Figure) -> bool:
    """Distinguish "third place" and "Half-year" from fractions."""
    if not figure.in_words or figure.unit != "percent" or figure.last - figure.first > 1:
        return False
    token = cut.tokens[figure.first]
    before, after = cut.get_low(figure.first - 1), cut.get_low(figure.last)
    if token.low in _HALF:
        return after in {"-", *_SPANS}
    return token.low in _PARTS or (token.low in _ORDINALS and before not in _ONE_PART and after not in _PART_NOUNS)


def _take_sign(cut: Cut, figure: Figure) -> Figure:
    """Treat a number after "plus" or "minus" as a rate, and one after "by a factor of" as a factor."""
    before = tuple(token.low for token in cut.tokens[max(0, figure.first - 2) : figure.first])
    if figure.unit != "number" or figure.scale or not before:
        return figure
    if before in _FACTORS:
        return figure._replace(unit="factor")
    is_alone = cut.get_low(figure.last) in ENDS
    if before[-1] in _PLUS | _MINUS and is_alone and figure.values[0] < _MOST_RATE:
        return figure._replace(
            unit="percent", is_elided=True, is_rise=before[-1] in _PLUS, is_fall=before[-1] in _MINUS
        )
    return figure


def _take_money(cut: Cut, cues: Sequence[frozenset[str]], figures: list[Figure]) -> list[Figure]:
    """Treat millions without a currency as money, unless a noun is counted, here or by the figure before.

    "8.2 million foreign visitors. Tajikistan sent 2.6 million": the second figure counts visitors, too.
    """
    done: list[Figure] = []
    counted = -_FAR
    for figure in figures:
        here, read = cut.sentence_of[figure.first], figure
        if figure.unit == "number" and figure.scale:
            is_like = here - counted <= 1 and not _is_traded(cut, cues, figure)
            if is_like or _is_counted(cut, cues, figure):
                counted = here
            elif figure.scale >= _MILLION or (figure.scale and _is_part(cut, done, figure)):
                read = figure._replace(unit="money", is_elided=True)
        if read.unit == "money":
            counted = -_FAR
        done.append(read)
    return done


def _is_part(cut: Cut, earlier: list[Figure], figure: Figure) -> bool:
    """Whether thousands go on from an amount in the same sentence: "$1.2 million, of which 900 thousand is …"."""
    before = earlier[-1] if earlier else None
    is_near = before is not None and cut.sentence_of[before.first] == cut.sentence_of[figure.first]
    after = cut.get_low(figure.last)
    return is_near and before is not None and before.unit == "money" and after in ENDS | _AFTER


def _is_counted(cut: Cut, cues: Sequence[frozenset[str]], figure: Figure) -> bool:
    """Whether a counted noun follows, directly or after one adjective."""
    end = min(figure.last + 2, cut.sentences[cut.sentence_of[figure.first]].last)
    if figure.last < end and (cut.tokens[figure.last].kind != "word" or "small" in cues[figure.last]):
        return False
    return any(cues[position] & COUNTED for position in range(figure.last, end))


def _is_traded(cut: Cut, cues: Sequence[frozenset[str]], figure: Figure) -> bool:
    """Whether a word for trade, or one for a price, stands before a figure in its sentence."""
    first = cut.sentences[cut.sentence_of[figure.first]].first
    before = cut.tokens[figure.first - 1].low if figure.first > first else ""
    traded = any(cues[position] & COUNTRY_CUES for position in range(max(first, figure.first - _BACK), figure.first))
    return traded or before in _WORTH


def _take_units(cut: Cut, cues: Sequence[frozenset[str]], figures: list[Figure], places: list[Place]) -> list[Figure]:
    """Give bare numbers the unit of the figure they are joined to, or of the previous one in their sentence."""
    done = list(figures)
    named = {position for place in places for position in range(place.first, place.last)}
    for index in range(len(done) - 1, -1, -1):
        figure = done[index]
        is_bare = figure.unit == "number" or (
            figure.unit == "money" and not figure.scale and figure.values[0] < _LARGEST_BARE
        )
        after = done[index + 1] if index + 1 < len(done) else None
        if not is_bare or figure.scale or after is None:
            continue
        if _is_joined(cut, figure, after) or _is_in_row(cut, figure, after, named):
            done[index] = _like(figure, after)
    for index in range(1, len(done)):
        if _lacks_scale(cut, done[index - 1], done[index]):
            done[index] = _like(done[index]._replace(unit="number"), done[index - 1])
    for index, figure in enumerate(done):
        if figure.unit == "number" and index and _may_take(cut, cues, figure):
            model = (
                _find_above(cut, cues, done[:index], figure)
                or _find_amount(cut, cues, done[:index], figure)
                or _find_model(cut, done[:index], figure)
            )
            if model is not None:
                done[index] = _like(figure, model)
    return done


def _lacks_scale(cut: Cut, before: Figure, figure: Figure) -> bool:
    """Whether only the first amount of a list has its scale: "China – $6.1 billion, Russia – $6.4, Italy – $4.2"."""
    return (
        before.unit == figure.unit == "money"
        and before.scale >= _MILLION
        and not figure.scale
        and figure.values[0] < _LARGEST_BARE
        and cut.sentence_of[before.first] == cut.sentence_of[figure.first]
        and cut.tokens[figure.first - 1].text in _LISTED
        and cut.get_low(figure.last) in ENDS | _AND
    )


def _find_model(cut: Cut, earlier: list[Figure], figure: Figure) -> Figure | None:
    """Return the figure whose unit a bare number takes: the last one, or that after the same word in a parallel clause.

    "на 17,5%, до 6,9 млрд долларов, с Узбекистаном — на 16,9, до 4,2"
    """
    models = [known for known in earlier if known.unit in {"money", "percent"}]
    rates = [known for known in models if known.unit == "percent"]
    word, sentence = cut.get_low(figure.first - 1), cut.sentence_of[figure.first]
    if rates and _is_rate_in_brackets(cut, figure) and models[-1].last == figure.first - 1:
        # Only the first of two rates in brackets has its sign: "851 млн (145,3 процента), импорт – 2010 млн (103,0)".
        models = rates
    elif word in _PARALLEL:
        here = [known for known in models[-_PAIRED:] if cut.sentence_of[known.first] == sentence]
        models = [known for known in here if cut.get_low(known.first - 1) == word] or models
    is_near = bool(models) and sentence - cut.sentence_of[models[-1].first] <= _reach(cut, figure)
    return models[-1] if is_near else None


def _find_above(cut: Cut, cues: Sequence[frozenset[str]], earlier: list[Figure], figure: Figure) -> Figure | None:
    """Return the first amount of the line above, for a line that begins with a flow: "exports 1.9"."""
    sentence = cut.sentences[cut.sentence_of[figure.first]]
    label = range(sentence.first, figure.first)
    if len(label) > _LABEL or not any(cues[position] & COUNTRY_CUES for position in label):
        return None
    above = [known for known in earlier if cut.sentences[cut.sentence_of[known.first]].line == sentence.line - 1]
    is_amount = bool(above) and above[0].unit == "money" and above[0].scale > 0
    return above[0] if is_amount else None


def _find_amount(cut: Cut, cues: Sequence[frozenset[str]], earlier: list[Figure], figure: Figure) -> Figure | None:
    """Return the last amount before a number that a flow labels: "Их вывоз — 6,1, ввоз — 2,2"."""
    label = range(max(0, figure.first - _LABEL_BACK), figure.first)
    is_labelled = cut.get_low(figure.first - 1) in _LABELLING and any(cues[at] & COUNTRY_CUES for at in label)
    models = [known for known in earlier if known.unit == "money" and known.scale >= _MILLION]
    sentence = cut.sentence_of[figure.first]
    is_apart = not earlier or earlier[-1].last <= label.start
    is_near = bool(models) and sentence - cut.sentence_of[models[-1].first] <= 1
    return models[-1] if is_labelled and is_apart and is_near else None


def _reach(cut: Cut, figure: Figure) -> int:
    """Return how many sentences back the unit may be: one if the number begins or ends its sentence, or is a rate."""
    is_leading = figure.first - cut.sentences[cut.sentence_of[figure.first]].first <= _LEADING
    return int(is_leading or cut.get_low(figure.last) in {".", ""} or _is_rate_in_brackets(cut, figure))


def _is_rate_in_brackets(cut: Cut, figure: Figure) -> bool:
    """Whether a number that may be a rate stands alone in brackets."""
    return figure.values[0] < _MOST_RATE and cut.has_brackets_around(figure.first, figure.last)


def _is_joined(cut: Cut, figure: Figure, after: Figure) -> bool:
    between = [token.low for token in cut.tokens[figure.last : after.first]]
    before = cut.get_low(figure.first - 1)
    if after.unit not in {"money", "percent"} or after.in_words or not 0 < len(between) <= _LONGEST_JOIN:
        return False
    if before in _BY_RATE and _TO_RESULT.intersection(between):
        # "на 8,6, до 30,6 млрд": by a percentage, to an amount.
        return False
    is_listed = between == [","] and after.is_elided
    words = all(word in _JOINS or word in _FILLERS for word in between)
    return is_listed or (words and bool(set(between) & _JOINS))


def _is_in_row(cut: Cut, figure: Figure, after: Figure, named: set[int]) -> bool:
    """Whether a number and the next amount stand behind two places: "from Iran 880 and from China 690 million"."""
    between = range(figure.last, after.first)
    is_apart = cut.get_low(figure.last) in _AND | {",", ";"}
    others = [at for at in between[1:] if at not in named and cut.tokens[at].low not in _ROW_WORDS]
    is_of_places = figure.first - 1 in named and after.first - 1 in named
    return after.unit == "money" and after.scale > 0 and is_of_places and is_apart and not others


def _may_take(cut: Cut, cues: Sequence[frozenset[str]], figure: Figure) -> bool:
    before, after = cut.get_low(figure.first - 1), cut.get_low(figure.last)
    if figure.in_words or figure.scale or figure.values[0] >= _LARGEST_TAKING or before in _ITEMS:
        return False
    if cut.tokens[figure.first].text in {"+", "-"} or before in {"+", "-", "#"}:
        return False
    if figure.first == cut.sentences[cut.sentence_of[figure.first]].first:
        return False
    if after in ENDS or cut.sentence_of[figure.last] != cut.sentence_of[figure.first]:
        return True
    return after in _AFTER and not cues[figure.last] & COUNTED


def _like(figure: Figure, model: Figure) -> Figure:
    """Return a bare number with the unit and scale of another figure."""
    scale = model.scale if model.unit == "money" else 0
    values = tuple(multiply(value, scale) for value in figure.values)
    return figure._replace(unit=model.unit, currency=model.currency, values=values, scale=scale, is_elided=True)


def _mark_ranges(cut: Cut, figures: list[Figure]) -> list[Figure]:
    """Mark the ends of ranges: "between 3 and 4 %", "3 to 4 %", but not "from 3 to 4 %", which is a change."""
    done = list(figures)
    for index in range(len(done) - 1):
        low, high = done[index], done[index + 1]
        between = [token.low for token in cut.tokens[low.last : high.first]]
        before = cut.get_low(low.first - 1)
        if low.unit != high.unit or len(between) != 1:
            continue
        is_rising = low.is_elided and low.values[0] < high.values[0]
        is_open_range = between[0] in _RANGES and before not in _FROM and is_rising
        if is_open_range or (before in _BETWEEN and between[0] in _AND):
            done[index], done[index + 1] = low._replace(is_low=True), high._replace(is_high=True)
    return done
