"""What follows from an order on an item of a list, and what only stands beside it."""

from __future__ import annotations

import pytest

from clausetrack import reconcile
from clausetrack.comparison import tracked
from clausetrack.reconcile.differences import Reconciliation

BASE = """Bakers’ Collective Agreement 2022–2025

1. Clothing

1.1 The bakery gives each baker:

(a) two white coats with long sleeves;

(b) a cap that covers the hair;

(c) a pair of mitts for the oven; and

(d) shoes that do not slip on flour.

1.2 A baker may be called out for:

(a) a broken oven; or

(b) a flooded store.
"""

DELETE = """Terms of Settlement

These terms renew the Bakers’ Collective Agreement (2025 – 2028).

1. Mitts

Delete clause 1.1(c).
"""

INSERT = DELETE.partition("1. Mitts")[0] + """1. Aprons

Amend clause 1.1 by adding a sub-clause:

(e) an apron.
"""

#: As a person does it: the next letter moves up, and "and" goes to the last but one.
DELETED = (
    BASE.replace("the hair;", "the hair; and")
    .replace("(c) a pair of mitts for the oven; and\n\n", "")
    .replace("(d) shoes", "(c) shoes")
)
INSERTED = BASE.replace("oven; and", "oven;").replace("flour.", "flour; and\n\n(e) an apron.")


def held(terms: str, new: str) -> Reconciliation:
    return reconcile(BASE.encode(), terms.encode(), tracked(BASE.encode(), new.encode())[0])


def told(result: Reconciliation) -> list[tuple[str, str, str]]:
    return [(one.kind, one.clause, one.what) for one in result.differences]


def test_letters_that_count_on_and_the_word_before_the_last_item_follow_from_a_repeal() -> None:
    result = held(DELETE, DELETED)
    assert sorted(told(result)) == [
        ("agreed", "1.1(b)", "changed"),
        ("agreed", "1.1(c)", "deleted"),
        ("agreed", "1.1(d)", "renumbered"),
    ]
    assert {one.amendment for one in result.differences} == {"1#1"}
    (number,) = [one for one in result.differences if one.what == "renumbered"]
    assert number.renumbers == (("1.1(d)", "1.1(c)"),)
    assert "follows" in number.reason


def test_the_word_before_the_last_item_follows_from_an_addition() -> None:
    assert sorted(told(held(INSERT, INSERTED))) == [
        ("agreed", "1.1(c)", "changed"),
        ("agreed", "1.1(d)", "changed"),
        ("agreed", "1.1(e)", "inserted"),
    ]


@pytest.mark.parametrize(
    ("was", "now", "clause", "what"),
    [
        ("the hair; and", "the hair; or", "1.1(b)", "changed"),  # another word than it was
        ("that covers", "that hides", "1.1(b)", "changed"),  # more than its end
        ("(c) shoes", "(f) shoes", "1.1(d)", "renumbered"),  # no number that became free
        ("oven; or", "oven; and", "1.2(a)", "changed"),  # another list
    ],
)
def test_what_does_not_follow_is_not_ordered(was: str, now: str, clause: str, what: str) -> None:
    assert was in DELETED
    found = told(held(DELETE, DELETED.replace(was, now)))
    assert ("not-ordered", clause, what) in found


def test_nothing_follows_from_what_was_not_done() -> None:
    found = told(held(DELETE, BASE.replace("the hair;", "the hair; and")))
    assert ("not-ordered", "1.1(b)", "changed") in found
    assert ("absent", "1.1(c)", "inserted") in found


def test_what_follows_from_an_order_left_to_a_person_is_for_that_person() -> None:
    terms = DELETE.replace("Delete", "If the baker agrees, delete")
    found = held(terms, DELETED)
    assert {one.kind for one in found.differences} == {"unverified"}
    assert {one.amendment for one in found.differences} == {"1#1"}


def test_letters_behind_an_order_left_to_a_person_are_for_that_person_too() -> None:
    terms = DELETE.replace("Delete clause 1.1(c)", "If the baker agrees, delete clause 1.1(b)")
    new = BASE.replace("(b) a cap that covers the hair;\n\n", "")
    new = new.replace("(c) a pair", "(b) a pair").replace("(d) shoes", "(c) shoes")
    assert {one.kind for one in held(terms, new).differences} == {"unverified"}
