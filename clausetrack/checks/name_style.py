"""A name of several words that is printed with other capitals elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "wording"
WHY = {
    "name-style-mixed": "The name of an allowance, a scale or a role should be the same wherever"
    " it stands, or it may be taken for another."
}

_SIZES = (3, 4)
_ARTICLES = frozenset(["The", "A", "An", "This", "That", "Each", "Any"])


def check(subject: Subject) -> Iterator[Finding]:
    """Names of three or four words that stand somewhere in capitals throughout."""
    tokens = [
        (passage, words)
        for passage in subject.passages
        if len(words := passage.words) > 2 and not passage.text.isupper()
    ]
    full: set[tuple[str, ...]] = set()
    partial: list[tuple[tuple[str, ...], int]] = []
    places = []
    for passage, words in tokens:
        capital = [word[0][0].isupper() for word in words]
        begins = [at for at, upper in enumerate(capital) if upper]
        for size in _SIZES:
            for at in begins if len(begins) > 1 else ():
                upper = sum(capital[at : at + size]) if at + size <= len(words) else 0
                if (
                    upper < 2
                    or words[at][0] in _ARTICLES
                    or not _adjoining(passage.text, words[at : at + size])
                ):
                    continue
                name = tuple(_stem(word[0]) for word in words[at : at + size])
                if upper == size:
                    full.add(name)
                elif upper == size - 1:
                    partial.append((name, len(places)))
                    places.append((passage, words[at], words[at + size - 1]))
    told: set[object] = set()
    for name, place in reversed(partial):
        passage, first, last = places[place]
        end = (id(passage), last.end())
        if name not in full or told & {name, end}:
            continue
        told |= {name, end, name[1:]}
        written = passage.text[first.start() : last.end()]
        yield subject.finding(
            "name-style-mixed",
            f"“{written}” is printed with other capitals elsewhere",
            passage.clause,
            passage.around(first.start(), last.end()),
        )


def _adjoining(text: str, words: Sequence[re.Match[str]]) -> bool:
    return all(text[one.end() : two.start()] == " " for one, two in pairwise(words))


def _stem(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("s")
