"""From when the figures of a table run: by its headings, its rows, and what it does not tell."""

from __future__ import annotations

import pytest
from test_rates import HEAD, page, rates, rows

from clausetrack.ingest import read
from clausetrack.rates.find import find
from clausetrack.segment.tables import days_of

HOUR = "NZD per hour"


def spans(text: str) -> list[tuple[str, str, str, str, str]]:
    """Step, group, amount, first and last day of each rate under clause 2."""
    return [(step, group, amount, start, end) for step, group, amount, _, start, end in rows(text)]


def unread(text: str) -> list[tuple[str, str]]:
    """The reason and the quote of each figure that gives no rate."""
    return [(f.message, f.quote) for f in rates(text).findings if f.code == "rate-unread"]


# ---------------------------------------------------------------------- a heading below the first


AGAIN = (
    "2.1 Hourly rates\n\n"
    "Deck\tFrom 3 March 2025\tFrom 2 March 2026\n"
    "Boy\t$24.10\t$24.60\n"
    "Hand\t$27.30\t$27.90\n"
    "Deck\tFrom 1 March 2027\tFrom 6 March 2028\n"
    "Boy\t$25.20\t$25.80\n"
    "Hand\t$28.50\t$29.10\n"
)


def test_rows_below_a_second_heading_run_from_its_days_and_end_those_above() -> None:
    assert spans(AGAIN) == [
        ("Boy", "Deck", "24.10", "2025-03-03", "2026-03-01"),
        ("Boy", "Deck", "24.60", "2026-03-02", "2027-02-28"),
        ("Hand", "Deck", "27.30", "2025-03-03", "2026-03-01"),
        ("Hand", "Deck", "27.90", "2026-03-02", "2027-02-28"),
        ("Boy", "Deck", "25.20", "2027-03-01", "2028-03-05"),
        ("Boy", "Deck", "25.80", "2028-03-06", ""),
        ("Hand", "Deck", "28.50", "2027-03-01", "2028-03-05"),
        ("Hand", "Deck", "29.10", "2028-03-06", ""),
    ]


def test_a_second_heading_is_no_row_that_lost_cells() -> None:
    assert not rates(AGAIN).findings
    assert not read((HEAD + AGAIN).encode()).findings


def test_a_heading_that_is_printed_again_on_the_next_page_changes_nothing() -> None:
    found = rates(
        "2.1 Hourly rates\n\n"
        "Step\tFrom 3 March 2025\tFrom 2 March 2026\n1\t$24.10\t$24.60\n"
        "Step\tFrom 3 March 2025\tFrom 2 March 2026\n2\t$27.30\t$27.90\n"
    )
    assert [(r.step, str(r.start), str(r.end)) for r in found.rates] == [
        ("1", "2025-03-03", "2026-03-01"), ("1", "2026-03-02", "None"),
        ("2", "2025-03-03", "2026-03-01"), ("2", "2026-03-02", "None"),
    ]  # fmt: skip
    assert len(found.scales) == 1
    assert not found.findings


def test_a_second_heading_may_say_more_than_its_days() -> None:
    assert spans(
        "2.1 Hourly rates\n\n"
        "Step\tCurrent\tFrom 3 March 2025 (2%)\n1\t$24.10\t$24.60\n"
        "Step\tFrom 2 March 2026 (3%)\tNew value from 1 March 2027\n1\t$25.30\t$26.10\n"
        "Hands\tsee below\tfrom 1 March 2027 as agreed\n2\t$27.30\t$27.90\n"
    ) == [
        ("1", "", "24.10", "", "2025-03-02"),
        ("1", "", "24.60", "2025-03-03", "2026-03-01"),
        ("1", "", "25.30", "2026-03-02", "2027-02-28"),
        ("1", "", "26.10", "2027-03-01", ""),
        ("2", "", "27.30", "2026-03-02", "2027-02-28"),
        ("2", "", "27.90", "2027-03-01", ""),
    ]


def test_a_second_heading_over_others_ends_nothing_of_the_first() -> None:
    found = page(
        "<tr><th>Mates</th><th>From 3 March 2025</th></tr><tr><td>1</td><td>$24.10</td></tr>"
        "<tr><th>Cooks</th><th>From 2 March 2026</th></tr><tr><td>1</td><td>$27.30</td></tr>"
    )
    assert [(r.group, str(r.start), str(r.end)) for r in found.rates] == [
        ("Mates", "2025-03-03", "None"), ("Cooks", "2026-03-02", "None")
    ]  # fmt: skip


def test_the_name_of_a_section_above_a_second_heading_is_of_the_rows_below_it() -> None:
    found = page(
        "<tr><th>Step</th><th>From 3 March 2025</th></tr><tr><td>1</td><td>$24.10</td></tr>"
        '<tr><td colspan="2">Casual crew</td></tr>'
        "<tr><th>Step</th><th>From 2 March 2026</th></tr><tr><td>1</td><td>$27.30</td></tr>"
    )
    assert [(r.group, str(r.start), str(r.end)) for r in found.rates] == [
        ("", "2025-03-03", "None"), ("Casual crew", "2026-03-02", "None")
    ]  # fmt: skip


def test_a_heading_of_two_columns_is_found_again_too() -> None:
    assert spans(
        "2.1 Hourly rates\n\n"
        "Step | From 3 March 2025\n1 | $24.10\n2 | $27.30\n"
        "Step | From 2 March 2026\n1 | $24.60\n2 | $27.90\n"
    ) == [
        ("1", "", "24.10", "2025-03-03", "2026-03-01"),
        ("2", "", "27.30", "2025-03-03", "2026-03-01"),
        ("1", "", "24.60", "2026-03-02", ""),
        ("2", "", "27.90", "2026-03-02", ""),
    ]


def test_the_day_of_a_section_dates_its_rows() -> None:
    assert spans(
        "2.1 Hourly rates\n\n"
        "| Step | Deck | Galley |\n|---|---|---|\n| From 3 March 2025 | | |\n"
        "| 1 | $24.10 | $25.10 |\n"
        "| From 2 March 2026 | | |\n| 1 | $24.60 | $25.70 |\n"
    ) == [
        ("1", "Deck", "24.10", "2025-03-03", "2026-03-01"),
        ("1", "Galley", "25.10", "2025-03-03", "2026-03-01"),
        ("1", "Deck", "24.60", "2026-03-02", ""),
        ("1", "Galley", "25.70", "2026-03-02", ""),
    ]


# ---------------------------------------------------------------------------- two rows of headings


def test_headings_over_empty_cells_stand_over_the_group_that_repeats() -> None:
    assert spans(
        "2.1 Salaries\n\n"
        "Band | From 3 March 2025 | | From 2 March 2026 |\n"
        " | Min | Max | Min | Max\n"
        "Mate | $50,000 | $55,000 | $51,000 | $56,100\n"
    ) == [
        ("Min", "Mate", "50000", "2025-03-03", "2026-03-01"),
        ("Max", "Mate", "55000", "2025-03-03", "2026-03-01"),
        ("Min", "Mate", "51000", "2026-03-02", ""),
        ("Max", "Mate", "56100", "2026-03-02", ""),
    ]


def test_names_over_days_that_repeat_tell_them_apart() -> None:
    assert spans(
        "2.1 Hourly rates\n\n"
        "| Grade | Title | Minimum | | Maximum | |\n|---|---|---|---|---|---|\n"
        "| | | 3 Mar 2025 | 2 Mar 2026 | 3 Mar 2025 | 2 Mar 2026 |\n"
        "| 7 | Rigger | $25.10 | $25.70 | $26.40 | $27.00 |\n"
    ) == [
        ("Minimum", "Rigger, 7", "25.10", "2025-03-03", "2026-03-01"),
        ("Minimum", "Rigger, 7", "25.70", "2026-03-02", ""),
        ("Maximum", "Rigger, 7", "26.40", "2025-03-03", "2026-03-01"),
        ("Maximum", "Rigger, 7", "27.00", "2026-03-02", ""),
    ]


def test_days_over_columns_that_do_not_repeat_are_under_nobody_beyond_doubt() -> None:
    text = (
        "2.1 Salaries\n\n"
        "Band | From 3 March 2025 | | From 2 March 2026 |\n"
        " | Min | Max | Rate | Bonus\n"
        "Mate | $50,000 | $55,000 | $51,000 | $56,100\n"
    )
    assert not rates(text).rates
    assert [message for message, _ in unread(text)] == [
        "the heading “From 3 March 2025” stands over columns that cannot be told, and it gives"
        " no rate"
    ] * 4


def test_one_day_over_all_columns_is_said_of_all() -> None:
    assert spans(
        "2.1 Salaries\n\n"
        "| | From 3 March 2025 | |\n|---|---|---|\n"
        "| Band | Min | Max |\n"
        "| Mate | $50,000 | $55,000 |\n"
    ) == [
        ("Min", "Mate", "50000", "2025-03-03", ""),
        ("Max", "Mate", "55000", "2025-03-03", ""),
    ]


# ------------------------------------------------------------------------------ a day in each row


EACH = (
    "2.1 Hourly rates\n\n"
    "Role\tEffective\tRate\n"
    "Cook\t3 March 2025\t$28.10\nCook\t2 March 2026\t$28.70\n"
    "Cleaner\t3 March 2025\t$24.10\nCleaner\t6 April 2026\t$24.70\n"
)


def test_a_column_of_days_dates_each_row_and_ends_the_one_before() -> None:
    assert spans(EACH) == [
        ("Cook", "", "28.10", "2025-03-03", "2026-03-01"),
        ("Cook", "", "28.70", "2026-03-02", ""),
        ("Cleaner", "", "24.10", "2025-03-03", "2026-04-05"),
        ("Cleaner", "", "24.70", "2026-04-06", ""),
    ]


def test_the_days_may_stand_behind_the_figures_or_first() -> None:
    behind = rows(
        "2.1 Salaries\n\nBand\tMinimum\tMaximum\tEffective date\n"
        "M\t$50,000\t$55,000\t3 March 2025\nM\t$51,000\t$56,100\t2 March 2026\n"
    )
    assert [(row[0], row[1], row[2], row[4], row[5]) for row in behind] == [
        ("Minimum", "M", "50000", "2025-03-03", "2026-03-01"),
        ("Maximum", "M", "55000", "2025-03-03", "2026-03-01"),
        ("Minimum", "M", "51000", "2026-03-02", ""),
        ("Maximum", "M", "56100", "2026-03-02", ""),
    ]
    first = spans(
        "2.1 Hourly rates\n\nEffective\tRole\tRate\n"
        "3 March 2025\tCook\t$28.10\n4 March 2025\tCleaner\t$24.10\n2 March 2026\tCook\t$28.70\n"
    )
    assert first == [
        ("Cook", "", "28.10", "2025-03-03", "2026-03-01"),
        ("Cleaner", "", "24.10", "2025-03-04", ""),
        ("Cook", "", "28.70", "2026-03-02", ""),
    ]


def test_a_row_of_its_day_alone_is_of_whom_the_row_above_is() -> None:
    assert spans(
        "2.1 Hourly rates\n\n| Grade | Role | Effective | Rate |\n|---|---|---|---|\n"
        "| A | Cook | 3 March 2025 | $28.10 |\n| | | 2 March 2026 | $28.70 |\n"
        "| B | Mate | 3 March 2025 | $31.10 |\n"
    ) == [
        ("A", "Cook", "28.10", "2025-03-03", "2026-03-01"),
        ("A", "Cook", "28.70", "2026-03-02", ""),
        ("B", "Mate", "31.10", "2025-03-03", ""),
    ]


def test_a_first_and_a_last_day_in_each_row() -> None:
    assert spans(
        "2.1 Hourly rates\n\nRole\tFrom\tTo\tRate\n"
        "Cook\t3 March 2025\t1 March 2026\t$28.10\nCook\t2 March 2026\t31 May 2026\t$28.70\n"
    ) == [
        ("Cook", "", "28.10", "2025-03-03", "2026-03-01"),
        ("Cook", "", "28.70", "2026-03-02", "2026-05-31"),
    ]


def test_a_row_whose_day_is_no_date_gives_no_rate_and_says_why() -> None:
    text = (
        "2.1 Hourly rates\n\nRole\tEffective\tRate\n"
        "Cook\t3 March 2025\t$28.10\nCook\t03/04/2026\t$28.70\n"
        "Cleaner\t3 March 2025\t$24.10\nCleaner\ton ratification\t$24.70\n"
    )
    assert not rates(text).rates  # nor do the others, whose last days nobody can tell
    before = "the day of another figure for it cannot be read, so nobody can tell its last day"
    assert unread(text) == [
        (f"{before}, and it gives no rate", "Cook | $28.10"),
        ("the day “03/04/2026” may be read in two ways, since nothing settles which of its"
         " figures is the month, and it gives no rate", "Cook | $28.70"),
        (f"{before}, and it gives no rate", "Cleaner | $24.10"),
        ("the day “on ratification” is no full date, and it gives no rate", "Cleaner | $24.70"),
    ]  # fmt: skip


def test_a_row_without_its_day_takes_no_other_rows_with_it() -> None:
    text = "2.1 Hourly rates\n\nRole\tEffective\tRate\nCook\t3 March 2025\t$28.10\nMate\t\t$31.70\n"
    assert [(r.step, str(r.start)) for r in rates(text).rates] == [("Cook", "2025-03-03")]
    assert unread(text) == [
        ("the row names no day, where others do, and it gives no rate", "Mate | $31.70")
    ]


def test_a_column_of_pay_days_dates_no_rate() -> None:
    found = rates(
        "2.1 Lump sums\n\nRole\tPaid on\tLump sum\n"
        "Cook\t3 March 2025\t$500\nCook\t2 March 2026\t$600\n"
    )
    assert [(r.start, r.end) for r in found.rates] == [(None, None)] * 2


def test_sums_that_are_paid_once_end_nothing() -> None:
    found = rates("2.1 Payments\n\nDate\tLump sum\n3 March 2025\t$500\n2 March 2026\t$600\n")
    assert [(r.step, r.start, r.end) for r in found.rates] == [
        ("3 March 2025", None, None), ("2 March 2026", None, None)
    ]  # fmt: skip


# ------------------------------------------------------------------------- headings with their day


@pytest.mark.parametrize(
    "heading",
    [
        "3 March 2025 to 1 March 2026", "From 3 March 2025 to 1 March 2026",
        "3 March 2025 – 1 March 2026", "3 March 2025 until 1 March 2026",
        "Rates from 3 March 2025 up to and including 1 March 2026",
    ],
)  # fmt: skip
def test_a_heading_may_name_the_first_and_the_last_day(heading: str) -> None:
    start, end = days_of(heading)
    assert (str(start), str(end)) == ("2025-03-03", "2026-03-01")


@pytest.mark.parametrize(
    "heading",
    [
        "1 March 2026 to 3 March 2025", "3 March 2025 and 1 March 2026",
        "3 March 2025 to 1/2/2026", "Moved from 3 March 2025 to 1 March 2026 and 4 May 2026",
    ],
)  # fmt: skip
def test_two_days_that_are_no_stretch_say_nothing(heading: str) -> None:
    assert days_of(heading) == (None, None)


def test_the_last_day_of_a_heading_ends_its_figures() -> None:
    assert spans(
        "2.1 Hourly rates\n\n"
        "Step\t3 March 2025 to 1 March 2026\t2 March 2026 to 28 February 2027\n1\t$28.10\t$28.70\n"
    ) == [
        ("1", "", "28.10", "2025-03-03", "2026-03-01"),
        ("1", "", "28.70", "2026-03-02", "2027-02-28"),
    ]


def test_a_column_to_the_first_day_of_the_next_ends_before_it() -> None:
    assert spans(
        "2.1 Hourly rates\n\nStep\t3 March 2025 to 2 March 2026\tFrom 2 March 2026\n"
        "1\t$28.10\t$28.70\n"
    ) == [
        ("1", "", "28.10", "2025-03-03", "2026-03-01"),
        ("1", "", "28.70", "2026-03-02", ""),
    ]


def test_columns_whose_days_overlap_give_no_rate() -> None:
    text = (
        "2.1 Hourly rates\n\n"
        "Step\t3 March 2025 to 1 May 2026\t2 March 2026 to 28 February 2027\n1\t$28.10\t$28.70\n"
    )
    assert not rates(text).rates
    assert [message for message, _ in unread(text)] == [
        "the days of two columns overlap, and it gives no rate"
    ] * 2


@pytest.mark.parametrize("form", ["{}-Mar-25", "{}.4.2025", "{}/04/25", "{} Mar ’25", "{}/04/2025"])
def test_a_day_that_is_not_read_is_no_day_left_out(form: str) -> None:
    text = f"2.1 Hourly rates\n\nStep\tFrom {form.format(3)}\n1\t$28.10\n"
    assert not rates(text).rates
    ((message, quote),) = unread(text)
    assert f"“{form.format(3)}”" in message
    assert quote == "1 | $28.10"


def test_a_caption_whose_day_is_not_read_leaves_its_figures_unread() -> None:
    text = (
        "2.1 Pay.\n\nTable 1: Hourly rates from {}\n\n| Step | Rate |\n|---|---|\n| 1 | $28.10 |\n"
    )
    assert [str(r.start) for r in rates(text.format("3 April 2025")).rates] == ["2025-04-03"]
    found = rates(text.format("03/04/2025"))
    assert not found.rates
    assert ["“03/04/2025”" in f.message for f in found.findings] == [True]


@pytest.mark.parametrize(("sign", "settled"), [("/", "13/07/2025"), (".", "13.07.2025")])
def test_another_date_of_the_document_settles_the_order(sign: str, settled: str) -> None:
    table = "2.1 Hourly rates\n\nStep\tw.e.f. 01/02/2025\tw.e.f. 2/03/2026\n1\t$28.10\t$28.70\n"
    table = table.replace("/", sign)
    assert not rates(table).rates
    assert spans(f"{table}\n2.2 The parties met on {settled}.\n") == [
        ("1", "", "28.10", "2025-02-01", "2026-03-01"),
        ("1", "", "28.70", "2026-03-02", ""),
    ]
    # an American date beside it settles nothing
    both = f"{table}\n2.2 The parties met on {settled} and {settled.replace('07', '10')}.\n"
    assert rates(both).rates
    other = settled.replace("13", "07", 1).replace(f"{sign}07", f"{sign}13", 1)
    contradicted = f"{table}\n2.2 The parties met on {settled} and {other}.\n"
    assert not rates(contradicted).rates
    # nor does a date of another form
    elsewhere = settled.replace(sign, "-")
    assert not rates(f"{table}\n2.2 The parties met on {elsewhere}.\n").rates


# ----------------------------------------------------------------------------- cells and sections


def test_a_section_right_below_the_headings_names_its_rows() -> None:
    assert spans(
        "2.1 Hourly rates\n\n"
        "Step | From 3 March 2025 | From 2 March 2026\n"
        "Deck crew | |\n1 | $24.10 | $24.60\n"
        "Galley crew | |\n1 | $27.30 | $27.90\n"
    ) == [
        ("1", "Deck crew", "24.10", "2025-03-03", "2026-03-01"),
        ("1", "Deck crew", "24.60", "2026-03-02", ""),
        ("1", "Galley crew", "27.30", "2025-03-03", "2026-03-01"),
        ("1", "Galley crew", "27.90", "2026-03-02", ""),
    ]


def test_the_second_line_of_a_heading_is_no_section() -> None:
    table = find(
        read(
            (
                HEAD + "2.1 Hourly rates\n\n| Years of | From 3 March 2025 | From 2 March 2026 |\n"
                "|---|---|---|\n| service | | |\n| 1 | $24.10 | $24.60 |\n"
            ).encode()
        )
    )
    assert [(r.step, r.group) for r in table.rates] == [("1", ""), ("1", "")]


def test_a_range_among_plain_figures_is_its_two_ends() -> None:
    text = (
        "2.1 Salaries\n\nBand\tNote\tFrom 3 March 2025\n"
        "Mate\tx\t$50,000 - $55,000\nBosun\tx\t$61,000\nCook\tx\tUp to $70,000\n"
    )
    assert spans(text) == [
        ("minimum", "x, Mate", "50000", "2025-03-03", ""),
        ("maximum", "x, Mate", "55000", "2025-03-03", ""),
        ("Bosun", "x", "61000", "2025-03-03", ""),
    ]
    assert unread(text) == [
        ("what stands beside a figure may change what it says, and it gives no rate",
         "Cook | From 3 March 2025 | Up to $70,000"),
    ]  # fmt: skip


# ------------------------------------------------------------------------------------- two columns


def test_a_table_of_two_columns_with_one_bar_between_them() -> None:
    found = rates("2.1 Hourly rates\n\nStep | From 3 March 2025\n1 | $24.10\n2 | $27.30\n")
    assert [(r.clause, r.step, r.unit, str(r.start)) for r in found.rates] == [
        ("2.1", "1", HOUR, "2025-03-03"), ("2.1", "2", HOUR, "2025-03-03")
    ]  # fmt: skip


def test_a_bar_in_lines_of_words_makes_no_table() -> None:
    document = read(
        (HEAD + "2.1 Contact\n\nHarbour office | Quay Street\nHarbour union | Hill Road\n").encode()
    )
    assert all(clause.table is None for clause in document.clauses)


# -------------------------------------------------------------------------- how days are written


def headed(one: str, other: str) -> str:
    return f"2.1 Hourly rates\n\nRank\t{one}\t{other}\nOiler\t$24.10\t$25.10\n"


@pytest.mark.parametrize(
    ("one", "other"),
    [("5-May-2025", "4-May-2026"), ("5/May/2025", "4/May/2026"), ("2025/05/05", "2026/05/04")],
)
def test_days_with_other_signs_between_their_parts_are_read(one: str, other: str) -> None:
    assert spans(headed(one, other)) == [
        ("Oiler", "", "24.10", "2025-05-05", "2026-05-03"),
        ("Oiler", "", "25.10", "2026-05-04", ""),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Jun 5/25", "Jun 4/26"), ("June 5/2025", "June 4/2026"), ("June 5 25", "June 4 26"),
        ("Jun. 5, '25", "Jun. 4, '26"), ("5/Jun/25", "4/Jun/26"), ("Jun-25", "Jun-26"),
        ("2025.06.05", "2026.06.04"),
    ],
)  # fmt: skip
def test_what_is_written_as_a_day_and_is_no_full_date_names_no_column(one: str, other: str) -> None:
    assert not spans(headed(one, other))
    assert [quote for _, quote in unread(headed(one, other))] == [
        "Oiler | $24.10",
        "Oiler | $25.10",
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("On approval", "12 months after approval"), ("DOS", "DOS + 12 months"),
        ("On lodgement", "First anniversary"),
    ],
)  # fmt: skip
def test_what_an_agreement_begins_with_is_no_name_of_a_column(one: str, other: str) -> None:
    first = one.removeprefix("On ")
    found = rates(headed(one, other)).rates
    assert [(r.group, r.start, r.event, r.until) for r in found] == [
        ("", None, first, other),
        ("", None, other, ""),
    ]


def test_a_row_of_what_is_paid_now_ends_where_the_rows_of_days_begin() -> None:
    text = (
        "2.1 Hourly rates\n\nRole\tGuard\tWarden\nCurrent\t$26.10\t$28.10\n"
        "From 5 May 2025\t$26.80\t$28.90\nFrom 4 May 2026\t$27.50\t$29.60\n"
    )
    assert spans(text) == [
        ("Guard", "", "26.10", "", "2025-05-04"),
        ("Warden", "", "28.10", "", "2025-05-04"),
        ("Guard", "", "26.80", "2025-05-05", "2026-05-03"),
        ("Warden", "", "28.90", "2025-05-05", "2026-05-03"),
        ("Guard", "", "27.50", "2026-05-04", ""),
        ("Warden", "", "29.60", "2026-05-04", ""),
    ]
    assert not spans(text.replace("From 5 May 2025", "From 5/5/25"))  # nobody knows the first day


def test_titles_with_their_day_over_the_same_headings_begin_parts() -> None:
    def part(title: str, hour: str, week: str) -> str:
        return (
            f"<tr><th colspan=3>{title}</th></tr>"
            "<tr><th>Grade</th><th>Hourly</th><th>Weekly</th></tr>"
            f"<tr><td>E1</td><td>${hour}</td><td>${week}</td></tr>"
        )

    old = part("Rates effective 5 May 2025", "40.00", "1,600.00")
    new = part("Rates effective 4 May 2026", "41.00", "1,640.00")
    expected = [
        ("40.00", "NZD per hour", "2025-05-05", "2026-05-03"),
        ("1600.00", "NZD per week", "2025-05-05", "2026-05-03"),
        ("41.00", "NZD per hour", "2026-05-04", "None"),
        ("1640.00", "NZD per week", "2026-05-04", "None"),
    ]
    for later in (new, new.replace("<tr><th>Grade</th><th>Hourly</th><th>Weekly</th></tr>", "")):
        found = page(old + later)
        dated = [(f"{r.amount}", r.unit, str(r.start), str(r.end)) for r in found.rates]
        assert (dated, found.findings) == (expected, ())
    other = page(old + new.replace("Rates effective", "Those employed after")).rates
    assert not any(str(r.start) == "2026-05-04" for r in other)  # that day is of people


def test_onwards_names_no_column() -> None:
    assert spans(headed("5 May 2025 to 3 May 2026", "4 May 2026 onwards")) == [
        ("Oiler", "", "24.10", "2025-05-05", "2026-05-03"),
        ("Oiler", "", "25.10", "2026-05-04", ""),
    ]


def test_a_day_below_an_empty_corner_is_that_of_the_rows_below_it() -> None:
    text = (
        "<tr><td></td><td>Step 1</td><td>Step 2</td></tr>"
        "<tr><td>Effective 5 May 2025</td><td></td><td></td></tr>"
        "<tr><td>Clerk</td><td>$25.00</td><td>$26.00</td></tr>"
        "<tr><td>Effective 4 May 2026</td><td></td><td></td></tr>"
        "<tr><td>Clerk</td><td>$25.75</td><td>$26.78</td></tr>"
    )
    assert [(f"{r.amount}", str(r.start), str(r.end)) for r in page(text).rates] == [
        ("25.00", "2025-05-05", "2026-05-03"),
        ("26.00", "2025-05-05", "2026-05-03"),
        ("25.75", "2026-05-04", "None"),
        ("26.78", "2026-05-04", "None"),
    ]


def test_a_row_of_an_event_among_rows_of_days_gives_no_rate() -> None:
    text = "2.1 Pay\n\nEffective\tA\tB\nDate of ratification\t$25.00\t$26.00\n"
    text += "4 May 2026\t$27.00\t$28.00\n"
    assert not spans(text)
    assert {quote for _, quote in unread(text)} == {
        "A | $25.00", "B | $26.00", "A | $27.00", "B | $28.00",
    }  # fmt: skip


def test_a_row_of_shares_among_amounts_is_told() -> None:
    text = "2.1 Pay\n\nGrade\t5 May 2025\t4 May 2026\nA\t$25.00\t$26.00\n"
    text += "Trainee\t95% of A\t95% of A\n"
    assert [row[2] for row in spans(text)] == ["25.00", "26.00"]
    assert "Trainee | 95% of A" in [quote for _, quote in unread(text)]


def test_a_column_to_expiry_follows_the_one_before_it() -> None:
    assert spans(headed("From 5 May 2025", "4 May 2026 to expiry")) == [
        ("Oiler", "", "24.10", "2025-05-05", "2026-05-03"),
        ("Oiler", "", "25.10", "2026-05-04", ""),
    ]


def test_letters_behind_an_amount_say_its_unit_in_a_cell_too() -> None:
    text = "2.1 Pay\n\nGrade\t5 May 2025\nA\t$27.00 p/h\nB\t$900 p.w.\nC\t$61,000 pa\n"
    found = rates(text).rates
    assert [(f"{r.amount}", r.unit) for r in found] == [
        ("27.00", "NZD per hour"), ("900", "NZD per week"), ("61000", "NZD per year"),
    ]  # fmt: skip
