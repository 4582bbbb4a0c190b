"""Old and new wording in blocks, each under a line of its own: "Delete:" … "Insert:" …

Both are the terms' own words: neither is wording for a whole clause.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from clausetrack.segment.labels import Piece
from clausetrack.segment.wording import CITATION

_FURTHEST = 40  # pieces between the two lines; texts are hostile
_TEXT = r"(?:words?|wording|text|paragraph|sentence|passage)s?"
_WHAT = rf"(?: the)?(?: following| (?:current|existing|old|new) (?={_TEXT}))?(?: {_TEXT})?"
_GIVEN = r"\s?:\s*(?P<given>.*)"
#: The line over the old wording, with the wording itself where it stands in the same line.
OLD = re.compile(
    rf"(?:(?:in |amend )?(?:sub-?)?clause (?P<clause>{CITATION})(?:,|:| [–—-])? )?"
    rf"(?:delete|remove|omit|strike out|replace){_WHAT}{_GIVEN}"
    rf"|(?P<told>(?:existing|current|old|present) {_TEXT})\s?:\s*(?P<given_told>.*)",
    re.I | re.S,
)
#: The line over the new wording.
NEW = re.compile(
    r"(?:and |then )*(?:(?:(?:insert|substitute)|(?:replace|substitute)(?: it| them)? (?:with|by)"
    rf"|with|by){_WHAT}(?: instead| in (?:its|their) place)?"
    rf"|(?:new|proposed|revised|amended) {_TEXT}){_GIVEN}",
    re.I | re.S,
)


def own(
    pieces: Sequence[Piece], items: Collection[int], following: Sequence[int]
) -> frozenset[int]:
    """The places of the pieces from each "Delete:" up to the first below its "Insert:".

    `items` are the places where items begin, and `following` that of the next item for each.
    """
    out: set[int] = set()
    for at, piece in enumerate(pieces):
        if at in out or not (piece.kind == "plain" or at in items) or not OLD.fullmatch(piece.text):
            continue
        end = min(following[at], at + _FURTHEST, len(pieces))
        for below in range(at + 1, end):
            text = pieces[below].text if pieces[below].kind == "plain" else ""
            if OLD.fullmatch(text):
                break
            if found := NEW.fullmatch(text):
                last = below if found["given"] else below + 1
                out |= {*range(at, min(last + 1, end))} - {*items}
                break
    return frozenset(out)
