"""What is told of a clause is to be done to it, and is no wording for it; nor are items' titles."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts

from clausetrack.ingest import read
from clausetrack.segment.told import is_moved, is_told

AGREEMENT = """Moss Gardens Collective Agreement 2023–2025

1 Plots

1.1 A gardener keeps:

(a) a spade worth $30;

(b) a rake worth $22; and

(c) a hose worth $15.

1.2 The plots are dug for 26 hours a month.

1.3 A gardener may swap plots.

2 Sheds

2.1 Sheds are locked at dusk.
"""
TERMS = "Terms of settlement\nMoss Gardens Collective Agreement 2025–2027\n\n{}\n"
result = on(AGREEMENT, TERMS)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}


@pytest.mark.parametrize(
    "order",
    [
        "Amend clause 1.1 as follows:\n(a) paragraph (b) to read: “a fork worth $22; and”\n"
        "(b) paragraph (c) to read: “a pump worth $15.”",
        "Clause 1.1 is amended as follows:\n(a) in paragraph (a), “$30” is replaced with “$33”; and"
        "\n(b) in paragraph (b), “$22” is replaced with “$24”.",
        "Clause 1.1 is amended as follows:\n(a) paragraph (a): “$30” becomes “$33”;\n"
        "(b) paragraph (b) is deleted.",
        "Clause 1 is amended as follows:\n1.2 The figure “26” is replaced with “27”.\n"
        "1.3 This subclause is deleted.",
        "Clause 1.1 is amended as follows:\n(a) the spade goes up to $33;\n"
        "(b) the rake increases to $24.",
        "Clause 1.2 is amended as follows: the hours are reduced to 25.",
        "Clause 1.2 is amended as follows: hours go down from 26.5 to 25.",
        "Replace clause 1.1 with:\n1.1 A gardener keeps:\n(a) “$30” is replaced by “$33”.",
        "Amend clause 1.3 to read:\n“1.3 This clause is deleted.”",
    ],
)
def test_what_is_told_of_a_clause_does_not_become_its_text(order: str) -> None:
    done = result(f"1. {order}")
    printed = " ".join(texts(done).values())
    for words in ("is replaced", "becomes", "is deleted", "goes up", "increases to", "reduced",
                  "to read"):  # fmt: skip
        assert words not in printed
    for clause_id in ("1.1(a)", "1.1(b)", "1.1(c)", "1.2", "1.3"):
        assert clause_id in texts(done)


@pytest.mark.parametrize(
    "wording",
    [
        "The hours increase to 30 from 1 May 2026.",
        "Hours that the company has changed are posted.",
        "A plot that is replaced is dug anew.",
        "The company may delete a plot from the list.",
        "“Plot” means a bed that is amended with compost.",
    ],
)
def test_what_an_agreement_says_of_its_subject_is_wording(wording: str) -> None:
    done = result(f"1. Amend clause 1.2 to read: {wording}")
    assert texts(done) == UNCHANGED | {"1.2": wording}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The second sentence is deleted.", True),
        ("A new paragraph (d) is added: “(d) a hoe.”", True),
        ("The sum of $12 is increased to $14.", True),
        ("The sum of $12 is paid weekly.", False),
        ("Words of welcome are said at dawn.", False),
        ("A section is closed when it floods.", False),
    ],
)
def test_what_is_told_of_a_text(text: str, told: bool) -> None:
    assert is_told(text) == told


def test_a_figure_is_moved_where_no_wording_is_led_in() -> None:
    assert is_moved("the rake increases to $24.", "Clause 1.1 is amended as follows:")
    assert not is_moved("The rake increases to $24.", "Clause 1.1 is amended to read:")
    assert not is_moved("It rises to $24 from 1 May 2026.", "Clause 1.1 is amended as follows:")


def test_items_numbered_in_brackets_are_items_where_the_orders_stand_below_their_titles() -> None:
    done = result(
        "(1) Swaps\nDelete clause 1.3 and replace with:\n1.3 A gardener may swap plots freely.\n\n"
        "(2) Sheds – new subclause\nInsert a new clause 2.2:\n2.2 Sheds are swept weekly.\n\n"
        "(3) Digging\nIn clause 1.2 replace “26” with “28”."
    )
    assert statuses(done) == ["applied"] * 3
    assert texts(done) == UNCHANGED | {
        "1.2": "The plots are dug for 28 hours a month.",
        "1.3": "A gardener may swap plots freely.",
        "2.2": "Sheds are swept weekly.",
    }


def test_numbers_in_brackets_below_an_order_are_those_of_its_wording() -> None:
    done = result(
        "Replace clause 2.1 with:\n2.1 A shed is:\n(1) locked at dusk; and\n(2) opened at dawn."
    )
    assert texts(done)["2.1(1)"] == "locked at dusk; and"
    assert texts(done)["2.1(2)"] == "opened at dawn."
