"""Documents from bytes: the reader that fits the format, then the clause tree."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

from clausetrack.model import Document, Reading

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body|meta|title|style|main|article|section|header|div|span|p"
    rb"|h[1-6]|ol|ul|table|blockquote|center|font)\b",
    re.I | re.S,
)

#: A declaration, or an element; "<name of the employer>" in a form that is to be filled in is none.
_XML = re.compile(rb"\s*<(?:[?!]|(?P<name>[\w:.-]+)(?:\s+[\w:.-]+\s*=|\s*/?>))")

Revisions = Literal["accepted", "rejected"]


def read(
    source: bytes | str | Path,
    name: str = "",
    revisions: Revisions = "accepted",
    *,
    any_text: bool = False,
    as_terms: bool = False,
    places: bool = True,
) -> Document:
    """The document in `source`: bytes, or the path of a file.

    Text, Markdown, Word (DOCX), PDF, web pages and our own XML are told apart by their first bytes.
    `name` is what messages and sources call it (the file's name unless given); `revisions` picks
    the version of a marked-up document. Raises UnreadableInput where the bytes are no such
    document, NotAnAgreement where they are neither an agreement nor terms of settlement (with
    `any_text` every text is a document), and OSError for a path. With `as_terms` a document that
    orders changes to clauses is terms of settlement whatever it is called. Without `places` the
    clauses of our XML do not say where they stood, and it is read faster.
    """
    if not isinstance(source, bytes):
        path = Path(source)
        name = name or path.name
        source = path.read_bytes()
    if is_xml(source) and not is_page(source):
        from clausetrack.xmlio import from_xml

        return from_xml(source, name or "the document", places=places)

    from clausetrack.segment import build

    return build(lines(source, name, revisions), any_text=any_text, as_terms=as_terms)


def read_tracked(data: bytes, name: str = "") -> tuple[Document, Document]:
    """A marked-up document with all its changes rejected, and with all accepted.

    Where a Word file says on which pages it was printed last, the clauses say so too.
    """
    both = read(data, name, "rejected"), read(data, name, "accepted")
    if not is_word(data):
        return both
    from clausetrack.ooxml.package import open_package
    from clausetrack.ooxml.tracked import printed_pages

    pages = printed_pages(open_package(data, name))
    return _paged(both[0], pages), _paged(both[1], pages)


def _paged(document: Document, pages: Mapping[int, int]) -> Document:
    if not pages:
        return document
    clauses = (
        clause._replace(source=replace(clause.source, page=pages.get(clause.source.paragraph or 0)))
        for clause in document.clauses
    )
    return replace(document, clauses=tuple(clauses))


def is_xml(data: bytes) -> bool:
    """Do the bytes begin as XML does, with an element that has attributes, or ends?"""
    found = _XML.match(data)
    if found is None or found["name"] is None or found[0].endswith((b"=", b"/>")):
        return found is not None
    return b"</%b" % found["name"] in data


def is_word(data: bytes) -> bool:
    """Do the bytes begin as a Word document does (a zip file)?"""
    return data[:4] == b"PK\x03\x04"


def is_pdf(data: bytes) -> bool:
    """Do the bytes begin as a PDF does, which a few others may precede?"""
    return b"%PDF-" in data[:1024]


def is_page(data: bytes) -> bool:
    """Do the bytes begin as a web page does: a doctype, or an element of HTML (XHTML included)?"""
    head = data[:4000]
    if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        head = head[2:]
    if head[:2] in (b"<\x00", b"\x00<"):
        head = head.replace(b"\x00", b"")
    return _PAGE.match(head) is not None


def lines(data: bytes, name: str, revisions: Revisions = "accepted") -> Reading:
    """What the reader for the format of `data` finds in it; raises UnreadableInput."""
    from clausetrack.ingest import listed

    if is_word(data) or data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        from clausetrack.ingest import docx

        return listed.without(docx.read(data, name, revisions))
    if is_pdf(data):
        from clausetrack.ingest import cell_lines, pdf

        return listed.without(cell_lines.without_layout(pdf.read(data, name, revisions)))
    if is_page(data):
        from clausetrack.ingest import cell_lines, html

        return listed.without(cell_lines.without_layout(html.read(data, name, revisions)))
    from clausetrack.ingest import text

    return text.read(data, name)
