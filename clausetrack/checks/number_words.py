"""A number in words whose figures in brackets are another: "forty (38)", "three percent (2%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from clausetrack.checks.subject import Passage, Subject
from clausetrack.model import Finding

GROUP = "arithmetic"
WHY = {
    "figure-words-differ": "Both are the agreement’s words; whoever is owed the greater claims it,"
    " and whoever owes it pays the other.",
}

_ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
_TEENS = "fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {word: n for n, word in enumerate(f"{_ONES} {_TEENS}".split())} | {
    word: 20 + 10 * n for n, word in enumerate(_TENS.split())
}
_LARGE = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_WORD = "|".join((*_SMALL, *_LARGE))
_WORDS = (
    rf"(?:(?:{_WORD})(?:[-‐‑]\s*|\s+(?:(?<=hundred )and\s+|(?<=thousand )and\s+)?))*(?:{_WORD})"
)
_UNITS = (
    r"(?:(?:working|calendar|school)\s+)?"
    r"(?:dollars?|per\s?cent|cents?|minutes?|hours?|days?|weeks?|months?|years?)"
)
#: What stands before the bracket, and may be a part of a longer number: "two point five (2.5)".
_BEFORE = re.compile(
    r"(?P<longer>(?:\bpoint|\d|\b(?:half|thirds?|quarters?|\w+ths?) of(?: a)?)\s+)?(?<![\w‐‑-])"
    rf"(?P<words>{_WORDS})(?:\s+(?P<unit>{_UNITS}))?\s*\Z",
    re.I,
)
_FIGURE = re.compile(
    r"\((?P<sign>\$)?\s?(?P<figure>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    rf"\s?(?P<unit>%|{_UNITS})?\)",
    re.I,
)
#: The same the other way round: "38 (forty) hours".
_TURNED = re.compile(rf"\((?P<words>{_WORDS})\s?(?P<unit>per\s?cent)?\)", re.I)
_FIGURE_BEFORE = re.compile(r"(?<![\w.,$])(?P<figure>\d{1,3}(?:,\d{3})+|\d+)\s?(?P<unit>%)?\s?\Z")
_LISTED = re.compile(r"(?<!\bone )(?<!\bone)\(1\)", re.I)
_NEAR = 80  # characters before a bracket
#: "Part Two (2.1)", "items one (3) and two (4)": the words are a name, and the bracket a place.
_NAME = re.compile(
    r"\b(?:parts?|schedules?|append(?:ix|ices)|annex(?:es)?|articles?|clauses?|items?|sections?"
    r"|chapters?|paragraphs?|tables?|rules?|notes?|forms?|options?|pages?|columns?|rows?|steps?"
    r"|grades?|levels?|bands?|tiers?|zones?|stages?|phases?)"
    r"\s+(?:[\w‐‑-]+\s*\([^()]*\)(?:,|\s+(?:and|or|to))+\s+)*\Z",
    re.I,
)


def check(subject: Subject) -> Iterator[Finding]:
    for passage in subject.passages:
        if "(" not in passage.text:
            continue
        for start, end, said, meant in _differing(passage):
            yield subject.finding(
                "figure-words-differ",
                f"“{said}” is {meant:,} in words, and not in figures",
                passage.clause,
                passage.around(start, end),
            )


def _differing(passage: Passage) -> Iterator[tuple[int, int, str, int]]:
    text = passage.text
    # "one of two (1) lamps (2) horns": the marks of a list in the sentence
    listed = _LISTED.search(text) is not None
    for match in _FIGURE.finditer(text):
        low = max(0, match.start() - _NEAR)
        before = _BEFORE.search(text[low : match.start()])
        if before is None or before["longer"]:
            continue
        figure = Decimal(match["figure"].replace(",", ""))
        unit = "dollar" if match["sign"] else _unit(match["unit"])
        if unit != _unit(before["unit"]) or (listed and not unit and figure < 10):
            continue
        meant = number(before["words"])
        start = low + before.start("words")
        if meant is not None and meant != figure and not _NAME.search(text[low:start]):
            yield start, match.end(), text[start : match.end()], meant
    for match in _TURNED.finditer(text):
        low = max(0, match.start() - _NEAR)
        before = _FIGURE_BEFORE.search(text[low : match.start()])
        if before is None or bool(before["unit"]) != bool(match["unit"]):
            continue
        meant = number(match["words"])
        if meant is not None and meant != Decimal(before["figure"].replace(",", "")):
            start = low + before.start("figure")
            yield start, match.end(), text[start : match.end()], meant


def _unit(printed: str | None) -> str:
    """A unit by one name, "" for none."""
    unit = " ".join((printed or "").lower().split())
    return "percent" if unit in {"%", "per cent"} else unit.removesuffix("s")


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
    return Decimal(number(said) or 0) or None if re.fullmatch(_WORDS, said, re.I) else None
