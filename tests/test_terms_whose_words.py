"""What an order calls the words or figure that it changes must be what the clause says of them."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack import read

AGREEMENT = """Lakeside Library Collective Agreement 2023–2025

1 Work

1.1 A worker on nights has a meal. A worker on call has a bunk.

1.2 On Saturdays a shelver starts at eight. On Sundays a shelver starts at ten.

1.3 Drivers have a van. It is checked each week. Cleaners have a trolley.

2 Allowances

2.1 The meal allowance is $12.50.

2.2 The laundry allowance is $6.00 a week.

2.3 A worker on nights is paid $5.00 a shift. A worker on call is paid $9.00 a shift.

2.4 A driver is paid $2.00 by day and $3.00 after six, and $4.00 on Sundays.

2.5 The rates are:

| Step | Rate |
|---|---|
| Step 1 | $52,000 |
| Step 2 | $55,000 |

Schedule A – Travel

1 Drivers are paid $0.90 a kilometre.

2 Others are paid $0.83 a kilometre.
"""
TERMS = """Terms of Settlement

These terms renew the Lakeside Library Collective Agreement (2025 – 2027).

1. """
order = on(AGREEMENT, TERMS)
BEFORE = {one.id: one.own_text for one in read(AGREEMENT.encode(), "agreement.txt").clauses}


@pytest.mark.parametrize(
    "text",
    [
        "In clause 1.1 amend the nights entitlement by replacing “a bunk” with “a cabin”.",
        "Amend the night rule in clause 1.1 by replacing “a bunk” with “a cabin”.",
        "In clause 1.2, change the Saturday start by replacing “ten” with “nine”.",
        "On Saturdays “ten” in clause 1.2 becomes “nine”.",
        "In the part of clause 1.2 on Saturdays, replace “ten” with “nine”.",
        "The drivers’ provision in clause 1.3 is amended by replacing “a trolley” with “a cart”.",
        "In clause 2.3, increase the payment on nights from $9.00 to $10.00.",
        "Amend clause 2.3 so that nights go from $9.00 to $10.00.",
        "In clause 2.4, increase the Sunday payment from $3.00 to $3.50.",
        # the name of the figure is that of the clause beside
        "Increase the meal allowance (clause 2.2) from $6.00 to $6.50.",
        "In clause 2.2 (meal allowance), replace “$6.00” with “$6.50”.",
        "Clause 2.5, Step 1: “$55,000” becomes “$56,000”.",
    ],
)
def test_words_that_are_called_what_stands_elsewhere_are_left_alone(text: str) -> None:
    assert statuses(order(text)) == ["needs-decision"]


@pytest.mark.parametrize(
    ("text", "clause", "reads"),
    [
        (
            "In clause 1.2, change the Sunday start by replacing “ten” with “nine”.",
            "1.2",
            "On Saturdays a shelver starts at eight. On Sundays a shelver starts at nine.",
        ),
        (  # a sentence that goes on is of the one before it
            "Amend what clause 1.3 says of drivers by replacing “each week” with “each month”.",
            "1.3",
            "Drivers have a van. It is checked each month. Cleaners have a trolley.",
        ),
        (  # why an order is made says nothing of where
            "So that nights are covered, in clause 1.1 replace “a bunk” with “a cabin”.",
            "1.1",
            "A worker on nights has a meal. A worker on call has a cabin.",
        ),
        (
            "In clause 2.3, increase the payment on nights from $5.00 to $6.00.",
            "2.3",
            "A worker on nights is paid $6.00 a shift. A worker on call is paid $9.00 a shift.",
        ),
        (  # who is paid is said once, before the first figure
            "In clause 2.4, increase the driver’s payment from $3.00 to $3.50.",
            "2.4",
            "A driver is paid $2.00 by day and $3.50 after six, and $4.00 on Sundays.",
        ),
        (
            "In clause 2.3 replace “$5.00” with “$5.50” and “$9.00” with “$9.50”.",
            "2.3",
            "A worker on nights is paid $5.50 a shift. A worker on call is paid $9.50 a shift.",
        ),
        (
            "Schedule A, paragraph 2: substitute “$0.85” for “$0.83”.",
            "Schedule A 2",
            "Others are paid $0.85 a kilometre.",
        ),
        ("Delete Schedule A, paragraph 2.", "Schedule A 2", None),
    ],
)
def test_words_by_their_own_name_are_changed(text: str, clause: str, reads: str | None) -> None:
    done = order(text)
    assert statuses(done) == ["applied"]
    assert texts_changed(done, BEFORE) == {clause: reads}


def test_a_paragraph_of_a_schedule_is_that_alone() -> None:
    """The words stand in paragraph 1, and the order is on paragraph 2."""
    assert statuses(order("Schedule A, paragraph 2: substitute “$0.95” for “$0.90”.")) == [
        "precondition-failed"
    ]
