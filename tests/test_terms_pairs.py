"""Old and new words of several clauses in one sentence, each for its own; worked by hand."""

from __future__ import annotations

import pytest
from factory import statuses, texts

from clausetrack.ingest import read
from clausetrack.markup import Markup, markup

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


def result(order: str) -> Markup:
    return markup(AGREEMENT.encode(), TERMS.format(order).encode())


UNCHANGED = {one.id: one.own_text for one in read(AGREEMENT.encode(), "base.txt").clauses}
NIGHTS = {"1.1": "Nights are paid at double time for two hours."}
SUNDAYS = {"1.2": "Sundays are paid at triple time."}
NOTICE = {"1.3": "Notice is five weeks."}


def changed(done: Markup) -> dict[str, str | None]:
    """What the clauses say now that said something else, None of those that are gone."""
    now = texts(done)
    return {one: now.get(one) for one in {**UNCHANGED, **now} if now.get(one) != UNCHANGED.get(one)}


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
    assert changed(done) == expected
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
    assert changed(done) == SUNDAYS
    assert [one.amendment.target for one in done.applied.outcomes] == ["1.2"]


@pytest.mark.parametrize(
    "order",
    [
        "Despite clause 1.1, in clause 1.2 replace “double time” with “triple time”.",
        "As clause 1.1 has it, clause 1.2 is amended by replacing “double time” with “triple”.",
        "In clause 1.2 replace “double time” with “triple time”, and clause 1.1 to match.",
        "In clause 1.2 replace “double time” with “triple time”, and likewise in clause 1.1.",
        "In clause 1.1 delete the words “for three hours” and clause 1.2.",
        "In clause 1.1 replace “three hours” with “two hours” and update the reference to clause "
        "1.3 to say “five weeks”.",
    ],
)
def test_what_is_not_read_to_its_end_is_a_persons_to_carry_out(order: str) -> None:
    done = result(order)
    assert set(statuses(done)) == {"needs-decision"}
    assert changed(done) == {}
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
    assert changed(done) == SUNDAYS | {"1.1": "Nights are paid at triple time for three hours."}
