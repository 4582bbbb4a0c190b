"""A page as rows in reading order, its tables in their places among them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from clausetrack import reasons
from clausetrack.ingest.pdf.columns import Band, in_columns, two_columns
from clausetrack.ingest.pdf.layout import Fragment, Row, fragments, lines
from clausetrack.ingest.pdf.page import Page, Word
from clausetrack.ingest.pdf.rows import BALLOON
from clausetrack.ingest.pdf.tables import FoundTable, ruled
from clausetrack.ingest.pdf.unruled import unruled

#: Where headers and footers stand, in parts of the height; what parts them, in sizes; a slack.
_EDGE, _PARTED, _NEAR = 0.1, 1.9, 3.0
#: How the words of a balloon begin, and how small they are, in sizes of the text.
_CHANGES = ("Comment", "Deleted", "Formatted", "Inserted", "Moved")
_SAYS_CHANGE = re.compile(
    rf"(?:[^\W\d_][\w .'’-]{{0,40}}: )?(?:Comment(?:ed)? ?\[\w+\]|(?:{'|'.join(_CHANGES[1:])})\b)"
)
_SMALL = 0.85


def flow(page: Page, numbers: Sequence[Word] = ()) -> tuple[list[Row], list[FoundTable]]:
    """The rows of a page from top to foot, and the tables that rows with `cell` belong to.

    `numbers` are words of it that are none of its text but count its lines.
    """
    words, across, aside = _set_aside(page, numbers)
    tables, rest = ruled(page.rules, words, across)
    aside = _rows_aside(across, page.width, "set across the page") + aside
    tables.sort(key=lambda table: -table.top)
    head, printed, foot = _parted(lines(fragments(rest)), page)
    bands = two_columns(printed, page.width)
    inner = [table for table in tables if any(_is_inside(table, printed, band) for band in bands)]
    if not bands:
        head, printed, foot = [], [*head, *printed, *foot], []
    found: list[FoundTable] = []
    out = in_columns(head, page.width)
    for table in tables:
        if table in inner:
            continue
        middle = (table.top + table.bottom) / 2
        above = [line for line in printed if line[0].y > middle]
        printed = printed[len(above) :]
        out += _between(above, page.width, found, inner)
        out += _table_rows(table, found)
    out += _between(printed, page.width, found, inner)
    return out + in_columns(foot, page.width) + aside, found


def _parted(
    printed: list[list[Fragment]], page: Page
) -> tuple[list[list[Fragment]], list[list[Fragment]], list[list[Fragment]]]:
    """The lines at the head and at the foot of a page that white space parts from its columns."""
    first, last = 0, len(printed)
    for at, (above, below) in enumerate(pairwise(printed), 1):
        if above[0].y - below[0].y < _PARTED * max(above[0].size, below[0].size):
            continue
        if above[0].y > (1 - _EDGE) * page.height:
            first = at
        elif below[0].y < _EDGE * page.height:
            last = min(last, at)
    return printed[:first], printed[first:last], printed[last:]


def _is_inside(table: FoundTable, printed: Sequence[list[Fragment]], band: Band) -> bool:
    """Does a table stand in one of the two columns, beside text of the other?"""
    middle = (table.top + table.bottom) / 2
    beside = printed[band.first][0].y > middle > printed[band.last][0].y
    return beside and (table.right < band.x1 or table.left > band.x0)


def _set_aside(
    page: Page, numbers: Sequence[Word]
) -> tuple[list[Word], list[Word], list[Row]]:
    """The words of the text, those across it, and rows of those in balloons or beyond the page, and
    of the `numbers` of its lines."""
    words: list[Word] = []
    across: list[Word] = []
    beyond: list[Word] = []
    balloons = _in_balloons(page.words)
    apart = set(map(id, (*balloons, *numbers)))
    for word in page.words:
        if id(word) in apart:
            continue
        if not word.style.upright:
            across.append(word)
        elif word.x1 < 0 or word.x0 > page.width or not -2 <= word.y <= page.height:
            beyond.append(word)
        else:
            words.append(word)
    rows = _rows_aside(beyond, page.width, "outside the page")
    rows += _rows_aside(balloons, page.width, BALLOON)
    return words, across, rows + _rows_aside(numbers, page.width, reasons.LINE_NUMBER)


def _rows_aside(words: Sequence[Word], width: float, why: str) -> list[Row]:
    return [Row([fragment], 0.0, width, aside=why) for fragment in fragments(words)]


def _in_balloons(found: Sequence[Word]) -> list[Word]:
    """The small words beside all of the text, where some of them say what was changed there."""
    if not any(word.text.startswith(_CHANGES) for word in found):
        return []  # as on nearly every page
    sizes: Counter[float] = Counter()
    for word in found:
        sizes[word.style.size] += len(word.text)
    size = sizes.most_common(1)[0][0]
    small = [word for word in found if word.style.size < _SMALL * size]
    body = [word for word in found if word.style.size >= _SMALL * size]
    if not small or not body:
        return []
    right = max(word.x1 for word in body)
    beside = [word for word in small if word.x0 > right]
    said = (fragment.text for fragment in fragments(beside))
    return beside if any(map(_SAYS_CHANGE.match, said)) else []


def _between(
    printed: Sequence[list[Fragment]],
    width: float,
    found: list[FoundTable],
    inner: Sequence[FoundTable],
) -> list[Row]:
    """The rows of lines outside ruled tables; `found` takes the tables among them: those without
    rules, and the `inner` ones, that stand in a column."""

    def side(column: Sequence[list[Fragment]], left: float, right: float) -> list[Row]:
        """The rows of one column, its tables in their places."""
        out: list[Row] = []
        waiting = [table for table in inner if table not in found
                   and left - _NEAR < (table.left + table.right) / 2 < right + _NEAR
                   and any(line[0].y > table.bottom for line in printed)]  # fmt: skip
        placed = {first: (last, table) for first, last, table in unruled(column)}
        at = 0
        while at < len(column):
            while waiting and waiting[0].top > column[at][0].y:
                out += _table_rows(waiting.pop(0), found)
            if at in placed:
                last, table = placed[at]
                out += _table_rows(table, found)
                at = last + 1
                continue
            out.append(Row(column[at], left, right))
            at += 1
        for table in waiting:
            out += _table_rows(table, found)
        return out

    out: list[Row] = []
    at = 0
    tables = list(unruled(printed))
    columns = two_columns(printed, width) if tables else []
    for first, last, table in tables:
        if any(band.first <= first and last <= band.last
               and band.last - band.first > 3 * (last - first) for band in columns):  # fmt: skip
            continue  # lines of two columns that stand side by side by chance
        out += in_columns(printed[at:first], width, side)
        out += _table_rows(table, found)
        at = last + 1
    return out + in_columns(printed[at:], width, side)


def _table_rows(table: FoundTable, found: list[FoundTable]) -> list[Row]:
    found.append(table)
    out = []
    for number, cell in enumerate(table.cells):
        for line in _cell_lines(cell.words):
            out.append(Row(line, table.left, table.right, (len(found) - 1, number)))
    return out


def _cell_lines(words: list[Word]) -> list[list[Fragment]]:
    """The lines of a cell; words that are turned are one, in the order of the file."""
    if not words or words[0].style.upright:
        return lines(fragments(words))
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    return [[Fragment(words, left, right, words[0].y, words[0].style.size)]]
