"""Amounts that terms move by their names or each with its own clause; all worked out by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.ingest import read

AGREEMENT = """Weir Gardens Collective Agreement 2023–2025

1 Allowances

1.1 The boot allowance is $12.50 a week.

1.2 The hat allowance is $30.00 a year.

1.3 The rain allowance is $4.00, or $6.00 in hail.

1.4 A meal is paid at $18.00 for each shift.
"""
TERMS = "Terms of settlement\n\nWeir Gardens Collective Agreement 2025–2027\n\n1. {}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
result = on(AGREEMENT, TERMS)
BOOTS = {"1.1": "The boot allowance is $14.00 a week."}
BOTH = {**BOOTS, "1.2": "The hat allowance is $35.00 a year."}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("In clause 1.1 the amount shall be increased to $14.00.", BOOTS),
        ("Clause 1.1: the boot allowance is increased to $14.00.", BOOTS),
        ("The boot allowance of $12.50 in clause 1.1 is replaced with $14.00.", BOOTS),
        ("The rate of $12.50 in clause 1.1 is increased to $14.00.", BOOTS),
        ("The allowances in clauses 1.1 and 1.2 shall be increased to $14.00 and $35.00"
         " respectively.", BOTH),
        ("The boot and hat allowances in clauses 1.1 and 1.2 are increased to $14.00 and $35.00,"
         " respectively.", BOTH),
        ("Increase the meal in clause 1.4 from $18.00 to $19.00 for each shift.",
         {"1.4": "A meal is paid at $19.00 for each shift."}),
    ],
)  # fmt: skip
def test_the_one_amount_of_each_clause_is_moved(order: str, wanted: dict[str, str | None]) -> None:
    done = result(order)
    assert set(statuses(done)) == {"applied"}
    assert texts_changed(done, UNCHANGED) == wanted


@pytest.mark.parametrize(
    "order",
    [
        # two amounts, an amount that falls, another name, another unit, for some
        "In clause 1.3 the amount shall be increased to $8.00.",
        "In clause 1.1 the amount shall be increased to $11.00.",
        "In clause 1.1 the glove allowance shall be increased to $14.00.",
        "In clause 1.1 the amount shall be increased to $14.00 a day.",
        "The boot allowance of $12.00 in clause 1.1 is replaced with $14.00.",
        "The boot allowance of $12.50 for apprentices in clause 1.1 is replaced with $14.00.",
        "Increase the meal in clause 1.4 from $18.00 to $19.00 for each day.",
        # which has which?
        "The allowances in clauses 1.1 and 1.2 are increased to $14.00 and $35.00.",
        "The allowances in clauses 1.1 and 1.2 are increased to $14.00, $35.00 and $9.00"
        " respectively.",
        "The hat and boot allowances in clauses 1.1 and 1.2 are increased to $35.00 and $40.00"
        " respectively.",
        "The allowances in clauses 1.1 and 1.2 are increased to $14.00 and $35.00 respectively"
        " for gardeners.",
    ],
)
def test_an_amount_that_is_not_certain_is_left(order: str) -> None:
    done = result(order)
    assert "applied" not in statuses(done)
    assert texts_changed(done, UNCHANGED) == {}


def test_where_one_of_several_has_two_amounts_the_others_are_moved() -> None:
    done = result(
        "The allowances in clauses 1.1 and 1.3 shall be increased to $14.00 and $7.00 respectively."
    )
    assert statuses(done) == ["applied", "needs-decision"]
    assert texts_changed(done, UNCHANGED) == BOOTS
