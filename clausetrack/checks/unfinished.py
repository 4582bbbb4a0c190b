"""A paragraph that breaks off without a full stop."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "extraction"
WHY = {"sentence-unfinished": "A full stop was forgotten, or the end of the sentence was lost."}

_EARLIER = re.compile(r"[a-z)]{2}\.\s+[A-ZĀĒĪŌŪ]")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of more than one sentence; what leads into a list, a table or a note goes on."""
    for passage in subject.prose:
        clause = passage.clause
        if clause.kind in {"bullet", "heading"} or clause.id.startswith("signatures"):
            continue
        last = passage.text.rstrip()[-1:]
        if not (last.isalpha() and last.islower() and _EARLIER.search(passage.text)):
            continue
        if (clause.fragment, clause.id) in subject.groups:
            continue
        yield subject.finding(
            "sentence-unfinished",
            "the last sentence has no full stop",
            clause,
            f"…{passage.text[-80:]}",
        )
