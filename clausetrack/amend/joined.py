"""How the items of a list are joined: one that comes or goes must leave the list well formed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from clausetrack.amend.plan import Plan, Refusal, undecided
from clausetrack.amend.tree import folded
from clausetrack.model import Clause

_STOPS = ".;,:"
_JOINED = re.compile(r"[;,]?\s(?:and|or|and/or)\s*\Z", re.I)


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
