"""Which words of a page are seen on it: the page is drawn, and looked at where they stand.

That finds words that are drawn without ink, in the colour of what is behind them, under a box or
outside of the page, whatever makes them so.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium

from clausetrack.ingest.pdf.page import Page, Word
from clausetrack.ingest.pdf.shapes import Turn

_WORD = re.compile(r"[^\W_]")
_LEFTWARD = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")  # where it stands is not known
_FIGURE = re.compile(r"\d")
_LEAST = 12  # of 255: words that differ less from what is around them are not seen
_EDGE = 0.25
_BELOW = 0.25  # of its size a word reaches below its line
_MOST = 4_000_000  # pixels of a drawing
_WHITE = 0xFFFFFFFF


def mark_unseen(page: Page, handle: Any, text_page: Any, turn: Turn) -> None:
    """Say of the words of a page whether they are seen; not where an image fills the page, or
    where its text does not run to the right."""
    if page.imaged or not page.words or turn.quarters:
        return
    drawing = _Drawing.of(handle)
    if drawing is None:
        return
    box = pdfium.FS_RECTF()
    covers = page.covers or pdfium.FPDFPage_GetAnnotCount(handle) > 0
    for word in page.words:
        figure = covers and _FIGURE.search(word.text)
        if drawing.shows(word, turn) and not figure:  # as nearly all
            continue
        if not _WORD.search(word.text) or _LEFTWARD.search(word.text):
            continue
        low = word.y + turn.bottom - _BELOW * word.style.size
        high = low + word.style.size
        seen = drawing.has_ink(word.x0 + turn.left, low, word.x1 + turn.left, high)
        for at in _characters(word) if seen and figure else ():
            pdfium.FPDFText_GetLooseCharBox(text_page, at, box)
            edge = _EDGE * (box.right - box.left)  # its neighbours reach into it
            if not drawing.has_ink(box.left + edge, box.bottom, box.right - edge, box.top):
                seen = False
                break
        word.unseen = not seen


def _characters(word: Word) -> Iterator[int]:
    """The letters and figures of a word, as the page counts them."""
    return (word.first + found.start() for found in _WORD.finditer(word.text))


class _Drawing:
    """A page as it is drawn, in shades of grey."""

    def __init__(self, handle: Any, width: int, height: int) -> None:
        self.width, self.height = width, height
        self.stride, self.pixels = 0, b""
        ends = [_device(handle, width, height, *at) for at in ((0, 0), (100, 0), (0, 100))]
        (self.x, self.y), across, up = ends
        self.across = [(one - zero) / 100 for one, zero in zip(across, ends[0], strict=True)]
        self.upright = self.across[0] > 0.9
        self.up = [(one - zero) / 100 for one, zero in zip(up, ends[0], strict=True)]

    @classmethod
    def of(cls, handle: Any) -> _Drawing | None:
        """The drawing of a page, a pixel for each point; None of a page that is too large."""
        width = int(pdfium.FPDF_GetPageWidthF(handle)) + 1
        height = int(pdfium.FPDF_GetPageHeightF(handle)) + 1
        if width * height > _MOST:
            return None
        bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
        if not bitmap:
            return None
        made = cls(handle, width, height)
        try:
            pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
            how = pdfium.FPDF_GRAYSCALE | pdfium.FPDF_ANNOT
            pdfium.FPDF_RenderPageBitmap(bitmap, handle, 0, 0, width, height, 0, how)
            made.stride = pdfium.FPDFBitmap_GetStride(bitmap)
            made.pixels = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap),
                                           made.stride * height)  # fmt: skip
        finally:
            pdfium.FPDFBitmap_Destroy(bitmap)
        return made

    def shows(self, word: Word, turn: Turn) -> bool:
        """Is something drawn along the middle of a word? Where not, it may be elsewhere in it."""
        x, y = word.x0 + turn.left, word.y + turn.bottom + _BELOW * word.style.size
        across, down = self._point(x, y)
        start = int(down) * self.stride + int(across)
        line = self.pixels[start : start + int(word.x1 - word.x0) + 1]
        room = self.width - across if self.upright else 0
        inside = across >= 0 and word.x1 - word.x0 < room and 0 <= down < self.height
        return inside and bool(line) and max(line) - min(line) >= _LEAST

    def has_ink(self, x0: float, y0: float, x1: float, y1: float) -> bool:
        """Is anything drawn in a box of the page that is not of the shade of what is around it?"""
        (a, b), (c, d) = self._point(x0, y0), self._point(x1, y1)
        left, right = max(int(min(a, c)), 0), min(int(max(a, c)) + 1, self.width)
        high, low = max(int(min(b, d)), 0), min(int(max(b, d)) + 1, self.height)
        middle = (high + low) // 2
        least, most = 255, 0
        for row in (*range(middle, low), *range(high, middle)):  # nearly all words have some there
            pixels = self.pixels[row * self.stride + left : row * self.stride + right]
            if pixels:
                least, most = min(least, min(pixels)), max(most, max(pixels))
                if most - least >= _LEAST:
                    return True
        return False

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return (self.x + self.across[0] * x + self.up[0] * y,
                self.y + self.across[1] * x + self.up[1] * y)  # fmt: skip


def _device(handle: Any, width: int, height: int, x: int, y: int) -> tuple[float, float]:
    """Where a point of a page is on a drawing of it, to a hundredth of a pixel."""
    across, down = ctypes.c_int(), ctypes.c_int()
    size = (100 * width, 100 * height)
    pdfium.FPDF_PageToDevice(handle, 0, 0, *size, 0, x, y, across, down)
    return across.value / 100, down.value / 100
