"""Steps that are numbered anew from a day on: a second column of steps, with its own figures."""

from __future__ import annotations

from test_rates import rates

from clausetrack.rates.model import Rates

_OLD = ("Rates effective 2 June 2025", "Rates effective 1 December 2025")
_ROWS = (
    ("Grade", "Step", *_OLD, "Step", "Rates effective 1 June 2026"),
    ("A-B", "1", "$31.10", "$32.00", "1", "$34.10"),
    ("B-C", "2", "$31.40", "$32.30", "", ""),
    ("C", "3", "$33.50", "$34.40", "2", "$36.20"),
    ("D", "Range of rates", "", "", "", ""),
    ("D", "4", "$41.00", "$42.00", "3", "$44.00"),
)
DECK = "2.1 Deck rates\n\n" + "".join(" | ".join(row) + " |\n" for row in _ROWS) + "\n"
MERGED = "Note: Steps 1 and 2 are merged effective 1 June 2026.\n"


def steps(found: Rates) -> list[tuple[str, str, str, str, str, str]]:
    """Step, group, amount, first and last day of each rate, and what the step becomes."""
    return [
        (r.step, r.group, f"{r.amount}", str(r.start or ""), str(r.end or ""), r.becomes)
        for r in found.rates
    ]


def test_figures_behind_a_second_column_of_steps_are_those_of_its_steps() -> None:
    found = rates(DECK + MERGED)
    assert steps(found) == [
        ("1", "A-B", "31.10", "2025-06-02", "2025-11-30", "1"),
        ("1", "A-B", "32.00", "2025-12-01", "2026-05-31", "1"),
        ("2", "B-C", "31.40", "2025-06-02", "2025-11-30", "1"),
        ("2", "B-C", "32.30", "2025-12-01", "2026-05-31", "1"),
        ("3", "C", "33.50", "2025-06-02", "2025-11-30", "2"),
        ("3", "C", "34.40", "2025-12-01", "2026-05-31", "2"),
        ("4", "D", "41.00", "2025-06-02", "2025-11-30", "3"),
        ("4", "D", "42.00", "2025-12-01", "2026-05-31", "3"),
        ("1", "", "34.10", "2026-06-01", "", ""),
        ("2", "", "36.20", "2026-06-01", "", ""),
        ("3", "", "44.00", "2026-06-01", "", ""),
    ]
    assert not found.findings


def test_a_step_that_no_note_merges_is_told_alone() -> None:
    assert [each.message for each in rates(DECK).findings] == [
        "nothing says what step 2 becomes"  # and a row without figures is no step
    ]


def test_whose_steps_they_are_may_stand_before_a_later_column_of_steps() -> None:
    found = rates(
        "2.1 Rates\n\n"
        "Step\tQual group\tRates prior to 1 June 2025\tQual group\tStep\t"
        "Rates effective 1 June 2025\n"
        "1\tT1\t$51,300\tT1\t1\t$56,700\n3\tT2\t$55,900\tT2+\t2\t$59,900\n"
    )
    assert steps(found) == [
        ("1", "T1", "51300", "", "2025-05-31", "1"),
        ("3", "T2", "55900", "", "2025-05-31", "2"),
        ("1", "T1", "56700", "2025-06-01", "", ""),
        ("2", "T2+", "59900", "2025-06-01", "", ""),
    ]
    assert not any(rate.note for rate in found.rates)


def test_steps_of_three_days_side_by_side_become_each_other_in_turn() -> None:
    found = rates(
        "2.1 Rates\n\nStep\tRates effective 2 May 2024\tStep\tRates effective 1 July 2025\t"
        "Step\tRates effective 1 July 2026\n"
        "1\t$36,600\t1\t$48,400\t1\t$49,800\n4\t$47,900\t2\t$50,400\t2\t$51,900\n"
    )
    assert [(step, amount, becomes) for step, _, amount, _, _, becomes in steps(found)] == [
        ("1", "36600", "1"), ("4", "47900", "2"),
        ("1", "48400", "1"), ("2", "50400", "2"),
        ("1", "49800", ""), ("2", "51900", ""),
    ]  # fmt: skip


def test_a_column_of_shares_names_no_step() -> None:
    found = rates(
        "2.1 Apprentices\n\nStage\tPercentage of the full rate\t$ per week\n"
        "1st year\t55\t560.00\n2nd year\t65\t660.00\n"
    ).rates
    assert [(r.step, r.group, f"{r.amount}") for r in found] == [
        ("1st year", "55", "560.00"),
        ("2nd year", "65", "660.00"),
    ]
    steps = rates("2.1 Pay\n\nStep\t% of top\tRate per hour\n1\t80\t$24.00\n2\t90\t$27.00\n").rates
    assert [(r.step, r.group) for r in steps] == [("1", "80"), ("2", "90")]


def test_a_column_of_clauses_is_no_pay_and_names_no_step() -> None:
    found = rates(
        "2.1 Allowances\n\nClause\tAllowance\tRate\tFrequency\n"
        "9.1\tFirst aid\t$18.50\tweekly\n9.2\tMeal\t$16.00\tper meal\n9.3\tUniform\t$250\tannual\n"
    ).rates
    assert [(r.step, r.group, f"{r.amount}", r.unit, r.note) for r in found] == [
        ("First aid", "9.1", "18.50", "NZD per week", ""),
        ("Meal", "9.2", "16.00", "NZD per meal", ""),
        ("Uniform", "9.3", "250", "NZD per year", ""),
    ]


def test_a_column_per_says_what_each_row_is_paid_for() -> None:
    found = rates(
        "2.1 Allowances\n\nAllowance\tAmount ($)\tPer\nFirst aid\t18.50\tweek\nTool\t0.85\thour\n"
    ).rates
    assert [(r.step, f"{r.amount}", r.unit, r.note) for r in found] == [
        ("First aid", "18.50", "NZD per week", ""),
        ("Tool", "0.85", "NZD per hour", ""),
    ]


def test_years_of_service_beside_the_steps_are_no_steps() -> None:
    text = "2.1 Pay\n\nStep\tYears of service\tSalary\n1\t0\t$50,000\n2\t4+\t$52,000\n"
    assert [(r.step, r.group) for r in rates(text).rates] == [("1", "0"), ("2", "4+")]
    code = "2.1 Allowances\n\nPay code\tAllowance\tAmount\n101\tDirt\t$2.10\n102\tHeight\t$3.40\n"
    assert [(r.step, r.group) for r in rates(code).rates] == [("Dirt", "101"), ("Height", "102")]
