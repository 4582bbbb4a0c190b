"""The changes between two documents as a JSON object.

`old_text` and `new_text` of a change are heading and text, a line each, and a line for each row of
a table with tabs between its cells. An edit of `part` "heading" or "text" has `start`: where its
`old` stands in the old wording of that part alone, in characters from 0. So an edit of the text of
a clause with a heading is at `len(heading) + 1 + start` in `old_text`. Only where a clause was
split or joined, `start` counts in the whole of `old_text`. An edit of `part` "cell", "row" or
"column" has no `start`, in a table that was split or joined either: it has `row` and `column`, by
name, and where both cells are amounts `difference` and `percent`. `op` is "replace", "delete",
"insert" or, of a row or column that moved, "move": it has `after`, the row or column that it
follows now, null where it is the first, and what changed in its cells has edits of its own. A
"move" of `part` "table" says that it was turned round: its rows are columns now, and its other
edits name them so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from clausetrack.diff.changes import Change
from clausetrack.diff.edits import ChangeEdit
from clausetrack.model import Document, Finding
from clausetrack.render import json

if TYPE_CHECKING:
    from clausetrack.diff.renames import Rename

Object = dict[str, Any]


def diff(
    old: Document,
    new: Document,
    changes: Sequence[Change],
    findings: Iterable[Finding] = (),
    renames: Iterable[Rename] = (),
) -> Object:
    """`clausetrack/diff/1`: every change, slight ones too, and the references left behind."""
    return {
        "schema": "clausetrack/diff/1",
        "old": json.about(old),
        "new": json.about(new),
        "counts": _counts(changes),
        "changes": [_change(change) for change in changes],
        "findings": [json.finding(finding) for finding in findings],
        "renames": [_rename(rename) for rename in renames],
    }


def _counts(changes: Sequence[Change]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for change in changes:
        counts[change.kind] = counts.get(change.kind, 0) + 1
    return dict(sorted(counts.items()))


def _change(change: Change) -> Object:
    out: Object = {
        "kind": change.kind,
        "old_id": change.old_id,
        "new_id": change.new_id,
        "old_text": change.old_text,
        "new_text": change.new_text,
        "edits": [edit_of(edit) for edit in change.edits],
        "moved": change.moved,
        "renumbered": change.renumbered,
        "classes": list(change.classes),
        "slight": change.slight,
        "key": change.key,
    }
    if change.ids:
        out["ids"] = list(change.ids)
    if change.marks:
        out["marks"] = list(change.marks)
    if change.form:
        out["form"] = change.form
    if change.kind == "inserted" or change.moved:
        out["after"] = change.after
    return out


def _rename(rename: Rename) -> Object:
    """A name that became another throughout; `alone` where nothing else changed."""
    return {
        "old": rename.old,
        "new": rename.new,
        "places": rename.places,
        "clauses": [change.new_id for change in rename.changes],
        "alone": [change.new_id for change in rename.alone],
        "left": [clause.id for clause in rename.left],
    }


def edit_of(edit: ChangeEdit) -> Object:
    """One edit: where it stands, what went and what came."""
    out: Object = {"op": edit.op, "old": edit.old, "new": edit.new, "part": edit.part}
    if edit.part in {"heading", "text"}:
        out["start"] = edit.start
        return out
    out |= {"row": edit.row, "column": edit.column}
    if edit.op == "move":
        out["after"] = edit.after
    if edit.difference is not None:
        out |= {"difference": json.value(edit.difference), "percent": json.value(edit.percent)}
    return out
