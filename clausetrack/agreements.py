"""The names of agreements, as documents print them."""

from __future__ import annotations

import re

NAME = re.compile(
    r"\b(?!(?i:this|these|such|any)\s)(?P<name>(?:[A-ZĀĒĪŌŪ][\w’'‘-]{0,40}\s{1,4}(?:(?:and|of|in|the|for|&|AND|OF|IN|THE|FOR)\s{1,4}){0,3}){1,12}"
    r"(?:Collective\s+(?:Employment\s+)?Agreement|COLLECTIVE\s+(?:EMPLOYMENT\s+)?AGREEMENT(?!\s+[A-Z]{2})))"
    r"(?:\s*\((?P<short>[A-Z]{2,8})\))?\s*(?:,?\s*\(?\s*(?P<from>\d{4})\s*(?:[-–—/]|to)\s*(?P<to>\d{4}|\d{2})\b)?"
)


#: What stands before the name in the title of terms of settlement.
_BEFORE = re.compile(
    r"^(?:(?:(?:Terms|Memorandum|Heads|Deed|Offer) [Oo]f (?:Settlement|Variation|Agreement)"
    r"|(?:(?:Final|Revised|Settlement) )?Offer|Letter [Oo]f Offer|Variation)"
    r"(?: (?:for|of|to|in|and))* )?(?:[Tt]he )?",
    re.I,
)
#: Words of a name in capitals that would be small in another.
_SMALL = frozenset({"AND", "OF", "IN", "THE", "FOR"})


def named(text: str) -> set[str]:
    """The short names of all agreements that a text names: a document is of one of them."""
    return {short(found) for found in NAME.finditer(text)}


def short(found: re.Match[str]) -> str:
    """The short name that stands behind the name of an agreement, else its first letters."""
    name = _BEFORE.sub("", re.sub(r"\s+", " ", found["name"]))
    letters = (word[0] for word in re.findall(r"[\w’']+", name) if word not in _SMALL)
    return found["short"] or "".join(letter for letter in letters if letter.isupper())
