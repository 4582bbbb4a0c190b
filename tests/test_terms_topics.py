"""What stands before an order: its topic, or for whom, where or when alone it holds."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts

from clausetrack.ingest import read

AGREEMENT = """Fern Trust Collective Agreement 2023–2025

1 Hours

1.1 The ordinary week is 40 hours.

1.2 A tea break is ten minutes. Cooks and porters have twenty.

2 Gardeners

2.1 The rate is $25 an hour.

3 Provisions

3.1 A gardener has two smocks.

3.2 The amount for boots is $90 a year.

3.3 Boots and gloves are renewed for $50.
"""
TERMS = "Terms of settlement\nFern Trust Collective Agreement 2025–2027\n\n1. {}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
WEEK = {"1.1": "The ordinary week is 38 hours."}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    "before",
    [
        "Gardeners: in",  # clause 2 is called so, and not clause 1
        "Gardeners – in",
        "Gardeners:\n\nIn",
        "Gardeners\n\nIn",
        "First-year gardeners: in",
        "Full-time hours: in",
        "In the first year, in",
        "Winter: in",
        "Harbour site: in",
        "From 2026: in",
        "Grade 3: in",
        "Library: in",
        "Part-time hours: in",
        "At the Harbour site, in",
        "The following changes are made:\n\n(a) Gardeners: in",
    ],
)
def test_what_may_say_for_whom_where_or_when_holds_the_order(before: str) -> None:
    done = result(f"{before} clause 1.1 replace “40” with “38”.")
    assert statuses(done) == ["needs-decision"]
    assert "may say for whom" in done.applied.outcomes[0].reason
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "before",
    [
        "Hours: in",
        "HOURS OF WORK: in",
        "Hours – in",
        "Hours\n\nIn",
        "Hours:\n\nIn",
        "Gardening\n\nIn",  # a title, which tells what the orders are about
        "Issue 4 – Hours: in",
        "Claim 7: in",
        "Agreed change: in",
        "All employees: in",
        "For clarity, in",
        "From 1 July 2026: in",
        "Rosters: in",
        "Rosters\n\nThe following changes are made:\n\n(a) Hours: in",
    ],
)
def test_what_names_the_topic_holds_nothing(before: str) -> None:
    done = result(f"{before} clause 1.1 replace “40” with “38”.")
    assert statuses(done) == ["applied"]
    assert texts(done) == UNCHANGED | WEEK


def test_a_group_is_the_topic_where_the_clause_is_only_about_it() -> None:
    done = result("Gardeners: in clause 2.1 replace “$25” with “$27”.")
    assert texts(done) == UNCHANGED | {"2.1": "The rate is $27 an hour."}
    done = result("Gardeners: in clause 3.1 replace “two” with “three”.")
    assert texts(done) == UNCHANGED | {"3.1": "A gardener has three smocks."}


def test_one_of_two_groups_of_a_clause_limits_the_order() -> None:
    done = result("Cooks: in clause 1.2 replace “twenty” with “thirty”.")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


def test_a_thing_that_the_clause_is_about_is_its_topic_and_one_of_two_is_not() -> None:
    done = result("Boots: in clause 3.2 replace “$90” with “$95”.")
    assert texts(done) == UNCHANGED | {"3.2": "The amount for boots is $95 a year."}
    done = result("Gloves: in clause 3.3 replace “$50” with “$60”.")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


def test_a_clause_in_brackets_by_the_name_of_a_group_is_for_the_group() -> None:
    assert statuses(result("In clause 1.1 (gardeners), replace “40” with “38”.")) == [
        "needs-decision"
    ]
    assert statuses(result("In clause 1.1 (ordinary week), replace “40” with “38”.")) == ["applied"]


@pytest.mark.parametrize(
    "order",
    [
        "Clause 1.1 for gardeners is amended by replacing “40” with “38”.",
        "Clause 1.1, as it applies to gardeners, is amended by replacing “40” with “38”.",
        "In clause 1.1, so far as it concerns gardeners, replace “40” with “38”.",
        "Clause 1.1 (gardeners) is amended by replacing “40” with “38”.",
        "With respect to gardeners, clause 1.1 is amended by replacing “40” with “38”.",
        "While talks go on, in clause 1.1 replace “40” with “38”.",
        "In sheds 3 and 4, clause 1.1 is amended by replacing “40” with “38”.",
        "Gardeners (clause 1.1): replace “40” with “38”.",
        "Amend clause 1.1 for gardeners to read: The week is 38 hours.",
        "In clause 1.1, gardeners, replace “40” with “38”.",
        "In clause 1.1 (sheds) replace “40” with “38”.",
        "In clause 1.1 in the sheds replace “40” with “38”.",
        "Clause 1.1 at Harbour is amended by replacing “40” with “38”.",
        "Clause 1.1 in relation to gardeners is amended to read: The week is 38 hours.",
    ],
)
def test_for_whom_may_stand_beside_the_clause(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "order",
    [
        "In clause 1.1 for “40” read “38”.",
        "In clause 1.1, for the figure “40” substitute “38”.",
        "In clause 1.1, for clarity, replace “40” with “38”.",
        "Hours (clause 1.1): replace “40” with “38”.",
        "With respect to clause 1.1, replace “40” with “38”.",
        "In clause 1.1 in the first sentence replace “40” with “38”.",
        "In clause 1.1 (weekly hours) replace “40” with “38”.",
    ],
)
def test_what_stands_beside_the_clause_and_limits_nothing(order: str) -> None:
    assert texts(result(order)) == UNCHANGED | WEEK


def test_words_at_every_place_under_the_title_of_a_clause_may_be_of_that_alone() -> None:
    order = "Replace “two” with “three” wherever it appears."
    for title in ("Provisions\n\n", "Provisions. "):
        done = result(f"{title}{order}")
        assert statuses(done) == ["needs-decision"]
        assert texts(done) == UNCHANGED
    for title in ("Terminology\n\n", ""):
        done = result(f"{title}{order}")
        assert texts(done) == UNCHANGED | {"3.1": "A gardener has three smocks."}


def test_wording_for_a_group_that_names_it_says_itself_for_whom_it_is() -> None:
    done = result("Porters: insert a new clause 1.3: Porters have a locker.")
    assert texts(done) == UNCHANGED | {"1.3": "Porters have a locker."}
    done = result("Porters: insert a new clause 1.3: There is a locker.")
    assert statuses(done) == ["needs-decision"]


@pytest.mark.parametrize("wording", ["Replace clause 1.2 with:", "Clause 1.2 is replaced with:"])
def test_wording_below_an_order_for_a_group_is_held(wording: str) -> None:
    done = result(f"Porters: {wording[:1].lower()}{wording[1:]}\n\n“1.2 A break is an hour.”")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "order",
    [
        "Second sentence\n\nClause 1.2 to read: “Cooks and porters have thirty.”",
        "The last sentence:\n\nIn clause 1.2, replace “ten” with “twelve”.",
        "First paragraph\n\nDelete clause 1.2.",
        "Second sentence. Clause 1.2 to read: “Cooks and porters have thirty.”",
    ],
)
def test_a_title_that_is_a_part_of_a_clause_holds_an_order_on_all_of_it(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


def test_the_part_that_an_order_names_itself_needs_no_title() -> None:
    done = result("Breaks\n\nIn clause 1.2, second sentence, replace “twenty” with “thirty”.")
    assert statuses(done) == ["applied"]
    breaks = "A tea break is ten minutes. Cooks and porters have thirty."
    assert texts(done) == {**UNCHANGED, "1.2": breaks}
