"""How clauses are set, apart from what they say: between two formats that is no change.

A text file has no bold words and a PDF no headings but by their looks: what differs in this from
one format to another was changed by nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from clausetrack.diff.changes import Change

_CLASS = "formatting"


def without_looks(changes: Iterable[Change]) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """The changes but for what is set otherwise, and those of which nothing is left."""
    kept, only = [], []
    for change in changes:
        if _CLASS not in change.classes or change.kind != "changed":
            kept.append(change)
            continue
        classes = tuple(name for name in change.classes if name != _CLASS)
        bare = replace(change, classes=classes, form="")
        if bare.edits:
            kept.append(bare)
        elif bare.moved or bare.renumbered:
            kept.append(replace(bare, kind="moved" if bare.moved else "renumbered"))
        else:
            only.append(change)
    return tuple(kept), tuple(only)
