"""Wording that stands in the line of its order, or below one that has no verb."""

from __future__ import annotations

import re

#: "Add to clause 5.1: “(d) …”": nothing stands behind the marks.
_NUMBERED = re.compile(
    r"[^“”\"]{1,600}"
    r"(?=[“\"](?:\([a-z]{1,4}\)|(?:[A-Z]{1,2}\.?)?\d+(?:\.\d+)*[A-Z]?\.?)\s+[A-Za-zĀĒĪŌŪāēīōū]"
    r"[^“”\"]*(?:\.|;(?: and| or)?)[”\"][.;]?$)",
    re.I,
)
_ADDS = re.compile(r"\b(?:insert|add)(?:ed|ing)?\b", re.I)
_WHOLE = re.compile(r"\d+\.?\s")
_DIVISION = re.compile(r"\b(?:Appendix|Schedule|Supplement|Annexe?)\b")


def numbered(text: str) -> re.Match[str] | None:
    """What stands before a numbered clause in quotation marks that ends an order to add it.

    A whole number is one of a Schedule that counts anew; elsewhere it may be anything.
    """
    found = _NUMBERED.match(text)
    if found is None or not (found[0].rstrip().endswith(":") and _ADDS.search(found[0])):
        return None
    whole = _WHOLE.match(text, found.end() + 1)
    return None if whole and not _DIVISION.search(found[0]) else found


#: "Schedule B: in clause 3, …", "Schedule B – Leave: …"
_LED_BY = re.compile(
    r"\W*(?P<name>Appendix|Schedule|Supplement|Annexe?)\s+(?P<at>[A-Z]|\d+)"
    r"(?:\s*\([^()]{1,80}\))?(?:\s*:|\s+[–—-])\s"
)


def led_by(text: str) -> re.Match[str] | None:
    """The Appendix or Schedule that a line opens with, whose clauses it speaks of."""
    return _LED_BY.match(text)


_LONGEST = 200  # characters of a line that are looked at; texts are hostile
#: "Sick leave. Clause 4.2 …", "Hours: clause 4.2 …": what an order is about, in its own line.
_TITLE = re.compile(
    r"(?![^.:]*\b(?i:sentence|paragraph|bullet|note|heading|title|definition|table|row|column|words?"
    r"|not|no|never|old|current|existing|proposed|draft|claims?|option|example)s?\b)"
    r"[A-ZĀĒĪŌŪ][\w’'-]{2,}"
    r"(?:,? (?!(?:is|are|was|were|be|has|have|not|no|to|will|shall|may)\b)[\w’'-]+){0,4}"
    r"(?:[.:]|\s[–—-])\s+(?=[A-ZĀĒĪŌŪc])"
)
#: "Clause 6.1 / Notice period to read:"
_READS = re.compile(
    r"(?:Sub-?)?[Cc]lause \d[\w.]*(?:\s?\([a-z0-9]{1,5}\))*"
    r"(?:(?:\s*[/:–—-]\s*|,?\s+(?=[A-ZĀĒĪŌŪ])|\s*\()[^.:;“”\"]{2,60}?\)?(?:\s?[–—-])?)?"
    r",? (?:to(?: now)? read|now reads?)(?: as follows)?(?=\s*[:“\"–—-]|$)"
)
#: "Clause 6.1 (Notice) – replace with"; "Clause 6.1 – Change of address" is a title.
_TELLS = re.compile(
    r"(?:Sub-?)?[Cc]lause \d[^;:“”\"]{0,60}? [–—-] (?i:amend|delete|insert|add|omit|remove|repeal"
    r"|replace|substitute)(?=\.?$|:|,? (?i:and (?:add|insert|replace|substitute)|with|by|to read|as"
    r"|the|an?|all|new|existing|current|paragraphs?|sub-?\w+|clauses?)\b| [“\"(])"
)


def tells(text: str) -> bool:
    """Does a line say behind a dash what is to be done to the clause that it names?"""
    return bool(_TELLS.match(text[:_LONGEST]))


def reads(text: str) -> bool:
    """Does a line order how one clause is to read, without a verb: "Clause 6.1 to read:"?"""
    return bool(_READS.match(behind_title(text[:_LONGEST])))


def behind_title(text: str) -> str:
    """A line without the title that runs into it: "Sick leave. Clause 4.2 to read:"."""
    found = _TITLE.match(text)
    return text[found.end() :] if found else text
