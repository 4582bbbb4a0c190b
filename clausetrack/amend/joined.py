"""How the items of a list are joined: one that comes or goes must leave the list well formed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack.amend.plan import Plan, Refusal, undecided
from clausetrack.amend.tree import citation, folded
from clausetrack.model import Clause

_STOPS = ".;,:"
_JOINED = re.compile(r"[;,]?\s(?:and|or|and/or)\s*\Z", re.I)

_JOINED_STOP = re.compile(r"[;,] (?:and|or)\s?[.;]\s*\Z", re.I)


def holds_item(plan: Plan) -> Refusal | None:
    """Refuses words put into an item that hold the next one, or that join it to one behind its end.

    "; and (d) one day" at the end of (c) is a new paragraph, and no words of (c).
    """
    for clause_id, splices in plan.splices.items():
        own, after = citation(clause_id), plan.changed.get(clause_id)
        if own is None or not own.labels or after is None:
            continue
        label = f"({own.next.labels[-1]})"
        opens = re.compile(rf"(?:\A|[;,]|\b(?:and|or))\s*{re.escape(label)}\s")
        new = next((one.new for one in splices if opens.search(one.new)), "")
        if new and label not in plan.base[clause_id].own_text:
            return undecided(f"“{new}” holds a paragraph {label}: a person must set it apart")
        if ends := _JOINED_STOP.search(after.own_text):
            return undecided(f"{clause_id} would end in “{ends[0]}”: a person must say how it ends")
    return None


def take_item(plan: Plan, item: Clause) -> Refusal | None:
    """A bullet out of its list, where what is left of it ends as it did."""
    base = plan.base
    items = [one for one in base.under(item.parent) if one.kind == item.kind]
    last = item.id == items[-1].id
    if base.under(item.id):
        return undecided(f"more stands under {item.id}")
    if len(items) == 1:
        return undecided(f"{item.id} is all that its list has")
    if not in_one_form([one.own_text for one in ((*items[-2:], item) if last else (item,))]):
        return undecided(f"{item.id} is joined to others, and the terms do not say how they end")
    plan.repeal(item)
    return None


def in_one_form(texts: Sequence[str]) -> bool:
    """Do the items of a list end alike, and none in "and" or "or"?"""
    ends = {text.rstrip()[-1:] if text.rstrip()[-1:] in _STOPS else "" for text in texts}
    return len(ends) == 1 and not any(_JOINED.search(text) for text in texts)


def is_joined(item: str) -> bool:
    """Does an item of a list end in "and" or "or"?"""
    return bool(_JOINED.search(item))


def bare(item: str) -> str:
    """What an item of a list says, as it is compared, without what joins it to the next."""
    return folded(_JOINED.sub("", item).rstrip(_STOPS + " ")).casefold()
