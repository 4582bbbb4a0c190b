"""All that the terms print under an order is put in or told, and nothing else: worked by hand."""

from __future__ import annotations

import pytest
from factory import statuses, texts

from clausetrack.ingest import read
from clausetrack.markup import Markup, markup

AGREEMENT = """Larch Ferries Collective Agreement 2023–2025

1. Parties

1.1 The parties are the Company and the Union.

2. Pay

2.1 Night work is paid at double time.

2.2 Boots: $4.00 a week.

3. Leave

3.1 Notice is four weeks.

3.2 Leave is taken in winter.

3.3 A deckhand may take:

(a) jury leave; and

(b) study leave.

4. Dress

4.1 Hats are worn.

Schedule A – Pay rates

1. Rates are weekly.
"""
TERMS = "Terms of settlement\nLarch Ferries Collective Agreement 2025–2027\n\n1. Changes\n\n{}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}


def result(order: str) -> Markup:
    """What an order does; "/" parts its paragraphs."""
    return markup(AGREEMENT.encode(), TERMS.format(order.replace(" / ", "\n\n")).encode())


def codes(done: Markup) -> set[str]:
    return {one.code for one in (*done.instructions.findings, *done.applied.findings)}


# ---------------------------------------------------------------------------- the safeguard


@pytest.mark.parametrize(
    ("order", "left"),
    [
        ("Insert a new clause 3.4: / 3.4 The loading is: / Eight by day / Ten by night",
         ["Eight by day", "Ten by night"]),
        ("Replace clause 3.1 with: / 3.1 Notice is: / Grade\tWeeks\nBosun\tfour / Cooks give less.",
         ["Cooks give less."]),
        ("Replace clause 3.1 with: / 3.1 Notice is six weeks. / Purser", ["Purser"]),
    ],
)  # fmt: skip
def test_text_behind_wording_that_is_used_nowhere_stops_the_order(
    order: str, left: list[str]
) -> None:
    done = result(order)
    assert statuses(done) == ["needs-decision"]
    assert f"“{left[0]}” stands by its wording" in done.applied.outcomes[0].reason
    assert texts(done) == UNCHANGED
    assert list(done.instructions.unused) == left
    assert "wording-unused" in codes(done)


def test_lines_that_begin_with_a_figure_go_in_as_the_paragraphs_that_they_are() -> None:
    done = result("Insert a new clause 3.4: / 3.4 The loading is: / 8% by day / 10% by night")
    assert statuses(done) == ["applied"]
    came = [text for one, text in texts(done).items() if UNCHANGED.get(one) != text]
    assert came == ["The loading is:", "8% by day", "10% by night"]
    assert done.instructions.unused == ()


@pytest.mark.parametrize(
    "behind",
    [
        "Leave / 2. Delete clause 3.2.",  # the title over the next item
        "Part B / Leave / 2. Delete clause 3.2.",
        "The parties note that posters are printed. / 2. Delete clause 3.2.",
        "This change has no cost. / 2. Delete clause 3.2.",
        "2. Delete clause 3.2.",
    ],
)
def test_titles_and_remarks_behind_wording_stop_nothing(behind: str) -> None:
    done = result(f"Replace clause 3.1 with: / 3.1 Notice is six weeks. / {behind}")
    gone = {name: text for name, text in UNCHANGED.items() if name != "3.2"}
    assert texts(done) == gone | {"3.1": "Notice is six weeks."}
    assert set(statuses(done)) == {"applied"}
    assert done.instructions.unused == ()


# ------------------------------------------------------------------- what belongs to the terms


def test_the_items_own_number_is_none_of_the_wording() -> None:
    done = result(
        "Insert after clause 2.2: / 2.3 Coats are kept dry. / "
        "1.1 The parties also agree to look at leave."
    )
    assert texts(done) == UNCHANGED | {"2.3": "Coats are kept dry."}
    assert [one.text for one in done.instructions.terms_only] == [
        "The parties also agree to look at leave."
    ]


def test_a_clause_that_nobody_orders_makes_no_room_for_itself() -> None:
    done = result("Insert a new clause 3.4: / 3.4 Leave is paid. / 4.1 The Union meets monthly.")
    assert statuses(done) == ["needs-decision"]
    assert "the terms print 4.1 too" in done.applied.outcomes[0].reason
    assert texts(done) == UNCHANGED


def test_what_counts_on_from_the_clause_that_is_ordered_comes_in() -> None:
    done = result("Insert a new clause 3.4: / 3.4 Leave is paid. / 3.5 Leave is booked.")
    assert texts(done) == UNCHANGED | {"3.4": "Leave is paid.", "3.5": "Leave is booked."}


@pytest.mark.parametrize(
    "order",
    [
        "Insert a new clause 1.2: / 1.2 Hats are shared. / 1.3 Both parties agree to review hats.",
        "Insert a new Schedule B: / Schedule B – Hats / 1. Hats are shared. / "
        "1.1 The parties also agree to review leave.",
    ],
)
def test_a_number_that_may_be_the_items_or_the_clauses_is_a_persons_to_settle(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


def test_what_the_parties_say_of_clauses_is_none_of_the_wording() -> None:
    for said in ("Both parties agree that clause 3.2 stays as it is.",
                 "This new clause replaces the policy of 2019."):  # fmt: skip
        done = result(f"Insert a new clause 3.4: / 3.4 Leave is paid. / {said}")
        assert texts(done) == UNCHANGED | {"3.4": "Leave is paid."}


def test_letters_at_the_end_of_a_clause_are_wording_and_what_follows_is_the_items() -> None:
    done = result(
        "Insert at the end of clause 3.3: / (c) rest leave. / "
        "1.1 The parties also agree to review clause 3."
    )
    assert texts(done) == UNCHANGED | {"3.3(c)": "rest leave."}
    assert statuses(done) == ["applied"]


# ------------------------------------------------------------------- what belongs to the wording


def test_a_table_in_a_clause_does_not_end_the_wording() -> None:
    done = result(
        "Insert a new clause 5: / 5. Uniforms / 5.1 Sizes: / Size\tChest\nS\t90 / "
        "5.2 Uniforms are returned. / 2. Delete clause 2.2."
    )
    kept = {name: text for name, text in UNCHANGED.items() if name != "2.2"}
    assert texts(done) == kept | {
        "5": "", "5.1": "", "5.1 table 1": "", "5.2": "Uniforms are returned.",
    }  # fmt: skip
    assert done.applied.document.body["5.1"].heading_text == "Sizes:"


def test_two_whole_clauses_come_in_for_one() -> None:
    order = "Replace clause 4 with new clauses 4 and 5: / 4. Hats / 4.1 Hats are shared."
    done = result(f"{order} / 5. Coats / 5.1 Coats are shared.")
    assert texts(done) == UNCHANGED | {
        "4.1": "Hats are shared.", "5": "", "5.1": "Coats are shared.",
    }  # fmt: skip
    assert done.applied.document.body["4"].heading_text == "Hats"


@pytest.mark.parametrize(
    "order",
    ["Replace clause 4 by this text:", "Delete clause 4 and insert clauses 4 and 5:"],
)
def test_a_heading_between_an_order_and_its_wording_is_not_passed_over(order: str) -> None:
    wording = "4. Hats / 4.1 Hats are shared. / 5. Coats / 5.1 Coats are shared."
    done = result(f"{order} / {wording}")
    assert set(statuses(done)) == {"needs-decision"}
    assert "“4. Hats” stands by its wording" in done.applied.outcomes[0].reason
    assert texts(done) == UNCHANGED


def test_a_claim_in_brackets_behind_wording_stays_in_the_terms() -> None:
    done = result("Replace clause 3.1 with: / 3.1 Notice is six weeks. / (Union claim 14.)")
    assert texts(done) == UNCHANGED | {"3.1": "Notice is six weeks."}
    assert [one.text for one in done.instructions.terms_only] == ["(Union claim 14.)"]


def test_a_clause_with_a_letter_behind_its_number_comes_in_beside_it() -> None:
    done = result(
        "Replace clause 3.1 with 3.1 and 3.1A: / 3.1 Notice is six weeks. / 3.1A It is in writing."
    )
    assert texts(done) == UNCHANGED | {"3.1": "Notice is six weeks.", "3.1A": "It is in writing."}


@pytest.mark.parametrize("mark", [" – ", ": ", " "])
def test_a_line_that_names_the_clause_is_its_heading(mark: str) -> None:
    done = result(f"Replace clause 3 with: / Clause 3{mark}Redundancy / 3.1 Notice is six weeks.")
    assert done.applied.document.body["3"].printed == "3. Redundancy"
    kept = {name: text for name, text in UNCHANGED.items() if not name.startswith("3.")}
    assert texts(done) == kept | {"3.1": "Notice is six weeks."}
    assert "child-repealed" in codes(done)  # 3.2 and 3.3 are told


def test_a_new_clause_that_is_named_so_takes_its_number_where_the_rest_is_renumbered() -> None:
    done = result("Insert a new clause 4 and renumber: / Clause 4 - Coats / 4.1 Coats are worn.")
    printed = {name: one.printed for name, one in done.applied.document.body.items()}
    assert [printed[name] for name in ("4", "4.1", "5", "5.1")] == [
        "4. Coats", "4.1 Coats are worn.", "5. Dress", "5.1 Hats are worn.",
    ]  # fmt: skip


def test_wording_may_begin_behind_the_colon_of_a_new_clause() -> None:
    done = result("Insert a new clause 2.3: A dispute that is not settled goes to mediation.")
    assert texts(done) == UNCHANGED | {"2.3": "A dispute that is not settled goes to mediation."}
    titled = result("Insert a new clause 2.3: Disputes between the parties")
    assert statuses(titled) == ["needs-decision"]


def test_what_takes_the_place_of_a_clause_is_one_order_with_what_takes_it_out() -> None:
    done = result("Delete clause 3.2. Insert in its place: / 3.2 Leave is taken in spring.")
    assert statuses(done) == ["applied"]
    assert texts(done) == UNCHANGED | {"3.2": "Leave is taken in spring."}
    alone = result("Delete clause 3.2. Insert in its place: / 2. Delete clause 2.2.")
    assert statuses(alone) == ["needs-decision", "applied"]  # the new 3.2 is not printed
    assert "3.2" in texts(alone)


# ------------------------------------------------------------------------------ what is named


@pytest.mark.parametrize("named", ["2 to 4", "2 - 4", "2–4", "2, 3 and 4", "2 to 4 inclusive"])
def test_whole_numbers_in_a_list_are_clauses_too(named: str) -> None:
    done = result(f"Delete clauses {named}.")
    assert list(texts(done)) == ["Larch Ferries Collective Agreement 2023–2025", "1", "1.1",
                                 "Schedule A", "Schedule A 1"]  # fmt: skip


def test_a_figure_behind_numbers_of_clauses_is_none() -> None:
    done = result("In clauses 2.1 and 3.1, replace “paid” with “met” within 4 weeks.")
    assert {one.amendment.target for one in done.applied.outcomes} <= {"2.1", "3.1"}


@pytest.mark.parametrize("place", ["before clause 4", "before clause 2.1"])
def test_a_number_that_does_not_fit_its_place_is_a_persons_to_settle(place: str) -> None:
    done = result(f"Insert a new clause 5 {place}: / 5. Coats / 5.1 Coats are worn.")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize("place", ["before clause 4", "after clause 3", "after clause 3.3"])
def test_a_number_that_fits_its_place_comes_in(place: str) -> None:
    done = result(f"Insert a new clause 3A {place}: / 3A. Coats / 3A.1 Coats are worn.")
    names = list(texts(done))
    assert names[names.index("3A") - 1 :][:4] == ["3.3(b)", "3A", "3A.1", "4"]


def test_a_heading_that_is_another_name_is_no_heading() -> None:
    for name in ("Schedule 1", "Schedule B – Pay rates", "Schedule A"):
        done = result(f"Rename Schedule A as “{name}”.")
        assert statuses(done) == ["needs-decision"], name
    done = result("Rename Schedule A as “Schedule A – Wages”.")
    assert done.applied.document.body["Schedule A"].heading_text == "Wages"
    done = result("Rename clause 3 as “Part time work”.")
    assert done.applied.document.body["3"].heading_text == "Part time work"
