"""Orders that a paragraph says in two sentences: what goes, and then what comes."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.ingest import read

AGREEMENT = """Rope Walk Collective Agreement 2023–2025

1 Coverage

1.1 This agreement covers spinners and splicers. It does not cover foremen.

2 Meaning

2.1 In this agreement:

“Cord” means a thin rope.

“Week” means seven days.

3 Hours

3.1 Hours are forty a week. Work starts at seven. Work ends at five.

3.2 Leave is given after ten months. A note is given after three days.

3.3 A meal is eaten at noon in each week.

Schedule 1 Yarns

1 Yarns are of hemp.

2 Yarns are of flax.
"""
TERMS = "Terms of settlement\nRope Walk Collective Agreement 2025–2027\n\n1. {}\n"
BEFORE = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (
            "In clause 3.1, delete “forty”. Insert “thirty-eight”.",
            {"3.1": "Hours are thirty-eight a week. Work starts at seven. Work ends at five."},
        ),
        (
            "Clause 3.1. Delete “forty”. Insert “thirty-eight” in its place.",
            {"3.1": "Hours are thirty-eight a week. Work starts at seven. Work ends at five."},
        ),
        (
            "Clause 1.1: delete the last sentence. Insert: “It covers foremen.”",
            {"1.1": "This agreement covers spinners and splicers. It covers foremen."},
        ),
        (
            "Delete the first sentence of clause 3.1. Substitute “Hours are thirty a week.”",
            {"3.1": "Hours are thirty a week. Work starts at seven. Work ends at five."},
        ),
        (
            "In the second sentence of clause 3.1 delete “seven”. Insert “six”.",
            {"3.1": "Hours are forty a week. Work starts at six. Work ends at five."},
        ),
        (
            "In clause 3.1, delete “forty”. In clause 3.2, delete “ten”. Insert “six”.",
            {
                "3.1": "Hours are a week. Work starts at seven. Work ends at five.",
                "3.2": "Leave is given after six months. A note is given after three days.",
            },
        ),
    ],
)
def test_what_is_inserted_goes_for_what_is_taken_out(
    order: str, wanted: dict[str, str | None]
) -> None:
    done = result(order)
    assert set(statuses(done)) == {"applied"}
    assert texts_changed(done, BEFORE) == wanted
    assert not done.instructions.terms_only


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (
            "In clause 3.1 replace “seven” with “six”. Replace “five” with “four”.",
            {"3.1": "Hours are forty a week. Work starts at six. Work ends at four."},
        ),
        (
            "Clause 1.1: replace “spinners” with “makers”. Delete “and splicers”.",
            {"1.1": "This agreement covers makers. It does not cover foremen."},
        ),
        (
            "In clause 3.2 after “ten” add “full” and after “three” add “dry”.",
            {"3.2": "Leave is given after ten full months. A note is given after three dry days."},
        ),
    ],
)
def test_words_are_of_the_clause_that_the_paragraph_has_named(
    order: str, wanted: dict[str, str | None]
) -> None:
    done = result(order)
    assert statuses(done) == ["applied", "applied"] or "3.2" in wanted
    assert texts_changed(done, BEFORE) == wanted


@pytest.mark.parametrize(
    "order",
    [
        # where it is to stand, for whom, or with what else, is a person's to say
        "In clause 3.1, delete “forty”, and in clause 3.2 delete “ten”, inserting “a” and “b” "
        "respectively.",
        "In the definition of “Week” and in clause 3.3 replace “week” with “fortnight”.",
    ],
)
def test_no_half_of_an_order_is_carried_out(order: str) -> None:
    done = result(order)
    assert "applied" not in statuses(done)
    assert texts_changed(done, BEFORE) == {}


def test_words_behind_a_clause_that_goes_are_not_of_it() -> None:
    done = result("Delete clause 3.3. Replace “ten” with “six”.")
    assert statuses(done) == ["applied", "target-unnamed"]
    assert texts_changed(done, BEFORE) == {"3.3": None}


def test_words_behind_an_order_on_several_clauses_are_of_none_of_them_alone() -> None:
    done = result("In clauses 1.1 and 3.2 replace “given” with “had”. Replace “three” with “two”.")
    assert "two" not in " ".join(filter(None, texts_changed(done, BEFORE).values()))


@pytest.mark.parametrize(
    "order",
    [
        "Rename clause 3 “Work” and insert:\n\n3.4 Tea is free.",
        "Amend the heading of clause 3 to “Work” and add the following clause:\n\n3.4 Tea is free.",
        "Clause 3 is renamed “Work” and the following is added:\n\n3.4 Tea is free.",
    ],
)
def test_a_heading_is_not_lost_beside_wording(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["needs-decision"]
    assert "heading" in done.applied.outcomes[0].reason
    assert texts_changed(done, BEFORE) == {}


def test_wording_under_a_heading_is_wording() -> None:
    done = result("Insert under the heading of clause 3:\n\n3.4 Tea is free.")
    assert statuses(done) == ["applied"]
    assert texts_changed(done, BEFORE) == {"3.4": "Tea is free."}
