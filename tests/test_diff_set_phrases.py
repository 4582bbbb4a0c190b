"""Clauses that share a template: one that went and one that came are not one that was edited."""

from __future__ import annotations

import pytest

from clausetrack import diff

TRADES = (
    "baker", "barber", "binder", "brewer", "caulker", "chandler", "cooper", "cutler",
    "draper", "dyer", "farrier", "fuller", "glazier", "hatter", "joiner", "mason",
    "miller", "nailer", "painter", "plumber", "potter", "sadler", "sawyer", "slater",
    "tanner", "tinker", "turner", "weaver",
)
REPORT = "The {} hands the {} a {} report on the {} in writing before the {} day of each month."
REFUSAL = (
    "Where the {} declines a request for {}, the reasons are given to the {} in writing within {} "
    "days."
)
FIRST = "(a) Nobody walks on the slipway while a hull is lowered into the dock."
CRANE = "({}) The crane is greased in every ninth week{}, and its brake is tried with a load."


def told(old: list[str], new: list[str]) -> list[tuple[str, str | None, str | None, bool]]:
    texts = ("\n\n".join(["Slip Works Collective Agreement", *side]) for side in (old, new))
    changes = diff(*(text.encode() for text in texts))
    return [(one.kind, one.old_id, one.new_id, one.moved) for one in changes]


def reports() -> list[str]:
    """Fourteen clauses of one template, so that its phrases tell nothing of any of them."""
    things = TRADES[::-1]
    return ["1. Reports"] + [
        f"1.{at} {REPORT.format(TRADES[at], 'rigger', 'short', things[at], 'ninth')}"
        for at in range(1, 15)
    ]


def test_an_item_of_a_template_that_went_did_not_become_one_that_came() -> None:
    went = "(b) " + REPORT.format("purser", "cook", "full", "rope store", "fifth")
    came = "(c) " + REPORT.format("surveyor", "mate", "brief", "coal", "last")
    old = [*reports(), "2. Works", "2.1 In the yard:", FIRST, went, CRANE.format("c", "")]
    new = [*reports(), "2. Works", "2.1 In the yard:", FIRST,
           CRANE.format("b", " by two riggers"), came]  # fmt: skip
    assert told(old, new) == [
        ("deleted", "2.1(b)", None, False),
        ("changed", "2.1(c)", "2.1(b)", False),
        ("inserted", None, "2.1(c)", False),
    ]


@pytest.mark.parametrize("word", ["rope store", "hemp store"])
def test_an_item_of_a_template_that_kept_a_word_of_its_own_was_edited(word: str) -> None:
    """The hemp alone would be another report; what tells is the store."""
    went = "(b) " + REPORT.format("purser", "cook", "full", "rope store", "fifth")
    came = "(b) " + REPORT.format("surveyor", "mate", "brief", word, "last")
    old = [*reports(), "2. Works", "2.1 In the yard:", FIRST, went, CRANE.format("c", "")]
    new = [*reports(), "2. Works", "2.1 In the yard:", FIRST, came, CRANE.format("c", "")]
    assert told(old, new) == [("changed", "2.1(b)", "2.1(b)", False)]


def refusals() -> list[str]:
    """Twenty-eight clauses of one template, in two sections."""
    out = []
    for section, half in ((1, TRADES[:14]), (2, TRADES[14:28])):
        out.append(f"{section}. Refusals")
        for at, trade in enumerate(half, 1):
            whom, days = ("mate", "nine") if at % 2 else ("cook", "ten")
            out.append(f"{section}.{at} {REFUSAL.format(trade, trade + 'y', whom, days)}")
    return out


def test_a_clause_of_a_template_that_went_did_not_move_to_where_one_came() -> None:
    kept = ["3. Stores", "3.1 " + FIRST[4:]]
    went = ["3.2 " + REFUSAL.format("purser", "hemp", "mate", "nine")]
    last = ["4. Leave", "4.1 A rigger has twenty days of leave in each year of service."]
    came = ["4.2 " + REFUSAL.format("purser", "coal", "cook", "ten")]
    old, new = [*refusals(), *kept, *went, *last], [*refusals(), *kept, *last, *came]
    assert told(old, new) == [
        ("deleted", "3.2", None, False), ("inserted", None, "4.2", False),
    ]  # fmt: skip


LISTED = (
    "Any dispute over tools goes to the foreman, and from there to the guild of the yard.",
    "Where the foreman declines a request for a rope, the reasons are given to the first mate in "
    "writing within nine days.",
    "Where the purser declines a request for the coal, the reasons are given to the first mate in "
    "writing within six days.",
    "The bell is rung at noon, and then again when the tide is out.",
)
CAME = "Wages are counted out on the last Friday of the month in the shed by the gate."


def lettered(*lines: str) -> list[str]:
    items = [f"({letter}) {line}" for letter, line in zip("abcdefg", lines, strict=False)]
    return ["3. Works", "3.1 In the yard:", *items]


def test_a_letter_says_little_where_those_around_it_counted_on() -> None:
    """The letter (c) went on to the rope: the coal has (d)."""
    first, rope, coal, last = LISTED
    edited = rope.replace("rope, the ", ""), coal.replace("in writing ", "")
    assert told(lettered(*LISTED), lettered(first, CAME, *edited, last)) == [
        ("inserted", None, "3.1(b)", False),
        ("changed", "3.1(b)", "3.1(c)", False),
        ("changed", "3.1(c)", "3.1(d)", False),
        ("renumbered", "3.1(d)", "3.1(e)", False),
    ]


def test_a_clause_that_went_elsewhere_and_says_more_is_the_same() -> None:
    """Of sixteen words fifteen stayed, in two rows; what came behind them is longer than they."""
    short = "Either guild may leave the yard by four weeks of notice that the foreman has signed."
    long = (
        "The guild of riggers may leave the yard by four weeks of notice that the foreman has "
        "signed, and the guild of cooks by two weeks, if the kitchen is swept, the stove is cold "
        "and no bread is in the oven."
    )
    rest = (LISTED[0], "A guild that has left the yard takes its flag down by the next tide.")
    assert told(
        ["3. Guilds", *(f"3.{at} {line}" for at, line in enumerate((short, *rest), 1))],
        ["3. Guilds", *(f"3.{at} {line}" for at, line in enumerate((*rest, long, CAME), 1))],
    ) == [
        ("renumbered", "3.2", "3.1", False),
        ("renumbered", "3.3", "3.2", False),
        ("changed", "3.1", "3.3", True),
        ("inserted", None, "3.4", False),
    ]


def test_a_clause_of_a_template_that_says_more_elsewhere_is_another() -> None:
    went = ["3.2 " + REFUSAL.format("purser", "hemp", "mate", "nine")]
    more = " A cook who has no stove is lent one by the works for as long as the yard is shut."
    came = ["4.2 " + REFUSAL.format("warden", "coal", "cook", "ten") + more]
    kept = ["3. Stores", "3.1 " + FIRST[4:]]
    last = ["4. Leave", "4.1 A rigger has twenty days of leave in each year of service."]
    old, new = [*refusals(), *kept, *went, *last], [*refusals(), *kept, *last, *came]
    assert told(old, new) == [
        ("deleted", "3.2", None, False), ("inserted", None, "4.2", False),
    ]  # fmt: skip
