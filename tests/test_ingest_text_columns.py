"""Tables that a text sets in columns: rows of figures, their headings, and what is no table."""

from __future__ import annotations

import pytest

from clausetrack.ingest import read, text

SCALE = """
1.1 The rates of drivers are these:

    Grade             Step 1      Step 2      Step 3

    D1                            20,100      21,500
    D2                25,000      26,400      27,900

1.2 They are paid every two weeks.
"""


def rows(made: str) -> list[list[str]]:
    found = text.read(made.encode(), "made.txt").lines
    return [[cell.text for cell in line.cells] for line in found if line.cells is not None]


def test_figures_in_columns_are_a_table_and_a_cell_may_be_empty() -> None:
    assert rows(SCALE) == [
        ["Grade", "Step 1", "Step 2", "Step 3"],
        ["D1", "", "20,100", "21,500"],
        ["D2", "25,000", "26,400", "27,900"],
    ]


def test_its_heading_and_rows_are_what_the_tree_holds() -> None:
    made = f"1. Rates\n{SCALE}\n2. Term\n"
    document = read(made.encode(), "made.txt")
    (table,) = (clause.table for clause in document.clauses if clause.table)
    assert table.header_rows == 1
    assert [table.key(at) for at in (1, 2)] == ["D1", "D2"]
    assert document.read == len("".join(made.split()))


def test_figures_of_another_width_stand_in_the_columns_of_the_others() -> None:
    made = "A     1        9\nB   400       12\nC    50   12,000\n"
    assert rows(made) == [["A", "1", "9"], ["B", "400", "12"], ["C", "50", "12,000"]]


def test_headings_that_stand_close_are_cut_before_the_word_that_all_begin_with() -> None:
    cut_wrongly = "Range   Pay       Step 1 Step 2 Step 3"
    assert rows(f"{cut_wrongly}\n27 A         6061    6343    6648\n") == []
    close = "Range            Step 1 Step 2   Step 3"
    assert rows(f"{close}\n27                6061   6343    6648\n") == [
        ["Range", "Step 1", "Step 2", "Step 3"],
        ["27", "6061", "6343", "6648"],
    ]
    uneven = "Range            Step one 2   Step 3"
    assert rows(f"{uneven}\n27                6061   6343    6648\n") == []


@pytest.mark.parametrize(
    "made",
    [
        "Signed:   A. Hare   B. Stoat   C. Weasel\nfor the   depot     drivers    union\n",
        "A.     Drivers of two shifts     are paid twice\nB.     Others are     paid     once\n",
        "1.      2027      a year of drought\n\n2.      2028      a year of rain\n",
        "27          6061    6343    6648\n",
        "The total is     40     drivers in all the depots,\nof whom     12     work at night.\n",
    ],
    ids=["signatures", "list", "few figures", "one row", "prose"],
)
def test_what_has_gaps_and_is_no_table(made: str) -> None:
    assert rows(made) == []


def test_two_tables_with_words_between_them_are_two() -> None:
    one = "A     1        9\nB   400       12\n"
    found = text.read(f"{one}Of the next year:\n{one}".encode(), "made.txt").lines
    assert [line.table for line in found] == [1, 1, None, 2, 2]


PAID = """
Allowance   Amount   Paid
Meal        $18.40   each shift
Laundry     $6.00    each week
On call     $31.50   each night
"""


def test_a_column_of_words_behind_the_amounts_is_one_where_every_row_has_it() -> None:
    assert rows(PAID) == [
        ["Allowance", "Amount", "Paid"],
        ["Meal", "$18.40", "each shift"],
        ["Laundry", "$6.00", "each week"],
        ["On call", "$31.50", "each night"],
    ]
    assert rows(PAID.replace("   each week", "")) == []


def test_the_pages_of_a_table_of_contents_are_no_amounts() -> None:
    contents = "1.   Hours of work    4\n2.   Night work       7\n3.   Leave            12\n"
    assert rows(contents) == []


def test_headings_that_are_wider_than_their_figures_stand_over_them() -> None:
    made = "Grade      1 January 2026   1 January 2027\nDriver     $25.10           $25.90\n"
    assert rows(made) == [
        ["Grade", "1 January 2026", "1 January 2027"], ["Driver", "$25.10", "$25.90"],
    ]  # fmt: skip


STACKED = """
 Step          Qualification             Rates effective 3      Rates effective 3
               group                     July 2023              April 2024
 1             G1E, G2E                              $56,757                $59,027
 2             G3+E                                  $59,305                $61,678
 3                                                   $61,621                $64,086
"""


def test_headings_may_take_several_lines_and_end_before_their_figures() -> None:
    assert rows(STACKED) == [
        ["Step", "Qualification group", "Rates effective 3 July 2023",
         "Rates effective 3 April 2024"],
        ["1", "G1E, G2E", "$56,757", "$59,027"],
        ["2", "G3+E", "$59,305", "$61,678"],
        ["3", "", "$61,621", "$64,086"],
    ]  # fmt: skip


def test_a_line_of_years_or_of_the_end_of_brackets_is_one_of_headings() -> None:
    made = (
        "Service          Level (81 to     From 3 July\n"
        "                 100%)            2023\n"
        "Up to 3 years          $6,000          $5,000\n"
        "After 3 years         $10,000          $7,000\n"
    )
    assert rows(made)[0] == ["Service", "Level (81 to 100%)", "From 3 July 2023"]
    years = (
        "Grade      1 July     1 July\n"
        "           2023       2024\n"
        "D1           $20        $21\n"
        "D2           $22        $23\n"
    )
    assert rows(years)[0] == ["Grade", "1 July 2023", "1 July 2024"]


def test_rows_of_words_above_figures_are_no_headings() -> None:
    made = (
        "Crew           Range          Paid\n"
        "Clerk          see 4.2        weekly\n"
        "Cook           $20.00         hourly\n"
        "Keeper         $21.00         hourly\n"
        "Mate           $22.00         hourly\n"
    )
    assert ["Cook", "$20.00", "hourly"] in rows(made)
    assert not any("Crew Clerk" in cells[0] for cells in rows(made))


def test_of_two_columns_with_headings_the_second_holds_figures() -> None:
    made = (
        "Length of service                     Days of sick leave\n"
        "Up to 3 months                        10\n"
        "Over 3 months and up to 6 months      20\n"
        "Over 6 months                         30\n"
    )
    assert rows(made) == [
        ["Length of service", "Days of sick leave"],
        ["Up to 3 months", "10"],
        ["Over 3 months and up to 6 months", "20"],
        ["Over 6 months", "30"],
    ]
    assert rows(made.replace("Days of sick leave", "Page")) == []
    assert rows(made.partition("\n")[2]) == []


def test_a_column_may_shift_by_a_place() -> None:
    made = "1     G1    $20.00\n 2    G2    $21.00\n3     G3    $22.00\n"
    assert rows(made) == [["1", "G1", "$20.00"], ["2", "G2", "$21.00"], ["3", "G3", "$22.00"]]


def test_headings_over_the_columns_of_figures_alone_are_headings() -> None:
    made = "\n1.1 The rates are:\n\n                1 May 2025    1 May 2026\n" + (
        "Deckhand        $26.00        $26.78\nMate            $30.00        $30.90\n"
    )
    assert rows(made) == [
        ["", "1 May 2025", "1 May 2026"],
        ["Deckhand", "$26.00", "$26.78"],
        ["Mate", "$30.00", "$30.90"],
    ]


def test_two_spaces_part_a_figure_from_the_longest_of_the_names() -> None:
    made = (
        "\n1.1 The rates are:\n\n"
        "Grade   Title            1 May 2025   1 May 2026\n"
        "1       Hand             $27.80       $28.58\n"
        "2       Oldest keeper    $32.45       $33.36\n"
        "3       Senior keeper of  $35.10      $36.08\n"
    )
    assert rows(made)[1:] == [
        ["1", "Hand", "$27.80", "$28.58"],
        ["2", "Oldest keeper", "$32.45", "$33.36"],
        ["3", "Senior keeper of", "$35.10", "$36.08"],
    ]
