"""Clauses that have a number in common and nothing else, and those that were written anew."""

from __future__ import annotations

import pytest
from factory import agreement

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
