"""Tables of plain numbers: what names their rows, what was renamed, and what changed its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from documents import clause, document, table

from clausetrack.comparison import compared
from clausetrack.diff.cells import table_edits
from clausetrack.diff.compare import compare as compare_documents
from clausetrack.diff.edits import ChangeEdit
from clausetrack.diff.tables import compare
from clausetrack.model import Column, Table
from clausetrack.render import diff_terminal as terminal
from clausetrack.render.html_tables import tables

AROUND = """# Ferry Agreement

## 1 Crew

1.1 What holds for the crew of a ferry stands in this table:

"""


def page(*rows: str) -> bytes:
    """The agreement with one table, `|` between its cells."""
    head, *body = (f"| {row} |" for row in rows)
    line = "|" + " --- |" * (head.count("|") - 1)
    return (AROUND + "\n".join([head, line, *body]) + "\n").encode()


def edits(old: list[str], new: list[str]) -> tuple[ChangeEdit, ...]:
    found = compared(page(*old), page(*new), "old.md", "new.md").changes
    assert [one.kind for one in found] == ["changed"]
    return found[0].edits


def told(old: list[str], new: list[str]) -> list[str]:
    """Each edit in a line: a cell by its row and column, anything else by its name."""
    return [
        f"{e.row}, {e.column}: {e.old}>{e.new}"
        if e.part == "cell"
        else f"{e.part} {e.op} {e.row or e.column}"
        for e in edits(old, new)
    ]


def changed(rows: list[str], *places: tuple[int, str]) -> list[str]:
    """The rows with some of them exchanged for others."""
    out = list(rows)
    for at, row in places:
        out[at] = row
    return out


# ------------------------------------------------------------------------- what names a row

HOURS = ["Rank | Hours", "Deckhand | 40", "Mate | 38", "Master | 36"]


def test_rows_of_plain_figures_go_by_the_words_before_them() -> None:
    new = changed(HOURS, (1, "Deckhand | 38"), (2, "Mate | 40"))
    assert told(HOURS, new) == ["Deckhand, Hours: 40>38", "Mate, Hours: 38>40"]
    found = compared(page(*HOURS), page(*new), "old.md", "new.md").changes
    assert found[0].classes == ("figure",)


def test_every_figure_of_a_row_may_change() -> None:
    old = ["Item | Adult | Child", "Hall | 40 | 10", "Field | 25 | 5", "Court | 25 | 8"]
    assert told(old, changed(old, (2, "Field | 26 | 6"))) == [
        "Field, Adult: 25>26", "Field, Child: 5>6",
    ]  # fmt: skip
    new = [old[0], "Hall | 42 | 11", "Field | 26 | 6", "Court | 26 | 9"]
    assert told(old, new) == [
        "Hall, Adult: 40>42", "Hall, Child: 10>11", "Field, Adult: 25>26",
        "Field, Child: 5>6", "Court, Adult: 25>26", "Court, Child: 8>9",
    ]  # fmt: skip


def test_rows_that_begin_alike_go_by_as_many_words_as_it_takes() -> None:
    old = ["Place | Task | Hours", "Wharf | paint | 5", "Wharf | sweep | 2", "Wharf | weld | 8"]
    assert told(old, changed(old, (2, "Wharf | sweep | 3"))) == ["Wharf sweep, Hours: 2>3"]
    new = changed(old, (2, "Wharf | sweep | 8"), (3, "Wharf | weld | 2"))
    assert told(old, new) == ["Wharf sweep, Hours: 2>8", "Wharf weld, Hours: 8>2"]


def test_both_versions_name_their_rows_by_as_many_words() -> None:
    """The second row that begins with “Wharf” is new; the first one is the row it was."""
    old = ["Place | Task | Hours", "Wharf | sweep | 2", "Slip | weld | 8"]
    new = [*old[:2], "Wharf | paint | 5", "Slip | weld | 9"]
    assert told(old, new) == ["Slip weld, Hours: 8>9", "row insert Wharf paint"]


def test_figures_that_a_heading_calls_steps_are_what_a_row_goes_by() -> None:
    old = ["Grade | Step | Hours", "One | 4 | 30", "One | 7 | 31", "Two | 4 | 32", "Two | 7 | 33"]
    new = changed(old, (2, "One | 7 | 35"))
    assert told(old, new) == ["One 7, Hours: 31>35"]
    gone = [*old[:2], *old[3:]]
    assert told(old, gone) == ["row delete One 7"]


def test_figures_that_count_on_are_what_a_row_goes_by() -> None:
    """Without the third one the rows below it are still the fourth and the fifth."""
    old = [
        "Deck | Berth | Beds",
        "Upper | 1 | 4",
        "Upper | 2 | 4",
        "Upper | 3 | 6",
        "Lower | 1 | 9",
    ]
    new = changed(old, (2, "Upper | 2 | 5"))
    assert told(old, new) == ["Upper 2, Beds: 4>5"]


def test_a_step_that_follows_a_name_of_its_own_does_not_name_the_row() -> None:
    old = ["Position | Grade | Rate", "Cook | 3 | $25.00", "Mate | 4 | $31.00"]
    new = changed(old, (1, "Cook | 4 | $25.00"), (2, "Mate | 5 | $31.00"))
    assert told(old, new) == ["Cook, Grade: 3>4", "Mate, Grade: 4>5"]


def test_a_step_that_heads_a_column_of_rates_names_no_row() -> None:
    """Under “Step 1” stand the rates of that step, with no sign of money."""
    old = ["Range | Step 1 | Step 2", "27 | 6455 | 6755", "28 | 7050 | 7377"]
    assert told(old, changed(old, (1, "27 | 6605 | 6905"))) == [
        "27, Step 1: 6455>6605", "27, Step 2: 6755>6905",
    ]  # fmt: skip
    ranked = ["Rank | Step 1 | Step 2", "Mate | 6455 | 6755", "Cook | 7050 | 7377"]
    assert told(ranked, changed(ranked, (1, "Mate | 6605 | 6755"))) == ["Mate, Step 1: 6455>6605"]


def test_columns_of_figures_without_a_heading_are_the_same_by_their_order() -> None:
    """The words between are new; the figures behind them are the old ones, but for one."""

    def made(roles: str, *rows: str) -> Table:
        columns = [Column("", role) for role in roles.split()]
        return replace(table([row.split("|") for row in rows], columns), header_rows=0)

    old = made("other key key", "Mate|23|24", "Cook|27|28")
    new = made("other other key key", "Mate|sea|23|25", "Cook|land|27|28")
    edits = [(e.part, e.op, e.old, e.new) for e in table_edits(old, new)]
    assert ("cell", "replace", "24", "25") in edits
    assert not any("27" in old + new or "28" in old + new for _, _, old, new in edits)


def test_the_same_holds_of_a_table_that_is_told_step_by_step() -> None:
    old, new = (_table(rows) for rows in (HOURS, changed(HOURS, (1, "Deckhand | 41"))))
    assert [(step.key, step.cells[0].kind) for step in compare(old, new).steps] == [
        ("Deckhand", "changed"), ("Mate", "same"), ("Master", "same"),
    ]  # fmt: skip


def _table(rows: list[str]) -> Table:
    found = compared(page(*rows), page(*rows), "old.md", "new.md")
    (table,) = (clause.table for clause in found.new.clauses if clause.table)
    return table


# ----------------------------------------------------------------------------- renamed rows

PAY = ["Step | From 1 May 2025 | From 1 May 2026", "3 | $58,000 | $60,000", "4 | $62,000 | $64,000",
       "5 | $66,000 | $68,000"]  # fmt: skip


def test_a_row_in_its_place_with_a_figure_of_its_own_was_renamed() -> None:
    new = changed(PAY, (2, "Senior | $62,000 | $65,500"))
    assert told(PAY, new) == [
        "Senior, Step: 4>Senior", "Senior, From 1 May 2026: $64,000>$65,500",
    ]  # fmt: skip
    assert edits(PAY, new)[1].difference == Decimal(1500)


def test_a_row_in_the_place_of_another_with_other_figures_is_a_new_one() -> None:
    new = changed(PAY, (2, "Senior | $63,000 | $65,500"))
    assert told(PAY, new) == ["row delete 4", "row insert Senior"]


def test_a_figure_that_several_rows_have_says_nothing_of_one() -> None:
    old = ["Rank | Hours | Days", "Cook | 40 | 20", "Mate | 40 | 25", "Master | 36 | 30"]
    new = changed(old, (2, "Purser of the upper deck | 40 | 21"))
    assert told(old, new) == ["row delete Mate", "row insert Purser of the upper deck"]


# ---------------------------------------------------------------------------------- columns


def turned(rows: list[str]) -> list[str]:
    """The rows with their last two cells exchanged."""
    cells = [row.split(" | ") for row in rows]
    return [" | ".join([*row[:-2], row[-1], row[-2]]) for row in cells]


def test_columns_that_change_places_are_one_move() -> None:
    (move,) = edits(PAY, turned(PAY))
    assert (move.op, move.part, move.column) == ("move", "column", "From 1 May 2025")
    assert (move.start, move.to, move.after) == (1, 2, "From 1 May 2026")
    rows = turned(changed(PAY, (1, "3 | $58,500 | $60,000")))
    assert told(PAY, rows) == [
        "column move From 1 May 2025", "3, From 1 May 2025: $58,000>$58,500",
    ]  # fmt: skip


def test_a_column_that_moved_is_shown_where_it_was_and_where_it_is() -> None:
    found = compared(page(*PAY), page(*turned(PAY)), "old.md", "new.md")
    (was,), (now,) = ([one for one in side.clauses if one.table] for side in (found.old, found.new))
    (shown,) = tables(was, now, {})
    assert [[piece.op for piece in cell.pieces] for cell in shown.rows[0]] == [
        ["equal"], ["delete"], ["equal"], ["insert"],
    ]  # fmt: skip
    assert "column “From 1 May 2025” moved after “From 1 May 2026”" in terminal.diff(found.changes)


def test_a_heading_with_the_same_figures_under_it_was_put_right() -> None:
    new = changed(PAY, (0, "Step | From 1 May 2025 | From 1 July 2026"))
    (edit,) = edits(PAY, new)
    assert (edit.part, edit.old, edit.new) == ("cell", "From 1 May 2026", "From 1 July 2026")


def test_a_column_of_another_day_with_other_figures_is_a_new_one() -> None:
    new = ["Step | From 1 May 2025 | From 1 July 2026", "3 | $58,000 | $60,500",
           "4 | $62,000 | $64,000", "5 | $66,000 | $68,500"]  # fmt: skip
    assert told(PAY, new) == ["column delete From 1 May 2026", "column insert From 1 July 2026"]


def test_a_column_of_a_new_day_beside_all_the_old_ones_is_new_though_no_rate_rose() -> None:
    new = [f"{row} | {row.rsplit(' | ', 1)[1]}" for row in PAY]
    new[0] = f"{PAY[0]} | From 1 May 2027"
    assert told(PAY, new) == ["column insert From 1 May 2027"]


# ------------------------------------------------------------------------------------ cells


def test_a_line_that_left_a_cell_is_told_by_itself() -> None:
    old = table([["Task", "Who"], ["Sweep the deck", "Deckhand\nPurser\nCook"]])
    new = table([["Task", "Who"], ["Sweep the deck", "Deckhand\nCook"]])
    sides = (document(clause("4", "Who sweeps is in this table."), clause("4 table 1", table=one))
             for one in (old, new))  # fmt: skip
    said = terminal.diff(compare_documents(*sides).changes)
    assert "Who:Deckhand[-Purser-]Cook" in "".join(said.split())


# --------------------------------------------------------------------- columns of one heading

RATES = ["Grade | Rate | Rate | Rate", "1 | $20 | $21 | $22", "2 | $30 | $31 | $32",
         "3 | $40 | $41 | $42"]  # fmt: skip
MORE = ["Grade | Rate | Rate | Rate | Rate", "1 | $20 | $20.50 | $21 | $22",
        "2 | $30 | $30.50 | $31 | $32", "3 | $40 | $40.50 | $41 | $42"]  # fmt: skip


def test_a_column_that_came_between_others_of_its_heading_changes_no_figure() -> None:
    (one,) = edits(RATES, MORE)
    assert (one.op, one.part, one.new) == ("insert", "column", "Rate\n$20.50\n$30.50\n$40.50")
    (one,) = edits(MORE, RATES)
    assert (one.op, one.part, one.old) == ("delete", "column", "Rate\n$20.50\n$30.50\n$40.50")


def test_a_figure_that_slipped_beside_such_a_column_is_told_as_what_it_is() -> None:
    slipped = changed(MORE, (2, "2 | $30 | $30.50 | $13 | $32"))
    found = edits(RATES, slipped)
    assert [(e.op, e.part, e.old, e.new) for e in found if e.part == "cell"] == [
        ("replace", "cell", "$31", "$13")
    ]
    assert [e.new for e in found if e.part == "column"] == ["Rate\n$20.50\n$30.50\n$40.50"]


def test_as_many_columns_of_one_heading_stay_in_their_order() -> None:
    assert told(RATES, changed(RATES, (1, "1 | $20 | $22 | $21"))) == [
        "1, Rate: $21>$22", "1, Rate: $22>$21",
    ]  # fmt: skip


def paid(*rows: list[str]) -> Table:
    """A table of rates, whose columns mean what their headings say."""
    heads = rows[0]
    days = {"From 1 July 2024": date(2024, 7, 1), "From 1 July 2025": date(2025, 7, 1)}
    rates = [Column(head, "rate", days.get(head)) for head in heads[1:]]
    return table(rows, [Column(heads[0], "key"), *rates])


def test_a_column_of_another_heading_is_the_same_in_the_list_and_in_the_table() -> None:
    body = [["Cook", "$38.00", "$48.00"], ["Hand", "$37.00", "$47.00"]]
    old = paid(["Grade", "Day rate", "Night rate"], *body, ["Mate", "$40.00", "$50.00"])
    new = paid(["Grade", "Day rate", "Night shift rate"], *body, ["Mate", "$40.00", "$51.00"])
    assert [(edit.old, edit.new) for edit in table_edits(old, new)] == [
        ("Night rate", "Night shift rate"),
        ("$50.00", "$51.00"),
    ]
    found = compare(old, new)
    assert found.old_columns == ("Day rate", "Night rate")
    assert found.dropped == ()
    mate = next(step for step in found.steps if step.key == "Mate")
    assert [cell.kind for cell in mate.cells] == ["same", "changed"]
    assert mate.cells[1].difference == 1


def test_a_column_of_another_day_is_a_new_one_though_no_other_is_there() -> None:
    old = paid(["Grade", "From 1 July 2024"], ["Cook", "$38.00"], ["Mate", "$40.00"])
    new = paid(["Grade", "From 1 July 2025"], ["Cook", "$38.00"], ["Mate", "$41.00"])
    found = compare(old, new)
    assert found.old_columns == ("",)
    assert found.dropped == ("From 1 July 2024",)
