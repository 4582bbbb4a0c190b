"""Money, percentages and dates as they are written in agreements.

Nothing is guessed: a figure that is not written as one ("$102, 476") and a date that may be two
days ("03/04/2024") are found with the value None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
MONTH = "(?:" + "|".join(f"{m[:3]}(?:{m[3:]})?" if m[3:] else m for m in MONTHS) + "|Sept)"

_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+(?P<month>{MONTH})\b\.?,?\s+(?P<year>\d{{4}})\b"
    r"|\b(?P<iso>\d{4}-\d{2}-\d{2})\b"
    r"|(?<![\d/])(?P<slashed>\d{1,2}/\d{1,2}/\d{2,4})(?![\d/])"
)
_DIGIT = re.compile(r"\d")
#: Where a date may begin: at the first digit of a figure.
_FIGURE = re.compile(r"\d(?<!\d.)")
#: Something like it is in every date; most texts have none, and that is quickly seen.
_YEAR = re.compile(r"\d(?:\d{3}|/\d)")
_MONEY = re.compile(
    r"\$\s?(?P<broken>\d{1,3},\s+\d{3}\b(?!\.\d{3}))"
    r"|\$\s?(?P<amount>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(?:\d{4}|\d{1,2}))?)(?![.,]*\d)"
    r"(?P<millions>\s(?:million|m)\b)?"
    r"|\$\s?(?P<odd>\d[\d,.]*\d)"
    r"|\b(?P<cents>\d+(?:\.\d+)?)(?:\s+cents?\b|\s?c(?=\s+(?:per|an?|for\s+each)\b|/\s?km))"
)
_SHORT_CENTS = re.compile(r"\d\s?c[\s/]")
_PERCENT = re.compile(r"(?<![\d.])(?P<value>\d+(?:\.\d+)?)\s?(?:%|per\s?cent\b)")


@dataclass(frozen=True, slots=True)
class Value:
    """A figure or a date in a text: `kind` is money (NZD), percent or date.

    `start` and `end` are offsets in the text; `value` is None where the text does not say one
    value beyond doubt.
    """

    kind: str
    text: str
    start: int
    end: int
    value: Decimal | date | None


def find(text: str) -> list[Value]:
    """Every amount of money, percentage and full date of `text`, in order."""
    if not _DIGIT.search(text):
        return []
    found = [*money(text), *percentages(text), *dates(text)]
    return sorted(found, key=lambda value: value.start)


def money(text: str) -> list[Value]:
    """Amounts in dollars; cents count as parts of one ("62 cents" and "62c per km" are 0.62).

    An amount has up to two decimals, or the four of an hourly rate; three may be a thousand.
    """
    out: list[Value] = []
    if "$" not in text and "cent" not in text and not _SHORT_CENTS.search(text):
        return out
    for match in _MONEY.finditer(text):
        amount: Decimal | None = None
        if match["amount"]:
            amount = Decimal(match["amount"].replace(",", ""))
            amount = (amount * 1_000_000).quantize(Decimal(1)) if match["millions"] else amount
        elif match["cents"]:
            amount = Decimal(match["cents"]) / 100
        out.append(Value("money", match[0], match.start(), match.end(), amount))
    return out


def percentages(text: str) -> list[Value]:
    """Percentages: "2.5%" is Decimal("2.5")."""
    if "%" not in text and "cent" not in text:
        return []
    return [
        Value("percent", match[0], match.start(), match.end(), Decimal(match["value"]))
        for match in _PERCENT.finditer(text)
    ]


def dates(text: str) -> list[Value]:
    """Days written with their year; an all-figures date is given only where one reading exists."""
    out: list[Value] = []
    if not _YEAR.search(text):
        return out
    at = 0
    while figure := _FIGURE.search(text, at):
        match = _DATE.match(text, figure.start())
        at = match.end() if match else figure.end()
        if match is None:
            continue
        day: date | None = None
        try:
            if match["day"]:
                month = next(i for i, m in enumerate(MONTHS, 1) if m[:3] == match["month"][:3])
                day = date(int(match["year"]), month, int(match["day"]))
            elif match["iso"]:
                day = date.fromisoformat(match["iso"])
            else:
                first, second, year = (int(part) for part in match["slashed"].split("/"))
                if first > 12 and year > 999:
                    day = date(year, second, first)
        except ValueError:
            day = None
        out.append(Value("date", match[0], match.start(), match.end(), day))
    return out


def only_date(text: str) -> date | None:
    """The one day that `text` names, or None."""
    days = {value.value for value in dates(text)}
    day = days.pop() if len(days) == 1 else None
    return day if isinstance(day, date) else None


def day_text(day: date) -> str:
    """A day as agreements print it: "5 December 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def counted(number: int, what: str) -> str:
    """How many there are: "1 change", "3 changes"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"
