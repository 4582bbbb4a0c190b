"""Bullets that a converter of PDFs sets together, above the list that they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from clausetrack.numbering import BULLETS

_ALONE = re.compile(rf"\s*[{BULLETS}]\s*")
_ENDS = re.compile(r"(?:[.;:]|[,;]\s+(?:and|or))\s*$")


def above_their_lists(physical: Sequence[str]) -> Iterator[tuple[list[int], list[int]]]:
    """The lines with such bullets, two or more, and as many on which the items of the list begin.

    Below them each line is an item, or each stretch of lines that ends as an item does. Where
    these are not as many as the bullets nothing says which is which.
    """
    alone: list[int] = []
    for at, line in enumerate(physical):
        if _ALONE.fullmatch(line):
            alone.append(at)
        elif line.strip():
            if len(alone) > 1:
                block = list(takewhile(lambda n: physical[n].strip(), range(at, len(physical))))
                begins = [n for n in block if n == at or _ENDS.search(physical[n - 1])]
                found = [items for items in (block, begins) if len(items) == len(alone)]
                if found:
                    yield alone, found[0]
            alone = []
