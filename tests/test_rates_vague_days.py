"""What begins with a time that is no full date is in force on no day, and not on every day."""

from __future__ import annotations

import pytest
from test_rates import rates

RATE = "the rate is $31.00 per hour"


@pytest.mark.parametrize(
    "sentence",
    [
        f"From July 2025 {RATE}.",
        f"From 1 July {RATE}.",
        f"Effective July 1 {RATE}.",
        f"With effect from the first day of July 2025 {RATE}.",
        f"From mid-2025 {RATE}.",
        f"On the first of July 2025 {RATE}.",
        f"For the 2025/26 year {RATE}.",
        f"For 2026 {RATE}.",
        f"From Term 1 2026 {RATE}.",
        f"From the beginning of the 2026 school year {RATE}.",
        "The rate is $31.00 per hour until the end of March 2026.",
        "Twelve months after ratification the rate becomes $31.00 per hour.",
        "On the anniversary of this agreement the rate becomes $31.00 per hour.",
        "In the second year of this agreement the rate is $31.00 per hour.",
        "The rate is $31.00 per hour until further notice, and then as the owner says.",
    ],
)
def test_a_time_that_is_no_full_date_leaves_the_figure_undecided(sentence: str) -> None:
    (rate,) = rates(f"2.1 {sentence}\n").rates
    assert (str(rate.amount), rate.unit) == ("31.00", "NZD per hour")
    assert (rate.start, rate.end, rate.event, rate.until) == (None, None, "", "")
    assert rate.doubt == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "The winter extra is $31.00 per hour from May to September.",
        "The winter extra is $31.00 per hour from 1 May until 30 September.",
        "The winter extra is $31.00 per hour from 1 May each year.",
        "The extra is $31.00 per hour under the Holidays Act 2003.",
        "The extra in the 2024-2026 agreement is $31.00 per hour.",
        "The extra is $31.00 per hour after two years of service.",
        "The extra is $31.00 per hour and is paid within 20 days of ratification.",
        "The extra is $31.00 per hour until further notice.",
        "Keepers with service since 2015 receive $31.00 per hour.",
        "Keepers appointed from January 2020 receive $31.00 per hour.",
    ],
)
def test_what_names_no_beginning_leaves_it_as_it_is(sentence: str) -> None:
    (rate,) = rates(f"2.1 {sentence}\n").rates
    assert (rate.start, rate.end, rate.event, rate.until, rate.doubt) == (None, None, "", "", "")


@pytest.mark.parametrize(
    "day", ["the 1st day of July 2025", "the 1st of July, 2025", "1 July 2025", "July 1, 2025"]
)
def test_a_day_that_is_written_in_full_in_any_order_is_one(day: str) -> None:
    (rate,) = rates(f"2.1 From {day} {RATE}.\n").rates
    assert (str(rate.start), rate.doubt) == ("2025-07-01", "")


def test_two_days_of_the_month_each_end_and_begin() -> None:
    found = rates(
        "2.1 From the 1st day of July 2025 the rate is $31.40 an hour and from the 1st day of July"
        " 2026 it is $32.60 an hour.\n"
    )
    assert [(str(r.amount), str(r.start), str(r.end)) for r in found.rates] == [
        ("31.40", "2025-07-01", "2026-06-30"),
        ("32.60", "2026-07-01", "None"),
    ]


def test_a_sentence_that_dates_the_one_before_it_back() -> None:
    (rate,) = rates("2.1 The rate is $31.00 per hour. It is backdated to 1 July 2025.\n").rates
    assert str(rate.start) == "2025-07-01"


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("From July 2025 these fees are payable:", "From July 2025"),
        (
            "These fees apply from the first pay period after 1 July 2025:",
            "first pay period after 1 July 2025",
        ),
        (
            "Twelve months after ratification these fees are paid:",
            "Twelve months after ratification",
        ),
    ],
)
def test_a_line_over_a_list_or_a_table_says_what_all_of_it_begins_with(
    line: str, event: str
) -> None:
    of_list = rates(f"2.1 {line}\n\n(a) tea: $5.00 per day;\n\n(b) soup: $6.00 per day.\n")
    of_table = rates(f"2.1 {line}\n\nFee\tAmount\nTea\t$5.00\nSoup\t$6.00\n")
    for found in (of_list, of_table):
        assert [(str(r.amount), r.start, r.event) for r in found.rates] == [
            ("5.00", None, event),
            ("6.00", None, event),
        ]


def test_a_line_over_a_list_that_names_no_time_dates_nothing() -> None:
    found = rates("2.1 These fees are paid each July:\n\n(a) tea: $5.00;\n\n(b) soup: $6.00.\n")
    assert [(r.start, r.event, r.doubt) for r in found.rates] == [(None, "", "")] * 2


def test_a_sentence_about_the_figures_before_it_leaves_them_undecided() -> None:
    (rate,) = rates("2.1 The tea fee is $5.00 per day. This applies from July 2025.\n").rates
    assert (rate.start, rate.doubt) == (None, "This applies from July 2025.")


@pytest.mark.parametrize(
    "day", ["1-Jul-25", "01.07.25", "01.07.2025", "1-7-2025", "pay period 14 of 2025"]
)
def test_a_day_that_is_no_full_date_leaves_the_figures_of_its_sentence_undecided(day: str) -> None:
    found = rates(f"2.1 The tea fee is $5.00 per day, rising to $6.00 from {day}.\n").rates
    assert [(str(r.amount), r.start, r.end, bool(r.doubt)) for r in found] == [
        ("5.00", None, None, True),
        ("6.00", None, None, True),
    ]


def test_a_day_with_hyphens_is_one_and_an_approval_is_an_event() -> None:
    old, new = rates("2.1 The tea fee is $5.00, rising to $6.00 from 1-Jul-2025.\n").rates
    assert (str(old.end), str(new.start)) == ("2025-06-30", "2025-07-01")
    (fee,) = rates("2.1 The tea fee is $5.00 from approval of this agreement.\n").rates
    assert (fee.start, fee.event) == (None, "approval of this agreement")


def test_a_while_after_that_date_leaves_the_figures_undecided() -> None:
    text = "2.1 The fee is $28.00, moving to $28.70 twelve months after that date.\n"
    assert [bool(r.doubt) for r in rates(text).rates] == [True, True]
