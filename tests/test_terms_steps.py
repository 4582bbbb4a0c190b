"""One figure for another, and what else is said of it; reasons that are true; worked by hand."""

from __future__ import annotations

from datetime import date

import pytest
from factory import on, statuses, texts

from clausetrack.amend.instructions import find
from clausetrack.ingest import read
from clausetrack.settlement import UNREAD, Effective

AGREEMENT = """Millrace Bakeries Collective Agreement 2023–2025

1 Ovens

1.1 Bread is baked daily. Rolls are Baked on Sundays.

2 Pay

2.1 Flour money: $8.00 a shift.

2.2 Laundry: $5.00.
"""
TERMS = "Terms of settlement\n\nMillrace Bakeries Collective Agreement 2025–2027\n\n1. {}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
result = on(AGREEMENT, TERMS)


def reason(order: str) -> str:
    (only,) = result(order).applied.outcomes
    return only.reason


@pytest.mark.parametrize(
    ("behind", "left"),
    [
        ("$9.00 and then to $10.00", "and then to $10.00"),
        ("$9.00, plus 2% on 1 July 2026", "plus 2% on 1 July 2026"),
        ("$9.00 a day", "a day"),
        ("$9.00 a shift, and pay it monthly", "and pay it monthly"),
        ("$9.00 or 10%, whichever is greater", "or 10%, whichever is greater"),
        ("$9.00 for pastry cooks and $8.50 for others", "for pastry cooks and $8.50 for others"),
        ("$9.00 for white flour and is abolished otherwise",
         "for white flour and is abolished otherwise"),
        ("$9.00 from the date of ratification", "from the date of ratification"),
        ("$9.00. It is paid monthly", "It is paid monthly"),
    ],
)  # fmt: skip
def test_what_stands_behind_the_new_figure_is_not_dropped(behind: str, left: str) -> None:
    done = result(f"Increase the flour money in clause 2.1 from $8.00 to {behind}.")
    assert statuses(done) == ["needs-decision"]
    assert f"“{left}”" in done.applied.outcomes[0].reason
    assert texts(done) == UNCHANGED


def test_dated_steps_are_a_persons() -> None:
    order = "The flour money in clause 2.1 increases from $8.00 to $9.00 on 1 July 2025 and to"
    done = result(f"{order} $10.00 on 1 July 2026.")
    assert statuses(done) == ["needs-decision"]
    assert "dated steps" in done.applied.outcomes[0].reason
    assert texts(done) == UNCHANGED


def test_the_unit_of_the_old_figure_is_the_clauses_own() -> None:
    order = "Increase the flour money in clause 2.1 from $8.00 a {} to $9.00 a {}."
    assert texts(result(order.format("shift", "shift")))["2.1"] == "Flour money: $9.00 a shift."
    assert "“a day”" in reason(order.format("day", "day"))


@pytest.mark.parametrize("unit", ["a week", "per shift"])
def test_a_unit_that_the_clause_does_not_have_is_not_guessed(unit: str) -> None:
    assert f"“{unit}”" in reason(f"Increase the amount in clause 2.2 from $5.00 to $6.00 {unit}.")


@pytest.mark.parametrize(
    "behind",
    ["", " a shift", " per shift", " a shift from 1 July 2026", ", effective 1 July 2026",
     " (effective 1 July 2026)", " on 1 July 2026", ". This takes effect from 1 July 2026",
     ". All other allowances are unchanged", " in clause 2.1"],
)  # fmt: skip
def test_a_unit_of_the_clause_and_a_day_are_understood(behind: str) -> None:
    done = result(f"Increase the flour money in clause 2.1 from $8.00 to $9.00{behind}.")
    assert statuses(done) == ["applied"]
    assert texts(done) == UNCHANGED | {"2.1": "Flour money: $9.00 a shift."}
    later = [one.code for one in done.applied.findings if one.code == "operative-later"]
    assert later == ["operative-later"] * ("2026" in behind)


@pytest.mark.parametrize(
    "order",
    [
        "Decrease the flour money in clause 2.1 from $8.00 to $9.00.",
        "Increase the flour money in clause 2.1 from $8.00 to $7.00.",
        "Clause 2.1: reduce $8.00 to $9.00.",
    ],
)
def test_an_order_that_contradicts_itself_is_not_carried_out(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


def test_a_figure_may_fall() -> None:
    done = result("Reduce the flour money in clause 2.1 from $8.00 to $7.00.")
    assert texts(done)["2.1"] == "Flour money: $7.00 a shift."


@pytest.mark.parametrize(
    ("order", "said"),
    [
        ("Subject to Board approval, in clause 2.1 replace “$8.00” with “$9.00”.", "condition"),
        ("Subject to Board approval, delete clause 2.1.", "condition"),
        ("In clause 2.1 replace $8.00 with $9.00 per week.", "“per week”"),
        ("In clause 1.1 replace “Cakes” with “Pies”.", "it has no such words"),
        ("In clause 1.1 replace “bread” with “cake”; replace “cakes” with “pies”.",
         "it has no such words"),
        ("In clause 1.1 replace “rolls are baked” with “rolls are steamed”.",
         "it has “Rolls are Baked”"),
        ("In clause 2.1 replace $7.00 with $9.00.", "it has $8.00"),
        ("In clause 1.1 replace $7.00 with $9.00.", "it has no such figure"),
    ],
)  # fmt: skip
def test_the_reason_is_what_was_not_understood_or_not_found(order: str, said: str) -> None:
    assert said in reason(order)


@pytest.mark.parametrize(
    "order",
    ["From 1 July 2025 clause 2.1 shall provide for a towel.", "Clause 2.1 falls away."],
)
def test_an_order_that_is_not_understood_says_so_as_its_reason(order: str) -> None:
    assert reason(order) == UNREAD


def test_the_days_of_an_order_are_as_before() -> None:
    terms = TERMS.format("Increase clause 2.1 from $8.00 to $9.00 with effect from 1 July 2026.")
    (only,) = find(read(terms.encode(), "terms.txt")).amendments
    assert (only.effective, only.held) == ((Effective(date(2026, 7, 1), "2.1"),), "")


def test_the_day_in_the_new_heading_of_a_column_is_said_by_the_table() -> None:
    table = "2.3 Rates:\n\n| Hand | From 1 May 2024 |\n| --- | --- |\n| Baker | $30.00 |\n"
    done = on(f"{AGREEMENT}\n{table}", TERMS)(
        "In clause 2.3 replace “1 May 2024” with “1 May 2026” from 1 May 2026."
    )
    assert statuses(done) == ["applied"]
    assert "operative-later" not in {one.code for one in done.applied.findings}
