"""Clauses that count by the letter of their Part: "A.1", "A.1.1", "B.1".

An abbreviation, a code or a product may look the same ("B.12 vitamins"). So they are numbers where
they are those of the whole agreement: each counts on from the one before, through two letters or
more, and few numbers without a letter stand beside them. In "Schedule B" its own letter is enough.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack import numbering
from clausetrack.model import plain
from clausetrack.segment.abreast import item_of
from clausetrack.segment.labels import Piece, cut, is_heading, strip
from clausetrack.segment.tree import OWN_NUMBERS

_LETTERED = re.compile(r"(?P<letter>[A-Z])\.(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})[.:)]?\s+(?=\S)")
#: The same where the format computes it, in more forms: "A1", "A-1.".
_COMPUTED = re.compile(
    r"(?P<letter>[A-Z]|[IVXLC]{2,6})[.–-]?(?P<number>\d{1,3}(?:\.\d{1,3}){0,4})[.:)]?\s*"
)
#: The number of the clause above with a letter behind it: "A02(a)".
_REPEATED = re.compile(r"(?P<number>.*\w)\.?\((?P<id>[a-z]{1,2}|[ivxlc]{1,6}|\d{1,2})\)")
_FEWEST = 4  # such numbers, in an agreement that counts so
_OTHERS = 4  # lettered numbers to each of another form

Place = tuple[str, tuple[int, ...]]


def settled(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of an agreement with such numbers read as those of its clauses."""
    pieces = _computed(pieces)
    labels = {at: label for at, piece in enumerate(pieces)
              if piece.kind == "plain" and (label := _LETTERED.match(piece.text))}  # fmt: skip
    others = sum(piece.kind == "decimal" for piece in pieces)
    places = [_place(label) for label in labels.values()]
    every = len(places) >= max(_FEWEST, others * _OTHERS) and _all_count_on(("@", ()), places)
    if not every or len({letter for letter, _ in places}) < 2:
        labels = _in_their_divisions(pieces, labels)
    return [
        _numbered(piece, labels[at]) if at in labels else piece for at, piece in enumerate(pieces)
    ]


def may_be_number(text: str) -> bool:
    """May a line begin with such a number?"""
    return _LETTERED.match(text) is not None


def _computed(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with the numbers that the format computes and that have their division's letter.

    They count on by themselves, so that the letter is enough. With the roman numeral of an Appendix
    ("II.1" in Appendix II) they are its own. A number that is that of the clause above and a letter
    ("A02(a)" under A02) is the letter.
    """
    out: list[Piece] = []
    letter, roman, above = "", "", ""
    for piece in pieces:
        if piece.kind == "division":
            letter, roman = piece.id.rpartition(" ")[2], ""
            if piece.id.startswith(OWN_NUMBERS) and not letter.isalpha():
                roman = plain(piece.label).strip(" .:–-").rpartition(" ")[2]
        elif piece.kind == "bullet":
            label = _COMPUTED.fullmatch(piece.line.label)
            item = _REPEATED.fullmatch(piece.line.label)
            heading = is_heading(piece.text, piece.line.style)
            if label is not None and label["letter"] == letter:
                piece = piece._replace(kind="decimal", id=letter + label["number"], heading=heading)
            elif label is not None and label["letter"] == roman:
                piece = piece._replace(kind="decimal", id=label["number"], heading=heading)
            elif item is not None and item["number"] == above:
                piece = piece._replace(kind="letter", id=item["id"])
        if piece.kind == "decimal":
            above = plain(piece.label).strip().rstrip(".:)")
        out.append(piece)
    return out


def lettered_in(piece: Piece, letter: str) -> Piece | None:
    """ "A1 The employer ..." in Appendix A: the letter makes the number one."""
    found = (
        re.match(rf"{letter}\d{{1,3}}[A-Z]{{0,2}}(?=[.\s]\s*\S)[.]?\s*", piece.text)
        if letter.isalpha()
        else None
    )
    if found is None:
        return None
    rest = strip(cut(piece.runs, found.end()))
    label = strip(cut(piece.runs, 0, found.end()))
    heading = is_heading(piece.text[found.end() :], piece.line.style)
    return Piece("decimal", piece.line, found[0].strip(" ."), label, rest, heading=heading)


def as_cited(piece: Piece, target: str | None) -> Piece:
    """A piece of wording for clause B1.2 or Schedule B that begins with such a number of B.

    Or of wording for 3.1 that begins "3.1(b)".
    """
    if piece.kind != "plain" or target is None:
        return piece
    aim = numbering.parse(target)
    piece = item_of(piece, ".".join(aim.numbers))
    if piece.kind != "plain":
        return piece
    letter = aim.numbers[0][0] if aim.numbers else aim.division.rpartition(" ")[2]
    label = _LETTERED.match(piece.text)
    if label is None:  # "B1 Hours" in Schedule B
        return (not aim.numbers and lettered_in(piece, letter)) or piece
    return _numbered(piece, label) if label["letter"] == letter else piece


def _place(label: re.Match[str]) -> Place:
    return label["letter"], tuple(map(int, label["number"].split(".")))


def _in_their_divisions(
    pieces: Sequence[Piece], labels: dict[int, re.Match[str]]
) -> dict[int, re.Match[str]]:
    """The numbers that have the letter of the Schedule they stand in, where all in it count on."""
    inside: dict[int, list[int]] = {}
    opened = -1
    for at, piece in enumerate(pieces):
        if piece.kind == "division":
            opened = at
        elif at in labels and opened >= 0:
            inside.setdefault(opened, []).append(at)
    out: dict[int, re.Match[str]] = {}
    for opened, found in inside.items():
        start: Place = (pieces[opened].id.rpartition(" ")[2], ())
        if len(found) > 1 and _all_count_on(start, [_place(labels[at]) for at in found], own=True):
            out |= {at: labels[at] for at in found}
    return out


def _all_count_on(last: Place, places: Sequence[Place], *, own: bool = False) -> bool:
    """Does each number count on from the one before? With `own` all have the letter of `last`."""
    for place in places:
        if not _counts_on(last, place) or (own and place[0] != last[0]):
            return False
        last = place
    return True


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
