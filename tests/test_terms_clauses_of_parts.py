"""Orders on "clause 1 of Part B": one clause, whether its number counts in the Part or through."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from factory import on, statuses, texts, texts_changed

from clausetrack.markup import Markup

TITLE = "Slipway Riggers' Collective Agreement 2023–2025"
COUNTED_ANEW = f"""{TITLE}

Part A General

1 Coverage

This agreement covers riggers.

2 Term

The term is two years.

Part B Riggers

1 Pay

A rigger is paid $40 an hour.

2 Hours

A rigger on call is paid $41 a night.

3 Leave

(a) A rigger has five days.

(b) A mate has six days.
"""
COUNTED_ON = f"""{TITLE}

Part 1 General

1.1 This agreement covers riggers.

1.2 The term is two years.

Part 2 Riggers

2.1 A rigger is paid $40 an hour.

2.2 A rigger on call is paid $41 a night.
"""
TERMS = "Terms of Settlement\nSlipway Riggers' Collective Agreement 2025–2027\n\n1. "
anew, counted_on = on(COUNTED_ANEW, TERMS), on(COUNTED_ON, TERMS)


@pytest.mark.parametrize(
    "order",
    [
        "In clause 1 of Part B replace “$40” with “$42”.",
        "In clause 1 in Part B, replace “$40” with “$42”.",
        "In clause 1 of PART B replace “$40” with “$42”.",
        "Clause 1 of Part B is amended by replacing “$40” with “$42”.",
        "Clause 1 of Part B: replace “$40” with “$42”.",
        "Replace “$40” with “$42” in clause 1 of Part B.",
        "Increase the pay in clause 1 of Part B from $40 to $42.",
    ],
)
def test_it_is_one_order_on_that_clause(order: str) -> None:
    done = anew(order)
    assert statuses(done) == ["applied"]
    assert texts(done)["Part B 1"] == "A rigger is paid $42 an hour."
    assert texts(done)["Part B 2"] == "A rigger on call is paid $41 a night."


@pytest.mark.parametrize(
    ("carried_out", "order", "at"),
    [
        (anew, "In clause 1 of Part B replace “$41” with “$43”.", "Part B 1"),
        (counted_on, "In clause 2.1 of Part 2 replace “$41” with “$43”.", "2.1"),
    ],
)
def test_what_stands_elsewhere_in_the_part_is_not_changed(
    carried_out: Callable[[str], Markup], order: str, at: str
) -> None:
    done = carried_out(order)
    assert statuses(done) == ["precondition-failed"]
    assert texts(done)[at] == "A rigger is paid $40 an hour."
    assert "$43" not in " ".join(texts(done).values())


@pytest.mark.parametrize(
    "order",
    [
        "In clause 2.1 of Part 2 replace “$40” with “$42”.",
        "Amend clause 2.1 in Part 2 by replacing “$40” with “$42”.",
    ],
)
def test_a_number_that_only_the_part_holds_is_that_clause(order: str) -> None:
    done = counted_on(order)
    assert statuses(done) == ["applied"]
    assert texts(done)["2.1"] == "A rigger is paid $42 an hour."


def test_several_clauses_of_a_part_and_a_letter_in_one() -> None:
    before = texts(counted_on("The parties met in May."))
    assert texts_changed(counted_on("Delete clauses 2.1 and 2.2 of Part 2."), before) == {
        "2.1": None, "2.2": None,
    }  # fmt: skip
    done = anew("In paragraph (a) of clause 3 of Part B replace “five” with “ten”.")
    assert statuses(done) == ["applied"]
    assert texts(done)["Part B 3(a)"] == "A rigger has ten days."


def test_what_is_changed_in_part_names_no_part() -> None:
    done = counted_on("Amend clause 2.1 in part by replacing “$40” with “$42”.")
    assert texts(done)["2.1"] == "A rigger is paid $42 an hour."


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        ("In clause 1 replace “$40” with “$42”.", "clause 1 stands in Part A and in Part B, and"
         " the order was not read as saying which"),
        ("Delete clause 2.", "clause 2 stands in Part A and in Part B, and"
         " the order was not read as saying which"),
        ("Amend clause 2 to read: “The hours are fifty.”", "clause 2 stands in Part A and in Part"
         " B, and the order was not read as saying which"),
        ("Replace clause 3 with the following: “3 Leave is ten days.”", "clause 3 stands in Part B,"
         " and the order was not read as saying so"),
        ("Delete clause 9.", "the agreement has no clause 9"),
    ],
)  # fmt: skip
def test_a_number_that_stands_in_parts_alone_is_not_said_to_be_none(
    order: str, reason: str
) -> None:
    done = anew(order)
    assert [one.reason for one in done.applied.outcomes] == [reason]
    assert texts(done) == texts(anew("The parties met in May."))
