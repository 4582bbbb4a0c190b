"""Alternatives and blanks that the drafter left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Passage, Subject
from clausetrack.model import Finding

GROUP = "structure"
WHY = {
    "alternative-unresolved": "Whoever signs signs both alternatives, or a blank; nobody can say"
    " afterwards what was agreed."
}

_OPEN = re.compile(
    r"\[[^\]\[]{2,200}\bOR\b[^\]\[]{2,200}\]"
    r"|\[\s*(?:insert|enter|add|delete|date|name|amount|to be (?:confirmed|advised|agreed)|tb[ca])"
    r"[^\]\[]{0,80}\]"
    r"|\[(?:\s*[•xX_.…?]+\s*)\]|\bTB[CA]\b"
)
#: A sum or a share that was not filled in; behind a colon it is a line of a form.
_SUM = re.compile(
    r"(?<!:)(?<!: )(?:\$\s?(?:[Xx]+(?:[.,][Xx]+)*\b|_{2,}|\.{3,}|…|\[\s*\])"
    r"|(?<!\w)(?:[Xx]{1,3}|_{2,})\s?%)"
)
#: Something like it is in every such sum, and quickly found.
_NEAR_SUM = re.compile(r"\$\s?[Xx_.…\[]|%(?<=[Xx_\s]%)")
#: Brackets that may hold a choice, or an aside.
_MAYBE = re.compile(r"\[(?!\s*(?:note|see|refer)\b)[^\]\[.]{8,160}\bor\b[^\]\[.]{8,160}\]", re.I)


def check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        found, maybe = list(_sums(passage)), []
        if "[" in passage.text or "TB" in passage.text:
            found += _OPEN.finditer(passage.text)
            maybe = [] if found else list(_MAYBE.finditer(passage.text))
        for match in (*found, *maybe):
            yield subject.finding(
                "alternative-unresolved",
                "an alternative or a blank was left open",
                passage.clause,
                match[0],
                severity="info" if maybe else "",
            )


def _sums(passage: Passage) -> Iterator[re.Match[str]]:
    """The sums that were left blank; several lines in a paragraph, or one in a cell, are a form."""
    if not _NEAR_SUM.search(passage.text):
        return
    found = list(_SUM.finditer(passage.text))
    in_words = passage.place == "text" and len(found) == 1
    yield from (each for each in found if in_words or "x" in each[0].lower())
