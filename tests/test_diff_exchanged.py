"""What changed places: headings, items of lists, and paragraphs that became lists."""

from __future__ import annotations

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


def test_a_list_that_says_something_else_is_not_the_paragraph() -> None:
    new = LISTED.replace("(b) one day for any other person.", "(b) none in a week of blasting.")
    assert not any(each.startswith("split 2.1 2.1 2.1 2.1(a) 2.1(b)") for each in told(FENCE, new))
