"""What happened to clauses that are in both versions, in words of a reader."""

from __future__ import annotations

from collections.abc import Iterable

from clausetrack.diff.changes import Change
from clausetrack.diff.renames import Rename
from clausetrack.values import counted

_BECAME = {"heading": "became a heading", "text": "became plain text"}


def happened(change: Change) -> str:
    """Of a clause that changed: "moved and changed", "became a heading" where no word did."""
    said = []
    if change.moved or change.renumbered:
        said.append("moved" if change.moved else "renumbered")
    if change.edits or not change.form:
        said.append("changed")
    if change.form:
        said.append(_BECAME[change.form])
    return " and ".join(said)


def moved_too(changes: Iterable[Change]) -> str:
    """How many of the clauses that changed moved as well; "" where none did."""
    moved = sum(change.kind == "changed" and change.moved for change in changes)
    return f"{moved} of them moved" if moved else ""


def throughout(rename: Rename) -> str:
    """A name that became another: where, how often, and where it was all that changed."""
    said = f"“{rename.old}” became “{rename.new}” at {counted(rename.places, 'place')}"
    said += f" in {counted(len(rename.changes), 'clause')}"
    if rename.alone:
        said += f", in {len(rename.alone)} of which nothing else changed"
    if not rename.throughout:
        said += f", and stayed in {', '.join(clause.id for clause in rename.left)}"
    return said
