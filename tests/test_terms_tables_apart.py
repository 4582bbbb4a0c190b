"""Tables of terms that no order takes: each is listed, and none is the wording of other clauses."""

from __future__ import annotations

from factory import on, statuses, texts

from clausetrack.amend.unread import ordered_in_table
from clausetrack.ingest import read
from clausetrack.markup import Markup

AGREEMENT = """Pilot Boats Collective Agreement 2023–2025

1. Pay

1.1 The rates are:

Grade	Rate
Master	$40.00
Deckhand	$30.00

1.2 Allowances:

(a) tea: $9.00 a day;

(b) coats: $80 a year.

2. Leave

2.1 Leave is four weeks.

2.2 A pilot has a day at New Year.
"""
TERMS = "Terms of settlement\n\nPilot Boats Collective Agreement 2025–2027\n\n1. {}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
SUMS = "\n\nCrew\tLump sum\nMaster\t$700\nDeckhand\t$500\n"
CHANGES = "\n\nClause\tNow\tFrom 1 July 2025\n1.2(a)\t$9.00\t$10.00\n1.2(b)\t$80\t$95\n"
result = on(AGREEMENT, TERMS)


def rates(done: Markup) -> list[list[str]]:
    return next(one.table.texts for one in done.applied.document.clauses if one.table)


def test_a_table_behind_an_order_that_needs_none_stays_in_the_terms_and_is_listed() -> None:
    done = result(f"Delete clause 2.2.\n\n2. In 2.1 replace “four weeks” with “five weeks”.{SUMS}")
    assert statuses(done) == ["applied", "applied"]
    assert texts(done)["2.1"] == "Leave is five weeks."
    listed = [(one.item, one.text) for one in done.instructions.terms_only]
    assert listed == [("2", "Crew Lump sum Master $700 Deckhand $500")]


def test_each_row_of_a_table_of_changes_behind_another_order_is_left_to_a_person() -> None:
    done = result(f"Delete clause 2.2.{CHANGES}")
    outcomes = [(one.amendment.target, one.status) for one in done.applied.outcomes]
    assert outcomes == [
        ("2.2", "applied"), ("1.2(a)", "needs-decision"), ("1.2(b)", "needs-decision"),
    ]  # fmt: skip
    said = [one.instruction for one in done.instructions.amendments[1:]]
    assert said == [
        "1.2(a) | Now: $9.00 | From 1 July 2025: $10.00",
        "1.2(b) | Now: $80 | From 1 July 2025: $95",
    ]
    assert done.instructions.amendments[0].effective == ()
    assert texts(done) == {one: text for one, text in UNCHANGED.items() if one != "2.2"}


def test_a_table_of_changes_alone_in_its_item_has_an_outcome_for_each_row() -> None:
    done = result(f"Allowances{CHANGES}")
    outcomes = [(one.amendment.target, one.status) for one in done.applied.outcomes]
    assert outcomes == [("1.2(a)", "needs-decision"), ("1.2(b)", "needs-decision")]
    assert texts(done) == UNCHANGED


def test_a_table_of_other_clauses_takes_the_place_of_no_table() -> None:
    done = result(f"Pay\nIn clause 1.1 the table is replaced.{CHANGES}")
    assert set(statuses(done)) == {"needs-decision"}
    assert rates(done) == [["Grade", "Rate"], ["Master", "$40.00"], ["Deckhand", "$30.00"]]


def test_a_table_of_the_clause_itself_takes_the_place_of_its_table() -> None:
    table = "\n\nGrade\tRate\nMaster\t$42.00\nDeckhand\t$31.00\n"
    done = result(f"Pay\nIn clause 1.1 the table is replaced.{table}")
    assert statuses(done) == ["applied"]
    assert rates(done) == [["Grade", "Rate"], ["Master", "$42.00"], ["Deckhand", "$31.00"]]
    assert done.instructions.terms_only == ()


def test_a_table_in_an_item_without_orders_is_listed_once() -> None:
    done = result(f"Lump sum\nEach pilot is paid as below.{SUMS}")
    told = [one.text for one in done.instructions.terms_only]
    assert [one for one in told if "$700" in one] == ["Crew Lump sum Master $700 Deckhand $500"]


def test_a_row_without_cells_orders_nothing() -> None:
    assert ordered_in_table([[], ["Clause 1.1", "Delete."], []], alone=True)[0].cited == ("1.1",)
    assert ordered_in_table([[]], alone=True) == []
