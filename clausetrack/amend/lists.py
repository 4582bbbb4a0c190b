"""Lists of orders under a line: what the line says goes for each of them.

"The following allowances will be increased from 1 July 2026:" has the verb and the day, and each
line of the list has the clause and its figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack import values
from clausetrack.amend.binding import is_exchange, is_in
from clausetrack.amend.drafts import Draft, unasked
from clausetrack.amend.moves import contradicts
from clausetrack.amend.passages import Passage
from clausetrack.amend.said import days, stated, undated
from clausetrack.amend.sentences import Order, Sentence
from clausetrack.settlement import Effective

_MARKERS = ("bullet", "paragraph", "clause")
#: The verb of an order that a line gives by its figures alone; no wording is printed for it.
MOVES = "from … to"
#: What is said of the agreement as it was.
_PAST = re.compile(r"\b(?:took|came|commenced|began|entered|expire[sd]?|dated|signed)\b", re.I)
_FOLLOWING = re.compile(r"\b(?:the following|as follows|as set out below|below)\b", re.I)


def _opens(text: str) -> bool:
    """Does a line lead into what stands under it?"""
    return text.rstrip().endswith(":")


def moved(sentence: Sentence, lead: str, aims: Sequence[str]) -> tuple[Order, ...]:
    """The order of a line that only says which figure goes to which, below `lead`; () if none.

    On the clauses `aims` that the lead names, words go to words so ("“$9” is replaced with “$10”").
    """
    if not _opens(lead):
        return ()
    if len(stated([sentence.text])) == 1:
        return (Order("substitution", MOVES, sentence.cited, ""),)
    words = bool(aims) and not sentence.cited and is_exchange(sentence.text)
    return (Order("substitution", "", (), ""),) if words else ()


def is_contrary(draft: Draft, lead: str) -> bool:
    """Does a figure go the other way than the words over its list say?"""
    changes = stated(draft.said[:1])
    return any(contradicts(f"{lead} {draft.said[0]}", change) for change in changes)


def is_carried(passage: Passage, made: Sequence[Draft]) -> bool:
    """Is all that a line orders, which names no clause, in the list under it, line by line?"""
    text = bare = passage.lead
    for day in values.dates(text):
        bare = bare.replace(day.text, "")
    ordering = {draft.source for draft in made}
    above = {one.parent for one in passage.under if one.source in ordering}
    every = all(one.source in ordering or one.id in above for one in passage.under
                if one.kind != "note")  # fmt: skip
    figures = re.search(r"\d", bare)  # "All rates go up by 3%, and the following …"
    return _opens(text) and every and bool(_FOLLOWING.search(text)) and not figures


def taken_up(leads: Sequence[Draft], made: Sequence[Draft], passage: Passage) -> list[Draft]:
    """The orders of a line that those `made` of the list under it carry out.

    An order that says all by itself is none of them, unless its line opens the list.
    """
    covered = {draft.target for draft in made}
    opens = _opens(passage.text)
    out = []
    for lead in leads if made else ():
        inside = opens and all(is_in(one or "", lead.target) for one in covered)
        carried = len(leads) == 1 and is_carried(passage, made)
        done = (lead.target in covered or inside) if lead.target else carried
        if lead.fragment is None and done and (opens or not lead.is_whole):
            out.append(lead)
    return out


_GOES_ON = "the terms go on “{}” behind the orders: a person must decide"
_MOST_SHOWN = 120


def is_day_behind(text: str) -> bool:
    """Does a line behind a list say from when its orders are: "with effect from 1 May 2026."?"""
    return text[:1].islower() and undated(text) != text and not undated(text).strip(" ,.;")


class LeadDays:
    """The days that the lines of an item say for the orders under them."""

    def __init__(self) -> None:
        self.days: list[Effective] = []
        self.in_list = False  # only the entries of its list stand under the line
        self.last: Sequence[Draft] = ()

    def give(self, passage: Passage, drafts: Sequence[Draft], *, block: bool) -> None:
        """The days of the line above to the drafts that a passage made, which say none themselves.

        They are the last of `drafts`, those that were not asked yet why they are held. A `block`
        is old or new words, and ends no sentence of the terms.
        """
        if passage.fragment is not None:
            return
        made = unasked(drafts)
        if is_day_behind(passage.text):
            for draft in self.last:
                draft.effective = draft.effective or days(passage.text, draft.target or "")
        elif passage.text[:1].islower() and passage.clause.kind == "text" and not (made or block):
            # the end of the sentence that the list is in: "for drivers only."
            for draft in self.last if passage.text.strip(" ,.;") not in {"and", "or"} else ():
                draft.held = draft.held or _GOES_ON.format(passage.text[:_MOST_SHOWN])
        self.last = made or self.last
        clause, text = passage.clause, passage.lead
        listed = clause.kind in _MARKERS
        if clause.kind == "heading" or (self.in_list and not listed):
            self.days = []
        own = any(draft.source == clause.source for draft in made)
        said = days(text, "") if _opens(text) and not _PAST.search(text) else []
        if _opens(text) and not own and not listed:
            self.days, self.in_list = said, bool(passage.under)
        for draft in made:
            above = self.days if draft.source == clause.source else said or self.days
            draft.effective = draft.effective or [
                Effective(day.date, draft.target or "") for day in above
            ]
