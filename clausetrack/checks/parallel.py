"""Provisions that give the same sums on the same days in words that are not quite the same."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack import values
from clausetrack.checks.subject import Passage, Subject
from clausetrack.model import Finding

GROUP = "documents"
WHY = {
    "parallel-differs": "Provisions that are meant to be equal are read apart where their words"
    " differ."
}

_ALIKE = 86


def check(subject: Subject) -> Iterator[Finding]:
    """In the wording that terms give for the agreement."""
    by_sums: dict[tuple[object, ...], list[Passage]] = {}
    for passage in subject.prose:
        if passage.clause.fragment is None:
            continue
        sums = tuple(value.value for value in values.find(passage.text))
        if len(sums) > 2:
            by_sums.setdefault(sums, []).append(passage)
    for passages in by_sums.values():
        if len(passages) < 2:
            continue
        from rapidfuzz import fuzz

        first = passages[0]
        for other in passages[1:]:
            if _ALIKE <= fuzz.ratio(first.text, other.text) < 100:
                mine, theirs = set(first.text.split()), set(other.text.split())
                words = ", ".join(f"“{w}”" for w in other.text.split() if w not in mine)
                lost = ", ".join(f"“{w}”" for w in first.text.split() if w not in theirs)
                yield subject.finding(
                    "parallel-differs",
                    f"says what {first.clause.id} says in other words: it has"
                    f" {words or 'nothing'} where that has {lost or 'nothing'}",
                    other.clause,
                    other.text[:90],
                )
