"""Scales of one name, each with its day, in tables of their own: the later ends the earlier."""

from __future__ import annotations

import pytest
from test_rates import rates
from test_rates_table_days import spans

from clausetrack.errors import FINDINGS

FIRST = "Level\tCook\tBaker\n1\t$24.10\t$25.10\n2\t$27.10\t$28.10\n"
SECOND = "Level\tCook\tBaker\n1\t$24.60\t$25.60\n2\t$27.60\t$28.60\n"
IN_TWO = (
    f"2.1 Hourly rates from 5 May 2025\n\n{FIRST}\n2.2 Hourly rates from 4 May 2026\n\n{SECOND}"
)


def ends(text: str) -> list[tuple[str, str]]:
    """The last day of each rate, or what it ends with, in the order of the document."""
    return [(str(r.end or ""), r.until) for r in rates(text).rates]


def words(text: str) -> list[str]:
    """What is said of scales of which nothing tells whether the one ends the other."""
    return [f"{f.clause}: {f.message}" for f in rates(text).findings if f.code == "scale-open"]


def test_a_scale_of_the_next_clause_ends_that_of_the_one_before() -> None:
    assert spans(IN_TWO) == [
        ("1", "Cook", "24.10", "2025-05-05", "2026-05-03"),
        ("1", "Baker", "25.10", "2025-05-05", "2026-05-03"),
        ("2", "Cook", "27.10", "2025-05-05", "2026-05-03"),
        ("2", "Baker", "28.10", "2025-05-05", "2026-05-03"),
        ("1", "Cook", "24.60", "2026-05-04", ""),
        ("1", "Baker", "25.60", "2026-05-04", ""),
        ("2", "Cook", "27.60", "2026-05-04", ""),
        ("2", "Baker", "28.60", "2026-05-04", ""),
    ]
    assert not words(IN_TWO)


def test_a_second_table_of_one_clause_ends_the_first() -> None:
    text = (
        f"2.1 Pay\n\nThese rates apply from 5 May 2025:\n\n{FIRST}\n"
        f"These rates apply from 4 May 2026:\n\n{SECOND}"
    )
    assert ends(text) == [("2026-05-03", "")] * 4 + [("", "")] * 4


def test_an_appendix_that_is_printed_for_each_day_is_one() -> None:
    text = (
        f"Appendix A\n\nPay scale effective 5 May 2025\n\n{FIRST}\n"
        f"Appendix A\n\nPay scale effective 4 May 2026\n\n{SECOND}"
    )
    assert ends(text) == [("2026-05-03", "")] * 4 + [("", "")] * 4


def test_three_scales_follow_one_another_in_the_order_of_their_days() -> None:
    text = (
        f"2.1 Hourly rates from 3 May 2027\n\n{SECOND}\n2.2 Hourly rates from 5 May 2025\n\n{FIRST}"
        f"\n2.3 Hourly rates from 4 May 2026\n\n{SECOND}"
    )
    assert ends(text) == [("", "")] * 4 + [("2026-05-03", "")] * 4 + [("2027-05-02", "")] * 4


def test_a_last_day_that_is_stated_stays() -> None:
    text = IN_TWO.replace("from 5 May 2025", "from 5 May 2025 to 31 March 2026")
    assert ends(text)[:4] == [("2026-03-31", "")] * 4


def test_a_scale_from_a_pay_period_leaves_the_one_before_it_open() -> None:
    text = IN_TWO.replace("from 4 May 2026", "from the first pay period after 4 May 2026")
    assert ends(text)[:4] == [("", "first pay period after 4 May 2026")] * 4


def test_a_scale_of_other_people_ends_nothing() -> None:
    for text in (
        IN_TWO.replace("2.2 Hourly rates", "2.2 Casual hourly rates"),
        f"2.1 Hourly rates from 5 May 2025\n\n{FIRST}\n3 Casuals\n\n"
        f"3.1 Hourly rates from 4 May 2026\n\n{SECOND}",
    ):
        assert ends(text) == [("", "")] * 8
        assert not words(text)


def test_a_table_with_words_of_its_own_over_it_ends_nothing() -> None:
    text = IN_TWO.replace("2026\n\n", "2026\n\nCasual employees are paid these rates.\n\n")
    assert ends(text) == [("", "")] * 8


def test_a_scale_of_other_rows_is_said_to_end_nothing() -> None:
    text = IN_TWO.replace("2\t$27.60\t$28.60\n", "3\t$27.60\t$28.60\n")
    assert ends(text) == [("", "")] * 8
    assert words(text) == [
        "2.2: this scale and that from 2025-05-05 (2.1) have one name and not the same rows;"
        " nothing says that the later ends the earlier, and both are listed as in force"
    ]
    assert FINDINGS["scale-open"] == "warning"


def test_scales_under_dated_headings_of_one_name_are_told_too() -> None:
    text = (
        f"2 Pay\n\nPay scale as at 5 May 2025\n\n{FIRST}\nPay scale as at 4 May 2026\n\n"
        f"{SECOND.replace('Cook', 'Chef').replace('Baker', 'Help')}"
    )
    assert [r.start.isoformat() for r in rates(text).rates[::4] if r.start] == [
        "2025-05-05", "2026-05-04",
    ]  # fmt: skip
    assert len(words(text)) == 1


def test_one_row_of_many_that_is_gone_is_left_open() -> None:
    many = "".join(f"{level}\t$2{level}.10\t$3{level}.10\n" for level in range(1, 10))
    less = many.replace("9\t$29.10\t$39.10\n", "9\t\t$39.10\n")
    text = (
        f"2.1 Hourly rates from 5 May 2025\n\nLevel\tCook\tBaker\n{many}\n"
        f"2.2 Hourly rates from 4 May 2026\n\nLevel\tCook\tBaker\n{less}"
    )
    found = ends(text)[:18]
    assert found.count(("2026-05-03", "")) == 17
    assert found[16] == ("", "the scale from 2026-05-04, which does not have it")


def led(first: str, second: str) -> list[tuple[str, str, str, str]]:
    """The days, and what they begin and end with, of the first figure of two tables."""
    text = f"2.1 Steps of pay\n\n{first}\n\n{FIRST}\n{second}\n\n{SECOND}"
    first_cook = [r for r in rates(text).rates if (r.step, r.group) == ("1", "Cook")]
    return [(str(r.start or ""), str(r.end or ""), r.event, r.until) for r in first_cook]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Effective May 5, 2025:", "Effective May 4, 2026:"),
        ("The rates from 5 May 2025 are:", "The rates from 4 May 2026 are:"),
        ("The following fees run from 5 May 2025.", "The following fees run from 4 May 2026."),
        ("Wages 2025/26 (effective 5 May 2025)", "Wages 2026/27 (effective 4 May 2026)"),
    ],
)
def test_the_line_before_a_table_dates_it_and_not_the_line_before_the_first(
    first: str, second: str
) -> None:
    assert led(first, second) == [("2025-05-05", "2026-05-03", "", ""), ("2026-05-04", "", "", "")]


def test_a_line_before_a_later_table_that_names_no_date_leaves_it_open() -> None:
    first = "From 5 May 2025 the rates are as follows:"
    pay = "From the first full pay period after 1 May 2026 the rates are as follows:"
    assert led(first, pay) == [
        ("2025-05-05", "", "", "first full pay period after 1 May 2026"),
        ("", "", "first full pay period after 1 May 2026", ""),
    ]
    assert led(first, "Twelve months later the rates are as follows:") == [
        ("2025-05-05", "", "", "Twelve months later the rates are as follows"),
        ("", "", "Twelve months later the rates are as follows", ""),
    ]
    assert led(first, "2026:")[1] == ("", "", "2026", "")
    assert led(first, "Effective 4/5/26:") == [("2025-05-05", "", "", "")]  # one is unread


def test_what_leads_in_a_table_leads_in_no_clause_behind_it() -> None:
    lead = "The rates from the first pay period after 5 May 2025 are:"
    found = rates(f"2.1 {lead}\n\n{FIRST}\n2.2 Night work: $2.50 per hour.\n").rates
    assert {r.event for r in found[:4]} == {"first pay period after 5 May 2025"}
    assert [(f"{r.amount}", r.start, r.event) for r in found[4:]] == [("2.50", None, "")]
    behind = rates(f"2.1 Pay\n\n{lead}\n\n{FIRST}\nNight work is paid $2.50 per hour.\n").rates
    assert [(f"{r.amount}", r.start, r.event) for r in behind[4:]] == [("2.50", None, "")]
