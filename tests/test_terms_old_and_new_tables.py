"""Orders in tables: rows under merged cells, rows alone, and new wording set beside the old."""

from __future__ import annotations

import io

import pytest
from factory import on, statuses, texts_changed

from clausetrack.amend import instructions
from clausetrack.ingest import read
from clausetrack.markup import Markup, markup

AGREEMENT = """Ropeworks Collective Agreement 2023–2025

1. Hours

1.1 A shift is eight hours at most.

1.2 A spinner may swap a shift with the consent of the foreman.

1.3 A break is ten minutes, and tea is ten minutes.

2. Pay

2.1 The rates are:

Grade	Rate
Spinner	$31.00
Tarrer	$33.00

2.2 Allowances:

(a) tar: $4.00 a day;

(b) gloves: $60 a year.

3. Leave

3.1 Leave is four weeks.

3.2 Unused leave is paid out at Easter.
"""
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
TERMS = "Terms of settlement\n\nRopeworks Collective Agreement 2025–2027\n\n"
ITEM = TERMS + "1. {}\n"
BESIDE = TERMS + "The parties agree to these.\n\n| Clause | Current wording | New wording |\n"
SIX = {"1.1": "A shift is six hours at most."}
beside, result = on(AGREEMENT, BESIDE + "|---|---|---|\n{}"), on(AGREEMENT, ITEM)


def outcomes(done: Markup) -> list[tuple[str | None, str]]:
    return [(one.amendment.target, one.status) for one in done.applied.outcomes]


def reasons(done: Markup) -> str:
    return "\n".join(one.reason for one in done.applied.outcomes)


def from_page(rows: str) -> Markup:
    page = f"<h1>Terms of settlement</h1><p>The parties agree:</p><table>{rows}</table>"
    return markup(AGREEMENT.encode(), page.encode(), base_name="base.txt", terms_name="terms.html")


def from_word(*rows: tuple[str, str], merged: tuple[int, int]) -> Markup:
    """The mark-up by a Word file with a table whose first cells are merged from row to row."""
    import docx

    word = docx.Document()
    word.add_heading("Terms of settlement", 1)
    word.add_paragraph("The parties agree:")
    table = word.add_table(rows=0, cols=2)
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    table.cell(merged[0], 0).merge(table.cell(merged[1], 0))
    out = io.BytesIO()
    word.save(out)
    return markup(AGREEMENT.encode(), out.getvalue(), base_name="base.txt", terms_name="t.docx")


# ------------------------------------------------------------------------------- merged cells


def test_each_row_under_a_merged_cell_is_an_order_on_its_clause() -> None:
    rows = ("Clause", "Change"), ("1.1", "Replace “eight” with “six”"), ("", "Delete “at most”")
    for done in (
        from_word(*rows, merged=(1, 2)),
        from_page("<tr><th>Clause<th>Change<tr><td rowspan=2>1.1<td>Replace “eight” with “six”"
                  "<tr><td>Delete “at most”"),
    ):  # fmt: skip
        assert outcomes(done) == [("1.1", "applied"), ("1.1", "applied")]
        assert texts_changed(done, UNCHANGED) == {"1.1": "A shift is six hours."}


def test_a_row_under_a_merged_cell_that_is_not_understood_is_listed_for_its_clause() -> None:
    done = from_page("<tr><th>Clause<th>Change<tr><td rowspan=2>2.2<td>In (a), replace “$4.00” with"
                     " “$5.00”<tr><td>Delete the second allowance")  # fmt: skip
    assert outcomes(done) == [("2.2", "applied"), ("2.2", "needs-decision")]


def test_a_change_merged_over_two_clauses_is_an_order_on_each() -> None:
    done = from_page("<tr><th>Clause<th>Change<tr><td>1.1<td rowspan=2>Replace “shift” with “turn”"
                     "<tr><td>1.2")  # fmt: skip
    assert outcomes(done) == [("1.1", "applied"), ("1.2", "applied")]


def test_no_row_vanishes_neither_one_wide_cell_nor_one_alone_nor_the_first() -> None:
    done = from_page("<tr><th>Clause<th>Change<tr><td>1.1<td>Replace “eight” with “six”"
                     "<tr><td colspan=2>Delete clause 3.2.")  # fmt: skip
    assert ("3.2", "needs-decision") in outcomes(done)
    text = f"{TERMS}1 | Delete clause 3.2 | agreed\n\n2. Delete clause 3.1.\n"
    alone = read(text.encode(), "terms.txt")
    assert [one.target for one in instructions.find(alone).amendments] == ["3.1", "3.2"]
    first = from_page("<tr><td>3.1<td>four to five weeks<tr><td>1.1<td>Replace “eight” with “six”")
    said = [*(one.instruction for one in first.instructions.amendments),
            *(one.text for one in first.instructions.terms_only),
            *first.instructions.unused]  # fmt: skip
    assert any("four to five weeks" in one for one in said)


def test_the_number_of_a_row_is_not_the_clause_that_its_order_names() -> None:
    done = from_page("<tr><th>No.<th>Order<tr><td>1.2<td>Delete clause 3.2")
    assert outcomes(done) == [("3.2", "needs-decision")]


# ------------------------------------------------------------------------ bars in an order


@pytest.mark.parametrize(
    "order",
    [
        'Add a new row to the table in clause 2.1: "Dresser | $35.00".',
        'Add to the table in clause 2.1 the row “Dresser | $35.00 | new”.',
        "Add a new row to the table in clause 2.1: Dresser | $35.00 | new.",
    ],
)
def test_a_row_that_an_order_quotes_makes_no_table_of_the_order(order: str) -> None:
    done = result(f"{order}\n2. Delete clause 3.2.")
    assert [one for one, _ in outcomes(done)] == ["2.1", "3.2"]
    assert outcomes(done)[1] == ("3.2", "applied")
    alone = result(order)
    assert [one for one, _ in outcomes(alone)] == ["2.1"]


def test_rows_of_tables_with_quotations_are_rows() -> None:
    lines = ['Term | Says | Since', '"Hand" | a rope hand | 2001', '"Day, or | shift" | 8 | 2002']
    table = read((AGREEMENT + "\n" + "\n".join(lines) + "\n").encode(), "base.txt").clauses[-1]
    assert table.table is not None
    assert table.table.texts == [
        ["Term", "Says", "Since"], ['"Hand"', "a rope hand", "2001"],
        ['"Day, or | shift"', "8", "2002"],
    ]  # fmt: skip


# ----------------------------------------------------------------------- new beside old


def test_new_wording_beside_old_is_put_in_its_place_in_the_clause_of_the_row() -> None:
    done = beside(
        "| 1.1 | A shift is eight hours at most. | A shift is six hours at most. |\n"
        "| 2.2(a) | $4.00 a day | $5.00 a day |\n"
        "| 3.1 | “four weeks” | “five weeks” |\n"
    )
    assert outcomes(done) == [("1.1", "applied"), ("2.2(a)", "applied"), ("3.1", "applied")]
    assert texts_changed(done, UNCHANGED) == SIX | {
        "2.2(a)": "tar: $5.00 a day;", "3.1": "Leave is five weeks.",
    }  # fmt: skip
    said = done.instructions.amendments[1].instruction
    assert said == "2.2(a) | “$4.00 a day” | “$5.00 a day”"


def test_a_word_table_is_read_alike_and_its_own_number_is_no_wording() -> None:
    done = from_page(
        "<tr><th>No.<th>Article<th>Existing text<th>Agreed text"
        "<tr><td>1<td>Article 1.1<td>1.1 A shift is eight hours at most."
        "<td>1.1 A shift is six hours at most."
    )
    assert (outcomes(done), texts_changed(done, UNCHANGED)) == ([("1.1", "applied")], SIX)


def test_a_memorandum_that_holds_such_a_table_alone_is_terms() -> None:
    text = ("# Memorandum of settlement\n\nAgreed.\n\n| Article | Current language | New language |"
            "\n|---|---|---|\n| 1.1 | eight hours | six hours |\n")  # fmt: skip
    done = markup(AGREEMENT.encode(), text.encode(), base_name="base.txt", terms_name="terms.md")
    assert (outcomes(done), texts_changed(done, UNCHANGED)) == ([("1.1", "applied")], SIX)


@pytest.mark.parametrize(
    ("row", "status", "reason"),
    [
        ("1.1 | nine hours | six hours", "precondition-failed", "it has no such words"),
        ("1.3 | ten minutes | twelve minutes", "needs-decision", "more than once"),
        ("9.1 | eight hours | six hours", "target-missing", "no clause 9.1"),
        ("1.1 | New | A shift is six hours.", "needs-decision", "no wording to be replaced"),
        ("1.1 | eight hours | Deleted", "needs-decision", "no new wording"),
        ("1.1 | at most | Delete the last two words", "needs-decision", "Delete the last two"),
        ("1.1 | eight hours | six hours (agreed 3 March)", "needs-decision", "(agreed 3 March)"),
        ("1.1 | “eight hours” | “six hours” as agreed", "needs-decision", "as agreed"),
        ("1.1 | eight hours at most | six hours at most.", "needs-decision", "ends in a stop"),
        ("1.1 | eight hours | [six] hours", "needs-decision", "[six]"),
    ],
)
def test_a_row_that_is_not_certain_is_refused_with_the_reason(
    row: str, status: str, reason: str
) -> None:
    done = beside(f"| {row} |\n")
    assert (statuses(done), texts_changed(done, UNCHANGED)) == ([status], {})
    assert reason in reasons(done)


def test_a_row_that_says_more_and_proposed_wording_are_left_to_a_person() -> None:
    more = from_page("<tr><th>Clause<th>Current<th>New<th>Status<tr><td>1.1<td>eight<td>six"
                     "<td>Not agreed<tr><td>3.1<td>four<td>five<td>")  # fmt: skip
    assert outcomes(more) == [("1.1", "needs-decision"), ("3.1", "applied")]
    assert "“Not agreed”" in reasons(more)
    proposed = from_page("<tr><th>Clause<th>Current<th>Proposed<tr><td>1.1<td>eight<td>six")
    assert outcomes(proposed) == [("1.1", "needs-decision")]
    assert "“Proposed”" in reasons(proposed)


def test_what_the_line_over_such_a_table_says_goes_for_its_rows() -> None:
    table = "\n\n| Clause | Current | New |\n|---|---|---|\n| 1.1 | eight hours | six hours |\n"
    done = result(f"From 1 May 2026 the following clauses are amended:{table}")
    assert (outcomes(done), texts_changed(done, UNCHANGED)) == ([("1.1", "applied")], SIX)
    assert [one.code for one in done.applied.findings].count("operative-later") == 1
    for over in ("The following claims were withdrawn:", "Amend the following for tarrers only:"):
        assert outcomes(result(over + table)) == [("1.1", "needs-decision")]


def test_a_row_of_a_table_of_clauses_that_has_all_its_cells_has_lost_none() -> None:
    rows = (
        "| 1.1 | A shift is eight hours at most. | A shift is six hours at most. |\n"
        "| 3.1 | Leave is four weeks for all of us. | Leave is five weeks for all of us. |\n"
        "| 2.1 | $31.00 | $32.00 |\n"
    )
    terms = read((BESIDE + "|---|---|---|\n" + rows).encode(), "terms.md")
    assert [one.code for one in terms.findings] == []
    assert outcomes(beside(rows))[2] == ("2.1", "applied")
