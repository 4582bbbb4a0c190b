"""A period that ends before it begins: "from 1 July 2025 until 30 June 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding
from clausetrack.values import day_text

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
#: "moved from 1 May 2026 to 1 April 2026" is no period.
_MOVED = re.compile(
    r"\b(?:amend|chang|mov|br(?:ing|ought)|replac|substitut|correct|alter|vari|vary|shift|delet"
    r"|advanc|earlier|forward|instead)",
    re.I,
)


def check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        for first, last in pairwise(passage.dates):
            if not (isinstance(first.value, date) and isinstance(last.value, date)):
                continue
            if last.value >= first.value or not _TO.fullmatch(passage.text[first.end : last.start]):
                continue
            if _MOVED.search(passage.text[: last.end]):
                continue
            yield subject.finding(
                "period-reversed",
                f"begins on {day_text(first.value)} and ends before that, on"
                f" {day_text(last.value)}",
                passage.clause,
                passage.around(first.start, last.end),
            )
