"""Working days against a calendar that was worked out by hand from the Acts, for 2022 to 2030.

The Holidays Act 2003, section 44, names the days; Te Kāhui o Matariki Public Holiday Act 2022,
schedule 1, those of Matariki; the Legislation Act 2019, section 13, the days about Christmas and
what gives way to a Monday or a Tuesday. Easter is computed here, by the Gregorian rule.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from clausetrack.provisions.deadlines import is_working_day

YEARS = range(2022, 2031)
MATARIKI = {
    2022: (6, 24), 2023: (7, 14), 2024: (6, 28), 2025: (6, 20), 2026: (7, 10), 2027: (6, 25),
    2028: (7, 14), 2029: (7, 6), 2030: (6, 21),
}  # fmt: skip
#: Once only: the day of remembrance for Queen Elizabeth II (an Act of its own).
REMEMBRANCE = date(2022, 9, 26)
MONDAY, FRIDAY = 0, 4


def easter(year: int) -> date:
    """Easter Sunday: the paschal full moon by golden number and epact, and the Sunday after it."""
    golden = year % 19 + 1
    century = year // 100 + 1
    skipped = 3 * century // 4 - 12
    moon = (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - skipped - 10
    epact = (11 * golden + 20 + moon - skipped) % 30
    epact += epact == 24 or (epact == 25 and golden > 11)
    full = 44 - epact
    full += 30 if full < 21 else 0
    day = full + 7 - (sunday + full) % 7
    return date(year, 3, 1) + timedelta(days=day - 1)


def nth(year: int, month: int, weekday: int, count: int) -> date:
    days = [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]
    return [day for day in days if day.weekday() == weekday][count - 1]


def nearest_monday(day: date) -> date:
    return min((day + timedelta(days=k) for k in range(-3, 4)), key=date.weekday)


def mondayised(day: date) -> date:
    return day + timedelta(days={5: 2, 6: 1}.get(day.weekday(), 0))


def days_off(year: int) -> Iterator[date]:
    yield from (mondayised(date(year, 2, 6)), mondayised(date(year, 4, 25)))
    yield from (easter(year) - timedelta(days=2), easter(year) + timedelta(days=1))
    yield nth(year, 6, MONDAY, 1)
    yield date(year, *MATARIKI[year])
    yield nth(year, 10, MONDAY, 4)
    first = date(year, 1, 1)
    yield from (first, first + timedelta(days=1))
    if first.weekday() >= FRIDAY:
        monday = first + timedelta(days=7 - first.weekday())
        yield monday
        if first.weekday() > FRIDAY:
            yield monday + timedelta(days=1)
    yield from (date(year, 12, day) for day in range(25, 32))


def test_easter_is_on_the_sundays_that_everybody_knows() -> None:
    known = {2022: (4, 17), 2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2030: (4, 21)}
    assert {year: (easter(year).month, easter(year).day) for year in known} == known


@pytest.mark.parametrize("year", YEARS)
def test_every_day_of_nine_years(year: int) -> None:
    off = set(days_off(year)) | {REMEMBRANCE}
    day = date(year, 1, 1)
    while day.year == year:
        assert is_working_day(day) == (day.weekday() < 5 and day not in off), day
        day += timedelta(days=1)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize(
    ("region", "anniversary"),
    [
        ("WGN", lambda year: nearest_monday(date(year, 1, 22))),
        ("AUK", lambda year: nearest_monday(date(year, 1, 29))),
        ("BOP", lambda year: nearest_monday(date(year, 1, 29))),  # kept with Auckland
        ("WKO", lambda year: nearest_monday(date(year, 1, 29))),
        ("GIS", lambda year: nearest_monday(date(year, 1, 29))),
        ("MWT", lambda year: nearest_monday(date(year, 1, 22))),  # with Wellington
        ("TAS", lambda year: nearest_monday(date(year, 2, 1))),  # with Nelson
        ("NSN", lambda year: nearest_monday(date(year, 2, 1))),
        ("TKI", lambda year: nth(year, 3, MONDAY, 2)),
        ("HKB", lambda year: nth(year, 10, MONDAY, 4) - timedelta(days=3)),
        ("MBH", lambda year: nth(year, 10, MONDAY, 4) + timedelta(days=7)),
    ],
)
def test_the_anniversary_days_of_the_regions(region: str, anniversary: object, year: int) -> None:
    assert callable(anniversary)
    day = anniversary(year)
    assert is_working_day(day)
    assert not is_working_day(day, region)
    own = {date(year, 1, 1) + timedelta(days=k) for k in range(365)}
    assert {d for d in own if is_working_day(d) and not is_working_day(d, region)} == {day}
