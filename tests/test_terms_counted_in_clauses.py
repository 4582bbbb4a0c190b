"""Orders on what a clause counts in its own way: "paragraph 2 of clause 3" is not clause 2."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.ingest import read

AGREEMENT = """Honey House Collective Agreement 2023–2025

1 Coverage

This agreement covers beekeepers.

2 Pay

Beekeepers are paid weekly.

3 Smoke

Smoke is used sparingly.

Smoke is used at dusk.

4 Hives

4.1 Hives are painted.

4.2 Hives are moved weekly.

Schedule 1 Jars

1 Jars are washed.

2 Jars are sealed weekly.
"""
TERMS = "Terms of settlement\nHoney House Collective Agreement 2025–2027\n\n{}\n"
BEFORE = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    "order",
    [
        "1. In paragraph 2 of clause 3 replace “weekly” with “daily”.",
        "1. In paragraph 2 of clause 4, replace “weekly” with “daily”.",
        "1. Subclause 2 of clause 4 is amended by inserting “often” before “weekly”.",
        "1. Item 2 of clause 4 is replaced by “Hives are moved by night.”",
        "1. Delete paragraphs 1 and 2 of clause 3.",
        "1. Replace subclause 2 of clause 4 with the following: “Hives are moved by night.”",
        "1. Clause 3\n\nIn paragraph 2 replace “weekly” with “daily”.",
        "1. Clause 3\n\nParagraph 2 is deleted.",
    ],
)
def test_it_is_no_clause_of_that_number(order: str) -> None:
    done = result(order)
    assert set(statuses(done)) == {"needs-decision"}
    assert "which no clause is called" in done.applied.outcomes[0].reason
    assert texts_changed(done, BEFORE) == {}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (
            "1. In paragraph 2 replace “weekly” with “daily”.",
            {"2": "Beekeepers are paid daily."},
        ),
        (
            "1. In the second paragraph of clause 3 replace “dusk” with “dawn”.",
            {"3 paragraph 1": "Smoke is used at dawn."},
        ),
        (
            "1. In schedule 1, clause 2, replace “weekly” with “daily”.",
            {"Schedule 1 2": "Jars are sealed daily."},
        ),
        (
            "1. SCHEDULE 1: in clause 2 replace “weekly” with “daily”.",
            {"Schedule 1 2": "Jars are sealed daily."},
        ),
        ("1. Delete clause 2 of schedule 1.", {"Schedule 1 2": None}),
    ],
)
def test_what_has_no_other_meaning_is_carried_out(
    order: str, wanted: dict[str, str | None]
) -> None:
    done = result(order)
    assert statuses(done) == ["applied"]
    assert texts_changed(done, BEFORE) == wanted
