"""A parenthesis that came or went is one edit, although words inside it stand beside it too.

Where "each period of 49 weeks" becomes "each period (in excess of 40 hours) of 44 weeks", the
"of" that stays is the one before "weeks".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from clausetrack.diff.tokens import Blocks, aligned, weight

_MORE = 1.2  # how much more may change where a parenthesis is kept whole
_INSIDE = 0.5  # and how much of it may have stayed: else the words came first


def kept_whole(blocks: Blocks) -> Blocks:
    """The alignment with each parenthesis that came or went whole, where little more changes."""
    return _turned(_whole(_turned(_whole(blocks))))


def _turned(blocks: Blocks) -> Blocks:
    """The alignment of the new wording with the old."""
    return [(same, new, old) for same, old, new in blocks]


def _whole(blocks: Blocks) -> Blocks:
    """The same for those that came."""
    if not any("(" in new for same, _, new in blocks if not same):
        return blocks
    old = [part for _, side, _ in blocks for part in side]
    new = [part for _, _, side in blocks for part in side]
    torn = _torn(new, [not same for same, _, side in blocks for _ in side])
    if not torn:
        return blocks
    outside: list[str] = []
    for start, end in zip([0, *(group.stop for group in torn)],
                          [*(group.start for group in torn), len(new)], strict=True):  # fmt: skip
        outside += new[start:end]
    again = _with(aligned(old, outside), new, torn)
    return again if _changed(again) <= _MORE * _changed(blocks) else blocks


def _torn(new: Sequence[str], came: Sequence[bool]) -> list[slice]:
    """Where the parentheses stand that begin and end with what came and hold some that stayed.

    The space before one is part of it; what stands inside another one is not told.
    """
    pairs: list[tuple[int, int]] = []
    open_: list[int] = []
    for at, part in enumerate(new):
        if part == "(":
            open_.append(at)
        elif part == ")" and open_:
            start = open_.pop()
            if came[start] and came[at]:
                pairs.append((start, at))
    if not pairs:
        return []
    sizes = [weight((part,)) for part in new]
    # how much stayed, and how much there is at all, before each token
    stayed = [0, *accumulate(0 if one else size for one, size in zip(came, sizes, strict=True))]
    said = [0, *accumulate(sizes)]
    out: list[slice] = []
    for start, end in pairs:
        if 0 < stayed[end] - stayed[start] <= _INSIDE * (said[end] - said[start]):
            while out and out[-1].start >= start:
                out.pop()
            spaced = start > 0 and new[start - 1] == " " and start - 1 >= _end(out)
            out.append(slice(start - spaced, end + 1))
    return out


def _end(found: Sequence[slice]) -> int:
    return int(found[-1].stop) if found else 0


def _with(blocks: Blocks, whole: Sequence[str], came: Sequence[slice]) -> Blocks:
    """The alignment of a wording without some stretches, with them put back: they came."""
    out: Blocks = []
    waiting = list(came[::-1])
    at = 0
    for same, old, new in blocks:
        while waiting and waiting[-1].start <= at + len(new):
            stretch = waiting.pop()
            cut = stretch.start - at
            before = old[:cut] if same else []
            out += [(same, before, new[:cut]), (False, [], whole[stretch])]
            old, new, at = old[len(before) :], new[cut:], stretch.stop
        out.append((same, old, new))
        at += len(new)
    return out


def _changed(blocks: Blocks) -> int:
    return sum(weight(old) + weight(new) for same, old, new in blocks if not same)
