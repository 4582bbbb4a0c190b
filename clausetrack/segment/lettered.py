"""Clauses that count by the letter of their Part: "A.1", "A.1.1", "B.1".

An abbreviation, a code or a product may look the same ("B.12 vitamins"). So they are numbers where
they are those of the whole agreement: each counts on from the one before, through two letters or
more, and few numbers without a letter stand beside them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack.segment.labels import Piece, cut, is_heading, strip

_LETTERED = re.compile(r"(?P<letter>[A-Z])\.(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})[.:)]?\s+(?=\S)")
_FEWEST = 4  # such numbers, in an agreement that counts so
_OTHERS = 4  # lettered numbers to each of another form

Place = tuple[str, tuple[int, ...]]


def settled(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of an agreement with such numbers read as those of its clauses."""
    labels = {at: label for at, piece in enumerate(pieces)
              if piece.kind == "plain" and (label := _LETTERED.match(piece.text))}  # fmt: skip
    others = sum(piece.kind == "decimal" for piece in pieces)
    places = [_place(label) for label in labels.values()]
    if len(places) < max(_FEWEST, others * _OTHERS) or len({letter for letter, _ in places}) < 2:
        return list(pieces)
    last: Place = ("@", ())  # before A
    for place in places:
        if not _counts_on(last, place):
            return list(pieces)
        last = place
    return [
        _numbered(piece, labels[at]) if at in labels else piece for at, piece in enumerate(pieces)
    ]


def _place(label: re.Match[str]) -> Place:
    return label["letter"], tuple(map(int, label["number"].split(".")))


def _counts_on(last: Place, here: Place) -> bool:
    """Is a number the first below the last one, the next beside it, or beside what holds it?

    Of those that count on one may be gone.
    """
    (letter, before), (now, numbers) = last, here
    if now != letter:
        return letter < now <= chr(ord(letter) + 2) and set(numbers) == {1}
    above = before[: len(numbers) - 1]
    if numbers[:-1] != above:
        return numbers[: len(before)] == before and set(numbers[len(before) :]) == {1}
    at = before[len(numbers) - 1] if len(before) >= len(numbers) else 0
    return at < numbers[-1] <= at + 2


def _numbered(piece: Piece, label: re.Match[str]) -> Piece:
    rest = strip(cut(piece.runs, label.end()))
    heading = is_heading(piece.text[label.end() :], piece.line.style)
    name = f"{label['letter']}{label['number']}"
    printed = strip(cut(piece.runs, 0, label.end()))
    return Piece("decimal", piece.line, name, printed, rest, heading=heading)
