"""A clause number written like no other: "3.4A1" where there is a 3.4A."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "references"
WHY = {
    "reference-malformed": "A number that is no clause's cannot be followed, and may be read as a"
    " clause that the reader does not have."
}

_NEAR = re.compile(r"\d[A-Z]\d")
_ODD = re.compile(r"(?<![\w.])(?P<known>\d+(?:\.\d+)+[A-Z])(?P<more>\d{1,2})(?![\w%]|\.\d)")


def check(subject: Subject) -> Iterator[Finding]:
    held = {clause.id for clause in subject.document.clauses}
    cited = {target for reference in subject.references for target in reference.targets}
    for passage in subject.passages:
        for match in _ODD.finditer(passage.text) if _NEAR.search(passage.text) else ():
            if match[0] in held or match["known"] not in held | cited:
                continue
            message = (
                f"{match[0]} is no clause's number; {match['known']}.{match['more']} or"
                f" {match['known']} may be meant"
            )
            yield subject.quoting("reference-malformed", message, passage, *match.span())
