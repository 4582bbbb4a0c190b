"""Text that a converter set with a blank line below every line, as its page was double-spaced.

A paragraph ends there at two blank lines. The blank line between the lines of one is taken out, so
that the text is read as one that is set close.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

_FEWEST = 20  # lines that stand one blank line below another
_SHARE = 0.5  # of all lines are such
_OPEN = 0.4  # of these go on in the middle of a sentence: single paragraphs do not


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
