"""Money, percentages and dates as they are written in agreements.

Nothing is guessed: a figure that is not written as one ("$102, 476", "$61 200") and a date that
may be two days ("03/04/2024") are found with the value None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, time
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple, TypeVar

from clausetrack.lazily import pattern

_Item = TypeVar("_Item")
_Key = TypeVar("_Key")

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
MONTH_IN_FULL = f"(?:{'|'.join(MONTHS)})"
#: As in "July", "Jul" and, in headings, "JULY".
MONTH = "|".join(
    f"{month[:3]}(?:{month[3:]})?" if month[3:] else month
    for name in (*MONTHS, "Sept")
    for month in (name, name.upper())
)
MONTH = f"(?:{MONTH})"

_DATE = pattern(
    # "3July 2023" has lost a space, and is a day all the same; so is "3-Jul-2023"
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?(?:\s*|[-/])(?P<month>{MONTH})"
    r"(?:\.?,?\s*|[-/])(?P<year>\d{4})\b"
    r"|(?<!/)\b(?P<iso>\d{4}(?P<sign>[-/])\d{2}(?P=sign)\d{2})\b"
    r"|(?<![\d/])(?P<slashed>\d{1,2}/\d{1,2}/\d{2,4})(?![\d/])"
)
#: "July 1, 2025": what follows the month, and the month before that.
_MONTH_FIRST = pattern(r"(?P<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year>\d{4})\b")
_BEFORE_DAY = pattern(rf"\b(?P<month>{MONTH})\b\.?\s+\Z")
_LONGEST = 16  # characters of a month and the spaces around it
_DIGIT = pattern(r"[0-9]")
#: Where a date may begin: at the first digit of a figure.
_FIGURE = pattern(r"[0-9](?<![0-9].)")
#: Something like it is in every date; most texts have none, and that is quickly seen.
_YEAR = pattern(r"[0-9](?:[0-9]{3}|/[0-9])")
_MONEY = pattern(
    r"\$\s?(?P<broken>\d{1,3}(?:,\s+\d{3}|(?:[ \u00a0\u2009\u202f]\d{3})+)\b(?!\.\d{3})"
    r"(?:\.\d\d\b)?)"
    r"|\$\s?(?P<amount>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.(?:\d{4}|\d{1,2}))?)(?![.,]*\d)"
    r"(?:(?P<millions>\s(?:million|m)\b)|(?P<thousands>[kK]\b))?"
    r"|\$\s?(?P<odd>\d[\d,.]*\d)"
    r"|\b(?P<cents>\d+(?:\.\d+)?)(?:\s+cents?\b|\s?c(?=\s+(?:per|an?|for\s+each)\b|/\s?km))"
)
_SHORT_CENTS = pattern(r"[0-9]\s?c[\s/]")
_PERCENT = pattern(r"(?<![\d.])(?P<value>\d+(?:\.\d+)?)\s?(?:%|per\s?cent\b)")


class Value(NamedTuple):
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
    if len(found) > 1:
        found.sort(key=lambda value: value.start)
    return found


@lru_cache(1024)  # of a cell it is asked several times
def money(text: str) -> tuple[Value, ...]:
    """Amounts in dollars; cents count as parts of one ("62 cents" and "62c per km" are 0.62).

    An amount has up to two decimals, or the four of an hourly rate; three may be a thousand.
    """
    if "$" not in text and "cent" not in text and not _SHORT_CENTS.search(text):
        return ()
    out: list[Value] = []
    for match in _MONEY.finditer(text):
        amount: Decimal | None = None
        if match["amount"]:
            amount = Decimal(match["amount"].replace(",", ""))
            if times := 1_000_000 if match["millions"] else 1_000 if match["thousands"] else 0:
                amount = (amount * times).quantize(Decimal(1))
        elif match["cents"]:
            amount = Decimal(match["cents"]) / 100
        out.append(Value("money", match[0], match.start(), match.end(), amount))
    return tuple(out)


def percentages(text: str) -> list[Value]:
    """Percentages: "2.5%" is Decimal("2.5")."""
    if "%" not in text and "cent" not in text:
        return []
    return [
        Value("percent", match[0], match.start(), match.end(), Decimal(match["value"]))
        for match in _PERCENT.finditer(text)
    ]


@lru_cache(64)  # of a wording it is asked for each of its edits
def dates(text: str) -> tuple[Value, ...]:
    """Days written with their year; an all-figures date is given only where one reading exists."""
    if not _YEAR.search(text):
        return ()
    out: list[Value] = []
    at = 0
    while figure := _FIGURE.search(text, at):
        start, match = figure.start(), _DATE.match(text, figure.start())
        day: date | None = None
        if match is None:
            match = _MONTH_FIRST.match(text, start)
            named = match and _BEFORE_DAY.search(text, max(at, start - _LONGEST), start)
            at = figure.end()
            if not (match and named):
                continue
            start, day = named.start(), _day(match["day"], named["month"], match["year"])
        elif match["day"]:
            day = _day(match["day"], match["month"], match["year"])
        elif match["iso"]:
            day = _real(*match["iso"].replace("/", "-").split("-"))
        else:
            first, second, year = match["slashed"].split("/")
            if int(first) > 12 and len(year) == 4:
                day = _real(year, second, first)
        at = match.end()
        out.append(Value("date", text[start:at], start, at, day))
    return tuple(out)


def _day(day: str, month: str, year: str) -> date | None:
    number = next(i for i, name in enumerate(MONTHS, 1) if name[:3] == month[:3].title())
    return _real(year, str(number), day)


def _real(year: str, month: str, day: str) -> date | None:
    """The day; None where the calendar has none such."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def only_date(text: str) -> date | None:
    """The one day that `text` names, or None."""
    days = {value.value for value in dates(text)}
    day = days.pop() if len(days) == 1 else None
    return day if isinstance(day, date) else None


def day_text(day: date) -> str:
    """A day as agreements print it: "5 December 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def hour_text(hour: time) -> str:
    """A time of day as agreements print it: "5pm", "9.30am"."""
    minute = f".{hour.minute:02}" if hour.minute else ""
    return f"{hour.hour % 12 or 12}{minute}{'am' if hour.hour < 12 else 'pm'}"


def grouped(items: Iterable[_Item], key: Callable[[_Item], _Key]) -> dict[_Key, list[_Item]]:
    """The items of each key together, keys and items in the order in which they first stand."""
    groups: dict[_Key, list[_Item]] = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def counted(number: int, what: str) -> str:
    """How many there are: "1 change", "3 changes"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def few(text: str) -> str:
    """The first words of a text, by which a reader knows it."""
    words = text.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def capital(text: str) -> str:
    """The text with its first letter as a capital; the others stay."""
    return text[:1].upper() + text[1:]
