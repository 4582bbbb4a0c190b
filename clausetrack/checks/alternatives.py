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
    r"\[[^\]\[]{2,200}\bOR\b[^\]\[]{2,200}\]"
    r"|\[\s*(?:insert|enter|add|delete|date|name|amount|to be (?:confirmed|advised|agreed)|tb[ca])"
    r"[^\]\[]{0,80}\]"
    r"|\[(?:\s*[•xX_.…?]+\s*)\]|\bTB[CA]\b"
)
#: Brackets that may hold a choice, or an aside.
_MAYBE = re.compile(r"\[(?!\s*(?:note|see|refer)\b)[^\]\[.]{8,160}\bor\b[^\]\[.]{8,160}\]", re.I)


def check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        if "[" not in passage.text and "TB" not in passage.text:
            continue
        found = list(_OPEN.finditer(passage.text))
        maybe = [] if found else list(_MAYBE.finditer(passage.text))
        for match in (*found, *maybe):
            yield subject.finding(
                "alternative-unresolved",
                "an alternative or a blank was left open",
                passage.clause,
                match[0],
                severity="info" if maybe else "",
            )
