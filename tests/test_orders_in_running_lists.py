"""Words that go from a list in running text, and what stands around them."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.ingest import read

AGREEMENT = """Pukaki Rangers Collective Agreement 2023–2025

1. Gear

1.1 Leave is for (a) study, (b) family, (c) travel, and (d) rest.

1.2 The kit is a coat, boots, a hat and gloves (new).

1.3 A ranger may keep: (i) a dog; (ii) a horse; (iii) a hawk.
"""
TERMS = (
    "Terms of settlement\n\nPukaki Rangers Collective Agreement 2025–2027\n\n"
    "The parties have agreed to the following changes.\n\n1. {}\n\n"
    "2. Ratification\n\nMembers will vote.\n"
)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("In clause 1.1, delete “(c) travel”.",
         {"1.1": "Leave is for (a) study, (b) family, and (d) rest."}),
        ("In clause 1.1, delete “(b) family,”.",
         {"1.1": "Leave is for (a) study, (c) travel, and (d) rest."}),
        ("In clause 1.3, delete “(ii) a horse”.",
         {"1.3": "A ranger may keep: (i) a dog; (iii) a hawk."}),
        ("In the first sentence of clause 1.1, delete “(b) family”.",
         {"1.1": "Leave is for (a) study, (c) travel, and (d) rest."}),
        ("In clause 1.1, after “(c) travel,” insert “(ca) sport,”.",
         {"1.1": "Leave is for (a) study, (b) family, (c) travel, (ca) sport, and (d) rest."}),
        ("In clause 1.2, delete “, boots”.", {"1.2": "The kit is a coat, a hat and gloves (new)."}),
        ("In clause 1.2, delete “boots” and insert “shoes”.",
         {"1.2": "The kit is a coat, shoes, a hat and gloves (new)."}),
    ],
)  # fmt: skip
def test_an_item_goes_with_its_comma(order: str, wanted: dict[str, str]) -> None:
    done = result(order)
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], wanted)


@pytest.mark.parametrize(
    ("order", "reason"),
    [
        # one comma, or both, as in "Rangers, if hired, ride"?
        ("In clause 1.2, delete “boots”.",
         "without “boots” the clause would read “a coat,,”: a person must say what else goes"),
        ("In clause 1.1, delete “(d) rest”.",
         "without “(d) rest” the clause would read “travel, and.”: a person must say what else"
         " goes"),
        ("In the first sentence of clause 1.2, delete “boots”.",
         "without “boots” the clause would read “a coat,,”: a person must say what else goes"),
        ("In clause 1.2, delete “new”.",
         "without “new” the clause would read “gloves ()”: a person must say what else goes"),
        ("In clause 1.1, insert “(ca) sport” after “(c) travel”.",
         "the terms print no comma between “(ca) sport” and “(c) travel”: a person must put it in"),
    ],
)  # fmt: skip
def test_what_no_one_would_write_is_left_to_a_person(order: str, reason: str) -> None:
    done = result(order)
    assert [(one.status, one.reason) for one in done.applied.outcomes] == [
        ("needs-decision", reason)
    ]
    assert texts_changed(done, UNCHANGED) == {}
