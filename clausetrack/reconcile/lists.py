"""What follows from an order on one item of a list: later letters, and "and" before the last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausetrack.diff.sides import Side
from clausetrack.model import Clause
from clausetrack.reconcile.differences import Passage
from clausetrack.reconcile.orders import Orders
from clausetrack.reconcile.sides import Sides

_END = re.compile(r"[;,.]?\s*(?:(?<=[\s;,])(?P<word>and/or|and|or))?$")


def order_on_list(sides: Sides, orders: Orders, i: int, j: int) -> tuple[str, str]:
    """The instruction by which theirs has another item beside one, or one less; else "".

    With it what such a difference is: agreed, or unverified where we did not carry it out.
    """
    one, other = sides.ours.clauses[i], sides.theirs.clauses[j]
    old = orders.came[one.id].old
    for edit in orders.went.values():
        if old and edit.old and edit.old.parent == old.parent and is_out(sides, edit.old):
            return "agreed", edit.amendment
    for beside in sides.ours.under(sides.ours.parents[i]):
        edit = orders.came[sides.ours.clauses[beside].id]
        if edit.old is None and edit.amendment and beside in sides.pairs:
            return "agreed", edit.amendment
    for name, scopes in orders.open.items():
        gone, come = (side.at.get(name) for side in (sides.base, sides.theirs))
        was = None if gone is None else sides.base.clauses[gone]
        came = come is not None and come not in sides.back_in_rejected
        beside_it = come is not None and sides.theirs.clauses[come].parent == other.parent
        out = old and was is not None and was.parent == old.parent and is_out(sides, was)
        for scope in scopes:
            if came and beside_it and scope.may_be("inserted", None):
                return "unverified", scope.order.id
            if out and scope.may_be("deleted", was):
                return "unverified", scope.order.id
    return "", ""


def freed(sides: Sides, orders: Orders) -> set[str]:
    """The numbers of the base that an instruction takes out, and that are out of theirs."""
    places = (sides.base.at.get(name) for name in (*orders.went, *orders.open))
    named = (sides.base.clauses[place] for place in places if place is not None)
    return {clause.id for clause in named if is_out(sides, clause)}


def is_out(sides: Sides, old: Clause) -> bool:
    """Is a clause of the base gone from theirs, by a tracked change?"""
    there = sides.in_rejected(old)
    if there is None:
        return False
    return sides.rejected.at[there.id] not in sides.tracked.forth


def ends_alone(sides: Sides, old: Clause, j: int, passages: Sequence[Passage]) -> bool:
    """Do only the ends of an item differ, and "and" or "or" stands before the last as it did?"""
    if sides.theirs.clauses[j].kind not in {"paragraph", "bullet"}:
        return False
    if any(one.part != "text" or _body(one.ours) != _body(one.theirs) for one in passages):
        return False
    at = sides.base.at[old.id]
    was, now = _items(sides.base, at), _items(sides.theirs, j)
    return len(now) == 1 or (_joined(was) != "" and _joined(was) == _joined(now))


def _items(side: Side, place: int) -> list[str]:
    kind = side.clauses[place].kind
    beside = (side.clauses[at] for at in side.under(side.parents[place]))
    return [clause.own_text.strip() for clause in beside if clause.kind == kind]


def _body(text: str) -> str:
    return _END.sub("", text.strip(), count=1)


def _words(texts: Sequence[str]) -> Iterator[str]:
    for text in texts:
        found = _END.search(text)
        yield (found["word"] or "") if found else ""


def _joined(texts: Sequence[str]) -> str:
    """The word before the last of some items; "" where there is none, or one elsewhere too."""
    words = list(_words(texts))
    return words[-2] if len(words) > 1 and not any((*words[:-2], words[-1])) else ""
