"""The tables of a page that only white strips between their columns show."""

from __future__ import annotations

import re
import statistics
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from clausetrack.ingest.listed import is_contents_title
from clausetrack.ingest.pdf.labels import LABEL
from clausetrack.ingest.pdf.layout import Fragment, is_label, line_x0, line_x1
from clausetrack.ingest.pdf.page import Word
from clausetrack.ingest.pdf.tables import FoundTable, TableCell

_TOUCH = 2.5
_Cells = list[list[Word]]
#: The step between lines of one paragraph, at most, in sizes of the text.
_LINE = 1.5
#: The white space, at least, between a column's words and those of the next column's heading.
_APART = 0.3
#: The number of a clause, beside so many words at least.
_CLAUSE, _PROSE = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?|\([a-z]{1,4}\)"), 5
_HEADED = re.compile(r"\d{1,2}\.?")
#: A figure of an account, whose sign stands apart at the left of its column.
_AMOUNT = re.compile(r"\d{1,3}(?:,\d{3})*(?:\.\d\d)?")
_SIGNS, _MOSTLY = 3, 0.7  # signs of a line of accounts, at least; the share of its words
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURE = re.compile(
    r"\$?\s?\d[\d,]*(?:\.\d+)?\s?(?:%|\+)?|\d{1,3}\s?[-–]\s?\d{1,3}|–|-|n/?a", re.I
)


def unruled(printed: Sequence[list[Fragment]]) -> list[tuple[int, int, FoundTable]]:
    """The tables that only their columns show, each with its first and last line."""
    out = []
    at = 0
    listed = False
    printed = [_with_signs(line) for line in printed]
    while at < len(printed):
        listed = listed or _is_contents_title(printed[at])
        end = _run(printed, at)
        strips = _columns(printed[at:end])
        if end - at >= 2 and strips:
            rows = _rows(printed[at:end], strips)
            if beside := _headed_beside(rows):
                strips = [strip for number, strip in enumerate(strips) if number not in beside]
                rows = _rows(printed[at:end], strips)
            tabular = len(rows) > 1 and _is_tabular(printed[at:end], rows)
            if tabular and not (listed and _counts_pages(rows)):
                out.append((at, end - 1, _from_rows(printed[at:end], rows, strips)))
                at = end
                continue
        at += 1
    return out


def _with_signs(line: list[Fragment]) -> list[Fragment]:
    """The cells of a line of accounts ("$   64,020 $   55,317"): each sign begins one, wherever
    the figure before it ends, and the figure behind it belongs to it."""
    words = [word for part in line for word in part.words]
    signs = {at for at in range(len(words) - 1)
             if words[at].text == "$" and _AMOUNT.fullmatch(words[at + 1].text)}  # fmt: skip
    if len(signs) < _SIGNS or 2 * len(signs) < _MOSTLY * len(words):
        return line
    begins = {id(part.words[0]) for part in line}
    cells: _Cells = []
    for at, word in enumerate(words):
        if at in signs or at - 2 in signs or (at - 1 not in signs and id(word) in begins):
            cells.append([])
        cells[-1].append(word)
    return [Fragment(cell, cell[0].x0, cell[-1].x1, line[0].y, line[0].size) for cell in cells]


def _is_contents_title(line: Sequence[Fragment]) -> bool:
    return len(line) == 1 and len(line[0].words) < 6 and is_contents_title(line[0].text)


def _cut(line: Sequence[Fragment]) -> bool:
    """Does a line fall into cells? A label before its text is none, before a figure it is one."""
    if len(line) == 2 and is_label(line, line[0]):
        return bool(_FIGURE.fullmatch(line[1].text))
    return len(line) - is_label(line, line[0]) > 1


def _run(printed: Sequence[list[Fragment]], at: int) -> int:
    """The end of the run of lines from `at` that leave common white strips: each is cut by one, or
    goes on with a cell of the lines above it."""
    end = at
    while end < len(printed):
        line = printed[end]
        step = printed[end - 1][0].y - line[0].y if end > at else 0.0
        if step > 3.2 * line[0].size or not _strips(printed[at : end + 1]):
            break
        aligned = end > at and _goes_on(line, printed[at:end], step)
        if not _cut(line) and not aligned:
            break
        end += 1
    return end


def _goes_on(line: Sequence[Fragment], above: Sequence[list[Fragment]], step: float) -> bool:
    """Does a line begin where cells of the columns do? One in the first column alone stands no
    further down than lines of a paragraph do."""
    left = min(map(line_x0, above))
    if len(line) == 1 and step > (_LINE if line[0].x0 < left + _TOUCH else 2.0) * line[0].size:
        return False
    starts = [other.x0 for row in above[-3:] for other in row]
    return all(any(abs(part.x0 - start) < _TOUCH for start in starts) for part in line)


def _strips(lines: Sequence[Sequence[Fragment]]) -> list[tuple[float, float]]:
    """The white strips, an em wide or more, that go through all lines. Those of accounts may be
    narrow: the sign at the left of a column stands close to the figure before it."""
    if not lines:
        return []
    accounts = any(sum(part.words[0].text == "$" for part in line) >= _SIGNS for line in lines)
    size = lines[0][0].size * (_APART if accounts else 1)
    spans = sorted((f.x0, f.x1) for line in lines for f in line)
    out, reach = [], spans[0][1]
    for x0, x1 in spans[1:]:
        if x0 - reach >= size:
            out.append((reach, x0))
        reach = max(reach, x1)
    return out


def _columns(lines: Sequence[Sequence[Fragment]]) -> list[tuple[float, float]]:
    """The white strips between the columns. The words of a heading may stand nearer to each other
    than those below them do, and reach into a strip; none goes through it."""
    best = _strips(lines)
    for skip in (1, 2):
        strips = _strips(lines[skip:])
        if len(lines) - skip > 2 and len(strips) > len(best):
            words = [word for line in lines[:skip] for part in line for word in part.words]
            narrow = [_narrowed(strip, words) for strip in strips]
            if all(x1 - x0 > _APART * lines[0][0].size for x0, x1 in narrow):
                best = narrow
    return best


def _headed_beside(rows: Sequence[_Cells]) -> list[int]:
    """The strips that are none between columns, but part a heading that is set in the middle of its
    column from figures at the side of it: of each two columns beside each other one then holds
    nothing but a heading, and the other none."""
    for top in (1, 2):
        if len(rows) - top < 3:
            break
        heads = [any(row[at] for row in rows[:top]) for at in range(len(rows[0]))]
        below = [any(row[at] for row in rows[top:]) for at in range(len(rows[0]))]
        out, at = [], 0
        while at < len(heads):
            if heads[at] and below[at]:
                at += 1
            elif heads[at : at + 2] == below[at : at + 2][::-1] and len(heads) > at + 1:
                out.append(at)
                at += 2
            else:
                break
        else:
            # one pair alone may be a column to be filled in, beside one without a heading
            return out if len(out) > 1 else []
    return []


def _narrowed(strip: tuple[float, float], words: Sequence[Word]) -> tuple[float, float]:
    """The strip between the words that reach into it, each from the side that it begins on."""
    x0, x1 = strip
    for word in words:
        if word.x0 <= x0 < word.x1:
            x0 = word.x1
        elif x0 < word.x0 < x1:
            x1 = word.x0
    return x0, x1


def _rows(lines: Sequence[list[Fragment]], strips: Sequence[tuple[float, float]]) -> list[_Cells]:
    """The lines as rows of cells: a line that stands nearer to the one above it than rows do
    goes on with that row, where no figure says that it is another."""
    edges = [(a + b) / 2 for a, b in strips]
    steps = [above[0].y - below[0].y for above, below in pairwise(lines)]
    least = min(steps)
    close = least + 0.06 * lines[0][0].size
    if max(steps) <= close:
        close = 0.0  # all lines stand alike: each is a row
    out: list[_Cells] = []
    for at, line in enumerate(lines):
        cells: _Cells = [[] for _ in range(len(edges) + 1)]
        for fragment in line:
            for word in fragment.words:
                cells[bisect_right(edges, word.x0)].append(word)
        joins = out and (not _cut(line) or steps[at - 1] <= close)
        if joins and not (any(map(_parts, out[-1], cells)) or _numbered_anew(out[-1], cells)):
            for cell, more in zip(out[-1], cells, strict=True):
                cell += more
        else:
            out.append(cells)
    return out


def _parts(above: Sequence[Word], below: Sequence[Word]) -> bool:
    """Is what stands in a column another cell than what is above it: a figure under anything?"""
    text = _printed(below)
    figure = _FIGURE.fullmatch(text) and len(text) > 1 and not _YEAR.fullmatch(text)
    return bool(above) and bool(figure)


def _numbered_anew(above: _Cells, below: _Cells) -> bool:
    """Does a row begin with a number of its own, under one that does: "2" under "1.2"?"""
    numbers = [_printed(row[0]) for row in (above, below)]
    return all(_CLAUSE.fullmatch(x) or _HEADED.fullmatch(x) for x in numbers)


def _printed(cell: Sequence[Word]) -> str:
    return " ".join(word.text for word in cell)


def _is_tabular(lines: Sequence[Sequence[Fragment]], rows: Sequence[_Cells]) -> bool:
    """Are these cells, by their figures or their number, and not prose in columns?"""
    if _numbers_prose(rows):
        return False
    wide = len(rows[0]) > 2
    cells = [_printed(cell) for row in rows for cell in row[1:] if cell]
    figures = sum(bool(_FIGURE.fullmatch(text)) for text in cells)
    if 2 * figures >= len(cells):
        return wide or len(lines) > 2
    if not wide:
        counted = sum(any(_FIGURE.fullmatch(_printed(cell)) for cell in row) for row in rows)
        return len(lines) > 2 and counted >= 0.6 * len(rows)
    parts = [part for line in lines for part in line if not LABEL.fullmatch(part.text)]
    return len(lines) > 2 and 0 < sum(len(part.words) for part in parts) <= 5 * len(parts)


def _numbers_prose(rows: Sequence[_Cells]) -> bool:
    """Does the column before the last hold the numbers of clauses, and the last their words?"""
    numbered = [row for row in rows if row[-2]]
    labels = [word.text for row in numbered for word in row[-2]]
    clauses = sum(bool(_CLAUSE.fullmatch(label)) for label in labels)
    # the number of a heading stands among those of its clauses
    if not clauses or not all(_CLAUSE.fullmatch(x) or _HEADED.fullmatch(x) for x in labels):
        return False
    most = 2 * clauses > len(labels)
    return most and statistics.median(len(row[-1]) for row in numbered) >= _PROSE


def _counts_pages(rows: Sequence[_Cells]) -> bool:
    """Is the last column one of page numbers, as under the title of a contents page?"""
    last = [_printed(row[-1]) for row in rows if row[-1]]
    numbers = [int(text) for text in last if text.isdecimal()]
    return 2 * len(last) > len(rows) and len(numbers) == len(last) and numbers == sorted(numbers)


def _from_rows(
    lines: Sequence[list[Fragment]],
    rows: Sequence[_Cells],
    strips: Sequence[tuple[float, float]],
) -> FoundTable:
    left = min(map(line_x0, lines))
    return FoundTable(
        lines[0][0].y + lines[0][0].size,
        lines[-1][0].y,
        left,
        max(map(line_x1, lines)),
        [left, *(b for _, b in strips)],
        [
            TableCell(at, column, 1, 1, cell)
            for at, row in enumerate(rows)
            for column, cell in enumerate(row)
        ],
    )
