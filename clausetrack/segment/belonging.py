"""Where the numbers and letters of quoted wording belong in the agreement."""

from __future__ import annotations

from clausetrack import numbering
from clausetrack.segment.labels import Piece
from clausetrack.segment.tree import OWN_NUMBERS, Branch


def placed(number: str, target: str | None) -> str:
    """The ID of a number that is printed for `target`: inside an Appendix it carries its name."""
    name = numbering.parse(target).division if target else ""
    return f"{name} {number}" if name.startswith(OWN_NUMBERS) else number


def counts_in_division(branch: Branch, piece: Piece) -> bool:
    """Is a whole number that of a clause of the Schedule that is quoted, as it is in a body?"""
    name = branch.division or ""
    if piece.kind != "integer" or not piece.id.isdigit() or not name.startswith(OWN_NUMBERS):
        return False
    first = branch.unit is None and branch.root in {None, name}
    return first or branch.unit == f"{name} {int(piece.id) - 1}"


def is_itself(piece: Piece, root: str | None) -> bool:
    """Is a whole number the clause's own: "replace clause 2 with: 2 Lamps", or the one after it?"""
    if piece.id == root:
        return True
    after = root is not None and root.isdigit() and int(piece.id) == int(root) + 1
    return after and piece.heading


def beside(root: str, label: str) -> str:
    """The clause that holds "(f)" where the words name 1.4(e): a letter that goes on from it."""
    last = numbering.parse(root).labels[-1:]
    if last and len(last[0]) == 1 and len(label) == 2 and label[0] == last[0]:
        return root.removesuffix(f"({last[0]})")  # (ba), put in after (b)
    letters = all(len(one) == 1 and one not in "ivx" for one in (*last, label))
    if last and letters and last[0] < label and label != "a":
        return root.removesuffix(f"({last[0]})")
    return root
