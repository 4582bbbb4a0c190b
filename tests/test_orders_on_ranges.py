"""Orders on a list or a range of clauses: on all that their words name, or on none of it.

What each order makes of the small agreement was worked out by hand.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from factory import clauses, on

from clausetrack.amend.ranges import unsure
from clausetrack.amend.tree import Tree
from clausetrack.markup import Markup
from clausetrack.settlement import Amendment

AGREEMENT = """Ferry Crew Collective Agreement 2023–2025

1 Pay

1.1 Crew are paid by the week.

1.2 A crossing by night is paid:

(a) $40 in winter;

(b) $30 in spring;

(c) $20 in summer; and

(d) $25 in autumn.

1.3 A meal is given on board.

1.3A A bunk is given on board.

1.4 A coat is given each year.

1.5 A cap is given each year.

2 Duties

2.1 The mate:

(a) steers:

(i) by day;

(ii) by night; and

(iii) in fog;

(b) keeps:

(i) the log; and

(ii) the keys.

2.2 The cook bakes.

2.3 The cook cleans.

Schedule A Quays

1 North Quay is a quay.

2 South Quay is a quay.

Schedule B Piers

1 West Pier is a pier.
"""
TERMS = """Terms of Settlement

These terms renew the Ferry Crew Collective Agreement (2025 – 2027).

1. """


@pytest.fixture
def order() -> Callable[[str], Markup]:
    return on(AGREEMENT, TERMS)


def gone(result: Markup) -> list[str]:
    return [edit.old.id for edit in result.applied.edits if edit.old and edit.new is None]


def outcomes(result: Markup) -> list[tuple[str | None, str]]:
    return [(one.amendment.target, one.status) for one in result.applied.outcomes]


LETTERS = ["1.2(a)", "1.2(b)", "1.2(c)"]


@pytest.mark.parametrize(
    "named",
    [
        "clause 1.2(a) to (c)",
        "clauses 1.2(a)-(c)",
        "clauses 1.2(a)–(c)",
        "clause 1.2(a) - (c) inclusive",
        "clause 1.2(a) through (c)",
        "clauses 1.2(a) to 1.2(c)",
        "clauses 1.2(a) to clause 1.2(c)",
        "clause 1.2(a) to (c), inclusive",
        "1.2(a) to (c)",
        "clauses 1.2(a), (b) & (c)",
        "clause 1.2(a)/(b)/(c)",
        "clause 1.2(a) and paragraphs (b) to (c)",
        "paragraphs (a) to (c) of clause 1.2",
        "paragraphs (a), (b) and (c) of clause 1.2",
        "clause 1.2, paragraphs (a) to (c)",
    ],
)
def test_a_range_of_letters_is_all_of_them(order, named: str) -> None:  # type: ignore[no-untyped-def]
    result = order(f"Delete {named}.")
    assert outcomes(result) == [(one, "applied") for one in LETTERS]
    assert gone(result) == LETTERS


def test_what_is_said_of_a_range_is_said_of_each(order) -> None:  # type: ignore[no-untyped-def]
    assert gone(order("Clauses 1.2(b) to (d) are deleted.")) == ["1.2(b)", "1.2(c)", "1.2(d)"]
    assert gone(order("Clause 1.2(b) to (c): delete.")) == ["1.2(b)", "1.2(c)"]


def test_words_are_exchanged_in_all_of_a_range(order) -> None:  # type: ignore[no-untyped-def]
    result = order("Amend clauses 1.2(a) to (c) by replacing “in” with “each”.")
    said = {edit.old.id: edit.new.own_text for edit in result.applied.edits if edit.amendment}
    assert said == {
        "1.2(a)": "$40 each winter;",
        "1.2(b)": "$30 each spring;",
        "1.2(c)": "$20 each summer; and",
    }


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        ("clauses 1.4 to 1.5", ["1.4", "1.5"]),
        ("clauses 1.4 through 1.5", ["1.4", "1.5"]),
        ("clauses 1.3, 1.4 & 1.5", ["1.3", "1.4", "1.5"]),
        # a letter is of the list that counts as it does
        ("clause 2.1(a)(ii) and (b)", ["2.1(a)(ii)", "2.1(b)", "2.1(b)(i)", "2.1(b)(ii)"]),
        ("clauses 2.1(a)(iii) and (b)(ii)", ["2.1(a)(iii)", "2.1(b)(ii)"]),
        ("clause 2.1(a)(ii) to (iii)", ["2.1(a)(ii)", "2.1(a)(iii)"]),
        ("clauses 1 to 2 of Schedule A", ["Schedule A 1", "Schedule A 2"]),
    ],
)
def test_other_lists_are_read_as_the_references_are(  # type: ignore[no-untyped-def]
    order, named: str, expected: list[str]
) -> None:
    result = order(f"Delete {named}.")
    assert gone(result) == expected
    assert {status for _, status in outcomes(result)} == {"applied"}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Delete clauses 1.2(a)–2.1(b).", "which clauses stand from one to the other"),
        ("Delete clauses 1.4 to 2.1.", "which clauses stand from one to the other"),
        ("Delete clause 1.2(c) to (a).", "which clauses stand from one to the other"),
        ("Delete clause 2.1(a)(ii) to (b)(i).", "which clauses stand from one to the other"),
        # the agreement has one between the ends that no counting gives
        ("Delete clauses 1.3 to 1.5.", "between the two stands 1.3A"),
        ("In clauses 1.3 to 1.4, replace “given” with “sold”.", "between the two stands 1.3A"),
        ("Delete clause 1.2(c) to (f).", "the agreement has no 1.2(e), 1.2(f)"),
        ("In clauses 1.2(a) thru (c), replace “in” with “each”.", "“thru (c)” behind 1.2(a)"),
        ("In clause 1.2(a) … (c), replace “in” with “each”.", "“… (c)” behind 1.2(a)"),
        ("In clause 1.2(a) et seq, replace “in” with “each”.", "“et seq” behind 1.2(a)"),
        ("In clause 1.2(a) plus (c), replace “in” with “each”.", "“plus (c)” behind 1.2(a)"),
        ("In clause 1.2(a) or (c), replace “in” with “each”.", "which of them is meant"),
    ],
)
def test_a_range_that_is_not_certain_is_left(order, text: str, why: str) -> None:  # type: ignore[no-untyped-def]
    result = order(text)
    assert all(not one.done for one in result.applied.outcomes)
    assert why in result.applied.outcomes[0].reason


def test_a_letter_that_may_be_in_two_places_is_left_with_both() -> None:
    letters = "\n".join(f"1.1({one}) task {one}" for one in "abcdefgh")
    below = "\n".join(f"1.1(h)({one}) part {one}" for one in ("i", "ii", "iii", "iv", "v"))
    after = "\n".join(f"1.1({one}) task {one}" for one in "ijklmnopqrstuv")
    base = Tree.of(clauses(f"1.1 The mate:\n{letters}\n{below}\n{after}"))
    said = "Delete clause 1.1(h)(ii) and (v)."
    here = [Amendment(f"1#{at}", "1", "repeal", aim, "given", said)
            for at, aim in enumerate(("1.1(h)(ii)", "1.1(h)(v)"), 1)]  # fmt: skip
    assert unsure(base, here[0]) is None
    refusal = unsure(base, here[1])
    assert refusal is not None
    assert "1.1(v) or 1.1(h)(v)" in refusal.reason


def test_no_letter_behind_a_whole_clause_makes_it_go(order) -> None:  # type: ignore[no-untyped-def]
    for text in ("Delete clause 1.2, (a) to (c).", "Delete clause 1.2 and paragraphs (a) to (c)."):
        assert not gone(order(text))


def test_a_range_of_schedules_is_all_of_them(order) -> None:  # type: ignore[no-untyped-def]
    result = order("Delete Schedule A to Schedule B.")
    assert outcomes(result) == [("Schedule A", "applied"), ("Schedule B", "applied")]


NEW = "Insert a new clause 2.2:\n\n“2.2 Ropes are coiled and dried on every Friday afternoon.”\n\n"


@pytest.mark.parametrize(
    "said",
    [
        "Renumber the existing clauses 2.2 to 2.3 as 2.3 to 2.4.",
        "Renumber clauses 2.2 and 2.3 as 2.3 and 2.4.",
        "Clauses 2.2 and 2.3 are renumbered 2.3 and 2.4.",
    ],
)
def test_numbers_that_an_insertion_gives_are_given(order, said: str) -> None:  # type: ignore[no-untyped-def]
    result = order(NEW + said)
    assert outcomes(result) == [("2.2", "applied")] * 2 + [("2.3", "applied")]
    assert [one.reason for one in result.applied.outcomes[1:]] == [
        "2.2 became 2.3 with 1#1",
        "2.3 became 2.4 with 1#1",
    ]


def test_numbers_of_letters_are_given_too(order) -> None:  # type: ignore[no-untyped-def]
    result = order(
        "Insert a new clause 1.2(a):\n\n“(a) $50 at Easter;”\n\n"
        "Renumber clauses 1.2(a) to (d) as (b) to (e)."
    )
    assert [status for _, status in outcomes(result)] == ["applied"] * 5
    assert result.applied.renumbered["1.2(d)"] == "1.2(e)"


def test_numbers_that_nothing_gives_are_left(order) -> None:  # type: ignore[no-untyped-def]
    result = order(NEW + "Renumber the existing clauses 2.2 to 2.3 as 2.4 to 2.5.")
    assert [status for _, status in outcomes(result)] == ["applied"] + ["needs-decision"] * 2
