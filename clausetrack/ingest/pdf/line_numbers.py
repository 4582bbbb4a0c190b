"""The numbers that a draft prints in the margin, beside every line or every fifth one.

A child that reads a page finds what may be such numbers, and reads the page with and without them;
whether the lines of the file are numbered all its pages together tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from clausetrack.ingest.pdf.page import Word
from clausetrack.ingest.pdf.rows import PrintedPage

_STEPS = (1, 2, 5, 10)
_APART = 3.0  # points between a number and all that is printed
_FEWEST = 15  # lines that were counted
_MOST_PAGES = 0.8  # have such numbers: title pages have none
_COUNTED = 0.6  # of the lines: those of tables, headers and footers are not
_OPEN = 0.15  # of the lines go on in the middle of a sentence: the items of a list do not


def in_margin(words: Sequence[Word]) -> list[Word]:
    """The numbers left of all other words of a page, where they count its lines from the top."""
    edge = min((word.x0 for word in words if not word.text.isdecimal()), default=0.0) - _APART
    found = sorted((word for word in words if word.x1 < edge), key=lambda word: -word.y)
    numbers = [int(word.text) for word in found if len(word.text) < 6]
    steps = {after - number for number, after in pairwise(numbers)}
    return found if len(numbers) == len(found) and steps <= {*_STEPS} and len(steps) < 2 else []


def set_aside(pages: Sequence[PrintedPage]) -> list[PrintedPage]:
    """The pages of a file, without the numbers of its lines where it has any.

    They stay in rows of their own, with the reason in `aside`.
    """
    counted = [page.unnumbered for page in pages if page.unnumbered is not None]
    if not counted or len(counted) < _MOST_PAGES * sum(bool(page.rows) for page in pages):
        return list(pages)
    numbers = [page.line_numbers for page in counted]
    step = _step(numbers)
    rows = [row for page in counted for row in page.rows if not row.aside and row.cell is None]
    least = max(_FEWEST, _COUNTED * len(rows)) / step
    goes_on = sum(row.text.lstrip()[:1].islower() for row in rows)
    if (
        sum(map(len, numbers)) < least
        or goes_on < _OPEN * len(rows)
        or not (_begin_anew(numbers, step) or _count_through(numbers, step))
    ):
        return list(pages)
    return [page.unnumbered or page for page in pages]


def _step(numbers: Iterable[Sequence[int]]) -> int:
    """How far it is from one number to the next on most pages."""
    steps = Counter(after - one for page in numbers for one, after in pairwise(page))
    return max(steps, key=lambda step: steps[step], default=1)


def _begin_anew(numbers: Iterable[Sequence[int]], step: int) -> bool:
    """Does each page count from its first line?"""
    return all(page[0] == step or page[0] == 1 for page in numbers)


def _count_through(numbers: Iterable[Sequence[int]], step: int) -> bool:
    """Does each page count on from the one before?"""
    every = [number for page in numbers for number in page]
    return all(after - one == step for one, after in pairwise(every))

