"""Pay tables whose days were put off, whose steps took other names, and which were turned round."""

from __future__ import annotations

import re
from datetime import date

from test_diff_plain_tables import changed, edits, page, told

from clausetrack.comparison import compared
from clausetrack.diff.cells import table_edits
from clausetrack.model import Cell, Column, Run, Table
from clausetrack.render import diff_html
from clausetrack.render import diff_terminal as terminal

# ---------------------------------------------------------------------- a day that was put off

SCALE = ["Step | From 1 May 2025 | From 1 May 2026", "1 | $51,000 | $52,500",
         "2 | $54,200 | $55,900", "3 | $57,700 | $59,400", "4 | $60,300 | $62,100"]  # fmt: skip


def test_a_figure_that_slipped_where_the_day_was_put_off_is_named() -> None:
    new = changed(SCALE, (0, "Step | From 1 May 2025 | From 1 June 2026"),
                  (2, "2 | $54,200 | $55,090"))  # fmt: skip
    assert told(SCALE, new) == [
        "Step, From 1 June 2026: From 1 May 2026>From 1 June 2026",
        "2, From 1 June 2026: $55,900>$55,090",
    ]
    assert edits(SCALE, new)[1].difference == -810


def test_several_days_may_be_put_off_at_once() -> None:
    new = changed(SCALE, (0, "Step | From 1 June 2025 | From 1 June 2026"),
                  (4, "4 | $60,300 | $61,200"))  # fmt: skip
    assert told(SCALE, new) == [
        "Step, From 1 June 2025: From 1 May 2025>From 1 June 2025",
        "Step, From 1 June 2026: From 1 May 2026>From 1 June 2026",
        "4, From 1 June 2026: $62,100>$61,200",
    ]


def test_a_day_may_be_put_off_where_a_later_rise_comes_behind_it() -> None:
    new = ["Step | From 1 May 2025 | From 1 June 2026 | From 1 May 2027",
           "1 | $51,000 | $52,500 | $54,000", "2 | $54,200 | $55,900 | $57,600",
           "3 | $57,700 | $59,400 | $61,100", "4 | $60,300 | $62,100 | $63,900"]  # fmt: skip
    assert told(SCALE, new) == [
        "Step, From 1 June 2026: From 1 May 2026>From 1 June 2026",
        "column insert From 1 May 2027",
    ]


def test_a_step_may_come_where_a_day_is_put_off() -> None:
    new = changed(SCALE, (0, "Step | From 1 May 2025 | From 1 June 2026"))
    assert told(SCALE, [*new, "5 | $63,000 | $64,900"]) == [
        "Step, From 1 June 2026: From 1 May 2026>From 1 June 2026", "row insert 5",
    ]  # fmt: skip


def test_rates_of_a_new_day_are_a_new_column_where_most_of_them_rose() -> None:
    new = ["Step | From 1 May 2025 | From 1 May 2027", "1 | $51,000 | $53,600",
           "2 | $54,200 | $57,000", "3 | $57,700 | $59,400", "4 | $60,300 | $62,100"]  # fmt: skip
    assert told(SCALE, new) == ["column delete From 1 May 2026", "column insert From 1 May 2027"]


def test_one_figure_in_common_does_not_make_two_columns_one() -> None:
    old = ["Grade | From 1 May 2024 | From 1 May 2025", "Rigger | $27.00 | $28.00",
           "Bosun | $30.00 | $31.00"]  # fmt: skip
    new = ["Grade | From 1 May 2024 | From 1 May 2026", "Rigger | $27.00 | $28.00",
           "Bosun | $30.00 | $32.00"]  # fmt: skip
    assert told(old, new) == ["column delete From 1 May 2025", "column insert From 1 May 2026"]


def test_of_the_one_day_that_a_table_has_each_rise_is_told_where_another_took_its_place() -> None:
    old = ["Step | From 1 May 2025", "1 | $51,000", "2 | $54,200", "3 | $57,700"]
    new = ["Step | From 1 May 2026", "1 | $51,000", "2 | $55,900", "3 | $59,400"]
    heading = "Step, From 1 May 2026: From 1 May 2025>From 1 May 2026"
    assert told(old, new) == [
        heading, "2, From 1 May 2026: $54,200>$55,900", "3, From 1 May 2026: $57,700>$59,400",
    ]  # fmt: skip
    every = changed(new, (1, "1 | $52,500"))
    assert told(old, every)[:2] == [heading, "1, From 1 May 2026: $51,000>$52,500"]
    assert edits(old, every)[1].difference == 1500


def test_a_rise_to_what_the_next_step_had_takes_no_step_away() -> None:
    """The highest step went; on another day the others are paid what the next one was."""
    old = ["Step | From 1 May 2025", "1 | $51,000", "2 | $52,000", "3 | $53,000", "4 | $54,000"]
    new = ["Step | From 1 May 2026", "1 | $52,000", "2 | $53,000", "3 | $54,000"]
    found = told(old, new)
    assert "row delete 4" in found
    assert "1, From 1 May 2026: $51,000>$52,000" in found


def test_of_two_days_that_took_the_place_of_one_neither_is_it() -> None:
    old = ["Step | From 1 May 2025", "1 | $51,000", "2 | $54,200"]
    new = ["Step | From 1 May 2026 | From 1 May 2027", "1 | $52,500 | $53,600",
           "2 | $55,900 | $57,000"]  # fmt: skip
    assert told(old, new) == [
        "column delete From 1 May 2025", "column insert From 1 May 2026",
        "column insert From 1 May 2027",
    ]  # fmt: skip


def test_under_a_heading_of_two_rows_a_day_may_be_put_off_too() -> None:
    def made(month: int, last: str) -> Table:
        day = f"From 1 {'May' if month == 5 else 'June'} 2026"
        heads = [[Cell((Run("Step"),), rowspan=2), Cell((Run("Salary"),), colspan=2)],
                 [_cell("From 1 May 2025"), _cell(day)]]  # fmt: skip
        body = [[_cell(text) for text in row.split(" | ")] for row in SCALE[1:-1]]
        body.append([_cell("4"), _cell("$60,300"), _cell(last)])
        columns = (Column("Step", "key"),
                   Column("Salary From 1 May 2025", "rate", date(2025, 5, 1)),
                   Column(f"Salary {day}", "rate", date(2026, month, 1)))  # fmt: skip
        return Table(tuple(map(tuple, [*heads, *body])), 2, columns)

    found = table_edits(made(5, "$62,100"), made(6, "$61,200"))
    assert [(edit.part, edit.old, edit.new) for edit in found] == [
        ("cell", "From 1 May 2026", "From 1 June 2026"), ("cell", "$62,100", "$61,200"),
    ]  # fmt: skip


def _cell(text: str) -> Cell:
    return Cell((Run(text),))


# --------------------------------------------------------------------- a table turned round

GRADES = ["Grade | Hourly rate", "A | $25.00", "B | $26.00", "C | $27.00", "D | $28.00"]
ACROSS = ["Grade | A | B | C | D", "Hourly rate | $25.00 | $26.00 | $27.40 | $28.00"]


def test_of_a_table_turned_round_only_what_changed_is_told() -> None:
    turn, figure = edits(GRADES, ACROSS)
    assert (turn.op, turn.part) == ("move", "table")
    assert (figure.row, figure.column, figure.old, figure.new) == (
        "Hourly rate", "C", "$27.00", "$27.40",
    )  # fmt: skip
    back = edits(ACROSS, GRADES)[1]
    assert (back.row, back.column, back.old, back.new) == ("C", "Hourly rate", "$27.40", "$27.00")


def test_a_grade_may_come_where_a_table_is_turned_round() -> None:
    new = [f"{ACROSS[0]} | E", "Hourly rate | $25.00 | $26.00 | $27.00 | $28.00 | $29.50"]
    assert told(GRADES, new) == ["table move ", "column insert E"]


def test_a_table_turned_round_is_told_on_the_screen_and_in_the_report() -> None:
    both = compared(page(*GRADES), page(*ACROSS), "old.md", "new.md")
    assert [change.slight for change in both.changes] == [False]
    screen = terminal.diff(both.changes)
    assert "its rows are columns now" in screen
    assert "Hourly rate, C: [-$27.00-]{+$27.40+}  (+$0.40, +1.48%)" in screen
    report = diff_html.diff(both.old, both.new, both.comparison).decode()
    assert "Changed and turned round" in report
    assert set(re.findall("<del>([^<]*)</del>", report)) == {"$27.00", "deleted words"}  # the key
    same = [ACROSS[0], ACROSS[1].replace("27.40", "27.00")]
    (change,) = compared(page(*GRADES), page(*same), "old.md", "new.md").changes
    assert (change.kind, change.slight, len(change.edits)) == ("changed", False, 1)


def test_a_table_of_other_columns_was_not_turned_round() -> None:
    new = ["Grade | Weekly | Yearly", "A | $1,000 | $52,000", "B | $1,040 | $54,080"]
    assert not any(edit.part == "table" for edit in edits(GRADES, new))


def test_a_table_that_names_the_same_across_and_down_stays_as_it_is() -> None:
    old = ["From | Inner quay | Outer quay", "Inner quay | $1.00 | $4.00",
           "Outer quay | $5.00 | $1.00"]  # fmt: skip
    new = [*old[:2], "Outer quay | $5.50 | $1.00"]
    assert told(old, new) == ["Outer quay, Inner quay: $5.00>$5.50"]


# ------------------------------------------------------------------- steps of other names


def test_where_all_steps_took_other_names_a_figure_that_changed_is_told_of_its_step() -> None:
    new = ["Grade | Hourly rate", "1 | $25.00", "2 | $26.40", "3 | $27.00", "4 | $28.00"]
    assert told(GRADES, new) == [
        "1, Grade: A>1", "2, Grade: B>2", "2, Hourly rate: $26.00>$26.40", "3, Grade: C>3",
        "4, Grade: D>4",
    ]  # fmt: skip


def test_where_most_figures_are_others_too_the_rows_are_others() -> None:
    new = ["Grade | Hourly rate", "1 | $25.00", "2 | $26.40", "3 | $27.30", "4 | $28.20"]
    found = told(GRADES, new)
    assert "row delete C" in found
    assert "row insert 3" in found


STEPS = ["Step | From 1 May 2025 | From 1 May 2026", "1 | $51,000 | $52,500",
         "2 | $54,200 | $55,900", "3 | $57,700 | $59,400", "4 | $60,300 | $62,100"]  # fmt: skip


def test_where_the_lowest_step_goes_and_the_rest_count_on_nobody_is_paid_more() -> None:
    new = [STEPS[0], "1 | $54,200 | $55,900", "2 | $57,700 | $59,400", "3 | $60,300 | $62,100"]
    assert told(STEPS, new) == ["row delete 1", "1, Step: 2>1", "2, Step: 3>2", "3, Step: 4>3"]
    assert told(new, STEPS) == ["2, Step: 1>2", "3, Step: 2>3", "4, Step: 3>4", "row insert 1"]


def test_a_figure_that_slipped_there_is_told_of_its_step() -> None:
    new = [STEPS[0], "1 | $54,200 | $55,900", "2 | $57,700 | $59,400", "3 | $60,300 | $61,200"]
    assert told(STEPS, new) == [
        "row delete 1", "1, Step: 2>1", "2, Step: 3>2", "3, Step: 4>3",
        "3, From 1 May 2026: $62,100>$61,200",
    ]  # fmt: skip


def test_a_step_between_may_go_too() -> None:
    new = [*STEPS[:2], "2 | $57,700 | $59,400", "3 | $60,300 | $62,100"]
    assert told(STEPS, new) == ["row delete 2", "2, Step: 3>2", "3, Step: 4>3"]


def test_so_it_is_in_one_grade_of_several() -> None:
    old = ["Step | Grade | From 1 May 2025", "1 | Rigger | $41,000", "2 | Rigger | $43,500",
           "3 | Rigger | $45,200", "1 | Bosun | $47,200", "2 | Bosun | $49,900"]  # fmt: skip
    new = [old[0], "1 | Rigger | $43,500", "2 | Rigger | $45,200", *old[4:]]
    assert told(old, new) == ["row delete 1 Rigger", "1 Rigger, Step: 2>1", "2 Rigger, Step: 3>2"]


def test_steps_whose_rates_rose_keep_their_names_where_the_highest_goes() -> None:
    new = [STEPS[0], "1 | $51,900 | $53,400", "2 | $55,100 | $56,800", "3 | $58,600 | $60,300"]
    assert "row delete 4" in told(STEPS, new)
    assert "1, From 1 May 2025: $51,000>$51,900" in told(STEPS, new)


def test_people_keep_their_names_whatever_they_are_paid() -> None:
    old = ["Rank | From 1 May 2025", "Deckhand | $41,000", "Mate | $43,500", "Master | $45,200"]
    new = [old[0], "Deckhand | $43,500", "Mate | $45,200"]
    assert told(old, new) == [
        "row delete Master", "Deckhand, From 1 May 2025: $41,000>$43,500",
        "Mate, From 1 May 2025: $43,500>$45,200",
    ]  # fmt: skip


# ------------------------------------------------------------------------- to the first place


def test_a_row_that_moved_to_the_top_and_a_column_to_the_front_say_so() -> None:
    old = ["Allowance | Amount | Unit", "Rigging | $2.00 | each hour", "Wet work | $3.10 | a day",
           "Diving | $40.00 | each dive", "Watch | $9.00 | a night"]  # fmt: skip
    top = [old[0], old[3], *old[1:3], old[4]]
    assert "row “Diving” moved to the top" in _screen(old, top)
    assert edits(old, top)[0].after is None
    low = [old[0], *old[2:], old[1]]
    assert "row “Rigging” moved after “Watch”" in _screen(old, low)
    front = [" | ".join([row.split(" | ")[2], *row.split(" | ")[:2]]) for row in old]
    assert "column “Unit” moved to the front" in _screen(old, front)


def _screen(old: list[str], new: list[str]) -> str:
    return terminal.diff(compared(page(*old), page(*new), "old.md", "new.md").changes)
