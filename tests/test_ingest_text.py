"""Text and Markdown: what is no part of the document, and what is no document."""

from __future__ import annotations

import pytest

from clausetrack.errors import UnreadableInput
from clausetrack.ingest import text
from clausetrack.segment import build

PAGE = """> A copy for reading, not the record.

# Depot Drivers' Collective Agreement 2027-2029

## At a glance

- Covers: 12 depots

## {heading}

1. Breaks

1.1 A driver is paid for each break.
"""


def test_what_a_publisher_says_about_the_document_is_left_out() -> None:
    reading = text.read(PAGE.format(heading="Full text").encode(), "page.md")
    assert [line.text for line in reading.lines] == [
        "Depot Drivers' Collective Agreement 2027-2029",
        "1. Breaks",
        "1.1 A driver is paid for each break.",
    ]
    assert {left.why for left in reading.left_out} == {"what the publisher says about the document"}
    assert [left.text for left in reading.left_out][-1] == "## Full text"


def test_a_heading_of_the_agreement_ends_no_publishers_page() -> None:
    reading = text.read(PAGE.format(heading="Full time drivers").encode(), "page.md")
    assert not reading.left_out


@pytest.mark.parametrize(
    "data",
    [b"1. a " * 50_000, b"(a) x\n" * 400_000, b"x" * 33_000_000],
    ids=["wide", "long", "big"],
)
def test_more_text_than_an_agreement_holds_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput, match="an agreement can"):
        text.read(data, "made.txt")


def test_a_long_line_of_dots_is_read_and_is_no_entry_of_contents() -> None:
    reading = text.read(b"1. Breaks\n" + b". " * 20_000 + b"7\n" * 4, "made.txt")
    assert not reading.left_out


# -------------------------------------------------------------- lines that begin with a number

WRAPPED = """Depot Drivers' Collective Agreement 2027-2029

1 Breaks

1.1 A driver who has driven for more than four hours without a break is given one of thirty
minutes, which is paid at the rate for the hours of the week in which the driver has taken it
and is not counted as a part of the hours that are worked on the day.

1.2 {above}
{below} Whoever keeps the book of the depot shows it to a driver who asks for it,
and to the union, and mends what is wrong in it within a week of the day on which that is said.

1.3 The depot keeps the book for six years from the day of the last entry, and gives a copy of
the part that is about a driver to that driver, if the driver asks for it, without any charge
for the paper or for the time of the person who has made the copy.
"""
OPEN = "The book of each depot names the drivers of the week and what each of them has "


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (OPEN + "room for, in all,", "14 entries."),
        (OPEN + "done, unless clause 2.1 or", "9.9.9 says otherwise."),
        (OPEN + "done, in the form that is told by the", "9.9.9 Notice of the depot."),
        (OPEN + "done, and their number was until last May", "14."),
    ],
)
def test_a_number_that_cannot_be_the_next_one_is_a_word_of_its_sentence(
    above: str, below: str
) -> None:
    lines = text.read(WRAPPED.format(above=above, below=below).encode(), "made.txt").lines
    assert [line.text[:8] for line in lines[2:]] == ["1.1 A dr", "1.2 The ", "1.3 The "]
    assert f"{above} {below} Whoever" in lines[3].text


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (OPEN + "room for, in all,", "1.2.1 entries."),  # a first child
        (OPEN + "done in the depot and on the road, or", "1.5 they are not paid."),  # not 1.3
        (OPEN + "done in the depot and on the road", "2 Hours of work."),
        (OPEN + "done in the depot and on the road", "1. The route;"),  # a list begins
        (OPEN + "done in the depot and on the road.", "9.9.9 Notices are sent."),  # it ended
        (OPEN, "9.9.9 Notices are sent."),
        ("What the book says", "9.9.9 Notices are sent."),  # a line that had room for it
    ],
)
def test_a_number_that_may_be_the_next_one_begins_a_paragraph(above: str, below: str) -> None:
    if above == OPEN:
        above = f"{OPEN.strip()}\n"  # a blank line between
    lines = text.read(WRAPPED.format(above=above, below=below).encode(), "made.txt").lines
    assert below.split()[0] in [line.text.split()[0] for line in lines]


def test_the_rows_of_a_table_set_with_spaces_are_no_sentence() -> None:
    rows = [f"{10 + 7 * at}      drivers of the large vans     {50 + at},120" for at in range(1, 9)]
    page = WRAPPED.format(above=OPEN + "done", below="today.") + "\n\n" + "\n".join(rows)
    lines = text.read(page.encode(), "made.txt").lines[-8:]
    assert [[cell.text for cell in line.cells or ()] for line in lines] == [
        [row[:2], "drivers of the large vans", row[-6:]] for row in rows
    ]


# ----------------------------------------------------------------------------------- encodings

AGREEMENT = "1.1 The week’s work – all of it\n\n1.2 “Hours” are those worked… £5 each\n"


def test_text_in_windows_1252_is_read_and_that_is_said() -> None:
    reading = text.read(AGREEMENT.encode("windows-1252"), "a.txt")
    assert [line.text for line in reading.lines] == AGREEMENT.strip().split("\n\n")
    assert [finding.code for finding in reading.findings] == ["encoding-inferred"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_text_in_unicode_is_read_with_and_without_a_mark(encoding: str) -> None:
    reading = text.read(AGREEMENT.encode(encoding), "a.txt")
    assert [line.text for line in reading.lines] == AGREEMENT.strip().split("\n\n")
    assert reading.findings == ()


@pytest.mark.parametrize(
    "data", [AGREEMENT.encode("mac-roman"), b"1.1 caf\xe9", b"1.1 K\xf8ben\x92s"]
)
def test_other_encodings_are_refused(data: bytes) -> None:
    for name in ("a.txt", "", "a/b", "a.md"):
        with pytest.raises(UnreadableInput, match="not UTF-8"):
            text.read(data, name)


@pytest.mark.parametrize("name", ["a.docx", "b/a.pdf", "a.png", "A.DOC", "a.txt.pdf"])
@pytest.mark.parametrize("data", [b"\x89PNG\r\n\xff\xd8", b"\x07\xf1\x02 Word", b"P\x00\x00K"])
def test_what_is_called_a_word_file_or_a_pdf_and_is_none_is_told_so(
    name: str, data: bytes
) -> None:
    with pytest.raises(UnreadableInput) as told:
        text.read(data, name)
    assert str(told.value).startswith(
        f"{name} is no text, and no Word file or PDF whatever its name says"
    )
    assert "UTF-8" not in str(told.value)


@pytest.mark.parametrize("name", ["base.txt", "base.md"])
def test_a_line_set_in_below_a_bullet_goes_on_with_it_and_the_next_bullet_is_one(name: str) -> None:
    page = (
        "1.1 These are paid:\n  - soap: $4.00 a week;\n    but not at Easter\n  - towels\n\n"
        "1.2 The Company lends:\n  - aprons\n  - clogs\n\n1.3 Nothing else is lent.\n"
    )
    assert [line.text for line in text.read(page.encode(), name).lines] == [
        "1.1 These are paid:", "soap: $4.00 a week; but not at Easter", "towels",
        "1.2 The Company lends:", "aprons", "clogs", "1.3 Nothing else is lent.",
    ]  # fmt: skip


def test_a_bullet_behind_a_paragraph_of_its_list_is_no_rest_of_that_paragraph() -> None:
    page = "1.1 Paid are:\n- soap, $4.00;\nbut not at Easter\n- towels\n\n1.2 No more.\n"
    clauses = build(text.read(page.encode(), "base.txt"), any_text=True).clauses
    assert [one.own_text for one in clauses if one.kind == "bullet"][-1] == "towels"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{\\rtf1\\ansi\\deff0 {\\b 1 Hours}\\par 1.1 Hours are 40.\\par}", "rich text"),
        (b"%!PS-Adobe-3.0\n(1.1 Hours are 40.) show", "PostScript"),
        (b"From: <Saved by a browser>\r\nSubject: Hours\r\n =20and pay\r\nMIME-Version: 1.0\r\n",
         "web archive"),
        (b"% 2026\n\\documentclass{article}\n1.1 Hours are 40.", "LaTeX"),
    ],
)  # fmt: skip
def test_text_that_is_the_source_of_another_format_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableInput, match=said):
        text.read(data, "given")


def test_text_that_speaks_of_such_formats_is_text() -> None:
    said = b"Note: give it as RTF\n\n1.1 A file begins with {\\rtf or %!PS.\n\nMIME-Version: 1"
    assert text.read(said, "given").lines[1].text == "1.1 A file begins with {\\rtf or %!PS."
