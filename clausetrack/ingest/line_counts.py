"""Do the numbers in a margin count the lines of what is printed beside them?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

STEPS = (1, 2, 5, 10)  # from one number to the next
_FEWEST = 15  # lines that were counted
_SHARE = 0.6  # of the lines: those of tables, headers and footers are not counted
_GOES_ON = 0.15  # of them begin in the middle of a sentence: the items of a list do not


def count_lines(numbers: Sequence[int], lines: int, goes_on: float) -> bool:
    """Whether `numbers`, from the top, count so many `lines`, page by page or through all of them.

    `goes_on` is the share of the lines that begin in small letters.
    """
    pairs = list(pairwise(numbers))
    steps = Counter(after - one for one, after in pairs)
    step = max(steps, key=lambda step: steps[step], default=0)
    if step not in STEPS or len(numbers) < max(_FEWEST, _SHARE * lines) / step:
        return False
    return goes_on >= _GOES_ON and all(after in (one + step, step, 1) for one, after in pairs)
