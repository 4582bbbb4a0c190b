"""Sentences beside an order that say that one of the parties has not agreed to it yet.

"The company has yet to agree.", "[Check with payroll.]", "Status: open.", "The union disagrees."
"""

from __future__ import annotations

import re

from clausetrack.amend.naming import OTHERS

_DO = r"(?:agree|accept|approve|confirm|consider|consent|cost|decide|respond|sign)"
_ASSENT = (
    r"(?:agreement|acceptance|approval|consent|mandate|confirmation|decision|sign-?off|response"
    r"|instructions)"
)
_TO_BE = (
    r"to be (?:confirmed|agreed|advised|determined|discussed|negotiated|decided|settled|finalised"
    r"|drafted|checked|approved)"
)
_WAITS = re.compile(
    rf"\b(?:has|have|is|are|remains?) (?:yet|still) to (?:be )?{_DO}(?:e?d)?\b"
    rf"|\b{_ASSENT}\b(?: (?:of|from|by|to) [^.;]{{1,40}})?"
    r" (?:(?:is|are) )?(?:still )?"
    r"(?:awaited|pending|outstanding|needed|required|to (?:come|follow))\b"
    rf"|\bto (?:obtain|seek|get|ask for) (?:an? |its |their )?{_ASSENT}\b"
    rf"|\b{OTHERS} (?:does not agree|disagrees?|disputes?|objects?|opposes?"
    r"|reserves? (?:(?:its|their|the|all) )*(?:positions?|rights?))\b"
    r"|\b(?:wording|text|drafting|figures?|amounts?|rates?|dates?|clauses?|changes?|numbers?|this|it)"
    rf"\b[^.;]{{0,40}} {_TO_BE}\b"
    r"|^\W*status\W{1,3}(?:still )?(?:open|pending|outstanding|parked|under \w+|on hold)\b",
    re.I,
)
_TO_CHECK = re.compile(
    r"\[[^\[\]]{0,80}?\b(?:check|confirm|verify|query|approve|clarify)\b[^\[\]]*\]"
    r"|\([^()]{0,80}?(?:\b(?:to|please|must) |: ?)(?:check|confirm|verify|query|approve|clarify)\b"
    r"[^()]*\)",
    re.I,
)
#: Said of what is not in the terms.
_OF_OTHERS = re.compile(
    r"\b(?:(?:all|any|the) (?:other|remaining|outstanding)"
    r"|(?:other|remaining) (?:claim|matter|item)s?|claims?)\b",
    re.I,
)


def waits(sentence: str) -> str:
    """The words by which a sentence says that what it stands beside is not settled; "" if none."""
    found = _TO_CHECK.search(sentence)
    if found is None and not _OF_OTHERS.search(sentence):
        found = _WAITS.search(sentence)
    return found[0] if found else ""
