"""A number and a letter of its list on one line: "5.1.2 (a) The employer …".

The letter is that of an item where the list goes on below ("(b) …"), and in a document that prints
lists so, behind every number; elsewhere it may be words of the clause, and it stays in them. Where
each item is printed with the number of its clause, "3.1(a) …" and "3.1(b) …", that is its label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from clausetrack import numbering
from clausetrack.segment.labels import BEGINS, Piece, cut, strip

_SOON = 12  # pieces within which the next item of a list stands
#: The label with which a list begins, and what its next item bears.
_SECOND = {"a": "b", "i": "ii", "1": "2", "A": "B", "I": "II"}
_FIRST = re.compile(r"\((?P<id>[ai1AI])\)(?=\s)\s*")
#: "5.1.2(a) The employer …": without a space it is no number by itself.
_GLUED = re.compile(r"(?P<id>\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2}){1,5})(?=\([ai1AI]\)\s+\S)")
#: "3.1(b) The employer …": an item that is printed with the number of its clause.
_WHOLE = re.compile(
    r"(?P<id>\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2}){1,5})(?P<outer>(?:\([a-zA-Z0-9]{1,4}\))*)"
    r"\((?P<label>[a-z]{1,2}|[ivxlc]{1,6}|[ivx]{2,5}[a-d]|[A-Z]{1,2}|[IVXLC]{1,5}|\d{1,2}[A-Z]{0,2})\)[.:]?\s+(?=\S)"
)


def parted(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, each line that holds a number and the first item of its list as two of them."""
    pieces = _whole(pieces)
    out = _parted(pieces, alone=False)
    return _parted(pieces, alone=True) if len(out) > len(pieces) else out


def _whole(pieces: Sequence[Piece]) -> list[Piece]:
    """The paragraphs that begin with the number of the clause above and a letter as its items.

    A sentence may begin so, too, and goes on in small letters; a list has its items in order, and
    those of an item, "3.1(b)(i) …", stand below it.
    """
    out = list(pieces)
    number = ""
    path: list[str] = []  # the labels of the last item, outermost first
    for at, piece in enumerate(pieces):
        if piece.kind in BEGINS:
            number, path = piece.id.rpartition(" ")[2], []
        found = _WHOLE.match(piece.text) if piece.kind == "plain" else None
        if found is None:
            continue
        labels = [*re.findall(r"\w+", found["outer"]), found["label"]]
        depth = len(labels) - 1
        before = path[depth] if depth < len(path) else ""
        if found["id"] != number and _goes_on(found, pieces[at + 1 : at + 1 + _SOON]):
            number, path = found["id"], labels  # parted below
        elif (
            found["id"] == number
            and labels[:-1] == path[:depth]
            and (
                piece.text[found.end()].isupper()
                or (before and labels[-1] == numbering.next_label(before))
            )
        ):
            out[at] = _item(piece, found)
            path = labels
    return out


def _goes_on(label: re.Match[str], after: Sequence[Piece]) -> bool:
    """Does a list whose first item this is go on below with the number of its clause?"""
    following = _SECOND.get(label["label"])
    if label["outer"] or following is None:
        return False
    return any(piece.text.startswith(f"{label['id']}({following})") for piece in after)


def item_of(piece: Piece, number: str) -> Piece:
    """A piece of wording for a clause as the item that it is, where it begins "3.1(b) …"."""
    found = _WHOLE.match(piece.text) if piece.kind == "plain" else None
    return _item(piece, found) if found and found["id"] == number else piece


def _item(piece: Piece, label: re.Match[str]) -> Piece:
    end = label.end()
    printed, rest = strip(cut(piece.runs, 0, end)), strip(cut(piece.runs, end))
    return Piece("letter", piece.line, label["label"], printed, rest)


def _parted(pieces: Sequence[Piece], *, alone: bool) -> list[Piece]:
    out: list[Piece] = []
    below: set[str] = set()  # the labels of the list that goes on
    for piece in reversed(pieces):
        parts = _parts(_numbered(piece), below, alone=alone)
        # without the item behind it what looked like a number stays words
        out += reversed(parts if len(parts) > 1 else [piece])
        if parts[0].kind in BEGINS and (len(parts) > 1 or piece.kind in BEGINS):
            below = set()
        elif piece.kind == "letter":
            below.add(piece.id)
    return out[::-1]


def _numbered(piece: Piece) -> Piece:
    """A paragraph with the number that it begins with for its label, if only "(a)" is behind it."""
    glued = _GLUED.match(piece.text) if piece.kind == "plain" else None
    if glued is None:
        return piece
    end = glued.end()
    return Piece("decimal", piece.line, glued["id"], cut(piece.runs, 0, end), cut(piece.runs, end))


def _parts(piece: Piece, below: AbstractSet[str], *, alone: bool) -> list[Piece]:
    found = _FIRST.match(piece.text) if piece.kind in {"decimal", "letter"} else None
    if found is None:
        return [piece]
    alone = alone and piece.kind == "decimal" and piece.text[found.end() :][:1].isupper()
    if not alone and _SECOND[found["id"]] not in below:
        return [piece]
    line = piece.line
    number = piece._replace(
        line=replace(line, runs=() if line.label else piece.label), runs=(),
        heading=piece.kind == "decimal",
    )  # fmt: skip
    item = Piece(
        "letter", replace(line, runs=piece.runs, label="", style="", series=0), found["id"],
        strip(cut(piece.runs, 0, found.end())), strip(cut(piece.runs, found.end())),
    )  # fmt: skip
    return [number, *_parts(item, below, alone=False)]
