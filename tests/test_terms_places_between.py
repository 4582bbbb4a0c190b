"""Places that an order names between the words it exchanges, each by its letter or otherwise."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.amend.between import between
from clausetrack.ingest import read

AGREEMENT = """Tide Mill Collective Agreement 2023–2025

1 Grinding

1.1 Flour is ground four times a week.

1.2 The miller must:

(a) grease the stones every 14 days;

(b) rest for 9 hours; and

(c) pay $50 for each lost sack.

1.3 Meal is ground by night.
"""
TERMS = "Terms of settlement\nTide Mill Collective Agreement 2025–2027\n\n1. {}\n"
BEFORE = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
GREASED = {"1.2(a)": "grease the stones every 21 days;"}
RESTED = {"1.2(b)": "rest for 11 hours; and"}
PAID = {"1.2(c)": "pay $75 for each lost sack."}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (
            "In clause 1.2(a) replace “14” with “21”, in (b) replace “9” with “11” and in (c) "
            "replace “$50” with “$75”.",
            GREASED | RESTED | PAID,
        ),
        ("In clause 1.2(c) replace “$50” with “$75” and in (a) “14” with “21”.", GREASED | PAID),
        ("Clause 1.2(b): replace “9” with “11”; (c): replace “$50” with “$75”.", RESTED | PAID),
        ("In clause 1.2: (a) “14” becomes “21”; (b) “9” becomes “11”.", GREASED | RESTED),
        (
            "In clause 1.2(a) after “14” insert “full” and in (b) after “9” insert “clear”.",
            {
                "1.2(a)": "grease the stones every 14 full days;",
                "1.2(b)": "rest for 9 clear hours; and",
            },
        ),
        (
            "In clause 1.1 replace “four” with “five” and in clause 1.3 “night” with “day”.",
            {"1.1": "Flour is ground five times a week.", "1.3": "Meal is ground by day."},
        ),
    ],
)
def test_each_letter_is_the_place_of_its_words(order: str, wanted: dict[str, str]) -> None:
    done = result(order)
    assert set(statuses(done)) == {"applied"}
    assert texts_changed(done, BEFORE) == wanted


@pytest.mark.parametrize(
    "order",
    [
        # the words stand elsewhere than where the order says
        "In clause 1.2: (a) “$50” becomes “$75”.",
        "Clause 1.2: in (a) replace “9” with “11”.",
        "In clause 1.2(a) replace “14” with “21” and in (b) replace “days” with “nights”.",
        "In clause 1.2(c) replace “14” with “21” and in (a) “$50” with “$75”.",
        "Clause 1.2(b): replace “9” with “11”; in (a): replace “rest” with “sleep”.",
        # a place that is no letter
        "In clause 1.1 replace “four” with “five” and in its heading “a week” with “each week”.",
        "In clause 1.1 replace “four” with “five” and, in the next clause, “a” with “each”.",
        "In clause 1.1 replace “four” with “five” and in the table “a week” with “each week”.",
        "In clause 1.1 replace “four” with “five” and elsewhere “a week” with “each week”.",
        "In clause 1.1 replace “four” with “five” and for bakers “a week” with “each week”.",
    ],
)
def test_a_place_that_is_named_is_not_passed_over(order: str) -> None:
    done = result(order)
    assert set(statuses(done)) == {"needs-decision"}
    assert texts_changed(done, BEFORE) == {}


@pytest.mark.parametrize(
    "where",
    [
        "Table 1 and clause 1.3", "clause 1.3 and Table 1", "clause 1.3 and the foreword",
        "clause 1.3 and its heading", "the cover and clause 1.3", "clause 1.3 as well as the index",
        "clause 1.3 and elsewhere",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "order", ["In {}, replace “night” with “day”.", "Replace “night” with “day” in {}."]
)
def test_a_place_that_is_joined_to_a_clause_and_is_none_holds_the_order(
    where: str, order: str
) -> None:
    done = result(order.format(where))
    assert statuses(done) == ["needs-decision"]
    assert texts_changed(done, BEFORE) == {}


@pytest.mark.parametrize(
    "order",
    [
        "Clause 1.3 is amended and the word “night” is replaced with “day”.",
        "Amend clause 1.3 and replace “night” with “day”.",
        "The mill and the union agree that clause 1.3 be amended by replacing “night” with “day”.",
    ],
)
def test_a_verb_may_be_joined_to_the_clause(order: str) -> None:
    done = result(order)
    assert texts_changed(done, BEFORE) == {"1.3": "Meal is ground by day."}


@pytest.mark.parametrize(
    "order",
    [
        "In clause 1.2(c), after “sack” add “; and (d) sweep the loft”.",
        "At the end of clause 1.2(c) add “; and (d) sweep the loft”.",
        "In clause 1.2(c) insert “; and” at the end.",
    ],
)
def test_words_for_an_item_that_hold_the_next_or_lead_to_it_are_a_persons(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["needs-decision"]
    assert texts_changed(done, BEFORE) == {}


def test_words_for_an_item_may_cite_another() -> None:
    done = result("In clause 1.2(c), after “sack” add “or as paragraph (b) says”.")
    assert texts_changed(done, BEFORE) == {
        "1.2(c)": "pay $50 for each lost sack or as paragraph (b) says."
    }


def test_many_letters_between_the_words_cost_little() -> None:
    said = f"In clause 1.2 replace “x”{'(a)' * 60} zzz “y”."
    assert between(said).endswith("zzz")  # each letter is read in one way alone


@pytest.mark.parametrize("joined", ["(a) or (b)", "(a) or in (b)"])
def test_which_of_two_letters_is_meant_is_not_guessed(joined: str) -> None:
    done = result(f"In clause 1.2{joined} replace “14” with “21”.")
    assert "applied" not in statuses(done)
    assert texts_changed(done, BEFORE) == {}


def test_the_heading_of_one_clause_beside_another_clause_is_not_its_text() -> None:
    headed = on(AGREEMENT.replace("1.3 Meal", "1.3 Meal\n\nMeal"), TERMS)
    done = headed("In the heading of clause 1.3 and clause 1.1, replace “ground” with “milled”.")
    assert "1.3" not in {one.clause for each in done.applied.outcomes for one in each.operations}


def test_that_another_clause_of_a_list_stays_says_nothing_of_the_order_above() -> None:
    done = result(
        "Changes\n\n(a) Clause 1.2(c): increase from $50 to $75.\n\n(b) Clause 1.1 – no change."
    )
    assert statuses(done) == ["applied"]
    assert texts_changed(done, BEFORE) == PAID


@pytest.mark.parametrize(
    "order",
    [
        "Clauses 1.1 and 1.3 change places.", "In clause 1.1 rename the heading “Mills”.",
        "Not before the weir is mended, in clause 1.3 replace “night” with “day”.",
    ],
)  # fmt: skip
def test_such_an_order_is_listed(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["needs-decision"]
    assert texts_changed(done, BEFORE) == {}
