"""One Act named with its year in two ways: "Act 2020" and "Act (2020)"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "references"
WHY = {
    "act-style-mixed": "A reader who searches for an Act by its name misses the places where it"
    " is written otherwise."
}

_YEAR = re.compile(r"\bAct (?P<open>\()?\d{4}")


def check(subject: Subject) -> Iterator[Finding]:
    found = [
        (reference, year["open"] is not None)
        for reference in subject.references
        if reference.kind == "statute" and (year := _YEAR.search(reference.text))
    ]
    usual = Counter((reference.instrument, style) for reference, style in found)
    told: set[str] = set()
    for reference, style in found:
        name = reference.instrument
        here, other = usual[name, style], usual[name, not style]
        if name in told or not (here < other or (here == other and style)):
            continue
        told.add(name)
        message = f"the {name} is written {'with' if style else 'without'} brackets round its year"
        message += ", and otherwise elsewhere"
        yield subject.finding("act-style-mixed", message, subject.citing(reference), reference.text)
