"""Plain orders that used to be held for how they are put; each result was worked out by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from factory import on

from clausetrack.ingest import read
from clausetrack.markup import Markup

AGREEMENT = """Ferry Crew Collective Agreement 2023–2025

1 Pay

1.1 The rates are:

| Grade | Rate |
|---|---|
| Mate | $20.00 |
| Cook | $18.00 |

1.2 A night crossing earns a meal and a bunk. A day crossing earns a meal.

1.3 The mate is paid:

(a) by day:

(i) $5 an hour;

(ii) $6 an hour in fog; and

(iii) $7 an hour in storms;

(b) by night, $8 an hour; and

(c) on holidays, $9 an hour.
"""
TERMS = """Terms of Settlement

These terms renew the Ferry Crew Collective Agreement (2025 – 2027).

1. """


@pytest.fixture
def order() -> Callable[[str], Markup]:
    return on(AGREEMENT, TERMS)


def changes(result: Markup) -> dict[str, str | None]:
    edits = (edit for edit in result.applied.edits if edit.amendment and edit.old)
    return {edit.old.id: edit.new.own_text if edit.new else None for edit in edits if edit.old}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Amend clause 1.3 by deleting paragraph (b).", {"1.3(b)": None}),
        ("Amend clause 1.3 by deleting paragraphs (b) and (c).", {"1.3(b)": None, "1.3(c)": None}),
        ("In clause 1.3, delete paragraph (c).", {"1.3(c)": None}),
        # the first of a list goes, and the others stay where they are
        ("Delete clause 1.3(a)(i).", {"1.3(a)(i)": None}),
        ("Delete clause 1.3(a)(i) and (ii).", {"1.3(a)(i)": None, "1.3(a)(ii)": None}),
        (
            "Amend clause 1.2 by replacing “a meal” with “two meals” in both places.",
            {"1.2": "A night crossing earns two meals and a bunk. A day crossing earns two meals."},
        ),
        (
            "Amend clause 1.2 by replacing “crossing” with “trip” in each place.",
            {"1.2": "A night trip earns a meal and a bunk. A day trip earns a meal."},
        ),
        (
            "Replace clause 1.3(c) with “(c) on holidays and Sundays, $9 an hour”.",
            {"1.3(c)": "on holidays and Sundays, $9 an hour"},
        ),
        (
            "Replace clause 1.2 with “Each crossing earns a meal and a bunk”.",
            {"1.2": "Each crossing earns a meal and a bunk"},
        ),
    ],
)
def test_it_is_carried_out_and_no_more(  # type: ignore[no-untyped-def]
    order, text: str, expected: dict[str, str | None]
) -> None:
    result = order(text)
    assert {one.status for one in result.applied.outcomes} == {"applied"}
    assert changes(result) == expected


def test_a_figure_in_a_table_is_exchanged(order) -> None:  # type: ignore[no-untyped-def]
    result = order("In the table in clause 1.1, replace $18.00 with $19.00.")
    assert [one.status for one in result.applied.outcomes] == ["applied"]
    tables = [one.table for one in result.applied.document.clauses if one.table]
    assert [row[1] for row in tables[0].texts] == ["Rate", "$20.00", "$19.00"]


@pytest.mark.parametrize(
    "text",
    [
        "Amend clause 1.3 by deleting paragraph (b) from 1 May 2026.",
        "Amend clause 1.3 by deleting paragraph (b) for new crew.",
        "In clause 1.3, delete paragraph (b) or (c).",
        "Replace clause 1.2 with “two meals”.",
    ],
)
def test_what_says_more_or_gives_no_clause_is_left(order, text: str) -> None:  # type: ignore[no-untyped-def]
    result = order(text)
    assert not changes(result)
    assert all(not one.done for one in result.applied.outcomes)


def test_a_list_whose_first_items_are_gone_is_in_the_letter_that_leads_into_it() -> None:
    text = AGREEMENT.replace("(i) $5 an hour;\n\n", "")
    found = [one.id for one in read(text.encode()).clauses if one.id.startswith("1.3")]
    assert found == ["1.3", "1.3(a)", "1.3(a)(ii)", "1.3(a)(iii)", "1.3(b)", "1.3(c)"]


def test_a_reason_speaks_of_the_agreement_and_not_of_the_program(order) -> None:  # type: ignore[no-untyped-def]
    result = order("Replace clause 1.3(b) with:\n\n“5 Night crossings earn $9 an hour.”")
    reasons = [one.reason for one in result.applied.outcomes if not one.done]
    assert reasons
    assert not any("proof" in reason or "operation" in reason for reason in reasons)
    assert "the new agreement would not read as it must" in reasons[0]
