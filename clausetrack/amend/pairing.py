"""Which children of a clause of the base are which of the wording that replaces it.

They meet by their numbers. Where the wording has an item more, or one less, in the middle of a
list, those after it count on: they meet by what they say, so that the mark-up shows the item
that came or went and new numbers on the others, and not every one of them written anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from clausetrack.amend.tree import Tree, is_numbered, similarity, wording, words
from clausetrack.diff.align import align as aligned
from clausetrack.diff.order import longest_rising
from clausetrack.diff.sides import Side
from clausetrack.model import Clause

#: From this similarity on, an addition and a paragraph of the base are the same provision.
SAME = 60.0
_NUMBERED_PAIR = 1000.0
_JOINTS = frozenset(("and", "or"))

#: A clause of the base and the one of the wording that it becomes; None where it has no other.
Pair = tuple[Clause | None, Clause | None]


def align(
    base: Tree, old: Sequence[Clause], tree: Tree, new: Sequence[Clause], *, pairing: bool
) -> list[Pair]:
    """Children of the base beside those of the wording, in order; None where one side has none.

    Numbered children meet by their IDs, the others by kind and likeness; with `pairing`, also
    those that are merely of one kind, in order, as the wording replaces all of them.
    """
    old_words = [words(wording(base.subtree(child.id))) for child in old]
    new_words = [words(wording(tree.subtree(child.id))) for child in new]

    def score(i: int, j: int) -> float:
        one, other = old[i], new[j]
        if is_numbered(one) or is_numbered(other):
            return _NUMBERED_PAIR if one.id == other.id else 0.0
        if one.kind != other.kind:
            return 0.0
        alike = similarity(old_words[i], new_words[j])
        return alike + 1 if alike >= SAME or (pairing and one.kind != "heading") else 0.0

    scores = [[score(i, j) for j in range(len(new))] for i in range(len(old))]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            paired = scores[i][j] + best[i + 1][j + 1] if scores[i][j] else 0.0
            best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
    pairs: list[Pair] = []
    i = j = 0
    while i < len(old) or j < len(new):
        if (
            i < len(old)
            and j < len(new)
            and scores[i][j]
            and (best[i][j] == scores[i][j] + best[i + 1][j + 1])
        ):
            pairs.append((old[i], new[j]))
            i, j = i + 1, j + 1
        elif i < len(old) and best[i][j] == best[i + 1][j]:
            pairs.append((old[i], None))
            i += 1
        else:
            pairs.append((None, new[j]))
            j += 1
    return pairs


def counted_on(
    base: Tree, old: Clause, tree: Tree, new: Clause, by_number: Sequence[Pair]
) -> list[Pair] | None:
    """The children of `old` and `new` paired by what they say, as `diff` pairs two versions.

    None where no more of them then read as before than where they meet `by_number`, and where one
    would go and come again elsewhere: it is neither repealed nor new.
    """
    here, there = base.under(old.id), tree.under(new.id)
    sides = [
        Side([clause._replace(fragment=None) for clause in top.subtree(clause_id)[1:]])
        for top, clause_id in ((base, old.id), (tree, new.id))
    ]
    ranks = [{place: rank for rank, place in enumerate(side.roots)} for side in sides]
    found = [
        (ranks[0][i], ranks[1][j])
        for i, j in sorted(aligned(*sides).forth.items())
        if i in ranks[0] and j in ranks[1]
    ]
    kept = longest_rising([(i, j) for i, j in found if _may_be_one(here[i], there[j])])
    reads = [(here[i], there[j]) for i, j in kept]
    if _alike(base, tree, reads) <= _alike(base, tree, by_number):
        return None
    pairs: list[Pair] = []
    for (i, j), (end, stop) in pairwise([(-1, -1), *kept, (len(here), len(there))]):
        gap = here[i + 1 : end], there[j + 1 : stop]
        pairs += align(base, gap[0], tree, gap[1], pairing=True)
        if end < len(here):
            pairs.append((here[end], there[stop]))
    gone = [_said(base, before) for before, after in pairs if before and not after]
    if any(_said(tree, after) in gone for before, after in pairs if after and not before):
        return None
    return pairs


def _may_be_one(old: Clause, new: Clause) -> bool:
    return old.kind == new.kind and is_numbered(old) == is_numbered(new)


def _alike(base: Tree, tree: Tree, pairs: Sequence[Pair]) -> int:
    """How many of the pairs are numbered and say the same."""
    return sum(
        before is not None
        and after is not None
        and is_numbered(before)
        and _said(base, before) == _said(tree, after)
        for before, after in pairs
    )


def _said(tree: Tree, clause: Clause) -> list[str]:
    """The words of a clause and of all under it, but for what joins it to the next one."""
    said = words(wording(tree.subtree(clause.id)))
    return said[:-1] if said[-1:] and said[-1] in _JOINTS else said
