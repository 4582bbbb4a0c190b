""" "Described in above": the words that cite a place, and no place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "references"
WHY = {
    "reference-lost": "A number fell out when the sentence was written or converted; which"
    " provision is meant is open."
}

_LOST = re.compile(
    r"\b(?:described|referred|set out|mentioned|provided|specified|listed|defined|outlined)\s+"
    r"(?:to\s+)?(?:in|under|by|at)\s+(?:(?:above|below)\b(?!-)"
    r"|(?:sub-?)?(?:clause|paragraph|section)s?(?=\s*[.;,)]))"
    r"|\b(?:in|under|of|with|to)\s+(?:sub-?)?clauses?\s+(?=[.;,)])"
    r"|\berror!\s+(?:reference source|bookmark)[^.]*\.",
    re.I,
)

#: What stands in all of them, without its first letter, which may be a capital.
_NEAR = re.compile(
    r"lauses?\s*[.;,)]|aragraphs?\s*[.;,)]|ections?\s*[.;,)]|bove\b(?!-)|elow\b(?!-)|rror!"
)


def check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.prose:
        if not _NEAR.search(passage.text):
            continue
        for match in _LOST.finditer(passage.text):
            message = f"“{match[0].strip()}” cites no place"
            yield subject.quoting("reference-lost", message, passage, *match.span())
