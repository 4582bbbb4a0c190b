"""Tables in another side's tracked agreement: which cells an order rules, and which none does."""

from __future__ import annotations

import pytest

from clausetrack import reconcile
from clausetrack.comparison import tracked
from clausetrack.reconcile.differences import Reconciliation

BASE = """Ferry Crews’ Collective Agreement 2021–2024

1. Allowances

1.1 The allowances are:

Allowance	Amount
Early crossing	$14.00
Rough weather	$6.40
Night mooring	$9.75

1.2 Oilskins are given to each deckhand.
"""

TERMS = """Terms of Settlement

These terms renew the Ferry Crews’ Collective Agreement (2024 – 2027).

1. Crossings

In the table in clause 1.1 replace “$14.00” with “$15.50”.

2. Moorings

In the table in clause 1.1 replace “$9.75” with “$10.25”.
"""

NEW = BASE.replace("$14.00", "$15.50").replace("$9.75", "$10.25")


def held(new: str) -> Reconciliation:
    """The outcome where theirs makes `new` of the base, every change tracked."""
    return reconcile(BASE.encode(), TERMS.encode(), tracked(BASE.encode(), new.encode())[0])


def cells(result: Reconciliation) -> list[tuple[str, str, str, str, str]]:
    """The kind, the order, and the row, old and new words of each edit that is not agreed."""
    return [
        (one.kind, one.amendment, edit.row, edit.old, edit.new)
        for one in result.differences
        if one.kind != "agreed"
        for edit in one.edits
    ]


def agreed(result: Reconciliation) -> list[str]:
    return [one.amendment for one in result.of("agreed")]


def test_cells_done_as_ordered_agree() -> None:
    result = held(NEW)
    assert cells(result) == []
    assert agreed(result) == ["1#1", "2#1"]


def test_an_edit_in_a_row_that_no_order_touches_is_not_ordered() -> None:
    result = held(NEW.replace("$6.40", "$6.04"))
    assert cells(result) == [("not-ordered", "", "Rough weather", "$6.40", "$6.04")]
    assert agreed(result) == ["1#1", "2#1"]


@pytest.mark.parametrize(
    ("was", "now", "order", "row"),
    [
        ("$15.50", "$15.00", "1#1", "Early crossing"),
        ("$10.25", "$9.75", "2#1", "Night mooring"),  # left as it was
    ],
)
def test_a_cell_done_otherwise_is_told_with_its_own_order(
    was: str, now: str, order: str, row: str
) -> None:
    assert cells(held(NEW.replace(was, now))) == [("different", order, row, was, now)]


def test_a_cell_done_otherwise_and_one_that_no_order_touches_are_two_differences() -> None:
    assert cells(held(NEW.replace("$15.50", "$15.00").replace("$6.40", "$6.04"))) == [
        ("not-ordered", "", "Rough weather", "$6.40", "$6.04"),
        ("different", "1#1", "Early crossing", "$15.50", "$15.00"),
    ]


def test_a_table_in_which_nothing_was_done_is_absent() -> None:
    assert {(kind, order) for kind, order, *_ in cells(held(BASE))} == {
        ("absent", "1#1"),
        ("absent", "2#1"),
    }


def test_a_row_that_came_or_went_unordered_is_not_ordered() -> None:
    gone = held(NEW.replace("Rough weather	$6.40\n", ""))
    assert [one[:2] for one in cells(gone)] == [("not-ordered", "")]
    come = held(NEW.replace("Night mooring", "Fog	$3.00\nNight mooring"))
    assert [one[:3] for one in cells(come)] == [("not-ordered", "", "Fog")]


def test_an_ordered_row_that_theirs_takes_out_is_done_otherwise() -> None:
    found = held(NEW.replace("Early crossing	$15.50\n", ""))
    assert [one[:3] for one in cells(found)] == [("different", "1#1", "Early crossing")]


def test_an_ordered_name_of_a_row_that_theirs_left_is_told_with_its_order() -> None:
    terms = TERMS.partition("In the table")[0] + (
        "In the table in clause 1.1 replace “Early crossing” with “Dawn crossing”.\n"
    )
    theirs = tracked(BASE.encode(), BASE.replace("$6.40", "$6.04").encode())[0]
    found = reconcile(BASE.encode(), terms.encode(), theirs)
    assert [(kind, old, new) for kind, _, _, old, new in cells(found)] == [
        ("not-ordered", "$6.40", "$6.04"),
        ("different", "Dawn crossing", "Early crossing"),
    ]


@pytest.mark.parametrize(
    ("was", "now", "slight"),
    [
        ("$10.25", "$1.025", False),
        ("$10.25", "$10.26", False),
        ("$15.50", "$15.50 a day", False),
        ("$15.50", "$ 15.50", True),
    ],
)
def test_the_same_amount_set_in_another_way_is_slight(was: str, now: str, slight: bool) -> None:
    found = [one for one in held(NEW.replace(was, now)).differences if one.kind != "agreed"]
    assert [(one.kind, one.slight) for one in found] == [("different", slight)]


def test_an_amount_with_its_cents_and_without_is_slight_in_a_text_and_in_a_cell() -> None:
    base = BASE.replace("$14.00", "$14").replace("deckhand.", "deckhand, and $30 to the mate.")
    terms = TERMS.replace("“$14.00” with “$15.50”", "“$14” with “$15”")
    terms += "\n3. Mates\n\nIn clause 1.2 replace “$30” with “$1,040”.\n"
    ordered = base.replace("$14\n", "$15\n").replace("$9.75", "$10.25").replace("$30", "$1,040")
    theirs = ordered.replace("$15\n", "$15.00\n").replace("$1,040", "$1040.00")
    found = reconcile(base.encode(), terms.encode(), tracked(base.encode(), theirs.encode())[0])
    told = [(one.clause, one.kind, one.slight) for one in found.differences if one.kind != "agreed"]
    assert sorted(told) == [("1.1 table 1", "different", True), ("1.2", "different", True)]


def test_a_row_that_stands_elsewhere_is_not_slight() -> None:
    row = "Night mooring\t$10.25\n"
    moved = NEW.replace(row, "").replace("Early crossing", f"{row}Early crossing")
    found = [one for one in held(moved).differences if one.kind != "agreed"]
    assert found
    assert not any(one.slight for one in found)


WORDS = BASE.replace("Early crossing\t$14.00", "Early crossing\t$14.00 for two trips a day")
WORDS_NEW = WORDS.replace("$14.00", "$15.50").replace("$9.75", "$10.25")


def with_silent(base: str, new: str) -> Reconciliation:
    """What is told of WORDS where theirs was made of a `base` that is another."""
    return reconcile(WORDS.encode(), TERMS.encode(), tracked(base.encode(), new.encode())[0])


def test_a_silent_edit_beside_an_ordered_one_in_a_cell_is_told_once() -> None:
    result = with_silent(*(one.replace("two trips", "one trip") for one in (WORDS, WORDS_NEW)))
    assert [(one[0], one[2]) for one in cells(result)] == [("silent", "Early crossing")]
    assert agreed(result) == ["1#1", "2#1"]


def test_an_order_that_was_not_done_beside_a_silent_edit_is_told_in_its_own_words() -> None:
    base = WORDS.replace("two trips", "one trip")
    result = with_silent(base, base.replace("$9.75", "$10.25"))
    silent, undone = cells(result)
    assert (silent[0], silent[2]) == ("silent", "Early crossing")
    assert undone[2:] == (
        "Early crossing", "$15.50 for one trip a day", "$14.00 for one trip a day",
    )  # fmt: skip
    assert undone[1] == "1#1"


def test_a_tracked_edit_beside_a_silent_one_in_an_ordered_cell_is_not_excused() -> None:
    base = WORDS.replace("two trips", "one trip")
    new = WORDS_NEW.replace("two trips", "one trip").replace("a day", "a week")
    silent, other = cells(with_silent(base, new))
    assert silent[0] == "silent"
    assert other == (
        "different", "1#1", "Early crossing", "$15.50 for one trip a day",
        "$15.50 for one trip a week",
    )  # fmt: skip


def test_a_silent_edit_in_another_row_with_the_same_words_excuses_nothing() -> None:
    """Two cells read alike; the silent edit is in the one that no order is about."""
    base = WORDS.replace("Rough weather\t$6.40", "Rough weather\t$14.00 for two trips a day")
    terms = TERMS.replace("replace “$14.00” with “$15.50”.",
                          "replace the row “Early crossing” as follows:\n\nAllowance\tAmount\n"
                          "Early crossing\t$15.50 for two trips a day")  # fmt: skip
    theirs = base.replace("Rough weather\t$14.00 for two", "Rough weather\t$14.00 for ten")
    new = theirs.replace("$9.75", "$10.25").replace(
        "Early crossing\t$14.00 for two", "Early crossing\t$15.50 for ten"
    )
    result = reconcile(base.encode(), terms.encode(), tracked(theirs.encode(), new.encode())[0])
    assert ("silent", "Rough weather") in [(one[0], one[2]) for one in cells(result)]
    assert "Early crossing" in [one[2] for one in cells(result) if one[0] != "silent"]
