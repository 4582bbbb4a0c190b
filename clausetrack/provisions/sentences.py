"""The sentences of a paragraph: where they begin and end, and which of them hold a phrase."""

from __future__ import annotations

import re


def quoted(text: str, start: int, end: int) -> str:
    """The sentences that hold what stands from `start` to `end`, verbatim, white space folded."""
    first, last = sentences(text, start, end)
    return " ".join(text[first:last].split())


def ends(text: str) -> list[int]:
    """Where the sentences of a text end, and others begin."""
    return [m.end() for m in re.finditer(r"(?<=[.;:!?])\s+(?=[A-ZĀĒĪŌŪ“\"(])", text)]


def sentences(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentences begin and end that hold what stands from `start` to `end`."""
    found = ends(text)
    first = max((at for at in found if at <= start), default=0)
    last = min((at for at in found if at >= end), default=len(text))
    return first, last


def one_sentence(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Does no sentence end between the two?"""
    first, last = sorted((one, other), key=lambda match: match.start())
    return not ends(text[first.end() : last.start()])
