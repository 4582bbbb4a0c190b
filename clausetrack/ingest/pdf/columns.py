"""Lines in two columns, or with headings in the margin, put into the order of reading."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from clausetrack.counting import opening
from clausetrack.ingest.pdf.layout import Fragment, Row, is_label, line_x0, line_x1

#: The white strip between two columns, at least, in points; in sizes of smaller text.
_STRIP, _STRIP_SIZES = 9.0, 0.75
_PARTED = 4.0
_HANGING = 40
#: The number of a clause and a word behind it, as no figure of a table has.
_CLAUSE = re.compile(r"\d{1,3}(?:\.\d{1,3})+[.:)]?\s+[“\"‘(]?[^\W\d_]{3}")


@dataclass(frozen=True, slots=True)
class Band:
    """Lines `first` to `last`, set in two columns with a white strip between `x0` and `x1`."""

    first: int
    last: int
    x0: float
    x1: float


#: The rows of lines of one column, between its left and its right edge.
Side = Callable[[Sequence[list[Fragment]], float, float], list[Row]]


def plain_side(printed: Sequence[list[Fragment]], left: float, right: float) -> list[Row]:
    """Each line as a row."""
    return [Row(line, left, right) for line in printed]


def in_columns(
    printed: Sequence[list[Fragment]], width: float, side: Side = plain_side
) -> list[Row]:
    """Lines as rows in reading order: where they are set in two columns, one after the other.

    `side` makes the rows of a column.
    """
    if not printed:
        return []
    left = min(line_x0(line) for line in printed)
    right = max(line_x1(line) for line in printed)
    out: list[Row] = []
    at = 0
    for band in _columns(printed, width):
        out += [Row(line, left, right) for line in printed[at : band.first]]
        out += _side_by_side(printed[band.first : band.last + 1], band, left, right, side)
        at = band.last + 1
    return out + [Row(line, left, right) for line in printed[at:]]


def two_columns(printed: Sequence[list[Fragment]], width: float) -> list[Band]:
    """The stretches of lines that are set in two columns."""
    return _columns(printed, width) if printed else []


def _columns(printed: Sequence[Sequence[Fragment]], width: float) -> list[Band]:
    """The stretches of lines that are set in two columns."""
    left = min(map(line_x0, printed))
    starts: dict[int, int] = {}
    for line in printed:
        for fragment in line:
            if left + 0.1 * width < fragment.x0 < left + 0.75 * width:
                starts[round(fragment.x0)] = starts.get(round(fragment.x0), 0) + 1
    often = [start for start, count in starts.items() if count >= 4]
    # a few lines may hang out to the left of most of their column
    first = {min(one for one in starts if start - _HANGING <= one <= start) for start in often}
    size = statistics.median_low([fragment.size for line in printed for fragment in line])
    strip = min(_STRIP, _STRIP_SIZES * size)
    found = [
        band
        for start in sorted({*often, *first})
        for band in _bands(printed, start - 1, strip)
        if _is_columns(printed[band.first : band.last + 1], band)
    ]
    out: list[Band] = []
    for band in sorted(found, key=lambda band: (band.first - band.last, band.x1)):
        if all(band.last < other.first or other.last < band.first for other in out):
            out.append(band)
    return sorted(out, key=lambda band: band.first)


def _bands(
    printed: Sequence[Sequence[Fragment]], x: float, strip: float
) -> Iterator[Band]:
    """The longest stretches of lines in which no fragment crosses `x`, a strip left of it."""
    first, edge = 0, 0.0
    for at, line in enumerate([*printed, None]):
        crossed = line is None or any(f.x0 < x - 1 and f.x1 > x - strip for f in line)
        parted = (
            not crossed
            and at > first
            and printed[at - 1][0].y - printed[at][0].y > _PARTED * (printed[at][0].size)
        )
        if crossed or parted:
            if at - first >= 2 and edge:
                yield Band(first, at - 1, edge, x)
            first, edge = at + crossed, 0.0
        if line is not None and not crossed:
            edge = max([edge, *(f.x1 for f in line if f.x0 < x - 1)])


def _is_columns(printed: Sequence[Sequence[Fragment]], band: Band) -> bool:
    """Do both sides of the strip hold text of their own, to be read one after the other?"""
    side, body = _sides(printed, band)
    labels = sum(len(line) == 1 and is_label(line, line[0]) for line in side)
    if not side or len(body) < 2 or labels >= 0.5 * len(side):
        return False
    if len(printed) < 5 and not _is_clause_beside(side, body):
        return False
    if len(side) == 1:
        head = side[0][0]  # often set a little above the line that it stands beside
        top = body[0][0].y + 0.6 * body[0][0].size
        return top >= head.y > body[-1][0].y and (
            _is_margin((side, body)) or _is_clause_beside(side, body)
        )
    overlap = min(side[0][0].y, body[0][0].y) - max(side[-1][0].y, body[-1][0].y)
    if overlap <= 0:
        return False
    if (_is_prose(side) and _is_prose(body)) or _is_margin((side, body)):
        return True
    return _counts_on(side, body, sum(map(len, (side, body))) - len(printed))


def _counts_on(
    side: Sequence[Sequence[Fragment]], body: Sequence[Sequence[Fragment]], abreast: int
) -> bool:
    """Do the numbers of clauses count down the left side and on down the right one?

    So they do in columns that a table or short lines fill. One clause on a side is enough where few
    lines stand `abreast`, as rows of a table do.
    """
    left, right = _numbers(side), _numbers(body)
    fewest = min(len(left), len(right))
    enough = fewest > 1 or (fewest == 1 and 2 * abreast <= min(len(side), len(body)))
    return enough and all(a < b for a, b in pairwise(left + right))


def _numbers(side: Sequence[Sequence[Fragment]]) -> list[tuple[int, ...]]:
    """The numbers of clauses with which lines of a column begin, before words."""
    texts = (" ".join(fragment.text for fragment in line) for line in side)
    return [opening(text) for text in texts if _CLAUSE.match(text)]


def _sides(
    printed: Sequence[Sequence[Fragment]], band: Band
) -> tuple[list[list[Fragment]], list[list[Fragment]]]:
    middle = (band.x0 + band.x1) / 2
    sides: tuple[list[list[Fragment]], list[list[Fragment]]] = ([], [])
    for line in printed:
        for side, part in zip(
            sides,
            ([f for f in line if f.x0 < middle], [f for f in line if f.x0 >= middle]),
            strict=True,
        ):
            if part:
                side.append(part)
    return sides


def _is_prose(side: Sequence[Sequence[Fragment]]) -> bool:
    """Are most lines of a column filled with words, or do they end where filled ones do?"""
    left, right = min(map(line_x0, side)), max(map(line_x1, side))
    filled = [line for line in side if line_x1(line) > right - 0.25 * (right - left)]
    words = statistics.median(sum(len(f.words) for f in line) for line in side)
    single = sum(len(line) == 1 or is_label(line, line[0]) for line in side)
    return (
        len(side) >= 5
        and words >= 4
        and len(filled) >= 0.4 * len(side)
        and single >= 0.8 * len(side)
    )


def _is_margin(sides: tuple[list[list[Fragment]], list[list[Fragment]]]) -> bool:
    """Headings in the margin: few and short on the left, prose on the right."""
    side, body = sides
    plain = all(len(line) == 1 or is_label(line, line[0]) for line in side)
    return len(side) <= 0.5 * len(body) and _is_prose(body) and plain


def _is_clause_beside(
    side: Sequence[Sequence[Fragment]], body: Sequence[Sequence[Fragment]]
) -> bool:
    """Does a short heading stand in the margin beside a clause that has a number and words?"""
    first = body[0]
    if len(first) != 2 or not is_label(first, first[0]) or len(first[1].words) < 4:
        return False
    return len(side) < 4 and len(side) <= len(body) and all(len(line) == 1 for line in side)


def _side_by_side(
    printed: Sequence[list[Fragment]], band: Band, left: float, right: float, rows: Side
) -> list[Row]:
    side, body = _sides(printed, band)
    edge = max(line_x1(line) for line in side)
    start = min(line_x0(line) for line in body)
    margin = _is_margin((side, body)) or (len(printed) < 5 or len(side) == 1)
    if margin and not _is_prose(side):
        return _with_margin(side, body, left, start, right)
    return rows(side, left, edge) + rows(body, start, right)


def _with_margin(
    side: Sequence[list[Fragment]],
    body: Sequence[list[Fragment]],
    left: float,
    start: float,
    right: float,
) -> list[Row]:
    """Each heading of the margin, whole, before the line of the body that it stands beside."""
    blocks: list[list[list[Fragment]]] = []
    for line in side:
        fragment = line[0]
        above = blocks[-1][-1][0] if blocks else None
        if above is not None and above.y - fragment.y < 1.7 * fragment.size:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    out: list[Row] = []
    for line in body:
        while blocks and blocks[0][0][0].y >= line[0].y - 0.6 * line[0].size:
            out += [Row(part, left, start, margin=True) for part in blocks.pop(0)]
        out.append(Row(line, start, right))
    return out + [Row(part, left, start, margin=True) for block in blocks for part in block]
