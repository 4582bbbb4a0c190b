"""Money, percentages and days as agreements write them; what is not clear is never guessed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausetrack.values import MONTHS, dates, find, money, only_date, percentages


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("$5,000 per annum", ["5000"]),
        ("from $61,329 to $62,862.50", ["61329", "62862.50"]),
        ("62 cents per kilometre", ["0.62"]),
        ("$710.", ["710"]),
        ("$4,000-", ["4000"]),
        ("no money here, only 4,000 teachers", []),
    ],
)
def test_amounts_of_money(text: str, amounts: list[str]) -> None:
    assert [value.value for value in money(text)] == [Decimal(amount) for amount in amounts]


@pytest.mark.parametrize("text", ["$102, 476", "$1,23", "$12,3456", "$1.2.3"])
def test_a_figure_that_is_not_one_amount_has_no_value(text: str) -> None:
    (found,) = money(text)
    assert (found.text, found.value) == (text, None)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("28 January 2026", date(2026, 1, 28)),
        ("28 Jan 2026", date(2026, 1, 28)),
        ("28January 2026", date(2026, 1, 28)),
        ("28 January2026", date(2026, 1, 28)),
        ("28th January2026", date(2026, 1, 28)),
        ("the 3rd of July 2023", date(2023, 7, 3)),
        ("30 Sept 2024", date(2024, 9, 30)),
        ("2025-12-01", date(2025, 12, 1)),
        ("13/04/2024", date(2024, 4, 13)),
        ("1 JULY 2023", date(2023, 7, 1)),
        ("AS OF JULY 1, 2023", date(2023, 7, 1)),
        ("on December 31st, 2025", date(2025, 12, 31)),
        ("Sept. 3 2024", date(2024, 9, 3)),
    ],
)
def test_days_with_their_year(text: str, day: date) -> None:
    assert [value.value for value in dates(text)] == [day]


@pytest.mark.parametrize("text", ["03/04/2024", "31 June 2024", "2024-02-30", "June 31, 2024"])
def test_a_day_that_may_be_two_or_none_has_no_value(text: str) -> None:
    (found,) = dates(text)
    assert found.value is None


@pytest.mark.parametrize(
    "text", ["28 January", "in May 2026", "the year 2026", "May 26, 2 of 2024", "you may 2, 2024"]
)
def test_a_day_without_its_year_or_a_year_without_its_day_is_none(text: str) -> None:
    assert dates(text) == ()


def test_percentages() -> None:
    text = "2.5% now and 3 per cent later, not 25 of 30"
    assert [value.value for value in percentages(text)] == [Decimal("2.5"), Decimal(3)]


def test_two_days_are_not_one() -> None:
    assert only_date("from 1 May 2026") == date(2026, 5, 1)
    assert only_date("from 1 May 2026 to 2 May 2026") is None


@given(st.dates(date(1990, 1, 1), date(2099, 12, 31)), st.integers(0, 9_999_999))
def test_what_is_written_is_found_at_its_place(day: date, amount: int) -> None:
    said = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    text = f"On {said} the rate is ${amount:,} per annum."
    found = find(text)
    assert [value.value for value in found] == [day, Decimal(amount)]
    assert [text[value.start : value.end] for value in found] == [said, f"${amount:,}"]
