"""The schedule of changes: one row an operation, and one for each instruction not carried out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clausetrack.diff.tables import TableComparison, compare
from clausetrack.diff.words import WordEdit, words
from clausetrack.errors import SEVERITIES
from clausetrack.grids import fill
from clausetrack.model import Clause, Document, Finding, plain
from clausetrack.render.items import item_called
from clausetrack.settlement import Applied, Edit, Effective, Instructions, Outcome

if TYPE_CHECKING:
    from clausetrack.prove import Proof


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a clause as printed, marked up: `role` is number, heading or text."""

    role: str
    edits: tuple[WordEdit, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """What one operation did to one clause, or why nothing was done.

    `clause` is the ID in the new agreement (in the base for a repeal; the target for what was not
    applied), `old_clause` the ID in the base, where there is one. `under` is the unit printed in
    the wording that holds the clause, `context` the headings above that unit. `operation` is ""
    where nothing was done; `action` is what was ordered. `place` is the edit's place in
    `Applied.edits`.
    """

    amendment: str
    item: str
    action: str
    operation: str
    clause: str
    old_clause: str
    under: str
    context: str
    old: str
    new: str
    marked: tuple[Part, ...]
    table: TableComparison | None
    effective: tuple[Effective, ...]
    status: str
    reason: str
    place: int | None = None


def rows(base: Document, applied: Applied) -> tuple[Row, ...]:
    """The schedule, in the order of the outcomes and, under each, of the agreement."""
    owned: dict[str, list[int]] = {}
    for place, edit in enumerate(applied.edits):
        for amendment in edit.amendments:
            owned.setdefault(amendment, []).append(place)
    paths = (_Paths(base.body), _Paths(applied.document.body))
    out: list[Row] = []
    for outcome in applied.outcomes:
        places = owned.get(outcome.amendment.id, [])
        mine = _by(outcome.amendment.id, applied.edits, places)
        done = list(_done(outcome, mine, places, paths))
        out += done or [_undone(outcome, paths)]
    return tuple(out)


def _by(amendment: str, edits: tuple[Edit, ...], places: Iterable[int]) -> tuple[Edit, ...]:
    """The edits, with those at `places` as the one instruction makes them."""
    out = list(edits)
    for place in places:
        out[place] = next(one for one in out[place].by_order if one.amendment == amendment)
    return tuple(out)


def marked(old: Clause | None, new: Clause | None) -> tuple[Part, ...]:
    """The printed parts of a clause with the words that went and came; empty parts are left out."""
    out = []
    for role, part in (("number", printed_number), ("heading", _heading), ("text", _text)):
        before, after = part(old) if old else "", part(new) if new else ""
        if before or after:
            out.append(Part(role, words(before, after)))
    return tuple(out)


def printed_number(clause: Clause) -> str:
    """The clause's number; of a note its label as printed ("Note:")."""
    label = plain(clause.label).strip()
    return label or clause.number if clause.kind == "note" else clause.number or label


def wording(clause: Clause | None) -> str:
    """The clause as text: number and heading, then text, then a line for each row of a table."""
    if clause is None:
        return ""
    first = " ".join(filter(None, (printed_number(clause), _heading(clause))))
    if not clause.heading:
        first = " ".join(filter(None, (first, _text(clause))))
        lines = [first]
    else:
        lines = [first, _text(clause)]
    if clause.table:
        lines += ["\t".join(row).rstrip() for row in clause.table.texts]
    return "\n".join(line for line in lines if line.strip())


def _heading(clause: Clause) -> str:
    return clause.heading_text.strip()


def _text(clause: Clause) -> str:
    return clause.own_text.strip()


# ---------------------------------------------------------------------- beside the rows


def item_name(terms: Document, item: str) -> str:
    """The number of an item of the terms, or its heading where it has none."""
    clause = terms.body.get(item)
    return item if clause is None or clause.number else clause.heading_text.strip() or item


def findings(
    base: Document, terms: Document, instructions: Instructions, applied: Applied
) -> list[tuple[str, Finding]]:
    """Every finding once, the gravest first, with what it is about: amending, terms or base.

    An order that was not understood is among the outcomes, with that as the reason.
    """
    read = (one for one in instructions.findings if one.code != "instruction-unread")
    groups = (
        ("amending", applied.findings),
        ("terms", (*read, *terms.findings)),
        ("base", base.findings),
    )
    out: dict[Finding, str] = {}
    for about, found in groups:
        for each in found:
            out.setdefault(each, about)
    return sorted(
        ((about, each) for each, about in out.items()),
        key=lambda found: SEVERITIES.index(found[1].severity),
    )


def not_in_full(terms: Document, applied: Applied) -> str:
    """That the agreement does not implement the terms in full, and which items; "" where it does.

    Who withheld an instruction, and why, is in the schedule and not in every copy.
    """
    left: dict[str, list[str]] = {}
    done = {outcome.amendment.item for outcome in applied.outcomes if outcome.done}
    for outcome in applied.outcomes:
        if not outcome.done:
            how = "withheld" if outcome.status == "withheld" else "not applied"
            order = outcome.amendment
            part = f" ({order.id})" if order.item in done else ""  # the rest of the item stands
            left.setdefault(how, []).append(item_called(item_name(terms, order.item)) + part)
    if not left:
        return ""
    said = "; ".join(f"{how}: {', '.join(dict.fromkeys(left[how]))}" for how in sorted(left))
    return f"This document does not implement the terms of settlement in full ({said})."


def statements(proof: Proof) -> tuple[tuple[str, bool], ...]:
    """The five parts of the proof in plain words, and whether each holds."""
    return (
        ("Rejecting every change gives back the base agreement.", proof.reject_equals_base),
        ("Accepting every change gives the new agreement.", proof.accept_equals_new),
        ("Wording given by the terms stands word for word at its clause.", proof.wording_verbatim),
        ("Every change belongs to exactly one instruction.", proof.changes_attributed),
        ("Every clause that no instruction touches reads as before.", proof.rest_untouched),
    )


# --------------------------------------------------------------------------------------- rows


class _Paths:
    """The ancestors of the clauses of one ID space, nearest first."""

    def __init__(self, clauses: Mapping[str, Clause]) -> None:
        self.clauses = clauses

    def up(self, clause_id: str) -> Iterator[Clause]:
        """The clause itself, then what it stands under."""
        seen: set[str] = set()
        here = self.clauses.get(clause_id)
        while here is not None and here.id not in seen:
            seen.add(here.id)
            yield here
            here = self.clauses.get(here.parent or "")

    def context(self, clause_id: str) -> str:
        """The headings above the clause, topmost first."""
        named = [c for c in self.up(clause_id) if _heading(c) and c.id != clause_id]
        return " › ".join(
            f"{c.id} {_heading(c)}" if c.citable and c.number else _heading(c)
            for c in reversed(named)
        )


def operation(edit: Edit) -> str:
    """The name of what happened to one clause; "" where it reads as before."""
    if edit.old is None:
        return "insertion" if edit.new else ""
    if edit.new is None:
        return "repeal"
    if not same(edit.old, edit.new):
        return "substitution"
    return "renumbering" if edit.old.id != edit.new.id else ""


def same(old: Clause, new: Clause) -> bool:
    """Do the two print the same words, their numbers apart?"""
    return (_heading(old), _text(old), _cells(old)) == (_heading(new), _text(new), _cells(new))


def _cells(clause: Clause) -> list[list[str]]:
    return [[cell.text for cell in row] for row in fill(clause.table.rows)] if clause.table else []


def _done(
    outcome: Outcome, edits: tuple[Edit, ...], places: list[int], paths: tuple[_Paths, _Paths]
) -> Iterator[Row]:
    """A row for each edit of the amendment and each operation that no edit of its own shows."""
    named = {(op.clause, op.op == "repeal"): op.op for op in outcome.operations}
    tables = _replaced_tables(edits, places)
    shown = set()
    for place in places:
        edit = edits[place]
        if place in tables:
            replacement = tables[place]
            if replacement is None:
                continue  # shown with the table that replaces it
            edit = Edit(edits[replacement].old, edit.new, edit.amendment)
        clause = edit.new or edit.old
        if clause is None:
            continue
        key = (clause.id, edit.new is None)
        did = named.get(key) or operation(edit)
        if did:
            shown.add(key)
            yield _row(outcome, did, edit, place, paths)
    for op in outcome.operations:
        if (op.clause, op.op == "repeal") not in shown:
            old = paths[0].clauses.get(op.clause)
            new = None if op.op == "repeal" else paths[1].clauses.get(op.clause)
            where = next((i for i, e in enumerate(edits) if new is not None and e.new == new), None)
            old = edits[where].old if where is not None else old
            yield _row(outcome, op.op, Edit(old, new), where, paths, op.clause)


def _replaced_tables(edits: tuple[Edit, ...], places: list[int]) -> dict[int, int | None]:
    """Tables that one instruction takes out and puts in under one clause: new place -> old place.

    The old place maps to None.
    """
    gone = [i for i in places if (old := edits[i].old) and old.table and edits[i].new is None]
    out: dict[int, int | None] = {}
    for place in places:
        new = edits[place].new
        if new is None or new.table is None or edits[place].old is not None:
            continue
        for old_place in gone:
            old = edits[old_place].old
            if old_place not in out and old is not None and old.parent == new.parent:
                out[place], out[old_place] = old_place, None
                break
    return out


def _row(
    outcome: Outcome,
    did: str,
    edit: Edit,
    place: int | None,
    paths: tuple[_Paths, _Paths],
    clause_id: str = "",
) -> Row:
    old, new = edit.old, edit.new
    side = paths[1] if new else paths[0]
    clause = new or old
    here = clause.id if clause else clause_id
    tables = (old.table if old else None), (new.table if new else None)
    amendment = outcome.amendment
    under = _under(here, outcome, side)
    return Row(
        amendment=amendment.id,
        item=amendment.item,
        action=amendment.action,
        operation=did,
        clause=here,
        old_clause=old.id if old else "",
        under=under,
        context=side.context(under),
        old=wording(old),
        new=wording(new),
        marked=marked(old, new),
        table=compare(tables[0], tables[1]) if tables[0] and tables[1] else None,
        effective=amendment.effective,
        status=outcome.status,
        reason=outcome.reason,
        place=place,
    )


def _under(clause_id: str, outcome: Outcome, side: _Paths) -> str:
    """The topmost ID above the clause that the wording prints, or that the operations name."""
    path = [clause.id for clause in side.up(clause_id)] or [clause_id]
    for printed in (outcome.amendment.clauses, tuple(op.clause for op in outcome.operations)):
        above = [here for here in path if here in printed]
        if above:
            return above[-1]
    return clause_id


def _undone(outcome: Outcome, paths: tuple[_Paths, _Paths]) -> Row:
    """The row of an instruction that changed nothing, with its target as it stands."""
    amendment = outcome.amendment
    target = amendment.target or ""
    standing = paths[0].clauses.get(target)
    # A row that names no clause would say nothing of what was ordered.
    asked = " ".join(amendment.instruction.split())
    reason = outcome.reason if target or not asked else f"{outcome.reason}: “{asked}”"
    return Row(
        amendment=amendment.id,
        item=amendment.item,
        action=amendment.action,
        operation="",
        clause=target,
        old_clause=standing.id if standing else "",
        under=target,
        context=paths[0].context(target),
        old=wording(standing),
        new="",
        marked=(),
        table=None,
        effective=amendment.effective,
        status=outcome.status,
        reason=reason,
    )
