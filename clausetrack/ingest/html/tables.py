"""Tables of a web page: rows of cells with their spans, or text where a table only lays it out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from clausetrack.ingest.html.lines import Context, Writer
from clausetrack.ingest.html.styles import Element, text_of
from clausetrack.model import Cell, Line, Run, Runs

_SECTIONS = ("thead", "tbody", "tfoot")
_WIDEST = 1000
_NUMBER = re.compile(r"\s*\d+[A-Z]{0,2}(?:\.\d+[A-Z]{0,2})+[.)]?(?:\s+[^\W\d]|\s*$)")
_LABEL = re.compile(
    r"\s*(?:\d+[A-Z]{0,2}(?:\.\d+[A-Z]{0,2})*[.)]|\d+(?:\.\d+)+|\([a-zA-Z]{1,5}\)|\(\d{1,3}\))\s*"
)
_DOTTED = re.compile(r"\d+[A-Z]?(?:\.\d+[A-Z]?)+[.)]?")
_OPENING = re.compile(r"\d+[A-Z]?(?:\.\d+[A-Z]?)+")
_AMOUNT = re.compile(r"\$\s?\d")


def write(writer: Writer, table: Element, here: Context) -> None:
    """Write the rows of a table, or its paragraphs where it is no table of data."""
    rows = list(_rows(table))
    if _is_layout(table, rows) and not _repeats(writer, table, rows):
        _write_text(writer, table, here)
        return
    writer.write_label()
    for child in table:
        if child.tag not in {*_SECTIONS, "tr"}:
            writer.walk(child, here)
    writer.flush(here)
    writer.tables += 1
    number = writer.tables
    read = [(row, _cells(writer, row, here)) for row in rows]
    kept = [any(cell.runs for cell in cells) for _, cells in read]
    for at, (_, cells) in enumerate(read):
        if kept[at]:
            spans = [sum(kept[at : at + cell.rowspan]) for cell in cells]
            cells = [replace(cell, rowspan=span) for cell, span in zip(cells, spans, strict=True)]
            first = next(run.source for cell in cells for run in cell.runs if run.source)
            writer.lines.append(Line((), first, cells=tuple(cells), table=number))


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table itself in the order of the page, the foot last."""
    feet = []
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _SECTIONS:
            found = [row for row in child if row.tag == "tr"]
            if child.tag == "tfoot":
                feet += found
            else:
                yield from found
    yield from feet


def _write_text(writer: Writer, table: Element, here: Context) -> None:
    for child in table.iterchildren("*"):
        writer.walk(child, here)


def _cells(writer: Writer, row: Element, here: Context) -> list[Cell]:
    """The cells of a row; the paragraphs of each stand on lines of their own."""
    section = row.getparent()
    if section is not None and section.tag in _SECTIONS:
        here = writer.context(section, str(section.tag), here)
    inside = writer.context(row, "tr", here)
    out = []
    for cell in row:
        lines, writer.lines = writer.lines, []
        writer.walk(cell, inside)
        writer.flush(inside)
        written, writer.lines = writer.lines, lines
        if cell.tag in {"td", "th"}:
            colspan, rowspan = (_span(cell, name) for name in ("colspan", "rowspan"))
            out.append(Cell(_joined(written), colspan, rowspan))
        elif written:
            writer.lines += written
    return out


def _joined(lines: list[Line]) -> Runs:
    out: list[Run] = []
    for line in lines:
        cells = [Cell(line.runs)] if line.cells is None else line.cells
        for runs in (cell.runs for cell in cells if cell.runs):
            out += [Run("\n")] if out else []
            out += [Run(f"{line.label} ")] if line.label else []
            out += runs
    return tuple(out)


def _span(cell: Element, name: str) -> int:
    found = re.match(r"\s*(\d{1,5})", cell.get(name) or "1")
    value = int(found[1]) if found else 1
    if name == "rowspan" and value == 0:
        return _WIDEST  # to the end of the table
    return min(max(value, 1), _WIDEST)


# -------------------------------------------------------------------------------------- layout


def _is_layout(table: Element, rows: list[Element]) -> bool:
    """Does a table only set text beside or under other text?

    It does where it has one column, holds another table, or has rows that are numbered clauses.
    """
    if table.get("role") in {"presentation", "none"}:
        return True
    cells = [[cell for cell in row if cell.tag in {"td", "th"}] for row in rows]
    if max((len(row) for row in cells), default=0) <= 1:
        return True
    if any(True for _ in table.iter("th")) or any(child.tag == "thead" for child in table):
        return False
    if any(node is not table for node in table.iter("table")):
        return True
    texts = [[_text(cell) for cell in row] for row in cells]
    labelled = sum(
        _is_labelled(row) or _opens(row, texts[at + 1 :]) for at, row in enumerate(texts)
    )
    if 2 * labelled > sum(any(row) for row in texts) or (len(texts) == 1 and _is_heading(*cells)):
        return True
    return any(_holds_clauses(cell) for row in cells for cell in row)


def _repeats(writer: Writer, table: Element, rows: list[Element]) -> bool:
    """Does a table tell of clauses whose numbers paragraphs outside of tables open with?"""
    firsts = (_text(next(row.iter("td", "th"), row)) for row in rows)
    dotted = [first.rstrip(".)") for first in firsts if _DOTTED.fullmatch(first)]
    if not dotted:
        return False
    if writer.numbers is None:
        body = table.getroottree().getroot()
        writer.numbers = frozenset(
            found[0]
            for block in body.iter("p", "li", "h1", "h2", "h3", "h4", "h5", "h6")
            if (found := _OPENING.match("".join(islice(map(str, block.itertext()), 4)).lstrip()))
            and next(block.iterancestors("table"), None) is None
        )
    return 2 * sum(number in writer.numbers for number in dotted) >= len(dotted)


def _is_labelled(row: list[str]) -> bool:
    """Is a row a label and the words that it numbers?"""
    filled = [text for text in row if text]
    if len(filled) != 2 or _AMOUNT.match(filled[1]):
        return False
    return bool(_LABEL.fullmatch(filled[0])) and bool(re.search(r"[^\W\d]", filled[1]))


def _opens(row: list[str], below: list[list[str]]) -> bool:
    """Is a row a whole number and its heading, with clauses of that number in the row below?"""
    filled = [text for text in row if text]
    if len(filled) != 2 or not filled[0].isdigit() or not below:
        return False
    after = [text for text in below[0] if text]
    return bool(after) and bool(re.match(rf"{filled[0]}\.1\b", after[0])) and _is_labelled(after)


def _is_heading(cells: list[Element]) -> bool:
    """Is the only row of a table a whole number and words that are bold, or a heading?"""
    filled = [cell for cell in cells if _text(cell)]
    if len(filled) != 2 or not _text(filled[0]).strip(".").isdigit():
        return False
    loud = next(iter(filled[1].iter("b", "strong", "h1", "h2", "h3", "h4", "h5", "h6")), None)
    return loud is not None and _text(loud) == _text(filled[1])


def _text(element: Element) -> str:
    return text_of(element).strip()


def _holds_clauses(cell: Element) -> bool:
    """Are there several paragraphs in the cell that begin with the number of a clause?"""
    blocks = cell.iter("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6")
    numbered = sum(bool(_NUMBER.match(text_of(block))) for block in blocks)
    return numbered > 1
