"""Tables in sections: a row that stands in several of them is told with the name of its own."""

from __future__ import annotations

from dataclasses import replace

from documents import table
from test_diff_html_pay import tables
from test_diff_plain_tables import changed, told

from clausetrack.diff.cells import table_edits
from clausetrack.diff.tables import compare
from clausetrack.model import Cell, Column, Run

CREWS = ["Step | Rate", "Deck crew |", "1 | $41,000", "2 | $43,100", "Engine crew |",
         "1 | $45,300", "2 | $47,500"]  # fmt: skip


def test_a_step_of_two_sections_is_told_with_the_name_of_its_own() -> None:
    assert told(CREWS, changed(CREWS, (6, "2 | $47,050"))) == [
        "Engine crew 2, Rate: $47,500>$47,050",
    ]
    new = [*CREWS[:4], "3 | $44,900", *CREWS[4:6], "2 | $47,050"]
    assert told(CREWS, new) == ["Engine crew 2, Rate: $47,500>$47,050", "row insert Deck crew 3"]


def test_a_section_that_goes_takes_its_own_steps_along() -> None:
    new = [CREWS[0], *CREWS[4:6], "2 | $47,900"]
    assert told(CREWS, new) == [
        "row delete Deck crew", "row delete Deck crew 1", "row delete Deck crew 2",
        "Engine crew 2, Rate: $47,500>$47,900",
    ]  # fmt: skip


def test_the_lowest_step_of_one_section_may_go() -> None:
    old = [*CREWS[:4], "3 | $44,900", *CREWS[4:]]
    new = [*CREWS[:2], "1 | $43,100", "2 | $44,900", *CREWS[4:]]
    assert told(old, new) == [
        "row delete Deck crew 1", "Deck crew 1, Step: 2>1", "Deck crew 2, Step: 3>2",
    ]  # fmt: skip


def test_a_section_of_another_name_keeps_its_steps() -> None:
    new = [row.replace("Deck crew", "Deck hands") for row in changed(CREWS, (2, "1 | $41,900"))]
    assert told(CREWS, new) == [
        "Deck hands, Step: Deck crew>Deck hands", "1, Rate: $41,000>$41,900",
    ]  # fmt: skip


def test_steps_that_stand_in_one_section_alone_go_by_themselves() -> None:
    old = ["Extra | Amount", "At sea |", "Fog | $3.80", "In port |", "Paint | $2.00"]
    assert told(old, changed(old, (4, "Paint | $2.10"))) == ["Paint, Amount: $2.00>$2.10"]


def test_a_row_without_an_amount_names_nothing_below_it() -> None:
    """Where each grade stands beside its step, the row of a grade is told by both."""
    old = ["Grade | Step | Rate", "Oiler | 1 | $41,000", "Oiler | 2 | $43,100", "Cook | 1 |",
           "Cook | 2 | $47,500"]  # fmt: skip
    assert told(old, changed(old, (4, "Cook | 2 | $47,900"))) == ["Cook 2, Rate: $47,500>$47,900"]


def test_the_name_of_a_section_may_stand_in_a_cell_across_the_table() -> None:
    def made(last: str) -> list[tuple[Cell, ...]]:
        rows = [row.split(" | ") for row in [*CREWS[:6], f"2 | {last}"]]
        return [(Cell((Run(row[0].removesuffix(" |")),), colspan=2),) if row[-1].endswith("|")
                else tuple(Cell((Run(text),)) for text in row) for row in rows]  # fmt: skip

    columns = [Column("Step", "key"), Column("Rate", "rate")]
    both = [replace(table([["Step", "Rate"]], columns), rows=tuple(made(last)))
            for last in ("$47,500", "$47,050")]  # fmt: skip
    (edit,) = table_edits(*both)
    assert (edit.row, edit.column, edit.new) == ("Engine crew 2", "Rate", "$47,050")


def test_step_by_step_a_section_is_the_group_of_its_steps() -> None:
    new = [*CREWS[:4], "3 | $44,900", *CREWS[4:6], "2 | $47,050"]
    steps = compare(*tables(CREWS, new)).steps
    assert [(step.group, step.key, step.cells[0].kind) for step in steps if step.key.isdigit()] == [
        ("Deck crew", "1", "same"), ("Deck crew", "2", "same"), ("Deck crew", "3", "added"),
        ("Engine crew", "1", "same"), ("Engine crew", "2", "changed"),
    ]  # fmt: skip
