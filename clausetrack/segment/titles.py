"""The titles by which terms of settlement name a clause over an order."""

from __future__ import annotations

import re

from clausetrack.segment.wording import CITATION

_MOST_WORDS = 14
#: "Clause 4.2 – Sick leave", the title over an order that does not name the clause again.
_CLAUSE_TITLE = re.compile(
    rf"(?:New )?(?:[Cc]lauses? |(?=Article )){CITATION}(?:(?:\s*[:–—-]\s*|\s+)\(?[A-ZĀĒĪŌŪ‘“]|\s*$)"
)
#: "Claim 17 – Notice period (clause 6.1)"
_NAMED_BEHIND = re.compile(
    r"(?:(?:[A-Z]\w+ )?(?:Claim|Issue|Point)s? (?:No\.? ?)?\d+[A-Za-z]?\b|[A-ZĀĒĪŌŪ])"
    rf"[^.;:()“”\"]{{0,80}}\((?:[Nn]ew )?[Cc]lause {CITATION}\)"
)


def is_clause_title(text: str) -> bool:
    """Is a line the name of a clause, and no sentence about it?"""
    short = len(text.split()) <= _MOST_WORDS and not text.rstrip().endswith((".", ";", ",", ":"))
    return short and bool(_CLAUSE_TITLE.match(text) or _NAMED_BEHIND.fullmatch(text.strip()))


def is_new_clause(text: str) -> bool:
    """Is a line the name of a clause that comes in: "New clause 8 – Parking", over its wording?"""
    return text.startswith("New ") and is_clause_title(text)
