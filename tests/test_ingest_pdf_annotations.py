"""What lies on the pages of a PDF and is none of their text: forms, text boxes, comments."""

from __future__ import annotations

import pytest
from pdf_pages import Text, pdf

from clausetrack.comparison import compared
from clausetrack.ingest import read
from clausetrack.model import Finding

LINES = ("Slip Works Collective Agreement 2022-2025", "1 Boats", "1.1 Oil is free for a mate.",
         "1.2 Rope is not.", "2 Leave", "2.1 Leave is four weeks.")  # fmt: skip
_BOX = b"/Rect [100 760 300 776] "
#: Around "for a mate" in the third line, 764 points from below: by the widths of Helvetica's
#: letters the words before it take 61.7 points from 60 on, and it takes 45.
_QUADS = b"/QuadPoints [121.5 775 166.8 775 121.5 761 166.8 761] "


def file(*annotations: bytes) -> bytes:
    return pdf([[Text(60, 800 - 18 * at, line) for at, line in enumerate(LINES)]],
               annotations=[b"<< /Type /Annot " + _BOX + one + b" >>" for one in annotations]
               )  # fmt: skip


def unread(data: bytes) -> list[tuple[str, str]]:
    return [(one.message, one.quote) for one in read(data, "a.pdf").findings
            if one.code == "part-unread"]  # fmt: skip


@pytest.mark.parametrize(
    ("annotation", "said", "quote"),
    [
        (b"/Subtype /FreeText /Contents (and a cook)",
         "words were laid on page 1, and are not read: “and a cook”", "and a cook"),
        (b"/Subtype /Stamp /Contents (Draft)",
         "words were laid on page 1, and are not read: “Draft”", "Draft"),
        (b"/Subtype /Widget /FT /Tx /T (rate) /V ($30 an hour)",
         "a form on page 1 is filled in, and what it shows is not read: “$30 an hour”",
         "$30 an hour"),
        (b"/Subtype /Widget /FT /Btn /T (box) /V /On /AS /On /AP << /N << /On << >> >> >>",
         "a form on page 1 is filled in, and what it shows is not read: “☒”", "☒"),
        (b"/Subtype /StrikeOut " + _QUADS,
         "a comment strikes out words on page 1, which are read as if they stood: “for a mate”",
         "for a mate"),
    ],
)  # fmt: skip
def test_what_shows_or_strikes_words_is_told(annotation: bytes, said: str, quote: str) -> None:
    assert unread(file(annotation)) == [(said, quote)]


@pytest.mark.parametrize(
    "annotation",
    [
        b"/Subtype /FreeText /F 2 /Contents (hidden)",
        b"/Subtype /Widget /FT /Tx /T (empty)",
        b"/Subtype /Widget /FT /Btn /T (box) /V /Off /AS /Off /AP << /N << /On << >> >> >>",
        b"/Subtype /Link /A << /S /URI /URI (http://a.nz) >> /Contents (to a)",
        b"/Subtype /Popup /Contents (of a note)",
        b"/Subtype /Highlight " + _QUADS,
    ],
)
def test_what_shows_no_words_is_not_told(annotation: bytes) -> None:
    found = read(file(annotation), "a.pdf")
    assert unread(file(annotation)) == []
    assert [one for one in found.left_out if one.why == "in a comment"] == []


def test_what_a_comment_says_is_left_out_and_told() -> None:
    found = read(file(b"/Subtype /Text /Contents (Is this agreed?)",
                      b"/Subtype /StrikeOut /Contents (Not a mate.) " + _QUADS), "a.pdf")
    left = [(one.text, str(one.source)) for one in found.left_out if one.why == "in a comment"]
    assert left == [("Is this agreed?", "a.pdf, page 1"), ("Not a mate.", "a.pdf, page 1")]
    (told,) = (one for one in found.findings if one.code == "text-left-out")
    assert told.message == "text in a comment is no part of the clauses (2 comments)"
    plain = read(file(), "a.pdf")
    assert found.read == plain.read + len("Isthisagreed?" "Notamate.")
    assert [one.printed for one in found.clauses] == [one.printed for one in plain.clauses]


def test_two_files_that_differ_there_are_not_the_same() -> None:
    def told(old: bytes, new: bytes) -> list[Finding]:
        found = compared(old, new, "a.pdf", "b.pdf")
        assert not found.changes
        assert found.differs == bool(found.findings)
        return list(found.findings)

    box = b"/Subtype /FreeText /Contents (%b)"
    old, new = file(box % b"and a cook"), file(box % b"and two cooks")
    assert [one.message for one in told(old, new)] == [
        "not compared, in the old version (a.pdf): words were laid on page 1, and are not read: "
        "“and a cook”",
        "not compared, in the new version (b.pdf): words were laid on page 1, and are not read: "
        "“and two cooks”",
    ]
    assert told(old, old + b"\n") == []  # other bytes, and the same words
