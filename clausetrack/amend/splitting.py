"""The sentences of a paragraph of terms of settlement."""

from __future__ import annotations

import re
from functools import lru_cache

from clausetrack.amend.renumbering import counts_on, parted
from clausetrack.segment.phrases import SCHEDULE
from clausetrack.segment.wording import is_order

_SPLIT = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"‘(*\[])")
#: “… with “ten” and in clause 4.2 replace …”: the second order has a clause of its own.
_AND_IN = re.compile(
    r"(?<=[”\"’'])(?:[;,]\s+(?:and\s+)?|\s+and\s+)"
    r"(?=(?:in )?(?:sub-?)?clauses? [A-Z]{0,2}\.?\d)",
    re.I,
)
#: "In the definition of “Week” and in clause 3 replace …": what names a part orders nothing.
_NAMES_PART = re.compile(
    r"\W*(?:in|from|to|at|under|of) (?:the )?"
    r"(?:definitions?|headings?|titles?|rows?|notes?|bullets?"
    r"|entry|entries|terms?|words?)\b[^“”\"]{0,40}[“\"][^“”\"]*[”\"]",
    re.I,
)
#: “… (both effective 1 July 2026).”
_BOTH = re.compile(
    r",? \(?(?:both|all|each) (?:to take effect|with effect|effective|operative|from)\b"
    r"[^.;:“”\"]{1,40}\.?$",
    re.I,
)
#: “… delete “a” and in clause 4.2 delete “b”, inserting “c” and “d” respectively.”
_RESPECTIVELY = re.compile(r"[”\"’'],? respectively\W*\Z", re.I)
_BECOMES = re.compile(r"[”\"’'] (?:becomes?|is|are|(?:to|shall|will) (?:be|read|become))\b")
_DIVISION = re.compile(rf"\b{SCHEDULE}\s")
_ENDS_IN_NUMBER = re.compile(r"(?:\bclauses?\s+[\w.()]+|\b(?:e\.g|i\.e|No|s))\.$", re.I)
#: "In clause 4.2. Delete …"
_NAMES_ALONE = re.compile(r"\W*(?:(?:in|at|from|under) )?(?:sub-?)?clauses?\s+[\w.()]+", re.I)


def split(text: str) -> list[str]:
    """The sentences of a paragraph; "clause 1.6. Definitions" is no end of one."""
    return list(_split(text))


@lru_cache(8)  # of what is quoted with many orders it is asked for each of them
def _split(text: str) -> tuple[str, ...]:
    out: list[str] = []
    pieces = (
        part
        for one in _SPLIT.split(text.strip())
        # "In Appendix A, clause 2 … and in clause 3 …": the name is said of both.
        for part in ([one] if _DIVISION.search(one) else _orders(one))
    )
    for part in pieces:
        if out and (_goes_on(out[-1], part) or _is_open(out[-1], text)):
            out[-1] += " " + part
        else:
            out.append(part)
    return tuple(part for piece in out if piece for part in parted(piece))


def _orders(sentence: str) -> list[str]:
    """The orders of a sentence, each on a clause of its own; what is none by itself stays with it.

    "… and clause 2.2 by deleting “b”" has its verb from what stands before.
    """
    if both := _BOTH.search(sentence):  # the day is said of each
        return [f"{one}{both[0]}" for one in _orders(sentence[: both.start()])]
    if _RESPECTIVELY.search(sentence):
        return [sentence]
    out: list[str] = []
    start = 0
    joints = list(_AND_IN.finditer(sentence))
    for at, joint in enumerate(joints):
        end = joints[at + 1].start() if at + 1 < len(joints) else None
        part = sentence[joint.end() : end]
        names = _NAMES_PART.fullmatch(sentence[start : joint.start()])
        if not names and (is_order(part) or _BECOMES.search(part)):
            out.append(sentence[start : joint.start()])
            start = joint.end()
    return [*out, sentence[start:]]


def _goes_on(piece: str, part: str) -> bool:
    """Is the number that a piece ends in no end of it? "Delete clause 1.6. Insert ..." are two."""
    anew = (is_order(piece) and counts_on(part)) or (
        is_order(part) and not _NAMES_ALONE.fullmatch(piece)
    )
    return bool(_ENDS_IN_NUMBER.search(piece)) and not anew


def _is_open(piece: str, text: str) -> bool:
    """Does a piece of `text` end inside a quotation that the text closes?"""
    return text.count("“") == text.count("”") and piece.count("“") > piece.count("”")
