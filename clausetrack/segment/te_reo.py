"""Headings in two languages: te reo Māori on one line, and English on the next."""

from __future__ import annotations

import re

#: Its letters: every syllable ends in a vowel.
_SYLLABLES = re.compile(r"(?:(?:ng|wh|[hkmnprtw])?[aeiouāēīōū])+", re.I)
#: What English words that could be spelt so ("more time") do not have.
_SIGN = re.compile(r"[āēīōū]|\b(?:te|nga)\b|whaka|tanga\b", re.I)


def is_te_reo(text: str) -> bool:
    """Are all the words of a heading in te reo Māori, by its letters and by a sign of it?"""
    words = re.findall(r"[^\W\d_]+", text)
    return bool(words) and bool(_SIGN.search(text)) and all(map(_SYLLABLES.fullmatch, words))

