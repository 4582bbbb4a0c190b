"""A Word file with footnotes against its own print: neither marks nor notes are changes."""

from __future__ import annotations

from pdf_pages import Stroke, Text, grid, pdf, width, wrapped
from word_samples import cell, paragraph, row, table, word

from clausetrack.comparison import Compared, compared
from clausetrack.ingest import pdf as reader

TITLE = "Harbour Pilots Collective Agreement 2027-2029"
LONG = (
    "the pilot of each ship keeps a book of the hours of the crew, which every member of the crew "
    "may read at any time on the bridge, and copies what is said in it of that member on request"
)
REFERENCE = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
NOTE = '<w:footnote w:id="{}">{}</w:footnote>'


def marked(y: float, before: str, mark: str, after: str, x: float = 60) -> list[Text]:
    """A line of print with a raised mark in it."""
    at = x + width(before)
    return [Text(x, y, before), Text(at, y + 4, mark, 6), Text(at + 7, y, after)]


def printed(*notes: Text | Stroke) -> bytes:
    xs, ys = (60, 180, 340), (640, 620, 600, 580)
    rates = [Text(64, 626, "Step"), Text(184, 626, "Rate from 1 May 2027"), Text(64, 606, "1"),
             *marked(606, "$60,000", "2", "", 184)[:2], Text(64, 586, "2"),
             Text(184, 586, "$65,000")]  # fmt: skip
    return pdf([[
        Text(60, 800, TITLE, 14),
        Text(60, 770, "1. Pay", 12),
        *marked(750, "1.1 A pilot is paid $70,000", "1", "a year by the port."),
        *wrapped(60, 720, f"1.2 Each day {LONG}.", 440),
        Text(60, 660, "1.3 The rates are:"),
        *grid(xs, ys), *rates,
        *wrapped(60, 550, f"1.4 Each night {LONG}.", 440),
        *notes,
    ]])  # fmt: skip


FOOT = (Text(60, 100, "1", 5.5),
        Text(66, 96, "Before tax, and before what the law takes for the", 8),
        Text(60, 86, "health of the crew.", 8),
        Text(60, 76, "2", 5.5), Text(66, 72, "For the first year.", 8))  # fmt: skip


def typed(first: str = "Before tax, and before what the law takes for the health of the crew.",
          ) -> bytes:  # fmt: skip
    rates = table(row("Step", "Rate from 1 May 2027"),
                  row("1", cell(paragraph("$60,000", REFERENCE.format(2)))),
                  row("2", "$65,000"))  # fmt: skip
    notes = (first, "For the first year.")
    return word(
        TITLE,
        "1. Pay",
        paragraph("1.1 A pilot is paid $70,000", REFERENCE.format(1), " a year by the port."),
        f"1.2 Each day {LONG}.",
        "1.3 The rates are:",
        rates,
        f"1.4 Each night {LONG}.",
        footnotes="".join(NOTE.format(at, paragraph(note)) for at, note in enumerate(notes, 1)),
    )


def held(old: bytes, new: bytes) -> Compared:
    return compared(old, new, "pilots.docx", "pilots.pdf")


def test_a_word_file_and_its_print_are_one_text() -> None:
    found = held(typed(), printed(*FOOT))
    assert [(one.new_id, one.edits) for one in found.changes] == []
    assert [one.message for one in found.findings if one.code == "outside-changed"] == []


def test_a_note_that_the_print_has_otherwise_is_told_once() -> None:
    found = held(typed("After tax."), printed(*FOOT))
    assert found.changes == ()
    assert [one.message for one in found.findings if one.code == "outside-changed"] == [
        "in a footnote, changed: “After tax.” → “Before tax, and before what the law takes for the "
        "health of the crew.”"
    ]


def test_a_raised_figure_without_a_note_at_the_foot_is_text() -> None:
    lines = reader.read(printed(), "pilots.pdf").lines
    assert any("$70,0001 a year" in line.text for line in lines)
