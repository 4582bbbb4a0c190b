"""In whose dollars a document speaks: New Zealand's, unless it speaks of another country."""

from __future__ import annotations

import re
from collections import Counter

from clausetrack.model import Document

NEW_ZEALAND = "NZD"
UNKNOWN = "$"

_HERE = re.compile(
    r"\bNew Zealand|\bAotearoa\b|\bNZD?\b|\bKiwiSaver\b|\bTe [A-ZĀĒĪŌŪ]|[āēīōūĀĒĪŌŪ]"
    r"|\b(?:Employment Relations Act|Holidays Act|Education and Training Act)\b"
)
#: Countries that count in dollars, their states, and what only their law has.
_ELSEWHERE = re.compile(
    r"\bUnited States\b|\bUSA\b|\bU\.S\.(?![a-z])|\bUSD\b|\bUS\$"
    r"|\bState of (?:[A-Z][a-z]+ ?){1,2}|\bInternal Revenue\b|\bFair Labor Standards\b|\bFLSA\b"
    r"|\bAustralian?\b|\bAUD\b|\bNew South Wales\b|\bQueensland\b|\bTasmania\b|\bFair Work\b"
    r"|\bCanad(?:a|ian)\b|\bCAD\b|\bOntario\b|\bBritish Columbia\b|\bAlberta\b|\bSaskatchewan\b"
    r"|\bSingapore(?:an)?\b|\bSGD\b|\bHong Kong\b|\bHKD\b|\bFiji(?:an)?\b|\bFJD\b"
)
#: Whose dollars stand before the sign.
_PREFIXED = re.compile(
    r"(?<![A-Za-z])(?:(?P<whose>US|USD|NZ|NZD|AU|AUD|CA|CAD|SGD|FJ|FJD)\s?|(?P<letter>[ACS]))$"
)
_CODES = {"US": "USD", "NZ": NEW_ZEALAND, "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD",
          "S": "SGD", "FJ": "FJD"}  # fmt: skip


def of(document: Document) -> tuple[str, str]:
    """The currency of a document's amounts, and what speaks against New Zealand's, "" for nothing.

    "NZD", or "$" where the document names other countries that count in dollars more often than
    it names New Zealand, its law or its language: then nobody can say from the text which is meant.
    """
    text = "\n".join((document.title, *(clause.printed for clause in document.clauses)))
    elsewhere = Counter(match[0].strip() for match in _ELSEWHERE.finditer(text))
    if elsewhere and elsewhere.total() > sum(1 for _ in _HERE.finditer(text)):
        return UNKNOWN, elsewhere.most_common(1)[0][0]
    return NEW_ZEALAND, ""


def before(text: str) -> str:
    """The currency that stands right before a dollar sign ("US" is USD), "" where none does."""
    found = _PREFIXED.search(text)
    if found is None:
        return ""
    whose = found["whose"] or found["letter"]  # "A $40 fee" begins with an article
    return _CODES.get(whose, whose)
