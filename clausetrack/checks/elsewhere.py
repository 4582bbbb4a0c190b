"""Wording that the document relies on and does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "wording"
WHY = {
    "wording-elsewhere": "What the parties agreed stands in a document that the reader does not"
    " hold; until it is at hand nobody can say what the agreement says."
}

_MARKED = re.compile(
    r"\b(?:tracked|track|marked)[- ](?:changed?s?|up)\b[\w\s-]{0,24}?"
    r"\b(?:agreement|version|document|copy|[A-Z]{3,6}A)\b"
    r"|\b(?:tracked|marked) (?:collective )?(?:agreement|version|document|copy|draft)\b"
    r"|\bletter of offer\b|\bmarked[- ]up\s+(?:collective\s+)?agreement\b",
    re.I,
)
_ATTACHED = re.compile(
    r"\b(?:attached|accompanying|enclosed|annexed)\s+(?:as\s+|to\s+this\s+\w+\s+as\s+|at\s+)?"
    r"(?:the\s+)?(?:(?:draft|revised|amended|updated)\s+)?(?P<what>(?P<name>annexe?|appendix|schedule|attachment|letter|agreement|document)"
    r"(?:\s+(?P<at>\d+|[A-Z])\b)?)",
    re.I,
)
_NEAR = ("ttached", "ccompanying", "nclosed", "nnexed")


def check(subject: Subject) -> Iterator[Finding]:
    told: set[str] = set()
    divisions = {clause.id for clause in subject.document.clauses if clause.kind == "part"}
    for passage in subject.prose:
        marked = _MARKED.search(passage.text) if subject.is_terms else None
        near = any(word in passage.text for word in _NEAR)
        match = marked or (_ATTACHED.search(passage.text) if near else None)
        if match is None or passage.clause.id in told:
            continue
        if marked is None:
            name = match["name"].capitalize().replace("Annexe", "Annex")
            held = f"{name} {match['at']}" if match["at"] else ""
            if held in divisions or (not held and not subject.is_terms):
                continue
        told.add(passage.clause.id)
        message = f"relies on a document that is not here: “{' '.join(match[0].split())}”"
        yield subject.quoting("wording-elsewhere", message, passage, *match.span())
