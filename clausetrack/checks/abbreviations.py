"""Abbreviations: those that nothing spells out, and those that look like another one misspelt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from clausetrack.checks.subject import Passage, Subject
from clausetrack.model import Finding

GROUP = "references"
WHY = {
    "abbreviation-undefined": "An abbreviation that the document never spells out is read by"
    " custom, and custom differs.",
    "abbreviation-variant": "Two abbreviations that differ in one letter are one thing written in"
    " two ways, or a slip for the other.",
}

#: What needs no definition in a New Zealand document.
KNOWN = frozenset(
    "NZ GST PAYE UK USA AM PM TV IT ID OK CV HTTP HTTPS PDF ANZAC HR ACC IRD CEO VIP SUV CPI"  # noqa: SIM905
    " AND OR NOT".split()
)

_SHORT = re.compile(r"(?<![\w.@/$'’-])(?P<short>[A-Z]{2,7})(?P<plural>s)?(?![\w@&]|-\d)(?!\.\w)")
_SMALL = re.compile(r"\b[a-z]{2,7}\b")
_CAPITALS = re.compile(r"[A-Z][A-Z]")
_SHOUTED = re.compile(r"[A-ZĀĒĪŌŪ]{2,}[\W\d]*\Z"), re.compile(r"[\W\d]*[A-ZĀĒĪŌŪ]{2,}")
_LONGER = re.compile(r" (?:Te|Ngā|Nga|Tū|Kōkiri)\b")
_NEAR = 100  # characters before an abbreviation in which its definition begins
_ROMAN = re.compile(r"[IVX]+$")

_PLACE = re.compile(r"(?<!\w)(?P<short>[A-Z]{2,7})s?(?!\w)")
_MARK = "[“”\"'‘’*]?"
_OPENED = re.compile(rf"[(\[](?:[^().]{{0,40}}[\s,/])?{_MARK}\Z")
_CLOSED = re.compile(rf"{_MARK}(?:\s*(?:[,;/]|\b(?:or|and)\b)[^()]{{0,30}})?[)\]]")
_DASHED = re.compile(r"[a-z]\s*[–—-]\s*\Z")

_WORD = re.compile(
    r"[A-Z][a-zāēīōū’'-]+(?P<on>(?=(?:\s+(?:and|of|for|the|in|to))?\s+[A-Z][a-zāēīōū’'-]))?"
)
_LONGEST = 7


def check(subject: Subject) -> Iterator[Finding]:
    first, count, named = _used(subject)
    text = subject.text
    small = set(_SMALL.findall(text))
    unknown = [
        short
        for short in first
        if count[short] > named[short]
        and short not in KNOWN
        and not _ROMAN.match(short)
        and short.lower() not in small
    ]
    defined = _defined(set(unknown), text)
    undefined = [short for short in unknown if short not in defined]
    twins, spelt = _twins(undefined, count), _spelt(set(undefined), text)
    for short in undefined:
        passage, place = first[short]
        quote = passage.around(place, place + len(short))
        if twin := twins.get(short):
            message = f"{short} is written here, and {twin} elsewhere"
            yield subject.finding("abbreviation-variant", message, passage.clause, quote)
        else:
            words = spelt.get(short)
            message = f"{short} is not defined" + (f"; “{words}” may be meant" if words else "")
            yield subject.finding("abbreviation-undefined", message, passage.clause, quote)


def _used(
    subject: Subject,
) -> tuple[dict[str, tuple[Passage, int]], Counter[str], Counter[str]]:
    """Where each abbreviation stands first, how often, and how often as part of a longer name."""
    first: dict[str, tuple[Passage, int]] = {}
    count: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for passage in subject.passages:
        text = passage.text
        if not _CAPITALS.search(text) or text.isupper():
            continue
        for match in _SHORT.finditer(text):
            start, end = match.span()
            if _SHOUTED[0].search(text, max(0, start - _NEAR), start):
                continue  # words set in capitals
            if _SHOUTED[1].match(text, end):
                continue
            count[match["short"]] += 1
            if _LONGER.match(text, end):
                named[match["short"]] += 1
            else:
                first.setdefault(match["short"], (passage, start))
    return first, count, named


def _defined(unknown: set[str], text: str) -> set[str]:
    """Those that the text defines at one of the places where they stand; each is looked at once."""
    defined: set[str] = set()
    for place in _PLACE.finditer(text):
        short = place["short"]
        if short in unknown and short not in defined and _defines(text, *place.span()):
            defined.add(short)
    return defined


def _defines(text: str, start: int, end: int) -> bool:
    """Is the abbreviation that stands there defined there: "(ABC)", "ABC means", "ABC: the A…"?"""
    if _explained(text[start]).match(text, end):
        return True
    low = max(0, start - _NEAR)
    if _CLOSED.match(text, end) and _OPENED.search(text, low, start):
        return True
    return bool(_DASHED.search(text, low, start)) or (
        text[max(0, start - 1) : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
    )


@cache
def _explained(letter: str) -> re.Pattern[str]:
    """What stands behind an abbreviation of this first letter where it is explained."""
    return re.compile(
        rf"{_MARK}\s+(?:means?|refers? to|stands? for|is an? |is the |has the)"
        rf"|{_MARK}\s*[(:=–—-]\s*{_MARK}(?:the\s+)?(?i:{letter})[a-zāēīōū]+\s"
    )


def _twins(undefined: Iterable[str], count: Counter[str]) -> dict[str, str]:
    """To each, the first that is written more often and has one letter more or less."""
    order = {short: at for at, short in enumerate(count)}
    longer: dict[str, list[str]] = {}
    for short in count:
        for less in _one_less(short):
            longer.setdefault(less, []).append(short)
    twins: dict[str, str] = {}
    for short in undefined:
        near = {*_one_less(short), *longer.get(short, ())}
        more = [other for other in near if count[other] > count[short]]
        if more:
            twins[short] = min(more, key=order.__getitem__)
    return twins


def _one_less(short: str) -> set[str]:
    """An abbreviation without one of its letters, where three are left."""
    if len(short) < 4:
        return set()
    return {short[:at] + short[at + 1 :] for at in range(len(short))}


def _spelt(undefined: set[str], text: str) -> dict[str, str]:
    """To each, the first words of the text whose capitals are its letters."""
    spelt: dict[str, str] = {}
    words = list(_WORD.finditer(text))
    for at, word in enumerate(words):
        before = text[max(0, word.start() - 1) : word.start()]
        if before.isalnum() or before == "_":
            continue
        letters = ""
        for last in words[at : at + _LONGEST]:
            letters += last[0][0]
            if letters in undefined and letters not in spelt:
                spelt[letters] = " ".join(text[word.start() : last.end()].split())
            if last["on"] is None:
                break
    return spelt
