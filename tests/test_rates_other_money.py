"""Money that is no New Zealand dollars, and amounts whose thousands a space sets off."""

from __future__ import annotations

import pytest
from test_rates import rows
from test_rates_table_days import unread

from clausetrack.currency import named

IN_NO_DOLLARS = "an amount is in another currency than dollars and gives no rate"


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("Salary (£)", "GBP"), ("Hourly €", "EUR"), ("A$ per hour", "AUD"), ("US$", "USD"),
        ("Rate (CAD)", "CAD"), ("NZ$ per hour", "NZD"), ("$ per hour", ""), ("£ or €", ""),
        ("Salaries in pounds sterling", "GBP"), ("Pounds lifted", ""),
    ],
)  # fmt: skip
def test_a_heading_names_its_money(heading: str, code: str) -> None:
    assert named(heading) == code


def test_figures_under_the_sign_of_another_currency_are_in_it() -> None:
    found = rows(
        "2.1 Pay points\n\nPoint\t5 May 2025 £\t4 May 2026 £\n"
        "M1\t32,900\t33,800\nM2\t34,800\t35,700\n"
    )
    assert [(step, amount, unit) for step, _, amount, unit, *_ in found] == [
        ("M1", "32900", "GBP per year"), ("M1", "33800", "GBP per year"),
        ("M2", "34800", "GBP per year"), ("M2", "35700", "GBP per year"),
    ]  # fmt: skip


def test_each_column_is_in_the_dollars_that_it_names() -> None:
    found = rows("2.1 Crews\n\nRank\tA$ per hour\tNZ$ per hour\nOiler\t24.10\t27.10\n")
    assert [(amount, unit) for _, _, amount, unit, *_ in found] == [
        ("24.10", "AUD per hour"),
        ("27.10", "NZD per hour"),
    ]
    (salary,) = rows("2.1 Salaries in Canadian dollars\n\nRank\tSalary\nMate\t61,000\n")
    assert salary[2:4] == ("61000", "CAD per year")


def test_cells_in_pounds_are_told() -> None:
    text = "2.1 Fees\n\nFee\tFrom 5 May 2025\nTea\t£18.50\nSoup\t£16.00\n"
    assert not rows(text)
    assert unread(text) == [(IN_NO_DOLLARS, "Tea | £18.50"), (IN_NO_DOLLARS, "Soup | £16.00")]
    mixed = "2.1 Fees\n\nFee\tFrom 5 May 2025\nTea\t$18.50\nSoup\t£16.00\n"
    assert [row[2] for row in rows(mixed)] == ["18.50"]
    assert (IN_NO_DOLLARS, "Soup | £16.00") in unread(mixed)


@pytest.mark.parametrize(
    "amount", ["$61 200", "$ 61 200", "$61\u00a0200", "$1 050.50", "$1 061 200"]
)
def test_an_amount_with_spaces_is_not_cut_at_the_first(amount: str) -> None:
    text = f"2.1 The salary of a mate is {amount} per annum.\n"
    assert not rows(text)
    assert [quote for _, quote in unread(text)] == [amount.replace("\u00a0", " ")]


def test_the_day_of_a_figure_that_cannot_be_read_is_not_that_of_its_neighbours() -> None:
    for amount in ("$1 050.00", "£40.00", "USD 40.00"):
        text = f"2.1 A mate has {amount} a week from 5 May 2025.\n\n2.2 A cook has $900 a week.\n"
        assert [(row[2], row[4]) for row in rows(text)] == [("900", "")]


@pytest.mark.parametrize(
    "cells", [("24.00", "25.00"), ("1 050.00", "1 150.00"), ("54 600", "56 100")]
)
def test_a_table_of_pay_that_is_not_read_is_told(cells: tuple[str, str]) -> None:
    text = "2.1 Progression\n\nWages go up.\n\nPost\tStart\tLater\nHand\t{}\t{}\n".format(*cells)
    assert not rows(text)
    message = "a table of figures could not be read and gives no rate"
    assert unread(text) == [(message, " | ".join(cells))]
    assert not unread(f"3 Tides\n\n{text.replace('2.1', '3.1').replace('Wages', 'They')}")
