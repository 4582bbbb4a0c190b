"""Where wording for the agreement ends, and what orders more than they seem to; worked by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts

from clausetrack.ingest import read

AGREEMENT = """Rata Valley Museums Collective Agreement 2023–2025

1 Leave

1.1 A guide has four weeks of leave.

1.2 Leave is taken by agreement.

1.3 Leave may be split.

2 Pay

2.1 A guide is paid $30.00 an hour and has ten days of rest.

Schedule B Boats

B.1.3 Each boat has four weeks of rest.
"""
TERMS = "Terms of settlement\nRata Valley Museums Collective Agreement 2025–2027\n\n{}\n"
BEFORE = {"1.2": "Leave is taken by agreement.", "1.3": "Leave may be split."}
result = on(AGREEMENT, TERMS)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}


@pytest.mark.parametrize(
    "behind",
    [
        "This mirrors the statute. It has no cost.",
        "Agreed on 4 April 2025, initialled by both.",
        "Noted: the fees stay as they are.",
        "All other parts of clause 1 stay as they are.",
    ],
)
@pytest.mark.parametrize("opened", ["1.2 Leave is by consent.", "Leave is by consent."])
def test_what_stands_behind_the_closing_mark_is_no_wording(behind: str, opened: str) -> None:
    done = result(f"1. Replace clause 1.2 with the following:\n\n“{opened}”\n\n{behind}")
    assert texts(done) == UNCHANGED | {"1.2": "Leave is by consent."}


def test_several_paragraphs_in_one_pair_of_marks_are_wording() -> None:
    done = result(
        "1. Replace clause 1.2 with the following:\n\n“1.2 Leave is by consent.\n\n"
        "(a) The curator consents.”\n\nThe parties thank the curator."
    )
    now = texts(done)
    assert now["1.2"] == "Leave is by consent."
    assert now["1.2(a)"] == "The curator consents."
    assert not any("thank" in text for text in now.values())


def test_wording_in_the_line_of_its_order_ends_at_its_mark() -> None:
    done = result("1. Amend clause 1.2 to read: “Leave is by consent.” Clause 1.3 is then deleted.")
    assert texts(done)["1.2"] == "Leave is by consent."
    assert texts(done)["1.3"] == BEFORE["1.3"]
    unread = [one for one in done.instructions.findings if one.code == "instruction-unread"]
    assert ["Clause 1.3" in one.quote for one in unread] == [True]


def test_a_defined_term_at_the_beginning_of_wording_is_part_of_it() -> None:
    done = result("1. Amend clause 1.2 to read: “Leave”, in this clause, means leave that is paid.")
    assert texts(done)["1.2"] == "“Leave”, in this clause, means leave that is paid."


@pytest.mark.parametrize(
    "tail",
    [
        "(pro rata for part-time guides)",
        "and sunny days with rainy days",
        "and strike out the rest of the sentence",
        ", capped at twenty days over two years",
        ", for permanent guides only",
    ],
)
def test_what_goes_on_behind_an_exchange_is_a_persons_to_carry_out(tail: str) -> None:
    done = result(f"1. Clause 2.1: replace “ten days” with “twelve days” {tail}.")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "order",
    [
        "1. Clause B.1.3: replace “four weeks” with “two weeks”.",
        "1. In clause B.1.3, replace “four weeks” with “two weeks”.",
        "1. Delete clause B.1.1.",
        "1. Replace clause B.1.2 with:\n\n“B.1.2 Each boat rests.”",
    ],
)
def test_a_schedules_own_number_is_not_that_of_a_clause(order: str) -> None:
    done = result(order)
    assert set(statuses(done)) == {"target-missing"}
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    ("order", "status", "changed"),
    [
        ("1. Clause 1.2, delete “by agreement”", "applied", "Leave is taken."),
        ("1. Clause 1.2 to read: Leave is by consent. (Agreed.)", "needs-decision", BEFORE["1.2"]),
    ],
)
def test_an_item_that_ends_without_a_stop_is_read_all_the_same(
    order: str, status: str, changed: str
) -> None:
    done = result(order)
    assert statuses(done) == [status]
    assert texts(done)["1.2"] == changed


def test_clauses_replaced_and_others_renumbered_are_a_persons_to_carry_out() -> None:
    done = result(
        "1. Clause 1.2 is deleted and replaced by the following clauses, the remaining clause "
        "being renumbered accordingly:\n\n“1.2 Leave is by consent.\n\n1.3 The curator consents.”"
    )
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


def test_items_may_be_numbered_with_a_zero() -> None:
    done = result(
        "1.0 TERM\n\nThe term is two years. Clause 2 is amended accordingly.\n\n"
        "2.0 LEAVE\n\nClause 1.2: replace “agreement” with “consent”.\n\n"
        "3.0 SPLITS\n\nDelete clause 1.3."
    )
    assert [one.amendment.item for one in done.applied.outcomes if one.status == "applied"] == [
        "2.0",
        "3.0",
    ]
    kept = {name: text for name, text in UNCHANGED.items() if name != "1.3"}
    assert texts(done) == kept | {"1.2": "Leave is taken by consent."}
