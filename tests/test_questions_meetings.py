"""Meetings: each is listed once, no matter how many pages report it."""

import pytest

from builders import Json, base, event, source
from tradefacts.factbase.selection import Selection
from tradefacts.questions.meetings import Meeting, find_meetings


def find(*events: Json) -> list[Meeting]:
    return find_meetings(base(*events).find_claims(Selection()))


def test_pages_that_report_one_meeting_are_folded() -> None:
    (meeting,) = find(
        event("Council", "2023-09-25", "KG", "KZ", participants=["alikhan-smailov"], source="trend-2023-09-26"),
        event(
            "Council", "2023-09-25", "KZ", venue="Taraz", participants=["akylbek-japarov"], source="interfax-2023-09-25"
        ),
    )

    assert meeting.venue == "Taraz"
    assert meeting.parties == ("KG", "KZ")
    assert meeting.participants == ("alikhan-smailov", "akylbek-japarov")
    assert meeting.reported == "2023-09-25"
    assert len(meeting.facts) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (event("Council", "2023-09-25", "KG", "KZ"), event("Council", "2024-09-25", "KG", "KZ")),
        (event("Council", "2023-09-25", "KG", "KZ"), event("Forum", "2023-09-25", "KG", "KZ")),
        (event(None, "2023-09-25", "KG", "KZ"), event(None, "2023-09-25", "KG", "KZ")),
        (event("Council", None, "KG", "KZ"), event("Council", None, "KG", "UZ")),
        (
            event("Council", None, "KG", "KZ", source="trend-2021-01-01"),
            event("Council", None, "KG", "KZ", source="trend-2023-01-01"),
        ),
    ],
    ids=["date", "name", "no name", "parties of an undated one", "year of publication of an undated one"],
)
def test_meetings_that_differ_stay_apart(one: Json, other: Json) -> None:
    assert len(find(one, other)) == 2


def test_an_undated_page_is_taken_to_speak_of_the_dated_one() -> None:
    meetings = find(
        event("Council", None, "KG", "KZ", source=source("Interfax", None)),
        event("Council", None, "KG", "KZ", source="trend-2023-01-01"),
    )

    assert [meeting.reported for meeting in meetings] == ["2023-01-01"]


def test_meetings_come_oldest_first_by_date_or_report_undated_last() -> None:
    meetings = find(
        event("Nowhen", None, "KG", "KZ", source=source("Interfax", None)),
        event("Reported", None, "KG", "KZ", source="trend-2022-01-01"),
        event("Held", "2021-05", "KG", "KZ"),
    )

    assert [meeting.name for meeting in meetings] == ["Held", "Reported", "Nowhen"]
    assert meetings[-1].reported is None


def test_an_undated_report_of_the_day_joins_the_dated_ones() -> None:
    (meeting,) = find(
        event("Summit", "2023-09-25", "KG", "KZ"),
        event("Summit", None, "KG", "KZ", source="trend-2023-09-26"),
        event("Summit", None, "KG", "KZ", source=source("Kabar", None)),
    )

    assert meeting.date == "2023-09-25"
    assert len(meeting.facts) == 3


@pytest.mark.parametrize(
    ("day", "parties", "count"),
    [
        ("2023-09-25", ("KG", "KZ"), 1),
        ("2023-09-27", ("KG", "KZ"), 1),
        ("2023-09-28", ("KG", "KZ"), 2),
        ("2023-09-25", ("KG", "KZ", "UZ"), 1),
        ("2023-09-25", ("KZ",), 1),
        ("2023-09-25", ("KZ", "UZ"), 2),
    ],
)
def test_reports_of_near_days_and_shared_places_are_of_one_meeting(
    day: str, parties: tuple[str, ...], count: int
) -> None:
    meetings = find(event("Council", "2023-09-25", "KG", "KZ"), event("Council", day, *parties))

    assert len(meetings) == count


def test_a_page_without_any_day_joins_the_newest_meeting() -> None:
    meetings = find(
        event("Council", None, "KG", "KZ", source=source("Interfax", None)),
        event("Council", "2021-09-25", "KG", "KZ"),
        event("Council", "2023-09", "KG", "KZ"),
    )

    assert [(meeting.date, len(meeting.facts)) for meeting in meetings] == [("2021-09-25", 1), ("2023-09", 2)]
