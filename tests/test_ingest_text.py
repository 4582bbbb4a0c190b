"""Text and Markdown: what is no part of the document, and what is no document."""

from __future__ import annotations

import pytest

from clausetrack.errors import UnreadableInput
from clausetrack.ingest import text

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
