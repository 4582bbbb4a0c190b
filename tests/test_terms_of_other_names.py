"""Documents that settle or vary an agreement under other names, and orders set on two lines."""

from __future__ import annotations

import pytest
from factory import statuses, texts

from clausetrack.errors import NotAnAgreement, TermsDoNotFit
from clausetrack.ingest import read
from clausetrack.markup import Markup, markup

NAME = "Reed Trust Collective Agreement"
AGREEMENT = f"""{NAME} 2023–2025

1 Coverage

1.1 This agreement covers all staff of the Trust.

2 Meal allowance

2.1 The allowance is $10 a meal.
"""
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
RAISED = UNCHANGED | {"2.1": "The allowance is $12 a meal."}
ORDER = "1. In clause 2.1 replace “$10” with “$12”.\n"


def result(terms: str) -> Markup:
    return markup(AGREEMENT.encode(), terms.encode())


@pytest.mark.parametrize(
    "title",
    [
        f"Memorandum of variation\n{NAME} 2023–2025",
        f"Variation to the {NAME} 2023–2025",
        f"Deed of variation No 2\n{NAME} 2023–2025",
        f"Variation\n{NAME} 2023–2025",
        f"Order varying the {NAME} 2023–2025",
        f"Deed of amendment\n{NAME} 2023–2025",
        f"Offer for the {NAME}\n14 July 2025",
        f"Letter of offer\n{NAME} 2025–2027",
        f"Reed Trust bargaining settlement\n{NAME} 2025–2027",
    ],
)
def test_what_a_settlement_is_called(title: str) -> None:
    done = result(f"{title}\n\n{ORDER}")
    assert statuses(done) == ["applied"]
    assert texts(done) == RAISED


def test_a_settlement_of_the_version_in_force_is_refused_where_it_is_no_variation() -> None:
    with pytest.raises(TermsDoNotFit, match="already is version"):
        result(f"Terms of settlement\n{NAME} 2023–2025\n\n{ORDER}")


def test_a_letter_that_orders_nothing_is_no_settlement() -> None:
    with pytest.raises(TermsDoNotFit, match="is not terms of settlement"):
        result(f"Letter of offer\n{NAME} 2025–2027\n\n1.1 Staff work well.\n\n1.2 They rest.\n")


def test_a_settlement_without_numbers_is_one_where_it_says_what_a_figure_goes_to() -> None:
    head = f"Terms of settlement\n{NAME} 2025–2027\n\nMeal allowance\n"
    done = result(f"{head}The allowance increases from $10 to $12.\n")
    assert statuses(done) == ["target-unnamed"]
    assert texts(done) == UNCHANGED
    with pytest.raises(NotAnAgreement):
        result(f"{head}The allowance was talked about.\n")


@pytest.mark.parametrize(
    "order",
    [
        "In clause 2.1, for “$10”\n\nread “$12”.",
        "In clause 2.1, for “$10”\nread “$12”.",
        "In clause 2.1 for\n\n“$10”\n\nread\n\n“$12”",
        "Clause 2.1\n\nFor: $10\n\nRead: $12",
    ],
)
def test_an_exchange_on_two_lines_is_listed(order: str) -> None:
    done = result(f"Terms of settlement\n{NAME} 2025–2027\n\n1. {order}\n")
    assert {*statuses(done)} == {"needs-decision"}
    assert {one.target for one in done.instructions.amendments} == {"2.1"}
    assert texts(done) == UNCHANGED
