"""Figures of which a part is raised or lowered: read on the line they are other figures."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FIGURE = re.compile(r"\d(?:[\d.,/+−-]*\d)?")
_ABOVE = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_BELOW = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")


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
