"""The JSON objects of the command line: plain dicts, ready to be written.

The first key of each is `schema`. Money and percentages are decimal strings, dates ISO 8601.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from clausetrack.model import (
    Cell,
    Clause,
    Column,
    Document,
    Finding,
    LeftOut,
    Run,
    Source,
    by_depth,
)

Object = dict[str, Any]

# ------------------------------------------------------------------------------------ outline


def outline(document: Document) -> Object:
    """`clausetrack/outline/1`: the clauses in document order, and what of the source they hold."""
    items = {fragment.id: fragment.item for fragment in document.fragments}
    return {
        "schema": "clausetrack/outline/1",
        "document": about(document),
        "coverage": coverage(document),
        "left_out": [_left_out(entry) for entry in document.left_out],
        "clauses": [
            _clause(clause, depth, items.get(clause.fragment or ""))
            for clause, depth in by_depth(document.clauses)
        ],
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
        out["columns"] = [column_of(column) for column in clause.table.columns]
        if _spans(clause.table.rows):
            out["spans"] = [[[c.colspan, c.rowspan] for c in row] for row in clause.table.rows]
    return out


def _spans(rows: tuple[tuple[Cell, ...], ...]) -> bool:
    return any(cell.colspan > 1 or cell.rowspan > 1 for row in rows for cell in row)


def column_of(column: Column) -> Object:
    return {
        "heading": column.heading,
        "role": column.role,
        "start": value(column.start),
        "end": value(column.end),
    }


def value(plain: str | Decimal | date | None) -> str | None:
    """An amount as a decimal string, a day as an ISO date, text as it is."""
    if isinstance(plain, Decimal):
        return format(plain, "f")
    return plain.isoformat() if isinstance(plain, date) else plain


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
