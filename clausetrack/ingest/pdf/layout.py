"""The words of a page -> rows in reading order: column after column, labels cut off by a tab.

A `Row` is one printed line of one column, or of a table's cell; nothing here knows of other pages.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from clausetrack.ingest.pdf.page import Word
from clausetrack.ingest.pdf.rows import BULLETS, LABEL

_TAB = 0.62
_WIDER = 1.5
_GAP = 1.3
_FAR = 3.0
#: The white strip between two columns, at least, in points; in sizes of smaller text.
_STRIP, _STRIP_SIZES = 9.0, 0.75
_PARTED = 4.0
_HANGING = 40


@dataclass(slots=True)
class Fragment:
    """Words in one line with no wide gap between them."""

    words: list[Word]
    x0: float
    x1: float
    y: float
    size: float

    @property
    def text(self) -> str:
        if len(self.words) == 1:
            return self.words[0].text
        return "".join((w.before if w.before != "\n" else " ") + w.text for w in self.words).strip()


@dataclass(slots=True)
class Row:
    """One printed line. `left` and `right` are the edges of its column; `cell` says which cell of
    which table of the page it belongs to: (table, cell)."""

    fragments: list[Fragment]
    left: float
    right: float
    cell: tuple[int, int] | None = None
    margin: bool = False
    aside: str = ""

    @property
    def x0(self) -> float:
        return self.fragments[0].x0

    @property
    def x1(self) -> float:
        return self.fragments[-1].x1

    @property
    def y(self) -> float:
        return max(self.fragments, key=lambda f: f.x1 - f.x0).y

    @property
    def size(self) -> float:
        """The size of most of its characters."""
        sizes: dict[float, int] = {}
        for fragment in self.fragments:
            for word in fragment.words:
                sizes[word.style.size] = sizes.get(word.style.size, 0) + len(word.text)
        return max(sizes, key=lambda size: sizes[size])

    def pieces(self) -> list[tuple[Word, str]]:
        """Its words, each with what stands before it: "", " " or a tab."""
        out: list[tuple[Word, str]] = []
        previous: Word | None = None
        for fragment in self.fragments:
            for word in fragment.words:
                before = word.before
                if previous is None:
                    before = ""
                else:
                    gap = word.x0 - previous.x1
                    if before == "\n":
                        before = (
                            " " if gap > 0.1 * min(word.style.size, previous.style.size) else ""
                        )
                        before = before if gap > -0.5 * word.style.size else " "
                    size = max(word.style.size, previous.style.size)
                    wide = gap > _TAB * size and gap > _WIDER * self._usual_gap()
                    if (
                        wide and self._label("".join(b + w.text for w, b in out))
                    ) or gap > _FAR * word.style.size:
                        before = "\t"
                    elif wide:
                        before = " "
                out.append((word, before))
                previous = word
        return out

    def _usual_gap(self) -> float:
        """The gap between its words where there are many: justified and typewriter text is wide."""
        words = [word for fragment in self.fragments for word in fragment.words]
        gaps = [after.x0 - word.x1 for word, after in pairwise(words) if after.before]
        return statistics.median(gaps) if len(gaps) > 3 else 0.0

    def _label(self, text: str) -> bool:
        return len(text) <= 14 and (text in BULLETS or bool(LABEL.fullmatch(text)))


def fragments(words: Iterable[Word]) -> list[Fragment]:
    """Words in the order of the file, gathered where they follow each other in one line."""
    out: list[Fragment] = []
    for word in words:
        last = out[-1] if out else None
        size = word.style.size
        if last is not None:
            gap = word.x0 - last.x1
            if abs(word.y - last.y) < 0.6 and -0.3 * size < gap < (
                _GAP if word.before != "\n" else 0.5
            ) * max(size, last.size):
                last.words.append(word)
                last.x1 = max(last.x1, word.x1)
                last.size = max(last.size, size)
                continue
        out.append(Fragment([word], word.x0, word.x1, word.y, size))
    return out


def lines(found: Sequence[Fragment]) -> list[list[Fragment]]:
    """Fragments gathered by base line, from the top; those of a line from the left."""
    out: list[list[Fragment]] = []
    for fragment in sorted(found, key=lambda f: (-f.y, f.x0)):
        if out:
            line = out[-1]
            base = max(line, key=lambda f: f.size)
            drop = base.y - fragment.y
            same = abs(drop) <= 0.25 * max(fragment.size, base.size)
            raised = fragment.size < 0.8 * base.size and abs(drop) < 0.5 * base.size
            lifts = base.size < 0.8 * fragment.size and abs(drop) < 0.5 * fragment.size
            if (same or raised or lifts) and not any(_overlap(fragment, f) for f in line):
                line.append(fragment)
                continue
        out.append([fragment])
    for line in out:
        line.sort(key=lambda f: f.x0)
        if _right_to_left(line):
            line.reverse()
    return _labels_joined(out)


def _labels_joined(found: list[list[Fragment]]) -> list[list[Fragment]]:
    """Lines with each label that stands a little off its text's base line joined to it."""
    out: list[list[Fragment]] = []
    for line in found:
        above = out[-1] if out else None
        if above is not None and _is_beside(above, line):
            above[:] = sorted([*above, *line], key=lambda f: f.x0)
        else:
            out.append(line)
    return out


def _is_beside(above: Sequence[Fragment], below: Sequence[Fragment]) -> bool:
    label, text = (
        (above, below) if len(above) == 1 and is_label(above, above[0]) else (below, above)
    )
    return (
        len(label) == 1
        and is_label(label, label[0])
        and label[0].x1 < text[0].x0
        and text[0].x0 - label[0].x1 < 6 * text[0].size
        and 0 <= above[0].y - below[0].y < 0.75 * max(label[0].size, text[0].size)
    )


def _overlap(a: Fragment, b: Fragment) -> bool:
    return min(a.x1, b.x1) - max(a.x0, b.x0) > 0.3 * min(a.size, b.size)


def _right_to_left(line: Sequence[Fragment]) -> bool:
    if not any(_is_semitic(fragment.words[0].text[0]) for fragment in line):
        return False
    text = "".join(word.text for fragment in line for word in fragment.words)
    return sum(map(_is_semitic, text)) > len(text) / 2


def _is_semitic(character: str) -> bool:
    """Is a character of the scripts that run from right to left?"""
    return "\u0590" <= character <= "\u08ff"


# ----------------------------------------------------------------------------------- columns


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


def line_x0(line: Sequence[Fragment]) -> float:
    return min(fragment.x0 for fragment in line)


def line_x1(line: Sequence[Fragment]) -> float:
    return max(fragment.x1 for fragment in line)


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


def is_label(line: Sequence[Fragment], fragment: Fragment) -> bool:
    """Is that fragment the label before the text of its line?"""
    return fragment is line[0] and (
        fragment.text in BULLETS
        or (len(fragment.text) < 15 and bool(LABEL.fullmatch(fragment.text)))
    )


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
    return (_is_prose(side) and _is_prose(body)) or _is_margin((side, body))


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
