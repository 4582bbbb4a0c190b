"""A page as rows in reading order, its tables in their places among them."""

from __future__ import annotations

from collections.abc import Sequence

from clausetrack.ingest.pdf.layout import (
    Fragment,
    Row,
    fragments,
    in_columns,
    lines,
    two_columns,
)
from clausetrack.ingest.pdf.page import Page, Word
from clausetrack.ingest.pdf.tables import FoundTable, ruled
from clausetrack.ingest.pdf.unruled import unruled


def flow(page: Page) -> tuple[list[Row], list[FoundTable]]:
    """The rows of a page from top to foot, and the tables that rows with `cell` belong to."""
    words, aside = _set_aside(page)
    tables, rest = ruled(page.rules, words)
    tables.sort(key=lambda table: -table.top)
    printed = lines(fragments(rest))
    out: list[Row] = []
    found: list[FoundTable] = []
    for table in tables:
        middle = (table.top + table.bottom) / 2
        above = [line for line in printed if line[0].y > middle]
        printed = printed[len(above) :]
        out += _between(above, page.width, found)
        out += _table_rows(table, found)
    return out + _between(printed, page.width, found) + aside, found


def _set_aside(page: Page) -> tuple[list[Word], list[Row]]:
    """The words of the text, and rows of those that stand across it or beyond the page."""
    words: list[Word] = []
    across: list[Word] = []
    beyond: list[Word] = []
    for word in page.words:
        if not word.style.upright:
            across.append(word)
        elif word.x1 < 0 or word.x0 > page.width or not -2 <= word.y <= page.height:
            beyond.append(word)
        else:
            words.append(word)
    rows = [
        Row([fragment], 0.0, page.width, aside=why)
        for group, why in ((across, "set across the page"), (beyond, "outside the page"))
        for fragment in fragments(group)
    ]
    return words, rows


def _between(printed: Sequence[list[Fragment]], width: float, found: list[FoundTable]) -> list[Row]:
    """The rows of lines outside ruled tables; `found` takes the tables without rules among them."""
    out: list[Row] = []
    at = 0
    tables = list(unruled(printed))
    columns = two_columns(printed, width) if tables else []
    for first, last, table in tables:
        if any(begin <= first and last <= end and end - begin > 3 * (last - first)
               for begin, end in columns):  # fmt: skip
            continue  # lines of two columns that stand side by side by chance
        out += in_columns(printed[at:first], width)
        out += _table_rows(table, found)
        at = last + 1
    return out + in_columns(printed[at:], width)


def _table_rows(table: FoundTable, found: list[FoundTable]) -> list[Row]:
    found.append(table)
    out = []
    for number, cell in enumerate(table.cells):
        for line in lines(fragments(cell.words)):
            out.append(Row(line, table.left, table.right, (len(found) - 1, number)))
    return out
