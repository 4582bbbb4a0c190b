"""Which wording can belong to which order, by clause IDs alone."""

from __future__ import annotations

import re
from dataclasses import replace

from clausetrack import numbering


def relates(clause: str, aim: str | None) -> bool:
    """Can wording for `clause` belong to an order on `aim`: under it, above it, in its Part?"""
    if aim is None:
        return False
    try:
        own, other = numbering.parse(clause), numbering.parse(aim)
    except ValueError:
        return False
    if own.within(other) or other.within(own):
        return True
    part = other.division.rpartition(" ")[2] if not other.numbers else ""
    return bool(part and own.numbers and own.numbers[0] == part)


def clause_of(clause_id: str) -> str | None:
    """The clause that quoted wording belongs to: "4.1.1 table 1" is 4.1.1's, "table 1" none's."""
    try:
        found = numbering.parse(clause_id)
    except ValueError:
        return None
    return str(replace(found, place=""))


def first_id(text: str) -> str | None:
    """A clause number of several parts that a heading names without the word "clause"."""
    found = re.search(
        r"(?<![\d.$])\d+[A-Z]?(?:\.\d+[A-Z]?){1,4}(?:\([a-z]+\))*(?!\s*(?:%|per|FTT?E))", text
    )
    return str(numbering.parse(found[0])) if found else None
