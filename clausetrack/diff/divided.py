"""Clauses split in two or more, and clauses joined into one: found by the wording they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from clausetrack.diff.sides import Side
from clausetrack.diff.similarity import Index, shingles, together

_INSIDE = 0.75  # the part of a piece that stands in the whole
_HEAD = 0.6  # and of the piece that goes by the name of the whole
_LOST = 0.2  # and how much more of it than stands in what goes by the name of the whole
_COVERED = 0.6  # the part of the whole that its pieces make up
_OVER = 1.4  # and how much longer than it they may be together
_FEW = 5  # words that a piece must have


def split(whole: Side, parts: Side, forth: Mapping[int, int]) -> dict[int, list[int]]:
    """The places in `whole` of clauses that became several, with the places of these in `parts`.

    With the two sides exchanged and `forth` turned round, the clauses that were joined.
    """
    back = {j: i for i, j in forth.items()}
    spare = [
        j
        for j, clause in enumerate(parts.clauses)
        if j not in back and clause.table is None and len(parts.terms(j)) >= _FEW
    ]
    if not spare:
        return {}
    open_ = dict.fromkeys(_open(whole, parts, forth))
    index = Index((i, whole.terms(i)) for i in open_)
    pieces: dict[int, list[int]] = defaultdict(list)
    for j in spare:
        beside = [i for i in (back.get(j - 1), back.get(j + 1)) if i in open_]
        for i in dict.fromkeys([*beside, *index.candidates(parts.terms(j))]):
            kept = parts.terms(forth[i]) if i in forth else []
            if _share(parts.terms(j), whole.terms(i)) < _INSIDE:
                continue
            inside = together(parts.terms(j), whole.terms(i))
            if inside >= _INSIDE and inside - together(parts.terms(j), kept) >= _LOST:
                pieces[i].append(j)
                break
    out = {}
    for i, found in pieces.items():
        head = [forth[i]] if i in forth else []
        if any(_share(parts.terms(j), whole.terms(i)) < _HEAD for j in head):
            continue
        all_ = sorted([*found, *head])
        size = sum(len(parts.terms(j)) for j in all_)
        if (
            len(all_) > 1
            and size <= _OVER * len(whole.terms(i))
            and _coverage(whole, parts, i, all_) >= _COVERED
        ):
            out[i] = all_
    return out


def _open(whole: Side, parts: Side, forth: Mapping[int, int]) -> list[int]:
    """The clauses that may have lost wording: gone, or not what they were."""
    return [
        i
        for i, clause in enumerate(whole.clauses)
        if clause.table is None
        and (i not in forth or whole.contents[i] != parts.contents[forth[i]])
        and len(whole.terms(i)) >= 2 * _FEW
    ]


def _share(piece: list[str], whole: list[str]) -> float:
    """How much of `piece`, by rows of two words, stands in `whole`."""
    rows, all_ = set(shingles(piece)), set(shingles(whole))
    return len(rows & all_) / len(rows) if rows else 0.0


def _coverage(whole: Side, parts: Side, i: int, found: list[int]) -> float:
    rows: set[tuple[str, str]] = set()
    for j in found:
        rows |= set(shingles(parts.terms(j)))
    wanted = set(shingles(whole.terms(i)))
    return len(rows & wanted) / len(wanted) if wanted else 0.0
