"""Terms that speak in motions: "That clause 4 be amended by …" orders; worked by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts

from clausetrack.segment.wording import as_order, is_order

AGREEMENT = """Huia Dairy Staff Collective Agreement 2023–2025

1 Milk

1.1 Milk is cold.

1.2 Churns are tin. They are scrubbed. They are stacked.

1.3 A full time churner has a stool.

2 Butter

2.1 Butter is salted.

2.2 Butter is yellow.
"""
TERMS = "Terms of settlement\nHuia Dairy Staff Collective Agreement 2025–2027\n\n{}\n"
result = on(AGREEMENT, TERMS)


def test_each_motion_is_an_order() -> None:
    done = result(
        "(1) That clause 1.1 be amended by deleting “cold” and substituting “warm”.\n\n"
        "(2) That the second sentence of clause 1.2 be deleted.\n\n"
        "(3) That the words “full time” in clause 1.3 be deleted.\n\n"
        "(4) That clause 2.1 be replaced with the following:\n\n“2.1 Butter is fresh.”\n\n"
        "(5) That clause 2.2 be deleted; and\n\n"
        "(6) That a new clause 2.3 be inserted as follows:\n\n“2.3 Butter is patted.”"
    )
    assert statuses(done) == ["applied"] * 6
    now = texts(done)
    assert now["1.1"] == "Milk is warm."
    assert now["1.2"] == "Churns are tin. They are stacked."
    assert now["1.3"] == "A churner has a stool."
    assert now["2.1"] == "Butter is fresh."
    assert "2.2" not in now
    assert now["2.3"] == "Butter is patted."


@pytest.mark.parametrize(
    "order",
    [
        "1. Moved that clause 2.2 be deleted.",
        "1. It was resolved that clause 2.2 be deleted.",
        "1. THAT clause 2.2 be omitted.",
        "1. The parties move that clause 2.2 be struck out.",
    ],
)
def test_a_motion_may_be_opened(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["applied"]
    assert "2.2" not in texts(done)


@pytest.mark.parametrize(
    "said",
    [
        "That the parties meet to discuss clause 2.2.",
        "That clause 2.2 be reviewed by a working party.",
        "That clause 2.2 not be amended.",
    ],
)
def test_a_motion_that_changes_no_clause_is_no_order(said: str) -> None:
    assert statuses(result(f"1. {said}\n\n2. That clause 1.1 be deleted.")) == ["applied"]
    assert not is_order(said)


def test_a_motion_on_a_number_that_is_not_known_is_listed() -> None:
    done = result("(1) That clause D.1.1 be amended by deleting “x” and substituting “y”.\n\n"
                  "(2) That clause D.1.2 be deleted.")  # fmt: skip
    assert statuses(done) == ["target-missing", "target-missing"]


def test_what_a_motion_quotes_stays_as_it_is() -> None:
    moved = "That the words “to be deleted” in clause 2 be replaced by “that be deleted”."
    ordered = as_order(moved)
    assert ordered.split(" ", 5)[-1] == (
        "The words “to be deleted” in clause 2 is replaced by “that be deleted”."
    )
    assert len(ordered) == len(moved)
