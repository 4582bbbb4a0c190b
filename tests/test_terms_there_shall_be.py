"""Orders in the drafting of the United Kingdom, and those that count a sentence before the colon.

"For “ten” there shall be substituted “twelve”." What comes out was worked out by hand.
"""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.ingest import read
from clausetrack.markup import markup

AGREEMENT = """Tweed Weavers Collective Agreement 2023–2025

1. Leave

1.1 Weavers have four weeks of leave. The leave is taken by agreement. The mill answers in ten days.

1.2 Sick leave is ten days a year.

1.3 A weaver may:

(a) take tea;

(b) take lunch; and

(c) take a walk.

1.4 Mourning leave is three days.

2. Pay

2.1 Weavers are paid weekly by bank credit.
"""
TERMS = (
    "Terms of settlement\n\nTweed Weavers Collective Agreement 2025–2027\n\n"
    "The parties have agreed to the following changes.\n\n1. {}\n\n"
    "2. Ratification\n\nMembers will vote.\n"
)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
TWELVE = {"1.2": "Sick leave is twelve days a year."}
FOR_ALL = {"1.2": "Sick leave for all is ten days a year."}
BY_CONSENT = {"1.1": "Weavers have four weeks of leave. The leave is taken by consent. The mill "
                     "answers in ten days."}  # fmt: skip
HALVES = {"1.4": "Mourning leave is three days. It may be taken in half days."}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("In clause 1.2 for “ten” there shall be substituted “twelve”.", TWELVE),
        ("In clause 1.2, for the word “ten” there is substituted the word “twelve”.", TWELVE),
        ("In clause 1.2 there shall be substituted for “ten” the word “twelve”.", TWELVE),
        ("There shall be substituted “twelve” for “ten” in clause 1.2.", TWELVE),
        ("For “ten days” in clause 1.2 there shall be substituted “twelve days”.", TWELVE),
        ("Clause 1.2\n\nFor “ten” there shall be substituted “twelve”.", TWELVE),
        ("In clause 1.2 after “leave” there shall be inserted “for all”.", FOR_ALL),
        ("After the word “leave” in clause 1.2 there are inserted the words “for all”.", FOR_ALL),
        ("In clause 2.1 the words “by bank credit” shall be deleted and the words “in cash” shall "
         "be substituted.", {"2.1": "Weavers are paid weekly in cash."}),
        ("At the end of clause 1.4 there shall be added: “It may be taken in half days.”", HALVES),
        ("At the end of clause 1.4 there shall be inserted the sentence “It may be taken in half "
         "days.”", HALVES),
        ("At the end of clause 1.2 there shall be added the words “of service”.",
         {"1.2": "Sick leave is ten days a year of service."}),
        # whole clauses
        ("For clause 1.2 there shall be substituted: “1.2 Sick leave is twelve days a year.”",
         TWELVE),
        ("For clause 1.2 there shall be substituted “Sick leave is twelve days a year.”", TWELVE),
        ("For clause 1.2 substitute “Sick leave is twelve days a year.”", TWELVE),
        ("After clause 2.1 there shall be inserted:\n\n2.1A Carers are paid as well.",
         {"2.1A": "Carers are paid as well."}),
        ("After clause 2.1 there shall be inserted: “2.1A Carers are paid as well.”",
         {"2.1A": "Carers are paid as well."}),
        ("Clause 1.2 shall read: “Sick leave is twelve days a year.”", TWELVE),
        # a sentence, counted behind the clause
        ("Clause 1.1, second sentence: delete “agreement” and insert “consent”.", BY_CONSENT),
        ("Clause 1.1, second sentence – replace “agreement” with “consent”.", BY_CONSENT),
        ("In clause 1.1 (second sentence), replace “agreement” with “consent”.", BY_CONSENT),
        ("Clause 1.1, second sentence: “agreement” becomes “consent”.", BY_CONSENT),
    ],
)  # fmt: skip
def test_such_an_order_is_carried_out(order: str, wanted: dict[str, str]) -> None:
    done = result(order)
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], wanted)


@pytest.mark.parametrize(
    "order",
    [
        # nobody orders it, or it was done before
        "In clause 1.2 for “ten” there shall not be substituted “twelve”.",
        "In clause 1.2 for “ten” there would be substituted “twelve”.",
        "In clause 1.2 for “ten” there was substituted “twelve”.",
        "The union claims that in clause 1.2 for “ten” there shall be substituted “twelve”.",
        "In clause 1.2 for “ten” there shall be substituted “twelve”. This is not agreed.",
        # for some, from a day, on a condition
        "In clause 1.2 for “ten” there shall be substituted “twelve” for dyers.",
        "In clause 1.2 for “ten” there shall be substituted “twelve” if the mill agrees.",
        "For dyers, in clause 1.2 for “ten” there shall be substituted “twelve”.",
        "For dyers, for clause 1.2 there shall be substituted:\n\n1.2 Sick leave is five days.",
        # which clause, which words, which sentence?
        "In clause 1.2 or 1.4 for “days” there shall be substituted “weeks”.",
        "In clause 1.2 there shall be inserted: “It is paid.”",
        "In clause 1.2 there shall be substituted: “Sick leave is five days a year.”",
        "For the second sentence of clause 1.1 there shall be substituted “It is taken at will.”",
        "For clause 1.2 there shall be substituted “twelve”.",
        "At the end of clause 1.2 there shall be inserted the sentence “of service”.",
        "At the end of clause 1.3 there shall be added the words “at noon”.",
        "In clause 2.1 the words “by bank credit” shall be deleted and the words “in cash” shall "
        "be inserted after “weekly”.",
        "Clause 1.1, second sentence: the union would delete “agreement” and insert “consent”.",
        "Clause 1.1, second sentence: delete “agreement” and insert “consent” for dyers.",
        "Clause 1.1, second sentence: delete “weeks” and insert “days”.",
        "Clause 1.1, second and third sentences: delete “The” and insert “Any”.",
        "Clauses 1.1 and 1.2, first sentence: delete “leave” and insert “rest”.",
        "Clause 1.1, second sentence: “agreement” became “consent”.",
        "Clause 1.1, second sentence: do not delete “agreement”.",
    ],
)
def test_what_is_in_doubt_is_left_to_a_person(order: str) -> None:
    done = result(order)
    assert not any(one.done for one in done.applied.outcomes)
    assert texts_changed(done, UNCHANGED) == {}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("Clause 1.2 – Delete “ten” and insert in lieu thereof “twelve”.", TWELVE),
        ("In clause 1.2, delete “ten” and insert in its place “twelve”.", TWELVE),
        ("In clause 1.2, omit “ten” and substitute “twelve” therefor.", TWELVE),
        ("In clause 1.2, for “ten” there shall be substituted “twelve” and for “year” there shall "
         "be substituted “term”.", {"1.2": "Sick leave is twelve days a term."}),
        ("In clause 1.3, for paragraph (a) there shall be substituted:\n\n(a) take coffee;",
         {"1.3(a)": "take coffee;"}),
        ("Clause 1.2 shall be amended by the substitution of “twelve” for “ten”.", TWELVE),
        ("Clause 1.2 is amended by the deletion of “ten” and the insertion of “twelve”.", TWELVE),
        ("Clause 1.2 is amended by the insertion of “for all” after “leave”.", FOR_ALL),
        ("In clause 1.2, leave out “ten” and insert “twelve”.", TWELVE),
        ("In clause 2.1, leave out “by bank credit”.", {"2.1": "Weavers are paid weekly."}),
        ("For the word “mill”, wherever it occurs, there shall be substituted “company”.",
         {"1.1": "Weavers have four weeks of leave. The leave is taken by agreement. The company "
                 "answers in ten days."}),
    ],
)  # fmt: skip
def test_what_takes_the_place_is_named_in_many_ways(order: str, wanted: dict[str, str]) -> None:
    done = result(order)
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], wanted)


@pytest.mark.parametrize(
    "order",
    [
        "In clause 1.2, delete “ten” and insert in lieu thereof “twelve” for dyers.",
        "In clause 1.2, delete “ten” and insert in lieu of “year” “twelve”.",
        "In clause 1.2, for “ten” there shall be substituted “twelve” and for “year” there may be "
        "substituted “term”.",
        "In clause 1.3, for dyers there shall be substituted:\n\n(a) take coffee;",
        "Clause 1.2 may be amended by the substitution of “twelve” for “ten”.",
        "Clause 1.2 is amended by the substitution of “twelve” for “ten” for dyers.",
        "Clause 1.2 is amended by the insertion of “paid”.",
        "In the Schedule, for “ten” there shall be substituted “twelve”.",
    ],
)
def test_what_says_more_than_that_is_listed_for_a_person(order: str) -> None:
    done = result(order)
    assert done.applied.outcomes
    assert not any(one.done for one in done.applied.outcomes)
    assert texts_changed(done, UNCHANGED) == {}


def test_terms_may_be_called_heads_or_a_memorandum_of_agreement() -> None:
    for title in ("Heads of Agreement", "Memorandum of Agreement"):
        done = markup(
            AGREEMENT.encode(),
            f"{title}\n\nTweed Weavers Collective Agreement 2025–2027\n\nIt is agreed between the "
            "parties that the agreement shall be amended as follows.\n\n1. In clause 1.2 for “ten” "
            "there shall be substituted “twelve”.\n".encode(),
        )
        assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], TWELVE)
