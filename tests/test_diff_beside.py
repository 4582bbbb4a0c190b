"""What Word files show beside their text and what went elsewhere: pictures, links and notes."""

from __future__ import annotations

import io

import pytest
from docx import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from test_diff_unseen import png
from word_samples import paragraph, word

from clausetrack.comparison import compared

RED, BLUE = (png(b"\x00" + colour) for colour in (b"\xff\0\0", b"\0\0\xff"))


def told(old: bytes, new: bytes) -> list[tuple[str, str]]:
    """What is told beside two files whose clauses read the same."""
    found = compared(old, new, "old.docx", "new.docx")
    assert not found.changes
    return [(one.clause, one.message) for one in found.findings]


def made(first: str | bytes, second: str | bytes) -> bytes:
    """An agreement whose clauses 1.1 and 1.2 have a picture each, or the words "our page".

    These lead to an address, or nowhere ("").
    """
    document = Word()
    document.add_paragraph("Slip Works Collective Agreement")
    document.add_paragraph("1 Limits")
    for at, one in enumerate((first, second), 1):
        held = document.add_paragraph(f"1.{at} The yard is as shown on ")
        if isinstance(one, bytes):
            if one:
                held.add_run().add_picture(io.BytesIO(one))
            continue
        run = held.add_run("our page")._r
        if one:
            link = OxmlElement("w:hyperlink")
            name = document.part.relate_to(one, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
            link.set(qn("r:id"), name)
            link.append(run)
            held._p.append(link)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ((RED, b""), (b"", RED), [("1.2", "a picture, moved: it stood at 1.1")]),
        ((RED, BLUE), (BLUE, RED), [("1.2", "a picture, moved: it stood at 1.1"),
                                    ("1.1", "a picture, moved: it stood at 1.2")]),
        ((RED, BLUE), (RED, b""), [("1.2", "a picture, deleted")]),
        (("http://a.nz", "http://b.nz"), ("http://b.nz", "http://a.nz"),
         [("1.1", "the address of the link “our page”, changed: http://a.nz → http://b.nz"),
          ("1.2", "the address of the link “our page”, changed: http://b.nz → http://a.nz")]),
        (("http://a.nz", ""), ("", ""), [("1.1", "the link “our page” to http://a.nz, deleted")]),
        (("", ""), ("", "http://a.nz"), [("1.2", "the link “our page” to http://a.nz, inserted")]),
    ],
)  # fmt: skip
def test_pictures_and_links_are_told_at_their_clauses(
    old: tuple[str, str], new: tuple[str, str], said: list[tuple[str, str]]
) -> None:
    assert told(made(*old), made(*new)) == said
    assert told(made(*new), made(*new)) == []


def noted(*texts: str) -> bytes:
    """Clauses 1.1 to 1.3, each with a note of that text; "" for none."""
    held = {at: text for at, text in enumerate(texts, 1) if text}
    mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    clauses = [
        paragraph(f"1.{at} Rate {at}", *([mark.format(at)] if text else []), " is paid.")
        for at, text in enumerate(texts, 1)
    ]
    notes = (f'<w:footnote w:id="{at}">{paragraph(text)}</w:footnote>' for at, text in held.items())
    return word("Slip Works Collective Agreement", "1 Pay", *clauses, footnotes="".join(notes))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (("Before tax.", "", ""), ("", "Before tax.", ""),
         [("1.2", "in a footnote, moved: “Before tax.” stood at 1.1")]),
        (("Before tax.", "Per day.", ""), ("Per day.", "Before tax.", ""),
         [("1.2", "in a footnote, moved: “Before tax.” stood at 1.1"),
          ("1.1", "in a footnote, moved: “Per day.” stood at 1.2")]),
        (("Before tax.", "", "Per day."), ("Before tax.", "", ""),
         [("1.3", "in a footnote, deleted: “Per day.”")]),
    ],
)  # fmt: skip
def test_a_note_that_another_clause_refers_to_moved(
    old: tuple[str, ...], new: tuple[str, ...], said: list[tuple[str, str]]
) -> None:
    assert told(noted(*old), noted(*new)) == said


def test_notes_and_pictures_go_along_with_their_clause() -> None:
    def sent(first: str, second: str) -> bytes:
        mark = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
        said = {"day": "1.{} A day shift of the yard is paid by the hour",
                "night": "1.{} A night shift on the slip is paid at the double rate"}  # fmt: skip
        notes = {"day": "Per day.", "night": "Before tax."}
        return word(
            "Slip Works Collective Agreement",
            "1 Pay",
            *(paragraph(said[name].format(at), mark.format(at), ".")
              for at, name in enumerate((first, second), 1)),
            footnotes="".join(f'<w:footnote w:id="{at}">{paragraph(notes[name])}</w:footnote>'
                              for at, name in enumerate((first, second), 1)),
        )  # fmt: skip

    found = compared(sent("day", "night"), sent("night", "day"), "old.docx", "new.docx")
    assert {change.kind for change in found.changes} <= {"moved", "renumbered"}
    assert found.findings == ()
