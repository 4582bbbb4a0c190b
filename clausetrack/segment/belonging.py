"""Where the numbers and letters of quoted wording belong in the agreement."""

from __future__ import annotations

import re

from clausetrack import numbering
from clausetrack.segment.labels import Piece
from clausetrack.segment.tree import OWN_NUMBERS, Branch

#: "Insert a new clause:", with its number below.
_NEW_CLAUSE = re.compile(
    r"\bnew clause(?: (?:headed|called|titled|entitled|on|about)\b(?:(?! at the )[^:.\d]){1,60})?"
    r"\s*:\s*\Z",
    re.I,
)


def placed(number: str, target: str | None) -> str:
    """The ID of a number that is printed for `target`: inside an Appendix it carries its name."""
    name = numbering.parse(target).division if target else ""
    own = name.startswith(OWN_NUMBERS) and not number[:1].isalpha()
    return f"{name} {number}" if own else number


def counts_in_division(branch: Branch, piece: Piece) -> bool:
    """Is a whole number that of a clause of the Schedule that is quoted, as it is in a body?"""
    name = branch.division or ""
    if piece.kind != "integer" or not piece.id.isdigit() or not name.startswith(OWN_NUMBERS):
        return False
    first = branch.unit is None and branch.root in {None, name, f"{name} {piece.id}"}
    return first or branch.unit == f"{name} {int(piece.id) - 1}"


def is_itself(piece: Piece, root: str | None, led: str = "") -> bool:
    """Is a whole number the clause's own: "replace clause 2 with: 2 Lamps", or the one after it?

    That is 3, or 2A. Where the words that it is `led` in by say that it is new, it is any.
    """
    if piece.id == root or (root is None and _NEW_CLAUSE.search(led)):
        return True
    after = (str(int(root) + 1), f"{root}A") if root is not None and root.isdecimal() else ()
    return piece.heading and piece.id in after
