"""Lists that run on in their paragraph: a label at the head of a line may be one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack import numbering

_FAR = 10  # lines above in which such a list begins
_RUNNING = re.compile(r"(?P<head>\s*)\((?P<label>[a-z]{1,4}|\d{1,2})\)\s")


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
