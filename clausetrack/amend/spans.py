"""The sentences of a clause, where it is certain how many there are and where each ends."""

from __future__ import annotations

import re

_STOP = re.compile(r"[.!?]+(?P<closing>[”’\"')\]]*)(?P<gap>\s+|$)")
#: What may end in a full stop that ends no sentence.
_SHORT = re.compile(
    r"(?:[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z]|etc|cf|viz|nos?|ss|cls?|paras?|pp?|vs|al|approx|incl|max"
    r"|min|dept|st|mrs?|ms|dr|prof|rev|hon|inc|ltd|co|jan|feb|mar|apr|aug|sept?|oct|nov|dec|ext|tel)",
    re.I,
)
#: What stands between two texts that are put together to be searched.
APART = "\x1e"
_OPENS, _CLOSES = "“([", "”)]"


def sentences(text: str) -> list[tuple[int, int]] | None:
    """Where each sentence of `text` begins and ends; None where that is not certain.

    It is not where a sentence may end at an abbreviation, inside quotation marks or brackets, or
    before a digit or a small letter, or where the text has lines. What runs on into a list is the
    last one, without a mark at its end.
    """
    if "\n" in text or text.count('"') % 2:
        return None
    found: list[tuple[int, int]] = []
    start = len(text) - len(text.lstrip())
    for stop in _STOP.finditer(text):
        after = text[stop.end() : stop.end() + 2]
        if not after:
            break
        word = re.split(r"[\s(“\"‘\[–—]", text[max(start, stop.start() - 20) : stop.start()])[-1]
        if _SHORT.fullmatch(word) and stop[0].strip() == ".":
            if after[0].islower() or after[0].isdigit():
                continue
            return None
        if not re.match(r"[“\"‘(\[]?[^\W\d_]", after) or re.match(r"[“\"‘(\[]?[a-zāēīōū]", after):
            return None
        end = stop.end("closing")
        if not _closed(text[start:end]) or set(stop["closing"]) - set('”"'):
            return None
        found.append((start, end))
        start = stop.end()
    end = len(text.rstrip())
    if start < end:
        if not _closed(text[start:end]):
            return None
        found.append((start, end))
    return found


def begins_sentence(text: str, at: int) -> bool:
    """Does a sentence of `text` certainly begin at `at`: at its start, or behind the end of one?"""
    before = text[:at]
    if not before.strip() or before.endswith(APART):
        return True
    stop = re.search(r"(?P<mark>[.!?])[”’\"')\]]*\s+$", before)
    if stop is None:
        return False
    word = re.split(r"[\s(“\"‘\[–—]", before[: stop.start()])[-1]
    return stop["mark"] != "." or not _SHORT.fullmatch(word)


def in_place(text: str, start: int, new: str) -> str:
    """New words as they stand at `start`: with a capital where one there begins a sentence."""
    begins = text[start : start + 1].isupper() and begins_sentence(text, start)
    return new[:1].upper() + new[1:] if begins else new


def is_finished(sentence: str) -> bool:
    """Does a sentence end as one does, and not run on into a list?"""
    return bool(re.search(r"[.!?][”\")\]]?$", sentence.rstrip()))


def _closed(text: str) -> bool:
    """Is every quotation and bracket that `text` opens closed in it?"""
    for opening, closing in zip(_OPENS, _CLOSES, strict=True):
        if text.count(opening) != text.count(closing):
            return False
    return text.count('"') % 2 == 0
