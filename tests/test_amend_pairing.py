"""Lists that are printed whole with an item more or less: what counts on is not written anew."""

from __future__ import annotations

from dataclasses import replace

import pytest
from factory import agreement, amendment, instructions, only, operations, run, spans, terms

from clausetrack.amend.apply import apply
from clausetrack.prove import prove
from clausetrack.settlement import Applied, Operation

LAMPS = agreement(
    """
    Part 2 = Lamps
    2.1 A keeper lights the lamp:
    2.1(a) at dusk;
    2.1(b) in fog;
    2.1(c) in snow, and then:
    2.1(c)(i) rings the bell; and
    2.1(c)(ii) tells the harbour; and
    2.1(d) whenever a boat asks for it.
    2.2 What is spent under clause 2.1(c) or clause 2.1(d) is repaid.
    """
)
DUSK, FOG, ASKS = "at dusk;", "in fog;", "whenever a boat asks for it."
SNOW = ("in snow, and then:", ("rings the bell; and", "tells the harbour; and"))

#: What an item says, and what stands under it.
Item = str | tuple[str, tuple[str, ...]]


def printed(*items: Item) -> str:
    """Clause 2.1 as terms print it with these items."""
    lines = ["2.1 A keeper lights the lamp:"]
    for letter, item in zip("abcdefg", items, strict=False):
        text, below = (item, ()) if isinstance(item, str) else item
        lines.append(f"2.1({letter}) {text}")
        lines += [f"2.1({letter})({figure}) {one}"
                  for figure, one in zip(("i", "ii", "iii"), below, strict=False)]  # fmt: skip
    return "\n".join(lines)


def replaced(*items: Item) -> Applied:
    return run(LAMPS, amendment(1, "2.1"), wording=(printed(*items),))


def found(applied: Applied, code: str) -> list[tuple[str, str]]:
    return [(one.clause, one.message) for one in applied.findings if one.code == code]


def test_an_item_in_the_middle_is_inserted_and_those_after_it_count_on() -> None:
    applied = replaced(DUSK, "in rain;", FOG, SNOW, ASKS)
    assert operations(only(applied)) == [
        "insertion 2.1(b)", "renumbering 2.1(c)", "renumbering 2.1(d)", "renumbering 2.1(e)",
    ]  # fmt: skip
    assert applied.renumbered == {
        "2.1(b)": "2.1(c)",
        "2.1(c)": "2.1(d)",
        "2.1(c)(i)": "2.1(d)(i)",
        "2.1(c)(ii)": "2.1(d)(ii)",
        "2.1(d)": "2.1(e)",
    }
    assert only(applied).reason == "renumbered: 2.1(b) to 2.1(d) became 2.1(c) to 2.1(e)"
    assert found(applied, "reference-stale") == [
        ("2.2", "“clause 2.1(c)” meant what is now 2.1(d)"),
        ("2.2", "“clause 2.1(d)” meant what is now 2.1(e)"),
    ]
    keys = {clause.id: clause.key for clause in applied.document.clauses}
    assert keys["2.1(d)(ii)"] == "2.1(c)(ii)@2022-25"
    assert keys["2.1(b)"] == "2.1(b)@2025-27"


def test_an_item_taken_from_the_middle_is_the_one_that_is_repealed() -> None:
    applied = replaced(DUSK, SNOW, ASKS)
    assert operations(only(applied)) == [
        "repeal 2.1(b)", "renumbering 2.1(b)", "renumbering 2.1(c)",
    ]  # fmt: skip
    assert [clause for clause, _ in found(applied, "child-repealed")] == ["2.1(b)"]


def test_what_counts_on_may_be_edited_on_the_way() -> None:
    applied = replaced(
        DUSK, "in rain;", "in fog or mist;", SNOW, "whenever a boat asks."
    )  # fmt: skip
    assert operations(only(applied)) == [
        "insertion 2.1(b)",
        "substitution 2.1(c)", "renumbering 2.1(c)",
        "renumbering 2.1(d)",
        "substitution 2.1(e)", "renumbering 2.1(e)",
    ]  # fmt: skip


def test_items_before_the_first_and_between_two_stand_in_their_order() -> None:
    applied = replaced("at noon;", DUSK, "in rain;", "in hail;", FOG, SNOW, ASKS)
    assert [one for one in operations(only(applied)) if one.startswith("insertion")] == [
        "insertion 2.1(a)", "insertion 2.1(c)", "insertion 2.1(d)",
    ]  # fmt: skip


def test_a_list_in_an_item_that_counts_on_counts_on_itself() -> None:
    below = ("rings the bell;", "blows the horn; and", "tells the harbour; and")
    applied = replaced(DUSK, "in rain;", FOG, ("in snow, and then:", below), ASKS)
    assert operations(only(applied)) == [
        "insertion 2.1(b)",
        "renumbering 2.1(c)",
        "renumbering 2.1(d)",
        "substitution 2.1(d)(i)",
        "insertion 2.1(d)(ii)",
        "renumbering 2.1(d)(iii)",
        "renumbering 2.1(e)",
    ]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        # one written anew in its place, and one added behind the last
        ([DUSK, "at noon;", SNOW, ASKS, "at sea."], ["substitution 2.1(b)", "insertion 2.1(e)"]),
        # the last one left out
        (
            [DUSK, FOG, SNOW],
            ["repeal 2.1(d)"],
        ),
        # two that change places go nowhere and come from nowhere
        ([FOG, DUSK, SNOW, ASKS], ["substitution 2.1(a)", "substitution 2.1(b)"]),
    ],
)
def test_items_that_stay_where_they_are_meet_by_their_letters(
    items: list[Item], expected: list[str]
) -> None:
    assert operations(only(replaced(*items))) == expected


def test_items_that_say_the_same_meet_by_their_letters() -> None:
    same = agreement("2.1 One of these:\n2.1(a) a boat;\n2.1(b) a boat;\n2.1(c) a lamp.")
    wording = "2.1 One of these:\n2.1(a) a boat;\n2.1(b) a boat;\n2.1(c) a bell;\n2.1(d) a lamp."
    applied = run(same, amendment(1, "2.1"), wording=(wording,))
    assert operations(only(applied)) == ["insertion 2.1(c)", "renumbering 2.1(d)"]


def test_the_proof_asks_that_what_counts_on_is_printed_and_stays_in_its_clause() -> None:
    ordered = amendment(1, "2.1")
    given = terms(printed(DUSK, "in rain;", FOG, SNOW, ASKS))
    applied = apply(LAMPS, given, instructions(ordered))
    for number, why in (("2.2", "the wording does not print it"),
                        ("2.1(d)(i)", "it was not in that clause")):  # fmt: skip
        old = {"2.2": "2.2", "2.1(d)(i)": "2.1(b)"}[number]
        outcome = only(applied)
        claimed = (*outcome.operations, Operation(number, "renumbering"))
        others = {was: now for was, now in applied.renumbered.items() if now != number}
        forged = replace(
            applied,
            outcomes=(replace(outcome, operations=claimed),),
            renumbered={**others, old: number},
        )
        proof = prove(
            LAMPS, given, instructions(ordered), forged, LAMPS, applied.document, spans(applied)
        )
        assert f"1#1: the renumbering of {number} is not ordered: {why}" in proof.failures
