"""One number written "6,000" here and "6000" there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "wording"
WHY = {"number-style-mixed": "Figures that are written alike can be compared and searched for."}

_COMMA = re.compile(r"\d(?<![\w$,.].)\d{0,2}(?:,\d{3})+(?![\d,])")
_PLAIN = re.compile(r"(?<![\w$,./-])[1-9]\d{3,6}(?![\w,./-]\d|\w|[-–/]\d)")


def check(subject: Subject) -> Iterator[Finding]:
    marked = {match[0].replace(",", "") for match in _COMMA.finditer(subject.text)}
    for passage in subject.passages if marked else ():
        for match in _PLAIN.finditer(passage.text):
            if match[0] in marked:
                message = f"{match[0]} is elsewhere written {int(match[0]):,}"
                yield subject.quoting("number-style-mixed", message, passage, *match.span())
