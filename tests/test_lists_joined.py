"""A list that an order leaves ill joined is told at its clause; worked by hand."""

from __future__ import annotations

import pytest

from clausetrack.markup import markup

AGREEMENT = """Thatchers Collective Agreement 2023–2025

1 Reed

1.1 Each thatcher has:

(a) a knife;

(b) a needle; and

(c) a ladder.

1.2 Each mate has:

(a) a rake; and

(b) a rope.

1.3 Reed is cut:

- at low water; or

- by moonlight.

1.4 Straw is:

(a) dry.

(b) long.

(c) yellow.

1.5 Twine is:

(a) tarred

(b) coiled
"""
TERMS = "Terms of settlement\nThatchers Collective Agreement 2025–2027\n\n1. {}\n"
LOST = "no longer joined by"
OPEN = "the last item ends in"
STOP = "full stop"


def told(order: str) -> list[tuple[str, str]]:
    done = markup(AGREEMENT.encode(), TERMS.format(order).encode())
    assert {one.status for one in done.applied.outcomes} == {"applied"}
    return [
        (one.clause, one.message) for one in done.applied.findings if one.code == "list-ill-joined"
    ]


@pytest.mark.parametrize(
    ("order", "clause", "what"),
    [
        ("Delete clause 1.1(b).", "1.1", [LOST]),
        ("Delete clause 1.1(c).", "1.1", [OPEN]),
        ("Delete clause 1.2(b).", "1.2", [OPEN]),
        ("Insert a new clause 1.2(c):\n\n(c) a hook.", "1.2", [LOST, STOP]),
        ("In clause 1.1 replace “a needle; and” with “a pin.”", "1.1", [LOST, STOP]),
        ("In clause 1.3 delete the second bullet.", "1.3", [OPEN]),
        # two orders on one list, told once
        ("Delete clause 1.1(b) and clause 1.1(c).", "1.1", [OPEN]),
    ],
)
def test_a_list_that_a_change_leaves_ill_joined_is_told(
    order: str, clause: str, what: list[str]
) -> None:
    found = told(order)
    assert [one for one, _ in found] == ([clause] if what else [])
    for _, message in found:
        assert message.startswith("1#1")
        assert [one for one in (OPEN, LOST, STOP) if one in message] == what


@pytest.mark.parametrize(
    "order",
    [
        "Delete clause 1.1(a).",
        # their items end as they did
        "Insert a new clause 1.4(d):\n\n(d) clean.",
        "Insert a new clause 1.5(c):\n\n(c) cheap",
        "In clause 1.1 replace “a needle” with “a pin”.",
        # the terms print the whole list
        "Replace clause 1.2 with:\n\n1.2 Each mate has:\n\n(a) a rake\n\n(b) a hook and",
        "Delete clause 1.1.",
        # made good by another order
        "Delete clause 1.1(b).\n\n2. In clause 1.1(a) replace “a knife;” with “a knife; and”.",
    ],
)
def test_a_list_that_is_joined_as_before_is_not_told(order: str) -> None:
    assert told(order) == []
