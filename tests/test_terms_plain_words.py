"""Orders on words, figures and whole clauses in the plain words of a settlement: worked by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts_changed

from clausetrack.amend.said import undated
from clausetrack.ingest import read
from clausetrack.markup import Markup

AGREEMENT = """Mere Ferries Collective Agreement 2023–2025

1 Coverage

1.1 This agreement covers deckhands, engineers and pursers.

1.2 It does not cover harbour pilots.

2 Rosters

2.1 A roster is posted ten days ahead.

2.2 A shift is eight hours at least. A shift may be split.

3 Allowances

3.1 Oilskin allowance: $6.00 a week.

3.2 For a night at sea the Company pays $30.00, and $12.00 for a meal.

3.3 Paid in each month are:

(a) Torch money of $4.00;

(b) Rope money of $5.00; and

(c) Boot money of $7.00.

4 Laundry

4.1 The Company launders jackets.

5 Parking

5.1 Parking is free, and a berth lost is met by six weeks’ pay.
"""
TERMS = (
    "Terms of settlement\nMere Ferries Collective Agreement 2025–2027\n\n"
    "These terms hang on ratification. The parties have agreed to the following changes to the "
    "collective agreement:\n\n1. Item\n\n{}\n\n2. Ratification\n\nMembers will vote.\n"
)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
TWELVE = {"2.1": "A roster is posted twelve days ahead."}
NO_PILOTS = {"1.2": None}
result = on(AGREEMENT, TERMS)


def later(done: Markup) -> list[str]:
    """The days that are told to be later than the commencement."""
    return [
        one.message.partition("from ")[2].partition(",")[0]
        for one in done.applied.findings
        if one.code == "operative-later"
    ]


@pytest.mark.parametrize(
    "opening",
    [
        "The parties have agreed to ",
        "Accordingly, the parties have agreed to ",
        "The parties agreed to ",
        "The parties have also agreed to ",
        "Both parties are agreed to ",
        "The Company and the Seafarers’ Union have agreed to ",
        "It was agreed to ",
        "It has been agreed to ",
        "We have agreed to ",
        "Agreed: ",
    ],
)
def test_who_agreed_is_no_part_of_an_order(opening: str) -> None:
    for order, wanted in (
        ("delete clause 1.2.", NO_PILOTS),
        ("amend clause 2.1 by replacing “ten days” with “twelve days”.", TWELVE),
        ("replace “ten days” with “twelve days” in clause 2.1.", TWELVE),
    ):
        done = result(opening + order)
        assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], wanted), order


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("The parties have agreed that clause 2.1 will be amended by replacing “ten” with “twelve”",
         TWELVE),
        ("It was agreed that clause 2.1 would be amended by replacing “ten” with “twelve”", TWELVE),
        ("The parties have agreed that clause 1.2 is deleted.", NO_PILOTS),
        ("The parties have not agreed to delete clause 1.2.", {}),
        ("The Company and the Union could not have agreed to delete clause 1.2.", {}),
        ("The claim that the Company and the Union agreed to delete clause 1.2 was lost.", {}),
        ("The parties have agreed not to delete clause 1.2.", {}),
        ("It was agreed that clause 1.2 would not be deleted.", {}),
        ("The Company has agreed to consider whether to delete clause 1.2.", {}),
    ],
)  # fmt: skip
def test_what_is_agreed_is_done_and_nothing_else(order: str, wanted: dict[str, str | None]) -> None:
    assert texts_changed(result(order), UNCHANGED) == wanted


@pytest.mark.parametrize(
    "order",
    [
        "Amend clause 2.1 by replacing “ten” with “twelve” from 1 July 2026.",
        "Amend clause 2.1 by replacing “ten” with “twelve” with effect from 1 July 2026.",
        "Amend clause 2.1 by replacing “ten” with “twelve” (effective 1 July 2026).",
        "Amend clause 2.1, from 1 July 2026, by replacing “ten” with “twelve”.",
        "From 1 July 2026 clause 2.1 is amended by replacing “ten” with “twelve”.",
        "Effective 1 July 2026, replace “ten” with “twelve” in clause 2.1.",
        "With effect on and from 1 July 2026, amend clause 2.1 by replacing “ten” with “twelve”.",
        "In clause 2.1 replace “ten” with “twelve”. This takes effect on 1 July 2026.",
        "Clause 2.1 is amended by replacing ten days with twelve days from 1 July 2026.",
    ],
)
def test_the_day_from_which_words_are_exchanged_is_told(order: str) -> None:
    done = result(order)
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], TWELVE)
    assert later(done) == ["1 July 2026"]


@pytest.mark.parametrize(
    "order",
    ["Delete clause 1.2.", "In clause 2.2, in the second sentence replace “may” with “must”."],
)
def test_a_day_behind_an_order_that_does_not_tell_it_holds_it_back(order: str) -> None:
    assert texts_changed(result(f"{order} This takes effect on 1 July 2026."), UNCHANGED) == {}


def test_a_day_that_is_said_of_two_orders_is_told_of_each() -> None:
    done = result(
        "Clause 2.1: replace “ten” with “twelve” and clause 3.1: replace “$6.00” with “$8.00” "
        "(both effective 1 July 2026)."
    )
    assert texts_changed(done, UNCHANGED) == TWELVE | {"3.1": "Oilskin allowance: $8.00 a week."}
    assert later(done) == ["1 July 2026", "1 July 2026"]


@pytest.mark.parametrize(
    "behind",
    [
        " until 1 July 2026", " from 1 July 2026 until 1 July 2027",
        " from 1 July 2026 to 1 May 2027", " from 1 July 2026 for pursers", " from ratification",
    ],
)  # fmt: skip
def test_days_that_are_more_than_a_beginning_hold_an_order_back(behind: str) -> None:
    done = result(f"Amend clause 2.1 by replacing “ten” with “twelve”{behind}.")
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["needs-decision"], {})


@pytest.mark.parametrize(
    "before",
    [
        "For 12 months, ", "For 12 months from 1 July 2026, ", "From 1 July 2026 for 12 months, ",
        "For the period from 1 July 2026, ", "From 1 July 2026, for pursers, ",
        "From 1 July 2026, in respect of pursers, ",
    ],
)  # fmt: skip
def test_for_whom_or_how_long_before_an_order_holds_it_back(before: str) -> None:
    done = result(f"{before}clause 2.1 is amended by replacing “ten” with “twelve”.")
    assert ("applied" in statuses(done), texts_changed(done, UNCHANGED)) == (False, {})


def test_for_these_words_and_for_clarity_do_not() -> None:
    assert (
        texts_changed(result("In clause 2.1, for “ten” substitute “twelve”."), UNCHANGED) == TWELVE
    )
    assert (
        texts_changed(result("For “ten” substitute “twelve” in clause 2.1."), UNCHANGED) == TWELVE
    )
    assert (
        texts_changed(result("For clarity, in clause 2.1 replace “ten” with “twelve”."), UNCHANGED)
        == TWELVE
    )


@pytest.mark.parametrize(
    ("behind", "quoted"),
    [
        (", once the new boat is in service.", "once the new boat is in service"),
        (" - agreed in outline.", "- agreed in outline"),
        (" [union to confirm].", "[union to confirm]"),
        (" pending the survey.", "pending the survey"),
        (" (the Company’s position).", "(the Company’s position)"),
        (" in clause 2.1 for a trial.", "for a trial"),
        ("?", "?"),
    ],
)
def test_what_stands_behind_the_marks_and_is_not_understood_is_quoted(
    behind: str, quoted: str
) -> None:
    done = result(f"Clause 2.1: replace “ten” with “twelve”{behind}")
    (one,) = done.applied.outcomes
    assert (one.status, texts_changed(done, UNCHANGED)) == ("needs-decision", {})
    assert f"the order says “{quoted}” behind its words" in one.reason


@pytest.mark.parametrize("behind", ["", ".", " in clause 2.1.", ";", " instead."])
def test_what_stands_behind_the_marks_and_is_understood_holds_nothing_back(behind: str) -> None:
    assert (
        texts_changed(result(f"In clause 2.1 replace “ten” with “twelve”{behind}"), UNCHANGED)
        == TWELVE
    )


NO_ROPE = {"3.3(b)": "Boot money of $7.00.", "3.3(c)": None}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("Delete clause 1.2 (Harbour pilots).", NO_PILOTS),
        ("Delete clause 1.2 (pilots).", NO_PILOTS),
        ("Delete clause 4.1 (Laundry).", {"4.1": None}),  # what it stands under
        ("Delete clause 3.3(b) (Rope money) and renumber accordingly.", NO_ROPE),
        ("Delete clause 3.3(b) and renumber (c) as (b).", NO_ROPE),
        ("Delete clause 4 (Laundry) and renumber the subsequent clauses accordingly.",
         {"4": "", "4.1": UNCHANGED["5.1"], "5": None, "5.1": None}),
        ("Delete clause 1.1 (engineers).", {}),  # one of several: whom it is for?
        ("Delete clause 4.1 (Company).", {}),
        ("Delete clause 4.1 (jackets only).", {}),
        ("Delete clause 1.2 (Parking).", {}),
        ("Delete clause 3.3(b) and renumber (c) as (a).", {}),
        ("Delete clause 3.3(a) and renumber (b) as (a).", {}),  # and (c)?
    ],
)  # fmt: skip
def test_a_bracket_that_names_the_clause_holds_nothing_back(
    order: str, wanted: dict[str, str | None]
) -> None:
    found = texts_changed(result(order), UNCHANGED)
    wanted = {one: text for one, text in wanted.items() if text != UNCHANGED.get(one)}
    assert found == wanted


@pytest.mark.parametrize(
    ("behind", "reason"),
    [
        (" (engineers)", "the order says “(engineers)” behind the clause that goes"),
        (", once the survey is done", "the order says “once the survey is done” behind the clause"),
        (" from 1 July 2027", "a day of its own"),
    ],
)
def test_what_stands_behind_a_clause_that_goes_is_quoted(behind: str, reason: str) -> None:
    (one,) = result(f"Delete clause 1.1{behind}.").applied.outcomes
    assert one.status == "needs-decision"
    assert reason in one.reason


def test_a_clause_that_is_amended_is_not_called_one_that_goes() -> None:
    (one,) = result("Amend clause 2.2 by deleting the words after “least”.").applied.outcomes
    assert (one.status, "goes" in one.reason) == ("needs-decision", False)


OILSKIN = {"3.1": "Oilskin allowance: $8.00 a week."}
NINE = {"2.2": "A shift is nine hours at least. A shift may be split."}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("Clause 3.1 is amended by replacing $6.00 with $8.00.", OILSKIN),
        ("Amend clause 2.2: replace eight hours with nine hours.", NINE),
        ("Amend clause 2.2 to increase the minimum from eight hours to nine hours.", NINE),
        ("Increase the length of a shift in clause 2.2 from eight hours to nine hours.", NINE),
        ("Increase the oilskin allowance (clause 3.1) to $8.00 a week.", OILSKIN),
        ("Increase the oilskin allowance in clause 3.1 to $8.00.", OILSKIN),
        ("The oilskin allowance in clause 3.1 is increased to $8.00 per week.", OILSKIN),
        ("Amend clause 5.1 to increase the sum from six weeks’ pay to eight weeks’ pay.",
         {"5.1": "Parking is free, and a berth lost is met by eight weeks’ pay."}),
        ("3.1 Oilskins\n\nIncrease from $6.00 to $8.00.", OILSKIN),
    ],
)  # fmt: skip
def test_figures_without_marks_are_exchanged(order: str, wanted: dict[str, str | None]) -> None:
    done = result(order)
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], wanted)


@pytest.mark.parametrize(
    "order",
    [
        "Clause 3.1 is amended by replacing $6.00 with $8.00 for pursers.",
        "Amend clause 2.2: replace seven hours with nine hours.",
        "Amend clause 2.2: replace eight hours with nine days.",
        "Amend clause 5.1: replace six weeks’ notice with eight weeks’ notice.",
        "Amend clause 5.1: replace six weeks’ pay with eight weeks’ notice.",
        "Amend clause 2.2 to reduce the minimum from eight hours to nine hours.",
        "Increase the minimum for pursers from eight hours to nine hours in clause 2.2.",
        "Increase the shift of senior officers from eight hours to nine hours in clause 2.2.",
        "Increase the oilskin allowance (clause 3.1) to $8.00 a day.",
        "Increase the oilskin allowance (clause 3.1) to $5.00.",
        "Increase the boot allowance (clause 3.1) to $8.00.",
        "Increase the oilskin allowance (clause 3.1) to $8.00 for pursers.",
        "Increase the oilskin allowance (clause 3.1) to $8.00 and then $9.00.",
        "Increase the meal in clause 3.2 to $14.00.",  # which of the two amounts?
    ],
)
def test_a_figure_that_may_be_another_is_left_to_a_person(order: str) -> None:
    done = result(order)
    assert texts_changed(done, UNCHANGED) == {}
    assert "applied" not in statuses(done)


ANY = {"1.2": "It does not cover any pilot."}


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        ("Delete clause 1.2 and insert in its place: “It does not cover any pilot.”", ANY),
        ("Delete clause 1.2 and substitute: “It does not cover any pilot.”", ANY),
        ("Delete clause 1.2. Insert in its place: “It does not cover any pilot.”", ANY),
        ("Delete clause 2.2, second sentence.", {"2.2": "A shift is eight hours at least."}),
    ],
)
def test_wording_on_the_line_of_its_order_takes_the_place(
    order: str, wanted: dict[str, str | None]
) -> None:
    done = result(order)
    assert (statuses(done), texts_changed(done, UNCHANGED)) == (["applied"], wanted)


def test_a_heading_is_amended_to_words_in_marks() -> None:
    done = result("The heading of clause 4 is amended to “Washing”.")
    (heading,) = (one.heading_text for one in done.applied.document.clauses if one.id == "4")
    assert (statuses(done), heading) == (["applied"], "Washing")


def test_hostile_wording_is_no_order_and_is_read_to_its_end() -> None:
    for text in ("the a " * 400 + "agreed to", "from " * 900, "It was agreed that " + "be " * 900):
        assert texts_changed(result(text + " clause 2.1 “x” with “y”"), UNCHANGED) == {}
        assert undated(text * 3) == text * 3
