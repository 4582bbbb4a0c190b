"""A period that ends before it begins: "from 1 July 2025 until 30 June 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding
from clausetrack.values import Value, day_text, only_date

GROUP = "dates"
WHY = {
    "period-reversed": "On no day is it both after the beginning and before the end, so what was"
    " agreed for the period applies never; one of the two days is wrong.",
}

#: Between the first and the last day of a period.
_TO = re.compile(
    r"[\s,]*(?:(?:and|it|shall|will|continues?|remains?|in force|inclusive|up)\s+)*"
    r"(?:until|to|through|[-–—]|(?:expir|end|terminat|ceas)\w*\s+on)\s*(?:and including\s+)?",
    re.I,
)
#: "between 1 July 2025 and 30 June 2024".
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.I)
_NEAR = 12  # characters
_AND = re.compile(r"\s+and\s+")
_FIGURES = re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})")
_MONTHS = 12
#: "moved from 1 May 2026 to 1 April 2026" is no period.
_MOVED = re.compile(
    r"\b(?:amend|chang|mov|br(?:ing|ought)|replac|substitut|correct|alter|vari|vary|shift|delet"
    r"|advanc|earlier|forward|instead)",
    re.I,
)


def check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        if len(passage.dates) < 2:
            continue
        moved = _MOVED.search(passage.text)
        for first, last in pairwise(passage.dates):
            start, end = _day(first, last), _day(last, first)
            if start is None or end is None or end >= start:
                continue
            joined = passage.text[first.end : last.start]
            between = _AND.fullmatch(joined) and _BETWEEN.search(
                passage.text, max(0, first.start - _NEAR), first.start
            )
            if not (between or _TO.fullmatch(joined)):
                continue
            if moved and moved.end() <= last.end:
                continue
            yield subject.finding(
                "period-reversed",
                f"begins on {day_text(start)} and ends before that, on {day_text(end)}",
                passage.clause,
                passage.around(first.start, last.end),
            )


def _day(value: Value, beside: Value) -> date | None:
    """The day of a date, that of one in figures by the order which the one beside it shows.

    "1/07/2026" may be two days; beside "30/06/2026", of which 30 is no month, it is 1 July.
    """
    if isinstance(value.value, date):
        return value.value
    figures, shown = _FIGURES.fullmatch(value.text), _FIGURES.fullmatch(beside.text)
    if figures is None or shown is None or int(shown["day"]) <= _MONTHS:
        return None
    return only_date(f"{figures['year']}-{figures['month']:0>2}-{figures['day']:0>2}")
