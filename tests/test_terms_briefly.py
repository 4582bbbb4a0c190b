"""What a few words behind an order say of it, and what takes back all that stands above."""

from __future__ import annotations

import pytest
from factory import on, statuses

AGREEMENT = """Lakeside Library Collective Agreement 2023–2025

1 Notice

1.1 A month’s notice is given.

1.2 Notice is in writing.
"""
TERMS = """Terms of Settlement

These terms renew the Lakeside Library Collective Agreement (2025 – 2027).

1. Amend clause 1.1 by replacing “A month’s” with “Two months’”."""
order = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    "behind",
    [
        " Opposed.",
        " Not agreed by the employer.",
        " Employer to consider.",
        " Tabled for next round.",
        "\n\nEmployer response: No.",
        "\n\nResponse: not accepted.",
        "\n\nSuperseded by item 2.\n\n2. Clause 1.2 stays.",
        " The above is withdrawn.",
        "\n\nB. The above is withdrawn",
        "\n\n2. The above applies to drivers only.",
    ],
)
def test_words_that_are_not_understood_hold_the_order(behind: str) -> None:
    assert statuses(order(behind))[0] == "needs-decision"


@pytest.mark.parametrize(
    "behind",
    [
        " Agreed.",
        " Union claim 4.",
        " No cost.",
        " Consequential change.",
        " To match the handbook.",
        " For clarity.",
        "\n\n2. The above is agreed by the parties.",
        # an entry of its own, and not the first of a list
        "\n\nB. Withdrawn",
        "\n\nB. Not agreed",
    ],
)
def test_words_that_are_understood_do_not(behind: str) -> None:
    assert statuses(order(behind))[0] == "applied"


def test_all_of_the_above_is_all_of_it() -> None:
    done = order("\n\n2. Delete clause 1.2.\n\nAll of the above is withdrawn.")
    assert statuses(done) == ["needs-decision", "needs-decision"]


@pytest.mark.parametrize(
    ("before", "status"),
    [
        ("AGREED: ", "applied"),
        ("Agreed by the parties: ", "applied"),
        ("AGREED IN PART: ", "needs-decision"),
        ("Agreed in principle: ", "needs-decision"),
        ("Agreed by the union: ", "needs-decision"),
        ("Agreed subject to costing: ", "needs-decision"),
    ],
)
def test_what_is_agreed_in_part_only(before: str, status: str) -> None:
    terms = TERMS.replace("1. Amend", f"1. {before}amend")
    assert statuses(on(AGREEMENT, terms)("")) == [status]
