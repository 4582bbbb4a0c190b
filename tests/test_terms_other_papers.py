"""Orders on other papers, offers and options, and orders that leave their place open; by hand."""

from __future__ import annotations

import pytest
from factory import texts

from clausetrack.ingest import read
from clausetrack.markup import Markup, markup

AGREEMENT = """Valley Nurseries Collective Agreement 2023–2025

1 Gardens

1.1 Gardens are watered at six.

1.2 Spades are shared.
"""
HEAD = "Terms of settlement\n\nValley Nurseries Collective Agreement 2025–2027\n\n1. {}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
SEVEN = "replace “six” with “seven”"


def result(terms: str) -> dict[str, str]:
    done: Markup = markup(AGREEMENT.encode(), HEAD.format(terms).encode())
    return texts(done)


@pytest.mark.parametrize(
    "terms",
    [
        f"The policy on water, clause 1.1: {SEVEN}.",
        f"The company's manual, section 1.1: {SEVEN}.",
        "Amend the company’s water policy (clause 1.1) by replacing “six” with “seven”.",
        "Code of practice. Delete clause 1.2.",
        "Garden committee terms of reference\nDelete clause 1.2.",
        "Staff handbook\nDelete clause 1.2.",
    ],
)
def test_an_order_on_another_paper_is_none_on_the_agreement(terms: str) -> None:
    assert result(terms) == UNCHANGED


@pytest.mark.parametrize(
    "terms",
    [
        f"Company response: In clause 1.1 {SEVEN}.",
        f"Union’s counter-offer:\nIn clause 1.1 {SEVEN}.",
        "Options for the company\nDelete clause 1.2.",
        f"Water (drivers only)\nIn clause 1.1 {SEVEN}.",
        "Insert after clause 1.2, or at another suitable place:\n1.3 Rakes are oiled.",
        "Amend part of clause 1.1 to read: Gardens are dug.",
        "Amend clause 1.1 in part to read: Gardens are dug.",
        "Amend clause 1.1 to provide as follows: seven for gardens.",
    ],
)
def test_an_offer_an_option_and_an_open_order_are_a_persons(terms: str) -> None:
    assert result(terms) == UNCHANGED


@pytest.mark.parametrize(
    "terms",
    [
        f"Water policy\nIn clause 1.1 {SEVEN}.",
        f"Watering (all staff)\nIn clause 1.1 {SEVEN}.",
        f"In the collective agreement, clause 1.1, {SEVEN}.",
        f"Watering options\nIn clause 1.1 {SEVEN}.",
    ],
)
def test_a_title_that_is_of_the_subject_holds_no_order(terms: str) -> None:
    assert result(terms) == UNCHANGED | {"1.1": "Gardens are watered at seven."}


def test_a_list_item_may_begin_with_a_small_letter() -> None:
    order = "Amend clause 1.2 to read:\n1.2 Each has:\n(a) a spade; and\n(b) a rake."
    assert result(order)["1.2(a)"] == "a spade; and"
