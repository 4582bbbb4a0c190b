"""Orders on a place that no clause is called: "Schedule A, item 1", "clause 4.4, step 2".

Words for words would be carried out wherever in the Schedule or the clause they stand.
"""

from __future__ import annotations

import re

from clausetrack.numbering import DESIGNATION, NUMBER_WORD
from clausetrack.segment.phrases import DIVISION, ORDINAL, SCHEDULE
from clausetrack.segment.wording import CITATION

_HELD = rf"(?:{DIVISION}|Chapter)"
_COUNTED = r"(?:items?|rules?|points?|lines?|entr(?:y|ies)|sub-?sections?|regulations?|numbers?)"
_NUMBER = r"\(?(?:\d+|[a-z]|[ivx]+|[A-Z])\)?(?!\w)"
_LISTED = r"\d{1,2}(?![\d.(])(?:(?:, |,? (?:and|&|or|to) |[-–])\d{1,2}(?![\d.(]))*"
#: What a clause may count in other ways than by its numbers: "paragraph 2 of clause 4".
_UNDER = r"(?i:(?:sub-?)?(?:paragraph|para)|sub-?clause)"
_IN_CLAUSE = (
    rf"\b(?:{_UNDER}|[Ii]tem|[Pp]oint)s? {_LISTED},? (?:of|in|from|under|to|at)"
    r" (?:the )?(?:[Ss]ub-?)?[Cc]lause \d(?:[\w()]|\.(?=\w))*"
)
#: What a Schedule counts for itself: its Part 2 is not the agreement's, nor its item 2 a clause.
_INSIDE = re.compile(
    rf"\bParts? [A-Z]{{0,2}}\d*,? (?:of|in|to|from) (?:the )?{SCHEDULE}(?: [A-Z]\b| \d+)?"
    rf"|\b{SCHEDULE} (?:[A-Z]|\d+),? Parts? \w+"
    rf"|\b{_HELD} {DESIGNATION}(?:,|:| [–—-])?(?: ?\(| )(?:at )?(?:the )?{_COUNTED} {_NUMBER}"
    rf"|\b{_HELD} {DESIGNATION},? at \d+"
    rf"|\b{SCHEDULE} {DESIGNATION}(?:,| [–—-]) \d{{1,2}}(?:,? (?:and|&|to|or) \d{{1,2}})*"
    r"(?=\s*[:;.–—-]|\s+(?:is|are|delete)\b)"
    rf"|\b{_HELD} {DESIGNATION},? [Ss]ec(?:tion|\.)?s? \d[\d.]*(?:,| and| &| to|[-–])"
    r" ?(?:Section )?\d"
    rf"|\b{_HELD} {DESIGNATION},? (?:Sections |Secs?\. ?|§§? ?|[Ss]ub-?[Ss]ections? )\(?\w+"
    rf"|\b(?:[Ss]ections \d[^,;:]{{0,30}}|(?:rule|point) {_NUMBER}) (?:of|in) {_HELD} {DESIGNATION}"
    rf"|{_IN_CLAUSE}"
)
_PARAGRAPH_ALONE = re.compile(rf"\b{_UNDER}s? {_LISTED}(?!,? (?:of|in) )")
_CLAUSE_ALONE = re.compile(r"\b[Cc]lause \d")
_COUNT = rf"(?:\d+(?![\d.])|(?:{NUMBER_WORD}|[ivx]+)(?!\w))"
#: A place that is counted inside a clause, or has a name there.
_PLACE = re.compile(
    r"\b(?:steps?|levels?|grades?|bands?|rows?|columns?|lines?|points?|bullets?|items?|notes?|entry)"
    rf"\s+(?:\(\w{{1,5}}\)|[A-Z](?!\w)|{_COUNT})"
    rf"|\b(?:{ORDINAL}|opening|closing|introductory) (?:\w+ )?"
    r"(?:line|part|word|bullet|point|item|paragraph|sentence|row|column|table|rate|figure|amount|sum"
    r"|date|number)s?\b"
    r"|\bheadings? (?:of|to|in|and|or)\b"
    r"|\b(?:lead-?in|introduction|chapeau|proviso|caption|footnote)s?\b"
)
#: "clause 4.2 – (a)", "clause 4.2 about nights"
_ABOUT = re.compile(
    r" ?[–—-] ?\([a-z]{1,4}\)|,? (?:about|regarding|concerning|relating to|dealing with)\b"
)
#: In a Schedule it is a clause.
_PARAGRAPH = re.compile(rf"\bparagraphs?\s+{_COUNT}")
_DIVISION = re.compile(rf"{_HELD} {DESIGNATION}(?!\w)(?!,? (?:clause|section)s? \d)")
_CLAUSE = re.compile(
    rf"(?:\b(?:(?:sub-?)?(?:clause|paragraph)|item)s?\s+(?:{CITATION}|\([a-z]{{1,5}}\))"
    rf"|(?<![\w.$])(?=[A-Z]{{0,2}}\d+[A-Z]?(?:\.\d|\()|[A-Z][a-z]{{3}}){CITATION})(?![\w.]*\d)"
    rf"(?: (?:of|in|to) (?:the )?{SCHEDULE} \w+)?",
    re.I,
)
_TITLE = (
    r"(?:,? ?[–—:-]? ?[A-ZĀĒĪŌŪ][^;:–—]{1,60}?(?=,|:| [–—-]| (?:is|are|will|shall|by)\b)"
    r"| ?\([^()]{2,60}\)| ?[“\"][A-ZĀĒĪŌŪ][^“”\"]{1,60}[”\"])?"
)
#: What stands between a clause and the words that are exchanged in it.
_ONLY = re.compile(
    rf"{_TITLE}(?:[\s,:.)–—-]|\bfor (?:the )?(?:sake of )?(?:clarity|consistency|completeness)\b"
    r"|\b(?:is|are|will|shall|be|to|hereby|by|the|an?|following|words?|figures?"
    r"|phrase|numbers?|terms?|references?|from|in|and|all|each|every|any|of|for|as|follows|both"
    r"|with|it|\w+(?:ing|ed)|replace|substitute|delete|omit|remove|change|amend|insert|update|add"
    r"|increase|strike|out|there|wherever|instead|expressions?|amounts?|rates?|sums?|please|also)"
    r"\b)*"
)


#: "In the table in clause 4.2": in what of the clause the words stand.
_KIND = re.compile(
    r"\b(?:in|from|of) (?:the|its|this|that) (?:[\w’'-]+ ){0,3}?(?P<kind>table|list|bullets?)\b"
    r"(?! (?:of contents|points? [\dA-Z]))",
    re.I,
)


def kind_said(text: str) -> str:
    """The table, list or bullets that an order says its words stand in; or ""."""
    found = _KIND.search(text)
    return found["kind"].casefold().rstrip("s") if found else ""


def inside(text: str) -> str:
    """The place inside a Part or Schedule that an order names, and no clause is called; or ""."""
    found = _INSIDE.search(text)
    return found[0] if found else ""


def under_clause(text: str, title: str) -> str:
    """The paragraph that an order names by its number under the title of a clause; or "".

    It may be counted in that clause: no clause is called so.
    """
    found = _CLAUSE_ALONE.search(title) and _PARAGRAPH_ALONE.search(text)
    return found[0] if found and not _CLAUSE_ALONE.search(text) else ""


def counts_place(text: str) -> bool:
    """Does an order name a place that is counted in its clause: "step 2 in clause 4.4"?"""
    first = _CLAUSE.search(text)
    if first is None:
        return False
    here = _DIVISION.search(first[0]) is None and _PARAGRAPH.search(text, first.end())
    return bool(here or _PLACE.search(text[: first.start()]) or _PLACE.search(text, first.end()))


def says_where(text: str) -> bool:
    """Do the words before what is exchanged say where in a clause or a Schedule that is?"""
    *_, last = (None, *_CLAUSE.finditer(text))
    if last is None or counts_place(text) or _ABOUT.match(text, last.end()):
        return last is not None
    return _DIVISION.search(last[0]) is not None and not _ONLY.fullmatch(text, last.end())
