"""Wording that stands in the line of its order, or below one that has no verb."""

from __future__ import annotations

import re

from clausetrack.segment.phrases import SCHEDULE, STEAD

#: "Add to clause 5.1: “(d) …”": nothing stands behind the marks.
_NUMBERED = re.compile(
    r"[^“”\"]{1,600}"
    r"(?=[“\"](?:\([a-z]{1,4}\)|(?:Section |[A-Z]{1,2}\.?)?\d+(?:\.\d+)*[A-Z]?\.?)\s+"
    r"[A-Za-zĀĒĪŌŪāēīōū][^“”\"]*(?:\.|;(?: and| or)?)[”\"][.;]?$)",
    re.I,
)
_ADDS = re.compile(r"\b(?:insert|add)(?:ed|ing)?\b", re.I)
#: "Add to clause 5.1: “(d) …”", "Clause 5.1: add “(d) …”", "… a new paragraph (d) “(d) …”"
_LEADS_IN = re.compile(
    r"(?::|\b(?:insert|add|(?:clause|paragraph|article) \d[\w.()]*|paragraph \([a-z]{1,4}\)))\s*\Z",
    re.I,
)
_WHOLE = re.compile(r"\d+\.?\s")
_DIVISION = re.compile(rf"\b{SCHEDULE}\b")


def numbered(text: str) -> re.Match[str] | None:
    """What stands before a numbered clause in quotation marks that ends an order to add it.

    A whole number is one of a Schedule that counts anew; elsewhere it may be anything.
    """
    found = _NUMBERED.match(text)
    if found is None or not (_LEADS_IN.search(found[0]) and _ADDS.search(found[0])):
        return None
    whole = _WHOLE.match(text, found.end() + 1)
    return None if whole and not _DIVISION.search(found[0]) else found


_PUT = r"(?:insert|substitute|put)"
#: "to read “…”": a whole sentence in quotation marks, and nothing else in any.
_QUOTED_INLINE = re.compile(
    r"[^“”\"]*\b(?:to read|(?:shall|will)(?: now)? read|reads"
    r"|(?i:replaced?|substituted?)(?: it)? (?:with|by)"
    r"|(?:\A(?i:(?:an? )?new (?:sub-?)?clause)|[Rr]eplace *(?: (?:sub-?)?clause| (?=\d+\.\d)))"
    r" ?\d[\w.]*(?:\([a-z]+\))*(?: (?:with|by)|(?=: ?[“\"]))"
    r"|[Ff]or (?:sub-?)?clause \d[\w.]*(?:\([a-z]+\))*,?(?: there (?:is|shall be))? substituted?"
    r"|(?:[Dd]elete|[Rr]emove|[Rr]epeal) (?:sub-?)?clause \d[\w.]*(?:\([a-z]+\))*"
    rf"(?:,? and(?: +{STEAD},?)? (?:{_PUT}|replace with)(?: the following)?(?: {STEAD})?"
    rf"|[.;]? (?i:{STEAD},? {_PUT}(?: the following)?|{_PUT}(?: the following)? {STEAD})))"
    r"(?: as follows)?[:,]?\s+(?=[“\"][^“”\"]+(?:\.|;(?: and| or)?)[”\"][.;]?$)"
)
#: "Replace clause 4.2 with “…”": words enough for a clause, that begin as one does.
_REPLACED_INLINE = re.compile(
    r"\W*[Rr]eplace (?:sub-?)?clause \d[\w.]*(?:\([a-z]+\))* (?:with|by)[:,]?\s+"
    r"(?=[“\"](?:\([a-z]{1,5}\)\s+|(?=[A-ZĀĒĪŌŪ\d]))(?:[^\s“”\"]+\s+){3,}[^\s“”\"]+[”\"][.;]?$)"
)
#: Behind the wording, and said with its order: "and renumber accordingly.", on no condition
_RENUMBERS = (
    r",? and re-?(?:number|letter)(?: (?:the )?(?:following|remaining|subsequent|existing|other"
    r"|later|rest)(?: (?:of the )?(?:(?:sub-?)?(?:clause|paragraph)|item|list)s?)?)?"
    r"(?: accordingly)?\.?"
)
_MORE = re.compile(rf"{_RENUMBERS}\Z", re.I)
#: "Insert a new paragraph (c) in clause 4.2: “…”", "In clause 4.2, insert new (c) “…”"
_NEW_LABEL = re.compile(
    r"[^“”\":]{0,300}?\b(?:insert|add)(?:ing)?(?: +the following)?(?: +an?)? +new"
    r"(?: (?:sub-?)?(?:clause|paragraph|item))? (?P<label>\([a-z]{1,4}\))"
    r"(?: (?:immediately )?(?:after|before) (?:(?:sub-?)?(?:clause|paragraph|item) ?)?[\w.()]+)?"
    r"(?: (?:in|to|into|of|under) (?:sub-?)?clause [\w.()]+?)?"
    rf",?:?(?:{_RENUMBERS})?(?:\s+(?=[“\"])|\s*\Z)",
    re.I,
)
_ENTRY = re.compile(r"[“\"][^“”\"]+(?:\.|;(?: and| or)?)[”\"]")
_AT = r"(?:(?:sub-?)?clause )? *(?:[A-Z]{1,2}\.?)?\d[\w.]*(?:\([a-z]{1,4}\))*"
#: "Replace clause 4.2 with: The employer …", "Delete clause 4.2 and replace it with – The …"
_SENTENCE = re.compile(
    rf"\W*(?:replace {_AT} (?:with|by)|(?:delete|remove|repeal) {_AT},? and (?:replace(?: it)?"
    r" (?:with|by)| *(?:(?:in its place|instead),? )?(?:insert|substitute) *(?:in its place"
    r"|instead)?))(?::| [–—-]) (?=(?:\d[\w.]*\.\d+ )?(?-i:[A-ZĀĒĪŌŪ])(?!lause\b)[^“”\"]*[.;]$)",
    re.I,
)
#: What says where wording is, or what it is to be about, and is none: "The wording attached."
_DESCRIBES = re.compile(
    r"(?:the |an? )?(?:[\w-]+ ){0,2}(?:wording|text|draft|version)\b"
    r"|[^“”\"]{0,200}\bthe wording\b"
    r"|(?:the |an? )?(?:[\w-]+ ){0,2}(?:clause|provision|paragraph|statement)"
    r" (?:on|about|that|which)\b|as (?:per|attached|enclosed|agreed|discussed|circulated"
    r"|set out in)\b|(?:the )?(?:attached|enclosed)\b|see\b|refer to\b",
    re.I,
)


def quoted(text: str) -> re.Match[str] | None:
    """What stands before a whole sentence in quotation marks that end a paragraph."""
    return _QUOTED_INLINE.match(text) or _REPLACED_INLINE.match(text)


def new_item(text: str) -> re.Match[str] | None:
    """What stands before the wording of a new paragraph whose letter its order names."""
    found = _NEW_LABEL.match(text)
    given = found and _ENTRY.match(text, found.end())
    ends = given and (text[given.end() :].strip(" .;") == "" or _MORE.match(text, given.end()))
    return found if ends else None


def new_label(text: str, clause: str) -> str:
    """The letter of the paragraph that an order adds to a clause, where it names it; or ""."""
    found = _NEW_LABEL.match(text)
    return found["label"] if found and not clause.endswith(")") else ""


def more(text: str) -> int:
    """Where what is said with the order begins behind wording in marks; 0 where nothing is."""
    given = _ENTRY.match(text)
    return given.end() if given and _MORE.match(text, given.end()) else 0


def sentence(text: str) -> re.Match[str] | None:
    """What stands before a whole sentence that takes a clause's place, to the end of its line."""
    return _SENTENCE.match(text)


def describes(text: str) -> bool:
    """Do words say where the wording is, or which it is, and are none?"""
    return bool(_DESCRIBES.match(text))


def is_entry(text: str) -> bool:
    """Do marks enclose a text that ends as an entry of a list does?"""
    return bool(_ENTRY.match(text))


#: "Schedule B: in clause 3, …", "Schedule B – Leave: …"
_LED_BY = re.compile(
    rf"\W*(?P<name>{SCHEDULE})\s+(?P<at>[A-Z]|\d+)"
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
