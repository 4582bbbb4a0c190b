"""Clauses split in two or more, and clauses joined into one: found by the wording they share."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from clausetrack.diff.sides import Side
from clausetrack.diff.similarity import Index, Shingles, masked, shingles, shingles_among, together

_INSIDE = 0.75  # the part of a piece that stands in the whole
_HEAD = 0.6  # and of the piece that goes by the name of the whole
_LOST = 0.2  # and how much more of it than stands in what goes by the name of the whole
_COVERED = 0.6  # the part of the whole that its pieces make up
_OVER = 1.4  # and how much longer than it they may be together
_MADE_UP, _NO_MORE = 0.8, 1.1  # both, where it is sure before anything else is known
_NEARLY_ALL = 0.9
_FEW = 5  # words that a piece must have


def split(
    whole: Side,
    parts: Side,
    forth: Mapping[int, int],
    back: Mapping[int, int],
    edited: Iterable[int],
    *,
    sure: bool = False,
) -> dict[int, list[int]]:
    """The places in `whole` of clauses that became several, with the places of these in `parts`.

    `forth` leads from `whole` to `parts` and `back` the other way; `edited` are the places in
    `whole` of clauses that have a partner and do not say the same as it. With the sides exchanged,
    the clauses that were joined. Those that are `sure` have pieces that make up the whole, nothing
    less and nothing more.
    """
    covered, over = (_MADE_UP, _NO_MORE) if sure else (_COVERED, _OVER)
    spare = [
        j
        for j in _others(parts, back)
        if parts.clauses[j].table is None and len(parts.terms(j)) >= _FEW
    ]
    if not spare or (sure and len(spare) > _NEARLY_ALL * len(parts.clauses)):
        return {}  # nothing is sure where nearly everything was written anew
    open_ = dict.fromkeys(  # what may have lost wording: gone, or not what it was
        i
        for i in sorted({*_others(whole, forth), *edited})
        if whole.clauses[i].table is None and len(whole.terms(i)) >= 2 * _FEW
    )
    wanted = {shingle for j in spare for shingle in parts.shingles(j)}
    index = Index((i, shingles_among(whole.terms(i), wanted)) for i in open_)
    pieces: dict[int, list[int]] = defaultdict(list)
    for j in spare:
        beside = [i for i in (back.get(j - 1), back.get(j + 1)) if i in open_]
        size = len(parts.terms(j))
        for i in dict.fromkeys([*beside, *index.candidates(parts.shingles(j))]):
            kept = parts.terms(forth[i]) if i in forth else []
            if size + (len(kept) or _FEW) > over * len(whole.terms(i)):
                continue  # with another piece it would be more than the whole
            # a figure may have changed on the way: of a short piece it makes up much
            piece, rest = masked(parts.terms(j)), masked(whole.terms(i))
            if _share(shingles(piece), shingles(rest)) < _INSIDE:
                continue
            inside = together(piece, rest)
            if inside >= _INSIDE and inside - together(piece, masked(kept)) >= _LOST:
                pieces[i].append(j)
                break
    out = {}
    for i, found in pieces.items():
        head = [forth[i]] if i in forth else []
        if any(_share(parts.shingles(j), whole.shingles(i)) < _HEAD for j in head):
            continue
        all_ = _apart(parts, sorted([*found, *head]), whole.shingles(i))
        size = sum(len(parts.terms(j)) for j in all_)
        if (
            len(all_) > 1
            and size <= over * len(whole.terms(i))
            and _coverage(parts, all_, whole.shingles(i)) >= covered
        ):
            out[i] = all_
    return out


def _others(side: Side, matched: Mapping[int, int]) -> list[int]:
    """The places of a side that have no partner."""
    return [place for place in range(len(side.clauses)) if place not in matched]


def _share(piece: Shingles, whole: Shingles) -> float:
    """How much of `piece`, by its shingles, stands in the whole."""
    return len(piece & whole) / len(piece) if piece else 0.0


def _apart(parts: Side, found: list[int], wanted: Shingles) -> list[int]:
    """Those pieces of which most of what stands in the whole stands in no other piece."""
    held = {j: parts.shingles(j) & wanted for j in found}
    times = Counter(shingle for has in held.values() for shingle in has)
    return [j for j, has in held.items() if 2 * sum(times[one] == 1 for one in has) >= len(has)]


def _coverage(parts: Side, found: list[int], wanted: Shingles) -> float:
    covered: set[tuple[str, str]] = set()
    for j in found:
        covered |= parts.shingles(j)
    return len(covered & wanted) / len(wanted) if wanted else 0.0
