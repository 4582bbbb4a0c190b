"""What the headings of a table say of time beside a plain day, and what they leave undecided."""

from __future__ import annotations

from datetime import date

import pytest
from test_rates import page, rates
from test_rates_table_days import spans, unread

from clausetrack.rates.headings import may_follow
from clausetrack.rates.inforce import in_force


def table(*headings: str, title: str = "2.1 Hourly rates", note: str = "") -> str:
    """A table of two ranks, whose amounts rise from one column to the next."""
    rows = ["\t".join(("Rank", *headings))]
    for rank, amount in (("Oiler", 24), ("Winchman", 27)):
        rows.append("\t".join((rank, *(f"${amount + at}.10" for at in range(len(headings))))))
    return f"{title}\n\n" + "\n".join(rows) + f"\n\n{note}\n"


def open_ends(text: str) -> list[tuple[str, str, str, str, str, str]]:
    """Group, amount, first and last day, and the events of each figure of the first rank."""
    return [
        (r.group, f"{r.amount:f}", str(r.start or ""), str(r.end or ""), r.event, r.until)
        for r in rates(text).rates
        if r.step == "Oiler"
    ]


# ----------------------------------------------------------------------- words beside the day


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Year 1 (from 5 May 2025)", "Year 2 (from 4 May 2026)"),
        ("First year: 5 May 2025", "Second year: 4 May 2026"),
        ("2.5% from 5 May 2025", "3% from 4 May 2026"),
        ("From 5 May 2025 2.5% increase", "From 4 May 2026 3% increase"),
        ("Mon 5 May 2025", "Monday, 4 May 2026"),
        ("2025/26 (from 5 May 2025)", "2026/27 (from 4 May 2026)"),
        ("Stage 1 – 5 May 2025", "Stage 2 – 4 May 2026"),
    ],
)
def test_words_that_only_say_which_day_it_is_name_no_column(one: str, other: str) -> None:
    assert spans(table(one, other))[:2] == [
        ("Oiler", "", "24.10", "2025-05-05", "2026-05-03"),
        ("Oiler", "", "25.10", "2026-05-04", ""),
    ]


def test_words_that_tell_columns_of_one_day_apart_name_them() -> None:
    assert spans(table("80% from 5 May 2025", "100% from 5 May 2025"))[:2] == [
        ("Oiler", "80%", "24.10", "2025-05-05", ""),
        ("Oiler", "100%", "25.10", "2025-05-05", ""),
    ]
    assert spans(table("Deck from 5 May 2025", "Cabin from 4 May 2026"))[:2] == [
        ("Oiler", "Deck", "24.10", "2025-05-05", ""),
        ("Oiler", "Cabin", "25.10", "2026-05-04", ""),
    ]


def test_a_day_of_the_week_is_part_of_its_day_and_else_a_name() -> None:
    assert spans(table("Until Sunday 4 May 2025", "From Monday, 5 May 2025"))[:2] == [
        ("Oiler", "", "24.10", "", "2025-05-04"),
        ("Oiler", "", "25.10", "2025-05-05", ""),
    ]
    assert spans(table("Saturday from 5 May 2025", "Sunday from 4 May 2026"))[:2] == [
        ("Oiler", "Saturday", "24.10", "2025-05-05", ""),
        ("Oiler", "Sunday", "25.10", "2026-05-04", ""),
    ]


def test_a_share_in_a_name_stays_and_a_rise_beside_one_goes() -> None:
    kept = spans(table("Level 1 (51% to 80%) from 5 May 2025", "Level 2 (81% to 100%) 5 May 2025"))
    assert [group for _, group, *_ in kept[:2]] == ["Level 1 (51% to 80%)", "Level 2 (81% to 100%)"]
    gone = spans(table("Deck 2.5% 5 May 2025", "Cabin 5 May 2025", "Deck 3% 4 May 2026"))
    assert [(group, end) for _, group, _, _, end in gone[:3]] == [
        ("Deck", "2026-05-03"), ("Cabin", ""), ("Deck", ""),
    ]  # fmt: skip


def test_before_a_day_is_no_name_and_after_it_begins_on_the_next() -> None:
    assert spans(table("Before 5 May 2025", "After 4 May 2025"))[:2] == [
        ("Oiler", "", "24.10", "", "2025-05-04"),
        ("Oiler", "", "25.10", "2025-05-05", ""),
    ]
    assert spans(table("On or after 5 May 2025", "X"))[0][3] == "2025-05-05"


def test_before_and_after_one_day_leave_the_day_itself_to_nobody() -> None:
    found = spans(table("Before 5 May 2025", "After 5 May 2025"))[:2]
    assert [(start, end) for *_, start, end in found] == [("", "2025-05-04"), ("2025-05-06", "")]


# ------------------------------------------------------------------------- what is no full day


def test_a_pay_period_is_no_day() -> None:
    text = table("First pay period after 5 May 2025", "First pay period after 4 May 2026")
    first, second = "First pay period after 5 May 2025", "First pay period after 4 May 2026"
    assert open_ends(text) == [
        ("", "24.10", "", "", first, second),
        ("", "25.10", "", "", second, ""),
    ]
    assert not in_force(rates(text).rates, date(2026, 6, 1))


@pytest.mark.parametrize(
    "heading",
    [
        "From the first full pay period commencing on or after 4 May 2026",
        "Effective next pay day after 4 May 2026",
        "Pay run after 4 May 2026",
        "On ratification",
        "Effective from the date of ratification",
        "2026/27",
        "Rate 2026",
        "Twelve months after ratification",
        "Not before 4 May 2026",
        "4 May 2026 (subject to ratification)",
    ],
)
def test_what_begins_with_no_day_leaves_what_is_before_it_open(heading: str) -> None:
    (before, after) = open_ends(table("From 5 May 2025", heading))
    assert before[:4] == ("", "24.10", "2025-05-05", "")
    assert after[:4] == ("", "25.10", "", "")
    assert before[5] == after[4] != ""


def test_what_was_paid_ends_with_what_begins_with_no_day() -> None:
    found = open_ends(table("Old rate", "First pay period after 4 May 2026"))
    assert found[0] == ("", "24.10", "", "", "", "First pay period after 4 May 2026")


def test_what_was_paid_ends_before_the_first_day() -> None:
    for heading in ("Old rate", "Previous", "Former rate", "Present"):
        assert spans(table(heading, "New rate from 5 May 2025"))[:2] == [
            ("Oiler", "", "24.10", "", "2025-05-04"),
            ("Oiler", "", "25.10", "2025-05-05", ""),
        ]


@pytest.mark.parametrize(
    "heading", ["Year ended 4 May 2025", "Expires on 4 May 2025", "Ends 4 May 2025"]
)
def test_the_last_day_may_be_said_in_other_words(heading: str) -> None:
    assert [end for *_, end in spans(table(heading, "From 5 May 2025"))[:2]] == ["2025-05-04", ""]


def test_rows_named_by_years_have_no_day() -> None:
    text = "2.1 Hourly rates\n\nYear\tCook\tBaker\n{}\t$24.10\t$25.10\n{}\t$24.60\t$25.60\n"
    assert [r.event for r in rates(text.format("2025/26", "2026/27")).rates] == [
        "2025/26", "2025/26", "2026/27", "2026/27",
    ]  # fmt: skip
    assert not any(r.event for r in rates(text.format("2015", "2016")).rates)


def test_a_pay_period_of_a_day_begins_on_it() -> None:
    assert spans(table("Pay period commencing 5 May 2025", "Pay period commencing 4 May 2026"))[
        :2
    ] == [
        ("Oiler", "", "24.10", "2025-05-05", "2026-05-03"),
        ("Oiler", "", "25.10", "2026-05-04", ""),
    ]


def test_a_later_day_behind_what_is_no_day_ends_it_and_stays() -> None:
    found = open_ends(table("On ratification", "From 4 May 2026"))
    assert found == [
        ("", "24.10", "", "2026-05-03", "ratification", ""),
        ("", "25.10", "2026-05-04", "", "", ""),
    ]


def test_a_section_that_begins_with_a_pay_period_gives_no_rate_and_says_why() -> None:
    text = (
        "2.1 Hourly rates\n\nRank\tRate\tBoat\nFrom 5 May 2025\t\t\nOiler\t$24.10\t$25.10\n"
        "First pay period after 4 May 2026\t\t\nWinchman\t$27.10\t$28.10\n"
    )
    assert spans(text) == [
        ("Oiler", "Rate", "24.10", "2025-05-05", ""),
        ("Oiler", "Boat", "25.10", "2025-05-05", ""),
    ]
    why = "the day “First pay period after 4 May 2026” is no full date, and it gives no rate"
    assert unread(text) == [(why, "Winchman | $27.10"), (why, "Winchman | $28.10")]


def test_a_title_that_names_a_pay_period_leaves_its_table_open() -> None:
    text = table("Rate", title="2.1 Hourly rates from the first pay period after 5 May 2025")
    assert open_ends(text) == [("", "24.10", "", "", "first pay period after 5 May 2025", "")]


def test_years_are_no_days_but_counts_and_years_of_service_are_no_years() -> None:
    assert open_ends(table("2025/26", "2026/27")) == [
        ("", "24.10", "", "", "2025/26", "2026/27"),
        ("", "25.10", "", "", "2026/27", ""),
    ]
    for one, other in (("Year 1", "Year 2"), ("Up to 2010 pupils", "Over 2010 pupils")):
        assert [(e, u) for *_, e, u in open_ends(table(one, other))] == [("", ""), ("", "")]


def test_an_event_may_follow_a_day_unless_its_words_say_not() -> None:
    assert may_follow("ratification", date(2025, 5, 5))
    assert may_follow("2026/27", date(2025, 5, 5))
    assert not may_follow("first pay period after 5 May 2025", date(2026, 5, 4))
    assert not may_follow("2025/26", date(2027, 5, 4))


# ------------------------------------------------------------- what another place says of the day


def test_the_text_may_say_when_what_a_heading_names_begins() -> None:
    note = "Year 1 begins on 5 May 2025 and Year 2 on 4 May 2026."
    assert spans(table("Year 1", "Year 2", note=note))[:2] == [
        ("Oiler", "", "24.10", "2025-05-05", "2026-05-03"),
        ("Oiler", "", "25.10", "2026-05-04", ""),
    ]
    half = "Year 1 begins on 5 May 2025 and Year 2 a year later."
    assert [start for *_, start, _ in spans(table("Year 1", "Year 2", note=half))] == [""] * 4


def test_the_day_of_the_title_is_of_the_columns_that_name_none() -> None:
    title = "2.1 Hourly rates from 5 May 2025"
    assert spans(table("Rate", "From 4 May 2026", title=title))[:2] == [
        ("Oiler", "", "24.10", "2025-05-05", "2026-05-03"),
        ("Oiler", "", "25.10", "2026-05-04", ""),
    ]


def test_the_day_of_the_heading_over_a_table_is_its_own() -> None:
    for title in ("2.1 Hourly rates as at 5 May 2025", "2.1 Hourly rates (5 May 2025)"):
        assert spans(table("Rate", title=title)) == [
            ("Oiler", "", "24.10", "2025-05-05", ""), ("Winchman", "", "27.10", "2025-05-05", ""),
        ]  # fmt: skip
    for title in ("2.1 Rates reviewed on 5 May 2025", "2.1 Hourly rates last set on 5 May 2025"):
        assert spans(table("Rate", title=title))[0] == ("Oiler", "", "24.10", "", "")


def test_a_later_column_that_names_none_of_several_may_be_of_any() -> None:
    title = "2.1 Hourly rates from 5 May 2025"
    found = open_ends(table("Adult", "Junior", "From 4 May 2026", title=title))
    assert found == [
        ("Adult", "24.10", "2025-05-05", "", "", "the column “From 4 May 2026”"),
        ("Junior", "25.10", "2025-05-05", "", "", "the column “From 4 May 2026”"),
        ("", "26.10", "2026-05-04", "", "", ""),
    ]


def test_a_column_of_no_day_beside_one_of_the_same_kind_is_not_in_force_for_ever() -> None:
    assert unread(table("Rate", "From 4 May 2026")) == [
        ("nothing says from when it runs, where another for it has a day, and it gives no rate",
         "Oiler | $24.10"),
        ("nothing says from when it runs, where another for it has a day, and it gives no rate",
         "Winchman | $27.10"),
    ]  # fmt: skip


def test_a_rate_at_the_day_before_the_next_is_what_was_paid_until_then() -> None:
    for one, other in (
        ("Rate at 4 May 2025", "Rate at 5 May 2025"), ("4 May 2025", "5 May 2025"),
    ):  # fmt: skip
        assert spans(table(one, other))[:2] == [
            ("Oiler", "", "24.10", "", "2025-05-04"),
            ("Oiler", "", "25.10", "2025-05-05", ""),
        ]
    assert spans(table("From 4 May 2025", "From 5 May 2025"))[0][3:] == ("2025-05-04", "2025-05-04")
    assert spans(table("At 5 May 2025", "At 4 May 2026"))[0][3:] == ("2025-05-05", "2026-05-03")


def test_thereafter_begins_where_the_column_before_it_ends() -> None:
    assert spans(table("Until 4 May 2025", "Thereafter"))[:2] == [
        ("Oiler", "", "24.10", "", "2025-05-04"),
        ("Oiler", "", "25.10", "2025-05-05", ""),
    ]
    assert spans(table("5 May 2024 to 4 May 2025", "5 May 2025 to 3 May 2026", "Thereafter"))[
        2
    ] == ("Oiler", "", "26.10", "2026-05-04", "")


def test_thereafter_behind_a_column_without_an_end_is_open() -> None:
    assert open_ends(table("From 5 May 2025", "Thereafter")) == [
        ("", "24.10", "2025-05-05", "", "", "Thereafter"),
        ("", "25.10", "", "", "Thereafter", ""),
    ]


# -------------------------------------------------------------------------- the corner's heading


def test_what_kind_the_rows_are_is_no_group() -> None:
    for corner in ("Trade", "Call", "Shift", "Employee", "Occupation"):
        (rate,) = page(
            f"<tr><th>{corner}</th><th>Rate per hour</th></tr>"
            "<tr><td>Rigger</td><td>$36.50</td></tr>"
        ).rates
        assert (rate.step, rate.group) == ("Rigger", "")


def test_whose_steps_they_are_is_a_group() -> None:
    (rate,) = page(
        "<tr><th>Pilot boat crew</th><th>Rate per hour</th></tr><tr><td>1</td><td>$36.50</td></tr>"
    ).rates
    assert (rate.step, rate.group) == ("1", "Pilot boat crew")


# ------------------------------------------------------------------------------ notes of figures


NOTED = (
    "2.1 Hourly rates\n\nRank\tCurrent\tFrom 5 May 2025\n"
    "Oiler\t$24.10\t$25.10*\nWinchman\t$27.10\t$28.10\n\n{}\n\n2.2 Next.\n"
)


@pytest.mark.parametrize(
    ("table", "mark"),
    [
        (NOTED, "*"),
        (NOTED.replace("$25.10*", "$25.10†"), "†"),
        (NOTED.replace("$25.10*", "$25.10**"), "**"),
        (NOTED.replace("$25.10*", "$25.10").replace("Oiler", "Oiler*"), "*"),
    ],
)
def test_a_note_that_names_a_day_leaves_its_figure_open(table: str, mark: str) -> None:
    text = table.format(f"{mark} Payable from 7 July 2025.")
    why = "the day that its note names (“Payable from 7 July 2025.”)"
    current, new = open_ends(text)
    assert new == ("", "25.10", "", "", why, "")
    if "Oiler*" not in table:
        assert current == ("", "24.10", "", "", "", why)
    assert spans(text)[2:] == [
        ("Winchman", "", "27.10", "", "2025-05-04"),
        ("Winchman", "", "28.10", "2025-05-05", ""),
    ]


def test_a_note_without_a_day_or_of_another_mark_or_of_the_same_day_says_nothing() -> None:
    for note in ("* Includes training.", "† From 7 July 2025.", "* Paid from 5 May 2025."):
        assert open_ends(NOTED.format(note)) == [
            ("", "24.10", "", "2025-05-04", "", ""),
            ("", "25.10", "2025-05-05", "", "", ""),
        ]


def test_a_note_of_all_columns_of_a_heading() -> None:
    text = NOTED.replace("$25.10*", "$25.10").replace("5 May 2025", "5 May 2025*")
    found = open_ends(text.format("* Or from 7 July 2025 in the yard."))
    assert [bool(event or until) for *_, event, until in found] == [True, True]


# ------------------------------------------------------------------------ years behind a figure


def test_years_in_brackets_behind_a_figure_are_no_day() -> None:
    text = "2.1 Boots: $250 p.a. (2025/26), $260 p.a. (2026/27) and $270 per year (2027/28).\n"
    found = [(f"{r.amount:f}", r.event) for r in rates(text).rates]
    assert found == [("250", "2025/26"), ("260", "2026/27"), ("270", "2027/28")]


def test_other_words_in_brackets_are_no_years() -> None:
    for words in ("(see clause 2025)", "(2025 hours)", "(taxable)"):
        (rate,) = rates(f"2.1 Boots: $250 p.a. {words}.\n").rates
        assert not rate.event


YEARS = "\n\nGrade\t2024/25\t2025/26\nA\t$30.00\t$31.00\nB\t$33.00\t$34.10\n"


@pytest.mark.parametrize(
    "text",
    [
        "2024/25 is 1 July 2024 to 30 June 2025 and 2025/26 is 1 July 2025 to 30 June 2026.",
        "The 2024/25 rates apply from 1 July 2024 and the 2025/26 rates apply from 1 July 2025.",
        "“2024/25” means the year from 1 July 2024, “2025/26” that from 1 July 2025.",
    ],
)
def test_years_run_from_the_days_that_the_text_gives_to_each_of_them(text: str) -> None:
    found = rates(f"2.1 {text}{YEARS}")
    assert [(r.step, str(r.start), str(r.end or "")) for r in found.rates] == [
        ("A", "2024-07-01", "2025-06-30"),
        ("A", "2025-07-01", ""),
        ("B", "2024-07-01", "2025-06-30"),
        ("B", "2025-07-01", ""),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "These are the rates.",
        "“2025/26” means the year from 1 July 2025.",
        "The 2024/25 levy is paid from 1 May 2024 and the 2025/26 levy from 1 May 2025.",
        "In this clause a year runs from 1 July to 30 June.",
        "The term is from 1 July 2024 to 30 June 2026.",
    ],
)
def test_years_to_which_no_text_gives_their_days_are_in_force_on_none(text: str) -> None:
    found = rates(f"2.1 {text}{YEARS}")
    assert [(r.event, r.until, r.start) for r in found.rates] == [
        ("2024/25", "2025/26", None),
        ("2025/26", "", None),
    ] * 2


# ------------------------------------------------------------------- what a real heading may hold


def test_a_day_that_lost_a_space_dates_its_column_all_the_same() -> None:
    text = table("Rates prior to 5 May2025", "Rates from 5May 2025(+3%)", "4May2026")
    assert spans(text)[:3] == [
        ("Oiler", "", "24.10", "", "2025-05-04"),
        ("Oiler", "", "25.10", "2025-05-05", "2026-05-03"),
        ("Oiler", "", "26.10", "2026-05-04", ""),
    ]


def test_a_rise_in_dollars_beside_the_day_leaves_the_row_one_of_headings() -> None:
    for rise in ("(+$1.00)", "(plus $1.00)", "+$1.00"):
        assert spans(table("5 May 2025", f"4 May 2026 {rise}"))[:2] == [
            ("Oiler", "", "24.10", "2025-05-05", "2026-05-03"),
            ("Oiler", "", "25.10", "2026-05-04", ""),
        ]


def test_a_column_of_some_months_after_the_one_before_it_ends_that_on_no_known_day() -> None:
    for later in ("Rates after 12 months (+3%)", "12 months later", "A year on"):
        column = f"the column “{later}”"
        assert open_ends(table("Current (5 May 2024)", "5 May 2025", later)) == [
            ("", "24.10", "2024-05-05", "2025-05-04", "", ""),
            ("", "25.10", "2025-05-05", "", "", column),
            ("", "26.10", "", "", column, ""),
        ]


def test_months_of_service_are_those_of_people() -> None:
    found = open_ends(table("On appointment", "After 12 months", title="2.1 Rates from 5 May 2025"))
    assert [each[:4] for each in found] == [
        ("On appointment", "24.10", "2025-05-05", ""),
        ("After 12 months", "25.10", "2025-05-05", ""),
    ]


def test_a_name_behind_columns_of_days_is_in_force_from_no_known_day() -> None:
    text = table("5 May 2025", "4 May 2026", "Deck")
    assert [each[:4] for each in open_ends(text)] == [
        ("", "24.10", "2025-05-05", "2026-05-03"),
        ("", "25.10", "2026-05-04", ""),
    ]
    assert len(unread(text)) == 2  # of each rank the third


def test_the_one_day_of_a_clause_is_that_of_the_first_year_alone() -> None:
    text = "2.1 The rates rise by 2% from 5 May 2025 and again later.\n\n" + table(
        "Current", "Year 1", "Year 2", "Year 3", title=""
    )
    assert open_ends(text) == [
        ("Current", "24.10", "", "2025-05-04", "", ""),
        ("", "25.10", "2025-05-05", "", "", "Year 2"),
        ("", "26.10", "", "", "Year 2", "Year 3"),
        ("", "27.10", "", "", "Year 3", ""),
    ]


def test_increases_in_brackets_are_no_rates() -> None:
    text = "2.1 There are two annual increases ($4.00 in year 1 and 3% in year 2).\n"
    assert not rates(text).rates


def test_headings_under_a_corner_that_is_empty_are_those_of_their_columns() -> None:
    found = page(
        "<tr><td>Level</td><td>Permanent</td><td colspan=2>Casual</td></tr>"
        "<tr><td></td><td>Weekday</td><td>Weekday</td><td>Sunday</td></tr>"
        "<tr><td></td><td>100%</td><td>125%</td><td>175%</td></tr>"
        "<tr><td></td><td>$</td><td>$</td><td>$</td></tr>"
        "<tr><td>1</td><td>24.00</td><td>30.00</td><td>42.00</td></tr>"
    )
    assert [(r.step, r.group, f"{r.amount}") for r in found.rates] == [
        ("1", "Permanent Weekday 100% $", "24.00"),
        ("1", "Casual Weekday 125% $", "30.00"),
        ("1", "Casual Sunday 175% $", "42.00"),
    ]
    assert not found.findings


def test_a_minimum_rate_is_what_is_paid_at_the_step_of_its_row() -> None:
    text = "2.1 Rates\n\nLevel\tMinimum weekly rate\tMinimum hourly rate\n{}\t$960.00\t$24.00\n"
    assert [(r.step, r.group) for r in rates(text.format("Level 3")).rates] == [
        ("Level 3", "Minimum weekly rate"),
        ("Level 3", "Minimum hourly rate"),
    ]


def test_the_word_class_over_steps_names_nobody() -> None:
    found = rates("2.1 Hourly rates\n\nClass\tWeekday\tSunday\n2\t$28.00\t$56.00\n").rates
    assert [(r.step, r.group) for r in found] == [("2", "Weekday"), ("2", "Sunday")]


@pytest.mark.parametrize(
    "title",
    [
        "2.1 Hourly rates from the first pay period commencing on or after",
        "2.1 Hourly rates\n\nFrom the first pay period commencing on or after these dates:",
    ],
)
def test_dated_columns_under_the_next_pay_begin_with_that_pay(title: str) -> None:
    pay = "first pay period commencing on or after"
    found = open_ends(table("5 May 2025", "4 May 2026", title=title))
    assert [(start, end, event) for _, _, start, end, event, _ in found] == [
        ("", "", f"{pay} 5 May 2025"),
        ("", "", f"{pay} 4 May 2026"),
    ]


def test_a_heading_that_begins_with_a_period_is_no_unit() -> None:
    found = rates("2.1 Day crew\n\nRank\tShore\tSea\nOiler\t$24.00\t$25.00\n").rates
    assert [r.unit for r in found] == ["NZD", "NZD"]


# ------------------------------------------------------------------------------ columns of time


@pytest.mark.parametrize("heading", ["Hours per week", "Ordinary weekly hours", "Paid hours"])
def test_a_column_of_hours_pays_nothing_and_is_the_unit_of_no_other(heading: str) -> None:
    made = f"2.1 The salary scale from 1 July 2025\n\nStep\tSalary\t{heading}\n"
    made += "Oiler\t$55,000\t38.5\nWinchman\t$58,100\t37.25\n"
    found = [(r.amount, r.unit, r.start) for r in rates(made).rates]
    day = date(2025, 7, 1)
    assert [(f"{amount:f}", unit, start) for amount, unit, start in found] == [
        ("55000", "NZD per year", day), ("58100", "NZD per year", day),
    ]  # fmt: skip


def test_annual_leave_is_no_pay() -> None:
    rows = "Oiler\t4\t152.50\nWinchman\t5\t190.50\n"
    assert rates(f"2.1 Annual leave\n\nRank\tWeeks\tHours\n{rows}").rates == ()
    stacked = "Rank\tFirst years\tFirst years\n\tWeeks\tHours\n"
    assert rates(f"2.1 Annual leave\n\n{stacked}{rows}").rates == ()


def test_what_is_paid_for_hours_is_a_rate() -> None:
    rows = "Oiler\t24.10\t36.15\nMate\t27.10\t40.65\n"
    found = rates(f"2.1 Hourly rates\n\nRank\tOrdinary\tAfter 8 hours\n{rows}").rates
    assert [f"{rate.amount:f}" for rate in found] == ["24.10", "36.15", "27.10", "40.65"]
