"""Rows of a table that have a figure in common by chance: they went and came, and are not one."""

from __future__ import annotations

from test_diff_plain_tables import changed, told

EXTRAS = ["Extra | Amount", "Anchor watch | $9.40", "Paint | $2.15", "Ropes | $6.00",
          "Fog | $3.80"]  # fmt: skip


def test_a_row_between_renamed_ones_that_keeps_neither_name_nor_figure_is_another_row() -> None:
    new = [EXTRAS[0], "Radio | $9.40", "Galley | $2.15", "Ice | $6.00", "Pets | $4.00"]
    assert told(EXTRAS, new) == [
        "row delete Fog", "Radio, Extra: Anchor watch>Radio", "Galley, Extra: Paint>Galley",
        "Ice, Extra: Ropes>Ice", "row insert Pets",
    ]  # fmt: skip


def test_so_is_one_among_them() -> None:
    new = [EXTRAS[0], "Radio | $9.40", "Galley | $75.00", "Ice | $6.00", "Pets | $3.80"]
    assert told(EXTRAS, new) == [
        "row delete Paint", "Radio, Extra: Anchor watch>Radio", "Ice, Extra: Ropes>Ice",
        "Pets, Extra: Fog>Pets", "row insert Galley",
    ]  # fmt: skip


def test_ranks_that_became_counted_grades_keep_their_order() -> None:
    """A grade that is counted stands where it stands: the third is the one after the second."""
    new = [EXTRAS[0], "Grade 1 | $9.40", "Grade 2 | $2.15", "Grade 3 | $6.50", "Grade 4 | $3.80"]
    assert "Grade 3, Amount: $6.00>$6.50" in told(EXTRAS, new)


def test_one_figure_in_common_does_not_make_one_row_of_two_among_many() -> None:
    new = [EXTRAS[0], "Radio | $9.90", "Galley | $2.15", "Ice | $6.60", "Pets | $4.00"]
    assert told(EXTRAS, new) == [
        *(f"row delete {name}" for name in ("Anchor watch", "Paint", "Ropes", "Fog")),
        *(f"row insert {name}" for name in ("Radio", "Galley", "Ice", "Pets")),
    ]


def test_nor_where_a_unit_says_the_same_in_every_row() -> None:
    old = ["Rank | Rate | Paid", "Deckhand | $25.10 | each hour", "Oiler | $27.30 | each hour"]
    new = [old[0], "Cook | $26.20 | each hour", "Diver | $27.30 | each hour",
           "Rigger | $29.40 | each hour"]  # fmt: skip
    assert told(old, new) == [
        "row delete Deckhand", "row delete Oiler", "row insert Cook", "row insert Diver",
        "row insert Rigger",
    ]  # fmt: skip


def test_nor_in_a_table_of_something_else() -> None:
    new = ["Ticket | Price", "Sunrise cruise | $45.00", "Bicycle | $6.00"]
    found = told(EXTRAS, new)
    assert "row delete Ropes" in found
    assert "row insert Bicycle" in found


def test_a_row_in_its_place_that_kept_its_one_figure_took_another_name() -> None:
    assert told(EXTRAS, changed(EXTRAS, (2, "Brushwork | $2.15"))) == [
        "Brushwork, Extra: Paint>Brushwork",
    ]


def test_a_row_among_many_that_kept_two_figures_took_another_name() -> None:
    old = ["Rank | Day | Night", "Deckhand | $25.10 | $27.60", "Oiler | $27.30 | $30.00"]
    new = [old[0], "Cook | $26.20 | $28.80", "Greaser | $27.30 | $30.00", "Diver | $31.50 | $34.60"]
    assert "Greaser, Rank: Oiler>Greaser" in told(old, new)


def test_a_row_that_kept_a_word_of_its_name_is_one_with_another_figure() -> None:
    new = [EXTRAS[0], "Anchor watch at night | $9.90", "Galley | $2.75", "Ice | $6.60"]
    assert "Anchor watch at night, Amount: $9.40>$9.90" in told(EXTRAS, new)


def test_a_row_whose_words_stayed_under_another_name_is_one() -> None:
    old = ["Word | Meaning", "Hand | whoever works on the deck of a ferry for 20 hours a week",
           "Quay | where a ferry lies"]  # fmt: skip
    new = [old[0], "Sailor | whoever works on the deck of a ferry for 24 hours a week",
           "Slip | where it is built", "Shed | where it is painted"]  # fmt: skip
    assert "Sailor, Word: Hand>Sailor" in told(old, new)
