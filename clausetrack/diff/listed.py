"""Paragraphs that became a line with a list under it: little else of their wording changed.

The lead keeps the place and the name of the whole, and its items may each say too little to be
known by.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from clausetrack.diff.sides import Side
from clausetrack.diff.similarity import Index, alike, masked, shingles, together

_WHOLE = 0.85  # how alike line and list together must be to the paragraph
_PART = 0.8  # how much of the paragraph one of them may make up
_INSIDE = 0.6  # how much of each must stand in it: an item without that is new
_FEW = 5  # words that a paragraph must have
_MOST = 100  # items that a paragraph may become


def listed(
    whole: Side, parts: Side, here: Collection[int], there: Collection[int]
) -> Iterator[tuple[int, list[int]]]:
    """The places in `whole` of such paragraphs, with the places in `parts` of line and items.

    All of them are left without a partner: `here` in `whole` and `there` in `parts`. With the
    sides exchanged, the lists that became paragraphs.
    """
    lists = [(j, found) for j in sorted(there) if len(found := _list(parts, j, there)) > 2]
    if not lists:
        return
    open_ = {i for i in here if not whole.children[i] and whole.clauses[i].table is None
             and len(whole.terms(i)) >= _FEW}  # fmt: skip
    index = Index((i, whole.shingles(i)) for i in sorted(open_))
    taken: set[int] = set()
    for j, found in lists:
        if not taken.isdisjoint(found):
            continue
        said = _said(parts, found)
        clause = parts.clauses[j]
        own = whole.at.get(clause.id, -1)
        for i in dict.fromkeys([own, *index.candidates(shingles(said))]):
            if i in open_ and (made := _made(whole.terms(i), parts, found)):
                open_.remove(i)
                taken.update(made)
                yield i, made
                break


def _made(paragraph: Sequence[str], parts: Side, found: list[int]) -> list[int]:
    """Line and items, each of them a part, that say together what the paragraph says, or none.

    An item of which it says too little is no part; where there is such a one, two others are.
    """
    whole = masked(paragraph)
    made = [
        place
        for place in found
        if parts.children[place] or together(masked(parts.terms(place)), whole) >= _INSIDE
    ]
    sizes = [len(parts.terms(place)) for place in made]
    if len(made) > 2 and max(sizes) <= _PART * len(whole):
        return made if alike(masked(_said(parts, made)), whole) >= _WHOLE else []
    return []


def _said(parts: Side, places: Sequence[int]) -> list[str]:
    return [word for place in places for word in parts.terms(place)]


def _list(side: Side, place: int, spare: Collection[int]) -> list[int]:
    """A line and all that is under it, in order; nothing where that is not all spare wording."""
    found: list[int] = []
    waiting = [place]
    while waiting and len(found) < _MOST:
        here = waiting.pop()
        if here not in spare or not side.terms(here) or side.clauses[here].table is not None:
            return []
        found.append(here)
        waiting += reversed(side.children[here])
    return [] if waiting else found
