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
