"""Items that went to another list, or out of a list or into one to stand by themselves.

They say too little to be known by; but what went from one place alone, and came to one alone, is
the same. In its own list an item may have got another figure on the way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from clausetrack import numbering
from clausetrack.diff.sides import Side
from clausetrack.diff.similarity import masked
from clausetrack.diff.words import STOP_WORDS

_ITEMS = ("paragraph", "bullet")
_LEAD = 2  # words that a line above a list must have to be known again, and an item in it
_NUMBERS = frozenset(numbering.NUMBER_WORDS.values())

_Words = tuple[str, ...]


def items(
    old: Side, new: Side, forth: Mapping[int, int], here: Collection[int], there: Collection[int]
) -> Iterator[tuple[int, int]]:
    """The places of `here` and `there`, which have no partner, of items that say the same.

    A clause that was one says first what stands above the list.
    """
    if not here or not there:
        return
    (gone, gone_whole, left), (come, come_whole, right) = _words(old, here), _words(new, there)
    taken: set[int] = set()
    come_to: set[int] = set()
    for one, other in ((gone, come), (gone_whole, right), (left, come_whole)):
        for words, places in one.items():
            found = other.get(words, [])
            if len(places) == len(found) == 1 and not (places[0] in taken or found[0] in come_to):
                taken.add(places[0])
                come_to.add(found[0])
                yield places[0], found[0]
    lists = [_by_list(side, [at for places in found.values() for at in places if at not in known])
             for side, found, known in ((old, gone, taken), (new, come, come_to))]  # fmt: skip
    for (parent, words), places in lists[0].items():
        found = lists[1].get((forth.get(parent, -1), words), [])
        if len(places) == len(found) == 1:
            yield places[0], found[0]


def _by_list(side: Side, places: Collection[int]) -> dict[tuple[int, _Words], list[int]]:
    """Items by what they stand under and their words, all figures alike."""
    out: dict[tuple[int, _Words], list[int]] = defaultdict(list)
    for place in places:
        words = tuple("0" if word in _NUMBERS else word for word in masked(side.terms(place)))
        if len({*words} - STOP_WORDS - {"0"}) >= _LEAD:
            out[side.parents[place], words].append(place)
    return out


def _words(side: Side, spare: Collection[int]) -> tuple[dict[_Words, list[int]], ...]:
    """Items by their words, items by these with the words above them, and other clauses."""
    alone, whole, clauses = (defaultdict[_Words, list[int]](list) for _ in range(3))
    for place in sorted(spare):
        clause = side.clauses[place]
        if side.children[place] or clause.table is not None:
            continue
        words = tuple(side.terms(place))
        if clause.kind not in _ITEMS:
            clauses[words].append(place)
            continue
        if words[-1:] in {("and",), ("or",)}:
            words = words[:-1]
        if STOP_WORDS.issuperset(words):
            continue
        alone[words].append(place)
        lead = tuple(side.terms(side.parents[place])) if side.parents[place] >= 0 else ()
        if len(lead) >= _LEAD:
            whole[lead + words].append(place)
    return alone, whole, clauses
