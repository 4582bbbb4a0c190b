"""Times of day written in two ways in one clause: "8.30 am" and "4:30pm"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "wording"
WHY = {
    "time-style-mixed": "It shows that a sentence was put together from two texts, and is a place"
    " to look at twice."
}

_TIME = re.compile(r"\b\d{1,2}(?P<mark>[.:])?(?(mark)\d{2})(?P<space>\s?)(?:am|pm|a\.m\.|p\.m\.)")
_ANY = re.compile(r"\d\s?[ap]\.?m\b")


def check(subject: Subject) -> Iterator[Finding]:
    if not _ANY.search(subject.text):
        return
    for passage in subject.prose:
        if not _ANY.search(passage.text):
            continue
        found = list(_TIME.finditer(passage.text))
        marks = {match["mark"] for match in found if match["mark"]}
        spaces = {bool(match["space"]) for match in found}
        if len(marks) > 1 or len(spaces) > 1:
            message = "times are written in two ways: " + ", ".join(match[0] for match in found[:4])
            yield subject.quoting("time-style-mixed", message, passage, *found[0].span())
