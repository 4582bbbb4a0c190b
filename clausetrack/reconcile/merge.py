"""What their words would be, had they amended their own base exactly as we amended ours."""

from __future__ import annotations

from collections.abc import Sequence

from clausetrack.diff.tokens import tokens

#: Old tokens from `start` to `end`, and what stands in their place.
_Hunk = tuple[int, int, Sequence[str]]


def expected(base: str, ours: str, theirs: str, actual: str) -> str:
    """`theirs` with what makes `ours` of `base`: what `actual` is to be held against.

    So an edit that their base already holds is not told again as a difference in the result.
    Where both rewrote the same words, the ordered ones stand.
    """
    if theirs == base or actual == ours:
        return ours
    if ours == base:
        return theirs
    return _merged(base, ours, theirs)


def ordered_spans(before: str, after: str) -> list[tuple[int, int]]:
    """The stretches of `after`, as character offsets, that are not in `before`.

    Where something was taken out, it is where that may have stood: at one place, or at several
    where the words around it are alike ("The …" before and after a sentence that went).
    """
    old, here = tokens(before), tokens(after)
    offsets = [0]
    for token in here:
        offsets.append(offsets[-1] + len(token))
    spans = []
    shift = 0
    for start, end, new in _hunks(old, here):
        first = last = start + shift
        if new:
            last += len(new)
        else:
            back = 0
            while back < start and old[start - back - 1] == old[end - back - 1]:
                back += 1
            on = 0
            while end + on < len(old) and old[start + on] == old[end + on]:
                on += 1
            first, last = max(first - back, 0), min(last + on, len(here))
        spans.append((offsets[first], offsets[last]))
        shift += len(new) - (end - start)
    return spans


def _merged(base: str, ours: str, theirs: str) -> str:
    old = tokens(base)
    mine, other = _hunks(old, tokens(ours)), _hunks(old, tokens(theirs))
    kept = [(*hunk, 1) for hunk in other if not any(_meet(hunk, one) for one in mine)]
    out: list[str] = []
    at = 0
    for start, end, new, _ in sorted([*((*h, 0) for h in mine), *kept], key=lambda h: (h[0], h[1])):
        out += [*old[at:start], *new]
        at = end
    return "".join([*out, *old[at:]])


def _meet(one: _Hunk, other: _Hunk) -> bool:
    """Do two hunks rewrite a common token, or put something at one point?"""
    if one[0] == one[1] and other[0] == other[1]:
        return one[0] == other[0]
    return one[0] < other[1] and other[0] < one[1]


def _hunks(old: Sequence[str], new: Sequence[str]) -> list[_Hunk]:
    """The least that has to be replaced in `old` to make it `new`."""
    from rapidfuzz.distance import Indel

    out: list[_Hunk] = []
    for code in Indel.opcodes(old, new):
        if code.tag == "equal":
            continue
        put = new[code.dest_start : code.dest_end]
        if out and out[-1][1] == code.src_start:
            start, _, before = out.pop()
            out.append((start, code.src_end, [*before, *put]))
        else:
            out.append((code.src_start, code.src_end, put))
    return out
