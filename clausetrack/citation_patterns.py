"""The patterns of citations: how agreements write clauses, statutes, other agreements and items.

Here stands what the words look like; `citations` says what a citation made of them means.
"""

from __future__ import annotations

import re
from string import ascii_lowercase

from clausetrack.lazily import pattern
from clausetrack.numbering import DESIGNATION, MARK

_DOUBLED = "|".join(letter * 2 for letter in ascii_lowercase)
_LABEL = rf"\((?:[a-z]|{_DOUBLED}|[ivxl]{{2,7}}|\d{{1,3}}[A-Z]{{0,2}}|[A-Z]{{1,2}})\)"
_LABELS = rf"{_LABEL}(?:[ .]?{_LABEL}){{0,7}}"
_PART = r"\d{1,4}(?:[A-Z]{1,3}\d{0,2})?"
_NUMBER = (
    rf"(?:[A-Z]\.?)?{_PART}(?:\.{_PART})*(?![\w%]|\.\d)"
    r"(?!\s?(?:%|per\s?cent\b|[ap]\.?m\b|noon\b|FTT?E\b|cents?\b|(?:hour|day|week|month|year)s?\b))"
)
CITATION = pattern(
    rf"(?P<number>{_NUMBER})(?:[ .]?(?P<under>{_LABELS}))?|(?P<labels>{_LABELS})"
)
SEPARATOR = pattern(
    r"(?P<range>\s+(?:to|through|until)\s+|\s?[-–—]\s?)"
    r"|\s*,\s*(?:and/or\s|and\s|or\s|&\s)?\s*|\s+(?:and/or|and|or|&)\s+|\s*/\s*"
)
SAME_WORD = pattern(r"(?:sub-?)?(?:clauses?|paragraphs?|sections?|items?)\s+", re.I)

_DIVISION_NAME = (
    r"(?:Parts?|PART|Subparts?|(?i:appendix|appendices|schedules?|annex(?:es|e)?)|Attachments?|Supplements?"
    r"|[Aa]rticles?|Chapters?|Sections?)"
)
_AT = rf"{MARK}(?P<at>{DESIGNATION})(?!\w|\.\d){MARK}"
#: "Part 2-2", as some Acts call theirs; "Parts 2-4" are three of them.
_OF_ACT = r"(?:(?<=\bPart \d)-\d{1,2}[A-Z]?)?"
DIVISION = pattern(
    rf"(?P<name>{_DIVISION_NAME})\s+{MARK}(?P<at>{DESIGNATION}{_OF_ACT})(?!\w|\.\d){MARK}"
)
NEXT_DESIGNATION = pattern(_AT)
INNER = pattern(r",?\s+(?=(?:Section|Part|Subpart)\s)")
INTO = pattern(r",?\s+(?:clauses?\s+|paragraphs?\s+|(?=\d+\.\d))|(?=\()")

_CAPITAL = r"[A-ZĀĒĪŌŪ][\w'’\-]*"
_ACT = (
    rf"{_CAPITAL}(?:\s+(?:{_CAPITAL}|(?:and|at|for|in|of)\s+{_CAPITAL}"
    rf"|\({_CAPITAL}(?:\s+{_CAPITAL}){{0,5}}\))){{0,11}}?"
    r"\s+(?:Act\b(?:\s+(?:\d{4}\b|\(\d{4}\)))?|(?:Regulations|Rules|Order)\s+(?:\d{4}\b|\(\d{4}\)))"
)
STATUTE = pattern(_ACT)
#: One of these is in the name of every statute.
STATUTE_WORDS = ("Act", "Regulations", "Rules", "Order")
#: Words that open a sentence and are no part of the name of the Act that follows.
OPENING = pattern(r"(?:(?:The|This|That|Under|In|Where|If|See|For|Any|Each|All|And|When)\s+){1,9}")
OF = pattern(r",?\s+(?P<how>of|in|to|under)\s+")
OF_CLAUSE = pattern(r"(?:sub-?)?(?:clause|paragraph|section)\s+", re.I)
PROVISION = pattern(r",?\s+\(?(?:sections?|ss?)\s?(?=\d)")
THE = pattern(r"[\s,(]*(?:of\s+)?(?:the\s+)?")
THAT_STATUTE = pattern(
    r"(?:that|the|this)\s+(?:same\s+)?(?:Act|Regulations|Order)\b|that\s+Schedule\b"
)
OWN = pattern(
    r"(?:this|the|our)\s+(?:(?:collective|employment|bargaining)\s+)*agreement\b"
    r"|this\s+(?:(?:enterprise|workplace)\s+)?(?:award|code|contract|determination|document"
    r"|handbook|memorandum(?:\s+of\s+(?:agreement|understanding))?|MO[AU]|policy)\b",
    re.I,
)
#: "section 3 of this Article": inside what the text itself stands in.
HERE = pattern(r"(?:this|the same)\s+(?:article|part|schedule|appendix|section|clause)\b", re.I)
TERMS = pattern(r"(?:these|the)\s+terms\s+of\s+settlement\b", re.I)
OTHER = pattern(
    r"(?:the\s+|an?\s+)?(?:\d{4}\s?[-–/]\s?\d{2,4}\s+)?"
    rf"(?P<name>[A-Z]{{2,}}A\b|(?:{_CAPITAL}\s+){{0,9}}?(?:Treaty|Convention|Covenant)\b"
    rf"|{_CAPITAL}(?:\s+(?:and\s+|of\s+|for\s+)?{_CAPITAL}){{0,9}}?"
    r"\s+(?:Agreement|(?:collective|employment)(?:\s+employment)?\s+agreement|Code(?!\s+of\b))\b"
    r"(?:\s*\(?\d{4}(?:\s*[-–]\s*\d{2,4})?\)?)?)"
)
#: What stands between a citation and "of": "clause 6.8 (Previous Service) of the ...".
TITLE = pattern(r"\s+\([^()]{1,60}\)(?=,?\s+of\s+the\s)")
ITS_WORDS = pattern(r"(?:\s+[A-Z][a-z]+){1,3}(?=\s+of\s+the\s)")
#: What makes a bare number one of a code or policy, and no clause: "ORS 652.220", "Policy 50.1.6".
FOREIGN = pattern(
    r"\b(?:ORS|OAR|USC|CFR|(?i:polic(?:y|ies)|rules?|code|standards?))(?:\s+No\.?)?\s*[(\[]?\Z"
)
BEFORE = pattern(r"\b(?P<name>[A-Z]{2,}CA)(?:['’]s)?\s+\Z")
DIRECTION = pattern(r"\s+(?P<way>above|below)\b")
#: What makes a lone "(e)" or "4.9" a citation, and not the label of a list or a figure.
CUE = pattern(
    r"(?:subject to|under|per|pursuant to|barred by|(?:accordance|compliance) with|in terms of|see"
    r"|amend(?:ing)?|(?:referred to|set out|described|defined|specified|provided(?: for)?|listed)"
    r" (?:in|by|under)|required by|except (?:as|in))\s+\Z",
    re.I,
)
#: "1.4.87" is a day of the last century, as old agreements print it, and no clause.
OLD_DAY = pattern(r"(?:[1-9]|[12]\d|3[01])\.(?:[1-9]|1[0-2])\.[4-9]\d")
#: The same where the sentence goes on: "an illness that (e) does not exclude".
CUE_AFTER = pattern(r"\s+(?:(?:does|do|did|shall|will) not|appl(?:y|ies)|provides?|allows?)\b")
MID_SENTENCE = pattern(r"[a-z,]\s\Z")
#: How a citation may begin; what begins as the name of an Act does has yet to be one.
START = pattern(
    rf"(?:(?<![\w'’\-])(?:(?P<division>{_DIVISION_NAME})(?=\s+{MARK}(?:\d|[A-Z]\b|[A-Z]+\b|(?i:[a-z])))"
    r"|(?P<word>(?i:(?:sub-?)?clauses?|(?:sub-?)?paragraphs?|(?:sub-?)?sections?|regulations?"
    r"|items?))\s+(?=[\dA-Z(])|(?P<short>ss?|[Cc]ls?\.?)\s?(?=\d))"
    rf"|(?<![\w.$/\-])(?P<bare>\d{{1,3}}[A-Z]{{0,3}}(?:\.\d{{1,3}}(?:[A-Z]{{1,3}}\d?)?)+(?!\w|\.\d))"
    rf"|(?<!\w)(?P<label>{_LABEL})"
    rf"|(?<![\w'’\-])(?P<act>{_CAPITAL})\s)"
)
#: Where one of them may begin, found faster: after what is no letter or figure, its first
#: character and what must follow that. It matches from the character before.
OPENS = pattern(
    r"[^0-9A-Za-z_](?=[A-ZĀĒĪŌŪaciprs0-9(])(?<!\w)(?:[0-9]{1,3}[A-Z]{0,3}\.[0-9]|\(\w{1,7}\)"
    r"|[A-ZĀĒĪŌŪ][\w'’\-]*\s+(?:[A-ZĀĒĪŌŪ(]|(?:and|at|for|in|of)\s)|[Cc](?i:lause|hapter|ls?\.?\s?[0-9])"
    r"|[Pp](?i:ar(?:t|agraph))|[Ss](?:(?i:ub|ection|chedule|upplement)|[Ss]?\s?[0-9])"
    r"|[Ii](?i:tem)|[Rr](?i:egulation)|[Aa](?i:ppendi|nnex|rticle|ttachment))"
)
