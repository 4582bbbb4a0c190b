"""Page headers that a Word file holds, and that no page shows."""

from __future__ import annotations

import io

import docx
import pytest

from clausetrack.comparison import compared
from clausetrack.ooxml.names import make, w
from clausetrack.ooxml.package import open_package, save, to_bytes
from clausetrack.ooxml.running import unprinted

LINES = ("Slip Works Collective Agreement 2024", "1 Pay", "1.1 A rigger is paid weekly.")
WORDS = "Without prejudice"


def agreement(pages: str, *, shown: bool, sections: int = 1, at: int = 0) -> bytes:
    """The agreement with a header for first or even pages, and whether such pages have their own.

    It stands in the first section, and section `at` has the first page of its own.
    """
    made = docx.Document()
    first = made.sections[0]
    made.settings.odd_and_even_pages_header_footer = True
    first.different_first_page_header_footer = True
    header = first.first_page_header if pages == "first" else first.even_page_header
    header.paragraphs[0].text = WORDS
    for line in LINES:
        made.add_paragraph(line)
    for _ in range(sections - 1):
        made.add_section()
        made.add_paragraph("A line more.")
    for section in made.sections:
        section.different_first_page_header_footer = False
    made.sections[at].different_first_page_header_footer = shown and pages == "first"
    made.settings.odd_and_even_pages_header_footer = shown and pages == "even"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize("pages", ["first", "even"])
def test_a_header_that_is_shown_no_longer_is_told(pages: str) -> None:
    shown, idle = (agreement(pages, shown=on) for on in (True, False))
    (gone,) = compared(shown, idle).findings
    assert gone.message == f"in the page header, deleted: “{WORDS}”"
    (come,) = compared(idle, shown).findings
    assert come.message == f"in the page header, inserted: “{WORDS}”"
    assert compared(shown, shown).findings == compared(idle, idle).findings == ()


def test_a_later_section_shows_the_header_that_it_takes_over() -> None:
    for at, idle in ((0, 0), (1, 0)):
        assert on_no_page(agreement("first", shown=True, sections=2, at=at)) == idle
    assert on_no_page(agreement("first", shown=False, sections=2)) == 1


def on_no_page(data: bytes) -> int:
    package = open_package(data)
    return len(unprinted(package, package.xml(package.document)))


def test_a_first_page_that_is_tracked_to_be_like_the_others_is_told() -> None:
    shown = open_package(agreement("first", shown=True))
    root = shown.xml(shown.document)
    (section,) = root.iter(w("sectPr"))
    change = make("sectPrChange", id="9", author="Them", date="2027-05-01T00:00:00Z")
    old = make("sectPr")
    old.append(make("titlePg"))
    change.append(old)
    section.remove(next(section.iter(w("titlePg"))))
    section.append(change)
    tracked = save(shown.changed({shown.document: to_bytes(root)}))
    (gone,) = compared(save(shown), tracked).findings
    assert gone.message == f"in the page header, deleted: “{WORDS}”"
    kept = compared(save(shown), tracked, revisions="rejected").findings
    assert kept == ()
