"""Orders under the title of a Schedule that name a clause by its number alone.

"1. Schedule A" over "Delete clause 2." is on clause 2 of the Schedule, where the Schedule has one,
and never on that of the agreement. Where it has none, or wording is printed that is found by its
number, nobody knows which is meant.

So it is where an order names a Schedule itself and a number beside it, without saying that the one
is in the other: "Delete clauses 2 and 3 – Schedule 1."
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection
from dataclasses import replace
from functools import lru_cache

from clausetrack import citations
from clausetrack.amend.passages import items, sections
from clausetrack.amend.splitting import split
from clausetrack.amend.tree import Tree
from clausetrack.model import Document, Source
from clausetrack.segment.phrases import SCHEDULE
from clausetrack.segment.wording import is_order, masked, without_asides
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
#: What joins a Schedule and a clause that is not in it: "Schedule 1 and clause 2".
_APART = re.compile(r",? (?:and|&|as well as) (?:(?:in|from|of|to) )?", re.I)
#: What may join a clause and the Schedule that it is in: "clause 2 – Schedule 1".
_JOINED = re.compile(r"(?: \([^()]{1,60}\))?\s*[,:–—(-]\s*")
#: "… and 3 of Schedule 2"
_NUMBER_IN = re.compile(r"\d[\w.()]*,? (?:of|in|from|under|to) (?:the )?\Z")
_LINE = 80  # characters of a line that is a title
_LONGEST = 200  # characters of a title


def under_schedules(base: Document, terms: Document, found: Instructions) -> Instructions:
    """The instructions, each with the clause of the Schedule it stands under, or held back."""
    tree = Tree.of(base.clauses)
    titles = _titles(terms)
    above = sections(terms)
    texts = {each.clause.source: each.text for _, every, _ in items(terms) for each in every}
    gone: dict[Source, list[str]] = {}
    for one in found.amendments:
        if one.action == "repeal" and one.target:
            gone.setdefault(one.source, []).append(one.target)
    beside: dict[tuple[Source, str], str] = {}  # of clauses that go together none goes
    reasons: dict[str, str] = {}
    for one in found.amendments:
        named = (one.target or one.after) in tree and _says_where(one.said)
        if named and (reason := _beside(tree, one, gone.get(one.source, ()))):
            reasons[one.id] = f"{reason}: a person must decide"
            if one.action == "repeal":
                beside[one.source, one.said] = reasons[one.id]

    def settled(one: Amendment) -> Amendment:
        bare = one.target or one.after or ""
        if one.held not in {"", UNREAD} or bare not in tree:
            return one
        if _says_where(one.said):
            together = beside.get((one.source, one.said), "") if one.action == "repeal" else ""
            reason = reasons.get(one.id, together)
            return replace(one, held=reason) if reason else one
        if not bare[:1].isdigit():
            return one
        if title := titles.get(one.source, ""):
            own = _own(tree, title, bare)
            alone = one.target and not (one.fragment or one.after) and one.action != "insertion"
            if own and alone and not one.held and not _CLAUSE.search(title):
                clauses = tuple(own if name == bare else name for name in one.clauses)
                return replace(one, target=own, clauses=clauses)
            return replace(one, held=_which(title, bare))
        earlier = _earlier(texts.get(one.source, ""), one.said)
        for title in (above.get(one.item, ""), earlier):
            if _own(tree, title, bare) and title not in gone.get(one.source, ()):
                return replace(one, held=_which(title, bare))
        return one

    return replace(found, amendments=tuple(map(settled, found.amendments)))


def _earlier(text: str, said: str) -> str:
    """The Schedule that a paragraph has named last, before a sentence of it."""
    before = masked(text.partition(said)[0])
    named = [*_SCHEDULE.finditer(before)] if before != masked(text) else []
    return named[-1][0] if named else ""


@lru_cache(8)  # of a long sentence it is asked for each of its orders
def _says_where(text: str) -> bool:
    """Does an order name a Schedule itself, or the agreement?"""
    said = masked(text)
    return bool(_SCHEDULE.search(said) or _BODY.search(said))


def _beside(tree: Tree, amendment: Amendment, gone: Collection[str]) -> str:
    """Why it is not certain whether the clause of an order is in a Schedule that it names, too.

    `gone` are the clauses that the same paragraph takes out.
    """
    target, said = amendment.target or amendment.after or "", masked(without_asides(amendment.said))
    named = _mentions(said)
    ids = [name for one in named for name in one.ids]
    bare = target[0].isdigit()
    own = re.escape(target)
    within = rf"{_SCHEDULE.pattern} {own}\Z" if bare else rf"{own} (?!{SCHEDULE})"
    inside = next((name for name in ids if re.match(within, name, re.I)), "")
    if inside and target not in ids:
        return f"the order names {inside}, and was read as on {target}"
    for at, one in enumerate(named):
        if target not in one.ids:
            continue
        if not bare and _NUMBER_IN.search(said[: one.start]):
            return f"the order names something in {target}, and was read as on the whole"
        for first, second in itertools.pairwise(named[max(0, at - 1) : at + 2]):
            joint = said[first.end : second.start]
            if _JOINED.fullmatch(joint) and _is_number(first) != _is_number(second):
                return f"the order says “{said[first.start : second.end]}”, which may be one place"
        for other in named[:at]:
            over = _division_of(other)
            apart = over in gone or _APART.fullmatch(said[other.end : one.start])
            if over and f"{over} {target}" in tree and not apart and not _BODY.search(said):
                return f"the order names {over} before it, and {target} may be a clause of that"
    return ""


@lru_cache(8)  # of a long sentence it is asked for each of its orders
def _mentions(said: str) -> list[citations.Mention]:
    return [one for one in citations.find(said) if one.kind == "internal"]


def _is_number(mention: citations.Mention) -> bool:
    return mention.ids[0][0].isdigit()


def _division_of(mention: citations.Mention) -> str:
    """The Schedule that a mention names, or is in."""
    found = _SCHEDULE.match(mention.ids[0])
    return found[0] if found else ""


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
