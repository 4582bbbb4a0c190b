"""Tables as tracked changes: by cells, by rows, or the old table deleted and a new one inserted."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from clausetrack.model import Cell, Run, Runs, Table, plain
from clausetrack.ooxml import text as grid
from clausetrack.ooxml.marks import new_run, properties_copy
from clausetrack.ooxml.names import Element, child, elements, local, make, w
from clausetrack.ooxml.whole import mark_row, mark_rows
from clausetrack.render.docx_base import Base

_BORDERS = ("top", "left", "bottom", "right", "insideH", "insideV")
_PAGE_WIDTH = 9026  # twentieths of a point: A4 between margins of an inch


def same_shape(old: Table, new: Table) -> bool:
    """Do the tables differ in the texts of their cells only, and in few where in headings, too?

    A scale under other days is another scale. Nor is it so where a row came and another one went.
    """
    if old.header_rows != new.header_rows or len(old.rows) != len(new.rows):
        return False
    if list(map(_spans, old.rows)) != list(map(_spans, new.rows)):
        return False
    steps = () if _merged(old, new) else _steps(old.texts, new.texts)
    if any(i != j for i, j in steps if i is not None and j is not None):
        return False
    if old.texts[: old.header_rows] == new.texts[: new.header_rows]:
        return True
    pairs = [pair for rows in zip(old.texts, new.texts, strict=True)
             for pair in zip(*rows, strict=True)]  # fmt: skip
    return 2 * sum(one != other for one, other in pairs) < len(pairs)


def _merged(*tables: Table) -> bool:
    return any(spans != (1, 1) for table in tables for row in table.rows for spans in _spans(row))


def _spans(row: tuple[Cell, ...]) -> list[tuple[int, int]]:
    return [(cell.colspan, cell.rowspan) for cell in row]


def change_cells(base: Base, element: Element, old: Table, new: Table) -> bool:
    """Change the cells that differ, word by word; False where the base's cells are not the model's.

    The rows of the base are those of the model where both hold the same texts.
    """
    rows = grid.rows(element)
    if old.texts != [_row_text(row) for row in rows]:
        return False
    for before, after, row in zip(old.rows, new.rows, rows, strict=True):
        _change_row(base, before, after, row)
    return True


def _change_row(
    base: Base, before: tuple[Cell, ...], after: tuple[Cell, ...], row: grid.GridRow
) -> None:
    for one, other, place in zip(before, after, row.cells, strict=True):
        if one.text == other.text:
            continue
        if any(base.place(run.source) is not None for run in one.runs):
            base.replace(one.runs, other.text)
        elif place.element is not None:
            _fill(base, place.element, other.text)


def change_rows(base: Base, element: Element, old: Table, new: Table) -> bool:
    """Mark the rows that come and go, and change the cells of those that stay.

    False where the tables differ in their headings, or cells are merged.
    """
    rows = grid.rows(element)
    if _merged(old, new) or old.texts[: old.header_rows] != new.texts[: new.header_rows]:
        return False
    if old.texts != [_row_text(row) for row in rows]:
        return False
    steps = list(_steps(old.texts, new.texts))
    kept = [(i, j) for i, j in steps if i is not None and j is not None]
    if len(kept) <= old.header_rows:
        return False
    if any(len(old.rows[i]) != len(new.rows[j]) for i, j in kept):
        return False
    widths = _widths(element, max(len(row) for row in new.rows))
    here: Element | None = None
    at = 0  # the row that a new one is to look like
    for i, j in steps:
        if i is not None:
            here, at = rows[i].element, i
            if j is None:
                mark_row(here, "del", base.by)
            else:
                _change_row(base, old.rows[i], new.rows[j], rows[i])
        elif j is not None:
            like = rows[max(at, min(old.header_rows, len(rows) - 1))].element
            made = _row(0, new.rows[j], widths, like, {}, heading=False)
            mark_row(made, "ins", base.by)
            if here is None:
                rows[0].element.addprevious(made)
            else:
                here.addnext(made)
            here = made
    base.touch(next(element.iter(w("p"))))
    return True


def _steps(
    old: Sequence[Sequence[str]], new: Sequence[Sequence[str]]
) -> Iterator[tuple[int | None, int | None]]:
    """Each row of the old table with what it is in the new one, and what only one of them has.

    A row that reads otherwise is the same one where its first cell is.
    """
    was, now = (list(map(tuple, side)) for side in (old, new))
    found = SequenceMatcher(None, was, now, autojunk=False).get_opcodes()
    for op, start, end, first, last in found:
        if op == "equal":
            yield from zip(range(start, end), range(first, last), strict=True)
            continue
        one, other = ([row[:1] for row in side] for side in (was[start:end], now[first:last]))
        for named, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
            if named == "equal":
                yield from zip(range(start + a, start + b), range(first + c, first + d),
                               strict=True)  # fmt: skip
            else:
                yield from ((i, None) for i in range(start + a, start + b))
                yield from ((None, j) for j in range(first + c, first + d))


def delete(base: Base, element: Element) -> None:
    """Mark a table as deleted, row by row."""
    mark_rows(element, "del", base.by)


def insert(base: Base, new: Table, like: Element | None) -> Element:
    """A new table, all of it marked as inserted, with the look of `like`."""
    table = build(new, like)
    mark_rows(table, "ins", base.by)
    return table


def _fill(base: Base, cell: Element, text: str) -> None:
    """Tracked text in a cell that had none."""
    paragraph = next(iter(cell.iter(w("p"))))
    base.text_in(paragraph).insert(0, text, base.by)
    base.touch(paragraph)


def _row_text(row: grid.GridRow) -> list[str]:
    """The texts of the cells of a row as the reader gives them."""
    out = []
    for cell in row.cells:
        inner = [] if cell.element is None else list(grid.cell_paragraphs(cell.element))
        texts = (grid.paragraph_text(paragraph).strip() for paragraph in inner)
        out.append("\n".join(text for text in texts if text))
    return out


# ------------------------------------------------------------------------------------- making


def build(new: Table, like: Element | None) -> Element:
    """A table element for `new`: widths shared out, merged cells, borders and runs as in `like`."""
    width = max((sum(cell.colspan for cell in row) for row in new.rows), default=1)
    settings = None if like is None else child(like, "tblPr")
    settings = _plain_settings() if settings is None else properties_copy(settings)
    widths = _widths(like, width)
    table = make("tbl", settings, make("tblGrid", *(make("gridCol", w=str(n)) for n in widths)))
    models = _models(like)
    covered: dict[tuple[int, int], Cell] = {}
    for number, row in enumerate(new.rows):
        model = models[0 if number < new.header_rows else -1] if models else None
        table.append(_row(number, row, widths, model, covered, number < new.header_rows))
    return table


def _plain_settings() -> Element:
    borders = (make(side, val="single", sz="4", space="0", color="auto") for side in _BORDERS)
    return make("tblPr", make("tblW", w="0", type="auto"), make("tblBorders", *borders))


def _widths(like: Element | None, columns: int) -> list[int]:
    """The widths of the columns: those of `like`, shared out anew where it has another number."""
    grid_columns = [] if like is None else like.findall(f"{w('tblGrid')}/{w('gridCol')}")
    sizes = [column.get(w("w"), "") for column in grid_columns]
    known = [int(size) for size in sizes if size.isdigit()]
    if len(known) == columns:
        return known
    return [(sum(known) or _PAGE_WIDTH) // columns] * columns


def _models(like: Element | None) -> list[Element]:
    """The first and the last row of the table to look like."""
    found = [] if like is None else [row.element for row in grid.rows(like)]
    return [found[0], found[-1]] if found else []


def _row(
    number: int,
    cells: tuple[Cell, ...],
    widths: list[int],
    model: Element | None,
    covered: dict[tuple[int, int], Cell],
    heading: bool,
) -> Element:
    row = make("tr")
    settings = None if model is None else child(model, "trPr")
    if settings is not None:
        own = properties_copy(settings)
        for name in ("gridBefore", "gridAfter", "wBefore", "wAfter"):
            for node in own.findall(w(name)):
                own.remove(node)
        row.append(own)
    elif heading:
        row.append(make("trPr", make("tblHeader")))
    models = [] if model is None else list(model.iter(w("tc")))
    waiting = list(cells)
    at = 0
    while at < len(widths):
        above = covered.get((number, at))
        cell = above or (waiting.pop(0) if waiting else Cell(()))
        if above is None:
            for down in range(1, cell.rowspan):
                covered[number + down, at] = cell
        like = models[min(at, len(models) - 1)] if models else None
        size = sum(widths[at : at + cell.colspan])
        row.append(_cell(cell, size, like, continued=above is not None))
        at += max(cell.colspan, 1)
    return row


def _cell(cell: Cell, size: int, like: Element | None, continued: bool) -> Element:
    settings = make("tcPr", make("tcW", w=str(size), type="dxa"))
    if cell.colspan > 1:
        settings.append(make("gridSpan", val=str(cell.colspan)))
    if cell.rowspan > 1:
        settings.append(make("vMerge", val="continue" if continued else "restart"))
    old = None if like is None else child(like, "tcPr")
    for node in [] if old is None else elements(old):
        if local(node) in {"tcBorders", "shd", "noWrap", "tcMar", "vAlign"}:
            settings.append(copy.deepcopy(node))
    model = None if like is None else next(iter(like.iter(w("p"))), None)
    lines = [()] if continued else _lines(cell.runs)
    return make("tc", settings, *(_paragraph(runs, model) for runs in lines))


def _lines(runs: Runs) -> list[Runs]:
    """The runs of a cell, a tuple for each of its paragraphs."""
    out: list[list[Run]] = [[]]
    for run in runs:
        for at, text in enumerate(run.text.split("\n")):
            if at:
                out.append([])
            if text:
                out[-1].append(Run(text, run.emphasis))
    return [tuple(line) for line in out]


def _paragraph(runs: Runs, model: Element | None) -> Element:
    """A paragraph of a cell, in the style of `model`; without one, in the emphasis of its runs."""
    if model is None:
        return make("p", *(new_run(run.text, emphasis(run.emphasis)) for run in runs))
    settings = child(model, "pPr")
    like = next((child(run, "rPr") for run in model.iter(w("r"))), None)
    own = [] if settings is None else [properties_copy(settings)]
    return make("p", *own, *([new_run(plain(runs), like)] if runs else ()))


def emphasis(letters: str) -> Element | None:
    """Run properties for the letters of `model.Run.emphasis`."""
    if not letters:
        return None
    return make("rPr", *(make("u", val="single") if letter == "u" else make(letter)
                         for letter in letters))  # fmt: skip
