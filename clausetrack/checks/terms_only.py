"""Where "terms of settlement only" begins and ends."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "structure"
WHY = {
    "terms-only-unclosed": "What follows may be meant for the agreement or not: it is open how"
    " far the words reach.",
    "terms-only-amends": "An amendment under a heading that says that nothing below it enters the"
    " agreement contradicts itself.",
}

_ONLY = re.compile(r"\s*[*_(\[]*terms\s+of\s+settlement\s+only\b\W*", re.I)


def check(subject: Subject) -> Iterator[Finding]:
    if not subject.is_terms:
        return
    order = {clause.id: at for at, clause in enumerate(subject.document.body.values())}
    under: int | None = None
    for clause in subject.document.body.values():
        if clause.heading and _ONLY.fullmatch(clause.heading_text):
            under = order[clause.id]
        match = _ONLY.match(clause.own_text)
        if match is None or match.end() == len(clause.own_text):
            continue
        item = subject.top(clause).id
        if any(
            other is not clause and subject.item(other) == item
            for other in subject.document.clauses[_at(subject, clause.id) + 1 :]
        ):
            yield subject.finding(
                "terms-only-unclosed",
                "“terms of settlement only” begins here, and the item does not say where it ends",
                clause,
                clause.own_text[:60],
            )
    orders = [(each.item, each.instruction) for each in subject.instructions.amendments]
    orders += [(each.item, "") for each in subject.document.fragments]
    told: set[str] = set()
    for item, instruction in orders:
        if under is None or order.get(item, -1) <= under or item in told:
            continue
        told.add(item)
        clause = subject.document.body[item]
        yield subject.finding(
            "terms-only-amends",
            "this item amends the agreement, and stands under “terms of settlement only”",
            clause,
            (instruction or clause.printed)[:80],
        )


def _at(subject: Subject, clause_id: str) -> int:
    return next(
        at
        for at, clause in enumerate(subject.document.clauses)
        if clause.id == clause_id and clause.fragment is None
    )
