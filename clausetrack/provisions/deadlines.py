"""Periods of months, by a rule whose basis is named.

>>> months_after(date(2025, 12, 5), 1), months_after(date(2026, 1, 31), 1)
(datetime.date(2026, 1, 5), datetime.date(2026, 2, 28))
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

RULE = "corresponding date"
BASIS = (
    "the general rule for a period of months after an event: the day of the event is not counted,"
    " and the period ends on the day that bears the same number in the later month, or on that"
    " month's last day where it has no such day (Dodds v Walker [1981] 1 WLR 1027 (HL))"
)


def months_after(day: date, months: int) -> date:
    """The last day of a period of `months` after `day`, by the corresponding date."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
