"""Clauses split or joined whose sentences changed for it, and what only looks as if they had."""

from __future__ import annotations

import pytest

from clausetrack.comparison import compared
from clausetrack.diff.changes import Change

BEFORE = """Harbour Works Collective Agreement

1. Parties
1.1 The parties are the Harbour Works and the Union of Riggers.

5. Holidays
5.1 Eleven public holidays are kept in each year of service at the Works.
"""
LAST = "5.{} An employee who is ill on a public holiday is paid for it as sick leave."
AFTER = """
9. Term
9.1 This agreement comes into force on 1 July 2024 and ends on 30 June 2026.
"""
TURNED = {"split": "joined", "inserted": "deleted"}

HOLIDAY = (
    "5.2 An employee who works a public holiday is paid time and a half, and is entitled to an "
    "alternative holiday."
)
HALF = "5.2 An employee who works a public holiday is paid time and a half."
OTHER_DAY = "An employee who works a public holiday is also entitled to an alternative holiday."
MEAL = "An employee who works a public holiday is given a hot meal at the expense of the Works."
ALLOWANCE = (
    "5.2 An employee is paid the allowance if the employee holds a rigging certificate, and if the "
    "employee has worked on the quay for two years."
)
OVERTIME = "5.2 Overtime is paid at T1.5 for the first three hours"
CALLED = (
    "5.2 A rigger who is called back after the end of a shift is paid for at least three hours and "
    "has the fare home refunded."
)
CALLED_HOURS = (
    "5.2 A rigger who is called back after the end of a shift is paid for at least three hours."
)
NOTICE = (
    "5.2 The Works gives a rigger four weeks of notice in writing, except that a rigger who is "
    "dismissed for serious misconduct is given none."
)
NOTICE_GIVEN = "5.2 The Works gives a rigger four weeks of notice in writing."
SICK = (
    "5.2 A rigger has ten days of sick leave and five days of bereavement leave in each year of "
    "service."
)
SICK_ALONE = "5.2 A rigger has ten days of sick leave in each year of service."

#: The lines of clause 5.2 and what follows in both versions, and what became of them.
Case = tuple[list[str], list[str], list[tuple[str, ...]]]
SPLIT: dict[str, Case] = {
    "the subject is said again": (
        [HOLIDAY], [HALF, f"5.3 {OTHER_DAY}"], [("split", "5.2", "5.3")],
    ),
    "and the rest was edited": (
        [HOLIDAY], [HALF.replace("time and a half", "double time"), f"5.3 {OTHER_DAY}"],
        [("split", "5.2", "5.3")],
    ),
    "and the subject was renamed": (
        [HOLIDAY], [one.replace("An employee", "A worker") for one in (HALF, f"5.3 {OTHER_DAY}")],
        [("split", "5.2", "5.3")],
    ),
    "and stands in the plural": (
        [HOLIDAY],
        ["5.2 Employees who work a public holiday are paid time and a half.",
         "5.3 Employees who work public holidays are also entitled to alternative holidays."],
        [("split", "5.2", "5.3")],
    ),
    "the first part is the new one": (
        [HOLIDAY], [f"5.2 {OTHER_DAY}", HALF.replace("5.2", "5.3")], [("split", "5.2", "5.3")],
    ),
    "something new stands between": (
        [HOLIDAY], [HALF, f"5.3 {MEAL}", f"5.4 {OTHER_DAY}"],
        [("split", "5.2", "5.4"), ("inserted", "5.3")],
    ),
    "a neighbour went": (
        [HOLIDAY, "5.3 The Works closes the yard from Christmas to the New Year."],
        [HALF, f"5.3 {OTHER_DAY}"], [("split", "5.2", "5.3"), ("deleted", "5.3")],
    ),
    "conditions became a list": (
        ["5.2 A rigger may take leave if the foreman agrees and the crane is manned."],
        ["5.2 A rigger may take leave if:", "(a) the foreman agrees; and",
         "(b) the crane is manned."],
        [("split", "5.2", "5.2(a)", "5.2(b)")],
    ),
    "and the list has another": (
        ["5.2 A rigger may take leave if the foreman agrees and the crane is manned."],
        ["5.2 A rigger may take leave if:", "(a) the foreman agrees;",
         "(b) the crane is manned; and", "(c) no ship waits at the quay."],
        [("split", "5.2", "5.2(a)", "5.2(b)"), ("inserted", "5.2(c)")],
    ),
    "a list of words": (
        ["5.2 The Works supplies gloves, helmets and boots to each rigger."],
        ["5.2 The Works supplies each rigger with:", "(a) gloves;", "(b) helmets; and",
         "(c) boots."],
        [("split", "5.2", "5.2(a)", "5.2(b)", "5.2(c)")],
    ),
    "long conditions became a list": (
        [ALLOWANCE],
        ["5.2 An employee is paid the allowance if the employee:",
         "(a) holds a rigging certificate; and", "(b) has worked on the quay for two years."],
        [("split", "5.2", "5.2(a)", "5.2(b)")],
    ),
    "the order of the words turned": (
        [f"{OVERTIME} and at T2 after that."],
        [f"{OVERTIME}.", "5.3 After three hours overtime is paid at T2."],
        [("split", "5.2", "5.3")],
    ),
    "a part of the subject is said again": (
        [CALLED],
        [CALLED_HOURS, "5.3 A rigger who is called back also has the fare home refunded."],
        [("split", "5.2", "5.3")],
    ),
    "an exception": (
        [NOTICE],
        [NOTICE_GIVEN, "5.3 Despite clause 5.2, a rigger who is dismissed for serious misconduct "
         "is given no notice."],
        [("split", "5.2", "5.3")],
    ),
    "three parts": (
        ["5.2 A casual rigger is paid a loading of 8 per cent in place of annual leave, is given a "
         "roster one week ahead, and may refuse a shift without giving a reason."],
        ["5.2 A casual rigger is paid a loading of 8 per cent in place of annual leave.",
         "5.3 A casual rigger is given a roster one week ahead.",
         "5.4 A casual rigger may refuse a shift without giving a reason."],
        [("split", "5.2", "5.3", "5.4")],
    ),
}  # fmt: skip

NOT_SPLIT: dict[str, Case] = {
    "a new clause of the same template": ([HALF], [HALF, f"5.3 {MEAL}"], [("inserted", "5.3")]),
    "what was lost did not come back": (
        [HOLIDAY], [HALF, f"5.3 {MEAL}"], [("changed", "5.2"), ("inserted", "5.3")],
    ),
    "leave of another sort": (
        [SICK], [SICK_ALONE, "5.3 A rigger has five days of study leave in each year of service."],
        [("changed", "5.2"), ("inserted", "5.3")],
    ),
    "another rule for the same case": (
        [NOTICE],
        [NOTICE_GIVEN, "5.3 A rigger who is dismissed for serious misconduct is told the reason."],
        [("changed", "5.2"), ("inserted", "5.3")],
    ),
    "the same rule for others": (
        [CALLED], [CALLED_HOURS, "5.3 A cook called to the galley has the fare home refunded."],
        [("changed", "5.2"), ("inserted", "5.3")],
    ),
    "the rate at another time": (
        [f"{OVERTIME} and at T2 after that."],
        [f"{OVERTIME}.", "5.3 Overtime after midnight is paid at T2."],
        [("changed", "5.2"), ("inserted", "5.3")],
    ),
    "words that were replaced": (
        ["5.2 The foreman of the yard draws up the roster by noon on Thursday and hangs it on the "
         "board."],
        ["5.2 The supervisor of the quay draws up the roster by noon on Thursday and hangs it on "
         "the board.", "5.3 The foreman of the yard hangs the roster on the board."],
        [("changed", "5.2"), ("inserted", "5.3")],
    ),
    "items that say something else": (
        [ALLOWANCE],
        ["5.2 An employee is paid the allowance if the employee:",
         "(a) speaks to the foreman beforehand; and", "(b) signs the book at the gate."],
        [("changed", "5.2"), ("inserted", "5.2(a)"), ("inserted", "5.2(b)")],
    ),
    "one clause goes and its neighbour is edited": (
        ["5.2 The employer provides wet weather gear to each rigger.",
         "5.3 The employer provides a locker for each rigger who asks for one."],
        ["5.2 The employer provides wet weather gear to each rigger and each rigger keeps it clean "
         "and dry."],
        [("changed", "5.2"), ("deleted", "5.3")],
    ),
}  # fmt: skip
CASES = SPLIT | NOT_SPLIT


def told(old: list[str], new: list[str]) -> set[tuple[str, ...]]:
    """The kind of each change, with the parts that were split or joined, or the number."""
    return {
        (change.kind, *(change.ids or (change.new_id or change.old_id or "",)))
        for change in changes(old, new)
        if change.kind != "renumbered"
    }


def changes(old: list[str], new: list[str]) -> tuple[Change, ...]:
    was, now = (
        "\n".join(
            [BEFORE, *lines, LAST.format(2 + sum(line.startswith("5.") for line in lines)), AFTER]
        ).encode()
        for lines in (old, new)
    )
    return compared(was, now, "old.txt", "new.txt").changes


@pytest.mark.parametrize("name", CASES)
def test_a_part_is_known_by_what_the_rest_lost(name: str) -> None:
    old, new, expected = CASES[name]
    assert told(old, new) == set(expected)
    back = TURNED | {kind: was for was, kind in TURNED.items()}
    assert told(new, old) == {(back.get(kind, kind), *ids) for kind, *ids in expected}


def test_the_part_that_kept_the_number_goes_by_the_name_of_the_whole() -> None:
    one = changes([HOLIDAY], [f"5.2 {OTHER_DAY}", HALF.replace("5.2", "5.3")])[0]
    assert (one.kind, one.old_id, one.new_id, one.ids) == ("split", "5.2", "5.2", ("5.2", "5.3"))
    assert (one.moved, one.renumbered) == (False, False)
