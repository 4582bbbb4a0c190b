"""Quotation marks and apostrophes, which the terms and the agreement may print in other shapes."""

from __future__ import annotations

import re
from dataclasses import replace

from clausetrack.amend.preconditions import printed
from clausetrack.amend.tree import Tree, as_pattern
from clausetrack.settlement import Amendment, StatedChange

#: The places of words that are each as they stand: the new words are one at all of them.
_AT_PLACES = frozenset(("words", "occurrence", "rest", "references"))
_MARKS = re.compile(r"['‘’ʼ\"“”„]")


def as_in_base(base: Tree, amendment: Amendment) -> Amendment:
    """An amendment with the words that it names in the agreement as the agreement prints them.

    What it puts in is as the terms print it, but for the words that it takes over from the old.
    """
    part = amendment.part
    named = [*(one.old for one in amendment.stated), part.which if part else ""]
    if not any(map(_MARKS.search, named)):
        return amendment
    target = amendment.target or ""
    here = base.subtree(target) if target in base else base.clauses
    text = printed(here)
    takes_over = part is None or part.kind not in _AT_PLACES
    stated = tuple(_exchange(one, text, takes_over) for one in amendment.stated)
    if part is not None:
        part = replace(part, which=_standing(part.which, text))
    return replace(amendment, stated=stated, part=part)


def told(before: Amendment, after: Amendment) -> str:
    """What an outcome says of words that stand in the agreement with other marks; or ""."""
    pairs = [(one.old, other.old) for one, other in zip(before.stated, after.stated, strict=True)]
    if before.part and after.part:
        pairs.append((before.part.which, after.part.which))
    said = [there for words, there in pairs if words != there]
    return f"the agreement has “{'” and “'.join(said)}” with marks of another shape" if said else ""


def _exchange(change: StatedChange, text: str, takes_over: bool) -> StatedChange:
    there = _standing(change.old, text)
    kept = dict(zip(change.old.split(), there.split(), strict=True)) if takes_over else {}
    new = re.sub(r"\S+", lambda word: kept.get(word[0], word[0]), change.new)
    return replace(change, old=there, new=new)


def _standing(words: str, text: str) -> str:
    """Words as a text has them, where it has them with other marks, and everywhere the same."""
    if not _MARKS.search(words):
        return words
    found = {" ".join(one.split()) for one in re.findall(as_pattern(words), text)}
    return found.pop() if len(found) == 1 else words
