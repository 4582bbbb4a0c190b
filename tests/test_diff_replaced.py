"""A clause that left its number to another of the same template, and what only looks like it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from clausetrack.comparison import compared

BEFORE = """Harbour Works Collective Agreement

5. Shifts
5.1 A list of the shifts of the coming fortnight hangs beside the gate of the yard.
"""
OLD = (
    "A rigger who is called back to the yard after the end of a shift is paid for at least three "
    "hours at the overtime rate."
)
OTHER = (
    "A rigger who is sent to another port after the start of a shift is paid for the fare at the "
    "public rate."
)
WHOLLY = "The Works insures the tools of each rigger against fire and theft."
FOUR = OLD.replace("three", "four")
EDITED = FOUR.replace("the yard", "the quay").replace("is paid", "will be paid")
COOK = OLD.replace("rigger", "cook")
HEAVY = (
    "A rigger who is called in to the yard or the quay before the start of a shift, or on a day of "
    "rest, is paid for five hours at the overtime rate."
)
REST = (
    "Overtime is worked only with the consent of those concerned.",
    "Nobody works more than six days in any week of the year.",
    "The whistle at the gate tells when a shift begins and when it ends.",
)


def section(number: int, start: int, clauses: Sequence[str]) -> str:
    return "\n".join(f"{number}.{start + at} {text}" for at, text in enumerate(clauses))


def told(old: str, new: str) -> set[tuple[str, str, str, bool]]:
    """The changes but for mere renumbering: kind, numbers, and whether the clause moved."""
    found = compared(f"{BEFORE}{old}\n".encode(), f"{BEFORE}{new}\n".encode(), "old.txt", "new.txt")
    return {
        (one.kind, one.old_id or "", one.new_id or "", one.moved)
        for one in found.changes
        if one.kind != "renumbered"
    }


@pytest.mark.parametrize("moved", [OLD, FOUR, EDITED])
@pytest.mark.parametrize("instead", [WHOLLY, OTHER])
def test_what_bears_the_number_of_a_clause_that_moved_is_new(moved: str, instead: str) -> None:
    old = section(5, 2, [OLD, *REST])
    new = section(5, 2, [instead, *REST, moved])
    kind = "moved" if moved == OLD else "changed"
    assert told(old, new) == {("inserted", "", "5.2", False), (kind, "5.2", "5.6", True)}
    assert told(new, old) == {("deleted", "5.2", "", False), (kind, "5.6", "5.2", True)}


def test_it_is_known_under_another_heading() -> None:
    old = "\n".join([section(5, 2, [OLD, REST[0]]), "6. Call out", section(6, 1, REST[1:])])
    new = "\n".join(
        [section(5, 2, [OTHER, REST[0]]), "6. Call out", section(6, 1, [*REST[1:], FOUR])]
    )
    assert told(old, new) == {("inserted", "", "5.2", False), ("changed", "5.2", "6.3", True)}


@pytest.mark.parametrize(
    ("stays", "come"),
    [
        (HEAVY, [COOK]),  # the rigger is where the rigger was
        (OTHER, [FOUR, FOUR.replace("four", "five")]),  # which of the two is it?
        (FOUR, [OTHER]),
    ],
    ids=["made after it", "two of them", "edited where it stands"],
)
def test_what_stands_where_it_stood_is_not_new_where_that_is_not_sure(
    stays: str, come: list[str]
) -> None:
    old = section(5, 2, [OLD, *REST])
    new = section(5, 2, [stays, *REST, *come])
    inserted = {("inserted", "", f"5.{6 + at}", False) for at in range(len(come))}
    assert told(old, new) == {("changed", "5.2", "5.2", False), *inserted}
