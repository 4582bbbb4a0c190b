"""Plain orders in rarer words: carried out as the usual ones are, or refused; worked by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.ingest import read

AGREEMENT = """Tarn Libraries Collective Agreement 2023–2025

1 Coverage

1.1 This agreement covers cataloguers and binders, but not porters.

1.2 A binder may refuse.

1.3 A shelf is kept for ten days. A desk is kept for ten days.

2 Meanings

“Desk” means a desk with a lamp.

“Stack” means a room for books.

3 Lamps

3.1 A lamp is lit for 40 hours.

3.2 Lamps are of two kinds:

(a) tall lamps; and

(b) short lamps.
"""
TERMS = "Terms of settlement\n\nTarn Libraries Collective Agreement 2025–2027\n\n1. {}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
HEADINGS = {one.id: one.heading_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
result = on(AGREEMENT, TERMS)
NO_PORTERS = {"1.1": "This agreement covers cataloguers and binders."}
WRITES = {"1.2": "A binder may refuse in writing."}
LONGER = {"3.1": "A lamp is lit for 45 hours."}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("Omit from clause 1.1 the words “, but not porters”.", NO_PORTERS),
        ("It is agreed to delete from clause 1.1 “, but not porters”.", NO_PORTERS),
        ("Clause 1.1 shall have the words “, but not porters” deleted.", NO_PORTERS),
        ("Add to clause 1.2 “in writing” after “refuse”.", WRITES),
        ("Insert in clause 1.2 the words “in writing” immediately after the word “refuse”.",
         WRITES),
        ("Clause 3.1 shall have the figure “40” replaced by “45”.", LONGER),
        ("Clause 3.1 is to have “40” replaced with the figure “45”.", LONGER),
        ("Replace “ten days” with “six days” in both places where it occurs in clause 1.3.",
         {"1.3": "A shelf is kept for six days. A desk is kept for six days."}),
        ("Add to clause 1.2 the following sentence: “No reason is given.”",
         {"1.2": "A binder may refuse. No reason is given."}),
        ("Add to clause 1.2 the following new sentence:\n\n“No reason is given.”",
         {"1.2": "A binder may refuse. No reason is given."}),
        ("The second sentence of clause 1.3 is now cancelled.",
         {"1.3": "A shelf is kept for ten days."}),
        ("In clause 1.2, for “refuse” there should be substituted “decline”.",
         {"1.2": "A binder may decline."}),
        ("In clause 2 the definition of “Desk” is now replaced by: “Desk” means a table.",
         {"2": "“Desk” means a table."}),
    ],
)  # fmt: skip
def test_an_order_on_words_in_rarer_words_is_carried_out(
    order: str, wanted: dict[str, str | None]
) -> None:
    done = result(order)
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], wanted)


@pytest.mark.parametrize(
    "order",
    [
        # for some, for a time, on a condition, or with more behind it
        "Omit from clause 1.1 the words “, but not porters” for branch libraries.",
        "Omit from clause 1.1 the words “, but not porters” until the review.",
        "Add to clause 1.2 “in writing” after “refuse”, if the union agrees.",
        "Add to clause 1.2 “in writing” after “refuse” and report to the union.",
        "Clause 3.1 shall have the figure “40” replaced by “45” in winter.",
        "Clause 3.1 may have the figure “40” replaced by “45”.",
        # not as often as the order says, or not said on which side
        "Replace “lamp” with “torch” in both places where it occurs in clause 3.1.",
        "Add to clause 1.2 “in writing”.",
        # no whole sentence, or no certain place for one
        "Add to clause 1.2 the following sentence: “in writing”",
        "Add to clause 3.2 the following sentence: “They are cleaned weekly.”",
    ],
)
def test_an_order_that_says_more_or_other_is_refused(order: str) -> None:
    done = result(order)
    assert "applied" not in statuses(done)
    assert texts_changed(done, UNCHANGED) == {}


@pytest.mark.parametrize(
    "order",
    [
        "The heading of clause 3 is changed from “Lamps” to “Light”.",
        "The heading of clause 3 shall be amended from “Lamps” to “Light”.",
    ],
)
def test_a_heading_is_changed_from_its_words_to_others(order: str) -> None:
    done = result(order)
    headings = {one.id: one.heading_text for one in done.applied.document.clauses}
    assert statuses(done) == ["applied"]
    assert headings == {**HEADINGS, "3": "Light"}
    other = result(order.replace("“Lamps”", "“Torches”"))
    assert (statuses(other), texts_changed(other, UNCHANGED)) == (["precondition-failed"], {})


# ----------------------------------------------------------------------------------- definitions

DESK = {"2": "“Desk” means a table with a lamp."}
STACK = {"2 paragraph 1": "“Stack” means any room for books."}
SHELF = {"2 paragraph 1": "“Shelf” means a board.",
         "2 paragraph 2": "“Stack” means a room for books."}  # fmt: skip


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("Clause 2: replace the definition of “Stack” with: “Stack” means any room for books.",
         STACK),
        ("In clause 2, the definition of “Stack” is replaced by: “Stack” means any room for books.",
         STACK),
        ("In clause 2 delete the definition of “Stack” and substitute the following: “Stack” means"
         " any room for books.", STACK),
        # the first of them is the text of the clause itself
        ("In clause 2 the definition of “Desk” is deleted and the following substituted: “Desk”"
         " means a table with a lamp.", DESK),
        ("Clause 2: insert in alphabetical order: “Shelf” means a board.", SHELF),
        ("Insert in clause 2, in alphabetical order, “Shelf” means a board.", SHELF),
        ("Insert in clause 2 a new definition in alphabetical order: “Shelf” means a board.",
         SHELF),
        ("Add a new definition to clause 2 in alphabetical order: “Shelf” means a board.", SHELF),
        ("Insert in clause 2 after the definition of “Desk”: “Shelf” means a board.", SHELF),
        ("Insert in clause 2 before the definition of “Stack” the following: “Shelf” means a"
         " board.", SHELF),
    ],
)  # fmt: skip
def test_a_definition_needs_no_marks_around_it(order: str, wanted: dict[str, str | None]) -> None:
    done = result(order)
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], wanted)


@pytest.mark.parametrize(
    "order",
    [
        # what stands behind may be more of the wording, or a remark
        "Clause 2: replace the definition of “Stack” with: “Stack” means a hall. It has a door.",
        "Clause 2: replace the definition of “Stack” with: “Stack” means:\n\n(a) a hall; and\n\n"
        "(b) a room.",
        "Clause 2: insert in alphabetical order: “Shelf” means a board.\n\nIt is of oak.",
        "Clause 2: replace the definition of “Stack” with: “Stack” means a hall (to be confirmed).",
        # another term than the one that goes, and one that is there already
        "Clause 2: replace the definition of “Stack” with: “Hall” means a room.",
        "Clause 2: insert in alphabetical order: “Stack” means a hall.",
        # in no clause that the order names
        "Insert after the definition of “Desk” the following definition:\n\n“Shelf” means a board.",
        # it would stand before the text of the clause itself, or take the clause with it
        "Clause 2: insert in alphabetical order: “Binder” means a press.",
        "In clause 2, delete the definition of “Desk”.",
        "Clause 2: replace the definition of “Lamp” with: “Lamp” means a light.",
        "From 1 May 2026, clause 2: replace the definition of “Stack” with: “Stack” means a hall.",
    ],
)
def test_a_definition_that_may_go_on_or_is_another_is_refused(order: str) -> None:
    done = result(order)
    assert "applied" not in statuses(done)
    assert texts_changed(done, UNCHANGED) == {}


def test_what_is_to_be_done_in_paragraphs_is_no_wording_for_their_clause() -> None:
    done = result(
        "Clause 3.2 is to be amended as follows:\n\n(a) in paragraph (a), “tall” be replaced with "
        "“high”; and\n\n(b) in paragraph (b), “short” be replaced with “low”."
    )
    assert statuses(done) == ["applied", "applied"]
    assert texts_changed(done, UNCHANGED) == {"3.2(a)": "high lamps; and", "3.2(b)": "low lamps."}
