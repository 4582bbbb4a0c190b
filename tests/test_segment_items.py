"""Which numbers of terms of settlement are those of their items, and which they quote."""

from __future__ import annotations

import pytest

from clausetrack import read
from clausetrack.model import Document

TITLE = "Terms of Settlement: Lighthouse Keepers’ Collective Agreement 2020–2023\n\n"


def terms(text: str) -> Document:
    return read((TITLE + text).encode(), "terms.txt")


def items(document: Document) -> list[str]:
    return [clause.id for clause in document.clauses if clause.kind == "item"]


def quoted(document: Document, item: str) -> list[str]:
    """The IDs of the wording that an item quotes, in order."""
    return [
        clause.id
        for clause in document.clauses
        if clause.fragment and clause.fragment.startswith(f"{item} quoted")
    ]


ORDERS = [
    "In Schedule 1, replace “$40” with “$42”.",
    "The second sentence of clause 2.1 is deleted.",
    "With effect from 1 July 2026, amend clause 3 by replacing “ten” with “nine”.",
    "After clause 3(a), insert a new paragraph (aa):\n(aa) They begin at dusk.",
    "Schedule 1 is amended by replacing “$50” with “$52”.",
    "Update the reference in clause 2.2 from “clause 1” to “clause 1.1”.",
    "Change “keepers” to “all keepers” in clause 2.2(a).",
    "Throughout the agreement, replace “boat” with “launch”.",
    "Clause 4.4 is repealed.",
]


@pytest.mark.parametrize("order", ORDERS)
def test_an_order_with_the_next_number_is_an_item_whatever_was_quoted_before(order: str) -> None:
    document = terms(
        "1. Delete clause 2.2(b) and replace it with:\n(b) the mate on watch.\n\n"
        f"2. {order}\n\n3. Replace clause 2.1 with:\n2.1 The keeper keeps the light.\n"
    )
    assert items(document) == ["1", "2", "3"]
    assert quoted(document, "1") == ["2.2(b)"]
    assert quoted(document, "3") == ["2.1"]


def test_items_that_are_orders_and_a_title_behind_them() -> None:
    wordings = "\n\n".join(
        f"{n}. Insert a new clause 4.{n}:\n4.{n} A lamp of {n} wicks is trimmed at noon."
        for n in range(1, 13)
    )
    document = terms(f"{wordings}\n\n13. Meetings\n\nThe parties meet in June.\n")
    assert items(document) == [str(n) for n in range(1, 14)]
    assert all(quoted(document, str(n)) == [f"4.{n}"] for n in range(1, 13))


def test_the_clauses_of_a_schedule_that_is_quoted_are_no_items() -> None:
    document = terms(
        "1. Lamps\n\nAmend clause 1.1 by deleting the second sentence.\n\n"
        "2. Boats\n\nInsert a new Schedule 4 as follows:\n\nSchedule 4: Boats\n\n"
        "1. Harbours\n\nA boat lies in the lee of the point.\n\n"
        "2. Oars\n\nFour oars are kept dry.\n\n3. Sails\n\nSails are tanned each spring.\n\n"
        "3. Pay\n\nAmend clause 3.1 by replacing “$40” with “$42”.\n\n"
        "4. Meetings\n\nThe parties meet in June.\n"
    )
    assert items(document) == ["1", "2", "3", "4"]
    assert quoted(document, "2") == ["Schedule 4", "Schedule 4 1", "Schedule 4 2", "Schedule 4 3"]


def test_a_clause_that_has_the_number_of_the_next_item_is_quoted() -> None:
    document = terms(
        "1. Delete clause 2.\n\n2. Replace clause 3 with:\n\n3. Watches\n\nA watch is short.\n\n"
        "3. Amend clause 5.1 by replacing “ten” with “nine”.\n\n4. Delete clause 6.\n"
    )
    assert items(document) == ["1", "2", "3", "4"]
    assert quoted(document, "2") == ["3"]


def test_the_entries_of_a_list_that_is_quoted_are_no_items() -> None:
    document = terms(
        "1. Delete clause 2.\n\n2. Replace clause 3.1 with:\n\n3.1 The keeper has in store:\n"
        "1. oil for a month;\n2. wick for a year;\n3. glass, if it may be had;\n4. rope.\n\n"
        "3. Delete clause 6.\n"
    )
    assert items(document) == ["1", "2", "3"]
    assert quoted(document, "2") == ["3.1", "3.1(1)", "3.1(2)", "3.1(3)", "3.1(4)"]


def test_an_item_that_states_what_is_paid_stands_among_orders() -> None:
    document = terms(
        "1. Replace clause 3.1 with:\n\n3.1 Oil is kept.\n\n"
        "2. A lump sum of $500 goes to each keeper on 1 July 2026.\n\n"
        "3. Amend clause 4.1 by replacing “ten” with “nine”.\n"
    )
    assert items(document) == ["1", "2", "3"]


def test_wording_that_the_words_above_it_open_is_quoted_where_the_item_comes_later() -> None:
    document = terms(
        "1. Delete clause 1.2.\n\n2. After clause 2, insert a new clause as follows:\n\n"
        "3. Watches\n\nA watch is short.\n\n3. Amend clause 5.1 by replacing “ten” with “nine”.\n"
    )
    assert items(document) == ["1", "2", "3"]
    assert quoted(document, "2") == ["3"]
