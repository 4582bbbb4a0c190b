"""Pages that a converter laid out with two columns side by side, or with headings in the margin.

Each printed line of such a page holds a part of both: they are read one after the other.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from clausetrack.ingest import text_pages
from clausetrack.model import LeftOut, Line, Reading, Run, Source

#: Where a part of a line stood: the index of that line, and how far in.
Place = tuple[int, int]

_BEGINS = re.compile(r"(?<=\s\s)\S")
_GAP = 2  # blank columns between two sides, at least
_FEWEST = 5  # lines of a side
_NARROW = 12  # the width of the narrowest margin with headings
_BLOCK = 3  # lines on the left alone that are no heading of the margin
_LONGEST = 150  # lines of a page, and of a text without pages for it to be one
_HANGING = 16  # how far the lines under a label may be set in
_LABEL = re.compile(
    r"(?:Section|Article|Clause|Part|Step)"
    r"|(?:(?:Section|Article|Clause|Part|Step) )?"
    r"\(?(?:[A-Z]?\d[\d.]{0,7}[A-Z]?|[A-Za-z]|[ivxlc]{1,5})[.)]?|[-•▪]",
    re.I,
)
_LABEL_THERE = re.compile(
    r"(?:\d[\d.]{0,6}[.)]\s|\d+\.\d[\d.]*\s|\([a-z]{1,4}\)\s|\d+\s\s)\s*\S"
)
_CELLS = re.compile(r"\S {3,}\S")
_LETTERS = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True)
class _Band:
    """Lines from `first` to before `last` in which nothing stands in the strip left of `at`."""

    first: int
    last: int
    at: int


def unfolded(physical: Sequence[str], pages: Sequence[int]) -> tuple[list[str], list[Place]] | None:
    """The lines with the sides of each page one below the other, each with its place; None where
    no page has sides. `pages` are the first lines of pages."""
    if not pages and len(physical) > _LONGEST:
        return None
    if sum("   " in line for line in physical) < _FEWEST:
        return None
    running = set(text_pages.running(physical, pages))
    out: list[str] = []
    places: list[Place] = []
    found = False
    for start, end in pairwise([0, *(page for page in pages if page), len(physical)]):
        page = [physical[at] if at not in running else None for at in range(start, end)]
        at = 0
        for band in _bands(page) if len(page) <= _LONGEST else ():
            out += [physical[start + n] for n in range(at, band.first)]
            places += [(start + n, 0) for n in range(at, band.first)]
            for n, begin, text in _sides(page, band):
                out.append(text)
                places.append((start + n, begin))
            at, found = band.last, True
        out += [physical[start + n] for n in range(at, end - start)]
        places += [(start + n, 0) for n in range(at, end - start)]
    return (out, places) if found else None


def _bands(page: Sequence[str | None]) -> list[_Band]:
    """The stretches of a page that are set in two columns, or beside a margin."""
    begins = Counter(
        found.start() for line in page if line for found in _BEGINS.finditer(line)
    )
    often = [at for at, count in begins.items() if count >= _FEWEST and at >= _NARROW]
    tried = {near for at in often for near in begins
             if max(at - _HANGING, _NARROW) <= near <= at}  # fmt: skip
    found = [
        band
        for at in tried
        for whole in _open(page, at)
        for band in (whole, *_beside(page, whole))
        if (kind := _kind(*_parts(page, band)))
        and (kind == "margin" or _fills(page, band))
    ]
    out: list[_Band] = []
    for band in sorted(found, key=lambda band: (band.first - band.last, band.at)):
        if all(band.last <= other.first or other.last <= band.first for other in out):
            out.append(band)
    return sorted(out, key=lambda band: band.first)


def _open(page: Sequence[str | None], at: int) -> Iterator[_Band]:
    """The longest stretches of lines with a blank strip left of `at`, and words on both sides."""
    first = 0
    for n in range(len(page) + 1):
        line = page[n] if n < len(page) else None
        if line is not None and (
            not line[at - _GAP : at].strip()
            # a long heading may reach as far as the label beside it
            or (line[at - 1 : at].isspace() and _LABEL_THERE.match(line, at))
        ):
            continue
        last = n
        while last > first and not (page[last - 1] or "").strip():
            last -= 1
        while first < last and not (page[first] or "").strip():
            first += 1
        if last - first > 1:
            yield _Band(first, last, at)
        first = n + 1


def _beside(page: Sequence[str | None], band: _Band) -> Iterator[_Band]:
    """The stretches of a band between blocks that stand on its left alone, as a table does that
    follows clauses with headings in the margin."""
    first = band.first
    alone: list[int] = []
    for n in range(band.first, band.last + 1):
        line = (page[n] or "") if n < band.last else "."
        left, right = line[: band.at].strip(), line[band.at :].strip()
        if n < band.last and (not right or _CELLS.search(left)):
            alone += [n] if left else []
            continue
        if len(alone) >= _BLOCK or n == band.last:
            last = alone[0] if len(alone) >= _BLOCK else band.last
            if last - first > 1 and (first, last) != (band.first, band.last):
                yield _Band(first, last, band.at)
            first = n
        alone = []


def _parts(page: Sequence[str | None], band: _Band) -> tuple[list[str], list[str]]:
    """The texts of both sides, without their blank lines."""
    lines = [page[n] or "" for n in range(band.first, band.last)]
    left = [line[: band.at].rstrip() for line in lines if line[: band.at].strip()]
    right = [line[band.at :].rstrip() for line in lines if line[band.at :].strip()]
    return left, right


def _kind(left: Sequence[str], right: Sequence[str]) -> str:
    """What two sides are: "columns", a "margin" beside its clauses, or nothing of the kind."""
    if not left or not right or not _is_prose(right):
        return ""
    labels = sum(bool(_LABEL.fullmatch(line.strip())) for line in left)
    numbered = sum(bool(_LABEL_THERE.match(line.lstrip())) for line in (*left, *right))
    if labels >= 0.5 * len(left) or not numbered:
        return ""
    if _is_prose(left):
        return "columns" if numbered > 1 else ""
    short = max(len(line.strip()) for line in left) <= 36 and all(
        _LETTERS.search(line) and not _CELLS.search(line) for line in left
    )
    return "margin" if short and 2 * len(left) <= len(right) else ""


def _fills(page: Sequence[str | None], band: _Band) -> bool:
    """Does a band hold a good part of its page? A table of words holds less, and is left whole."""
    held = sum(bool((line or "").strip()) for line in page[band.first : band.last])
    return 2 * held >= sum(bool((line or "").strip()) for line in page)


def _is_prose(side: Sequence[str]) -> bool:
    """Are most lines of a side filled with words, and few of them parted into cells?"""
    if len(side) < _FEWEST:
        return False
    indent = min(len(line) - len(line.lstrip()) for line in side)
    width = max(map(len, side)) - indent
    filled = sum(len(line) - indent > 0.75 * width for line in side)
    whole = [line.strip() for line in side]
    parted = sum(
        bool(_CELLS.search(line))
        and not _LABEL.fullmatch(re.split(r" {3,}", line, maxsplit=1)[0])
        for line in whole
    )
    words = statistics.median(len(_LETTERS.findall(line)) for line in whole)
    return words >= 4 and filled >= 0.4 * len(side) and parted <= 0.25 * len(side)


def _sides(page: Sequence[str | None], band: _Band) -> Iterator[tuple[int, int, str]]:
    """The lines of one side and then the other: the line, how far in, and the text.

    A heading of the margin stands whole before the line that it is beside.
    """
    lines = [(n, page[n] or "") for n in range(band.first, band.last)]
    left = [(n, 0, line[: band.at].rstrip()) for n, line in lines]
    right = [(n, band.at, line[band.at :].rstrip()) for n, line in lines]
    if _kind(*_parts(page, band)) == "columns":
        yield from left
        last = next(text for _, _, text in reversed(left) if text)
        if last.endswith((".", ";", ":")):
            yield band.last - 1, 0, ""
        yield from right
        return
    waiting: list[tuple[int, int, str]] = []
    blocks: list[list[tuple[int, int, str]]] = []
    for n, begin, text in left:
        if text.strip():
            labelled = _LABEL_THERE.match(page[n] or "", band.at)
            if not waiting or n - waiting[-1][0] > 2 or labelled:
                waiting = []
                blocks.append(waiting)
            waiting.append((n, begin, text))
    for part in right:
        while blocks and blocks[0][0][0] <= part[0]:
            yield part[0], 0, ""
            yield from blocks.pop(0)
            yield part[0], 0, ""
        yield part


# --------------------------------------------------------------------------------------- places


def replaced(reading: Reading, places: Sequence[Place]) -> Reading:
    """A reading of unfolded lines with the places that they had on their pages."""

    def source(one: Source) -> Source:
        if one.line is None:
            return one
        at, begin = places[one.line - 1]
        return Source(one.file, at + 1, start=one.start + begin, end=one.end + begin)

    def run(one: Run) -> Run:
        return one if one.source is None else Run(one.text, one.emphasis, one.revision,
                                                  source(one.source))  # fmt: skip

    def line(one: Line) -> Line:
        cells = one.cells and tuple(replace(cell, runs=tuple(map(run, cell.runs)))
                                    for cell in one.cells)  # fmt: skip
        return replace(one, runs=tuple(map(run, one.runs)), source=source(one.source), cells=cells)

    return replace(
        reading,
        lines=tuple(map(line, reading.lines)),
        markup=tuple(map(source, reading.markup)),
        left_out=tuple(LeftOut(e.text, e.why, source(e.source)) for e in reading.left_out),
        findings=tuple(replace(f, source=f.source and source(f.source)) for f in reading.findings),
    )
