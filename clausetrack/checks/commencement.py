"""A commencement before the last day for ratification or signing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding
from clausetrack.values import day_text

GROUP = "dates"
WHY = {
    "commences-early": "Between the commencement and the signing the old terms apply and the new"
    " ones will have applied: whoever leaves, joins or is paid in between is caught by both."
}

_NEAR = 120  # characters before a day
#: What stands before the last day on which something must be ratified or signed.
_CUT_OFF = re.compile(
    r"\b(?P<what>ratif\w+|sign(?:ed|ing)?)\b(?:(?!\bratif|\bsign(?:ed|ing)?\b)[^.,;]){0,40}?"
    r"\b(?:by|later than|before)\b[^.,;]{0,24}\Z",
    re.I,
)


def check(subject: Subject) -> Iterator[Finding]:
    if not subject.is_terms or subject.term is None:
        return
    last = _last_day(subject)
    term = subject.term
    if last is not None and term.start < last[0]:
        day, what = last
        yield subject.finding(
            "commences-early",
            f"commences on {day_text(term.start)}, before the last day for {what},"
            f" {day_text(day)}",
            term.clause,
            term.clause.own_text[:100],
        )


def _last_day(subject: Subject) -> tuple[date, str] | None:
    """The latest day by which the terms must be ratified or signed, and which of the two."""
    days = [
        (value.value, "ratification" if found["what"].lower().startswith("ratif") else "signing")
        for passage in subject.prose
        for value in passage.dates
        if isinstance(value.value, date)
        and (found := _CUT_OFF.search(passage.text[: value.start][-_NEAR:]))
    ]
    return max(days, default=None)
