"""A range in a sentence is its minimum and maximum; "from one to the other" may also be a rise."""

from __future__ import annotations

import pytest
from test_rates import YEAR, rates

from clausetrack.ingest import read
from clausetrack.rates.find import find

AUGUST = "2025-08-04"
NIGHT = "NZD per night"


def ends(text: str) -> list[tuple[str, str, str, str, str, str]]:
    return [
        (r.group, r.step, f"{r.amount}", r.unit, str(r.start or ""), str(r.end or ""))
        for r in rates(text).rates
    ]


@pytest.mark.parametrize(
    ("sentence", "group", "low", "high", "unit", "start"),
    [
        (
            "Masters are paid from $98,200 to $111,450 per annum from 4 August 2025.",
            *("", "98200", "111450", YEAR, AUGUST),
        ),
        (
            "The range for pilots is $70,100 - $75,300 per annum from 4 August 2025.",
            *("", "70100", "75300", YEAR, AUGUST),
        ),
        (
            "The range for pilots is $70,100 – 75,300 per annum from 4 August 2025.",
            *("", "70100", "75300", YEAR, AUGUST),
        ),
        (
            "From 4 August 2025 keepers receive between $24.00 and $36.00 per night.",
            *("", "24.00", "36.00", NIGHT, AUGUST),
        ),
        (
            "Keepers get a minimum of $24.00 and a maximum of $36.00 per night from 4 August 2025.",
            *("", "24.00", "36.00", NIGHT, AUGUST),
        ),
        ("Grade 7: $98,200 to $111,450 per annum from 4 August 2025.",
         *("Grade 7", "98200", "111450", YEAR, AUGUST)),
    ],
)  # fmt: skip
def test_a_range_is_its_minimum_and_its_maximum(
    sentence: str, group: str, low: str, high: str, unit: str, start: str
) -> None:
    assert ends(f"2.1 {sentence}\n") == [
        (group, "minimum", low, unit, start, ""), (group, "maximum", high, unit, start, ""),
    ]  # fmt: skip


def test_ranges_in_a_list_under_their_day() -> None:
    found = ends(
        "2.1 Masters are paid within these ranges from 4 August 2025:\n\n"
        "(a) Grade 7: $98,200 to $111,450; and\n\n(b) Grade 8: $111,460 - $120,000.\n"
    )
    assert [row[:3] + row[4:] for row in found] == [
        ("Grade 7", "minimum", "98200", AUGUST, ""), ("Grade 7", "maximum", "111450", AUGUST, ""),
        ("Grade 8", "minimum", "111460", AUGUST, ""), ("Grade 8", "maximum", "120000", AUGUST, ""),
    ]  # fmt: skip


def test_a_later_range_ends_the_earlier_one() -> None:
    found = ends(
        "2.1 The range is $70,000 - $75,000 per annum from 4 August 2025 and $71,000 - $76,000 per"
        " annum from 3 August 2026.\n"
    )
    assert [row[1:3] + row[4:] for row in found] == [
        ("minimum", "70000", AUGUST, "2026-08-02"), ("maximum", "75000", AUGUST, "2026-08-02"),
        ("minimum", "71000", "2026-08-03", ""), ("maximum", "76000", "2026-08-03", ""),
    ]  # fmt: skip


def test_from_one_to_the_other_is_a_rise_where_the_words_say_that_it_grows() -> None:
    found = ends("2.1 The fee increases from $700 to $750 per annum from 4 August 2025.\n")
    assert [row[1:] for row in found] == [
        ("fee", "700", YEAR, "", "2025-08-03"), ("fee", "750", YEAR, AUGUST, ""),
    ]  # fmt: skip


def test_where_nothing_says_whether_it_is_a_range_or_a_rise_it_is_not_read() -> None:
    found = rates("2.1 Boat money: $12.50 to $13.00 from 4 August 2025.\n")
    assert not found.rates
    assert [(f.code, f.clause) for f in found.findings] == [("rate-unread", "2.1")] * 2
    assert "a range or a rise" in found.findings[0].message


def test_a_range_under_words_of_increase_is_in_doubt() -> None:
    found = rates("2.1 Increases\n\n2.1.1 Masters are paid from $98,200 to $111,450 per annum.\n")
    assert not found.rates
    assert {f.code for f in found.findings} == {"rate-unread"}


def test_in_terms_what_is_listed_under_a_rise_rises() -> None:
    text = (
        "Terms of Settlement – Harbour Lights Collective Agreement 2026-2028\n\n"
        "1. Allowances (clause 4.6)\n\nThe allowances increase from 4 August 2025:\n\n"
        "- Boat: $12.50 to $13.00 per week\n"
    )
    assert [str(r.end or "") for r in find(read(text.encode())).rates] == ["2025-08-03", ""]


def test_those_who_earn_between_two_sums_are_not_paid_them() -> None:
    found = rates("2.1 Keepers who earn between $50,000 and $60,000 may apply.\n")
    assert not found.rates
    assert [m.text for m in found.mentions] == ["$50,000", "$60,000"]
