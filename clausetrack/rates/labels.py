"""What the columns of a table of rates are called: their headings without the days they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from clausetrack.grids import WEEKDAY, written_days
from clausetrack.rates import headings

if TYPE_CHECKING:
    from clausetrack.rates.columns import Rated

_NOISE = re.compile(
    r"\bthe\b|\(\s*[+-]?\d+(?:\.\d+)?\s*%\s*(?:increase)?\s*\)"
    r"|\bw\.?e\.?f\b|\b(?:rates?|effective|from|until|up|to|as|at|on|of|and|after|including|before|prior|salary|onwards?|expiry"
    r"|current|existing|old|present|previous|former|new"
    r"|salaries|annual|hourly|weekly|fortnightly|daily|gross|per\s+annum|p\.a|with|effect|value|dollars?)\b|[$.:;,()–—-]",
    re.I,
)
_KEY_WORD = re.compile(r"(?:step|point|grade|band|level|group)s?$", re.I)


def labelled(found: list[Rated]) -> list[Rated]:
    """Each column's label: its heading without its day and the words of every heading of rates."""
    dated = any(rated.span.start or rated.span.end or rated.span.event for rated in found)
    several = len({rated.at for rated in found}) > 1
    texts = [_without_days(rated.span.heading.replace(rated.span.event, "")) for rated in found]
    if dated:
        texts = _without_times(texts, found)
    labels = [without_noise(text) for text in texts]
    if not dated and several:
        labels = _told_apart(texts)
    elif len(set(labels)) < 2:
        labels = [""] * len(found)
    else:
        labels = [
            text if label else "" for text, label in zip(_told_apart(texts), labels, strict=True)
        ]
    return [
        replace(rated, span=replace(rated.span, label=f"{_trimmed(label)} {rated.part}".strip()))
        for rated, label in zip(found, labels, strict=True)
    ]


def _without_times(texts: list[str], found: Sequence[Rated]) -> list[str]:
    """The headings without the words that only say which day theirs is, where it tells them apart.

    "80% from 1 May" and "100% from 1 May" are two things.
    """
    plain = [headings.without_times(text) for text in texts]
    times = [(r.span.start, r.span.end, r.span.event, r.span.unit, r.part) for r in found]
    tell = [len(set(zip(each, times, strict=True))) for each in (texts, plain)]
    return plain if tell[0] == tell[1] else texts


def _without_days(text: str) -> str:
    for start, end in reversed(written_days(text)):
        lead = re.sub(r"\b(?:rates?\s+)?(?:effective\s+)?(?:from|until|up to|to|as at|on"
                      r"|before|prior to)?\s*$", "", WEEKDAY.sub("", text[:start]),
                      flags=re.I)  # fmt: skip
        text = lead + text[end:]
    return " ".join(text.split())


def _told_apart(texts: list[str]) -> list[str]:
    """The headings without the words that all begin with, but for a last "Step" or "Band"."""
    words = [text.split() for text in texts]
    shared = 0
    while all(len(w) > shared for w in words) and len({w[shared] for w in words}) == 1:
        shared += 1
    if shared and _KEY_WORD.match(words[0][shared - 1]):
        shared -= 1
    return [" ".join(w[shared:]) if shared > 2 else " ".join(w) for w in words]


def _trimmed(label: str) -> str:
    return label.strip(" :–—-,*†‡")


def without_noise(text: str) -> str:
    """What is left of a heading without the words of every heading of rates."""
    return _NOISE.sub(" ", text).strip()
