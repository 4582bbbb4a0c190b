"""What only looks like an item at the head of a line: a label or a dash inside a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from clausetrack import numbering

_FAR = 10  # lines above in which such a list begins
_RUNNING = re.compile(r"(?P<head>\s*)\((?P<label>[a-z]{1,4}|\d{1,2})\)\s")
#: A line that is full of words, and stops in the middle of its sentence.
_OPEN = re.compile(r"\S.{40,}[^\W\d_],?\s*$")
_DASH = re.compile(r"\s*(?P<dash>[-–—])\s+\S")


def is_dash(physical: Sequence[str], at: int) -> bool:
    """Is a dash at the head of a line one inside a sentence, and no bullet?

    Lists have more than one; the line above stops in the sentence.
    """
    found = _DASH.match(physical[at])
    if found is None or not at or not _OPEN.search(physical[at - 1]):
        return False
    above = takewhile(str.strip, reversed(physical[max(0, at - _FAR) : at]))
    below = takewhile(str.strip, physical[at + 1 : at + _FAR])
    return not any(line.lstrip().startswith(f"{found['dash']} ") for line in (*above, *below))


def is_in_list(physical: Sequence[str], at: int) -> bool:
    """Is a label at the head of a line one of a list that runs on in its paragraph?

    "who (a) works; and / (b) rests": the first label stands in the middle of a line above.
    """
    found = _RUNNING.match(physical[at])
    if found is None:
        return False
    above = at
    while above and physical[above - 1].strip() and at - above < _FAR:
        above -= 1
    block = physical[above:at]
    for first, how in (("a", "letter"), ("i", "roman"), ("1", "number")):
        value = numbering.label_value(found["label"], how)
        opens = re.compile(rf"[^\W\d_]{{2,}}[,:;]?\s+\({first}\)\s")
        heads = any(line.lstrip().startswith(f"({first})") for line in block)
        if value < 2 or heads or not any(map(opens.search, block)):
            continue
        return f"({numbering.label_at(value - 1, how)})" in " ".join(block)
    return False
