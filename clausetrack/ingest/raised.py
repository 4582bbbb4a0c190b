"""Figures of which a part is raised or lowered, and marks of notes that are raised behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: How the tags of a page are written in the `signs` of a text.
SIGNS = {"sup": "^", "sub": "_"}

_FIGURE = re.compile(r"\d(?:[\d.,/+−-]*\d)?")
_ABOVE = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_BELOW = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
_RAISED = re.compile(r"\^+")
_NUMBERS = re.compile(r"[1-9]\d?(?:,[1-9]\d?)*")
#: What is raised behind these is no power: dollars, and an amount that is all of a cell. Behind
#: whole dollars two digits may be cents.
_DOLLARS = re.compile(r"\$\s?(?:\d{1,3}(?:,\d{3})+|\d+)(?P<cents>\.\d\d)?\Z")
_ALONE = re.compile(r"\s*(?:\d{1,3}(?:,\d{3})+(?:\.\d\d)?|\d+\.\d\d)\Z")
_GOES_ON = re.compile(r"[/.,]?\d")


def marks(text: str, signs: str) -> Iterator[tuple[int, int]]:
    """Where the raised marks of notes behind amounts stand; `signs` as `figures` has them."""
    for found in _RAISED.finditer(signs):
        start, end = found.span()
        raised = text[start:end]
        if not _NUMBERS.fullmatch(raised) or _GOES_ON.match(text, end):
            continue
        amount = _DOLLARS.search(text, 0, start)
        if amount is not None:
            sure = len(raised.split(",")[0]) == 1 or bool(amount["cents"])
        else:
            amount = _ALONE.match(text, 0, start)
            sure = amount is not None and not text[end:].strip() and len(raised) == 1
        if amount is not None and sure and signs[amount.start() : start].isspace():
            yield start, end


def figures(text: str, signs: str) -> Iterator[tuple[int, str, str]]:
    """Where each such figure begins, how it is printed, and what to say of it.

    `signs` has a character for each of `text`: "^" where it is raised, "_" lowered, else " ". A
    raised letter ("1st"), and a figure at a word ("m2", or the mark of a note) change no figure.
    """
    for found in _FIGURE.finditer(text):
        start, end = found.span()
        if len(set(signs[start:end])) > 1:
            printed = "".join(map(_printed, found[0], signs[start:end]))
            yield start, printed, f"“{printed}” is read as “{found[0]}”"


def _printed(character: str, sign: str) -> str:
    table = {"^": _ABOVE, "_": _BELOW}.get(sign)
    return character.translate(table) if table else character
