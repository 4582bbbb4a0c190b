"""Orders behind the number of their clause ("5.1: delete …"), and lines like them; by hand."""

from __future__ import annotations

import pytest
from factory import statuses, texts_changed

from clausetrack.amend import instructions
from clausetrack.ingest import read
from clausetrack.markup import Markup, markup

AGREEMENT = """Tollgate Road Bus Drivers Collective Agreement 2023–2025

4 Buses

4.1 Buses are swept at six. Seats are wiped.

4.2 Parking is free.

5 Money

5.1 Meal money: $9.00 a shift.

5.2 Boot money: $4.00 a week.

5.3 Drivers must:

(a) wear a cap;

(b) carry a map;

(c) lock the doors.
"""
HEAD = "Terms of settlement\n\nTollgate Road Bus Drivers Collective Agreement 2025–2027\n\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
SWEPT = {"4.1": "Buses are swept at five. Seats are wiped."}


def result(terms: str) -> Markup:
    return markup(AGREEMENT.encode(), (HEAD + terms + "\n").encode())


def changed(terms: str) -> dict[str, str | None]:
    return texts_changed(result(terms), UNCHANGED)


@pytest.mark.parametrize("mark", [":", " –"])
def test_the_number_before_an_order_is_its_clause(mark: str) -> None:
    terms = (
        f"Item 1: Sweeping\n4.1{mark} replace “six” with “five”.\n\n"
        f"Item 2: Parking\n4.2{mark} delete."
    )
    assert changed(terms) == SWEPT | {"4.2": None}


def test_it_is_so_under_the_name_of_the_clause_above() -> None:
    terms = (
        "Clause 4 Buses\n\n4.1: replace “six” with “five”.\n\n4.2: delete.\n\n"
        "Clause 5.2 Boot money\n\nReplace “week” with “month”."
    )
    assert changed(terms) == SWEPT | {"4.2": None, "5.2": "Boot money: $4.00 a month."}


def test_an_order_with_another_number_is_not_on_the_clause_of_the_line_above() -> None:
    terms = (
        "Item 1: Buses\n4.2 – replace with:\nParking costs a dollar.\n"
        "4.1 – delete the second sentence."
    )
    done = result(terms)
    assert texts_changed(done, UNCHANGED) == {
        "4.1": "Buses are swept at six.",
        "4.2": "Parking costs a dollar.",
    }
    assert statuses(done) == ["applied", "applied"]


def test_figures_behind_a_number_are_told_as_an_order() -> None:
    terms = (
        "Clause 4.1 Buses\n\nReplace “six” with “five”.\n\n"
        "Clause 5 Money\n\n- 5.1: $9.00 to $9.50.\n- 5.2: replace “$4.00” with “$5.00”."
    )
    done = result(terms)
    assert {one.amendment.target for one in done.applied.outcomes} == {"4.1", "5.1", "5.2"}
    assert texts_changed(done, UNCHANGED) == SWEPT | {"5.2": "Boot money: $5.00 a week."}


@pytest.mark.parametrize(
    "line", ["Clause 5.2 – $6.00 in place of $4.00", "Clause 5.2: $4.00 becomes $6.00"]
)
@pytest.mark.parametrize(
    "item", ["1. Money\n\n{}\n\n2. {}", "Item 1 – Money\n\n{}\n\nItem 2\n\n{}"]
)
def test_figures_in_a_line_like_a_title_are_not_lost(line: str, item: str) -> None:
    terms = item.format(f"Clause 5.1 – $9.50 in place of $9.00.\n\n{line}", "Delete clause 4.2.")
    assert "5.2" in {one.amendment.target for one in result(terms).applied.outcomes}


def test_a_name_with_a_number_is_a_title() -> None:
    done = result("1. Money\n\nClause 5.2 – Boot money\n\nReplace “week” with “month”.")
    assert texts_changed(done, UNCHANGED) == {"5.2": "Boot money: $4.00 a month."}
    assert statuses(done) == ["applied"]


@pytest.mark.parametrize(
    "behind", ["Paragraph (c) becomes paragraph (b).", "Paragraphs (c) and (d) become (b) and (c)."]
)
def test_another_label_for_a_paragraph_is_told_as_an_order(behind: str) -> None:
    terms = read((HEAD + f"1. Clause 5.3(b) is repealed. {behind}\n").encode(), "terms.txt")
    found = instructions.find(terms)
    assert [one.instruction for one in found.amendments] == ["Clause 5.3(b) is repealed.", behind]
    assert not found.terms_only


@pytest.mark.parametrize(
    "remark",
    ["Company’s comment: the cost is met.", "Drafting note: check the number.",
     "Remarks – the depot is told.", "Union position: this is fair.",
     "This clause was agreed without prejudice.", "The wording has been proposed by the union."],
)  # fmt: skip
def test_a_comment_in_the_line_of_unmarked_wording_does_not_come_in(remark: str) -> None:
    assert changed(f"1. Replace clause 4.2 with:\n\n4.2 Parking costs a dollar. {remark}") == {}


@pytest.mark.parametrize("item", ["1. Clause 4.1 Buses", "Clause 4.1 Buses"])
@pytest.mark.parametrize("between", ["", "The depot was asked.\n\n"])
@pytest.mark.parametrize("title", ["Clause 4.2 Parking", "Clause 4.2 – Parking"])
def test_a_title_inside_an_item_names_the_clause_of_the_orders_below(
    item: str, between: str, title: str
) -> None:
    terms = f"{item}\n\nReplace “six” with “five”.\n\n{title}\n\n{between}Replace “is” with “was”."
    assert changed(terms) == SWEPT | {"4.2": "Parking was free."}


@pytest.mark.parametrize("mark", [":", " –"])
def test_every_line_with_a_number_is_an_instruction_of_its_own(mark: str) -> None:
    terms = (
        f"1. Changes\n\n4.1{mark} “six” becomes “five”.\n\n5.1{mark} deleted.\n\n"
        f"5.2{mark} now $5.00.\n\n4.2{mark} withdrawn."
    )
    done = result(terms)
    assert texts_changed(done, UNCHANGED) == SWEPT | {"5.1": None}
    held = {one.amendment.target for one in done.applied.outcomes if one.status != "applied"}
    assert held == {"5.2", "4.2"}


def test_a_number_of_the_item_itself_is_no_clause() -> None:
    terms = "4. Changes\n\n4.2: The parties agree to delete clause 5.1."
    assert changed(f"1. Buses\n\nThe depot is asked.\n\n2. Caps\n\n3. Maps\n\n{terms}") == {
        "5.1": None
    }


def test_unnumbered_wording_below_goes_to_the_clause_of_the_nearest_title_or_number() -> None:
    terms = (
        "1. Clause 4.1 Buses\n\nReplace “six” with “five”.\n\nClause 4.2 Parking\n\n"
        "The depot was asked.\n\nReplace with:\n\nParking costs a dollar.\n\n"
        "2. Money\n\n5.2 – replace with:\n\nBoot money: $5.00 a week."
    )
    assert changed(terms) == SWEPT | {
        "4.2": "Parking costs a dollar.", "5.2": "Boot money: $5.00 a week.",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("Clause 5.3 – in paragraph (b) delete “a map” and insert “two maps”.",
         {"5.3(b)": "carry two maps;"}),
        ("Clause 5.2 is revoked.", {"5.2": None}),
        ("Clause 5.2 is hereby rescinded.", {"5.2": None}),
    ],
)  # fmt: skip
def test_plain_orders_in_other_forms_are_carried_out(
    order: str, expected: dict[str, str | None]
) -> None:
    assert changed(f"1. {order}") == expected


def test_what_is_inserted_behind_a_clause_may_have_the_number_of_the_item() -> None:
    terms = (
        "1. Parking\n\nDelete clause 4.2.\n\n2. Caps\n\n3. Maps\n\n4. Doors\n\n5. Shoes\n\n"
        "After clause 5.3 insert:\n\n5.4 Shoes are black."
    )
    assert changed(terms) == {"4.2": None, "5.4": "Shoes are black."}
