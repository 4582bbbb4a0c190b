"""A paragraph that breaks off without a full stop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "extraction"
WHY = {"sentence-unfinished": "A full stop was forgotten, or the end of the sentence was lost."}

_END = 12
#: An item that is joined to the next one of its list.
_GOES_ON = re.compile(r"[,;]\s*(?:and|or|but)\s*$")
_EARLIER = re.compile(r"[a-z)]{2}\.\s+[A-ZĀĒĪŌŪ]")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of more than one sentence; what leads into a list, a table or a note goes on.

    Where the paragraph before or after it ends so too, that is how they are printed.
    """
    bare = _bare_neighbours(subject)
    for passage in subject.prose:
        clause = passage.clause
        if clause.kind in {"bullet", "heading"} or clause.id.startswith("signatures"):
            continue
        last = passage.text.rstrip()[-1:]
        if not (last.isalpha() and last.islower() and _EARLIER.search(passage.text)):
            continue
        if _GOES_ON.search(passage.text[-_END:]) and clause.kind == "paragraph":
            continue
        if (clause.fragment, clause.id) in subject.groups or id(clause) in bare:
            continue
        yield subject.finding(
            "sentence-unfinished",
            "the last sentence has no full stop",
            clause,
            f"…{passage.text[-80:]}",
        )


def _bare_neighbours(subject: Subject) -> set[int]:
    """The unnumbered paragraphs beside which another one ends without a full stop."""
    out = set()
    for beside in subject.groups.values():
        for one, other in pairwise(each for each in beside if each.kind == "text"):
            out |= {id(one)} if other.own_text.rstrip()[-1:].islower() else set()
            out |= {id(other)} if one.own_text.rstrip()[-1:].islower() else set()
    return out
