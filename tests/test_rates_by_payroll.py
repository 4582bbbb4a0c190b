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
        ("The oil fee is $3.00ph.", "NZD per hour"),
        ("The oil fee is $31 p/w.", "NZD per week"),
        ("The oil fee is $31 p.w. for mates.", "NZD per week"),
        ("The oil fee is $7 p/d.", "NZD per day"),
        ("The oil fee is $7 pm.", "NZD"),
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


@pytest.mark.parametrize(
    "sentence",
    [
        "From 1 July 2025 to 31 December 2025 the fee is $10 per day, from 1 January 2026 to 30"
        " June 2026 $11 per day, and from 1 July 2026 $12 per day.",
        "From 1 July 2025 until 31 December 2025 the fee is $10 per day, from 1 January 2026 $11"
        " per day, from 1 July 2026 $12 per day.",
        "From 1 July 2025, $10 per day, from 1 January 2026, $11 per day, and from 1 July 2026, $12"
        " per day.",
    ],
)
def test_days_and_figures_that_take_turns_are_each_others(sentence: str) -> None:
    assert told(sentence) == [
        ("10", "NZD per day", "2025-07-01", "2025-12-31"),
        ("11", "NZD per day", "2026-01-01", "2026-06-30"),
        ("12", "NZD per day", "2026-07-01", ""),
    ]


def test_a_day_behind_the_last_figure_leaves_the_others_as_they_are() -> None:
    assert told(
        "The fee is $10 per day from 1 July 2025, $11 per day from 1 January 2026 and $12 per day"
        " from 1 July 2026."
    ) == [
        ("10", "NZD per day", "2025-07-01", "2025-12-31"),
        ("11", "NZD per day", "2026-01-01", "2026-06-30"),
        ("12", "NZD per day", "2026-07-01", ""),
    ]


@pytest.mark.parametrize("words", ["Year ending", "12 months to", "Until"])
def test_columns_that_name_their_last_days_follow_one_another(words: str) -> None:
    found = rows(
        f"2.1 Pay\n\nGrade\t{words} 30 June 2025\t{words} 30 June 2026\nA\t$30.00\t$31.00\n"
        "B\t$33.00\t$34.10\n"
    )
    assert [(step, amount, start, end) for step, _, amount, _, start, end in found] == [
        ("A", "30.00", "", "2025-06-30"),
        ("A", "31.00", "2025-07-01", "2026-06-30"),
        ("B", "33.00", "", "2025-06-30"),
        ("B", "34.10", "2025-07-01", "2026-06-30"),
    ]


def test_a_column_of_cents_is_read_as_cents() -> None:
    found = rows("2.1 Mileage\n\nCar\tCents per km\nPetrol\t117\nDiesel\t103.5\n")
    assert [(step, amount, unit) for step, _, amount, unit, _, _ in found] == [
        ("Petrol", "1.17", "NZD per kilometre"),
        ("Diesel", "1.035", "NZD per kilometre"),
    ]


def test_a_table_in_thousands_gives_no_rate_and_is_told() -> None:
    found = rates("2.1 Salaries\n\nGrade\tSalary ($000)\nA\t52.5\nB\t60.1\n")
    assert not found.rates
    assert [f.code for f in found.findings] == ["rate-unread"]


TABLE = "2.1 Pay from 1 July 2025\n\nGrade\tHourly\nA\t$30.00\nB\t$33.00\nC\t$35.00\n\n"


@pytest.mark.parametrize(
    ("note", "named"),
    [
        ("Note: Grade B is paid from 1 October 2025.", {"B"}),
        ("Note: Grades A and B are paid from 1 October 2025.", {"A", "B"}),
        ("Note: the rates above are paid from 1 July 2025.", set()),
        ("Note: Grade B is closed to new keepers.", set()),
    ],
)
def test_a_note_without_a_mark_that_names_a_row_and_a_day_leaves_its_figures_open(
    note: str, named: set[str]
) -> None:
    found = rates(f"{TABLE}{note}\n")
    assert {r.step for r in found.rates if r.event} == named
    assert {str(r.start) for r in found.rates if not r.event} == {"2025-07-01"}


def test_what_is_charged_is_owed() -> None:
    found = rates("2.1 From 1 July 2025 board is charged at $50 per week.\n")
    assert not found.rates
    assert [m.why for m in found.mentions] == ["taken off, and nobody's pay"]


def test_from_monday_to_friday_is_no_rise() -> None:
    assert told(
        "Watch pay is $5.00 an hour Monday to Friday and $8.00 an hour on Saturday and Sunday,"
        " effective 1 July 2025."
    ) == [
        ("5.00", "NZD per hour", "2025-07-01", ""),
        ("8.00", "NZD per hour", "2025-07-01", ""),
    ]


def test_a_loading_becomes_another_loading_and_no_rise() -> None:
    found = rates("2.1 Night watch has a loading of 15%, increasing to 17.5% from 1 July 2026.\n")
    assert [(f"{r.amount}", r.unit, str(r.start or ""), str(r.end or "")) for r in found.rates] == [
        ("15", "percent", "", "2026-06-30"),
        ("17.5", "percent", "2026-07-01", ""),
    ]
    assert not found.mentions


TWO = "2.1 The tea fee is $18.00 and the soup fee $28.00. From 1 July 2026 they are $19.00 and"


def test_what_several_figures_become_in_the_next_sentence_ends_them_in_their_order() -> None:
    found = rates(f"{TWO} $29.00 respectively.\n")
    assert [(f"{r.amount}", str(r.start or ""), str(r.end or "")) for r in found.rates] == [
        ("18.00", "", "2026-06-30"),
        ("28.00", "", "2026-06-30"),
        ("19.00", "2026-07-01", ""),
        ("29.00", "2026-07-01", ""),
    ]


def test_what_several_figures_become_in_no_stated_order_is_told() -> None:
    found = rates(f"{TWO} $29.00.\n")
    assert [f"{r.amount}" for r in found.rates] == ["18.00", "28.00"]
    assert [f.message for f in found.findings] == [
        "the words do not say which figures these follow; they give no rate"
    ]


def test_what_they_are_paid_beside_ends_nothing() -> None:
    found = rates(
        "2.1 Mates are paid $30.00 an hour and boys $28.00 an hour. From 1 July 2026 they are paid"
        " $5 a day for tar.\n"
    )
    assert [r.end for r in found.rates] == [None, None, None]


def test_a_note_that_speaks_of_a_pay_period_after_the_same_day_leaves_it_open() -> None:
    found = rates(
        "2.1 Pay\n\nGrade\tRate at 1 July 2025\nA†\t$30.00\nB\t$33.00\n\n"
        "† payable from the first full pay period after 1 July 2025\n"
    )
    assert [(r.step, bool(r.event), str(r.start)) for r in found.rates] == [
        ("A", True, "None"),
        ("B", False, "2025-07-01"),
    ]


def test_what_is_increased_from_a_sum_to_another_is_named_without_its_verb() -> None:
    found = rates("2.1 The watch fee is increased from $3.60 to $4.10 per hour from 1 July 2025.\n")
    assert [(r.step, f"{r.amount}", str(r.start or ""), str(r.end or "")) for r in found.rates] == [
        ("watch fee", "3.60", "", "2025-06-30"),
        ("watch fee", "4.10", "2025-07-01", ""),
    ]
