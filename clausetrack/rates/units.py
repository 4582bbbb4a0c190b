"""In what a figure is counted, as the words around it say."""

from __future__ import annotations

import re

ONCE = "NZD once"
MONEY = "NZD"

_PERIODS = (
    ("year", r"per\s+annum|p\.?a\.?(?![a-z])|annually|(?:per|a|each|every)\s+year|/\s?yr|/\s?year"),
    ("hour", r"(?:per|an|each|every)\s+hour|hourly|/\s?hr?\b|/\s?hour"),
    ("kilometre", r"(?:per|a|each|every)\s+(?:kilomet(?:re|er)|km)s?\b|/\s?km"),
    ("night", r"(?:per|a|for\s+each|each|every)\s+night"),
    ("24 hours", r"(?:per|each|every)\s+(?:24|twenty-four)[- ]hours?(?:\s+period)?"),
    ("day", r"(?:per|a|each|every)\s+day|daily|/\s?day"),
    ("week", r"(?:per|a|each|every)\s+week|weekly|/\s?week"),
    ("fortnight", r"(?:per|a|each|every)\s+fortnight|fortnightly"),
    ("month", r"(?:per|a|each|every)\s+month|monthly"),
    ("shift", r"(?:per|a|each|every)\s+shift"),
    ("FTTE", r"(?:per|(?:for\s+)?each)\s+(?:FT?TE\b|full[- ]time\s+(?:teacher\s+)?equivalent)"),
    *(
        (f"{number} years", rf"(?:every|per)\s+{number}\s+years")
        for number in ("two", "three", "four", "five")
    ),
    *(
        (each, rf"(?:per|a|each|every)\s+{each}\b|by\s+the\s+{each}\b")
        for each in ("duty", "call", "occasion", "meal", "session", "trip", "visit")
    ),
    *((each, rf"per\s+{each}\b") for each in ("term", "student", "child", "pupil", "person")),
)
_AFTER = [
    (name, re.compile(rf"\s*\(?(?:gross\s+|net\s+)?(?:{words})", re.I)) for name, words in _PERIODS
]
_AMONG = [(name, re.compile(rf"(?<![a-z])(?:{words})", re.I)) for name, words in _PERIODS]
_NEAR = 45  # characters after an amount in which its period may still stand
_ONCE = re.compile(r"\bone[- ](?:off|time)\b|\blump[- ]sums?\b|\bonce only\b", re.I)
_ANNUAL = re.compile(r"\bannual\b|\bsalar(?:y|ies)\b|\bremuneration\b|\bUBSS\b", re.I)
#: No salary for a year is written below this; an "annual" scale of such figures is something else.
_LEAST_SALARY = 1000
#: A scale of pay in five figures is for a year, whether or not it is called a salary.
_SURELY_ANNUAL = 10_000
_PAY = re.compile(r"\b(?:pay|rates?|scale|wages?|range|step|grade)\b", re.I)


def is_once(sentence: str) -> bool:
    """Does a sentence say that what it names is paid once?"""
    return _ONCE.search(sentence) is not None


def of_sentence(before: str, after: str, *, once: bool) -> str:
    """The unit of an amount of money that stands between `before` and `after` in a sentence.

    `once` is what `is_once` says of the sentence.
    """
    for name, pattern in _AFTER:
        if pattern.match(after):
            return f"{MONEY} per {name}"
    if once:
        return ONCE
    near = after[:_NEAR]
    said = {name for name, pattern in _AMONG if pattern.search(near)}
    if len(said) == 1 and not re.search(r"\d", near):
        return f"{MONEY} per {said.pop()}"
    if re.search(r"\bannual\b[^.]{0,30}$", before, re.I):
        return f"{MONEY} per year"
    return MONEY


def of_column(heading: str) -> str:
    """The unit that the heading of one column names ("Annual", "Hourly rate"), "" for none."""
    periods = {name for name, pattern in _AMONG if pattern.search(heading)}
    if not periods and re.search(r"\bannual\b", heading, re.I):
        periods = {"year"}
    return f"{MONEY} per {periods.pop()}" if len(periods) == 1 else ""


def is_count(unit: str) -> bool:
    """Is it a unit of what is counted, and not of money?"""
    return unit.split(" ")[0] in {"days", "FTTE", "FTE", "percent"}


def is_paid_once(unit: str) -> bool:
    """Is it a unit of money that is paid once?"""
    return unit.endswith(" once")


def is_open(unit: str) -> bool:
    """Is it money of which no period is said?"""
    return " " not in unit and not is_count(unit)


def in_currency(unit: str, currency: str) -> str:
    """The unit with its money in another currency: "NZD per hour" is "$ per hour"."""
    money = unit == MONEY or unit.startswith(f"{MONEY} ")
    return f"{currency}{unit.removeprefix(MONEY)}" if money else unit


def alike(one: str, other: str) -> bool:
    """The same unit, or two amounts of one currency of which one does not say its period."""
    same = not is_count(one) and one.split(" ")[0] == other.split(" ")[0]
    return one == other or (same and (is_open(one) or is_open(other)))


def of_cell(printed: str, unit: str) -> str:
    """The unit of a figure of a table: what its own cell says ("$47 per night"), else `unit`."""
    periods = {name for name, pattern in _AMONG if pattern.search(printed)}
    return f"{MONEY} per {periods.pop()}" if len(periods) == 1 and unit.startswith(MONEY) else unit


def of_table(heading: str, amounts: int, smallest: int, *around: str) -> str:
    """The unit of a table's column: by its own heading, then the caption, then what is around.

    A salary is for a year where nothing else is said; so are no figures below a thousand.
    """
    for text in (heading, *around):
        periods = {name for name, pattern in _AMONG if pattern.search(text)}
        if len(periods) == 1:
            return f"{MONEY} per {periods.pop()}"
    said = (heading, *around)
    if amounts and smallest >= _LEAST_SALARY and any(map(_ANNUAL.search, said)):
        return f"{MONEY} per year"
    if amounts and smallest >= _SURELY_ANNUAL and any(map(_PAY.search, said)):
        return f"{MONEY} per year"
    return MONEY
