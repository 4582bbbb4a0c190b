"""The JSON objects of the command line: plain dicts, ready to be written.

The first key of each is `schema`. Money and percentages are decimal strings, dates ISO 8601.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from clausetrack.model import Cell, Clause, Column, Document, Finding, LeftOut, Run, Source
from clausetrack.render import schedule
from clausetrack.settlement import Amendment, Applied, Effective, Instructions, Outcome, TermsOnly

if TYPE_CHECKING:
    from clausetrack.diff.tables import CellChange, TableComparison
    from clausetrack.prove import Proof
    from clausetrack.render.schedule import Row

Object = dict[str, Any]

# ------------------------------------------------------------------------------------ outline


def outline(document: Document) -> Object:
    """`clausetrack/outline/1`: the clauses in document order, and what of the source they hold."""
    items = {fragment.id: fragment.item for fragment in document.fragments}
    depths: dict[tuple[str | None, str], int] = {}
    clauses = []
    for clause in document.clauses:
        depth = depths.get((clause.fragment, clause.parent or ""), -1) + 1
        depths[clause.fragment, clause.id] = depth
        clauses.append(_clause(clause, depth, items.get(clause.fragment or "")))
    return {
        "schema": "clausetrack/outline/1",
        "document": about(document),
        "coverage": coverage(document),
        "left_out": [_left_out(entry) for entry in document.left_out],
        "clauses": clauses,
    }


def coverage(document: Document) -> dict[str, int]:
    """Non-space characters: read from the source, keyed to a clause (or mark-up), left out.

    `keyed` is counted from what the tree holds and not from `read`, so that the two can disagree.
    """
    keyed = sum(_count(run.text) for run in _runs(document.clauses) if run.source is not None)
    keyed += sum(place.end - place.start for place in document.markup)
    left_out = sum(_count(entry.text) for entry in document.left_out)
    return {"read": document.read, "keyed": keyed, "left_out": left_out}


def _runs(clauses: Iterable[Clause]) -> Iterable[Run]:
    for clause in clauses:
        yield from (*clause.label, *clause.heading, *clause.text)
        for row in clause.table.rows if clause.table else ():
            for cell in row:
                yield from cell.runs


def _count(text: str) -> int:
    return sum(not char.isspace() for char in text)


def about(document: Document) -> Object:
    """What a document is and where it came from, as every command prints it."""
    return {
        "kind": document.kind,
        "agreement": document.agreement,
        "title": document.title,
        "version": document.version,
        "file": document.file,
    }


def _clause(clause: Clause, depth: int, quoted_in: str | None) -> Object:
    out: Object = {
        "id": clause.id,
        "number": clause.number,
        "kind": clause.kind,
        "heading": clause.heading_text,
        "text": clause.own_text,
        "parent": clause.parent,
        "depth": depth,
        "quoted_in": quoted_in,
        "fragment": clause.fragment,
        "inferred": clause.inferred,
        "citable": clause.citable,
        "source": place(clause.source),
    }
    if clause.scope:
        out["scope"] = clause.scope
    if clause.table:
        out["rows"] = clause.table.texts
        out["header_rows"] = clause.table.header_rows
        out["columns"] = [_column(column) for column in clause.table.columns]
        if _spans(clause.table.rows):
            out["spans"] = [[[c.colspan, c.rowspan] for c in row] for row in clause.table.rows]
    return out


def _spans(rows: tuple[tuple[Cell, ...], ...]) -> bool:
    return any(cell.colspan > 1 or cell.rowspan > 1 for row in rows for cell in row)


def _column(column: Column) -> Object:
    return {
        "heading": column.heading,
        "role": column.role,
        "start": column.start.isoformat() if column.start else None,
        "end": column.end.isoformat() if column.end else None,
    }


def place(source: Source | None) -> Object | None:
    """A place, as every command prints it: `line` and `page` from 1, `paragraph` from 0."""
    if source is None:
        return None
    return {
        "file": source.file,
        "page": source.page,
        "line": source.line,
        "part": source.part,
        "paragraph": source.paragraph,
    }


def _left_out(entry: LeftOut) -> Object:
    return {"text": entry.text, "why": entry.why, "source": place(entry.source)}


# --------------------------------------------------------------------------------- amendments


def amendments(terms: Document, instructions: Instructions) -> Object:
    """`clausetrack/amendments/1`: what the terms order, and how each instruction was read."""
    return {
        "schema": "clausetrack/amendments/1",
        "document": about(terms),
        "amendments": [_amendment(terms, each) for each in instructions.amendments],
        "terms_only": [_terms_only(terms, each) for each in instructions.terms_only],
        "unused": list(instructions.unused),
        "findings": [finding(each) for each in instructions.findings],
    }


def _amendment(terms: Document, amendment: Amendment) -> Object:
    return {
        "id": amendment.id,
        "item": schedule.item_name(terms, amendment.item),
        "action": amendment.action,
        "target": amendment.target,
        "described_target": amendment.described_target or None,
        "wording": amendment.wording,
        "clauses": list(amendment.clauses),
        "effective": _effective(amendment.effective),
        "instruction": amendment.instruction,
        "source": place(amendment.source),
        "after": amendment.after,
        "fragment": amendment.fragment,
        "stated": [{"old": each.old, "new": each.new} for each in amendment.stated],
    }


def _effective(days: Iterable[Effective]) -> list[Object]:
    return [{"date": day.date.isoformat(), "applies_to": day.applies_to} for day in days]


def _terms_only(terms: Document, passage: TermsOnly) -> Object:
    return {
        "item": schedule.item_name(terms, passage.item),
        "text": passage.text,
        "source": place(passage.source),
    }


# ------------------------------------------------------------------------------------- markup


def markup(
    base: Document, terms: Document, instructions: Instructions, applied: Applied, proof: Proof
) -> Object:
    """`clausetrack/markup/1`: what became of each amendment, the proof, and the schedule.

    `banner` says which items are not implemented, "" where all are.
    """
    found = schedule.findings(base, terms, instructions, applied)
    return {
        "schema": "clausetrack/markup/1",
        "base": about(base),
        "terms": about(terms),
        "document": about(applied.document),
        "banner": schedule.not_in_full(terms, applied),
        "outcomes": [_outcome(terms, outcome) for outcome in applied.outcomes],
        "findings": [{**finding(each), "about": about} for about, each in found],
        "to_check": sum(each.severity != "info" for _, each in found),
        "proof": proof.as_json(),
        "proof_failures": list(proof.failures),
        "schedule": [_row(terms, row) for row in schedule.rows(base, applied)],
        "renumbered": dict(applied.renumbered),
        "terms_only": [_terms_only(terms, each) for each in instructions.terms_only],
        "unused": list(instructions.unused),
    }


def finding(each: Finding) -> Object:
    """One finding, as every command prints it."""
    return {
        "code": each.code,
        "severity": each.severity,
        "message": each.message,
        "clause": each.clause,
        "source": place(each.source),
        "quote": each.quote,
    }


def _outcome(terms: Document, outcome: Outcome) -> Object:
    amendment = outcome.amendment
    return {
        "amendment": amendment.id,
        "item": schedule.item_name(terms, amendment.item),
        "target": amendment.target,
        "described_target": amendment.described_target or None,
        "status": outcome.status,
        "reason": outcome.reason,
        "operations": [{"clause": op.clause, "op": op.op} for op in outcome.operations],
    }


def _row(terms: Document, row: Row) -> Object:
    return {
        "amendment": row.amendment,
        "item": schedule.item_name(terms, row.item),
        "action": row.action,
        "operation": row.operation or None,
        "clause": row.clause or None,
        "old_clause": row.old_clause or None,
        "under": row.under or None,
        "context": row.context,
        "old_text": row.old,
        "new_text": row.new,
        "edits": [
            {"part": part.role, "op": edit.op, "text": edit.text}
            for part in row.marked
            for edit in part.edits
        ],
        "table": _table(row.table) if row.table else None,
        "effective": _effective(row.effective),
        "status": row.status,
        "reason": row.reason,
    }


def _table(table: TableComparison) -> Object:
    columns = [
        {**_column(column), "old_heading": old or None}
        for column, old in zip(table.columns, table.old_columns, strict=True)
    ]
    steps = [
        {
            "step": step.key,
            "group": step.group,
            "old_group": step.old_group,
            "cells": [_cell(cell) for cell in step.cells],
        }
        for step in table.steps
    ]
    return {"columns": columns, "steps": steps, "dropped": list(table.dropped)}


def _cell(cell: CellChange) -> Object:
    return {
        "kind": cell.kind,
        "old": cell.old,
        "new": cell.new,
        "difference": _decimal(cell.difference),
        "percent": _decimal(cell.percent),
    }


def _decimal(value: Decimal | None) -> str | None:
    return None if value is None else format(value, "f")
