""" "The Ministry" that is never named, and "a Night Worker" where other terms are defined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Passage, Subject
from clausetrack.checks.term_defined_twice import DEFINES
from clausetrack.model import Finding

GROUP = "references"
WHY = {"term-undefined": "Who holds a power or a duty must be certain from the document itself."}

#: Offices and bodies that are named in short only after they were named in full.
_BODIES = (
    "Ministry", "Minister", "Secretary", "Commissioner", "Commission", "Council", "Department",
    "Authority", "Fund", "Committee", "Trust", "Panel", "Tribunal", "Registrar", "Association",
    "Agency",
)  # fmt: skip

_AFTER = re.compile(
    r"\s(?:of|for|to)\s+(?:the\s+)?[A-Z]|[”\"'’]?\s*\)|[”\"’']?\s+(?:means|is the|refers)"
)
_BEFORE = re.compile(r"(?:^|[^\w’'])(?![Tt]he )[A-ZĀĒĪŌŪ][\w’']+ $")
#: "a Night Worker": a term and no name, since it may be any of several.
_TERM = re.compile(
    r"\b(?:[Aa]n?|[Aa]ny|[Ee]ach|[Ee]very|[Nn]o)\s+(?P<term>[A-ZĀĒĪŌŪ][a-zāēīōū’'-]+"
    r"(?: [A-ZĀĒĪŌŪ][a-zāēīōū’'-]+){1,2})\b(?! [A-ZĀĒĪŌŪ])"
)
_TOLD = 6
_DEFINED = 3  # terms of which a document that defines its terms says what they mean
_NAMES_UNION = re.compile(r"\([^()]*\bunion\b[^()]*\)|\bunion[”\"]", re.I)


def check(subject: Subject) -> Iterator[Finding]:
    yield from _union(subject)
    yield from _terms(subject)
    for body in _BODIES:
        if body not in subject.words or _named(body, subject.text):
            continue
        short = re.compile(rf"\b[Tt]he {body}\b(?!['’]?\w|\s+(?:for|of)\b|\s+[A-Z(])")
        for passage in subject.prose:
            if match := short.search(passage.text):
                message = f"“the {body}” is not defined, nor named in full"
                yield subject.quoting("term-undefined", message, passage, *match.span())
                break


def _union(subject: Subject) -> Iterator[Finding]:
    """ "The union" in terms that never say which: there are several in a sector."""
    if not subject.is_terms or _NAMES_UNION.search(subject.text):
        return
    for passage in subject.prose:
        if match := re.search(r"\b[Tt]he union\b", passage.text):
            message = "“the union” is not defined"
            yield subject.quoting("term-undefined", message, passage, *match.span())
            return


def _terms(subject: Subject) -> Iterator[Finding]:
    """What is capitalised as the defined terms of an agreement are, and defined nowhere in it."""
    means = [match for each in subject.prose if (match := DEFINES.match(each.text))]
    if subject.is_terms or len(means) < _DEFINED:
        return
    known = "\n".join(
        [match["term"] for match in means]
        + [each.text for each in subject.passages if each.place != "text"]  # headings and cells
        + re.findall(r"[“\"][^”\"\n]{1,60}[”\"]", subject.text)
    ).casefold()
    used: dict[str, tuple[Passage, re.Match[str]]] = {}
    for passage in subject.prose:
        for match in _TERM.finditer(passage.text):
            used.setdefault(match["term"], (passage, match))
    left = [
        term
        for term in used
        if term.casefold() not in known and subject.text.count(term) > 1
    ]
    if left:
        passage, match = used[left[0]]
        message = (
            f"other terms are defined, and not {', '.join(f'“{each}”' for each in left[:_TOLD])}"
            f"{', …' if left[_TOLD:] else ''}"
        )
        yield subject.quoting("term-undefined", message, passage, match.start("term"), match.end())


def _named(body: str, text: str) -> bool:
    """Is it named in full or defined anywhere: "Ministry of Harbours", "(the Ministry)"?"""
    return any(
        _AFTER.match(text, match.end())
        or _BEFORE.search(text[max(0, match.start() - 30) : match.start()])
        for match in re.finditer(rf"{body}\b", text)
        if not text[max(0, match.start() - 1) : match.start()].isalnum()
    )
