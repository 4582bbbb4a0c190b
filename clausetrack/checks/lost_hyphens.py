"""A hyphen that was lost: "faceto-face" where the document has "face-to-face" elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.checks.hyphens import hyphened
from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "extraction"
WHY = {
    "hyphen-lost": "Two words ran together where a line was broken: text may be missing there too."
}


def check(subject: Subject) -> Iterator[Finding]:
    forms = sorted(hyphened(subject), key=lambda form: (form.count("-"), form))
    whole = {form.replace("-", ""): form for form in forms}
    for word in subject.words:
        form = whole.get(word.casefold().replace("-", "")) if "-" in word else None
        if form is not None and word.count("-") < form.count("-"):
            passage, at = subject.first(word)
            message = f"“{word}” has lost a hyphen; elsewhere it is “{form}”"
            yield subject.quoting("hyphen-lost", message, passage, at, at + len(word))
