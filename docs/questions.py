"""Fifteen questions that journalists ask, each with the command that answers it and a pattern of the answer."""

from __future__ import annotations

from typing import NamedTuple


class Question(NamedTuple):
    """A question, the command to run, and a regular expression for the line with the answer."""

    asked: str
    command: str
    answer: str


QUESTIONS = (
    Question(
        "How large is the trade of Kazakhstan and Uzbekistan, and who says so?", "pair KZ UZ", r"\d{4} +Trade was "
    ),
    Question("Can I print that figure as it is?", "pair KZ UZ", r"Voices .*"),
    Question("What do Chinese and Kazakh statistics say?", "pair CN KZ", r"Whose .*(Both sides in|Last by)"),
    Question("How is trade with Kyrgyzstan going this year?", "pair KZ KG", r"Months +\w+"),
    Question("How far is the goal of ten billion dollars?", "pair KZ UZ", r"Goal +\$10 bn"),
    Question("Who gave which figure for 2022?", "pair KZ UZ --year 2022", r"turnover .*\d"),
    Question("How has the trade of Kazakhstan and Uzbekistan grown?", "series KZ UZ", r"\d{4} .*\d bn .*on \d"),
    Question("Which country trades most with Kazakhstan?", "series KZ", r"Largest: "),
    Question("Which goals will be missed at this pace?", "targets", r"To come .*behind"),
    Question(
        "Who was prime minister of Kazakhstan on 25 September 2023?", "officials KZ --on 2023-09-25", r" +Prime Mini"
    ),
    Question("Who governs Kyrgyzstan?", "officials KG", r"Newest +\w+"),
    Question("When did Tajikistan and Uzbekistan last meet?", "timeline TJ --with UZ", r"  [\d-]+ +meeting "),
    Question("Which figures for Kyrgyzstan and Kazakhstan contradict each other?", "audit KZ KG", r"\d{4} .* ≠ "),
    Question("What was turnover in a year in which no page prints it?", "explain KZ KG 2021", r"turnover 2021: \$"),
    Question(
        "How do I quote a figure?", "cite uz-kz-turnover-volume-2025-trend-4148431", r"Sentence Trade between .* was \$"
    ),
)
