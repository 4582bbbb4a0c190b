"""Lines and tables of terms that say what figures rise to, and are no wording for the agreement."""

from __future__ import annotations

import re

from clausetrack import numbering
from clausetrack.segment.told import is_moved, is_told
from clausetrack.segment.wording import (
    CITATION,
    FROM,
    Lead,
    directs,
    is_order,
    masked,
    target,
)

#: "In clause 4.2, “x” becomes “y”."
_NAMES = re.compile(rf"(?:(?:In|At|From) )?(?:Sub-?)?clauses? {CITATION}", re.I)
#: "Hours of work: in clause 5.1 …"
_TOPIC = re.compile(r"\A[^\W\d_][^\d:;.“”\"]{1,60}?(?::| [–—-]) ")
#: "Clause 10.1: driving allowance from $14.00 to $15.00", below "The following are increased:".
_FROM_TO = re.compile(r"\bfrom \$?\d[^;:]{0,40}? to \$?\d")
_PUTS_IN = re.compile(r"\b(?:insert|add|introduc|replac|substitut|new\b|reads?\b)", re.I)
_MOVES = re.compile(r"\b(?:increas|ris(?:es?|ing)|rais|uplift|lift|go(?:es)? up|reduc)", re.I)
_RISES = re.compile(
    r"\b(?:increas(?:e[sd]?|ing)|ris(?:es?|ing)|rais(?:e[sd]?|ing)|uplift(?:ed)?|lift(?:ed)?"
    r"|go(?:es)? up)\b[^.:]{0,60}\b(?:as (?:follows|below)|as set out below|to the following"
    rf"|following [^.:]{{1,30}}){FROM}:\s*$",
    re.I,
)
#: "The rates in clause 4.1 are replaced with the following from 4 November 2024:"
_RETABLED = re.compile(
    r"\b(?:rates|scales?|salar(?:y|ies)|wages|pay|bands|grid|Appendix|Schedule|Annexe?)\b"
    r"[^.:]{0,40}(?:\.(?=\d)[^.:]{0,40}){0,4}\b(?:replaced|substituted) (?:with|by) the"
    r" following(?: (?:new |revised )?(?:rates|scales?|salar(?:y|ies)|wages|tables?|bands))?"
    rf"(?: with effect| effective)?{FROM}:\s*$",
    re.I,
)
_DIVISION_FIRST = re.compile(r"(?:The )?(?P<name>Appendix|Schedule|Annexe?) (?P<at>[A-Z]|\d+)\b ")
_OF_SOME = re.compile(
    r"\b(?:for|of(?! (?:clause|Part|Article|Schedule|Appendix)\b)|only|except)\b", re.I
)
_OF_CLAUSES = re.compile(
    rf"(?:(?:sub-?)?clauses?|refs?|references?|provisions?|items?)\b.*|\d[\w]*\.{CITATION}", re.I
)


def is_own(text: str, above: Lead, led: str) -> bool:
    """Does a labelled piece below an order speak as the terms do, and is no wording for it?

    Below one that names no clause ("The following changes are agreed:") each has its own order,
    and below one that is `led` by words of an increase each says what its figure comes to.
    """
    rises, unnamed = bool(_MOVES.search(led)), above.target is None
    moves = bool(_FROM_TO.search(text)) and (rises or unnamed or bool(_NAMES.match(text)))
    moved = (moves or (rises and unnamed and target(text) is not None)) and not _PUTS_IN.search(led)
    named = bool(_NAMES.match(text)) and masked(text) != text
    told = is_told(text) or is_moved(text, led)
    order = named or is_order(text) or is_order(_TOPIC.sub("", text, count=1))
    return directs(text) or told or moved or (unnamed and order)


def increased(text: str) -> str | None:
    """The clause whose figures rise as follows: "The rates in 7.3 increase as follows:"."""
    return _named(text) if _RISES.search(text) and not _PUTS_IN.search(text) else None


def retabled(text: str) -> str | None:
    """The clause whose rates a table replaces: "The scale in 7.3 is replaced with the following:".

    Not the rates of some of those that it names.
    """
    return _named(text) if _RETABLED.search(text) and not _OF_SOME.search(text) else None


def _named(text: str) -> str | None:
    """The clause that a line names, or the Appendix or Schedule that it is on."""
    first = _DIVISION_FIRST.match(text)
    return target(text) or (numbering.division_id(first["name"], first["at"]) if first else None)


def names_clause(cell: str) -> bool:
    """Is a cell the number of a clause, or the heading over such numbers?"""
    return bool(_OF_CLAUSES.fullmatch(cell.strip()))
