"""Sentences that a payroll clerk reads: whose a figure is, how often it is paid, what is owed."""

from __future__ import annotations

import pytest
from test_rates import rates

from clausetrack.rates.called import called

HOUR, YEAR = "NZD per hour", "NZD per year"


def told(text: str) -> list[tuple[str, str, str, str]]:
    """Name, amount, unit and note of each figure of clause 2.1."""
    return [(r.step, f"{r.amount:f}", r.unit, r.note) for r in called(rates(f"2.1 {text}\n").rates)]


@pytest.mark.parametrize(
    ("sentence", "first", "second"),
    [
        ("Standing by: $8.10 per hour, except on public holidays, where it is $10.30 per hour.",
         "", "public holidays"),
        ("Standing by: $8.10 an hour, and on Sundays it is $10.30 an hour.", "", "Sundays"),
        ("On step 1 the rate is $8.10 an hour and on step 2 it is $10.30 an hour.",
         "step 1", "step 2"),
        ("The rate of Band A is $8.10 an hour and of Band B $10.30 an hour.", "Band A", "Band B"),
        ("Late work: $8.10 per hour for hours worked between 3:00 p.m. and 11:00 p.m., and $10.30"
         " per hour for hours between 11 pm and 7 am.",
         "hours worked between 3:00 p.m. and 11:00 p.m.", "hours between 11 pm and 7 am"),
    ],
)  # fmt: skip
def test_a_figure_is_that_of_those_of_whom_its_words_speak(
    sentence: str, first: str, second: str
) -> None:
    assert told(sentence) == [(first, "8.10", HOUR, ""), (second, "10.30", HOUR, "")]


def test_the_period_behind_a_list_of_levels_is_that_of_all() -> None:
    assert told("Reef allowance: level 1 $4,100, level 2 $3,100, level 3 $2,100 a year.") == [
        ("level 1", "4100", YEAR, ""), ("level 2", "3100", YEAR, ""), ("level 3", "2100", YEAR, ""),
    ]  # fmt: skip


def test_whom_the_figures_of_a_list_are_for_stands_before_or_behind_them() -> None:
    said = told("Mates: in charge of 3 to 10 hands $32; 11 to 20 hands $49; over 20 hands $62.")
    assert [name for name, *_ in said] == ["3 to 10 hands", "11 to 20 hands", "over 20 hands"]
    said = told("Gratuity: $300 after 5 years, $500 after ten years, $700 after 15 years.")
    assert [name for name, *_ in said] == ["after 5 years", "after ten years", "after 15 years"]


def test_the_last_of_a_list_has_its_own_name() -> None:
    said = told("The rope money is $12.50 for riggers, $10.10 for mates and $8.20 for others.")
    assert [name for name, *_ in said] == ["riggers", "mates", "others"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A clothing grant of $260 is paid annually on the first pay day after 1 April.",
         ("clothing grant", "260", YEAR, "")),
        ("A thank-you of $260 is paid on the first pay day after ratification.",
         ("", "260", "NZD once", "")),
        ("A reimbursement of $350 in any two-year period is made.",
         ("", "350", "NZD per two years", "")),
        ("The board pays for lenses up to $310 every twenty-four months.",
         ("", "310", "NZD per twenty-four months", "at most")),
        ("A deckhand is paid $22 per split shift.", ("deckhand", "22", "NZD per shift", "")),
        ("A pilot receives $31.50 per dive.", ("pilot", "31.50", "NZD", "“per dive”")),
        ("Knives are replaced up to a value of $220.", ("", "220", "NZD", "at most")),
        ("The maximum payment is $40,600.", ("", "40600", "NZD", "at most")),
        ("The minimum payment is $60.", ("", "60", "NZD", "at least")),
        ("The minimum payment for a call-out is $140.", ("", "140", "NZD", "at least")),
        ("The maximum per trip is $120.", ("maximum per trip", "120", "NZD", "at most")),
        ("A boot allowance of $240 is paid each 1 July.", ("boot allowance", "240", YEAR, "")),
        ("The rope allowance, currently $15.50 per week, is paid to all.",
         ("", "15.50", "NZD per week", "")),
        ("The rope allowance, currently $15.00 per week, will be $16.50 per week from 1 June 2026.",
         ("", "16.50", "NZD per week", "")),
        ("The board refunds the annual fee (currently $385.50).", ("", "385.50", YEAR, "")),
        ("The fee will be $20 (currently $18).", ("", "20", "NZD", "")),
        ("Boots: $350 annually, payable in two installments of $175.", ("", "350", YEAR, "")),
        ("First aiders receive a payment of $10.50 weekly.",
         ("First aiders", "10.50", "NZD per week", "")),
        ("The weekend premium is one dollar and ten cents ($1.10) per hour.",
         ("weekend premium", "1.10", HOUR, "")),
    ],
)  # fmt: skip
def test_how_often_a_sum_is_paid_and_how_much_at_most(
    sentence: str, expected: tuple[str, str, str, str]
) -> None:
    assert told(sentence) == [expected]


def test_what_a_figure_becomes_is_paid_to_the_same_people() -> None:
    before, after = told("Mates with a ticket receive an additional $0.80 per hour. This rises to"
                         " $0.90 per hour on 1 February 2026.")  # fmt: skip
    extra = "on top of another amount"
    assert before == ("Mates with a ticket", "0.80", HOUR, extra)
    assert after == ("Mates with a ticket", "0.90", HOUR, extra)


@pytest.mark.parametrize(
    "sentence",
    [
        "The council deducts union fees of $8.40 a week from wages.",
        "The employer shall deduct dues of $24.50 per pay period.",
        "Union subscriptions are $8.40 a week.",
        "Parking costs $3.00 per day and is deducted from pay.",
    ],
)
def test_dues_are_nobodys_pay(sentence: str) -> None:
    found = rates(f"2.1 {sentence}\n")
    assert not found.rates
    assert [mention.why for mention in found.mentions] == ["taken off, and nobody's pay"]


@pytest.mark.parametrize("day", ["1 August 2025", "Friday 1 August 2025"])
def test_a_day_from_which_the_rates_apply_is_theirs(day: str) -> None:
    mate = "2.1 A mate is paid $28.40 an hour."
    for between in (" ", "\n\n2.2 "):
        (found,) = rates(f"{mate}{between}These rates apply from {day}.\n").rates
        assert (str(found.start), found.doubt) == ("2025-08-01", "")
    (left,) = rates(f"{mate} These rates apply until {day}.\n").rates
    assert (left.start, left.end, left.doubt != "") == (None, None, True)


@pytest.mark.parametrize("other", ["Level 1", "Band B", "Step 1", "the Level 1 rate"])
def test_a_share_of_what_a_level_is_paid_is_not_computed(other: str) -> None:
    (one,) = rates(f"2.1 A trainee is paid 90% of {other}.\n").mentions
    assert (one.text, one.is_open) == ("90%", True)


def test_a_rise_in_words_and_a_half_is_stated() -> None:
    found = rates("2.1 From 1 July 2026 all rates rise by two and one-half percent (2.5%).\n")
    assert [(each.text, str(each.start)) for each in found.mentions] == [("2.5%", "2026-07-01")]
