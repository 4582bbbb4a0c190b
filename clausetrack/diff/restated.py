"""Clauses split or joined whose sentences had to change for it.

A part that is to stand by itself says its subject again, or leaves "if" and "and" to the line above
its list. What it shares with the whole is then no stretch of it, but the words that the rest lost.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from clausetrack.diff.sides import Side
from clausetrack.diff.words import STOP_WORDS

_TAKEN = 2  # words that a part must have of what the rest lost, if it says more than that
_OF_PART = 0.2  # and how much of the part these must be
_ADDED = 0.25  # what a part may say that the whole did not, for each word that it took
_HELD = 0.75  # how much of what was lost the parts must hold
_HEAD_ADDED = 0.25  # how much of what kept the name of the whole may be said anew
_BESIDE = 6  # neighbours without a partner behind which the rest is looked for

#: Words that join and part sentences: they come and go with the grammar.
_GRAMMAR = STOP_WORDS | {
    "also", "are", "both", "but", "clause", "despite", "each", "either", "except", "he", "her",
    "him", "his", "however", "if", "neither", "no", "none", "nor", "she", "subclause", "too",
    "when", "where", "whom", "whose",
}  # fmt: skip


def restated(
    whole: Side,
    parts: Side,
    forth: Mapping[int, int],
    divided: Mapping[int, Sequence[int]],
    spare: Collection[int],
) -> dict[int, list[int]]:
    """The places in `whole` of clauses that became several, with all the places of these.

    Only what is `spare` in `parts` and stands beside or under the rest is looked at. It has to say
    what the rest does not say any more and hardly anything else: wording from one template shares
    its words too, and what is new is better told as new than taken for a part.
    """
    if not spare:
        return {}
    owners = {j: i for i, j in forth.items()}
    owners.update((j, i) for i, found in divided.items() for j in found)
    beside: dict[int, list[int]] = defaultdict(list)
    for j in sorted(spare):
        if parts.clauses[j].table is None:
            for place in _neighbours(parts, j, spare):
                if place in owners and j not in beside[owners[place]]:
                    beside[owners[place]].append(j)
    out: dict[int, list[int]] = {}
    taken: set[int] = set()
    for i, near in sorted(beside.items()):
        rest = list(divided.get(i, ())) or [forth[i]]
        if sum(len(parts.contents[j]) for j in rest) >= len(whole.contents[i]):
            continue  # nothing was lost
        if any(clause.table for clause in (whole.clauses[i], *(parts.clauses[j] for j in rest))):
            continue
        found = _parts(whole, parts, i, rest, [j for j in near if j not in taken])
        if found:
            taken.update(found)
            out[i] = sorted([*rest, *found])
    return out


def _parts(whole: Side, parts: Side, i: int, rest: list[int], near: Sequence[int]) -> list[int]:
    """Those of some places that say what the rest of a clause lost; none where that is not sure.

    A word that the rest still has tells nothing of a part: it may be of the template of both.
    """
    if len(set(whole.terms(i)).difference(*(parts.terms(j) for j in rest))) < _TAKEN:
        return []
    said, kept = _said(whole, i), set[str]().union(*(_said(parts, j) for j in rest))
    lost, added = said - kept, kept - said
    if len(lost) < _TAKEN or len(added) > _HEAD_ADDED * len(kept):
        return []
    found = []
    left = lost
    for j in near:
        words = _said(parts, j)
        took = words & left
        most = len(took) >= max(_TAKEN, _OF_PART * len(words))
        if took and (most or took == words) and len(words - said - added) <= _ADDED * len(took):
            found.append(j)
            left = left - took
    held = len(lost) - len(left)
    # for what was only written otherwise in the rest, that has something else now
    sure = held > len(added) and held >= _HELD * (len(lost) - len(added))
    return found if sure else []


def _said(side: Side, place: int) -> set[str]:
    return meaning(side.terms(place))


def meaning(words: Iterable[str]) -> set[str]:
    """The words that mean something, in one number; a figure may change on the way."""
    return {
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
        for word in words
        if word not in _GRAMMAR and not word[0].isdigit()
    }


def _neighbours(side: Side, place: int, spare: Collection[int]) -> Iterator[int]:
    """What stands around a clause, other such clauses apart: before, above, behind."""
    family = side.under(side.parents[place])
    at = bisect_left(family, place)
    before = next((j for j in family[max(at - _BESIDE, 0) : at][::-1] if j not in spare), -1)
    behind = next((j for j in family[at + 1 : at + 1 + _BESIDE] if j not in spare), -1)
    yield from (j for j in (before, side.parents[place], behind) if j >= 0)
