"""Text outside the clauses: page headers, footnotes, text boxes of Word files; notes of a PDF."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.diff.edits import wording_edits
from clausetrack.diff.outside import stretches
from clausetrack.model import Clause, Document, LeftOut
from clausetrack.reconcile.differences import Difference, Passage
from clausetrack.reconcile.drafts import Draft
from clausetrack.reconcile.wording import classes_of, slight


def find(
    old: Document, new: Document, kind: str, *, notes_only: bool = False
) -> Iterator[Draft]:
    """The paragraphs outside the clauses that differ, as differences of that kind."""
    for why, gone, come in stretches(old, new, notes_only=notes_only):
        yield _draft(kind, why, gone, come)


def _draft(kind: str, why: str, old: list[LeftOut], new: list[LeftOut]) -> Draft:
    was, now = ("\n".join(left.text.strip() for left in side) for side in (old, new))
    words = (Passage("", why, was, now, wording_edits(was, now)),)
    what = "changed" if old and new else "inserted" if new else "deleted"
    place = (new or old)[0].source
    told = Difference(kind, "", what, words, reason=why, slight=slight(words),
                      classes=classes_of(words), place=place)  # fmt: skip
    return Draft(told, Clause("", "text"), f"{why} {place}")
