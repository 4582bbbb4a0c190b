"""What stands in wording for words that are not printed is no wording."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts

from clausetrack.amend.placeholders import placeholder
from clausetrack.ingest import read

AGREEMENT = """Birch Trams Collective Agreement 2023–2025

1 Shifts

1.1 A shift is eight hours. It has two breaks. Breaks are paid.

1.2 A driver has:

(a) a coat worth $90; and

(b) gloves worth $25.

1.3 Coats are washed weekly.
"""
TERMS = "Terms of settlement\nBirch Trams Collective Agreement 2025–2027\n\n1. {}\n"
result = on(AGREEMENT, TERMS)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}


@pytest.mark.parametrize(
    "behind",
    [
        "[balance unchanged]",
        "[No further changes]",
        "[as existing]",
        "[etc]",
        "(remaining wording stays as is)",
        "(Employer to confirm)",
        "Otherwise as before.",
        "The remainder of this clause continues.",
        "All else is unchanged.",
        "Balance of paragraph to remain.",
        "Other provisions retained.",
        "Paragraph 1.3 is unaffected.",
    ],
)
def test_what_stands_for_the_rest_of_a_clause_holds_the_order_back(behind: str) -> None:
    done = result(f"Amend clause 1.1 to read: A shift is seven hours. {behind}")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "clauses",
    [
        "1.1 As per the present agreement.\n1.3 Coats are washed daily.",
        "1.1 A shift is seven hours.\n1.3 No change.",
        "1.1 A shift is seven hours.\n1.3 Deleted.",
        "1.2 A driver has:\n(a) a coat worth $99; and\n(b) no change",
    ],
)
def test_a_clause_printed_only_as_unchanged_holds_the_order_back(clauses: str) -> None:
    done = result(f"Amend clause 1 to read:\n{clauses}")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "wording",
    [
        "A shift is [eight] seven hours [new].",
        "A coat is worth [$90] $99.",
        "A coat is worth $90 $99.",
        "A shift is [8] 7 hours.",
    ],
)
def test_old_and_new_side_by_side_hold_the_order_back(wording: str) -> None:
    done = result(f"Amend clause 1.1 to read: {wording}")
    assert statuses(done) == ["needs-decision"]
    assert texts(done) == UNCHANGED


@pytest.mark.parametrize(
    "wording",
    [
        "The rest of the shift is unpaid.",
        "Other coats remain the company’s.",
        "All drivers keep their coats (old or new).",
        "The current roster continues for a week.",
        "A driver is paid $90, $99 or $110.",
        "Terms are agreed with the union.",
        "The parties will keep a list.",
        "Coats [of wool] are washed.",
    ],
)
def test_what_speaks_of_the_subject_is_wording(wording: str) -> None:
    done = result(f"Amend clause 1.1 to read: {wording}")
    assert texts(done) == UNCHANGED | {"1.1": wording}


def test_between_quotation_marks_a_sentence_is_wording_and_a_note_is_not() -> None:
    assert placeholder("All other terms remain unchanged.", marked=True) == ""
    assert placeholder("[Deleted]", marked=True) == ""
    assert placeholder("It is paid. [rest unchanged]", marked=True) == "[rest unchanged]"
