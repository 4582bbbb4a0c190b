"""Days and figures of a sentence that take turns: "From DAY it is $10, from DAY $11, …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from clausetrack import values

#: What opens the turn of a day behind a figure.
OPENS = re.compile(
    r",\s*(?:and\s+)?(?:then\s+)?(?:(?:with\s+effect\s+)?(?:on\s+and\s+|as\s+)?from|effective)\s+(?:the\s+)?$",
    re.I,
)


def taken(said: Sequence[values.Value], places: Sequence[tuple[int, int]]) -> bool:
    """Does a sentence open with a day, and has each further figure one, or two, right before it?

    A day that a comma sets off is then that of the figure behind it; where one stood behind the
    last figure, too, or the first figure had none before it, it could be that of either.
    """
    if not said or len(places) < 2 or said[0].start > places[0][0] or said[-1].end > places[-1][0]:
        return False
    starts = [day.start for day in said]
    return all(
        1 <= sum(one[1] <= start < other[0] for start in starts) <= 2
        for one, other in pairwise(places)
    )
