"""A table that was set in words, and words that were set in a table: which figures are others."""

from __future__ import annotations

from test_diff_parted_tables import HEAD, ROWS, found, page

from clausetrack.model import Finding
from clausetrack.render import diff_terminal as terminal

LEAD = "The crew of a tug is paid by the year as here:"
TABLE = page(LEAD, [HEAD, *ROWS[1:]])
SAID = (
    "The crew of a tug is paid by the year, from 1 May 2025, $54,200 at step 2, $57,700 at step 3"
    " and $60,300 at step 4, and from 1 May 2026 $55,900 at step 2, {} at step 3 and $62,100 at"
    " step 4."
)


def told(old: bytes, new: bytes) -> list[Finding]:
    return [one for one in found(old, new).findings if one.code == "table-in-words"]


def test_of_a_table_set_in_words_the_figure_that_slipped_is_named() -> None:
    (one,) = told(TABLE, page(SAID.format("$54,900")))
    assert (one.clause, one.severity) == ("1.1 paragraph 1", "warning")
    assert one.message == (
        "the figures of 1.1 table 1, which is gone, stand in words here, but for $59,400 "
        "(3, From 1 May 2026); the words also have $54,900; which figure is whose there is to check"
    )


def test_of_words_set_in_a_table_too() -> None:
    (one,) = told(page(SAID.format("$54,900")), TABLE)
    assert one.clause == "1.1 table 1"
    assert one.message == (
        "most of the figures of this table stood in words in 1.1 paragraph 1, but for $59,400 "
        "(3, From 1 May 2026); the words also had $54,900; which figure was whose there is to check"
    )


def test_that_every_figure_stands_in_the_words_is_said() -> None:
    (one,) = told(TABLE, page(SAID.format("$59,400")))
    assert one.message == (
        "each figure of 1.1 table 1, which is gone, stands in words here; which figure is whose "
        "there is to check"
    )
    both = found(TABLE, page(SAID.format("$59,400")))
    assert "Tables and words" in terminal.diff(both.changes, both.findings)


def test_a_figure_that_the_table_has_twice_stands_twice_in_the_words() -> None:
    old = page(LEAD, [HEAD, "2 | $54,200 | $55,900", "3 | $55,900 | $57,700"])
    new = page("A mate has $54,200 and then $55,900, a master $57,700 in the end.")
    assert told(old, new)[0].message == (
        "the figures of 1.1 table 1, which is gone, stand in words here, but for 1 of 2 times "
        "$55,900 (2, From 1 May 2026; 3, From 1 May 2025); which figure is whose there is to check"
    )


def test_a_table_that_went_is_not_sought_in_words_with_few_of_its_figures() -> None:
    new = page("The crew of a tug is paid $54,200, and a bonus of $1,000 at the end of the year.")
    assert told(TABLE, new) == []


def test_words_that_stood_there_before_are_not_the_table_in_words() -> None:
    words = SAID.format("$54,900")
    assert told(page(words, [HEAD, *ROWS[1:]]), page(words)) == []


# ------------------------------------------------------------------------ the names of the rows

EXTRAS = ["Extra | Amount", "Anchor watch | $9.40", "Paint | $2.00", "Ropes | $6.00",
          "Fog | $3.80"]  # fmt: skip
PAID = page("The extras are paid as here:", EXTRAS)


def test_other_things_of_the_same_amounts_are_not_the_table_in_words() -> None:
    fees = "A berth costs a visitor $9.40 a day, $2.00 an hour or $6.00 a night."
    assert told(PAID, page(fees)) == []
    assert told(page(fees), page("The extras are paid as here:", EXTRAS)) == []
    every = f"{fees} A key costs $3.80."
    assert told(PAID, page(every)) == []


def test_what_the_rows_are_named_by_stands_in_words_in_any_number() -> None:
    said = "An anchor watch has $9.40, the painting of a hull $2.00, a rope $6.00 and fog $3.50."
    (one,) = told(PAID, page(said))
    assert one.message == (
        "the figures of 1.1 table 1, which is gone, stand in words here, but for $3.80 "
        "(Fog, Amount); the words also have $3.50; which figure is whose there is to check"
    )


def test_a_figure_that_stands_more_often_in_words_is_said_to() -> None:
    said = "An anchor watch has $9.40, paint $2.00, ropes $2.00 and fog $3.80."
    assert told(PAID, page(said))[0].message == (
        "the figures of 1.1 table 1, which is gone, stand in words here, but for $6.00 "
        "(Ropes, Amount); the words also have $2.00 once more; which figure is whose there is to "
        "check"
    )
    twice = said.replace("fog $3.80", "fog $3.80, and $2.00 in the dark")
    assert "the words also have $2.00 2 times more;" in told(PAID, page(twice))[0].message


def test_a_table_that_names_its_columns_is_known_by_those() -> None:
    old = page(["Extra | Anchor watch | Paint | Ropes", "Amount | $9.40 | $2.00 | $6.00"])
    said = "An anchor watch has $9.40, paint $2.00 and ropes $6.50."
    assert "but for $6.00 (Amount, Ropes)" in told(old, page(said))[0].message
    assert told(old, page("A berth costs a visitor $9.40, $2.00 or $6.00.")) == []


# -------------------------------------------------------------------------------------- a list


def listed(*items: str) -> bytes:
    return page("The extras are paid as here:", *items)


ITEMS = ("(a) an anchor watch: $9.40;", "(b) paint: $2.00;", "(c) ropes: $6.50; and",
         "(d) fog: $3.80.")  # fmt: skip


def test_of_a_table_set_as_a_list_the_figure_that_slipped_is_named() -> None:
    old = [one.replace(b"The extras are paid as here:\n\n", b"") for one in (PAID, listed(*ITEMS))]
    (one,) = told(*old)
    assert (one.clause, one.message) == (
        "1.1",
        "the figures of 1.1 table 1, which is gone, stand in words here, but for $6.00 (Ropes, "
        "Amount); the words also have $6.50; which figure is whose there is to check",
    )
    (one,) = told(*old[::-1])
    assert (one.clause, one.message) == (
        "1.1 table 1",
        "most of the figures of this table stood in words in 1.1, but for $6.00 (Ropes, Amount); "
        "the words also had $6.50; which figure was whose there is to check",
    )


def test_the_items_of_a_list_that_stayed_are_not_the_table() -> None:
    old = page(EXTRAS, *ITEMS)
    assert told(old, page(*ITEMS)) == []


def test_a_part_with_many_other_figures_is_no_list_of_the_table() -> None:
    items = [f"({at}) a berth of {size} metres: ${size * 9}.00;"
             for at, size in zip("efghij", range(11, 17), strict=True)]  # fmt: skip
    assert told(PAID, listed(*ITEMS, *items)) == []
