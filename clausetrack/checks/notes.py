"""A note that does not say which provision it governs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "structure"
WHY = {
    "note-scope-unclear": "“This provision” in a note may be the sub-clause above it or the whole"
    " clause; who is excepted depends on it."
}

_THIS = re.compile(r"\s*this (?:provision|section)\b", re.I)


def check(subject: Subject) -> Iterator[Finding]:
    for children in subject.groups.values():
        for note in children:
            if note.kind == "note" and _THIS.match(note.own_text):
                yield subject.finding(
                    "note-scope-unclear",
                    "the note speaks of “this provision” and does not name it",
                    note,
                    note.own_text[:100],
                )
