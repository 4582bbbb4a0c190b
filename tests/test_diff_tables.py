"""Tables compared by what their rows and columns mean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from documents import table

from clausetrack.diff import classes as classed
from clausetrack.diff.cells import table_edits
from clausetrack.model import Cell, Column, Run, Table

KEEPERS = [
    ["Step", "Rates from 2 Dec 2024"],
    ["1", "$61,000"],
    ["2", "$64,000"],
    ["3", "$67,500"],
]
STEP = Column("Step", "key")
FIRST = Column("Rates from 2 Dec 2024", "rate", date(2024, 12, 2))
NEXT = Column("Rates from 28 Jan 2026", "rate", date(2026, 1, 28))
UNTIL = Column("Rates until 27 Jan 2026", "rate", None, date(2026, 1, 27))


def edits(old: Table, new: Table) -> list[tuple[str, str, str, str]]:
    return [(e.part, e.op, e.row or e.column, f"{e.old}>{e.new}") for e in table_edits(old, new)]


def test_a_figure_that_rises_says_by_how_much() -> None:
    rows = [row[:] for row in KEEPERS]
    rows[2][1] = "$65,600"
    (edit,) = table_edits(table(KEEPERS, [STEP, FIRST]), table(rows, [STEP, FIRST]))
    assert (edit.row, edit.column) == ("2", "Rates from 2 Dec 2024")
    assert (edit.difference, edit.percent) == (Decimal(1600), Decimal("2.50"))


def test_a_new_dated_column_is_a_new_column_wherever_it_stands() -> None:
    news = ["Rates from 28 Jan 2026", "$63,000", "$66,000", "$69,000"]
    rows = [[row[0], new, row[1]] for row, new in zip(KEEPERS, news, strict=True)]
    found = edits(table(KEEPERS, [STEP, FIRST]), table(rows, [STEP, NEXT, FIRST]))
    assert [each[:3] for each in found] == [("column", "insert", "Rates from 28 Jan 2026")]


def test_an_until_column_continues_the_rates_in_force_and_differs_where_figures_do() -> None:
    rows = [[step, rate, rate] for step, rate in KEEPERS]
    rows[0] = ["Step", "Rates until 27 Jan 2026", "Rates from 28 Jan 2026"]
    same = edits(table(KEEPERS, [STEP, FIRST]), table(rows, [STEP, UNTIL, NEXT]))
    figures = [each for each in same if each[0] == "cell" and "$" in each[3]]
    assert figures == []
    rows[3][1] = "$67,000"
    other = edits(table(KEEPERS, [STEP, FIRST]), table(rows, [STEP, UNTIL, NEXT]))
    assert ("cell", "replace", "3", "$67,500>$67,000") in other


def test_a_row_put_in_the_middle_changes_no_other_row() -> None:
    rows = [*KEEPERS[:2], ["1A", "$62,000"], *KEEPERS[2:]]
    assert edits(table(KEEPERS, [STEP, FIRST]), table(rows, [STEP, FIRST])) == [
        ("row", "insert", "1A", ">1A\t$62,000")
    ]


def test_rows_that_share_a_key_are_told_apart_by_their_order() -> None:
    old = [["Boat", "Crew"], ["Tender", "two"], ["Tender", "three"]]
    new = [["Boat", "Crew"], ["Tender", "two"], ["Tender", "four"]]
    assert edits(table(old), table(new)) == [("cell", "replace", "Tender", "three>four")]


def test_a_merged_cell_that_changes_is_one_edit() -> None:
    def built(group: str) -> Table:
        merged = Cell((Run(group),), rowspan=2)
        head = (Cell((Run("Group"),)), Cell((Run("Step"),)))
        return Table((head, (merged, Cell((Run("1"),))), (Cell((Run("2"),)),)), 1)

    assert [each[3] for each in edits(built("Lower"), built("Upper"))] == ["Lower>Upper"]


def test_a_table_without_headings_is_compared_row_by_row() -> None:
    old, new = Table(_cells("a|b", "c|d")), Table(_cells("a|b", "c|e"))
    assert edits(old, new) == [("cell", "replace", "c", "d>e")]


def _cells(*rows: str) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(Cell((Run(text),)) for text in row.split("|")) for row in rows)


def _headed(*heads: str, last: str = "$67,500") -> Table:
    """The keepers' rates under a heading of so many rows, `|` between its cells."""
    rows = [head.split("|") for head in heads] + [row[:] for row in KEEPERS[1:]]
    rows[-1][1] = last
    joined = " ".join(" ".join(head.partition("|")[2].split()) for head in heads)
    made = table(rows, [STEP, Column(joined, "rate", date(2024, 12, 2))])
    return replace(made, header_rows=len(heads))


def test_a_heading_in_more_rows_that_says_the_same_is_no_edit() -> None:
    one, two = _headed("Step|Rates from 2 Dec 2024"), _headed("Step|Rates from 2", "|Dec  2024")
    assert list(table_edits(one, two)) == list(table_edits(two, one)) == []
    (edit,) = table_edits(one, _headed("Step|Rates from 2", "|Dec  2024", last="$68,000"))
    assert (edit.op, edit.old, edit.new) == ("replace", "$67,500", "$68,000")
    assert (edit.row, edit.column) == ("3", "Rates from 2 Dec 2024")
    other = table_edits(one, _headed("Grade|Rates from 2", "|Dec 2024"))
    assert any("Grade" in edit.new for edit in other)


CREW = ["Role|Rate|Boat", "Cook|$25.00|Tern", "Deckhand|$26.00|Gull", "Rigger|$27.00|Tern",
        "Bosun|$28.00|Skua"]  # fmt: skip


def _crew(*rows: str) -> Table:
    return replace(Table(_cells(*rows)), header_rows=1)


def test_a_row_that_moved_and_changed_is_a_move_and_its_cell() -> None:
    moved = [*CREW[:2], "Bosun|$29.50|Skua", *CREW[2:4]]
    assert edits(_crew(*CREW), _crew(*moved)) == [
        ("row", "move", "Bosun", "Bosun\t$28.00\tSkua>Bosun\t$29.50\tSkua"),
        ("cell", "replace", "Bosun", "$28.00>$29.50"),
    ]
    (move, cell) = table_edits(_crew(*CREW), _crew(*moved))
    assert (move.start, move.to, move.after) == (4, 2, "Cook")
    assert (cell.difference, cell.percent) == (Decimal("1.50"), Decimal("5.36"))


def test_a_row_that_moved_is_not_taken_for_the_one_in_its_place() -> None:
    """The bosun's row came where the cook's is much like it, and the cook's went."""
    moved = [CREW[0], "Bosun|$25.00|Tern", *CREW[2:4]]
    assert edits(_crew(*CREW), _crew(*moved)) == [
        ("row", "delete", "Cook", "Cook\t$25.00\tTern>"),
        ("row", "move", "Bosun", "Bosun\t$28.00\tSkua>Bosun\t$25.00\tTern"),
        ("cell", "replace", "Bosun", "$28.00>$25.00"),
        ("cell", "replace", "Bosun", "Skua>Tern"),
    ]


def test_a_row_that_only_moved_has_no_class_and_is_not_slight() -> None:
    (move,) = table_edits(_crew(*CREW), _crew(CREW[0], CREW[4], *CREW[1:4]))
    assert (move.op, move.row, move.after) == ("move", "Bosun", None)
    assert not classed.is_slight(move)
    assert classed.classes(move.old, move.new, [move]) == set()


def test_of_rows_with_one_name_only_one_that_stayed_the_same_is_told_as_moved() -> None:
    """Which of two keepers passed the cook is known by their cells, or not at all."""
    old = ["Role|Rate", "Keeper|$20.00", "Cook|$25.00", "Rigger|$27.00", "Keeper|$30.00"]
    said = [each[:3] for each in edits(_crew(*old), _crew(*old[:2], old[4], *old[2:4]))]
    assert said == [("row", "move", "Keeper")]
    other = edits(_crew(*old), _crew(*old[:2], "Keeper|$33.00", *old[2:4]))
    assert [each[:3] for each in other] == [
        ("row", "delete", "Keeper"),
        ("row", "insert", "Keeper"),
    ]


def test_a_column_that_came_does_not_hide_that_a_row_moved() -> None:
    new = [f"{row}|{end}" for row, end in zip([CREW[0], CREW[4], *CREW[1:4]],
           ["Days", "five", "four", "four", "six"], strict=True)]  # fmt: skip
    assert [each[:3] for each in edits(_crew(*CREW), _crew(*new))] == [
        ("row", "move", "Bosun"), ("column", "insert", "Days")
    ]  # fmt: skip


def test_a_table_of_which_the_heading_alone_is_left_lost_its_rows_and_no_column() -> None:
    whole = table(KEEPERS, [STEP, FIRST])
    # what reads one row by itself cannot tell that it is a heading
    alone = replace(table(KEEPERS[:1], [Column("", "other")] * 2), header_rows=0)
    rows = [("row", row[0], "\t".join(row)) for row in KEEPERS[1:]]
    assert edits(whole, alone) == [(part, "delete", key, f"{row}>") for part, key, row in rows]
    assert edits(alone, whole) == [(part, "insert", key, f">{row}") for part, key, row in rows]
