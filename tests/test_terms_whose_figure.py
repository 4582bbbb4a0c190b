"""An order that calls a figure what another figure is called is left to a person."""

from __future__ import annotations

from pathlib import Path

import pytest

from clausetrack import markup

BASE = """\
Harbour Light Collective Agreement 2023 to 2025

1 Lamps

1.1 Keeping. A keeper works 40 hours a week, and 8 hours a day.

2 Rest

2.1 Rest. A keeper rests.

Schedule A: Rates

| Position | From 1 July 2023 | From 1 July 2024 |
| --- | --- | --- |
| Keeper | $20.00 | $21.00 |
| Cook | $22.00 | $23.00 |

Schedule B: Allowances

B1 Boat allowance: $5.00 a trip.

B2 Lamp allowance: $6.00 a night.
"""


def status(order: str, tmp_path: Path, agreement: str = BASE) -> str:
    base, terms = tmp_path / "base.txt", tmp_path / "terms.txt"
    base.write_text(agreement, "utf-8")
    terms.write_text(
        "Terms of Settlement\n\nHarbour Light Collective Agreement 2025 to 2027\n\n"
        f"1. Changes\n\n{order}\n",
        "utf-8",
    )
    (only,) = markup(base, terms).applied.outcomes
    return only.status


@pytest.mark.parametrize(
    "order",
    [
        "Schedule A: Cook, from $20.00 to $24.00.",
        "In Schedule A increase the cook’s rate from $21.00 to $24.00.",
        "In Schedule A increase the cook’s 2024 rate from $22.00 to $24.00.",
        "In Schedule A, from 1 July 2024, replace “$22.00” with “$24.00”.",
        "Increase the boat allowance in Schedule B from $6.00 to $7.00.",
    ],
)
def test_a_figure_that_has_the_name_of_another_is_left_alone(order: str, tmp_path: Path) -> None:
    assert status(order, tmp_path) == "needs-decision"


@pytest.mark.parametrize(
    "order",
    [
        "Schedule A: Keeper, from $20.00 to $24.00.",
        "In Schedule A increase the cooks’ rate from $22.00 to $24.00.",
        "In Schedule A, from 1 July 2023, replace “$22.00” with “$24.00”.",
        "In Schedule A, from 1 July 2026, replace “$22.00” with “$24.00”.",
        "Increase the boat allowance in Schedule B from $5.00 to $7.00.",
        "Increase the allowance for a trip in Schedule B from $5.00 to $7.00.",
        "In clause 1.1, increase the week of a keeper from 40 hours to 44 hours.",
    ],
)
def test_a_figure_that_has_its_own_name_is_moved(order: str, tmp_path: Path) -> None:
    assert status(order, tmp_path) == "applied"


COLUMNS = BASE.replace("From 1 July 2023 | From 1 July 2024", "Day rate | Relief rate").replace(
    "2.1 Rest. A keeper rests.", "2.1 A keeper rests at home, as does a cook:\n\n* on Sundays;"
)


@pytest.mark.parametrize(
    "order",
    [
        "Schedule A, Relief rate column: replace “$20.00” with “$24.00”.",
        "In the Relief rate column of the table in Schedule A, replace “$20.00” with “$24.00”.",
        "In Schedule A, increase the relief rate of a Keeper from $20.00 to $24.00.",
        "In Schedule A under Relief rate replace “$20.00” with “$24.00”.",
    ],
)
def test_a_figure_is_not_that_of_another_column(order: str, tmp_path: Path) -> None:
    assert status(order, tmp_path, COLUMNS) == "needs-decision"


def test_a_figure_may_be_called_by_its_column(tmp_path: Path) -> None:
    order = "In Schedule A, increase the day rate of a Keeper from $20.00 to $24.00."
    assert status(order, tmp_path, COLUMNS) == "applied"


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("In the table in clause 2.1, replace “home” with “sea”.", "precondition-failed"),
        ("In the bullets in clause 2.1, replace “home” with “sea”.", "precondition-failed"),
        ("In the list in clause 2.1, replace “home” with “sea”.", "precondition-failed"),
        ("In the list in clause 2.1, replace “Sundays” with “Mondays”.", "applied"),
        ("In the table in Schedule A, replace “Cook” with “Steward”.", "applied"),
    ],
)
def test_words_are_sought_where_the_order_says(order: str, wanted: str, tmp_path: Path) -> None:
    assert status(order, tmp_path, COLUMNS) == wanted
