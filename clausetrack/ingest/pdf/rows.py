"""A page's rows on their way out of the child process: `encoded` there, `decoded` here."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from clausetrack.ingest.pdf.layout import Row
    from clausetrack.ingest.pdf.page import Page, Word

#: What stands right after a word, unless words between the two were taken out.
CLOSES = re.compile(r"[,.;:)](?!\d)")
#: How near to its row a bullet stands, in sizes.
_BESIDE = 3.0
#: Why the words of a balloon are no part of the text.
BALLOON = "in a balloon beside the text"


@dataclass(frozen=True, slots=True)
class Span:
    """Text in one style, from offset `at` of its row.

    `struck` and `underlined` are the colours of lines through and under it; `revision` is what they
    mean: "", "inserted" or "deleted"; `unseen` that nobody sees it on the page.
    """

    text: str
    emphasis: str = ""
    colour: str = "000000"
    struck: str = ""
    underlined: str = ""
    size: float = 0.0
    at: int = 0
    revision: str = ""
    unseen: bool = False


@dataclass(slots=True)
class PrintedRow:
    """One printed line of a column, or of a table's cell.

    `left` and `right` are the edges of its column; `cell` is its cell's number in
    `PrintedPage.tables`: (table, cell). `dotted` says that a bullet is drawn before it, `aside` why
    it is no part of the text ("" where it is); `dropped` are spans that are no part of it, each
    with the reason. `line` counts the rows of the page from 1.
    """

    page: int
    line: int
    x0: float
    x1: float
    y: float
    size: float
    left: float
    right: float
    spans: tuple[Span, ...]
    text: str
    cell: tuple[int, int] | None = None
    margin: bool = False
    barred: bool = False
    dotted: bool = False
    aside: str = ""
    dropped: list[tuple[Span, str]] = field(default_factory=list)

    def drop(self, gone: Sequence[Span], why: str, *, spaced: bool = False) -> None:
        """Take spans out of the text; of two spaces that meet one stays, before a comma none.

        `spaced` says that a space at the end of such a span stands behind it, and is none of it.
        """
        kept: list[Span] = []
        cut = False
        for span in self.spans:
            if span in gone:
                words = span.text.rstrip() if spaced else span.text
                if words.strip():
                    self.dropped.append((replace(span, text=words), why))
                cut = True
                if words == span.text:
                    continue
                behind = span.text[len(words) :]
                span = replace(span, text=behind, at=span.at + len(words), size=self.size)
            text = span.text
            if (not kept or kept[-1].text[-1:].isspace()) and text[:1].isspace():
                text = text.lstrip()
                span = replace(span, text=text, at=span.at + len(span.text) - len(text))
            if cut and kept and CLOSES.match(text):
                kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip())
            if text:
                kept.append(span)
                cut = False
        self.spans = tuple(kept)
        self.text = "".join(span.text for span in kept)

    @property
    def bold(self) -> bool:
        return all("b" in span.emphasis for span in self.spans if span.text.strip())


@dataclass(frozen=True, slots=True)
class PrintedTable:
    """Cells as (row, column, columns spanned, rows spanned), and the columns' left edges."""

    cells: tuple[tuple[int, int, int, int], ...]
    edges: tuple[float, ...]


@dataclass(slots=True)
class PrintedPage:
    """What the child tells of a page: `characters` is PDFium's own count of the non-space ones,
    `linked` the colours of underlined words that lead somewhere when clicked, `pictures` what tells
    each picture from another one, `laid_on` what lies on it, by kind, and is none of its text.
    Where `line_numbers` may count its lines, `unnumbered` is the page without them."""

    number: int
    height: float
    rows: list[PrintedRow]
    tables: list[PrintedTable] = field(default_factory=list)
    characters: int = 0
    pictured: bool = False
    replaced: int = 0
    linked: tuple[str, ...] = ()
    error: str = ""
    pictures: tuple[str, ...] = ()
    laid_on: Sequence[tuple[str, str]] = ()
    line_numbers: Sequence[int] = ()
    unnumbered: PrintedPage | None = None


def encoded(page: Page) -> dict[str, Any]:
    """A page as JSON can hold it; where numbers may count its lines, with and without them."""
    from clausetrack.ingest.pdf.line_numbers import in_margin

    numbers = in_margin(page.words)
    told = _told(page)
    if numbers:
        told["line_numbers"] = [int(word.text) for word in numbers]
        told["unnumbered"] = _told(page, numbers)
    return told


def _told(page: Page, numbers: Sequence[Word] = ()) -> dict[str, Any]:
    from clausetrack.ingest.pdf.flow import flow

    rows, tables = flow(page, numbers)
    return {
        "height": page.height,
        "characters": page.characters,
        "pictured": page.pictured,
        "replaced": page.replaced,
        "linked": sorted(page.linked),
        "pictures": page.pictures,
        "laid_on": page.laid_on,
        "rows": [_row(row, page) for row in rows],
        "tables": [
            [
                [(c.row, c.column, c.colspan, c.rowspan) for c in table.cells],
                [round(edge) for edge in table.edges],
            ]
            for table in tables
        ],
    }


def _row(row: Row, page: Page) -> list[Any]:
    spans: list[list[Any]] = []
    key: tuple[Any, ...] | None = None
    for word, before in row.pieces():
        style = word.style
        now = (style.emphasis, style.colour, word.struck, word.underlined, style.size, word.unseen)
        if now == key:
            spans[-1][0] += before + word.text
        elif spans and before and key is not None and (key[2] or key[3]):
            # the space beside marked text is not marked itself
            bare = [before, style.emphasis, style.colour, "", "", style.size, False]
            spans += [bare, [word.text, *now]]
        elif spans and before:
            spans[-1][0] += before
            spans.append([word.text, *now])
        else:
            spans.append([before + word.text, *now])
        key = now
    y = row.y
    barred = any(bar.y0 <= y + 0.3 * row.size <= bar.y1 for bar in page.bars)
    dotted = any(_is_bullet(dot, row, y) for dot in page.dots)
    return [
        round(row.x0, 1),
        round(row.x1, 1),
        round(y, 1),
        row.size,
        round(row.left, 1),
        round(row.right, 1),
        row.cell,
        row.margin,
        barred,
        dotted,
        row.aside,
        spans,
    ]


def _is_bullet(dot: tuple[float, float, float, float], row: Row, y: float) -> bool:
    """Does a small shape stand right before a row, between its base line and its height?"""
    x0, y0, x1, y1 = dot
    near = 0 < row.x0 - x1 < _BESIDE * row.size and x0 >= row.left - _BESIDE * row.size
    return near and x1 - x0 < 0.7 * row.size and y < (y0 + y1) / 2 < y + 0.75 * row.size


def decoded(message: dict[str, Any]) -> PrintedPage:
    """The page that a line of the child's JSON tells of."""
    number = message["page"] + 1
    if "error" in message:
        return PrintedPage(number, 0.0, [], error=message["error"])
    rows = []
    for line, told in enumerate(message["rows"], 1):
        x0, x1, y, size, left, right, cell, margin, barred, dotted, aside, spans = told
        text = "".join([span[0] for span in spans])
        cell = tuple(cell) if cell else None
        row = PrintedRow(number, line, x0, x1, y, size, left, right, _spans(spans), text, cell,
                         margin, barred, dotted, aside)  # fmt: skip
        rows.append(row)
    tables = [
        PrintedTable(tuple(map(tuple, cells)), tuple(edges)) for cells, edges in message["tables"]
    ]
    return PrintedPage(
        number,
        message["height"],
        rows,
        tables,
        message["characters"],
        message["pictured"],
        message["replaced"],
        tuple(message["linked"]),
        pictures=tuple(message["pictures"]),
        laid_on=[(kind, text) for kind, text in message["laid_on"]],
        unnumbered=_unnumbered(message),
    )


def _unnumbered(message: dict[str, Any]) -> PrintedPage | None:
    """The same page without what may be the numbers of its lines."""
    if "unnumbered" not in message:
        return None
    page = decoded({"page": message["page"], **message["unnumbered"]})
    page.line_numbers = message["line_numbers"]
    return page


def _spans(told: list[list[Any]]) -> tuple[Span, ...]:
    out, at = [], 0
    for span in told:
        text, emphasis, colour, struck, underlined, size, unseen = span
        out.append(Span(text, emphasis, colour, struck, underlined, size, at, unseen=unseen))
        at += len(text)
    return tuple(out)
