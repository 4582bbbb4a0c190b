""" "The Ministry" in a document that never says which one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
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
_NAMES_UNION = re.compile(r"\([^()]*\bunion\b[^()]*\)|\bunion[”\"]", re.I)


def check(subject: Subject) -> Iterator[Finding]:
    yield from _union(subject)
    for body in _BODIES:
        if body not in subject.words or _named(body, subject.text):
            continue
        short = re.compile(rf"\b[Tt]he {body}\b(?!['’]?\w|\s+(?:for|of)\b|\s+[A-Z(])")
        for passage in subject.prose:
            if match := short.search(passage.text):
                yield subject.finding(
                    "term-undefined",
                    f"“the {body}” is not defined, nor named in full",
                    passage.clause,
                    passage.around(match.start(), match.end()),
                )
                break


def _union(subject: Subject) -> Iterator[Finding]:
    """ "The union" in terms that never say which: there are several in a sector."""
    if not subject.is_terms or _NAMES_UNION.search(subject.text):
        return
    for passage in subject.prose:
        if match := re.search(r"\b[Tt]he union\b", passage.text):
            quote = passage.around(match.start(), match.end())
            message = "“the union” is not defined"
            yield subject.finding("term-undefined", message, passage.clause, quote)
            return


def _named(body: str, text: str) -> bool:
    """Is it named in full or defined anywhere: "Ministry of Harbours", "(the Ministry)"?"""
    return any(
        _AFTER.match(text, match.end())
        or _BEFORE.search(text[max(0, match.start() - 30) : match.start()])
        for match in re.finditer(rf"{body}\b", text)
        if not text[max(0, match.start() - 1) : match.start()].isalnum()
    )
