"""Orders on what only goes with a clause: a footnote to it, a paper attached to it, a Schedule."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts, texts_changed

from clausetrack.ingest import read

AGREEMENT = """Pier Street Collective Agreement 2023–2025

1 Meals

1.1 A cook has one meal a day.

1.2 A meal break lasts ten minutes.

2 Travel

2.1 Mileage is paid at $0.45 a mile.

2.2 Fares are paid in:

(a) a bus;

(b) a tram; and

(c) a ferry.

2.3 A cap of $20.00 a day and $90.00 a week applies.
"""
TERMS = "Terms of settlement\nPier Street Collective Agreement 2025–2027\n\n1. {}\n"
result = on(AGREEMENT, TERMS)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}


@pytest.mark.parametrize(
    "order",
    [
        "Footnote 1 to clause 2.1 is deleted.",
        "Amend the footnote to clause 2.1 to read “Mileage is not taxed.”",
        "Amend endnote 2 in clause 2.1 to read “Mileage is not taxed.”",
        "Footnote 1 to clause 2.1 is amended by replacing “Mileage” with “Distance”.",
    ],
)
def test_a_note_at_the_foot_is_not_its_clause(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize("note", ["footnote", "endnote"])
def test_the_reason_is_that_orders_change_no_such_notes(note: str) -> None:
    done = result(f"Amend the {note} to clause 2.1 to read “Mileage is not taxed.”")
    assert "orders change no such notes" in done.applied.outcomes[0].reason


@pytest.mark.parametrize(
    "order",
    [
        "Schedule A to clause 2.1 is deleted.",
        "Delete Appendix 2 to clause 2.1.",
        "Memo 1 to clause 2.1 is deleted.",
        "Item 1 to clause 2.1 is deleted.",
        "The memorandum attached to clause 2.1 is replaced with “Mileage is paid.”",
        "The memorandum attached to clause 2.1 is replaced with:\n\n2.1 Mileage is paid.",
        "The side letter to clause 2.1 is amended to read “Mileage is paid.”",
        "Amend the owner’s advice on clause 2.1 to read “Mileage is paid.”",
        "Amend the advice on clause 2.1 by replacing “Mileage” with “Distance”.",
        "Amend the legend of clause 2.1 to read “Mileage is paid.”",
        "Amend the form in clause 2.1 to read “I drove.”",
        "The owner’s handbook, which repeats clause 2.1, is amended to read “Mileage is paid.”",
        "In clause 2.1, amend the side letter by replacing “Mileage” with “Distance”.",
        "Amend the clause 2.1 advice to read “Mileage is paid.”",
        "Clause 2.1’s side letter is amended to read “Mileage is paid.”",
        "Clause 2.1\n\nThe side letter is amended to read “Mileage is paid.”",
    ],
)
def test_what_goes_with_a_clause_is_not_the_clause(order: str) -> None:
    done = result(order)
    assert "applied" not in statuses(done)
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("Amend the mileage provision in clause 2.1 to read “Mileage is paid.”",
         {"2.1": "Mileage is paid."}),
        ("The mileage rate in clause 2.1 is increased from $0.45 to $0.50.",
         {"2.1": "Mileage is paid at $0.50 a mile."}),
        ("In light of the review clause 1.1 is replaced with “A cook has two meals a day.”",
         {"1.1": "A cook has two meals a day."}),
        ("Increase the length of a meal break in clause 1.2 from ten minutes to twelve minutes.",
         {"1.2": "A meal break lasts twelve minutes."}),
    ],
)  # fmt: skip
def test_the_clause_by_its_own_words_is_changed(order: str, wanted: dict[str, str]) -> None:
    done = result(order)
    assert statuses(done) == ["applied"]
    assert texts_changed(done, UNCHANGED) == wanted


# --------------------------------------------------------------- letters of a list of orders


def test_what_goes_behind_a_letter_is_the_paragraph_of_that_letter() -> None:
    done = result("Clause 2.2\n(a) replace “bus” with “coach”\n(b) replace “tram” with “train”\n"
                  "(c) delete")  # fmt: skip
    assert statuses(done) == ["applied"] * 3
    assert texts_changed(done, UNCHANGED) == {"2.2(a)": "a coach;", "2.2(b)": "a train; and",
                                              "2.2(c)": None}  # fmt: skip


@pytest.mark.parametrize(
    ("order", "gone"),
    [
        ("Clause 2.2\n(a) delete", {"2.2(a)"}),
        ("Clause 2.2\n(a) no change\n(b) delete", {"2.2(b)"}),
        ("Clause 2.2\n(a) is deleted.\n(b) is deleted.", {"2.2(a)", "2.2(b)"}),
        ("Clause 2.2\n(e) delete", set()),
        ("Clauses 2.2 and 2.3\n(a) delete", set()),
    ],
)
def test_the_clause_over_the_letters_stays(order: str, gone: set[str]) -> None:
    assert set(UNCHANGED) - set(texts(result(order))) == gone


# ----------------------------------------------------------------------------- several figures


def test_several_figures_are_exchanged_at_once() -> None:
    done = result("In clause 2.3 replace $20.00 with $22.00 and $90.00 with $95.00.")
    assert statuses(done) == ["applied"]
    assert texts(done)["2.3"] == "A cap of $22.00 a day and $95.00 a week applies."


@pytest.mark.parametrize(
    "order",
    [
        "In clause 2.3 replace $20.00 with $90.00 and $90.00 with $95.00.",  # steps of one?
        "In clause 2.3 replace $20.00 with $22.00 and $80.00 with $95.00.",  # it has no $80.00
        "In clause 2.3 replace $20.00 with 22% and $90.00 with $95.00.",
        "In clause 2.3 replace $20.00 with $22.00 and $90.00 with $95.00 for cooks.",
    ],
)
def test_several_figures_in_doubt_stay(order: str) -> None:
    done = result(order)
    assert "applied" not in statuses(done)
    assert texts(done) == UNCHANGED


def test_an_amount_ends_before_the_comma_of_its_list() -> None:
    base = AGREEMENT.replace("1.2 A meal break lasts ten minutes.", "1.2 A hat costs $6.")
    base = base.replace("2.3 A cap of $20.00 a day and $90.00 a week applies.", "2.3 A cap is $9.")
    done = on(base, TERMS)(
        "The amounts in clauses 1.2, 2.1 and 2.3 are increased to $400, $5.00 and $1,300 "
        "respectively."
    )
    assert statuses(done) == ["applied"] * 3
    assert [texts(done)[one] for one in ("1.2", "2.1", "2.3")] == [
        "A hat costs $400.", "Mileage is paid at $5.00 a mile.", "A cap is $1,300.",
    ]  # fmt: skip


def test_words_that_are_printed_are_not_said_to_be_missing() -> None:
    done = result("Replace the figure in clause 1.2 with “50”.")
    assert statuses(done) == ["needs-decision"]
    assert "“50”" in done.applied.outcomes[0].reason


@pytest.mark.parametrize(
    ("order", "clause", "text"),
    [
        ("Amend the break entitlement in clause 1.2 from “ten” to “twelve”.",
         "1.2", "A meal break lasts twelve minutes."),
        ("The quantum of the reimbursement in clause 2.1 is increased from $0.45 to $0.50.",
         "2.1", "Mileage is paid at $0.50 a mile."),
        ("From 1 July 2026 the interval in clause 1.2 is amended by replacing “ten” with “six”.",
         "1.2", "A meal break lasts six minutes."),
        ("Amend the eligibility criteria in clause 1.1 by replacing “cook” with “waiter”.",
         "1.1", "A waiter has one meal a day."),
        ("The entitlement to food under clause 1.1 is amended by replacing “one” with “two”.",
         "1.1", "A cook has two meal a day."),
    ],
)  # fmt: skip
def test_what_is_in_the_clause_may_be_called_what_its_words_are_not(
    order: str, clause: str, text: str
) -> None:
    done = result(order)
    assert statuses(done) == ["applied"]
    assert texts_changed(done, UNCHANGED) == {clause: text}
