"""The instructions of terms, and what became of them, as JSON objects."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from clausetrack.model import Document
from clausetrack.render import schedule
from clausetrack.render.json import Object, about, column_of, finding, place, value
from clausetrack.settlement import (
    Amendment,
    Applied,
    Effective,
    Instructions,
    Outcome,
    Part,
    TermsOnly,
)

if TYPE_CHECKING:
    from clausetrack.diff.tables import CellChange, TableComparison
    from clausetrack.prove import Proof
    from clausetrack.render.schedule import Row

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
        "part": _part(amendment.part) if amendment.part else None,
        "held": amendment.held or None,
    }


def _part(part: Part) -> Object:
    return {
        "kind": part.kind,
        "which": part.which,
        "place": part.place,
        "everywhere": part.everywhere,
        "within": _part(part.within) if part.within else None,
    }


def _effective(days: Iterable[Effective]) -> list[Object]:
    return [{"date": value(day.date), "applies_to": day.applies_to} for day in days]


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
        {**column_of(column), "old_heading": old or None}
        for column, old in zip(table.columns, table.old_columns, strict=True)
    ]
    steps = [
        {
            "step": step.key,
            "old_step": step.old_key,
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
        "difference": value(cell.difference),
        "percent": value(cell.percent),
    }
