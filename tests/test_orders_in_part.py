"""Orders that name a part of a clause, made on a small agreement: carried out exactly, or refused.

What each order makes of the agreement was worked out by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from factory import on

from clausetrack.markup import Markup, markup
from clausetrack.render.schedule import rows

AGREEMENT = """Ferry Crew Collective Agreement 2023–2025

Part One: General

1.1 Term

This agreement runs from 1 July 2023 to 30 June 2025.

1.2 Words used

In this agreement:

(a) “Crew” means the people who sail a ferry.

(b) “Crossing” means one passage from quay to quay.

Part Two: Pay

2.1 Night crossings

2.1.1 A night crossing earns $40 and a meal. Holidays and other days count alike for five days.

2.1.2 The employer gives 14 days’ notice of a night crossing.

2.1.3 A crossing is:

(a) by day;

(b) by night; or

(c) by request.

Rest on board
Between crossings the crew may sleep.

2.2 Harbours

2.2.1 These rates are paid:

| Harbour | Rate |
|---|---|
| North | $10 |
| South | $12 |

2.3 Shifts

2.3.1 A crew member on long shifts has more leave:

Shifts	Days
121 or more	5
96 - 120	4

Schedule 1: Quays

1. North Quay

2. South Quay
"""
TERMS = """Terms of Settlement

These terms renew the Ferry Crew Collective Agreement (2025 – 2027).

1. Crossings

"""


@pytest.fixture
def order() -> Callable[[str], Markup]:
    return on(AGREEMENT, TERMS)


def changes(result: Markup) -> dict[str, str | None]:
    """Every clause of the base that is not as it was, with what it says now."""
    found: dict[str, str | None] = {}
    for edit in result.applied.edits:
        clause = edit.old or edit.new
        if edit.amendment and clause is not None:
            found[clause.id] = edit.new.own_text if edit.new else None
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # An apostrophe closes nothing that another mark opened.
        (
            "In clause 2.1.2 replace “14 days’ notice” with “28 days’ notice”.",
            {"2.1.2": "The employer gives 28 days’ notice of a night crossing."},
        ),
        (
            "In clause 2.1.1 replace “$40” with “$50” and “a meal” with “two meals”.",
            {
                "2.1.1": "A night crossing earns $50 and two meals. Holidays and other days count "
                "alike for five days."
            },
        ),
        # What one exchange puts in is not what another takes out.
        (
            "In clause 2.1.3 replace “by day” with “by night” and “by night” with “by dusk”.",
            {"2.1.3(a)": "by night;", "2.1.3(b)": "by dusk; or"},
        ),
        (
            "Clause 2.1.2: 'a night crossing' is changed to 'any crossing'.",
            {"2.1.2": "The employer gives 14 days’ notice of any crossing."},
        ),
        (
            "Clause 2.1.2 is amended by inserting “written” before “notice”.",
            {"2.1.2": "The employer gives 14 days’ written notice of a night crossing."},
        ),
        (
            "In clause 2.1.1, delete “and a meal” and insert “, a meal and a bed”.",
            {
                "2.1.1": "A night crossing earns $40, a meal and a bed. Holidays and other days "
                "count alike for five days."
            },
        ),
        (
            "In clause 2.1.2 replace “14” with “28” and in clause 2.1.3(a) replace “day” with "
            "“noon”.",
            {
                "2.1.2": "The employer gives 28 days’ notice of a night crossing.",
                "2.1.3(a)": "by noon;",
            },
        ),
        (
            "Clause 2.1.2: for ‘14’ read ‘28’.",
            {"2.1.2": "The employer gives 28 days’ notice of a night crossing."},
        ),
        (
            "Clause 2.1.2 – “14” should read “28”.",
            {"2.1.2": "The employer gives 28 days’ notice of a night crossing."},
        ),
        (
            "Insert in clause 2.1.2 after “gives” the words “the crew”.",
            {"2.1.2": "The employer gives the crew 14 days’ notice of a night crossing."},
        ),
        (
            "Delete the words “and a meal” from clause 2.1.1.",
            {
                "2.1.1": "A night crossing earns $40. Holidays and other days count alike for five "
                "days."
            },
        ),
        (
            "In clause 2.1.1, “A night crossing earns $40 and a meal.” is deleted.",
            {"2.1.1": "Holidays and other days count alike for five days."},
        ),
        (
            "In clause 2.1.3(c) delete “by” and in clause 2.1.1 replace “alike” with “once”.",
            {
                "2.1.3(c)": "request.",
                "2.1.1": "A night crossing earns $40 and a meal. Holidays and other days count "
                "once for five days.",
            },
        ),
        (
            "Amend clause 2.1.2 to read “The employer gives a month of notice.”",
            {"2.1.2": "The employer gives a month of notice."},
        ),
        (
            "Replace clause 2.1.2 with:\n\nThe employer gives a month of notice.",
            {"2.1.2": "The employer gives a month of notice."},
        ),
    ],
)
def test_words_for_words_are_put_in_and_no_more(order, text, expected) -> None:  # type: ignore[no-untyped-def]
    result = order(text)
    assert {one.status for one in result.applied.outcomes} == {"applied"}
    assert changes(result) == expected


@pytest.mark.parametrize(
    "text",
    [
        # A part of a clause, printed without a number: never the whole clause.
        "Insert in clause 1.2 the following definition:\n\n“Quay” means where a ferry lies.",
        "Amend clause 2.1.3 by replacing (b) with the following:\n\nby night or at dusk; or",
        "Replace the second bullet in clause 2.1.3 with:\n\n- at dusk;",
        "Amend clause 1.2 by adding the following:\n\n“Quay” means where a ferry lies.",
        "Amend the heading of clause 2.1 to read “Crossings by night.”",
        "Amend clause 2.1.2 to read “at once.”",
        # Rows are no table.
        "In the table in clause 2.2.1 insert a new row:\n\n| West | $9 |",
        # On a condition, for some, or from a day that an event sets.
        "Amend clause 2.1.1 from $40 to $50 if the Ministry pays for it.",
        "In clause 2.1.1 for “$40” substitute “$50”, provided that the crossing is full.",
        "Amend clause 2.1.1 from $40 to $50 for employees in the north.",
        "In clause 2.1.2 replace “14” with “28”, with effect from the first pay day of spring.",
        # The Schedule is said of both clauses.
        "In Schedule 1, clause 1, replace “North” with “Old” and in clause 2 replace “South” with "
        "“New”.",
        # Words of several kinds, of which only some would be done.
        "Delete “a” and “meal” in clause 2.1.1.",
        "Delete “and a meal” in clause 2.1.1 and insert “free” in the last sentence.",
        "Delete all references to “days” in clause 2.1.1.",
        "In clause 2.1.2, delete “14” and substitute 28.",
        "In clause 2.1.2, delete “14” and substitute a dash.",
        "In clause 2.1.1: delete from “and a” to “days”.",
        "Replace the definitions of “Crew” and “Crossing” in clause 1.2 with:\n\n“Crew” means all;"
        "\n\n“Crossing” means a trip;",
        # The place of what is put in is not that of what goes.
        "In clause 2.1.1 delete “and a meal” and insert “and no meals” at the end.",
        "Clause 2.1.1: to “a meal” add “a day”.",
        "In clause 2.1.1 replace “a meal” with “a bed” and add “and no more” to the last sentence.",
        "In clause 2.1.2 replace ‘14 days’ notice’ with ‘28 days’ notice’.",
    ],
)
def test_what_cannot_be_carried_out_exactly_is_refused(order, text) -> None:  # type: ignore[no-untyped-def]
    result = order(text)
    assert result.applied.outcomes
    assert not any(one.done for one in result.applied.outcomes)
    assert changes(result) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Amned clause 2.1.2 so that the notice is 28 days.",
        "Clause 2.1.2: fourteen becomes twenty-eight.",
        "The rate in clause 2.1.1 will be $50 per crossing.",
        "The definition of “Quay” is deleted.",
        "The parties have agreed that clause 2.1.2 be amended to give a month of notice.",
        "Schedule 1: increase all figures by 4%.",
        "Remove the second bullet",
        "Clause 2.1.2 is spent and is therefore removed.",
        "Clause 2.1.2 to have “14 days’ notice” replaced by “notice”.",
        "From 1 July 2026 clause 2.1.2 reads:\n\n2.1.2 Notice is a month.",
        "Insert the following after 2.1.3(b):\n\n(c) at dusk; or",
    ],
)
def test_an_order_in_words_that_are_not_understood_is_listed(order, text) -> None:  # type: ignore[no-untyped-def]
    result = order(text)
    (one,) = result.applied.outcomes
    assert not one.done
    assert text.split("\n")[0] in one.amendment.instruction


def test_wording_that_goes_on_from_the_clause_named_does_not_stop_the_run(order) -> None:  # type: ignore[no-untyped-def]
    result = order("Amend clause 1.2(b) as follows:\n\n(c) “Quay” means where a ferry lies.")
    assert not any(one.done for one in result.applied.outcomes)
    assert "wording-unused" in {found.code for found in result.applied.findings}


def test_an_order_right_over_a_table_is_not_its_caption(order) -> None:  # type: ignore[no-untyped-def]
    table = "Harbour\tRate\tBerth\nNorth\t$11\t$3\nSouth\t$13\t$4"
    result = order(f"Amend clause 2.2.1 as follows:\n\n{table}")
    assert [one.amendment.target for one in result.applied.outcomes] == ["2.2.1"]


def test_a_table_that_leaves_rows_out_says_so(order) -> None:  # type: ignore[no-untyped-def]
    table = "| Harbour | Rate |\n|---|---|\n| North | $11 |"
    result = order(f"Replace the table in clause 2.2.1 with the following:\n\n{table}")
    assert [one.status for one in result.applied.outcomes] == ["applied"]
    (found,) = [one for one in result.applied.findings if one.code == "row-repealed"]
    assert "South" in found.message


def test_a_figure_from_a_later_day_is_reported(order) -> None:  # type: ignore[no-untyped-def]
    result = order("Increase the rate in clause 2.1.1 from $40 to $50 from 1 July 2026.")
    assert [one.status for one in result.applied.outcomes] == ["applied"]
    assert "operative-later" in {found.code for found in result.applied.findings}


def test_two_columns_of_text_are_a_table(order) -> None:  # type: ignore[no-untyped-def]
    result = order("Delete clause 2.1.2.")
    (table,) = [one.table for one in result.base.clauses if one.id == "2.3.1 table 1"]
    assert table is not None
    assert table.texts[1:] == [["121 or more", "5"], ["96 - 120", "4"]]


def test_a_Schedule_that_counts_from_one_is_not_cut_at_the_number_of_the_next_item(order) -> None:  # type: ignore[no-untyped-def]
    quays = "Schedule 1: Quays\n\n1. West Quay\n\n2. East Quay\n\n2. Term\n\nDelete clause 2.1.2."
    result = order(f"Replace Schedule 1 with the following:\n\n{quays}")
    assert [one.status for one in result.applied.outcomes] == ["applied", "applied"]
    new = result.applied.document.body
    assert new["Schedule 1 1"].printed == "1. West Quay"
    assert new["Schedule 1 2"].printed == "2. East Quay"
    assert "2.1.2" not in new


def test_an_item_after_a_quoted_Schedule_is_none_of_its_clauses(order) -> None:  # type: ignore[no-untyped-def]
    quays = "Schedule 1: Quays\n\n1. West Quay\n\n2. Meals\n\nThe parties will talk about meals."
    result = order(f"Replace Schedule 1 with the following:\n\n{quays}")
    assert [one.status for one in result.applied.outcomes] == ["applied"]
    assert "Schedule 1 2" not in result.applied.document.body
    assert [one.text for one in result.instructions.terms_only] == [
        "The parties will talk about meals."
    ]


def test_a_new_Schedule_has_numbers_of_its_own(order) -> None:  # type: ignore[no-untyped-def]
    result = order("Insert a new Schedule 2 as follows:\n\nSchedule 2: Tides\n\n1. High tide")
    assert [one.status for one in result.applied.outcomes] == ["applied"]
    assert result.applied.document.body["Schedule 2 1"].printed == "1. High tide"


HEAD = TERMS.partition("1. Crossings")[0]
DELETED = "Delete clause 2.1.2."


@pytest.mark.parametrize(
    "text",
    [
        f"The parties agree as follows.\n\n{DELETED}\n\n1. Meals\n\nMeals are good.",
        f"1. Meals\n\nMeals are good.\n\nSigned on 1 July 2025:\n\nFor the crew: ____\n\n{DELETED}",
        "1. Changes\n\n| Clause | Change |\n|---|---|\n| 2.1.2 | Delete |",
        f"### Crossings\n\n{DELETED}",
        f"The agreement changes:\n\n- {DELETED}",
        f"7. Crossings\n\n{DELETED}",
    ],
)
def test_an_order_is_seen_wherever_it_stands(tmp_path: Path, text: str) -> None:
    base, terms = tmp_path / "agreement.txt", tmp_path / "terms.txt"
    base.write_text(AGREEMENT, "utf-8")
    terms.write_text(HEAD + text + "\n", "utf-8")
    (one,) = markup(base, terms).applied.outcomes
    assert (one.amendment.action, one.amendment.target) in {
        ("repeal", "2.1.2"), ("substitution", "2.1.2")}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "came"),
    [
        ("Insert a new clause after 2.1.3:\n\n2.1.4 A crossing has a log.", "2.1.4"),
        ("Insert a new clause on logs:\n\n2.4 Logs\n\n2.4.1 A crossing has a log.", "2.4.1"),
        ("After clause 2.1.3(a) insert a new paragraph:\n\n(aa) at noon;", "2.1.3(aa)"),
    ],
)
def test_what_is_new_stands_where_it_is_put(order, text: str, came: str) -> None:  # type: ignore[no-untyped-def]
    result = order(text)
    assert [one.status for one in result.applied.outcomes] == ["applied"]
    assert came in result.applied.document.body
    old = [one.id for one in result.base.clauses]
    assert [one.id for one in result.applied.document.clauses if one.id in old] == old


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Amend clause 2.1.1 by replacing “$40” with “$45 from 1 July 2026”.", False),
        ("Amend clause 2.1.1 by increasing the rate from $40 to $45 from 1 July 2026.", True),
    ],
)
def test_a_day_that_the_clause_now_says_is_not_missing(order, text: str, told: bool) -> None:  # type: ignore[no-untyped-def]
    applied = order(text).applied
    assert [one.status for one in applied.outcomes] == ["applied"]
    later = [one.message for one in applied.findings if one.code == "operative-later"]
    assert bool(later) is told
    assert all("the words say from 1 July 2026, and" in one for one in later)


def test_the_schedule_says_what_an_order_without_a_clause_asks(order) -> None:  # type: ignore[no-untyped-def]
    text = "The parties agree to minor changes as shown in the attached tracked agreement."
    result = order(text)
    (row,) = [one for one in rows(result.base, result.applied) if not one.clause]
    assert row.status == "needs-wording"
    assert row.reason == f"the terms say that the wording is in another document: “{text}”"
    named = order("Amend clause 2.1.2 as shown in the attached tracked agreement.")
    (other,) = [one for one in rows(named.base, named.applied) if one.clause == "2.1.2"]
    assert other.reason == "the terms say that the wording is in another document"
