"""Orders that name a clause by its number, and a Schedule beside it."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.ingest import read

AGREEMENT = """Cider Press Collective Agreement 2023–2025

1 Apples

1.1 Apples are picked by hand.

2 Pears

Pears are sorted by size.

3 Barrels

Barrels are rinsed.

Schedule 1 Carts

1 Carts are drawn by horses.

2 Carts are greased by hand.

3 Carts are painted.

Schedule 2 Sacks

1 Sacks are counted.

2 Sacks are mended.

3 Sacks are dried.
"""
TERMS = "Terms of settlement\nCider Press Collective Agreement 2025–2027\n\n{}\n"
BEFORE = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    "order",
    [
        "1. Delete clauses 2 and 3 of Schedule 1 and 1 of Schedule 2.",
        "1. Delete clauses 2, 3 of Schedule 1 and 1 of Schedule 2.",
        "1. Delete clause 3 of Schedule 1 and 3 of Schedule 2.",
        "1. Delete clauses 2 and 3 of Schedule 1 and clause 3 of Schedule 2.",
        "1. Delete clauses 2 and 3 – Schedule 1.",
        "1. Delete clauses 2 and 3 under Schedule 1.",
        "1. Schedule 1 (Carts), clauses 2 and 3 are deleted.",
        "1. Parts 1 and 2 of Schedule 1 are deleted.",
        "1. Clause 2 – as in Schedule 1, replace “by” with “with”.",
        "Schedule 1\n\n1. Delete clause 3.",
        "## Schedule 1\n\n1. Delete clause 3.",
    ],
)
def test_which_place_is_meant_is_a_persons_to_say(order: str) -> None:
    done = result(order)
    assert texts_changed(done, BEFORE) == {} or "applied" not in statuses(done)
    assert set(statuses(done)) == {"needs-decision"}


@pytest.mark.parametrize(
    "order",
    [
        "1. Schedule 1 is amended by replacing “horses” with “mules” and by deleting clause 3.",
        "1. In Schedule 1 replace “horses” with “mules”. Delete clause 3.",
    ],
)
def test_a_number_behind_an_order_on_a_schedule_may_be_of_that(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["applied", "needs-decision"]
    assert texts_changed(done, BEFORE) == {"Schedule 1 1": "Carts are drawn by mules."}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (
            "1. Amend clause 2 to refer to Schedule 1 as follows:\n\n"
            "2 Pears are sorted as in Schedule 1.",
            {"2": "Pears are sorted as in Schedule 1."},
        ),
        (
            "1. Replace clause 2 with “Sacks for pears are in Schedule 2.”",
            {"2": "Sacks for pears are in Schedule 2."},
        ),
        (
            "1. In clause 2, insert “, as in Schedule 1,” after “sorted”.",
            {"2": "Pears are sorted, as in Schedule 1, by size."},
        ),
        (
            "1. Delete Schedule 1 and clause 3.",
            {"3": None, "Schedule 1": None, **{f"Schedule 1 {one}": None for one in (1, 2, 3)}},
        ),
    ],
)
def test_what_only_speaks_of_a_schedule_is_not_in_it(
    order: str, wanted: dict[str, str | None]
) -> None:
    assert texts_changed(result(order), BEFORE) == wanted


@pytest.mark.parametrize(
    "order",
    [
        "1. Delete Schedules 1 and 2.",
        "1. Schedules 1 and 2 are deleted.",
        "1. Delete Schedule 1 and Schedule 2.",
    ],
)
def test_several_schedules_go(order: str) -> None:
    done = result(order)
    gone = {f"Schedule {one}{two}" for one in (1, 2) for two in ("", " 1", " 2", " 3")}
    assert statuses(done) == ["applied", "applied"]
    assert texts_changed(done, BEFORE) == dict.fromkeys(gone)


def test_one_of_several_schedules_that_is_not_there() -> None:
    assert statuses(result("1. Delete Schedules 2 and 3.")) == ["applied", "target-missing"]
