"""Wordings cut into tokens, and which tokens of one stay in the other.

A whole amount, date, percentage or clause number is one token, so that it stays whole or not at
all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from clausetrack import values
from clausetrack.diff.order import longest_rising

#: An alignment of tokens: stretches of old and new tokens, `True` where they are the same.
Blocks = list[tuple[bool, Sequence[str], Sequence[str]]]

#: "12A3"; what it has taken it keeps, or a long row of figures is tried at each of its places.
_FIGURES = r"\d++[A-Z]{0,3}+\d*+"
_NUMBER = (
    r"(?:19|20)\d\d ?[-–/] ?(?:19|20)?\d\d(?!\d)"  # the years of an agreement
    rf"|[A-Z]?{_FIGURES}(?:\.{_FIGURES})+(?:\.?\((?:[a-z]{{1,6}}|\d{{1,3}})\))*"
    rf"|[A-Z]?{_FIGURES}(?:\((?:[a-z]{{1,6}}|\d{{1,3}})\))+"
    r"|\((?:[a-z]|[ivxl]{2,6}|\d{1,3})\)(?:\((?:[a-z]|[ivxl]{2,6}|\d{1,3})\))*"
)
#: "full-time" is one word, and so is "teacher's"; the hyphen of "2025-26" or "A-4" joins nothing.
_WORD = r"[\w\u0300-\u036f]+(?:(?:['’]|(?<=[^\W\d_])-(?=[^\W\d_]))[\w\u0300-\u036f]+)*"
#: Most of a text is spaces and plain words, so these are looked for first.
_PLAIN = r" |[a-z]++(?![\w\u0300-\u036f'’-])"
TOKEN = re.compile(rf"{_PLAIN}|(?=[A-Z(\d])(?:{_NUMBER})|{_WORD}|.", re.DOTALL)
_FIGURE = re.compile(r"\d|\A\(.")

_MAX_PRODUCT = 1_000_000  # old tokens x new tokens that are compared without anchors
_ANCHOR = 4  # tokens in a row that anchor a long comparison


def tokens(text: str) -> list[str]:
    """`text` cut into tokens: figures, dates and clause numbers whole, words, spaces, marks."""
    out: list[str] = []
    at = 0
    for value in values.find(text):
        if value.start >= at:
            out += TOKEN.findall(text, at, value.start)
            out.append(value.text)
            at = value.end
    return out + TOKEN.findall(text, at)


# ---------------------------------------------------------------------------------- alignment


def aligned(old: Sequence[str], new: Sequence[str]) -> Blocks:
    """Common ends first, then anchors while the middle is long, then diff-match-patch."""
    head, (_, a, b), tail = gap(old, new)
    middle: Blocks
    if not a or not b:
        middle = [(False, a, b)]
    elif len(a) * len(b) <= _MAX_PRODUCT:
        middle = _compared(a, b)
    else:
        middle = _anchored(a, b)
    return [head, *middle, tail]


def _compared(old: Sequence[str], new: Sequence[str]) -> Blocks:
    """Words and marks first, then the spaces between those that stay.

    A space is as like another as a word is like itself: compared with the words, the spaces would
    tear apart the words that are left.
    """
    sides = [[at for at, part in enumerate(side) if part[0] != " "] for side in (old, new)]
    out: Blocks = []
    i = j = 0
    for one, other in _same_words(old, new, sides[0], sides[1]):
        ends = one[-1] + 1, other[-1] + 1
        stretches = old[one[0] : ends[0]], new[other[0] : ends[1]]
        if stretches[0] == stretches[1]:
            out += [*gap(old[i : one[0]], new[j : other[0]]), (True, *stretches)]
        else:
            for at, there in zip(one, other, strict=True):
                out += gap(old[i:at], new[j:there])
                out.append((True, old[at : at + 1], new[there : there + 1]))
                i, j = at + 1, there + 1
        i, j = ends
    return [*out, *gap(old[i:], new[j:])]


def gap(old: Sequence[str], new: Sequence[str]) -> Blocks:
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
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The places of the words that stay, a row of them at a time.

    By diff-match-patch over one character a word.
    """
    if {old[at] for at in here}.isdisjoint(new[at] for at in there):
        return
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
            yield here[i : i + len(codes)], there[j : j + len(codes)]
        i += len(codes) if op <= 0 else 0
        j += len(codes) if op >= 0 else 0


def _anchored(old: Sequence[str], new: Sequence[str]) -> Blocks:
    """A long comparison, cut at rows of tokens that each side holds once; without any, replaced."""
    pairs = longest_rising(_anchors(old, new))
    if not pairs:
        return [(False, old, new)]
    out: Blocks = []
    i = j = 0
    for at_old, at_new in pairs:
        if at_old >= i and at_new >= j:
            out += aligned(old[i:at_old], new[j:at_new])
            i, j = at_old + _ANCHOR, at_new + _ANCHOR
            out.append((True, old[at_old:i], new[at_new:j]))
    return [*out, *aligned(old[i:], new[j:])]


def _anchors(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """Where the rows of tokens stand that are unique on both sides, in the order of `old`."""
    places = []
    for side in (old, new):
        rows = [tuple(side[i : i + _ANCHOR]) for i in range(len(side) - _ANCHOR + 1)]
        counts = Counter(rows)
        places.append({row: i for i, row in enumerate(rows) if counts[row] == 1})
    return [(i, places[1][row]) for row, i in places[0].items() if row in places[1]]


def weight(parts: Iterable[str]) -> int:
    """How much wording is in `parts`: a figure counts as a short word, however long it is."""
    return sum(map(_weight, parts))


@lru_cache(1 << 14)
def _weight(part: str) -> int:
    if part.isalpha():
        return len(part)
    return 0 if part.isspace() else 3 if _FIGURE.search(part) else len(part)


def figure(part: str) -> bool:
    """Is it a figure, a date or a number such as "(a)"?"""
    return _FIGURE.search(part) is not None
