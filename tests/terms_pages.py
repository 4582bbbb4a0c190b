"""Terms of settlement set as a PDF, in two layouts, from the lines of their text."""

from __future__ import annotations

import re
import unicodedata
from itertools import groupby

from pdf_pages import Stroke, Text, grid, pdf, wrapped

from clausetrack.model import Line, Reading

_LEFT, _WIDE, _TOP, _FOOT = 60.0, 470.0, 790.0, 60.0
_ITEM = re.compile(r"\d{1,2}\. [A-Z]")

Items = list[Text | Stroke]


def set_as_pdf(reading: Reading, *, ruled: bool, size: float) -> bytes:
    """Paragraphs in the order of `reading`; its tables with rules or without."""
    pages: list[Items] = [[]]
    y = _TOP
    for table, group in groupby(reading.lines, lambda line: line.cells and line.table):
        lines = list(group)
        if table:
            blocks = [_table(lines, ruled=ruled, size=size)]
        else:
            blocks = [_paragraph(line, size) for line in lines]
        for items, height in blocks:
            if y - height < _FOOT:
                pages.append([])
                y = _TOP
            pages[-1] += [_moved(item, y) for item in items]
            y -= height + 0.7 * size
    for number, page in enumerate(pages, 1):
        page.append(Text(280, 30, f"- {number} -", 8))
    return pdf(pages)


def _printable(text: str) -> str:
    """A text in the letters of a font that every reader has: no macrons."""
    plain = unicodedata.normalize("NFD", " ".join(text.split()))
    plain = "".join(c for c in plain if c != "\N{COMBINING MACRON}")
    return unicodedata.normalize("NFC", plain).encode("cp1252", "replace").decode("cp1252")


def _paragraph(line: Line, size: float) -> tuple[Items, float]:
    """A paragraph from the height 0 down, and its height; a bullet hangs before an item of a list
    that has no label of its own."""
    text = _printable(line.text)
    listed = line.style == "list"
    title = bool(_ITEM.match(text)) and len(text) < 110 and not text.endswith((".", ":"))
    if title or line.style == "heading":
        size *= 1.2
    x = _LEFT + 20 * listed
    rows = wrapped(x, -size, text, _WIDE - 20 * listed, size)
    items: Items = [Text(r.x, r.y, r.text, size, "b" if title else "") for r in rows]
    if listed and not re.match(r"\(\w{1,5}\)|\d+\. ", text):
        items.append(Text(x - 12, -size, "\N{BULLET}", size))
    return items, 1.2 * size * len(rows)


def _table(lines: list[Line], *, ruled: bool, size: float) -> tuple[Items, float]:
    """A table with columns of one width, cells of as many lines as they need."""
    size -= 2
    count = max(len(line.cells or ()) for line in lines)
    step = _WIDE / count
    items: Items = []
    edges, y = [0.0], 0.0
    for line in lines:
        cells = [
            wrapped(_LEFT + at * step + 3, y - size, _printable(cell.text), step - 12, size)
            for at, cell in enumerate(line.cells or ())
            if cell.text.strip()
        ]
        items += [text for cell in cells for text in cell]
        y -= 1.2 * size * max(map(len, cells), default=1) + 0.8 * size
        edges.append(y)
    if ruled:
        items += grid([_LEFT + at * step for at in range(count + 1)], edges)
    return items, -y


def _moved(item: Text | Stroke, y: float) -> Text | Stroke:
    if isinstance(item, Text):
        return Text(item.x, item.y + y, item.text, item.size, item.font)
    return Stroke(item.x0, item.y0 + y, item.x1, item.y1 + y)
