"""Pages of a PDF set in two columns: tables in a column, footers below them; short margins."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pdf_pages import Stroke, Text, grid, pdf, wrapped

from clausetrack.ingest import pdf as reader
from clausetrack.segment import build

WORDS = (
    "the keeper of the second light rows over once in each week and brings what the first one "
    "has asked for in the book that is kept beside the stove of the lower room"
)
NAMES = ["", "north of here ", "in the sound ", "on the long reef ", "at the bar "]
FIGURES = [["Step", "From 1 May"], ["1", "$51,250"], ["2", "$52,500"], ["3", "$53,750"]]


def clause(x: float, y: float, number: str, page: int = 0) -> tuple[list[Text], float]:
    lines = wrapped(x, y, f"{number} {NAMES[page]}{WORDS}.", 220)
    return lines, lines[-1].y - 22


def columns(page: int = 0, *, ruled: bool) -> list[Text | Stroke]:
    """Clauses 1.1 to 1.3, a table and 1.4 on the left, 2.1 to 2.6 on the right."""
    items: list[Text | Stroke] = []
    y = 760.0
    for number in ("1.1", "1.2", "1.3"):
        lines, y = clause(60, y, number, page)
        items += lines
    for at, row in enumerate(FIGURES):
        items += [Text(66 + 80 * n, y - 18 * at, cell) for n, cell in enumerate(row)]
    if ruled:
        items += grid([60, 140, 220], [y + 13 - 18 * at for at in range(5)])
    y -= 18 * 4 + 16
    items += clause(60, y, "1.4", page)[0]
    y = 754.0
    for at in range(1, 7):
        lines, y = clause(315, y, f"2.{at}", page)
        items += lines
    return items


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_in_one_column_does_not_cut_the_other(ruled: bool) -> None:
    reading = reader.read(pdf([columns(ruled=ruled)]), "made.pdf")
    shown = [
        [cell.text for cell in line.cells] if line.cells is not None else line.text.split()[0]
        for line in reading.lines
    ]
    assert shown == [
        "1.1", "1.2", "1.3", *FIGURES, "1.4", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6",
    ]  # fmt: skip
    assert all(line.text.endswith(f"{WORDS}.") for line in reading.lines if line.cells is None)


def test_a_footer_in_two_parts_belongs_to_no_column() -> None:
    def page(number: int) -> Sequence[Text | Stroke]:
        foot = [Text(60, 40, "Lamp keepers", 8), Text(480, 40, f"Page {number}", 8)]
        return [*columns(number, ruled=True), *foot]

    reading = reader.read(pdf([page(number) for number in range(1, 5)]), "made.pdf")
    assert [entry.why for entry in reading.left_out] == ["a running footer"] * 4
    assert not any("Page" in line.text for line in reading.lines)


def test_a_margin_with_one_heading_set_a_little_higher_than_its_clause() -> None:
    lines, y = clause(190, 760, "1.1")
    more, _ = clause(190, y, "1.2")
    reading = reader.read(pdf([[Text(60, 761.5, "1 Boats", 9, "b"), *lines, *more]]), "made.pdf")
    assert [line.text.split()[0] for line in reading.lines] == ["1", "1.1", "1.2"]


def test_headings_numbers_and_words_side_by_side_are_no_table() -> None:
    items: list[Text | Stroke] = []
    words = "A keeper rows over once in each week of the year and once more where a storm is near."
    y = 760.0
    for heading, number in (("1 Boats", "1.1"), ("2 Oars", "2.1")):
        items += [Text(60, y, heading, 10, "b"), Text(180, y, number)]
        lines = wrapped(215, y, words, 200)
        items += lines
        y = lines[-1].y - 30
    reading = reader.read(pdf([items]), "made.pdf")
    assert all(line.cells is None for line in reading.lines)
    found = [(c.id, c.heading_text or c.own_text) for c in build(reading, any_text=True).clauses]
    assert found == [("1", "Boats"), ("1.1", words), ("2", "Oars"), ("2.1", words)]


SHORT = ["Boats", "Oars and the keeping of them", "Nets", "Lamps", "Horns", "Sails in the harbour"]


def test_columns_of_short_lines_and_a_table_are_read_by_the_numbers_of_their_clauses() -> None:
    items: list[Text | Stroke] = []
    for side, (x, y) in enumerate(((60, 760), (315, 752))):
        for at, words in enumerate(SHORT):
            items += [Text(x, y - 34 * at, f"{side + 1}.{at + 1} {words}"),
                      Text(x, y - 34 * at - 14, "All row.")]  # fmt: skip
    top = 752 - 34 * 6
    for at, row in enumerate(FIGURES):
        items += [Text(321 + 80 * n, top - 18 * at, cell) for n, cell in enumerate(row)]
    items += grid([315, 395, 475], [top + 13 - 18 * at for at in range(5)])
    items += [Text(60, 760 - 34 * at, "It is kept.") for at in range(6, 9)]
    reading = reader.read(pdf([items]), "made.pdf")
    shown = [line.text.split()[0] for line in reading.lines if line.text[:1].isdecimal()]
    assert shown == [f"{side}.{at}" for side in (1, 2) for at in range(1, 7)]
    assert [[cell.text for cell in line.cells] for line in reading.lines if line.cells] == FIGURES


def test_clauses_set_beside_those_that_they_replace_are_no_columns() -> None:
    items = [Text(x, 760 - 30 * at, f"1.{at + 1} {words}") for at, words in enumerate(SHORT)
             for x in (60, 315)]  # fmt: skip
    (first, *_) = reader.read(pdf([items]), "made.pdf").lines
    shown = [cell.text for cell in first.cells] if first.cells else first.text.split("\t")
    assert [one.strip() for one in shown] == ["1.1 Boats", "1.1 Boats"]
