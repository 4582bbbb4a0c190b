"""What the terms say of an order in the line of its wording is no wording; worked by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses

from clausetrack.markup import Markup

AGREEMENT = """Gasworks Lane Collective Agreement 2023–2025

1 Rosters

1.1 Rosters are weekly.

1.2 Rosters are posted by the foreman.
"""
TERMS = "Terms of settlement\nGasworks Lane Collective Agreement 2025–2027\n\n1. {}\n"
result = on(AGREEMENT, TERMS)


def text(done: Markup) -> str:
    return done.applied.document.body["1.1"].own_text


@pytest.mark.parametrize(
    "remark",
    [
        "This change has no cost.",
        "These amendments are cost neutral.",
        "Clause 1.2 is unchanged.",
        "Clause 1.2 is then deleted.",
        "The parties agree that this holds from 1 July 2025.",
        "Effective 1 July 2025.",
        "It was agreed on 4 May 2025.",
        "The change mirrors the statute.",
        "This replaces the letter of 2019.",
        "Those on leave are not affected by this change.",
        "The union withdraws claim 7.",
        "Note: the posters stay.",
        "(Agreed 4 May.)",
    ],
)
@pytest.mark.parametrize(
    "order",
    [
        "Amend clause 1.1 to read: Rosters are daily.",
        "Add the following sentence to the end of clause 1.1: They are printed.",
    ],
)
def test_a_sentence_that_may_be_a_remark_is_a_persons_to_settle(order: str, remark: str) -> None:
    done = result(f"{order} {remark}")
    assert statuses(done) == ["needs-decision"]
    assert text(done) == "Rosters are weekly."


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("Amend clause 1.1 to read: Rosters are daily. They are printed.",
         "Rosters are daily. They are printed."),
        ("Replace clause 1.1 with:\n\n“Rosters are daily. This change is for good.”",
         "Rosters are daily. This change is for good."),
        ("Amend clause 1.1 to read: “Rosters are daily. Clause 1.2 is unchanged.”",
         "Rosters are daily. Clause 1.2 is unchanged."),
        ("Replace clause 1.1 with:\n\n1.1 Rosters change. The day of this change is a Monday.",
         "Rosters change. The day of this change is a Monday."),
    ],
)  # fmt: skip
def test_what_is_wording_beyond_doubt_is_taken_whole(order: str, expected: str) -> None:
    done = result(order)
    assert statuses(done) == ["applied"]
    assert text(done) == expected


@pytest.mark.parametrize(
    "behind", ["Clause 1.2 no longer applies.", "It is recorded that all else stays."]
)
def test_a_paragraph_behind_unmarked_wording_that_may_be_a_remark_is_not_put_in(
    behind: str,
) -> None:
    done = result(f"Replace clause 1.1 with:\n\n1.1 Rosters are daily.\n\n{behind}")
    assert statuses(done) == ["needs-decision"]
    assert text(done) == "Rosters are weekly."


def test_orders_below_a_line_that_names_no_clause_are_each_carried_out() -> None:
    done = result(
        "The following changes are agreed:\n\n(a) clause 1.1: replace “weekly” with “daily”;\n\n"
        "(b) In clause 1.2, “foreman” becomes “manager”.\n\n(c) Clause 1.2 is printed in bold."
    )
    assert statuses(done)[:2] == ["applied", "applied"]
    assert text(done) == "Rosters are daily."
    assert done.applied.document.body["1.2"].own_text == "Rosters are posted by the manager."


def test_what_goes_and_what_comes_in_a_line_each_is_one_exchange() -> None:
    done = result("Clause 1.1\n\nDelete: “weekly”\n\nInsert: “daily”")
    assert statuses(done) == ["applied"]
    assert text(done) == "Rosters are daily."


def test_what_goes_and_what_comes_in_two_lines_of_a_list_is_listed() -> None:
    done = result("Clause 1.1\n\n(a) Delete: “weekly”\n\n(b) Insert: “daily”")
    assert set(statuses(done)) == {"needs-decision"}
    assert text(done) == "Rosters are weekly."
