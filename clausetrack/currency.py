"""In whose dollars a document speaks: New Zealand's, unless it speaks of another country."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice

from clausetrack.model import Document, plain

NEW_ZEALAND = "NZD"
UNKNOWN = "$"

_HERE = re.compile(
    r"\bNew Zealand|\bAotearoa\b|\bNZD?\b|\bKiwiSaver\b|\bTe [A-ZĀĒĪŌŪ]|[āēīōūĀĒĪŌŪ]"
    r"|\b(?:Employment Relations Act|Holidays Act|Education and Training Act)\b"
)
#: Countries that count in dollars, their states, and what only their law has: what a text must
#: hold, which is soon looked up, and how it is written there.
_ELSEWHERE = {
    "United States": r"\bUnited States\b",
    "USA": r"\bUSA\b",
    "U.S.": r"\bU\.S\.(?![a-z])",
    "USD": r"\bUSD\b",
    "US$": r"\bUS\$",
    "State of ": r"\bState of (?:[A-Z][a-z]+ ?){1,2}",
    "Australia": r"\bAustralian?\b",
    "Canad": r"\bCanad(?:a|ian)\b",
    "Singapore": r"\bSingapore(?:an)?\b",
    "Fiji": r"\bFiji(?:an)?\b",
} | {
    name: rf"\b{name}\b"
    for name in (
        "Internal Revenue", "Fair Labor Standards", "FLSA", "AUD", "New South Wales", "Queensland",
        "Tasmania", "Fair Work", "CAD", "Ontario", "British Columbia", "Alberta", "Saskatchewan",
        "SGD", "Hong Kong", "HKD", "FJD",
    )
}  # fmt: skip
#: Whose dollars stand before the sign.
_PREFIXED = re.compile(
    r"(?<![A-Za-z])(?:(?P<whose>US|USD|NZ|NZD|AU|AUD|CA|CAD|SGD|FJ|FJD)\s?|(?P<letter>[ACS]))$"
)
_CODES = {"US": "USD", "NZ": NEW_ZEALAND, "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD",
          "S": "SGD", "FJ": "FJD"}  # fmt: skip
#: What a heading says of the money of the figures under it.
_NAMED = {
    "GBP": r"£|\bGBP\b|\bpounds\s+sterling\b|\bsterling\b",
    "EUR": r"€|\bEUR\b|\beuros?\b",
    "AUD": r"\bAU?\$|\bAUD\b|\bAustralian\s+dollars\b",
    "USD": r"\bUS\s?\$|\bUSD\b|\bU\.?S\.?\s+dollars\b",
    "CAD": r"\bCA?\$|\bCAD\b|\bCanadian\s+dollars\b",
    NEW_ZEALAND: r"\bNZ\s?\$|\bNZD\b|\bNew\s+Zealand\s+dollars\b",
}
_NAMES = {code: re.compile(written) for code, written in _NAMED.items()}
#: An amount in money that is counted in no dollars.
IN_NO_DOLLARS = "an amount is in another currency than dollars and gives no rate"
FOREIGN = re.compile(r"[£€¥]\s?\d[\d,.]*\d")


def named(heading: str) -> str:
    """The one currency that a heading names ("Salary (£)" is GBP), "" for none or several."""
    found = [code for code, written in _NAMES.items() if written.search(heading)]
    return found[0] if len(found) == 1 else ""


def of(document: Document) -> tuple[str, str]:
    """The currency of a document's amounts, and what speaks against New Zealand's, "" for nothing.

    "NZD", or "$" where the document names other countries that count in dollars more often than
    it names New Zealand, its law or its language: then nobody can say from the text which is meant.
    """
    said = (plain(runs) for clause in document.clauses for runs in (clause.heading, clause.text))
    text = "\n".join((document.title, *said))
    named = [written for name, written in _ELSEWHERE.items() if name in text]
    if not named:
        return NEW_ZEALAND, ""
    elsewhere = Counter(match[0].strip() for match in re.finditer("|".join(named), text))
    most = elsewhere.total()
    here = sum(1 for _ in islice(_HERE.finditer(text), most))  # no more than would settle it
    return (UNKNOWN, elsewhere.most_common(1)[0][0]) if most > here else (NEW_ZEALAND, "")


def before(text: str) -> str:
    """The currency that stands right before a dollar sign ("US" is USD), "" where none does."""
    found = _PREFIXED.search(text)
    if found is None:
        return ""
    whose = found["whose"] or found["letter"]  # "A $40 fee" begins with an article
    return _CODES.get(whose, whose)
