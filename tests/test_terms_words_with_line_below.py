"""Orders that exchange words of a clause, with the new words on the next line and in no marks."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts

from clausetrack.ingest import read

AGREEMENT = """Ferry Crews Collective Agreement 2023–2025

1. Boats

1.1 A boat is washed each week. It is fuelled at night. A log is kept.

1.2 A pump is tested each month.

1.3 Crews have:

(a) a tea allowance: $9.00 a day; and

(b) a coat.

2. Words

In this agreement:

“Crew” means those aboard.

“Berth” means a place at a wharf.
"""
TERMS = "Terms of settlement\n\nFerry Crews Collective Agreement 2025–2027\n\n1. {}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    "order",
    [
        "In clause 1.1 replace “It is fuelled at night.” with the following:\n"
        "It is fuelled at dawn.",
        'In clause 1.1 replace "It is fuelled at night." with:\nIt is fuelled at dawn.',
        "Fuel (clause 1.1)\nReplace “It is fuelled at night.” with:\nIt is fuelled at dawn.",
        "Clause 1.1: delete “It is fuelled at night.” and insert:\nIt is fuelled at dawn.",
        "Clause 1.1: delete the sentence “It is fuelled at night.” and substitute the following:\n"
        "It is fuelled at dawn.",
        "Clause 1.2\nReplace “each month” with:\neach week",
        "Clause 1.2\nReplace the words “each month” with:\nA pump is tested each week.",
        "In clause 1.2 the words “each month” are replaced with:\neach week",
        "In clause 1.3(a) replace “$9.00” with:\n$11.00",
        "In clause 1.2 change “each month” to:\neach week",
        "In clause 1.2 for “each month” substitute:\neach week",
        "In clause 1.2 “each month” is replaced with:\neach week",
        "Amend “each month” in clause 1.2 to read:\neach week",
        "Clause 2 (words)\nReplace “Crew” with:\n“Crew” means those aboard or ashore.",
    ],
)
def test_quoted_words_are_never_the_whole_clause(order: str) -> None:
    done = result(order)
    assert set(statuses(done)) == {"needs-decision"}
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "order",
    [
        "In clause 1.2 replace each month with:\neach week",
        "In clause 1.1 replace each week with:\neach day",
        "In clause 1.2 replace the frequency with:\neach week",
        "In clause 1.1 the period of a week is replaced with:\neach day",
        "Clause 1.1. Fuel time to be replaced with:\nIt is fuelled at dawn.",
        "The test period in clause 1.2 is amended to read:\neach week",
        "The frequency in clause 1.2 is changed to read as follows:\neach week",
        "Clause 1.1: amend the fuel time to read:\nIt is fuelled at dawn.",
        "Replace the mention of months in clause 1.2 with:\nweeks",
        "Replace the frequency in clause 1.2 with:\nIt is weekly.",
        "The frequency in clause 1.2 is replaced with:\nIt is weekly.",
        "Amend the test period in clause 1.2 to read:\neach week",
        "Clause 1.2\nReplace each month with:\neach week",
    ],
)
def test_something_named_in_a_clause_is_never_the_whole_clause(order: str) -> None:
    done = result(order)
    assert set(statuses(done)) == {"needs-decision"}
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "order",
    [
        "Replace clause 1.2 with:",
        "Clause 1.2\nReplace with:",
        "Clause 1.2: delete and replace with:",
        "Delete clause 1.2 and insert:",
        "Delete the current clause 1.2 and replace it with:",
        "Replace the wording of clause 1.2 with the following:",
        "Clause 1.2 is deleted and replaced with:",
        "In this agreement, clause 1.2 is amended to read:",
        "The parties agree that clause 1.2 be replaced with:",
        "The wording of clause 1.2 is amended to read:",
        "In clause 1.2 the current wording is replaced with:",
        "The parties agree to amend clause 1.2 to read:",
        "In clause 1.2 replace the current wording with:",
        "In clause 1.2 replace the existing text with the following:",
        "Clause 1.2\nDelete the whole clause and replace with:",
        "Amend the pump rule in clause 1.2 to read:",
    ],
)
def test_wording_on_the_next_line_replaces_the_clause_that_is_named(order: str) -> None:
    done = result(f"{order}\nA pump is tested each day.")
    assert texts(done) == UNCHANGED | {"1.2": "A pump is tested each day."}
