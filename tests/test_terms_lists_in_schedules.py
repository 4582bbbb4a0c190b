"""Orders on several clauses of a Schedule take out these, and nothing else."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack import read

AGREEMENT = """Harbour Pilots Collective Agreement 2023–2025

1 Work

1.1 Pilots steer.

2 Pay

2.1 Pay is weekly.

Schedule B – Travel

1 Pilots are paid $0.90 a kilometre.

2 Mates are paid $0.83 a kilometre.

3 Others are paid nothing.
"""
TERMS = """Terms of Settlement

These terms renew the Harbour Pilots Collective Agreement (2025 – 2027).

1. """
BEFORE = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
order = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    "text",
    [
        "Schedule B, clauses 2 and 3: delete.",
        "Schedule B, paragraphs 2 and 3: delete.",
        "Delete Schedule B, clauses 2 and 3.",
        "Delete clauses 2 and 3 of Schedule B.",
    ],
)
def test_all_numbers_of_the_list_are_of_the_schedule(text: str) -> None:
    done = order(text)
    assert statuses(done) == ["applied", "applied"]
    assert texts_changed(done, BEFORE) == {"Schedule B 2": None, "Schedule B 3": None}


@pytest.mark.parametrize(
    "text",
    [
        "Schedule B, clause 1 and clause 2: delete.",
        "Schedule B – items 2 and 3 – delete.",
        "Schedule B – 2 and 3 – delete.",
        "Schedule B, 2 and 3: delete.",
        "Schedule B: items 2 and 3 are deleted.",
    ],
)
def test_what_else_they_may_be_is_left_to_a_person(text: str) -> None:
    done = order(text)
    assert "applied" not in statuses(done)
    assert texts_changed(done, BEFORE) == {}
