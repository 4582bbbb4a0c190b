"""Words of a PDF in the colour of the paper, which are in the file and on no print."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausetrack.errors import finding
from clausetrack.ingest.pdf.rows import PrintedRow, Span
from clausetrack.model import Finding, Source

_PAPER = 0xF4  # of 255: lighter parts than this in all three are white to the eye
_WORD = re.compile(r"\w")
_MANY = 8  # words: the title on a dark ground has fewer


def unseen(rows: Sequence[PrintedRow], name: str) -> Iterator[Finding]:
    """A finding for each stretch of white words beside others that are not, or in a long line.

    What is behind the words is not known: a whole line that is white may be a title on a dark
    ground, and a cell of a table its heading.
    """
    for row in rows:
        spans = [span for span in row.spans if _WORD.search(span.text)]
        white = [span for span in spans if _is_white(span)]
        long = row.cell is None and len(row.text.split()) >= _MANY
        if not white or row.aside or (len(white) == len(spans) and not long):
            continue
        for found in _stretches(row, white):
            text = "".join(span.text for span in found).strip()
            message = f"“{text}” has the colour of the paper, and is read as part of the text"
            start = found[0].at
            place = Source(name, page=row.page, line=row.line, start=start, end=start + len(text))
            yield finding("text-hidden", message, source=place, quote=text)


def _stretches(row: PrintedRow, white: Sequence[Span]) -> Iterator[list[Span]]:
    """The white spans of a row with the spaces between them."""
    found: list[Span] = []
    for span in row.spans:
        if span in white or (found and not _WORD.search(span.text)):
            found.append(span)
        elif found:
            yield found
            found = []
    if found:
        yield found


def _is_white(span: Span) -> bool:
    return all(int(span.colour[at : at + 2], 16) >= _PAPER for at in (0, 2, 4))
