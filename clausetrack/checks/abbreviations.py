"""Abbreviations: those that nothing spells out, and those that look like another one misspelt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

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
_NEAR = 100  # characters before and after an abbreviation in which its definition stands
_ROMAN = re.compile(r"[IVX]+$")


def check(subject: Subject) -> Iterator[Finding]:
    first, count, named = _used(subject)
    text = subject.text
    small = set(_SMALL.findall(text))
    undefined = [
        short
        for short, passage in first.items()
        if count[short] > named[short]
        and short not in KNOWN
        and not _ROMAN.match(short)
        and not _defined(short, text)
        and short.lower() not in small
        and not passage.text.isupper()
    ]
    for short in undefined:
        passage, place = first[short], first[short].text.index(short)
        quote = passage.around(place, place + len(short))
        twin = next((other for other in count if _one_letter_less(short, other)
                     and count[other] > count[short]), None)  # fmt: skip
        if twin:
            message = f"{short} is written here, and {twin} elsewhere"
            yield subject.finding("abbreviation-variant", message, passage.clause, quote)
        else:
            words = _spelt(short, text)
            message = f"{short} is not defined" + (f"; “{words}” may be meant" if words else "")
            yield subject.finding("abbreviation-undefined", message, passage.clause, quote)


def _used(subject: Subject) -> tuple[dict[str, Passage], Counter[str], Counter[str]]:
    """Where each abbreviation stands first, how often, and how often as part of a longer name."""
    first: dict[str, Passage] = {}
    count: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for passage in subject.passages:
        if not _CAPITALS.search(passage.text) or passage.text.isupper():
            continue
        for match in _SHORT.finditer(passage.text):
            before, after = passage.text[: match.start()], passage.text[match.end() :]
            if _SHOUTED[0].search(before) or _SHOUTED[1].match(after):
                continue  # words set in capitals
            count[match["short"]] += 1
            if re.match(r" (?:Te|Ngā|Nga|Tū|Kōkiri)\b", after):
                named[match["short"]] += 1
            else:
                first.setdefault(match["short"], passage)
    return first, count, named


def _defined(short: str, text: str) -> bool:
    s = rf"{short}s?"
    mark = "[“”\"'‘’*]?"
    defines = re.compile(
        rf"[(\[](?:[^().]{{0,40}}[\s,/])?{mark}{s}{mark}(?:\s*(?:[,;/]|\b(?:or|and)\b)[^()]{{0,30}})?[)\]]"
        rf"|(?<!\w){mark}{s}{mark}\s+(?:means?|refers? to|stands? for|is an? |is the |has the)"
        rf"|(?<!\w){s}{mark}?\s*[(:=–—-]\s*{mark}(?:the\s+)?(?i:{short[0]})[a-zāēīōū]+\s"
        rf"|[a-z]\s*[–—-]\s*{s}(?!\w)|(?:^|\n){s}(?:$|\n)"
    )
    at = text.find(short)
    while at >= 0:  # only near where it stands: a long text is not read again for each
        if defines.search(text, max(0, at - _NEAR), at + _NEAR):
            return True
        at = text.find(short, at + 1)
    return False


def _one_letter_less(short: str, other: str) -> bool:
    if abs(len(short) - len(other)) != 1 or min(len(short), len(other)) < 3:
        return False
    longer, shorter = max(short, other, key=len), min(short, other, key=len)
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))


def _spelt(short: str, text: str) -> str:
    """Words of the text whose capitals are the abbreviation's letters."""
    words = (rf"{letter}[a-zāēīōū’'-]+" for letter in short)
    joined = r"(?:\s+(?:and|of|for|the|in|to))?\s+".join(words)
    match = re.search(rf"(?<!\w){joined}", text)
    return " ".join(match[0].split()) if match else ""
