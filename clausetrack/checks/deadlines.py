"""Last days on a weekend or a public holiday, and periods that begin nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding
from clausetrack.values import day_text

GROUP = "dates"
WHY = {
    "deadline-on-holiday": "A contract does not move a last day that is no working day unless it"
    " says so; whether the day before or after counts is then argued about.",
    "deadline-open": "A period whose beginning nobody can name has no end.",
}

_NEAR = 300  # characters before a day
_CLOSE = 48  # characters before a day in which "by 5.00 pm on" stands
_BY = re.compile(r"\b(?:by|no later than|not later than|before)\s+(?:[\d.:]+\s?[ap]m\s+on\s+)?\Z",
                 re.I)  # fmt: skip
_MUST = re.compile(
    r"\b(?:will|shall|must|is to|are to|lapse\w*|provided|due|close[sd]?|expires?)\b[^.;]*\Z", re.I
)
_PERIOD = re.compile(
    r"\bwithin\s+(?:\w+\s+){1,3}?(?:days?|weeks?|months?)\b(?!['’]?\s+(?:of|after|from|following"
    r"|before|prior|notice))",
    re.I,
)
_EVENT = re.compile(
    r"\b(?:when|upon|after|of|from|following|receipt|receives?|request\w*|declin\w+|absent"
    r"|before|prior|appl\w+|notice|once|since|last|any|each|every|dispute\w*|referred)\b",
    re.I,
)
_IF = re.compile(r"\b(?:if|where)\b", re.I)
_STATE = re.compile(r"\b(?:if|where)\b[^,.;]*?\b(?:is|are)\s+(?:no longer|not)\b", re.I)


def check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.prose:
        for value in passage.dates:
            day = value.value
            before = passage.text[max(0, value.start - _NEAR) : value.start]
            if not (isinstance(day, date) and _BY.search(before[-_CLOSE:])):
                continue
            if not _MUST.search(before):
                continue
            if why := _closed(day):
                message = f"the last day, {day_text(day)}, is {why}"
                yield subject.quoting(
                    "deadline-on-holiday", message, passage, value.start, value.end
                )
        within = "ithin" in passage.text and _PERIOD.search(passage.text)
        for sentence in passage.sentences if within else ():
            match = _PERIOD.search(sentence)
            if match is None:
                continue
            rest = sentence[: match.start()] + sentence[match.end() :]
            if _STATE.search(rest) or not (_EVENT.search(rest) or _IF.search(rest)):
                yield subject.finding(
                    "deadline-open",
                    f"“{match[0]}” does not say from when it runs",
                    passage.clause,
                    sentence[:140],
                )


def _closed(day: date) -> str:
    """ "a Saturday", "Christmas Day", or "" for a working day."""
    if day.weekday() > 4:
        return f"a {day:%A}"
    name = _holidays(day.year).get(day)
    return f"a public holiday ({name})" if name else ""


@cache
def _holidays(year: int) -> dict[date, str]:
    import holidays

    return dict(holidays.country_holidays("NZ", years=year))
