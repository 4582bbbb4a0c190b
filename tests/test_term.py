"""From when to when an agreement runs, in the words that term clauses use."""

from __future__ import annotations

from datetime import date

import pytest

from clausetrack.checks.subject import Subject
from clausetrack.ingest import read
from clausetrack.provisions.agreements import term

HEAD = "Lighthouse Collective Agreement 2025 – 2027\n\n1 Term\n\n1.1 {}\n"
FIRST, LAST = date(2025, 1, 1), date(2026, 12, 31)


@pytest.mark.parametrize(
    "words",
    [
        "The agreement runs for 24 months from 1 January 2025 to 31 December 2026.",
        "This agreement shall come into effect on 1 January 2025 and shall continue in force until"
        " 31 December 2026.",
        "This collective agreement commences on 1 January 2025 and ends on 31 December 2026.",
        "This agreement has effect for two years beginning on 1 January 2025 and expiring on 31"
        " December 2026.",
        "This agreement is for a term of 24 months commencing 1 January 2025 and expiring 31"
        " December 2026.",
        "This agreement will be in force from 1 January 2025 to 31 December 2026.",
        "The term of this agreement is from 1 January 2025 until 31 December 2026.",
    ],
)
def test_a_term_is_read_alike_for_the_review_and_for_the_status(words: str) -> None:
    document = read(HEAD.format(words).encode(), "agreement.txt")
    reviewed, status = Subject(document).term, term([document])
    assert reviewed is not None
    assert status is not None
    assert (reviewed.start, reviewed.end) == (status.start, status.expiry) == (FIRST, LAST)


@pytest.mark.parametrize(
    "words",
    [
        "The oil allowance in this agreement runs from 1 January 2025 to 31 December 2026.",
        "The lamp was out from 1 January 2025 to 31 December 2026.",
        "This agreement replaces the one that was signed on 1 January 2025.",
    ],
)
def test_what_only_stands_in_the_agreement_is_not_its_term(words: str) -> None:
    document = read(HEAD.format(words).encode(), "agreement.txt")
    assert Subject(document).term is None
    assert term([document]) is None
