"""Hours that are granted for no period: "one hour of release time"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "dates"
WHY = {"hours-without-period": "An hour a week and an hour a term are not the same entitlement."}

_NUMBER = r"(?:\d+(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty)"
_HOURS = re.compile(
    rf"\b{_NUMBER}\s+hours?\s+of\s+(?:\w+[- ]){{0,3}}(?:time|release|teaching)\b"
    rf"|\bproportion\s+of\s+{_NUMBER}\s+hours?\b",
    re.I,
)
_PERIOD = re.compile(
    r"\b(?:per|each|every|an?)\s+(?:\w+\s+)?(?:day|week|fortnight|month|term|year|annum)\b"
    r"|\b(?:daily|weekly|fortnightly|monthly|annual(?:ly)?)\b",
    re.I,
)


def check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.prose:
        for match in _HOURS.finditer(passage.text) if _near(passage.text) else ():
            nearby = passage.text[max(0, match.start() - 24) : match.end() + 40]
            if not _PERIOD.search(nearby.replace(match[0], "")):
                message = f"“{match[0]}” does not say in what period"
                yield subject.quoting("hours-without-period", message, passage, *match.span())


def _near(text: str) -> bool:
    return any(words in text for words in ("hour of", "hours of", "proportion of", "HOURS OF"))
