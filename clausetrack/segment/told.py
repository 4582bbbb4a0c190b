"""Words that tell what becomes of the clause they stand at, and are no wording for it.

"Paragraph (b) is deleted" and "“$9” becomes “$10”" say what is to be done, as "delete" does. No
agreement speaks of its own words or of its own parts so.
"""

from __future__ import annotations

import re

from clausetrack.segment.phrases import BE, MARKED, ORDINAL
from clausetrack.values import MONTH_IN_FULL

_LONGEST = 600  # characters of a sentence that are looked at: texts are hostile
_DONE = (
    r"(?:deleted|replaced|omitted|removed|repealed|revoked|substituted|struck out|taken out"
    r"|amended|changed|altered|inserted|added|reworded|renamed|retitled|renumbered)"
)
_LABEL = r"(?: (?:\d[\w.]*|[A-Z]{1,2}\d[\w.]*)?(?:\s?\([a-z0-9]{1,4}\))*)?"
_UNIT = (
    r"(?:(?:sub-?)?(?:clause|paragraph|section|item)|sentence|bullet(?: point)?|note|heading|title"
    r"|definition|row|column|table|scale|article|part|schedule|appendix|provision|words?|figures?|amounts?|wording|phrase|reference)s?"
)
#: "“$9” is replaced", "“March” becomes “May”".
_WORDS = re.compile(
    rf"{MARKED},?(?: (?:in|of|from|at|where) [^.;:“”\"]{{1,60}}?)?,? (?:{BE} {_DONE}\b"
    rf"|(?:becomes?|now reads?|(?:is |are )?to (?:read|become)|(?:will|shall) (?:read|become)|to)"
    rf" (?:the (?:words?|figures?) )?{MARKED})",
    re.I,
)
#: "Paragraph (b) is deleted", "A new paragraph (d) is added".
_WHOLE = re.compile(
    r"\W*(?:(?:and|then) )?(?:(?:in|at|from|under) [^.;:]{1,60}?,\s*)?(?:the whole of )?"
    rf"(?:(?:this|that|the|these|those|a|an|its)(?: (?:{ORDINAL}|new|whole|following|further"
    rf"|existing|current|present|additional))* )?{_UNIT}{_LABEL}"
    rf"(?: [“\"‘(][^“”\"‘()]{{1,80}}[”\"’)])?,? {BE} {_DONE}\b"
    r"(?=\W*$|,? (?:and|with|by|as|to|at|in (?:its|their)|after|before|from the)\b|\s*:| [“\"‘])",
    re.I,
)
#: "Paragraph (b) to read: “x”"
_TO_READ = re.compile(
    rf"\W*(?:(?:and|then) )?(?:the (?:{ORDINAL} )?)?"
    rf"{_UNIT}{_LABEL},?"
    r" (?:(?:is |are )?to(?: now)? read|(?:shall|will)(?: now)? read|now reads?)(?: as follows)?"
    r"\s*:?\s*[“\"‘]",
    re.I,
)
_COUNT = r"(?:\$\s?\d[\d,.]*\d?|\d[\d,.]*\s?(?:%|per cent|cents)?)(?![\w])"
_RAISED = r"(?:increased|decreased|reduced|raised|lifted|lowered|cut|changed|extended)"
#: "The figure $9 is increased to $10".
_AMOUNT = re.compile(
    rf"\bthe (?:figure|amount|sum)s?(?: of)? {_COUNT}(?: per \w+)?,? {BE} (?:{_RAISED}|{_DONE})\b",
    re.I,
)
#: "the tool allowance increases to $10".
_FIGURE = re.compile(
    rf"\b(?:{BE} {_RAISED}"
    r"|(?:(?:will|shall) )?(?:increases?|decreases?|reduces?|rises?|changes?|goes|go|moves?"
    r"|becomes?)(?: (?:up|down))?)"
    rf"(?: from (?:[^.;:]|\.(?=\d)){{1,40}}?)? (?:to )?{_COUNT}",
    re.I,
)
_DATED = re.compile(
    rf"\b(?:from|on) (?:\d{{1,2}} )?(?:{MONTH_IN_FULL}|\d{{4}})\b", re.I
)
#: Behind these words stands wording, and not what is to be done.
_READS = re.compile(r"\b(?:reads?|replac|substitut|following|wording|insert|add|new)", re.I)


def is_told(text: str) -> bool:
    """Does a text say what becomes of its own words, or of a part of its clause?"""
    said = text[:_LONGEST]
    whole = _WHOLE.match(said) or _TO_READ.match(said)
    return bool(whole or _WORDS.search(said) or _AMOUNT.search(said))


def is_moved(text: str, led: str) -> bool:
    """Does a text say what a figure goes to, below words that are `led` in by no wording?

    "Clause 4.2 is amended as follows: the allowance increases to $10." An agreement may speak so
    where it says a day.
    """
    said = text[:_LONGEST]
    given = _READS.search(led[-_LONGEST:]) or _DATED.search(said)
    return moves_figure(said) and not given


def moves_figure(text: str) -> bool:
    """Does a text say what a figure goes to ("the figure $9 is increased to $10")?"""
    return bool(_FIGURE.search(text[:_LONGEST]))
