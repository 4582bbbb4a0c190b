"""How most of a document is set: what tells a line that goes on from a new paragraph."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from clausetrack.ingest.pdf.labels import BY_FORM
from clausetrack.ingest.pdf.rows import PrintedRow

#: How near to each other right edges of text that is not justified stand, in points.
EDGE = 12


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set: the size of its text, the step from line to line in sizes, the right
    edge of its text, the right edges of columns that come on more pages than one, and whether more
    white space than between lines stands before each paragraph that has a label."""

    size: float
    leading: float
    right: float
    edges: frozenset[int] = frozenset()
    spaced: bool = False


def setting(rows: Sequence[PrintedRow]) -> Setting:
    """The measures of most of the text."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    size = sizes.most_common(1)[0][0] if sizes else 10.0
    # the step between two lines of a paragraph: below a line that is filled, not below a short one
    steps = _steps(rows, size, filled=True) or _steps(rows, size, filled=False)
    leading = steps.most_common(1)[0][0] if steps else 1.2
    rights = [row.x1 for row in rows if abs(row.size - size) < 0.5]
    right = statistics.quantiles(rights, n=20)[-1] if len(rights) > 2 else 0.0
    return Setting(size, leading, right, _edges(rows), _is_spaced(rows, leading))


def _edges(rows: Sequence[PrintedRow]) -> frozenset[int]:
    """The right edges, rounded, that columns of two pages or more have; all, of a single page."""
    pages: dict[int, set[int]] = {}
    for row in rows:
        pages.setdefault(round(row.right / EDGE), set()).add(row.page)
    single = len({row.page for row in rows}) == 1
    near = {at: pages[at].union(*(pages.get(at + step, ()) for step in (-1, 1))) for at in pages}
    return frozenset(at for at, found in near.items() if single or len(found) > 1)


def _is_spaced(rows: Sequence[PrintedRow], leading: float) -> bool:
    """Do labelled paragraphs stand further from the line above them than lines of one do?"""
    steps = [
        (above.y - below.y) / below.size
        for above, below in pairwise(rows)
        if above.page == below.page and above.y > below.y and BY_FORM.match(below.text)
    ]
    return len(steps) > 9 and sum(step > 1.2 * leading for step in steps) > 0.97 * len(steps)


def _steps(rows: Sequence[PrintedRow], size: float, *, filled: bool) -> Counter[float]:
    """How often each step from line to line is met, in parts of the size."""
    steps: Counter[float] = Counter()
    for above, below in pairwise(rows):
        step = above.y - below.y
        if (
            above.page == below.page
            and above.size == below.size
            and 0.9 * size < step < 2.2 * size
            and (not filled or above.x1 > above.right - 0.15 * (above.right - above.left))
        ):
            steps[round(step / above.size, 1)] += 1
    return steps
