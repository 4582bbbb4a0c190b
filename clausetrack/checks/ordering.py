"""What was already found when the terms' instructions were read; and the codes of amending."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "amending"
WHY = {
    "base-not-verified": "Nothing shows that the terms amend this agreement.",
    "child-repealed": "New wording that leaves a sub-clause out repeals it, perhaps unmeant.",
    "row-repealed": "A table in place of another drops rows that it leaves out, perhaps unmeant.",
    "list-ill-joined": "Without its “and” or “or” a list may mean another thing than was agreed.",
    "clause-emptied": "A heading with nothing under it looks as if text had been lost.",
    "other-reading": "The instruction can be carried out in two ways.",
    "reference-stale": "A citation that did not follow a new number cites another clause.",
    "wording-unused": "Wording that no instruction uses was agreed and not carried out.",
    "instruction-unread": "An order that was not understood was not carried out.",
    "terms-perhaps-ordered": "What changes no clause by its words may be meant to change one.",
    "operative-later": "The wording replaces the old at once, though it is to operate later.",
    "title-unchanged": "The agreement keeps the years of the version before.",
    "not-taken-over": "A copy that is set anew from the clauses has no footnotes or page headers.",
    "note-kept": "A note on wording that was replaced may limit the new wording, perhaps unmeant.",
    "decision-unsigned": "Nobody answers for what was withheld, or nobody knows why it was.",
    "terms-not-in-full": "What is signed is not all that was agreed.",
    "figure-watched": "Another provision bites when this figure moves.",
    "tracked-unmarked": "Without marks nobody can tell a silent edit from one that was shown.",
    "not-compared": "A change may stand where nothing was compared.",
    "picture-unread": "What a picture shows was not compared, and may be another figure.",
    "outside-changed": "A page header or a footnote is printed with the agreement and may qualify"
    " it.",
    "term-renamed": "One decision stands behind many edits, and is read once.",
    "table-in-words": "Between a table and words no figure is compared with its own.",
    "sentence-moved": "Under another clause the same words may hold for others, or for more.",
    "term-left": "A clause that kept the old name may mean somebody else by it, or nobody.",
}


def check(subject: Subject) -> Iterator[Finding]:
    yield from subject.instructions.findings
