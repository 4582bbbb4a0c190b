"""Tables that a text sets in columns, with nothing but spaces between them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import chain, count, pairwise, takewhile

from clausetrack.ingest import text_layout
from clausetrack.ingest.text_ruled import Cells

#: Where the cells of a row stand in its line.
Spans = tuple[tuple[int, int], ...]

#: Three spaces part two cells, and two before a figure that is a cell of its own.
_CELL = re.compile(
    r"\S+(?:(?: | {2}(?!(?:\$\d|\d[\d,]*[.,]\d)[\d,.]*(?: {3}|\s*$)))\S+)*"
)
_WORD = re.compile(r"\S+")
_FIGURE = re.compile(r"\$?(?:\(\$?-?\d[\d,.]*%?\)|-?\d[\d,.]*%?)[A-Z*]?")
#: A figure that is no number of a page: "$20", "31.45", "2.5%".
_AMOUNT = re.compile(r"(?=.*[$%.,]\S)[$(]*-?\d[\d,.]*%?\)?[A-Z*]?|\d[\d,.]*%")
_NUMBER = re.compile(r"\s*\d+(?:\.\d+|[.)])")  # of a clause
_MOST_LINES = 6  # of headings
_STRIP = 2  # blank columns beside one of headings
_YEAR = re.compile(r"(?:19|20)\d\d")
_PAGE = re.compile(r"\bpages?\b", re.I)
_FEWEST = 3  # cells, in two of which a line of words with a label or a page number ends too
_MOSTLY = 0.6  # of the cells behind the first must be figures


def rows(physical: Sequence[str]) -> dict[int, tuple[int, Cells | None]]:
    """The lines that are rows of a table set in columns: the number of the table, and the cells.

    A row may take several lines, of which the first has the cells and the others None. A table
    has two rows of figures, or one below its headings; or three that have an amount, and words as
    well, in every column; or of two columns, with headings, three rows that end in a figure, or
    that begin where the headings do. A cell is empty where nothing stands in its column, which is
    a stretch that is blank in every row on either side.
    """
    found: dict[int, tuple[int, Cells | None]] = {}
    cells = [_cells(line) for line in physical]
    wraps = set(_wraps(physical, cells))
    number, end = 0, 0
    runs = [*_runs(physical, cells, wraps), *_of_two(physical, cells, wraps),
            *_of_words(physical, cells, wraps)]  # fmt: skip
    for run in sorted(runs):
        lines = {at: [at, *takewhile(wraps.__contains__, count(at + 1))] for at in run}
        columns = _parted([cells[at] for at in chain.from_iterable(lines.values())])
        over = range(max(run[0] - 2, end), run[0])  # an empty line may follow the headings
        above = max((at for at in over if physical[at].strip()), default=run[0])
        head = _stacked(physical, columns, range(end, above + 1)) if above in over else ()
        if above in over and not head:
            head = _pieces(above, _headings(physical[above], cells[above], columns))
        enough = len(run) + bool(head) > 1 if len(columns) >= _FEWEST else len(columns) == len(head)
        if not enough or run[0] < end:
            continue
        number += 1
        if head:
            first = min(at for pieces in head for at, _, _ in pieces)
            found.update(dict.fromkeys(range(first, above + 1), (number, None)))
            found[first] = number, head
        for at, taken in lines.items():
            found.update(dict.fromkeys(taken, (number, None)))
            found[at] = number, _laid([(n, cells[n]) for n in taken], columns)
            end = taken[-1] + 1
    return found


def _laid(lines: Sequence[tuple[int, Spans]], columns: Iterable[tuple[int, int]]) -> Cells:
    """What each line has in each of the columns."""
    return tuple(
        tuple((at, *span) for at, spans in lines
              if (span := _inside(spans, *column)) != (column[0], column[0]))
        for column in columns
    )  # fmt: skip


def _pieces(at: int, spans: Iterable[tuple[int, int]]) -> Cells:
    """The cells of a row that is one line; an empty one has nothing of it."""
    return tuple(((at, *span),) if span[0] < span[1] else () for span in spans)


def _stacked(physical: Sequence[str], columns: Spans, above: range) -> Cells:
    """The headings of all columns, but the first perhaps, that take the last lines of `above`.

    Each stands between the columns beside its own, with a strip left blank between the headings.
    Only one line has something in the first: rows of words have it in each.
    """
    lines: list[tuple[int, Spans]] = []
    found: Cells = ()
    for at in reversed(above[-_MOST_LINES:]):
        here = tuple(one.span() for one in _CELL.finditer(physical[at]))
        if not here:
            break
        lines.insert(0, (at, here))
        heads = _columns([spans for _, spans in lines], _STRIP)
        if len(heads) == len(columns) - 1:
            heads.insert(0, (0, 0))
        if len(lines) > 1 and len(here) >= min(_FEWEST, len(columns)) and _over(heads, columns):
            found = _laid(lines, heads)
    return found if found and all(found[1:]) and len(found[0]) < 2 else ()


def _over(heads: Sequence[tuple[int, int]], columns: Sequence[tuple[int, int]]) -> bool:
    """Does each head stand between the columns beside its own?"""
    return len(heads) == len(columns) and all(
        head[1] <= right[0] and left[1] <= after[0]
        for (head, after), (left, right) in zip(pairwise(heads), pairwise(columns), strict=True)
    )


def _cells(line: str) -> Spans:
    if "   " not in line.strip():
        return ()
    return tuple(found.span() for found in _CELL.finditer(line))


def _wraps(physical: Sequence[str], cells: list[Spans]) -> Iterator[int]:
    """The lines with nothing but more words of the row above, each below the cell that they go on.

    Its spans are put in `cells`: of a line that stands alone one would be none.
    """
    room: dict[int, int] = {}  # where words of the last row begin, and where the next cell does
    for at, line in enumerate(physical):
        here = tuple(found.span() for found in _CELL.finditer(line)) if line[:1] == " " else ()
        if here and all(end < room.get(start, 0) and _is_words(line, (start, end))
                        for start, end in here):  # fmt: skip
            cells[at] = here
            yield at
        else:
            ends = [start for start, _ in cells[at][1:]] + [sys.maxsize]
            room = {span[0]: end for span, end in zip(cells[at], ends, strict=False)
                    if span != cells[at][0] and _is_words(line, span)}  # fmt: skip


def _is_words(line: str, cell: tuple[int, int]) -> bool:
    return not _FIGURE.fullmatch(line, *cell)


def _is_figures(line: str, cells: Spans) -> bool:
    """Are most cells behind the first figures, and not all years? Headings may end in these."""
    figures = [found[0] for cell in cells[1:] if (found := _FIGURE.fullmatch(line, *cell))]
    enough = len(cells) >= _FEWEST and len(figures) >= _MOSTLY * (len(cells) - 1)
    return enough and not all(map(_YEAR.fullmatch, figures))


def _runs(
    physical: Sequence[str], cells: Sequence[Spans], wraps: AbstractSet[int]
) -> Iterator[list[int]]:
    """The rows that follow one another, or with an empty line between them."""
    figures = {at for at, line in enumerate(physical) if _is_figures(line, cells[at])}
    amounts = {at for at, line in enumerate(physical)
               if len(cells[at]) >= _FEWEST
               and any(_AMOUNT.fullmatch(line, *cell) for cell in cells[at][1:])}  # fmt: skip
    for run in _following(physical, sorted(figures | amounts), wraps):
        width = len(_parted([cells[at] for at in run]))
        if len(run) >= _FEWEST and all(len(cells[at]) == width for at in run):
            yield run
        else:
            yield from _following(physical, [at for at in run if at in figures], wraps)


def _of_two(
    physical: Sequence[str], cells: Sequence[Spans], wraps: AbstractSet[int]
) -> Iterator[list[int]]:
    """Rows that end in a figure and have one cell before it, three or more that follow."""
    pairs = [
        at for at, line in enumerate(physical)
        if len(cells[at]) == 2
        and (_AMOUNT.fullmatch(line, *cells[at][1])
             or (_FIGURE.fullmatch(line, *cells[at][1]) and not text_layout.LABEL.match(line)))
    ]  # fmt: skip
    return (run for run in _following(physical, pairs, wraps) if len(run) >= _FEWEST)


def _of_words(
    physical: Sequence[str], cells: Sequence[Spans], wraps: AbstractSet[int]
) -> Iterator[list[int]]:
    """Rows of two cells, three or more, which begin right below those of their headings."""
    head: list[int] = []  # where the cells of the headings begin
    run: list[int] = []
    for at, line in enumerate([*physical, ""]):
        if at in wraps:
            continue
        starts = [start for start, _ in cells[at]] if line else []
        if head and starts == head and not _NUMBER.match(line):
            run.append(at)
            continue
        if len(run) >= _FEWEST:
            yield run
        titled = len(starts) == 2 and all(line[start].isupper() for start in starts)
        head, run = starts if titled and not text_layout.LABEL.match(line) else [], []


def _following(
    physical: Sequence[str], places: Sequence[int], wraps: AbstractSet[int]
) -> Iterator[list[int]]:
    run: list[int] = []
    for at in places:
        if run:
            between = [n for n in range(run[-1] + 1, at) if n not in wraps]
            if len(between) > 1 or any(physical[n].strip() for n in between):
                yield run
                run = []
        run.append(at)
    if run:
        yield run


def _headings(line: str, cells: Spans, columns: Sequence[tuple[int, int]]) -> Spans:
    """The headings of all columns, of which the first may have none; nothing where it has others.

    Where each stands over its column alone, that is all. Else a word belongs to the column that is
    nearest: headings may stand closer than three spaces. Those that do are single words, or begin
    with the same word ("Step 1 Step 2").
    """
    if len(columns) < _FEWEST:
        last = line[slice(*cells[-1])] if _over(cells, columns) else ""
        return cells if last[:1].isalpha() and not _PAGE.search(last) else ()
    over = [[at for at, one in enumerate(columns) if one[0] < end and start < one[1]]
            for start, end in cells]  # fmt: skip
    if over == [[at] for at in range(len(columns))]:
        return cells
    if over == [[at] for at in range(1, len(columns))] and line[:1] == " ":
        return ((0, 0), *cells)
    if len(cells) < _FEWEST:
        return ()
    heads: dict[int, tuple[int, int]] = {}
    for cell in cells:
        words = [found.span() for found in _WORD.finditer(line, *cell)]
        places = [_nearest(columns, *word) for word in words]
        counts = {places.count(place) for place in places}
        firsts = {line[slice(*words[places.index(place)])] for place in places}
        if len(counts) > 1 or (counts != {1} and len(firsts) > 1) or heads.keys() & places:
            return ()
        for place, word in zip(places, words, strict=True):
            heads[place] = heads.get(place, word)[0], word[1]
    if not all(place in heads for place in range(1, len(columns))):
        return ()
    return tuple(heads.get(place, (0, 0)) for place in range(len(columns)))


def _nearest(columns: Sequence[tuple[int, int]], start: int, end: int) -> int:
    """The column whose middle is nearest to that of a word."""
    return min(range(len(columns)), key=lambda i: abs(sum(columns[i]) - start - end))


def _parted(run: Sequence[Spans]) -> Spans:
    """The columns of rows, with a strip left blank between them if no row has two cells in one."""
    wide = _columns(run, _STRIP)
    inside = (sum(start <= cell[0] < end for cell in cells) for cells in run for start, end in wide)
    return tuple(wide if max(inside, default=0) < 2 else _columns(run))


def _columns(run: Sequence[Spans], strip: int = 0) -> list[tuple[int, int]]:
    """The stretches of the line in which some row has something, where no row joins two.

    Between two of them `strip` columns of the line and more are blank.
    """
    columns: list[tuple[int, int]] = []
    for start, end in sorted(cell for cells in run for cell in cells):
        if columns and start < columns[-1][1] + strip:
            columns[-1] = columns[-1][0], max(columns[-1][1], end)
        else:
            columns.append((start, end))
    return columns


def _inside(cells: Spans, start: int, end: int) -> tuple[int, int]:
    """What of a row stands in a column."""
    inside = [cell for cell in cells if start <= cell[0] and cell[1] <= end]
    return (inside[0][0], inside[-1][1]) if inside else (start, start)
