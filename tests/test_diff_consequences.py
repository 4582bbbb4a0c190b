"""References that a split, a join or a move left behind, and those that it did not."""

from __future__ import annotations

import pytest

from clausetrack.diff.compare import compare
from clausetrack.diff.consequences import stale_references
from clausetrack.ingest import read

FIRST = "Time beyond eight hours is paid at one and a half times the rate of the keeper on watch."
REST = (
    "Under clause {cited} that is paid with the wages of the next month, and the head keeper signs "
    "for it before the storekeeper."
)
OIL = "Oil is landed each quarter and paid for by the board within five working days of that."
ROPE = "Rope is ordered in spring by the head keeper, on the form that the board keeps for it."
CANVAS = "Canvas is ordered as paragraph {label} says, in the autumn of each year, by the mate."


def told(old: str, new: str) -> list[tuple[str, str, str]]:
    sides = [read(text.encode(), "a.txt", any_text=True) for text in (old, new)]
    found = stale_references(sides[0], sides[1], compare(*sides))
    return [(one.code, one.clause, one.message) for one in found]


def text(*clauses: str) -> str:
    return "\n\n".join(["Part 1 Watches", *clauses]) + "\n"


def test_a_reference_in_the_second_part_of_a_split_clause_is_looked_at() -> None:
    old = text(f"1.1 {FIRST} {REST.format(cited='1.2')}", f"1.2 {OIL}")
    new = text(f"1.1 {FIRST}", f"1.2 {REST.format(cited='1.2')}", f"1.3 {OIL}")
    assert told(old, new) == [
        ("reference-stale", "1.2", "“clause 1.2” meant 1.2, which is now 1.3"),
    ]


def test_one_that_followed_is_not_told() -> None:
    old = text(f"1.1 {FIRST} {REST.format(cited='1.2')}", f"1.2 {OIL}")
    new = text(f"1.1 {FIRST}", f"1.2 {REST.format(cited='1.3')}", f"1.3 {OIL}")
    assert told(old, new) == []


def test_a_reference_in_a_clause_that_was_joined_is_looked_at() -> None:
    old = text(f"1.1 {FIRST}", f"1.2 {REST.format(cited='1.3')}", f"1.3 {OIL}")
    new = text(f"1.1 {FIRST} {REST.format(cited='1.3')}", f"1.2 {OIL}")
    assert told(old, new) == [
        ("reference-stale", "1.1", "“clause 1.3” meant 1.3, which is now 1.2"),
    ]


def test_a_clause_that_was_joined_is_not_gone_for_those_that_cite_it() -> None:
    old = text(f"1.1 {FIRST}", f"1.2 {REST.format(cited='1.3')}", f"1.3 {OIL} See clause 1.2.")
    new = text(f"1.1 {FIRST} {REST.format(cited='1.2')}", f"1.2 {OIL} See clause 1.2.")
    assert told(old, new) == [
        ("reference-stale", "1.2", "“clause 1.2” meant 1.2, which is now 1.1"),
    ]


def test_of_two_references_that_read_alike_only_the_one_that_stayed_is_told() -> None:
    both = "Clause 1.2 governs oil, and clause {second} governs what the tender brings of it."
    old = text(f"1.1 {both.format(second='1.2')}", f"1.2 {OIL}")
    new = text(f"1.1 {both.format(second='1.3')}", f"1.2 {ROPE}", f"1.3 {OIL}")
    assert [message for _, _, message in told(old, new)] == [
        "“Clause 1.2” meant 1.2, which is now 1.3"
    ]


@pytest.mark.parametrize("days", ["days", "weeks"])
def test_two_references_that_were_exchanged_as_their_clauses_were_are_not_told(days: str) -> None:
    both = "Oil is governed by clause {} and rope by clause {}, for so many {}."
    new = [f"1.2 {ROPE}", f"1.3 {OIL}"]
    old = text(f"1.1 {both.format('1.2', '1.3', 'days')}", f"1.2 {OIL}", f"1.3 {ROPE}")
    assert told(old, text(f"1.1 {both.format('1.3', '1.2', days)}", *new)) == []
    stayed = told(old, text(f"1.1 {both.format('1.2', '1.3', days)}", *new))
    assert [message for _, _, message in stayed] == [
        "“clause 1.2” meant 1.2, which is now 1.3",
        "“clause 1.3” meant 1.3, which is now 1.2",
    ]


@pytest.mark.parametrize(
    ("second", "says"),
    [
        ("(c) Lamps are trimmed at dusk.", []),
        ("(a) Lamps are trimmed at dusk.",
         [("reference-stale", "1.2(b)", "“paragraph (a)” meant 1.1(a); where it stands now it "
           "means 1.2(a)")]),
    ],
)  # fmt: skip
def test_a_letter_means_another_item_where_the_clause_went(
    second: str, says: list[tuple[str, str, str]]
) -> None:
    canvas = CANVAS.format(label="(a)")
    old = text("1.1 The head keeper:", f"(a) {ROPE}", f"(b) {canvas}",
               "1.2 The mate:", "(a) Lamps are trimmed at dusk.")  # fmt: skip
    if says:
        new = text("1.1 The head keeper:", f"(a) {ROPE}", "1.2 The mate:", second, f"(b) {canvas}")
    else:
        new = text("1.1 The head keeper:", f"(a) {ROPE}", f"(b) {canvas}", "1.2 The mate:", second)
    assert told(old, new) == says
