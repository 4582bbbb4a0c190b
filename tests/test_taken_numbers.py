"""Clauses that come in where another one has their number, worked by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts

from clausetrack.ingest import read

AGREEMENT = """Slipway Works Collective Agreement 2023–2025

1 Leave

1.1 A rigger has four weeks of leave.

1.2 Leave is taken by agreement.

1.3 Leave may be split.

2 Pay

2.1 A rigger is paid $30.00 an hour.
"""
TERMS = "Terms of settlement\nSlipway Works Collective Agreement 2025–2027\n\n{}\n"
SOLD = "\n\n“1.3 Leave may be sold.”"
result = on(AGREEMENT, TERMS)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}


@pytest.mark.parametrize(
    "order",
    [
        f"Insert the following new clause:{SOLD}\n\nExisting clause 1.3 becomes 1.4.",
        f"Insert a new clause 1.3 (existing clause 1.3 becomes 1.4):{SOLD}",
        f"Insert a new clause 1.3, the present clause 1.3 being renumbered as 1.4:{SOLD}",
    ],
)
def test_a_clause_that_makes_room_in_so_many_words_stays(order: str) -> None:
    now = texts(result(f"1. {order}"))
    assert now == UNCHANGED | {"1.3": "Leave may be sold.", "1.4": "Leave may be split."}


def test_a_number_that_what_comes_in_does_not_give_is_refused() -> None:
    done = result(f"1. Insert the following new clause:{SOLD}\n\nExisting clause 1.3 becomes 1.5.")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "order",
    [
        f"Insert a new clause 1.3:{SOLD}",
        f"Add to clause 1:{SOLD}",
        f"Existing clause 1.3 becomes 1.4. Insert new clause 1.3 as follows:{SOLD}",
        f"Insert a new clause 1.2A and 1.3:\n\n“1.2A It may be lent.\n\n{SOLD.strip()[1:]}",
        "Insert a new clause 2.1:\n\n“2.1 A rigger is paid $31.00 an hour.”",
    ],
)
def test_what_is_called_new_does_not_overwrite_a_clause_that_is_like_it(order: str) -> None:
    done = result(f"1. {order}")
    assert "needs-decision" in statuses(done)
    now = texts(done)
    assert {name: now[name] for name in UNCHANGED} == UNCHANGED


def test_a_clause_that_only_gets_words_is_added_to() -> None:
    done = result("1. Add to clause 1.3:\n\n“1.3 Leave may be split or sold.”")
    assert texts(done) == UNCHANGED | {"1.3": "Leave may be split or sold."}


@pytest.mark.parametrize("order", ["Insert after clause 1 the following new clause 1A:",
                                   "After clause 1, insert a new clause 1A:"])  # fmt: skip
def test_a_clause_with_a_letter_comes_behind_the_one_with_its_number(order: str) -> None:
    done = result(f"1. {order}\n\n“1A Uniforms\n\n1A.1 Uniforms are given.”")
    assert texts(done) == UNCHANGED | {"1A": "", "1A.1": "Uniforms are given."}
    names = [one.id for one in done.applied.document.clauses]
    assert names[names.index("1.3") :] == ["1.3", "1A", "1A.1", "2", "2.1"]


def test_a_heading_that_only_the_order_gives_is_not_lost() -> None:
    done = result(
        "1. Insert new clause 1.4 – Carrying over\n\n1.4.1 Leave may be carried over.\n\n"
        "1.4.2 It lapses after two years."
    )
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "order",
    [
        "Insert a new clause 1A Carrying over as follows:\n\n1A.1 Leave may be carried over.",
        "Insert a new clause 1A, headed “Carrying over”:\n\n1A.1 Leave may be carried over.",
        "Insert new clause 1.4 Carrying over:\n\n“Carrying over needs the foreman's consent.”",
        "Insert new clause 1.4, headed “Selling”, as follows:\n\n1.4 Leave may be sold.",
        "After clause 1.3, insert a new clause 1.4 Selling:\n\n1.4 Leave may be sold.",
    ],
)
def test_a_heading_right_behind_the_new_number_is_not_lost(order: str) -> None:
    done = result(f"1. {order}")
    assert (statuses(done), texts(done)) == (["needs-decision"], UNCHANGED)
    assert "names the heading of the new 1" in done.applied.outcomes[0].reason


def test_a_topic_behind_a_dash_is_told_where_no_clause_beside_has_a_heading() -> None:
    done = result("1. Insert new clause 1.4 – Selling:\n\n“1.4 Leave may be sold.”")
    assert texts(done) == UNCHANGED | {"1.4": "Leave may be sold."}
    told = [one.message for one in done.applied.findings if one.code == "other-reading"]
    assert len(told) == 1
    assert "“Selling”" in told[0]


@pytest.mark.parametrize(
    "order",
    [
        "Insert a new clause 1.4 as follows:\n\n1.4 Leave may be sold.",
        "Insert new clause 1.4 – as follows:\n\n1.4 Leave may be sold.",
        "Insert a new clause 1.4:\n\n“Leave may be sold.”",
    ],
)
def test_an_order_that_gives_no_heading_loses_none(order: str) -> None:
    done = result(f"1. {order}")
    assert texts(done) == UNCHANGED | {"1.4": "Leave may be sold."}
    assert "other-reading" not in {one.code for one in done.applied.findings}
