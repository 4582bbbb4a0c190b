"""Where the numbers and letters of quoted wording belong in the agreement."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack import numbering
from clausetrack.segment.labels import TERMINAL, Piece, as_integer
from clausetrack.segment.tree import OWN_NUMBERS, Branch

#: "Insert a new clause:", with its number below.
_NEW_CLAUSE = re.compile(
    r"\bnew clause(?: (?:headed|called|titled|entitled|on|about)\b(?:(?! at the )[^:.\d]){1,60})?"
    r"\s*:\s*\Z",
    re.I,
)
_LONGEST = 12  # words of a heading
_NEAR = 4  # pieces between the heading of a clause and what it holds

#: "Clause 3 – Redundancy", "CLAUSE 4.2: Sick leave".
_CALLED = re.compile(
    r"(?:CLAUSE|Clause)\s+(?P<id>\d{1,3}[A-Z]?(?:\.\d{1,3}[A-Z]?)*)(?:\s*[:.–—-]\s*|\s+)"
    r"(?=[A-ZĀĒĪŌŪ])"
)


def called(piece: Piece, target: str | None) -> Piece:
    """A line of wording that is a clause's name ("Clause 3 – Redundancy") as its numbered heading.

    With a `target` it has to be that clause.
    """
    found = _CALLED.match(piece.text) if piece.kind == "plain" else None
    if found is None or target not in {None, found["id"]}:
        return piece
    rest = piece.text[found.end() :].strip()
    if len(rest.split()) > _LONGEST or rest.endswith((*TERMINAL, ":")):
        return piece
    return as_integer(piece.line, found["id"], found.end())._replace(kind="decimal", heading=True)


def counts_on(number: str, unit: str | None) -> bool:
    """Is a number the next one behind that of a unit: 3.2, 3.1A or 3.1.1 behind 3.1?"""
    try:
        here = numbering.parse(unit or "")
    except ValueError:
        return False
    if not here.numbers or here.place:
        return False
    bare = here._replace(labels=())
    return number in {str(here.next._replace(labels=())), f"{bare}A", f"{bare}.1"}


def opens_clause(piece: Piece, after: Sequence[Piece]) -> bool:
    """Is a whole number in wording that of a clause: "3. Meetings", before 3.1?"""
    if piece.kind != "integer" or not piece.heading:
        return False
    following = next((one.id for one in after[:_NEAR] if one.kind == "decimal"), "")
    return following.partition(".")[0] == piece.id


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
