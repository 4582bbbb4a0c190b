"""Tables that were joined side by side, and one whose columns became tables: told once, with each
figure that slipped on the way."""

from __future__ import annotations

import pytest
from test_diff_parted_tables import found, page, told
from test_render_html import Page, agreement, printed

from clausetrack.diff.abreast import shared_columns
from clausetrack.render import diff_html
from clausetrack.render import diff_terminal as terminal

FIRST = ["Step | From 1 May 2025", "1 | $51,000", "2 | $54,200", "3 | $57,700", "4 | $60,300"]
SECOND = ["Step | From 1 May 2026", "1 | $52,500", "2 | $55,900", "3 | $59,400", "4 | $62,100"]
APART = page(FIRST, "The second year:", SECOND)
HEAD = "Step | From 1 May 2025 | From 1 May 2026"
ABREAST = page([HEAD, "1 | $51,000 | $52,500", "2 | $54,200 | $55,900", "3 | $57,700 | $59,400",
                "4 | $60,300 | $61,200"])  # fmt: skip


def test_tables_that_were_joined_side_by_side_are_one_change_with_the_figure_that_slipped() -> None:
    assert told(APART, ABREAST)[0] == (
        "joined 1.1 table 1 1.1 table 1, 1.1 table 2; heading delete; "
        "4, From 1 May 2026: $62,100>$61,200"
    )
    assert len(told(APART, ABREAST)) == 1
    screen = terminal.diff(found(APART, ABREAST).changes)
    assert "[-The second year:-]" in screen
    assert "4, From 1 May 2026: [-$62,100-]{+$61,200+}" in screen


def test_columns_that_became_tables_are_one_split() -> None:
    assert told(ABREAST, APART) == [
        "split 1.1 table 1 1.1 table 1, 1.1 table 2; heading insert; "
        "4, From 1 May 2026: $61,200>$62,100"
    ]


def test_the_day_may_stand_in_the_caption() -> None:
    """Both tables call their column Rate; which became which is known by the figures."""
    old = page("From 1 May 2025:", ["Step | Rate", *FIRST[1:]],
               "From 1 May 2026:", ["Step | Rate", *SECOND[1:]])  # fmt: skip
    (line,) = told(old, ABREAST)
    assert line.startswith("joined 1.1 table 1 1.1 table 1, 1.1 table 2")
    assert "$62,100>$61,200" in line
    assert line.count("$") == 2  # no other figure is told


def test_rows_in_another_order_are_set_against_their_like() -> None:
    old = page(FIRST, "The second year:", [SECOND[0], *SECOND[:0:-1]])
    assert told(old, ABREAST)[0].endswith("; 4, From 1 May 2026: $62,100>$61,200")


def test_a_step_that_came_meanwhile_is_told() -> None:
    new = page([HEAD, "1 | $51,000 | $52,500",
                "2 | $54,200 | $55,900", "3 | $57,700 | $59,400", "4 | $60,300 | $62,100",
                "5 | $63,000 | $64,900"])  # fmt: skip
    (joined,) = found(APART, new).changes
    assert [(e.part, e.op, e.new) for e in joined.edits] == [
        ("heading", "delete", ""),
        ("row", "insert", "5\t$63,000\t$64,900"),
    ]


@pytest.mark.parametrize("way", [1, -1])
def test_the_report_has_every_word_but_names_of_rows_once(way: int) -> None:
    both = found(*(APART, ABREAST)[::way])
    html = Page(diff_html.diff(both.old, both.new, both.comparison)).root
    for gone, version in (("del", both.new), ("ins", both.old)):
        assert set(agreement(html, gone)) == set(printed(version.clauses))


def test_a_table_of_other_figures_for_the_same_steps_is_no_part() -> None:
    """Cooks of the same steps: half of their figures would have to be those of the whole."""
    old = page(FIRST, "Cooks are paid as here:",
               ["Step | From 1 May 2025", "1 | $41,000", "2 | $44,200", "3 | $47,700",
                "4 | $60,300"])  # fmt: skip
    assert [line.split()[0] for line in told(old, ABREAST)] == ["changed", "deleted", "deleted"]


def test_a_copy_of_a_column_leaves_the_table_whole() -> None:
    """The whole kept the column, so the new table is a second one."""
    new = page([HEAD, "1 | $51,000 | $52,500",
                "2 | $54,200 | $55,900", "3 | $57,700 | $59,500", "4 | $60,300 | $61,200"],
               "Cooks are paid as here:", [SECOND[0], *SECOND[1:4], "4 | $61,200"])  # fmt: skip
    assert [line.split()[0] for line in told(ABREAST, new)] == ["changed", "inserted", "inserted"]


def test_rows_of_one_name_have_no_like() -> None:
    whole, part = (
        next(one.table for one in found(side, side).old.clauses if one.table)
        for side in (ABREAST, page(["Step | From 1 May 2025", "1 | $51,000", "1 | $54,200"]))
    )
    assert shared_columns(whole, part) is None
