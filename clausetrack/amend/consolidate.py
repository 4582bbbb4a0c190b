"""Plans -> the new agreement: every clause in its place, with the ID that its place gives it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from clausetrack import numbering
from clausetrack.amend.plan import Insertion, Plan
from clausetrack.amend.renumbering import relabelled
from clausetrack.amend.splices import spliced
from clausetrack.amend.tree import Tree, citation, family, folded, is_numbered
from clausetrack.model import Clause, Document, Run, plain
from clausetrack.numbering import AGAIN, again
from clausetrack.settlement import Edit, Operation

_POSITION = re.compile(r"(?:(?P<above>.+) )?(?P<word>[a-z]+) (?P<number>\d+)")
_NAMED = re.compile(r"clause\s", re.I)


@dataclass(frozen=True, slots=True)
class _Node:
    """A clause on its way: `old` in the base, `now` as it will read, None where it is repealed.

    `mover` is the amendment that gives it another number, where others change its words.
    """

    name: str
    old: Clause | None
    now: Clause | None
    under: str | None
    amendment: str
    apart: tuple[tuple[str, Clause], ...] = ()
    mover: str = ""


def consolidate(
    base: Document, plans: Sequence[Plan], version: str
) -> tuple[Document, tuple[Edit, ...]]:
    """The new agreement of `version`, and the edits from the base to it, in print order."""
    nodes = _nodes(Tree.of(base.clauses), plans)
    names = _ids(nodes, plans)
    edits = []
    for node in nodes:
        if node.now is None:
            edits.append(Edit(node.old, None, node.amendment))
            continue
        parent = None if node.under is None else names[node.under]

        def finished(node: _Node, parent: str | None = parent) -> Clause:
            new = _settled(node, names, version or base.version, base.version)
            return new._replace(parent=parent)

        apart = tuple(
            Edit(node.old, _by_itself(node, finished(replace(node, now=alone)), name), name)
            for name, alone in node.apart
        )
        edits.append(Edit(node.old, finished(node), node.amendment, apart))
    clauses = tuple(edit.new for edit in edits if edit.new is not None)
    document = replace(
        base,
        version=version or base.version,
        clauses=clauses,
        markup=(),
        left_out=(),
        findings=(),
        read=0,
    )
    return document, tuple(edits)


def operations(plan: Plan, edits: Sequence[Edit]) -> tuple[Operation, ...]:
    """What the plan's amendment did, clause by clause, in the order of the edits."""
    done = []
    for edit in edits:
        if plan.amendment.id not in edit.amendments:
            continue
        if edit.new is None:
            done.append(Operation(edit.old.id if edit.old else "", "repeal"))
        elif edit.old is None:
            done.append(Operation(edit.new.id, "insertion"))
        else:
            if edit.old.id in plan.changed:
                done.append(Operation(edit.new.id, "substitution"))
            if edit.old.id in plan.shifted:
                done.append(Operation(edit.new.id, "renumbering"))
    return tuple(done)


# ------------------------------------------------------------------------------------- places


def _nodes(tree: Tree, plans: Sequence[Plan]) -> list[_Node]:
    changed: dict[str, list[Plan]] = {}
    for plan in plans:
        for clause_id in plan.changed:
            changed.setdefault(clause_id, []).append(plan)
    repealed = {old: plan for plan in plans for old in plan.repealed}
    moved = {
        below.id: plan for plan in plans for top in plan.shifted for below in tree.subtree(top)
    }
    arriving: dict[int, list[tuple[Insertion, Plan]]] = {}
    for plan in plans:
        for insertion in plan.inserted:
            arriving.setdefault(insertion.at, []).append((insertion, plan))
    nodes: list[_Node] = []
    for at in range(len(tree.clauses) + 1):
        for new, plan in sorted(arriving.get(at, ()), key=lambda pair: _order(pair[0].beside)):
            coming = _labelled(tree, new.clause)
            nodes.append(_Node(new.name, None, coming, new.under, plan.amendment.id))
        if at == len(tree.clauses):
            break
        old = tree.clauses[at]
        if old.id in repealed:
            nodes.append(_Node(old.id, old, None, old.parent, repealed[old.id].amendment.id))
        elif old.id in changed:
            nodes.append(_changed(old, changed[old.id], _mover(old, plans)))
        else:
            owner = moved[old.id].amendment.id if old.id in moved else ""
            nodes.append(_Node(old.id, old, old, old.parent, owner))
    return nodes


def _labelled(base: Tree, clause: Clause) -> Clause:
    """A clause that the terms print as "Clause 4 – Uniforms" with a label as those of the base."""
    if not clause.number or not _NAMED.match(plain(clause.label)):
        return clause
    for beside in base.families.get(family(clause.id), ()):
        if (label := plain(beside.label)) and not _NAMED.match(label):
            own = plain(relabelled(beside, clause.id).label)
            return clause._replace(label=(Run(own),))
    return clause


def _mover(old: Clause, plans: Sequence[Plan]) -> str:
    """The amendment that gives a clause another number, and does not change its words; or ""."""
    moving = (one for one in plans if old.id in one.shifted and old.id not in one.changed)
    return next((one.amendment.id for one in moving), "")


def _changed(old: Clause, plans: Sequence[Plan], mover: str) -> _Node:
    """A clause that plans change, each of them other words of it; its number may be another's."""
    now, first = plans[0].changed[old.id], plans[0].amendment.id
    if len(plans) == 1 and not mover:
        return _Node(old.id, old, now, old.parent, first)
    if plans[1:]:
        now = spliced(old, (one for plan in plans for one in plan.splices[old.id]))
    apart = [(plan.amendment.id, plan.changed[old.id]) for plan in plans]
    apart += [(mover, old)] if mover else []
    return _Node(old.id, old, now, old.parent, first, tuple(apart), mover)


def _by_itself(node: _Node, new: Clause, amendment: str) -> Clause:
    """What one of several amendments makes of a clause; one of them may give it its number."""
    if not node.mover or node.old is None or amendment == node.mover:
        return new
    return new._replace(number=node.old.number, label=node.old.label)


def _order(clause_id: str) -> tuple[object, ...]:
    return (citation(clause_id) or numbering.ClauseId()).order


# ---------------------------------------------------------------------------------------- IDs


def _ids(nodes: Sequence[_Node], plans: Sequence[Plan]) -> dict[str, str]:
    """The ID of every clause of the new agreement, by its name while it is put together.

    Positional IDs ("5.6.5 note 2") are counted again where a sibling came or went; under a
    renumbered clause everything takes its number.
    """
    shifted = {old: new for plan in plans for old, new in plan.shifted.items()}
    recount = {_series(node) for node in nodes if node.old is None or node.now is None}
    counted: Counter[tuple[str | None, str]] = Counter()
    names: dict[str, str] = {}
    used: set[str] = set()
    for node in nodes:
        if node.now is None:
            continue
        clause_id = shifted.get(node.name, node.now.id)
        series = _series(node)
        above = names.get(node.under or "")
        if series[1]:
            counted[series] += 1
            found = _POSITION.fullmatch(node.now.id)
            number = str(counted[series]) if series in recount else found["number"] if found else ""
            # What stands outside the clause that it is numbered by keeps that clause's number.
            named = found["above"] if found and node.old else None
            own = names.get(named or "", named) if named not in {None, node.under} else above
            clause_id = " ".join(part for part in (own, series[1], number) if part)
        elif node.now.kind == "heading":
            clause_id = folded(node.now.heading_text).strip(" :") or clause_id
        elif node.old and above and node.under and clause_id.startswith(node.under):
            clause_id = above + clause_id[len(node.under) :]
        if node.old is not None:
            # The second bearer of a number is the only one where the first is gone.
            clause_id = AGAIN.sub("", clause_id)
        names[node.name] = _unused(clause_id, used)
    return names


def _series(node: _Node) -> tuple[str | None, str]:
    """What a positional ID counts: its kind of place under its parent; "" for other IDs."""
    clause = node.old or node.now
    if clause is None or is_numbered(clause) or clause.kind == "heading":
        return node.under, ""
    found = _POSITION.fullmatch(clause.id)
    return (node.under, found["word"]) if found else (node.under, "")


def _unused(clause_id: str, used: set[str]) -> str:
    """`clause_id`, or its second, third ... bearer: what a reader calls a number that is taken."""
    number, free = 2, clause_id
    while free in used:
        number, free = number + 1, again(clause_id, number)
    used.add(free)
    return free


def _settled(node: _Node, names: dict[str, str], version: str, base_version: str) -> Clause:
    """The clause with its final ID, its number in print, its scope and its permanent key."""
    clause, clause_id = node.now, names[node.name]
    assert clause is not None
    if node.old is None:
        key = f"{clause_id}@{version}" if version else ""
        return _printed(clause)._replace(id=clause_id, fragment=None, inferred=False, key=key)
    if is_numbered(node.old) and clause_id != node.old.id:
        clause = relabelled(clause, clause_id)
    key = clause.key or (f"{node.old.id}@{base_version}" if base_version else "")
    freed = AGAIN.search(node.old.id) and clause.number and not AGAIN.search(clause_id)
    return clause._replace(
        id=clause_id,
        key=key,
        scope=names.get(clause.scope, clause.scope),
        citable=clause.citable or bool(freed),
    )


def _printed(clause: Clause) -> Clause:
    """A new clause with the number that the agreement prints before it."""
    if not is_numbered(clause) or clause.label:
        return clause
    found = numbering.parse(clause.id)
    number = f"({found.labels[-1]})" if found.labels else ".".join(found.numbers)
    number = clause.number or number or clause.id
    kind = "paragraph" if found.labels and clause.kind == "clause" else clause.kind
    return clause._replace(number=number, label=(Run(number),), kind=kind)
