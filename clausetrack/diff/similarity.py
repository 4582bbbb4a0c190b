"""How alike two wordings are, and which wordings may be alike: no pair is compared needlessly."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence

_WORD = re.compile(r"\w+")
_PER_SHINGLE = 12  # a row of words that more wordings share says nothing of one of them
_CANDIDATES = 4
_SHARE = 0.5  # of the rare rows of a wording that another must have to be a candidate


def terms(text: str) -> list[str]:
    """The words of a text as they are compared: small letters, no marks."""
    return _WORD.findall(text.casefold())


def shared(old: Sequence[str], new: Sequence[str]) -> float:
    """How much of the shorter wording stands in the longer, in order, figures taken as alike."""
    from rapidfuzz.distance import LCSseq

    short = min(len(old), len(new))
    masked = [["0" if word[0].isdigit() else word for word in words] for words in (old, new)]
    return float(LCSseq.similarity(*masked)) / short if short else 0.0


def alike(old: Sequence[str], new: Sequence[str]) -> float:
    """From 0 (no word in common) to 1 (the same words in the same order)."""
    from rapidfuzz.distance import Indel

    return float(Indel.normalized_similarity(old, new))


class Index:
    """Wordings by the rows of two words in them, of which the rare ones tell them apart."""

    def __init__(self, wordings: Iterable[tuple[int, Sequence[str]]]) -> None:
        self.places: dict[tuple[str, str], list[int]] = {}
        for name, words in wordings:
            for shingle in shingles(words):
                self.places.setdefault(shingle, []).append(name)

    def candidates(self, words: Sequence[str], among: Container[int]) -> list[int]:
        """The few wordings of `among` that share the most rare rows with `words`, likeliest first.

        They share a good part of them: wordings from one template share its common rows only.
        """
        votes: Counter[int] = Counter()
        rare = 0
        for shingle in shingles(words):
            here = self.places.get(shingle, ())
            if len(here) <= _PER_SHINGLE:
                rare += 1
                votes.update(place for place in here if place in among)
        ranked = sorted(votes.items(), key=lambda item: (-item[1], item[0]))
        return [name for name, count in ranked[:_CANDIDATES] if count >= _SHARE * rare]


def shingles(words: Sequence[str]) -> Iterable[tuple[str, str]]:
    """The different rows of two words in `words`, in order."""
    return dict.fromkeys(itertools.pairwise(words))
