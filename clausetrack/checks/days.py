"""Days that are not one day: without a year, in figures that read two ways, on a wrong weekday."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date

from clausetrack import values
from clausetrack.checks.subject import Passage, Subject
from clausetrack.model import Finding

GROUP = "dates"
WHY = {
    "date-without-year": "In a document that is in force for years the day comes round again.",
    "date-ambiguous": "Whoever has to act on that day cannot be sure which it is, if it is any.",
    "weekday-wrong": "Either the weekday or the date is wrong, and a deadline hangs on which.",
    "date-by-event": "Nobody can read off the day; the parties may differ on when the event was.",
}

_YEARLESS = re.compile(
    rf"\d(?<!\w.)\d?(?:st|nd|rd|th)?(?:\s+of)?\s+{values.MONTH}\b(?!\.?,?\s*\(?\d{{4}})"
)
_RECURS = re.compile(
    r"\b(?:each|every|annual\w*|[Yy]ears?|following|holiday|Day|anniversary|between|inclusive"
    r"|calendar|per|usually|normally|next|preceding|closedown|summer|whichever)\b"
)
_OFTEN = 3
_SHORT_YEAR = 2  # figures
_WEEKDAY = re.compile(
    r"\b(?P<name>Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday),?\s+(?:the\s+)?\Z"
)
_EVENT = re.compile(
    r"\bfrom\s+(?:the\s+)?date\s+(?:that\s+|on\s+which\s+)?[^.;]{0,50}?\b(?:is|are|was)\s+"
    r"(?:settled|agreed|finalised|concluded)\b",
    re.I,
)


def check(subject: Subject) -> Iterator[Finding]:
    # what the document names time and again without a year comes round every year
    yearless = Counter(match[0] for match in _YEARLESS.finditer(subject.text))
    for passage in subject.prose:
        yield from _dates(subject, passage, yearless)
        if subject.is_terms and (match := _EVENT.search(passage.text)):
            yield subject.finding(
                "date-by-event", "begins on a day that is not named", passage.clause, match[0]
            )


def _open(text: str) -> str:
    """Why a date names no day: the calendar has none such, or two; "" of 1/1/2024, which is one."""
    day, _, rest = text.partition("/")
    month, _, year = rest.partition("/")
    whole = f"20{year}" if len(year) == _SHORT_YEAR else year
    real = {values.only_date(f"{whole}-{two:0>2}-{one:0>2}") for one, two in
            ((day, month), (month, day))} - {None}  # fmt: skip
    if not real:
        return "is a day that no calendar has"
    if len(real) > 1:
        return "may be two days"
    if whole != year:
        return "has a year of two figures"
    return "" if int(day) == int(month) else "is a day only if the month stands first"


def _dates(subject: Subject, passage: Passage, yearless: Counter[str]) -> Iterator[Finding]:
    for value in passage.dates:
        if value.value is None and _open(value.text):
            message = f"“{value.text}” {_open(value.text)}"
            yield subject.quoting("date-ambiguous", message, passage, value.start, value.end)
        elif isinstance(value.value, date):
            before = passage.text[max(0, value.start - 24) : value.start]
            named = _WEEKDAY.search(before) if "day" in before else None
            if named and named["name"] != f"{value.value:%A}":
                message = f"{value.text} is a {value.value:%A}, not a {named['name']}"
                yield subject.quoting("weekday-wrong", message, passage, value.start, value.end)
    if not yearless or not _YEARLESS.search(passage.text):
        return
    told: set[str] = set()
    for sentence in passage.sentences:
        for match in _YEARLESS.finditer(sentence):
            if match[0] in told or yearless[match[0]] >= _OFTEN:
                continue
            after = sentence[match.end() : match.end() + 40]
            range_ends = re.match(
                rf"(?:\s+\w+)?\s*(?:,|and|to|or|–|-)[^.;]*{values.MONTH}\s+\d{{4}}", after
            )
            if _RECURS.search(sentence) or range_ends:
                continue
            told.add(match[0])
            yield subject.finding(
                "date-without-year",
                f"“{match[0]}” has no year",
                passage.clause,
                sentence[:140],
            )
