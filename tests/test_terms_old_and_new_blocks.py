"""Old and new wording set out one below the other; what must come out was worked out by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.ingest import read

AGREEMENT = """Slate Quarry Collective Agreement 2023–2025

1 Work

1.1 Drills are oiled each day. Boots are free. Gloves are free.

1.2 Helmets are worn. Boots are free.

1.3 Each gang has:

(a) a foreman;

(b) two drillers.
"""
TERMS = "Terms of settlement\nSlate Quarry Collective Agreement 2025–2027\n\n1. {}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
BOOTS = {"1.1": "Drills are oiled each day. Boots cost $5 a pair. Gloves are free."}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    "order",
    [
        "Clause 1.1\n\nDelete:\n\nBoots are free.\n\nInsert:\n\nBoots cost $5 a pair.",
        "Boots\n\nClause 1.1 – Drills\n\nDelete:\n\nBoots are free.\n\nReplace with:\n\n"
        "Boots cost $5 a pair.",
        "Amend clause 1.1:\n\nDelete:\n\n“Boots are free.”\n\nInsert:\n\n“Boots cost $5 a pair.”",
        "Amend clause 1.1 as follows:\n\nDelete the following:\n\nBoots are free.\n\n"
        "Insert the following wording:\n\nBoots cost $5 a pair.",
        "Amend clause 1.1 as follows:\n\nDelete: Boots are free.\n\nInsert: Boots cost $5 a pair.",
        "Clause 1.1 – Drills\n\nDelete: “Boots are free.”\n\nInsert: “Boots cost $5 a pair.”",
        "Boots\n\nAmend clause 1.1.\n\nReplace:\n\nBoots are free.\n\nWith:\n\n"
        "Boots cost $5 a pair.",
        "Clause 1.1: delete the following sentence:\n\nBoots are free.\n\nAnd replace it with:\n\n"
        "Boots cost $5 a pair.",
        "Clause 1.1\n\nDelete:\n\n1.1 Drills are oiled each day. Boots are free. Gloves are free."
        "\n\nInsert:\n\n1.1 Drills are oiled each day. Boots cost $5 a pair. Gloves are free.",
    ],
)
def test_the_old_block_is_exchanged_for_the_new_and_the_rest_of_the_clause_stays(
    order: str,
) -> None:
    done = result(order)
    assert statuses(done) == ["applied"]
    assert texts_changed(done, UNCHANGED) == BOOTS
    assert done.instructions.terms_only == ()
    assert done.instructions.unused == ()


def test_several_pairs_of_blocks_are_each_for_the_clause_over_them() -> None:
    done = result(
        "Clause 1.1\n\nDelete:\n\nBoots are free.\n\nInsert:\n\nBoots cost $5 a pair."
        "\n\nDelete:\n\nGloves are free.\n\nInsert:\n\nGloves cost $2.\n\nClause 1.2\n\nDelete:\n\n"
        "Boots are free.\n\nInsert:\n\nBoots are lent.\n\n2. Drillers\n\nDelete clause 1.3(b)."
    )
    assert statuses(done) == ["applied"] * 4
    assert texts_changed(done, UNCHANGED) == {
        "1.1": "Drills are oiled each day. Boots cost $5 a pair. Gloves cost $2.",
        "1.2": "Helmets are worn. Boots are lent.",
        "1.3(b)": None,
    }


def test_what_the_terms_say_behind_the_blocks_is_none_of_the_wording() -> None:
    done = result(
        "Clause 1.1\n\nDelete:\n\n“Boots are free.”\n\nInsert:\n\n“Boots cost $5 a pair.”\n\n"
        "The parties note that boots wear out."
    )
    assert statuses(done) == ["applied"]
    assert texts_changed(done, UNCHANGED) == BOOTS


@pytest.mark.parametrize(
    ("order", "status", "why"),
    [
        # it stands in 1.2, and not in the clause that is named
        ("Clause 1.1\n\nDelete:\n\nHelmets are worn.\n\nInsert:\n\nHats are worn.",
         "precondition-failed", "Helmets are worn."),
        # one letter is not as the clause has it
        ("Clause 1.1\n\nDelete:\n\nBoot are free.\n\nInsert:\n\nBoots cost $5 a pair.",
         "precondition-failed", "Boot are free."),
        ("Clause 1.1\n\nDelete:\n\nare free.\n\nInsert:\n\nare lent.",
         "needs-decision", "more than once"),
        ("Boots\n\nDelete:\n\nBoots are free.\n\nInsert:\n\nBoots cost $5 a pair.",
         "target-unnamed", "no clause"),
        ("Clause 1.1\n\nDelete:\n\nBoots are free.\n\nGloves are free.\n\nInsert:\n\n"
         "Boots cost $5 a pair.", "needs-decision", "more than one paragraph"),
        ("Clause 1.3\n\nDelete:\n\n(b) two drillers.\n\nInsert:\n\n(b) three drillers.",
         "needs-decision", "more than one paragraph"),
        (
            "Boots\n\nClause 1.1 and 1.2\n\nDelete:\n\nBoots are free.\n\nInsert:\n\n"
            "Boots are lent.",
            "target-unnamed",
            "no clause",
        ),
        # nothing says whether the last paragraph is wording
        ("Clause 1.1\n\nDelete:\n\nBoots are free.\n\nInsert:\n\nBoots cost $5 a pair.\n\n"
         "Laces are free.", "needs-decision", "where the new wording ends"),
        ("Clause 1.1\n\nDelete:\n\nBoots are free.\n\nInsert:\n\nBoots cost $5 a pair. This change"
         " has no cost.", "needs-decision", "This change has no cost."),
        ("Clause 1.1\n\nExisting wording:\n\nBoots are free.\n\nNew wording:\n\n"
         "Boots cost $5 a pair.", "needs-decision", "do not order"),
    ],
)  # fmt: skip
def test_blocks_that_are_not_certain_are_left_with_the_reason(
    order: str, status: str, why: str
) -> None:
    done = result(order)
    assert statuses(done) == [status]
    assert why in done.applied.outcomes[0].reason
    assert texts_changed(done, UNCHANGED) == {}


def test_a_deletion_with_no_wording_to_come_in_is_read_as_before() -> None:
    done = result("Clause 1.1\n\nDelete:\n\nBoots are free.\n\nThe parties will meet.")
    assert statuses(done) == ["needs-decision"]
    assert texts_changed(done, UNCHANGED) == {}


def test_lines_of_wording_between_marks_that_speak_of_deleting_stay_wording() -> None:
    done = result(
        "Insert a new clause 1.4:\n\n“1.4 The clerk shall:\n\nDelete:\n\nold names.\n\nInsert:\n\n"
        "new names.”"
    )
    assert texts_changed(done, UNCHANGED).get("1.1", "") == ""
    assert [one.amendment.target for one in done.applied.outcomes] == ["1.4"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        # a line over wording is none of it
        (
            "Delete clause 1.2.\n\nInsert:\n\n1.2 Helmets are lent.",
            {"1.2": "Helmets are lent."},
        ),
        (
            "Delete clause 1.2:\n\n1.2 Helmets are worn. Boots are free.\n\nInsert:\n\n"
            "1.2 Helmets are lent.",
            {"1.2": "Helmets are lent."},
        ),
        # whole clauses are named, and are no words of one
        (
            "Delete:\n\nClause 1.2\n\nInsert:\n\n1.2 Helmets are lent.",
            {"1.2": "Helmets are lent."},
        ),
        (
            "Delete clause 1.2.\n\nInsert a new clause 1.4:\n\n1.4 Ropes are long.",
            {"1.2": None, "1.4": "Ropes are long."},
        ),
    ],
)
def test_an_order_that_names_what_goes_is_on_the_whole_clause(
    order: str, expected: dict[str, str | None]
) -> None:
    done = result(f"Changes\n\n{order}")
    assert set(statuses(done)) == {"applied"}
    assert texts_changed(done, UNCHANGED) == expected
    assert all("Insert:" not in one.printed for one in done.applied.document.clauses)
