"""The numbers that a draft prints in the margin, beside every line or every fifth one.

A child that reads a page finds what may be such numbers, and reads the page with and without them;
whether the lines of the file are numbered all its pages together tell.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from clausetrack.ingest.line_counts import STEPS, count_lines
from clausetrack.ingest.pdf.page import Word
from clausetrack.ingest.pdf.rows import PrintedPage

_APART = 3.0  # points between a number and all that is printed
_MOST_PAGES = 0.8  # have such numbers: title pages have none


def in_margin(words: Sequence[Word]) -> list[Word]:
    """The numbers left of all other words of a page, where they count its lines from the top."""
    edge = min((word.x0 for word in words if not word.text.isdecimal()), default=0.0) - _APART
    found = sorted((word for word in words if word.x1 < edge), key=lambda word: -word.y)
    numbers = [int(word.text) for word in found if len(word.text) < 6]
    steps = {after - number for number, after in pairwise(numbers)}
    return found if len(numbers) == len(found) and steps <= {*STEPS} and len(steps) < 2 else []


def set_aside(pages: Sequence[PrintedPage]) -> list[PrintedPage]:
    """The pages of a file, without the numbers of its lines where it has any.

    They stay in rows of their own, with the reason in `aside`.
    """
    counted = [page.unnumbered for page in pages if page.unnumbered is not None]
    if not counted or len(counted) < _MOST_PAGES * sum(bool(page.rows) for page in pages):
        return list(pages)
    rows = [row for page in counted for row in page.rows if not row.aside and row.cell is None]
    goes_on = sum(row.text.lstrip()[:1].islower() for row in rows) / max(len(rows), 1)
    numbers = [number for page in counted for number in page.line_numbers]
    if not count_lines(numbers, len(rows), goes_on):
        return list(pages)
    return [page.unnumbered or page for page in pages]
