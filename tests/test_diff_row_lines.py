"""Lines that were set as the rows of a table, and rows that were set as lines: each is held against
its own, so that a word that slipped on the way is named."""

from __future__ import annotations

from test_diff_parted_tables import found, page

from clausetrack.model import Finding
from clausetrack.render import diff_terminal as terminal

LEAD = "In this agreement these words mean:"
LINES = [
    "“Call” means a request by a vessel for a tug between 6 am and 10 pm.",
    "“Tender” means the boat that takes the crew to the rock.",
    "“Watch” includes the hours that a mate spends below deck on request.",
    "“Winter” means the months from June to August of each year.",
]
HEAD = "Word | Meaning"
ROWS = [
    "Call | a request by a vessel for a tug between 6 am and 10 pm",
    "Tender | the boat that takes the crew to the rock",
    "Watch | includes the hours that a mate spends below deck on request",
    "Winter | the months from June to August of each year",
]


def told(old: bytes, new: bytes) -> list[Finding]:
    return [one for one in found(old, new).findings if one.code == "table-in-words"]


def test_lines_that_were_set_as_rows_are_held_against_them() -> None:
    rows = [ROWS[0].replace("10 pm", "11 pm"), *ROWS[1:]]
    (one,) = told(page(LEAD, *LINES), page(LEAD, [HEAD, *rows]))
    assert (one.clause, one.severity) == ("1.1 table 1", "warning")
    assert one.message == (
        "the rows of this table stood as lines before; in “Call”, “10” became “11”; "
        "else they read the same"
    )


def test_rows_that_were_set_as_lines_too() -> None:
    rows = [ROWS[0].replace("10 pm", "11 pm"), *ROWS[1:]]
    (one,) = told(page(LEAD, [HEAD, *rows]), page(LEAD, *LINES))
    assert one.clause == "1.1 paragraph 2"  # the first of the lines, behind the one above them
    assert one.message == (
        "the rows of 1.1 table 1, which is gone, stand as lines here; in “Call”, “11” became “10”; "
        "else they read the same"
    )


def test_that_each_row_reads_as_its_line_did_is_said() -> None:
    both = found(page(LEAD, *LINES), page(LEAD, [HEAD, *ROWS]))
    (one,) = (each for each in both.findings if each.code == "table-in-words")
    assert one.message == "the rows of this table stood as lines before; they read the same"
    assert "Tables and words" in terminal.diff(both.changes, both.findings)


def test_marks_around_a_name_and_what_joins_it_to_its_meaning_are_no_difference() -> None:
    lines = [line.replace("“", "‘").replace("”", "’") for line in LINES]
    rows = [f"‘{row.replace(' | ', '’ | means ', 1)}." for row in ROWS[:2]]
    rows += [f"‘{row.replace(' | ', '’ | ', 1)}." for row in ROWS[2:]]
    (one,) = told(page(LEAD, *lines), page(LEAD, [HEAD, *rows]))
    assert one.message == "the rows of this table stood as lines before; they read the same"


def test_two_rows_of_one_name_have_a_line_each() -> None:
    lines = [
        "Boat: the cook pays $14.00 for the crossing.",
        "Boat: the mate pays $9.00 for the way.",
    ]
    rows = [
        "Boat | the cook pays $14.00 for the crossing",
        "Boat | the mate pays $8.00 for the way",
    ]
    (one,) = told(page(LEAD, *lines), page(LEAD, ["Item | Rule", *rows]))
    assert one.message == (
        "the rows of this table stood as lines before; in “Boat”, “$9.00” became “$8.00”; "
        "else they read the same"
    )


def test_a_word_that_came_or_went_is_told() -> None:
    rows = [ROWS[0], ROWS[1].replace("takes", "never takes"),
            ROWS[2].replace("includes the", "the"), ROWS[3]]  # fmt: skip
    (one,) = told(page(LEAD, *LINES), page(LEAD, [HEAD, *rows]))
    assert one.message == (
        "the rows of this table stood as lines before; in “Tender”, “never” came; "
        "in “Watch”, “includes” went; else they read the same"
    )


def test_a_line_that_no_row_says_and_a_row_that_no_line_said_are_named() -> None:
    rows = [*ROWS[:2], "Storm | a wind of more than forty knots at the light", ROWS[3]]
    (one,) = told(page(LEAD, *LINES), page(LEAD, [HEAD, *rows]))
    assert one.message == (
        "the rows of this table stood as lines before; no line said “Storm”; no row says "
        "“Watch” includes the hours that a mate spends …; else they read the same"
    )


def test_lines_in_another_order_are_set_against_their_own() -> None:
    rows = [ROWS[3].replace("August", "July"), *ROWS[:3]]
    (one,) = told(page(LEAD, *LINES), page(LEAD, [HEAD, *rows]))
    assert one.message == (
        "the rows of this table stood as lines before; in “Winter”, “August” became “July”; "
        "else they read the same"
    )


def test_a_table_of_other_words_is_none_of_the_lines() -> None:
    rows = ["Oar | what moves a dinghy when there is no wind at all", "Sail | canvas on a mast",
            "Call | the cry of a gull above the harbour wall"]  # fmt: skip
    assert told(page(LEAD, *LINES), page(LEAD, ["Word | Meaning", *rows])) == []


def test_lines_that_stayed_are_not_those_of_a_new_table() -> None:
    assert told(page(LEAD, *LINES), page(LEAD, *LINES, [HEAD, *ROWS])) == []


def test_of_a_list_of_prices_set_as_rows_of_sentences_the_price_is_told_with_its_row() -> None:
    """The row says whose figure it is, so it is not left to check."""
    lines = ["Oilskins: the cook pays $14.00 for two of them a year.",
             "Boots: the cook pays $6.40 for each pair that is lost."]  # fmt: skip
    rows = ["Oilskins | the cook pays $14.00 for two of them a year",
            "Boots | the cook pays $6.04 for each pair that is lost"]  # fmt: skip
    (one,) = told(page(LEAD, *lines), page(LEAD, ["Item | Rule", *rows]))
    assert one.message == (
        "the rows of this table stood as lines before; in “Boots”, “$6.40” became “$6.04”; "
        "else they read the same"
    )
