"""What a payroll officer must not be paid wrongly by: rises with a floor, periods, equivalents."""

from __future__ import annotations

import pytest
from test_rates import rates, rows


def told(sentence: str) -> list[tuple[str, str, str, str]]:
    """Amount, unit, first and last day of each rate of a sentence."""
    return [
        (amount, unit, start, end) for _, _, amount, unit, start, end in rows(f"2.1 {sentence}\n")
    ]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [
        ("From 1 July 2025 wages rise by 3% or $1.20 per hour, whichever is the greater.",
         {"3%", "$1.20"}),
        ("Salaries increase by the greater of 2.5% or $1,800 per annum from 1 July 2025.",
         {"2.5%", "$1,800"}),
        ("Salaries increase by the greater of $1,800 per annum or 2.5% from 1 July 2025.",
         {"2.5%", "$1,800"}),
        ("A pay increase of 3% or $1,500, whichever is greater, applies from 1 July 2025.",
         {"3%", "$1,500"}),
        ("Wages go up 3% (minimum $1.00 an hour) from 1 July 2025.", {"3%", "$1.00"}),
        ("Wages increase by 3%, subject to a minimum of $1.00 per hour, from 1 July 2025.",
         {"3%", "$1.00"}),
        ("All rates will be adjusted by 2.8%, with a minimum of $1,000 per annum, from 1 July"
         " 2025.", {"2.8%", "$1,000"}),
        ("An increase of 2.8% (capped at $2,000) applies to all salaries from 1 July 2025.",
         {"2.8%", "$2,000"}),
        ("A wage rise of 4% with a floor of $1.10 an hour is payable from 1 July 2025.",
         {"4%", "$1.10"}),
        ("From 1 July 2025 $1.00 per hour is added to each printed rate.", {"$1.00"}),
        ("The owner adds $1.00 per hour to all printed rates.", {"$1.00"}),
    ],
)  # fmt: skip
def test_the_sum_beside_a_rise_in_per_cent_is_a_rise_too(sentence: str, figures: set[str]) -> None:
    found = rates(f"2.1 {sentence}\n")
    assert not found.rates
    assert {m.text for m in found.mentions if m.is_open} == figures


@pytest.mark.parametrize(
    ("sentence", "amount"),
    [
        ("A call out is paid at $50 or time and a half, whichever is the greater.", "50"),
        ("The lamp fee is the greater of $15.00 per day or 5% of the day rate.", "15.00"),
        ("From 1 July 2025 the lamp fee rises by 3% to $15.45 per day.", "15.45"),
    ],
)
def test_a_sum_that_is_paid_and_no_rise_stays_a_rate(sentence: str, amount: str) -> None:
    assert [one[0] for one in told(sentence)] == [amount]


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("A boot grant of $120 is paid twice a year.", "NZD"),
        ("A lamp fee of $50 is paid three times a year.", "NZD"),
        ("A grant of $300 is paid every second year.", "NZD per two years"),
        ("A grant of $300 every other week is paid.", "NZD per two weeks"),
        ("A retainer of $400 is paid every two weeks.", "NZD per two weeks"),
        ("Standby is paid at $8 for each half hour.", "NZD per half hour"),
        ("Travel is paid at $62 per 100 kilometres.", "NZD per 100 kilometres"),
        ("A bonus of $500 is paid for every ten weeks worked.", "NZD per ten weeks"),
        ("The fee is $12 after a year of service.", "NZD"),
        ("The weekly rate of a mate is $1,200.", "NZD per week"),
        ("The hourly wage of a mate shall be $27.15.", "NZD per hour"),
        ("The fee is $30.00 (thirty dollars) per hour.", "NZD per hour"),
        ("The fee is thirty dollars ($30.00) per hour.", "NZD per hour"),
        ("A bonus of $31 a week is paid.", "NZD per week"),
    ],
)
def test_a_period_is_the_one_that_the_words_name(sentence: str, unit: str) -> None:
    assert [one[1] for one in told(sentence)] == [unit]


@pytest.mark.parametrize(
    ("sentence", "note"),
    [
        ("A mate receives $2,000 for each month not worked.", "“for each month not worked”"),
        ("A bonus of $150 is payable for every week not worked.", "“for every week not worked”"),
        ("A boot grant of $120 is paid twice a year.", "“twice a year”"),
        ("A mate is paid $2.00 per hour for every five boys.", "“for every five boys”"),
        ("A mate is paid $25 per week per boy.", "“per boy”"),
        ("A mate is paid $25 per week.", ""),
    ],
)
def test_what_a_sum_is_counted_by_beside_its_period_is_noted(sentence: str, note: str) -> None:
    assert [rate.note for rate in rates(f"2.1 {sentence}\n").rates] == [note]


def test_a_part_of_a_sum_is_no_second_payment() -> None:
    found = rates("2.1 A grant of $400 per year is paid in two instalments of $200.\n")
    assert [f"{r.amount}" for r in found.rates] == ["400"]
    assert [m.text for m in found.mentions] == ["$200"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Cooks get $62,400 per annum ($30.00 per hour) effective 1 July 2025 and $64,480 per annum"
        " ($31.00 per hour) effective 1 July 2026.",
        "From 1 July 2025 cooks are paid $62,400 per annum ($30.00 per hour); from 1 July 2026"
        " $64,480 per annum ($31.00 per hour).",
    ],
)
def test_what_stands_in_brackets_for_another_period_has_the_same_days(sentence: str) -> None:
    assert told(sentence) == [
        ("62400", "NZD per year", "2025-07-01", "2026-06-30"),
        ("30.00", "NZD per hour", "2025-07-01", "2026-06-30"),
        ("64480", "NZD per year", "2026-07-01", ""),
        ("31.00", "NZD per hour", "2026-07-01", ""),
    ]


def test_thousands_with_a_k_are_thousands() -> None:
    assert told("A master is paid $145k per annum from 1 July 2025.") == [
        ("145000", "NZD per year", "2025-07-01", "")
    ]


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("The rate is thirty dollars per hour.", "thirty dollars"),
        ("The grant is one thousand two hundred dollars.", "one thousand two hundred dollars"),
        ("The rate is NZD 31.00 per hour.", "NZD 31.00"),
    ],
)
def test_an_amount_without_a_sign_is_told(sentence: str, quote: str) -> None:
    found = rates(f"2.1 {sentence}\n")
    assert not found.rates
    assert [f.quote for f in found.findings if f.code == "rate-unread"] == [quote]


def test_the_first_full_pay_period_on_or_after_a_day_is_not_that_day() -> None:
    found = rates(
        "2.1 Weekly pay\n\nLevel\tCurrent\tFFPPOA 1 July 2025\tFFPPOA 1 July 2026\n"
        "1\t$1,000.50\t$1,030.52\t$1,061.43\n2\t$1,100.00\t$1,133.00\t$1,166.99\n"
    )
    assert [(r.step, r.group, r.event, r.until, r.start, r.end) for r in found.rates][:3] == [
        ("1", "", "", "FFPPOA 1 July 2025", None, None),
        ("1", "", "FFPPOA 1 July 2025", "FFPPOA 1 July 2026", None, None),
        ("1", "", "FFPPOA 1 July 2026", "", None, None),
    ]
    (rate,) = rates("2.1 From FFPPOA 1 July 2025 the rate is $31.00 per hour.\n").rates
    assert (rate.start, rate.event) == (None, "FFPPOA 1 July 2025")
    (rate,) = rates(
        "2.1 The rate is $31.00 per hour from the first full pay period to commence on or after"
        " 1 July 2025.\n"
    ).rates
    assert rate.start is None
    assert rate.event.endswith("to commence on or after 1 July 2025")


def test_what_a_year_is_in_an_agreement_is_no_period_of_its_pay() -> None:
    found = rates(
        "2.1 In this clause a year runs from 1 July to 30 June. The rates are:\n\n"
        "Grade\t2024/25\t2025/26\nA\t$30.00\t$31.00\nB\t$33.00\t$34.10\n"
    )
    assert {r.unit for r in found.rates} == {"NZD"}
