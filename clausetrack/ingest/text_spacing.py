"""Text as its pages were spaced: with a blank line below every line, or with numbers of lines.

Where a page was double-spaced, a paragraph ends at two blank lines. The blank line between the
lines of one is taken out, so that the text is read as one that is set close.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import inf

from clausetrack.ingest import line_counts, text_layout

_FEWEST = 20  # lines that stand one blank line below another
_SHARE = 0.5  # of all lines are such
_OPEN = 0.4  # of these go on in the middle of a sentence: single paragraphs do not

_LINE_NUMBER = re.compile(r"\s{0,30}(\d{1,5})(?:\s{2,}(?P<goes_on>[a-z])?|\s*$)")
_LEAST_LINES = 12  # of a page whose lines are numbered
_LEAST_PAGES = 3
_DRIFT = 1  # places by which the end of a number may be off
_LEAST_SHARE = 0.6  # of the lines of text


def closed_up(physical: Sequence[str]) -> list[int] | None:
    """Which lines are left, by index, of a text that is double-spaced; None where it is not."""
    filled = [at for at, line in enumerate(physical) if line.strip()]
    below = [(a, b) for a, b in pairwise(filled) if b - a == 2]
    if len(below) < max(_FEWEST, _SHARE * len(filled)):
        return None
    open_ = sum(text_layout.stops_in_sentence(physical[a], physical[b]) for a, b in below)
    return list(_without_first_blanks(physical)) if open_ >= _OPEN * len(below) else None


def _without_first_blanks(physical: Sequence[str]) -> Iterator[int]:
    """The places of all lines but the first blank one below each line of text."""
    text = False
    for at, line in enumerate(physical):
        if line.strip() or not text:
            yield at
        text = bool(line.strip())


def margin_numbers(physical: Sequence[str]) -> dict[int, tuple[int, int]]:
    """Where the number stands before each line of a text whose lines are numbered: from, to.

    By line; empty where they do not count alone at the left of all text, nor from one on page after
    page. What stands further in is the first cell of a row.
    """
    labels = {at: label for at, line in enumerate(physical) if (label := _LINE_NUMBER.match(line))}
    ends = Counter(label.end(1) for label in labels.values())
    usual = max(ends, key=lambda end: ends[end], default=0)
    found = {at: label for at, label in labels.items() if label.end(1) <= usual + _DRIFT}
    filled = sum(map(bool, map(str.strip, physical)))
    if not _count_pages(found, filled):
        edge = min(
            (len(line) - len(line.lstrip()) for at, line in enumerate(physical)
             if line.strip() and at not in found),
            default=inf,
        )  # fmt: skip
        found = {at: label for at, label in found.items() if label.end(1) < edge}
        goes_on = sum(bool(label["goes_on"]) for label in found.values()) / max(len(found), 1)
        numbers = [int(label[1]) for label in found.values()]
        if not line_counts.count_lines(numbers, filled, goes_on):
            return {}
    return {at: label.span(1) for at, label in found.items()}


def _count_pages(found: Mapping[int, re.Match[str]], filled: int) -> bool:
    """Does nearly each line of page after page have a number, from one on?"""
    last, pages, counted = 0, 0, 0
    for label in found.values():
        number = int(label[1])
        pages += number == 1 and last >= _LEAST_LINES
        counted += number in (1, last + 1)
        last = number
    shares = counted >= 0.9 * len(found) and len(found) >= _LEAST_SHARE * filled
    return pages >= _LEAST_PAGES and shares
