"""The first line under a heading, which belongs to the clause of the heading: where another took
its place, it stays the line that it was.

A definition that is put before the first one makes that a paragraph of its own. Told by what holds
the lines, one would be edited into the other, and an edit of the line itself be hidden.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from clausetrack.diff.changes import Change, Comparison, text_of
from clausetrack.diff.classes import CLASSES, classes, defined_terms
from clausetrack.diff.edits import ChangeEdit, wording_edits
from clausetrack.diff.sides import Side
from clausetrack.diff.similarity import alike, terms
from clausetrack.model import Clause, Document

_SAME = 0.6  # how alike a line must be to be the one that stood first, or stands so now


def told(comparison: Comparison, old: Document, new: Document) -> Comparison:
    """The comparison, in which a clause and the line that it lost to its children are a split, and
    a clause and the child whose line it took are joined."""
    lines: dict[tuple[str, str | None, str], list[Change]] = defaultdict(list)
    for change in comparison.changes:
        line = change.new if change.kind == "inserted" else change.old
        if change.kind in {"inserted", "deleted"} and line is not None and _is_line(line):
            lines[change.kind, line.fragment, line.parent or ""].append(change)
    if not lines:
        return comparison
    instead: dict[int, Change] = {}
    gone: set[int] = set()
    divided, united = dict(comparison.divided), dict(comparison.united)
    for change in comparison.changes:
        one, other = change.old, change.new
        if change.kind != "changed" or change.form or one is None or other is None:
            continue
        if one.table or other.table or not (one.own_text and other.own_text):
            continue
        there = lines.get(("deleted", one.fragment, one.id), [])
        here = lines.get(("inserted", other.fragment, other.id), [])
        if (found := _best(one, other, here)) is not None and found.new is not None:
            made = _made(change, (one,), (other, found.new))
            places = [_place(comparison.new, each) for each in (other, found.new)]
            divided[_place(comparison.old, one)] = places
        elif (found := _best(other, one, there)) is not None and found.old is not None:
            made = _made(change, (one, found.old), (other,))
            places = [_place(comparison.old, each) for each in (one, found.old)]
            united[_place(comparison.new, other)] = places
        else:
            continue
        gone.add(id(found))
        instead[id(change)] = made
    if not instead:
        return comparison
    defined = defined_terms(old, new)
    changes = tuple(
        _classed(instead[id(one)], defined) if id(one) in instead else one
        for one in comparison.changes
        if id(one) not in gone
    )
    return replace(comparison, changes=changes, divided=divided, united=united)


def _is_line(clause: Clause) -> bool:
    return not (clause.number or clause.heading or clause.table) and bool(clause.own_text)


def _best(clause: Clause, instead: Clause, lines: list[Change]) -> Change | None:
    """The line that says what the clause said first, rather than what stands there instead."""
    if not lines:
        return None
    words = terms(clause.own_text)
    least = max(_SAME, alike(words, terms(instead.own_text)))
    scored = [
        (alike(words, terms(line.own_text)), -at)
        for at, one in enumerate(lines)
        if (line := one.new or one.old) is not None
    ]
    score, at = max(scored, default=(0.0, 0))
    return lines[-at] if score > least else None


def _made(change: Change, was: tuple[Clause, ...], now: tuple[Clause, ...]) -> Change:
    """The change of a clause, and of the line beside it in one version, as a split or a joining."""
    split = len(now) > 1
    return replace(
        change,
        kind="split" if split else "joined",
        old_text="\n".join(map(text_of, was)),
        new_text="\n".join(map(text_of, now)),
        edits=tuple(_edits(was, now)),
        ids=tuple(clause.id for clause in (now if split else was)),
    )


def _classed(change: Change, defined: re.Pattern[str] | None) -> Change:
    said = classes(change.old_text, change.new_text, change.edits, defined)
    said |= {"renumbering"} if change.renumbered else set()
    return replace(change, classes=tuple(one for one in CLASSES if one in said))


def _edits(was: tuple[Clause, ...], now: tuple[Clause, ...]) -> Iterator[ChangeEdit]:
    """The edits, counted in the whole of the old wording, as those of all splits and joinings."""
    heading = was[0].heading_text
    yield from wording_edits(heading, now[0].heading_text)
    at = len(heading) + 1 if heading else 0
    if len(now) > 1:
        yield ChangeEdit("insert", "", f"{now[0].own_text}\n", "text", at)
    else:
        gone = f"{was[0].own_text}\n"
        yield ChangeEdit("delete", gone, "", "text", at)
        at += len(gone)
    for edit in wording_edits(was[-1].own_text, now[-1].own_text):
        yield replace(edit, start=edit.start + at)


def _place(side: Side, clause: Clause) -> int:
    return side.at[clause.id]
