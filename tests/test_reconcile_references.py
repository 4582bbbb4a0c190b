"""References in another side's agreement that follow a number that was ordered, or do not."""

from __future__ import annotations

import pytest

from clausetrack import reconcile
from clausetrack.comparison import tracked
from clausetrack.reconcile.differences import Reconciliation
from clausetrack.render.reconcile_terminal import reconciliation as printed

BASE = """Weavers’ Collective Agreement 2022–2025

1. Looms

1.1 A loom is stopped as clause 1.3 says.

1.2 Looms are oiled daily.

1.3 The foreman stops a loom that tears the cloth.

1.4 Oil that is spilt under clause 1.2 is wiped up.

2. Breaks

2.1 A weaver may rest:

(a) at noon;

(b) at four; and

(c) after each bolt of cloth.

2.2 The rest in clause 2.1(c) is paid.
"""

HEAD = """Terms of Settlement

These terms renew the Weavers’ Collective Agreement (2025 – 2028).

1. Looms

"""
INSERT = (
    "Insert a new clause 1.2 as follows and renumber the following clauses:\n\n1.2 Shuttles fly."
)
DELETE = "Delete clause 2.1(b)."
#: Done as ordered, with all references after the clauses that they mean.
INSERTED = (
    BASE.replace("1.4 Oil", "1.5 Oil")
    .replace("1.3 The", "1.4 The")
    .replace("1.2 Looms", "1.2 Shuttles fly.\n\n1.3 Looms")
    .replace("as clause 1.3", "as clause 1.4")
    .replace("under clause 1.2", "under clause 1.3")
)
DELETED = (
    BASE.replace("(b) at four; and\n\n", "")
    .replace("(c) after", "(b) after")
    .replace("noon;", "noon; and")
    .replace("2.1(c)", "2.1(b)")
)


def held(order: str, new: str) -> Reconciliation:
    return reconcile(
        BASE.encode(), f"{HEAD}{order}\n".encode(), tracked(BASE.encode(), new.encode())[0]
    )


def not_ordered(result: Reconciliation) -> list[tuple[str, str]]:
    """The clauses at which something was not ordered, with what is said of it."""
    return [(one.clause, one.reason) for one in result.of("not-ordered")]


def left(result: Reconciliation) -> list[tuple[str, str, str]]:
    """What is said of references."""
    found = (one for one in result.findings if one.code.startswith("reference"))
    return [(one.code, one.clause, one.message) for one in found]


@pytest.mark.parametrize(("order", "new"), [(INSERT, INSERTED), (DELETE, DELETED)])
def test_a_reference_that_follows_a_number_that_was_ordered_is_agreed(order: str, new: str) -> None:
    found = held(order, new)
    assert {one.kind for one in found.differences} == {"agreed"}
    assert left(found) == []


def test_what_follows_is_told_with_its_instruction() -> None:
    found = held(INSERT, INSERTED)
    (one,) = [one for one in found.of("agreed") if one.clause == "1.1"]
    assert (one.amendment, one.ours, one.theirs) == (
        "1#1",
        "A loom is stopped as clause 1.3 says.",
        "A loom is stopped as clause 1.4 says.",
    )
    assert "1.1 (follows)" in printed(found)


def test_a_reference_that_goes_to_another_clause_is_not_ordered_and_says_what_it_meant() -> None:
    found = held(INSERT, INSERTED.replace("as clause 1.4", "as clause 1.5"))
    assert not_ordered(found) == [
        ("1.1", "“clause 1.5” was “clause 1.3”, which meant 1.3; that is now 1.4")
    ]
    assert left(found) == []


def test_a_reference_in_a_list_that_goes_elsewhere_is_not_ordered() -> None:
    found = held(DELETE, DELETED.replace("clause 2.1(b)", "clause 2.1(a)"))
    assert not_ordered(found) == [
        ("2.2", "“clause 2.1(a)” was “clause 2.1(c)”, which meant 2.1(c); that is now 2.1(b)")
    ]


def test_another_edit_beside_a_reference_that_follows_is_not_ordered_by_itself() -> None:
    found = held(INSERT, INSERTED.replace("that is spilt", "that was spilt"))
    (one,) = found.of("not-ordered")
    assert [(edit.old.strip(), edit.new.strip()) for edit in one.edits] == [("is", "was")]
    assert "1.5" in [each.clause for each in found.of("agreed") if each.reason]


def test_a_reference_that_was_left_behind_is_a_warning() -> None:
    found = held(INSERT, INSERTED.replace("under clause 1.3", "under clause 1.2"))
    assert {one.kind for one in found.differences} == {"agreed"}
    assert left(found) == [("reference-stale", "1.5", "“clause 1.2” meant 1.2, which is now 1.3")]
    assert "1.5: “clause 1.2” meant 1.2" in " ".join(printed(found).split())


def test_a_reference_to_what_was_ordered_out_is_a_warning() -> None:
    found = held("Delete clause 2.1(c).", BASE.replace("; and\n\n(c) after each bolt of cloth", "")
                 .replace("noon;", "noon; and"))  # fmt: skip
    assert left(found) == [
        ("reference-unresolved", "2.2", "“clause 2.1(c)” meant 2.1(c), which is gone")
    ]


def test_a_reference_after_a_number_that_nobody_ordered_is_not_ordered() -> None:
    new = INSERTED
    clauses = [one.clause for one in held(DELETE, new).of("not-ordered")]
    assert clauses == ["1.1", "1.2", "1.4"]


def test_references_that_no_renumbering_touches_are_not_warned_of() -> None:
    assert left(held(INSERT, INSERTED)) == []
    assert left(held(DELETE, BASE)) == []
