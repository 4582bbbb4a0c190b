"""What rows and columns say beside their figures, and shares of pay that are only stated."""

from __future__ import annotations

import pytest
from test_rates import page, rates

from clausetrack.rates.model import Rates


def told(found: Rates) -> list[tuple[str, str, str, str]]:
    """Step, amount, unit and note of each rate."""
    return [(r.step, f"{r.amount}", r.unit, r.note) for r in found.rates]


def test_a_column_behind_the_figures_says_their_units_and_their_notes() -> None:
    found = rates(
        "2.1 Allowances\n\nAllowance\tAmount\tPayable\nOil\t$12.40\tper shift\n"
        "Tar\t$17.85\tper meal\n"
        "Mate\t$0.85\tper hour, beside the hourly rate\nRope\t$3.10\twhere a hawser is spliced\n"
    )
    assert told(found) == [
        ("Oil", "12.40", "NZD per shift", ""),
        ("Tar", "17.85", "NZD per meal", ""),
        ("Mate", "0.85", "NZD per hour", "“per hour, beside the hourly rate”"),
        ("Rope", "3.10", "NZD", "“where a hawser is spliced”"),
    ]


def test_a_row_that_those_who_work_pay_is_no_rate() -> None:
    found = rates(
        "2.1 Sums\n\nItem\tAmount\nLamp allowance\t$12.40\n"
        "Key deposit (paid by the employer)\t$5.00\n"
        "Boat deposit (payable by the employee)\t$80.00\nFine for lateness\t$9.00\n"
    )
    assert [step for step, *_ in told(found)] == [
        "Lamp allowance", "Key deposit (paid by the employer)",
    ]  # fmt: skip
    assert [(m.text, m.why) for m in found.mentions] == [
        ("Boat deposit (payable by the employee) $80.00", "taken off, and nobody's pay"),
        ("Fine for lateness $9.00", "taken off, and nobody's pay"),
    ]


def test_a_heading_says_that_its_figures_are_paid_on_top() -> None:
    found = rates("2.1 Watches\n\nWatch\tExtra per hour\nLate\t$2.40\nNight\t$3.20\n")
    assert [note for *_, note in told(found)] == ["on top of another amount"] * 2


def test_a_table_of_shares_of_pay_is_open_row_by_row() -> None:
    found = rates(
        "2.1 A boy is paid the following percentage of the adult rate:\n\nAge\tPercentage\n"
        "Under 17\t60%\n17 years\t70%\n18 years\t80%\n"
    )
    assert [(m.text, m.is_open) for m in found.mentions] == [
        ("Under 17: 60%", True), ("17 years: 70%", True), ("18 years: 80%", True),
    ]  # fmt: skip


def test_the_shares_of_several_columns_bear_their_headings() -> None:
    found = rates(
        "2.1 A boy is paid this percentage of grade 4:\n\nYear\tLong term\tShort term\n"
        "First\t50%\t55%\n"
    )
    assert [m.text for m in found.mentions] == ["First, Long term: 50%", "First, Short term: 55%"]


def test_rises_behind_their_days_are_open() -> None:
    found = rates("2.1 Keepers receive increases on these days: 1 May 2025 = 4% 1 May 2026 = 3%.\n")
    assert [(m.text, m.is_open) for m in found.mentions] == [("4%", True), ("3%", True)]


def test_a_table_of_other_percentages_is_not_open() -> None:
    found = rates("2.1 Duties\n\nDuty\tHours\nOffice\t60%\nLamp\t40%\n")
    assert not found.mentions


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("Casual keepers are paid the hourly rate plus 25%.", ["25%"]),
        ("A casual keeper receives ordinary pay plus an additional 20 per cent.", ["20 per cent"]),
        ("Saturday work is paid at 150% of the hourly rate and Sunday work at 175%.",
         ["150%", "175%"]),
        ("Keepers receive 2.5% from 1 April 2025.", ["2.5%"]),
        ("A boy is paid 85% of Step 3 and, from 1 July 2025, 90% of Step 3.", ["85%", "90%"]),
        ("A boy is paid 85% of Step 3, rising to 90% of Step 3 from 1 July 2025.", ["85%", "90%"]),
        ("Boys: first six months 85% of Step 3; second six months 90% of Step 3.", ["85%", "90%"]),
        ("Boys receive the following percentages of the deck rate: first year 55%, then 65%.",
         ["55%", "65%"]),
    ],
)  # fmt: skip
def test_a_share_or_rise_of_pay_that_is_only_stated_is_open(
    sentence: str, figures: list[str]
) -> None:
    found = rates(f"2.1 {sentence}\n")
    assert [m.text for m in found.mentions if m.is_open] == figures


def test_a_share_of_pay_in_leave_is_not_open() -> None:
    found = rates("2.1 Leave is 80% of your salary and 20% of sick days are unpaid.\n")
    assert not [m for m in found.mentions if m.is_open]


PAIRS = "Rank\tAnnual salary from 1 July 2024\tHourly\tAnnual salary from 1 July 2025\tHourly\n"


def test_the_hourly_rate_beside_each_salary_has_its_day() -> None:
    found = rates(
        f"2.1 Pay\n\n{PAIRS}Hand\t$52,000\t$25.00\t$53,560\t$25.75\n"
        "Mate\t$72,800\t$35.00\t$74,984\t$36.05\n"
    )
    assert [
        (r.step, f"{r.amount}", r.unit, str(r.start), str(r.end or "")) for r in found.rates
    ] == [
        ("Hand", "52000", "NZD per year", "2024-07-01", "2025-06-30"),
        ("Hand", "25.00", "NZD per hour", "2024-07-01", "2025-06-30"),
        ("Hand", "53560", "NZD per year", "2025-07-01", ""),
        ("Hand", "25.75", "NZD per hour", "2025-07-01", ""),
        ("Mate", "72800", "NZD per year", "2024-07-01", "2025-06-30"),
        ("Mate", "35.00", "NZD per hour", "2024-07-01", "2025-06-30"),
        ("Mate", "74984", "NZD per year", "2025-07-01", ""),
        ("Mate", "36.05", "NZD per hour", "2025-07-01", ""),
    ]


@pytest.mark.parametrize(
    "row",
    [
        "$72,800\t$36.05\t$74,984\t$35.00",  # as if they stood before their salaries
        "$72,800\t$41.00\t$74,984\t$42.00",  # of other hours than the row above
    ],
)
def test_hourly_rates_that_do_not_fit_their_salaries_stay_unread(row: str) -> None:
    found = rates(f"2.1 Pay\n\n{PAIRS}Hand\t$52,000\t$25.00\t$53,560\t$25.75\nMate\t{row}\n")
    assert {rate.unit for rate in found.rates} == {"NZD per year"}
    assert "rate-unread" in {finding.code for finding in found.findings}


def test_a_range_in_a_column_of_figures_ends_with_the_range_in_the_next() -> None:
    found = rates(
        "2.1 Salaries\n\nRank\tFrom 1 July 2024\tFrom 1 July 2025\nHand\t$52,000\t$53,000\n"
        "Mate\t$62,000\t$63,000\nMaster\t$72,000 – $80,000\t$73,000 – $81,000\n"
    )
    assert [
        (r.step, f"{r.amount}", str(r.end or ""), r.until) for r in found.rates if r.group
    ] == [
        ("minimum", "72000", "2025-06-30", ""),
        ("maximum", "80000", "2025-06-30", ""),
        ("minimum", "73000", "", ""),
        ("maximum", "81000", "", ""),
    ]


def test_a_figure_that_spans_rows_is_that_of_each_row_that_has_a_name() -> None:
    found = page(
        "<tr><th>Role</th><th>From 1 July 2025</th><th>From 1 July 2026</th></tr>"
        "<tr><td>Cook</td><td rowspan=2>$30.00</td><td>$31.00</td></tr>"
        "<tr><td>Mate</td><td>$30.50</td></tr>"
        "<tr><td>Boy</td><td rowspan=2>$20.00</td><td rowspan=2>$21.00</td></tr>"
        "<tr><td>Girl</td></tr>"
    )
    assert [(r.step, f"{r.amount}", str(r.start), str(r.end or "")) for r in found.rates] == [
        ("Cook", "30.00", "2025-07-01", "2026-06-30"),
        ("Cook", "31.00", "2026-07-01", ""),
        ("Mate", "30.00", "2025-07-01", "2026-06-30"),
        ("Mate", "30.50", "2026-07-01", ""),
        ("Boy", "20.00", "2025-07-01", "2026-06-30"),
        ("Boy", "21.00", "2026-07-01", ""),
        ("Girl", "20.00", "2025-07-01", "2026-06-30"),
        ("Girl", "21.00", "2026-07-01", ""),
    ]


def test_a_row_whose_cells_all_span_those_of_the_row_above_is_the_same_one() -> None:
    found = page(
        "<tr><th>Role</th><th>From 1 July 2025</th></tr>"
        "<tr><td rowspan=2>Cook</td><td rowspan=2>$30.00</td></tr><tr></tr>"
        "<tr><td>Mate</td><td>$28.00</td></tr>"
    )
    assert [(r.step, f"{r.amount}") for r in found.rates] == [("Cook", "30.00"), ("Mate", "28.00")]


@pytest.mark.parametrize("printed", ["“", '"', "ditto", "25%", "as above"])
def test_a_row_of_what_is_no_amount_is_told(printed: str) -> None:
    found = rates(
        "2.1 Allowances\n\nAllowance\tAmount\nTar\t$12.00 per week\n"
        f"Oil\t{printed}\nRope\t$18.00 per shift\n"
    )
    assert [r.step for r in found.rates] == ["Tar", "Rope"]
    assert [f.quote for f in found.findings if f.code == "rate-unread"] == [f"Oil | {printed}"]


def test_a_figure_without_its_sign_among_others_has_its_unit() -> None:
    found = rates(
        "2.1 Allowances\n\nAllowance\tAmount\nTar\t$12.00 per week\nOil\t0.45 per hour\n"
    )
    assert told(found)[1] == ("Oil", "0.45", "NZD per hour", "")


@pytest.mark.parametrize("printed", ["ditto", '"', "as above"])
def test_a_figure_does_not_run_on_by_what_repeats_another_without_a_word(printed: str) -> None:
    found = rates(
        "2.1 Pay\n\nGrade\t1 July 2025\t1 July 2026\nA\t$30.00\t$31.00\n"
        f"B\t$32.00\t{printed}\nC\t$35.00\t$36.00\n"
    )
    (rate,) = [r for r in found.rates if r.step == "B"]
    assert rate.note == f"no figure from 2026-07-01 (“{printed}”)"


def test_an_empty_cell_below_a_group_is_of_the_group_where_its_steps_come_again() -> None:
    head = "<tr><th>Grade</th><th>Step</th><th>1 July 2025</th></tr>"

    def made(*rows: str) -> list[tuple[str, str, str]]:
        cells = (row.replace("/", "</td><td>") for row in rows)
        body = "".join(f"<tr><td>{row}</td></tr>" for row in cells)
        return [(rate.group, rate.step, str(rate.amount)) for rate in page(head + body).rates]

    found = made("Tutor/1a/$52,000", "/1b/$54,000", "Lecturer/1a/$62,000", "/1b/$64,000")
    assert found == [
        ("Tutor", "1a", "52000"), ("Tutor", "1b", "54000"),
        ("Lecturer", "1a", "62000"), ("Lecturer", "1b", "64000"),
    ]  # fmt: skip
    # steps that count on need no group, and one that would come twice in a group is not of it
    for rows in (
        ("Merit/1a/$52,000", "/1b/$54,000", "/1c/$56,000"),
        ("Night/1a/$52,000", "/1a/$54,000", "/1b/$56,000"),
    ):
        assert [group for group, *_ in made(*rows)][1:] == ["", ""]
