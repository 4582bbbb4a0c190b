"""What stays in the terms and reads as if it changed the agreement: a person is told of it.

"The meal allowance is now $18." names no clause and is no order, and may be one all the same. No
list of verbs is whole; so what gives a figure, or says that something is so no longer, now or as
well, is told, unless it is what settles the bargaining itself: what is paid once, what the parties
will do, how the terms are ratified.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clausetrack.amend.splitting import split
from clausetrack.amend.telling import figures, is_explained, is_held, is_promised
from clausetrack.errors import finding
from clausetrack.model import Document, Finding
from clausetrack.segment.wording import CITATION, TERMS_ONLY, masked
from clausetrack.settlement import TermsOnly

#: That something is otherwise than it was.
_CHANGES = re.compile(
    r"\b(?:no longer|from now on|henceforth|instead|as well|rather than|in place of"
    r"|(?:is|are|has|have|gets?|becomes?|moves?|goes|rises?|falls?|increases?|drops?) now"
    r"|now (?:is|are|has|have|gets?)"
    r"|ceases?|comes? to an end|(?:is|are|will be|shall be) (?:abolished|withdrawn|removed|dropped"
    r"|discontinued|extended|reduced|increased|raised|doubled|halved)"
    r"|(?:moves?|goes|rises?|falls?|increases?|drops?|changes?) (?:to|from|by|up|down))\b",
    re.I,
)
#: That something has another name in all places.
_RENAMES = re.compile(
    r"\b(?:be|is|are|become) (?:called|known as|named|referred to as|termed|styled)\b"
    r"|\breferences? to\b[^.;]{1,60}\b(?:becomes?|changes?|are|is|be|read)\b"
    r"|[“\"‘][^.;]{1,120}\b(?:throughout|everywhere|wherever|each time)\b",
    re.I,
)
#: A verb in a form that titles and orders do not have: "is", "applies".
_STATES = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|shall|should|may|might|can"
    r"|could|must|agree[sd]?|appl(?:y|ies)|remains?|stays?|continues?|stands?|covers?|provides?"
    r"|needs?|means?|says?|sets?|follows?|notes?|deals?|includes?|gives?|comes?|goes)\b",
    re.I,
)
_CITES = re.compile(rf"\b(?:sub-?)?clauses? {CITATION}|(?<![\w.$])\d+\.\d+(?![\d%])", re.I)
_FEWEST = 4  # words of an order
_SHOWN = 120  # characters of a passage by which a reader knows it
#: What is of the settlement, and of no clause: once paid, once done, or for the bargaining.
_ONCE = re.compile(
    r"\b(?:one[- ]off|lump[- ]sums?|ex[- ]gratia|back[- ]?(?:pay|paid|dated?)|arrears|ratif\w+"
    r"|settle(?:d|ment)?|(?:all|other|outstanding|remaining|union[’']s|employer[’']s) claims"
    r"|bargain(?:ing|s)?|negotiat\w+|working (?:part(?:y|ies)|groups?)|joint committee"
    r"|steering|project|pilot|trial|reviews?|reports? (?:back|to)|parties|(?:meets?|met) (?:to|in)"
    r"|consult\w*|budget\w*|costs?|signed|signing|signature"
    r"|th(?:is|ese) (?:terms|offer|deal|document|memorandum|heads)"
    r"|(?:will|shall) be (?:printed|published|distributed)|members? (?:vot|endors)\w*|votes?"
    r"|endorse\w*)\b",
    re.I,
)
#: What hangs on something, or only says for what reason.
_HANGS = re.compile(
    r"\W*(?:if|where|when|unless|until|once|what follows|the following|for example|note"
    r"|in (?:agreeing|recognition|return))\b",
    re.I,
)


def perhaps_ordered(terms: Document, passages: Sequence[TermsOnly]) -> Iterator[Finding]:
    """A finding for each passage that stays in the terms, and may be meant to change a clause."""
    titles = {one.id: one.heading_text for one in terms.clauses if one.fragment is None}
    for one in passages:
        aside = TERMS_ONLY.match(one.text) or _HANGS.match(one.text)
        if aside or is_explained(title := titles.get(one.item, "")) or _ONCE.search(title):
            continue
        said = next(filter(_changes, split(one.text)), "")
        if said:
            shown = said if len(said) <= _SHOWN else f"{said[:_SHOWN].rpartition(' ')[0]} …"
            message = (
                f"“{shown}” was read as changing no clause, and may be meant to: nobody has "
                "carried it out"
            )
            yield finding("terms-perhaps-ordered", message, one.item, one.source, said[:120])


def _changes(sentence: str) -> bool:
    """Does a sentence say, as a rule, what is so now, or how much of it?"""
    aside = _HANGS.match(sentence) or _ONCE.search(sentence) or is_promised(sentence)
    return not (aside or is_held(sentence)) and bool(
        _CHANGES.search(sentence) or figures(sentence) or _RENAMES.search(sentence)
        or _commands(sentence)
    )  # fmt: skip


def _commands(sentence: str) -> bool:
    """Does a whole sentence name a clause, and say nothing of it: "Begin clause 4 with “…”."?

    Titles say nothing either, and have no full stop.
    """
    plain = masked(sentence).strip()
    ends = plain.endswith(".") and len(plain.split()) >= _FEWEST
    return ends and bool(_CITES.search(plain)) and not _STATES.search(plain)
