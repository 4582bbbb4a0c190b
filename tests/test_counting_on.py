"""What follows clauses that go takes their numbers, where the terms order that; worked by hand."""

from __future__ import annotations

import dataclasses

import pytest
from factory import on, statuses

from clausetrack.amend.citing import labels_last
from clausetrack.amend.splitting import split
from clausetrack.errors import ProofFailed
from clausetrack.markup import Markup, proved

AGREEMENT = """Totara Quarry Collective Agreement 2023–2025

1 Leave

1.1 Annual leave

1.1.1 Each quarrier has four weeks of annual leave.

1.1.2 Annual leave is taken in the dry months.

1.1.3 Leave under clause 1.1.2 may be split.

1.2 Sick leave

1.2.1 Each quarrier has ten days of sick leave.

1.3 Special leave

1.3.1 The foreman may grant special leave for:

(a) weddings;

(b) floods;

(c) harvest.

1.4 Tools

1.4.1 The quarry supplies hammers.

1.4.3 The quarry supplies wedges.
"""
TERMS = "Terms of settlement\nTotara Quarry Collective Agreement 2025–2027\n\n{}\n"
result = on(AGREEMENT, TERMS)


def texts(done: Markup) -> dict[str, str]:
    return {one.id: one.own_text or one.heading_text for one in done.applied.document.clauses}


@pytest.mark.parametrize(
    "order",
    [
        "1. Delete clause 1.1.1 and renumber the following clauses accordingly.",
        "1. Delete clause 1.1.1, and renumber subsequent clauses.",
        "1. Clause 1.1.1 is deleted and the remaining clauses are renumbered accordingly.",
        "1. Delete clause 1.1.1 with subsequent sub-clauses renumbered to suit.",
        "1. Delete clause 1.1.1. Renumber the rest of the clauses consecutively.",
        "1. Delete clause 1.1.1.\n\nThe following clauses are to be renumbered as necessary.",
        "1. Delete clause 1.1.1 and renumber.",
        "1. Delete clause 1.1.1 and renumber accordingly.",
        "1. Delete clause 1.1.1, renumbering the clauses to suit.",
        "1. Delete clause 1.1.1. Renumber.",
    ],
)
def test_what_follows_takes_the_numbers_of_what_goes(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["applied"]
    read = texts(done)
    assert read["1.1.1"] == "Annual leave is taken in the dry months."
    assert read["1.1.2"] == "Leave under clause 1.1.2 may be split."
    assert "1.1.3" not in read
    assert done.applied.renumbered == {"1.1.2": "1.1.1", "1.1.3": "1.1.2"}
    stale = [f.clause for f in done.applied.findings if f.code == "reference-stale"]
    assert stale == ["1.1.2"]


def test_what_follows_several_that_go_takes_the_first_of_their_numbers() -> None:
    done = result("1. Delete clauses 1.1.1 and 1.1.2 and renumber the rest.")
    assert statuses(done) == ["applied"]
    read = texts(done)
    assert read["1.1.1"] == "Leave under clause 1.1.2 may be split."
    assert not {"1.1.2", "1.1.3"} & read.keys()
    assert done.applied.renumbered == {"1.1.3": "1.1.1"}
    gone = [(f.clause, f.code) for f in done.applied.findings if f.code.startswith("reference")]
    assert gone == [("1.1.1", "reference-unresolved")]


def test_what_stands_under_a_clause_takes_its_number_too() -> None:
    done = result("1. Delete clause 1.2 and renumber the following clauses accordingly.")
    read = texts(done)
    assert read["1.2.1(b)"] == "floods;"
    assert read["1.3.1"] == "The quarry supplies hammers."
    assert "1.4" not in read


def test_letters_count_on_too() -> None:
    done = result("1. Delete paragraph (a) of clause 1.3.1 and re-letter the remaining paragraphs.")
    read = texts(done)
    assert (read["1.3.1(a)"], read["1.3.1(b)"]) == ("floods;", "harvest.")
    assert "1.3.1(c)" not in read


def test_without_the_order_no_number_moves() -> None:
    done = result("1. Delete clause 1.1.1.")
    assert statuses(done) == ["applied"]
    assert done.applied.renumbered == {}


@pytest.mark.parametrize(
    ("order", "status"),
    [
        ("1. Delete clause 1.4.1 and renumber the following clauses.", ["needs-decision"]),
        ("1. Renumber clause 1.3 as clause 1.5.", ["needs-decision"]),
        (
            "1. Delete clause 1.2 and renumber clause 1.3 as 1.5.",
            ["needs-decision"],
        ),
        (
            "1. Delete clause 1.1.1. Clauses are renumbered at the next print.",
            ["needs-decision", "needs-decision"],
        ),
    ],
)
def test_numbers_that_do_not_follow_on_are_a_persons_decision(
    order: str, status: list[str]
) -> None:
    done = result(order)
    assert statuses(done) == status
    assert texts(done)["1.1.3"] == "Leave under clause 1.1.2 may be split."


def test_a_number_that_another_order_gives_already_is_no_second_change() -> None:
    done = result(
        "1. Insert a new clause 1.1.2:\n\n“1.1.2 The foreman keeps the register.”\n\n"
        "2. Existing clauses 1.1.2 and 1.1.3 are renumbered 1.1.3 and 1.1.4."
    )
    assert statuses(done) == ["applied", "applied", "applied"]
    assert texts(done)["1.1.4"] == "Leave under clause 1.1.2 may be split."
    assert done.applied.outcomes[1].reason == "1.1.2 became 1.1.3 with 1#1"


def test_the_proof_sees_a_number_that_did_not_move() -> None:
    done = result("1. Delete clause 1.1.1.")
    outcome = done.applied.outcomes[0]
    ordered = dataclasses.replace(
        outcome.amendment, instruction="Delete clause 1.1.1 and renumber the following clauses."
    )
    claimed = dataclasses.replace(
        done.applied, outcomes=(dataclasses.replace(outcome, amendment=ordered),)
    )
    instructions = dataclasses.replace(done.instructions, amendments=(ordered,))
    with pytest.raises(ProofFailed, match=r"clause 1\.1\.2 does not become 1\.1\.1"):
        proved(done.base, done.terms, instructions, claimed, done.docx)


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("Delete paragraph (b) of clause 4.2.", "Delete clause 4.2(b)."),
        ("In sub-clause (2)(a) of clause 7, omit “x”.", "In clause 7(2)(a), omit “x”."),
        ("Item (c) in clause 3.1.2 is deleted.", "Clause 3.1.2(c) is deleted."),
        ("Replace “paragraph (b) of clause 4.2”.", "Replace “paragraph (b) of clause 4.2”."),
        ("Delete paragraphs (a) and (b) of clause 4.2.", "Delete clause 4.2(a) and (b)."),
        ("Delete paragraphs (a) or (b) of clause 4.2.", None),
        ("Delete item (c) of clause 4.2 of Schedule 1.", "Delete clause 4.2(c) of Schedule 1."),
    ],
)
def test_a_clause_may_be_cited_from_the_inside_out(said: str, read: str | None) -> None:
    turned = labels_last(said)
    assert len(turned) == len(said)
    assert " ".join(turned.split()).replace(" .", ".").replace(" ,", ",") == (read or said)


@pytest.mark.parametrize(
    ("paragraph", "count"),
    [
        ("Delete clause 1.6. Insert a new clause 1.7.", 2),
        ("Delete clause 1.6. Renumber the following clauses.", 2),
        ("Clause 1.6. Definitions are amended.", 1),
        ("Delete clause 1.6 and renumber the rest.", 2),
        ("Delete clause 1.6 and renumber.", 2),
        ("Delete clause 1.6 and renumber clause 1.7.", 2),
        ("Replace clause 1.6 with the following and renumber the rest.", 1),
    ],
)
def test_where_a_sentence_ends(paragraph: str, count: int) -> None:
    assert len(split(paragraph)) == count
