"""The edits between two wordings, word by word, as a person would mark them.

    >>> [(e.op, e.text) for e in words("paid $5,000 a year", "paid $5,500 a year")]
    [('equal', 'paid '), ('delete', '$5,000'), ('insert', '$5,500'), ('equal', ' a year')]

A whole amount, date, percentage or clause number is one token: it is replaced whole or not at all.
Only of a date in words of which one part changed that part alone is marked, as by hand.

    >>> [(e.op, e.text) for e in words("on 1 July 2025", "on 1 July 2026")]
    [('equal', 'on 1 July '), ('delete', '2025'), ('insert', '2026')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clausetrack.diff.brackets import kept_whole
from clausetrack.diff.tokens import TOKEN, Blocks, aligned, figure, gap, tokens, weight

_SPACED = re.compile(r"(\s*)(\S)")
_APART = re.compile(r"[\s()]")
_WRITTEN_DATE = re.compile(r"[A-Z\d].* \d{4}", re.DOTALL)

#: Words that hold no edit apart by themselves; that "shall" and "may" stay is shown.
STOP_WORDS = frozenset((
    "a", "an", "and", "any", "as", "at", "be", "been", "by", "for", "from", "has", "have", "in",
    "into", "is", "it", "its", "of", "on", "or", "per", "so", "such", "than", "that", "the",
    "their", "them", "then", "there", "these", "they", "this", "those", "to", "was", "were",
    "which", "who", "with",
))  # fmt: skip

_FLOOR = 0.3  # the part of the longer wording that must survive, else all of it is replaced


@dataclass(frozen=True, slots=True)
class WordEdit:
    """A stretch of text: `op` is equal, delete or insert."""

    op: str
    text: str


def words(old: str, new: str) -> tuple[WordEdit, ...]:
    """The edits that turn `old` into `new`; a deletion stands before its insertion.

    The equal and deleted texts joined are `old`, the equal and inserted ones `new`. Wordings that
    have too little in common are replaced whole.
    """
    sides = tokens(old), tokens(new)
    blocks = gap(*sides)
    if _is_one_word(*blocks[1][1:]) and _worth_keeping(blocks):
        return tuple(_edits(blocks))  # as most edits are; all below would leave it as it is
    blocks = kept_whole(aligned(*sides))
    if not _worth_keeping(blocks):
        blocks = [(False, [old], [new])]
    blocks = [
        part for block in _slid(_parted(_slid(_merged(blocks)))) for part in _by_dates(*block)
    ]
    blocks = [part for block in _absorbed(_merged(blocks)) for part in _by_spaces(*block)]
    return tuple(_edits(blocks))


# ----------------------------------------------------------------------------------- clean-up


def _is_one_word(old: Sequence[str], new: Sequence[str]) -> bool:
    """Was one word or figure replaced, which is no date in words and no parenthesis?"""
    return len(old) == len(new) == 1 and not _APART.search(old[0] + new[0])


def _worth_keeping(blocks: Blocks) -> bool:
    """Does enough survive, or the text of one side whole but for one stretch?"""
    kept = gone = come = 0
    for same, old, new in blocks:
        if same:
            kept += weight(old)
        else:
            gone += weight(old)
            come += weight(new)
    ends = sum(weight(old) for same, old, _ in (blocks[0], blocks[-1]) if same)
    return kept >= _FLOOR * (kept + max(gone, come)) or ends * 2 >= kept + min(gone, come)


def _merged(blocks: Blocks) -> Blocks:
    """Neighbours of one kind joined, empty ones dropped: equal and changed stretches take turns."""
    out: Blocks = []
    for same, old, new in blocks:
        if not old and not new:
            continue
        if out and out[-1][0] == same:
            out[-1] = (same, [*out[-1][1], *old], [*out[-1][2], *new])
        else:
            out.append((same, old, new))
    return out


def _slid(blocks: Blocks) -> Blocks:
    """Pure insertions and deletions moved, along repeated text, to where a sentence begins."""
    out = list(blocks)
    for at in range(1, len(out) - 1):
        same, old, new = out[at]
        if same or (old and new):
            continue
        side = list(old or new)
        before, after = list(out[at - 1][1]), list(out[at + 1][1])
        text = [*before, *side, *after]
        low = high = len(before)
        while low > 0 and text[low - 1] == text[low - 1 + len(side)]:
            low -= 1
        while high + len(side) < len(text) and text[high] == text[high + len(side)]:
            high += 1
        start = max(range(low, high + 1), key=lambda i: (_border(text, i), i))
        end = start + len(side)
        moved = text[start:end]
        out[at - 1] = (True, text[:start], text[:start])
        out[at] = (False, moved if old else [], moved if new else [])
        out[at + 1] = (True, text[end:], text[end:])
    return _merged(out)


def _parted(blocks: Blocks) -> Blocks:
    """An insertion and a deletion told apart, where words inside it were taken for those that stay.

    Where "of pay, except" becomes "(if the head of staff agrees) of except", the second "of" stays.
    """
    out = list(blocks)
    for at in range(1, len(out) - 1):
        near = out[at - 1 : at + 2]
        if near[1][0] and any(part[0].isalnum() for part in near[1][1]):
            out[at - 1 : at + 2] = _apart(near) or _turned(_apart(_turned(near)) or _turned(near))
    return out


def _apart(near: Blocks) -> Blocks | None:
    """The same for an insertion, words that stay, and words replaced; or for a deletion."""
    (_, gone, come), (_, island, _), (_, old, new) = near
    if bool(gone) == bool(come) or not old or not new:
        return None
    first, last, rest = (gone, old, new) if gone else (come, new, old)
    for size in (len(island), len(island) - 1):
        stays, space = list(island[:size]), list(island[size:])
        if size and all(map(str.isspace, space)) and list(last[-size:]) == stays:
            more, rest = [*first, *stays, *space, *last[:-size]], [*space, *rest]
            if gone:
                return [(False, more, []), (True, stays, stays), (False, [], rest)]
            return [(False, [], more), (True, stays, stays), (False, rest, [])]
    return None


def _turned(blocks: Blocks) -> Blocks:
    """Blocks as they read from behind."""
    return [(same, old[::-1], new[::-1]) for same, old, new in reversed(blocks)]


def _border(text: Sequence[str], at: int) -> int:
    """How good a place `at` is for an edit to begin."""
    if at == 0 or text[at - 1] in "\n\t":
        return 4
    if text[at - 1].isspace():
        return 3 if at > 1 and text[at - 2] in ".;:!?" else 2
    return 1 if at < len(text) and text[at].isspace() else 0


def _absorbed(blocks: Blocks) -> Blocks:
    """Equal islands too slight to stand between two edits, made part of one."""
    out: Blocks = []
    for block in blocks:
        out.append(block)
        if len(out) > 2 and not block[0] and _slight(out[-3], out[-2][1], block):
            three = out[-3:]
            del out[-3:]
            out.append((False, [part for _, old, _ in three for part in old],
                        [part for _, _, new in three for part in new]))  # fmt: skip
    return out


def _slight(
    left: tuple[bool, Sequence[str], Sequence[str]],
    island: Sequence[str],
    right: tuple[bool, Sequence[str], Sequence[str]],
) -> bool:
    if any(part in "\n\t" or figure(part) for part in island):
        return False  # a figure that stays is shown to stay; a tab parts a label from its text
    marks = [part for part in island if not part[0].isalnum() and not part.isspace()]
    if marks and any(map(str.isspace, island)):
        return False  # a comma, or the end of a sentence
    wording = [part for part in island if part[0].isalpha()]
    if not wording:
        return bool((left[1] or right[1]) and (left[2] or right[2]))
    if not (left[1] and left[2] and right[1] and right[2]):
        return False
    if any(all(map(figure, side)) for side in (*left[1:], *right[1:])):
        return False  # figures are replaced one by one
    content = [word for word in wording if word.lower() not in STOP_WORDS]
    if not content:
        sides = (*left[1:], *right[1:])
        alone = all(len("".join(side).split()) == 1 for side in sides)
        return len(wording) <= (1 if alone else 3)  # one word each is read apart
    edited = min(max(weight(old), weight(new)) for _, old, new in (left, right))
    return len(content) == 1 and 2 * weight(wording) <= edited


def _by_dates(same: bool, old: Sequence[str], new: Sequence[str]) -> Blocks:
    """A changed stretch with one date on each side, where of a date one part changed: that part.

    Where more of it changed it stays whole: a day and a year that stay by chance are no landmarks.
    """
    if same or not old or not new:
        return [(same, old, new)]
    places = [[at for at, part in enumerate(side) if _WRITTEN_DATE.fullmatch(part)]
              for side in (old, new)]  # fmt: skip
    if not any(places):
        return [(same, old, new)]
    if [len(found) for found in places] == [1, 1]:
        (i,), (j,) = places
        narrowed = _narrowed(old[i : i + 1], new[j : j + 1])
        if narrowed:
            return [*gap(old[:i], new[:j]), *narrowed, *gap(old[i + 1 :], new[j + 1 :])]
    return _narrowed(old, new) or [(same, old, new)]


def _narrowed(old: Sequence[str], new: Sequence[str]) -> Blocks | None:
    """The one word in which two stretches differ, or the words that one of them has more."""
    sides = [[word for part in side for word in TOKEN.findall(part)] for side in (old, new)]
    blocks = gap(*sides)
    _, gone, come = blocks[1]
    one = not gone or not come or not any(part.isspace() for part in (*gone, *come))
    return blocks if one else None


def _by_spaces(same: bool, old: Sequence[str], new: Sequence[str]) -> Blocks:
    """Of a changed stretch in which only spaces differ, these: "on -call" for "on-call".

    A figure is whole in this too.
    """
    if same or not old or not new:
        return [(same, old, new)]
    pieces = [_SPACED.findall("".join(side) + ".") for side in (old, new)]  # with its end
    marks = [[mark for _, mark in side] for side in pieces]
    if marks[0] != marks[1] or any(map(str.isdigit, marks[0])):
        return [(same, old, new)]
    out: Blocks = []
    for (one, mark), (other, _) in zip(*pieces, strict=True):
        out += [(one == other, [one] * bool(one), [other] * bool(other)), (True, [mark], [mark])]
    return out[:-1]


def _edits(blocks: Blocks) -> Iterator[WordEdit]:
    for same, old, new in _merged(blocks):
        if same:
            yield WordEdit("equal", "".join(old))
            continue
        if old:
            yield WordEdit("delete", "".join(old))
        if new:
            yield WordEdit("insert", "".join(new))
