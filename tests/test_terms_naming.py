"""Which clause an order names: letters, Parts, Schedules and lists; worked by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts, texts_changed

from clausetrack.ingest import read

AGREEMENT = """Tide Mill Collective Agreement 2023–2025

Part A – General

1 Parties

1.1 The parties are the Mill and the Guild.

Part B – Work

2 Hours

2.1 Hours are forty a week.

2.2 Rest is taken at noon.

3 Aprons

Schedule B – Shifts

B.1 The foreman meets the Guild.

B.1.1 Shifts are weekly.

B.2 Notice is 14 days.

Schedule C – Stones

C1.1 Stones are dressed:

(a) by hand;

(b) by night.

C1.1.1 The parties check them.
"""
TERMS = "Terms of settlement\nTide Mill Collective Agreement 2025–2027\n\n1. {}\n"
result = on(AGREEMENT, TERMS)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}


def test_the_numbers_of_a_schedule_by_its_own_letter_are_clauses() -> None:
    found = {one.id: one.parent for one in read(AGREEMENT.encode(), "base.txt").clauses}
    assert [found.get(one) for one in ("B1", "B1.1", "B2")] == ["Schedule B", "B1", "Schedule B"]


@pytest.mark.parametrize(
    "schedule",
    [
        "Schedule A – Shifts\n\nB.1 Shifts.\n\nB.2 Rest.",  # another letter
        "Schedule B – Vitamins\n\nB.12 is given daily.",  # one of them
        "Schedule B – Vitamins\n\nB.6 is given daily.\n\nB.12 is given weekly.",  # with gaps
    ],
)
def test_what_only_looks_like_such_a_number_stays_text(schedule: str) -> None:
    text = f"Tide Mill Collective Agreement\n\n1 Hours\n\n1.1 Hours are long.\n\n{schedule}\n"
    assert not any(one.id.startswith("B") for one in read(text.encode(), "base.txt").clauses)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("In C1.1.1 replace “The parties” with “Both parties”.",
         {"C1.1.1": "Both parties check them."}),
        ("In clause C1.1.1, replace “The parties” with “Both parties”.",
         {"C1.1.1": "Both parties check them."}),
        ("In Schedule C, clause C1.1.1, replace “The parties” with “Both parties”.",
         {"C1.1.1": "Both parties check them."}),
        ("In clause C1.1.1 of Schedule C, replace “The parties” with “Both parties”.",
         {"C1.1.1": "Both parties check them."}),
        ("Delete C1.1.1.", {"C1.1.1": None}),
        ("Insert after C1.1.1:\n\nC1.1.2 Worn stones go.", {"C1.1.2": "Worn stones go."}),
        ("Amend C1.1.1 to read:\n\nC1.1.1 A dresser checks them.",
         {"C1.1.1": "A dresser checks them."}),
        ("Delete paragraph (a) of clause C1.1.", {"C1.1(a)": None}),
        ("In clause B.1.1 replace “weekly” with “daily”.", {"B1.1": "Shifts are daily."}),
        ("In B.2 replace “14 days” with “7 days”.", {"B2": "Notice is 7 days."}),
        ("Amend clause B.1.1 to read:\n\nB.1.1 Shifts are daily.", {"B1.1": "Shifts are daily."}),
        ("Amend clause B.1.1 to read:\n\n“B.1.1 Shifts are daily.”",
         {"B1.1": "Shifts are daily."}),
        ("Insert after clause B.1.1:\n\nB.1.2 Rest is paid.", {"B1.2": "Rest is paid."}),
        ("Insert in Schedule B after clause B.2:\n\nB.3 Rest is paid.", {"B3": "Rest is paid."}),
        ("In clauses B.1 and B.1.1, replace “e” with “y”.", {}),
    ],
)  # fmt: skip
def test_a_letter_before_a_number_is_part_of_it(order: str, expected: dict[str, str]) -> None:
    assert texts_changed(result(order), UNCHANGED) == expected


@pytest.mark.parametrize(
    "order",
    [
        "In A1.1 replace “The parties” with “Both parties”.",
        "In clause A1.1 delete “The parties are”.",
        "In clause A-1.1 delete “The parties are”.",
        "In A.1.1 replace “The parties” with “Both parties”.",
        "In clause ZA1.1, replace “The parties” with “Both parties”.",
        "In a1.1 replace “The parties” with “Both parties”.",
        "Delete A1.1.",
        "Delete clause AB1.1.",
        "Amend A1.1 to read:\n\nA1.1 Both parties are named.",
    ],
)
def test_a_number_that_the_agreement_lacks_is_not_read_as_its_tail(order: str) -> None:
    done = result(order)
    assert "applied" not in statuses(done)
    assert {one.amendment.target for one in done.applied.outcomes} & {"1", "1.1"} == set()
    assert texts_changed(done, UNCHANGED) == {}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("In Part B, clause 2.2, replace “noon” with “one”.", {"2.2": "Rest is taken at one."}),
        ("Amend Part B clause 2.2 to read:\n\n2.2 Rest is short.", {"2.2": "Rest is short."}),
        ("Delete Part B clause 3", {"3": None}),
    ],
)
def test_numbers_that_count_through_the_parts_are_found_in_theirs(
    order: str, expected: dict[str, str]
) -> None:
    assert texts_changed(result(order), UNCHANGED) == expected


def test_a_clause_of_another_part_is_not_meant() -> None:
    done = result("In Part A, clause 2.2, replace “noon” with “one”.")
    assert statuses(done) == ["target-missing"]
    assert texts_changed(done, UNCHANGED) == {}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("Delete clauses 2 and 3.", {"2": None, "2.1": None, "2.2": None, "3": None}),
        ("Delete clauses 1 to 3.",
         {"1": None, "1.1": None, "2": None, "2.1": None, "2.2": None, "3": None}),
        ("In clauses C1.1(a) and 2, replace “hand” with “day”.", {"C1.1(a)": "by day;"}),
        ("Delete clauses B.1 and B.2.", {"B1": None, "B1.1": None, "B2": None}),
        ("In clauses 2.2 and C1.1(b), replace “night” with “noon”.", {"C1.1(b)": "by noon."}),
    ],
)  # fmt: skip
def test_each_number_of_a_list_is_a_clause(order: str, expected: dict[str, str]) -> None:
    assert texts_changed(result(order), UNCHANGED) == expected


def test_a_number_of_days_is_no_clause_of_the_list() -> None:
    done = result("Amend clauses 2.1 and 2.2, 3 days from now, by replacing “e” with “y”.")
    assert {one.amendment.target for one in done.applied.outcomes} == {"2.1", "2.2"}


def test_the_division_in_a_list_keeps_its_own_number() -> None:
    done = result("In clauses 2.1 and 2.2 and Schedule 2 clause 1, replace “e” with “y”.")
    named = [one.amendment.target for one in done.applied.outcomes]
    assert named == ["2.1", "2.2", "Schedule 2 1"]


def test_a_new_clause_counts_with_the_clauses_and_not_with_the_lettered_ones() -> None:
    done = result("Insert a new clause:\n\n3 Bells\n\n3.1 Bells ring.")
    assert statuses(done) == ["applied"]
    assert [one.id for one in done.applied.document.clauses if one.heading_text == "Aprons"] == [
        "4"
    ]
    assert texts(done)["B1"] == UNCHANGED["B1"]


def test_wording_for_another_document_is_no_clause() -> None:
    done = result("Insert in the Millers' Handbook after clause 2.1:\n\n2.1A Bells ring.")
    assert statuses(done) == ["needs-decision"]
    assert "the Millers' Handbook" in done.applied.outcomes[0].reason
    assert texts_changed(done, UNCHANGED) == {}
