"""Orders on a clause that they cite by its heading: "In the Hours of work clause, replace …".

The heading has to be that of one numbered clause and of nothing else, letter for letter but for
its case. The order is then read as if it cited the number, and only one that is carried out by its
own words: what its wording replaces is not settled here. The title of an item may be such a heading
over an order on words or a part, where no order of the item cites a clause.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from clausetrack.amend.binding import is_exchange, is_whole
from clausetrack.amend.said import all_stated
from clausetrack.amend.sentences import Order, parse
from clausetrack.amend.splitting import split
from clausetrack.amend.under_schedules import under_schedules
from clausetrack.model import Clause, Document
from clausetrack.segment.wording import masked
from clausetrack.settlement import Amendment, Instructions

_LONGEST = 2000  # characters; texts are hostile
_MARKED = r"(?:“[^“”]{1,100}”|\"[^\"]{1,100}\"|‘[^‘’]{1,100}’)"
_NAME = r"[A-ZĀĒĪŌŪ][\w ’'/&,-]{0,100}?"
_ANY_NAME = r"\w[\w ’'/&,-]{0,100}?"
_CALLED = (
    rf"(?:(?:the|that) clause (?:headed|titled|entitled|called) (?P<a>{_MARKED}|{_ANY_NAME})"
    rf"|the (?P<b>{_MARKED}|{_ANY_NAME}) clause)"
)
#: Where a heading stands for its clause, and what goes on behind it.
_FRAMES = tuple(
    re.compile(pattern.replace("CALLED", _CALLED).replace("NAME", _NAME).replace("MARKED", _MARKED))
    for pattern in (
        r"(?:In|Under|From|Amend|Delete|Repeal|Remove|Omit) CALLED(?=,? [a-z]|[,:]|\.?$)",
        r"(?P<the>T)(?:he clause (?:headed|titled|entitled|called) (?P<a>MARKED|NAME)"
        r"|he (?P<b>MARKED|NAME) clause)"
        r"(?= (?:is|are|will be|shall be|is to be)\b)",
        r"(?:In|Amend|Under) (?P<bare>NAME)"
        r"(?=,? (?:by|replac|delet|insert|add|omit|remov|substitut)|[,:] )",
        r"(?P<bare>NAME)(?=(?:: | [–—-] )(?:[Rr]eplac|[Dd]elet|[Ii]nsert|[Aa]dd|[Oo]mit|[Rr]emov"
        r"|[Ss]ubstitut|[Ii]n |[Aa]fter |[Ff]or ))",
    )
)
#: "…, replace “x” with “y” in the Hours of work clause."
_AT_END = re.compile(rf"(?<=[”\"’] )(?:in|from|of) {_CALLED}(?=\.?$)")


def cited_by_heading(base: Document, terms: Document, found: Instructions) -> Instructions:
    """The instructions, with the number where one cites a clause by its heading alone."""
    names: dict[str, list[Clause]] = {}
    for clause in base.clauses:
        if clause.heading:
            names.setdefault(_folded(clause.heading_text), []).append(clause)
    titles = {one.id: _title(one) for one in terms.clauses if one.kind == "item"}
    for amendment in found.amendments:
        if amendment.target:
            titles.pop(amendment.item, None)
    cited = tuple(_settled(names, one, titles.get(one.item, "")) for one in found.amendments)
    return under_schedules(base, terms, replace(found, amendments=cited))


def _title(item: Clause) -> str:
    """What an item is called: its heading, or a few words that its text begins with."""
    first = (split(item.own_text) or [""])[0]
    return item.heading_text or (first if first.endswith(".") else "")


def _folded(text: str) -> str:
    return " ".join(text.split()).strip(" .:").casefold()


def _number(names: dict[str, list[Clause]], heading: str) -> str:
    """The number of the one clause that has a heading; "" where none has it, or several."""
    clauses = names.get(_folded(heading), [])
    only = clauses[0] if len(clauses) == 1 else None
    return only.id if only is not None and only.number and only.citable else ""


def _settled(names: dict[str, list[Clause]], amendment: Amendment, title: str) -> Amendment:
    said = amendment.instruction
    everywhere = amendment.part is not None and amendment.part.kind == "words"
    named = amendment.target or amendment.fragment or amendment.held or everywhere
    if named or len(said) > _LONGEST or len(split(said)) != 1:
        return amendment
    for frame in (*_FRAMES, _AT_END):
        found = frame.search(said) if frame is _AT_END else frame.match(said)
        if found is None:
            continue
        groups = found.groupdict()
        at = next(name for name in ("a", "b", "bare") if groups.get(name))
        if number := _number(names, groups[at].strip('“”"‘’')):
            text = _cited(found, at, number)
            return amendment if _names_more(names, text, number) else _read(amendment, text)
    if number := _number(names, title):
        text = f"In clause {number}, {said[:1].lower()}{said[1:]}"
        told = amendment if _names_more(names, text, number) else _read(amendment, text)
        return told if told.target == number and not told.clauses else amendment
    return amendment


def _names_more(names: Mapping[str, Sequence[Clause]], text: str, number: str) -> bool:
    """Does an order speak of another clause beside the one of that number, by a heading perhaps?"""
    rest = masked(text).replace(f"lause {number}", "", 1).casefold()
    return bool(re.search(r"\bclauses?\b", rest)) or any(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", rest) for name in names if name
    )


def _cited(found: re.Match[str], at: str, number: str) -> str:
    """The order with the number of the clause in the place of its heading."""
    said, start, end = found.string, *found.span(at)
    if at != "bare":
        start, end = found.end() - len(found[0].partition(" ")[2]), found.end()
    if found.groupdict().get("the"):
        start = found.start()
    clause = "Clause" if start == 0 else "clause"
    return f"{said[:start]}{clause} {number}{said[end:]}"


def _read(amendment: Amendment, text: str) -> Amendment:
    """The amendment as the order in `text` is, where that is one that needs no wording."""
    orders = parse(text).orders
    target = orders[0].targets[0] if len(orders) == 1 and len(orders[0].targets) == 1 else None
    if target is None:
        return amendment
    order: Order = orders[0]
    said = order.alone or text
    known = replace(amendment, target=target, described_target="", wording="given")
    if order.part is not None:
        if not (order.action == "repeal" or order.part.words or order.stated):
            return amendment
        return replace(known, action=order.action, part=order.part, stated=order.stated)
    if is_exchange(said):
        stated = order.stated or all_stated([said])
        return replace(known, action="substitution", stated=stated)
    if order.action == "repeal" and is_whole(said):
        return replace(known, action="repeal", clauses=(target,), stated=())
    return amendment
