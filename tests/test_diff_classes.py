"""What the words of an edit show, and nothing that they only seem to show."""

from __future__ import annotations

import pytest
from documents import table

from clausetrack.diff.cells import table_edits
from clausetrack.diff.classes import CLASSES, classes
from clausetrack.diff.edits import wording_edits


def found(old: str, new: str) -> set[str]:
    return classes(old, new, wording_edits(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Rates rise on 1 May each year.", "Rates rise on 1 June each year."),
        ("Rates rise on 1 April each year.", "Rates rise on 1 May each year."),
        ("Notice is given by 31 May.", "Notice is given by 30 May."),
        ("Notice is given by 31 May.", "Notice is given by 30 June."),
        ("The lamp is lit on the 4th of May.", "The lamp is lit on the 4th of July."),
        ("The tender comes in May.", "The tender comes in August."),
        ("It is cold, of May and June.", "It is cold, of July and June."),
        ("It has been shut since May.", "It has been shut since July."),
        ("Oil comes in March, May and July.", "Oil comes in March, August and July."),
        ("Rates hold from May 2024.", "Rates hold from July 2024."),
        ("Leave begins on 1 MAY.", "Leave begins on 1 JULY."),
        ("In May", "In August"),
        ("The lamp is cleaned on May 1.", "The lamp is cleaned on June 1."),
    ],
)  # fmt: skip
def test_a_month_is_a_date_whatever_it_sounds_like(old: str, new: str) -> None:
    assert found(old, new) == found(new, old) == {"date"}


def test_a_month_that_came_with_its_day_is_a_date() -> None:
    assert found("Notice is given.", "Notice is given by 31 May.") == {"date", "other words"}
    assert found("", "Wages rise in May.") == {"date", "other words", "punctuation"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A keeper must go ashore.", "A keeper may go ashore."),
        ("May a keeper go ashore?", "Must a keeper go ashore?"),
        ("Keepers May Go Ashore", "Keepers Must Go Ashore"),
        ("Clause 12 May Apply", "Clause 12 Must Apply"),
        ("Only 5 May Be Ashore", "Only 5 Must Be Ashore"),
        ("Of the 31 keepers 5 may go ashore.", "Of the 31 keepers 5 must go ashore."),
    ],
)
def test_a_modal_is_no_month(old: str, new: str) -> None:
    assert found(old, new) == found(new, old) == {"modal"}


def test_the_words_between_months_are_what_they_are() -> None:
    assert found("Oil comes in May and July.", "Oil comes in May or July.") == {"conjunction"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("if the fog lifts", "unless the fog lifts", {"other words"}),
        ("they will go ashore", "they won't go ashore", {"modal", "negation"}),
        ("they can’t go ashore", "they can go ashore", {"modal", "negation"}),
        ("they do row the tender", "they don’t row the tender", {"negation"}),
        ("ten days of paid leave", "ten days of unpaid leave", {"negation"}),
        ("ten days of leave", "ten days of unpaid leave", {"negation"}),
        ("a lawful order is obeyed", "an unlawful order is obeyed", {"negation", "other words"}),
        ("all sailing staff have leave", "all non-sailing staff have leave", {"negation"}),
        ("not less than 3 days", "not more than 3 days", {"figure"}),
        ("it is let to the keeper", "unit is let to the keeper", {"other words"}),
        ("the watch ends under him", "the watch ends until dusk", {"other words"}),
    ],
)
def test_a_negation_is_seen_in_the_word_that_holds_it(old: str, new: str, told: set[str]) -> None:
    assert found(old, new) == found(new, old) == told
    assert told <= set(CLASSES)


def test_a_month_in_a_cell_is_known_by_what_the_cell_says() -> None:
    old = [["Boat", "Comes"], ["Tern", "by 1 May"]]
    new = [["Boat", "Comes"], ["Tern", "by 1 June"]]
    assert classes("", "", table_edits(table(old), table(new))) == {"date"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        # the unit that is counted
        ("Absence of three days needs a note.", "Absence of three weeks needs a note."),
        ("A claim is made within 60 days.", "A claim is made within 60 working days."),
        ("Notice of six weeks is given.", "Notice of six working days is given."),
        ("A keeper rests for 9 hours.", "A keeper rests for 9 minutes."),
        # how often a rate is paid
        ("Oil is landed at double time.", "Oil is landed at time and a half."),
        ("Oil is landed at time and a half.", "Oil is landed at time and a quarter."),
        ("Oil is landed at triple time.", "Oil is landed at double time."),
        # the bound that the figure is
        ("A keeper rests for at least nine hours.", "A keeper rests for at most nine hours."),
        ("Leave is kept up to a maximum of 40 days.", "Leave is kept up to a minimum of 40 days."),
        ("It is paid for more than 5 lamps.", "It is paid for fewer than 5 lamps."),
        # one of these for another, whatever stands beside it
        ("The minimum rest is kept.", "The maximum rest is kept."),
        ("Oil is landed weekly.", "Oil is landed fortnightly."),
        ("The log is read once a season.", "The log is read twice a season."),
        ("A lamp is kept for each day.", "A lamp is kept for each month."),
    ],
)  # fmt: skip
def test_what_makes_another_figure_of_the_same_number_is_a_figure(old: str, new: str) -> None:
    assert found(old, new) == found(new, old) == {"figure"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The days of summer are long.", "The lamps of summer are long."),
        ("A working lamp is lit.", "A lamp is lit."),
        ("Half the crew sleeps.", "The whole crew sleeps."),
        ("The board has most lamps.", "The board has few lamps."),
        ("Oil is landed after a gale.", "Oil is landed before a gale."),
        ("Lamp 4 working badly is mended.", "Lamp 4 burning badly is mended."),
    ],
)
def test_such_words_without_a_number_are_other_words(old: str, new: str) -> None:
    assert found(old, new) == found(new, old) == {"other words"}


def test_a_bound_that_negates_is_both() -> None:
    old, new = "It lasts at least two hours.", "It lasts no more than two hours."
    assert found(old, new) == {"figure", "negation"}


def test_one_day_of_the_week_for_another_is_a_date() -> None:
    assert found("Oil comes on a Monday.", "Oil comes on a Friday.") == {"date"}
    assert found("Sundays are free.", "Saturdays are free.") == {"date"}
    assert found("Oil comes.", "Oil comes on a Friday.") == {"other words"}


@pytest.mark.parametrize(
    ("was", "now", "classes_"),
    [
        ("$20 a day", "$20 a week", {"figure"}),
        ("4 weeks", "4 months", {"figure"}),
        ("two days of rest", "two weeks of rest", {"figure"}),
        ("$30 a day", "$30 per day", {"other words"}),
        ("the first day", "the first boat", {"other words"}),
    ],
)
def test_a_unit_in_a_cell_is_of_a_figure_as_it_is_in_a_sentence(
    was: str, now: str, classes_: set[str]
) -> None:
    old, new = (table([["Item", "Rate"], ["Car", text]]) for text in (was, now))
    edits = list(table_edits(old, new))
    assert [edit.part for edit in edits] == ["cell"]
    assert classes("", "", edits) == classes_


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("A keeper works ¼ of the year.", "A keeper works ¾ of the year."),
        ("The store has 20 m² of floor.", "The store has 20 m³ of floor."),
        ("A keeper works 2½ days.", "A keeper works 2¼ days."),
    ],
)
def test_a_fraction_or_a_raised_figure_is_a_figure(old: str, new: str) -> None:
    assert found(old, new) == found(new, old) == {"figure"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The hours are in Schedule A.", "The hours are in Schedule B."),
        ("See Part II of this agreement.", "See Part III of this agreement."),
        ("Appendix AB holds.", "Appendix AC holds."),
    ],
)
def test_the_letter_of_a_schedule_is_of_a_reference(old: str, new: str) -> None:
    assert found(old, new) == found(new, old) == {"reference"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Boat A is out.", "Boat B is out."),
        ("Schedule A is for boats.", "Schedule A is for lamps."),
    ],
)
def test_a_letter_that_cites_nothing_and_words_beside_a_reference_are_words(
    old: str, new: str
) -> None:
    assert found(old, new) == {"other words"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("-5%", "5%", {"figure"}),
        ("−$1.50", "$1.50", {"figure"}),
        ("–7", "7", {"figure"}),
        ("-5%", "-6%", {"figure"}),
        ("- lamps", "lamps", {"punctuation"}),
        ("5 - 7", "5 7", {"punctuation"}),
    ],
)
def test_the_sign_of_a_figure_in_a_cell_is_of_the_figure(
    old: str, new: str, told: set[str]
) -> None:
    for one, other in ((old, new), (new, old)):
        tables = [table([["Lamp", "Change"], ["1", text]]) for text in (one, other)]
        (edit,) = table_edits(*tables)
        assert classes(one, other, [edit]) == told
