"""What a reconciliation found, as a JSON object."""

from __future__ import annotations

from collections import Counter
from typing import Any

from clausetrack.reconcile.differences import KINDS, Difference, Passage, Reconciliation
from clausetrack.render import json
from clausetrack.render.diff_json import edit_of

Object = dict[str, Any]


def reconciliation(result: Reconciliation) -> Object:
    """`clausetrack/reconcile/1`: every difference, slight ones too, and what agrees."""
    counts = Counter(one.kind for one in result.differences)
    slight = Counter(one.kind for one in result.differences if one.slight)
    return {
        "schema": "clausetrack/reconcile/1",
        "base": json.about(result.base),
        "terms": json.about(result.terms),
        "tracked": json.about(result.accepted),
        "counts": {kind: counts[kind] for kind in KINDS},
        "slight": {kind: slight[kind] for kind in KINDS},
        "differences": [_difference(one, result) for one in result.differences],
        "findings": [json.finding(each) for each in result.findings],
    }


def _difference(one: Difference, result: Reconciliation) -> Object:
    order = result.order(one)
    return {
        "kind": one.kind,
        "what": one.what,
        "clause": one.clause,
        "clauses": list(one.clauses),
        "heading": one.heading,
        "amendment": one.amendment or None,
        "item": order.item if order else None,
        "instruction": order.instruction if order else None,
        "wording": result.wording(one) or None,
        "ours": one.ours,
        "theirs": one.theirs,
        "edits": [edit for passage in one.passages for edit in _edits(passage)],
        "classes": list(one.classes),
        "slight": one.slight,
        "reason": one.reason,
        "renumbered": [{"old": old, "new": new} for old, new in one.renumbers],
        "source": json.place(one.place),
        "tracked": [
            {"op": mark.kind, "author": mark.author, "date": mark.date or None, "text": mark.text}
            for mark in one.marks
        ],
    }


def _edits(passage: Passage) -> list[Object]:
    """The edits, each with the clause that it is in; `start` counts in that part of ours."""
    return [{"clause": passage.clause, **edit_of(edit)} for edit in passage.edits]
