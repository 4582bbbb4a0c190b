"""Orders whose verb or noun is rarer, read as the usual ones are."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack import read

AGREEMENT = """Lakeside Library Collective Agreement 2023–2025

1 Notice

1.1 The hours are 40 a week. They are worked by day.

1.2 Notice is in writing.

1.3 Notice is reviewed each July.

2 Allowances

2.1 The laundry allowance is $6.00 a week.

2.2 The boot allowance is $80.00 a year.
"""
TERMS = """Terms of Settlement

These terms renew the Lakeside Library Collective Agreement (2025 – 2027).

1. """
BEFORE = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
order = on(AGREEMENT, TERMS)
EMAIL = {"1.2": "Notice is in writing or by email."}
SIX_FIFTY = {"2.1": "The laundry allowance is $6.50 a week."}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clause 1.2 shall be replaced by: “Notice is in writing or by email.”", EMAIL),
        ("Rewrite clause 1.2 as follows: “Notice is in writing or by email.”", EMAIL),
        ("Modify clause 1.2 as follows:\n\n1.2 Notice is in writing or by email.", EMAIL),
        ("Clause 1.2 is reworded as follows: “Notice is in writing or by email.”", EMAIL),
        ("Clause 1.2: Revise to read: “Notice is in writing or by email.”", EMAIL),
        ("Omit subclause 1.3.", {"1.3": None}),
        ("Sub-clause 1.3 is deleted.", {"1.3": None}),
        ("Strike clause 1.3.", {"1.3": None}),
        # the stop of the words that stay is the clause's
        ("In clause 1.1 delete all words after “a week.”.", {"1.1": "The hours are 40 a week."}),
        ("In clause 2.1, the figure $6.00 is replaced by the figure $6.50.", SIX_FIFTY),
        ("Clause 2.1: the sum of $6.00 shall be increased to $6.50.", SIX_FIFTY),
    ],
)
def test_it_is_carried_out(text: str, expected: dict[str, str | None]) -> None:
    done = order(text)
    assert statuses(done) == ["applied"]
    assert texts_changed(done, BEFORE) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The parties will revise clause 1.2.",
        "Strike action is notified under clause 1.2.",
        "Clause 2.1: the sum of $6.00 shall be increased to $5.50.",
        "Clause 2.2 (drivers) – the sum of $80.00 shall be increased to $84.00.",
    ],
)
def test_it_is_not(text: str) -> None:
    done = order(text)
    assert "applied" not in statuses(done)
    assert texts_changed(done, BEFORE) == {}
