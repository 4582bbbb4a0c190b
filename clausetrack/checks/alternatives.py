"""Alternatives and blanks that the drafter left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Passage, Subject
from clausetrack.model import Finding
from clausetrack.numbering import NUMBER_WORD
from clausetrack.segment.wording import QUOTED
from clausetrack.values import MONTH

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
#: A day, a sum or a number of which one was to be chosen: "[1 July 2026 / 1 August 2026]".
_FIGURED = rf"(?:\$\s?\d[\d,.]*|\d{{1,2}} {MONTH}(?: \d{{4}})?|(?:{NUMBER_WORD})\b)"
_CHOICE = re.compile(
    rf"\[\s{{0,2}}{_FIGURED}[^\]\[/]{{0,20}}(?:/|\]\s{{0,2}}/?\s{{0,2}}\[)\s{{0,2}}{_FIGURED}"
    r"[^\]\[/]{0,20}\]",
    re.I,
)
#: A sum, a share or a day that was not filled in; behind a colon it is a line of a form.
_SUM = re.compile(
    r"(?<!:)(?<!: )(?:\$\s?(?:[Xx]+(?:[.,][Xx]+)*\b|_{2,}|\.{3,}|…|\[\s*\])"
    rf"|(?<!\w)(?:[Xx]{{1,3}}|_{{2,}})\s?%|(?P<year>_{{2,200}}\s(?:{MONTH}\s)?20\d\d\b))"
)
_SIGNING = re.compile(r"\b(?:dated|signed|signature)\b", re.I)
#: Something like it is in every such sum, and quickly found.
_NEAR_SUM = re.compile(r"\$\s?[Xx_.…\[]|%(?<=[Xx_\s]%)|__ ")
#: Brackets that may hold a choice, or an aside.
_MAYBE = re.compile(r"\[(?!\s*(?:note|see|refer)\b)[^\]\[.]{8,160}\bor\b[^\]\[.]{8,160}\]", re.I)
#: What says of words that an agreement quotes that they are a form to be filled in.
_FORM = re.compile(
    r"\b(?:forms?|letters?|notices?|declarations?|certificates?|statements?|templates?)\b"
    r"[^“”\"]{0,80}\Z",
    re.I,
)
_NEAR = 100  # characters before a quotation
_SPEAKER = re.compile(r"[“\"]\s*(?:I|We)\b")


def check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        found, maybe = list(_sums(passage)), []
        if "[" in passage.text or "TB" in passage.text:
            found += [*_OPEN.finditer(passage.text), *_CHOICE.finditer(passage.text)]
            maybe = [] if found else list(_MAYBE.finditer(passage.text))
            forms = {at for form in _forms(passage.text) for at in form} if found else set()
            found = [one for one in found if one.start() not in forms]
        for match in (*found, *maybe):
            yield subject.finding(
                "alternative-unresolved",
                "an alternative or a blank was left open",
                passage.clause,
                match[0],
                severity="info" if maybe else "",
            )


def _forms(text: str) -> Iterator[range]:
    """Where a text quotes a form: "completes the form: “I, [name], ...”"."""
    for quoted in QUOTED.finditer(text):
        if _SPEAKER.match(quoted[0]) or _FORM.search(
            text, max(0, quoted.start() - _NEAR), quoted.start()
        ):
            yield range(quoted.start(), quoted.end())


def _sums(passage: Passage) -> Iterator[re.Match[str]]:
    """The sums and days left blank; several lines in a paragraph, or one in a cell, are a form."""
    if not _NEAR_SUM.search(passage.text):
        return
    found = list(_SUM.finditer(passage.text))
    in_words = passage.place == "text" and len(found) == 1
    for each in found:
        # the day of a signature is filled in when it is signed
        signing = each["year"] and _SIGNING.search(passage.text)
        if (in_words and not signing) or "x" in each[0].lower():
            yield each
