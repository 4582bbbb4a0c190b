"""What reading a document, its terms, or what amending it, already found: the same codes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from clausetrack.checks.subject import Subject
from clausetrack.model import Clause, Finding, Source

GROUP = "reading"
WHY = {
    "label-inferred": "The label that the neighbours prove is not in the source: somebody should"
    " see the original.",
    "number-repeated": "A citation of the number means two clauses.",
    "number-out-of-order": "A clause may have been lost or misplaced.",
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
    "base-not-verified": "Nothing shows that the terms amend this agreement.",
    "child-repealed": "New wording that leaves a sub-clause out repeals it, perhaps unmeant.",
    "other-reading": "The instruction can be carried out in two ways.",
    "reference-stale": "A citation that did not follow a new number cites another clause.",
    "wording-unused": "Wording that no instruction uses was agreed and not carried out.",
    "instruction-unread": "An order that was not understood was not carried out.",
    "operative-later": "The wording replaces the old at once, though it is to operate later.",
    "title-unchanged": "The agreement keeps the years of the version before.",
}

_Place = tuple[int, int, int]


def check(subject: Subject) -> Iterator[Finding]:
    """The findings that a document carries, and those of its instructions, each at its clause."""
    clauses = sorted(
        (clause for clause in subject.document.clauses if _place(clause.source) is not None),
        key=lambda clause: _place(clause.source) or (0, 0, 0),
    )
    places = [_place(clause.source) or (0, 0, 0) for clause in clauses]
    for finding in (*subject.document.findings, *subject.instructions.findings):
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
