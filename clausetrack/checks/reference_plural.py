""" "Clauses 4.2.2.1(a)": a plural that cites one place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "references"
WHY = {
    "reference-plural": "Either the plural is a slip or a second number was lost; the reader"
    " cannot know which."
}

_PLURAL = re.compile(r"(?:sub-?)?(?:clauses|sections|paragraphs|items|parts|appendices)\s", re.I)
_SEVERAL = re.compile(r",|\b(?:and|or|to)\b|[-–—/&]")


def check(subject: Subject) -> Iterator[Finding]:
    for reference in subject.references:
        text = reference.text
        if not _PLURAL.match(text) or _SEVERAL.search(text) or len(reference.targets) > 1:
            continue
        clause = subject.citing(reference)
        whole = clause.own_text if clause is not None and reference.place == "text" else ""
        if _SEVERAL.match(whole[reference.end :].lstrip()):
            continue  # a list that goes on in words
        yield subject.finding(
            "reference-plural", f"“{text}” is a plural and cites one place", clause, text
        )
