""" "Without prejudice" on terms that are offered for ratification and signature."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "wording"
WHY = {
    "without-prejudice": "What is said without prejudice binds nobody and may not be shown to a"
    " court; on terms that are to be signed it contradicts their purpose."
}

_WORDS = re.compile(r"\bwithout prejudice\b(?!\s+to)", re.I)
_BINDS = re.compile(r"\bratif|\bsigned\b", re.I)


def check(subject: Subject) -> Iterator[Finding]:
    if not subject.is_terms or not _BINDS.search(subject.text):
        return
    for passage in subject.passages:
        if match := _WORDS.search(passage.text):
            message = "the terms are marked “without prejudice”, and are to be signed"
            yield subject.quoting("without-prejudice", message, passage, *match.span())
            return
