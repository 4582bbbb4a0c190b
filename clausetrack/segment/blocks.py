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
    rf"|(?:delete|replace) clause (?P<whole>{CITATION})\s?:(?P<given_whole>)"
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
#: What goes or comes is a whole clause, and no words of one.
_NAMED = re.compile(
    rf"(?:the )?(?:(?:sub-?)?clauses? )?{CITATION}(?:(?:,| and| to) (?:clauses? )?{CITATION})*[.;]?"
    r"|(?:(?:the|an?)(?: following)? )?new"
    r" (?:sub-?)?(?:clause|paragraph|part|article|schedule|appendix)\b.*",
    re.I | re.S,
)


def are_words(old: str, new: str) -> bool:
    """Are both the old block and the new one words, where they are not whole clauses by number?"""
    return bool(old.strip()) and not (_NAMED.fullmatch(old.strip()) or _NAMED.fullmatch(new))


def is_line(text: str) -> bool:
    """Does a line only say that old or new wording stands below it?"""
    found = OLD.fullmatch(text) or NEW.fullmatch(text)
    return found is not None and not any(found[name] for name in found.re.groupindex
                                         if name.startswith("given"))  # fmt: skip


def own(
    pieces: Sequence[Piece], items: Collection[int], following: Sequence[int]
) -> frozenset[int]:
    """The places of the pieces from each "Delete:" up to the first below its "Insert:".

    `items` are the places where items begin, and `following` that of the next item for each.
    """
    out: set[int] = set()
    for at, piece in enumerate(pieces):
        old = OLD.fullmatch(piece.text) if piece.kind == "plain" or at in items else None
        if old is None or at in out:
            continue
        end = min(following[at], at + _FURTHEST, len(pieces))
        for below in range(at + 1, end):
            text = pieces[below].text if pieces[below].kind == "plain" else ""
            if OLD.fullmatch(text):
                break
            if found := NEW.fullmatch(text):
                given = old["given"] or old["given_told"] or pieces[at + 1].text
                if not are_words(given, found["given"]):
                    break
                last = below if found["given"] else below + 1
                out |= {*range(at, min(last + 1, end))} - {*items}
                break
    return frozenset(out)
