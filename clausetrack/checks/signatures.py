"""Signature blocks without a name or a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Clause, Finding

GROUP = "dates"
WHY = {
    "signature-blank": "A copy without signatures does not prove that the document binds anybody.",
    "signature-undated": "Periods that run from signing cannot be reckoned.",
}

_SIGNS = re.compile(r"\s*(?:signed|dated|witness(?:ed)?|in witness)\b", re.I)
_ROLE = re.compile(
    r"[\s_]*(?:signed|dated|witness(?:ed)?|advocate|representative|for\b|on behalf|name|date"
    r"|position|title|signature|chief executive|secretary|president|authori[sz]ed|by\b"
    r"|in witness|signatures?)|\s*[_.…\W]*$",
    re.I,
)
_UNDATED = re.compile(
    r"\b(?:signed|dated)\s+(?:(?:in|at)\s+[A-ZĀĒĪŌŪ]\w+\s+)?(?:on|this)\b[\s_.…]*"
    r"(?:day of[\s_.…]*(?:20[\d_]{2})?|by\b.*|[_:.…\s]*)?$",
    re.I,
)
#: A person's name right behind the role: "Signed by: Mere Tai".
_NAMED = re.compile(
    r"\b(?i:signed(?:\s+by)?|name|witness(?:ed)?(?:\s+by)?|signature|advocate|representative)"
    r"\s*[:–—-]\s*[A-ZĀĒĪŌŪ][\w’'-]+\s+(?:[A-Z]\.?\s+)?[A-ZĀĒĪŌŪ]\w"
)


def check(subject: Subject) -> Iterator[Finding]:
    block = [
        clause
        for clause in subject.document.body.values()
        if clause.id.startswith("signatures ") or _is_signing_table(clause)
    ]
    lines = [line for clause in block for line in _lines(clause)]
    signing = next((clause for clause in block if any(map(_SIGNS.match, _lines(clause)))), None)
    if signing is None:
        return
    if all(_ROLE.match(line) and not _NAMED.search(line) for line in lines):
        yield subject.finding(
            "signature-blank", "nobody's name stands at the signatures", block[0], lines[0][:80]
        )
    for clause in block:
        undated = next((line for line in _lines(clause) if _UNDATED.search(line)), None)
        if undated is not None:
            yield subject.finding(
                "signature-undated", "the day of signing is blank", clause, undated[:80]
            )


def _is_signing_table(clause: Clause) -> bool:
    return (
        clause.table is not None
        and clause.parent is None
        and bool(clause.table.texts)
        and any(_SIGNS.match(text) for text in clause.table.texts[0])
    )


def _lines(clause: Clause) -> list[str]:
    if clause.table is not None:
        return [text for row in clause.table.texts for text in row if text.strip(" _")]
    return [clause.heading_text or clause.own_text]
