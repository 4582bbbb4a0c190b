"""What stands before the verb of an order, without a colon: "On nights replace clause 5.1 with".

It says when, where or for whom, unless it is a place in the text, a day, or why the order is made.
"""

from __future__ import annotations

import re

from clausetrack.segment.phrases import DIVISION
from clausetrack.segment.wording import CITATION

CITED = re.compile(
    rf"\b(?i:clause|paragraph|section)s? {CITATION}|\b[A-Z]?\.?\d+\.\d|\b[A-Z]\.?\d|\d\("
    rf"|\b{DIVISION} (?:[A-Z]|[IVX]+|\d+)\b"
)
_MOST = 160  # characters: texts are hostile
_VERBS = (
    r"(?:amend|change|delete|insert|omit|remove|repeal|replace|renumber|substitute|add|vary|update"
    r"|there (?:is|are|shall be))"
)
#: When, where, for whom or on what condition, and never what a clause is about.
_NOT_FOR_GOOD = (
    r"(?:as an? (?:trial|pilot|interim)\b|temporarily|provisionally|tentatively|experimentally"
    r"|initially|in principle|on a trial|pending|without|while|whilst|where|when|save|besides"
    r"|excluding|except|should|were|had|once|until|whenever|assuming|supposing|barring|absent"
    r"|given (?!the\b|that\b)|(?:as soon|as long|so long) as|contingent|conditional"
    r"|depend(?:ent|ing)|but for|only|solely"
    r"|otherwise|alternatively|possibly|perhaps|ideally|eventually|later|rather than|despite"
    r"|instead of|contrary to|according to|no (?:earlier|later|sooner)"
    r"|in (?:future|due course)|at a later)"
)
_BEGINS = (
    r"(?:(?:in|at|under|from|to|of) )?(?:the )?(?:(?:sub-?)?clauses? \d|paragraphs? [\d(]"
    rf"|{DIVISION} (?:[A-Z]|\d+)\b|\d+\.\d|(?:following|{_VERBS})\b)"
)
#: "On nights replace clause 5.1 with", "Within the fleet clause 5.1 is deleted"
_FRONT = re.compile(
    rf"\W*(?P<words>(?:(?P<never>{_NOT_FOR_GOOD})\b(?: [^:;“”\"‘]{{2,{_MOST}}}?)??"
    r"|(?:at|in|on|within|across|during|over|among|with|under|from|as to|as regards|regarding"
    r"|concerning|for|throughout|by way of) [^:;“”\"‘]{2,60}?),?)\s+"
    rf"(?={_BEGINS})",
    re.I,
)
#: "Funding permitting, in clause 5.1 …"; what begins with "if" is a condition that is known.
_AHEAD = re.compile(
    r"\W*(?!(?:if|unless|provided|subject to)\b)"
    rf"(?P<words>[^\W\d_][^:;“”\"‘]{{2,{_MOST}}}?),\s+(?={_BEGINS})",
    re.I,
)
_BOUND = re.compile(
    r"\bratif|\bsign(?:ing|ed|ature)\b|\bcommencement\b|\b(?:agreement|terms) commenc", re.I
)
#: "Clause 5.1 – on nights, replace …": the clause may stand before such words
_CLAUSE = re.compile(
    rf"\A\W*(?:(?:in|at|from|under|amend) )?clause {CITATION} ?[,:–—-]? (?!\()", re.I
)
#: A place in the text, a day, or why: it says neither for whom nor where.
_OF_TEXT = re.compile(
    r"\b(?:sentence|(?:sub-?)?paragraph|bullet|row|column|table|scale|heading|title|note|definition"
    r"|word|figure|list|section|(?:sub-?)?clause|line|item|agreement|document|end|start|beginning|foot|place|lieu"
    r"|stead|part|schedule|appendix|article|annex|supplement|reference|phrase|term|provision)s?\b"
    r"|\d{4}|\bratif|\bsign(?:ing|ed|ature)\b|\bcommenc|\beffect\b|\bview to\b|\bconsent of\b",
    re.I,
)
#: "In both clauses": no word of it names anything.
_BARE = re.compile(
    r"(?:with|in) (?:respect|regard|relation)"
    r"|\w+(?: (?:the|both|each|all|any|either|of|existing|current|new|old|said|this|that))*",
    re.I,
)
_BETWEEN_COMMAS = re.compile(r", (?!\d{4})")  # "May 1, 2026" is one
_BARE_NEVER = {"where", "when", "while", "whilst", "instead of"}


def front_of(text: str) -> tuple[str, bool]:
    """Such words before an order, and can they only limit it; "" where there are none."""
    found = _FRONT.match(_CLAUSE.sub("", text, count=1))
    words = found["words"].rstrip(" ,") if found else ""
    if found and found["never"]:
        bare = words.casefold() in _BARE_NEVER  # what follows says more
        return ("", False) if bare or _BOUND.search(words) else (words, True)
    if found is None:
        found = _AHEAD.match(text)
        words = found["words"] if found else ""
    elif not found["words"].endswith(",") and "," in words:
        words = words[: words.rindex(",")]  # "In order to x, the notice in clause 5.1 is …"
    if CITED.search(words):
        return "", False
    return ", ".join(one for one in _BETWEEN_COMMAS.split(words) if not _is_known(one)), False


def _is_known(words: str) -> bool:
    said = _BARE.fullmatch(words) or _OF_TEXT.search(words) or words.endswith((" to", " of"))
    return bool(said)
