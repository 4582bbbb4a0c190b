"""Lines that name a clause and what it is about, over an order or as one: worked by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.ingest import read

AGREEMENT = """Orari Dairy Collective Agreement 2023–2025

1. Coverage

1.1 This agreement covers milkers.

5. Leave

5.1 Leave is four weeks.

5.2 Leave not taken is carried over for a year.

6. Ending

6.1 The period of notice is two weeks.

6.2 Pay is made up on the last day. Keys are handed in.

6.3 A reference is given.

7. Gear

7.1 The Company supplies:

(a) boots; and

(b) aprons.

8. Tea

Tea is free.
"""
TERMS = (
    "Terms of settlement\n\nOrari Dairy Collective Agreement 2025–2027\n\n"
    "The parties have agreed to the following changes.\n\n{}\n"
)
NUMBERED = "1. {}\n\n2. Ratification\n\nMembers will vote."
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
NOTICE = {"6.1": "The period of notice is four weeks."}
LONGER = {"5.2": "Leave not taken is carried over for two years."}
NO_KEYS = {"6.2": "Pay is made up on the last day."}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        # without a verb
        ("Clause 6.1 / Notice period to read:\n\nThe period of notice is four weeks.", NOTICE),
        ("Clause 6.1 – Notice period to read:\n\n“The period of notice is four weeks.”", NOTICE),
        ("Clause 6.1 (notice) to read:\n\n6.1 The period of notice is four weeks.", NOTICE),
        ("Clause 6.1 Notice period to read as follows:\n\nThe period of notice is four weeks.",
         NOTICE),
        ("Clause 5.2 to read “Leave not taken is carried over for two years.”", LONGER),
        ("Clause 5.2 to read: Leave not taken is carried over for two years.", LONGER),
        ("Clause 7.1(b) to read “aprons and hats.”", {"7.1(b)": "aprons and hats."}),
        ("Clause 8 (Tea) now reads:\n\nTea and milk are free.", {"8": "Tea and milk are free."}),
        # with one, and what the clause is about behind its number
        ("Amend clause 5.2 (carry over) to read:\n\nLeave not taken is carried over for two years.",
         LONGER),
        ("Amend clause 5.2 – carry over – to read:\n\n"
         "Leave not taken is carried over for two years.", LONGER),
        # under a title
        ("Claim 17 - Notice period (clause 6.1)\n\nReplace “two weeks” with “four weeks”.", NOTICE),
        ("Claim 3: Clause 6.1 – Notice\n\nDelete “two weeks” and insert “four weeks”.", NOTICE),
    ],
)  # fmt: skip
def test_a_clause_is_named_with_what_it_is_about(order: str, wanted: dict[str, str]) -> None:
    done = result(NUMBERED.format(order))
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], wanted)


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (
            "Claim 17 - Notice period (clause 6.1)\n\nReplace “two weeks” with “four weeks”.\n\n"
            "Claim 20 - Keys (clause 6.2)\n\nDelete the second sentence.",
            NOTICE | NO_KEYS,
        ),
        (
            "Notice period (clause 6.1)\n\nAmend to read:\n\n"
            "The period of notice is four weeks.\n\n"
            "Keys (clause 6.2)\n\nAgreed: delete the second sentence.",
            NOTICE | NO_KEYS,
        ),
        (
            "Clause 6.1 / Notice period to read:\n\nThe period of notice is four weeks.\n\n"
            "Clause 5.2 / Carry over to read:\n\nLeave not taken is carried over for two years.",
            NOTICE | LONGER,
        ),
    ],
)
def test_such_lines_begin_the_items_of_terms_without_numbers(
    said: str, wanted: dict[str, str]
) -> None:
    done = result(said)
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"] * 2, wanted)


@pytest.mark.parametrize(
    "order",
    [
        # what is named is a part of the clause, or may be
        "Clause 6.2 / Second sentence to read:\n\nKeys are posted.",
        "Clause 6.2 – Keys sentence to read:\n\nKeys are posted.",
        "Clause 6.2 / keys to read:\n\nKeys are posted.",
        "Clause 6.2: Keys to read:\n\nKeys are handed in.",
        "Amend clause 6.2 (second sentence) to read:\n\nKeys are posted.",
        "Amend clause 6.2 (Second sentence) to read:\n\nKeys are posted.",
        "Amend clause 6.2 – second sentence – to read:\n\nKeys are posted.",
        "The first line of clause 6.1 to read “The period of notice is four weeks.”",
        # somebody
        "Clause 5.2 – Casual milkers to read:\n\nLeave is paid out.",
        "Clause 5.2 / Casuals to read “Leave is paid out.”",
        "Clause 5.2 (casuals) to read:\n\nLeave is paid out.",
        "Clause 5.2 Casuals to now read:\n\nLeave is paid out.",
        "Amend clause 5.2 (casuals only) to read:\n\nLeave is paid out.",
        # no wording yet, or no order
        "Clause 6.1 / Notice period to read:\n\nTo be drafted by the parties.",
        "Clause 5.2 to read: TBC",
        "Clause 5.2 to read “as before”.",
        "Clause 5.2 to read to new milkers on their first day.",
        "Clause 5.2 was to read “Leave is paid out.” but this was not agreed.",
        # two clauses, another paper, a claim
        "Clause 6.1 / 6.2 to read:\n\nThe period of notice is four weeks.",
        "Claim 17 - Notice period (clauses 6.1 and 6.2)\n\nDelete the second sentence.",
        "Claim 17 (clause 6.1 of the Handbook)\n\nReplace “two weeks” with “four weeks”.",
        "Claim 17 - Notice period (clause 6.1)\n\n"
        "Not agreed: replace “two weeks” with “four weeks”.",
        "Claim 17 - Notice (clause 6.1) – withdrawn\n\nReplace “two weeks” with “four weeks”.",
        # a title may be a topic: no whole clause goes by it
        "Claim 20 – Reference (clause 6.3)\n\nDelete.",
        # square brackets
        "[Clause 6.1 to read “The period of notice is four weeks.”]",
        "[In clause 6.1 replace “two weeks” with “four weeks”.",
    ],
)
def test_what_is_named_beside_the_clause_may_be_all_that_is_meant(order: str) -> None:
    done = result(NUMBERED.format(order))
    assert "applied" not in statuses(done)
    assert texts_changed(done, UNCHANGED) == {}


@pytest.mark.parametrize(
    "said",
    [
        "Notice period (clause 6.1)\n\nReplace “three weeks” with “four weeks”.",
        "Keys (clause 6.2)\n\nThe union’s claim to delete the second sentence is withdrawn.\n\n"
        "Leave (clause 5.1)\n\nReplace “six weeks” with “five weeks”.",
    ],
)
def test_a_title_orders_nothing(said: str) -> None:
    assert texts_changed(result(said), UNCHANGED) == {}
