"""Why an order is not carried out is true of the agreement; worked out by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts

from clausetrack.ingest import read

AGREEMENT = """Cairn Rangers Collective Agreement 2023–2025

1 Patrols

1.1 A patrol is two rangers.

1.2 A patrol leaves at dawn.

Schedule A: Huts

A1 A hut has a stove.

A2 A hut is stocked yearly.

Schedule B: Boats

B1 A boat has oars.
"""
TERMS = "Terms of settlement\n\nCairn Rangers Collective Agreement 2025–2027\n\n1. {}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
result = on(AGREEMENT, TERMS)


def reason(order: str) -> str:
    done = result(order)
    assert texts(done) == UNCHANGED
    (only,) = done.applied.outcomes
    return only.reason


def test_where_words_stand_that_the_clause_does_not_say_is_told() -> None:
    assert reason("In clause 1.1 replace “dawn” with “noon”.") == (
        "the instruction says that 1.1 has dawn; it has no such words; 1.2 has"
    )
    assert reason("In clause 1.1 replace “dusk” with “noon”.").endswith("it has no such words")


def test_schedule_a2_is_the_a2_of_schedule_a() -> None:
    done = result("In Schedule A2 replace “yearly” with “monthly”.")
    assert statuses(done) == ["applied"]
    assert texts(done) == {**UNCHANGED, "A2": "A hut is stocked monthly."}
    done = result("Delete Schedule A2.")
    assert statuses(done) == ["applied"]
    assert set(UNCHANGED) - set(texts(done)) == {"A2"}


def test_a_number_that_the_schedule_does_not_have_is_not_there() -> None:
    assert reason("In Schedule A3 replace “yearly” with “monthly”.") == (
        "the agreement has no clause Schedule A3"
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Replace clause 1.1 with the following, if “boats” are bought:",
         "“with the following, if “boats” are bought”"),
        ("Replace clause 1.1 with the following, except “rangers” and “huts”:",
         "“with the following, except “rangers” and “huts””"),
    ],
)  # fmt: skip
def test_words_in_quotation_marks_stand_in_a_reason_as_they_are_printed(
    line: str, said: str
) -> None:
    told = reason(f"{line}\n\n1.1 A patrol is three rangers.")
    assert said in told


def test_what_a_sentence_only_speaks_of_is_quoted_with_its_words() -> None:
    told = reason("The board will decide whether “two” in clause 1.1 is replaced with “three”.")
    assert "“The board will decide whether”" in told


def test_words_that_describe_nothing_are_given_as_no_description() -> None:
    said = reason("The parties agree that the increases in (a) to (c) take effect from 2 May 2026.")
    assert said == "the terms name no clause that this would change"
