"""Sentences that take back or limit the orders of other items; worked by hand."""

from __future__ import annotations

import pytest
from factory import texts

from clausetrack.ingest import read
from clausetrack.markup import Markup, markup

AGREEMENT = """Harbour Ferries Collective Agreement 2023–2025

1 Decks

1.1 Decks are scrubbed at six.

1.2 Ropes are coiled.

1.3 Flags are blue.
"""
HEAD = "Terms of settlement\n\nHarbour Ferries Collective Agreement 2025–2027\n\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
SIX = "In clause 1.1 replace “six” with “seven”."
BLUE = "In clause 1.3 replace “blue” with “red”."
SEVEN = {"1.1": "Decks are scrubbed at seven."}
RED = {"1.3": "Flags are red."}
GONE = {one: text for one, text in UNCHANGED.items() if one != "1.2"}


def result(terms: str) -> dict[str, str]:
    done: Markup = markup(AGREEMENT.encode(), (HEAD + terms).encode())
    return texts(done)


@pytest.mark.parametrize(
    "later",
    [
        "Item 1 is withdrawn.",
        "Item 1 does not apply to deckhands.",
        "Item 1 falls away if the harbour is closed.",
        "Item 1 was agreed in error and is not to be carried out.",
        "The parties have withdrawn item 1.",
        "The company did not approve item 1.",
        "Disregard item 1.",
        "Item 1 is for deckhands.",
        "Clause 1.1 is not to be changed.",
        "The change to clause 1.1 is not agreed.",
        "Items 1 and 4 are subject to the board's consent.",
        "The change in item 1 is a proposal. It is not agreed: item 1 is not yet agreed.",
    ],
)
def test_a_later_item_takes_back_an_earlier_one_and_no_other(later: str) -> None:
    assert result(f"1. {SIX}\n\n2. {BLUE}\n\n3. {later}\n") == UNCHANGED | RED


@pytest.mark.parametrize(
    "above",
    [
        "The changes below are claims and not agreed.",
        "All of the following changes are for deckhands only.",
        "The amendments below do not apply to pilots.",
        "Nothing in this document is agreed.",
        "These items have not been agreed.",
        "Union claims",
        "Draft for discussion",
    ],
)
def test_a_line_before_the_items_goes_for_all_of_them(above: str) -> None:
    assert result(f"{above}\n\n1. {SIX}\n\n2. {BLUE}\n") == UNCHANGED


def test_an_item_that_orders_nothing_goes_for_those_that_follow() -> None:
    terms = f"1. {SIX}\n\n2. The changes below are for pilots only.\n\n3. {BLUE}\n"
    assert result(terms) == UNCHANGED | SEVEN


def test_nothing_in_this_item_is_agreed() -> None:
    assert result(f"1. Nothing in this item is agreed.\n\n{SIX}\n\n2. {BLUE}\n") == UNCHANGED | RED


def test_a_clause_that_stays_is_not_deleted() -> None:
    terms = "1. Delete clause 1.2.\n\n2. The parties have since agreed that clause 1.2 stays.\n"
    assert result(terms) == UNCHANGED


@pytest.mark.parametrize(
    "beside",
    [
        "Item 2 is told to the crew.",
        "The changes below apply from 1 July 2026.",
        "The following changes are subject to ratification.",
        "The changes below apply to all staff unless otherwise stated.",
        "Nothing in this item changes clause 1.2.",
        "Clause 1.3 is not changed.",
        "The change to clause 1.1 is explained to the crew.",
        "All other claims are withdrawn.",
        "Clause 1.1 otherwise stays as it is.",
    ],
)
def test_what_takes_nothing_back_holds_no_order(beside: str) -> None:
    terms = f"1. {beside}\n\n2. {SIX}\n\n3. Delete clause 1.2.\n"
    assert result(terms) == GONE | SEVEN
