"""What takes back one entry of an item, or stands beside one; titles between items; by hand."""

from __future__ import annotations

import pytest
from factory import texts

from clausetrack.ingest import read
from clausetrack.markup import markup

AGREEMENT = """Osier Lane Basket Weavers Collective Agreement 2023–2025

1 Work

1.1 Rods are soaked at nine.

1.2 Bases are woven.

1.3 Rims are oak.
"""
HEAD = "Terms of settlement\n\nOsier Lane Basket Weavers Collective Agreement 2025–2027\n\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
TEN = "In clause 1.1 replace “nine” with “ten”."
ASH = "In clause 1.3 replace “oak” with “ash”."
SOAKED = {"1.1": "Rods are soaked at ten."}
RIMS = {"1.3": "Rims are ash."}


def result(terms: str) -> dict[str, str]:
    return texts(markup(AGREEMENT.encode(), (HEAD + terms + "\n").encode()))


@pytest.mark.parametrize(
    "terms",
    [
        f"1. Work\n\n(1) {TEN}\n\n(2) {ASH}\n\n(3) Paragraph (2) above is withdrawn.",
        f"1. Work\n\n(a) {TEN}\n\n(b) {ASH}\n\n2. Item 1(b) is withdrawn.",
        f"1. Work\n\n1.1 {TEN}\n\n1.2 {ASH}\n\n1.3 Point 1.2 is void if the board objects.",
        f"1. Work\n\n(a) {TEN}\n\n(b) {ASH} This is not agreed.",
        f"1. Work\n\n(a) {TEN}\n\n(b) {ASH} It applies to apprentices only.",
        f"1. Work\n\n- {TEN}\n- {ASH} This is not agreed.",
        f"1. Work\n\n1.1 {TEN}\n\n1.2 {ASH} The company has yet to agree.",
    ],
)
def test_one_entry_is_taken_back_and_the_other_stands(terms: str) -> None:
    assert result(terms) == UNCHANGED | SOAKED


def test_an_entry_that_limits_the_one_before_holds_it() -> None:
    terms = f"1. Work\n\n(a) {TEN}\n\n(b) {ASH}\n\n(c) The change in (b) is for apprentices only."
    assert result(terms)["1.3"] == UNCHANGED["1.3"]


def test_an_entry_that_is_not_found_holds_all_of_its_item() -> None:
    terms = f"1. Work\n\n(a) {TEN}\n\n(b) {ASH}\n\n2. Item 1(f) is withdrawn."
    assert result(terms) == UNCHANGED


def test_a_paragraph_of_the_agreement_is_no_entry_of_the_terms() -> None:
    terms = f"1. Work\n\n(a) {TEN}\n\n(b) {ASH}\n\n(c) Paragraph (b) of clause 1.2 is not affected."
    assert result(terms) == UNCHANGED | SOAKED | RIMS


@pytest.mark.parametrize(
    "behind",
    [
        "The company has yet to agree.",
        "The union disagrees.",
        "The company's agreement is awaited.",
        "Both parties to obtain a mandate for this.",
        "Status: open.",
        "[Check with payroll.]",
        "[Company to confirm the cost before signing.]",
        "(Union to check.)",
        "Wording to be confirmed by the lawyers.",
        "The final text is still to be agreed.",
    ],
)
@pytest.mark.parametrize("between", [" ", "\n\n"])
def test_an_order_that_waits_for_one_of_the_parties_is_a_persons(behind: str, between: str) -> None:
    assert result(f"1. {TEN}{between}{behind}\n\n2. {ASH}") == UNCHANGED | RIMS


@pytest.mark.parametrize(
    "behind",
    [
        "Status: agreed.",
        "Agreed 4 May.",
        "All other claims are still to be discussed.",
        "The union has yet to ratify this.",
        "(We know that this matters to you!)",
        "The company will confirm the roster in writing.",
    ],
)
def test_other_sentences_behind_an_order_do_not_hold_it(behind: str) -> None:
    assert result(f"1. {TEN}\n\n{behind}\n\n2. {ASH}") == UNCHANGED | SOAKED | RIMS


def test_a_party_that_reserves_its_position_has_not_agreed() -> None:
    terms = "1. Bases\n\nThe company reserves its position on clause 1.2. Delete clause 1.2."
    assert result(terms) == UNCHANGED


@pytest.mark.parametrize(
    "title",
    [
        "PART B – AGREED IN PRINCIPLE",
        "PART B – WITHDRAWN",
        "Section 2: Matters not forming part of the collective agreement",
        "Part II – Side letter",
        "Schedule 2 – Company position",
    ],
)
@pytest.mark.parametrize("before", [TEN, "Replace clause 1.1 with:\n\n1.1 Rods are soaked at ten."])
def test_a_title_between_items_goes_for_those_below(title: str, before: str) -> None:
    terms = f"PART A – AGREED\n\n1. {before}\n\n{title}\n\n2. {ASH}\n\n3. Delete clause 1.2."
    assert result(terms) == UNCHANGED | SOAKED


def test_the_next_title_begins_anew() -> None:
    terms = f"PART A – WITHDRAWN\n\n1. {TEN}\n\nPART B – AGREED\n\n2. {ASH}"
    assert result(terms) == UNCHANGED | RIMS


@pytest.mark.parametrize(
    "title",
    [
        "Accepted by the union only", "Rims – company position",
        "Agreed in principle", "Side letter", "Not part of the agreement", "Letter of intent",
        "Agreed subject to final wording", "Not for inclusion in the agreement", "Trial",
        "Package B (alternative to package A)", "Memorandum of understanding",
    ],
)  # fmt: skip
def test_the_title_of_an_item_says_that_it_is_not_agreed(title: str) -> None:
    assert result(f"1. Work\n\n{TEN}\n\n2. {title}\n\n{ASH}") == UNCHANGED | SOAKED


@pytest.mark.parametrize(
    "title",
    [
        "Accepted by both parties", "Company positions", "Agreed with the union", "Letters",
        "Trial periods", "Alternative holidays", "Agreed subject to ratification",
        "Without prejudice",  # as real terms of settlement are headed until they are ratified
    ],
)  # fmt: skip
def test_other_titles_hold_nothing(title: str) -> None:
    assert result(f"1. Work\n\n{TEN}\n\n2. {title}\n\n{ASH}") == UNCHANGED | SOAKED | RIMS


def test_a_title_goes_for_orders_in_terms_without_items() -> None:
    terms = (
        f"Section 1 – Changes to the collective agreement\n\n{TEN}\n\n"
        f"Section 2 – Matters not forming part of the collective agreement\n\n{ASH}"
    )
    assert result(terms) == UNCHANGED | SOAKED


@pytest.mark.parametrize(
    "aside", ["[Wording to be confirmed by the parties]", "[Company to check the cost.]"]
)
def test_wording_that_is_still_to_be_checked_does_not_come_in(aside: str) -> None:
    terms = "1. Work\n\nClause 1.3 shall read: “Rims are made of ash.” {}\n\n2. Delete clause 1.2."
    gone = {one: text for one, text in UNCHANGED.items() if one != "1.2"}
    assert result(terms.format(aside)) == gone
    printed = "1. Replace clause 1.3 with:\n\n1.3 Rims are ash.\n\n{}\n\n2. Delete clause 1.2."
    assert result(printed.format(aside)) == gone


@pytest.mark.parametrize(
    "said",
    [
        "This is a trial for one year.",
        "The change is temporary.",
        "Note: the change in clause 1.1 waits for the board.",
    ],
)
def test_a_trial_and_a_change_that_waits_are_a_persons(said: str) -> None:
    assert result(f"1. {TEN}\n\n{said}\n\n2. {ASH}") == UNCHANGED | RIMS


def test_a_settlement_may_be_a_memorandum_of_understanding() -> None:
    assert result(f"Memorandum of understanding\n\n1. {TEN}") == UNCHANGED | SOAKED


def test_a_section_behind_one_that_is_held_is_not() -> None:
    terms = (
        f"Section 1 – Not agreed\n\nClause 1.1\n\nReplace “nine” with “ten”.\n\n"
        f"Section 2 – Technical changes\n\n{ASH}"
    )
    assert result(terms) == UNCHANGED | RIMS
