"""A PDF that shows its changes, read as one of its two versions.

Text with a line through it is deleted. Text with a line under it is inserted where the line has
the text's own colour and the document shows that this is a colour of changes: text in it is struck
elsewhere, or a bar stands beside the row. A link, a heading and a table's rule are none of this.
Where nothing is struck and no bar stands, words in sentences that are underlined in a colour of
their own are insertions too, and that nothing proves it is said; what else may be one is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from clausetrack import reasons
from clausetrack.ingest.pdf.labels import LABEL
from clausetrack.ingest.pdf.rows import PrintedPage, PrintedRow, Span
from clausetrack.ingest.pdf.strokes import LINKS, is_link

#: What is an address without being a link that can be clicked.
_ADDRESS = re.compile(r"://|\bwww\.|@|\w\.[a-z]{2,}(?:/|\b)", re.I)


_WORDS = re.compile(r"[^\W\d_]{2}")


@dataclass(frozen=True, slots=True)
class Shown:
    """How a document shows its changes: at all, so that it is proved; rows that may hold some."""

    marked: bool = False
    proved: bool = True
    open: tuple[PrintedRow, ...] = ()


def choose(pages: Sequence[PrintedPage], revisions: str) -> Shown:
    """Drop from the rows what the chosen version does not hold, and say how it is shown."""
    rows = [row for page in pages for row in page.rows]
    struck = {span.colour for row in rows for span in row.spans if span.struck}
    struck |= {span.struck for row in rows for span in row.spans if span.struck}
    coloured = {colour for colour in struck if not _is_neutral(colour)}
    marked = False
    alone: set[str] = set()
    unsure: list[PrintedRow] = []
    if not struck:
        alone, unsure = _alone(rows, {colour for page in pages for colour in page.linked})
        coloured |= alone
    linked = {colour for page in pages for colour in page.linked} - coloured
    for row in rows:
        if not any(span.struck or span.underlined for span in row.spans):
            continue
        spans = tuple(
            replace(span, revision=_revision(span, row, struck, coloured, linked))
            for span in row.spans
        )
        if any(span.struck and not span.revision and _WORDS.search(span.text) for span in spans):
            unsure.append(row)
        if any(span.revision for span in spans):
            marked = True
            gone = "deleted" if revisions == "accepted" else "inserted"
            _drop(row, spans, gone, reasons.DROPPED[revisions])
    return Shown(marked, not alone, tuple(unsure))


def _alone(rows: Sequence[PrintedRow], linked: set[str]) -> tuple[set[str], list[PrintedRow]]:
    """The colours that only insertions have where nothing is struck, and the rows left open.

    Insertions stand in sentences, after words that are not coloured, or are sentences; no word in
    their colour is without a line, leads anywhere or is an address. Blue is the colour of links,
    and leaves it open.
    """
    found: dict[str, list[PrintedRow]] = {}
    other = linked | {
        span.colour
        for row in rows
        for span in row.spans
        if span.text.strip() and not _is_line_of(span)
    }
    other |= {span.colour for row in rows for span in row.spans if _ADDRESS.search(span.text)}
    for row in rows:
        if row.barred or not any(span.underlined for span in row.spans):
            continue
        sentence = len(row.text.split()) > 5 and row.text.rstrip().endswith((".", ";"))
        before = "a sentence" if sentence and _is_whole(row) and not row.bold else ""
        for span in row.spans:
            if _is_line_of(span) and not _is_neutral(span.colour) and _WORDS.search(before):
                found.setdefault(span.colour, []).append(row)
            before += "" if span.underlined else span.text
    alone = found.keys() - other - LINKS
    open_ = [row for colour, held in found.items() if colour not in alone | linked for row in held
             if not any(_ADDRESS.search(span.text) for span in row.spans)]  # fmt: skip
    return alone, list({id(row): row for row in open_}.values())


def _is_line_of(span: Span) -> bool:
    return bool(span.underlined) and _alike(span.underlined, span.colour)


def _revision(
    span: Span, row: PrintedRow, struck: set[str], coloured: set[str], linked: set[str]
) -> str:
    if span.struck and (_alike(span.struck, span.colour) or not _is_neutral(span.struck)):
        # with a line under it too: a heading, more often than what was put in and taken out
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
        link = is_link(span.colour) and (span.colour in linked or _ADDRESS.search(span.text))
        inserted = bool(coloured) and not link
    return "inserted" if inserted else ""


def _is_whole(row: PrintedRow) -> bool:
    """Is all of a row underlined, its number left aside?"""
    label = row.spans[0] if LABEL.fullmatch(row.spans[0].text.strip()) else None
    return all(span.underlined or is_link(span.colour) or span is label
               for span in row.spans if span.text.strip())  # fmt: skip


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
