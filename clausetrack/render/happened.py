"""What happened to a clause that is in both versions, in words of a reader."""

from __future__ import annotations

from clausetrack.diff.changes import Change

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
