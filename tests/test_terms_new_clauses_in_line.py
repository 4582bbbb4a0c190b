"""New clauses printed in the line of their order, or named as paragraphs; worked out by hand."""

from __future__ import annotations

from time import perf_counter

import pytest
from factory import on, statuses, texts_changed

from clausetrack.ingest import read
from clausetrack.segment.inline import numbered

AGREEMENT = """Fell Kitchens Collective Agreement 2023–2025

1 Shifts

1.1 A shift is eight hours.

1.2 A shift ends by midnight.

2 Allowances

2.1 The allowances are:

(a) knives, $4.00; and

(b) aprons, $2.00.

2.2 Ovens

2.2.1 An oven is lit once.

3 Meals

3.1 A meal is free.
"""
TERMS = "Terms of settlement\n\nFell Kitchens Collective Agreement 2025–2027\n\n1. {}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
result = on(AGREEMENT, TERMS)
WILLING = {"1.3": "Overtime is voluntary."}
SHOES = {"2.1(c)": "shoes, $3.00."}
COOLED = {"2.2.2": "An oven is cooled."}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("A new clause 1.3 is inserted after clause 1.2: “1.3 Overtime is voluntary.”", WILLING),
        ("Insert a new clause 1.3 after clause 1.2: “1.3 Overtime is voluntary.”", WILLING),
        ("Add to clause 1: “1.3 Overtime is voluntary.”", WILLING),
        ("Add to clause 1 “1.3 Overtime is voluntary.”", WILLING),
        ("Clause 1: add “1.3 Overtime is voluntary.”", WILLING),
        ("Insert after clause 1.2 a new clause 1.3: “Overtime is voluntary.”", WILLING),
        ("After clause 1.2, insert a new clause 1.3: Overtime is voluntary.", WILLING),
        ("Add to clause 2.1: “(c) shoes, $3.00.”", SHOES),
        ("Add to clause 2.1 a new paragraph (c) “(c) shoes, $3.00.”", SHOES),
        ("Add a new paragraph (c) to clause 2.1: “(c) shoes, $3.00.”", SHOES),
        ("Insert a new paragraph 2.1(c) as follows:\n\n(c) shoes, $3.00.", SHOES),
        ("Clause 2.2: insert, after 2.2.1, a new 2.2.2: “2.2.2 An oven is cooled.”", COOLED),
        ("Clause 2.2\n\nAdd a new 2.2.2:\n\n2.2.2 An oven is cooled.", COOLED),
    ],
)
def test_a_clause_with_its_number_comes_in(order: str, wanted: dict[str, str | None]) -> None:
    done = result(order)
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], wanted)


@pytest.mark.parametrize(
    "order",
    [
        # a number that is not the one that the order names
        "A new clause 1.3 is inserted after clause 1.2: “1.4 Overtime is voluntary.”",
        "Add to clause 1.2: “3.2 A meal is hot.”",
        # no number, or more than the clause in the line
        "Insert after clause 1.1 the following: A shift may be split.",
        "Add a new paragraph (c) to clause 2.1: shoes, $3.00, if the union agrees.",
        "Add to clause 2.1: “(c) shoes, $3.00.” for chefs only.",
        "Add to clause 2.1, for chefs only: “(c) shoes, $3.00.”",
        "Add to clause 2.1 wording such as: “(c) shoes, $3.00.”",
        "Add to clause 2.1 wording to the effect of:\n\n(c) shoes, $3.00.",
        "The claim that a new clause 1.3 be inserted is withdrawn: “1.3 Overtime is voluntary.”",
    ],
)
def test_a_clause_with_another_number_or_none_does_not(order: str) -> None:
    done = result(order)
    assert "applied" not in statuses(done)
    assert texts_changed(done, UNCHANGED) == {}


def test_a_long_line_is_looked_at_in_a_moment() -> None:
    started = perf_counter()
    assert numbered("insert " * 20_000 + ": " * 5_000 + "“(c) shoes.”") is None
    assert perf_counter() - started < 0.5


FLAT = """Fell Kitchens Collective Agreement 2023–2025

1. Shifts. A shift is eight hours.

2. Meals. A meal is free.

3. Leave. Leave is by consent.
"""
FLAT_TEXTS = {one.id: one.own_text for one in read(FLAT.encode(), "base.txt").clauses}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        # a whole number in the marks is that of the clause, once
        ("New clause 4: “4. Knives. Each has one.”", {"4": "Knives. Each has one."}),
        ("Replace clause 2 with: “2. Meals. A meal is hot.”", {"2": "Meals. A meal is hot."}),
        # and a number that begins a sentence is not
        ("Replace clause 3 with: “3 weeks of leave are due.”", {"3": "3 weeks of leave are due."}),
        ("Add a new clause 4: Knives. Each has one.", {"4": "Knives. Each has one."}),
        # the name of the clause, which its wording does not print, would be lost
        ("Add new clause 4 – Knives: Each cook has a knife.", {}),
        # wording, or what the terms say of it
        ("Add new clause 4 – Knives. Each cook has a knife.", {}),
    ],
)
def test_where_each_clause_has_a_whole_number(order: str, wanted: dict[str, str]) -> None:
    done = on(FLAT, TERMS)(order)
    assert statuses(done) == (["applied"] if wanted else ["needs-decision"])
    assert texts_changed(done, FLAT_TEXTS) == wanted
