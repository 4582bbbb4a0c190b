"""The names of agreements, as documents print them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from clausetrack.lazily import pattern

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


#: The full name of an agreement of whatever kind, and its years. Only in a title, or behind a verb
#: of amending, is it surely one: "the Award" and "an Employment Agreement" stand in any clause.
_FULL = (
    r"(?P<name>(?:[A-ZĀĒĪŌŪ][\w’'‘.-]{0,40}(?:\s(?i:and|of|in|the|for|&))*\s){1,12}"
    r"(?i:(?:collective|enterprise|employment|workplace|certified|bargaining)(?:\semployment|\sbargaining)?\s"
    r"(?:agreement|contract)|award|(?:terms\sand\s)?conditions\sof\s(?:service|employment)"
    r"|(?:(?:staff|employment|employee)\s)?handbook))\b"
    r"(?:\s\([A-Z]{2,12}\))?(?:,?\s\(?(?P<years>\d{4}(?:\s?(?:[-–—/]|to)\s?\d{2,4})?)\b)?"
)
_TITLE = pattern(rf"\W*(?:[Tt]he\s)?{_FULL}\W*")
_AMENDED = pattern(rf"\b(?i:amend|var(?:y|ie))(?:s|ed|ing)?\s(?:the\s)?{_FULL}")
#: Words that stand before the kind of a document and name nobody.
_NOBODY = frozenset(
    {"nz", "new", "zealand", "aotearoa", "the", "this", "these", "draft", "proposed", "modern",
     "parent", "single", "joint", "national", "union", "individual", "multi", "enterprise",
     "collective", "of", "in", "for", "and", "application", "relationship", "term", "title",
     "coverage", "operation", "parties", "memorandum", "terms", "heads", "deed", "letter", "offer",
     "variation", "settlement"}
)  # fmt: skip
_SPELT = 60  # of 100: "teachers" and "teaching" may be one name
_LONG = 160  # characters of a line that is no title


class FullName(NamedTuple):
    """The name of an agreement as a document prints it, and its years, "" where none stand there.

    `amended` says that the document amends what has this name; else it is the document's own title.
    """

    name: str
    years: str
    amended: bool = False

    def unlike(self, other: FullName) -> bool:
        """Do two names surely mean two agreements? Not where one of them may be the other's short
        form, or is spelt otherwise."""
        from rapidfuzz.fuzz import ratio

        few, many = sorted((self._words(), other._words()), key=len)
        return any(max((ratio(one, word) for word in many), default=0) < _SPELT for one in few)

    def _words(self) -> list[str]:
        words = re.findall(r"\w+", re.sub(r"[’'‘]", "", self.name.casefold()))
        return [word for word in words if word not in _NOBODY]


def full_name(texts: Iterable[str]) -> FullName | None:
    """Of the first lines of a document the name of what it amends, else the one in its title."""
    title = None
    for text in (re.sub(r"\s+", " ", text) for text in texts):
        if (found := _AMENDED.search(text)) and (name := _full(found, amended=True)):
            return name
        if title is None and len(text) < _LONG and (found := _TITLE.fullmatch(text)):
            title = _full(found)
    return title


def _full(found: re.Match[str], *, amended: bool = False) -> FullName | None:
    name = FullName(_BEFORE.sub("", found["name"]), found["years"] or "", amended)
    return name if len(name._words()) > 1 else None


def named(text: str) -> set[str]:
    """The short names of all agreements that a text names: a document is of one of them."""
    return {short(found) for found in NAME.finditer(text)}


def short(found: re.Match[str]) -> str:
    """The short name that stands behind the name of an agreement, else its first letters."""
    name = _BEFORE.sub("", re.sub(r"\s+", " ", found["name"]))
    letters = (word[0] for word in re.findall(r"[\w’']+", name) if word not in _SMALL)
    return found["short"] or "".join(letter for letter in letters if letter.isupper())
