"""What belongs to the page and not to the text: footers, dates of a web page, empty rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "extraction"
WHY = {
    "page-furniture": "A footer inside a clause is read as part of it, and cuts a sentence in two.",
    "row-empty": "A row without text is left over from conversion, or its figures were lost.",
}

_ALONE = re.compile(
    r"\s*(?:page\s*\|?\s*\d+(?:\s+of\s+\d+)?|\d+\s*\|\s*page|last\s+(?:modified|updated)\b.*"
    r"|(?:printed|downloaded|retrieved)\s+(?:on|from)\b.*|https?://\S+)\s*\Z",
    re.I,
)
_INSIDE = re.compile(r"\bpage\s*\|\s*\d+\b|\bpage\s+\d+\s+of\s+\d+\b", re.I)


def check(subject: Subject) -> Iterator[Finding]:
    leads = False  # does the passage before lead to an address?
    for passage in subject.passages:
        address, leads = leads, passage.text.rstrip().endswith((":", " at", " from"))
        if address and "://" in passage.text:
            continue
        inside = _INSIDE.search(passage.text) if "age" in passage.text else None
        if match := inside or _ALONE.match(passage.text):
            message = "words of the page stand in the text"
            yield subject.quoting("page-furniture", message, passage, *match.span())
    for clause in subject.document.clauses:
        if clause.table is None or any("signed" in text.casefold() for text in
                                       clause.table.texts[0]):  # fmt: skip
            continue
        for at, row in enumerate(clause.table.texts, 1):
            if len(row) > 1 and not any(text.strip() for text in row):
                message = f"row {at} of the table is empty"
                yield subject.finding("row-empty", message, clause, clause.heading_text)
