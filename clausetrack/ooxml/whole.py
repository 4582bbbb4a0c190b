"""Tracked changes written: whole paragraphs and rows of tables that came or went."""

from __future__ import annotations

import copy

from clausetrack.ooxml.fields import in_runs
from clausetrack.ooxml.marks import Stamp, wrap
from clausetrack.ooxml.names import M_NS, Element, child, local, make, properties, w
from clausetrack.ooxml.paragraphs import next_block
from clausetrack.ooxml.text import rows

_FORMULAS = (f"{{{M_NS}}}oMathPara", f"{{{M_NS}}}oMath")


def delete_paragraph(paragraph: Element, by: Stamp, name: str = "del") -> None:
    """Mark a paragraph as deleted, its mark included where a paragraph may go.

    The last paragraph of a cell and one that ends a section keep their marks. What is not deleted
    already gets marks of the `name`.
    """
    for run in _marked_runs(paragraph):
        parent = run.getparent()
        if parent is not None and local(parent) != "del":
            wrap(run, name, by)
    last_in_cell = next_block(paragraph) is None and _in_cell(paragraph)
    if not last_in_cell and child(paragraph, "pPr", "sectPr") is None:
        mark_end(paragraph, name, by)


def insert_paragraph(paragraph: Element, by: Stamp, name: str = "ins") -> None:
    """Mark a new paragraph as inserted, and all its runs that are not already."""
    for run in _marked_runs(paragraph):
        wrap(run, name, by)
    mark_end(paragraph, name, by)


def mark_rows(table: Element, name: str, by: Stamp) -> None:
    """Mark every row of a table, with all it holds, as inserted ("ins") or deleted ("del")."""
    for row in rows(table):
        mark_row(row.element, name, by)


def mark_row(row: Element, name: str, by: Stamp) -> None:
    """Mark a row of a table, with all it holds, as inserted ("ins") or deleted ("del")."""
    settings = properties(row, "trPr")
    if child(settings, name) is None:
        settings.append(by.mark(name))
    for paragraph in list(row.iter(w("p"))):
        for run in _marked_runs(paragraph):
            wrap(run, name, by)
        mark_end(paragraph, name, by)


def widen(table: Element, new: Element, by: Stamp) -> None:
    """Give a table the columns that `new` has more, with a record of those that it had.

    Some readers leave out the cells that stand beyond the columns of a table.
    """
    grid, wider = child(table, "tblGrid"), child(new, "tblGrid")
    if grid is None or wider is None or child(grid, "tblGridChange") is not None:
        return
    had, columns = grid.findall(w("gridCol")), wider.findall(w("gridCol"))
    if len(columns) > len(had):
        by.last += 1
        record, before = make("tblGridChange", id=str(by.last)), make("tblGrid")
        before.extend(copy.deepcopy(had))
        record.append(before)
        grid.extend([*copy.deepcopy(columns[len(had) :]), record])


def mark_end(paragraph: Element, name: str, by: Stamp) -> None:
    """Mark the end of a paragraph as inserted or deleted."""
    settings = child(paragraph, "pPr")
    if settings is None:
        settings = make("pPr")
        paragraph.insert(0, settings)
    mark = properties(settings, "rPr")
    if child(mark, name) is None:
        mark.insert(0, by.mark(name))


def _marked_runs(paragraph: Element) -> list[Element]:
    """The runs and the formulas of a paragraph, without those of text boxes.

    A formula goes or comes whole: without its runs its fractions would be left behind. So does a
    field: one that is left without a result is computed anew.
    """
    for simple in list(paragraph.iter(w("fldSimple"))):
        in_runs(simple)
    return [
        run
        for run in paragraph.iter(w("r"), *_FORMULAS)
        if next(run.iterancestors(w("p"), *_FORMULAS), None) is paragraph
    ]


def _in_cell(paragraph: Element) -> bool:
    parent = paragraph.getparent()
    while parent is not None and local(parent) in {"sdtContent", "sdt"}:
        parent = parent.getparent()
    return parent is not None and local(parent) == "tc"
