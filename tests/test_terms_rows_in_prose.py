"""Rows of a table that the order tells in its line; each result was worked out by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses

from clausetrack.markup import Markup

AGREEMENT = """Lakeside Library Collective Agreement 2023–2025

1 Pay

1.1 The yearly rates are:

| Step | Rate |
|---|---|
| Step 1 | $52,000 |
| Step 2 | $55,000 |
| Step 3 | $58,000 |

1.2 The steps of a move are told to the union.

1.3 The dated rates are:

| Grade | 2023 | 2024 |
|---|---|---|
| A | $20.00 | $21.00 |
| B | $22.00 | $23.00 |
"""
TERMS = """Terms of Settlement

These terms renew the Lakeside Library Collective Agreement (2025 – 2027).

1. """
order = on(AGREEMENT, TERMS)
STEPS = [["Step", "Rate"], ["Step 1", "$52,000"], ["Step 2", "$55,000"], ["Step 3", "$58,000"]]
GRADES = [["Grade", "2023", "2024"], ["A", "$20.00", "$21.00"], ["B", "$22.00", "$23.00"]]


def tables(done: Markup) -> list[list[list[str]]]:
    return [
        [list(row) for row in one.table.texts]
        for one in done.applied.document.clauses
        if one.table
    ]


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        (
            "Insert a new row in the table in clause 1.1 between Step 2 and Step 3:"
            " Step 2A $56,500",
            [*STEPS[:3], ["Step 2A", "$56,500"], STEPS[3]],
        ),
        (
            "Add a row to the table in clause 1.1 after Step 3: Step 4 – $61,000.",
            [*STEPS, ["Step 4", "$61,000"]],
        ),
        (
            "In clause 1.1, insert a row before Step 1: Step 0 | $50,000",
            [STEPS[0], ["Step 0", "$50,000"], *STEPS[1:]],
        ),
        (
            "Add a new row at the end of the table in clause 1.1: Step 4, $61,000.",
            [*STEPS, ["Step 4", "$61,000"]],
        ),
        ("Clause 1.1: delete Step 3.", STEPS[:3]),
        ("Delete Step 1 from the table in clause 1.1.", [STEPS[0], *STEPS[2:]]),
        (
            "In clause 1.1, Step 3, replace $58,000 with $59,000.",
            [*STEPS[:3], ["Step 3", "$59,000"]],
        ),
        (
            "Increase Step 3 in clause 1.1 from $58,000 to $59,000.",
            [*STEPS[:3], ["Step 3", "$59,000"]],
        ),
        ("Clause 1.1: Step 3 increases to $59,000.", [*STEPS[:3], ["Step 3", "$59,000"]]),
        (
            "The rate for Step 2 in clause 1.1 is increased to $56,000.",
            [*STEPS[:2], ["Step 2", "$56,000"], STEPS[3]],
        ),
    ],
)
def test_a_row_that_is_told_is_changed(text: str, steps: list[list[str]]) -> None:
    done = order(text)
    assert statuses(done) == ["applied"]
    assert tables(done) == [steps, GRADES]


def test_a_row_has_an_amount_for_each_column() -> None:
    done = order("Add a row at the end of the table in clause 1.3: C $24.00 $25.00")
    assert statuses(done) == ["applied"]
    assert tables(done) == [STEPS, [*GRADES, ["C", "$24.00", "$25.00"]]]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (
            "Insert a row in the table in clause 1.1 between Step 1 and Step 3: Step 2B $56,000",
            "“Step 3” does not follow “Step 1” in 1.1 table 1",
        ),
        (
            "Add a row to the table in clause 1.1 after Step 3: Step 3 $61,000",
            "1.1 table 1 has a row “step 3” already",
        ),
        # an amount more than there are columns, or without the sign that the column has
        (
            "Add a row to the table in clause 1.1 after Step 3: Step 4 $61,000 $62,000",
            "the terms do not print a row",
        ),
        (
            "Add a row to the table in clause 1.1 after Step 3: Step 4 61,000",
            "the terms do not print a row",
        ),
        (
            "In clause 1.1, Step 2, replace $58,000 with $59,000.",
            "the row of 1.1 that is meant does not say “$58,000”",
        ),
        (
            "Increase Step 3 in clause 1.1 from $58,000 to $57,000.",
            "$57,000 in place of $58,000 is not what the order says is done",
        ),
        ("Clause 1.2: delete Step 3.", "1.2 has no table"),
    ],
)
def test_a_row_that_is_not_certain_is_held(text: str, why: str) -> None:
    done = order(text)
    (outcome,) = done.applied.outcomes
    assert outcome.status != "applied"
    assert outcome.reason == why
    assert tables(done) == [STEPS, GRADES]


@pytest.mark.parametrize(
    "text",
    [
        "From 1 July 2026 add a row to the table in clause 1.1 after Step 3: Step 4 $61,000",
        "Increase Step 3 in clause 1.1 from $58,000 to $59,000 for drivers.",
        "In clause 1.1 remove Step 1 and renumber the remaining steps.",
    ],
)
def test_a_day_a_condition_or_more_leaves_it_to_a_person(text: str) -> None:
    done = order(text)
    assert "applied" not in statuses(done)
    assert tables(done) == [STEPS, GRADES]
