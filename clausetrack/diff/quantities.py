"""Words beside a number that make another figure of it: what is counted, how often, up to where."""

from __future__ import annotations

import re
from collections.abc import Container

from clausetrack.lazily import pattern

_UNIT = pattern(r"(?:minute|hour|day|week|fortnight|month|year)s?", re.I)
_KIND_OF_DAY = frozenset(("working", "calendar", "consecutive", "business", "clear"))
_MULTIPLE = frozenset(("double", "triple", "treble", "half", "quarter", "third"))
_OF_MULTIPLE = frozenset(("time", "and", "a", "one", "single", "ordinary"))
_BOUND = frozenset(("least", "most", "minimum", "maximum", "more", "less", "fewer"))
_OF_BOUND = frozenset(("at", "no", "not", "than", "of", "a", "the"))
_WORD = pattern(r"[^\W_][\w'’-]*")
_OFTEN = pattern(r"(?:half-)?(?:hour|dai|week|month|quarter|year|annual|fortnight)ly|once|twice")
#: What is in every word that says how much, or of what kind a day is.
_SAYS = pattern(
    "minute|hour|da[yi]|week|fortnight|month|year|quarter|annual|onc|twic|half|double|tr[ie]|third"
    "|least|most|m[ia][nx]imum|more|less|few|working|calendar|consecutive|business|clear",
    re.I,
)
_LONGEST = 100  # characters of an edit that says how much
#: Words that say when and whether: nobody's name, and no figure.
_WHEN = pattern(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)days?|before|after|until|within|during|paid|unpaid"
)


def measures(word: str) -> bool:
    """Does a word say how much, how often, when or whether, and name nothing?"""
    low = word.casefold()
    return low in _KIND_OF_DAY or _how_much(low) or _WHEN.fullmatch(low) is not None


def _how_much(word: str) -> bool:
    said = _UNIT.fullmatch(word) or _OFTEN.fullmatch(word)
    return word in _BOUND or word in _MULTIPLE or said is not None


def may_say(gone: str, come: str) -> bool:
    """Is an edit short enough, and something like a word of all this in it? Most hold none."""
    return len(gone) + len(come) <= _LONGEST and _SAYS.search(f"{gone} {come}") is not None


def is_multiple(gone: str, come: str, before: str, after: str) -> bool:
    """Is it how often an hour is paid ("[-double -]time", "time {+and a half+}")?"""
    words = _words(f"{gone} {come}")
    beside = {*words, *_words(before)[-3:], *_words(after)[:1]}
    return (
        not _MULTIPLE.isdisjoint(words)
        and "time" in beside
        and _MULTIPLE.union(_OF_MULTIPLE).issuperset(words)
    )


def of_number(gone: str, come: str, before: str, after: str, numbers: Container[str]) -> bool:
    """Is it the unit behind a number, the bound before one, or one of these for another?"""
    words = _words(f"{gone} {come}")
    sides = _apart(_words(gone), _words(come))
    if all(sum(map(_how_much, side)) == len(side) > 0 for side in sides):
        return True  # "weekly" for "monthly", whatever stands beside it
    next_ = [word for word in _words(after) if word not in _OF_BOUND][:1]
    if not _BOUND.isdisjoint(words) and _BOUND.union(_OF_BOUND).issuperset(words):
        return bool(next_) and _is_number(next_[0], numbers)
    last = _words(before)[-1:]
    units = [word for word in words if _UNIT.fullmatch(word)]
    return (
        bool(last)
        and _is_number(last[0], numbers)
        and all(word in _KIND_OF_DAY or word in units for word in words)
        and bool(units or (next_ and _UNIT.fullmatch(next_[0])))
    )


def _apart(one: list[str], other: list[str]) -> tuple[list[str], list[str]]:
    """Two wordings without what both begin and end with: a cell is one edit, whatever stayed."""
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return one, other


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _is_number(word: str, numbers: Container[str]) -> bool:
    return word[0].isdigit() or word in numbers
