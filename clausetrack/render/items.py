"""How the items of the terms and their operative days are called where a person reads of them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from clausetrack import values
from clausetrack.settlement import Amendment, Effective

_CLAUSE = re.compile(
    r"\d+[A-Z]*(?:\.\d+[A-Z]*)*(?:\(\w+\))*(?: (?:note|table|bullet|paragraph) \d+)*"
)


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
    listed = rf"(?<![\w.])(?:{known})(?!\w)(?:, (?:{known})(?!\w))*"
    return re.sub(
        listed, lambda found: ", ".join(dict.fromkeys(names[one] for one in found[0].split(", "))),
        text,
    )  # fmt: skip


def named(target: str) -> str:
    """clause 4.3.2; what is no number of a clause ("28 January 2026") by itself."""
    return f"clause {target}" if _CLAUSE.fullmatch(target) else target


def applies(effective: Effective) -> str:
    """What the day is said of; "" where that is but the day again ("Rates from 3 October 2025")."""
    again = values.only_date(effective.applies_to) == effective.date
    return "" if again else effective.applies_to


def operative(effective: Effective) -> str:
    """28 January 2026 (the unit value)."""
    text, of = values.day_text(effective.date), applies(effective)
    return f"{text} ({of})" if of else text
