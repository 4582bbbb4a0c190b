"""From when to when an agreement is in force, as its term clause says it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from clausetrack import values
from clausetrack.model import Clause

_TERM = re.compile(
    r"\bagreement\b.*\b(?:expir\w+|terminat\w+|until|term\b|ends?\b|ending\b)"
    r"|\bterm\b.*\b(?:of|this|the)\b.*\bagreement\b"
    r"|\bagreement\b.*\bfrom\b.*\bto\b",
    re.I | re.S,
)
#: Where it is named as the place of something else: "the allowance in this agreement".
_ASIDE = re.compile(r"\b(?:in|under|by|to)\s+(?:this|the)\s+(?:collective\s+)?agreement\b", re.I)
_STARTS = re.compile(
    r"\b(?:from|on|effective|commenc\w+|beginning|effect)\s+(?:and\s+from\s+)?\Z", re.I
)
_ENDS = re.compile(
    r"\b(?:expir\w+|until|to|ends?|ending|terminat\w+|through)(?:\s+(?:on|at|of|the\s+close\s+of))*"
    r"\s+\Z",
    re.I,
)
_LONGEST = 3000  # characters: a term clause is short


@dataclass(frozen=True, slots=True)
class Term:
    """The first and the last day, and the clause that says so."""

    start: date
    end: date
    clause: Clause


def read_term(passages: Iterable[tuple[Clause, str]]) -> Term | None:
    """The first passage that gives an agreement a first and a last day, or None."""
    for clause, text in passages:
        text = text[:_LONGEST]
        if "greement" not in text or not _TERM.search(_ASIDE.sub("", text)):
            continue
        start = end = None
        for value in values.dates(text):
            before = text[max(0, value.start - 40) : value.start]
            if not isinstance(value.value, date):
                continue
            if start is None and _STARTS.search(before):
                start = value.value
            elif start is not None and _ENDS.search(before):
                end = value.value
                break
        if start and end and start < end and (end - start).days > 27:
            return Term(start, end, clause)
    return None
