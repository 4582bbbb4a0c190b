"""Clauses that have a number in common and nothing else, and those that were written anew."""

from __future__ import annotations

import pytest
from factory import agreement

from clausetrack import diff
from clausetrack.diff.compare import compare

AGREEMENT = """
1 = Hours
1.1 The loft is open from eight until half past four.
7 = {heading}
{clauses}
8 = Pay
8.1 Wages are paid on each Thursday into a bank account.
"""

GRATUITY = (
    "7.1 A sailmaker who retires after fifteen years in the loft is paid a gratuity of six weeks’ "
    "wages on the last day of work."
)
BICYCLES = "7.1 Bicycles stand in the shed behind the boiler house, and nowhere else."
GLOVES = (
    "7.1 Whoever sews canvas heavier than ten ounces is given new gloves at the start of each "
    "month, and a sailmaker returns the old ones."
)


def told(old: tuple[str, str], new: tuple[str, str]) -> list[str]:
    sides = [agreement(AGREEMENT.format(heading=one[0], clauses=one[1])) for one in (old, new)]
    changes = compare(*sides).changes
    return sorted(f"{one.kind} {one.old_id or '-'} {one.new_id or '-'}" for one in changes)


APART = ["deleted 7 -", "deleted 7.1 -", "inserted - 7", "inserted - 7.1"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("Retirement gratuity", GRATUITY), ("Bicycles", BICYCLES)),
        (("Bicycles", BICYCLES), ("Sewing gloves", GLOVES)),
        # of what all clauses of a kind share, nothing tells this one
        (("Gratuity for long service", GRATUITY), ("Gloves for canvas work", GLOVES)),
    ],
)
def test_a_clause_of_another_subject_is_new_though_it_took_the_number(
    old: tuple[str, str], new: tuple[str, str]
) -> None:
    assert told(old, new) == APART
    assert told(new, old) == APART


def test_a_clause_written_anew_under_its_heading_is_changed() -> None:
    new = "7.1 The loft gives each person who leaves it at sixty-five one silver thimble."
    assert told(("Retirement gratuity", GRATUITY), ("Retirement gratuity", new)) == [
        "changed 7.1 7.1"
    ]
    assert told(("Retirement gratuity", GRATUITY), ("Gratuity at retirement", new)) == [
        "changed 7 7",
        "changed 7.1 7.1",
    ]
    assert told(("Retirement gratuity", GRATUITY), ("Gratuity", new)) == [
        "changed 7 7",
        "changed 7.1 7.1",
    ]


def test_a_clause_under_a_new_heading_that_says_what_it_said_is_changed() -> None:
    new = "7.1 On the last day of work fifteen years in the loft bring six weeks’ wages."
    assert told(("Retirement gratuity", GRATUITY), ("Farewell", new)) == [
        "changed 7 7",
        "changed 7.1 7.1",
    ]


def test_a_number_that_is_kept_for_later_is_no_new_clause() -> None:
    assert told(("Retirement gratuity", GRATUITY), ("Not used", "")) == [
        "changed 7 7",
        "deleted 7.1 -",
    ]


HANDBOOK = """Loft Handbook

Hours

1. The loft is open from eight until half past four, and shut on the day of the regatta.

{heading}

{clauses}

Pay

8. Wages are paid on each Thursday into a bank account that the sailmaker has named.
"""
TWINE = "Twine is weighed in the presence of the sailmaker who has to answer for it."
THIMBLES = "The loft gives each person who leaves it at sixty-five one silver thimble."
FIRE = "A bucket of sand stands at the foot of each stair, and is not sat upon."
LIGHT = "Lamps hang over every bench, and no bench stands in the shadow of another."


def handbook(heading: str, *clauses: str) -> str:
    lines = "\n\n".join(f"{n}. {text}" for n, text in enumerate(clauses, 2))
    return HANDBOOK.format(heading=heading, clauses=lines)


def changed(old: str, new: str) -> list[str]:
    return [f"{one.kind} {one.old_id or '-'} {one.new_id or '-'}"
            for one in diff(old.encode(), new.encode()) if one.kind != "renumbered"]  # fmt: skip


def test_a_clause_written_anew_between_the_same_two_is_changed_whatever_its_number() -> None:
    old = handbook("Leaving", LIGHT, GRATUITY[4:], TWINE)
    assert changed(old, handbook("Leaving", BICYCLES[4:], LIGHT, THIMBLES, TWINE)) == [
        "inserted - 2", "changed 3 4",
    ]  # fmt: skip


def test_a_clause_that_came_with_another_number_between_two_that_kept_theirs_is_another() -> None:
    old = ("Gear", f"{GRATUITY}\n7.2 {BICYCLES[4:]}\n7.3 {GLOVES[4:]}")
    new = ("Gear", f"{GRATUITY}\n7.1A The stove is lit at seven.\n7.3 {GLOVES[4:]}")
    assert told(old, new) == ["deleted 7.2 -", "inserted - 7.1A"]


def test_of_two_that_went_none_is_the_one_that_came_with_another_number() -> None:
    old = handbook("Leaving", LIGHT, GRATUITY[4:], GLOVES[4:], TWINE)
    new = handbook("Leaving", BICYCLES[4:], FIRE, LIGHT, THIMBLES, TWINE)
    assert changed(old, new) == [
        "inserted - 2", "inserted - 3", "deleted 3 -", "deleted 4 -", "inserted - 5",
    ]  # fmt: skip


def test_a_heading_without_a_number_over_the_same_text_is_reworded() -> None:
    assert changed(handbook("Leaving", LIGHT, TWINE), handbook("Of farewells", LIGHT, TWINE)) == [
        "changed Leaving Of farewells"
    ]


def test_a_heading_that_went_with_its_text_is_not_the_one_that_came() -> None:
    old, new = handbook("Leaving", THIMBLES), handbook("Benches", LIGHT)
    assert "deleted Leaving -" in changed(old, new)
    assert "inserted - Benches" in changed(old, new)
