"""What stands beside an order that we did not carry out, and what that order may have meant."""

from __future__ import annotations

import pytest

from clausetrack import reconcile
from clausetrack.comparison import tracked
from clausetrack.reconcile.differences import Reconciliation
from clausetrack.render.reconcile_terminal import reconciliation

BASE = """Glaziers’ Collective Agreement 2022–2025

1. Kit

1.1 The firm gives each glazier:

(a) gloves that resist cuts;

(b) goggles, and a spare pair;

(c) a suction lifter; and

(d) boots.

2. Allowances

2.1 The allowances are:

Allowance	Amount
High work	$22.00
Broken glass	$3.15
Laundry	$5.00

2.2 Meal money is $18.50 for each meal, and parking is $6.00.
"""

HEAD = """Terms of Settlement

These terms renew the Glaziers’ Collective Agreement (2025 – 2028).

1. Kit and money

"""


def told(order: str, new: str) -> list[tuple[str, str, str]]:
    """Kind, clause and what is told, where theirs makes `new` of the base, all of it tracked."""
    found = held(order, new).differences
    return sorted((one.kind, one.clause, one.what) for one in found)


def held(order: str, new: str) -> Reconciliation:
    terms = f"{HEAD}{order}\n"
    return reconcile(BASE.encode(), terms.encode(), tracked(BASE.encode(), new.encode())[0])


def edits(order: str, new: str) -> list[tuple[str, str, str]]:
    """The kind, old and new words of each edit."""
    found = held(order, new).differences
    return sorted((one.kind, edit.old, edit.new) for one in found for edit in one.edits)


TWO_GONE = BASE.replace(
    "(b) goggles, and a spare pair;\n\n(c) a suction lifter; and\n\n", ""
).replace("(d) boots", "(b) boots")


def test_an_order_to_delete_two_items_names_these_alone() -> None:
    order = "Delete paragraphs (b) and (c) of clause 1.1, if the branch agrees."
    new = TWO_GONE.replace("resist cuts;", "resist cuts; or")
    assert told(order, new) == [
        ("not-ordered", "1.1(a)", "changed"),
        ("unverified", "1.1(b)", "deleted"),
        ("unverified", "1.1(c)", "deleted"),
    ]


def test_the_word_before_the_last_item_follows_where_two_items_go() -> None:
    order = "Delete paragraphs (b) and (c) of clause 1.1, if the branch agrees."
    found = held(order, TWO_GONE.replace("resist cuts;", "resist cuts; and"))
    assert {one.kind for one in found.differences} == {"unverified"}
    assert {one.amendment for one in found.differences} == {"1#1", "1#2"}  # one for each item


def test_an_order_to_delete_a_range_of_items_names_all_of_them() -> None:
    order = "Delete paragraphs (a) to (c) of clause 1.1, if the branch agrees."
    new = BASE.replace("goggles, and", "goggles and").replace("boots", "boots, if worn out")
    assert ("unverified", "1.1(b)", "changed") in told(order, new)
    assert ("not-ordered", "1.1(d)", "changed") in told(order, new)


LETTERED_ON = (
    BASE.replace("(d) boots", "(e) boots")
    .replace("(c) a suction", "(d) a suction")
    .replace("(b) goggles", "(b) knee pads;\n\n(c) goggles")
)
NEW_ITEM = (
    "Insert a new paragraph (b) in clause 1.1: “(b) knee pads;” and re-letter the following "
    "paragraphs{}."
)
HELD_ITEM = NEW_ITEM.format(", if the branch agrees")


def test_a_new_item_whose_order_prints_it_is_agreed_with_the_letters_behind_it() -> None:
    assert {kind for kind, _, _ in told(NEW_ITEM.format(""), LETTERED_ON)} == {"agreed"}


def test_a_new_item_that_was_ordered_is_for_a_person_and_so_are_the_letters_behind_it() -> None:
    assert {kind for kind, _, _ in told(HELD_ITEM, LETTERED_ON)} == {"unverified"}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("goggles, and a spare pair", "goggles, and a spare"),
        ("a spare pair", "a spare pair, if asked for"),
    ],
)
def test_an_order_for_a_new_item_names_none_that_bore_its_letter(was: str, now: str) -> None:
    found = told(HELD_ITEM, LETTERED_ON.replace(was, now))
    assert ("unverified", "1.1(b)", "inserted") in found
    assert [(kind, what) for kind, _, what in found if what == "changed"] == [
        ("not-ordered", "changed")
    ]


def test_an_order_to_add_a_row_lowers_no_figure() -> None:
    order = "Add to the table in clause 2.1 the following row:\n\nSite\t$40.00"
    new = BASE.replace("$3.15", "$3.05").replace("$5.00\n", "$5.00\nSite\t$40.00\n")
    assert edits(order, new) == [
        ("not-ordered", "$3.15", "$3.05"),
        ("unverified", "", "Site\t$40.00"),
    ]


def test_an_order_to_add_words_may_be_what_they_added() -> None:
    order = "Amend clause 2.2 by adding a sentence on receipts."
    new = BASE.replace("is $6.00.", "is $6.00. Receipts are kept.")
    assert told(order, new) == [("unverified", "2.2", "changed")]


def test_an_order_on_a_figure_names_no_other_figure() -> None:
    order = "In the table in clause 2.1 replace $22.00 with $25.00, if the branch agrees."
    new = BASE.replace("$22.00", "$24.00").replace("$3.15", "$3.05")
    assert edits(order, new) == [
        ("not-ordered", "$3.15", "$3.05"),
        ("unverified", "$22.00", "$24.00"),
    ]


@pytest.mark.parametrize(
    "order",
    [
        "In the table in clause 2.1 replace $22.00 with $25.00 and raise all others by 3%.",
        "Amend the table in clause 2.1 as set out in the tracked change agreement.",
        "Increase the allowances in clause 2.1.",
    ],
)
def test_an_order_that_may_be_on_every_figure_is_for_a_person(order: str) -> None:
    new = BASE.replace("$22.00", "$25.00").replace("$3.15", "$3.25")
    assert {kind for kind, _, _ in edits(order, new)} == {"unverified"}


def test_what_the_first_of_two_orders_cannot_be_the_second_may() -> None:
    order = (
        "Add to the table in clause 2.1 the following row:\n\nSite\t$40.00\n\n"
        "2. Glass\n\nIncrease the allowance for broken glass in clause 2.1 if funds allow."
    )
    new = BASE.replace("$3.15", "$3.25")
    (one,) = [one for one in held(order, new).differences if one.edits]
    assert (one.kind, one.amendment) == ("unverified", "2#1")


@pytest.mark.parametrize(
    "order",
    [
        "Insert a statement on goggles in clause 1.1(b), in place of the words on a spare pair.",
        "Add to clause 1.1(b) what the tracked change agreement shows.",
        "Amend clause 1.1(b) so that it is clear.",
    ],
)
def test_an_order_that_may_take_words_out_is_for_a_person(order: str) -> None:
    new = BASE.replace("goggles, and a spare pair", "goggles, and a case for the pair")
    assert told(order, new) == [("unverified", "1.1(b)", "changed")]


def test_words_that_an_order_quotes_do_not_say_what_it_does() -> None:
    order = "Add to clause 1.1(b) words to the effect of “in place of lost ones”."
    kinds = {kind for kind, _, _ in edits(order, BASE.replace("goggles, and a", "goggles, or a"))}
    assert kinds == {"not-ordered"}


def test_two_items_that_were_ordered_out_are_agreed_and_no_other_word_is() -> None:
    order = "Delete paragraphs (b) and (c) of clause 1.1."
    assert told(order, TWO_GONE.replace("resist cuts;", "resist cuts; or")) == [
        ("agreed", "1.1(b)", "deleted"),
        ("agreed", "1.1(c)", "deleted"),
        ("agreed", "1.1(d)", "renumbered"),  # it counts on
        ("not-ordered", "1.1(a)", "changed"),
    ]


@pytest.mark.parametrize(
    ("order", "new", "there"),
    [
        # item 1 is the meal money; item 2 is left to a person and theirs does nothing for it
        ("In clause 2.2 replace “$18.50” with “$19.00”.", BASE.replace("$18.50", "$19.00"),
         "what theirs tracks there is told for item 1"),
        ("In clause 2.2 replace “$18.50” with “$19.00”.", BASE.replace("$18.50", "$20.00"),
         "what theirs tracks there is told for item 1"),
        ("In clause 2.2 replace “$18.50” with “$19.00”.", BASE,
         "theirs has no tracked change there"),
        ("In clause 1.1(d) replace “boots” with “shoes”.", BASE.replace("boots", "shoes"),
         "theirs has no tracked change there"),
    ],
)  # fmt: skip
def test_tracked_changes_for_other_items_are_not_said_to_be_none(
    order: str, new: str, there: str
) -> None:
    result = held(f"{order}\n\n2. Numbers\n\nRenumber clause 2.2 as clause 2.9.", new)
    (one,) = (each for each in result.differences if each.amendment == "2#1")
    assert (one.kind, one.clause, one.what) == ("absent", "2.2", "none")
    assert one.reason.startswith(f"{there}; we did not carry it out (needs-decision: ")
    assert "2.2  nothing tracked for it" in reconciliation(result)
