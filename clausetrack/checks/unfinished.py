"""A paragraph that breaks off: without a full stop, or with an "and" and nothing behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from clausetrack.checks.subject import Subject
from clausetrack.model import Clause, Finding

GROUP = "extraction"
WHY = {"sentence-unfinished": "A full stop was forgotten, or the end of the sentence was lost."}

_END = 12
_SHOWN = 80  # characters
#: An item that is joined to the next one of its list.
_GOES_ON = re.compile(r"[,;]\s*(?:and|or|but)\s*$")
_AND = re.compile(r"\b(?:and|or)\s*\Z")
#: What may go on with what a paragraph before it began.
_BESIDE = frozenset({"text", "paragraph", "bullet", "note", "table"})
_EARLIER = re.compile(r"[a-z)]{2}\.\s+[A-ZĀĒĪŌŪ]")


def check(subject: Subject) -> Iterator[Finding]:
    """Paragraphs of more than one sentence; what leads into a list, a table or a note goes on.

    Where the paragraph before or after it ends so too, that is how they are printed.
    """
    yield from _joined_to_nothing(subject)
    bare = _bare_neighbours(subject)
    for passage in subject.prose:
        clause = passage.clause
        if clause.kind in {"bullet", "heading"} or clause.id.startswith("signatures"):
            continue
        last = passage.text.rstrip()[-1:]
        if not (last.isalpha() and last.islower() and _EARLIER.search(passage.text)):
            continue
        if _GOES_ON.search(passage.text[-_END:]) and clause.kind == "paragraph":
            continue
        if (clause.fragment, clause.id) in subject.groups or id(clause) in bare:
            continue
        yield subject.finding(
            "sentence-unfinished",
            "the last sentence has no full stop",
            clause,
            f"…{passage.text[-80:]}",
        )


def _joined_to_nothing(subject: Subject) -> Iterator[Finding]:
    """A paragraph or an item that ends in "and" before a heading or another clause.

    Clauses that are the items of a list go on in the next, and so may wording that terms break off.
    """
    after = {id(one): other for one, other in pairwise(subject.document.clauses)}
    for passage in subject.prose:
        clause = passage.clause
        tail = passage.text.rstrip()
        if tail[-2:] not in {"nd", "or"} or not _AND.search(tail[-5:]) or _is_title(clause):
            continue
        follows = after.get(id(clause))
        if follows is None:
            goes_on = subject.is_terms
        else:
            listed = _GOES_ON.search(tail[-_END:]) and follows.parent == clause.parent
            beside = follows.kind in _BESIDE or follows.fragment != clause.fragment
            goes_on = beside or bool(listed and follows.own_text)
        if not goes_on:
            yield subject.finding(
                "sentence-unfinished",
                f"ends in “{tail.rpartition(' ')[2]}”, and nothing follows",
                clause,
                f"…{tail[-80:]}" if len(tail) > _SHOWN else tail,
            )


def _is_title(clause: Clause) -> bool:
    """ "The agreement between", "THE HARBOUR BOARD and", "The Guild"."""
    shouted = clause.own_text.rstrip().rpartition(" ")[0].isupper()
    return clause.kind == "heading" or clause.id.startswith("preamble") or shouted


def _bare_neighbours(subject: Subject) -> set[int]:
    """The unnumbered paragraphs beside which another one ends without a full stop."""
    out = set()
    for beside in subject.groups.values():
        for one, other in pairwise(each for each in beside if each.kind == "text"):
            out |= {id(one)} if other.own_text.rstrip()[-1:].islower() else set()
            out |= {id(other)} if one.own_text.rstrip()[-1:].islower() else set()
    return out
