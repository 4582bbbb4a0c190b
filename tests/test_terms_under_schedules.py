"""Orders under the title of a Schedule that name a clause by its number alone."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts, texts_changed

from clausetrack.ingest import read

AGREEMENT = """Lock Keepers Collective Agreement 2023–2025

1. Locks

1.1 A lock is greased each week.

2. Weirs

A weir is swept each week.

3. Bridges

A bridge is painted.

Schedule A: Islands

1. The islands are Moa and Toi.

2. Keepers on an island have $20.00 a week.

Appendix 2: Boats

1. A boat is lent.
"""
TERMS = "Terms of settlement\n\nLock Keepers Collective Agreement 2025–2027\n\n1. {}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("Schedule A\nDelete clause 2.", {"Schedule A 2": None}),
        ("Changes to Schedule A\n(a) Delete clause 2.", {"Schedule A 2": None}),
        ("Schedule A. Delete clause 2.", {"Schedule A 2": None}),  # not clause 2, Weirs
        ("Schedule A – Islands. Clause 2 is deleted.", {"Schedule A 2": None}),
        ("Changes to schedules\nSchedule A\nDelete clause 2.", {"Schedule A 2": None}),
        ("Changes\n\nSchedule A:\n\nDelete clause 2.", {"Schedule A 2": None}),
        ("Changes\nIn Schedule A:\n(a) Delete clause 2.", {"Schedule A 2": None}),
        (
            "Schedule A\nIn clause 1 replace “Moa and Toi” with “Moa”.",
            {"Schedule A 1": "The islands are Moa."},
        ),
        (
            "Schedule A – Islands\nIn clause 2, replace “a week” with “a day”.",
            {"Schedule A 2": "Keepers on an island have $20.00 a day."},
        ),
    ],
)
def test_the_clause_is_that_of_the_schedule(order: str, wanted: dict[str, str | None]) -> None:
    assert texts_changed(result(order), UNCHANGED) == wanted


@pytest.mark.parametrize(
    "order",
    [
        "Schedule A\nDelete clause 3.",
        "Schedule A\nDelete clause 1.1.",
        "Appendix 2\nDelete clause 2.",
        "Schedule C\nDelete clause 2.",
        "Schedules A and Appendix 2\nDelete clause 1.",
        "Schedule A\nAmend clause 1 to read:\n1. The islands are Moa and Pipi.",
        "Schedule A\nReplace 2 with:\n2. Keepers on an island have $25.00 a week.\n3. Boats go.",
        "Schedule A\nReplace clause 2 with:\nKeepers on an island have $25.00 a week.",
        "Schedule A and clause 3\nDelete clause 2.",
    ],
)
def test_an_order_that_may_be_on_either_is_left(order: str) -> None:
    done = result(order)
    assert set(statuses(done)) == {"needs-decision"}
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("Weirs\nDelete clause 2.", {"2": None}),
        ("Delete clause 3.\n\n2. Schedule A\nDelete the Schedule.", {"3": None}),
        ("Schedule A\nDelete clause 2 of Schedule A.", {"Schedule A 2": None}),
        ("Schedule A\nDelete clause 3 of the agreement.", {"3": None}),
    ],
)
def test_orders_under_other_titles_are_as_before(order: str, wanted: dict[str, str | None]) -> None:
    now = texts_changed(result(order), UNCHANGED)
    assert {one: now[one] for one in wanted} == wanted
    assert "1" not in now
