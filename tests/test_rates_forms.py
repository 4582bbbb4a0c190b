"""The forms in which agreements of other trades set their figures, each with its near miss."""

from __future__ import annotations

import pytest
from test_rates import HEAD, YEAR, page, rates, rows

from clausetrack.ingest import read
from clausetrack.rates.find import find
from clausetrack.segment.tables import days_of

HOUR = "NZD per hour"
WEEK = "NZD per week"


# ------------------------------------------------------------------------------------- tables


def test_a_range_in_a_cell_is_its_two_ends() -> None:
    found = page(
        "<tr><th>Rank</th><th>Salary range</th></tr>"
        "<tr><td>Mate</td><td>$72,500 - $83,900</td></tr>"
        "<tr><td>Master</td><td>$92,100 to $108,600</td></tr>"
    )
    assert [(r.step, r.group, int(r.amount), r.unit) for r in found.rates] == [
        ("minimum", "Mate", 72500, YEAR), ("maximum", "Mate", 83900, YEAR),
        ("minimum", "Master", 92100, YEAR), ("maximum", "Master", 108600, YEAR),
    ]  # fmt: skip


def test_a_range_that_falls_is_none() -> None:
    found = page(
        "<tr><th>Rank</th><th>Salary range</th></tr>"
        "<tr><td>Mate</td><td>$83,900 - $72,500</td></tr>"
    )
    assert not found.rates
    assert {f.code for f in found.findings} == {"rate-unread"}


def test_a_year_and_an_hour_side_by_side() -> None:
    found = page(
        '<tr><th rowspan="2">Step</th><th colspan="2">1 May 2026</th>'
        '<th colspan="2">1 May 2027</th></tr>'
        "<tr><th>Annual</th><th>Hourly</th><th>Annual</th><th>Hourly</th></tr>"
        "<tr><td>3</td><td>$95,340</td><td>$45.7092</td><td>$98,200</td><td>$47.08</td></tr>"
    )
    assert [(f"{r.amount}", r.unit, str(r.start), str(r.end)) for r in found.rates] == [
        ("95340", YEAR, "2026-05-01", "2027-04-30"), ("45.7092", HOUR, "2026-05-01", "2027-04-30"),
        ("98200", YEAR, "2027-05-01", "None"), ("47.08", HOUR, "2027-05-01", "None"),
    ]  # fmt: skip


def test_bands_between_two_ends_without_a_dollar_sign() -> None:
    found = page(
        "<tr><th>Band</th><th>Minimum</th><th>Midpoint</th><th>Maximum</th></tr>"
        "<tr><td>4</td><td>61,990</td><td>68,878</td><td>75,766</td></tr>",
        "2.1 Bands are (gross per annum):",
    )
    assert [(r.step, r.group, int(r.amount), r.unit) for r in found.rates] == [
        ("Minimum", "4", 61990, YEAR), ("Midpoint", "4", 68878, YEAR), ("Maximum", "4", 75766, YEAR)
    ]  # fmt: skip


def test_numbers_of_people_are_no_bands_of_pay() -> None:
    found = rates(
        "3 Ports\n\n3.1 Ships that call at each port.\n\n| Port | Minimum | Maximum |\n"
        "| --- | --- | --- |\n| North | 1,250 | 2,200 |\n"
    )
    assert not found.rates


@pytest.mark.parametrize("nothing", ["N/A", "–", "nil", "n.a.", "not available"])
def test_a_cell_that_says_that_there_is_nothing_is_no_lost_cell(nothing: str) -> None:
    found = rates(
        "2.1 The lamp allowance per annum is:\n\n"
        "Area\tRate to 30 June 2026\tRate on and after 1 July 2026\n"
        f"A\t$1,100\t$1,250\nB\t{nothing}\t$3,000\n"
    )
    assert not found.findings
    assert [(r.step, int(r.amount), str(r.start), str(r.end)) for r in found.rates] == [
        ("A", 1100, "None", "2026-06-30"), ("A", 1250, "2026-07-01", "None"),
        ("B", 3000, "2026-07-01", "None"),
    ]  # fmt: skip


def test_a_figure_without_its_sign_among_others_loses_nothing() -> None:
    document = read(
        (
            HEAD + "2.1 Weekly wages\n\nRank | From 1 July 2026 | From 1 July 2027 |\n"
            "Hand | $1,105.00 | $1,138.15 |\nMate | 1,310.50 | 1,349.82 |\n"
        ).encode()
    )
    assert "table-ragged" not in {f.code for f in document.findings}
    assert [(r.step, f"{r.amount}", r.unit) for r in find(document).rates] == [
        ("Hand", "1105.00", "NZD per week"), ("Hand", "1138.15", "NZD per week"),
        ("Mate", "1310.50", "NZD per week"), ("Mate", "1349.82", "NZD per week"),
    ]  # fmt: skip


def test_a_heading_without_words_of_pay_ends_where_it_says() -> None:
    assert [str(day) for day in days_of("Until 31 August 2026")] == ["None", "2026-08-31"]
    assert [str(day) for day in days_of("1 September 2026")] == ["2026-09-01", "None"]
    assert days_of("1 May 2026 or 1 June 2026") == (None, None)


def test_days_down_and_steps_across() -> None:
    found = page(
        "<tr><th>Effective date</th><th>Hand</th><th>Mate</th></tr>"
        "<tr><td>1 April 2026</td><td>$29.40</td><td>$36.10</td></tr>"
        "<tr><td>1 April 2027</td><td>$30.28</td><td>$37.18</td></tr>",
        "2.1 Hourly rates:",
    )
    assert [(r.step, r.group, f"{r.amount}", str(r.start), str(r.end)) for r in found.rates] == [
        ("Hand", "", "29.40", "2026-04-01", "2027-03-31"),
        ("Mate", "", "36.10", "2026-04-01", "2027-03-31"),
        ("Hand", "", "30.28", "2027-04-01", "None"), ("Mate", "", "37.18", "2027-04-01", "None"),
    ]  # fmt: skip
    assert {r.dated_by for r in found.rates} == {"row"}


def test_a_column_of_units_says_what_each_row_is_for() -> None:
    found = page(
        "<tr><th>Allowance</th><th>Unit</th><th>Rate</th></tr>"
        "<tr><td>Oil</td><td>per annum</td><td>$420</td></tr>"
        "<tr><td>Boat</td><td>per day</td><td>$14.60</td></tr>"
        "<tr><td>Horn</td><td>outer stations</td><td>$9</td></tr>"
    )
    assert [(r.step, r.group, r.unit) for r in found.rates] == [
        ("Oil", "", YEAR), ("Boat", "", "NZD per day"), ("Horn", "outer stations", "NZD")
    ]  # fmt: skip


def test_a_sum_of_its_own_beside_a_table_says_nothing_of_the_table() -> None:
    table = "Rank\tFrom 1 July 2026\nHand\t$40\nMate\t$50\n"
    other = rates(f"2.1 On Sundays $5 per hour is added.\n\n{table}")
    assert {r.unit for r in other.rates if r.step in {"Hand", "Mate"}} == {"NZD"}
    same = rates(f"2.1 Watches are paid $40 per watch and are $40 per night.\n\n{table}")
    assert {r.unit for r in same.rates if r.step == "Mate"} == {"NZD per night"}


def test_extras_under_the_heading_of_pay_are_for_no_stated_period() -> None:
    rows = "Years\tPayment\n3\t$8,270\n9\t$10,970\n"
    found = rates(f"2.1 Remuneration\n\n2.1.1 Long service\n\n{rows}")
    assert {r.unit for r in found.rates} == {"NZD"}
    yearly = rates(f"2.1 Remuneration\n\n2.1.1 Annual payments are below.\n\n{rows}")
    assert {r.unit for r in yearly.rates} == {YEAR}


def test_salaries_without_a_sign_under_days() -> None:
    found = rates(
        "3 Masters\n\n3.1 Masters\n\n| Step | As at 1 April 2026 | As at 5 April 2027 |\n"
        "| --- | --- | --- |\n| 1 | 186,350 | 190,077 |\n"
    )
    assert [(int(r.amount), r.unit, str(r.start), str(r.end)) for r in found.rates] == [
        (186350, YEAR, "2026-04-01", "2027-04-04"), (190077, YEAR, "2027-04-05", "None")
    ]  # fmt: skip


def test_hundreds_are_amounts_where_the_sign_is_in_the_heading() -> None:
    found = page(
        "<tr><th>Level</th><th>From 5 October 2026 ($)</th></tr>"
        "<tr><td>1</td><td>500</td></tr><tr><td>2</td><td>1,000</td></tr>"
    )
    assert [(r.step, int(r.amount)) for r in found.rates] == [("1", 500), ("2", 1000)]


def test_a_column_of_counts_behind_the_days_is_no_step() -> None:
    found = page(
        "<tr><th>Service</th><th>Days</th><th>Carried over</th></tr>"
        "<tr><td>First year</td><td>10</td><td>10</td></tr>"
        "<tr><td>Later</td><td>12</td><td>40</td></tr>"
    )
    assert [(r.step, r.group, int(r.amount)) for r in found.rates] == [
        ("First year", "", 10), ("Later", "", 12)
    ]  # fmt: skip


def test_amounts_that_stand_alone_line_by_line_are_a_lost_table() -> None:
    found = rates("2.1 Salary\n\n1\n\n$50,000\n\n$51,250\n\n2\n\n$54,000\n\n$55,350\n")
    assert not found.rates
    assert [f.code for f in found.findings] == ["rate-unread"] * 4
    assert len(rates("2.1 Boat fee\n\n$50\n").rates) == 1


def test_old_and_new_side_by_side_change_on_the_day_of_their_clause() -> None:
    found = page(
        "<tr><th>Rank</th><th>Old rate</th><th>New rate</th></tr>"
        "<tr><td>Hand</td><td>$24.20</td><td>$25.05</td></tr>",
        "2.1 From 1 June 2026 the hourly rates change.",
    )
    assert [(r.step, r.group, f"{r.amount}", str(r.start), str(r.end)) for r in found.rates] == [
        ("Hand", "", "24.20", "None", "2026-05-31"), ("Hand", "", "25.05", "2026-06-01", "None")
    ]  # fmt: skip


TERMS = """Terms of Settlement – Harbour Lights Collective Agreement 2026-2028

1. Allowances (clause 4.6)

The following allowances shall increase by 4% from 1 June 2026:

- Oil: from $12.50 to $13.00 per week
- Boat: from $6.00 to $6.24 per day
"""


def test_what_an_instruction_dates_is_dated_in_the_wording_that_it_gives() -> None:
    found = find(read(TERMS.encode())).rates
    assert [(r.step, f"{r.amount}", str(r.start), str(r.end)) for r in found] == [
        ("Oil", "12.50", "None", "2026-05-31"), ("Oil", "13.00", "2026-06-01", "None"),
        ("Boat", "6.00", "None", "2026-05-31"), ("Boat", "6.24", "2026-06-01", "None"),
    ]  # fmt: skip
    two = find(
        read(TERMS.replace(" from 1 June 2026", " from 1 June 2026 and 1 May 2027").encode())
    )
    assert {r.start for r in two.rates} == {None}


# ---------------------------------------------------------------------------------- sentences


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        (
            "A keeper is paid $62.50 per night and $410 per week, backdated to 26 January 2026.",
            [
                ("62.50", "NZD per night", "2026-01-26", ""),
                ("410", WEEK, "2026-01-26", ""),
            ],
        ),
        (
            "The fee is $6,000 per annum until 27 January 2027 and $6,500 per annum thereafter.",
            [("6000", YEAR, "", "2027-01-27"), ("6500", YEAR, "2027-01-28", "")],
        ),
        (
            "It is $38 a week from 1 July 2026, and $39 a week effective from 1 July 2027.",
            [("38", WEEK, "2026-07-01", "2027-06-30"), ("39", WEEK, "2027-07-01", "")],
        ),
        (
            "Cooks get $38 a week from 1 July 2026 and stokers get $39 a week from 1 July 2027.",
            [("38", WEEK, "2026-07-01", ""), ("39", WEEK, "2027-07-01", "")],
        ),
        (
            "The fee will move from $2,800 p.a. to $3,000 p.a. on 1 January 2027.",
            [("2800", YEAR, "", "2026-12-31"), ("3000", YEAR, "2027-01-01", "")],
        ),
        ("A keeper is paid 62c per kilometre.", [("0.62", "NZD per kilometre", "", "")]),
        ("Oil is 99 cents/km.", [("0.99", "NZD per kilometre", "", "")]),
        ("If a keeper is called out the keeper will be paid $45 per occasion.",
         [("45", "NZD per occasion", "", "")]),
        (
            "If you work late and buy a meal that you would not have bought, you will be paid a"
            " $15.00 allowance.",
            [("15.00", "NZD", "", "")],
        ),
        ("A fee of $320 per FTTE is available each year.", [("320", "NZD per FTTE", "", "")]),
        ("It is $85 per 24-hour period.", [("85", "NZD per 24 hours", "", "")]),
        ("The grant is $2,500 every two years.", [("2500", "NZD per two years", "", "")]),
        ("The least payment shall not be less than $95.00 per call-out.",
         [("95.00", "NZD per call", "", "")]),
        ("The fee is between $5,000 and $12,000 per annum.",
         [("5000", YEAR, "", ""), ("12000", YEAR, "", "")]),
        (
            'Replace "$3.00 per day" with "$4.50 per day" from 13 July 2026.',
            [
                ("3.00", "NZD per day", "", "2026-07-12"),
                ("4.50", "NZD per day", "2026-07-13", ""),
            ],
        ),
        ("Annual leave: 30 working days each year.", [("30", "days per year", "", "")]),
        ("Each receives a one-time payment of $900.", [("900", "NZD once", "", "")]),
        ("A keeper is paid $6 per week, up from $4.50.", [("6", WEEK, "", "")]),
        ("The salary of a master is not less than $104,000 per annum.",
         [("104000", YEAR, "", "")]),
        ("Oil is 95 cents per kilometre, increasing by 5 cents on 1 May 2027.",
         [("0.95", "NZD per kilometre", "", "")]),
        ("The fee is $500 and will increase by 3% from 1 July 2027.", [("500", "NZD", "", "")]),
        ("After 5 years $400 and after 10 years $900 are each paid once.",
         [("400", "NZD once", "", ""), ("900", "NZD once", "", "")]),
        (
            "Meal money is $17.50 where a watch is long. From 1 May 2027 meal money is $18.00.",
            [("17.50", "NZD", "", "2027-04-30"), ("18.00", "NZD", "2027-05-01", "")],
        ),
        (
            "The fee is $1,040 per annum, in fortnightly instalments of $40, commencing on"
            " 1 June 2026.",
            [("1040", YEAR, "2026-06-01", ""), ("40", "NZD per fortnight", "2026-06-01", "")],
        ),
        (
            "The fee is $25 per week until 30 June 2026, after which it will be $30 per week.",
            [("25", WEEK, "", "2026-06-30"), ("30", WEEK, "2026-07-01", "")],
        ),
        ("No keeper will be paid less than $27.80 per hour.", [("27.80", HOUR, "", "")]),
        (
            "From 1 July 2026 until 30 June 2027 it is $12 per day; from 1 July 2027 it is $13 per"
            " day.",
            [("12", "NZD per day", "2026-07-01", "2027-06-30"),
             ("13", "NZD per day", "2027-07-01", "")],
        ),
        (
            "A keeper employed on 24 August 2026 is paid $1,500 with the pay of 1 September 2026.",
            [("1500", "NZD", "", "")],
        ),
        ("From July 1, 2026 it is $12 per day.", [("12", "NZD per day", "2026-07-01", "")]),
        ("Training is paid up to $2,200 per annum per 1.0 FTE.", [("2200", YEAR, "", "")]),
        ("A $40 fee is paid per trip.", [("40", "NZD per trip", "", "")]),
        ("A keeper abroad is paid US$40 per day.", [("40", "USD per day", "", "")]),
    ],
)  # fmt: skip
def test_what_a_sentence_sets(sentence: str, wanted: list[tuple[str, str, str, str]]) -> None:
    assert [row[2:] for row in rows(f"2.1 {sentence}\n")] == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "Stations with not less than $4,000 in hand keep a ledger.",
        "Keepers who earn between $50,000 and $60,000 may apply.",
        "If the fee was $45, the keeper keeps a receipt.",
        "Keepers whose salary is not less than $90,000 may apply.",
    ],
)
def test_a_limit_or_a_condition_sets_nothing(sentence: str) -> None:
    assert (
        "a threshold" in {m.why for m in rates(f"2.1 {sentence}\n").mentions}
        or not rates(f"2.1 {sentence}\n").rates
    )


def test_millions_are_a_fund_and_not_a_few_dollars() -> None:
    found = rates("2.1 The parties set up a fund of $2.4 million.\n")
    assert not found.rates
    assert [m.text for m in found.mentions] == ["$2.4 million"]


def test_levels_that_stand_before_their_figures() -> None:
    found = rates(
        "2.1 Skills: Level 1 $1,200 per annum; Level 2 $1,900 per annum; Level 3: $2,700 a year.\n"
    )
    assert [(r.step, int(r.amount)) for r in found.rates] == [
        ("Level 1", 1200), ("Level 2", 1900), ("Level 3", 2700)
    ]  # fmt: skip


def test_a_line_of_two_cells_names_its_figure() -> None:
    found = rates("2.1 Long service\n\nYears\tPayment\n3 to 5\t$8,270\n9 or more\t$13,970\n")
    assert [(r.step, int(r.amount)) for r in found.rates] == [
        ("3 to 5", 8270),
        ("9 or more", 13970),
    ]


def test_three_decimals_may_be_a_thousand() -> None:
    found = rates("2.1 The fee is $1.300 per trip and the toll is $27.3551 per hour.\n")
    assert [f"{r.amount}" for r in found.rates] == ["27.3551"]
    assert [f.quote for f in found.findings] == ["$1.300"]


# ----------------------------------------------------------------------------------- currency

ABROAD = """Lighthouse Keepers Collective Agreement 2024-2026

1 Parties

1.1 This agreement is between the State of Oregon and the keepers.

2 Pay

2.1 A keeper is paid $21 per hour.
"""


def test_dollars_of_another_country_are_not_called_new_zealand_s() -> None:
    found = find(read(ABROAD.encode()))
    assert [r.unit for r in found.rates] == ["$ per hour"]
    assert [(f.code, f.quote) for f in found.findings] == [("currency-open", "State of Oregon")]


def test_a_currency_that_is_named_settles_it() -> None:
    found = find(read(ABROAD.encode()), currency="USD")
    assert [r.unit for r in found.rates] == ["USD per hour"]
    assert not found.findings


def test_a_document_of_this_country_may_speak_of_others() -> None:
    text = ABROAD.replace("the State of Oregon", "New Zealand Lights and its Australian branch")
    found = find(read(text.encode()))
    assert [r.unit for r in found.rates] == ["NZD per hour"]
    assert not found.findings


def test_three_days_of_one_thing_follow_one_another() -> None:
    found = rates(
        "The rate is $31.20 an hour from 1 May 2026, $32.14 an hour from 1 May 2027 and $33.00 an "
        "hour from 1 May 2028."
    )
    assert [(f"{r.amount}", str(r.start), str(r.end)) for r in found.rates] == [
        ("31.20", "2026-05-01", "2027-04-30"),
        ("32.14", "2027-05-01", "2028-04-30"),
        ("33.00", "2028-05-01", "None"),
    ]


def test_what_is_for_another_day_of_the_week_does_not_end_the_figure_before_it() -> None:
    found = rates(
        "The rate is $8.00 an hour from 1 May 2026, $10.00 an hour on public holidays from "
        "1 May 2027."
    )
    assert [str(r.end) for r in found.rates] == ["None", "None"]


def test_a_grade_in_brackets_behind_a_figure_is_its_step() -> None:
    found = rates("Pilots are paid $45.00 an hour (Grade A) and $52.50 an hour (Grade B).")
    assert [r.step for r in found.rates] == ["Grade A", "Grade B"]


def test_a_thousand_kilometres_are_not_cut_at_their_comma() -> None:
    found = rates(
        "A driver is paid 104 cents per kilometre for the first 14,000 km and 37 cents per "
        "kilometre after that."
    )
    assert found.rates[0].step == "first 14,000 km"


def test_what_was_paid_previously_is_no_rate() -> None:
    found = rates("Standby is paid at $6.50 per hour (previously $5.00).")
    assert [f"{r.amount}" for r in found.rates] == ["6.50"]
    assert [one.text for one in found.mentions] == ["$5.00"]


def test_an_amount_in_pounds_is_reported_and_no_rate() -> None:
    found = rates("The allowance in Bristol is £3,000 per annum.")
    assert not found.rates
    assert [(one.code, one.quote) for one in found.findings] == [("rate-unread", "£3,000")]


def test_words_before_a_colon_say_what_a_figure_is_for() -> None:
    text = (
        "Crew Collective Agreement 2024 - 2026\n\n6 ALLOWANCES\n\n"
        "6.1 Meal allowance: $18.50 per meal where overtime exceeds 2 hours.\n\n"
        "6.2 The rates are: $6.40 per week for laundry.\n\n"
        "6.3 Standby\n\nA crew member on standby is paid:\n\n"
        "- Monday to Saturday: $3.50 per hour\n- Sunday: $5.00 per hour\n"
        "- Public holidays: $6.50 per hour\n"
    )
    found = find(read(text.encode(), "crew.txt")).rates
    assert [(rate.clause, rate.scale, rate.step, str(rate.amount)) for rate in found] == [
        ("6.1", "Meal allowance", "", "18.50"),
        ("6.2", "ALLOWANCES", "", "6.40"),
        ("6.3", "Standby", "Monday to Saturday", "3.50"),
        ("6.3", "Standby", "Sunday", "5.00"),
        ("6.3", "Standby", "Public holidays", "6.50"),
    ]


@pytest.mark.parametrize(
    ("order", "want"),
    [
        ('In clause 6.1 "$18.50" is replaced by "$20.00".', [("20.00", None, None)]),
        ('In clause 6.1, delete "$6.40" and insert "$7.00".', [("7.00", None, None)]),
        ("Amend clause 6.1 by replacing $6.40 with $7.00.", [("7.00", None, None)]),
        ("Amend clause 6.1 by substituting $7.00 for $6.40.", [("7.00", None, None)]),
        (
            'Amend clause 6.1 by replacing "$5.00 from 1 October 2025" with "$5.25 from 1 October'
            ' 2026".',
            [("5.00", "2025-10-01", "2026-09-30"), ("5.25", "2026-10-01", None)],
        ),
        # nothing is taken out here, and both are paid
        ("A meal is $18.50 and a late meal is $20.00.",
         [("18.50", None, None), ("20.00", None, None)]),
    ],
)  # fmt: skip
def test_the_figure_that_an_order_takes_out_is_no_rate(
    order: str, want: list[tuple[str, str | None, str | None]]
) -> None:
    text = (
        "Terms of Settlement\n\nThese terms renew the Crew Collective Agreement 2026 - 2028.\n\n"
        f"1. Meals\n\n{order}\n"
    )
    found = find(read(text.encode(), "terms.txt")).rates
    assert [
        (str(r.amount), r.start and r.start.isoformat(), r.end and r.end.isoformat()) for r in found
    ] == want


def test_what_is_received_on_the_next_pay_day_is_paid_once() -> None:
    text = (
        "Terms of Settlement\n\nThese terms renew the Crew Collective Agreement 2026 - 2028.\n\n"
        "1. Bonus\n\nMembers on 1 October 2026 receive $500 on the first pay day after 15 October"
        " 2026.\n\n2. Call\n\nThe call fee is $4.50 an hour in the next pay period.\n"
    )
    found = find(read(text.encode(), "terms.txt")).rates
    assert [(str(r.amount), r.unit, r.start) for r in found] == [
        ("500", "NZD once", None), ("4.50", "NZD per hour", None),
    ]  # fmt: skip
