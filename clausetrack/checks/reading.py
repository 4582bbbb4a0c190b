"""What was already found when the document was read, each at its clause."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

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
    "changes-not-shown": "Something was changed there, and which words they were nobody can see.",
    "text-struck-out": "Drawn through and not deleted by a tracked change, the words still count.",
    "text-hidden": "The words are in the file, and nobody who reads it sees them.",
    "text-left-out": "Text of the source is in no clause.",
    "page-unread": "A page has no text that can be read.",
    "part-unread": "The text of another document stands there, and was not read.",
    "wording-unlabelled": "Whether the paragraph belongs to the quoted wording is a reading.",
}


def check(subject: Subject) -> Iterator[Finding]:
    """The findings that the document carries; one that names no clause is put at its own."""
    for finding in subject.document.findings:
        if finding.clause:
            yield finding
        else:
            clause = subject.at(finding.source)
            yield replace(finding, clause=clause.id) if clause is not None else finding
