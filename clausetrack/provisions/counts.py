"""How many: "20", "twenty-one", "one hundred and twenty", "twenty one (21)", "20 (twenty)", "a"."""

from __future__ import annotations

import re

from clausetrack.numbering import NUMBER_WORD, NUMBER_WORDS

_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_WORDS = {word: number for number, word in NUMBER_WORDS.items()} | _TENS | {"a": 1, "an": 1}
_UNITS = "|".join(NUMBER_WORDS[unit] for unit in range(1, 10))
_SMALL = rf"(?:(?:twenty|{'|'.join(_TENS)})[ -](?:{_UNITS})|{NUMBER_WORD}|{'|'.join(_TENS)})"
_WORD = rf"(?:(?:a|one|two) hundred(?: and {_SMALL})?|{_SMALL})"
#: A count, in figures or words, or in both with the one in brackets.
NUMBER = rf"(?:{_WORD} \(\d{{1,4}}\)|\d{{1,4}} \({_WORD}\)|\d+|{_WORD}|a|an)"


def count(said: str) -> int:
    """What a match of `NUMBER` says; 0 where its words and its figures are not the same."""
    figures = re.search(r"\d+", said)
    total = 0
    words = re.findall(r"[a-z]+", said.lower())
    for word in words:
        if word == "hundred":
            total *= 100
        elif word != "and":
            total += _WORDS[word]
    if figures is None:
        return total
    return int(figures[0]) if not words or total == int(figures[0]) else 0
