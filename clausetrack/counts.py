"""Numbers in words: "thirty-eight", "two hundred and fifty", "twenty one (21)", "a"."""

from __future__ import annotations

import re
from decimal import Decimal

_UNITS = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: n for n, word in enumerate(f"zero {_UNITS} {_TEENS}".split())} | {
    word: 20 + 10 * n for n, word in enumerate(_TENS.split())
}
_LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_WORD = "|".join((*_SMALL, *_LARGE))
#: A number in words, of any size; `number` says whether it is one.
WORDS = (
    rf"(?:(?:{_WORD})(?:[-‐‑]\s*|\s+(?:(?<=hundred )and\s+|(?<=thousand )and\s+)?))*(?:{_WORD})"
)
_ONE_WORD = "|".join(sorted(_SMALL, key=len, reverse=True))
_BELOW_100 = rf"(?:(?:{_TENS.replace(' ', '|')})[ -](?:{_UNITS.replace(' ', '|')})|{_ONE_WORD})"
_COUNT = rf"(?:(?:a|one|two) hundred(?: and {_BELOW_100})?|{_BELOW_100})"
#: How many there are of something, in figures or words, or in both with the one in brackets.
COUNT = rf"(?:{_COUNT} \(\d{{1,4}}\)|\d{{1,4}} \({_COUNT}\)|\d+|{_COUNT}|a|an)"


def number(words: str) -> int | None:
    """What a number in words is; None where the words are not one number ("twenty ten").

    >>> number("two hundred and fifty"), number("thirty-eight"), number("one two")
    (250, 38, None)
    """
    total = current = 0
    for word in re.split(r"[\s‐‑-]+", words.lower()):
        if (small := _SMALL.get(word)) is not None:
            free = 10 if 0 < small < 10 and current % 100 >= 20 else 100
            if current % free:
                return None
            current += small
        elif word == "hundred":
            if current > 99:
                return None
            current = (current or 1) * 100
        elif word in _LARGE:
            if total % (_LARGE[word] * 1000):
                return None
            total, current = total + (current or 1) * _LARGE[word], 0
    return total + current


def counted(said: str) -> Decimal | None:
    """A count in figures or in words; None where it is no number.

    >>> counted("7.5"), counted("Twenty-six"), counted("some")
    (Decimal('7.5'), Decimal('26'), None)
    """
    if re.fullmatch(r"\d+(?:\.\d+)?", said):
        return Decimal(said)
    return Decimal(number(said) or 0) or None if re.fullmatch(WORDS, said, re.I) else None


def count(said: str) -> int:
    """What a match of `COUNT` says; 0 where its words and its figures are not the same.

    >>> count("twenty one (21)"), count("20 (twelve)"), count("a hundred and six"), count("an")
    (21, 0, 106, 1)
    """
    figures = re.search(r"\d+", said)
    words = " ".join(re.findall(r"[a-z]+", said.lower()))
    total = 1 if words in {"a", "an"} else number(words) or 0
    if figures is None:
        return total
    return int(figures[0]) if not words or total == int(figures[0]) else 0
