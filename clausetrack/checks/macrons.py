"""A word printed with macrons here and without there."""

from __future__ import annotations

from collections.abc import Iterator

from clausetrack.checks.subject import Subject
from clausetrack.model import Finding

GROUP = "wording"
WHY = {
    "macron-mixed": "A macron is part of the spelling of a Māori word; printed both ways, the"
    " word is not found by a search, and one of the two is wrong."
}

_PLAIN = str.maketrans("āēīōūĀĒĪŌŪ", "aeiouAEIOU")
_SHORTEST = 4
#: Nouns that lengthen a vowel in the plural, and other words that are spelt both ways.
_BOTH = frozenset(
    "tangata wahine matua tupuna tipuna teina taina tuakana tungane whaea mana".split()  # noqa: SIM905
)


def check(subject: Subject) -> Iterator[Finding]:
    marked: dict[str, str] = {}
    for word in subject.words:
        plain = word.translate(_PLAIN)
        if plain != word and len(word) >= _SHORTEST:
            marked.setdefault(plain.casefold(), word)
    told = set(_BOTH)
    for word in subject.words if marked else ():
        lower = word.casefold()
        if lower not in marked or lower in told:
            continue
        told.add(lower)
        passage, at = subject.first(word)
        if (
            passage.text[at - 1 : at] in {"@", ".", "/"}
            or passage.text[at + len(word) :][:1] == "@"
        ):
            continue  # of an address
        message = f"“{word}” is printed without macrons, and elsewhere as “{marked[lower]}”"
        yield subject.quoting("macron-mixed", message, passage, at, at + len(word))
