"""Versions of one agreement whose terms leave a gap between them, or overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding
from clausetrack.values import day_text

GROUP = "documents"
WHY = {
    "term-gap": "Between the two no collective agreement is in force, unless section 53 of the"
    " Employment Relations Act 2000 keeps the older one alive while the parties bargain.",
    "term-overlap": "Two agreements for the same work on the same day leave open which rules.",
}


def check(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Finding]]:
    by_agreement: dict[str, list[Subject]] = {}
    for subject in subjects:
        if subject.term is not None and subject.document.agreement:
            by_agreement.setdefault(subject.document.agreement, []).append(subject)
    for versions in by_agreement.values():
        versions.sort(key=lambda each: (each.term.start, each.term.end) if each.term else ())
        for old, new in pairwise(versions):
            assert old.term is not None  # both were chosen for having one
            assert new.term is not None
            if (old.term.start, old.term.end) == (new.term.start, new.term.end):
                continue  # an agreement and the terms that made it
            after = old.term.end + timedelta(days=1)
            if new.term.start > after:
                last = new.term.start - timedelta(days=1)
                code = "term-gap"
                message = f"no agreement is in force from {day_text(after)} to {day_text(last)}"
            elif new.term.start < after:
                code = "term-overlap"
                begins, ends = day_text(new.term.start), day_text(old.term.end)
                message = f"begins on {begins}; the version before ends on {ends}"
            else:
                continue
            source = f" ({old.document.file})" if old.document.file else ""
            clause = new.term.clause
            yield new, new.finding(code, message + source, clause, clause.own_text[:100])
