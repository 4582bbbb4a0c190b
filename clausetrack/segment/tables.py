"""Rows -> tables: which rows are headings, and what each column means."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from clausetrack import values
from clausetrack.errors import finding
from clausetrack.grids import KEY, RISE, WEEKDAY, fill, is_day, says_key, written_days
from clausetrack.model import Cell, Column, Finding, Line, Table

_GROUP = re.compile(r"\bgroups?\b|\bqualification|\bnotation", re.I)
_UNTIL = re.compile(
    r"\b(?:(?:until|till|up to|to|through)\s*(?:and including\s*)?"
    r"|(?:ending|ended|ends|expir\w+)(?:\s+on)?\s*)$",
    re.I,
)
_AFTER = re.compile(r"(?<!or )(?<!and )\bafter\s*$", re.I)
_BEFORE = re.compile(r"\b(?:before|prior to)\s*$", re.I)
#: What stands between the first and the last day of a stretch.
_THROUGH = re.compile(r"\s*(?:to|until|till|through|up\s+to(?:\s+and\s+including)?|[-–—])\s*", re.I)
#: An amount without its dollar sign: "61,329", "31.45".
_BARE = re.compile(r"\s*(?:\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d{1,3}\.\d\d)\s*$")
#: What says that a row has no figure here, and is none of its words: "N/A", "–", "nil".
_NOTHING = re.compile(r"(?:[\W_]*|n\.?\s?/?\s?a\.?|nil|none|not (?:applicable|available))", re.I)
#: By how much the figures of a column rise, behind what heads it: "from 1 May 2025 (+$1,000)".
_RISE = re.compile(rf"(?<=\w)\s*{RISE}", re.I)
#: A number that is no year.
_COUNT = re.compile(r"\d{0,3}")
_WHOLE = re.compile(r"\d{3,4}")
_LEAST = 100  # of what may be an amount: numbers of steps, ages and hours are smaller
#: A cell that is a figure, and no sentence that speaks of one.
_FIGURE = re.compile(
    r"\W*(?:(?:up to|plus|from|nzd?|max\w*|min\w*|approx\w*|about)\W+)?\$?\d", re.I
)
_FEW = 5  # words beside an amount in a cell that is a figure
_OF_CLAUSES = re.compile(r"\W*(?:clause|article|section|provision)s?\b", re.I)
_STEP_CELL = re.compile(r"[A-Z]{0,2}\d{1,2}[A-Z]?$")


def build(rows: Sequence[Line]) -> tuple[Table, list[Finding]]:
    """The table of consecutive rows, its columns' meanings, and what is odd about it."""
    cells = _compact([row.cells or () for row in rows])
    header_rows = _header_rows(cells)
    width = max(sum(cell.colspan for cell in row) for row in cells)
    columns = meanings(cells, header_rows, width)
    findings = _realign(rows, cells, header_rows, columns)
    findings += _undated(rows[0], cells, header_rows, columns)
    findings += _malformed(rows, cells)
    return Table(tuple(tuple(row) for row in cells), header_rows, columns), findings


def _realign(
    rows: Sequence[Line], cells: list[tuple[Cell, ...]], header_rows: int, columns: Sequence[Column]
) -> list[Finding]:
    """Put the cells of rows that have lost some under the columns of their kind, where that is
    beyond doubt; a finding for each such row.
    """
    findings = []
    # Where cells span rows the source knows its grid, and a row that is short has lost nothing.
    spanned = any(cell.rowspan > 1 for row in cells for cell in row)
    body = range(header_rows, len(cells)) if not spanned else ()
    again = headings_below(cells, header_rows)
    ragged = [at for at in body if at not in again and is_ragged(cells[at], columns)]
    for at in ragged:
        moved = _realigned(cells[at], columns)
        message = "a row has lost cells" + (
            "; its figures were put under the columns of their kind"
            if moved
            else " and cannot be put under the columns beyond doubt"
        )
        quote = " | ".join(cell.text for cell in cells[at] if cell.text)
        findings.append(finding("table-ragged", message, source=rows[at].source, quote=quote))
        cells[at] = moved or cells[at]
    return findings


def _undated(
    first: Line, cells: Sequence[Sequence[Cell]], header_rows: int, columns: Sequence[Column]
) -> Iterator[Finding]:
    """A finding for each column of amounts without a heading, where others have one."""
    if not any(column.heading for column in columns):
        return  # a grid with no headings at all lost none
    for at, column in enumerate(columns):
        bare = not (column.heading or column.start or column.end)
        if column.role == "rate" and bare and not _changes(cells[header_rows:], at):
            message = f"column {at + 1} holds amounts and its heading is empty"
            heads = " | ".join(cell.text for cell in cells[0])
            yield finding("column-undated", message, source=first.source, quote=heads)


def _malformed(rows: Sequence[Line], cells: Sequence[Sequence[Cell]]) -> Iterator[Finding]:
    """A finding for each cell whose figure is not one amount."""
    message = "a figure is not written as one amount"
    for line, row in zip(rows, cells, strict=True):
        for cell in row:
            if any(value.value is None for value in values.money(cell.text)):
                yield finding("figure-malformed", message, source=line.source, quote=cell.text)


def _changes(body: Sequence[Sequence[Cell]], column: int) -> bool:
    """Does a column say by how much the one beside it goes up, between arrows?"""
    texts = [row[column].text for row in fill(body) if column < len(row) and row[column].text]
    return bool(texts) and all("→" in text for text in texts)


def _compact(rows: Sequence[tuple[Cell, ...]]) -> list[tuple[Cell, ...]]:
    """The rows without the grid columns in which no cell begins.

    Word processors leave them where rows with other columns were above or below and are gone.
    """
    if all(cell.colspan == 1 for row in rows for cell in row):
        return list(rows)
    filled = fill(rows)
    width = max(len(row) for row in filled)
    begins = [
        at
        for at in range(width)
        if any(at < len(row) and (not at or row[at] is not row[at - 1]) for row in filled)
    ]
    out = []
    for row, places in zip(rows, filled, strict=True):
        covered = [sum(at < len(places) and places[at] is cell for at in begins) for cell in row]
        out.append(tuple(replace(cell, colspan=max(span, 1))
                         for cell, span in zip(row, covered, strict=True)))  # fmt: skip
    return out


def _header_rows(cells: Sequence[tuple[Cell, ...]]) -> int:
    """The rows before the first amount; one where there is none and the first has words only.

    A row of one cell below the headings names a section, and is none of them. A sentence that
    speaks of an amount ("means the sum of $45") has no headings above it but those of sentences.
    """
    headed = False
    for at, row in enumerate(cells):
        amounts = [
            cell.text
            for cell in row
            if values.money(_RISE.sub("", cell.text)) or _BARE.match(cell.text)
        ]
        if at > 1 and amounts and all(map(_is_sentence, amounts)):
            break
        if amounts:
            return at
        if at and all(_COUNT.fullmatch(cell.text.strip()) for cell in row):
            return at
        if headed and _names_section(row, cells[at - 1]) and _figures_below(cells[at:]):
            return at
        if headed and _counts(row) and not _counts(cells[at - 1]):
            return at
        headed = headed or len(row) > 1
    first = [cell.text for cell in cells[0]]
    return int(len(cells) > 1 and all(text and not text[0].isdigit() for text in first))


def _counts(row: Sequence[Cell]) -> bool:
    """Has a row whole numbers behind its first cell that are neither years nor count up?"""
    numbers = [int(cell.text) for cell in row[1:] if _WHOLE.fullmatch(cell.text.strip())]
    if len(numbers) < max(2, len(row) - 1):
        return False
    steps = {b - a for a, b in pairwise(numbers)}
    return min(numbers) >= _LEAST and steps != {1} and not all(map(_is_year, numbers))


def _is_year(number: int) -> bool:
    return 1900 <= number < 2100


def _is_sentence(text: str) -> bool:
    """Does a cell that holds an amount speak of it, with more words than a figure has?"""
    return not _FIGURE.match(text) and len(text.split()) > _FEW


def _names_section(row: Sequence[Cell], above: Sequence[Cell]) -> bool:
    """Is a row below headings one cell over all columns, or has it words in its first cell alone?

    Where a format has no such cells, each column says the same. The second line of a heading
    ("Years of / service") is no name, and begins with no capital.
    """
    if len(row) == 1:
        return row[0].colspan > 1
    if _is_one(row):
        return True
    first, *others = (cell.text.strip() for cell in row)
    named = first[:1].isupper() and not any(others)
    heads = above[1:] if is_day(first) else above  # over a day the corner may be empty
    return named and len(row) == len(above) and all(cell.text.strip() for cell in heads)


def _is_one(row: Sequence[Cell]) -> bool:
    """Do all cells of a row say the same, and no figure?"""
    texts = {cell.text.strip() for cell in row}
    return len(row) > 2 and len(texts) == 1 and texts != {""} and not _figures_below([row])


def headings_below(cells: Sequence[Sequence[Cell]], header_rows: int) -> list[int]:
    """The rows below the first figures that are headings again: days, or the same words.

    What stands where other rows have their figures says so: nothing but days and headings, or a
    day, where the row begins as the headings do.
    """
    rows = [dict(_on_grid(row)) for row in cells]
    heads = {cell.text.strip().casefold() for row in cells[:header_rows] for cell in row}
    figured = {
        at for row in rows[header_rows:] for at, cell in row.items() if _figures_below([[cell]])
    }
    out = []
    for number, row in enumerate(rows[header_rows:], header_rows):
        if not header_rows or len(row) < 2 or _figures_below([cells[number]]):
            continue
        texts = {at: cell.text.strip() for at, cell in row.items() if cell.text.strip()}
        over = [text for at, text in texts.items() if at in figured]
        known = all(text.casefold() in heads or is_day(text) for text in over)
        if texts.get(0, "").casefold() in heads:
            known = known or any(map(written_days, over))
        if over and len(texts) > 1 and known:
            out.append(number)
    return out


def _figures_below(cells: Sequence[Sequence[Cell]]) -> bool:
    return any(values.money(cell.text) or _BARE.match(cell.text) for row in cells for cell in row)


def meanings(cells: Sequence[tuple[Cell, ...]], header_rows: int, width: int) -> tuple[Column, ...]:
    """What each column means, by the rows of headings and what stands below them."""
    headings = [""] * width
    filled = fill(cells)
    for number, row in enumerate(cells[:header_rows], 1):
        # A heading row above the last whose merged cells are lost is put over its columns only
        # where those repeat themselves once for each of its cells.
        # A row that is whole but for the corner has lost none.
        spans = any(cell.colspan > 1 for cell in row) or all(cell.text for cell in row)
        whole = len(row) == width > 2 and all(cell.text for cell in row[1:])
        if number < header_rows and not spans and not whole:
            for column, heading in _over(row, cells[header_rows - 1]).items():
                headings[column] = f"{headings[column]} {heading}".strip()
            continue
        for column, cell in enumerate(filled[number - 1][:width]):
            above = filled[number - 2][column : column + 1] if number > 1 else ()
            if not (cell.rowspan > 1 and above and above[0] is cell):
                headings[column] = f"{headings[column]} {cell.text}".strip()
    bodies: list[list[str]] = [[] for _ in range(width)]
    for places in filled[header_rows:]:
        for at, cell in enumerate(places):
            if cell.text and at < len(bodies):
                bodies[at].append(cell.text)
    return tuple(_column(heading, body) for heading, body in zip(headings, bodies, strict=True))


def _over(row: Sequence[Cell], last: Sequence[Cell]) -> dict[int, str]:
    """The columns under each of a row's headings, where the last row repeats a group for each.

    A heading over an empty one is that of its own column.
    """
    texts = [cell.text.strip() for cell in last]
    if any(cell.colspan > 1 for cell in last):
        return {}
    said = [(at, cell.text.strip()) for at, cell in enumerate(row) if cell.text.strip()]
    own = {at: text for at, text in said if len(row) == len(last) and not texts[at]}
    names = [text for at, text in said if at not in own]
    if len(names) < 2:
        return own
    for group in range(len(texts) // len(names), 1, -1):
        first = len(texts) - group * len(names)
        pattern = texts[first : first + group]
        alone = first < 2 or not any(texts[:first])
        if all(pattern) and texts[first:] == pattern * len(names) and alone:
            return own | {first + i: names[i // group] for i in range(group * len(names))}
    return own


def _on_grid(row: Sequence[Cell]) -> list[tuple[int, Cell]]:
    at, out = 0, []
    for cell in row:
        out.append((at, cell))
        at += cell.colspan
    return out


def _column(heading: str, body: Sequence[str]) -> Column:
    """What a column means: by its heading's words and date, and by what stands under it."""
    amounts = sum(bool(values.money(text)) for text in body)
    steps = sum(bool(_STEP_CELL.match(text)) for text in body)
    # the ragged rows of a flattened table push amounts under the heading of the steps
    if KEY.search(heading) and steps > amounts:
        return Column(heading, "key")
    # sentences of which one or two speak of an amount are no column of amounts
    said = not any(_FIGURE.match(text) for text in body if values.money(text))
    if 2 * amounts > len(body) or (amounts and not (said or _GROUP.search(heading))):
        start, end = days_of(heading)
        return Column(heading, "rate", start, end)
    if _GROUP.search(heading):
        return Column(heading, "group")
    if says_key(heading) or (body and steps == len(body)):
        return Column(heading, "key")
    return Column(heading)


def days_of(heading: str) -> tuple[date | None, date | None]:
    """The first and the last day that a heading names: one of them, or both of a stretch."""
    days = values.dates(heading)
    if len(days) == 2 and _THROUGH.fullmatch(heading, days[0].end, days[1].start):
        first, last = days[0].value, days[1].value
        if isinstance(first, date) and isinstance(last, date) and first < last:
            return first, last
        return None, None
    day = values.only_date(heading) if len(days) == 1 else None
    lead = WEEKDAY.sub("", heading[: days[0].start]) if days else ""
    if day and _BEFORE.search(lead):
        return None, day - timedelta(days=1) if day > date.min else day
    if day and _AFTER.search(lead):
        return day + timedelta(days=1) if day < date.max else day, None
    if day and _UNTIL.search(lead):
        return None, day
    return day, None


def _kind(text: str) -> str:
    """What a cell alone looks like, in the roles of columns; "" for one that says nothing."""
    if _NOTHING.fullmatch(text.strip()):
        return ""
    if values.money(text):
        return "rate"
    return "key" if _STEP_CELL.match(text.strip()) else "group"


def is_ragged(row: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """Does a figure stand where its column wants something else, or the row run short?

    Beside the number of a clause a cell may have words or a figure, whatever the others have.
    """
    if {column.role for column in columns} <= {"other"} or _is_one(row):
        return False
    if len(row) == len(columns) and any(_OF_CLAUSES.match(one.heading) for one in columns[:2]):
        return False
    for at, cell in _on_grid(row):
        if at >= len(columns):
            return bool(cell.text.strip())
        kind, role = _kind(cell.text), columns[at].role
        if role == "rate" and _BARE.match(cell.text):
            continue  # an amount that lost its dollar sign
        if kind and role != "other" and (kind == "rate") != (role == "rate"):
            return True
    short = len(columns) - sum(cell.colspan for cell in row)
    return short > 0 and any(cell.colspan == 1 for cell in row) and bool(row)


def _realigned(row: Sequence[Cell], columns: Sequence[Column]) -> tuple[Cell, ...]:
    """The row's cells under the first columns of their kinds, in order; () where that fails."""
    out = [Cell(()) for _ in columns]
    at = 0
    for cell in row:
        kind = _kind(cell.text)
        if not kind:
            continue
        while at < len(columns) and columns[at].role != kind:
            at += 1
        if at == len(columns):
            return ()
        out[at] = cell
        at += 1
    return tuple(out) if _whole(out, columns) else ()


def _whole(row: Sequence[Cell], columns: Sequence[Column]) -> bool:
    """Has each run of columns from one key to the next all of its figures, or none?

    Where one is missing nobody can say which, so none of them has a column beyond doubt.
    """
    missing: list[set[bool]] = [set()]
    for cell, column in zip(row, columns, strict=True):
        if column.role == "key":
            missing.append(set())
        elif column.role == "rate":
            missing[-1].add(not cell.text.strip())
    return all(len(found) < 2 for found in missing)
