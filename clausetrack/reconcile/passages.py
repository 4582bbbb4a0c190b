"""The parts of a clause in which theirs is not what the orders make of their own base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from clausetrack.diff.cells import table_edits
from clausetrack.diff.edits import ChangeEdit, wording_edits
from clausetrack.diff.rises import rise
from clausetrack.model import Clause, Table
from clausetrack.reconcile.differences import Passage
from clausetrack.reconcile.merge import expected, ordered_spans
from clausetrack.reconcile.orders import Orders
from clausetrack.reconcile.wording import PARTS, bare, own, rows, same_line
from clausetrack.settlement import Edit

#: The kind of a difference, the instruction that rules on it, and the words.
Part = tuple[str, str, Passage]


def parts(
    orders: Orders, one: Clause, other: Clause, old: Clause | None, there: Clause | None
) -> Iterator[Part]:
    """Where theirs reads otherwise than what the orders make of their own base."""
    order = orders.came[one.id].amendment
    if same_line(one, other):
        texts: tuple[tuple[str, ...], ...] = ()
    else:
        texts = tuple(
            (name, *(own(clause, name) if clause else "" for clause in (old, one, there, other)))
            for name in ("heading", "text")
        )
    for name, base, ours, theirs, actual in texts:
        if old is None:
            want, before = ours, ""
        else:
            # the clause is not in their base: there is nothing to carry over
            theirs = base if there is None else theirs
            want, before = expected(base, ours, theirs, actual), theirs
        if actual == want:
            continue
        passage = Passage(one.id, name, want, actual, wording_edits(want, actual, name))
        if old is None:
            yield "different", order, passage
        elif ours != base and bare(actual) == bare(before):
            for done, wording in _each(orders, one, name, ours):
                edits = wording_edits(wording, actual, name)
                yield "absent", done, Passage(one.id, name, wording, actual, edits)
        elif orders.rules(one, name):
            yield "different", orders.rules(one, name), passage
        elif ours == base:
            yield "not-ordered", "", passage
        else:
            yield from _beyond(passage, list(_apart(orders, one, name, before, want)))
    yield from _tables(orders, one, other, old, there)


def _each(orders: Orders, one: Clause, name: str, ours: str) -> Iterator[tuple[str, str]]:
    """The orders that change a part of a clause, each with the part as it alone would have it."""
    edit = orders.came[one.id]
    if not edit.apart:
        yield edit.amendment, ours
    for each in edit.apart:
        if each.old and each.new and own(each.old, name) != own(each.new, name):
            yield each.amendment, own(each.new, name)


def _apart(
    orders: Orders, one: Clause, name: str, before: str, want: str
) -> Iterator[tuple[str, str]]:
    """The orders that change a part of a clause, each with what `want` would be without it."""
    edit = orders.came[one.id]
    each = list(_each(orders, one, name, want))
    base = own(edit.old, name) if edit.old else ""
    for order, _ in each:
        without = before
        for other, alone in each if len(each) > 1 else ():
            if other != order:
                without = expected(base, alone, without, "")
        yield order, without


def _beyond(passage: Passage, orders: list[tuple[str, str]]) -> Iterator[Part]:
    """Edits at the words that an order exchanged, and edits elsewhere in the same clause."""
    rest = list(passage.edits)
    kinds: list[tuple[str, str, list[ChangeEdit]]] = []
    for order, without in orders:
        spans = ordered_spans(without, passage.ours)
        touching = [edit for edit in rest
                    if any(edit.start <= end and start <= edit.start + len(edit.old)
                           for start, end in spans)]  # fmt: skip
        rest = [edit for edit in rest if edit not in touching]
        kinds.append(("different", order, touching))
    for kind, name, edits in (*kinds, ("not-ordered", "", rest)):
        if edits:
            yield kind, name, Passage(passage.clause, passage.part, passage.ours,
                                      passage.theirs, tuple(edits))  # fmt: skip


def _tables(
    orders: Orders, one: Clause, other: Clause, old: Clause | None, there: Clause | None
) -> Iterator[Part]:
    """The cells in which the tables differ, silent edits apart."""
    if one.table is None or other.table is None:
        return
    edits = list(table_edits(one.table, other.table))
    if not edits:
        return
    order = orders.came[one.id].amendment
    before = old.table if old else None
    theirs = there.table if there else before
    ordered = before is None or before.texts != one.table.texts
    if not ordered and theirs is not None:
        edits = list(table_edits(theirs, other.table))
    elif before is not None and theirs is not None:
        edits = unknown(edits, before, theirs, one.table)
    if not edits:
        return
    whole = orders.rules(one, "table")
    idle = ordered and theirs is not None and theirs.texts == other.table.texts
    kind = "absent" if idle else "different"
    kinds = [(kind, order or whole, edits)]
    if not ordered and not whole:
        kinds = [("not-ordered", "", edits)]
    elif not whole and before is not None:
        touching, rest = by_cell(orders, one, edits)
        kinds = [(kind, name, found) for name, found in touching]
        kinds.append((kind, order, rest) if idle else ("not-ordered", "", rest))
    for kind, name, found in kinds:
        if found:
            yield kind, name, Passage(one.id, "table", rows(one), rows(other), tuple(found))


def by_cell(
    orders: Orders, one: Clause, rest: list[ChangeEdit]
) -> tuple[list[tuple[str, list[ChangeEdit]]], list[ChangeEdit]]:
    """The edits at the cells that each order changes, and those elsewhere in the same table."""
    out = []
    for each in orders.came[one.id].by_order:
        if each.old and each.new and each.old.table and each.new.table:
            cells = list(table_edits(each.old.table, each.new.table))
            touching = [edit for edit in rest if any(_meet(edit, cell) for cell in cells)]
            rest = [edit for edit in rest if edit not in touching]
            out.append((each.amendment, touching))
    return out, rest


def unknown(
    edits: list[ChangeEdit], before: Table, theirs: Table, ours: Table
) -> list[ChangeEdit]:
    """The edits of a table that are not silent: their base does not have them already.

    A cell of theirs that both an order and a silent edit changed is held against what the order
    makes of their words.
    """
    silent = list(table_edits(before, theirs))
    known = {(e.part, e.row, e.old, e.new) for e in silent}
    rest = [e for e in edits if (e.part, e.row, e.old, e.new) not in known]
    meanwhile, ordered = (_cells(found) for found in (silent, table_edits(before, ours)))
    return [
        told
        for e in rest
        for told in _carried(e, ordered.get((e.row, e.column)), meanwhile.get((e.row, e.column)))
    ]


def _cells(edits: Iterable[ChangeEdit]) -> dict[tuple[str, str], ChangeEdit]:
    """The edits of cells by row and column, but for those of which two go by one name."""
    found = [edit for edit in edits if edit.part == "cell"]
    counts = Counter((edit.row, edit.column) for edit in found)
    return {name: edit for edit in found if counts[name := (edit.row, edit.column)] == 1}


def _carried(
    edit: ChangeEdit, ordered: ChangeEdit | None, silent: ChangeEdit | None
) -> Iterator[ChangeEdit]:
    """An edit of a cell against their base as ordered: none where theirs reads so."""
    if ordered is None or silent is None or (ordered.old, ordered.new) != (silent.old, edit.old):
        yield edit
        return
    want = expected(ordered.old, ordered.new, silent.new, edit.new)
    if want != edit.new:
        difference, percent = rise(want.strip(), edit.new.strip())
        yield replace(edit, old=want, difference=difference, percent=percent)


def undone(edit: Edit, order: str, found: list[ChangeEdit]) -> bool:
    """Do cells that an order changes all read as they did before it?"""
    cells = [cell for one in edit.by_order if one.amendment == order and one.old and one.new
             and one.old.table and one.new.table
             for cell in table_edits(one.old.table, one.new.table)]  # fmt: skip
    return len(found) == len(cells) and all(
        any(_meet(one, cell) and one.new == cell.old for cell in cells) for one in found
    )


def _meet(one: ChangeEdit, other: ChangeEdit) -> bool:
    """Do two edits of a table touch a common cell?"""
    parts = {one.part, other.part}
    return ("column" in parts or bool(_names(one) & _names(other))) and (
        "row" in parts or one.column == other.column
    )


def _names(edit: ChangeEdit) -> set[str]:
    """What the row of an edit goes by, before it and after."""
    words = {edit.row, edit.old, edit.new}
    return words if edit.part == "cell" and len(words) == 2 else {edit.row}


def settled(parts: list[Part], old: Clause | None, one: Clause) -> list[Part]:
    """`absent` where nothing that was ordered at the clause was done; in part is otherwise."""
    absent = {passage.part for kind, _, passage in parts if kind == "absent"}
    if not absent or old is None:
        return parts
    wanted = {name for name in PARTS if own(old, name) != own(one, name)}
    if wanted <= absent and all(kind != "different" for kind, _, _ in parts):
        return parts
    return [("different" if kind == "absent" else kind, order, passage)
            for kind, order, passage in parts]  # fmt: skip
