"""Plain orders put in other words, or with their wording in the line: worked by hand."""

from __future__ import annotations

import pytest
from factory import statuses, texts_changed

from clausetrack.ingest import read
from clausetrack.markup import Markup, markup

AGREEMENT = """Skerry Ferries Collective Agreement 2023–2025

1 Coverage

1.1 This agreement covers:

(a) deckhands; and

(b) cooks.

1.2 A cook may refuse.

2 Safety

2.1 A deckhand reports a leak within 24 hours.

2.2 A crew meets every month.

2.3 A rope is checked after 24 hours and again after 24 hours.

3 Money

3.1 The boot allowance is $18.00 per week.

3.2 A night meal is $9.00 and a day meal is $7.00.
"""
TERMS = "Terms of settlement\n\nSkerry Ferries Collective Agreement 2025–2027\n\n1. {}\n"
TITLED = TERMS.format("Changes\n\n{}")
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}

SOONER = {"2.1": "A deckhand reports a leak within 12 hours."}
NO_MEETING = {"2.2": None}
WEEKLY = {"2.2": "A crew meets every week."}
LAST = {"1.1(c)": "pilots."}
MASTER = {"2.4": "The master keeps a list."}
BOOTS = {"3.1": "The boot allowance is $20.00 per week."}
NUMBERED = "no clause that comes in or goes gives it that"


def result(order: str, terms: str = TERMS) -> Markup:
    return markup(AGREEMENT.encode(), terms.format(order).encode())


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        # a space of the words' own, and what stands by a word without one
        ("In clause 1.1(b), after “cooks” insert “ and pilots”.", {"1.1(b)": "cooks and pilots."}),
        ("In clause 1.1(b), before “cooks” insert “ship’s ”.", {"1.1(b)": "ship’s cooks."}),
        ("In clause 1.2, insert “ always ” after “may”.", {"1.2": "A cook may always refuse."}),
        ("In clause 1.2, insert “ always ” before “refuse”.", {"1.2": "A cook may always refuse."}),
        ("In clause 1.2, insert “/or pilot” after “cook”.", {"1.2": "A cook/or pilot may refuse."}),
        ("In clause 1.2, insert “non-” before “cook”.", {"1.2": "A non-cook may refuse."}),
        ("In clause 1.2, insert “(s)” after “cook”.", {"1.2": "A cook(s) may refuse."}),
        ("In clause 1.2, insert “(afloat)” after “cook”.", {"1.2": "A cook (afloat) may refuse."}),
        ("In clause 2.1, replace “24” with “ 12”.", SOONER),
        # "in lieu"
        ("Delete clause 2.2 and insert the following in lieu thereof:\n\n"
         "“2.2 A crew meets every week.”", WEEKLY),
        ("Delete clause 2.2 and insert in substitution therefor:\n\n"
         "“2.2 A crew meets every week.”", WEEKLY),
        ("Delete clause 2.2 and in lieu thereof insert: “2.2 A crew meets every week.”", WEEKLY),
        ("In clause 2.1, delete “24” and in substitution therefor insert “12”.", SOONER),
        ("Delete the figure “24” in clause 2.1 and insert in lieu thereof the figure “12”.",
         SOONER),
        ("Delete the first sentence of clause 2.2 and insert in lieu thereof “A crew meets every "
         "week.”", WEEKLY),
        ("Clause 2.1 is amended by omitting “24” and substituting “12” therefor.", SOONER),
        # gerunds and nouns
        ("By deleting clause 2.2.", NO_MEETING),
        ("By deleting the figure “24” in clause 2.1 and inserting the figure “12”.", SOONER),
        ("By deleting clause 2.2 and replacing it with:\n\n“2.2 A crew meets every week.”", WEEKLY),
        ("By inserting after clause 2.3:\n\n“2.4 The master keeps a list.”", MASTER),
        ("Deletion of clause 2.2.", NO_MEETING),
        ("Replacement of “24” with “12” in clause 2.1.", SOONER),
        ("Insertion of a new clause 2.4:\n\n“2.4 The master keeps a list.”", MASTER),
        ("Addition of a new clause 2.4: “The master keeps a list.”", MASTER),
        ("By the deletion of clause 2.2.", NO_MEETING),
        ("Amend clause 2.1 by deleting “24” and inserting “12” in lieu thereof.", SOONER),
        ("Clause 2.1 is amended as follows:\n\n(a) by deleting “24” and inserting in lieu thereof "
         "“12”; and\n\n(b) by inserting “ at once” after “leak”.",
         {"2.1": "A deckhand reports a leak at once within 12 hours."}),
        ("Clause 2.2 is no longer required and will be deleted.", NO_MEETING),
        ("Clause 2.2 is obsolete and is to be removed.", NO_MEETING),
        # a whole sentence in the line
        ("Replace clause 2.2 with: A crew meets every week.", WEEKLY),
        ("Replace clause 2.2 with: 2.2 A crew meets every week.", WEEKLY),
        ("Replace 2.2 with – A crew meets every week.", WEEKLY),
        ("Delete clause 2.2 and replace it with: A crew meets every week.", WEEKLY),
        ("Replace 2.2 with: “2.2 A crew meets every week.”", WEEKLY),
        # a new item in the line
        ("Add to clause 1.1: “(c) pilots.”", LAST),
        ("Insert a new paragraph (c) in clause 1.1: “pilots.”", LAST),
        ("Insert a new paragraph (c) after paragraph (b) in clause 1.1: “pilots.”", LAST),
        ("Insert new clause 1.1(c): “pilots.”", LAST),
        ("Amend clause 1.1 by inserting a new paragraph (c): “pilots.”", LAST),
        ("In clause 1.1, insert new (c) “pilots.” and renumber accordingly.", LAST),
        ("In clause 1.1, insert a new paragraph (b): “pilots; and” and re-letter accordingly.",
         {"1.1(b)": "pilots; and", "1.1(c)": "cooks."}),
        # one amount, and one place
        ("Clause 3.1: increase to $20.00", BOOTS),
        ("Increase clause 3.1 to $20.00 per week.", BOOTS),
        ("In clause 2.1 delete the figure “24” where it appears and insert in its place “12”",
         SOONER),
        ("In clause 2.3 delete the figure “24” wherever it appears and insert in its place “12”.",
         {"2.3": "A rope is checked after 12 hours and again after 12 hours."}),
        # "cl."
        ("Delete cl 2.2.", NO_MEETING),
        ("Delete cls 2.2 and 2.3.", {"2.2": None, "2.3": None}),
        ("Insert after cl. 2.3:\n\n“2.4 The master keeps a list.”", MASTER),
    ],
)  # fmt: skip
def test_an_order_put_otherwise_is_carried_out(order: str, wanted: dict[str, str | None]) -> None:
    for terms in (TERMS, TITLED):
        found = result(order, terms)
        assert set(statuses(found)) == {"applied"}
        assert texts_changed(found, UNCHANGED) == wanted


def test_an_order_behind_the_number_of_its_clause_prints_the_wording() -> None:
    for order in ("2.2 – amend to read “A crew meets every week.”",
                  "2.2 – amend to read: A crew meets every week."):  # fmt: skip
        found = result(order, TITLED)
        assert statuses(found) == ["applied"]
        assert texts_changed(found, UNCHANGED) == WEEKLY


def test_each_gerund_of_a_list_is_an_order() -> None:
    found = result(
        "The agreement is amended as follows:\n\n(a) By deleting clause 2.2.\n\n"
        "(b) By deleting “24” in clause 2.1 and inserting “12”.\n\n"
        "(c) By renumbering clause 3 as clause 4.\n\n(d) By inserting after clause 2.3:\n\n"
        "“2.4 The master keeps a list.”",
        TITLED,
    )
    assert statuses(found) == ["applied", "applied", "needs-decision", "applied"]
    assert texts_changed(found, UNCHANGED) == NO_MEETING | SOONER | MASTER


@pytest.mark.parametrize(
    ("order", "why"),
    [
        ("By renumbering clause 3 as clause 4.", NUMBERED),
        ("Clause 3 becomes clause 4.", NUMBERED),
        ("By deleting clause 2.2 the parties save time.", "not understood"),
        ("By deleting clause 2.2, the crew sleeps.", "was not understood"),
        ("Deletion of clause 2.2 was discussed.", "not understood"),
        ("Clause 2.2 is no longer required and may be deleted.", "may be"),
        ("Replace clause 2.2 with: The wording in the attachment.", "no wording"),
        ("Replace clause 2.2 with the following: The wording in the attachment.", "no wording"),
        ("Replace clause 2.2 with: See the letter of the employer.", "no wording"),
        ("Replace clause 2.2 with: a weekly meeting.", "no wording"),
        ("Replace clause 2.2 with: A crew meets every week. Delete clause 2.3.", "Delete clause"),
        ("Insert a new paragraph (c) in clause 1.1(b): “pilots.”", "without a number"),
        ("Replace clause 2.2 with: 2.4 A crew meets every week.", "no wording"),
        ("Insert a new paragraph (c) after paragraph (a) in clause 1.1: “pilots; and”",
         "would not read as it must"),
        ("Insert a new paragraph (b) in clause 1.1: “pilots; and” and re-letter the following "
         "paragraphs, if the crew agrees.", "has a condition"),
        ("Clause 3.2: increase to $10.00", "3.2 has several amounts ($9.00, $7.00)"),
        ("Clause 3.1: increase to $20.00 per month", "give figures"),
        ("In clause 2.3 delete “24” where it appears and insert in its place “12”.",
         "24 stands more than once in 2.3"),
        ("In clause 2.1, delete “24” from clause 2.3 and insert in its place “12”.",
         "says more of where"),
    ],
)  # fmt: skip
def test_what_is_not_certain_is_held_and_the_reason_said(order: str, why: str) -> None:
    found = result(order, TITLED)
    assert set(statuses(found)) == {"needs-decision"}
    assert why in (found.applied.outcomes[0].reason or "")
    assert texts_changed(found, UNCHANGED) == {}


def test_what_is_told_of_time_in_lieu_stays_as_it_is() -> None:
    found = result("In clause 1.2, insert “, or take a day in lieu” after “refuse”.")
    assert texts_changed(found, UNCHANGED) == {"1.2": "A cook may refuse, or take a day in lieu."}


TWO = AGREEMENT.replace("A cook may refuse.", "A cook may refuse. The mate decides. It is logged.")
BEFORE = {one.id: one.own_text for one in read(TWO.encode(), "base.txt").clauses}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("Clause 1.2, second sentence: delete.", {"1.2": "A cook may refuse. It is logged."}),
        ("Clause 1.2: second sentence: deleted.", {"1.2": "A cook may refuse. It is logged."}),
        ("Clause 1.2 – third sentence: replace “logged” with “told”.",
         {"1.2": "A cook may refuse. The mate decides. It is told."}),
        ("In clause 2.3, replace the second “24” with “36”.",
         {"2.3": "A rope is checked after 24 hours and again after 36 hours."}),
        ("In clause 2.3, the second “24” is replaced with “36”.",
         {"2.3": "A rope is checked after 24 hours and again after 36 hours."}),
    ],
)  # fmt: skip
def test_a_part_may_stand_behind_its_clause(order: str, wanted: dict[str, str]) -> None:
    done = markup(TWO.encode(), TERMS.format(order).encode())
    assert statuses(done) == ["applied"]
    assert texts_changed(done, BEFORE) == wanted


@pytest.mark.parametrize(
    "order",
    [
        "Clause 1.2, second sentence: delete for pilots.", "Clause 1.2, fifth sentence: delete.",
        "In clause 2.3, replace the third “24” with “36”.",
        "In clause 2.3, replace the second “24” with “36” for pilots.",
        "Add the following sentence to clause 1.1: “Tea is served.”",
    ],
)  # fmt: skip
def test_it_is_that_part_or_none(order: str) -> None:
    done = markup(TWO.encode(), TERMS.format(order).encode())
    assert "applied" not in statuses(done)
    assert texts_changed(done, BEFORE) == {}
