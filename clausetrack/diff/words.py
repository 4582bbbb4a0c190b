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
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clausetrack import values
from clausetrack.diff.order import longest_rising

#: An alignment of tokens: stretches of old and new tokens, `True` where they are the same.
_Blocks = list[tuple[bool, Sequence[str], Sequence[str]]]

_NUMBER = (
    r"(?:19|20)\d\d ?[-–/] ?(?:19|20)?\d\d(?!\d)"  # the years of an agreement
    r"|[A-Z]?\d+[A-Z]{0,2}\d*(?:\.\d+[A-Z]{0,2}\d*)+(?:\.?\((?:[a-z]{1,6}|\d{1,3})\))*"
    r"|[A-Z]?\d+[A-Z]{0,2}\d*(?:\((?:[a-z]{1,6}|\d{1,3})\))+"
    r"|\((?:[a-z]|[ivxl]{2,6}|\d{1,3})\)(?:\((?:[a-z]|[ivxl]{2,6}|\d{1,3})\))*"
)
_WORD = r"[\w\u0300-\u036f]+(?:['’][\w\u0300-\u036f]+)*"
_TOKEN = re.compile(rf"{_NUMBER}|{_WORD}|.", re.DOTALL)
_FIGURE = re.compile(r"\d|\A\(.")
_WRITTEN_DATE = re.compile(r"\d.* \d{4}", re.DOTALL)

#: Words that hold no edit apart by themselves; that "shall" and "may" stay is shown.
_STOP_WORDS = frozenset(
    (
        "a",
        "an",
        "and",
        "any",
        "as",
        "at",
        "be",
        "been",
        "by",
        "for",
        "from",
        "has",
        "have",
        "in",
        "into",
        "is",
        "it",
        "its",
        "of",
        "on",
        "or",
        "per",
        "so",
        "such",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "was",
        "were",
        "which",
        "who",
        "with",
    )
)

_MAX_PRODUCT = 1_000_000  # old tokens x new tokens that are compared without anchors
_ANCHOR = 4  # tokens in a row that anchor a long comparison
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
    blocks = _aligned(tokens(old), tokens(new))
    if not _worth_keeping(blocks):
        blocks = [(False, [old], [new])]
    blocks = [part for block in _slid(_merged(blocks)) for part in _by_dates(*block)]
    return tuple(_edits(_absorbed(_merged(blocks))))


def tokens(text: str) -> list[str]:
    """`text` cut into tokens: figures, dates and clause numbers whole, words, spaces, marks."""
    out: list[str] = []
    at = 0
    for value in values.find(text):
        if value.start >= at:
            out += _TOKEN.findall(text, at, value.start)
            out.append(value.text)
            at = value.end
    return out + _TOKEN.findall(text, at)


# ---------------------------------------------------------------------------------- alignment


def _aligned(old: Sequence[str], new: Sequence[str]) -> _Blocks:
    """Common ends first, then anchors while the middle is long, then diff-match-patch."""
    head, (_, a, b), tail = _gap(old, new)
    middle: _Blocks
    if not a or not b:
        middle = [(False, a, b)]
    elif len(a) * len(b) <= _MAX_PRODUCT:
        middle = _compared(a, b)
    else:
        middle = _anchored(a, b)
    return [head, *middle, tail]


def _compared(old: Sequence[str], new: Sequence[str]) -> _Blocks:
    """Words and marks first, then the spaces between those that stay.

    A space is as like another as a word is like itself: compared with the words, the spaces would
    tear apart the words that are left.
    """
    sides = [[at for at, part in enumerate(side) if part[0] != " "] for side in (old, new)]
    out: _Blocks = []
    i = j = 0
    for one, other in _same_words(old, new, sides[0], sides[1]):
        out += _gap(old[i:one], new[j:other])
        out.append((True, old[one : one + 1], new[other : other + 1]))
        i, j = one + 1, other + 1
    return [*out, *_gap(old[i:], new[j:])]


def _gap(old: Sequence[str], new: Sequence[str]) -> _Blocks:
    """What stands between two words that stay: the same at its ends, replaced in the middle."""
    shorter = min(len(old), len(new))
    head = 0
    while head < shorter and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < shorter - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return [(True, old[:head], new[:head]),
            (False, old[head : len(old) - tail], new[head : len(new) - tail]),
            (True, old[len(old) - tail :], new[len(new) - tail :])]  # fmt: skip


def _same_words(
    old: Sequence[str], new: Sequence[str], here: Sequence[int], there: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The places of the words that stay, by diff-match-patch over one character a word."""
    from diff_match_patch import diff_match_patch

    known: dict[str, str] = {}

    def coded(side: Sequence[str], places: Sequence[int]) -> str:
        for at in places:
            known.setdefault(side[at], chr(0xE000 + len(known)))  # above the surrogates
        return "".join(known[side[at]] for at in places)

    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # a time limit would make the result depend on the machine
    i = j = 0
    for op, codes in engine.diff_main(coded(old, here), coded(new, there), False):
        if op == 0:
            yield from zip(here[i : i + len(codes)], there[j : j + len(codes)], strict=True)
        i += len(codes) if op <= 0 else 0
        j += len(codes) if op >= 0 else 0


def _anchored(old: Sequence[str], new: Sequence[str]) -> _Blocks:
    """A long comparison, cut at rows of tokens that each side holds once; without any, replaced."""
    pairs = longest_rising(_anchors(old, new))
    if not pairs:
        return [(False, old, new)]
    out: _Blocks = []
    i = j = 0
    for at_old, at_new in pairs:
        if at_old >= i and at_new >= j:
            out += _aligned(old[i:at_old], new[j:at_new])
            i, j = at_old + _ANCHOR, at_new + _ANCHOR
            out.append((True, old[at_old:i], new[at_new:j]))
    return [*out, *_aligned(old[i:], new[j:])]


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Where the rows of tokens stand that are unique on both sides, in the order of `old`."""
    places = []
    for side in (old, new):
        rows = [tuple(side[i : i + _ANCHOR]) for i in range(len(side) - _ANCHOR + 1)]
        counts = Counter(rows)
        places.append({row: i for i, row in enumerate(rows) if counts[row] == 1})
    return [(i, places[1][row]) for row, i in places[0].items() if row in places[1]]


# ----------------------------------------------------------------------------------- clean-up


def _worth_keeping(blocks: _Blocks) -> bool:
    """Does enough survive, or the text of one side whole but for one stretch?"""
    kept = gone = come = 0
    for same, old, new in blocks:
        if same:
            kept += _weight(old)
        else:
            gone += _weight(old)
            come += _weight(new)
    ends = sum(_weight(old) for same, old, _ in (blocks[0], blocks[-1]) if same)
    return kept >= _FLOOR * (kept + max(gone, come)) or ends * 2 >= kept + min(gone, come)


def _weight(parts: Iterable[str]) -> int:
    """How much wording is in `parts`: a figure counts as a short word, however long it is."""
    weight = 0
    for part in parts:
        if part.isalpha():
            weight += len(part)
        elif not part.isspace():
            weight += 3 if _FIGURE.search(part) else len(part)
    return weight


def _figure(part: str) -> bool:
    """Is it a figure, a date or a number such as "(a)"?"""
    return _FIGURE.search(part) is not None


def _merged(blocks: _Blocks) -> _Blocks:
    """Neighbours of one kind joined, empty ones dropped: equal and changed stretches take turns."""
    out: _Blocks = []
    for same, old, new in blocks:
        if not old and not new:
            continue
        if out and out[-1][0] == same:
            out[-1] = (same, [*out[-1][1], *old], [*out[-1][2], *new])
        else:
            out.append((same, old, new))
    return out


def _slid(blocks: _Blocks) -> _Blocks:
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


def _border(text: Sequence[str], at: int) -> int:
    """How good a place `at` is for an edit to begin."""
    if at == 0 or text[at - 1] in "\n\t":
        return 4
    if text[at - 1].isspace():
        return 3 if at > 1 and text[at - 2] in ".;:!?" else 2
    return 1 if at < len(text) and text[at].isspace() else 0


def _absorbed(blocks: _Blocks) -> _Blocks:
    """Equal islands too slight to stand between two edits, made part of one."""
    out: _Blocks = []
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
    if any(part in "\n\t" or _figure(part) for part in island):
        return False  # a figure that stays is shown to stay; a tab parts a label from its text
    marks = [part for part in island if not part[0].isalnum() and not part.isspace()]
    if marks and any(map(str.isspace, island)):
        return False  # a comma, or the end of a sentence
    wording = [part for part in island if part[0].isalpha()]
    if not wording:
        return bool((left[1] or right[1]) and (left[2] or right[2]))
    if not (left[1] and left[2] and right[1] and right[2]):
        return False
    if any(all(map(_figure, side)) for side in (*left[1:], *right[1:])):
        return False  # figures are replaced one by one
    content = [word for word in wording if word.lower() not in _STOP_WORDS]
    if not content:
        return len(wording) <= 3
    edited = min(max(_weight(old), _weight(new)) for _, old, new in (left, right))
    return len(content) == 1 and 2 * _weight(wording) <= edited


def _by_dates(same: bool, old: Sequence[str], new: Sequence[str]) -> _Blocks:
    """A changed stretch with one date on each side, where of a date one part changed: that part.

    Where more of it changed it stays whole: a day and a year that stay by chance are no landmarks.
    """
    places = [[at for at, part in enumerate(side) if _WRITTEN_DATE.fullmatch(part)]
              for side in (old, new)]  # fmt: skip
    if same or not old or not new or not any(places):
        return [(same, old, new)]
    if [len(found) for found in places] == [1, 1]:
        (i,), (j,) = places
        narrowed = _narrowed(old[i : i + 1], new[j : j + 1])
        if narrowed:
            return [*_gap(old[:i], new[:j]), *narrowed, *_gap(old[i + 1 :], new[j + 1 :])]
    return _narrowed(old, new) or [(same, old, new)]


def _narrowed(old: Sequence[str], new: Sequence[str]) -> _Blocks | None:
    """The one word in which two stretches differ, or the words that one of them has more."""
    sides = [[word for part in side for word in _TOKEN.findall(part)] for side in (old, new)]
    blocks = _gap(*sides)
    _, gone, come = blocks[1]
    one = not gone or not come or not any(part.isspace() for part in (*gone, *come))
    return blocks if one else None


def _edits(blocks: _Blocks) -> Iterator[WordEdit]:
    for same, old, new in _merged(blocks):
        if same:
            yield WordEdit("equal", "".join(old))
            continue
        if old:
            yield WordEdit("delete", "".join(old))
        if new:
            yield WordEdit("insert", "".join(new))
