"""Tables that became several, or one: told once, with what changed in them.

Parts share the rows of the whole, or its columns where they stand side by side in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import zip_longest

from clausetrack.diff.abreast import abreast, shared_columns
from clausetrack.diff.cells import table_edits
from clausetrack.diff.changes import Change, Comparison, classes_of, text_of
from clausetrack.diff.classes import defined_terms
from clausetrack.diff.edits import ChangeEdit
from clausetrack.diff.row_names import labels, meant
from clausetrack.diff.table_grid import Grid, told_apart
from clausetrack.model import Clause, Document, Table

_STAYED = 0.5  # how much of a part must stay in its rows


def parted(comparison: Comparison, old: Document, new: Document) -> Comparison:
    """The comparison, in which a table that was split or joined is one change.

    The parts have the heading of the whole, share its rows between them, and mostly say in them
    what it says; or they have its rows, and share its columns.
    """
    for whole, part in (("deleted", "inserted"), ("inserted", "deleted")):
        for change in comparison.changes:
            if _table(change, whole) is not None:
                found = next(
                    (
                        parts
                        for shared in (_shared, shared_columns)
                        if (parts := _parts(change, comparison.changes, whole, part, shared))
                    ),
                    None,
                )
                if found:
                    comparison = _told(comparison, change, found, part == "inserted", (old, new))
    return comparison


def _clause(change: Change) -> Clause:
    clause = change.new or change.old
    assert clause is not None
    return clause


def _table(change: Change, whole: str) -> Table | None:
    """The table that may be a whole: of the old version, or of the new one."""
    if change.kind not in {whole, "changed"}:
        return None
    clause = change.old if whole == "deleted" else change.new
    return clause.table if clause else None


def _parts(
    change: Change,
    changes: Sequence[Change],
    whole: str,
    part: str,
    shared: Callable[[Table, Table], Set[object] | None],
) -> list[Change]:
    """The changes that are parts of the table of `change`, with itself where it is one.

    `shared` says what a part has of the whole: the names of rows, or the places of columns.
    """
    table = _table(change, whole)
    assert table is not None
    own = (change.new if whole == "deleted" else change.old) if change.kind == "changed" else None
    taken: set[object] = set()
    if own is not None:
        names = shared(table, own.table) if own.table else None
        if not names:
            return []
        taken |= names
    found = []
    for other in changes:
        piece = _clause(other).table if other.kind == part else None
        names = shared(table, piece) if piece else None
        if names and not names & taken:
            taken |= names
            found.append(other)
    if own is not None and found:
        return [one for one in changes if one is change or one in found]
    return found if len(found) > 1 else []


def _shared(whole: Table, part: Table) -> set[str] | None:
    """The names of the rows of a part of a table; None where it is none."""
    if _heading(whole) != _heading(part):
        return None
    both = meant(whole, part)
    sides = map(Grid.of, (whole, part), both, labels(whole, part, both))
    rows, found = map(_rows, told_apart(*sides))
    if not found.keys() <= rows.keys():
        return None
    cells = [(one, other) for name in found
             for one, other in zip(rows[name], found[name], strict=False)]  # fmt: skip
    stayed = sum(one == other for one, other in cells)
    return set(found) if cells and stayed >= _STAYED * len(cells) else None


def _heading(table: Table) -> list[list[str]]:
    return [[" ".join(text.split()) for text in row] for row in table.texts[: table.header_rows]]


def _rows(side: Grid) -> dict[str, list[str]]:
    """The cells of each row of the body, but for those that it goes by."""
    return {
        side.key(row).casefold(): [
            cell.text for at, cell in enumerate(side.cells[row]) if at not in side.labels
        ]
        for row in range(side.header_rows, len(side.cells))
    }


def _told(
    comparison: Comparison,
    change: Change,
    found: list[Change],
    split: bool,
    documents: tuple[Document, Document],
) -> Comparison:
    """The comparison with one change in place of those of the whole and its parts."""
    side, other = (comparison.new, comparison.old) if split else (comparison.old, comparison.new)
    parts = [clause for one in found if (clause := one.new if split else one.old)]
    whole = change.old if split else change.new
    head = (change.new if split else change.old) or parts[0]
    assert whole is not None
    assert whole.table is not None
    tables = [part.table for part in parts if part.table]
    table = abreast(tables, whole.table) or together(tables)
    both = (whole.table, table) if split else (table, whole.table)
    old, new = (whole, head) if split else (head, whole)
    texts = text_of(whole), "\n".join(map(text_of, parts))
    texts = texts if split else texts[::-1]
    sides = ([whole], parts) if split else (parts, [whole])
    was, now = (list(_captions(clauses)) for clauses in sides)
    edits = (*_captioned(was, now, len(texts[0])), *table_edits(*both))
    told = Change(
        "split" if split else "joined", old.id, new.id, *texts, edits, change.moved,
        change.renumbered, classes_of(old, new, edits, defined_terms(*documents)),
        tuple(part.id for part in parts), key=old.key or new.key, old=old, new=new,
    )  # fmt: skip
    at = next(n for n, clause in enumerate(other.clauses) if clause is whole)
    places = [n for n, clause in enumerate(side.clauses) if any(clause is one for one in parts)]
    gone = {id(one) for one in (change, *found)}
    first = found[0] if split else change
    changes = tuple(
        told if one is first else one
        for one in comparison.changes
        if one is first or id(one) not in gone
    )
    if split:
        return replace(comparison, changes=changes, divided=comparison.divided | {at: places})
    return replace(comparison, changes=changes, united=comparison.united | {at: places})


def _captions(clauses: Sequence[Clause]) -> Iterator[tuple[str, int]]:
    """The captions of tables, each with its place in the wording of all of them."""
    at = 0
    for clause in clauses:
        if clause.heading_text:
            yield clause.heading_text, at
        at += len(text_of(clause)) + 1


def _captioned(
    old: Sequence[tuple[str, int]], new: Sequence[tuple[str, int]], end: int
) -> Iterator[ChangeEdit]:
    """The captions that went, came or became another; what came beside them stands at the `end`."""
    kept = {text for text, _ in old} & {text for text, _ in new}
    gone, come = ([one for one in side if one[0] not in kept] for side in (old, new))
    for left, right in zip_longest(gone, come):
        if left is None:
            yield ChangeEdit("insert", "", right[0], "heading", end)
        elif right is None:
            yield ChangeEdit("delete", left[0], "", "heading", left[1])
        else:
            yield ChangeEdit("replace", left[0], right[0], "heading", left[1])


def together(tables: Sequence[Table], *, headings: bool = False) -> Table:
    """Tables of one heading as one table; `headings` says whether it stands over each of them."""
    rows = list(tables[0].rows)
    for table in tables[1:]:
        rows += table.rows if headings else table.rows[table.header_rows :]
    return replace(tables[0], rows=tuple(rows))
