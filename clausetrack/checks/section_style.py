"""Sections of Acts cited as "section 51" here and as "s53" there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "references"
WHY = {
    "section-style-mixed": "A citation that is always written alike can be searched for, and"
    " updated when the Act is."
}

_SHORT = re.compile(r"\bss?\.?\s?\d+[A-Z]*(?:\(\d+\))*(?=\s+(?:of|and|to)\b|\s*[,;.)]|\s*$)")
_FULL = re.compile(r"\b[Ss]ections?\s+\d")


def check(subject: Subject) -> Iterator[Finding]:
    if not any(
        reference.kind == "statute" and _FULL.match(reference.text)
        for reference in subject.references
    ):
        return
    for reference in subject.references:
        if reference.kind == "statute" and _SHORT.match(reference.text):
            message = "a section is cited by “s”, and elsewhere by “section”"
            clause = subject.citing(reference)
            yield subject.finding("section-style-mixed", message, clause, reference.text)
            return
