"""Orders on all the words behind or before others, and on one of the places that say some words.

What must come out was worked out by hand.
"""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.ingest import read

AGREEMENT = """Saddle Makers Collective Agreement 2023–2025

1 Leather

1.1 Hides cost $9 per annum for all who sew. Thread is free.

1.2 Six needles are lent for six days, and six awls per week.

1.3 Each sewer has:

(a) a bench by the door; and

(b) a stool by the fire.

1.4 Wax is bought each week: see the list.

1.5 Glue is bought per litre and is kept per shelf.

1.6 A six-day roster has six shifts.

1.7 Ovens are lit daily. Ten ovens or ten fires burn.
"""
TERMS = "Terms of settlement\nSaddle Makers Collective Agreement 2025–2027\n\n1. {}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        # the full stop is no word
        ("In clause 1.1, delete all words after “per annum”.", {"1.1": "Hides cost $9 per annum."}),
        ("In clause 1.1 delete all the words following “per annum”.",
         {"1.1": "Hides cost $9 per annum."}),
        ("Amend clause 1.1 by deleting everything after “per annum”.",
         {"1.1": "Hides cost $9 per annum."}),
        ("Delete all words after “per annum” in clause 1.1 and insert “for sewers”.",
         {"1.1": "Hides cost $9 per annum for sewers."}),
        ("In clause 1.1, replace all the words after “per annum” with “for sewers. Thread is $1.”",
         {"1.1": "Hides cost $9 per annum for sewers. Thread is $1."}),
        ("In clause 1.1, delete all the words before “Thread is free”.",
         {"1.1": "Thread is free."}),
        ("In clause 1.1, delete all the words before “per annum” and insert “They cost $8”.",
         {"1.1": "They cost $8 per annum for all who sew. Thread is free."}),
        ("In clause 1.3(b), delete all words after “a stool”.", {"1.3(b)": "a stool."}),
        ("In clause 1.3(a), delete the words “by the door”.", {"1.3(a)": "a bench; and"}),
    ],
)  # fmt: skip
def test_all_words_behind_or_before_others_go(order: str, expected: dict[str, str]) -> None:
    done = result(order)
    assert statuses(done) == ["applied"]
    assert texts_changed(done, UNCHANGED) == expected


@pytest.mark.parametrize(
    ("order", "why"),
    [
        ("In clause 1.5, delete all words after “per”.", "more than once"),
        ("In clause 1.1, delete all words after “per month”.", "does not say"),
        # what leads into a list, and what is joined to the next of a list
        ("In clause 1.3, delete all words after “Each sewer”.", "more stands under 1.3"),
        ("In clause 1.3(a), delete all words after “a bench”.", "joined"),
        # nothing says how the sentence would begin
        ("In clause 1.1, delete all the words before “per annum”.", "capital"),
        ("In clause 1.1, delete all words after “per annum” up to “Thread”.", ""),
        ("In clause 1.1, delete all words after “per annum” if the union agrees.", ""),
        ("In clause 1.1, delete all words after “per annum” in the first sentence.", ""),
        ("In clause 1.1, delete all words after “free”.", "nothing"),
    ],
)
def test_a_stretch_that_is_not_certain_is_left(order: str, why: str) -> None:
    done = result(order)
    assert not any(one.done for one in done.applied.outcomes)
    assert why in done.applied.outcomes[0].reason
    assert texts_changed(done, UNCHANGED) == {}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("In clause 1.7, replace “ten” where it last occurs with “two”.",
         {"1.7": "Ovens are lit daily. Ten ovens or two fires burn."}),
        ("In clause 1.5, replace “per” where it first occurs with “by the”.",
         {"1.5": "Glue is bought by the litre and is kept per shelf."}),
        ("In clause 1.5, replace “per” with “by the” the first time it appears.",
         {"1.5": "Glue is bought by the litre and is kept per shelf."}),
        ("In clause 1.5, replace “per” the second time it appears with “on the”.",
         {"1.5": "Glue is bought per litre and is kept on the shelf."}),
        ("In clause 1.5, replace “per”, where it last occurs, with “on the”.",
         {"1.5": "Glue is bought per litre and is kept on the shelf."}),
        ("In clause 1.5, replace “per”, in the second place where it occurs, with “on the”.",
         {"1.5": "Glue is bought per litre and is kept on the shelf."}),
        ("In clause 1.5, replace the second occurrence of “per” with “on the”.",
         {"1.5": "Glue is bought per litre and is kept on the shelf."}),
        ("In clause 1.5, replace “per” (second occurring) with “on the”.",
         {"1.5": "Glue is bought per litre and is kept on the shelf."}),
        ("In clause 1.5, delete “is” where it first occurs and insert “was”.",
         {"1.5": "Glue was bought per litre and is kept per shelf."}),
        ("In clause 1.5, delete “is” where it secondly occurs.",
         {"1.5": "Glue is bought per litre and kept per shelf."}),
        ("Replace “per” with “on the” in clause 1.5 where it last appears.",
         {"1.5": "Glue is bought per litre and is kept on the shelf."}),
    ],
)  # fmt: skip
def test_the_place_that_is_counted_is_changed_and_no_other(
    order: str, expected: dict[str, str]
) -> None:
    done = result(order)
    assert statuses(done) == ["applied"]
    assert texts_changed(done, UNCHANGED) == expected


@pytest.mark.parametrize(
    ("order", "why"),
    [
        ("In clause 1.5, replace “per” where it third occurs with “on the”.", "2 places"),
        ("In clause 1.5, replace “pot” where it first occurs with “tin”.", "nowhere"),
        # in which entry of the list?
        ("Clause 1.3: replace “by” in the second place where it occurs with “near”.", "several"),
        # in a longer word, and is it counted?
        ("In clause 1.6, replace “six” where it first occurs with “five”.", "six-day"),
        ("In clause 1.5, replace “per” where it first occurs with “by the” from 1 July 2026.", ""),
        ("In clause 1.5, replace “per” where it first occurs with “by the” for casuals.", ""),
        ("Replace “per” where it first occurs with “by the”.", ""),
    ],
)
def test_a_place_that_cannot_be_counted_is_left(order: str, why: str) -> None:
    done = result(order)
    assert not any(one.done for one in done.applied.outcomes)
    assert why in done.applied.outcomes[0].reason
    assert texts_changed(done, UNCHANGED) == {}


def test_two_places_of_one_clause_are_changed_together() -> None:
    done = result("In clause 1.5, replace “per” where it first occurs with “by the” and replace "
                  "“shelf” with “rack”.")  # fmt: skip
    assert statuses(done) == ["applied", "applied"]
    glue = "Glue is bought by the litre and is kept per rack."
    assert texts_changed(done, UNCHANGED) == {"1.5": glue}


@pytest.mark.parametrize("where", ["last", "second"])
def test_two_counted_places_of_one_word_are_both_changed(where: str) -> None:
    done = result("In clause 1.5, replace “per” where it first occurs with “by the” and replace "
                  f"“per” where it {where} occurs with “on the”.")  # fmt: skip
    assert statuses(done) == ["applied", "applied"]
    glue = "Glue is bought by the litre and is kept on the shelf."
    assert texts_changed(done, UNCHANGED) == {"1.5": glue}


def test_counted_places_that_depend_on_which_is_changed_first_are_left() -> None:
    done = result("In clause 1.2, replace “six” where it first occurs with “five” and replace "
                  "“six” where it second occurs with “four”.")  # fmt: skip
    assert statuses(done) == ["conflict", "conflict"]
    assert texts_changed(done, UNCHANGED) == {}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("Amend clause 1.4 by replacing “week” with “month” and adding at the end “, and the map”.",
         {"1.4": "Wax is bought each month: see the list, and the map."}),
        ("Amend clause 1.4 by replacing “week” with “month” and adding at the end “It is paid.”",
         {"1.4": "Wax is bought each month: see the list. It is paid."}),
    ],
)  # fmt: skip
def test_an_exchange_and_an_addition_at_the_end_are_both_carried_out(
    order: str, expected: dict[str, str]
) -> None:
    done = result(order)
    assert statuses(done) == ["applied", "applied"]
    assert texts_changed(done, UNCHANGED) == expected


def test_words_that_come_in_at_the_end_may_be_for_those_that_go() -> None:
    done = result("In clause 1.4 delete “each week” and add at the end “or the map”.")
    assert not any(one.done for one in done.applied.outcomes)
    assert texts_changed(done, UNCHANGED) == {}


def test_at_the_end_behind_an_order_on_a_sentence_may_be_that_of_the_sentence() -> None:
    done = result("In the first sentence of clause 1.1 replace “$9” with “$8” and add at the end "
                  "“or less”.")  # fmt: skip
    assert not any(one.done for one in done.applied.outcomes)
    assert texts_changed(done, UNCHANGED) == {}
