"""What an order names beside its clause: a part of it, or of a Schedule, or several at once."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts

from clausetrack.ingest import read

AGREEMENT = """Holly Mills Collective Agreement 2023–2025

Part 1 Coverage

1 Workers

1.1 This covers spinners.

Part 2 Time

2 Breaks

2.1 A break is ten minutes. It is taken at noon.

2.2 The breaks are:

(a) a tea break; and

(b) a meal break.

2.3 A late break is paid.

Schedule 1 Looms

Part 1 Old looms

Four looms are kept.

Part 2 New looms

Six looms are kept.
"""
TERMS = "Terms of settlement\nHolly Mills Collective Agreement 2025–2027\n\n1. {}\n"
result = on(AGREEMENT, TERMS)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}


@pytest.mark.parametrize(
    "order",
    [
        "Delete Part 2 of Schedule 1.",
        "Part 2 of the Schedule is deleted.",
        "Delete Part A2 of Schedule 1.",
        "In Part 2 of Schedule 1 replace “Six” with “Seven”.",
        "Schedule 1, Part 2 is replaced with: Seven looms are kept.",
    ],
)
def test_a_part_of_a_schedule_is_no_part_of_the_agreement(order: str) -> None:
    done = result(order)
    assert set(statuses(done)) == {"needs-decision"}
    assert texts(done) == UNCHANGED


def test_a_part_of_the_agreement_is_taken_out() -> None:
    assert "2.1" not in texts(result("Delete Part 2."))


@pytest.mark.parametrize(
    "named",
    [
        "line 1 of clause 2.1",
        "the start of clause 2.1",
        "the noon rule in clause 2.1",
        "the lead-in to clause 2.2",
        "the stem of clause 2.2",
        "the introduction of clause 2.2",
        "the tail of clause 2.3",
    ],
)
def test_wording_for_something_in_a_clause_does_not_replace_the_clause(named: str) -> None:
    done = result(f"Amend {named} to read: The breaks are these.")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "order",
    [
        "Clause 2.1 (length of breaks only) is replaced with: A break is short.",
        "In the Otago mill clause 2.1 is amended to read: A break is short.",
    ],
)
def test_where_or_for_what_an_order_holds_is_not_passed_over(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "named",
    [
        "Amend clause 2.1 to read:",
        "Amend the whole of the existing clause 2.1 to read:",
        "Amend the wording of clause 2.1 (Breaks) to read:",
        "Amend the Breaks provision, clause 2.1, to read:",
        "In this agreement clause 2.1 is amended to read:",
        "The parties agree that clause 2.1 is amended to read:",
        "In addition, clause 2.1 is amended to read:",
    ],
)
def test_wording_for_a_clause_by_its_number_and_name_replaces_it(named: str) -> None:
    done = result(f"{named} A break is short.")
    assert texts(done) == UNCHANGED | {"2.1": "A break is short."}


def test_the_subject_of_a_clause_of_one_sentence_is_the_clause() -> None:
    done = result("Amend the late break rule in clause 2.3 to read: A late break is free.")
    assert texts(done) == UNCHANGED | {"2.3": "A late break is free."}


@pytest.mark.parametrize(
    "order",
    [
        "Clauses 2.1 and 2.3 are deleted and replaced by:\n2.1 Breaks are free.",
        "Delete clauses 2.1 and 2.3 and insert:\n2.1 Breaks are free.",
        "Clauses 2.1 to 2.3 are replaced by the following:\n2.1 Breaks are free.",
    ],
)
def test_an_order_on_several_clauses_is_carried_out_whole_or_not_at_all(order: str) -> None:
    done = result(order)
    assert set(statuses(done)) == {"needs-decision"}
    assert texts(done) == UNCHANGED


def test_an_order_that_prints_each_of_its_clauses_is_carried_out() -> None:
    done = result(
        "Clauses 2.1 and 2.3 are deleted and replaced by:\n2.1 Breaks are free.\n2.3 None is late."
    )
    assert texts(done) == UNCHANGED | {"2.1": "Breaks are free.", "2.3": "None is late."}
