"""Tables that another side split, joined or set in words: what changed in them is told."""

from __future__ import annotations

import pytest

from clausetrack import reconcile
from clausetrack.comparison import tracked
from clausetrack.reconcile.differences import Reconciliation
from clausetrack.render.reconcile_terminal import reconciliation as printed

HEAD = "Grade\tFrom 1 May 2024\tFrom 1 May 2025\n"
ROWS = ("1\t$38,500\t$39,600\n", "2\t$40,200\t$41,350\n", "3\t$42,700\t$43,900\n")
BASE = f"""Printers’ Collective Agreement 2022–2025

1. Pay

1.1 The scale is:

{HEAD}{"".join(ROWS)}
1.2 Ink allowance is $7.50.

2. Hours

2.1 A week has forty hours.
"""
SPLIT = BASE.replace(ROWS[1] + ROWS[2], f"{ROWS[1]}\nThe top grade is:\n\n{HEAD}{ROWS[2]}")
WORDS = BASE.replace(
    f"is:\n\n{HEAD}{''.join(ROWS)}",
    "is $38,500 (grade 1), $40,200 (grade 2) and $42,700 (grade 3) from 1 May 2024, and $39,600 "
    "(grade 1), $41,800 (grade 2) and $43,090 (grade 3) from 1 May 2025.\n",
)
TERMS = """Terms of Settlement

These terms renew the Printers’ Collective Agreement (2025 – 2028).

1. Pay

In the table in clause 1.1, replace “$41,350” with “$41,800”.
"""


def held(new: str, *, base: str = BASE, theirs: str = BASE, terms: str = TERMS) -> Reconciliation:
    return reconcile(base.encode(), terms.encode(), tracked(theirs.encode(), new.encode())[0])


def told(found: Reconciliation) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """The kind, what happened and the old and new words of each edit, but for what agrees."""
    return [
        (one.kind, one.what, [(edit.old, edit.new) for edit in one.edits])
        for one in found.differences
        if one.kind != "agreed" and "table" in one.clause
    ]


def test_a_figure_that_changed_where_a_table_was_split_is_told_by_its_row() -> None:
    found = held(SPLIT.replace("$41,350", "$41,800").replace("$43,900", "$43,090"))
    assert told(found) == [("not-ordered", "split", [("$43,900", "$43,090")])]
    assert [one.clause for one in found.of("agreed")] == ["1.1 table 1"]


def test_an_ordered_figure_in_a_table_that_was_split_is_held_against_its_order() -> None:
    found = held(SPLIT.replace("$41,350", "$41,500").replace("$43,900", "$43,090"))
    assert told(found) == [
        ("not-ordered", "split", [("$43,900", "$43,090")]),
        ("different", "changed", [("$41,800", "$41,500")]),
    ]
    assert not found.of("agreed")
    assert told(held(SPLIT)) == [
        ("not-ordered", "split", []),
        ("absent", "changed", [("$41,800", "$41,350")]),
    ]


def test_tables_that_were_joined_are_told_once_with_what_changed() -> None:
    joined = BASE.replace("$41,350", "$41,800").replace("$43,900", "$43,090")
    found = held(joined, base=SPLIT, theirs=SPLIT)
    assert told(found) == [("not-ordered", "joined", [("$43,900", "$43,090")])]


def test_a_table_that_was_split_silently_is_silent_and_its_tracked_edits_are_not_lost() -> None:
    new = SPLIT.replace("$41,350", "$41,800").replace("$43,900", "$43,090")
    found = held(new, theirs=SPLIT)
    assert told(found) == [
        ("silent", "split", []),
        ("not-ordered", "changed", [("$43,900", "$43,090")]),
    ]


def test_a_figure_that_changed_where_a_table_was_split_silently_is_told_by_its_row() -> None:
    theirs = SPLIT.replace("$43,900", "$43,090")
    found = held(theirs.replace("$41,350", "$41,800"), theirs=theirs)
    assert told(found) == [("silent", "split", [("$43,900", "$43,090")])]
    assert "3, From 1 May 2025: [-$43,900-]{+$43,090+}" in printed(found)


def test_the_figures_of_a_table_that_was_set_in_words_are_held_against_ours() -> None:
    found = held(WORDS)
    (one,) = [one for one in found.findings if one.code == "table-in-words"]
    assert one.clause == "1.1"
    assert "$43,900 (3, From 1 May 2025)" in one.message
    assert "$43,090" in one.message
    assert "41," not in one.message  # as ordered


@pytest.mark.parametrize("new", [BASE, BASE.replace("$41,350", "$41,800").replace(ROWS[2], "")])
def test_of_a_table_that_stayed_one_nothing_of_the_kind_is_said(new: str) -> None:
    found = held(new)
    assert all(one.what not in {"split", "joined"} for one in found.differences)
    assert all(one.code != "table-in-words" for one in found.findings)
