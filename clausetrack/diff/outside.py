"""Text outside the clauses of two Word files: page headers, footnotes, text boxes."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from clausetrack.errors import FINDINGS
from clausetrack.model import Document, Finding, LeftOut

#: Why a Word reader leaves text out that is printed with the agreement all the same.
PRINTED = (
    "in the page header",
    "in the page footer",
    "in a footnote",
    "in an endnote",
    "in a text box",
    "in a cell that is hidden by a merged one",
)

#: The code of a finding that such text differs.
OUTSIDE = "outside-changed"


def stretches(
    old: Document, new: Document
) -> Iterator[tuple[str, list[LeftOut], list[LeftOut]]]:
    """The paragraphs outside the clauses that differ: where they stand, the old and the new."""
    for why in PRINTED:
        sides = [[left for left in one.left_out if left.why == why] for one in (old, new)]
        texts = [[left.text.strip() for left in side] for side in sides]
        if texts[0] == texts[1]:
            continue
        matcher = SequenceMatcher(None, texts[0], texts[1], autojunk=False)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            if tag != "equal":
                yield why, sides[0][i1:i2], sides[1][j1:j2]


def findings(old: Document, new: Document) -> tuple[Finding, ...]:
    """A finding for each stretch of such text that differs, with its old and its new words."""
    out = []
    for why, gone, come in stretches(old, new):
        was, now = (
            " / ".join(" ".join(left.text.split()) for left in side) for side in (gone, come)
        )
        if was and now:
            said = f"{why}, changed: “{was}” → “{now}”"
        else:
            said = f"{why}, {'deleted' if was else 'inserted'}: “{was or now}”"
        source = (come or gone)[0].source
        out.append(Finding(OUTSIDE, FINDINGS[OUTSIDE], said, "", source, now or was))
    return tuple(out)
