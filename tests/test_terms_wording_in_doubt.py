"""What in wording without quotation marks may be the terms' own, or is open; worked by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts

from clausetrack.ingest import read

AGREEMENT = """Ridge Quarries Collective Agreement 2023–2025

1 Work

1.1 A shift is nine hours.

1.2 A digger has:

(a) a lamp worth $40; and

(b) a helmet worth $75.

1.3 Dust is washed off each night. Hoses are shared.

1.4 The rates are:

Post	Rate
Digger	$29.00
Driver	$31.00
"""
TERMS = "Terms of settlement\nRidge Quarries Collective Agreement 2025–2027\n\n1. {}\n"
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
result = on(AGREEMENT, TERMS)


@pytest.mark.parametrize(
    "behind",
    [
        # orders
        ", and omit clause 1.3.",
        " and paragraph 1.3 is repealed.",
        "; clause 1.3 removed.",
        ". 1.3 to be removed.",
        ". Renumber the rest.",
        ". Add “Shift” to the index.",
        ", with clause 1.3 unaffected.",
        " (clause 1.3 to follow).",
        ". The third sentence is omitted.",
        ". Last sentence removed.",
        # remarks
        "; settled.",
        " – operative 3 May 2026.",
        " - from 3 May 2026.",
        " (from 3 May 2026).",
        " (with effect from 3 May 2026).",
        ", to take effect on 3 May 2026.",
        " (was nine).",
        " (previously nine hours).",
        " (formerly clause 1.3).",
        ". See item 9.",
        ". Numbering to be corrected.",
        ". Cross-references to follow.",
        ". This document does not say more.",
        ". Costs: none.",
        ". Subject to the board’s mandate.",
        ". Individual agreements will be amended to match.",
        ". The union will recommend acceptance.",
        ". This answers the union’s claim 3.",
        ". The reason is fairness.",
        ". For discussion.",
        ". The parties will meet again on the roster.",
        ". Agreed.",
        ". Previously nine hours.",
        ". Old wording: nine hours.",
        ". Other matters to be sorted out.",
        ", replacing the current nine hours.",
        "; up from nine.",
        " / A shift is seven hours.",
        " (or seven).",
    ],
)
def test_what_may_be_of_the_terms_behind_wording_holds_the_order_back(behind: str) -> None:
    done = result(f"Amend clause 1.1 to read: A shift is eight hours{behind}")
    assert "applied" not in statuses(done)
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "wording",
    [
        "A shift is ___ hours.",
        "A shift is <how many> hours.",
        "A shift is {eight} hours.",
        "A shift is [eight] hours.",
        "A shift is [the company: eight] hours.",
        "A shift is eight hours [or a night].",
        "[The Company] sets the shift.",
        "A shift is seven/eight hours.",
        "A shift is 7/8 hours.",
        "A shift is nine (eight) hours.",
        "A shift is nine→eight hours.",
        "A shift is eight hours. OR A shift is seven hours.",
        "A shift is eight hours?",
        "A shift is eight hours. Breaks as now.",
        "A shift is eight hours. Breaks: existing wording.",
        "A shift is eight hours, and so on.",
    ],
)
def test_open_words_in_the_line_of_an_order_hold_it_back(wording: str) -> None:
    done = result(f"Amend clause 1.1 to read: {wording}")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "item",
    [
        "a helmet: unchanged.",
        "same as now.",
        "to be confirmed.",
        "-",
        "see item 4.",
        "a helmet worth $80 (was $75).",
        "a helmet worth $80 [7% up].",
        "a helmet worth [$80].",
    ],
)
def test_an_item_of_a_list_that_is_open_holds_the_order_back(item: str) -> None:
    done = result(f"Amend clause 1.2 to read:\n1.2 A digger has:\n(a) a lamp; and\n(b) {item}")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "rows",
    [
        "Post\tRate\nDigger\tTBC\nDriver\t$32.00",
        "Post\tRate\nDigger\t$30.00\nDriver\tno change",
        "Post\tNow\tRate\nDigger\t$29.00\t$30.00\nDriver\t$31.00\t$32.00",
        "Post\tRate\tIncrease\nDigger\t$30.00\t$1.00\nDriver\t$32.00\t$1.00",
    ],
)
def test_a_table_with_open_cells_or_columns_of_before_holds_the_order_back(rows: str) -> None:
    done = result(f"Replace clause 1.4 with:\n1.4 The rates are:\n\n{rows}")
    assert statuses(done) == ["needs-decision"]


@pytest.mark.parametrize(
    "wording",
    [
        "From 1 July 2026 a shift is eight hours.",
        "A shift is eight (8) hours.",
        "A shift is eight hours (with two breaks), and nine on Fridays.",
        "A shift is eight hours. See also clause 1.3.",
        "A shift is eight hours, or seven for apprentices (or their tutors).",
        "A shift in 2025/26 is eight hours. The pit works 24/7.",
        "A shift is eight hours. The parties will meet each quarter.",
        "A shift is eight hours. Where hours are not agreed, clause 1.3 applies.",
        "A shift is eight hours. Either party may end it. Or, if both agree, it is seven.",
        "A shift is eight hours. A break of 1/12 is paid. What began before 2026 is unaffected.",
        "A shift is eight hours. The last hour is paid at $4.50 more. Costs of coats are met.",
        "What is a shift? It is eight hours.",
        "A shift is eight hours. Fees paid on courses are met by the company.",
        "A shift is eight hours; a break is paid; and lamps are checked.",
        "Lamps (formerly known as torches) are checked in each shift.",
        "A shift is eight hours at a time to be agreed with the foreman.",
    ],
)
def test_an_agreement_has_brackets_and_days_of_its_own(wording: str) -> None:
    done = result(f"Amend clause 1.1 to read: {wording}")
    assert texts(done) == UNCHANGED | {"1.1": wording}


def test_an_item_with_a_day_of_its_own_comes_in() -> None:
    done = result("Amend clause 1.2 to read:\n1.2 A digger has:\n(a) a lamp; and\n"
                  "(b) from 1 July 2026, a helmet worth $80.")  # fmt: skip
    assert statuses(done) == ["applied"]
    assert texts(done)["1.2(b)"] == "from 1 July 2026, a helmet worth $80."


def test_between_quotation_marks_brackets_and_days_are_wording() -> None:
    wording = "A shift is eight hours (from 1 July 2026)."
    assert texts(result(f"Amend clause 1.1 to read: “{wording}”")) == UNCHANGED | {"1.1": wording}


def test_wording_under_delete_and_insert_is_looked_at_too() -> None:
    order = "Clause 1.1\n\nDelete:\n\nA shift is nine hours.\n\nInsert:\n\nA shift is {} hours."
    assert texts(result(order.format("eight"))) == UNCHANGED | {"1.1": "A shift is eight hours."}
    assert texts(result(order.format("[eight]"))) == UNCHANGED


def test_a_sentence_that_keeps_a_part_as_now_holds_the_marked_wording_back() -> None:
    order = "Amend clause 1.3 to read: “Dust is washed off each day.” {}"
    assert texts(result(order.format("For hoses, no change."))) == UNCHANGED
    done = texts(result(order.format("Clause 1.1 is unchanged.")))
    assert done == UNCHANGED | {"1.3": "Dust is washed off each day."}
