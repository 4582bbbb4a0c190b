"""A PDF that shows its changes, read as one of its two versions.

Text with a line through it is deleted. Text with a line under it is inserted where the line has
the text's own colour and the document shows that this is a colour of changes: text in it is struck
elsewhere, or a bar stands beside the row. A link, a heading and a table's rule are none of this.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from clausetrack.ingest.pdf.rows import PrintedPage, PrintedRow, Span
from clausetrack.ingest.pdf.strokes import LINKS

#: What is an address without being a link that can be clicked.
_ADDRESS = re.compile(r"://|\bwww\.|@|\w\.[a-z]{2,}(?:/|\b)", re.I)
DROPPED = {"accepted": "deleted by a tracked change", "rejected": "inserted by a tracked change"}


def choose(pages: Sequence[PrintedPage], revisions: str) -> bool:
    """Drop from the rows what the chosen version does not hold; True where anything is marked."""
    rows = [row for page in pages for row in page.rows]
    struck = {span.colour for row in rows for span in row.spans if span.struck}
    struck |= {span.struck for row in rows for span in row.spans if span.struck}
    coloured = {colour for colour in struck if not _is_neutral(colour)}
    marked = False
    for row in rows:
        if not any(span.struck or span.underlined for span in row.spans):
            continue
        spans = tuple(
            replace(span, revision=_revision(span, row, struck, coloured)) for span in row.spans
        )
        if any(span.revision for span in spans):
            marked = True
            _drop(
                row, spans, "deleted" if revisions == "accepted" else "inserted", DROPPED[revisions]
            )
    return marked


def _revision(span: Span, row: PrintedRow, struck: set[str], coloured: set[str]) -> str:
    if span.struck and (_alike(span.struck, span.colour) or not _is_neutral(span.struck)):
        return "deleted"
    if not span.underlined:
        return ""
    if not _alike(span.underlined, span.colour):
        return "inserted" if span.underlined in coloured else ""
    if _is_neutral(span.colour):
        # black on black: only where deletions are black too, and not a heading
        inserted = bool(struck) and not coloured and not (row.bold and _is_whole(row))
    elif span.colour in coloured or row.barred:
        inserted = True
    else:
        address = span.colour in LINKS and _ADDRESS.search(span.text)
        inserted = bool(coloured) and not address
    return "inserted" if inserted else ""


def _is_whole(row: PrintedRow) -> bool:
    return all(span.underlined or span.colour in LINKS for span in row.spans if span.text.strip())


def _is_neutral(colour: str) -> bool:
    parts = [int(colour[at : at + 2], 16) for at in (0, 2, 4)]
    return max(parts) - min(parts) < 40


def _alike(one: str, other: str) -> bool:
    return all(
        abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) < 24 for at in (0, 2, 4)
    )


def _drop(row: PrintedRow, spans: tuple[Span, ...], revision: str, why: str) -> None:
    gone = [span for span in spans if span.revision == revision and span.text.strip()]
    if not gone:
        row.spans = spans
        return
    if all(span.revision == revision or not span.text.strip() for span in spans):
        row.spans, row.aside = spans, why
        return
    row.spans = spans
    row.drop([span for span in spans if span.revision == revision], why)
