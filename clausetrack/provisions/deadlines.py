"""The last day of a period, by each rule that may govern it, with the rule's basis.

A collective agreement is a contract. The computation of the Legislation Act 2019 governs
legislation and not contracts, but is what many readers reach for; where the two differ both are
shown, and the earlier day is the one to keep.

>>> corresponding_date(date(2025, 12, 5), Period(1, "months"))
datetime.date(2026, 1, 5)
>>> corresponding_date(date(2026, 2, 28), Period(1, "months"))
datetime.date(2026, 3, 28)
>>> legislation_act(date(2026, 2, 28), Period(1, "months"))
datetime.date(2026, 3, 31)
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from clausetrack.provisions.vocabulary import Period

#: Where the days and hours of New Zealand agreements are counted.
ZONE = ZoneInfo("Pacific/Auckland")
#: Regions that keep the anniversary of the province to which they belonged: `holidays` has none.
_KEPT_WITH = {"BOP": "AUK", "GIS": "AUK", "WKO": "AUK", "MWT": "WGN", "TAS": "NSN"}
_DAYS = {"days": 1, "weeks": 7}


@dataclass(frozen=True, slots=True)
class Rule:
    """A way to compute a period, by its name, and the law that it comes from."""

    id: str
    basis: str
    last_day: Callable[[date, Period, str], date]


@dataclass(frozen=True, slots=True)
class Candidate:
    """The last day by a rule; `first` to `last` where the day it runs from is in an interval."""

    rule: Rule
    first: date
    last: date


def corresponding_date(day: date, period: Period, region: str = "") -> date:
    """The last day of the period after `day`, which is not counted itself.

    A period of months ends on the day of the same number, or on the last of a month that has none.
    A contract's working day, where it does not say what one is, is any but those of a weekend and
    the public holidays: only a statute closes the days between Christmas and New Year.
    """
    if period.unit == "months":
        return months_after(day, period.count)
    if period.unit == "working-days":
        return working_days_after(day, period.count, region, is_business_day)
    return day + timedelta(days=period.count * _DAYS[period.unit])


def legislation_act(day: date, period: Period, region: str = "") -> date:
    """The last day by the Legislation Act 2019, sections 54 to 56.

    The day of the event is not counted (s 54), so a period of months runs from the day after it and
    ends just before the day of that number, or at the end of a month that has none (s 56). What is
    to be done on a last day that is no working day may be done on the next one (s 55).
    """
    if period.unit == "months":
        last = months_before_corresponding(day + timedelta(days=1), period.count)
    elif period.unit == "working-days":
        last = working_days_after(day, period.count, region)
    else:
        last = corresponding_date(day, period, region)
    while not is_working_day(last):
        last += timedelta(days=1)
    return last


RULES = (
    Rule(
        "corresponding-date",
        "the general rule for a period after an event: the day of the event is not counted, and a"
        " period of months ends on the day that bears the same number in the later month, or on"
        " that month's last day where it has no such day (Dodds v Walker [1981] 1 WLR 1027 (HL))",
        corresponding_date,
    ),
    Rule(
        "legislation-act",
        "the Legislation Act 2019, sections 54 to 56, which governs legislation and not contracts:"
        " the period runs from the day after the event and ends just before the corresponding day,"
        " and a last day that is no working day gives way to the next that is",
        legislation_act,
    ),
)


def candidates(
    first: date, last: date, period: Period, region: str = "", rules: Iterable[Rule] = RULES
) -> tuple[Candidate, ...]:
    """The last day by each rule, for a period that runs from a day between `first` and `last`."""
    return tuple(
        Candidate(rule, rule.last_day(first, period, region), rule.last_day(last, period, region))
        for rule in rules
    )


def months_after(day: date, months: int) -> date:
    """The corresponding date so many months on, or the last day of a month that has none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def months_before_corresponding(day: date, months: int) -> date:
    """The last day of a period of months that begins with `day` (Legislation Act 2019, s 56)."""
    end = months_after(day, months)
    return end if end.day < day.day else end - timedelta(days=1)


def is_working_day(day: date, region: str = "") -> bool:
    """A business day that is none from 25 December to 2 January: the Legislation Act 2019, s 13.

    The Act leaves a region's anniversary day a working day; it is none where a region is given.
    """
    closed = (day.month, day.day) >= (12, 25) or (day.month, day.day) <= (1, 2)
    return not closed and is_business_day(day, region)


def is_business_day(day: date, region: str = "") -> bool:
    """No weekend and no public holiday, nor the anniversary day of the region if one is given."""
    return day.weekday() < 5 and day not in _holidays(day.year, region)


def working_days_after(
    day: date, count: int, region: str = "", counts: Callable[[date, str], bool] = is_working_day
) -> date:
    """The last of so many working days after `day`; `region` is a code such as "WGN"."""
    while count:
        day += timedelta(days=1)
        count -= counts(day, region)
    return day


def instant(day: date, hour: time) -> datetime:
    """The hour of that day in New Zealand, with its offset."""
    return datetime.combine(day, hour, ZONE)


@cache
def _holidays(year: int, region: str) -> frozenset[date]:
    import holidays

    kept = _KEPT_WITH.get(region, region)
    return frozenset(holidays.country_holidays("NZ", subdiv=kept or None, years=year))


def regions() -> tuple[str, ...]:
    """The codes of the regions that have an anniversary day."""
    import holidays

    return tuple(sorted(holidays.country_holidays("NZ").subdivisions))
