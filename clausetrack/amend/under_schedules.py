"""Orders under the title of a Schedule that name a clause by its number alone.

"1. Schedule A" over "Delete clause 2." is on clause 2 of the Schedule, where the Schedule has one,
and never on that of the agreement. Where it has none, or wording is printed that is found by its
number, nobody knows which is meant.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from clausetrack.amend.passages import items, sections
from clausetrack.amend.splitting import split
from clausetrack.amend.tree import Tree
from clausetrack.model import Document, Source
from clausetrack.segment.wording import is_order, masked
from clausetrack.settlement import UNREAD, Amendment, Instructions

_SCHEDULE = re.compile(
    r"\b(?P<kind>schedules?|appendix|appendices|annexe?s?|supplements?)"
    r"\s+(?!(?:of|to|for|and|in|is|as)\b)(?P<name>\w{1,4})\b", re.I
)
_CLAUSE = re.compile(r"\bclauses?\b|(?<![\w.$])\d+(?:\.\d+)+", re.I)
#: "Delete clause 2 of the agreement."
_BODY = re.compile(
    r"\b(?:of|in|to|from) (?:the|this) (?:collective |employment )*agreement\b", re.I
)
_LINE = 80  # characters of a line that is a title
_LONGEST = 200  # characters of a title


def under_schedules(base: Document, terms: Document, found: Instructions) -> Instructions:
    """The instructions, each with the clause of the Schedule it stands under, or held back."""
    tree = Tree.of(base.clauses)
    titles = _titles(terms)
    above = sections(terms)

    def settled(one: Amendment) -> Amendment:
        bare = one.target or one.after or ""
        if one.held not in {"", UNREAD} or not bare[:1].isdigit() or bare not in tree:
            return one
        if _says_where(one.said):
            return one
        if title := titles.get(one.source, ""):
            own = _own(tree, title, bare)
            alone = one.target and not (one.fragment or one.after) and one.action != "insertion"
            if own and alone and not one.held and not _CLAUSE.search(title):
                clauses = tuple(own if name == bare else name for name in one.clauses)
                return replace(one, target=own, clauses=clauses)
            return replace(one, held=_which(title, bare))
        title = above.get(one.item, "")
        return replace(one, held=_which(title, bare)) if _own(tree, title, bare) else one

    return replace(found, amendments=tuple(map(settled, found.amendments)))


@lru_cache(8)  # of a long sentence it is asked for each of its orders
def _says_where(text: str) -> bool:
    """Does an order name a Schedule itself, or the agreement?"""
    said = masked(text)
    return bool(_SCHEDULE.search(said) or _BODY.search(said))


def _titles(terms: Document) -> dict[Source, str]:
    """The title of a Schedule that each paragraph stands under, where it is under one."""
    out: dict[Source, str] = {}
    for item, passages, _ in items(terms):
        over = item.heading_text
        for passage in passages:
            if passage.clause.kind == "heading":
                over = passage.clause.heading_text
            elif _is_title(passage.text):
                over = passage.text
            elif run_in := _run_in(passage.text):
                over = run_in
            lead = passage.lead if passage.lead.rstrip().endswith(":") else ""
            for clause in (passage.clause, *passage.under):
                led = lead if clause is not passage.clause and _SCHEDULE.search(lead) else ""
                title = (led or over)[:_LONGEST]
                if clause.source and _SCHEDULE.search(title):
                    out[clause.source] = title
    return out


def _is_title(text: str) -> bool:
    """Is a paragraph only the name of a Schedule?"""
    named = _SCHEDULE.match(text) and len(text) <= _LINE and not is_order(text)
    return bool(named) and not text.rstrip().endswith(".")


def _run_in(text: str) -> str:
    """The title of a Schedule that a paragraph begins with: "Appendix A. Delete clause 3."."""
    first, *more = split(text) or [""]
    named = bool(more) and len(first) <= _LINE and _SCHEDULE.search(first) and not is_order(first)
    return first.rstrip(".") if named and not _CLAUSE.search(first) else ""


def _own(tree: Tree, title: str, bare: str) -> str:
    """The clause of that number in the one Schedule that a title names; "" where it has none."""
    named = {f"{one['kind'].capitalize()} {one['name']}" for one in _SCHEDULE.finditer(title)}
    own = f"{named.pop()} {bare}" if len(named) == 1 else ""
    return own if own in tree else ""


def _which(title: str, bare: str) -> str:
    return f"it stands under “{title}”, and {bare} may be a clause of that: a person must decide"
