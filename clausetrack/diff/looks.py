"""How clauses are set, apart from what they say: between two formats that is no change.

A text file has no bold words, and a PDF no headings or paragraphs but by their looks: what differs
in this from one format to another was changed by nobody.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from clausetrack.diff.changes import Change
from clausetrack.numbering import parse

_CLASS = "formatting"


def without_looks(changes: Iterable[Change]) -> tuple[tuple[Change, ...], tuple[Change, ...]]:
    """The changes but for what is set otherwise, and those of which nothing is left."""
    kept, only = [], []
    for change in changes:
        if _is_break(change):
            only.append(change)
            continue
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


def _is_break(change: Change) -> bool:
    """Is a clause in two, or two in one, only by the end of a paragraph without a number?"""
    if change.kind not in {"split", "joined"} or change.moved or change.renumbered:
        return False
    if change.old is not None and change.old.table is not None:
        return False
    apart = [name for name in change.ids if name not in (change.old_id, change.new_id)]
    spaces = all(not (edit.old + edit.new).strip() for edit in change.edits)
    return spaces and not any(map(_is_number, apart))


def _is_number(name: str) -> bool:
    """Is an ID the number of a clause, and not a place or the words of a heading?"""
    try:
        return not parse(name).place
    except ValueError:
        return False
