"""The grid that a table's merged cells cover, and what its headings say: names of rows, days."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from clausetrack import values
from clausetrack.lazily import pattern
from clausetrack.model import Cell, Table

KEY = pattern(r"\b(?:step|grade|level|year|point|scale|years of service)s?\b", re.I)
_RATE = pattern(
    r"\brates?\b|\bvalue\b|\bsalary\b|\bamount\b|\bcurrent\b|\ballowance\b|\bpay\b", re.I
)
#: What is written as a day is, whether or not it can be read as one.
_WRITTEN = pattern(
    r"(?<![\d/.-])\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?![\d/-]|\.\d)"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)?[-\s]?{values.MONTH}(?:[-\s]?['’]?(?:\d{{4}}|\d{{2}}))?(?![\w'’])"
    rf"|\b\d{{1,2}}/{values.MONTH}/\d\d\b"
    r"|(?<![\d./-])\d{4}([./-])\d{1,2}\2\d{1,2}(?![\d./-])"
    rf"|\b{values.MONTH}\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:/|,?\s['’]?)(?:\d{{4}}|\d\d)(?![\w'’./-])"
    rf"|\b{values.MONTH}(?:\s|[-/]['’]?)\d{{4}}\b|\b{values.MONTH}[-/]['’]?\d\d(?![\w'’./-])"
)
#: The day of the week, right before a day.
WEEKDAY = pattern(
    r"\b(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\b[.,]?(?:\s+the)?\s*$",
    re.I,
)
_LEAD = pattern(
    r"\b(?:rates?|effective|from|until|up|to|as|at|on|and|after|with|effect|date|the|w\.?e\.?f|including"
    r"|commencing|starting|before|prior)\b|[.:;,()–—\s-]+",
    re.I,
)
#: By how much figures rise: "(+$1,000)".
RISE = r"[(\[]?\s*(?:\+|\bplus\b)\s*\$\s?\d[\d,]*(?:\.\d+)?\s*[)\]]?"
_ASIDE = pattern(r"\([^()]*\)")
_WIDEST = 1000  # grid columns; no honest cell covers more


def fill(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows with every grid column filled: a cell that spans stands in each place it covers."""
    out = []
    carried: dict[int, tuple[Cell, int]] = {}
    for cells in rows:
        row: list[Cell] = []
        waiting = list(reversed(cells))
        following: dict[int, tuple[Cell, int]] = {}
        while waiting or len(row) in carried:
            if len(row) in carried:
                cell, left = carried[len(row)]
                width = 1
            else:
                cell = waiting.pop()
                left, width = cell.rowspan, min(cell.colspan, _WIDEST)
            for _ in range(width):
                if left > 1:
                    following[len(row)] = (cell, left - 1)
                row.append(cell)
        carried = following
        out.append(tuple(row))
    return tuple(out)


def whole_rows(table: Table | None) -> list[list[str]]:
    """The cell texts, row by row: a cell over several rows is said in each of them."""
    return [
        [cell.text for at, cell in enumerate(row) if not at or cell is not row[at - 1]]
        for row in (fill(table.rows) if table else ())
    ]


def text_at(row: Sequence[Cell], at: int) -> str:
    """What the cell of such a place says, its white space folded; "" where the row is shorter."""
    return " ".join(row[at].text.split()) if at < len(row) else ""


def shape(table: Table) -> list[list[tuple[int, int]]]:
    """How many grid columns and rows each cell covers."""
    return [[(cell.colspan, cell.rowspan) for cell in row] for row in table.rows]


def carried(
    rows: tuple[tuple[Cell, ...], ...], head: int, key: int | None, groups: Sequence[int]
) -> tuple[tuple[Cell, ...], ...]:
    """The rows below `head` with each empty cell of the first column filled by the one above it,
    where that is one of `groups`, left of the `key` of each row.

    Only where the keys prove it: they come again below another group, and never in one group.
    """
    first = min(groups, default=0)
    if key is None or not groups or first > key:
        return rows
    out: list[tuple[Cell, ...]] = list(rows[:head])
    above: Cell | None = None
    named: Counter[str] = Counter()
    grouped: Counter[tuple[str, str]] = Counter()
    blank = False
    for row in rows[head:]:
        texts = [cell.text.strip() for cell in row]
        if len(set(filter(None, texts))) == 1:
            above = None  # the heading of a section
        elif len(row) > key and texts[key]:
            above = row[first] if texts[first] else above
            if above is not None and not texts[first]:
                blank = True
                row = (*row[:first], above, *row[first + 1 :])
            named[texts[key]] += 1
            grouped[row[first].text.strip(), texts[key]] += 1
        out.append(row)
    proved = blank and max(named.values()) > 1 and max(grouped.values()) == 1
    return tuple(out) if proved else rows


def says_key(heading: str) -> bool:
    """Does a heading say that its column names the rows?"""
    return bool(KEY.search(heading)) and not _RATE.search(heading)


def written_days(text: str) -> list[tuple[int, int]]:
    """Where something is written as a day is: "1 July 2025", "Jul 1/25", "Jul-25", "1.7.2025"."""
    places = [(day.start, day.end) for day in values.dates(text)]
    others = (found.span() for found in _WRITTEN.finditer(text))
    places += [span for span in others if all(span[1] <= a or b <= span[0] for a, b in places)]
    return sorted(places)


def is_day(text: str) -> bool:
    """Is it a day, or two, and nothing else but brackets ("From 1 July 2025 (2%)")?"""
    text = _ASIDE.sub(" ", text)
    places = written_days(text)
    for start, end in reversed(places):
        text = f"{WEEKDAY.sub('', text[:start])} {text[end:]}"
    return bool(places) and not _LEAD.sub("", text)
