"""A line that was put before the first one under a heading, or was the first one and went."""

from __future__ import annotations

from clausetrack.comparison import Compared, compared
from clausetrack.render import diff_html
from clausetrack.render import diff_terminal as terminal

PILOT = "“Pilot” means a person who holds the licence of the harbour."
CALL = "“Call” means a request by a vessel for a tug between 6 am and 10 pm."
BAR = "“Bar” means the shoal at the mouth of the river as the port marks it."


def page(*lines: str, heading: str = "Meanings") -> bytes:
    around = ["# Tug Agreement", f"## 1 {heading}", *lines, "## 2 Pay", "2.1 Pay is weekly."]
    return "\n\n".join(around).encode()


def found(old: bytes, new: bytes) -> Compared:
    return compared(old, new, "old.md", "new.md")


def test_a_definition_put_first_hides_no_edit_of_the_one_that_stood_there() -> None:
    new = page(BAR, PILOT.replace("holds", "does not hold"), CALL)
    (one,) = found(page(PILOT, CALL), new).changes
    assert (one.kind, one.old_id, one.ids) == ("split", "1", ("1", "1 paragraph 1"))
    assert [(e.op, e.old, e.new) for e in one.edits] == [
        ("insert", "", f"{BAR}\n"),
        ("replace", "holds", "does not hold"),
    ]
    assert "negation" in one.classes
    rebuilt, at = "", 0
    for edit in one.edits:
        rebuilt += one.old_text[at : edit.start] + edit.new
        at = edit.start + len(edit.old)
    assert (
        rebuilt + one.old_text[at:]
        == one.new_text
        == f"Meanings\n{BAR}\n" + PILOT.replace("holds", "does not hold")
    )


def test_a_first_definition_that_went_hides_no_edit_of_the_next_one() -> None:
    (one,) = found(page(PILOT, CALL, BAR), page(CALL.replace("10 pm", "11 pm"), BAR)).changes
    assert (one.kind, one.new_id, one.ids) == ("joined", "1", ("1", "1 paragraph 1"))
    assert [(e.op, e.old, e.new) for e in one.edits] == [
        ("delete", f"{PILOT}\n", ""),
        ("replace", "10", "11"),
    ]


def test_the_heading_over_them_may_have_changed() -> None:
    (one,) = found(page(PILOT, CALL), page(BAR, PILOT, CALL, heading="Words")).changes
    assert [(e.op, e.old, e.new, e.start) for e in one.edits] == [
        ("replace", "Meanings", "Words", 0),
        ("insert", "", f"{BAR}\n", len("Meanings\n")),
    ]


def test_the_screen_and_the_report_show_it() -> None:
    both = found(page(PILOT, CALL), page(BAR, PILOT.replace("holds", "lost"), CALL))
    assert "[-holds-]{+lost+}" in terminal.diff(both.changes)
    html = diff_html.diff(both.old, both.new, both.comparison).decode()
    assert "Split into 1, 1 paragraph 1" in html


def test_a_first_line_written_anew_is_no_other_line() -> None:
    rope = "Rope is bought by the mate and paid for by the port at the end of each month."
    kinds = [one.kind for one in found(page(PILOT, CALL), page(BAR, CALL, rope)).changes]
    assert sorted(kinds) == ["changed", "inserted"]


def test_a_first_line_that_stayed_is_itself() -> None:
    changes = found(page(PILOT, CALL), page(PILOT.replace("holds", "lost"), BAR, CALL)).changes
    assert sorted(one.kind for one in changes) == ["changed", "inserted"]


def test_definitions_in_another_order_are_not_told_as_edits_of_each_other() -> None:
    changes = found(page(PILOT, CALL), page(CALL, PILOT)).changes
    assert not [edit for one in changes for edit in one.edits if edit.op == "replace"]
