"""Orders on a place in a Part or a Schedule that no clause is called: "Schedule A, item 1".

Words for words would be carried out wherever in the Schedule they stand.
"""

from __future__ import annotations

import re

from clausetrack.numbering import DESIGNATION

_SCHEDULE = r"(?:Schedule|Appendix|Supplement|Annexe?)"
_HELD = rf"(?:{_SCHEDULE}|Part|Article|Chapter)"
_COUNTED = r"(?:items?|rules?|points?|lines?|entr(?:y|ies)|sub-?sections?|regulations?|numbers?)"
_NUMBER = r"\(?(?:\d+|[a-z]|[ivx]+|[A-Z])\)?(?!\w)"
#: What a Schedule counts for itself: its Part 2 is not the agreement's, nor its item 2 a clause.
_INSIDE = re.compile(
    rf"\bParts? [A-Z]{{0,2}}\d*,? (?:of|in|to|from) (?:the )?{_SCHEDULE}(?: [A-Z]\b| \d+)?"
    rf"|\b{_SCHEDULE} (?:[A-Z]|\d+),? Parts? \w+"
    rf"|\b{_HELD} {DESIGNATION},?(?: ?\(| )(?:at )?(?:the )?{_COUNTED} {_NUMBER}"
    rf"|\b{_HELD} {DESIGNATION},? at \d+"
    rf"|\b(?:[Ss]ections \d[^,;:]{{0,30}}|(?:rule|point) {_NUMBER}) (?:of|in) {_HELD} {DESIGNATION}"
)
_DIVISION = re.compile(rf"\b{_HELD} {DESIGNATION}(?!\w)(?!,? (?:clause|section)s? \d)", re.I)
#: "Schedule B – in clause 4, replace …": the order is on that.
_CLAUSE = re.compile(r"\b(?:clause|paragraph|section)s?\s+\(?[A-Z]{0,2}\.?\d", re.I)
#: What stands between a Part and the words that are exchanged in it, its title perhaps.
_ONLY = re.compile(
    r"(?: ?[–—:-] ?[A-Z][^,;:–—]{1,60}| \([A-Z][^()]{1,60}\))?"
    r"(?:[\s,:–—-]|\b(?:is|are|will|shall|be|to|hereby|by|the|an?|following|words?|figures?|phrase"
    r"|numbers?|terms?|references?|from|in|and|all|each|every|any|of|for|as|follows|both|with|it"
    r"|\w+(?:ing|ed)|replace|substitute|delete|omit|remove|change|amend|insert|update|increase"
    r"|there|wherever|instead|expressions?|amount|rate|sum)\b)*"
)


def inside(text: str) -> str:
    """The place inside a Part or Schedule that an order names, and no clause is called; or ""."""
    found = _INSIDE.search(text)
    return found[0] if found else ""


def says_where(text: str) -> bool:
    """Do the words before what is exchanged say where in a Part or a Schedule that is?"""
    ends = [found.end() for found in _DIVISION.finditer(text)]
    return bool(ends) and not (_CLAUSE.search(text, ends[-1]) or _ONLY.fullmatch(text, ends[-1]))
