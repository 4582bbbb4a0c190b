"""The words of a page with place and style, with PDFium."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium

from clausetrack.ingest.characters import NOT_XML
from clausetrack.ingest.pdf import ink, strokes
from clausetrack.ingest.pdf.annotations import read_annotations
from clausetrack.ingest.pdf.page import Page, PageTooLarge, Style, Word
from clausetrack.ingest.pdf.shapes import Turn, colour, quarters, read_links, read_shapes

#: More characters than any printed page holds: the page is made to exhaust a reader.
MAX_CHARACTERS = 400_000

_WORD = re.compile(r"\S+")
_BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.I)
_ITALIC_NAME = re.compile(r"italic|oblique", re.I)
_ITALIC_FLAG, _FORCED_BOLD_FLAG = 1 << 6, 1 << 18
_NARROW_SPACE = 0.12
_ASKEW = 0.3  # how far letters of a line stand off it, at most, in sizes


def read_page(document: Any, number: int) -> Page | None:
    """The page with that index, from 0; None where PDFium cannot load it."""
    handle = pdfium.FPDF_LoadPage(document, number)
    if not handle:
        return None
    text_page = pdfium.FPDFText_LoadPage(handle)
    try:
        turn = Turn.of(handle, text_page)
        page = Page(*turn.size)
        read_shapes(page, handle, turn)
        if text_page:
            reader = _read_words(page, text_page, turn)
            if page.rules:
                read_links(page, handle, turn)
            strokes.mark(page, reader.edges)
            page.bars = strokes.bars(page)
            ink.mark_unseen(page, handle, text_page, turn)
        read_annotations(page, document, handle, text_page)
        return page
    finally:
        if text_page:
            pdfium.FPDFText_ClosePage(text_page)
        pdfium.FPDF_ClosePage(handle)


def count(text: str) -> int:
    """The non-space characters of a text, in NFC."""
    return sum(map(len, unicodedata.normalize("NFC", text).split()))


def page_text(text_page: Any) -> str:
    """PDFium's text of a page, one character for each of its indices."""
    length = pdfium.FPDFText_CountChars(text_page)
    if length > MAX_CHARACTERS:
        raise PageTooLarge
    if length <= 0:
        return ""
    buffer = (ctypes.c_ushort * (length + 1))()
    written = pdfium.FPDFText_GetText(text_page, 0, length, buffer)
    text = bytes(buffer)[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(text) != length:
        # characters without a meaning, or beyond the first plane: one by one
        codes = (pdfium.FPDFText_GetUnicode(text_page, at) for at in range(length))
        text = "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)
    # PDFium marks the hyphen at the end of a line so; a character that it cannot name is 0.
    return text.replace("\ufffe", "-").replace("\x02", "-").replace("\x00", "\ufffd")


def _read_words(page: Page, text_page: Any, turn: Turn) -> _WordReader:
    text = page_text(text_page)
    clean = NOT_XML.sub("\ufffd", text)
    page.replaced = clean.count("\ufffd")
    page.characters = count(clean)
    reader = _WordReader(text_page, turn)
    starts = [match.start() for match in _WORD.finditer(clean)]
    objects = [reader.object_at(start) for start in starts]
    broken = {match.end() for match in re.finditer(r"[\r\n]\s*", clean)} | {0}
    word, parts = reader.word, reader.parts
    for at, text in enumerate(clean.split()):
        start = starts[at]
        before = "\n" if start in broken else " "
        # a word between two starts in one text object is in it too
        if at + 1 < len(objects) and objects[at] == objects[at + 1]:
            page.words.append(word(text, start, before, objects[at]))
        else:
            page.words += parts(text, start, before, objects[at])
    reader.mend_turned(page.words)
    return reader


class _WordReader:
    """Words of one page, with the text objects that were already looked up."""

    def __init__(self, text_page: Any, turn: Turn) -> None:
        self.text_page = text_page
        self.handle = ctypes.cast(text_page, ctypes.c_void_p)
        self.turn = turn
        self.styles: dict[int, Style] = {}
        self.left, self.right = ctypes.c_double(), ctypes.c_double()
        self.low, self.high = ctypes.c_double(), ctypes.c_double()
        self.size, self.matrix = ctypes.c_float(), pdfium.FS_MATRIX()
        self.at_left, self.at_right = ctypes.byref(self.left), ctypes.byref(self.right)
        self.at_low, self.at_high = ctypes.byref(self.low), ctypes.byref(self.high)

    def object_at(self, index: int) -> int:
        """The address of the text object that the character belongs to, 0 for none."""
        return _text_object(self.handle, index) or 0

    def parts(self, text: str, first: int, before: str, start: int) -> list[Word]:
        """The word from index `first` on, in the object `start`, cut where its style changes."""
        if len(text) == 1 or self.object_at(first + len(text) - 1) == start:
            return [self.word(text, first, before, start)]
        out: list[Word] = []
        begin, current = 0, start
        for at in range(1, len(text)):
            here = self.object_at(first + at)
            if here != current:
                out.append(self.word(text[begin:at], first + begin, before, current))
                begin, current = at, here
                before = " " if self._apart(first + at, out[-1].style.size) else ""
        out.append(self.word(text[begin:], first + begin, before, current))
        return _same_style_joined(out)

    def _apart(self, index: int, size: float) -> bool:
        """Is there room for a narrow space before the character, where PDFium sees none?"""
        if self.turn.quarters:
            return False
        box = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self.text_page, index - 1, box)
        end = box.right
        pdfium.FPDFText_GetLooseCharBox(self.text_page, index, box)
        return bool(box.left - end > _NARROW_SPACE * size)

    def mend_turned(self, words: Sequence[Word]) -> None:
        """Put right what stands before words that run across the page: PDFium ends lines there."""
        if self.turn.quarters:
            return
        last: Word | None = None
        for word in words:
            if word.style.upright:
                last = None
                continue
            if last and word.before == "\n" and abs(word.x0 - last.x0) < _ASKEW * word.style.size:
                gap = self._gap_across(last, word)
                if gap < 2 * word.style.size:
                    word.before = " " if gap > _NARROW_SPACE * word.style.size else ""
            last = word

    def _gap_across(self, word: Word, after: Word) -> float:
        """The room between two words of a line that runs up or down the page."""
        box, other = pdfium.FS_RECTF(), pdfium.FS_RECTF()
        end = word.first + len(word.text) - 1
        pdfium.FPDFText_GetLooseCharBox(self.text_page, end, box)
        pdfium.FPDFText_GetLooseCharBox(self.text_page, after.first, other)
        return float(max(other.bottom - box.top, box.bottom - other.top))

    def word(self, text: str, first: int, before: str, at: int) -> Word:
        """The characters from index `first` as one word, all in the text object `at`."""
        style = self.styles.get(at)
        if style is None:
            style = self.styles[at] = self._style(first)
        left, low = self.left, self.low
        _char_origin(self.handle, first, self.at_left, self.at_low)
        x, y = left.value, low.value
        _char_box(
            self.handle,
            first + len(text) - 1,
            self.at_left,
            self.at_right,
            self.at_low,
            self.at_high,
        )
        x1, turn = self.right.value, self.turn
        if turn.quarters:
            above, below = (x1, self.high.value), (left.value, low.value)
            (x, y), (x1, _) = (
                turn.point(x, y),
                turn.point(*(above if turn.quarters == 1 else below)),
            )
        else:
            x, y, x1 = x - turn.left, y - turn.bottom, x1 - turn.left
        if x1 < x:
            x, x1 = x1, x
        if not text.isascii():
            text = unicodedata.normalize("NFC", text)
        return Word(text, x, x1, y, style, before, "", "", first)

    def edges(self, word: Word) -> list[tuple[float, float]]:
        """The left and right edge of each character of a word."""
        out = []
        for index in range(word.first, word.first + len(word.text)):
            pdfium.FPDFText_GetCharBox(
                self.text_page, index, self.left, self.right, self.low, self.high
            )
            x0, _, x1, _ = self.turn.box(
                self.left.value, self.low.value, self.right.value, self.high.value
            )
            out.append((x0, x1))
        return out

    def _style(self, index: int) -> Style:
        item = pdfium.FPDFText_GetTextObject(self.text_page, index)
        if not item:
            return Style("", 0.0, "000000")
        size, matrix = self.size, self.matrix
        pdfium.FPDFTextObj_GetFontSize(item, size)
        upright = quarters(item, matrix) == self.turn.quarters
        # What stands in a picture that was placed on the page has the size that it is drawn in.
        pdfium.FPDFText_GetMatrix(self.text_page, index, matrix)
        height = size.value * ((matrix.c**2 + matrix.d**2) ** 0.5 or 1.0)
        font = pdfium.FPDFTextObj_GetFont(item)
        emphasis = _emphasis(font) if font else ""
        if "b" not in emphasis and pdfium.FPDFTextObj_GetTextRenderMode(item) == 2:
            emphasis = "b" + emphasis
        shade = colour(item, pdfium.FPDFPageObj_GetFillColor)
        return Style(emphasis, round(height, 2), shade, upright)


def _same_style_joined(parts: list[Word]) -> list[Word]:
    out = parts[:1]
    for part in parts[1:]:
        last = out[-1]
        if (
            not part.before
            and part.style == last.style
            and abs(part.y - last.y) < 0.1
            and part.x0 >= last.x0
        ):
            last.text += part.text
            last.x1 = max(last.x1, part.x1)
        else:
            out.append(part)
    return out


def _with_addresses(function: Any, *arguments: Any, result: Any = ctypes.c_int) -> Any:
    """A function of the library that takes and gives bare addresses: its typed pointers cost more
    than the call, and these three are called for every word."""
    address = ctypes.cast(function, ctypes.c_void_p).value or 0
    return ctypes.CFUNCTYPE(result, *arguments)(address)


_text_object = _with_addresses(
    pdfium.FPDFText_GetTextObject, ctypes.c_void_p, ctypes.c_int, result=ctypes.c_void_p
)
_char_origin = _with_addresses(
    pdfium.FPDFText_GetCharOrigin, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * 2
)
_char_box = _with_addresses(
    pdfium.FPDFText_GetCharBox, ctypes.c_void_p, ctypes.c_int, *[ctypes.c_void_p] * 4
)
_fonts: dict[int, str] = {}


def _emphasis(font: Any) -> str:
    """`b` and `i` by the font's own weight and slope, or by its name."""
    key = ctypes.cast(font, ctypes.c_void_p).value or 0
    if key not in _fonts:
        size = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
        buffer = ctypes.create_string_buffer(max(size, 1))
        pdfium.FPDFFont_GetBaseFontName(font, buffer, size)
        name = buffer.value.decode("utf-8", "replace")
        flags = pdfium.FPDFFont_GetFlags(font)
        bold = bool(_BOLD_NAME.search(name)) or (flags & _FORCED_BOLD_FLAG and flags > 0)
        slope = ctypes.c_int()
        pdfium.FPDFFont_GetItalicAngle(font, slope)
        italic = bool(_ITALIC_NAME.search(name)) or (flags > 0 and bool(flags & _ITALIC_FLAG))
        _fonts[key] = ("b" if bold else "") + ("i" if italic or slope.value else "")
    return _fonts[key]
