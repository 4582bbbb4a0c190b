"""Paragraphs that their style calls lines of a table of contents, and that list nothing."""

from __future__ import annotations

import pytest
from word_samples import inserted, paragraph, word

from clausetrack.comparison import compared
from clausetrack.reconcile.differences import Reconciliation
from clausetrack.reconciliation import reconciled

TERMS = b"""Terms of Settlement

1. Amend clause 1.2 by replacing "Monday" with "Tuesday".
"""


def contents(*lines: str) -> list[str]:
    return [paragraph(line, style="TOC1") for line in lines]


def agreement(*more: str, listed: tuple[str, ...] = ("1\tPay\t2", "2\tLeave\t3")) -> bytes:
    return word(
        "Slip Works Collective Agreement 2024",
        *contents(*listed),
        "1 Pay",
        "1.1 A rigger is paid $30 an hour.",
        "1.2 Pay is on a Monday.",
        *more,
        "2 Leave",
        "2.1 A rigger has 20 days of leave.",
    )


BASE = agreement()
WORDS = "1.3 The works may withhold pay."


def held(theirs: bytes) -> Reconciliation:
    return reconciled(BASE, TERMS, theirs, "base.docx", "terms.txt", "theirs.docx")


def test_a_clause_in_the_style_of_the_contents_is_told() -> None:
    (found,) = compared(BASE, agreement(*contents(WORDS))).findings
    assert found.code == "outside-changed"
    assert found.message == f"a line of the table of contents, inserted: “{WORDS}”"


def test_it_is_told_of_theirs_as_silent_and_as_not_ordered() -> None:
    (silent,) = held(agreement(*contents(WORDS))).of("silent")
    assert (silent.what, silent.theirs) == ("inserted", WORDS)
    tracked = paragraph(inserted(WORDS), style="TOC1", mark="ins")
    (found,) = held(agreement(tracked)).of("not-ordered")
    assert (found.what, found.theirs) == ("inserted", WORDS)


@pytest.mark.parametrize(
    "listed",
    [
        ("1\tPay\t4", "2\tLeave\t7"),  # other pages
        ("1\tPay\t2",),
        ("1\tPay\t2", "1.1\tA rigger is paid $30 an hour\t2", "2\tLeave\t3"),
    ],
)
def test_contents_that_list_what_stands_in_the_text_are_not_compared(
    listed: tuple[str, ...],
) -> None:
    assert compared(BASE, agreement(listed=listed)).findings == ()


def test_contents_that_nobody_brought_up_to_date_are_the_same_in_both() -> None:
    old, new = (agreement(listed=(f"1\tWages\t{page}", "2\tLeave\t9")) for page in (2, 5))
    assert compared(old, new).findings == ()
