"""What happened to each clause: shown as what it is, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from factory import agreement, bodies
from hypothesis import given, settings

from clausetrack.diff.changes import Change, text_of
from clausetrack.diff.compare import compare
from clausetrack.diff.consequences import stale_references
from clausetrack.diff.edits import ChangeEdit
from clausetrack.ingest import read
from clausetrack.model import Clause, Document, Run

OLD = """
Part 3 = Watches
3.1 = Night watch
3.1.1 The night watch is stood by two keepers from dusk until the lamp is put out.
3.1.1(a) A keeper who stood the watch before rests for at least five hours.
3.1.1(b) The relief keeper may take the second half of a watch in winter.
3.1.1(c) A watch that is broken off is entered in the lamp log with the reason.
3.1.2 A keeper must not leave the gallery while the fog signal sounds, except to fetch oil.
3.2 = Stores
3.2.1 Oil is landed each quarter and paid for by the board within 5 working days.
3.2.2 Rope and canvas are ordered by the head keeper on the form in Appendix C.
Part 4 = Leave
4.1 = Shore leave
4.1.1 Each keeper has 21 days of shore leave in a year, taken when the tender calls.
4.1.2 Leave that bad weather cuts short is made up under clause 3.1.2 in the same quarter.
"""


def changed(new: str, old: str = OLD) -> list[Change]:
    return list(compare(agreement(old), agreement(new, version="2025-28")).changes)


def brief(changes: list[Change]) -> list[str]:
    return [f"{one.kind} {one.old_id or '-'} {one.new_id or '-'}" for one in changes]


def with_line(after: str, line: str) -> str:
    """OLD with a line after the one that begins with `after`."""
    return "".join(
        f"{each}\n{line}\n" if each.startswith(after) else f"{each}\n"
        for each in OLD.strip().splitlines()
    )


def test_a_document_compared_with_itself_gives_no_change() -> None:
    assert changed(OLD) == []


def test_a_new_number_replaced_by_a_new_number() -> None:
    (one,) = changed(OLD.replace("within 5 working", "within 10 working"))
    assert (one.kind, one.old_id, one.new_id) == ("changed", "3.2.1", "3.2.1")
    assert [(e.op, e.old, e.new) for e in one.edits] == [("replace", "5", "10")]
    assert one.classes == ("figure",)
    assert one.key == "3.2.1@2022-25"


def test_an_inserted_item_renumbers_those_after_it() -> None:
    new = OLD.replace("3.1.1(c)", "3.1.1(d)").replace("3.1.1(b)", "3.1.1(c)")
    new = new.replace(
        "3.1.1(c) The relief", "3.1.1(b) Tea is provided at midnight.\n3.1.1(c) The relief"
    )
    assert brief(changed(new)) == [
        "inserted - 3.1.1(b)",
        "renumbered 3.1.1(b) 3.1.1(c)",
        "renumbered 3.1.1(c) 3.1.1(d)",
    ]


def test_what_is_under_a_renumbered_part_is_no_change() -> None:
    new = OLD.replace("Part 4", "Part 5").replace("\n4.1", "\n5.1")
    assert brief(changed(new)) == ["renumbered Part 4 Part 5"]


def test_a_clause_put_elsewhere_is_moved_once_with_all_under_it() -> None:
    lines = OLD.strip().splitlines()
    moved = [line.replace("3.1.1", "4.1.3") for line in lines[2:6]]
    (one,) = changed("\n".join([*lines[:2], *lines[6:], *moved]))
    assert (one.kind, one.old_id, one.new_id) == ("moved", "3.1.1", "4.1.3")
    assert one.after == "4.1.2"
    assert one.edits == ()


def test_a_clause_moved_and_edited_is_changed_and_moved() -> None:
    lines = [line for line in OLD.strip().splitlines() if not line.startswith("3.1.2")]
    line = "4.1.3 A keeper must not leave the gallery while the fog signal sounds, except for oil."
    (one,) = changed("\n".join([*lines, line]))
    assert (one.kind, one.moved, one.renumbered) == ("changed", True, True)
    assert (one.old_id, one.new_id) == ("3.1.2", "4.1.3")
    assert [(e.op, e.old, e.new) for e in one.edits] == [("replace", "to fetch", "for")]


def test_siblings_that_changed_places_are_one_move() -> None:
    new = OLD.replace("3.2.1 Oil", "3.2.9 Oil").replace("3.2.2 Rope", "3.2.1 Rope")
    lines = new.replace("3.2.9 Oil", "3.2.2 Oil").strip().splitlines()
    lines[8], lines[9] = lines[9], lines[8]
    kinds = [one.kind for one in changed("\n".join(lines))]
    assert sorted(kinds) == ["moved", "renumbered"]


def test_a_clause_in_two_is_split_and_two_in_one_are_joined() -> None:
    one, two = (
        "3.2.1 Oil is landed each quarter by the tender, weather allowing, at the lower jetty.",
        "It is paid for by the board within five working days of the landing receipt.",
    )
    whole = OLD.replace("3.2.1 Oil is landed each quarter and paid for by the board within 5 "
                        "working days.", f"{one} {two}")  # fmt: skip
    halves = whole.replace(f" {two}", f"\n3.2.1A {two}")
    (parted,) = changed(halves, whole)
    assert (parted.kind, parted.ids) == ("split", ("3.2.1", "3.2.1A"))
    (united,) = changed(whole, halves)
    assert (united.kind, united.ids) == ("joined", ("3.2.1", "3.2.1A"))
    assert "".join(united.new_text.split()) == "".join(united.old_text.split())


def test_a_new_clause_between_two_stands_after_the_one_before_it() -> None:
    line = "3.1.2A A bell is rung when the fog lifts and the signal may stop."
    (one,) = changed(with_line("3.1.2", line))
    assert (one.kind, one.new_id, one.after) == ("inserted", "3.1.2A", "3.1.2")


def test_a_clause_rewritten_under_its_number_is_replaced_whole() -> None:
    new = OLD.replace(
        "Rope and canvas are ordered by the head keeper on the form in Appendix C.",
        "No store is opened by night.",
    )
    (one,) = changed(new)
    assert (one.kind, one.old_id) == ("changed", "3.2.2")
    assert [e.op for e in one.edits] == ["replace"]


def test_items_with_nothing_in_common_are_not_one_item() -> None:
    new = OLD.replace(
        "The relief keeper may take the second half of a watch in winter.",
        "Boots, oilskins: two pairs yearly.",
    )
    assert sorted(brief(changed(new))) == ["deleted 3.1.1(b) -", "inserted - 3.1.1(b)"]


def test_the_same_clause_many_times_with_one_gone_is_one_deletion() -> None:
    line = "The keeper enters the hour of lighting in the lamp log every evening at dusk."
    old = "\n".join(f"2.{number} {line}" for number in range(1, 60))
    new = "\n".join(f"2.{number} {line}" for number in range(1, 60) if number != 30)
    assert brief(changed(new, old)) == ["deleted 2.30 -"]


@pytest.mark.parametrize(
    ("old", "new", "classes"),
    [
        ("must not leave", "may not leave", {"modal"}),
        ("must not leave", "must leave", {"negation"}),
        ("Rope and canvas", "Rope or canvas", {"conjunction"}),
        ("clause 3.1.2 in", "clause 3.2.2 in", {"reference"}),
        ("21 days", "28 days", {"figure"}),
        ("by two keepers from", "by three keepers from", {"figure"}),
        ("when the tender calls.", "when the tender calls;", {"punctuation"}),
        ("The relief keeper", "The re-lief keeper", {"punctuation"}),
        ("the head keeper", "the  head keeper", {"spacing"}),
        ("the head keeper", "the senior keeper", {"other words"}),
    ],
)
def test_the_classes_are_what_the_words_show(old: str, new: str, classes: set[str]) -> None:
    (one,) = changed(OLD.replace(old, new))
    assert set(one.classes) == classes
    assert one.slight == (classes == {"spacing"})


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "(a) Clause 1.1(b) governs the watch at night.\n(b) Lamps are trimmed at dusk daily.",
            "(a) Clause 1.1(b) governs the watch at night.\n(b) Wicks come with the tender in May."
            "\n(c) Lamps are trimmed at dusk daily.",
            "“Clause 1.1(b)” meant 1.1(b), which is now 1.1(c)",
        ),
        (
            "(a) Clause 1.1(c) governs the watch at night.\n(b) Lamps are trimmed at dusk each day."
            "\n(c) The log of the fog signal is kept in ink.",
            "(a) Clause 1.1(c) governs the watch at night.\n(b) Lamps are trimmed at dusk each day."
            "\n(c) Boats come up above the spring tide mark.",
            "“Clause 1.1(c)” meant 1.1(c), which is gone; another clause has its number now",
        ),
    ],
)
def test_a_reference_to_a_lettered_item_that_did_not_follow(old: str, new: str, told: str) -> None:
    sides = [read(f"Part 1 Lights\n1.1 On each watch:\n{text}\n".encode(), "a.txt",
                  any_text=True) for text in (old, new)]  # fmt: skip
    found = stale_references(sides[0], sides[1], compare(*sides))
    assert [finding.message for finding in found] == [told]


def test_a_heading_does_not_follow_one_of_its_clauses_to_another_section() -> None:
    old = """
Part 3 = Watches
3.1 = Watches of the lamp
3.1.1 The night watch is stood by two keepers from dusk until the lamp is put out.
3.1.2 A keeper who stood the watch before rests for at least five hours on shore.
Part 4 = Leave
4.1 = Watches of the horn
4.1.1 Each keeper has 21 days of shore leave in a year, taken when the tender calls.
"""
    moved = "3.1.2 A keeper who stood the watch before rests for at least five hours on shore.\n"
    new = old.replace("two keepers", "three keepers").replace("21 days", "24 days")
    new = new.replace(moved, "") + moved.replace("3.1.2", "4.1.2")
    changes = changed(new, old)
    assert brief(changes) == [
        "changed 3.1.1 3.1.1",
        "changed 4.1.1 4.1.1",
        "moved 3.1.2 4.1.2",
    ]


def test_words_that_a_clause_said_before_are_no_piece_that_joined_it() -> None:
    long = (
        "3.2.3 Glass for the lamp is kept in the oil store of the station, in chests that the head "
        "keeper has the key of, and is counted on the first day of each month by the head keeper "
        "and one other, who both sign the list; a pane that is found broken is replaced within {} "
        "days, and the board is told of it in the next report that leaves with the tender."
    )
    old = with_line("3.2.2", f"{long.format(5)}\n3.2.4 The oil store of the station")
    new = with_line("3.2.2", long.format(9))
    assert brief(changed(new, old)) == ["changed 3.2.3 3.2.3", "deleted 3.2.4 -"]


def test_a_piece_of_a_split_clause_is_not_taken_for_a_deleted_sibling() -> None:
    gone = "3.1.1 No mate loses the night watch rate by reason of a missed boat in a gale.\n"
    told = "Whatever the station decides about boat training is told to the keeper in 5 days."
    pay = "No cook loses the storm allowance by reason of a missed boat at the landing."
    last = "3.1.3 Each keeper has 21 days of shore leave in a year, when the tender calls.\n"
    head = "Part 3 = Watches\n3.1 = Night watch\n"
    changes = changed(
        f"{head}3.1.2 {told}\n3.1.2A {pay}\n{last}", f"{head}{gone}3.1.2 {told} {pay}\n{last}"
    )
    assert brief(changes) == ["deleted 3.1.1 -", "split 3.1.2 3.1.2"]


def test_dates_and_defined_terms_have_classes_of_their_own() -> None:
    text = "1.1 “Relief” means a keeper who stands in.\n1.2 The Relief is paid from 1 May 2024."
    (one,) = changed(text.replace("1 May 2024", "1 June 2024"), text)
    assert one.classes == ("date",)
    (two,) = changed(text.replace("The Relief is", "The Mate is"), text)
    assert set(two.classes) == {"defined term", "other words"}


def test_quotation_marks_of_another_shape_are_slight_and_kept() -> None:
    old = "1.1 The ‘lower’ light is lit first."
    (one,) = changed(old.replace("‘lower’", "'lower'"), old)
    assert one.slight
    assert one.edits


def test_emphasis_alone_is_formatting() -> None:
    old = agreement(OLD)
    clauses = list(old.clauses)
    clauses[2] = clauses[2]._replace(text=(Run(clauses[2].own_text, "b"),))
    (one,) = compare(old, replace(old, clauses=tuple(clauses))).changes
    assert (one.kind, one.classes, one.edits) == ("changed", ("formatting",), ())


# ------------------------------------------------------------------------------------ properties


def patched(text: str, change: Change, part: str) -> str:
    """A wording with the edits of one part applied."""
    shift = 0
    for edit in change.edits:
        if edit.part == part:
            at = edit.start + shift
            assert text[at : at + len(edit.old)] == edit.old
            text = text[:at] + edit.new + text[at + len(edit.old) :]
            shift += len(edit.new) - len(edit.old)
    return text


def printed(clause: Clause) -> tuple[str, str]:
    return clause.heading_text, clause.own_text


def unlisted(document: Document, told: set[str]) -> Iterator[str]:
    return (text_of(clause) for clause in document.clauses if clause.id not in told)


@settings(max_examples=40)
@given(bodies(), bodies())
def test_the_changes_make_the_old_the_new_and_the_new_the_old(one: str, other: str) -> None:
    old, new = agreement(one), agreement(other)
    changes = compare(old, new).changes
    for change in changes:
        if change.kind == "changed" and change.old and change.new:
            for part, at in (("heading", 0), ("text", 1)):
                was, now = printed(change.old)[at], printed(change.new)[at]
                assert patched(was, change, part) == now
                shifted = replace(change, edits=tuple(_turned(change, part)))
                assert patched(now, shifted, part) == was
    told_old = {c.old_id for c in changes} | {
        i for c in changes if c.kind == "joined" for i in c.ids
    }
    told_new = {c.new_id for c in changes} | {
        i for c in changes if c.kind == "split" for i in c.ids
    }
    stays = sorted(unlisted(old, {i for i in told_old if i}))
    assert stays == sorted(unlisted(new, {i for i in told_new if i}))


def _turned(change: Change, part: str) -> Iterator[ChangeEdit]:
    """The inverse edits: what came goes, at its place in the new wording."""
    shift = 0
    for edit in change.edits:
        if edit.part == part:
            yield replace(edit, old=edit.new, new=edit.old, start=edit.start + shift)
            shift += len(edit.new) - len(edit.old)


@settings(max_examples=40)
@given(bodies())
def test_nothing_changes_from_a_document_to_itself(text: str) -> None:
    assert compare(agreement(text), agreement(text)).changes == ()


@settings(max_examples=40)
@given(bodies(), bodies())
def test_every_clause_has_one_partner_or_one_change(one: str, other: str) -> None:
    found = compare(agreement(one), agreement(other))
    assert len(set(found.forth.values())) == len(found.forth)
    for i, j in found.forth.items():
        same = found.old.contents[i] == found.new.contents[j]
        told = any(
            change.old_id == found.old.clauses[i].id or found.old.clauses[i].id in change.ids
            for change in found.changes
        )
        assert same or told


def test_what_joined_a_clause_with_another_figure_is_joined() -> None:
    stays = "3.1 Each keeper is paid for the hours worked, as the sheet of the week has them.\n"
    apart = (
        "3.2 A meal is paid to a keeper who works more than two hours beyond the watch.\n"
        "3.3 The meal allowance is $35.50 for each meal.\n"
    )
    one = apart.replace(".\n3.3", ".").replace("$35.50", "$38.00")
    sides = [read(f"Part 3 Pay\n{stays}{text}".encode(), "a.txt", any_text=True)
             for text in (apart, one)]  # fmt: skip
    (joined,) = compare(*sides).changes
    assert (joined.kind, joined.ids, joined.new_id) == ("joined", ("3.2", "3.3"), "3.2")
    assert ("$35.50", "$38.00") in [(edit.old, edit.new) for edit in joined.edits]
    (split,) = compare(*sides[::-1]).changes
    assert (split.kind, split.ids, split.old_id) == ("split", ("3.2", "3.3"), "3.2")
