""" "This Agreement" and "this agreement" in one document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Passage, Subject
from clausetrack.model import Finding

GROUP = "wording"
WHY = {
    "capital-mixed": "A capital marks a defined term; used by turns it leaves open whether the"
    " same thing is meant."
}

_AGREEMENT = re.compile(r"\b[Tt]his (?P<word>[Aa]greement)\b")


def check(subject: Subject) -> Iterator[Finding]:
    if "his Agreement" not in subject.text or "his agreement" not in subject.text:
        return
    found: dict[str, list[tuple[Passage, re.Match[str]]]] = {}
    for passage in subject.prose:
        for match in _AGREEMENT.finditer(passage.text):
            found.setdefault(match["word"], []).append((passage, match))
    if len(found) < 2:
        return
    rarer = min(found, key=lambda word: (len(found[word]), word))
    passage, match = found[rarer][0]
    message = f"“this {rarer}” here, and “this {rarer.swapcase()[0]}{rarer[1:]}” elsewhere"
    yield subject.quoting("capital-mixed", message, passage, *match.span())
