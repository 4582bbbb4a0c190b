"""The words of clauses, side by side: passages, and what kind of thing their edits touch."""

from __future__ import annotations

from clausetrack import values
from clausetrack.amend.tree import folded
from clausetrack.diff import classes as classed
from clausetrack.diff.cells import table_edits
from clausetrack.diff.edits import ChangeEdit, wording_edits
from clausetrack.model import Clause
from clausetrack.reconcile.differences import Passage

#: The parts of a clause that hold words.
PARTS = ("heading", "text", "table")


def classes_of(passages: tuple[Passage, ...]) -> tuple[str, ...]:
    """What kind of thing the edits touch, in the order of `diff.classes.CLASSES`."""
    found: set[str] = set()
    for one in passages:
        found |= classed.classes(one.ours, one.theirs, one.edits)
    return tuple(name for name in classed.CLASSES if name in found)


def slight(passages: tuple[Passage, ...]) -> bool:
    """Is it spacing, the shape of quotation marks and dashes, or how an amount is set, alone?"""
    edits = (edit for one in passages for edit in one.edits)
    return all(classed.is_slight(edit) or _same_amounts(edit) for edit in edits)


def _same_amounts(edit: ChangeEdit) -> bool:
    """Are these the same amounts, set in another way: "$45,000" and "$45,000.00"?"""
    sides = []
    for text in (edit.old, edit.new):
        rest, at = "", 0
        found = values.money(text)
        for amount in found:
            rest += f"{text[at : amount.start]}$"
            at = amount.end
        sides.append(([amount.value for amount in found], "".join((rest + text[at:]).split())))
    amounts = sides[0][0]
    alike = bool(amounts) and None not in amounts and sides[0] == sides[1]
    return alike and edit.op == "replace"  # and no row that stands elsewhere


def bare(text: str) -> str:
    """A text by which two are the same but for their spaces."""
    return folded(text)


def same_line(one: Clause, other: Clause) -> bool:
    """Do two clauses print the same line, whichever part of it is taken for the heading?"""
    lines = [folded(f"{c.heading_text} {c.own_text}") for c in (one, other)]
    apart = folded(one.heading_text) != folded(other.heading_text)
    return apart and lines[0] == lines[1]


def gone_words(clause: Clause) -> tuple[Passage, ...]:
    """The words of a clause that the other side does not have."""
    return tuple(
        Passage(clause.id, name, text, "", (ChangeEdit("delete", text, "", name),))
        for name, text in _words(clause)
    )


def come_words(clause: Clause) -> tuple[Passage, ...]:
    """The words of a clause that only the other side has."""
    return tuple(
        Passage(clause.id, name, "", text, (ChangeEdit("insert", "", text, name),))
        for name, text in _words(clause)
    )


def changed_words(one: Clause, other: Clause) -> tuple[Passage, ...]:
    """The parts of a clause that read otherwise in another version of it."""
    out = []
    for name in ("heading", "text"):
        was, now = own(one, name), own(other, name)
        if was != now:
            out.append(Passage(other.id, name, was, now, wording_edits(was, now, name)))
    if one.table and other.table and (edits := tuple(table_edits(one.table, other.table))):
        out.append(Passage(other.id, "table", rows(one), rows(other), edits))
    return tuple(out)


def _words(clause: Clause) -> list[tuple[str, str]]:
    found = [(name, own(clause, name)) for name in PARTS]
    return [(name, text) for name, text in found if text]


def own(clause: Clause, part: str) -> str:
    if part == "table":
        return rows(clause)
    return clause.heading_text if part == "heading" else clause.own_text


def rows(clause: Clause) -> str:
    return "\n".join("\t".join(row) for row in clause.table.texts) if clause.table else ""
