"""What was already found when the document was read, each at its clause."""

from __future__ import annotations

import re
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
    "encoding-inferred": "Nothing in the file says so; its quotation marks do.",
    "table-ragged": "A row without all its cells may show a figure under the wrong date.",
    "column-undated": "Figures under an empty heading are in force from no stated day.",
    "document-marked-up": "One of two versions was read.",
    "cell-number-unread": "What is cited by such a number cannot be found by it.",
    "changes-unproved": "Words may be insertions or links: the look of the file alone cannot tell.",
    "changes-not-shown": "Something was changed there, and which words they were nobody can see.",
    "text-struck-out": "Drawn through and not deleted by a tracked change, the words still count.",
    "text-hidden": "The words are in the file, and no reader sees them, or sees them as they read.",
    "figure-raised": "A power, a fraction or the mark of a note that is read on the line makes"
    " another figure.",
    "number-worded": "Words, or another form of number, are printed there, and stand in no text.",
    "number-unread": "What stands below the line belongs to the clause before it, and not to its"
    " number.",
    "text-left-out": "Text of the source is in no clause.",
    "page-unread": "A page has no text that can be read.",
    "part-unread": "What shows there, of another document, of data or of a form, was not read.",
    "wording-unlabelled": "Whether the paragraph belongs to the quoted wording is a reading.",
}


#: Before a word in mid-sentence; behind one it may be the mark of a note.
_OPEN = re.compile(r"(?<=\s)\*\*(?=\w)")
#: More of these in one document are how its pages were converted, and one finding.
_MANY = 5


def check(subject: Subject) -> Iterator[Finding]:
    """The findings that the document carries; one that names no clause is put at its own."""
    rejoined = [each for each in subject.document.findings if each.code == "sentence-rejoined"]
    many = len(rejoined) > _MANY
    if many:
        cut = f"{len(rejoined)} sentences that were cut in two, as by page breaks"
        message = f"{cut}, were joined again"
        yield _placed(subject, replace(rejoined[0], message=f"{message}; this is the first"))
    for passage in subject.prose if "**" in subject.text else ():
        if match := _OPEN.search(passage.text):
            message = "an emphasis mark opens and is not closed"
            yield subject.quoting("emphasis-unbalanced", message, passage, *match.span())
    for finding in subject.document.findings:
        if not (many and finding.code == "sentence-rejoined"):
            yield _placed(subject, finding)


def _placed(subject: Subject, finding: Finding) -> Finding:
    clause = None if finding.clause else subject.at(finding.source)
    return replace(finding, clause=clause.id) if clause is not None else finding
