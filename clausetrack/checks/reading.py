"""What was already found when the document was read, each at its clause."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from clausetrack.checks.subject import Subject
from clausetrack.model import Clause, Finding, Source

GROUP = "extraction"
WHY = {
    "label-inferred": "The label that the neighbours prove is not in the source: somebody should"
    " see the original.",
    "sentence-rejoined": "Where a page cut a sentence in two, text may be missing.",
    "emphasis-unbalanced": "A mark of emphasis that opens or closes alone is left over from"
    " conversion.",
    "character-replaced": "A character of the source could not be kept.",
    "table-ragged": "A row without all its cells may show a figure under the wrong date.",
    "column-undated": "Figures under an empty heading are in force from no stated day.",
    "document-marked-up": "One of two versions was read.",
    "text-left-out": "Text of the source is in no clause.",
    "page-unread": "A page has no text that can be read.",
    "wording-unlabelled": "Whether the paragraph belongs to the quoted wording is a reading.",
}

_Place = tuple[int, int, int]


def check(subject: Subject) -> Iterator[Finding]:
    """The findings that the document carries; one that names no clause is put at its own."""
    clauses = sorted(
        (clause for clause in subject.document.clauses if _place(clause.source) is not None),
        key=lambda clause: _place(clause.source) or (0, 0, 0),
    )
    places = [_place(clause.source) or (0, 0, 0) for clause in clauses]
    for finding in subject.document.findings:
        if finding.clause:
            yield finding
            continue
        at = _place(finding.source) if finding.source is not None else None
        before = bisect_right(places, at) if at is not None else 0
        clause: Clause | None = clauses[before - 1] if before else None
        yield replace(finding, clause=clause.id) if clause is not None else finding


def _place(source: Source) -> _Place | None:
    """Where in its file something stands, as something to sort by."""
    if source.line is None and source.paragraph is None:
        return None
    return (source.page or 0, source.line or 0, source.paragraph or 0)
