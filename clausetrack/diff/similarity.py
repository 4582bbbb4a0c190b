"""How alike two wordings are, and which wordings may be alike: no pair is compared needlessly."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, KeysView, Sequence
from functools import cached_property

from clausetrack.numbering import NUMBER_WORD

_WORD = re.compile(r"\w+")
#: Not begun in the middle of a row of marks, or leaders of dots would be read from each of them.
_FIGURE = re.compile(r"(?<![\d.,])[\d.,]*\d")
_FIGURE_IN_WORDS = re.compile(rf" (?:{NUMBER_WORD})\b")  # quickly found by the space
_STRONG = 40  # characters of wording that is not the same by chance
_KEPT = 0.84  # how much of the shorter of two wordings must stand in the longer
_FEW = 5  # words that a clause must have to be found elsewhere
_SLIGHT = 24  # letters, fewer than so many words have, that come or go without more ado
_PER_SHINGLE = 12  # a shingle that more wordings share says nothing of one of them
_SAMPLE = 1000  # wordings that are enough to tell what shingles are common
_SAMPLED = 4  # and how many of them may share a shingle that is not
_CANDIDATES = 4
_MAX_PRODUCT = 1_000_000  # words of a piece x words of a whole that are compared one by one
_SHARE = 0.5  # of the rare shingles of a wording that another must have to be a candidate
_SHARED = 4  # and how many it must have at least, or a third of all the shingles of a short one


#: The different shingles of a wording: each two words that follow one another.
Shingles = KeysView[tuple[str, str]]


def terms(text: str) -> list[str]:
    """The words of a text as they are compared: small letters, no marks."""
    return _WORD.findall(text.casefold())


def shared(old: Sequence[str], new: Sequence[str]) -> float:
    """How much of the shorter wording stands in the longer, in order, figures taken as alike."""
    from rapidfuzz.distance import LCSseq

    short = min(len(old), len(new))
    return float(LCSseq.similarity(masked(old), masked(new))) / short if short else 0.0


def masked(words: Sequence[str]) -> list[str]:
    """The words with all figures alike."""
    return ["0" if word[0].isdigit() else word for word in words]


def alike(old: Sequence[str], new: Sequence[str]) -> float:
    """From 0 (no word in common) to 1 (the same words in the same order)."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(old, new))


def kept(one: Sequence[str], other: Sequence[str]) -> bool:
    """Does the shorter of two wordings stand in the longer?"""
    return min(len(one), len(other)) >= _FEW and shared(one, other) >= _KEPT


def nearly_same(one: str, other: str) -> bool:
    """Does strong wording say the same but for less than a clause of its own has?"""
    from rapidfuzz.distance import LCSseq

    few = min(_SLIGHT, len(one) // 5)
    if not (strong(one) and strong(other)):
        return False
    return LCSseq.distance(one, other, score_cutoff=few) <= few


def strong(text: str) -> bool:
    return len(text) >= _STRONG


def without_figures(text: str) -> str:
    """A wording with all figures alike; those in words too where it says more than a few."""
    said = _FIGURE.sub("0", text)
    return _FIGURE_IN_WORDS.sub(" 0", said) if strong(text) else said


def together(piece: Sequence[str], whole: Sequence[str]) -> float:
    """How much of `piece` stands in the whole in one stretch, from 0 to 1."""
    if len(piece) * len(whole) > _MAX_PRODUCT:
        return _within(piece, whole)
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(piece, whole) / 100


def _within(piece: Sequence[str], whole: Sequence[str]) -> float:
    """The same by shingles, in time that grows with the words and not their product."""
    places: dict[tuple[str, str], deque[int]] = defaultdict(deque)
    for at, shingle in enumerate(itertools.pairwise(whole)):
        places[shingle].append(at)
    pairs = list(itertools.pairwise(piece))
    found = sorted(places[shingle].popleft() for shingle in pairs if places.get(shingle))
    start = most = 0
    for end, at in enumerate(found):
        while found[start] + len(pairs) <= at:
            start += 1
        most = max(most, end + 1 - start)
    return most / len(pairs) if pairs else 0.0


class Index:
    """Wordings by their shingles, of which the rare ones tell them apart.

    `common` are those that are not rare in the document, however few of these wordings have them.
    """

    def __init__(
        self,
        wordings: Iterable[tuple[int, Iterable[tuple[str, str]]]],
        common: frozenset[tuple[str, str]] = frozenset(),
    ) -> None:
        self.places: dict[tuple[str, str], list[int]] = defaultdict(list)
        for name, held in wordings:
            for shingle in held:
                self.places[shingle].append(name)
        crowded = (shingle for shingle, names in self.places.items() if len(names) > _PER_SHINGLE)
        self.dull = common.union(crowded)

    def candidates(self, wanted: Shingles) -> list[int]:
        """The few wordings that share the most rare shingles with a wording, likeliest first.

        They share a good part of them, and a few at least: wordings from one template share its
        common shingles only, and a figure by chance.
        """
        rare = wanted - self.dull
        places = (self.places[shingle] for shingle in rare & self.places.keys())
        votes = Counter(itertools.chain.from_iterable(places))
        least = max(_SHARE * len(rare), min(_SHARED, len(wanted) / 3))
        ranked = sorted((-count, name) for name, count in votes.items() if count >= least)
        return [name for _, name in ranked[:_CANDIDATES]]


class Common:
    """The shingles that too many wordings of a document share to tell one of them from another.

    Of more than some 1,000 wordings, only so many are looked at.
    """

    def __init__(self, wordings: Sequence[str]) -> None:
        self.wordings = wordings
        self.step = len(wordings) // _SAMPLE + 1

    @cached_property
    def _sample(self) -> list[list[str]]:
        return [terms(wording) for wording in self.wordings[:: self.step]]

    def among(self, wanted: set[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        """Those of the wanted shingles that are common."""
        counts: Counter[tuple[str, str]] = Counter()
        for words in self._sample:
            counts.update(shingles_among(words, wanted))
        most = max(_PER_SHINGLE // self.step, _SAMPLED)
        return frozenset(shingle for shingle, times in counts.items() if times > most)


def shingles_among(words: Sequence[str], wanted: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """Those of the wanted shingles that some words have: of many wordings no others are kept."""
    return wanted.intersection(itertools.pairwise(words))


def shingles(words: Sequence[str]) -> Shingles:
    """The different shingles of `words`, in order."""
    return dict.fromkeys(itertools.pairwise(words)).keys()
