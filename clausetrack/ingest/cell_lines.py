"""Rows of a table that only lay clauses out, as the lines that they hold.

For readers that know the cells of a table and not the paragraphs in them: a paragraph ends at a
line break, before a label, and where bold words are followed by others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from clausetrack.ingest import clause_tables
from clausetrack.model import Cell, Line, Reading, Run, Runs, plain

#: What begins a line of its own in a cell: the label of an item, or the number of a clause.
_LABELLED = re.compile(r"(?:\([a-z]{1,5}\)|\d{1,3}(?:\.\d{1,3})+)\s")


def without_layout(reading: Reading) -> Reading:
    """A reading with the tables that only lay clauses out as lines."""
    if not any(line.cells is not None and _may_be(line.cells) for line in reading.lines):
        return reading
    out: list[Line] = []
    at = 0  # the first line after the table
    for table, group in groupby(reading.lines, lambda line: (line.cells is not None, line.table)):
        lines = list(group)
        at += len(lines)
        if not table[0]:
            out += lines
            continue
        rows = [line.cells or () for line in lines]
        if any(map(_may_be, rows)):
            texts = [[_texts(cell) for cell in row] for row in rows]
            before, after = list(_division(reversed(out))), list(_division(reading.lines[at:]))
            last = next(filter(None, map(_number, before)), "")
            elsewhere = set(map(_number, before + after))
            if clause_tables.holds_clauses(texts, last, elsewhere, ruled=True):
                out += [made for line in lines for made in _lines(line)]
                continue
        out += lines
    return replace(reading, lines=tuple(out))


def _division(lines: Iterable[Line]) -> Iterator[Line]:
    """The paragraphs up to the heading of a Schedule or Appendix."""
    for line in lines:
        if line.cells is None:
            if clause_tables.opens_division(line.text):
                return
            yield line


def _number(line: Line) -> str:
    return clause_tables.number_of(f"{line.label} {line.text}".strip())


def _may_be(cells: Sequence[Cell]) -> bool:
    filled = [cell for cell in cells if cell.text.strip()]
    return len(filled) == 2 and bool(clause_tables.label_in([filled[0].text.strip()]))


def _texts(cell: Cell) -> list[str]:
    return [plain(runs).strip() for runs in _paragraphs(cell.runs)]


def _lines(row: Line) -> Iterator[Line]:
    """The paragraphs of a row, a label in a cell of its own before those of the next cell."""
    label: Runs = ()
    for cell in row.cells or ():
        found = list(_paragraphs(cell.runs))
        if not label and clause_tables.label_in(_texts(cell)):
            label = found[0]
            continue
        for runs in found:
            if label:
                runs, label = (*label, Run("\t"), *runs), ()
            yield _line(row, runs)
    if label:
        yield _line(row, label)


def _line(row: Line, runs: Runs) -> Line:
    place = next((run.source for run in runs if run.source is not None), row.source)
    return Line(runs, place)


def _paragraphs(runs: Runs) -> Iterator[Runs]:
    found: list[Run] = []
    for at, run in enumerate(runs):
        if run.source is None and not run.text.strip() and _ends(runs[:at], runs[at + 1 :], run):
            if found:
                yield tuple(found)
            found = []
        else:
            found.append(run)
    if any(run.text.strip() for run in found):
        yield tuple(found)


def _ends(before: Runs, after: Runs, run: Run) -> bool:
    if "\n" in run.text:
        return True
    if after and _LABELLED.match(after[0].text):
        return True
    loud = all("b" in one.emphasis for one in before if one.text.strip())
    return bool(before and after) and loud and "b" not in after[0].emphasis
