"""A title that only names a group of employees, over an order that may be for all."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts, texts_changed

from clausetrack.amend.groups import groups
from clausetrack.ingest import read

AGREEMENT = """Kereru Hospital Collective Agreement 2023–2025

1. Pay

1.1 Staff are paid weekly by bank credit.

1.2 Cleaners are paid $1.50 extra.

1.3 Cooks and porters are paid $2.50 extra.

1.4 Overtime is paid at time and a half.

2. Porters

2.1 A trolley is supplied.
"""
TERMS = (
    "Terms of settlement\n\nKereru Hospital Collective Agreement 2025–2027\n\n"
    "The parties have agreed to the following changes.\n\n{}\n"
)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
WEEKLY = "In clause 1.1, replace “weekly” with “fortnightly”."
FORTNIGHTLY = {"1.1": "Staff are paid fortnightly by bank credit."}
FOR_SOME = "“{}” may say for whom, where or when alone the order holds: a person must decide"
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    ("said", "title"),
    [
        (f"1. Cleaners\n\n{WEEKLY}\n\n2. Ratification\n\nMembers will vote.", "Cleaners"),
        (f"1. Cleaners. {WEEKLY}\n\n2. Ratification\n\nMembers will vote.", "Cleaners."),
        (f"1. Changes\n\nKitchen staff\n\n{WEEKLY}\n\n2. Ratification\n\nMembers will vote.",
         "Kitchen staff"),
        (f"Theatre nurses\n\n1. {WEEKLY}\n\n2. Ratification\n\nMembers will vote.",
         "Theatre nurses"),
        ("1. Porters\n\nIn clause 1.2, replace “$1.50” with “$2.00”.", "Porters"),
        # not for them alone, or for more than one
        ("1. Cooks\n\nIn clause 1.3, replace “$2.50” with “$3.00”.", "Cooks"),
        ("1. Cleaners and porters\n\nIn clause 1.2, replace “$1.50” with “$2.00”.",
         "Cleaners and porters"),
        ("1. Cleaners\n\nAfter clause 1.4 insert:\n\n1.5 A broom is given.", "Cleaners"),
    ],
)  # fmt: skip
def test_an_order_on_a_clause_for_others_is_left_to_a_person(said: str, title: str) -> None:
    done = result(said)
    reasons = [(one.status, one.reason) for one in done.applied.outcomes]
    assert reasons == [("needs-decision", FOR_SOME.format(title))]
    assert texts_changed(done, UNCHANGED) == {}


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        # the clause, what stands over it, or the order is about them
        ("1. Cleaners\n\nIn clause 1.2, replace “$1.50” with “$2.00”.",
         {"1.2": "Cleaners are paid $2.00 extra."}),
        ("1. Cooks and porters\n\nIn clause 1.3, replace “$2.50” with “$3.00”.",
         {"1.3": "Cooks and porters are paid $3.00 extra."}),
        ("1. Porters\n\nIn clause 2.1, replace “trolley” with “cart”.",
         {"2.1": "A cart is supplied."}),
        ("1. Cleaners\n\nIn clause 1.4, insert “of cleaners” after “Overtime”.",
         {"1.4": "Overtime of cleaners is paid at time and a half."}),
        # what most titles are: subjects, or all
        (f"1. Pay\n\n{WEEKLY}", FORTNIGHTLY),
        (f"1. Sick leave\n\n{WEEKLY}", FORTNIGHTLY),
        (f"1. All staff\n\n{WEEKLY}", FORTNIGHTLY),
        (f"1. Union members\n\n{WEEKLY}", FORTNIGHTLY),
        (f"1. Part-time employees\n\n{WEEKLY}", FORTNIGHTLY),
        (f"1. Cleaning\n\n{WEEKLY}", FORTNIGHTLY),
        (f"1. Nurses’ lockers\n\n{WEEKLY}", FORTNIGHTLY),
        (f"1. Protecting nurses\n\n{WEEKLY}", FORTNIGHTLY),
    ],
)  # fmt: skip
def test_an_order_that_is_about_them_or_for_all_is_carried_out(
    said: str, wanted: dict[str, str]
) -> None:
    done = result(f"{said}\n\n2. Ratification\n\nMembers will vote.")
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], wanted)


def test_a_title_holds_for_the_orders_below_it_alone() -> None:
    done = result(f"1. Cleaners\n\n{WEEKLY}\n\n2. Overtime\n\n"
                  "In clause 1.4, replace “a half” with “two thirds”.")  # fmt: skip
    assert statuses(done) == ["needs-decision", "applied"]
    assert texts(done)["1.4"] == "Overtime is paid at time and two thirds."


def test_what_is_called_a_group_of_people() -> None:
    assert groups("Cleaners") == ("Cleaners",)
    assert groups("Senior cooks and kitchen hands:") == ("cooks", "kitchen")
    assert groups("Parks staff") == ("Parks",)
    assert groups("For nurses only") == ("nurses",)
    for title in ("Staff", "Our people", "All nurses", "New employees", "Leave of nurses", "Pay",
                  "Training", "Branch officers", "Employed cooks", "Lockers"):  # fmt: skip
        assert groups(title) == ()
