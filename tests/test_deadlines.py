"""Periods and their rules, against calendars that are counted day by day."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from clausetrack.provisions.deadlines import (
    candidates,
    corresponding_date,
    instant,
    is_working_day,
    legislation_act,
    months_after,
    months_before_corresponding,
    regions,
    working_days_after,
)
from clausetrack.provisions.vocabulary import Period

MONTH = Period(1, "months")


@pytest.fixture(scope="module")
def calendar() -> dict[tuple[int, int], list[date]]:
    """The days of each month of 2020 to 2038, counted one by one."""
    months: dict[tuple[int, int], list[date]] = {}
    day = date(2020, 1, 1)
    while day < date(2039, 1, 1):
        months.setdefault((day.year, day.month), []).append(day)
        day += timedelta(days=1)
    return months


def test_corresponding_dates_agree_with_a_calendar(
    calendar: dict[tuple[int, int], list[date]],
) -> None:
    """Every day of 2020 to 2035, one to 24 months on, without any arithmetic of months."""
    months = list(calendar)
    for at, month in enumerate(months):
        if month[0] > 2035:
            break
        for start in calendar[month]:
            for later in range(1, 25):
                # the last day of the later month whose number is no greater
                want = [day for day in calendar[months[at + later]][-4:] if day.day <= start.day]
                last = want[-1] if want else calendar[months[at + later]][start.day - 1]
                assert months_after(start, later) == last


def test_the_months_of_the_legislation_act_agree_with_a_calendar(
    calendar: dict[tuple[int, int], list[date]],
) -> None:
    """The same days: a period that begins with a day, as section 56 counts it.

    It holds every day up to, and without, the first one of the later month that bears the same
    number; where there is none it holds the whole of that month.
    """
    months = list(calendar)
    for at, month in enumerate(months):
        if month[0] > 2035:
            break
        for start in calendar[month]:
            for later in range(1, 25):
                target = calendar[months[at + later]]
                numbered = target[start.day - 1 : start.day]
                last = target[-1]
                if numbered:
                    before = calendar[months[at + later - 1]][-1] if start.day == 1 else None
                    last = before or target[start.day - 2]
                assert months_before_corresponding(start, later) == last


@pytest.mark.parametrize(
    ("start", "corresponding", "by_the_act"),
    [
        ("2025-12-05", "2026-01-05", "2026-01-05"),
        ("2026-02-28", "2026-03-28", "2026-03-31"),  # the period runs from 1 March
        ("2026-01-31", "2026-02-28", "2026-03-02"),  # the last day is a Saturday
        ("2024-01-30", "2024-02-29", "2024-02-29"),
        ("2025-11-26", "2025-12-26", "2026-01-05"),  # no working day until Monday 5 January
    ],
)
def test_one_month_by_each_rule(start: str, corresponding: str, by_the_act: str) -> None:
    day = date.fromisoformat(start)
    assert corresponding_date(day, MONTH) == date.fromisoformat(corresponding)
    assert legislation_act(day, MONTH) == date.fromisoformat(by_the_act)


def test_the_earliest_candidate_comes_first_and_the_range_is_kept() -> None:
    found = candidates(date(2025, 11, 26), date(2025, 12, 5), MONTH)
    assert [(one.rule.id, one.first, one.last) for one in found] == [
        ("corresponding-date", date(2025, 12, 26), date(2026, 1, 5)),
        ("legislation-act", date(2026, 1, 5), date(2026, 1, 5)),
    ]
    assert all(one.rule.basis for one in found)


@pytest.mark.parametrize(
    ("period", "last"),
    [
        (Period(28, "days"), "2026-05-24"),
        (Period(2, "weeks"), "2026-05-10"),
        (Period(5, "working-days"), "2026-05-04"),  # Anzac Day, a Saturday, is kept on the Monday
    ],
)
def test_days_weeks_and_working_days(period: Period, last: str) -> None:
    assert corresponding_date(date(2026, 4, 26), period) == date.fromisoformat(last)


@pytest.mark.parametrize(
    "day",
    [
        "2026-02-06",  # Waitangi Day
        "2026-04-03",  # Good Friday
        "2026-04-27",  # Anzac Day, a Saturday, observed
        "2026-07-10",  # Matariki
        "2022-06-24",  # the first Matariki
        "2025-12-29",  # between Christmas and New Year
        "2027-01-04",  # 1 January is a Friday: the Monday after it
        "2026-07-11",  # a Saturday
    ],
)
def test_no_working_days(day: str) -> None:
    assert not is_working_day(date.fromisoformat(day))


def test_an_anniversary_day_is_no_working_day_in_its_own_region() -> None:
    day = date(2026, 1, 19)
    assert is_working_day(day)
    assert is_working_day(day, "AUK")
    assert not is_working_day(day, "WGN")
    assert working_days_after(date(2026, 1, 16), 1) == day
    assert working_days_after(date(2026, 1, 16), 1, "WGN") == date(2026, 1, 20)
    assert {"WGN", "AUK", "OTA"} <= set(regions())


def test_hours_are_those_of_new_zealand() -> None:
    assert instant(date(2025, 10, 3), time(17)).isoformat() == "2025-10-03T17:00:00+13:00"
    assert instant(date(2025, 7, 3), time(17)).isoformat() == "2025-07-03T17:00:00+12:00"
