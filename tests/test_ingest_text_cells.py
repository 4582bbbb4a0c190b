"""Text in which a converter broke the cells of tables over lines, or lost the tables."""

from __future__ import annotations

import textwrap

import pytest

from clausetrack.ingest import read, text

FILLER = (
    "The depot keeps a roster of every driver, and posts it a week ahead where all of them can "
    "read it; a change to the roster is told to the driver whom it concerns on the day before."
)
MARK = "\uf0b7"  # of a symbol font


def rows(made: str) -> list[list[str]]:
    found = text.read(made.encode(), "made.txt").lines
    return [[cell.text for cell in line.cells] for line in found if line.cells is not None]


def texts(made: str) -> list[str]:
    found = text.read(made.encode(), "made.txt").lines
    return [line.text for line in found if line.cells is None]


def headings(made: str) -> list[tuple[str, str]]:
    return [(one.id, one.heading_text) for one in read(made.encode(), "").clauses if one.heading]


# ------------------------------------------------------------------- cells of several lines


def test_a_cell_goes_on_below_its_words_and_the_row_has_all_of_it() -> None:
    made = """
    Grade   Licence         Rate
    D1      Cars, vans      20.10
            and trucks
    D2      Buses           25.00
    D3      Cranes,         31.50
            hoists and
            winches
    The rates are paid every two weeks.
    """
    assert rows(textwrap.dedent(made)) == [
        ["Grade", "Licence", "Rate"],
        ["D1", "Cars, vans and trucks", "20.10"],
        ["D2", "Buses", "25.00"],
        ["D3", "Cranes, hoists and winches", "31.50"],
    ]
    assert texts(textwrap.dedent(made)) == ["The rates are paid every two weeks."]


def test_two_cells_of_a_row_may_go_on_in_one_line() -> None:
    made = """
    Grade   Licence         Rate     Depot
    D1      Cars, vans      20.10    Gore and
            and trucks               Bluff
    D2      Buses           25.00    Gore
    D3      Cranes          31.50    Bluff
    """
    assert rows(textwrap.dedent(made))[1] == ["D1", "Cars, vans and trucks", "20.10",
                                              "Gore and Bluff"]  # fmt: skip


@pytest.mark.parametrize(
    "after",
    [
        "          stands elsewhere",
        "        and trucks and all that goes on three wheels",
        "and trucks",
    ],
    ids=["below no cell", "under the next cell", "below the first cell"],
)
def test_what_does_not_stand_below_a_cell_alone_is_no_part_of_the_row(after: str) -> None:
    above = "D2      Buses           25.00\nD3      Cranes          31.50\n"
    made = f"Grade   Licence         Rate\n{above}D1      Cars, vans      20.10\n{after}\n"
    assert rows(made)[2:] == [["D3", "Cranes", "31.50"], ["D1", "Cars, vans", "20.10"]]
    assert texts(made) == [after.strip()]


def test_words_in_two_columns_below_their_headings_are_a_table() -> None:
    made = """
    Class        Licence
    D1           For cars and vans
    D2           For buses, or for trucks
                 that carry no people
    D3+          For cranes
    Each class is for life.
    """
    assert rows(textwrap.dedent(made)) == [
        ["Class", "Licence"],
        ["D1", "For cars and vans"],
        ["D2", "For buses, or for trucks that carry no people"],
        ["D3+", "For cranes"],
    ]


def test_paragraphs_of_an_annex_are_none() -> None:
    made = "Annex A\n\nA1   The drivers\nA2   The loaders\nA3   The clerks\n"
    assert rows(made) == []
    numbered = "".join(f"4.{n}          The {words}\n" for n, words in enumerate("abc"))
    assert rows(f"Drivers      Words\n{numbered}") == []


# ---------------------------------------------------------------------- tables that were lost


def wrapped(words: str) -> str:
    return textwrap.fill(words, 80)


def lost(cells: str, between: str) -> str:
    """Items of terms, with a table that stands cell by cell after the first of them."""
    items = [f"{n}. Item of the {n}\n{wrapped(FILLER)}" for n in range(1, 6)]
    return "\n".join([items[0], between.join(cells.split("|")), *items[1:]]) + "\n"


COLUMN = "Step|1|2|3|4|5|6|7|8|9|10|Rate|$20.10|$21.20|$22.30|$23.40|$24.50|$25.60|$26.70"


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_paragraphs_are_joined_however_many_cells_stand_alone(between: str) -> None:
    found = texts(lost(COLUMN, between))
    assert found.count(FILLER) == 5
    assert [one for one in found if one.isdigit()][-9:] == [str(n) for n in range(2, 11)]


def test_numbers_below_one_another_are_cells_and_no_items() -> None:
    found = headings(f"Terms of settlement\n\n{lost(COLUMN, chr(10))}")
    assert [name for name, words in found if words.startswith("Item of")] == list("12345")


def test_a_heading_below_a_paragraph_set_in_behind_its_label_is_no_part_of_it() -> None:
    items = "\n\n".join(wrapped(f"{n}.1 {FILLER}") for n in range(1, 5))
    last = "4.16      The allowance is paid to a driver who goes to the ends of it and\n"
    last += "          comes back without a load. The rates are in the table."
    heading = "Allowance for the Long Way Home"
    assert texts(f"{items}\n\n{last}\n{heading}\n")[-1] == heading


def test_an_item_whose_space_a_tab_lost_begins_a_paragraph() -> None:
    above = "A driver who works at night is paid the allowance for each of the hours of it."
    found = texts(f"{lost(COLUMN, chr(10))}{above}\n12.Drivers of buses\n")
    assert found[-2:] == [above, "12.Drivers of buses"]


def test_a_bullet_alone_is_no_word_of_the_paragraph_above() -> None:
    above = "The depot lends to each of its drivers, for as long as they drive for it, these:"
    found = texts(f"{lost(COLUMN, chr(10))}{above}\n{MARK}\n\n{MARK}\n\na lamp; a rope; a hook.\n")
    assert above in found


def test_a_single_number_is_a_label_whose_words_are_on_the_next_line() -> None:
    made = "Collective Agreement\n\n1\n\nPay\n\n1.1 It is paid.\n\n2\n\nLeave\n\n2.1 It is.\n"
    assert headings(made)[1:] == [("1", "Pay"), ("2", "Leave")]


def test_a_row_of_a_table_does_not_say_how_wide_the_text_is() -> None:
    row = f"| {'a cell of words that is wide ' * 5}| another |\n"
    table = f"{row}| --- | --- |\n{row}{row}{row}"
    items = "\n\n".join(wrapped(f"{n}.1 {FILLER}") for n in range(1, 5))
    last = "(a) a driver who holds the licence that is asked for by the\nCouncil and has one depot."
    assert texts(f"{items}\n\n{table}\n{last}\n")[-1] == last.replace("\n", " ")


def test_a_paragraph_without_a_blank_line_before_it_begins_with_its_order() -> None:
    order = "Amend clause 11.5 so that the loaders are paid the same."
    above = "4.3 The allowance of a driver is $2,000 each year, and is paid in halves."
    found = texts(f"{lost(COLUMN, chr(10))}{above}\n{order}\n")
    assert found[-2:] == [above, order]


def test_an_item_whose_space_a_tab_lost_follows_the_clauses_that_the_last_one_quotes() -> None:
    made = (
        "Terms of settlement\n\n1. Pay\n\nReplace clause 4.2 with:\n\n4.2 Drivers are paid daily.\n"
        "\n2.Leave\n\nReplace clause 5.1 with:\n\n5.1 Leave is four weeks.\n"
    )
    assert headings(made)[1:] == [("1", "Pay"), ("2", "Leave")]


# -------------------------------------------------------------------- bullets set by themselves


def test_bullets_above_a_list_are_those_of_its_items() -> None:
    items = "a lamp;\na rope of ten\nmetres; and\na hook."
    found = text.read(f"The depot lends:\n\n{MARK}\n\n{MARK}\n\n{MARK}\n{items}\n".encode(), "made")
    assert [(line.style, line.text) for line in found.lines] == [
        ("", "The depot lends:"), ("list", "a lamp;"), ("list", "a rope of ten"),
        ("", "metres; and"), ("list", "a hook."),
    ]  # fmt: skip
    assert [place.line for place in found.markup] == [3, 5, 7]


def test_each_line_may_be_an_item() -> None:
    made = f"We lend:\n{MARK}\n{MARK}\n{MARK}\na lamp\na rope\na hook\n\nElse nothing.\n"
    found = text.read(made.encode(), "made.txt")
    assert [line.style for line in found.lines] == ["", "list", "list", "list", ""]


def test_where_the_items_are_more_or_fewer_nothing_is_guessed() -> None:
    made = f"We lend:\n\n{MARK}\n\n{MARK}\n\na lamp\na rope\na hook\n"
    found = text.read(made.encode(), "made.txt")
    assert all(line.style == "" for line in found.lines if line.text.startswith("a "))
    assert [line.text for line in found.lines].count(MARK) == 2
