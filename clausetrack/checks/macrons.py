"""A word printed with macrons here and without there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "wording"
WHY = {
    "macron-mixed": "A macron is part of the spelling of a Māori word; printed both ways, the"
    " word is not found by a search, and one of the two is wrong."
}

_WORD = re.compile(r"(?<![\w@./-])[^\W\d_]{4,}(?![\w@/])")
_PLAIN = str.maketrans("āēīōūĀĒĪŌŪ", "aeiouAEIOU")
#: Nouns that lengthen a vowel in the plural: both spellings are words.
_PLURALS = frozenset(
    "tangata wahine matua tupuna tipuna teina taina tuakana tuahine tungane whaea mana".split()
)


def check(subject: Subject) -> Iterator[Finding]:
    marked: dict[str, str] = {}
    for match in _WORD.finditer(subject.text):
        plain = match[0].translate(_PLAIN)
        if plain != match[0]:
            marked.setdefault(plain.casefold(), match[0])
    told = set(_PLURALS)
    for passage in subject.passages if marked else ():
        for match in _WORD.finditer(passage.text):
            word = match[0].casefold()
            if word in marked and word not in told:
                told.add(word)
                yield subject.finding(
                    "macron-mixed",
                    f"“{match[0]}” is printed without macrons, and elsewhere as “{marked[word]}”",
                    passage.clause,
                    passage.around(match.start(), match.end()),
                )
