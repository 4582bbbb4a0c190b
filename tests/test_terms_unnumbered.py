"""Orders on clauses without a number, which are cited by their headings: worked by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.ingest import read
from clausetrack.markup import markup

AGREEMENT = """Kaimai Orchards Collective Agreement 2023–2025

1. Coverage

This agreement covers pickers.

Remote Areas

A picker at a remote block is paid $12.00 a day.

A hut is supplied. The hut is heated.

Hours of Work

A week is forty hours.

Overtime is paid at time and a half.

Start times are agreed.

Tools

Ladders are supplied.

The following are supplied on request:

(a) gloves;

(b) a hat; and

(c) a knife.

2. Pay

2.1 Pay is weekly.

Meal Breaks

A meal break is thirty minutes.

2.2 A slip is given.

Parking

Parking is free. A gate is locked.

Laundry

Laundry is free.

3. Leave

Leave is four weeks.

Laundry

Leave is not paid for laundry days.

Smoke Breaks

A smoke break is ten minutes. It is paid.

Wet Weather

Coats are supplied in winter.
"""
OPENING = (
    "Terms of settlement\n\nKaimai Orchards Collective Agreement 2025–2027\n\n"
    "The parties have agreed to the following changes.\n\n"
)
TERMS = OPENING + "1. {}\n\n2. Ratification\n\nMembers will vote.\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
result = on(AGREEMENT, TERMS)
DEARER = {"Remote Areas paragraph 1": "A picker at a remote block is paid $15.00 a day."}
NO_HUT = {"Remote Areas paragraph 2": None}
FEWER = {"Hours of Work paragraph 1": "A week is thirty-eight hours."}
NO_TIMES = {"Hours of Work paragraph 3": None}
DOUBLE = {"Hours of Work paragraph 2": "Overtime is paid at double time."}
NO_GATE = {"Parking paragraph 1": "Parking is free."}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        # words
        ("Under the heading Remote Areas, replace “$12.00” with “$15.00”.", DEARER),
        ("Under the heading “Remote Areas”, replace “$12.00” with “$15.00”.", DEARER),
        ("Remote Areas\n\nReplace “$12.00” with “$15.00”.", DEARER),
        ("Remote Areas – replace “$12.00” with “$15.00”.", DEARER),
        ("In the section headed “Hours of Work”, replace “forty” with “thirty-eight”.", FEWER),
        ("Replace “ten minutes” with “fifteen minutes” under the heading “Smoke Breaks”.",
         {"Smoke Breaks paragraph 1": "A smoke break is fifteen minutes. It is paid."}),
        ("Wet weather: insert “and spring” after “winter”.",
         {"Wet Weather paragraph 1": "Coats are supplied in winter and spring."}),
        ("Amend Wet Weather by replacing “in winter” with “at all times”.",
         {"Wet Weather paragraph 1": "Coats are supplied at all times."}),
        ("Tools, paragraph (a): replace “gloves” with “two pairs of gloves”.",
         {"Tools (a)": "two pairs of gloves;"}),
        # one that has a number
        ("Under the heading Coverage, replace “pickers” with “all pickers”.",
         {"1": "This agreement covers all pickers."}),
        # paragraphs
        ("Remote areas: delete the second paragraph.", NO_HUT),
        ("Delete the second paragraph under the heading Remote Areas.", NO_HUT),
        ("Delete the third paragraph of the Hours of Work clause.", NO_TIMES),
        ("In the Hours of Work provision, delete the third paragraph.", NO_TIMES),
        ("Hours of Work\n\nDelete the third paragraph.", NO_TIMES),
        ("Replace the second paragraph under the heading Hours of Work with “Overtime is paid at"
         " double time.”", DOUBLE),
        ("Hours of work: replace the second paragraph with: “Overtime is paid at double time.”",
         DOUBLE),
        ("The second paragraph under the heading Remote Areas is deleted.", NO_HUT),
        ("In the first paragraph under the heading Remote Areas, replace “$12.00” with “$15.00”.",
         DEARER),
        # sentences, of the one paragraph or of one that is counted
        ("Parking: delete the second sentence.", NO_GATE),
        ("Under the heading Parking, delete the second sentence.", NO_GATE),
        ("Under the heading Remote Areas, delete the second sentence of the second paragraph.",
         {"Remote Areas paragraph 2": "A hut is supplied."}),
        # the agreement ends with it
        ("Delete the Wet Weather clause.", {"Wet Weather": None, "Wet Weather paragraph 1": None}),
    ],
)  # fmt: skip
def test_a_clause_without_a_number_is_found_by_its_heading(
    order: str, wanted: dict[str, str | None]
) -> None:
    done = result(order)
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], wanted)
    assert not [one for one in done.instructions.findings if one.code == "instruction-unread"]


@pytest.mark.parametrize(
    "order",
    [
        # two of that name, none, or one whose text stands under a number
        "Under the heading Laundry, replace “free” with “paid”.",
        "Laundry: delete the first paragraph.",
        "Delete the Laundry clause.",
        "Under the heading Remote Area, replace “$12.00” with “$15.00”.",
        "Under the heading Meal Breaks, replace “thirty” with “forty”.",
        "Delete the Meal Breaks clause.",
        # what the clause does not have
        "Under the heading Remote Areas, replace “$13.00” with “$15.00”.",
        "Remote areas: delete the fourth paragraph.",
        # which sentence or paragraph of several?
        "Remote areas: delete the second sentence.",
        "Under the heading Hours of Work, delete the paragraph.",
        "Tools: delete the second paragraph.",
        # for some, from a day, on a condition
        "Under the heading Remote Areas, replace “$12.00” with “$15.00” for foremen.",
        "Delete the Wet Weather clause from 1 June 2026.",
        "Delete the Wet Weather clause for packers.",
        "The Wet Weather clause is deleted if coats run out.",
        "Parking. Replace “free” with “paid”. This is for visitors only.",
        # no orders
        "Remote Areas: the parties will meet to talk about replacing “$12.00” with “$15.00”.",
        "Remote Areas: no change.",
        # on something else, or more
        "In the Remote Areas clause of the Station Agreement, replace “$12.00” with “$15.00”.",
        "In the heading Remote Areas, replace “Remote” with “Far”.",
        "Under the heading Parking and under the heading Laundry, replace “free” with “paid”.",
        "Hours of Work and Parking: delete the first paragraph.",
        "Under the heading Remote Areas, replace “paid” with “given”, and under Parking replace"
        " “free” with “paid”.",
        # a title may be a topic
        "Wet Weather\n\nDelete the clause.",
    ],
)
def test_what_may_be_meant_otherwise_is_left(order: str) -> None:
    done = result(order)
    assert "applied" not in statuses(done)
    assert texts_changed(done, UNCHANGED) == {}


@pytest.mark.parametrize(
    "order",
    [
        "Delete the section headed “Parking”.",
        "The Smoke Breaks clause is deleted.",
        "In the Hours of Work provision, delete the last paragraph.",
        "In the Parking section, add at the end: “Bicycles are locked away.”",
    ],
)
def test_where_a_clause_without_a_number_ends_is_not_certain(order: str) -> None:
    done = result(order)
    (only,) = done.applied.outcomes
    assert only.status == "needs-decision"
    assert only.reason.endswith(
        "has no number, and it is not certain where it ends: a person must decide"
    )
    assert texts_changed(done, UNCHANGED) == {}


def test_a_heading_in_an_item_is_the_title_of_what_stands_under_it() -> None:
    done = result(
        "Sundry changes\n\nRemote Areas\n\nReplace “$12.00” with “$15.00”.\n\nParking\n\n"
        "Delete the second sentence.\n\nOther\n\nReplace “heated” with “cold”."
    )
    assert statuses(done) == ["applied", "applied", "target-unnamed"]
    assert texts_changed(done, UNCHANGED) == DEARER | NO_GATE


@pytest.mark.parametrize(
    "lead",
    [
        "Under the heading Hours of Work:",
        "Amend the Hours of Work clause as follows:",
        "In the section headed “Hours of Work”:",
    ],
)
def test_a_line_may_cite_the_clause_of_a_list(lead: str) -> None:
    done = result(
        f"{lead}\n\n(a) replace “forty” with “thirty-eight”; and\n\n(b) delete the third paragraph."
    )
    assert statuses(done) == ["applied", "applied"]
    assert texts_changed(done, UNCHANGED) == FEWER | NO_TIMES


@pytest.mark.parametrize(
    "lead",
    [
        "Under the heading Laundry:",
        "Under the heading Remote Areas, unless the union objects:",
        "In the Remote Areas clause of the Northern Orchards Agreement:",
        "Remote Areas (withdrawn):",
    ],
)
def test_a_line_that_says_more_cites_no_clause(lead: str) -> None:
    done = result(f"{lead}\n\n(a) replace “free” with “paid”;\n\n(b) replace “heated” with “lit”.")
    assert texts_changed(done, UNCHANGED) == {}


def test_titles_may_stand_over_orders_without_numbers() -> None:
    terms = (
        f"{OPENING}Remote Areas\n\nReplace “$12.00” with “$15.00”.\n\nParking\n\n"
        "Delete the second sentence.\n"
    )
    done = markup(AGREEMENT.encode(), terms.encode())
    assert texts_changed(done, UNCHANGED) == DEARER | NO_GATE
