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
        "(3, From 1 May 2026); of the words the table had no $54,900"
    )


def test_of_words_set_in_a_table_too() -> None:
    (one,) = told(page(SAID.format("$54,900")), TABLE)
    assert one.clause == "1.1 table 1"
    assert one.message == (
        "most of the figures of this table stood in words in 1.1 paragraph 1, but for $59,400 "
        "(3, From 1 May 2026); the words had $54,900"
    )


def test_that_every_figure_stands_in_the_words_is_said() -> None:
    (one,) = told(TABLE, page(SAID.format("$59,400")))
    assert one.message == (
        "each figure of 1.1 table 1, which is gone, stands in words here; whose it is there is to "
        "check"
    )
    both = found(TABLE, page(SAID.format("$59,400")))
    assert "Tables and words" in terminal.diff(both.changes, both.findings)


def test_a_figure_that_the_table_has_twice_stands_twice_in_the_words() -> None:
    old = page(LEAD, [HEAD, "2 | $54,200 | $55,900", "3 | $55,900 | $57,700"])
    new = page("A mate has $54,200 and then $55,900, a master $57,700 in the end.")
    assert told(old, new)[0].message.endswith(
        "but for 1 of 2 times $55,900 (2, From 1 May 2026; 3, From 1 May 2025)"
    )


def test_a_table_that_went_is_not_sought_in_words_with_few_of_its_figures() -> None:
    new = page("The crew of a tug is paid $54,200, and a bonus of $1,000 at the end of the year.")
    assert told(TABLE, new) == []


def test_words_that_stood_there_before_are_not_the_table_in_words() -> None:
    words = SAID.format("$54,900")
    assert told(page(words, [HEAD, *ROWS[1:]]), page(words)) == []
