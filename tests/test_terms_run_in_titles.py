"""Titles that run into the order: "Sick leave. Clause 4.2 to read: …", and what only looks so."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.ingest import read

AGREEMENT = """Ohau Printers Collective Agreement 2023–2025

1. Leave

1.1 Leave is four weeks. It is taken by agreement.

1.2 Sick leave is ten days a year.

1.3 Mourning leave is three days.
"""
TERMS = (
    "Terms of settlement\n\nOhau Printers Collective Agreement 2025–2027\n\n"
    "The parties have agreed to the following changes.\n\n1. {}\n\n"
    "2. Ratification\n\nMembers will vote.\n"
)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
TWELVE = {"1.2": "Sick leave is twelve days a year."}
READS = "Clause 1.2 to read: “Sick leave is twelve days a year.”"
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    "order",
    [
        f"Sick leave. {READS}",
        f"Sick leave: {READS}",
        f"Sick leave – {READS}",
        "Sick leave. Clause 1.2 to read:\n\n1.2 Sick leave is twelve days a year.",
        "Sick leave. Clause 1.2 is to read: “Sick leave is twelve days a year.”",
        "Sick leave. Amend clause 1.2 to read: “Sick leave is twelve days a year.”",
        "Sick leave. For clause 1.2 substitute: “Sick leave is twelve days a year.”",
    ],
)
def test_what_the_order_is_about_may_stand_before_it(order: str) -> None:
    done = result(order)
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], TWELVE)


@pytest.mark.parametrize("order", [READS, "Delete clause 1.2.",
                                   "In clause 1.2, replace “ten” with “twelve”."])  # fmt: skip
@pytest.mark.parametrize(
    "before",
    ["Withdrawn.", "Union claim.", "Proposal.", "The union asked.", "Deferred.", "Next round.",
     "Not agreed.", "Side letter.", "For dyers only.", "If funded.", "Sick leave (not agreed)."],
)  # fmt: skip
def test_a_sentence_that_takes_the_order_back_is_no_title(before: str, order: str) -> None:
    done = result(f"{before} {order}")
    assert not any(one.done for one in done.applied.outcomes)
    assert texts_changed(done, UNCHANGED) == {}


@pytest.mark.parametrize(
    "order",
    [
        "Sick leave. The union wanted clause 1.2 to read: “Sick leave is twelve days a year.”",
        "Sick leave. Clause 1.2 not to read: “Sick leave is twelve days a year.”",
        "Sick leave. Clause 1.2 or clause 1.3 to read: “Sick leave is twelve days a year.”",
        "Sick leave. Clauses 1.2 and 1.3 to read: “Leave is twelve days a year.”",
        f"Sick leave. {READS} This claim is withdrawn.",
        # of a part of the clause, or of what is there now
        "Second sentence. Clause 1.1 to read: “It is taken by consent.”",
        "Second sentence: Clause 1.1 to read: “It is taken by consent.”",
        "Definition. Clause 1.1 to read: “Leave is rest.”",
        "Existing wording. Clause 1.2 to read: “Sick leave is twelve days a year.”",
    ],
)
def test_what_is_in_doubt_is_left_to_a_person(order: str) -> None:
    done = result(order)
    assert not any(one.done for one in done.applied.outcomes)
    assert texts_changed(done, UNCHANGED) == {}


@pytest.mark.parametrize("before", ["The parties discussed leave.", "Pay when sick.", "Claim 12."])
def test_a_short_sentence_that_takes_nothing_back_holds_nothing(before: str) -> None:
    done = result(f"{before} In clause 1.2, replace “ten” with “twelve”.")
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], TWELVE)


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("New clause 1.4: “Study leave is two days.”", {"1.4": "Study leave is two days."}),
        ("Replace clause 1.2: “Sick leave is twelve days a year.”", TWELVE),
    ],
)
def test_a_line_that_names_a_clause_may_end_in_its_wording(
    order: str, wanted: dict[str, str]
) -> None:
    done = result(order)
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], wanted)


@pytest.mark.parametrize(
    "order",
    [
        "New clause 1.2: “Sick leave is twelve days a year.”",  # there is one
        "New clause 1.4: “study”",
        "The union claimed: New clause 1.4: “Study leave is two days.”",
    ],
)
def test_a_new_clause_in_doubt_is_left_to_a_person(order: str) -> None:
    done = result(order)
    assert not any(one.done for one in done.applied.outcomes)
