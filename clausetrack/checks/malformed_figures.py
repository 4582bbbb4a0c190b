"""Figures in a table that carry something that is no part of a figure: "$4,000-"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "arithmetic"
WHY = {
    "figure-malformed": "Nobody can be paid a figure that reads two ways; a machine that reads it"
    " pays one of them in silence."
}

_STRAY = re.compile(r"\s*\$\s?\d[\d,]*(?:\.\d+)?\s*(?P<stray>[-–—~`^_|\\/;:]+)\s*")


def check(subject: Subject) -> Iterator[Finding]:
    """What is not written as one amount at all is found when the table is read."""
    for clause in subject.document.clauses:
        for row in clause.table.rows if clause.table else ():
            for cell in row:
                if match := _STRAY.fullmatch(cell.text):
                    message = f"a “{match['stray']}” stands behind the figure"
                    yield subject.finding("figure-malformed", message, clause, cell.text)
