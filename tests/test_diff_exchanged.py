"""What changed places: headings, items of lists, and paragraphs that became lists."""

from __future__ import annotations

import pytest

from clausetrack.comparison import Compared, compared

AROUND = """Quarry Agreement

1 Parties
1.1 The parties are the Quarry and the Union of Stoneworkers.

"""


def found(old: str, new: str) -> Compared:
    was, now = ((AROUND + text).encode() for text in (old, new))
    return compared(was, now, "old.txt", "new.txt")


def told(old: str, new: str) -> list[str]:
    """Each change by kind and numbers, with the parts of what was split or joined and the edits."""
    return [
        " ".join(filter(None, (
            one.kind, one.old_id or "-", one.new_id or "-", *one.ids,
            ", ".join(f"{edit.old.strip()}>{edit.new.strip()}" for edit in one.edits
                      if not one.ids and one.kind == "changed"),
        )))
        for one in found(old, new).changes
    ]  # fmt: skip


# ------------------------------------------------------------- a paragraph and a list

FENCE = """2 Leave
2.1 Death leave is three days for a near relative and one day for any other person.
2.2 Leave to sit on a jury is set out in clause 2.1 and is paid.
"""
LISTED = """2 Leave
2.1 Death leave is:
(a) three days for a near relative; and
(b) one day for any other person.
2.2 Leave to sit on a jury is set out in clause 2.1 and is paid.
"""


def test_a_paragraph_that_became_a_list_is_one_split_and_keeps_its_name() -> None:
    assert told(FENCE, LISTED) == ["split 2.1 2.1 2.1 2.1(a) 2.1(b)"]
    assert found(FENCE, LISTED).findings == ()


def test_a_list_that_became_a_paragraph_is_one_join() -> None:
    assert told(LISTED, FENCE) == ["joined 2.1 2.1 2.1 2.1(a) 2.1(b)"]
    old = "2 Site\n2.1 The firm must:\n(a) fence the pit; and\n(b) light the pit at night.\n"
    new = "2 Site\n2.1 The firm must fence the pit and light the pit at night.\n"
    assert told(old, new) == ["joined 2.1 2.1 2.1 2.1(a) 2.1(b)"]
    assert told(new, old) == ["split 2.1 2.1 2.1 2.1(a) 2.1(b)"]


def test_a_paragraph_that_became_a_list_may_take_another_number_and_figure() -> None:
    new = LISTED.replace("three days", "five days").replace("2.2", "2.3").replace("2.1 D", "2.2 D")
    new = new.replace("clause 2.1", "clause 2.2").replace(
        "2 Leave\n", "2 Leave\n2.1 Leave is asked for in writing a week before it begins.\n"
    )
    assert told(FENCE, new) == [
        "inserted - 2.1", "split 2.1 2.2 2.2 2.2(a) 2.2(b)", "changed 2.2 2.3 2.1>2.2",
    ]  # fmt: skip


LONG = (
    "2 Site\n2.1 The firm must fence the pit, report each slide of rock to the mayor, feed the "
    "horses of the gang, and lock the gate at night.\n"
)
ITEMS = (
    "2 Site\n2.1 The firm must:\n(a) fence the pit;\n(b) report each slide of rock to the mayor;\n"
    "(c) feed the horses of the gang; and\n(d) lock the gate at night.\n"
)


def test_items_that_were_edited_on_the_way_are_parts_and_a_new_one_is_none() -> None:
    edited = ITEMS.replace("rock to", "rock and fall to").replace("at night", "at 9 pm")
    (one,) = found(LONG, edited).changes
    assert (one.kind, one.ids) == ("split", ("2.1", "2.1(a)", "2.1(b)", "2.1(c)", "2.1(d)"))
    said = [(edit.old.strip(), edit.new.strip()) for edit in one.edits if edit.new[0] not in ":;"]
    assert said == [("", "and fall"), ("night", "9 pm")]
    more = ITEMS.replace("(d)", "(d) sweep each of the chimneys in May; and\n(e)")
    assert told(LONG, more) == [
        "split 2.1 2.1 2.1 2.1(a) 2.1(b) 2.1(c) 2.1(e)", "inserted - 2.1(d)",
    ]  # fmt: skip
    assert told(more, LONG) == [
        "joined 2.1 2.1 2.1 2.1(a) 2.1(b) 2.1(c) 2.1(e)", "deleted 2.1(d) -",
    ]  # fmt: skip


def test_a_list_that_says_something_else_is_not_the_paragraph() -> None:
    new = LISTED.replace("(b) one day for any other person.", "(b) none in a week of blasting.")
    assert not any(each.startswith("split 2.1 2.1 2.1 2.1(a) 2.1(b)") for each in told(FENCE, new))


def test_items_that_became_clauses_of_their_own_are_not_joined() -> None:
    old = (
        "2 Site\n2.1 The firm must:\n(a) fence the pit; and\n"
        "(b) light the pit at night with lamps that the mayor approves.\n"
    )
    new = (
        "2 Site\n2.1 The firm must fence the pit.\n"
        "2.2 The firm must light the pit at night with lamps that the mayor approves.\n"
    )
    changes = told(old, new)
    assert not any(each.startswith(("inserted", "deleted")) for each in changes)
    assert any(each.startswith("changed 2.1(b) 2.2 ") for each in changes)


# ---------------------------------------------------------------------------- headings

CREWS = """2 Drillers
2.1 Each wears a helmet and carries a lamp at the face.
2.2 Each is paid $25 an hour.
3 Masons
3.1 Each wears goggles and keeps the chisels sharp.
3.2 Each is paid $30 an hour.
"""


def headed(first: str, second: str) -> str:
    return CREWS.replace("2 Drillers", f"2 {first}").replace("3 Masons", f"3 {second}")


def test_headings_that_were_exchanged_over_their_clauses_are_two_edits() -> None:
    assert told(CREWS, headed("Masons", "Drillers")) == [
        "changed 2 2 Drillers>Masons", "changed 3 3 Masons>Drillers",
    ]  # fmt: skip


def test_one_clause_may_have_changed_under_headings_that_were_exchanged() -> None:
    new = headed("Masons", "Drillers").replace("$25", "$26")
    assert told(CREWS, new) == [
        "changed 2 2 Drillers>Masons", "changed 2.2 2.2 $25>$26", "changed 3 3 Masons>Drillers",
    ]  # fmt: skip


def test_sections_that_were_exchanged_with_their_clauses_are_a_move() -> None:
    two, three = CREWS.split("3 Masons\n")
    new = "2 Masons\n" + three.replace("3.", "2.") + two.replace("2.", "3.").replace("2 D", "3 D")
    kinds = [each.kind for each in found(CREWS, new).changes]
    assert sorted(kinds) == ["moved", "renumbered"]


def test_a_heading_that_took_the_clauses_under_itself_along_is_no_new_one() -> None:
    """A section came before; its one clause says what each section of this kind says."""
    shared = "Each is paid for the days on which the quarry is closed."
    old = f"2 Drillers\n2.1 {shared}\n2.2 Each wears a helmet and a lamp at the face.\n"
    moved = old.replace("2.", "3.").replace("2 D", "3 D")
    new = f"2 Carters\n2.1 {shared}\n{moved}"
    assert told(old, new)[0] == "inserted - 2"
    assert "renumbered 2 3" in told(old, new)


# ------------------------------------------------------------------------- items of lists

LISTS = """2 Tools
2.1 The quarry keeps in the shed:
(a) two drills;
(b) a flare;
(c) ropes.
2.2 A driller carries into the pit:
(a) a lamp;
(b) a whistle.
"""


def test_a_short_item_that_stands_in_another_list_moved() -> None:
    new = LISTS.replace("(b) a flare;\n", "").replace("(c) ropes", "(b) ropes")
    new = new.replace("(b) a whistle", "(b) a flare;\n(c) a whistle")
    assert told(LISTS, new) == [
        "renumbered 2.1(c) 2.1(b)", "moved 2.1(b) 2.2(b)", "renumbered 2.2(b) 2.2(c)",
    ]  # fmt: skip


def test_an_item_that_is_the_last_of_its_list_now_moved_too() -> None:
    new = LISTS.replace("(b) a flare;\n(c) ropes.", "(b) ropes.")
    new = new.replace("(b) a whistle.", "(b) a whistle; and\n(c) a flare.")
    assert "changed 2.1(b) 2.2(c) ;>." in told(LISTS, new)


def test_an_item_that_went_from_two_lists_did_not_move_to_a_third() -> None:
    old = LISTS.replace("(b) a whistle", "(b) a flare;\n(c) a whistle") + (
        "2.3 A mason carries up the stair:\n(a) a mallet;\n(b) a rule.\n"
    )
    new = old.replace("(b) a flare;\n", "").replace("(c) ", "(b) ")
    new = new.replace("(b) a rule", "(b) a flare;\n(c) a rule")
    kinds = [each.split()[0] for each in told(old, new)]
    assert kinds.count("deleted") == 2
    assert "inserted - 2.3(b)" in told(old, new)


def test_an_item_that_became_a_clause_is_the_same_and_keeps_its_references() -> None:
    cites = "2.{} A flare that was lit in error is told of under clause {} by noon.\n"
    old = LISTS.replace("(c) ropes.\n", "(c) ropes.\n") + cites.format(3, "2.1(b)")
    new = LISTS.replace("(b) a flare;\n", "").replace("(c) ropes", "(b) ropes")
    new = new.replace("2.2 A", "2.2 The quarry keeps in the shed a flare.\n2.3 A")
    new += cites.format(4, "2.1(b)")
    changes = told(old, new)
    assert any(each.startswith("changed 2.1(b) 2.2 ") for each in changes)
    assert not any(each.startswith(("deleted", "inserted")) for each in changes)
    (finding,) = found(old, new).findings
    assert (finding.code, finding.clause) == ("reference-stale", "2.4")
    assert found(new, old).changes[-1].kind == "renumbered"
    assert any(each.startswith("changed 2.2 2.1(b) ") for each in told(new, old))


# ----------------------------------------------------------- references that were edited

COUNCIL = """2 Council
2.1 The mayor chairs the council of the quarry in every month of the year.
2.2 The clerk writes down what the council resolves and who was there.
2.3 The treasurer keeps the purse and tells each spring what is in it.
3 Papers
3.1 What is written under {} is open to all who work in the quarry.
"""
GROWN = COUNCIL.replace("2.3 The", "2.4 The").replace(
    "2.2 The clerk", "2.2 A deputy chairs it when the mayor is down in the pit.\n2.3 The clerk"
)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("clause 2.2", "clause 2.4",
         ["“clause 2.4” was “clause 2.2”, which meant 2.2; that is now 2.3"]),
        ("clause 2.2", "clause 2.3", []),
        ("clauses 2.1 to 2.3", "clauses 2.1 to 2.4", []),
        ("clause 2.2", "clauses 2.3 and 2.4", []),
        ("clause 2.2", "clause 2", []),
        ("clause 2.1", "clause 2.4", []),
        ("rule 2.2 or clause 2.2", "any rule or clause 2.4", []),
    ],
)  # fmt: skip
def test_a_reference_that_was_edited_to_follow_and_cites_another_is_told(
    old: str, new: str, says: list[str]
) -> None:
    """Clause 2.2 is 2.3 now. What was never about it, or was edited further, is the parties'."""
    seen = found(COUNCIL.format(old), GROWN.format(new))
    assert [one.message for one in seen.findings] == says
