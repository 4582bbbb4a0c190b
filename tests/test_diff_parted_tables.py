"""A table that became two, and two that became one: told once, with each figure that changed."""

from __future__ import annotations

import pytest
from test_render_html import Page, agreement, printed

from clausetrack.comparison import Compared, compared
from clausetrack.diff.parted_tables import together
from clausetrack.diff.tables import Step, compare
from clausetrack.render import diff_html, diff_json
from clausetrack.render import diff_terminal as terminal

HEAD = "Step | From 1 May 2025 | From 1 May 2026"
ROWS = ["1 | $51,000 | $52,500", "2 | $54,200 | $55,900", "3 | $57,700 | $59,400",
        "4 | $60,300 | $62,100"]  # fmt: skip
FERRIES = "A ferry that is late carries its passengers without a fare on the next day."


def page(*parts: list[str] | str) -> bytes:
    """An agreement whose clause on pay has these paragraphs, and tables with `|` between cells."""
    out = ["# Ferry Agreement", "## 1 Pay", "1.1 The crew of a ferry is paid by the year as here:"]
    for part in parts:
        if isinstance(part, str):
            out.append(part)
        else:
            head, *rows = (f"| {row} |" for row in part)
            out.append("\n".join([head, "|" + " --- |" * (head.count("|") - 1), *rows]))
    return "\n\n".join([*out, f"1.2 {FERRIES}"]).encode()


def found(old: bytes, new: bytes) -> Compared:
    return compared(old, new, "old.md", "new.md")


def told(old: bytes, new: bytes) -> list[str]:
    """Each change in a line: what, where, into or from what, and the edits of cells."""
    return [
        " ".join([change.kind, change.new_id or change.old_id or "", ", ".join(change.ids)]).strip()
        + "".join(
            f"; {e.row}, {e.column}: {e.old}>{e.new}" if e.part == "cell" else f"; {e.part} {e.op}"
            for e in change.edits
            if change.ids
        )
        for change in found(old, new).changes
    ]


ONE = page([HEAD, *ROWS])
TWO = page([HEAD, *ROWS[:2]], "The masters are paid as here:",
           [HEAD, ROWS[2], "4 | $60,300 | $61,200"])  # fmt: skip


def test_a_table_that_became_two_is_split_and_the_figure_that_slipped_is_named() -> None:
    assert told(ONE, TWO) == [
        "split 1.1 table 1 1.1 table 1, 1.1 table 2; 4, From 1 May 2026: $62,100>$61,200",
        "inserted 1.1 paragraph 1",
    ]


def test_tables_that_became_one_are_joined() -> None:
    assert told(TWO, ONE) == [
        "joined 1.1 table 1 1.1 table 1, 1.1 table 2; 4, From 1 May 2026: $61,200>$62,100",
        "deleted 1.1 paragraph 1",
    ]


def test_a_table_of_two_grades_is_split_by_grade() -> None:
    head = "Step | Grade | From 1 May 2025"
    rows = ["1 | Rigger | $41,000", "2 | Rigger | $43,500", "1 | Bosun | $47,200",
            "2 | Bosun | $49,900"]  # fmt: skip
    new = page([head, *rows[:2]], "A bosun is paid as here:",
               [head, rows[2], "2 | Bosun | $49,000"])  # fmt: skip
    assert told(page([head, *rows]), new)[0] == (
        "split 1.1 table 1 1.1 table 1, 1.1 table 2; 2 Bosun, From 1 May 2025: $49,900>$49,000"
    )


def test_a_table_may_become_three() -> None:
    new = page([HEAD, ROWS[0]], "A mate:", [HEAD, *ROWS[1:3]], "A master:", [HEAD, ROWS[3]])
    assert told(ONE, new)[0] == (
        "split 1.1 table 1 1.1 table 1, 1.1 table 2, 1.1 table 3; heading insert; heading insert"
    )


def test_the_pages_and_the_screen_show_the_figure_and_each_part() -> None:
    both = found(ONE, TWO)
    screen = terminal.diff(both.changes)
    assert "split into 1.1 table 1, 1.1 table 2  (figure)" in screen
    assert "4, From 1 May 2026: [-$62,100-]{+$61,200+}  (−$900, −1.45%)" in screen
    (split,) = (one for one in diff_json.diff(both.old, both.new, both.changes)["changes"]
                if one["kind"] == "split")  # fmt: skip
    assert split["edits"][0]["difference"] == "-900"
    html = diff_html.diff(both.old, both.new, both.comparison)
    assert b"Split into 1.1 table 1, 1.1 table 2" in html


@pytest.mark.parametrize("way", [1, -1])
def test_the_report_holds_every_word_of_both_versions(way: int) -> None:
    """The second heading too, which is no step."""
    both = found(*(ONE, TWO)[::way])
    html = Page(diff_html.diff(both.old, both.new, both.comparison)).root
    for gone, version in (("del", both.new), ("ins", both.old)):
        here = [word.rstrip(":") for word in agreement(html, gone)]
        assert sorted(here) == sorted(word.rstrip(":") for word in printed(version.clauses))
    assert [step.key for step in _steps(both)] == ["1", "2", "3", "4"]


def _steps(both: Compared) -> tuple[Step, ...]:
    parts = [one.table for one in both.new.clauses if one.table]
    whole = [one.table for one in both.old.clauses if one.table]
    return compare(together(whole, headings=True), together(parts, headings=True)).steps


def test_a_new_table_of_other_steps_is_no_part_of_the_old_one() -> None:
    new = page([HEAD, *ROWS], "A cook is paid as here:", [HEAD, "5 | $63,000 | $64,900"])
    assert told(ONE, new) == ["inserted 1.1 paragraph 1", "inserted 1.1 table 2"]


def test_steps_of_the_same_numbers_with_other_figures_are_no_part_of_it() -> None:
    new = page([HEAD, *ROWS[:2]], "A cook is paid as here:",
               [HEAD, "3 | $44,000 | $45,000", "4 | $46,000 | $47,000"])  # fmt: skip
    assert [line.split()[0] for line in told(ONE, new)] == ["changed", "inserted", "inserted"]


def test_a_table_under_another_heading_is_no_part_of_it() -> None:
    new = page([HEAD, *ROWS[:2]], "A cook is paid as here:",
               ["Rank | Shore | Sea", ROWS[2], ROWS[3]])  # fmt: skip
    assert [line.split()[0] for line in told(ONE, new)] == ["changed", "inserted", "inserted"]


def test_a_table_repeated_in_another_clause_leaves_the_first_one_whole() -> None:
    new = page([HEAD, *ROWS], "A cook is paid as here:", [HEAD, *ROWS[2:]])
    assert told(ONE, new) == ["inserted 1.1 paragraph 1", "inserted 1.1 table 2"]


CAPTIONED = page([HEAD, *ROWS[:2]], "Masters:", [HEAD, *ROWS[2:]])


def test_the_caption_of_a_part_came_with_it() -> None:
    """No clause of its own says it, and silence would hide it."""
    (split,) = found(ONE, CAPTIONED).changes
    assert [(e.part, e.op, e.old, e.new) for e in split.edits] == [
        ("heading", "insert", "", "Masters:")
    ]
    assert split.edits[0].start == len(split.old_text)
    screen = terminal.diff([split])
    assert "{+Masters:+}" in screen


def test_the_caption_of_a_part_went_with_it_and_a_figure_slipped_all_the_same() -> None:
    whole = page([HEAD, *ROWS[:3], "4 | $60,300 | $61,200"])
    (joined,) = found(CAPTIONED, whole).changes
    assert [(e.part, e.op, e.old, e.new) for e in joined.edits] == [
        ("heading", "delete", "Masters:", ""),
        ("cell", "replace", "$62,100", "$61,200"),
    ]
    start = joined.edits[0].start
    assert joined.old_text[start : start + len("Masters:")] == "Masters:"
    assert "[-Masters:-]" in terminal.diff([joined])


def test_another_caption_of_a_table_that_was_split_is_told() -> None:
    one = page("Crew by rank:", [HEAD, *ROWS])
    new = page("Mates by rank:", [HEAD, *ROWS[:2]], "Masters:", [HEAD, *ROWS[2:]])
    (split,) = found(one, new).changes
    assert [(e.op, e.old, e.new, e.start) for e in split.edits] == [
        ("replace", "Crew by rank:", "Mates by rank:", 0),
        ("insert", "", "Masters:", len(split.old_text)),
    ]


@pytest.mark.parametrize("way", [1, -1])
def test_the_report_has_the_caption_of_each_part(way: int) -> None:
    both = found(*(ONE, CAPTIONED)[::way])
    html = Page(diff_html.diff(both.old, both.new, both.comparison)).root
    for gone, version in (("del", both.new), ("ins", both.old)):
        assert sorted(agreement(html, gone)) == sorted(printed(version.clauses))
