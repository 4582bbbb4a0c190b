"""Footnotes of a PDF as large as its text, on the page after their mark, and going on there."""

from __future__ import annotations

import pytest
from pdf_pages import Text, pdf, width

from clausetrack.ingest import pdf as reader

FOOTNOTE, MARK = "a footnote", "the mark of a footnote"


def marked(y: float, before: str, mark: str, after: str) -> list[Text]:
    """A line with a raised mark in it."""
    at = 60 + width(before)
    return [Text(60, y, before), Text(at, y + 4, mark, 6), Text(at + 4 * len(mark) + 3, y, after)]


def page(number: int, *rows: Text) -> list[Text]:
    """A page of clauses, with those rows and no footer."""
    body = [Text(60, 780 - 20 * n, f"{number}.{n} The pilot of ship {n} keeps its book on deck.")
            for n in range(1, 9)]  # fmt: skip
    return [*body, *rows]


def left(*pages: list[Text]) -> list[tuple[str, str]]:
    return [(one.text, one.why) for one in reader.read(pdf(pages), "made.pdf").left_out]


def text(*pages: list[Text]) -> str:
    return "\n".join(line.text for line in reader.read(pdf(pages), "made.pdf").lines)


def test_notes_as_large_as_the_text_begin_with_its_marks_in_their_order() -> None:
    made = page(1, *marked(300, "1.9 A night", "1", "is paid twice."),
                *marked(280, "1.10 A Sunday", "2", "is, too."),
                Text(60, 80, "1 It ends after midnight."),
                Text(60, 60, "2 And a holiday."))  # fmt: skip
    assert left(made) == [("1", MARK), ("2", MARK), ("1 It ends after midnight.", FOOTNOTE),
                          ("2 And a holiday.", FOOTNOTE)]  # fmt: skip
    assert "1.9 A night is paid twice." in text(made)


@pytest.mark.parametrize("size", [10, 8])
def test_a_note_without_room_is_on_the_page_after_its_mark(size: float) -> None:
    one = page(1, *marked(300, "1.9 A night", "1", "is paid twice."),
               *marked(280, "1.10 A Sunday", "2", "is, too."),
               Text(60, 60, "1 It ends after midnight.", size))  # fmt: skip
    other = page(2, *marked(300, "2.9 A tide", "3", "is not."),
                 Text(60, 80, "2 And a holiday.", size),
                 Text(60, 60, "3 It begins at four.", size))  # fmt: skip
    found = left(one, other)
    assert [words for words, why in found if why == FOOTNOTE] == [
        "1 It ends after midnight.", "2 And a holiday.", "3 It begins at four."
    ]  # fmt: skip
    assert sorted(words for words, why in found if why == MARK) == ["1", "2", "3"]
    assert "1.10 A Sunday is, too." in text(one, other)


@pytest.mark.parametrize("size", [10, 8])
def test_a_note_goes_on_at_the_foot_of_the_next_page(size: float) -> None:
    one = page(1, *marked(300, "1.9 A night", "1", "is paid twice."),
               Text(60, 60, "1 It ends after midnight, or at sea it", size))  # fmt: skip
    other = page(2, *marked(300, "2.9 A tide", "2", "is not."),
                 Text(60, 80, "ends when the pilot leaves it.", size),
                 Text(60, 60, "2 It begins at four.", size))  # fmt: skip
    assert ("ends when the pilot leaves it.", FOOTNOTE) in left(one, other)
    assert "2.9 A tide is not." in text(one, other)


def test_a_mark_whose_note_never_comes_stays_in_the_text() -> None:
    one = page(1, *marked(300, "1.9 A night", "1", "is paid twice."),
               *marked(280, "1.10 A Sunday", "2", "is, too."),
               Text(60, 60, "1 It ends after midnight."))  # fmt: skip
    assert left(one, page(2)) == [("1", MARK), ("1 It ends after midnight.", FOOTNOTE)]
    assert "1.10 A Sunday2 is, too." in text(one, page(2)).replace("Sunday 2", "Sunday2")


@pytest.mark.parametrize("row", ["2 The next clause", "2 pilots"])
def test_the_square_of_a_measure_is_no_mark(row: str) -> None:
    made = page(1, *marked(300, "1.9 A cabin has 12 m", "2", "at the least."), Text(60, 60, row))
    assert not left(made)


def test_a_clause_of_the_number_of_a_mark_is_no_note() -> None:
    made = page(1, *marked(300, "1.9 A night", "2", "is paid twice."),
                Text(60, 80, "2"),
                Text(90, 80, "The depot keeps the book of each ship for years."))  # fmt: skip
    assert not left(made)
