"""The pictures of a page, told from one another by the bytes that the file has of them."""

from __future__ import annotations

import ctypes
import hashlib
from typing import Any

import pypdfium2.raw as pdfium

from clausetrack.ingest.pdf.page import Page

#: More pictures than any printed page shows, and how deep what is drawn may hold others.
_MOST, _DEEP = 10_000, 5
#: More bytes than a page that was scanned has: of a larger picture the size alone is looked at.
_LARGEST = 32_000_000
#: Points; what is flatter is a rule that was set as a picture.
_FLAT = 5


def add(page: Page, item: Any, breadth: float, deep: int = 0) -> None:
    """Add the picture that an object is, or those that it holds; `breadth` is its shorter side."""
    if breadth < _FLAT or len(page.pictures) >= _MOST:
        return
    if pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_IMAGE:
        page.pictures.append(_key(item))
    elif pdfium.FPDFPageObj_GetType(item) == pdfium.FPDF_PAGEOBJ_FORM and deep < _DEEP:
        for at in range(min(pdfium.FPDFFormObj_CountObjects(item), _MOST)):
            inner = pdfium.FPDFFormObj_GetObject(item, at)
            # what it holds is measured in its own units: only the whole is known to be broad
            add(page, inner, breadth, deep + 1)


def _key(item: Any) -> str:
    across, up = ctypes.c_uint(), ctypes.c_uint()
    pdfium.FPDFImageObj_GetImagePixelSize(item, across, up)
    size = pdfium.FPDFImageObj_GetImageDataRaw(item, None, 0)
    digest = hashlib.sha256(f"{across.value} {up.value} {size} ".encode())
    if 0 < size <= _LARGEST:
        buffer = (ctypes.c_ubyte * size)()
        pdfium.FPDFImageObj_GetImageDataRaw(item, buffer, size)
        digest.update(buffer)
    return digest.hexdigest()[:32]
