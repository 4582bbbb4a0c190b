"""Clauses that said the same in the old version, of which the new one changes one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausetrack.checks.subject import Subject
from clausetrack.model import Clause, Finding

GROUP = "documents"
WHY = {
    "parallel-left-behind": "Provisions that were equal for two groups of people are equal no"
    " longer; where that is not meant, one of them was forgotten."
}

_SHORTEST = 8  # words: shorter sentences are alike by chance


def check(subjects: Sequence[Subject]) -> Iterator[tuple[Subject, Finding]]:
    """Looked at in each pair of documents of one agreement, in the order in which they are given.

    Only clauses whose old words are the same to the letter, under different numbers.
    """
    agreements = [each for each in subjects if not each.is_terms and each.document.agreement]
    for at, old in enumerate(agreements):
        for new in agreements[at + 1 :]:
            if old.document.agreement == new.document.agreement:
                yield from _left_behind(old, new)


def _left_behind(old: Subject, new: Subject) -> Iterator[tuple[Subject, Finding]]:
    alike: dict[str, list[Clause]] = {}
    for clause in old.document.body.values():
        words = _words(clause)
        if clause.citable and words.count(" ") >= _SHORTEST - 1:
            alike.setdefault(words, []).append(clause)
    for words, clauses in alike.items():
        now = [new.document.body.get(clause.id) for clause in clauses]
        kept = [clause for clause in now if clause is not None and _words(clause) == words]
        changed = [clause for clause in now if clause is not None and _words(clause) != words]
        for clause in kept if len(clauses) > 1 and changed else ():
            yield (
                new,
                new.finding(
                    "parallel-left-behind",
                    f"said what {changed[0].id} said; only {changed[0].id} was changed",
                    clause,
                    clause.own_text[:100],
                ),
            )


def _words(clause: Clause) -> str:
    return re.sub(r"\s+", " ", clause.own_text).strip().casefold()
