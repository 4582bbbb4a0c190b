"""Quotation marks that open and do not close, or close and did not open."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.checks.subject import Passage, Subject
from clausetrack.model import Finding

GROUP = "extraction"
WHY = {
    "quote-unbalanced": "Where quoted wording begins or ends is open: a word more or less may be"
    " part of it."
}


def check(subject: Subject) -> Iterator[Finding]:
    """Marks that a later paragraph of the same unit closes are not unbalanced."""
    units: dict[tuple[str | None, str], list[tuple[Passage, int]]] = {}
    for passage in subject.passages:
        text = passage.text
        surplus = text.count("“") - text.count("”")
        if '"' in text and not surplus:
            surplus = text.count('"') % 2
        if surplus:
            top = subject.top(passage.clause)
            units.setdefault((top.fragment, top.id), []).append((passage, surplus))
    for odd in units.values():
        if len(odd) == 2 and (odd[0][1] + odd[1][1] == 0 or '"' in odd[0][0].text):
            continue
        for passage, surplus in odd:
            what = "opens and is not closed" if surplus > 0 else "closes and was not opened"
            if '"' in passage.text:
                what = "has no partner"
            yield subject.finding(
                "quote-unbalanced", f"a quotation mark {what}", passage.clause, passage.text[:100]
            )
