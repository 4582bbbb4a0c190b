"""Which of several clauses that say the same is which: what stands around them tells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from clausetrack.diff.sides import Side
from clausetrack.diff.similarity import nearly_same, strong

_Around = str | tuple[str, ...] | None
_Marks = tuple[int | None, _Around, _Around, str]
#: What two places have in common, the surest first: parent and neighbours, either, one neighbour,
#: the number, nothing.
_COMMON = ((0, 1, 2), (0,), (1, 2), (2,), (1,), (3,), ())


def same_by_number(old: Side, new: Side) -> dict[int, int]:
    """The new places of what says the same under the same number, where it is known by that.

    Where paragraphs are numbered through, another that says the same may have taken the number.
    """
    found: dict[int, int] = {}
    for i, (clause, content) in enumerate(zip(old.clauses, old.contents, strict=True)):
        j = new.at.get(clause.id, -1)
        if j >= 0 and content == new.contents[j] and strong(content):
            above = old.parents[i]
            stays = above < 0 or above in found or not strong(old.contents[above])
            if (stays or old.contents[above] != new.contents[new.parents[j]]) and (
                _after(old, i) == _after(new, j)
                or (not old.children[i] and _before(old, i) == _before(new, j))
            ):
                found[i] = j
    return found


def paired(
    old: Side, here: Sequence[int], new: Side, there: Sequence[int], forth: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Places that say the same, two and two; what nothing tells apart is paired in order."""
    left = {i: _marks(old, i, forth.get(old.parents[i])) for i in here}
    right = {j: _marks(new, j, new.parents[j]) for j in there}
    for common in _COMMON:
        waiting: dict[tuple[object, ...], list[int]] = defaultdict(list)
        for j in reversed(right):
            waiting[tuple(right[j][at] for at in common)].append(j)
        for i, marks in list(left.items()):
            key = tuple(marks[at] for at in common)
            if None not in key and (found := waiting.get(key)):
                del left[i]
                del right[found[-1]]
                yield i, found.pop()


def edited_in_place(
    old: Side, new: Side, here: Mapping[str, Sequence[int]], there: Mapping[str, Sequence[int]]
) -> dict[int, int]:
    """The new places of old clauses that were edited a little where they stand.

    What says elsewhere what they said came there anew. `here` and `there` are the places by what
    they say.
    """
    edited: dict[tuple[_Around, _Around], list[int]] = defaultdict(list)
    for text, places in there.items():
        if text not in here:
            for j in places:
                edited[_before(new, j), _after(new, j)].append(j)
    found = {}
    for text in here.keys() & there.keys():
        around = {(_before(new, j), _after(new, j)) for j in there[text]}
        for i in here[text]:
            beside = _before(old, i), _after(old, i)
            stays = edited.get(beside, ()) if beside not in around else ()
            if len(stays) == 1 and nearly_same(text, new.contents[stays[0]]):
                found[i] = stays[0]
    return found


def _marks(side: Side, place: int, parent: int | None) -> _Marks:
    above = None if parent is None or parent < 0 else parent
    return above, _before(side, place), _after(side, place), side.clauses[place].id


def _before(side: Side, place: int) -> str | None:
    """What the clause before a place says."""
    return side.contents[place - 1] if place else None


def _after(side: Side, place: int) -> _Around:
    """What all the clauses under a place say; where there are none, what the one behind it says."""
    if side.children[place]:
        return tuple(map(side.contents.__getitem__, side.children[place]))
    return side.contents[place + 1] if place + 1 < len(side.contents) else None
