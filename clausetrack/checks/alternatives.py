"""Alternatives and blanks that the drafter left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "structure"
WHY = {
    "alternative-unresolved": "Whoever signs signs both alternatives, or a blank; nobody can say"
    " afterwards what was agreed."
}

_OPEN = re.compile(
    r"\[[^\]\[]{2,200}\b(?:OR|or)\b[^\]\[]{2,200}\]"
    r"|\[\s*(?:insert|enter|add|delete|date|name|amount|to be (?:confirmed|advised|agreed)|tb[ca])"
    r"[^\]\[]{0,80}\]"
    r"|\[(?:\s*[•xX_.…?]+\s*)\]|\bTB[CA]\b"
)


def check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        if "[" not in passage.text and "TB" not in passage.text:
            continue
        for match in _OPEN.finditer(passage.text):
            yield subject.finding(
                "alternative-unresolved",
                "an alternative or a blank was left open",
                passage.clause,
                match[0],
            )
