"""A clause that lost its number, or took one, reads the same and is cited otherwise: it is told."""

from __future__ import annotations

import pytest

from clausetrack import reconcile
from clausetrack.comparison import compared, tracked
from clausetrack.render import diff_terminal as terminal

BASE = """Ferry Crews’ Collective Agreement 2021–2024

1. Watches

1.1 The mate may change the watch where:

(a) the cook is ill and has told the mate so before noon; or

(b) the tide is too low for the ferry to leave the wharf.

1.2 A watch is of eight hours and is entered in the log.

1.3 The log is kept in ink.
"""
LOST = BASE.replace("(b) the tide", "the tide")
TERMS = """Terms of Settlement

These terms renew the Ferry Crews’ Collective Agreement (2024 – 2027).

1. Watches

In clause 1.2 replace “eight” with “nine”.
"""


@pytest.mark.parametrize("way", [1, -1])
def test_an_item_that_is_no_item_any_more_is_told(way: int) -> None:
    """What stands below the list is a condition of all that is in it."""
    old, new = (BASE, LOST)[::way]
    found = compared(old.encode(), new.encode(), "old.md", "new.md")
    ids = ("1.1(b)", "1.1 paragraph 1")[::way]
    assert [(one.kind, one.old_id, one.new_id, one.classes) for one in found.changes] == [
        ("renumbered", *ids, ("renumbering",))
    ]
    assert f"{ids[0]} → {ids[1]}" in terminal.diff(found.changes)


def test_a_clause_that_lost_its_number_is_told_with_its_edit() -> None:
    new = BASE.replace("1.3 The log is kept in ink", "The log is not kept in ink")
    (one,) = (each for each in compared(BASE.encode(), new.encode(), "a.md", "b.md").changes)
    assert (one.kind, one.old_id, one.renumbered) == ("changed", "1.3", True)
    assert [(e.op, e.new) for e in one.edits] == [("insert", "not ")]


def test_a_clause_that_lost_its_number_right_below_its_heading_was_joined_to_it() -> None:
    new = BASE.replace("1.1 The mate", "The mate")
    (one,) = compared(BASE.encode(), new.encode(), "old.md", "new.md").changes
    assert (one.kind, one.ids) == ("joined", ("1", "1.1"))


def test_the_other_side_that_takes_a_number_away_is_told_of() -> None:
    ordered = LOST.replace("eight", "nine")
    silent = reconcile(BASE.encode(), TERMS.encode(), tracked(LOST.encode(), ordered.encode())[0])
    assert [(one.kind, one.clause, one.renumbers) for one in silent.differences
            if one.kind != "agreed"] == [
        ("silent", "1.1(b)", (("1.1(b)", "1.1 paragraph 1"),))
    ]  # fmt: skip
    openly = reconcile(BASE.encode(), TERMS.encode(), tracked(BASE.encode(), ordered.encode())[0])
    assert [(one.kind, one.clause) for one in openly.differences if one.kind != "agreed"] == [
        ("not-ordered", "1.1(b)")
    ]


def test_bullets_of_one_list_that_only_moved_have_no_numbers_to_lose() -> None:
    old = BASE.replace("(a) the", "- the").replace("(b) the", "- the")
    first, second = (line for line in old.splitlines() if line.startswith("- "))
    new = old.replace(first, "-").replace(second, first).replace("-\n", f"{second}\n", 1)
    found = compared(old.encode(), new.encode(), "old.md", "new.md").changes
    assert found
    assert not [one for one in found if one.renumbered]
