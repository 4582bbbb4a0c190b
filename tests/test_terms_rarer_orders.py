"""Plain orders that used to be held: words inserted in the passive, paragraphs of a Schedule."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts, texts_changed

from clausetrack.ingest import read
from clausetrack.markup import markup

AGREEMENT = """Sedge Mills Collective Agreement 2023–2025

1 Coverage

1.1 This agreement covers millers and carters.

2 Meetings

2.1 Meetings are weekly.

2.2 Meetings are paid.

Schedule 2 Travel

1 Travel is by barge.

2 Travel is paid.
"""
TERMS = "Terms of settlement\nSedge Mills Collective Agreement 2025–2027\n\n1. {}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
BEHIND = {"1.1": "This agreement covers millers or sifters and carters."}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("The words “or sifters” be inserted in clause 1.1 after “millers”.", BEHIND),
        ("That the words “or sifters” be inserted in clause 1.1 after “millers”.", BEHIND),
        ("The words “or sifters” are inserted after “millers” in clause 1.1.", BEHIND),
        ("In clause 1.1 the words “or sifters” are added after “millers”.", BEHIND),
        ("After “millers” in clause 1.1, the words “or sifters” are inserted.", BEHIND),
        (
            "Before “millers” in clause 1.1, the word “head” is inserted.",
            {"1.1": "This agreement covers head millers and carters."},
        ),
        (
            "The word “head” is inserted in clause 1.1 before “carters”.",
            {"1.1": "This agreement covers millers and head carters."},
        ),
    ],
)
def test_words_that_are_inserted_beside_others(order: str, wanted: dict[str, str]) -> None:
    done = result(order)
    assert statuses(done) == ["applied"]
    assert texts(done) == UNCHANGED | wanted


@pytest.mark.parametrize(
    "order",
    [
        "The words “or sifters” be inserted in clause 1.1 after “millers” if funded.",
        "The words “or sifters” be inserted in clause 1.1 after “bakers”.",
        "The words “or sifters” may be inserted in clause 1.1 after “millers”.",
        "The words “or sifters” were inserted in clause 1.1 after “millers”.",
        "In Schedule 2, delete paragraph 2 for carters.",
        "In Schedule 2, delete paragraph 2 if funded.",
        "In Schedule 2, delete paragraph 4.",
        "In Schedule 1, delete paragraph 2.",
    ],
)
def test_what_says_more_or_does_not_stand_is_held(order: str) -> None:
    done = result(order)
    assert "applied" not in statuses(done)
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "order",
    [
        "In Schedule 2, delete paragraph 2.",
        "Delete paragraph 2 of Schedule 2.",
        "In Schedule 2, paragraph 2 is deleted.",
    ],
)
def test_a_paragraph_of_a_schedule_is_taken_out(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["applied"]
    assert texts_changed(done, UNCHANGED) == {"Schedule 2 2": None}


def test_the_new_number_of_a_clause_is_no_order_of_its_own() -> None:
    done = result("Clause 2.2 becomes 2.3 and a new 2.2 is inserted:\n\n2.2 Meetings are minuted.")
    assert statuses(done) == ["applied"]
    wanted = {"2.2": "Meetings are minuted.", "2.3": UNCHANGED["2.2"]}
    assert texts(done) == UNCHANGED | wanted


def test_a_pound_in_single_marks_is_a_figure_in_marks() -> None:
    base = AGREEMENT.replace("Meetings are weekly.", "A meeting is paid £29.00.")
    order = TERMS.format("Paragraph 2.1: for '£29.00' read '£31.00'.")
    done = markup(base.encode(), order.encode())
    assert statuses(done) == ["applied"]
    assert texts(done)["2.1"] == "A meeting is paid £31.00."
