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
                yield subject.finding(
                    "parallel-differs",
                    f"says what {first.clause.id} says in other words:"
                    f" {_told(first.text, other.text)}",
                    other.clause,
                    other.text[:90],
                )


def _told(first: str, other: str) -> str:
    """How the other text differs, in its order: "“shall” for “will”; without “annual”"."""
    from clausetrack.diff.words import words

    told: list[str] = []
    gone = ""
    for edit in [*words(first, other), None]:
        text = " ".join(edit.text.split()) if edit is not None else ""
        if edit is not None and edit.op == "insert" and text:
            told.append(f"“{text}” for “{gone}”" if gone else f"with “{text}”")
            gone = ""
            continue
        if gone:
            told.append(f"without “{gone}”")
        gone = text if edit is not None and edit.op == "delete" else ""
    return "; ".join(told)
