"""New rates that are paid after the day from which they are due."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from clausetrack import values
from clausetrack.checks.subject import Subject
from clausetrack.model import Finding
from clausetrack.values import day_text

GROUP = "dates"
WHY = {
    "implemented-later": "Between the two days pay is owed in arrears; whether it is paid, and to"
    " those who have left, should be said."
}

_IMPLEMENTED = re.compile(r"\bimplement(?:ed|ation|s)?\b[^.]*", re.I)
_ARREARS = re.compile(r"\bback[- ]?(?:pay|paid|dat\w+)\b|\barrears\b|\bretrospectiv\w+", re.I)


def check(subject: Subject) -> Iterator[Finding]:
    term = subject.item(subject.term.clause) if subject.term else ""
    first = min(
        (
            effective.date
            for amendment in subject.instructions.amendments
            for effective in amendment.effective
            if amendment.item != term
        ),
        default=None,
    )
    if first is None or _ARREARS.search(subject.text):
        return
    for passage in subject.prose:
        if passage.clause.fragment is not None:
            continue
        for match in _IMPLEMENTED.finditer(passage.text):
            days = [v.value for v in values.dates(match[0]) if isinstance(v.value, date)]
            if days and max(days) > first:
                paid, due = day_text(max(days)), day_text(first)
                yield subject.finding(
                    "implemented-later",
                    f"paid from {paid}, due from {due}; nothing is said of the arrears",
                    passage.clause,
                    match[0][:140],
                )
                break
