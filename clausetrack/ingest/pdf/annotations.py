"""What lies on a page and is none of its text: the values of forms, text boxes, comments.

Programs that show a PDF put all of it on the page; what PDFium calls the text of a page has none
of it.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import Any

import pypdfium2.raw as pdfium

from clausetrack.ingest.characters import NOT_XML
from clausetrack.ingest.pdf.page import FIELD, LAID_ON, NOTE, STRUCK, Page, PageTooLarge

#: More than any printed page has.
_MOST = 10_000
_MOST_CHARACTERS = 400_000
_OTHER = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)
_UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
_KINDS = {
    pdfium.FPDF_ANNOT_FREETEXT: LAID_ON,
    pdfium.FPDF_ANNOT_STAMP: LAID_ON,
    pdfium.FPDF_ANNOT_STRIKEOUT: STRUCK,
    pdfium.FPDF_ANNOT_REDACT: STRUCK,
}
_TICKED = (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON)
_WRITTEN = (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX,
            pdfium.FPDF_FORMFIELD_LISTBOX)  # fmt: skip


def read_annotations(page: Page, document: Any, handle: Any, text_page: Any) -> None:
    """Add to a page what lies on it, each as its kind and its words."""
    count = pdfium.FPDFPage_GetAnnotCount(handle)
    if count > _MOST:
        raise PageTooLarge
    with ExitStack() as closing:
        form: Any = None
        for at in range(count):
            annotation = pdfium.FPDFPage_GetAnnot(handle, at)
            if not annotation:
                continue
            closing.callback(pdfium.FPDFPage_CloseAnnot, annotation)
            kind = pdfium.FPDFAnnot_GetSubtype(annotation)
            if pdfium.FPDFAnnot_GetFlags(annotation) & _UNSEEN or kind in _OTHER:
                continue
            if kind != pdfium.FPDF_ANNOT_WIDGET:
                page.laid_on += _said(annotation, _KINDS.get(kind, NOTE), text_page)
                continue
            form = form or closing.enter_context(_form(document, handle))
            if value := _value(form, annotation):
                page.laid_on.append((FIELD, value))


@contextmanager
def _form(document: Any, handle: Any) -> Iterator[Any]:
    """What PDFium knows of the fields on a page, which may have their values from others.

    It is given no platform for scripts, so that none of the file's runs.
    """
    settings = pdfium.FPDF_FORMFILLINFO(version=2)
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, settings)
    pdfium.FORM_OnAfterLoadPage(handle, form)
    try:
        yield form
    finally:
        pdfium.FORM_OnBeforeClosePage(handle, form)
        pdfium.FPDFDOC_ExitFormFillEnvironment(form)


def _value(form: Any, annotation: Any) -> str:
    """What a field shows: its words, or that it is ticked."""
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, annotation)
    if kind in _TICKED:
        return "☒" if pdfium.FPDFAnnot_IsChecked(form, annotation) else ""
    if kind not in _WRITTEN:
        return ""
    return _words(partial(pdfium.FPDFAnnot_GetFormFieldValue, form, annotation), 2)


def _said(annotation: Any, kind: str, text_page: Any) -> Iterator[tuple[str, str]]:
    """The words of the page that an annotation strikes out, and what it says itself."""
    if kind == STRUCK:
        yield STRUCK, _under(text_page, annotation)
    ask = partial(pdfium.FPDFAnnot_GetStringValue, annotation, b"Contents")
    if said := _words(ask, 2):
        yield NOTE if kind == STRUCK else kind, said


def _under(text_page: Any, annotation: Any) -> str:
    """The words of the page that an annotation lies on."""
    box = pdfium.FS_QUADPOINTSF()
    found = []
    for at in range(min(pdfium.FPDFAnnot_CountAttachmentPoints(annotation), _MOST)):
        if text_page and pdfium.FPDFAnnot_GetAttachmentPoints(annotation, at, box):
            across, up = (box.x1, box.x2, box.x3, box.x4), (box.y1, box.y2, box.y3, box.y4)
            edges = min(across), max(up), max(across), min(up)
            found.append(_words(partial(pdfium.FPDFText_GetBoundedText, text_page, *edges), 1))
    return " ".join(filter(None, found))


def _words(ask: Callable[..., int], unit: int) -> str:
    """The text that a function of PDFium gives, which first says how long it is.

    `unit` is how many of what it counts make a character: two bytes, or one.
    """
    length = ask(None, 0)
    size = 2 * length // unit + 2
    if not 0 < size <= 2 * _MOST_CHARACTERS:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size * unit // 2)
    text = buffer.raw.decode("utf-16-le", "replace").split("\0", 1)[0]
    return " ".join(NOT_XML.sub("\ufffd", text).split())
