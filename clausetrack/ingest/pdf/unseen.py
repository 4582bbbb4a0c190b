"""Words of a PDF that are in the file, and that nobody sees on a print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausetrack.errors import finding
from clausetrack.ingest.pdf.rows import PrintedRow, Span
from clausetrack.model import Finding, Source

_PAPER = 0xF4  # of 255: lighter parts than this in all three are white to the eye
_WORD = re.compile(r"\w")


def unseen(rows: Sequence[PrintedRow], name: str) -> Iterator[Finding]:
    """A finding for each stretch of words that nobody sees on the page."""
    for row in rows:
        lost = [span for span in row.spans if span.unseen and _WORD.search(span.text)]
        if not lost or row.aside:
            continue
        for found in _stretches(row, lost):
            text = "".join(span.text for span in found).strip()
            white = all(map(_is_white, found))
            how = "has the colour of the paper" if white else "is not seen on the page"
            message = f"“{text}” {how}, and is read as part of the text"
            start = found[0].at
            place = Source(name, page=row.page, line=row.line, start=start, end=start + len(text))
            yield finding("text-hidden", message, source=place, quote=text)


def _stretches(row: PrintedRow, lost: Sequence[Span]) -> Iterator[list[Span]]:
    """The spans of a row that are not seen, with the spaces between them."""
    found: list[Span] = []
    for span in row.spans:
        if span in lost or (found and not _WORD.search(span.text)):
            found.append(span)
        elif found:
            yield found
            found = []
    if found:
        yield found


def _is_white(span: Span) -> bool:
    return all(int(span.colour[at : at + 2], 16) >= _PAPER for at in (0, 2, 4))
