"""Days and figures in the words of terms: from when something operates, what becomes what."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from datetime import date

from clausetrack import values
from clausetrack.model import Clause
from clausetrack.settlement import Effective, StatedChange

_CUE = re.compile(
    r"\b(?:from|effective|commenc\w+|effect (?:from|on)|(?:increase|ris|begin|start)\w* on)"
    r"(?: from| on)?\s*$|%\)?\s*$",
    re.I,
)
_OLD, _NEW = (rf"[“\"‘'](?P<{name}>[^“”\"‘]+?)[”\"’']" for name in ("old", "new"))
_LINK = (
    r"(?=[^“”\"]*\b(?:replac|substitut|insert|with|by))"
    r"(?:\s+(?:is|are|be|and|replac\w+|substitut\w+|insert\w*|delet\w+|with|by|it|them|the|words?"
    r"|figures?|phrase))+\s+"
)
_REPLACED = re.compile(rf"{_OLD}{_LINK}{_NEW}")
_SUBSTITUTED = re.compile(rf"\bsubstitut\w+\s+(?:the \w+ )?{_NEW}\s+for\s+(?:the \w+ )?{_OLD}")
_AMOUNT = re.compile(r"\d\s*(?:FTTE|FTE)\b")


def has_amounts(text: str) -> bool:
    return bool(values.money(text) or _AMOUNT.search(text))


def days(text: str, said_of: str) -> list[Effective]:
    """The days from which the words say that something operates; not where it ends."""
    out = []
    for value in values.dates(text):
        if not isinstance(value.value, date):
            continue
        before = text[max(0, value.start - 24) : value.start]
        if _CUE.search(before) and not re.search(r"\b(?:until|by|to)\s*$", before):
            out.append(Effective(value.value, said_of))
    return out


def operative(clause: Clause) -> list[Effective]:
    """The days from which figures in a clause or a table's columns operate."""
    if clause.table is not None:
        return [
            Effective(column.start, column.heading)
            for column in clause.table.columns
            if column.start is not None
        ]
    return days(clause.own_text, clause.id)


def stated(said: Sequence[str]) -> tuple[StatedChange, ...]:
    """Old and new figures as the instruction states them: "from 62 cents ... to 83 cents"."""
    out = []
    for text in said:
        for old, new in itertools.pairwise(values.money(text)):
            between = text[old.end : new.start]
            opens = re.search(r"\bfrom\s+$", text[: old.start])
            if opens and re.fullmatch(r"(?:\s+per \w+)?\s+to\s+", between):
                out.append(StatedChange(old.text, new.text))
    return tuple(out)


def words_for_words(text: str) -> tuple[StatedChange, ...]:
    """The words in quotation marks that an instruction puts in place of others."""
    found = [*_REPLACED.finditer(text), *_SUBSTITUTED.finditer(text)]
    return tuple(StatedChange(each["old"], _beside(text, each)) for each in found)


def _beside(text: str, found: re.Match[str]) -> str:
    """What takes the place of the old words; "after ... insert" and "before" keep them."""
    old, new = found["old"], found["new"]
    before = text[: found.start()]
    if re.search(r"\bafter (?:the )?(?:words? |figures? |phrase )?$", before):
        return f"{old}{new}" if new[:1] in ",.;:" else f"{old} {new}"
    if re.search(r"\bbefore (?:the )?(?:words? |figures? |phrase )?$", before):
        return f"{new} {old}"
    return new


def all_stated(said: Sequence[str]) -> tuple[StatedChange, ...]:
    """Every old figure or words that the instruction states, with what takes its place."""
    return (*stated(said), *(change for text in said for change in words_for_words(text)))
