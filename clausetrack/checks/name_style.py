"""A name of several words that is printed with other capitals elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from clausetrack.checks.subject import Passage, Subject
from clausetrack.model import Finding

GROUP = "wording"
WHY = {
    "name-style-mixed": "The name of an allowance, a scale or a role should be the same wherever"
    " it stands, or it may be taken for another."
}

#: Two capitals within four words.
_CAPITALS = re.compile(r"[A-ZĀĒĪŌŪ][\w'’-]* (?:[\w'’-]+ ){0,2}[A-ZĀĒĪŌŪ]")
_SIZES = (3, 4)
_JOINING = frozenset(("and", "of", "for", "the", "in", "to", "on", "or", "at", "with", "by"))
_ARTICLES = frozenset(("The", "A", "An", "This", "That", "Each", "Any"))


def check(subject: Subject) -> Iterator[Finding]:
    """Names of three or four words that stand somewhere in capitals throughout."""
    full: set[tuple[str, ...]] = set()
    partial: list[tuple[tuple[str, ...], str, Passage]] = []
    for passage in subject.passages:
        if not _CAPITALS.search(passage.text):
            continue
        words = passage.words
        capital = [word[0].isupper() for word in words]
        begins = [at for at, upper in enumerate(capital) if upper]
        if len(begins) < 2 or passage.text.isupper():
            continue
        for size in _SIZES:
            for at in begins:
                upper = sum(capital[at : at + size])
                if upper < size - 1 or at + size > len(words) or words[at] in _ARTICLES:
                    continue
                printed = " ".join(words[at : at + size])
                if printed not in passage.text or printed.isupper():
                    continue  # something stands between the words
                if not _JOINING.isdisjoint(words[at : at + size]):
                    continue
                name = tuple(map(_stem, words[at : at + size]))
                if upper == size:
                    full.add(name)
                else:
                    partial.append((name, printed, passage))
    told: set[object] = set()
    for name, printed, passage in reversed(partial):
        pairs = {(id(passage), pair) for pair in pairwise(name)}
        if name not in full or name in told or told & pairs:
            continue
        told |= {name, name[1:], name[:-1], *pairs}
        at = passage.text.index(printed)
        yield subject.finding(
            "name-style-mixed",
            f"“{printed}” is printed with other capitals elsewhere",
            passage.clause,
            passage.around(at, at + len(printed)),
        )


def _stem(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("s")
