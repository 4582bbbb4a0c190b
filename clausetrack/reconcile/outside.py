"""Text outside the clauses of two Word files: page headers, footnotes, text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from clausetrack.diff.edits import wording_edits
from clausetrack.model import Clause, Document, LeftOut
from clausetrack.reconcile.differences import Difference, Passage
from clausetrack.reconcile.drafts import Draft
from clausetrack.reconcile.wording import classes_of, slight

#: Why a Word reader leaves text out that is printed with the agreement all the same.
_PRINTED = (
    "in the page header",
    "in the page footer",
    "in a footnote",
    "in an endnote",
    "in a text box",
    "in a cell that is hidden by a merged one",
)


def find(old: Document, new: Document, kind: str) -> Iterator[Draft]:
    """The paragraphs outside the clauses that differ, as differences of that kind."""
    for why in _PRINTED:
        sides = [[left for left in one.left_out if left.why == why] for one in (old, new)]
        texts = [[left.text.strip() for left in side] for side in sides]
        matcher = SequenceMatcher(None, texts[0], texts[1], autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag != "equal":
                yield _draft(kind, why, sides[0][i1:i2], sides[1][j1:j2])


def _draft(kind: str, why: str, old: list[LeftOut], new: list[LeftOut]) -> Draft:
    was, now = ("\n".join(left.text.strip() for left in side) for side in (old, new))
    words = (Passage("", why, was, now, wording_edits(was, now)),)
    what = "changed" if old and new else "inserted" if new else "deleted"
    place = (new or old)[0].source
    told = Difference(kind, "", what, words, reason=why, slight=slight(words),
                      classes=classes_of(words), place=place)  # fmt: skip
    return Draft(told, Clause("", "text"), f"{why} {place}")
