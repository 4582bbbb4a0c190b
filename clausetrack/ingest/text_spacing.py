"""Text as its pages were spaced: with a blank line below every line, or with numbers of lines.

Where a page was double-spaced, a paragraph ends at two blank lines. The blank line between the
lines of one is taken out, so that the text is read as one that is set close.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_FEWEST = 20  # lines that stand one blank line below another
_SHARE = 0.5  # of all lines are such
_OPEN = 0.4  # of these go on in the middle of a sentence: single paragraphs do not

_LINE_NUMBER = re.compile(r"\s{0,30}(\d{1,2})(?:\s{2,}|\s*$)")
_LEAST_LINES = 12  # of a page whose lines are numbered
_LEAST_PAGES = 3


def closed_up(physical: Sequence[str]) -> list[int] | None:
    """Which lines are left, by index, of a text that is double-spaced; None where it is not."""
    filled = [at for at, line in enumerate(physical) if line.strip()]
    below = [(a, b) for a, b in pairwise(filled) if b - a == 2]
    if len(below) < max(_FEWEST, _SHARE * len(filled)):
        return None
    open_ = sum(_goes_on(physical[a], physical[b]) for a, b in below)
    return list(_without_first_blanks(physical)) if open_ >= _OPEN * len(below) else None


def _goes_on(above: str, line: str) -> bool:
    return above.rstrip()[-1].isalpha() and line.lstrip()[0].islower()


def _without_first_blanks(physical: Sequence[str]) -> Iterator[int]:
    """The places of all lines but the first blank one below each line of text."""
    text = False
    for at, line in enumerate(physical):
        if line.strip() or not text:
            yield at
        text = bool(line.strip())


def margin_numbers(physical: Sequence[str]) -> dict[int, tuple[int, int]]:
    """Where the number stands before each line of a text whose pages number their lines: from, to.

    By line; empty where the lines do not count from one on page after page.
    """
    found = {at: label for at, line in enumerate(physical) if (label := _LINE_NUMBER.match(line))}
    last, pages, counted = 0, 0, 0
    for label in found.values():
        number = int(label[1])
        pages += number == 1 and last >= _LEAST_LINES
        counted += number in (1, last + 1)
        last = number
    filled = sum(map(bool, map(str.strip, physical)))
    sure = pages >= _LEAST_PAGES and counted >= 0.9 * len(found) and len(found) >= 0.6 * filled
    return {at: label.span(1) for at, label in found.items()} if sure else {}
