"""A term with two definitions in one document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Clause, Finding

GROUP = "references"
WHY = {
    "term-defined-twice": "Where two definitions of a term differ, every clause that uses it has"
    " two meanings."
}

DEFINES = re.compile(
    r"\s*[“\"‘']?(?!(?:This|That|It|Which|What)\b)(?P<term>[A-ZĀĒĪŌŪ][\w’' -]{1,50}?)[”\"’']?\s+"
    r"(?:means|has the (?:same )?meaning|is defined as)\b"
)


def check(subject: Subject) -> Iterator[Finding]:
    first: dict[tuple[str | None, str], Clause] = {}
    for passage in subject.prose:
        match = DEFINES.match(passage.text)
        if match is None:
            continue
        before = first.setdefault(
            (passage.clause.fragment, match["term"].casefold()), passage.clause
        )
        if before is not passage.clause:
            yield subject.finding(
                "term-defined-twice",
                f"“{match['term']}” is defined here and in {before.id}",
                passage.clause,
                passage.text[:80],
            )
