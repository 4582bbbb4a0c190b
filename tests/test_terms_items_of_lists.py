"""Items and definitions that come into lists of the agreement or go from them; worked by hand."""

from __future__ import annotations

import pytest
from factory import statuses

from clausetrack.markup import Markup, markup

TERMS = "Terms of settlement\nQuarry Hill Collective Agreement 2025–2027\n\n1. Lists\n\n{}\n"
LISTS = """Quarry Hill Collective Agreement 2023–2025

1 Terms

1.1 In this agreement:

- “Blast” means a planned explosion.
- “Shift” means ten hours of work.

1.2 In this agreement:

“Crew” means those on a shift.

“Pit” means the place of work.

2 Gear

2.1 The company supplies:

- boots;
- a helmet; and
- gloves.

SCHEDULE B – PITS

The pits are:

- North
- South
- Old Mill
"""


def result(order: str) -> Markup:
    return markup(LISTS.encode(), TERMS.format(order).encode())


def printed(done: Markup) -> list[str]:
    return [one.own_text for one in done.applied.document.clauses if one.own_text]


def changed(order: str) -> tuple[list[str], set[str], set[str]]:
    """What became of an order, and which texts went and came."""
    done = result(order)
    was = [one.own_text for one in done.base.clauses if one.own_text]
    return statuses(done), {*was} - {*printed(done)}, {*printed(done)} - {*was}


@pytest.mark.parametrize(
    "order",
    [
        "In Schedule B, delete “Old Mill”.",
        "Delete the bullet “Old Mill” from Schedule B.",
        "Delete the bullet point “Old Mill” in Schedule B.",
        "Remove “Old Mill” from the list in Schedule B.",
        "Remove “Old Mill” from the list of pits in Schedule B.",
    ],
)
def test_a_whole_item_goes_with_its_bullet(order: str) -> None:
    assert changed(order) == (["applied"], {"Old Mill"}, set())


@pytest.mark.parametrize(
    "order",
    [
        "Add a new bullet point to Schedule B:\n\n- Chalk Road",
        "Add the following bullet to Schedule B:\n\n- Chalk Road",
        "Add “Chalk Road” to the list of pits in Schedule B.",
        "Insert “Chalk Road” in the list in Schedule B.",
    ],
)
def test_a_new_item_comes_last(order: str) -> None:
    assert changed(order) == (["applied"], set(), {"Chalk Road"})
    assert printed(result(order))[-2:] == ["Old Mill", "Chalk Road"]


@pytest.mark.parametrize(
    "order",
    [
        "In clause 2.1 delete “a helmet”.",
        "Delete the bullet “gloves” from clause 2.1.",
        "Add a new bullet point to clause 2.1:\n\n- a lamp.",
        "Add “a lamp” to the list in clause 2.1.",
        "Add a new bullet point to Schedule B:\n\n- Chalk Road;",
        "Add “Chalk Road” to Schedule B.",
    ],
)
def test_an_item_that_is_joined_to_others_is_a_persons(order: str) -> None:
    assert changed(order) == (["needs-decision"], set(), set())


def test_words_that_no_bullet_says_are_not_found() -> None:
    assert changed("Delete the bullet “New Mill” from Schedule B.")[0] == ["target-missing"]


@pytest.mark.parametrize(
    "order",
    [
        "Add the following definition to clause 1.1:",
        "Insert the following definition in clause 1.1 in alphabetical order:",
        "Insert in clause 1.1, after the definition of “Blast”:",
        "After the definition of “Blast” in clause 1.1 insert:",
    ],
)
def test_a_definition_comes_into_a_list_of_bullets(order: str) -> None:
    done = result(f"{order}\n\n“Bench” means a level of the pit.")
    assert statuses(done) == ["applied"]
    found = [one for one in done.applied.document.clauses if one.own_text.startswith("“B")]
    assert {one.kind for one in found} == {"bullet"}
    expected = ["“Blast” means a planned explosion.", "“Bench” means a level of the pit."]
    assert [one.own_text for one in found] == (
        expected if "after" in order.lower() else expected[::-1]
    )


@pytest.mark.parametrize(
    ("order", "place"),
    [
        ("Add the following definition to clause 1.2:", 1),  # C, D, P
        ("Insert in clause 1.2, after the definition of “Pit”:", 2),
        ("Insert in clause 1.2, before the definition of “Crew”:", 0),
    ],
)
def test_a_definition_comes_between_paragraphs(order: str, place: int) -> None:
    done = result(f"{order}\n\n“Dray” means a loaded cart.")
    assert statuses(done) == ["applied"]
    texts = [one for one in printed(done) if one.startswith(("“Crew", "“Dray", "“Pit"))]
    assert texts.index("“Dray” means a loaded cart.") == place


def test_a_definition_that_is_not_one_is_refused() -> None:
    order = "Insert in clause 1.2, after the definition of “Pit”:\n\nPits are safe."
    assert changed(order) == (["needs-decision"], set(), set())


def test_a_new_schedule_counts_by_its_letter() -> None:
    done = result(
        "Insert a new Schedule C:\n\nSCHEDULE C – LAMPS\n\n"
        "C1 The company shall supply a lamp.\n\nC2 A lamp that fails is replaced.",
    )
    assert statuses(done) == ["applied"]
    body = done.applied.document.body
    assert body["C1"].own_text == "The company shall supply a lamp."
    assert body["C2"].own_text == "A lamp that fails is replaced."
    assert body["C2"].parent == "Schedule C"
