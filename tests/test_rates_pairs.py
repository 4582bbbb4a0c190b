"""Pairs of figures and days in a sentence: each figure has its own day, or none is given."""

from __future__ import annotations

from datetime import date

import pytest
from test_rates import rates, rows

from clausetrack.rates.inforce import in_force

HOUR, DAY, NIGHT, WEEK = (f"NZD per {period}" for period in ("hour", "day", "night", "week"))
#: 1 June 2026 and the day before it, 1 June 2025 and 31 May 2026
BEFORE, LATER, FIRST = "2026-05-31", "2026-06-01", "2025-06-01"


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "Mates are paid $2.10 per hour (from 1 June 2026: $2.20 per hour).",
            [("2.10", HOUR, "", BEFORE), ("2.20", HOUR, LATER, "")],
        ),
        (
            "Oil money is $7.00 a day ($7.40 a day with effect from 1 June 2026).",
            [("7.00", DAY, "", BEFORE), ("7.40", DAY, LATER, "")],
        ),
        (
            "A fee of $61.00 per night is replaced from 1 June 2026 by a fee of $63.00 per night.",
            [("61.00", NIGHT, "", BEFORE), ("63.00", NIGHT, LATER, "")],
        ),
        (
            "The fee is $6.00 per day up to and including 31 May 2026 and $6.40 per day after that"
            " date.",
            [("6.00", DAY, "", BEFORE), ("6.40", DAY, LATER, "")],
        ),
        (
            "Wicks are $3.10 per hour effective 1 June 2025 and $3.20 effective 1 June 2026.",
            [("3.10", HOUR, FIRST, BEFORE), ("3.20", HOUR, LATER, "")],
        ),
        (
            "From 1 June 2025 the fee is $50.00 per night, and from 1 June 2026, $52.00.",
            [("50.00", NIGHT, FIRST, BEFORE), ("52.00", NIGHT, LATER, "")],
        ),
        (
            "Watch fee: $50.00 per night (from 1 June 2025), $52.00 per night (from 1 June 2026).",
            [("50.00", NIGHT, FIRST, BEFORE), ("52.00", NIGHT, LATER, "")],
        ),
        (
            "Watch fee: from 1 June 2025 - $50.00 per night; from 1 June 2026 - $52.00 per night.",
            [("50.00", NIGHT, FIRST, BEFORE), ("52.00", NIGHT, LATER, "")],
        ),
        (
            "The fee is $50.00 per night until 31 May 2026, and $52.00 per night after 31 May"
            " 2026.",
            [("50.00", NIGHT, "", BEFORE), ("52.00", NIGHT, LATER, "")],
        ),
        (
            "The fog fee is $3.50 per hour. From 1 June 2026 this becomes $3.65.",
            [("3.50", HOUR, "", BEFORE), ("3.65", HOUR, LATER, "")],
        ),
        (
            "The fee is $50 per night from 1 June 2025. It rises to $52 on 1 June 2026.",
            [("50", NIGHT, FIRST, BEFORE), ("52", NIGHT, LATER, "")],
        ),
        (
            "Tar money is $21.30 per week, w.e.f. 1 June 2025, and $22.00 per week w.e.f. 1 June"
            " 2026.",
            [("21.30", WEEK, FIRST, BEFORE), ("22.00", WEEK, LATER, "")],
        ),
        (
            "The fee is $50 per night on and from 1 June 2025 and $52 per night on and after 1 June"
            " 2026.",
            [("50", NIGHT, FIRST, BEFORE), ("52", NIGHT, LATER, "")],
        ),
        (
            "Effective 1 June 2026 the $50 fee becomes $52 per night.",
            [("50", NIGHT, "", BEFORE), ("52", NIGHT, LATER, "")],
        ),
        (
            "The fee is $50 per night before 1 June 2026 and $52 per night on or after 1 June"
            " 2026.",
            [("50", NIGHT, "", BEFORE), ("52", NIGHT, LATER, "")],
        ),
        (
            "The fee is 95 cents per day from 1 June 2025 and 99 cents from 1 June 2026.",
            [("0.95", DAY, FIRST, BEFORE), ("0.99", DAY, LATER, "")],
        ),
        (
            "The fee will be $52 per night (an increase of 4%) from 1 June 2026.",
            [("52", NIGHT, LATER, "")],
        ),
        (
            "A fee of $50 per night is paid; from 1 June 2026 it is $52 per night.",
            [("50", NIGHT, "", BEFORE), ("52", NIGHT, LATER, "")],
        ),
        (
            "Until 31 May 2026 it is $50 per night and thereafter $52.",
            [("50", NIGHT, "", BEFORE), ("52", NIGHT, LATER, "")],
        ),
        (
            "Between 1 June 2025 and 31 May 2026 the fee is $50 per night; thereafter it is $52 per"
            " night.",
            [("50", NIGHT, FIRST, BEFORE), ("52", NIGHT, LATER, "")],
        ),
        (
            "From 1 June 2025 and 1 June 2026 the fees are $50 and $52 per night respectively.",
            [("50", NIGHT, FIRST, BEFORE), ("52", NIGHT, LATER, "")],
        ),
        (
            "Until 31 May 2026 the fee is $50 per night, and $52 per night from 1 June 2026.",
            [("50", NIGHT, "", BEFORE), ("52", NIGHT, LATER, "")],
        ),
        (
            "Effective 1 June 2025, $50 per night; effective 1 June 2026, $52 per night.",
            [("50", NIGHT, FIRST, BEFORE), ("52", NIGHT, LATER, "")],
        ),
    ],
)
def test_each_figure_has_its_own_day_and_ends_before_the_next(
    sentence: str, wanted: list[tuple[str, str, str, str]]
) -> None:
    assert [row[2:] for row in rows(f"2.1 {sentence}\n")] == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        # in brackets stands what is paid for something else
        (
            "Oil money is $7.00 a day ($9.00 a day on Sundays from 1 June 2026).",
            [("7.00", DAY, "", ""), ("9.00", DAY, LATER, "")],
        ),
        # behind the bracket its day is over
        (
            "Mates get $2.10 per hour (from 1 June 2026: $2.20 per hour) and $8.00 per night.",
            [("2.10", HOUR, "", BEFORE), ("2.20", HOUR, LATER, ""), ("8.00", NIGHT, "", "")],
        ),
        ("Keepers employed after 1 June 2025 receive $30 per night.", [("30", NIGHT, "", "")]),
    ],
)
def test_what_only_looks_like_a_pair_is_none(
    sentence: str, wanted: list[tuple[str, str, str, str]]
) -> None:
    assert [row[2:] for row in rows(f"2.1 {sentence}\n")] == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "The fee is $38 a week, from 1 June 2026, $39 a week.",
        "The fee is $38 (1 June 2026) and $39 a week.",
        "From 1 June 2025 and 1 June 2026 the fees are $38 and $39 a week.",
        "The fees are $38 and $39 a week from 1 June 2026.",
        "The fee is $38 a week until 31 May 2026 when it becomes $39 a week.",
    ],
)
def test_a_day_that_two_figures_may_claim_is_given_to_neither(sentence: str) -> None:
    found = rates(f"2.1 {sentence}\n")
    assert not found.rates
    assert [f.code for f in found.findings] == ["rate-unread", "rate-unread"]
    assert "which figure the day belongs to" in found.findings[0].message


def test_the_first_pay_after_a_day_is_an_event() -> None:
    (rate,) = rates(
        "2.1 The fund is $1,600 per annum effective the first pay period after 1 June 2025.\n"
    ).rates
    assert (rate.start, rate.event) == (None, "the first pay period after 1 June 2025")


def test_this_is_the_one_figure_of_the_sentences_before() -> None:
    found = rates(
        "2.1 The fee is $50 per night. It is paid in arrears. It is $52 per night from 1 June 2026."
    )
    assert [str(r.end or "") for r in found.rates] == [BEFORE, ""]


def test_this_may_be_either_of_two_figures() -> None:
    found = rates("2.1 Oil is $7 a day and tar is $9 a day. From 1 June 2026 this becomes $10.\n")
    assert [(int(r.amount), r.start, r.end) for r in found.rates] == [
        (7, None, None), (9, None, None)
    ]  # fmt: skip
    (finding,) = found.findings
    assert (finding.code, finding.quote) == ("rate-unread", "From 1 June 2026 this becomes $10.")


def test_the_day_of_a_rise_is_not_that_of_the_figure_that_rises() -> None:
    alone = rates("2.1 The fee is $30 per night. It will increase by 4% from 1 June 2026.\n")
    assert [(int(r.amount), r.start) for r in alone.rates] == [(30, None)]
    beside = rates(
        "2.1 Fees\n\n2.1.1 All fees rise by 4% from 1 June 2026.\n\n2.1.2 The fee is $30.\n"
    )
    assert [(int(r.amount), r.start) for r in beside.rates] == [(30, None)]


def test_a_day_on_which_it_ceases_may_still_be_paid() -> None:
    found = rates("2.1 The fee of $50 per night ceases on 31 May 2026.\n").rates
    (rate,) = found
    assert (rate.start, str(rate.end)) == (None, BEFORE)
    assert rate.until == "the day on which it ceases, 31 May 2026"
    open_on = [day for day in (30, 31) if rate.undecided_on(date(2026, 5, day))]
    assert (open_on, rate.undecided_on(date(2026, 6, 1))) == ([31], False)
    assert in_force(found, date(2026, 5, 30)) == found
    assert in_force(found, date(2026, 5, 31)) == in_force(found, date(2026, 6, 1)) == ()
    (rate,) = rates("2.1 The fee of $50 per night ceases from 1 June 2026.\n").rates
    assert (str(rate.end), rate.until) == (BEFORE, "")


def test_a_sum_that_is_paid_once_is_in_force_on_its_day() -> None:
    text = "2.1 A lump sum of $750 is paid on 1 August 2025, and of $500 on 1 August 2026.\n"
    found = rates(text).rates
    paid = {
        day: [f"{rate.amount}" for rate in in_force(found, date(*day))]
        for day in ((2025, 8, 1), (2026, 5, 1), (2026, 8, 1))
    }
    assert paid == {(2025, 8, 1): ["750"], (2026, 5, 1): [], (2026, 8, 1): ["500"]}
