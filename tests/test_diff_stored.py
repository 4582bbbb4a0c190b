"""Stored documents are compared in all that they hold: notes and headers, too, of what was read."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import product

import docx
import pytest
from word_samples import paragraph, word

from clausetrack.comparison import compared
from clausetrack.ingest import read
from clausetrack.xmlio import to_xml

TEXT = ("Slip Works Collective Agreement", "1 Pay", "1.1 The owner pays each deckhand weekly.",
        "1.2 Oil is free.", "2 Leave", "2.1 It is four weeks a year.")  # fmt: skip


def with_header(header: str) -> bytes:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = header
    for text in TEXT:
        document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_note(note: str) -> bytes:
    body = "".join(paragraph(text) for text in TEXT)
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    body = body.replace("</w:p>", mark, 1)
    return word(body, footnotes=f'<w:footnote w:id="2">{paragraph(note)}</w:footnote>')


def markdown(note: str) -> bytes:
    pay = TEXT[2].replace(" weekly", "[^1] weekly")
    rest = "\n\n".join(TEXT[3:])
    return f"# {TEXT[0]}\n\n{TEXT[1]}\n\n{pay}\n\n{rest}\n\n[^1]: {note}\n".encode()


def page(aside: str) -> bytes:
    held = "".join(f"<p>{text}</p>" for text in TEXT[1:])
    return f"<html><body><h1>{TEXT[0]}</h1>{held}<aside>{aside}</aside></body></html>".encode()


def told(old: bytes, new: bytes, name: str) -> list[set[str]]:
    """What is told of two files, one or both of them stored and read back, or neither."""
    out = []
    sides = ([data, to_xml(read(data, name))] for data in (old, new))
    for was, now in product(*sides):
        called = ("x.xml" if data.startswith(b"<?xml") else name for data in (was, now))
        found = compared(was, now, *called)
        assert not found.changes
        out.append({one.message for one in found.findings})
    return out


@pytest.mark.parametrize(
    ("make", "name", "place"),
    [
        (with_header, "a.docx", "in the page header"),
        (with_note, "a.docx", "in a footnote"),
        (markdown, "a.md", "in a footnote"),
        (page, "a.html", "beside the main content"),
    ],
)
def test_what_stands_beside_the_clauses_is_compared_in_stored_documents(
    make: Callable[[str], bytes], name: str, place: str
) -> None:
    old, new = make("Paid by 3 May"), make("Paid by 4 May")
    changed = {f"{place}, changed: “Paid by 3 May” → “Paid by 4 May”"}
    assert told(old, new, name) == [changed] * 4
    assert told(old, old, name) == [set()] * 4


def test_the_number_of_the_page_that_was_open_last_is_no_change() -> None:
    old, new = (to_xml(read(with_header(header), "a.docx"))
                for header in ("Slip Works, page 3 of 12", "Slip Works, page 7 of 14"))  # fmt: skip
    assert compared(old, new).findings == ()
    assert not compared(old, new).differs
