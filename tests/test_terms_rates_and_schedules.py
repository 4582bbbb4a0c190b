"""Rates replaced by a printed table, whole Schedules, tables of changes: all worked out by hand."""

from __future__ import annotations

import pytest
from factory import statuses, texts

from clausetrack.errors import NotAnAgreement
from clausetrack.ingest import read
from clausetrack.markup import Markup, markup

AGREEMENT = """Lock Keepers Collective Agreement 2023–2025

1 Pay

1.1 The rates are:

Grade\tRate
Keeper\t$30.00
Mate\t$26.00

1.2 Keepers are paid weekly.

Schedule 1: Bands

Band\tPay
One\t$50,000
Two\t$60,000

Schedule 2: Gates

1 A gate is greased monthly.

2 A gate is painted yearly.
"""
TITLE = "Terms of settlement\n\nLock Keepers Collective Agreement 2025–2027\n\n"
RATES = "\n\nGrade\tRate\nKeeper\t$32.00\nMate\t$27.50\n"
BANDS = "\n\nBand\tPay\nOne\t$52,000\nTwo\t$63,000\n"
BASE = read(AGREEMENT.encode(), "base.txt")
UNCHANGED = {one.id: one.own_text for one in BASE.clauses}


def result(order: str) -> Markup:
    return markup(AGREEMENT.encode(), f"{TITLE}{order}\n".encode())


def rows(done: Markup) -> dict[str, list[str]]:
    """The last cells of each table of the new agreement, without its heading."""
    return {
        one.id: [row[-1] for row in one.table.texts[1:]]
        for one in done.applied.document.clauses
        if one.table is not None
    }


OLD = {"1.1 table 1": ["$30.00", "$26.00"], "Schedule 1 table 1": ["$50,000", "$60,000"]}
NEW_RATES = {**OLD, "1.1 table 1": ["$32.00", "$27.50"]}
NEW_BANDS = {**OLD, "Schedule 1 table 1": ["$52,000", "$63,000"]}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (f"1. The rates in clause 1.1 are replaced with the following:{RATES}", NEW_RATES),
        ("1. The rates in clause 1.1 are replaced by the following with effect from 1 July 2025:"
         f"{RATES}", NEW_RATES),
        (f"1. Schedule 1 is replaced by the following table:{BANDS}", NEW_BANDS),
        ("1. Schedule 1 shall be deleted and replaced with the Schedule 1 set out below:\n\n"
         f"SCHEDULE 1 - BANDS{BANDS}", NEW_BANDS),
        # the next number of the item is no clause of a Schedule
        (f"1 Pay\n\n1.1 Schedule 1 is replaced by the following table:{BANDS}\n"
         "1.2 Each keeper receives $500.", NEW_BANDS),
    ],
)  # fmt: skip
def test_rates_are_replaced_by_the_table_below(order: str, wanted: dict[str, list[str]]) -> None:
    done = result(order)
    assert (statuses(done), rows(done)) == (["applied"], wanted)
    assert "$500" not in " ".join(texts(done).values())


@pytest.mark.parametrize(
    "order",
    [
        # the rates of some, other rows than the table has, a list of changes, no table
        "1. The rates for mates in clause 1.1 are replaced with the following:\n\n"
        "Grade\tRate\nMate\t$27.50",
        "1. The rates in clause 1.1 are replaced with the following:\n\nGrade\tRate\nMate\t$27.50",
        "1. The rates in clause 1.1 are replaced with the following:\n\nClause\tRate\n1.1\t$27.50",
        f"1. The rates in clause 1.2 are replaced with the following:{RATES}",
        f"1. If the union ratifies by May, the rates in clause 1.1 are replaced with the following:"
        f"{RATES}",
    ],
)
def test_rates_of_some_or_in_other_rows_are_left(order: str) -> None:
    done = result(order)
    assert "applied" not in statuses(done)
    assert rows(done) == OLD


@pytest.mark.parametrize(
    "order",
    [
        "1. Add a new paragraph 3 to Schedule 2: “3 A gate is locked at night.”",
        "1. Add to Schedule 2: “3 A gate is locked at night.”",
        "1 Gates\n\n1.1 Add a new paragraph 3 to Schedule 2: “3 A gate is locked at night.”",
    ],
)
def test_a_paragraph_comes_into_a_schedule_that_counts_anew(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["applied"]
    assert texts(done) == {**UNCHANGED, "Schedule 2 3": "A gate is locked at night."}
    other = result(order.replace("Schedule 2", "clause 1"))
    assert ("applied" in statuses(other), texts(other)) == (False, UNCHANGED)


@pytest.mark.parametrize(
    ("order", "gone"),
    [
        ("1. Delete clause 1.2 and the whole of Schedule 2.",
         {"1.2", "Schedule 2", "Schedule 2 1", "Schedule 2 2"}),
        ("1. Delete all of Schedule 2.", {"Schedule 2", "Schedule 2 1", "Schedule 2 2"}),
        ("1. Delete all of Schedule 2 for relief keepers.", set()),
        ("1. Delete clause 1.2 and the whole of the last paragraph of Schedule 2.", set()),
    ],
)  # fmt: skip
def test_the_whole_of_a_schedule_is_one_thing_that_goes(order: str, gone: set[str]) -> None:
    assert set(UNCHANGED) - set(texts(result(order))) == gone


def test_a_table_of_changes_is_read_as_terms_and_each_row_is_carried_out() -> None:
    table = "Clause\tCurrent\tNew\n1.2\tKeepers are paid weekly.\tKeepers are paid daily."
    done = result(table)
    assert statuses(done) == ["applied"]
    assert [one.amendment.target for one in done.applied.outcomes] == ["1.2"]
    assert texts(done) == UNCHANGED | {"1.2": "Keepers are paid daily."}
    with pytest.raises(NotAnAgreement):
        result("Clause\tTopic\nsee below\tPay")


def test_what_has_no_number_is_not_said_to_be_of_none() -> None:
    front = "Term of office\n\nThe term is a year.\n\nBackground\n\nThe parties met.\n\n1 Pay"
    base = AGREEMENT.replace("1 Pay", front, 1)
    order = (
        "1. The clause headed Term of office is replaced with the following:\n\nIt is two years."
    )
    done = markup(base.encode(), f"{TITLE}{order}\n".encode())
    (only,) = done.applied.outcomes
    assert only.status == "needs-decision"
    assert only.reason.startswith("the terms print 1 of the 2 that the agreement has without")
