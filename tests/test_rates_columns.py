"""Columns of one table that are paid by other periods, or are of other people."""

from __future__ import annotations

from test_rates import HEAD, YEAR, rates, rows

from clausetrack.checks.review import review
from clausetrack.ingest import read
from clausetrack.rates.brief import steps

HOUR = "NZD per hour"
OFFICERS = (
    "Duty\tYears\tSalary ($)\tHourly ($)\nLamp keeper\t0-2\t62,400\t28.57\n\t3-5\t65,520\t30.00\n"
    "\t6+\t68,796\t{}\nPilot\t0-2\t78,624\t36.00\n\t3+\t84,000\t38.46\n"
)


def test_a_salary_beside_an_hourly_rate_is_for_a_year() -> None:
    # 42 hours are what is worked, and the fortnight says when it is paid
    lead = "2.1 Salaries for 42 hours per week are paid fortnightly:\n\n"
    found = rows(lead + OFFICERS.format("31.50"))
    assert [(step, whose, amount, unit) for step, whose, amount, unit, *_ in found[:6]] == [
        ("0-2", "Salary ($), Lamp keeper", "62400", YEAR),
        ("0-2", "Hourly ($), Lamp keeper", "28.57", HOUR),
        ("3-5", "Salary ($), Lamp keeper", "65520", YEAR),
        ("3-5", "Hourly ($), Lamp keeper", "30.00", HOUR),
        ("6+", "Salary ($), Lamp keeper", "68796", YEAR),
        ("6+", "Hourly ($), Lamp keeper", "31.50", HOUR),
    ]


def test_a_salary_that_is_not_the_hourly_rate_beside_it_is_told() -> None:
    # each salary is 2,184 times its rate; 68,796 is that of 31.50
    for printed, told in (("31.50", 0), ("32.50", 1)):
        document = read(f"{HEAD}2.1 Salaries are:\n\n{OFFICERS.format(printed)}".encode(), "a.txt")
        found = [each.finding for each in review([document]).findings]
        said = [each.message for each in found if each.code == "rate-off-period"]
        assert len(said) == told
        assert all("6+: $68,796 is not 2,18" in each and "times $32.50" in each for each in said)


def test_a_minimum_and_a_maximum_are_no_days() -> None:
    found = rates(
        "2.1 The minimum and maximum salaries of each rank from 1 July 2025 are:\n\n"
        "Rank\tMinimum\tMaximum\nPilot\t$91,200\t$108,900\nMate\t$76,450\t$82,300\n"
    ).rates
    assert {(str(rate.start), rate.event) for rate in found} == {("2025-07-01", "")}


def test_shares_of_a_salary_head_columns_of_salaries() -> None:
    table = "Band\t80%\t100%\nA\t44,000\t55,000\nB\t50,400\t63,000\n"
    found = rows(f"2.1 The salary bands are:\n\n{table}")
    assert [each[:4] for each in found] == [
        ("A", "80%", "44000", YEAR), ("A", "100%", "55000", YEAR),
        ("B", "80%", "50400", YEAR), ("B", "100%", "63000", YEAR),
    ]  # fmt: skip


def test_hours_beside_the_years_of_service_name_no_row() -> None:
    table = "Service\tHours per month\tDays per year\n0-4\t8\t12\n5-9\t10\t15\n10+\t14\t20\n"
    found = rows(f"2.1 Leave accrues as follows:\n\n{table}")
    assert [each[0] for each in found] == ["0-4", "5-9", "10+"]


def test_a_total_of_other_figures_is_no_rate() -> None:
    found = rates(
        "2.1 Allowances:\n\nAllowance\tAmount\nRope\t$15.00\nOil\t$20.00\nTotal\t$35.00\n"
    )
    assert [rate.step for rate in found.rates] == ["Rope", "Oil"]
    assert [(each.text, each.why) for each in found.mentions] == [
        ("Total $35.00", "a total of other figures")
    ]


def test_steps_from_one_rank_to_another_are_named_with_their_ranks() -> None:
    head = "2.1 Salaries:\n\nRank\tStep\t1 May 2025\n"
    found = rates(f"{head}Pilot\t1\t$66,200\nPilot\t2\t$69,400\nMate\t1\t$71,500\n").rates
    assert steps(found) == "Pilot 1 to Mate 1"
    assert steps(found[:2]) == "1 to 2"
    assert steps(found[:1]) == "1"
