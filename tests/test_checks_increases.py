"""Hourly scales against stated increases: a column that follows another, the greater of two."""

from __future__ import annotations

import pytest
from test_rates import HEAD

from clausetrack.checks.review import review
from clausetrack.ingest import read
from clausetrack.model import Finding


def found(lead: str, *rows: str, heads: str = "1 July 2024\t1 July 2025") -> list[Finding]:
    """What is found of the increases of a scale."""
    text = f"{HEAD}2.1 {lead}\n\nGrade\t{heads}\n" + "\n".join(rows) + "\n"
    codes = {"rate-off-increase", "rate-off-column"}
    return [
        each.finding
        for each in review([read(text.encode(), "a.txt")]).findings
        if each.finding.code in codes
    ]


@pytest.mark.parametrize(
    ("stated", "by"),
    [
        ("Rates rise by 3% on 1 July 2025.", "3%"),
        ("Rates rise by $1.00 per hour on 1 July 2025.", "$1.00"),
    ],
)
def test_a_column_that_follows_another_increase_than_the_stated_one_is_told(
    stated: str, by: str
) -> None:
    # 30.00, 32.00, 35.00 and 40.00, each and 2%
    (one,) = found(stated, "A\t$30.00\t$30.60", "B\t$32.00\t$32.64", "C\t$35.00\t$35.70",
                   "D\t$40.00\t$40.80")  # fmt: skip
    assert one.severity == "warning"
    assert one.message == f"most figures rise by 2%, and {by} is stated"


def test_an_hourly_figure_without_cents_was_not_rounded_to_a_dollar() -> None:
    # 30.00 and 3% is 30.90, not 31.00
    (one,) = found("Rates rise by 3% on 1 July 2025.", "A\t$30.00\t$31.00", "B\t$32.00\t$32.96",
                   "C\t$35.00\t$36.05", "D\t$40.00\t$41.20")  # fmt: skip
    assert (one.severity, one.quote) == ("warning", "A | 1 July 2025 | $31.00")
    assert "which gives $30.90" in one.message


def test_salaries_in_whole_dollars_may_be_printed_with_cents() -> None:
    # 51,358 and 2.5% is 52,641.95; 60,111 and 2.5% is 61,613.775; 70,005 and 2.5% is 71,755.125
    assert not found("Salaries rise by 2.5% on 1 July 2025.", "A\t$51,358.00\t$52,642.00",
                     "B\t$60,111.00\t$61,614.00", "C\t$70,005.00\t$71,755.00")  # fmt: skip


def test_a_unit_of_rounding_that_is_stated_is_that_of_the_figures() -> None:
    # 30.10 and 3% is 31.003, 32.20: 33.166, 35.35: 36.4105, 40.40: 41.612
    lead = "Rates rise by 3% on 1 July 2025, rounded up to the nearest ten cents."
    right = ("A\t$30.10\t$31.10", "B\t$32.20\t$33.20", "C\t$35.35\t$36.50")
    assert not found(lead, *right, "D\t$40.40\t$41.70")
    (one,) = found(lead, *right, "D\t$40.40\t$41.60")
    assert one.message == (
        "step D: $41.60 is not $40.40 and 3% (stated), which gives $41.60 if rounded to the nearest"
        " or down, $41.70 if rounded up; the rest of the table is rounded up to a multiple of"
        " $0.10, from the printed figure"
    )


GREATER = "On 1 July 2025 rates rise by 3% or $1.00 per hour, whichever is the greater."


def test_the_greater_of_two_increases_is_what_each_step_follows() -> None:
    # 3% of 30.00 is 0.90 and of 32.00 0.96, below a dollar; of 35.00 it is 1.05, of 40.00 1.20
    right = ("B\t$32.00\t$33.00", "C\t$35.00\t$36.05", "D\t$40.00\t$41.20")
    assert not found(GREATER, "A\t$30.00\t$31.00", *right)
    (one,) = found(GREATER, "A\t$30.00\t$30.90", *right)
    assert one.quote == "A | 1 July 2025 | $30.90"
    assert "$1.00 (stated), which gives $31.00" in one.message


def test_an_increase_whose_day_stands_behind_another_one_may_be_that_of_a_step() -> None:
    lead = "Grades A to C rise by 3% and grade D by 4% on 1 July 2025."
    right = ("A\t$30.00\t$30.90", "B\t$32.00\t$32.96", "C\t$35.00\t$36.05")
    assert not found(lead, *right, "D\t$40.00\t$41.60")
    (one,) = found(lead, *right, "D\t$40.00\t$42.60")
    assert one.quote == "D | 1 July 2025 | $42.60"


def test_a_column_of_a_year_stands_where_it_is_printed_and_not_before_all_days() -> None:
    rows = "Grade\tFrom 1 July 2024\t2025/26\nA\t$30.00\t$31.00\nB\t$33.00\t$34.10\n"
    text = f"{HEAD}2.1 Pay\n\n{rows}"
    codes = {each.finding.code for each in review([read(text.encode(), "a.txt")]).findings}
    assert "rate-falls" not in codes


AGREEMENT = """Quarry and Crushers Union Collective Agreement 2024–2026

1 Term

1.1 This agreement comes into force on 1 May 2024 and expires on 30 April 2026.

2 Pay

2.1 The rates are:

Grade	Rate per hour
A	$26.00
B	$28.50
C	$31.40
D	$35.20
{more}"""
TERMS = """Terms of Settlement
Quarry and Crushers Union Collective Agreement 2026–2028

These terms of settlement amend the Quarry and Crushers Union Collective Agreement 2024–2026.

1 Pay
The rates in the table in clause 2.1 {rise}. Replace the table with the following:
Grade	{heads}
{rows}
"""


def against_the_agreement(
    rise: str, heads: str, *rows: str, more: str = "", alone: bool = False
) -> list[tuple[str, str]]:
    """What is found of the increases in terms that print their new figures alone."""
    terms = TERMS.format(rise=rise, heads=heads, rows="\n".join(rows))
    old = read(AGREEMENT.format(more=more).encode(), "old.txt")
    new = read(terms.encode(), "terms.txt")
    return [
        (each.finding.quote, each.finding.message)
        for each in review([new] if alone else [old, new]).findings
        if each.finding.code.startswith("rate-off")
    ]


# 26.00, 28.50, 31.40 and 35.20, each and 3%: 26.78, 29.355, 32.342, 36.256
RISEN = ("A\t$26.78", "B\t$29.36", "C\t$32.34")
BY_THREE = "are increased by 3% from 1 May 2026"


def test_new_figures_are_held_against_those_of_the_agreement_that_is_amended() -> None:
    heads = "From 1 May 2026"
    assert against_the_agreement(BY_THREE, heads, *RISEN, "D\t$36.26") == []
    ((quote, message),) = against_the_agreement(BY_THREE, heads, *RISEN, "D\t$36.62")
    assert quote == "D | From 1 May 2026 | $36.62"
    assert message.startswith(
        "step D: $36.62 is not the agreement’s $35.20 and 3% (stated), which gives $36.26 if"
    )
    assert against_the_agreement(BY_THREE, heads, *RISEN, "D\t$36.62", alone=True) == []


def test_a_variation_is_held_against_the_version_that_is_in_force() -> None:
    old = read(AGREEMENT.format(more="").replace("2024–2026", "2026–2028").encode(), "old.txt")
    terms = TERMS.replace("2024–2026", "2026–2028").format(
        rise=BY_THREE, heads="From 1 May 2026", rows="\n".join((*RISEN, "D\t$36.62"))
    )
    said = review([old, read(terms.encode(), "terms.txt")]).findings
    assert [one.finding.quote for one in said if one.finding.code == "rate-off-increase"] == [
        "D | From 1 May 2026 | $36.62"
    ]


def test_a_right_figure_after_a_wrong_one_is_not_the_one_that_is_told() -> None:
    # 26.78, 29.36, 32.34 and 36.26, each and 2%: 27.3156, 29.9472, 32.9868, 36.9852
    heads = "From 1 May 2026\tFrom 1 May 2027"
    rise = f"{BY_THREE} and by a further 2% from 1 May 2027"
    right = (f"{row}\t{later}" for row, later in zip(RISEN, ("$27.32", "$29.95", "$32.99"),
                                                     strict=True))  # fmt: skip
    ((quote, _),) = against_the_agreement(rise, heads, *right, "D\t$36.62\t$36.99")
    assert quote == "D | From 1 May 2026 | $36.62"


def test_another_table_of_the_same_grades_is_not_what_is_raised() -> None:
    other = "\n2.2 The night rates are:\n\nGrade\tRate per hour\n" + "".join(
        f"{grade}\t${amount}.00\n" for grade, amount in zip("ABCD", (40, 42, 45, 49), strict=True)
    )
    assert against_the_agreement(BY_THREE, "From 1 May 2026", *RISEN, "D\t$36.26", more=other) == []


def test_figures_of_which_no_increase_is_stated_are_held_against_none() -> None:
    rows = ("A\t$27.00", "B\t$29.00", "C\t$33.00", "D\t$36.62")
    assert against_the_agreement("are changed from 1 May 2026", "From 1 May 2026", *rows) == []


def test_a_column_that_rises_by_a_quarter_of_a_per_cent_more_follows_that() -> None:
    # 2.25%: 24.00 gives 24.54, 27.50 gives 28.11875, 32.00 gives 32.72, 33.60 gives 34.356
    right = ("Sweeper\t$24.00\t$24.54", "Welder\t$27.50\t$28.12", "Fitter\t$32.00\t$32.72")
    assert not found("Rates are:", *right, "Foreman\t$33.60\t$34.36")
    (one,) = found("Rates are:", *right, "Foreman\t$33.60\t$32.36")
    assert one.message.startswith("Foreman: $32.36 is not $33.60 and 2.25% (as most")


def test_what_follows_from_what_a_wrong_figure_should_have_been_is_not_wrong_too() -> None:
    # 2.5%: 84,100 gives 86,202.50 and that 88,357.56, which may be rounded to 88,357
    heads = "Step\t1 July 2024\t1 July 2025\t1 July 2026"
    rows = ("Keeper\t1\t66,200\t67,855\t69,551", "Keeper\t2\t69,400\t71,135\t72,913",
            "Keeper\t3\t73,900\t75,748\t77,642", "Head keeper\t1\t79,800\t81,795\t83,840",
            "Head keeper\t2\t84,100\t82,203\t88,357")  # fmt: skip
    (one,) = found("Salaries are:", *rows, heads=heads)
    assert one.message.startswith("step 2 (Head keeper): $82,203 is not $84,100 and 2.5%")
    assert one.quote == "2 (Head keeper) | 1 July 2025 | 82,203"
