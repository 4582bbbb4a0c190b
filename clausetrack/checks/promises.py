"""Something promised for a day on which the agreement has expired."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from clausetrack import values
from clausetrack.checks.subject import Subject
from clausetrack.model import Finding
from clausetrack.values import day_text

GROUP = "documents"
WHY = {
    "promise-after-expiry": "After the agreement expires nobody can be held to the promise, unless"
    " the next agreement repeats it (Employment Relations Act 2000, section 53, keeps an expired"
    " agreement in force for twelve months at most)."
}

_DUTY = re.compile(r"\b(?:will|shall|must|from|until|by|to)\b", re.I)


def check(subject: Subject) -> Iterator[Finding]:
    term = subject.term
    if term is None:
        return
    for passage in subject.prose:
        if passage.clause is term.clause or not passage.dates:
            continue
        for sentence in passage.sentences:
            late = [
                value.value
                for value in values.dates(sentence)
                if isinstance(value.value, date) and value.value > term.end
            ]
            if late and _DUTY.search(sentence):
                named, ends = day_text(max(late)), day_text(term.end)
                yield subject.finding(
                    "promise-after-expiry",
                    f"speaks of {named}; the agreement expires on {ends}",
                    passage.clause,
                    sentence[:140],
                )
                break
