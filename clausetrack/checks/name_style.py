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

#: Two capitals within four words, which are as long as words are: a megabyte of "A" is read once.
_CAPITALS = re.compile(r"[A-ZĀĒĪŌŪ][\w'’-]{0,99} (?:[\w'’-]{1,99} ){0,2}[A-ZĀĒĪŌŪ]")
_SIZES = (3, 4)
_JOINING = frozenset(("and", "of", "for", "the", "in", "to", "on", "or", "at", "with", "by"))
_ARTICLES = frozenset(("The", "A", "An", "This", "That", "Each", "Any"))


def check(subject: Subject) -> Iterator[Finding]:
    """Names of three or four words that stand somewhere in capitals throughout."""
    full: dict[tuple[str, ...], set[str]] = {}  # what goes on after the name, "" where it ends
    partial: list[tuple[tuple[str, ...], str, str, Passage]] = []
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
                after = _next(passage.text, printed, words, at + size)
                if upper == size:
                    full.setdefault(name, set()).add(after if after[:1].isupper() else "")
                else:
                    partial.append((name, printed, after, passage))
    told: set[object] = set()
    for name, printed, after, passage in reversed(partial):
        pairs = {(id(passage), pair) for pair in pairwise(name)}
        if name not in full or name in told or told & pairs:
            continue
        if printed.split()[-1][0].islower() and full[name].isdisjoint(("", after.capitalize())):
            continue  # "Harbour Service Schedule B" is no other way to print its schedule
        told |= {name, name[1:], name[:-1], *pairs}
        at = passage.text.index(printed)
        message = f"“{printed}” is printed with other capitals elsewhere"
        yield subject.quoting("name-style-mixed", message, passage, at, at + len(printed))


def _stem(word: str) -> str:
    return word.casefold().replace("’", "'").removesuffix("s")


def _next(text: str, printed: str, words: list[str], at: int) -> str:
    """The word right behind a name, "" where punctuation or the end is."""
    word = words[at] if at < len(words) else ""
    return word if word and f"{printed} {word}" in text else ""
