"""Old and new words of several clauses in one sentence, each for its own; worked by hand."""

from __future__ import annotations

import pytest
from factory import on, statuses, texts, texts_changed

from clausetrack.ingest import read
from clausetrack.markup import markup

AGREEMENT = """Copper Lane Collective Agreement 2023–2025

1 Pay

1.1 Nights are paid at double time for three hours.

1.2 Sundays are paid at double time.

1.3 Notice is three weeks.

1.4 Tools: $15.00 a week.

Schedule A Rates

1 Rates are weekly.
"""
TERMS = "Terms of settlement\nCopper Lane Collective Agreement 2025–2027\n\n1. {}\n"
result = on(AGREEMENT, TERMS)
UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
NIGHTS = {"1.1": "Nights are paid at double time for two hours."}
SUNDAYS = {"1.2": "Sundays are paid at triple time."}
NOTICE = {"1.3": "Notice is five weeks."}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("Amend clause 1.1 by deleting “three hours” and inserting “two hours”, and clause 1.2 by "
         "deleting “double time” and inserting “triple time”.", NIGHTS | SUNDAYS),
        ("Replace “three hours” with “two hours” in clause 1.1 and “double time” with “triple "
         "time” in clause 1.2.", NIGHTS | SUNDAYS),
        ("In clause 1.1 replace “three hours” with “two hours”, in clause 1.2 “double time” with "
         "“triple time”.", NIGHTS | SUNDAYS),
        ("In clause 1.1 replace “three hours” with “two hours”, and in clause 1.2 replace “double "
         "time” with “triple time”.", NIGHTS | SUNDAYS),
        ("In clause 1.1 replace “three hours” with “two hours” and update clause 1.3 by replacing "
         "“three weeks” with “five weeks”.", NIGHTS | NOTICE),
        ("Clause 1.1 by replacing “three hours” with “two hours” and 1.3 by replacing “three” "
         "with “five”.", NIGHTS | NOTICE),
        ("Amend clause 1.1 by replacing “three hours” with “two hours” and clause 1.2 by replacing "
         "“double” with “triple”, and clause 1.3 by replacing “three” with “five”.",
         NIGHTS | SUNDAYS | NOTICE),
        ("Delete “for three hours” from clause 1.1 and “at double time” from clause 1.2.",
         {"1.1": "Nights are paid at double time.", "1.2": "Sundays are paid."}),
        ("In Schedule A, clause 1, replace “weekly” with “monthly”, and in clause 1.2 replace "
         "“double” with “triple”.", SUNDAYS | {"Schedule A 1": "Rates are monthly."}),
    ],
)  # fmt: skip
def test_each_pair_of_words_is_exchanged_in_its_own_clause(
    order: str, expected: dict[str, str]
) -> None:
    done = result(order)
    assert texts_changed(done, UNCHANGED) == expected
    assert done.instructions.terms_only == ()


@pytest.mark.parametrize(
    "order",
    [
        "To match clause 1.1, clause 1.2 is amended by replacing “double time” with “triple time”.",
        "Clause 1.2 (formerly clause 1.1): replace “double time” with “triple time”.",
        "In line with clauses 1.1 and 1.3, in clause 1.2 replace “double time” with “triple time”.",
        "In clause 1.2, which follows clause 1.1, replace “double time” with “triple time”.",
        "Replace “double time” with “triple time” in clause 1.2, consistent with clause 1.1.",
        "To match clause 1.1, replace clause 1.2 with:\n\n1.2 Sundays are paid at triple time.",
    ],
)
def test_a_clause_that_is_named_for_reference_is_not_amended(order: str) -> None:
    done = result(order)
    assert texts_changed(done, UNCHANGED) == SUNDAYS
    assert [one.amendment.target for one in done.applied.outcomes] == ["1.2"]


@pytest.mark.parametrize(
    "order",
    [
        "Despite clause 1.1, in clause 1.2 replace “double time” with “triple time”.",
        "As clause 1.1 has it, clause 1.2 is amended by replacing “double time” with “triple”.",
        "In clause 1.2 replace “double time” with “triple time”, and clause 1.1 to match.",
        "In clause 1.2 replace “double time” with “triple time”, and likewise in clause 1.1.",
        "In clause 1.1 delete the words “for three hours” and clause 1.2.",
        "Replace “double” with “triple” in clauses 1.1 and 1.2, and “$15.00” with “$20.00” in "
        "clause 1.4.",
        "In clause 1.1 replace “three hours” with “two hours” and update the reference to clause "
        "1.3 to say “five weeks”.",
    ],
)
def test_what_is_not_read_to_its_end_is_a_persons_to_carry_out(order: str) -> None:
    done = result(order)
    assert set(statuses(done)) == {"needs-decision"}
    assert texts_changed(done, UNCHANGED) == {}
    assert done.instructions.terms_only == ()


def test_the_clause_that_is_led_by_is_the_one_that_is_told_of() -> None:
    done = result("In clause 1.1 replace “three hours” with “two hours” and update the reference "
                  "to clause 1.3 to say “five weeks”.")  # fmt: skip
    assert [one.amendment.target for one in done.applied.outcomes] == ["1.1"]


@pytest.mark.parametrize(
    "where",
    ["clauses 1.1 and 1.2", "clause 1.1 and clause 1.2", "both clause 1.1 and clause 1.2"],
)
def test_one_pair_for_a_list_of_clauses_is_exchanged_in_each(where: str) -> None:
    done = result(f"Replace “double time” with “triple time” in {where}.")
    nights = "Nights are paid at triple time for three hours."
    assert texts_changed(done, UNCHANGED) == SUNDAYS | {"1.1": nights}


@pytest.mark.parametrize(
    "said",
    ["Also “Nights” with “Evenings”.", "And “Nights” becomes “Evenings”."],
)
def test_words_behind_an_order_that_has_its_own_are_no_more_of_it(said: str) -> None:
    done = result(f"In clause 1.1 replace “three hours” with “two hours”. {said}")
    assert statuses(done) == ["applied", "needs-decision"]
    assert texts_changed(done, UNCHANGED) == NIGHTS


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("In clause 1.3: Delete the word “three” and insert “five”.", NOTICE),
        ("Clause 1.3: “three weeks” to “five weeks”.", NOTICE),
        ("Clause 1.3 - delete: “three ”.", {"1.3": "Notice is weeks."}),
        ("Add to clause 1.3: “It is written.”", {"1.3": "Notice is three weeks. It is written."}),
        ("Amend clause 1.3 by adding the words “or a month” at the end.",
         {"1.3": "Notice is three weeks or a month."}),
        ("In clause 1.3, insert “, in writing” at the end.",
         {"1.3": "Notice is three weeks, in writing."}),
        ("At the end of clause 1.3 add “or a month”.",
         {"1.3": "Notice is three weeks or a month."}),
    ],
)  # fmt: skip
def test_a_plain_order_on_words_is_carried_out(order: str, expected: dict[str, str]) -> None:
    assert texts_changed(result(order), UNCHANGED) == expected


def test_a_number_before_an_order_is_a_clause_unless_it_is_a_paragraph_of_the_item() -> None:
    orders = "1.3 Delete “three” and insert “five”.\n\n1.1 Replace “three” with “two”."
    terms = TERMS.replace("1. {}", "{}. Changes agreed\n\n" + orders)
    numbered = [markup(AGREEMENT.encode(), terms.format(item).encode()) for item in ("1", "2")]
    assert [texts_changed(one, UNCHANGED) for one in numbered] == [{}, NOTICE | NIGHTS]


@pytest.mark.parametrize(
    "order",
    [
        "Add to clause 1.3: “or a month”",  # where?
        "In clause 1.4, insert “or a month” in the place meant.",
        "Amend clause 1.3 by adding the words “or a month:” at the end.",
    ],
)
def test_words_without_a_sure_place_are_a_persons_to_put_in(order: str) -> None:
    done = result(order)
    assert statuses(done) == ["needs-decision"]
    assert texts_changed(done, UNCHANGED) == {}


def test_both_places_are_two() -> None:
    twice = AGREEMENT.replace("is three weeks.", "is three weeks. Pay is for three weeks.")
    terms = TERMS.format("In clause {} replace “three” with “two” in both places.")
    both, one = (markup(twice.encode(), terms.format(at).encode()) for at in ("1.3", "1.1"))
    assert texts(both)["1.3"] == "Notice is two weeks. Pay is for two weeks."
    assert statuses(one) == ["needs-decision"]


@pytest.mark.parametrize(
    "order",
    [
        "Replace “double” with “triple” wherever it appears.",
        "Delete “double” wherever it occurs and substitute “triple”.",
        "Replace all references to “double” with “triple”.",
    ],
)
def test_wherever_is_in_all_of_the_agreement_where_no_clause_is_named(order: str) -> None:
    nights = {"1.1": "Nights are paid at triple time for three hours."}
    assert texts_changed(result(order), UNCHANGED) == SUNDAYS | nights
    assert texts_changed(result(f"Amend clause 1.2 as follows:\n\n{order}"), UNCHANGED) == SUNDAYS
    after = result(f"In clause 1.3 replace “three” with “five”. {order}")
    assert statuses(after) == ["applied", "needs-decision"]
    assert texts_changed(after, UNCHANGED) == NOTICE


@pytest.mark.parametrize(
    ("order", "gone"),
    [("Retain clause 1.2. Delete clause 1.3.", "1.3"),
     ("Keep clause 1.2 as it is. Delete clause 1.3.", "1.3")],
)  # fmt: skip
def test_an_order_behind_a_sentence_that_ends_in_a_number_is_one(order: str, gone: str) -> None:
    done = result(order)
    assert statuses(done) == ["applied"]
    assert texts_changed(done, UNCHANGED) == {gone: None}


@pytest.mark.parametrize(
    ("order", "target"),
    [
        ("Retain clause 1.2 and delete clause 1.3.", "1.3"),
        ("The term of the agreement shall be from 1 July 2025 to 30 June 2027.", None),
        ("The term of the agreement (clause 1.3) shall be from 1 July to 30 June.", "1.3"),
        ("Definitions: add\n\n“Partner” means a spouse.", None),
        ("Existing clause 1.3:\n\nNotice is long.\n\nProposed clause 1.3:\n\nNotice is short.",
         "1.3"),
        ("Clause 1.1 by replacing “three hours” with “two hours” and 1.3 by adding “or a month” "
         "somewhere.", "1.1"),
    ],
)  # fmt: skip
def test_what_was_read_as_changing_nothing_is_listed(order: str, target: str | None) -> None:
    done = result(order)
    assert [one.amendment.target for one in done.applied.outcomes] == [target]
    assert statuses(done)[0] in {"needs-decision", "target-unnamed"}
    assert texts_changed(done, UNCHANGED) == {}


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("Delete item 1 of Schedule A.", {"Schedule A 1": None}),
        ("Insert a new clause 2 in Schedule A:\n\n2. Rates rise yearly.",
         {"Schedule A 2": "Rates rise yearly."}),
        ("Insert a new clause:\n\n7. Hats\n\n7.1 Hats are worn.",
         {"7": "", "7.1": "Hats are worn."}),
    ],
)  # fmt: skip
def test_a_plain_order_on_a_clause_is_carried_out(order: str, expected: dict[str, str]) -> None:
    assert texts_changed(result(order), UNCHANGED) == expected


def test_each_row_of_a_table_of_old_and_new_is_told() -> None:
    rows = ("Clause\tExisting\tProposed\n1.1\tThree hours.\tTwo hours.\n"
            "1.2\tDouble time.\tTriple time.\n1.3\tThree weeks.\tDelete")  # fmt: skip
    done = result(f"The agreement is amended as this table says:\n\n{rows}")
    told = [one.amendment.target for one in done.applied.outcomes]
    assert [one for one in told if one] == ["1.1", "1.2", "1.3"]
    assert "applied" not in statuses(done)
