"""Tables that a text sets in columns, with nothing but spaces between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

#: Where the cells of a row stand in its line.
Spans = tuple[tuple[int, int], ...]

_CELL = re.compile(r"\S+(?: {1,2}\S+)*")  # three spaces part two cells
_WORD = re.compile(r"\S+")
_FIGURE = re.compile(r"[$(]*-?\d[\d,.]*%?\)?[A-Z*]?")
#: A figure that is no number of a page: "$20", "31.45", "2.5%".
_AMOUNT = re.compile(r"(?=.*[$%.,]\S)[$(]*-?\d[\d,.]*%?\)?[A-Z*]?|\d[\d,.]*%")
_FEWEST = 3  # cells, in two of which a line of words with a label or a page number ends too
_MOSTLY = 0.6  # of the cells behind the first must be figures


def rows(physical: Sequence[str]) -> dict[int, tuple[int, Spans]]:
    """The lines that are rows of a table set in columns: the number of the table, and the cells.

    A table has two rows of figures, or one below its headings; or three that have an amount, and
    words as well, in every column. A cell is empty where nothing stands in its column, which is a
    stretch that is blank in every row on either side.
    """
    found: dict[int, tuple[int, Spans]] = {}
    cells = [_cells(line) for line in physical]
    number = 0
    for run in _runs(physical, cells):
        columns = _columns([cells[at] for at in run])
        over = range(max(run[0] - 2, 0), run[0])  # an empty line may follow the headings
        above = max((at for at in over if physical[at].strip()), default=run[0])
        head = _headings(physical[above], cells[above], columns) if above in over else ()
        if len(columns) < _FEWEST or len(run) + bool(head) < 2:
            continue
        number += 1
        if head:
            found[above] = number, head
        for at in run:
            found[at] = number, tuple(_inside(cells[at], *column) for column in columns)
    return found


def _cells(line: str) -> Spans:
    if "   " not in line.strip():
        return ()
    return tuple(found.span() for found in _CELL.finditer(line))


def _is_figures(line: str, cells: Spans) -> bool:
    figures = sum(_FIGURE.fullmatch(line, *cell) is not None for cell in cells[1:])
    return len(cells) >= _FEWEST and figures >= _MOSTLY * (len(cells) - 1)


def _runs(physical: Sequence[str], cells: Sequence[Spans]) -> Iterator[list[int]]:
    """The rows that follow one another, or with an empty line between them."""
    figures = {at for at, line in enumerate(physical) if _is_figures(line, cells[at])}
    amounts = {at for at, line in enumerate(physical)
               if len(cells[at]) >= _FEWEST
               and any(_AMOUNT.fullmatch(line, *cell) for cell in cells[at][1:])}  # fmt: skip
    for run in _following(physical, sorted(figures | amounts)):
        width = len(_columns([cells[at] for at in run]))
        if len(run) >= _FEWEST and all(len(cells[at]) == width for at in run):
            yield run
        else:
            yield from _following(physical, [at for at in run if at in figures])


def _following(physical: Sequence[str], places: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for at in places:
        if run and (at - run[-1] > 2 or (at - run[-1] == 2 and physical[at - 1].strip())):
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
    if len(cells) < _FEWEST:
        return ()
    over = [[at for at, one in enumerate(columns) if one[0] < end and start < one[1]]
            for start, end in cells]  # fmt: skip
    if over == [[at] for at in range(len(columns))]:
        return cells
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


def _columns(run: Sequence[Spans]) -> list[tuple[int, int]]:
    """The stretches of the line in which some row has something, where no row joins two."""
    columns: list[tuple[int, int]] = []
    for start, end in sorted(cell for cells in run for cell in cells):
        if columns and start < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], end)
        else:
            columns.append((start, end))
    return columns


def _inside(cells: Spans, start: int, end: int) -> tuple[int, int]:
    """What of a row stands in a column."""
    inside = [cell for cell in cells if start <= cell[0] and cell[1] <= end]
    return (inside[0][0], inside[-1][1]) if inside else (start, start)
