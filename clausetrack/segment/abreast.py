"""A number and the first letter of its list on one line: "5.1.2 (a) The employer …".

The letter is that of an item where the list goes on below ("(b) …"), and in a document that prints
lists so, behind every number; elsewhere it may be words of the clause, and it stays in them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from clausetrack.segment.labels import Piece, cut, strip

#: The label with which a list begins, and what its next item bears.
_SECOND = {"a": "b", "i": "ii", "1": "2", "A": "B", "I": "II"}
_FIRST = re.compile(r"\((?P<id>[ai1AI])\)(?=\s)\s*")
#: "5.1.2(a) The employer …": without a space it is no number by itself.
_GLUED = re.compile(r"(?P<id>\d{1,3}[A-Z]{0,2}(?:\.\d{1,3}[A-Z]{0,2}){1,5})(?=\([ai1AI]\)\s+\S)")
_ENDS = {"division", "section", "decimal"}


def parted(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, each line that holds a number and the first item of its list as two of them."""
    out = _parted(pieces, alone=False)
    return _parted(pieces, alone=True) if len(out) > len(pieces) else out


def _parted(pieces: Sequence[Piece], *, alone: bool) -> list[Piece]:
    out: list[Piece] = []
    below: set[str] = set()  # the labels of the list that goes on
    for piece in reversed(pieces):
        parts = _parts(_numbered(piece), below, alone=alone)
        # without the item behind it what looked like a number stays words
        out += reversed(parts if len(parts) > 1 else [piece])
        if parts[0].kind in _ENDS and (len(parts) > 1 or piece.kind in _ENDS):
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
