"""What stands before an order, without a colon, may be when, where or for whom it holds."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack import read

AGREEMENT = """Lakeside Library Collective Agreement 2023–2025

1 Notice

1.1 A month’s notice is given.

1.2 Notice is in writing.
"""
TERMS = """Terms of Settlement

These terms renew the Lakeside Library Collective Agreement (2025 – 2027).

1. """
BEFORE = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
order = on(AGREEMENT, TERMS)
ORDERS = (
    "replace clause 1.2 with: “Notice is in print.”",
    "clause 1.2 is replaced with: “Notice is in print.”",
    "replace “writing” with “print” in clause 1.2.",
)


@pytest.mark.parametrize("rest", ORDERS)
@pytest.mark.parametrize(
    "front",
    [
        "For drivers", "On nights", "Among drivers", "Across the south", "Within the fleet",
        "While on call", "As to drivers", "Where possible", "Save for drivers", "As a trial",
        "Temporarily", "In principle", "Pending review", "Without agreement",
        # before a comma
        "Should the trustees consent,", "Once the annexe opens,", "As soon as funds allow,",
        "Assuming a grant is paid,", "Funds permitting,", "Depending on the audit,",
        "Given enough money,", "Upon the move to Bell Street,", "Before the annexe opens,",
        "Alternatively,", "Ideally,", "Only for drivers,", "Every winter,",
        "On 1 May 2026, funds permitting,",
    ],
)  # fmt: skip
def test_what_limits_an_order_holds_it(front: str, rest: str) -> None:
    done = order(f"{front} {rest}")
    assert "applied" not in statuses(done)
    assert texts_changed(done, BEFORE) == {}


@pytest.mark.parametrize("rest", ORDERS)
@pytest.mark.parametrize(
    "front",
    ["For consistency", "In light of the review", "With a view to clarity",
     "With the consent of the union"],
)  # fmt: skip
def test_why_and_when_do_not(front: str, rest: str) -> None:
    done = order(f"{front} {rest}")
    assert statuses(done) == ["applied"]
    assert texts_changed(done, BEFORE) == {"1.2": "Notice is in print."}


@pytest.mark.parametrize("rest", ORDERS)
@pytest.mark.parametrize(
    "front",
    [
        "To reflect what is done,", "Accordingly,", "Further,", "As agreed,", "By agreement,",
        "So that all may read it,", "Having met in May,", "Following bargaining,",
        "Recognising what is done,", "In order to save paper, and as agreed,",
    ],
)  # fmt: skip
def test_why_or_that_it_was_agreed_does_not(front: str, rest: str) -> None:
    done = order(f"{front} {rest}")
    assert texts_changed(done, BEFORE) == {"1.2": "Notice is in print."}


@pytest.mark.parametrize(
    "said",
    [
        "Clause 1.2 is, once the annexe opens, amended by replacing “writing” with “print”.",
        "In clause 1.2 replace “writing” with “print”. This takes effect once the annexe opens.",
    ],
)
def test_such_a_condition_may_stand_further_on(said: str) -> None:
    done = order(said)
    assert statuses(done) == ["needs-decision"]
    assert texts_changed(done, BEFORE) == {}
