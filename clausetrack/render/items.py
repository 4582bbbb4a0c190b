"""How the items of the terms and their operative days are called where a person reads of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clausetrack import values
from clausetrack.settlement import Amendment, Effective


def item_called(item: str) -> str:
    """item 9; of an item without a number its heading alone."""
    return f"item {item}" if item[:1].isdigit() else item


def spelled_out(text: str, amendments: Iterable[Amendment]) -> str:
    """`text` with the IDs of `amendments` ("3#1") as the items that they stand in ("item 3")."""
    names = {each.id: item_called(each.item) for each in amendments}
    if not names:
        return text
    longest = sorted(names, key=len, reverse=True)
    known = "|".join(map(re.escape, longest))
    return re.sub(rf"(?<![\w.])(?:{known})(?!\w)", lambda found: names[found[0]], text)


def operative(effective: Effective) -> str:
    """28 January 2026 (the unit value)."""
    day = effective.date
    text = f"{day.day} {values.MONTHS[day.month - 1]} {day.year}"
    return f"{text} ({effective.applies_to})" if effective.applies_to else text
