"""The rules and pictures of a page, and the way that its text runs, with PDFium."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium

from clausetrack.ingest.pdf import pictures
from clausetrack.ingest.pdf.page import Page, PageTooLarge, Rule

#: More objects than any printed page holds: the page is made to exhaust a reader.
MAX_OBJECTS = 400_000
MAX_LINKS = 5_000
_THIN = 2.6
#: How large a bullet that is drawn may be, in points, and how far from square.
_SMALL, _LARGE, _SQUARE = 1.5, 9.0, 1.25
_MOST_DOTS = 2_000
#: So many characters of a page tell which way its text runs.
_SAMPLE = 24
_COLOUR = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()


@dataclass(frozen=True, slots=True)
class Turn:
    """From the page's own coordinates to those in which most of its text runs to the right.

    `quarters` counts the quarter turns of the text, to the left.
    """

    quarters: int
    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def of(cls, handle: Any, text_page: Any) -> Turn:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(handle, box)
        turns = [0, 0, 0, 0]
        length = pdfium.FPDFText_CountChars(text_page) if text_page else 0
        for index in range(0, length, max(1, length // _SAMPLE)):
            if item := pdfium.FPDFText_GetTextObject(text_page, index):
                turns[quarters(item, pdfium.FS_MATRIX())] += 1
        return cls(turns.index(max(turns)), box.left, box.bottom, box.right, box.top)

    @property
    def size(self) -> tuple[float, float]:
        across, up = self.right - self.left, self.top - self.bottom
        return (up, across) if self.quarters % 2 else (across, up)

    def point(self, x: float, y: float) -> tuple[float, float]:
        if self.quarters == 1:
            return y - self.bottom, self.right - x
        if self.quarters == 2:
            return self.right - x, self.top - y
        if self.quarters == 3:
            return self.top - y, x - self.left
        return x - self.left, y - self.bottom

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        (a, b), (c, d) = self.point(x0, y0), self.point(x1, y1)
        return min(a, c), min(b, d), max(a, c), max(b, d)


def quarters(item: Any, matrix: Any) -> int:
    """The quarter turns of a text object; `matrix` takes its matrix."""
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    if abs(matrix.b) < abs(matrix.a):
        return 0 if matrix.a > 0 else 2
    return 1 if matrix.b > 0 else 3


def colour(item: Any, get: Any) -> str:
    """An object's colour as "rrggbb"; `get` is PDFium's function for its fill or its stroke."""
    red, green, blue, opaque = _COLOUR
    if not get(item, red, green, blue, opaque):
        return "000000"
    return f"{red.value:02x}{green.value:02x}{blue.value:02x}"


def read_shapes(page: Page, handle: Any, turn: Turn) -> None:
    """Add the rules and pictures of a page to it, and whether a picture covers most of it."""
    total = pdfium.FPDFPage_CountObjects(handle)
    if total > MAX_OBJECTS:
        raise PageTooLarge
    left, low, right, high = (ctypes.c_float() for _ in range(4))
    for at in range(total):
        item = pdfium.FPDFPage_GetObject(handle, at)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind not in (
            pdfium.FPDF_PAGEOBJ_PATH,
            pdfium.FPDF_PAGEOBJ_IMAGE,
            pdfium.FPDF_PAGEOBJ_FORM,
        ):
            continue
        if not pdfium.FPDFPageObj_GetBounds(item, left, low, right, high):
            continue
        x0, y0, x1, y1 = turn.box(left.value, low.value, right.value, high.value)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            _read_path(page, item, x0, y0, x1, y1)
            continue
        pictures.add(page, item, min(x1 - x0, y1 - y0))
        page.covers = True
        if (x1 - x0) * (y1 - y0) > page.width * page.height / 2:
            page.pictured = True
            page.imaged = page.imaged or kind == pdfium.FPDF_PAGEOBJ_IMAGE


def read_links(page: Page, handle: Any, turn: Turn) -> None:
    """Add the boxes of a page's links to it."""
    at, link, box = ctypes.c_int(0), pdfium.FPDF_LINK(), pdfium.FS_RECTF()
    while len(page.links) < MAX_LINKS and pdfium.FPDFLink_Enumerate(handle, at, link):
        if pdfium.FPDFLink_GetAnnotRect(link, box):
            page.links.append(turn.box(box.left, box.bottom, box.right, box.top))


def _read_path(page: Page, item: Any, x0: float, y0: float, x1: float, y1: float) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if not fill.value and not stroke.value:
        return
    sides = x1 - x0, y1 - y0
    square = min(sides) > _SMALL and max(sides) < min(_LARGE, _SQUARE * min(sides))
    if square and len(page.dots) < _MOST_DOTS and (
        fill.value or pdfium.FPDFPath_CountSegments(item) > 5  # else it is a box to tick
    ):
        page.dots.append((x0, y0, x1, y1))
    get = pdfium.FPDFPageObj_GetStrokeColor if stroke.value else pdfium.FPDFPageObj_GetFillColor
    if min(x1 - x0, y1 - y0) <= _THIN:
        if max(x1 - x0, y1 - y0) > 1:
            page.rules.append(Rule(x0, y0, x1, y1, colour(item, get)))
        return
    page.covers = page.covers or bool(fill.value)
    if stroke.value and pdfium.FPDFPath_CountSegments(item) in (4, 5):
        shade = colour(item, get)
        page.rules += [
            Rule(x0, y0, x1, y0, shade),
            Rule(x0, y1, x1, y1, shade),
            Rule(x0, y0, x0, y1, shade),
            Rule(x1, y0, x1, y1, shade),
        ]
